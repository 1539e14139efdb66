// Version 19: a mark of what each row held when it was last saved, against damage inside a cell (see rowMarks.ts). The marks
// themselves are written by the runner, after the last migration.
import type Database from 'better-sqlite3'

export function rowMarks(db: Database.Database): void {
  db.exec(`
    CREATE TABLE row_mark (
      table_name TEXT NOT NULL,
      row_id INTEGER NOT NULL,
      mark INTEGER NOT NULL,
      PRIMARY KEY (table_name, row_id)
    ) WITHOUT ROWID, STRICT;
  `)
}
