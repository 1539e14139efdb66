// What a call is: the one description from which handlers, bridge, client, command line and tests are made by a loop.
import type { z } from 'zod'
import type { BackupReason } from '../domain/backups'
import type { RoleNeeded } from '../domain/roles'

export type CallKind = 'query' | 'command'

/** Where a call is answered: over the open data file, by the program without one, or by the shell itself. */
export type CallNeeds = 'file' | 'program' | 'shell'

/**
 * Whether Ctrl+Z may take a command back. `final`: what has gone out or was decided is cancelled with a reason instead.
 * `apart`: it stands beside the work, such as an undo itself, and neither is undone nor stands in the way of an undo.
 */
export type UndoKind = 'possible' | 'final' | 'apart'

/** A command that changes much at once has the data file backed up before it begins. */
export type CopyFirst = Extract<BackupReason, 'before-import' | 'before-bulk'>

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
  readonly undo: UndoKind
  readonly copyFirst: CopyFirst | null
  /** The least role that may make this call, where the office has named its people. */
  readonly role: RoleNeeded
}

interface CallParts<I extends z.ZodType, O extends z.ZodType> {
  readonly summary: string
  readonly input: I
  readonly output: O
  /** 'view' for a query unless said. */
  readonly role?: RoleNeeded
}

interface CommandParts<I extends z.ZodType, O extends z.ZodType> extends CallParts<I, O> {
  /** 'possible' unless said. */
  readonly undo?: UndoKind
  readonly copyFirst?: CopyFirst
  /** 'enter' unless said. */
  readonly role?: RoleNeeded
}

interface WithNeeds<N extends CallNeeds> {
  readonly needs: N
}

/** A call that reads. Its handler gets a Reader, on a connection that refuses to write. */
export function query<I extends z.ZodType, O extends z.ZodType>(parts: CallParts<I, O>): Call<I, O, 'query', 'file'>
export function query<I extends z.ZodType, O extends z.ZodType, N extends CallNeeds>(
  parts: CallParts<I, O> & WithNeeds<N>,
): Call<I, O, 'query', N>
export function query(parts: CallParts<z.ZodType, z.ZodType> & Partial<WithNeeds<CallNeeds>>): Call {
  return { needs: 'file', role: 'view', ...parts, undo: 'apart', copyFirst: null, kind: 'query' }
}

/** A call that changes. Its handler gets a Writer inside one transaction that also leaves the audit. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  parts: CommandParts<I, O>,
): Call<I, O, 'command', 'file'>
export function command<I extends z.ZodType, O extends z.ZodType, N extends CallNeeds>(
  parts: CommandParts<I, O> & WithNeeds<N>,
): Call<I, O, 'command', N>
export function command(parts: CommandParts<z.ZodType, z.ZodType> & Partial<WithNeeds<CallNeeds>>): Call {
  return { needs: 'file', role: 'enter', undo: 'possible', copyFirst: null, ...parts, kind: 'command' }
}

export type AreaContract = Readonly<Record<string, Call>>
export type InputOf<C extends Call> = z.input<C['input']>
export type ParsedInputOf<C extends Call> = z.output<C['input']>
export type OutputOf<C extends Call> = z.output<C['output']>
