// Gives back the room of what was cleared away. SQLite writes the smaller file beside and takes it over in one transaction:
// cut short, the file is as it was.
import Database from 'better-sqlite3'
import { applyPragmas } from './pragmas'

/** Of a file that nobody has open. */
export function compactDataFile(file: string): void {
  const db = new Database(file, { fileMustExist: true, timeout: 300 })
  try {
    applyPragmas(db)
    db.exec('VACUUM')
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}
