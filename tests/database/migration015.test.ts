// From version 14 with an approved plan in it: what it was approved with stays locked, further batches and supplements may come.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function upgraded(): Database.Database {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 14))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'plans.lock');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'A', 'local', 'single', 2026), (8, 'B', 'local', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group, decision_number, decision_date)
      VALUES (70, 7, 1, 'approved', 'Máy', 'x', 'ND3', '1/QĐ', '2026-01-01'), (80, 8, 1, 'registered', 'Máy', 'x', 'ND3', '', NULL);
    UPDATE project SET current_version_id = 70 WHERE id = 7;
    UPDATE project SET current_version_id = 80 WHERE id = 8;
    UPDATE project_version SET locked = 1, locked_on = '2026-01-02' WHERE id = 70;
    INSERT INTO project_step (id, project_id, version_id, step, from_status, to_status, on_date, document_number, round)
      VALUES (3, 7, 70, 'recordApproval', 'draft', 'approved', '2026-01-01', '1/QĐ', 0);
    INSERT INTO plan (id, year, programme) VALUES (1, 2026, 'local'), (2, 2025, 'local');
    INSERT INTO plan_item (id, plan_id, project_id, rank, approved_version_id) VALUES (11, 1, 7, 0, 70);
    INSERT INTO allocation (id, plan_id, batch_number, document_kind, total_amount)
      VALUES (21, 1, 1, 'decision', 500), (22, 2, 1, 'decision', 500);
    INSERT INTO assignment (id, plan_item_id, allocation_id, local) VALUES (31, 11, 21, 300);
    UPDATE plan SET state = 'approved' WHERE id = 1;
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 15))
  expect(schemaVersion).toBe(15)
  return db
}

describe('migration 15', () => {
  it('marks what was approved with the plan, and only that', () => {
    const db = upgraded()
    expect(db.prepare('SELECT id, approved FROM allocation ORDER BY id').raw().all()).toEqual([
      [21, 1],
      [22, 0],
    ])
    expect(db.prepare('SELECT approved FROM assignment').pluck().all()).toEqual([1])
    db.close()
  })

  it.each([
    'UPDATE plan_item SET note = 1 WHERE id = 11',
    'DELETE FROM plan_item WHERE id = 11',
    'INSERT INTO plan_item (plan_id, project_id, rank) VALUES (1, 8, 1)',
    'UPDATE allocation SET total_amount = 900 WHERE id = 21',
    'DELETE FROM allocation WHERE id = 21',
    'UPDATE assignment SET local = 1 WHERE id = 31',
    'DELETE FROM assignment WHERE id = 31',
    "UPDATE plan SET note = 'x' WHERE id = 1",
  ])('still refuses: %s', (sql) => {
    const db = upgraded()
    expect(() => db.exec(sql)).toThrow('plan-locked')
    db.close()
  })

  it('takes a further batch, what it gives, and a supplement, and audits them', () => {
    const db = upgraded()
    db.exec(`
      INSERT INTO allocation (id, plan_id, batch_number, document_kind, total_amount) VALUES (23, 1, 2, 'letter', 100);
      INSERT INTO assignment (plan_item_id, allocation_id, local) VALUES (11, 23, 100);
      UPDATE allocation SET total_amount = 200 WHERE id = 23;
      INSERT INTO plan_item (id, plan_id, project_id, rank, supplement_round) VALUES (12, 1, 8, 1, 1);
      UPDATE plan_item SET note = 'bổ sung' WHERE id = 12;
    `)
    const change = db.prepare("SELECT before FROM row_change WHERE table_name = 'allocation' AND action = 'update'")
    expect(JSON.parse(change.pluck().get() as string)).toMatchObject({ approved: 0, total_amount: 100 })
    db.exec('UPDATE plan_item SET approved_version_id = 70 WHERE id = 12')
    expect(() => db.exec('DELETE FROM plan_item WHERE id = 12')).toThrow('plan-locked')
    db.close()
  })

  it('lets number and date of a decision be mended only together with a correction of its step', () => {
    const db = upgraded()
    const mend = "UPDATE project_version SET decision_number = '2/QĐ' WHERE id = 70"
    expect(() => db.exec(mend)).toThrow('version-locked')
    db.exec(`INSERT INTO step_correction (step_id, command_id, on_date, document_number, reason)
      VALUES (3, (SELECT max(id) FROM command), '2026-01-01', '1/QĐ', 'Gõ nhầm')`)
    expect(() => db.exec("UPDATE project_version SET decision_number = '2/QĐ', name = 'Khác' WHERE id = 70")).toThrow(
      'version-locked',
    )
    db.exec(mend)
    db.exec("INSERT INTO command (at, actor, host, name) VALUES ('2026-01-02T00:00:00Z', 'Bình', 'may', 'x')")
    expect(() => db.exec(mend.replace('2/QĐ', '3/QĐ'))).toThrow('version-locked')
    db.close()
  })
})
