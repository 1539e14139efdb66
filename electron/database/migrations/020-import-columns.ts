// Version 20: what users gave to the headings of their own workbooks, so that the next import needs no telling.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

export function importColumns(db: Database.Database): void {
  db.exec(`
    CREATE TABLE import_column (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind <> ''),
      heading_key TEXT NOT NULL UNIQUE CHECK (heading_key <> ''),
      heading TEXT NOT NULL,
      field TEXT NOT NULL
    ) STRICT;
  `)
  auditTable(db, 'import_column')
}
