// What a call is: the one description from which handlers, bridge, client, command line and tests are made by a loop.
import type { z } from 'zod'

export type CallKind = 'query' | 'command'

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, K extends CallKind = CallKind> {
  readonly kind: K
  readonly summary: string
  readonly input: I
  readonly output: O
  /** Where it is answered: by the program over the open data file, over no file at all, or by the shell itself. */
  readonly needs: 'file' | 'program' | 'shell'
}

interface CallParts<I extends z.ZodType, O extends z.ZodType> {
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly needs?: Call['needs']
}

/** A call that reads. Its handler gets a Reader, on a connection that refuses to write. */
export function query<I extends z.ZodType, O extends z.ZodType>(parts: CallParts<I, O>): Call<I, O, 'query'> {
  return { kind: 'query', needs: 'file', ...parts }
}

/** A call that changes. Its handler gets a Writer inside one transaction that also leaves the audit. */
export function command<I extends z.ZodType, O extends z.ZodType>(parts: CallParts<I, O>): Call<I, O, 'command'> {
  return { kind: 'command', needs: 'file', ...parts }
}

export type AreaContract = Readonly<Record<string, Call>>
export type InputOf<C extends Call> = z.input<C['input']>
export type ParsedInputOf<C extends Call> = z.output<C['input']>
export type OutputOf<C extends Call> = z.output<C['output']>
