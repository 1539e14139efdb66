// Version 23: programmes of several years with their targets, and published totals of years before the file.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const year = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} BETWEEN 1990 AND 2100)`
const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const needed = (column: string) => `${column} TEXT NOT NULL CHECK (${column} <> '')`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`

export function programmePeriods(db: Database.Database): void {
  db.exec(`
    CREATE TABLE programme_period (
      id INTEGER PRIMARY KEY,
      ${needed('name')}, ${year('from_year')}, ${year('to_year')},
      ${text('decision_number')}, ${date('decision_date')}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (from_year <= to_year)
    ) STRICT;
    CREATE TABLE programme_target (
      id INTEGER PRIMARY KEY,
      programme_period_id INTEGER NOT NULL REFERENCES programme_period (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      ${needed('measure')}, ${needed('name')}, ${text('unit')},
      least INTEGER NOT NULL CHECK (least >= 0),
      most INTEGER CHECK (most >= least),
      typed INTEGER CHECK (typed >= 0),
      ${text('note')}
    ) STRICT;
    CREATE INDEX programme_target_by_period ON programme_target (programme_period_id, rank);
    CREATE TABLE year_total (
      id INTEGER PRIMARY KEY,
      ${year('from_year')}, ${year('to_year')},
      scope TEXT NOT NULL CHECK (scope IN ('national', 'local', 'both')),
      projects INTEGER CHECK (projects >= 0),
      ${money('national')}, ${money('local')}, ${money('counterpart')}, ${money('other')},
      published INTEGER CHECK (published >= 0),
      rounded_to INTEGER NOT NULL CHECK (rounded_to > 0),
      ${needed('source')}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (from_year <= to_year)
    ) STRICT;
    CREATE INDEX year_total_by_years ON year_total (from_year, to_year);
  `)
  for (const table of ['programme_period', 'programme_target', 'year_total']) auditTable(db, table)
}
