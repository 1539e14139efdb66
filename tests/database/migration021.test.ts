// Version 21 over a file of the version before with rows in it: a package that went out never changes, but for its one recall.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId } from '../../electron/database/pragmas'

const at = migrations.findIndex(({ name }) => name === 'packages')

function upgraded(): Database.Database {
  const db = new Database(':memory:')
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('foreign_keys = ON')
  migrate(db, migrations.slice(0, at))
  db.exec(`
    INSERT INTO command (at, name) VALUES ('2026-01-01T00:00:00.000Z', 'test');
    INSERT INTO project (code, programme, kind, plan_year) VALUES ('A', 'local', 'single', 2026);
  `)
  migrate(db, migrations.slice(0, at + 1))
  return db
}

const insert = (number: number, replaces: number | null = null) => `INSERT INTO sent_package
  (year, number, recipient, sent_on, projects, checksum, file_sha256, file_name, data, bytes, replaces_id)
  VALUES (2026, ${number}, 'Cục', '2026-02-01', 1, '${'a'.repeat(64)}', '${'b'.repeat(64)}', 'g.xlsx', '{}', x'50', ${replaces ?? 'NULL'})`

describe('version 21', () => {
  it('keeps what was there', () => {
    const db = upgraded()
    expect(db.prepare('SELECT code FROM project').pluck().all()).toEqual(['A'])
    expect(db.prepare('SELECT count(*) FROM sent_package').pluck().get()).toBe(0)
    db.close()
  })

  it('lets a package be recalled once with its reason, and nothing else of it change or go', () => {
    const db = upgraded()
    db.exec(insert(1))
    for (const change of ["recipient = 'x'", "data = '[]'", "bytes = x'51'", "checksum = 'c'", 'number = 2'])
      expect(() => db.exec(`UPDATE sent_package SET ${change}`)).toThrow('issued-is-final')
    expect(() => db.exec("UPDATE sent_package SET recalled_on = '2026-03-01'")).toThrow('CHECK')
    db.exec("UPDATE sent_package SET recalled_on = '2026-03-01', recalled_reason = 'Sai số', row_version = 2")
    expect(() => db.exec("UPDATE sent_package SET recalled_reason = 'khác'")).toThrow('issued-is-final')
    expect(() => db.exec('DELETE FROM sent_package')).toThrow('issued-is-final')
    db.close()
  })

  it('lets one package stand in place of another, itself excepted, each replaced once', () => {
    const db = upgraded()
    db.exec(insert(1))
    db.exec(insert(2, 1))
    expect(() => db.exec(insert(3, 1))).toThrow('UNIQUE')
    expect(() => db.exec(insert(2))).toThrow('UNIQUE')
    expect(() => db.exec(insert(4, 99))).toThrow('FOREIGN KEY')
    db.close()
  })

  it('audits a consolidation with its files, and takes them with it', () => {
    const db = upgraded()
    db.exec(`
      INSERT INTO consolidation (name, year, saved_on, settings, result) VALUES ('Vùng', 2026, '2026-02-01', '{}', '{}');
      INSERT INTO consolidation_source (consolidation_id, file_key, file_name, reading)
        VALUES (1, '${'a'.repeat(64)}', 'g.xlsx', '{"lines":[]}');
      DELETE FROM consolidation;
    `)
    expect(db.prepare('SELECT count(*) FROM consolidation_source').pluck().get()).toBe(0)
    const deleted = db
      .prepare(
        "SELECT json_extract(before, '$.reading') FROM row_change WHERE table_name = 'consolidation_source' AND action = 'delete'",
      )
      .pluck()
      .all()
    expect(deleted).toEqual(['{"lines":[]}'])
    db.close()
  })
})
