// Version 7: the office's own deadlines, which rules are switched off, the events that days are counted from, what was ticked.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string, nullable: boolean) =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

export function deadlines(db: Database.Database): void {
  db.exec(`
    CREATE TABLE deadline_rule (
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
      opens TEXT NOT NULL CHECK (opens IN ('plan', 'projects')),
      legal_basis TEXT NOT NULL DEFAULT '',
      ${date('effective_from', true)},
      ${date('effective_to', true)},
      note TEXT NOT NULL DEFAULT '',
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (CASE kind
        WHEN 'yearly' THEN month IS NOT NULL AND day IS NOT NULL
        WHEN 'monthly' THEN day IS NOT NULL
        ELSE days IS NOT NULL AND event <> '' END)
    ) STRICT;
    CREATE TABLE deadline_off (id INTEGER PRIMARY KEY, rule_key TEXT NOT NULL UNIQUE CHECK (rule_key <> '')) STRICT;
    CREATE TABLE deadline_event (
      id INTEGER PRIMARY KEY,
      rule_key TEXT NOT NULL CHECK (rule_key <> ''),
      ${date('date', false)},
      what TEXT NOT NULL CHECK (what <> '')
    ) STRICT;
    CREATE TABLE deadline_done (
      id INTEGER PRIMARY KEY,
      occurrence_key TEXT NOT NULL UNIQUE CHECK (occurrence_key <> ''),
      ${date('done_on', false)},
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
  `)
  for (const table of ['deadline_rule', 'deadline_off', 'deadline_event', 'deadline_done']) auditTable(db, table)
}
