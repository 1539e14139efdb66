// Version 14: change requests with what they ask and what was decided, and what decisions do to an approved plan.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string, rest = '') =>
  `${column} TEXT ${rest} CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const content = (column: string) => `${column} TEXT CHECK (json_valid(${column}))`
const sum = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`

export function changes(db: Database.Database): void {
  db.exec(`
    CREATE TABLE change_request (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      ${text('letter_number')}, ${date('letter_date')}, ${text('asked_by')}, ${text('reason')}, ${text('note')},
      state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'submitted', 'decided', 'withdrawn', 'cancelled')),
      ${date('submitted_on')}, ${date('withdrawn_on')}, ${text('withdrawn_reason')},
      split_from_id INTEGER REFERENCES change_request (id) ON DELETE SET NULL,
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (state = 'draft' OR submitted_on IS NOT NULL),
      CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL))
    ) STRICT;
    CREATE INDEX change_request_by_state ON change_request (state, year);
    CREATE INDEX change_request_by_year ON change_request (year);
    CREATE INDEX change_request_by_split ON change_request (split_from_id);

    CREATE TABLE change_item (
      id INTEGER PRIMARY KEY,
      request_id INTEGER NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('adjust', 'supplement', 'stop')),
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      base_version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE RESTRICT,
      ${content('asked')}, ${text('reason')}, ${sum('advanced')}, ${sum('recovery')},
      outcome TEXT CHECK (outcome IN ('approved', 'partly', 'refused')),
      ${text('outcome_note')}, ${content('approved')},
      made_version_id INTEGER REFERENCES project_version (id) ON DELETE RESTRICT,
      restored_version_id INTEGER REFERENCES project_version (id) ON DELETE RESTRICT,
      UNIQUE (request_id, project_id),
      CHECK ((kind = 'adjust') = (asked IS NOT NULL)),
      CHECK (restored_version_id IS NULL OR made_version_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX change_item_by_request ON change_item (request_id, rank);
    CREATE INDEX change_item_by_project ON change_item (project_id);
    CREATE INDEX change_item_by_base ON change_item (base_version_id);
    CREATE INDEX change_item_by_made ON change_item (made_version_id);
    CREATE INDEX change_item_by_restored ON change_item (restored_version_id);

    CREATE TABLE change_reason (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES change_item (id) ON DELETE CASCADE,
      path TEXT NOT NULL CHECK (path <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      UNIQUE (item_id, path)
    ) STRICT;

    CREATE TABLE change_refusal (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES change_item (id) ON DELETE CASCADE,
      path TEXT NOT NULL CHECK (path <> ''),
      UNIQUE (item_id, path)
    ) STRICT;

    CREATE TABLE change_decision (
      id INTEGER PRIMARY KEY,
      request_id INTEGER NOT NULL UNIQUE REFERENCES change_request (id) ON DELETE RESTRICT,
      number TEXT NOT NULL CHECK (number <> ''),
      ${date('date', 'NOT NULL')}, ${text('signer')},
      authority TEXT NOT NULL CHECK (authority IN ('minister', 'agency', 'department', 'planApprover')),
      ${text('warnings')}, ${text('over_reason')},
      ${text('cancelled_number')}, ${date('cancelled_on')}, ${text('cancelled_reason')},
      CHECK ((cancelled_on IS NULL) = (cancelled_reason = ''))
    ) STRICT;

    CREATE TABLE plan_item_event (
      id INTEGER PRIMARY KEY,
      plan_item_id INTEGER NOT NULL REFERENCES plan_item (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('added', 'ended', 'restored')),
      ${date('on_date', 'NOT NULL')},
      change_item_id INTEGER NOT NULL REFERENCES change_item (id) ON DELETE RESTRICT
    ) STRICT;
    CREATE INDEX plan_item_event_by_item ON plan_item_event (plan_item_id, id);
    CREATE INDEX plan_item_event_by_change ON plan_item_event (change_item_id);

    ALTER TABLE plan_item ADD COLUMN change_item_id INTEGER REFERENCES change_item (id) ON DELETE RESTRICT;
    CREATE INDEX plan_item_by_change ON plan_item (change_item_id);
    ALTER TABLE allocation ADD COLUMN change_decision_id INTEGER REFERENCES change_decision (id) ON DELETE RESTRICT;
    CREATE INDEX allocation_by_change ON allocation (change_decision_id);
  `)
  openApprovedPlans(db)
  lockDecided(db)
  attachToRequests(db)
  const tables = ['change_request', 'change_item', 'change_reason', 'change_refusal', 'change_decision']
  for (const table of [...tables, 'plan_item_event', 'plan_item', 'allocation']) auditTable(db, table)
}

/** An approved plan grows by decisions alone: a line, or a batch of money, that a decided change brings. */
function openApprovedPlans(db: Database.Database): void {
  const refuse = `SELECT RAISE(ABORT, 'plan-locked');`
  const approved = (row: string) => `(SELECT state FROM plan WHERE id = ${row}.plan_id) = 'approved'`
  db.exec(`
    DROP TRIGGER locked_plan_item_insert;
    CREATE TRIGGER locked_plan_item_insert BEFORE INSERT ON plan_item
      WHEN ${approved('NEW')} AND NEW.change_item_id IS NULL BEGIN ${refuse} END;
    DROP TRIGGER locked_allocation_insert;
    CREATE TRIGGER locked_allocation_insert BEFORE INSERT ON allocation
      WHEN ${approved('NEW')} AND NEW.change_decision_id IS NULL BEGIN ${refuse} END;
    DROP TRIGGER locked_allocation_delete;
    CREATE TRIGGER locked_allocation_delete BEFORE DELETE ON allocation
      WHEN ${approved('OLD')} AND OLD.change_decision_id IS NULL BEGIN ${refuse} END;
    CREATE TRIGGER plan_item_event_is_final BEFORE UPDATE ON plan_item_event BEGIN ${refuse} END;
    CREATE TRIGGER plan_item_event_stays BEFORE DELETE ON plan_item_event BEGIN ${refuse} END;
  `)
}

/** What was asked and what was decided is final; that a decision was cancelled is written beside it. */
function lockDecided(db: Database.Database): void {
  const refuse = `SELECT RAISE(ABORT, 'change-decided');`
  const isFinal = (requestId: string) =>
    `(SELECT state FROM change_request WHERE id = ${requestId}) IN ('decided', 'cancelled')`
  const ofItem = (row: string) => isFinal(`(SELECT request_id FROM change_item WHERE id = ${row}.item_id)`)
  const kept = ['request_id', 'kind', 'project_id', 'base_version_id', 'asked', 'reason', 'outcome', 'approved']
  db.exec(`
    CREATE TRIGGER decided_change_request_update BEFORE UPDATE ON change_request
      WHEN OLD.state = 'cancelled' OR (OLD.state = 'decided' AND NEW.state <> 'cancelled') BEGIN ${refuse} END;
    CREATE TRIGGER decided_change_request_delete BEFORE DELETE ON change_request
      WHEN OLD.state IN ('decided', 'cancelled') BEGIN ${refuse} END;
    CREATE TRIGGER decided_change_item_insert BEFORE INSERT ON change_item WHEN ${isFinal('NEW.request_id')}
      BEGIN ${refuse} END;
    CREATE TRIGGER decided_change_item_update BEFORE UPDATE OF ${kept.join(', ')}, made_version_id ON change_item
      WHEN ${isFinal('OLD.request_id')} BEGIN ${refuse} END;
    CREATE TRIGGER decided_change_item_delete BEFORE DELETE ON change_item WHEN ${isFinal('OLD.request_id')}
      BEGIN ${refuse} END;
    CREATE TRIGGER change_decision_update BEFORE UPDATE ON change_decision WHEN OLD.cancelled_on IS NOT NULL
      BEGIN ${refuse} END;
    CREATE TRIGGER change_decision_stays BEFORE DELETE ON change_decision BEGIN ${refuse} END;
  `)
  for (const table of ['change_reason', 'change_refusal'])
    db.exec(`
      CREATE TRIGGER decided_${table}_insert BEFORE INSERT ON ${table} WHEN ${ofItem('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER decided_${table}_update BEFORE UPDATE ON ${table} WHEN ${ofItem('OLD')} BEGIN ${refuse} END;
      CREATE TRIGGER decided_${table}_delete BEFORE DELETE ON ${table} WHEN ${ofItem('OLD')} BEGIN ${refuse} END;
    `)
}

/**
 * A fourth owner of attachments. That there is exactly one is watched by triggers from now on: the next owner needs a column
 * and new triggers, not another copy of all bytes.
 */
function attachToRequests(db: Database.Database): void {
  const owners = ['establishment_id', 'project_id', 'dossier_item_id', 'change_request_id']
  const shown = ['progress_report_id', 'acceptance_id', 'inspection_id']
  const wrong = `(${owners.map((owner) => `(NEW.${owner} IS NOT NULL)`).join(' + ')}) <> 1`
  const refuse = `SELECT RAISE(ABORT, 'attachment-owner');`
  db.exec(`
    CREATE TABLE attachment_owned (
      id INTEGER PRIMARY KEY,
      ${[...owners, ...shown]
        .map((column) => `${column} INTEGER REFERENCES ${column.replace(/_id$/, '')} (id) ON DELETE CASCADE,`)
        .join('\n      ')}
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND NOT sha256 GLOB '*[^0-9a-f]*'),
      ${date('added_on', 'NOT NULL')},
      bytes BLOB NOT NULL CHECK (length(bytes) = size)
    ) STRICT;
    INSERT INTO attachment_owned
      SELECT id, establishment_id, project_id, dossier_item_id, NULL, ${shown.join(', ')}, file_name, media_type, size,
        sha256, added_on, bytes
      FROM attachment;
    DROP TABLE attachment;
    ALTER TABLE attachment_owned RENAME TO attachment;
    CREATE TRIGGER attachment_owner_insert BEFORE INSERT ON attachment WHEN ${wrong} BEGIN ${refuse} END;
    CREATE TRIGGER attachment_owner_update BEFORE UPDATE ON attachment WHEN ${wrong} BEGIN ${refuse} END;
    CREATE TRIGGER attachment_bytes_stay BEFORE DELETE ON attachment BEGIN
      INSERT OR IGNORE INTO removed_file (sha256, bytes) VALUES (OLD.sha256, OLD.bytes);
    END;
  `)
  for (const column of [...owners, ...shown])
    db.exec(`CREATE INDEX attachment_by_${column.replace(/_id$/, '')} ON attachment (${column});`)
  auditTable(db, 'attachment', { without: ['bytes'] })
}
