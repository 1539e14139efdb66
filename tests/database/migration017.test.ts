// Version 17 over a file with locked records from the version before: each is sealed as it is found.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId } from '../../electron/database/pragmas'
import { brokenSeals } from '../../electron/database/seals'

describe('version 17', () => {
  it('seals what was locked, and nothing that may still change', () => {
    const db = new Database(':memory:')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, migrations.slice(0, 16))
    db.exec(`
      INSERT INTO command (at, name) VALUES ('2026-01-01T00:00:00.000Z', 'test');
      INSERT INTO project (code, programme, kind, plan_year) VALUES ('A', 'local', 'single', 2026);
      INSERT INTO project_version (project_id, number, stage, name, name_sort, content_group) VALUES
        (1, 1, 'approved', 'Máy', '', 'ND3'), (1, 2, 'adjusted', 'Máy', '', 'ND3');
      INSERT INTO budget_line (version_id, rank, content, local) VALUES (1, 0, 'Máy sấy', 5);
      UPDATE project_version SET locked = 1, locked_on = '2026-01-02', decision_number = '1/QĐ',
        decision_date = '2026-01-02' WHERE id = 1;
      INSERT INTO contract (kind, programme, year, number, symbol) VALUES ('supplier', 'local', 2026, 1, 'HĐ'),
        ('supplier', 'local', 2026, 2, 'HĐ');
      INSERT INTO contract_line (contract_id, rank, project_id, local) VALUES (1, 0, 1, 5);
      UPDATE contract SET state = 'signed', signed_on = '2026-02-01' WHERE id = 1;
    `)
    migrate(db, migrations.slice(0, 17))
    expect(db.prepare('SELECT table_name, record_id FROM seal ORDER BY id').raw().all()).toEqual([
      ['project_version', 1],
      ['contract', 1],
    ])
    expect(brokenSeals(db)).toEqual([])
    db.exec('DROP TRIGGER signed_contract_line_update; UPDATE contract_line SET local = 6')
    expect(brokenSeals(db)).toEqual([
      { table: 'contract', id: 1, changed: { table: 'contract_line', column: 'local', was: 5, is: 6 } },
    ])
    db.close()
  })
})
