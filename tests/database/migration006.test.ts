// From version 5 with a plan in it: plan and lines keep what they held and stand as being drafted; an approved plan is final.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function versionFiveFile(): string {
  const file = path.join(folder(), 'cu.skc')
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, 5))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'plans.addProjects');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCQG-2026-001', 'national', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group)
      VALUES (70, 7, 1, 'registered', 'Hỗ trợ máy', 'x', 'ND3');
    UPDATE project SET current_version_id = 70 WHERE id = 7;
    INSERT INTO plan (id, year, programme, note, row_version) VALUES (3, 2026, 'national', 'ghi chú', 4);
    INSERT INTO plan_item (id, plan_id, project_id, rank, priority, note) VALUES (5, 3, 7, 0, 2, 'gấp');
  `)
  db.close()
  return file
}

function upgraded(): Database.Database {
  const { db, schemaVersion } = openDataFile(versionFiveFile(), migrations.slice(0, 6))
  expect(schemaVersion).toBe(6)
  return db
}

describe('migration 6', () => {
  it('keeps plans and their lines, as being drafted and not supplements', () => {
    const db = upgraded()
    expect(db.prepare('SELECT * FROM plan').get()).toMatchObject({
      year: 2026,
      note: 'ghi chú',
      row_version: 4,
      state: 'drafting',
      registered_on: null,
      locked_on: null,
    })
    expect(db.prepare('SELECT * FROM plan_item').get()).toMatchObject({
      id: 5,
      priority: 2,
      note: 'gấp',
      supplement_round: 0,
      registered_version_id: null,
    })
    db.close()
  })

  it('audits the new columns and tables', () => {
    const db = upgraded()
    db.exec(`
      UPDATE plan SET state = 'registered', registered_on = '2025-06-10';
      INSERT INTO allocation (id, plan_id, batch_number, document_kind, total_amount) VALUES (1, 3, 1, 'decision', 600);
      INSERT INTO assignment (plan_item_id, allocation_id, national) VALUES (5, 1, 600);
      UPDATE assignment SET national = 500;
    `)
    const changes = db.prepare('SELECT table_name, after FROM row_change ORDER BY id DESC LIMIT 4').all() as {
      table_name: string
      after: string | null
    }[]
    expect(changes.map((one) => one.table_name)).toEqual(['assignment', 'assignment', 'allocation', 'plan'])
    expect(JSON.parse(changes[0]?.after ?? '{}')).toMatchObject({ national: 500 })
    expect(JSON.parse(changes[3]?.after ?? '{}')).toMatchObject({ state: 'registered', registered_on: '2025-06-10' })
    db.close()
  })

  it('gives a batch number once a plan, and a batch once an item, also without a batch', () => {
    const db = upgraded()
    const batch =
      "INSERT INTO allocation (plan_id, batch_number, document_kind, total_amount) VALUES (3, 1, 'letter', 9)"
    db.exec(batch)
    expect(() => db.exec(batch)).toThrow('UNIQUE')
    for (const of of ['1', 'NULL']) {
      const part = `INSERT INTO assignment (plan_item_id, allocation_id, national) VALUES (5, ${of}, 9)`
      db.exec(part)
      expect(() => db.exec(part)).toThrow('UNIQUE')
    }
    expect(() => db.exec('DELETE FROM plan_item')).toThrow('FOREIGN KEY')
    expect(() => db.exec('DELETE FROM allocation')).toThrow('FOREIGN KEY')
    expect(() => db.exec('UPDATE assignment SET national = 0')).toThrow('CHECK')
    db.close()
  })

  it('refuses every change of an approved plan, whoever asks', () => {
    const db = upgraded()
    db.exec(`
      INSERT INTO allocation (id, plan_id, batch_number, document_kind, total_amount) VALUES (1, 3, 1, 'decision', 600);
      INSERT INTO assignment (plan_item_id, allocation_id, national) VALUES (5, 1, 600);
      INSERT INTO plan (id, year, programme) VALUES (4, 2026, 'local');
      UPDATE plan SET state = 'approved', locked_on = '2026-02-01' WHERE id = 3;
    `)
    for (const sql of [
      "UPDATE plan SET state = 'drafting' WHERE id = 3",
      'DELETE FROM plan WHERE id = 3',
      'UPDATE plan_item SET priority = 9',
      'UPDATE plan_item SET plan_id = 4',
      'DELETE FROM plan_item',
      'INSERT INTO plan_item (plan_id, project_id, rank) VALUES (3, 7, 1)',
      'UPDATE allocation SET total_amount = 1',
      'DELETE FROM allocation',
      "INSERT INTO allocation (plan_id, batch_number, document_kind, total_amount) VALUES (3, 2, 'letter', 9)",
      'UPDATE assignment SET national = 1',
      'DELETE FROM assignment',
      'INSERT INTO assignment (plan_item_id, national) VALUES (5, 9)',
    ])
      expect(() => db.exec(sql), sql).toThrow('plan-locked')
    db.exec("UPDATE plan SET note = 'còn soạn' WHERE id = 4")
    db.close()
  })
})
