// Starts the built program for the browser, as `npm start` does where there is no Electron, over a user folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const repositoryRoot = join(import.meta.dirname, '../../..')
const entry = join(repositoryRoot, 'out/main/web.js')

export interface WebProgram {
  /** Works once, in one browser. */
  readonly link: string
  readonly origin: string
  /** For data files and whatever else the test needs; removed by stop(). */
  readonly folder: string
  stop(): Promise<void>
}

export async function startWebProgram(args: readonly string[] = []): Promise<WebProgram> {
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run the tests through npm test, or npm run build first`)
  const folder = await mkdtemp(join(tmpdir(), 'skc-web-'))
  const child = spawn(process.execPath, [entry, '--no-open', ...args], {
    env: { ...process.env, SKC_USER_DATA: join(folder, 'user') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const link = await printedLink(child)
  return {
    link,
    origin: new URL(link).origin,
    folder,
    stop: async () => {
      await ended(child)
      reportUnexpected(join(folder, 'user', 'nhat-ky.log'))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An unexpected error reaches the page as an id only; what it was stands in the log, which goes with the folder. */
function reportUnexpected(logFile: string): void {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
  if (/ \[[0-9a-f]{8}\] /.test(log)) console.warn(log)
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said)?.[0]
      if (link !== undefined) resolve(link)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`web.js ended with ${code} before it was ready: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
