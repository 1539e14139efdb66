// Keeps prepared statements for the next time the same SQL comes: kysely prepares anew at every query, and a wide insert
// with its audit trigger costs more to prepare than to run.
import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const mostStatements = 300

export function withStatementCache(db: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare(sql) {
      // A full disk makes SQLite roll back by itself; a second rollback would fail and hide what happened.
      if (sql === 'rollback' && !db.inTransaction) return db.prepare('SELECT 1 WHERE false')
      const known = statements.get(sql)
      // A statement that is being read row by row cannot serve a second reader.
      if (known !== undefined && !known.busy) {
        statements.delete(sql)
        statements.set(sql, known)
        return known
      }
      const fresh = db.prepare(sql)
      statements.set(sql, fresh)
      if (statements.size > mostStatements) {
        const [oldest] = statements.keys()
        if (oldest !== undefined) statements.delete(oldest)
      }
      return fresh
    },
    close() {
      statements.clear()
      db.close()
    },
  }
}
