// From version 3 with rows in it: nothing of what was there changes; bytes stay out of the audit; issued papers are final.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { auditTable } from '../../electron/database/migrations/audit'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function versionThreeFile(): string {
  const file = path.join(folder(), 'cu.skc')
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, 3))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCQG-2026-001', 'national', 'single', 2026);
    INSERT INTO need (year, asker, content_group, activity, received_on, words_fold)
      VALUES (2027, 'HTX', 'ND3', 'Máy', '2026-10-05', ' htx may');
  `)
  db.close()
  return file
}

const oldTables = ['project', 'need', 'command', 'row_change']
const contentOf = (db: Database.Database) =>
  oldTables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())

function upgraded(file = versionThreeFile()): Database.Database {
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 4))
  expect(schemaVersion).toBe(4)
  return db
}

const hash = 'a'.repeat(64)
const attach = (owner: string) =>
  `INSERT INTO attachment (${owner}, file_name, media_type, size, sha256, added_on, bytes)
    VALUES (7, 'a.pdf', 'application/pdf', 3, '${hash}', '2026-11-21', x'00ff80')`
const issue = (year: number, number: number) =>
  `INSERT INTO outgoing_paper (year, number, symbol, form, title, date, project_id, data, file_name, sha256, bytes)
    VALUES (${year}, ${number}, 'HĐ-KC', 'agency-contract', 'Hợp đồng', '2026-11-21', 7, '{}', 'a.pdf', '${hash}', x'00ff80')`

describe('migration 4', () => {
  it('keeps every row of version 3', () => {
    const file = versionThreeFile()
    const before = new Database(file, { readonly: true })
    const content = contentOf(before)
    before.close()
    const db = upgraded(file)
    expect(contentOf(db)).toEqual(content)
    db.close()
  })

  it('keeps bytes out of the audit, and audits everything beside them', () => {
    const db = upgraded()
    db.exec(attach('project_id'))
    db.exec("UPDATE attachment SET file_name = 'b.pdf'")
    db.exec('DELETE FROM attachment')
    const changes = db
      .prepare("SELECT action, before, after FROM row_change WHERE table_name = 'attachment' ORDER BY id")
      .all() as { action: string; before: string | null; after: string | null }[]
    expect(changes.map(({ action }) => action)).toEqual(['insert', 'update', 'delete'])
    for (const { before, after } of changes)
      for (const json of [before, after])
        if (json !== null) expect(Object.keys(JSON.parse(json))).toEqual(expect.not.arrayContaining(['bytes']))
    expect(JSON.parse(changes[2]?.before ?? '{}')).toMatchObject({ file_name: 'b.pdf', size: 3, sha256: hash })
    db.close()
  })

  it('gives an attachment exactly one owner and true bytes', () => {
    const db = upgraded()
    expect(() => db.exec(attach('establishment_id'))).toThrow('FOREIGN KEY')
    expect(() => db.exec(attach('project_id, dossier_item_id').replace('(7,', '(7, 7,'))).toThrow()
    expect(() => db.exec(attach('project_id').replace("x'00ff80'", "x'00'"))).toThrow('CHECK')
    db.exec(attach('project_id'))
    expect(db.prepare('SELECT bytes FROM attachment').pluck().get()).toEqual(Buffer.from([0, 255, 128]))
    db.close()
  })

  it('never holds a number twice, and lets nothing of an issued paper change but its cancelling, once', () => {
    const db = upgraded()
    db.exec(issue(2026, 5))
    expect(() => db.exec(issue(2026, 5))).toThrow('UNIQUE')
    expect(() => db.exec(issue(2025, 6))).toThrow('CHECK')
    for (const change of ["title = 'khác'", 'number = 6', "bytes = x'01'", "data = '[]'", 'project_id = NULL'])
      expect(() => db.exec(`UPDATE outgoing_paper SET ${change}`), change).toThrow('issued-is-final')
    expect(() => db.exec('DELETE FROM outgoing_paper')).toThrow('issued-is-final')
    expect(() => db.exec("UPDATE outgoing_paper SET cancelled_on = '2026-11-22'")).toThrow('CHECK')
    db.exec("UPDATE outgoing_paper SET cancelled_on = '2026-11-22', cancelled_reason = 'sai'")
    expect(() => db.exec("UPDATE outgoing_paper SET cancelled_reason = 'khác'")).toThrow('issued-is-final')
    expect(() => db.exec('DELETE FROM project')).toThrow('FOREIGN KEY')
    db.close()
  })
})

describe('the audit of a table', () => {
  it('leaves out the columns it is told to, and only those', () => {
    const db = upgraded()
    db.exec('CREATE TABLE box (id INTEGER PRIMARY KEY, name TEXT, size INTEGER, bytes BLOB) STRICT')
    auditTable(db, 'box', { without: ['bytes'] })
    db.exec("INSERT INTO box VALUES (1, 'a', 1, x'ff'); UPDATE box SET bytes = x'00'; UPDATE box SET name = 'b'")
    const changes = db
      .prepare("SELECT before, after FROM row_change WHERE table_name = 'box' AND action = 'update'")
      .all()
    expect(changes).toEqual([{ before: '{"id":1,"name":"a","size":1}', after: '{"id":1,"name":"b","size":1}' }])
    db.close()
  })
})
