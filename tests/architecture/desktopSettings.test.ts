// What no source of the desktop may say, and which Electron it names: points of Electron's security checklist that a running
// window cannot show.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = ['electron/shell', 'electron/hosting']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .concat(['electron/main.ts', 'electron/preload.ts'])
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['hands an address to the system', /openExternal/],
  ['lets insecure content run', /allowRunningInsecureContent/],
  ['switches on experimental features', /experimentalFeatures|enableBlinkFeatures/],
  ['weakens a page', /webSecurity:\s*false|contextIsolation:\s*false|sandbox:\s*false|nodeIntegration\w*:\s*true/],
  ['allows webviews', /webviewTag:\s*true|allowpopups/],
  ['loads from file: or the network', /loadFile\(|loadURL\(\s*['"`](file|https?):/],
  ['gives the page all of ipc', /exposeInMainWorld\([^)]*ipcRenderer\s*\)/],
]

describe('the desktop', () => {
  it.each(forbidden)('nowhere %s', (_what, pattern) => {
    expect(sources.length).toBeGreaterThan(15)
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('is built with a current Electron, named exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const version = /^(\d+)\.\d+\.\d+$/.exec(devDependencies.electron ?? '')
    expect(Number(version?.[1])).toBeGreaterThanOrEqual(45)
  })

  it('flips every fuse that Electron has, in the description of the package', () => {
    const description = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
    const flipped = /electronFuses:\n((?: {2}\w+: \w+\n)+)/.exec(description)?.[1] ?? ''
    expect(Object.fromEntries([...flipped.matchAll(/(\w+): (\w+)/g)].map((match) => [match[1], match[2]]))).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })
})

describe('docs/security.md', () => {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

  it('answers the twenty points, each with a test that is there', () => {
    const rows = [...page.matchAll(/^\| (\d+) \|.*\|$/gm)].map((match) => ({ point: Number(match[1]), row: match[0] }))
    expect(rows.map(({ point }) => point)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    for (const { row } of rows) expect(row).toMatch(/`tests\/[^`]+`/)
  })

  it('names only tests that exist', () => {
    const named = [...page.matchAll(/`(tests\/[\w./-]+\.test\.ts)`: ([^|`]+?)(?=\.? \||;|\.$)/gm)]
    expect(named.length).toBeGreaterThan(20)
    for (const [, file = '', title = ''] of named)
      expect(readFileSync(join(root, file), 'utf8'), `${file}: ${title}`).toContain(title.trim())
  })
})
