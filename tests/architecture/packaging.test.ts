// The description of the packages, for systems whose packages this machine cannot build: electron-builder's own schema, and
// what an office's machine must find.
import { createRequire } from 'node:module'
import path from 'node:path'
import { DebugLogger } from 'builder-util'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const root = path.resolve('.')

interface Config {
  readonly productName: string
  readonly fileAssociations: readonly { readonly ext: string }[]
  readonly nsis: Readonly<Record<string, unknown>>
  readonly win: { readonly target: readonly { readonly target: string }[] }
  readonly linux: { readonly target: readonly { readonly target: string }[] }
}

async function readConfig(): Promise<Config> {
  const { getConfig } = require('app-builder-lib/out/util/config/config') as {
    getConfig: (projectDir: string, file: string, overrides: null) => Promise<Config>
  }
  return getConfig(root, 'electron-builder.yml', null)
}

describe('electron-builder.yml', () => {
  it('is valid by electron-builder’s own schema, for Windows and Linux', async () => {
    const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
      validateConfiguration: (config: Config, log: DebugLogger) => Promise<void>
    }
    const config = await readConfig()
    await validateConfiguration(config, new DebugLogger(false))
    await expect(
      validateConfiguration({ ...config, nsis: { ...config.nsis, oneClik: true } }, new DebugLogger(false)),
    ).rejects.toThrow(/Invalid configuration/)
  })

  it('installs for one user in Vietnamese, opens .skc files, keeps data on removal, and names files in ASCII', async () => {
    const { productName, fileAssociations, nsis, win, linux } = await readConfig()
    expect(productName).toMatch(/^[A-Za-z]+$/)
    expect(fileAssociations.map(({ ext }) => ext)).toEqual(['skc'])
    expect(nsis).toMatchObject({ perMachine: false, language: '1066', unicode: true, deleteAppDataOnUninstall: false })
    expect(win.target.map(({ target }) => target)).toEqual(['nsis', 'zip'])
    expect(linux.target.map(({ target }) => target)).toEqual(['dir', 'AppImage'])
  })
})
