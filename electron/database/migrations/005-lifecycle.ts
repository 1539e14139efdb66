// Version 5: where each đề án stands, the steps it took, and its appraisals with their people.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const statuses = [
  ...['draft', 'submittedDoit', 'appraisedBase', 'returned', 'registeredAgency', 'appraisedMinistry', 'approved'],
  ...['rejected', 'cancelled', 'detailPlan', 'contracted', 'beneficiaryContracted', 'inProgress', 'acceptedBase'],
  ...['settlementFiled', 'liquidated', 'settled', 'monitored', 'stopped'],
]
  .map((status) => `'${status}'`)
  .join(', ')

export function lifecycle(db: Database.Database): void {
  // A version locked by a decision says that the đề án was approved: earlier programs knew no other sign of it.
  db.exec(`
    ALTER TABLE project ADD COLUMN status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN (${statuses}));
    UPDATE project SET status = 'approved' WHERE EXISTS (
      SELECT 1 FROM project_version v
      WHERE v.project_id = project.id AND v.locked = 1 AND v.stage IN ('approved', 'adjusted'));
    CREATE INDEX project_by_status ON project (status, plan_year);
    CREATE TRIGGER project_status_programme BEFORE UPDATE ON project
      WHEN NEW.programme = 'local' AND NEW.status IN ('registeredAgency', 'appraisedMinistry')
      BEGIN SELECT RAISE(ABORT, 'status-programme'); END;

    CREATE TABLE project_step (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      step TEXT NOT NULL CHECK (step IN ('submit', 'appraiseBase', 'return', 'resume', 'register', 'appraiseMinistry',
        'approve', 'recordApproval', 'reject', 'cancel')),
      from_status TEXT NOT NULL CHECK (from_status IN (${statuses})),
      to_status TEXT NOT NULL CHECK (to_status IN (${statuses})),
      on_date TEXT NOT NULL ${date('on_date')},
      document_number TEXT NOT NULL DEFAULT '',
      document_date TEXT ${date('document_date')},
      reason TEXT NOT NULL DEFAULT '',
      round INTEGER NOT NULL CHECK (round >= 0)
    ) STRICT;
    CREATE INDEX project_step_by_project ON project_step (project_id, id);
    CREATE INDEX project_step_by_version ON project_step (version_id);
    INSERT INTO project_step (project_id, version_id, step, from_status, to_status, on_date, document_number,
        document_date, round)
      SELECT v.project_id, v.id, 'recordApproval', 'draft', 'approved', coalesce(v.decision_date, v.locked_on),
        v.decision_number, v.decision_date, 0
      FROM project_version v
      WHERE v.locked = 1 AND v.stage IN ('approved', 'adjusted') AND coalesce(v.decision_date, v.locked_on) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM project_version earlier WHERE earlier.project_id = v.project_id
          AND earlier.locked = 1 AND earlier.stage IN ('approved', 'adjusted') AND earlier.number < v.number);

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      organisation TEXT NOT NULL DEFAULT '',
      UNIQUE (name, organisation)
    ) STRICT;

    CREATE TABLE appraisal (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      level TEXT NOT NULL CHECK (level IN ('base', 'ministry')),
      method TEXT NOT NULL CHECK (method IN ('staff', 'council')),
      date TEXT ${date('date')},
      document_number TEXT NOT NULL DEFAULT '',
      appraiser TEXT NOT NULL DEFAULT '',
      signer TEXT NOT NULL DEFAULT '',
      votes_for INTEGER CHECK (votes_for >= 0),
      votes_against INTEGER CHECK (votes_against >= 0),
      conclusion TEXT CHECK (conclusion IN ('agree', 'agreeAfterSupplement', 'refuse')),
      opinion TEXT NOT NULL DEFAULT '',
      concluded_on TEXT ${date('concluded_on')},
      appraised_version_id INTEGER REFERENCES project_version (id) ON DELETE RESTRICT,
      national INTEGER CHECK (national >= 0),
      local INTEGER CHECK (local >= 0),
      counterpart INTEGER CHECK (counterpart >= 0),
      other INTEGER CHECK (other >= 0),
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (version_id, level),
      CHECK (concluded_on IS NULL OR (conclusion IS NOT NULL AND date IS NOT NULL))
    ) STRICT;
    CREATE INDEX appraisal_by_appraised_version ON appraisal (appraised_version_id);

    CREATE TABLE appraisal_check (
      id INTEGER PRIMARY KEY,
      appraisal_id INTEGER NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
      point INTEGER NOT NULL CHECK (point BETWEEN 1 AND 5),
      result TEXT NOT NULL CHECK (result IN ('pending', 'pass', 'fail')),
      opinion TEXT NOT NULL DEFAULT '',
      UNIQUE (appraisal_id, point)
    ) STRICT;

    CREATE TABLE appraisal_member (
      id INTEGER PRIMARY KEY,
      appraisal_id INTEGER NOT NULL REFERENCES appraisal (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
      role TEXT NOT NULL CHECK (role IN ('chair', 'secretary', 'member')),
      opinion TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX appraisal_member_by_appraisal ON appraisal_member (appraisal_id, rank);
    CREATE INDEX appraisal_member_by_person ON appraisal_member (person_id);
  `)
  const refuse = `SELECT RAISE(ABORT, 'appraisal-concluded');`
  const isConcluded = (row: string) => `(SELECT concluded_on FROM appraisal WHERE id = ${row}.appraisal_id) IS NOT NULL`
  db.exec(`
    CREATE TRIGGER concluded_appraisal_update BEFORE UPDATE ON appraisal WHEN OLD.concluded_on IS NOT NULL
      BEGIN ${refuse} END;
    CREATE TRIGGER concluded_appraisal_delete BEFORE DELETE ON appraisal WHEN OLD.concluded_on IS NOT NULL
      BEGIN ${refuse} END;
    CREATE TRIGGER concluded_person_update BEFORE UPDATE ON person WHEN EXISTS (SELECT 1 FROM appraisal_member m
      JOIN appraisal a ON a.id = m.appraisal_id WHERE m.person_id = OLD.id AND a.concluded_on IS NOT NULL)
      BEGIN ${refuse} END;
  `)
  for (const part of ['appraisal_check', 'appraisal_member'])
    db.exec(`
      CREATE TRIGGER concluded_${part}_insert BEFORE INSERT ON ${part} WHEN ${isConcluded('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER concluded_${part}_update BEFORE UPDATE ON ${part}
        WHEN ${isConcluded('OLD')} OR ${isConcluded('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER concluded_${part}_delete BEFORE DELETE ON ${part} WHEN ${isConcluded('OLD')} BEGIN ${refuse} END;
    `)
  for (const table of ['project', 'project_step', 'person', 'appraisal', 'appraisal_check', 'appraisal_member'])
    auditTable(db, table)
}
