// One open data file as kysely: queries on a connection that refuses to write, commands each in one audited transaction.
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from './access'
import { type DataFile, openDataFile } from './dataFile'
import { storageRefusal } from './fileProblems'
import type { Schema } from './schema'
import { withStatementCache } from './statementCache'

export interface Actor {
  readonly name: string
  readonly host: string
}

export interface Clock {
  readonly today: () => PlainDate
  /** UTC, for the audit only. */
  readonly instant: () => string
}

export interface SessionOptions {
  readonly actor: Actor
  readonly clock: Clock
  readonly onSlowQuery?: (sql: string, milliseconds: number) => void
}

const slowQueryMilliseconds = 40

export class Session {
  readonly file: DataFile
  readonly #db: Database.Database
  readonly #kysely: Kysely<Schema>
  readonly #options: SessionOptions
  /** Calls wait for one another: a query between two statements of a command would see half of it. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(file: DataFile, options: SessionOptions) {
    this.file = file
    this.#db = file.db
    this.#options = options
    this.#kysely = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: withStatementCache(file.db) }),
      log: (event) => {
        if (event.queryDurationMillis >= slowQueryMilliseconds)
          options.onSlowQuery?.(event.query.sql, event.queryDurationMillis)
      },
    })
  }

  static open(path: string, options: SessionOptions): Session {
    return new Session(openDataFile(path), options)
  }

  read<T>(run: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#db.pragma('query_only = ON')
      try {
        return await run({ db: this.#kysely, today: this.#options.clock.today() })
      } finally {
        this.#db.pragma('query_only = OFF')
      }
    })
  }

  write<T>(commandName: string, run: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#inTurn(() =>
      this.#kysely.transaction().execute(async (transaction) => {
        const { actor, clock } = this.#options
        await transaction
          .insertInto('command')
          .values({ at: clock.instant(), actor: actor.name, host: actor.host, name: commandName })
          .execute()
        return await run({ db: transaction, today: clock.today() })
      }),
    )
  }

  /** Waits for what is running, then lets the file go. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined)
    try {
      // Takes the empty journal away: after closing, the one file is all there is to copy.
      if (this.#db.open) this.#db.pragma('journal_mode = DELETE')
    } finally {
      await this.#kysely.destroy()
      if (this.#db.open) this.#db.close()
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last
      .catch(() => undefined)
      .then(work)
      .catch((error: unknown) => {
        throw storageRefusal(error, this.file.path) ?? error
      })
    this.#last = turn
    return turn
  }
}
