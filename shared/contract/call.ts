// What a call is: the one description from which handlers, bridge, client, command line and tests are made by a loop.
import type { z } from 'zod'

export type CallKind = 'query' | 'command'

/** Where a call is answered: over the open data file, by the program without one, or by the shell itself. */
export type CallNeeds = 'file' | 'program' | 'shell'

export interface Call<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends CallKind = CallKind,
  N extends CallNeeds = CallNeeds,
> {
  readonly kind: K
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly needs: N
}

interface CallParts<I extends z.ZodType, O extends z.ZodType> {
  readonly summary: string
  readonly input: I
  readonly output: O
}

type PartsWithNeeds<I extends z.ZodType, O extends z.ZodType, N extends CallNeeds> = CallParts<I, O> & {
  readonly needs: N
}

/** A call that reads. Its handler gets a Reader, on a connection that refuses to write. */
export function query<I extends z.ZodType, O extends z.ZodType>(parts: CallParts<I, O>): Call<I, O, 'query', 'file'>
export function query<I extends z.ZodType, O extends z.ZodType, N extends CallNeeds>(
  parts: PartsWithNeeds<I, O, N>,
): Call<I, O, 'query', N>
export function query(parts: CallParts<z.ZodType, z.ZodType> & { readonly needs?: CallNeeds }): Call {
  return { needs: 'file', ...parts, kind: 'query' }
}

/** A call that changes. Its handler gets a Writer inside one transaction that also leaves the audit. */
export function command<I extends z.ZodType, O extends z.ZodType>(parts: CallParts<I, O>): Call<I, O, 'command', 'file'>
export function command<I extends z.ZodType, O extends z.ZodType, N extends CallNeeds>(
  parts: PartsWithNeeds<I, O, N>,
): Call<I, O, 'command', N>
export function command(parts: CallParts<z.ZodType, z.ZodType> & { readonly needs?: CallNeeds }): Call {
  return { needs: 'file', ...parts, kind: 'command' }
}

export type AreaContract = Readonly<Record<string, Call>>
export type InputOf<C extends Call> = z.input<C['input']>
export type ParsedInputOf<C extends Call> = z.output<C['input']>
export type OutputOf<C extends Call> = z.output<C['output']>
