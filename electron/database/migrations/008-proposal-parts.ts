// Version 8: what a đề án holds beside its prose: machines, schedule, legal bases, support to be repaid.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const part = (columns: string) => `
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  ${columns}`
const month = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`

/** Parts of a version: refused to change once their version is locked, whoever asks. */
const versionParts = ['project_equipment', 'schedule_step', 'project_legal_basis', 'repayment']

export function proposalParts(db: Database.Database): void {
  db.exec(`
    ALTER TABLE project_version ADD COLUMN superiority TEXT NOT NULL DEFAULT '';
    ALTER TABLE project_version ADD COLUMN support_mode TEXT NOT NULL DEFAULT 'grant'
      CHECK (support_mode IN ('grant', 'recoverable'));

    CREATE TABLE project_equipment (${part(`
      name TEXT NOT NULL CHECK (name <> ''), origin TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '',
      quantity_thousandths INTEGER CHECK (quantity_thousandths >= 0), unit_price INTEGER CHECK (unit_price >= 0),
      note TEXT NOT NULL DEFAULT ''`)}
    ) STRICT;
    CREATE TABLE schedule_step (${part(`
      content TEXT NOT NULL CHECK (content <> ''), ${month('start_month')}, ${month('end_month')},
      in_charge TEXT NOT NULL DEFAULT '', CHECK (start_month <= end_month)`)}
    ) STRICT;
    CREATE TABLE project_legal_basis (${part(`
      basis TEXT NOT NULL CHECK (basis <> ''), UNIQUE (version_id, basis)`)}
    ) STRICT;
    CREATE TABLE repayment (${part(`
      due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      amount INTEGER NOT NULL CHECK (amount > 0)`)}
    ) STRICT;
  `)
  const isLocked = (row: string) => `(SELECT locked FROM project_version WHERE id = ${row}.version_id) = 1`
  const refuse = `SELECT RAISE(ABORT, 'version-locked');`
  for (const table of versionParts)
    db.exec(`
      CREATE INDEX ${table}_by_version ON ${table} (version_id, rank);
      CREATE TRIGGER locked_${table}_insert BEFORE INSERT ON ${table} WHEN ${isLocked('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_update BEFORE UPDATE ON ${table} WHEN ${isLocked('OLD')} OR ${isLocked('NEW')}
        BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_delete BEFORE DELETE ON ${table} WHEN ${isLocked('OLD')} BEGIN ${refuse} END;
    `)
  for (const table of ['project_version', ...versionParts]) auditTable(db, table)
}
