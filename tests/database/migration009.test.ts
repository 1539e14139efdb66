// From version 8 with steps taken and an own deadline: every row stays as it was, later steps and places are taken, and audited.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

const step = `(id, project_id, version_id, step, from_status, to_status, on_date, document_number, round)`
const rule = `(id, programme, step, kind, month, day, reminder_days, opens)`

function upgraded() {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 8))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group)
      VALUES (70, 7, 1, 'registered', 'Hỗ trợ máy', 'x', 'ND3');
    UPDATE project SET current_version_id = 70 WHERE id = 7;
    INSERT INTO project_step ${step} VALUES (5, 7, 70, 'submit', 'draft', 'submittedDoit', '2026-02-01', '12/CV', 1);
    INSERT INTO deadline_rule ${rule} VALUES (3, 'local', 'Gửi đăng ký', 'yearly', 7, 31, 30, 'plan');
  `)
  expect(() =>
    old.exec(
      `INSERT INTO project_step ${step} VALUES (6, 7, 70, 'start', 'contracted', 'inProgress', '2026-03-01', '', 1)`,
    ),
  ).toThrow('CHECK')
  const before = {
    steps: old.prepare('SELECT * FROM project_step').all(),
    rules: old.prepare('SELECT * FROM deadline_rule').all(),
  }
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 9))
  expect(schemaVersion).toBe(9)
  return { db, before }
}

describe('migration 9', () => {
  it('keeps every step and rule', () => {
    const { db, before } = upgraded()
    expect(db.prepare('SELECT * FROM project_step').all()).toEqual(before.steps)
    expect(db.prepare('SELECT * FROM deadline_rule').all()).toEqual(before.rules)
    db.close()
  })

  it('takes the steps of carrying out and other screens, and leaves the audit of them', () => {
    const { db } = upgraded()
    db.exec(`
      INSERT INTO project_step ${step} VALUES (6, 7, 70, 'start', 'contracted', 'inProgress', '2026-03-01', '', 1);
      UPDATE deadline_rule SET opens = 'progress' WHERE id = 3;
    `)
    expect(db.prepare('SELECT table_name, row_id, action FROM row_change ORDER BY id DESC LIMIT 2').all()).toEqual([
      { table_name: 'deadline_rule', row_id: 3, action: 'update' },
      { table_name: 'project_step', row_id: 6, action: 'insert' },
    ])
    db.close()
  })

  it('still lets a step go with its đề án, and refuses a rule without its day', () => {
    const { db } = upgraded()
    db.exec('UPDATE project SET current_version_id = NULL WHERE id = 7; DELETE FROM project WHERE id = 7')
    expect(db.prepare('SELECT count(*) FROM project_step').pluck().get()).toBe(0)
    expect(() => db.exec('UPDATE deadline_rule SET day = NULL')).toThrow('CHECK')
    db.close()
  })
})
