// From version 11 with work in it: earlier commands are kept and known as such, removed attachments keep their bytes from now.
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
  migrate(old, migrations.slice(0, 11))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
    INSERT INTO attachment (id, project_id, file_name, media_type, size, sha256, added_on, bytes)
      VALUES (1, 7, 'a.pdf', 'application/pdf', 3, '${'a'.repeat(64)}', '2026-01-01', x'010203');
    INSERT INTO search_entry (kind, ref_id, title, title_fold) VALUES ('project', 7, 'Máy', 'may');
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 12))
  expect(schemaVersion).toBe(12)
  return db
}

describe('migration 12', () => {
  it('keeps earlier commands, as work that cannot be taken back, with the record each was about', () => {
    const db = upgraded()
    expect(db.prepare('SELECT name, undo, undoes FROM command').all()).toEqual([
      { name: 'projects.save', undo: 'old', undoes: null },
    ])
    expect(db.prepare('SELECT command_id, table_name, record_id, own FROM record_change').all()).toEqual([
      { command_id: 1, table_name: 'project', record_id: 7, own: 1 },
    ])
    db.close()
  })

  it('keeps the bytes of an attachment that is removed, by itself or with its đề án', () => {
    const db = upgraded()
    db.exec('DELETE FROM project WHERE id = 7')
    expect(db.prepare('SELECT sha256, bytes FROM removed_file').all()).toEqual([
      { sha256: 'a'.repeat(64), bytes: Buffer.from([1, 2, 3]) },
    ])
    db.close()
  })

  it('audits the words of the search', () => {
    const db = upgraded()
    db.exec("UPDATE search_entry SET title = 'Máy sấy'")
    expect(db.prepare("SELECT action FROM row_change WHERE table_name = 'search_entry'").pluck().all()).toEqual([
      'update',
    ])
    db.close()
  })

  it('lets a command say once what it takes back, and nothing else of the audit be rewritten', () => {
    const db = upgraded()
    db.exec(`INSERT INTO command (at, name, undo) VALUES ('2026-01-02T00:00:00Z', 'history.undo', 'apart')`)
    expect(() => db.exec('UPDATE command SET undoes = 2 WHERE id = 1')).toThrow('audit-is-final')
    expect(() => db.exec("UPDATE command SET actor = 'An', undoes = 1 WHERE id = 2")).toThrow('audit-is-final')
    db.exec('UPDATE command SET undoes = 1 WHERE id = 2')
    expect(() => db.exec('UPDATE command SET undoes = NULL WHERE id = 2')).toThrow('audit-is-final')
    for (const statement of ['UPDATE record_change SET own = 0', 'DELETE FROM record_change', 'DELETE FROM command'])
      expect(() => db.exec(statement), statement).toThrow('audit-is-final')
    db.close()
  })

  it('lets a year be locked once at a time, and unlocked only with a reason', () => {
    const db = upgraded()
    db.exec("INSERT INTO year_lock (year, locked_on) VALUES (2025, '2026-03-01')")
    expect(() => db.exec("INSERT INTO year_lock (year, locked_on) VALUES (2025, '2026-03-02')")).toThrow('UNIQUE')
    expect(() => db.exec("UPDATE year_lock SET unlocked_on = '2026-04-01'")).toThrow('CHECK')
    db.exec("UPDATE year_lock SET unlocked_on = '2026-04-01', unlock_reason = 'Kiểm toán'")
    db.exec("INSERT INTO year_lock (year, locked_on) VALUES (2025, '2026-05-01')")
    db.close()
  })
})
