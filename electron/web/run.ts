// Starts the loopback program, prints where it is, and ends it cleanly on Ctrl+C.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { workerRenderer } from '../documents/renderService'
import { createAnswer } from '../hosting/answer'
import { fileLog, readLog } from '../hosting/log'
import { programVersion } from '../hosting/programVersion'
import { runtimePaths, userDataDir } from '../hosting/runtimePaths'
import { createProgram } from '../program'
import { workerFileWork } from '../program/safety/fileWork'
import { workerChecks } from '../workbooks/import/checkService'
import { openBrowser } from './openBrowser'
import { startWebServer } from './server'
import { createSession } from './session'
import { webShellCalls } from './shellCalls'

const usage = 'Cách dùng: web.js [TỆP.skc] [--port CỔNG] [--no-open]'

export async function runWeb(args: string[], entryUrl: string): Promise<void> {
  const settings = settingsOf(args)
  if (settings === null) {
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
    return
  }
  const paths = runtimePaths(entryUrl)
  const ownDir = userDataDir()
  const log = fileLog(ownDir)
  const program = createProgram({
    resourcesDir: paths.resourcesDir,
    userDataDir: ownDir,
    renderer: workerRenderer(),
    backups: 'window',
    fileWork: workerFileWork(),
    checks: workerChecks({ resourcesDir: paths.resourcesDir }),
    log,
    readLog: () => readLog(ownDir),
    version: programVersion(entryUrl),
  })
  const session = createSession(process.env.SKC_SESSION)
  const announce = () => process.stdout.write(`Sổ Khuyến Công đang chạy tại ${server.origin}${session.link()}\n`)
  const server = await startWebServer({
    answer: createAnswer(program, webShellCalls(settings.file), log),
    session,
    rendererDir: paths.rendererDir,
    port: settings.port,
    onStranger: announceOnce(session, announce),
    log,
  })
  announce()
  if (settings.open) openBrowser(`${server.origin}${session.link()}`)
  await untilStopped()
  await server.close()
  await program.close()
}

/** A new link is printed only after the last one was used, so that strangers cannot fill the terminal. */
function announceOnce(session: { link(): string }, announce: () => void): () => void {
  let last = session.link()
  return () => {
    if (session.link() === last) return
    last = session.link()
    announce()
  }
}

function settingsOf(args: string[]): { file: string | null; port: number; open: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
    })
    const port = Number(values.port)
    if (positionals.length > 1 || !Number.isInteger(port) || port < 0 || port > 65_535) return null
    const [file] = positionals
    return { file: file === undefined ? null : resolve(file), port, open: !values['no-open'] }
  } catch {
    return null
  }
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
}
