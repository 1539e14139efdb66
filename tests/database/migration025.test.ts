// From version 24 with settlements granted and not: what was granted stands by source and to the đồng, final where it was final.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

const lines = [
  // One source of support, granted whole and in part; both sources, granted in part; not decided.
  { settlement: 1, asked: [200, 0, 300, 4], approved: 200 },
  { settlement: 1, asked: [0, 90, 10, 0], approved: 60 },
  { settlement: 1, asked: [100, 50, 7, 0], approved: 100 },
  { settlement: 1, asked: [999_999_999_999_999, 3, 0, 0], approved: 999_999_999_999_999 },
  { settlement: 2, asked: [100, 50, 7, 0], approved: null },
] as const

function upgraded(): Database.Database {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 24))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES
      (7, 'KCQG-2026-001', 'national', 'single', 2026), (8, 'KCQG-2026-002', 'national', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group) VALUES
      (70, 7, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3'), (80, 8, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3');
    INSERT INTO settlement (id, project_id, version_id, date) VALUES (1, 7, 70, '2026-11-01'), (2, 8, 80, NULL);
  `)
  for (const [rank, { settlement, asked, approved }] of lines.entries())
    old
      .prepare(
        `INSERT INTO settlement_line (settlement_id, rank, content, asked_national, asked_local, asked_counterpart,
          asked_other, approved) VALUES (?, ?, 'Mua máy', ?, ?, ?, ?, ?)`,
      )
      .run(settlement, rank, ...asked, approved)
  old.exec("UPDATE settlement SET approved_on = '2026-12-01' WHERE id = 1")
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 25))
  expect(schemaVersion).toBe(25)
  return db
}

const granted = 'approved_national, approved_local, approved_counterpart, approved_other'

describe('migration 25', () => {
  it('parts what was granted by what was asked, loses no đồng, and decides nothing that was open', () => {
    const db = upgraded()
    expect(db.prepare(`SELECT ${granted} FROM settlement_line ORDER BY rank`).raw().all()).toEqual([
      [200, 0, 300, 4],
      [0, 60, 10, 0],
      [67, 33, 7, 0],
      [999_999_999_999_996, 3, 0, 0],
      [null, null, null, null],
    ])
    db.close()
  })

  it('keeps an approved settlement final and the audit of its lines', () => {
    const db = upgraded()
    expect(() => db.exec('UPDATE settlement_line SET approved_local = 1 WHERE settlement_id = 1')).toThrow(
      'settlement-final',
    )
    db.exec(
      'UPDATE settlement_line SET approved_national = 1, approved_local = 2, approved_counterpart = 3, approved_other = 4 WHERE settlement_id = 2',
    )
    const after = db.prepare("SELECT after FROM row_change WHERE table_name = 'settlement_line' AND action = 'update'")
    expect(JSON.parse(after.pluck().get() as string)).toMatchObject({ approved_national: 1, approved_other: 4 })
    db.close()
  })

  it('lets no line be decided of one source and open of another, nor granted less than nothing', () => {
    const db = upgraded()
    const set = (values: string) => () => db.exec(`UPDATE settlement_line SET ${values} WHERE settlement_id = 2`)
    expect(set('approved_national = 1')).toThrow('CHECK')
    expect(set('approved_other = 1')).toThrow('CHECK')
    expect(set('approved_national = -1, approved_local = 0, approved_counterpart = 0, approved_other = 0')).toThrow(
      'CHECK',
    )
    db.close()
  })
})
