// The built program in a real Electron, driven by Playwright. Asked for with SKC_ELECTRON=1, since Electron's binary is not
// on every machine; ELECTRON_EXEC_PATH names another than the installed one.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { DesktopBridge } from '../../../shared/contract/bridge'

declare global {
  interface Window {
    readonly skc?: DesktopBridge
  }
}

export const repositoryRoot = join(import.meta.dirname, '../../..')

export const hasElectron = process.env.SKC_ELECTRON === '1'
if (!hasElectron) console.warn('Bỏ qua các phép thử trên Electron thật: chưa đặt SKC_ELECTRON=1.')

export interface DesktopProgram {
  readonly app: ElectronApplication
  readonly page: Page
  readonly complaints: readonly string[]
  /** The user's own folder of this run; removed by stop(). */
  readonly userFolder: string
  stop(): Promise<void>
}

export function electronPath(): string {
  return process.env.ELECTRON_EXEC_PATH ?? (createRequire(import.meta.url)('electron') as string)
}

/** Electron refuses its sandbox to root, which is who runs containers. */
export function electronArguments(userFolder: string, args: readonly string[]): string[] {
  const asRoot = process.getuid?.() === 0
  return [...(asRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userFolder}`, repositoryRoot, ...args]
}

export async function startDesktopProgram(args: readonly string[] = []): Promise<DesktopProgram> {
  if (!existsSync(join(repositoryRoot, 'out/main/main.js')))
    throw new Error('The program is not built: run npm run build first')
  const userFolder = await mkdtemp(join(tmpdir(), 'skc-desktop-'))
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: electronArguments(userFolder, args),
    cwd: repositoryRoot,
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.waitForSelector('#root > *')
  return {
    app,
    page,
    complaints,
    userFolder,
    stop: async () => {
      await app.close()
      await rm(userFolder, { recursive: true, force: true })
    },
  }
}

/** A call as the page makes it. */
export function callFromPage(page: Page, name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate(([calledName, given]) => window.skc?.call(calledName as string, given), [name, input])
}
