// One command from words to exit code: 0 done, 1 refused, 2 not understood. The data file is closed whatever happens.
import { join } from 'node:path'
import type { Problem } from '../../shared/contract/errors'
import { createAnswer } from '../hosting/answer'
import { fileLog, logFile, readLog } from '../hosting/log'
import { programVersion } from '../hosting/programVersion'
import { runtimePaths, userDataDir } from '../hosting/runtimePaths'
import { createProgram } from '../program'
import { problemOf } from '../program/problems'
import { webShellCalls } from '../web/shellCalls'
import { readCommand, UsageError, wantsJson } from './arguments'
import { Refused } from './ask'
import { runCommand } from './commands'

export async function runCli(args: readonly string[], entryUrl: string): Promise<number> {
  const json = wantsJson(args)
  // The reader of a pipe may leave before everything was said; that is no failure of the command.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  // Files that scripts open do not push out the ones a person opened lately.
  const ownDir = join(userDataDir(), 'dong-lenh')
  const log = fileLog(ownDir)
  try {
    const command = readCommand(args)
    const { resourcesDir } = runtimePaths(entryUrl)
    const program = createProgram({
      resourcesDir,
      userDataDir: ownDir,
      backups: 'script',
      log,
      readLog: () => readLog(ownDir),
      version: programVersion(entryUrl),
    })
    try {
      const outcome = await runCommand(command, createAnswer(program, webShellCalls(null), log))
      print(json || outcome.words === null ? JSON.stringify(outcome.value, null, 2) : outcome.words)
    } finally {
      await program.close()
    }
    return 0
  } catch (error) {
    if (error instanceof UsageError) return sayUsage(error, json)
    const problem = error instanceof Refused ? error.problem : problemOf(error, log)
    if (problem.id !== undefined && !json) process.stderr.write(`Nhật ký: ${logFile(ownDir)}\n`)
    return sayProblem(problem, json)
  }
}

function sayUsage(error: UsageError, json: boolean): number {
  if (json) print(JSON.stringify({ code: 'usage', message: error.message, fields: [] }))
  else process.stderr.write(`${error.message}\nXem cách dùng: npm run --silent skc -- --help\n`)
  return 2
}

function sayProblem(problem: Problem, json: boolean): number {
  if (json) print(JSON.stringify(problem))
  else {
    const fields = problem.fields.map((field) => `  ${field.path === '' ? '' : `${field.path}: `}${field.message}`)
    process.stderr.write(`${[problem.message, ...fields].join('\n')}\n`)
  }
  return 1
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}
