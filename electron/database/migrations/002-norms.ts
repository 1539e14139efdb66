// Version 2: the office's own support norms, what a version answers for its checks, and warnings set aside with a reason.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

export function norms(db: Database.Database): void {
  db.exec(`
    CREATE TABLE norm_set (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      resolution_number TEXT NOT NULL DEFAULT '',
      resolution_date TEXT ${date('resolution_date')},
      territory TEXT CHECK (territory <> ''),
      effective_from TEXT NOT NULL ${date('effective_from')},
      effective_to TEXT ${date('effective_to')} CHECK (effective_to >= effective_from),
      priority_multiplier_thousandths INTEGER CHECK (priority_multiplier_thousandths >= 1000),
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE norm_row (
      id INTEGER PRIMARY KEY,
      norm_set_id INTEGER NOT NULL REFERENCES norm_set (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      code TEXT NOT NULL CHECK (code <> ''),
      sub_content TEXT NOT NULL CHECK (sub_content <> ''),
      name TEXT NOT NULL DEFAULT '',
      max_percent_basis_points INTEGER CHECK (max_percent_basis_points BETWEEN 0 AND 10000),
      base_from TEXT NOT NULL CHECK (base_from IN ('total', 'part', 'outside')),
      base TEXT NOT NULL DEFAULT '',
      max_amount INTEGER CHECK (max_amount >= 0),
      unit TEXT NOT NULL DEFAULT '',
      legal_basis TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      UNIQUE (norm_set_id, code)
    ) STRICT;

    CREATE TABLE check_answers (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL UNIQUE REFERENCES project_version (id) ON DELETE CASCADE,
      priority INTEGER NOT NULL DEFAULT 0 CHECK (priority IN (0, 1)),
      combine_reason TEXT NOT NULL DEFAULT '',
      norm_code TEXT NOT NULL DEFAULT '',
      base_amount INTEGER CHECK (base_amount >= 0),
      old_place TEXT CHECK (old_place IN ('yes', 'no')),
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE check_override (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      check_code TEXT NOT NULL CHECK (check_code <> ''),
      words TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE RESTRICT
    ) STRICT;
    CREATE INDEX check_override_by_project ON check_override (project_id);
    CREATE INDEX check_override_by_version ON check_override (version_id, check_code);
    CREATE INDEX check_override_by_command ON check_override (command_id);
  `)
  const isLocked = (row: string) => `(SELECT locked FROM project_version WHERE id = ${row}.version_id) = 1`
  const refuse = `SELECT RAISE(ABORT, 'version-locked');`
  db.exec(`
    CREATE TRIGGER locked_check_answers_insert BEFORE INSERT ON check_answers WHEN ${isLocked('NEW')}
      BEGIN ${refuse} END;
    CREATE TRIGGER locked_check_answers_update BEFORE UPDATE ON check_answers
      WHEN ${isLocked('OLD')} OR ${isLocked('NEW')} BEGIN ${refuse} END;
    CREATE TRIGGER locked_check_answers_delete BEFORE DELETE ON check_answers WHEN ${isLocked('OLD')}
      BEGIN ${refuse} END;
  `)
  for (const table of ['norm_set', 'norm_row', 'check_answers', 'check_override']) auditTable(db, table)
}
