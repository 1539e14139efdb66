// From version 6 with rows in it: nothing of what was there changes, and deadlines hold only what makes sense.
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
  migrate(old, migrations.slice(0, 6))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'plans.setState');
    INSERT INTO plan (id, year, programme, state, registered_on) VALUES (3, 2026, 'national', 'registered', '2025-06-10');
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 7))
  expect(schemaVersion).toBe(7)
  return db
}

const insert = (columns: string, values: string) =>
  `INSERT INTO deadline_rule (programme, step, reminder_days, opens, ${columns}) VALUES ('local', 'Gửi', 20, 'plan', ${values})`

describe('migration 7', () => {
  it('keeps what was there', () => {
    const db = upgraded()
    expect(db.prepare('SELECT state, registered_on FROM plan').get()).toEqual({
      state: 'registered',
      registered_on: '2025-06-10',
    })
    db.close()
  })

  it('takes a rule only with what its kind needs', () => {
    const db = upgraded()
    db.exec(insert('kind, month, day', "'yearly', 2, 28"))
    db.exec(insert('kind, day', "'monthly', 31"))
    db.exec(insert('kind, event, days', "'after', 'Nghiệm thu', 0"))
    for (const [columns, values] of [
      ['kind, day', "'yearly', 1"],
      ['kind', "'monthly'"],
      ['kind, days', "'after', 5"],
      ['kind, day', "'weekly', 1"],
      ['kind, day', "'monthly', 32"],
    ] as const)
      expect(() => db.exec(insert(columns, values)), values).toThrow('CHECK')
    db.close()
  })

  it('holds a tick and a switch once each, and audits them', () => {
    const db = upgraded()
    const tick = "INSERT INTO deadline_done (occurrence_key, done_on) VALUES ('own.1@2026-01-31', '2026-01-30')"
    db.exec(tick)
    expect(() => db.exec(tick)).toThrow('UNIQUE')
    db.exec("INSERT INTO deadline_off (rule_key) VALUES ('own.1')")
    expect(() => db.exec("INSERT INTO deadline_off (rule_key) VALUES ('own.1')")).toThrow('UNIQUE')
    const audited = db.prepare('SELECT table_name FROM row_change ORDER BY id DESC LIMIT 2').pluck().all()
    expect(audited).toEqual(['deadline_off', 'deadline_done'])
    db.close()
  })
})
