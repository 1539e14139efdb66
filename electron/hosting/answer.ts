// The one door through which every shell's calls go in: the shell's own calls are answered here, the others by the
// program. Whatever comes, a Result goes back; nothing is ever thrown across a bridge.
import type { z } from 'zod'
import { type Problem, problemText, type Result } from '../../shared/contract/errors'
import { findCall } from '../../shared/contract/index'
import type { ShellContract } from '../../shared/contract/shell'
import { checkInput } from '../../shared/contract/wording'
import type { Program } from '../program'
import { problemOf } from '../program/problems'

export type ShellHandlers = {
  readonly [C in keyof ShellContract]: (
    input: z.output<ShellContract[C]['input']>,
  ) => Promise<z.output<ShellContract[C]['output']>>
}

export type Answer = (name: unknown, input: unknown) => Promise<Result<unknown>>
export type Log = (message: string) => void

export function createAnswer(program: Program, shell: ShellHandlers, log: Log): Answer {
  return async (name, input) => {
    const call = typeof name === 'string' ? findCall(name) : null
    if (typeof name !== 'string' || call === null) return refused('call.unknown', shownName(name))
    if (call.needs !== 'shell') return program.call(name, input)
    const checked = checkInput(call.input, input)
    if (!checked.ok)
      return failed({ code: 'input.invalid', message: problemText('input.invalid'), fields: checked.fields })
    try {
      return { ok: true, value: await handlerOf(name, shell)(checked.value) }
    } catch (error) {
      return failed(problemOf(error, log))
    }
  }
}

/** The handler of a name takes what that name's schema gives; TypeScript cannot follow the pair through the union. */
function handlerOf(name: string, shell: ShellHandlers): (input: unknown) => Promise<unknown> {
  const key = name.slice('shell.'.length) as keyof ShellContract
  return shell[key] as (input: unknown) => Promise<unknown>
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
