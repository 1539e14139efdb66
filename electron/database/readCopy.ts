// A file opened only to be read, such as a copy: never locked, never migrated, never written.
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from './access'
import type { Schema } from './schema'

export type RawDatabase = Database.Database

/** `raw` is for what only SQLite can tell, in this layer's own functions. */
export async function readCopy<T>(
  file: string,
  today: PlainDate,
  run: (reader: Reader, raw: RawDatabase) => Promise<T>,
): Promise<T> {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  db.pragma('trusted_schema = OFF')
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: db }) })
  try {
    return await run({ db: kysely, today }, db)
  } finally {
    await kysely.destroy()
  }
}
