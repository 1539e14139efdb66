// From version 7 with đề án in it: drafts and locked versions keep what they held, are a grant, and the new parts lock with them.
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
  migrate(old, migrations.slice(0, 7))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group, schedule)
      VALUES (70, 7, 1, 'registered', 'Hỗ trợ máy', 'x', 'ND3', 'Quý I'), (71, 7, 2, 'approved', 'Hỗ trợ máy', 'x', 'ND3', '');
    UPDATE project SET current_version_id = 71 WHERE id = 7;
    UPDATE project_version SET locked = 1, locked_on = '2026-01-02' WHERE id = 70;
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 8))
  expect(schemaVersion).toBe(8)
  return db
}

const rows: Readonly<Record<string, (version: number) => string>> = {
  project_equipment: (version) => `(version_id, rank, name, unit_price) VALUES (${version}, 0, 'Máy sấy', 5)`,
  schedule_step: (version) => `(version_id, rank, content, start_month) VALUES (${version}, 0, 'Mua máy', '2026-03')`,
  project_legal_basis: (version) => `(version_id, rank, basis) VALUES (${version}, 0, 'decree-45-2012')`,
  repayment: (version) => `(version_id, rank, due_on, amount) VALUES (${version}, 0, '2027-01-31', 100)`,
}

describe('migration 8', () => {
  it('keeps both versions, as a grant, and leaves the locked one locked', () => {
    const db = upgraded()
    expect(db.prepare('SELECT id, schedule, superiority, support_mode FROM project_version').all()).toEqual([
      { id: 70, schedule: 'Quý I', superiority: '', support_mode: 'grant' },
      { id: 71, schedule: '', superiority: '', support_mode: 'grant' },
    ])
    expect(() => db.exec("UPDATE project_version SET support_mode = 'recoverable' WHERE id = 70")).toThrow(
      'version-locked',
    )
    db.close()
  })

  it.each(Object.keys(rows))('takes %s on a draft, refuses it on a locked version, and audits it', (table) => {
    const db = upgraded()
    const row = rows[table] ?? (() => '')
    expect(() => db.exec(`INSERT INTO ${table} ${row(70)}`)).toThrow('version-locked')
    db.exec(`INSERT INTO ${table} ${row(71)}`)
    expect(db.prepare('SELECT table_name FROM row_change ORDER BY id DESC').pluck().get()).toBe(table)
    db.exec("UPDATE project_version SET locked = 1, locked_on = '2026-02-02' WHERE id = 71")
    expect(() => db.exec(`UPDATE ${table} SET rank = 4`)).toThrow('version-locked')
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('version-locked')
    db.close()
  })

  it('refuses money that is not there and months out of order', () => {
    const db = upgraded()
    expect(() =>
      db.exec("INSERT INTO repayment (version_id, rank, due_on, amount) VALUES (71, 0, '2027-01-31', 0)"),
    ).toThrow('CHECK')
    expect(() =>
      db.exec(
        "INSERT INTO schedule_step (version_id, rank, content, start_month, end_month) VALUES (71, 0, 'a', '2026-05', '2026-04')",
      ),
    ).toThrow('CHECK')
    db.close()
  })

  it('audits the new columns of a version', () => {
    const db = upgraded()
    db.exec("UPDATE project_version SET superiority = 'Sấy lạnh' WHERE id = 71")
    const after = db.prepare('SELECT after FROM row_change ORDER BY id DESC').pluck().get() as string
    expect(JSON.parse(after)).toMatchObject({ superiority: 'Sấy lạnh' })
    db.close()
  })
})
