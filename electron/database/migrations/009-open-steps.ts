// Version 9: which steps a đề án may take, and which screen a deadline opens, is the program's table to say, not the file's.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/** Both tables are built anew without their closed lists: the steps of carrying out come after those of planning. */
export function openSteps(db: Database.Database): void {
  db.exec(`
    CREATE TABLE project_step_open (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      step TEXT NOT NULL CHECK (step <> ''),
      from_status TEXT NOT NULL CHECK (from_status <> ''),
      to_status TEXT NOT NULL CHECK (to_status <> ''),
      on_date TEXT NOT NULL ${date('on_date')},
      document_number TEXT NOT NULL DEFAULT '',
      document_date TEXT ${date('document_date')},
      reason TEXT NOT NULL DEFAULT '',
      round INTEGER NOT NULL CHECK (round >= 0)
    ) STRICT;
    INSERT INTO project_step_open
      SELECT id, project_id, version_id, step, from_status, to_status, on_date, document_number, document_date, reason,
        round FROM project_step;
    DROP TABLE project_step;
    ALTER TABLE project_step_open RENAME TO project_step;
    CREATE INDEX project_step_by_project ON project_step (project_id, id);
    CREATE INDEX project_step_by_version ON project_step (version_id);

    CREATE TABLE deadline_rule_open (
      id INTEGER PRIMARY KEY,
      programme TEXT NOT NULL CHECK (programme IN ('national', 'local')),
      step TEXT NOT NULL CHECK (step <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('yearly', 'monthly', 'after')),
      month INTEGER CHECK (month BETWEEN 1 AND 12),
      day INTEGER CHECK (day BETWEEN 1 AND 31),
      before INTEGER NOT NULL DEFAULT 0 CHECK (before IN (0, 1)),
      event TEXT NOT NULL DEFAULT '',
      days INTEGER CHECK (days BETWEEN 0 AND 365),
      reminder_days INTEGER NOT NULL CHECK (reminder_days BETWEEN 1 AND 30),
      opens TEXT NOT NULL CHECK (opens <> ''),
      legal_basis TEXT NOT NULL DEFAULT '',
      effective_from TEXT ${date('effective_from')},
      effective_to TEXT ${date('effective_to')},
      note TEXT NOT NULL DEFAULT '',
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (CASE kind
        WHEN 'yearly' THEN month IS NOT NULL AND day IS NOT NULL
        WHEN 'monthly' THEN day IS NOT NULL
        ELSE days IS NOT NULL AND event <> '' END)
    ) STRICT;
    INSERT INTO deadline_rule_open
      SELECT id, programme, step, kind, month, day, before, event, days, reminder_days, opens, legal_basis,
        effective_from, effective_to, note, row_version FROM deadline_rule;
    DROP TABLE deadline_rule;
    ALTER TABLE deadline_rule_open RENAME TO deadline_rule;
  `)
  for (const table of ['project_step', 'deadline_rule']) auditTable(db, table)
}
