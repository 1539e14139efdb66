// What handlers hold: a Reader that can only select, a Writer that lives inside the one transaction of its command.
import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { AreaContract, Call } from '../../shared/contract/call'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Schema } from './schema'

export type ReadableDatabase = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn'>

export interface Reader {
  readonly db: ReadableDatabase
  /** The day on the user's calendar. */
  readonly today: PlainDate
}

export interface Writer extends Reader {
  readonly db: Transaction<Schema>
}

type ContextOf<C extends Call> = C['kind'] extends 'command' ? Writer : Reader

/** Waits for another turn at the data file and reads: what it finds may be newer than what the first turn found. */
export type ReadAgain = <T>(read: (reader: Reader) => Promise<T>) => Promise<T>

/** Work beside the data file, such as rendering a paper: it runs after the file is free for other calls. */
export class Later<T> {
  readonly run: (readAgain: ReadAgain) => Promise<T>

  constructor(run: (readAgain: ReadAgain) => Promise<T>) {
    this.run = run
  }
}

/** The handlers of an area: one function a call, of exactly the shapes the contract names. */
export type AreaHandlers<A extends AreaContract> = {
  readonly [C in keyof A]: A[C]['needs'] extends 'file'
    ? (
        context: ContextOf<A[C]>,
        input: z.output<A[C]['input']>,
      ) => Promise<z.input<A[C]['output']> | (A[C]['kind'] extends 'query' ? Later<z.input<A[C]['output']>> : never)>
    : (input: z.output<A[C]['input']>) => Promise<z.input<A[C]['output']>>
}
