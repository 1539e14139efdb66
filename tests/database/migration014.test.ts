// From version 13 with an approved plan and an attachment in it: both keep what they held, and grow only as decisions let them.
import { createHash } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDataFile } from '../../electron/database/dataFile'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const bytes = Buffer.from('%PDF-1.7 thử')

function upgraded(): Database.Database {
  const file = path.join(folder(), 'cu.skc')
  const old = new Database(file)
  applyPragmas(old)
  old.pragma(`application_id = ${applicationId}`)
  migrate(old, migrations.slice(0, 13))
  old.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'plans.lock');
    INSERT INTO project (id, code, programme, kind, plan_year, status) VALUES (7, 'KCDP-1', 'local', 'single', 2026, 'approved');
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group, locked, decision_number)
      VALUES (70, 7, 1, 'approved', 'Hỗ trợ máy', 'x', 'ND3', 1, '5/QĐ');
    UPDATE project SET current_version_id = 70 WHERE id = 7;
    INSERT INTO plan (id, year, programme) VALUES (3, 2026, 'local');
    INSERT INTO plan_item (id, plan_id, project_id, rank, priority, note, approved_version_id) VALUES (5, 3, 7, 0, 2, 'gấp', 70);
    INSERT INTO allocation (id, plan_id, batch_number, document_kind, total_amount) VALUES (9, 3, 1, 'decision', 500);
    UPDATE plan SET state = 'approved' WHERE id = 3;
  `)
  old
    .prepare(
      `INSERT INTO attachment (id, project_id, file_name, media_type, size, sha256, added_on, bytes)
        VALUES (4, 7, 'a.pdf', 'application/pdf', ?, ?, '2026-01-02', ?)`,
    )
    .run(bytes.length, createHash('sha256').update(bytes).digest('hex'), bytes)
  old.close()
  const { db, schemaVersion } = openDataFile(file, migrations.slice(0, 14))
  expect(schemaVersion).toBe(14)
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-02-01T00:00:00Z', 'Bình', 'may', 'changes.save');
    INSERT INTO change_request (id, year, letter_number, state, submitted_on) VALUES (1, 2026, '12', 'submitted', '2026-02-01');
    INSERT INTO change_item (id, request_id, rank, kind, project_id, base_version_id, asked) VALUES (2, 1, 0, 'adjust', 7, 70, '{}');
  `)
  return db
}

describe('migration 14', () => {
  it('keeps plans, their lines, their money and every byte attached', () => {
    const db = upgraded()
    expect(db.prepare('SELECT * FROM plan_item').get()).toMatchObject({ id: 5, note: 'gấp', change_item_id: null })
    expect(db.prepare('SELECT * FROM allocation').get()).toMatchObject({
      id: 9,
      total_amount: 500,
      change_decision_id: null,
    })
    expect(db.prepare('SELECT * FROM attachment').get()).toMatchObject({
      id: 4,
      project_id: 7,
      file_name: 'a.pdf',
      bytes,
    })
    db.close()
  })

  it('lets an approved plan grow by a decided change alone, and end a line without touching it', () => {
    const db = upgraded()
    const addItem = (change: string) =>
      db.exec(`INSERT INTO project (id, code, programme, kind, plan_year) VALUES (8, 'KCDP-2', 'local', 'single', 2026);
        INSERT INTO plan_item (plan_id, project_id, rank, note, change_item_id) VALUES (3, 8, 1, '', ${change})`)
    expect(() => addItem('NULL')).toThrow('plan-locked')
    db.exec('DELETE FROM project WHERE id = 8')
    addItem('2')
    expect(() => db.exec('UPDATE plan_item SET note = 1 WHERE id = 5')).toThrow('plan-locked')
    expect(() => db.exec('DELETE FROM plan_item WHERE id = 5')).toThrow('plan-locked')
    expect(() => db.exec('DELETE FROM allocation WHERE id = 9')).toThrow('plan-locked')
    db.exec(
      `INSERT INTO plan_item_event (plan_item_id, kind, on_date, change_item_id) VALUES (5, 'ended', '2026-03-01', 2)`,
    )
    expect(() => db.exec('DELETE FROM plan_item_event')).toThrow('plan-locked')
    db.close()
  })

  it('keeps a decided request, its items and its decision as they are, and lets it be cancelled once', () => {
    const db = upgraded()
    db.exec(`UPDATE change_item SET outcome = 'refused';
      INSERT INTO change_decision (request_id, number, date, authority) VALUES (1, '9/QĐ', '2026-03-01', 'planApprover');
      UPDATE change_request SET state = 'decided'`)
    for (const sql of [
      `UPDATE change_item SET asked = '[]'`,
      `UPDATE change_item SET outcome = 'approved'`,
      'DELETE FROM change_item',
      'DELETE FROM change_request',
      `UPDATE change_request SET state = 'draft'`,
      `INSERT INTO change_reason (item_id, path, reason) VALUES (2, 'name', 'vì')`,
      'DELETE FROM change_decision',
    ])
      expect(() => db.exec(sql), sql).toThrow('change-decided')
    db.exec(`UPDATE change_decision SET cancelled_on = '2026-04-01', cancelled_reason = 'nhầm';
      UPDATE change_request SET state = 'cancelled'`)
    expect(() => db.exec(`UPDATE change_decision SET cancelled_reason = 'khác'`)).toThrow('change-decided')
    expect(() => db.exec(`UPDATE change_request SET note = 'x'`)).toThrow('change-decided')
    db.close()
  })

  it('gives every attachment exactly one owner, a request among them, and audits without its bytes', () => {
    const db = upgraded()
    const add = (columns: string, values: string) =>
      db
        .prepare(
          `INSERT INTO attachment (${columns}, file_name, media_type, size, sha256, added_on, bytes)
            VALUES (${values}, 'b.pdf', 'application/pdf', ?, ?, '2026-01-02', ?)`,
        )
        .run(bytes.length, createHash('sha256').update(bytes).digest('hex'), bytes)
    add('change_request_id', '1')
    expect(() => add('change_request_id, project_id', '1, 7')).toThrow('attachment-owner')
    expect(() => add('id', '99')).toThrow('attachment-owner')
    db.exec('DELETE FROM change_request')
    expect(db.prepare('SELECT count(*) AS left FROM attachment').get()).toEqual({ left: 1 })
    const audited = db
      .prepare(`SELECT before FROM row_change WHERE table_name = 'attachment' AND action = 'delete'`)
      .all()
    expect(audited).toHaveLength(1)
    expect(JSON.stringify(audited)).not.toContain('bytes')
    db.close()
  })
})
