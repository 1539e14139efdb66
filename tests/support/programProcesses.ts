// The built program in processes of its own, as an office may have two of them: one keeps a data file open, another wants it.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { readLock } from '../../electron/database/lockRecord'
import type { Result } from '../../shared/contract/errors'

const entryOf = (name: string) => path.resolve('out/main', name)

/** How a program tells of the file that it opened, or why it did not. */
export type Opened = Result<{ readonly file: { readonly warnings: readonly string[] } }>

export interface Holder {
  /** Ends as a program does that is closed properly. */
  readonly close: () => Promise<void>
  /** Ends as in a crash or when the power goes. */
  readonly kill: () => Promise<void>
}

export interface ProgramKind {
  readonly name: string
  readonly hold: (file: string, userDataDir: string) => Promise<Holder>
  /** Opens the file if it may, and lets it go again. */
  readonly tryToOpen: (file: string, userDataDir: string) => Promise<Opened>
}

/** Such as the words have it: máy PC-02, người dùng lan, từ 08:15 ngày 12/03/2026. */
export const whoHasIt = new RegExp(
  `máy ${os.hostname()}, người dùng ${os.userInfo().username}, từ \\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}`,
)

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  // A process that was made to stand still ends properly only once it goes on.
  if (signal !== 'SIGKILL') child.kill('SIGCONT')
  await gone
}

type Ask = (name: string, input: unknown) => Promise<Result<unknown>>

async function startWeb(userDataDir: string): Promise<{ child: ChildProcess; ask: Ask }> {
  const child = spawn(process.execPath, [entryOf('web.js'), '--no-open'], {
    env: { ...process.env, SKC_USER_DATA: userDataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(said)))
  })
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin } = new URL(link)
  const ask: Ask = async (name, input) => {
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin },
      body: JSON.stringify({ name, input }),
    })
    return (await response.json()) as Result<unknown>
  }
  return { child, ask }
}

export const webProgram: ProgramKind = {
  name: 'chương trình trong trình duyệt',
  hold: async (file, userDataDir) => {
    const { child, ask } = await startWeb(userDataDir)
    const opened = await ask('files.open', { path: file })
    if (!opened.ok) throw new Error(opened.error.message)
    return { close: () => ended(child, 'SIGTERM'), kill: () => ended(child, 'SIGKILL') }
  },
  tryToOpen: async (file, userDataDir) => {
    const { child, ask } = await startWeb(userDataDir)
    try {
      return (await ask('files.open', { path: file })) as Opened
    } finally {
      await ended(child, 'SIGTERM')
    }
  },
}

function cliProcess(args: readonly string[], userDataDir: string) {
  const env = { ...process.env, SKC_USER_DATA: userDataDir }
  return { file: process.execPath, args: [entryOf('cli.js'), ...args], env }
}

export const commandLine: ProgramKind = {
  name: 'dòng lệnh',
  /** A command is soon over: it is made to stand still in the middle of its work. */
  hold: async (file, userDataDir) => {
    const command = cliProcess(['call', file, 'safety.check'], userDataDir)
    const child = spawn(command.file, command.args, { env: command.env, stdio: 'ignore' })
    while (readLock(file) === null) {
      if (child.exitCode !== null) throw new Error(`the command ended with ${child.exitCode} before it was seen`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    child.kill('SIGSTOP')
    return {
      close: async () => {
        const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
        child.kill('SIGCONT')
        await gone
      },
      kill: () => ended(child, 'SIGKILL'),
    }
  },
  tryToOpen: async (file, userDataDir) => {
    const command = cliProcess(['--json', 'call', file, 'files.current'], userDataDir)
    return new Promise((resolve) => {
      execFile(command.file, command.args, { env: command.env }, (error, stdout) => {
        const said: unknown = JSON.parse(stdout)
        resolve((error === null ? { ok: true, value: said } : { ok: false, error: said }) as Opened)
      })
    })
  },
}
