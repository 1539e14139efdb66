// From version 2 with rows in it: nothing of what was there changes, and needs hold only what makes sense.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function versionTwoFile(): string {
  const file = path.join(folder(), 'cu.skc')
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, 2))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO establishment (id, code, name, name_sort, name_key, legal_form, representative_gender, industry_sort, area_flags, status)
      VALUES (3, 'CS-0003', 'HTX Vũ Loan', 'x', 'vu loan', 'cooperative', 'unknown', '', '[]', 'active');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCQG-2026-001', 'national', 'single', 2026);
    INSERT INTO norm_set (id, name, effective_from) VALUES (1, 'Nghị quyết', '2025-07-26');
  `)
  db.close()
  return file
}

const oldTables = ['establishment', 'project', 'norm_set', 'command', 'row_change']
const contentOf = (db: Database.Database) =>
  oldTables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())

function upgraded(file = versionTwoFile()): Database.Database {
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 3))
  expect(schemaVersion).toBe(3)
  return db
}

const insert = (values: string) =>
  `INSERT INTO need (year, establishment_id, asker, content_group, activity, received_on, words_fold, outcome,
    decline_reason, project_id, total_investment) VALUES (${values})`

describe('migration 3', () => {
  it('keeps every row of version 2', () => {
    const file = versionTwoFile()
    const before = new Database(file, { readonly: true })
    const content = contentOf(before)
    before.close()
    const db = upgraded(file)
    expect(contentOf(db)).toEqual(content)
    db.close()
  })

  it('ties taken to a đề án and declined to a reason, and audits both', () => {
    const db = upgraded()
    db.exec(insert("2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'open', '', NULL, 1"))
    const wrong = [
      "2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'taken', '', NULL, 1",
      "2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'open', '', 7, 1",
      "2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'declined', '', NULL, 1",
      "2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'open', 'lý do', NULL, 1",
      "2027, 3, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'open', '', NULL, 0",
      "2027, 3, '', 'ND3', 'Máy', '2026-10-05', '', 'open', '', NULL, 1",
      "2027, 3, 'HTX', 'ND3', 'Máy', '5/10/2026', '', 'open', '', NULL, 1",
    ]
    for (const values of wrong) expect(() => db.exec(insert(values)), values).toThrow('CHECK')
    expect(() => db.exec(insert("2027, 99, 'HTX', 'ND3', 'Máy', '2026-10-05', '', 'open', '', NULL, 1"))).toThrow(
      'FOREIGN KEY',
    )
    db.exec("UPDATE need SET outcome = 'taken', project_id = 7")
    expect(() => db.exec('DELETE FROM project')).toThrow('FOREIGN KEY')
    expect(() => db.exec('DELETE FROM establishment')).toThrow('FOREIGN KEY')
    expect(db.prepare("SELECT action FROM row_change WHERE table_name = 'need' ORDER BY id").pluck().all()).toEqual([
      'insert',
      'update',
    ])
    db.close()
  })
})
