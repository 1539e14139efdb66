// From version 18 with work in it: every row is marked as it is, so that damage that comes later is found.
import { createHash } from 'node:crypto'
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

  it('marks a command of thousands of rows by all of them, whichever page they are read on', () => {
    const { db, file } = upgraded()
    db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1203)
      INSERT INTO row_change (command_id, table_name, row_id, action, after) SELECT 1, 'project', i, 'insert', 'Đề án ' || i FROM n;
      INSERT INTO record_change (command_id, table_name, record_id, own)
        SELECT 1, table_name, row_id, 1 FROM row_change WHERE command_id = 1 AND row_id > 700;
    `)
    const all = (sql: string) => db.prepare(sql).raw().all() as unknown[][]
    const values = [
      ...all('SELECT * FROM command WHERE id = 1'),
      ...all('SELECT * FROM row_change WHERE command_id = 1 ORDER BY id'),
      ...all('SELECT * FROM record_change WHERE command_id = 1 ORDER BY id'),
    ].flat()
    const mark = Number.parseInt(createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12), 16)
    const put = db.prepare("UPDATE row_mark SET mark = ? WHERE table_name = 'command' AND row_id = 1")
    put.run(mark)
    const ofCommands = () => readMarkFindings(file).filter(({ table }) => table === 'command')
    db.close()
    expect(values.length).toBeGreaterThan(10_000)
    expect(ofCommands()).toEqual([])
    const damaged = new Database(file)
    const guards = damaged.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'row_change'")
    for (const guard of guards.pluck().all() as string[]) damaged.exec(`DROP TRIGGER ${guard}`)
    damaged.exec('UPDATE row_change SET row_id = row_id + 1 WHERE id = (SELECT max(id) - 700 FROM row_change)')
    damaged.close()
    expect(ofCommands()).toEqual([{ table: 'command', rowId: 1, kind: 'changed' }])
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
