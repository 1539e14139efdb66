// Version 3: nhu cầu of cơ sở, from the survey to the đề án that takes them.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

export function needs(db: Database.Database): void {
  db.exec(`
    CREATE TABLE need (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
      asker TEXT NOT NULL CHECK (asker <> ''),
      content_group TEXT NOT NULL
        CHECK (content_group IN ('ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'ND9')),
      sub_content TEXT,
      activity TEXT NOT NULL CHECK (activity <> ''),
      total_investment INTEGER CHECK (total_investment > 0),
      wished_support INTEGER CHECK (wished_support > 0),
      received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      note TEXT NOT NULL DEFAULT '',
      outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'taken', 'declined')),
      decline_reason TEXT NOT NULL DEFAULT '',
      project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
      words_fold TEXT NOT NULL,
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK ((outcome = 'taken') = (project_id IS NOT NULL)),
      CHECK ((outcome = 'declined') = (decline_reason <> ''))
    ) STRICT;
    CREATE INDEX need_by_year ON need (year, outcome);
    CREATE INDEX need_by_establishment ON need (establishment_id);
    CREATE INDEX need_by_project ON need (project_id);
  `)
  auditTable(db, 'need')
}
