// Version 5 over a file of version 4 with rows in it: what was approved is known as approved, the rest are drafts.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'

let db: Database.Database

beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, migrations.slice(0, 4))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00.000Z', 'An', 'may-1', 'projects.save');
    BEGIN;
    INSERT INTO project (id, code, programme, kind, plan_year) VALUES
      (1, 'KCDP-2022-001', 'local', 'single', 2022),
      (2, 'KCQG-2022-001', 'national', 'single', 2022),
      (3, 'KCDP-2023-001', 'local', 'single', 2023);
    INSERT INTO project_version (id, project_id, number, stage, name, name_sort, content_group) VALUES
      (1, 1, 1, 'registered', 'Máy sấy', 'may say', 'ND3'),
      (2, 2, 1, 'approved', 'Máy in', 'may in', 'ND3'),
      (3, 2, 2, 'adjusted', 'Máy in', 'may in', 'ND3'),
      (4, 3, 1, 'registered', 'Máy dệt', 'may det', 'ND3');
    UPDATE project_version SET locked = 1, locked_on = '2022-01-10', decision_number = '12/QĐ-BCT',
      decision_date = '2021-12-22' WHERE id = 2;
    UPDATE project_version SET locked = 1, locked_on = '2022-06-01' WHERE id IN (3, 4);
    UPDATE project SET current_version_id = 1 WHERE id = 1;
    UPDATE project SET current_version_id = 3 WHERE id = 2;
    UPDATE project SET current_version_id = 4 WHERE id = 3;
    COMMIT;
  `)
  migrate(db, migrations.slice(0, 5))
})

afterEach(() => db.close())

const all = (sql: string) => db.prepare(sql).all()

describe('migration 5', () => {
  it('knows a đề án with a locked decision as approved, once, with its decision', () => {
    expect(all('SELECT id, status FROM project ORDER BY id')).toEqual([
      { id: 1, status: 'draft' },
      { id: 2, status: 'approved' },
      { id: 3, status: 'draft' },
    ])
    expect(all('SELECT project_id, version_id, step, on_date, document_number, round FROM project_step')).toEqual([
      {
        project_id: 2,
        version_id: 2,
        step: 'recordApproval',
        on_date: '2021-12-22',
        document_number: '12/QĐ-BCT',
        round: 0,
      },
    ])
    expect(all('SELECT count(*) AS versions FROM project_version WHERE locked = 1')).toEqual([{ versions: 3 }])
  })

  it('audits the state of a đề án from now on', () => {
    db.exec("UPDATE project SET status = 'submittedDoit' WHERE id = 1")
    const [change] = all(
      "SELECT before, after FROM row_change WHERE table_name = 'project' AND row_id = 1 AND action = 'update' ORDER BY id DESC LIMIT 1",
    ) as {
      before: string
      after: string
    }[]
    expect(JSON.parse(change?.before ?? '')).toMatchObject({ status: 'draft' })
    expect(JSON.parse(change?.after ?? '')).toMatchObject({ status: 'submittedDoit' })
  })

  it('keeps states that only KCQG knows from a KCĐP đề án, and unknown states from all', () => {
    expect(() => db.exec("UPDATE project SET status = 'registeredAgency' WHERE id = 1")).toThrow('status-programme')
    db.exec("UPDATE project SET status = 'registeredAgency' WHERE id = 2")
    expect(() => db.exec("UPDATE project SET programme = 'local' WHERE id = 2")).toThrow('status-programme')
    expect(() => db.exec("UPDATE project SET status = 'done' WHERE id = 3")).toThrow('CHECK')
  })

  it('lets nobody change an appraisal once concluded, nor its points, its council and their names', () => {
    db.exec(`
      INSERT INTO person (id, name, organisation) VALUES (1, 'Nguyễn Văn An', 'Sở Công Thương');
      INSERT INTO appraisal (id, version_id, level, method, date, conclusion) VALUES (1, 4, 'base', 'council', '2022-05-20', 'agree');
      INSERT INTO appraisal_check (appraisal_id, point, result) VALUES (1, 1, 'pass');
      INSERT INTO appraisal_member (appraisal_id, rank, person_id, role) VALUES (1, 0, 1, 'chair');
    `)
    db.exec("UPDATE appraisal SET concluded_on = '2022-05-20'")
    for (const sql of [
      "UPDATE appraisal SET opinion = 'khác'",
      'DELETE FROM appraisal',
      "UPDATE appraisal_check SET result = 'fail'",
      'DELETE FROM appraisal_check',
      "INSERT INTO appraisal_check (appraisal_id, point, result) VALUES (1, 2, 'pass')",
      "UPDATE appraisal_member SET role = 'member'",
      'DELETE FROM appraisal_member',
      "UPDATE person SET name = 'Người khác'",
    ])
      expect(() => db.exec(sql), sql).toThrow('appraisal-concluded')
    expect(() => db.exec('DELETE FROM person')).toThrow('FOREIGN KEY')
  })

  it('concludes nothing without a date and a conclusion', () => {
    db.exec("INSERT INTO appraisal (version_id, level, method) VALUES (4, 'base', 'staff')")
    expect(() => db.exec("UPDATE appraisal SET concluded_on = '2022-05-20'")).toThrow('CHECK')
  })
})
