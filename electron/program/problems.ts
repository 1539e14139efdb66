// What leaves the program when something went wrong: our own refusals as they are, the rest under an id that the log knows.
import { randomBytes } from 'node:crypto'
import { type Problem, problemText, Refusal } from '../../shared/contract/errors'
import { storageRefusal } from '../database/fileProblems'

export function problemOf(error: unknown, log: (message: string) => void): Problem {
  if (error instanceof Refusal) return error.problem
  // A disk that fails is nothing unexpected, wherever it does; what exactly it did is for the log.
  const storage = storageRefusal(error, pathOf(error))
  if (storage !== null) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return storage.problem
  }
  const id = randomBytes(4).toString('hex')
  log(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { code: 'internal', message: problemText('internal', id), fields: [], id }
}

function pathOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'path' in error ? error.path : null
  return typeof named === 'string' ? named : 'tệp hoặc thư mục'
}
