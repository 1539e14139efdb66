// From version 9 with đề án in it: the text of who carries them out becomes records, also of locked versions; lines stay common.
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
  migrate(old, migrations.slice(0, 9))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'group', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group, implementing_unit, cooperating_units)
      VALUES (70, 7, 1, 'registered', 'Hỗ trợ máy', 'x', 'ND3', 'Trung tâm Khuyến công', 'UBND xã A' || char(10) || char(10) || ' UBND xã B '),
        (71, 7, 2, 'approved', 'Hỗ trợ máy', 'x', 'ND3', '', '');
    INSERT INTO project_beneficiary (id, version_id, rank, name) VALUES (5, 71, 0, 'HTX Vũ Loan');
    INSERT INTO budget_line (id, version_id, rank, content, local) VALUES (6, 71, 0, 'Máy', 100);
    UPDATE project SET current_version_id = 71 WHERE id = 7;
    UPDATE project_version SET locked = 1, locked_on = '2026-01-02' WHERE id = 70;
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 10))
  expect(schemaVersion).toBe(10)
  return db
}

describe('migration 10', () => {
  it('makes records of the text, and leaves the text as it was', () => {
    const db = upgraded()
    expect(
      db
        .prepare('SELECT version_id, rank, role, name, establishment_id FROM project_participant ORDER BY id')
        .raw()
        .all(),
    ).toEqual([
      [70, 0, 'implementer', 'Trung tâm Khuyến công', null],
      [70, 1, 'cooperator', 'UBND xã A', null],
      [70, 2, 'cooperator', 'UBND xã B', null],
    ])
    expect(db.prepare('SELECT implementing_unit FROM project_version WHERE id = 70').pluck().get()).toBe(
      'Trung tâm Khuyến công',
    )
    expect(db.prepare('SELECT beneficiary_id FROM budget_line').pluck().get()).toBeNull()
    db.close()
  })

  it('refuses a record on a locked version, takes and audits one on a draft', () => {
    const db = upgraded()
    const insert = (version: number) =>
      db.exec(
        `INSERT INTO project_participant (version_id, rank, role, name) VALUES (${version}, 9, 'implementer', 'Sở')`,
      )
    expect(() => insert(70)).toThrow('version-locked')
    insert(71)
    expect(db.prepare('SELECT table_name FROM row_change ORDER BY id DESC').pluck().get()).toBe('project_participant')
    expect(() => db.exec('DELETE FROM project_participant WHERE version_id = 70')).toThrow('version-locked')
    db.close()
  })

  it('lets a line belong to a beneficiary, audits that, and makes it common where the beneficiary goes', () => {
    const db = upgraded()
    db.exec('UPDATE budget_line SET beneficiary_id = 5 WHERE id = 6')
    const after = db.prepare('SELECT after FROM row_change ORDER BY id DESC').pluck().get() as string
    expect(JSON.parse(after)).toMatchObject({ beneficiary_id: 5 })
    expect(() => db.exec('UPDATE budget_line SET beneficiary_id = 99 WHERE id = 6')).toThrow('FOREIGN KEY')
    db.exec('DELETE FROM project_beneficiary WHERE id = 5')
    expect(db.prepare('SELECT beneficiary_id FROM budget_line').pluck().get()).toBeNull()
    db.close()
  })
})
