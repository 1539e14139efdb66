// The compiler itself refuses an import that climbs, Node in shared/ and the DOM in shared/: tried by compiling such files
// under the layers' own settings.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../support/tempFolder'

const root = join(import.meta.dirname, '../..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

const newFolder = tempFolders()

/** What the compiler says of one file put into a layer. */
async function compileIn(layer: string, text: string): Promise<string> {
  const folder = newFolder()
  await writeFile(join(folder, 'example.ts'), text)
  const settings = {
    extends: join(root, layer),
    compilerOptions: { rootDir: parse(root).root, outDir: join(folder, 'out'), tsBuildInfoFile: join(folder, 'info') },
    include: [],
    files: [join(folder, 'example.ts')],
    references: [],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', folder])
    return ''
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  }
}

describe('the compiler', () => {
  it('accepts a file that stays in its layer', async () => {
    expect(await compileIn('shared/domain/tsconfig.json', 'export const one: number = 1\n')).toBe('')
  })

  it('refuses an import from a layer that is not below', async () => {
    const climbing = `import { problemText } from '${root}/shared/contract/errors'\nexport const text = problemText('file.none')\n`
    const said = await compileIn('shared/domain/tsconfig.json', climbing)
    expect(said).toMatch(/TS6307.*shared\/contract\/errors\.ts/)
  })

  it('refuses Node in shared/', async () => {
    expect(await compileIn('shared/domain/tsconfig.json', 'export const name = process.platform\n')).toMatch(
      /TS2591|TS2304|TS2580/,
    )
  })

  it('refuses the DOM in shared/', async () => {
    expect(await compileIn('shared/contract/tsconfig.json', 'export const title = document.title\n')).toMatch(
      /TS2584|TS2304/,
    )
  })
})
