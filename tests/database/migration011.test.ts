// From version 10 with a đề án, its people and its files: all stay as they were; carrying out is kept, final where it was signed.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const hash = 'a'.repeat(64)

function upgraded(): Database.Database {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 10))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group)
      VALUES (70, 7, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3');
    UPDATE project SET current_version_id = 70, status = 'contracted' WHERE id = 7;
    INSERT INTO person (id, name, organisation) VALUES (4, 'Lý A Phủ', 'Sở Công Thương');
    INSERT INTO attachment (id, project_id, file_name, media_type, size, sha256, added_on, bytes)
      VALUES (9, 7, 'anh.jpg', 'image/jpeg', 3, '${hash}', '2026-02-01', x'FFD8FF');
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 11))
  expect(schemaVersion).toBe(11)
  return db
}

const acceptance = `INSERT INTO acceptance (id, project_id, version_id, form, date, conclusion)
  VALUES (1, 7, 70, '5a', '2026-09-01', 'fail')`

describe('migration 11', () => {
  it('keeps files and people, and lets a file also show what a record tells', () => {
    const db = upgraded()
    expect(
      db.prepare('SELECT id, project_id, size, hex(bytes) AS bytes, progress_report_id FROM attachment').all(),
    ).toEqual([{ id: 9, project_id: 7, size: 3, bytes: 'FFD8FF', progress_report_id: null }])
    expect(db.prepare('SELECT name FROM person').pluck().all()).toEqual(['Lý A Phủ'])
    db.exec(`
      INSERT INTO progress_report (id, project_id, version_id, month) VALUES (3, 7, 70, '2026-05');
      UPDATE attachment SET progress_report_id = 3 WHERE id = 9;
      DELETE FROM progress_report WHERE id = 3;
    `)
    expect(db.prepare('SELECT count(*) FROM attachment').pluck().get()).toBe(0)
    db.close()
  })

  it('takes one report a đề án and month, one settlement a đề án', () => {
    const db = upgraded()
    const report = "INSERT INTO progress_report (project_id, version_id, month) VALUES (7, 70, '2026-05')"
    const settlement = 'INSERT INTO settlement (project_id, version_id) VALUES (7, 70)'
    db.exec(report)
    db.exec(settlement)
    expect(() => db.exec(report)).toThrow('UNIQUE')
    expect(() => db.exec(settlement)).toThrow('UNIQUE')
    db.close()
  })

  it('keeps a concluded acceptance and all its parts as signed, but for the day of mending', () => {
    const db = upgraded()
    db.exec(acceptance)
    const parts = {
      acceptance_member: "(acceptance_id, rank, person_id, side) VALUES (1, 0, 4, 'department')",
      acceptance_output: "(acceptance_id, rank, indicator) VALUES (1, 0, 'Số máy')",
      acceptance_cost: "(acceptance_id, rank, content) VALUES (1, 0, 'Mua máy')",
      supported_machine: "(acceptance_id, rank, name, serial) VALUES (1, 0, 'Máy sấy', 'SN1')",
    }
    for (const [table, row] of Object.entries(parts)) db.exec(`INSERT INTO ${table} ${row}`)
    db.exec("UPDATE acceptance SET concluded_on = '2026-09-02' WHERE id = 1")
    for (const [table, row] of Object.entries(parts)) {
      expect(() => db.exec(`INSERT INTO ${table} ${row}`), table).toThrow('acceptance-final')
      expect(() => db.exec(`UPDATE ${table} SET rank = 4`), table).toThrow('acceptance-final')
      expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow('acceptance-final')
    }
    expect(() => db.exec("UPDATE acceptance SET place = 'xã khác'")).toThrow('acceptance-final')
    expect(() => db.exec('DELETE FROM acceptance')).toThrow('acceptance-final')
    db.exec("UPDATE acceptance SET mended_on = '2026-09-20', row_version = 2")
    db.close()
  })

  it('keeps an approved settlement as approved', () => {
    const db = upgraded()
    db.exec(`
      INSERT INTO settlement (id, project_id, version_id) VALUES (1, 7, 70);
      INSERT INTO settlement_voucher (settlement_id, rank, number, date, kind, content)
        VALUES (1, 0, '12', '2026-09-01', 'invoice', 'Mua máy');
      UPDATE settlement SET approved_on = '2026-12-01' WHERE id = 1;
    `)
    expect(() => db.exec("UPDATE settlement SET note = 'sửa'")).toThrow('settlement-final')
    expect(() => db.exec('DELETE FROM settlement_voucher')).toThrow('settlement-final')
    db.close()
  })

  it('refuses percentages over the whole, money below nothing, a failure mended that was none', () => {
    const db = upgraded()
    db.exec("INSERT INTO progress_report (id, project_id, version_id, month) VALUES (3, 7, 70, '2026-05')")
    const line = (percent: number) =>
      `INSERT INTO progress_line (progress_report_id, rank, content, percent) VALUES (3, 0, 'Mua máy', ${percent})`
    db.exec(line(10_000))
    expect(() => db.exec(line(10_001))).toThrow('CHECK')
    expect(() => db.exec('UPDATE progress_report SET value_done = -1')).toThrow('CHECK')
    db.exec(acceptance)
    db.exec("UPDATE acceptance SET conclusion = 'pass'")
    expect(() => db.exec("UPDATE acceptance SET mended_on = '2026-09-20'")).toThrow('CHECK')
    db.close()
  })

  it('leaves the audit of every table', () => {
    const db = upgraded()
    db.exec(acceptance)
    db.exec("UPDATE acceptance SET place = 'xã Văn Vũ'")
    const [before, after] = db
      .prepare("SELECT before, after FROM row_change WHERE table_name = 'acceptance' AND action = 'update'")
      .raw()
      .get() as [string, string]
    expect([JSON.parse(before).place, JSON.parse(after).place]).toEqual(['', 'xã Văn Vũ'])
    const audited = db
      .prepare("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'")
      .pluck()
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE '%inspection%' OR name LIKE 'train%')",
      )
      .pluck()
      .all()
    for (const table of tables) expect(audited.all()).toContain(table)
    db.close()
  })
})
