// From version 1 with rows in it: nothing of what was there changes, and the new tables hold what they should.
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

/** A file as version 1 left it: a locked version and a draft. */
function versionOneFile(): string {
  const file = path.join(folder(), 'cu.skc')
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, 1))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'projects.save');
    INSERT INTO office (id, centre_name) VALUES (1, 'Trung tâm');
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES (7, 'KCQG-2026-001', 'national', 'single', 2026);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group, locked)
      VALUES (70, 7, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3', 0), (71, 7, 2, 'adjusted', 'Hỗ trợ máy', 'x', 'ND3', 0);
    INSERT INTO budget_line (version_id, rank, content, national) VALUES (70, 0, 'Mua máy', 300000000);
    UPDATE project SET current_version_id = 71 WHERE id = 7;
    UPDATE project_version SET locked = 1 WHERE id = 70;
  `)
  db.close()
  return file
}

const oldTables = ['office', 'project', 'project_version', 'budget_line', 'command', 'row_change']

function contentOf(db: Database.Database): unknown {
  return oldTables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
}

function upgraded(): Database.Database {
  const { db, schemaVersion } = openDataFile(versionOneFile(), migrations.slice(0, 2))
  expect(schemaVersion).toBe(2)
  return db
}

describe('migration 2', () => {
  it('keeps every row of version 1', () => {
    const file = versionOneFile()
    const before = new Database(file, { readonly: true })
    const content = contentOf(before)
    before.close()
    const { db } = openDataFile(file, migrations.slice(0, 2))
    expect(contentOf(db)).toEqual(content)
    db.close()
  })

  it('makes strict tables whose foreign keys are all indexed', () => {
    const db = upgraded()
    for (const table of ['norm_set', 'norm_row', 'check_answers', 'check_override']) {
      const { strict } = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').get(table) as {
        strict: number
      }
      expect(strict, table).toBe(1)
      const keys = db.pragma(`foreign_key_list(${table})`) as { from: string }[]
      const indexed = (db.pragma(`index_list(${table})`) as { name: string }[]).map(
        ({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
      )
      for (const { from } of keys) expect(indexed, `${table}.${from}`).toContain(from)
    }
    db.close()
  })

  it('locks the answers with their version', () => {
    const db = upgraded()
    expect(() => db.exec('INSERT INTO check_answers (version_id, priority) VALUES (70, 1)')).toThrow('version-locked')
    db.exec('INSERT INTO check_answers (version_id, priority) VALUES (71, 1)')
    db.exec('UPDATE project_version SET locked = 1 WHERE id = 71')
    expect(() => db.exec('UPDATE check_answers SET priority = 0')).toThrow('version-locked')
    expect(() => db.exec('DELETE FROM check_answers')).toThrow('version-locked')
    db.close()
  })

  it('audits what is entered, and lets go of the parts with the whole', () => {
    const db = upgraded()
    db.exec(`
      INSERT INTO norm_set (id, name, effective_from) VALUES (1, 'Nghị quyết', '2025-07-26');
      INSERT INTO norm_row (norm_set_id, rank, code, sub_content, base_from) VALUES (1, 0, '1', 'ND3.x', 'total');
      INSERT INTO check_override (project_id, version_id, check_code, words, reason, command_id)
        VALUES (7, 71, 'place', 'Phường', 'Đã hỏi Sở', 1);
    `)
    const changed = db.prepare("SELECT DISTINCT table_name FROM row_change WHERE action = 'insert'").pluck().all()
    expect(changed).toEqual(expect.arrayContaining(['norm_set', 'norm_row', 'check_override']))
    expect(() => db.exec('DELETE FROM command')).toThrow()
    db.exec('DELETE FROM norm_set')
    expect(db.prepare('SELECT count(*) FROM norm_row').pluck().get()).toBe(0)
    db.close()
  })

  it('refuses what contradicts itself', () => {
    const db = upgraded()
    const set = (columns: string, values: string) =>
      db.exec(`INSERT INTO norm_set (name, effective_from, ${columns}) VALUES ('a', '2025-07-26', ${values})`)
    expect(() => set('effective_to', "'2025-07-25'")).toThrow('CHECK')
    expect(() => set('territory', "''")).toThrow('CHECK')
    expect(() => set('priority_multiplier_thousandths', '999')).toThrow('CHECK')
    db.close()
  })
})
