// Version 4: what a đề án's file must hold, attachments with their bytes, the register of outgoing papers.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const hash = "sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND NOT sha256 GLOB '*[^0-9a-f]*')"

export function archive(db: Database.Database): void {
  db.exec(`
    CREATE TABLE dossier_item (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      paper_code TEXT CHECK (paper_code <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      stage TEXT NOT NULL CHECK (stage <> ''),
      required INTEGER NOT NULL CHECK (required IN (0, 1)),
      copies INTEGER CHECK (copies > 0),
      destination TEXT NOT NULL CHECK (destination IN ('kept', 'department', 'agency')),
      received_on TEXT ${date('received_on')},
      note TEXT NOT NULL DEFAULT '',
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (project_id, paper_code)
    ) STRICT;

    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      establishment_id INTEGER REFERENCES establishment (id) ON DELETE CASCADE,
      project_id INTEGER REFERENCES project (id) ON DELETE CASCADE,
      dossier_item_id INTEGER REFERENCES dossier_item (id) ON DELETE CASCADE,
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size > 0),
      ${hash},
      added_on TEXT NOT NULL ${date('added_on')},
      bytes BLOB NOT NULL CHECK (length(bytes) = size),
      CHECK ((establishment_id IS NOT NULL) + (project_id IS NOT NULL) + (dossier_item_id IS NOT NULL) = 1)
    ) STRICT;
    CREATE INDEX attachment_by_establishment ON attachment (establishment_id);
    CREATE INDEX attachment_by_project ON attachment (project_id);
    CREATE INDEX attachment_by_dossier_item ON attachment (dossier_item_id);

    CREATE TABLE outgoing_paper (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      number INTEGER NOT NULL CHECK (number > 0),
      symbol TEXT NOT NULL CHECK (symbol <> ''),
      form TEXT NOT NULL CHECK (form <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      date TEXT NOT NULL ${date('date')},
      signer TEXT NOT NULL DEFAULT '',
      project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
      plan_id INTEGER REFERENCES plan (id) ON DELETE RESTRICT,
      recipients TEXT NOT NULL DEFAULT '',
      data TEXT NOT NULL CHECK (json_valid(data)),
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      ${hash},
      cancelled_on TEXT ${date('cancelled_on')},
      cancelled_reason TEXT NOT NULL DEFAULT '',
      bytes BLOB NOT NULL CHECK (length(bytes) > 0),
      UNIQUE (year, symbol, number),
      CHECK ((cancelled_on IS NULL) = (cancelled_reason = '')),
      CHECK (CAST(substr(date, 1, 4) AS INTEGER) = year)
    ) STRICT;
    CREATE INDEX outgoing_paper_by_project ON outgoing_paper (project_id);
    CREATE INDEX outgoing_paper_by_plan ON outgoing_paper (plan_id);

    -- An issued paper stays as it went out: only its cancelling is written, once.
    CREATE TRIGGER outgoing_paper_is_final BEFORE UPDATE ON outgoing_paper
      WHEN OLD.cancelled_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.year <> OLD.year OR NEW.number <> OLD.number
        OR NEW.symbol <> OLD.symbol OR NEW.form <> OLD.form OR NEW.title <> OLD.title OR NEW.date <> OLD.date
        OR NEW.signer <> OLD.signer OR NEW.project_id IS NOT OLD.project_id OR NEW.plan_id IS NOT OLD.plan_id
        OR NEW.recipients <> OLD.recipients OR NEW.data <> OLD.data OR NEW.file_name <> OLD.file_name
        OR NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes
      BEGIN SELECT RAISE(ABORT, 'issued-is-final'); END;
    CREATE TRIGGER outgoing_paper_stays BEFORE DELETE ON outgoing_paper
      BEGIN SELECT RAISE(ABORT, 'issued-is-final'); END;
  `)
  auditTable(db, 'dossier_item')
  auditTable(db, 'attachment', { without: ['bytes'] })
  auditTable(db, 'outgoing_paper', { without: ['bytes'] })
}
