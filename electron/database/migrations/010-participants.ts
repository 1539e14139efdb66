// Version 10: who carries a đề án out and who helps as records made of the text so far, and budget lines that belong to one beneficiary.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

interface OldTexts {
  readonly id: number
  readonly implementing_unit: string
  readonly cooperating_units: string
}

export function participants(db: Database.Database): void {
  db.exec(`
    CREATE TABLE project_participant (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('implementer', 'cooperator')),
      establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
      name TEXT NOT NULL CHECK (name <> ''),
      share_basis_points INTEGER CHECK (share_basis_points BETWEEN 0 AND 10000)
    ) STRICT;
    CREATE INDEX participant_by_version ON project_participant (version_id, rank);
    CREATE INDEX participant_by_establishment ON project_participant (establishment_id);

    ALTER TABLE budget_line ADD COLUMN beneficiary_id INTEGER REFERENCES project_beneficiary (id) ON DELETE SET NULL;
    CREATE INDEX budget_line_by_beneficiary ON budget_line (beneficiary_id);
  `)
  const insert = db.prepare('INSERT INTO project_participant (version_id, rank, role, name) VALUES (?, ?, ?, ?)')
  const versions = db
    .prepare('SELECT id, implementing_unit, cooperating_units FROM project_version')
    .all() as OldTexts[]
  for (const version of versions) {
    const units = [
      ...linesOf(version.implementing_unit).map((name) => ['implementer', name] as const),
      ...linesOf(version.cooperating_units).map((name) => ['cooperator', name] as const),
    ]
    units.forEach(([role, name], rank) => {
      insert.run(version.id, rank, role, name)
    })
  }
  // After the rows of versions already locked are in.
  const isLocked = (row: string) => `(SELECT locked FROM project_version WHERE id = ${row}.version_id) = 1`
  const refuse = `SELECT RAISE(ABORT, 'version-locked');`
  db.exec(`
    CREATE TRIGGER locked_project_participant_insert BEFORE INSERT ON project_participant
      WHEN ${isLocked('NEW')} BEGIN ${refuse} END;
    CREATE TRIGGER locked_project_participant_update BEFORE UPDATE ON project_participant
      WHEN ${isLocked('OLD')} OR ${isLocked('NEW')} BEGIN ${refuse} END;
    CREATE TRIGGER locked_project_participant_delete BEFORE DELETE ON project_participant
      WHEN ${isLocked('OLD')} BEGIN ${refuse} END;
  `)
  for (const table of ['project_participant', 'budget_line']) auditTable(db, table)
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
