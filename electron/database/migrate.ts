// Brings a data file to the newest schema: one transaction a migration, foreign keys checked before each commit.
import type Database from 'better-sqlite3'
import type { Migration } from './migrations'
import { forgetMarks, hasRowMarks, markEveryRow } from './rowMarks'

export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Foreign keys are switched off outside the transaction: inside it the pragma does nothing, and rebuilding a table with
 * them on would delete its children.
 * @throws the error of the migration that failed; that migration has left nothing behind, earlier ones stay.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  for (let version = schemaVersion(db); version < migrations.length; version += 1) {
    const migration = migrations[version]
    if (migration === undefined) throw new Error(`no migration makes version ${version + 1}`)
    db.pragma('foreign_keys = OFF')
    try {
      db.exec('BEGIN IMMEDIATE')
      try {
        migration(db)
        // What was saved under another schema is marked as it is now, together with the schema itself.
        if (hasRowMarks(db)) {
          if (version + 1 === migrations.length) markEveryRow(db)
          else forgetMarks(db)
        }
        const broken = db.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`migration ${version + 1} leaves ${broken.length} broken references`)
        db.pragma(`user_version = ${version + 1}`)
        db.exec('COMMIT')
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    } finally {
      db.pragma('foreign_keys = ON')
    }
  }
}
