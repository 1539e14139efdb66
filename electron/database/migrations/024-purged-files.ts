// Version 24: removed attachments whose bytes were cleared away for good: what they were, when and why.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

export function purgedFiles(db: Database.Database): void {
  db.exec(`
    CREATE TABLE purged_file (
      id INTEGER PRIMARY KEY,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL,
      removed_on TEXT NOT NULL CHECK (removed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      purged_on TEXT NOT NULL CHECK (purged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT;
  `)
  auditTable(db, 'purged_file')
}
