// Version 17: what was locked is kept beside it as it was, so that a change past the program is noticed.
import type Database from 'better-sqlite3'
import { sealAll } from '../seals'

export function seals(db: Database.Database): void {
  db.exec(`
    CREATE TABLE seal (
      id INTEGER PRIMARY KEY,
      table_name TEXT NOT NULL,
      record_id INTEGER NOT NULL,
      content BLOB NOT NULL,
      UNIQUE (table_name, record_id)
    ) STRICT;
    CREATE TRIGGER seal_is_final BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'seal-is-final'); END;
    CREATE TRIGGER seal_stays BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'seal-is-final'); END;
  `)
  sealAll(db)
}
