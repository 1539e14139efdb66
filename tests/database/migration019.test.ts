// From version 18 with work in it: every row is marked as it is, so that damage that comes later is found.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { readMarkFindings } from '../../electron/database/rowMarks'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function upgraded(): { db: Database.Database; file: string } {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 18))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
    INSERT INTO account (name, name_fold, role, active, secret) VALUES ('An', 'an', 'administer', 1, '{}');
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 19))
  expect(schemaVersion).toBe(19)
  return { db, file }
}

function findingsAfter(change: (db: Database.Database) => void): unknown[] {
  const { db, file } = upgraded()
  change(db)
  db.close()
  return readMarkFindings(file)
}

describe('migration 19', () => {
  it('keeps what was there and finds nothing wrong with it', () => {
    const { db, file } = upgraded()
    expect(db.prepare('SELECT code FROM project').pluck().all()).toEqual(['KCDP-2026-001'])
    expect(db.prepare('SELECT DISTINCT table_name FROM row_mark ORDER BY 1').pluck().all()).toEqual([
      'account',
      'command',
      'project',
      'sqlite_schema',
    ])
    db.close()
    expect(readMarkFindings(file)).toEqual([])
  })

  it('finds what changes without a command, and its traces in the audit of another', () => {
    const found = findingsAfter((db) => db.exec("UPDATE project SET code = 'KCDP-2026-002'"))
    expect(found).toEqual([
      { table: 'project', rowId: 7, kind: 'changed' },
      { table: 'command', rowId: 1, kind: 'changed' },
    ])
  })

  it('says nothing of secrets, which change unseen, nor of statistics that another program adds', () => {
    expect(findingsAfter((db) => db.exec('UPDATE account SET secret = \'{"hash":"x"}\'; ANALYZE'))).toEqual([])
  })

  it('finds a guard that is gone', () => {
    expect(findingsAfter((db) => db.exec('DROP TRIGGER command_is_final'))).toEqual([
      { table: 'sqlite_schema', rowId: 1, kind: 'changed' },
    ])
  })

  it('lets an upgrade that was cut off between two steps go on', () => {
    const { db, file } = upgraded()
    const step = (name: string) => (one: Database.Database) =>
      void one.exec(`CREATE TABLE ${name} (id INTEGER PRIMARY KEY) STRICT`)
    const known = [...migrations.slice(0, 19), step('one'), step('two')]
    const failing = () => {
      throw new Error('the lights went out')
    }
    expect(() => migrate(db, [...known.slice(0, 20), failing])).toThrow('the lights')
    db.close()
    const again = openDataFile(file, known)
    expect(again.schemaVersion).toBe(21)
    again.db.close()
    expect(readMarkFindings(file)).toEqual([])
  })
})
