// From version 22 with rows in it: what was there stays; stretches of years run forwards and targets have their ends in order.
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
  const name = path.join(folder(), 'cu.skc')
  const old = new Database(name)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 22))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO vote_round (id, level, year) VALUES (1, 'province', 2025);
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(name, migrations.slice(0, 23))
  expect(schemaVersion).toBe(23)
  db.exec(`
    INSERT INTO programme_period (id, name, from_year, to_year) VALUES (1, 'Chương trình', 2021, 2025);
    INSERT INTO programme_target (programme_period_id, rank, measure, name, least, most)
      VALUES (1, 0, 'models', 'Mô hình', 10000, 15000);
    INSERT INTO year_total (from_year, to_year, scope, published, rounded_to, source)
      VALUES (2012, 2023, 'both', 99216000000, 1000000, 'Báo cáo');
  `)
  return db
}

describe('migration 23', () => {
  it('keeps what was there and audits what is new', () => {
    const db = upgraded()
    expect(db.prepare('SELECT year FROM vote_round').pluck().all()).toEqual([2025])
    expect(
      db.prepare("SELECT table_name FROM row_change WHERE action = 'insert' ORDER BY table_name").pluck().all(),
    ).toEqual(['programme_period', 'programme_target', 'vote_round', 'year_total'])
    db.close()
  })

  it('lets targets go with their programme', () => {
    const db = upgraded()
    db.exec('DELETE FROM programme_period')
    expect(db.prepare('SELECT count(*) FROM programme_target').pluck().get()).toBe(0)
    db.close()
  })

  it('refuses years that run backwards, a range upside down, a total without a source', () => {
    const db = upgraded()
    expect(() => db.exec('UPDATE programme_period SET to_year = 2020')).toThrow('CHECK')
    expect(() => db.exec('UPDATE year_total SET from_year = 2024')).toThrow('CHECK')
    expect(() => db.exec('UPDATE programme_target SET most = 9999')).toThrow('CHECK')
    expect(() => db.exec("UPDATE year_total SET source = ''")).toThrow('CHECK')
    db.close()
  })
})
