// The log of every shell: files beside the user's settings, where the id of an unexpected error is found. Nothing in them names
// a person. Streams are left to what the user is told.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Log } from './answer'
import { personalOfMachine, withoutPersonalData } from './withoutPersonalData'

const largest = 1_000_000
/** Written now, and the ones before it. */
const files = 3

export function logFile(userDataDir: string): string {
  return join(userDataDir, 'nhat-ky.log')
}

export function fileLog(userDataDir: string, largestFile = largest): Log {
  const file = logFile(userDataDir)
  const personal = personalOfMachine()
  return (message) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      startAnew(file, largestFile)
      appendFileSync(file, `${new Date().toISOString()} ${withoutPersonalData(message, personal)}\n`)
    } catch {
      // A log that cannot be written must not stop the work it tells of.
    }
  }
}

const olderFile = (file: string, age: number): string => (age === 0 ? file : `${file}.${age}`)

/** Each file moves one place back; the oldest is written over. */
function startAnew(file: string, largestFile: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= largestFile) return
  for (let age = files - 1; age > 0; age -= 1)
    if (existsSync(olderFile(file, age - 1))) renameSync(olderFile(file, age - 1), olderFile(file, age))
}

/** Everything the log still holds, the oldest first. */
export function readLog(userDataDir: string): string {
  const file = logFile(userDataDir)
  return [...Array(files).keys()]
    .reverse()
    .map((age) => {
      try {
        return readFileSync(olderFile(file, age), 'utf8')
      } catch {
        return ''
      }
    })
    .join('')
}
