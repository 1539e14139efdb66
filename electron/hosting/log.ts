// The log of every shell: a file beside the user's settings, where the id of an unexpected error is found. Streams are
// left to what the user is told.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Log } from './answer'

const largest = 1_000_000

export function logFile(userDataDir: string): string {
  return join(userDataDir, 'nhat-ky.log')
}

export function fileLog(userDataDir: string): Log {
  const file = logFile(userDataDir)
  return (message) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      startAnew(file)
      appendFileSync(file, `${new Date().toISOString()} ${message}\n`)
    } catch {
      // A log that cannot be written must not stop the work it tells of.
    }
  }
}

/** Two files of limited size: the one written now, and the one before it. */
function startAnew(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largest) renameSync(file, `${file}.cu`)
}
