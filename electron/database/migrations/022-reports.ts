// Version 22: figures of reports that the office types itself, each with where it comes from; and the days money moved on.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const figure = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`

export function reports(db: Database.Database): void {
  db.exec(`
    CREATE TABLE report_addition (
      id INTEGER PRIMARY KEY,
      report TEXT NOT NULL CHECK (report IN ('B5', 'B6')),
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      indicator TEXT NOT NULL CHECK (indicator <> ''),
      ${figure('national_amount')}, ${figure('local_amount')},
      ${figure('national_quantity')}, ${figure('local_quantity')},
      source TEXT NOT NULL CHECK (source <> ''),
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK ((report = 'B5') = (national_quantity IS NULL AND local_quantity IS NULL)),
      CHECK ((report = 'B6') = (national_amount IS NULL AND local_amount IS NULL))
    ) STRICT;
    CREATE INDEX report_addition_by_year ON report_addition (year, report, indicator);
    CREATE INDEX contract_payment_by_day ON contract_payment (on_date);
    CREATE INDEX acceptance_by_day ON acceptance (date);
    CREATE INDEX settlement_by_approval ON settlement (approved_on);
  `)
  auditTable(db, 'report_addition')
}
