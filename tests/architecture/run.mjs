// Holds the import rule over every source file; part of `npm run lint` and of `npm test`.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkImports } from './importRule.ts'

const root = path.join(import.meta.dirname, '../..')
const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'setup' })
  .filter((file) => !file.endsWith('.d.ts'))
  .map((file) => ({ path: file.replaceAll('\\', '/'), text: readFileSync(path.join(root, file), 'utf8') }))
const violations = checkImports(files)
for (const { path: file, line, message } of violations) console.error(`${file}:${line} ${message}`)
console.log(`Luật nhập: ${files.length} tệp, ${violations.length} chỗ sai.`)
process.exitCode = violations.length === 0 && files.length > 0 ? 0 : 1
