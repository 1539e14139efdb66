// From version 17 with rows in it: what was there stays, a file belongs to exactly one of more owners, nothing contradicts itself.
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
const file = (owner: string) => `INSERT INTO attachment (${owner}, file_name, media_type, size, sha256, added_on, bytes)
  VALUES (1, 'a.pdf', 'application/pdf', 1, '${hash}', '2026-01-01', x'41')`

function upgraded(): Database.Database {
  const name = path.join(folder(), 'cu.skc')
  const old = new Database(name)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 17))
  old.exec(`
    INSERT INTO command (at, actor, host, name, undo) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'a', 'possible');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (1, 'KCDP-2026-001', 'local', 'single', 2026);
    ${file('project_id')};
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(name, migrations.slice(0, 18))
  expect(schemaVersion).toBe(18)
  db.exec(`
    INSERT INTO vote_round (id, level, year) VALUES (1, 'province', 2025);
    INSERT INTO vote_product (id, vote_round_id, owner, name, product_group, result, name_key)
      VALUES (1, 1, 'HTX', 'Chè', 'food', 'pending', 'che|htx');
    INSERT INTO activity (id, kind, name, year) VALUES (1, 'fairHere', 'Hội chợ', 2025);
  `)
  return db
}

describe('migration 18', () => {
  it('keeps the files that were attached and takes new owners, one for each file', () => {
    const db = upgraded()
    expect(db.prepare('SELECT project_id, vote_round_id FROM attachment').all()).toEqual([
      { project_id: 1, vote_round_id: null },
    ])
    for (const owner of ['vote_round_id', 'vote_product_id', 'activity_id']) db.exec(file(owner))
    expect(() => db.exec('UPDATE attachment SET activity_id = 1')).toThrow('attachment-owner')
    expect(() =>
      db.exec(file('activity_id').replace('(activity_id,', '(activity_id, project_id,').replace('(1,', '(1, 1,')),
    ).toThrow('attachment-owner')
    db.close()
  })

  it('lets products and their files go with their round, and keeps their bytes for the bin', () => {
    const db = upgraded()
    db.exec(file('vote_product_id'))
    db.exec('DELETE FROM vote_round')
    expect(db.prepare('SELECT count(*) FROM vote_product').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM attachment WHERE vote_product_id = 1').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM removed_file').pluck().get()).toBe(1)
    db.close()
  })

  it('refuses a certificate without recognition, a product twice, an end before its beginning', () => {
    const db = upgraded()
    expect(() => db.exec("UPDATE vote_product SET certificate_number = '01'")).toThrow('CHECK')
    expect(() =>
      db.exec(
        "UPDATE vote_product SET result = 'certified', certificate_date = '2025-10-01', valid_until = '2025-09-01'",
      ),
    ).toThrow('CHECK')
    expect(() =>
      db.exec(`INSERT INTO vote_product (vote_round_id, owner, name, product_group, result, name_key)
        VALUES (1, 'htx', 'che', 'food', 'pending', 'che|htx')`),
    ).toThrow('UNIQUE')
    expect(() => db.exec("UPDATE activity SET starts_on = '2025-05-02', ends_on = '2025-05-01'")).toThrow('CHECK')
    expect(() => db.exec("INSERT INTO vote_round (level, year) VALUES ('province', 2025)")).toThrow('UNIQUE')
    db.close()
  })

  it('leaves an audit of each table', () => {
    const db = upgraded()
    db.exec(
      "UPDATE vote_round SET place = 'Bắc Kạn'; UPDATE activity SET booths = 20; UPDATE vote_product SET note = 'x'",
    )
    expect(
      db
        .prepare("SELECT DISTINCT table_name FROM row_change WHERE action = 'update' ORDER BY table_name")
        .pluck()
        .all(),
    ).toEqual(['activity', 'vote_product', 'vote_round'])
    db.close()
  })
})
