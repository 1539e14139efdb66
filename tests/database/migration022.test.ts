// From version 21 with work in it: nothing changes; a typed figure of a report is of money or of a quantity, has a source, and
// is in the audit.
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
  migrate(old, migrations.slice(0, 22))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 22))
  expect(schemaVersion).toBe(22)
  return db
}

const addition = (columns: string, values: string) =>
  `INSERT INTO report_addition (report, year, indicator, source, ${columns}) VALUES (${values})`

describe('migration 22', () => {
  it('keeps what was there and audits a typed figure', () => {
    const db = upgraded()
    expect(db.prepare('SELECT code FROM project').pluck().all()).toEqual(['KCDP-2026-001'])
    db.exec(addition('national_amount', "'B5', 2019, 'plan', 'Báo cáo 2019', 1000000"))
    db.exec('UPDATE report_addition SET national_amount = 2000000')
    expect(
      db.prepare("SELECT action FROM row_change WHERE table_name = 'report_addition' ORDER BY id").pluck().all(),
    ).toEqual(['insert', 'update'])
    db.close()
  })

  it('refuses a figure without a source, less than nothing, or of the wrong kind', () => {
    const db = upgraded()
    for (const [columns, values] of [
      ['national_amount', "'B5', 2019, 'plan', '', 1"],
      ['national_amount', "'B5', 2019, 'plan', 'x', -1"],
      ['national_amount', "'B6', 2019, 'machines', 'x', 1"],
      ['local_quantity', "'B5', 2019, 'plan', 'x', 1"],
      ['local_quantity', "'B1', 2019, 'plan', 'x', 1"],
    ] as const)
      expect(() => db.exec(addition(columns, values)), values).toThrow('CHECK')
    db.close()
  })
})
