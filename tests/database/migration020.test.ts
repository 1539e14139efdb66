// From version 19 with work in it: what was there stays, no heading is remembered yet, each heading once.
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
  migrate(old, migrations.slice(0, 19))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 20))
  expect(schemaVersion).toBe(20)
  return db
}

const remember = (field: string) =>
  `INSERT INTO import_column (kind, heading_key, heading, field) VALUES ('needs', 'needs|doi tuong', 'Đối tượng', '${field}')`

describe('migration 20', () => {
  it('keeps what was there and remembers nothing', () => {
    const db = upgraded()
    expect(db.prepare('SELECT code FROM project').pluck().all()).toEqual(['KCDP-2026-001'])
    expect(db.prepare('SELECT count(*) FROM import_column').pluck().get()).toBe(0)
    db.close()
  })

  it('remembers a heading once, a column to leave aside too, and audits it', () => {
    const db = upgraded()
    db.exec(remember(''))
    expect(() => db.exec(remember('name'))).toThrow('UNIQUE')
    db.exec("UPDATE import_column SET field = 'name'")
    expect(
      db.prepare("SELECT action FROM row_change WHERE table_name = 'import_column' ORDER BY id").pluck().all(),
    ).toEqual(['insert', 'update'])
    db.close()
  })
})
