// One open data file as kysely: queries on a connection that refuses to write, commands each in one audited transaction.
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { UndoKind } from '../../shared/contract/call'
import { Refusal } from '../../shared/contract/errors'
import { findCall } from '../../shared/contract/index'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from './access'
import { type CopyProgress, copyDatabase } from './backups/copyDatabase'
import { clockWords, savedInTimeToCome } from './clockCheck'
import { type DataFile, openDataFile } from './dataFile'
import { storageRefusal } from './fileProblems'
import { existsNow, type FileSystem, type FilesNow, machineFiles } from './fileSystem'
import { refuseLockedYears } from './lockedYears'
import { type HeldLock, holderWords, holdLock, type LockRecord, lockState } from './lockRecord'
import { migrations } from './migrations'
import { startPauses } from './pause'
import { RecordMap } from './records'
import { RowMarks } from './rowMarks'
import type { Schema } from './schema'
import { sealNew } from './seals'
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
  /** The name of who has signed in, asked at each command; null where the office names nobody. */
  readonly signedIn?: () => string | null
  readonly clock: Clock
  /** The machine's own unless given. */
  readonly files?: FileSystem
  readonly onSlowQuery?: (sql: string, milliseconds: number) => void
}

const leftOpenWords = (holder: string) =>
  `Lần trước tệp không được đóng đúng cách (${holder}), có thể do mất điện hoặc tắt máy. Mọi việc đã lưu vẫn còn và tệp đã được kiểm tra.`

const heldBy = (lock: LockRecord) => new Refusal('file.busy', holderWords(lock))

/** Before anything is done to a file that takes long. @throws Refusal file.busy: another machine works on it right now */
export function refuseHeldFile(path: string, { actor, files }: Pick<SessionOptions, 'actor' | 'files'>): void {
  const state = lockState(path, { host: actor.host, user: actor.name }, files?.now)
  if (state.kind === 'held') throw heldBy(state.lock)
}

const slowQueryMilliseconds = 40

/** What no call of the contract does, such as filling the sample, is not for Ctrl+Z. */
function undoKindOf(commandName: string): UndoKind {
  return findCall(commandName)?.undo ?? 'final'
}

/**
 * What a killed program left and SQLite has played back: its first byte is wiped, which is how SQLite itself knows a journal
 * that counts no more, but as long as nothing is written after it, it stays. To be called while the file is still held:
 * nobody else can have begun to fill it.
 */
function removeSpentJournal(file: string, files: FilesNow): void {
  const journal = `${file}-journal`
  try {
    if (!existsNow(files, journal)) return
    const handle = files.openSync(journal, 'r')
    const first = Buffer.alloc(1)
    const length = files.readSync(handle, first, 0, 1, 0)
    files.closeSync(handle)
    if (length === 0 || first[0] === 0) files.rmSync(journal)
  } catch {
    // It holds nothing; that it stays costs nothing either.
  }
}

export class Session {
  readonly file: DataFile
  /** The last command that was in the file when it was opened. */
  readonly openedAfter: number
  readonly #db: Database.Database
  readonly #kysely: Kysely<Schema>
  readonly #options: SessionOptions
  readonly #lock: HeldLock
  readonly #records: RecordMap
  readonly #marks: RowMarks
  /** Calls wait for one another: a query between two statements of a command would see half of it. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(file: DataFile, options: SessionOptions, lock: HeldLock) {
    this.file = file
    this.#lock = lock
    this.#db = file.db
    this.#options = options
    this.#records = new RecordMap(file.db)
    this.#marks = new RowMarks(file.db)
    this.openedAfter = Number(file.db.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get())
    this.#kysely = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: withStatementCache(file.db) }),
      log: (event) => {
        if (event.queryDurationMillis >= slowQueryMilliseconds)
          options.onSlowQuery?.(event.query.sql, event.queryDurationMillis)
      },
    })
  }

  static open(path: string, options: SessionOptions): Session {
    const files = options.files ?? machineFiles
    const file = openDataFile(path, migrations, files)
    try {
      const me = { host: options.actor.host, user: options.actor.name }
      const state = lockState(path, me, files.now)
      if (state.kind === 'held') throw heldBy(state.lock)
      const toCome = savedInTimeToCome(file.db, options.clock.instant())
      const warnings = [
        ...file.warnings,
        ...(state.kind === 'stale' ? [leftOpenWords(holderWords(state.lock))] : []),
        ...(toCome === null ? [] : [clockWords(toCome, options.clock.today())]),
      ]
      return new Session({ ...file, warnings }, options, holdLock(path, me, files.now))
    } catch (error) {
      file.db.close()
      throw storageRefusal(error, path) ?? error
    }
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

  /** @throws Refusal file.busy also where another machine has opened the file meanwhile, as after this one slept for long */
  write<T>(commandName: string, run: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      const other = this.#lock.takenOverBy()
      if (other !== null) throw heldBy(other)
      return this.#kysely.transaction().execute(async (transaction) => {
        const { actor, clock, signedIn } = this.#options
        const name = signedIn?.() ?? actor.name
        const { id } = await transaction
          .insertInto('command')
          .values({
            at: clock.instant(),
            actor: name,
            host: actor.host,
            name: commandName,
            undo: undoKindOf(commandName),
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        const value = await run({ db: transaction, today: clock.today() })
        // The same connection, so the same transaction.
        const pause = startPauses()
        const { years } = await this.#records.note(id, pause)
        sealNew(this.#db, id)
        await this.#marks.note(id, pause)
        if (years.size > 0) await refuseLockedYears(transaction, years)
        return value
      })
    })
  }

  /** The number of the last command: two equal numbers mean that nothing was saved between. */
  lastCommand(): Promise<number> {
    return this.#inTurn(async () => Number(this.#db.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get()))
  }

  /** When, of work saved lately, the latest was done, should that time be yet to come by the machine's clock. */
  savedInTimeToCome(): Promise<string | null> {
    return this.#inTurn(async () => savedInTimeToCome(this.#db, this.#options.clock.instant()))
  }

  /** Every table: its name, how it was made, how many rows it has. No row is told. */
  shape(): Promise<{ name: string; sql: string; rows: number }[]> {
    return this.#inTurn(async () => {
      const tables = this.#db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .all() as { name: string; sql: string }[]
      return tables.map((table) => ({
        ...table,
        rows: Number(this.#db.prepare(`SELECT count(*) FROM "${table.name}"`).pluck().get()),
      }))
    })
  }

  /** Copies the file while calls go on: they wait only until the copy has begun. */
  async copyTo(target: string, files: FileSystem, onProgress?: (progress: CopyProgress) => void): Promise<void> {
    let copying: Promise<void> = Promise.resolve()
    await this.#inTurn(async () => {
      const started = new Promise<void>((resolve) => {
        copying = copyDatabase(this.#db, target, {
          files,
          onStarted: resolve,
          ...(onProgress === undefined ? {} : { onProgress }),
        })
      })
      await Promise.race([started, copying])
    })
    try {
      await copying
    } catch (error) {
      throw storageRefusal(error, this.file.path) ?? error
    }
  }

  /** Waits for what is running, then lets the file go. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined)
    try {
      // Takes the empty journal away: after closing, the one file is all there is to copy. Not that of who has it open now.
      if (this.#db.open && this.#lock.takenOverBy() === null) {
        this.#db.pragma('journal_mode = DELETE')
        removeSpentJournal(this.file.path, (this.#options.files ?? machineFiles).now)
      }
    } finally {
      await this.#kysely.destroy()
      if (this.#db.open) this.#db.close()
      this.#lock.release()
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
