// Bundles programs among the tests (`node bundleTests.mjs bench main`: tests/bench/main.ts to out/bench/main.js) the way the
// program itself is bundled, with its worker threads beside them, so that what is tried is what runs.
import { globSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root } from './prepare.mjs'

const [folder, ...entries] = process.argv.slice(2)
const workers = globSync('electron/**/*Worker.ts', { cwd: root }).map((file) => [path.basename(file, '.ts'), file])

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { external: true, noExternal: ['kysely', 'zod'] },
  build: {
    ssr: true,
    outDir: `out/${folder}`,
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: {
      input: Object.fromEntries([...entries.map((entry) => [entry, `tests/${folder}/${entry}.ts`]), ...workers]),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
