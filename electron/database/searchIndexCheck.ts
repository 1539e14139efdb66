// Whether the words that the search looks up are those of the entries. SQLite's own check sees only that the index hangs together.
import Database from 'better-sqlite3'

/**
 * Over a copy that nobody writes. Asking is an INSERT to SQLite and needs a file that could be written, but writes nothing; of
 * one that cannot be, such as on a stick switched to read-only, nothing is said.
 */
export function searchIndexMatches(file: string): boolean {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.exec("BEGIN; INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1); ROLLBACK")
    return true
  } catch (error) {
    return !(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT'))
  } finally {
    db.close()
  }
}
