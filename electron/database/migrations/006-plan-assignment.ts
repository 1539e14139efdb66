// Version 6: money given to a plan in batches and what each item got of it, where a plan stands, đề án copied into a later year.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`

export function planAssignment(db: Database.Database): void {
  db.exec(`
    ALTER TABLE plan ADD COLUMN state TEXT NOT NULL DEFAULT 'drafting'
      CHECK (state IN ('drafting', 'registered', 'approved'));
    ALTER TABLE plan ADD COLUMN ${date('registered_on')};
    ALTER TABLE plan ADD COLUMN ${date('locked_on')};

    ALTER TABLE plan_item ADD COLUMN supplement_round INTEGER NOT NULL DEFAULT 0
      CHECK (supplement_round BETWEEN 0 AND 99);
    ALTER TABLE plan_item ADD COLUMN registered_version_id INTEGER REFERENCES project_version (id) ON DELETE RESTRICT;
    ALTER TABLE plan_item ADD COLUMN approved_version_id INTEGER REFERENCES project_version (id) ON DELETE RESTRICT;
    CREATE INDEX plan_item_by_registered_version ON plan_item (registered_version_id);
    CREATE INDEX plan_item_by_approved_version ON plan_item (approved_version_id);

    CREATE TABLE allocation (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
      batch_number INTEGER NOT NULL CHECK (batch_number BETWEEN 1 AND 99),
      document_kind TEXT NOT NULL CHECK (document_kind IN ('decision', 'letter')),
      number TEXT NOT NULL DEFAULT '',
      ${date('issued_on')},
      issuer TEXT NOT NULL DEFAULT '',
      total_amount INTEGER NOT NULL CHECK (total_amount > 0),
      note TEXT NOT NULL DEFAULT '',
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (plan_id, batch_number)
    ) STRICT;

    CREATE TABLE assignment (
      id INTEGER PRIMARY KEY,
      plan_item_id INTEGER NOT NULL REFERENCES plan_item (id) ON DELETE RESTRICT,
      allocation_id INTEGER REFERENCES allocation (id) ON DELETE RESTRICT,
      ${money('national')}, ${money('local')}, ${money('counterpart')}, ${money('other')},
      ${date('assigned_on')},
      CHECK (national + local + counterpart + other > 0)
    ) STRICT;
    CREATE UNIQUE INDEX assignment_by_item ON assignment (plan_item_id, coalesce(allocation_id, 0));
    CREATE INDEX assignment_by_allocation ON assignment (allocation_id);

    CREATE TABLE project_copy (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL UNIQUE REFERENCES project (id) ON DELETE CASCADE,
      source_project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX project_copy_by_source ON project_copy (source_project_id);
  `)
  const refuse = `SELECT RAISE(ABORT, 'plan-locked');`
  const planIs = (planId: string) => `(SELECT state FROM plan WHERE id = ${planId}) = 'approved'`
  const ofItem = (row: string) => planIs(`(SELECT plan_id FROM plan_item WHERE id = ${row}.plan_item_id)`)
  const guards: readonly (readonly [table: string, isLocked: (row: 'OLD' | 'NEW') => string])[] = [
    ['plan_item', (row) => planIs(`${row}.plan_id`)],
    ['allocation', (row) => planIs(`${row}.plan_id`)],
    ['assignment', ofItem],
  ]
  db.exec(`
    CREATE TRIGGER locked_plan_update BEFORE UPDATE ON plan WHEN OLD.state = 'approved' BEGIN ${refuse} END;
    CREATE TRIGGER locked_plan_delete BEFORE DELETE ON plan WHEN OLD.state = 'approved' BEGIN ${refuse} END;
  `)
  for (const [table, isLocked] of guards)
    db.exec(`
      CREATE TRIGGER locked_${table}_insert BEFORE INSERT ON ${table} WHEN ${isLocked('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_update BEFORE UPDATE ON ${table} WHEN ${isLocked('OLD')} OR ${isLocked('NEW')}
        BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_delete BEFORE DELETE ON ${table} WHEN ${isLocked('OLD')} BEGIN ${refuse} END;
    `)
  for (const table of ['plan', 'plan_item', 'allocation', 'assignment', 'project_copy']) auditTable(db, table)
}
