// Version 15: an approved plan may be given further batches and supplements, while what was approved stays locked; a step's
// date and paper can be corrected, what they were is kept.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

export function laterBatches(db: Database.Database): void {
  openApprovedPlans(db)
  keepCorrections(db)
}

function openApprovedPlans(db: Database.Database): void {
  for (const table of ['plan_item', 'allocation', 'assignment'])
    for (const action of ['insert', 'update', 'delete']) db.exec(`DROP TRIGGER locked_${table}_${action}`)
  db.exec(`
    ALTER TABLE allocation ADD COLUMN approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1));
    ALTER TABLE assignment ADD COLUMN approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1));
    UPDATE allocation SET approved = 1 WHERE plan_id IN (SELECT id FROM plan WHERE state = 'approved');
    UPDATE assignment SET approved = 1 WHERE plan_item_id IN
      (SELECT i.id FROM plan_item i JOIN plan p ON p.id = i.plan_id WHERE p.state = 'approved');
  `)
  const refuse = `SELECT RAISE(ABORT, 'plan-locked');`
  const approved = (planId: string) => `(SELECT state FROM plan WHERE id = ${planId}) = 'approved'`
  const planOf = (row: string) => `(SELECT plan_id FROM plan_item WHERE id = ${row}.plan_item_id)`
  // Of an approved plan: lines it was approved with, and batches and amounts of that day, no longer change; nor does what
  // the decision on a change request brought, but that goes again when the decision is cancelled.
  const settledItem = (row: string) =>
    `${approved(`${row}.plan_id`)} AND (${row}.approved_version_id IS NOT NULL OR ${row}.supplement_round = 0)`
  const settled = (planId: string, row: string) => `${approved(planId)} AND ${row}.approved = 1`
  db.exec(`
    CREATE TRIGGER locked_plan_item_insert BEFORE INSERT ON plan_item
      WHEN NEW.change_item_id IS NULL AND ${settledItem('NEW')} BEGIN ${refuse} END;
    CREATE TRIGGER locked_plan_item_update BEFORE UPDATE ON plan_item
      WHEN ${settledItem('OLD')} OR (${approved('NEW.plan_id')} AND NEW.supplement_round = 0) BEGIN ${refuse} END;
    CREATE TRIGGER locked_plan_item_delete BEFORE DELETE ON plan_item WHEN ${settledItem('OLD')} BEGIN ${refuse} END;
  `)
  for (const [table, plan] of [
    ['allocation', (row: string) => `${row}.plan_id`],
    ['assignment', planOf],
  ] as const)
    db.exec(`
      CREATE TRIGGER locked_${table}_insert BEFORE INSERT ON ${table} WHEN ${settled(plan('NEW'), 'NEW')}
        BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_update BEFORE UPDATE ON ${table}
        WHEN ${settled(plan('OLD'), 'OLD')} OR ${settled(plan('NEW'), 'NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER locked_${table}_delete BEFORE DELETE ON ${table} WHEN ${settled(plan('OLD'), 'OLD')}
        BEGIN ${refuse} END;
    `)
  for (const table of ['allocation', 'assignment']) auditTable(db, table)
}

function keepCorrections(db: Database.Database): void {
  db.exec(`
    CREATE TABLE step_correction (
      id INTEGER PRIMARY KEY,
      step_id INTEGER NOT NULL REFERENCES project_step (id) ON DELETE CASCADE,
      command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE RESTRICT,
      ${date('on_date')} NOT NULL,
      document_number TEXT NOT NULL DEFAULT '',
      ${date('document_date')},
      reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT;
    CREATE INDEX step_correction_by_step ON step_correction (step_id, id);
    CREATE INDEX step_correction_by_command ON step_correction (command_id);
  `)
  auditTable(db, 'step_correction')
  letDecisionsBeCorrected(db)
}

interface Column {
  readonly name: string
}

/** Every column but those named, as one value. */
function without(db: Database.Database, table: string, free: readonly string[]): (row: 'OLD' | 'NEW') => string {
  const columns = (db.pragma(`table_info("${table}")`) as Column[])
    .map(({ name }) => name)
    .filter((name) => !free.includes(name))
  return (row) => `json_array(${columns.map((name) => `${row}."${name}"`).join(', ')})`
}

/**
 * A locked version and a concluded appraisal stay as they are, but for number and date of their paper, and those only
 * together with a correction of the step that repeats them: a number mistyped would otherwise stand on every paper for ever.
 */
function letDecisionsBeCorrected(db: Database.Database): void {
  const corrected = (
    versionId: string,
  ) => `EXISTS (SELECT 1 FROM step_correction c JOIN project_step s ON s.id = c.step_id
    WHERE c.command_id = (SELECT max(id) FROM command) AND s.version_id = ${versionId})`
  const version = without(db, 'project_version', ['decision_number', 'decision_date'])
  const appraisal = without(db, 'appraisal', ['date', 'document_number'])
  db.exec(`
    DROP TRIGGER locked_version_update;
    CREATE TRIGGER locked_version_update BEFORE UPDATE ON project_version
      WHEN OLD.locked = 1 AND (${version('OLD')} <> ${version('NEW')} OR NOT ${corrected('OLD.id')})
      BEGIN SELECT RAISE(ABORT, 'version-locked'); END;
    DROP TRIGGER concluded_appraisal_update;
    CREATE TRIGGER concluded_appraisal_update BEFORE UPDATE ON appraisal
      WHEN OLD.concluded_on IS NOT NULL
        AND (${appraisal('OLD')} <> ${appraisal('NEW')} OR NOT ${corrected('OLD.appraised_version_id')})
      BEGIN SELECT RAISE(ABORT, 'appraisal-concluded'); END;
  `)
}
