// From version 15 with work in it: nobody is named, so nothing changes; secrets and wrong tries stay out of the audit.
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
  migrate(old, migrations.slice(0, 15))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026);
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 16))
  expect(schemaVersion).toBe(16)
  return db
}

const account = (name: string) => `INSERT INTO account (name, name_fold, role, active, secret)
  VALUES ('${name}', lower('${name}'), 'enter', 1, '{"hash":"bi mat"}')`

describe('migration 16', () => {
  it('keeps what was there and names nobody', () => {
    const db = upgraded()
    expect(db.prepare('SELECT code FROM project').pluck().all()).toEqual(['KCDP-2026-001'])
    expect(db.prepare('SELECT count(*) FROM account').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM access_settings').pluck().get()).toBe(0)
    db.close()
  })

  it('audits who was named with which role, never the secret nor a wrong try', () => {
    const db = upgraded()
    db.exec(account('An'))
    db.exec("UPDATE account SET failed_tries = 3, last_failed_at = '2026-01-01T00:00:00Z', secret = '{}'")
    db.exec("UPDATE account SET role = 'approve'")
    const audit = db.prepare("SELECT action, before FROM row_change WHERE table_name = 'account'").all() as {
      action: string
      before: string | null
    }[]
    expect(audit.map(({ action }) => action)).toEqual(['insert', 'update'])
    expect(Object.keys(JSON.parse(audit[1]?.before ?? '{}') as object)).not.toContain('secret')
    db.close()
  })

  it('refuses the same name twice, an unknown role and an idle time that never comes', () => {
    const db = upgraded()
    db.exec(account('An'))
    expect(() => db.exec(account('An'))).toThrow('UNIQUE')
    expect(() => db.exec("UPDATE account SET role = 'root'")).toThrow('CHECK')
    expect(() => db.exec("INSERT INTO access_settings (id, idle_minutes, recovery) VALUES (1, 0, '{}')")).toThrow(
      'CHECK',
    )
    db.close()
  })
})
