// Version 21: packages sent upward, kept as they went out, and consolidations of many centres with their sources.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const hash = (column: string) => `CHECK (length(${column}) = 64 AND NOT ${column} GLOB '*[^0-9a-f]*')`

/** What never changes once a package went out; only its recall is written, once. */
const sent = [
  'id',
  'year',
  'number',
  'recipient',
  'sent_on',
  'note',
  'projects',
  'checksum',
  'file_sha256',
  'file_name',
  'data',
  'bytes',
  'replaces_id',
]

export function packages(db: Database.Database): void {
  db.exec(`
    CREATE TABLE sent_package (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      number INTEGER NOT NULL CHECK (number > 0),
      recipient TEXT NOT NULL CHECK (recipient <> ''),
      sent_on TEXT NOT NULL ${date('sent_on')},
      note TEXT NOT NULL DEFAULT '',
      projects INTEGER NOT NULL CHECK (projects >= 0),
      checksum TEXT NOT NULL ${hash('checksum')},
      file_sha256 TEXT NOT NULL ${hash('file_sha256')},
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      data TEXT NOT NULL CHECK (json_valid(data)),
      bytes BLOB NOT NULL CHECK (length(bytes) > 0),
      replaces_id INTEGER REFERENCES sent_package (id) ON DELETE RESTRICT,
      recalled_on TEXT ${date('recalled_on')},
      recalled_reason TEXT NOT NULL DEFAULT '',
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (year, number),
      CHECK ((recalled_on IS NULL) = (recalled_reason = '')),
      CHECK (replaces_id <> id)
    ) STRICT;
    CREATE UNIQUE INDEX sent_package_replaced_once ON sent_package (replaces_id) WHERE replaces_id IS NOT NULL;

    CREATE TRIGGER sent_package_is_final BEFORE UPDATE ON sent_package
      WHEN OLD.recalled_on IS NOT NULL OR ${sent.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')}
      BEGIN SELECT RAISE(ABORT, 'issued-is-final'); END;
    CREATE TRIGGER sent_package_stays BEFORE DELETE ON sent_package
      BEGIN SELECT RAISE(ABORT, 'issued-is-final'); END;

    CREATE TABLE consolidation (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      note TEXT NOT NULL DEFAULT '',
      year INTEGER CHECK (year BETWEEN 1990 AND 2100),
      saved_on TEXT NOT NULL ${date('saved_on')},
      settings TEXT NOT NULL CHECK (json_valid(settings)),
      result TEXT NOT NULL CHECK (json_valid(result)),
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE consolidation_source (
      id INTEGER PRIMARY KEY,
      consolidation_id INTEGER NOT NULL REFERENCES consolidation (id) ON DELETE CASCADE,
      file_key TEXT NOT NULL ${hash('file_key')},
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      reading TEXT NOT NULL CHECK (json_valid(reading)),
      UNIQUE (consolidation_id, file_key)
    ) STRICT;
  `)
  auditTable(db, 'sent_package', { without: ['bytes', 'data'] })
  auditTable(db, 'consolidation')
  auditTable(db, 'consolidation_source')
}
