// Version 16: names of who uses the file, each with a role and a hashed secret. Without a single row nothing of it is seen.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

/** Never in the audit: hashes, and the count of wrong tries, which belongs to no command that stands. */
const unaudited = ['secret', 'recovery', 'failed_tries', 'last_failed_at']

const tries = `
  failed_tries INTEGER NOT NULL DEFAULT 0 CHECK (failed_tries >= 0),
  last_failed_at TEXT`

export function people(db: Database.Database): void {
  db.exec(`
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      name_fold TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('view', 'enter', 'approve', 'administer')),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      secret TEXT NOT NULL CHECK (json_valid(secret)),
      ${tries},
      last_signed_in TEXT,
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE access_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 240),
      recovery TEXT NOT NULL CHECK (json_valid(recovery)),
      ${tries}
    ) STRICT;
  `)
  for (const table of ['account', 'access_settings']) auditTable(db, table, { without: unaudited })
}
