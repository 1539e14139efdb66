// Changes a data file behind the program's back, as a stray tool or a flipped bit would: no guard and no audit of the file
// takes part, and all of them are there again afterwards.
import Database from 'better-sqlite3'

export function corrupt(file: string, change: string | ((db: Database.Database) => void)): void {
  const db = new Database(file)
  try {
    db.pragma('foreign_keys = OFF')
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
    db.transaction(() => {
      for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
      if (typeof change === 'string') db.exec(change)
      else change(db)
      for (const { sql } of triggers) db.exec(sql)
    })()
  } finally {
    db.close()
  }
}
