// From version 12 with an approved đề án in it: contracts are taken, what was signed stays as signed, each number is given once.
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
  migrate(old, migrations.slice(0, 12))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year, status)
      VALUES (7, 'KCDP-2026-001', 'local', 'single', 2026, 'approved');
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group)
      VALUES (70, 7, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3');
    UPDATE project SET current_version_id = 70 WHERE id = 7;
  `)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 13))
  expect(schemaVersion).toBe(13)
  return db
}

function withSigned(): Database.Database {
  const db = upgraded()
  db.exec(`
    INSERT INTO contract (id, kind, programme, year) VALUES (1, 'beneficiary', 'local', 2026);
    INSERT INTO contract_party (contract_id, side, name) VALUES (1, 'giver', 'Trung tâm'), (1, 'receiver', 'HTX A');
    INSERT INTO contract_line (contract_id, rank, project_id, local) VALUES (1, 0, 7, 100);
    INSERT INTO contract_instalment (contract_id, rank, name, percent_basis_points) VALUES (1, 0, 'Lần 1', 7000);
    UPDATE contract SET state = 'signed', number = 1, symbol = 'HĐ', signed_on = '2026-03-01' WHERE id = 1;
  `)
  return db
}

describe('migration 13', () => {
  it('keeps the đề án that was there and has no contract yet', () => {
    const db = upgraded()
    expect(db.prepare('SELECT code, status FROM project').all()).toEqual([
      { code: 'KCDP-2026-001', status: 'approved' },
    ])
    expect(db.prepare('SELECT count(*) FROM contract').pluck().get()).toBe(0)
    db.close()
  })

  it.each([
    "UPDATE contract SET signed_on = '2026-03-02'",
    'UPDATE contract SET number = 2',
    "UPDATE contract SET end_on = '2026-12-31'",
    'DELETE FROM contract',
    "UPDATE contract_party SET name = 'HTX B' WHERE side = 'receiver'",
    'UPDATE contract_line SET local = 200',
    'DELETE FROM contract_line',
    'UPDATE contract_instalment SET percent_basis_points = 10000',
    "INSERT INTO contract_instalment (contract_id, rank, name, percent_basis_points) VALUES (1, 1, 'Lần 2', 3000)",
  ])('refuses of a signed contract: %s', (statement) => {
    const db = withSigned()
    expect(() => db.exec(statement)).toThrow('contract-signed')
    db.close()
  })

  it('lets a signed contract move on, and audits it', () => {
    const db = withSigned()
    db.exec("UPDATE contract SET state = 'liquidated', closed_on = '2026-11-01', row_version = 2")
    const { table_name, after } = db.prepare('SELECT table_name, after FROM row_change ORDER BY id DESC').get() as {
      table_name: string
      after: string
    }
    expect(table_name).toBe('contract')
    expect(JSON.parse(after)).toMatchObject({ state: 'liquidated', closed_on: '2026-11-01' })
    db.close()
  })

  it('gives a number of a year once, and takes it again the next year', () => {
    const db = withSigned()
    const second = (signedOn: string) =>
      db.exec(`INSERT INTO contract (kind, programme, year, state, number, symbol, signed_on)
        VALUES ('supplier', 'local', 2026, 'signed', 1, 'HĐ', '${signedOn}')`)
    expect(() => second('2026-12-31')).toThrow('UNIQUE')
    second('2027-01-01')
    db.close()
  })

  it('keeps a signed appendix as signed', () => {
    const db = withSigned()
    db.exec(`
      INSERT INTO contract_appendix (id, contract_id, ordinal) VALUES (5, 1, 1);
      INSERT INTO contract_appendix_line (appendix_id, project_id, local) VALUES (5, 7, 80);
      UPDATE contract_appendix SET state = 'signed', number = '01/PLHĐ', signed_on = '2026-06-01';
    `)
    expect(() => db.exec("UPDATE contract_appendix SET changes = 'x'")).toThrow('contract-signed')
    expect(() => db.exec('UPDATE contract_appendix_line SET local = 90')).toThrow('contract-signed')
    db.close()
  })

  it('takes the same voucher once', () => {
    const db = withSigned()
    const pay = (key: string) =>
      db.exec(`INSERT INTO contract_payment (contract_id, kind, round, on_date, voucher_kind, voucher_key)
        VALUES (1, 'advance', 1, '2026-04-01', 'paymentOrder', '${key}')`)
    pay('a')
    expect(() => pay('a')).toThrow('UNIQUE')
    pay('')
    pay('')
    db.close()
  })
})
