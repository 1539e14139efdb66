// What leaves the program when something went wrong: our own refusals as they are, the rest under an id that the log knows.
import { randomBytes } from 'node:crypto'
import { type Problem, problemText, Refusal } from '../../shared/contract/errors'

export function problemOf(error: unknown, log: (message: string) => void): Problem {
  if (error instanceof Refusal) return error.problem
  const id = randomBytes(4).toString('hex')
  log(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { code: 'internal', message: problemText('internal', id), fields: [], id }
}
