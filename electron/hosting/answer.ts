// The one door through which every shell's calls go in: the shell's own calls are answered here, the others by the
// program. Whatever comes, a Result goes back; nothing is ever thrown across a bridge.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type FieldProblem, type Problem, problemText, Refusal, type Result } from '../../shared/contract/errors'
import { findCall } from '../../shared/contract/index'
import { type ShellContract, shellContract } from '../../shared/contract/shell'
import type { Program } from '../program'

export type ShellHandlers = {
  readonly [C in keyof ShellContract]: (
    input: z.output<ShellContract[C]['input']>,
  ) => Promise<z.output<ShellContract[C]['output']>>
}

export type Answer = (name: unknown, input: unknown) => Promise<Result<unknown>>

export function createAnswer(program: Program, shell: ShellHandlers): Answer {
  return async (name, input) => {
    const call = typeof name === 'string' ? findCall(name) : null
    if (typeof name !== 'string' || call === null) return refused('call.unknown', shownName(name))
    if (call.needs !== 'shell') return program.call(name, input)
    return answerShellCall(name, input, shell)
  }
}

async function answerShellCall(name: string, input: unknown, shell: ShellHandlers): Promise<Result<unknown>> {
  const key = name.slice('shell.'.length) as keyof ShellContract
  const parsed = shellContract[key].input.safeParse(input)
  if (!parsed.success)
    return failed({ code: 'input.invalid', message: problemText('input.invalid'), fields: fieldProblems(parsed.error) })
  try {
    // The handler of a name takes what that name's schema gives; TypeScript cannot follow the pair through the union.
    const handler = shell[key] as (input: unknown) => Promise<unknown>
    return { ok: true, value: await handler(parsed.data) }
  } catch (error) {
    return failed(problemOf(error))
  }
}

function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  const id = randomUUID().slice(0, 8)
  process.stderr.write(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return { code: 'internal', message: problemText('internal', id), fields: [], id }
}

export function refused(code: Problem['code'], detail: string): Result<never> {
  return failed({ code, message: problemText(code, detail), fields: [] })
}

function failed(error: Problem): Result<never> {
  return { ok: false, error }
}

function shownName(name: unknown): string {
  return typeof name === 'string' ? name.slice(0, 100) : '(không có tên)'
}
