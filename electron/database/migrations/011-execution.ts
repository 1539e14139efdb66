// Version 11: carrying a đề án out: monthly progress, completed volume, acceptance with its machines, the detailed plan of a
// group, training, clusters, settlement, inspection and what is watched after support.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string, nullable = true) =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const month = (column: string, nullable = true) =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`
const maybeMoney = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const needed = (column: string) => `${column} TEXT NOT NULL CHECK (${column} <> '')`
const flag = (column: string, value = 0) => `${column} INTEGER NOT NULL DEFAULT ${value} CHECK (${column} IN (0, 1))`
const count = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`
const sources = (prefix: string) =>
  ['national', 'local', 'counterpart', 'other'].map((one) => money(prefix + one)).join(', ')

const record = (columns: string) => `
  id INTEGER PRIMARY KEY,
  project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  row_version INTEGER NOT NULL DEFAULT 1,
  ${columns}`
/** A line of a record: goes with it, stands in its order. */
const part = (owner: string, columns: string) => `
  id INTEGER PRIMARY KEY,
  ${owner}_id INTEGER NOT NULL REFERENCES ${owner} (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  ${columns}`
const ofVersion = 'version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE RESTRICT'

const records: Readonly<Record<string, string>> = {
  progress_report: record(`${ofVersion}, ${month('month', false)}, ${date('reported_on')}, ${text('work_done')},
    ${maybeMoney('value_done')}, ${maybeMoney('advance_requested')}, ${text('difficulties')}, ${month('expected_end')},
    ${date('confirmed_on')}, ${text('note')}`),
  volume_report: record(`${ofVersion}, ${date('date', false)}, ${text('document_number')}, ${text('note')}`),
  acceptance: record(`${ofVersion}, form TEXT NOT NULL CHECK (form IN ('5a', '5b', '5c')),
    establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
    follows_id INTEGER REFERENCES acceptance (id) ON DELETE RESTRICT,
    ${text('beneficiary')}, ${text('place')}, ${date('date')}, ${text('document_number')}, ${text('basis')},
    ${text('quality')}, ${text('timing')}, conclusion TEXT CHECK (conclusion IN ('pass', 'fail')),
    ${text('shortfall_reason')}, ${text('mend')}, ${date('mend_by')}, ${date('mended_on')}, ${text('suggestion')},
    ${date('concluded_on')},
    CHECK (concluded_on IS NULL OR (conclusion IS NOT NULL AND date IS NOT NULL)),
    CHECK (mended_on IS NULL OR conclusion = 'fail')`),
  detail_plan: record(`${ofVersion}, ${date('date')}, ${text('document_number')}, ${text('purpose')},
    ${text('organisation')}, ${text('approval_number')}, ${date('approved_on')}, ${text('note')}`),
  training_class: record(`rank INTEGER NOT NULL, ${needed('name')}, ${text('occupation')}, ${count('planned_trainees')},
    ${date('starts_on')}, ${date('ends_on')}, ${text('place')}, ${text('teacher')}, ${text('qualification')},
    ${text('objective')}, ${text('note')}, CHECK (starts_on <= ends_on)`),
  cluster_report: record(`${date('date', false)}, ${text('document_number')}, ${needed('cluster')}, ${text('place')},
    ${text('investor')}, ${text('decision')}, area_thousandths INTEGER CHECK (area_thousandths >= 0), ${text('note')}`),
  settlement: record(`${ofVersion}, ${date('date')}, ${text('document_number')}, ${flag('with_invoice')},
    ${flag('last_of_year')}, ${text('difference_reason')}, ${text('approval_number')}, ${date('approved_on')},
    ${text('note')}`),
  inspection: record(`year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
    kind TEXT NOT NULL CHECK (kind IN ('during', 'afterOneYear', 'afterTwoYears', 'sudden')),
    establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
    ${text('beneficiary')}, ${text('place')}, ${month('planned_month')}, ${date('visited_on')}, ${text('document_number')},
    ${text('team')}, ${text('met')}, ${text('content')}, ${text('conclusion')}, ${count('jobs')}, ${maybeMoney('revenue')},
    ${maybeMoney('tax_paid')}, ${maybeMoney('average_income')}, ${count('jobs_before')}, ${maybeMoney('revenue_before')},
    ${maybeMoney('tax_paid_before')}, ${maybeMoney('average_income_before')}, ${text('note')}`),
}

/** Parts and the record each belongs to. */
const parts: Readonly<Record<string, readonly [owner: string, columns: string]>> = {
  progress_line: [
    'progress_report',
    `${needed('content')}, percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000), ${text('note')}`,
  ],
  volume_line: [
    'volume_report',
    `${needed('content')}, ${text('unit')}, ${count('planned_quantity')}, ${count('done_quantity')},
    ${sources('planned_')}, ${sources('done_')}, ${text('note')}`,
  ],
  acceptance_member: [
    'acceptance',
    `person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    side TEXT NOT NULL CHECK (side IN ('department', 'agency', 'commune', 'implementer', 'beneficiary', 'expert')),
    ${text('position')}, ${text('opinion')}`,
  ],
  acceptance_output: [
    'acceptance',
    `${needed('indicator')}, ${text('unit')}, ${count('planned')}, ${count('done')}, ${text('note')}`,
  ],
  acceptance_cost: ['acceptance', `${needed('content')}, ${sources('planned_')}, ${sources('done_')}, ${text('note')}`],
  supported_machine: [
    'acceptance',
    `${needed('name')}, ${text('specification')}, ${text('origin')}, ${text('unit')}, ${count('quantity')},
    ${maybeMoney('unit_price')}, ${text('serial')}, ${count('made_in')}, ${flag('is_new', 1)}, ${flag('works', 1)},
    ${text('note')}`,
  ],
  detail_plan_line: [
    'detail_plan',
    `establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT, ${needed('name')}, ${text('address')},
    ${text('content')}, ${money('support')}, ${money('counterpart')}, ${month('start_month')}, ${month('end_month')},
    ${text('note')}, CHECK (start_month <= end_month)`,
  ],
  training_subject: [
    'training_class',
    `${needed('subject')}, ${count('theory_hours')}, ${count('practice_hours')}, ${text('note')}`,
  ],
  trainee: [
    'training_class',
    `${needed('name')}, ${count('born_in')}, ${text('gender')}, ${text('ethnicity')}, ${text('address')},
    ${text('id_number')}, ${text('certificate_number')}, ${text('employer')}, ${text('note')}`,
  ],
  cluster_line: [
    'cluster_report',
    `${needed('content')}, ${text('unit')}, ${money('planned')}, ${money('done')}, ${text('note')}`,
  ],
  settlement_line: [
    'settlement',
    `${needed('content')}, ${sources('planned_')}, ${sources('asked_')}, ${maybeMoney('approved')}, ${text('note')}`,
  ],
  settlement_voucher: [
    'settlement',
    `${needed('number')}, ${date('date', false)}, kind TEXT NOT NULL CHECK (kind <> ''), ${needed('content')},
    ${text('payee')}, ${sources('')}, ${text('note')}`,
  ],
  inspection_finding: [
    'inspection',
    `${needed('finding')}, ${date('due_on')}, ${date('resolved_on')}, ${text('note')}`,
  ],
  inspection_machine: [
    'inspection',
    `machine_id INTEGER NOT NULL REFERENCES supported_machine (id) ON DELETE RESTRICT, ${flag('present', 1)},
    ${flag('in_use', 1)}, ${text('note')}, UNIQUE (inspection_id, machine_id)`,
  ],
}

const once = ['detail_plan', 'settlement']

export function execution(db: Database.Database): void {
  for (const [name, columns] of Object.entries(records))
    db.exec(`
      CREATE TABLE ${name} (${columns}) STRICT;
      CREATE ${once.includes(name) ? 'UNIQUE ' : ''}INDEX ${name}_by_project ON ${name} (project_id);
    `)
  for (const [name, [owner, columns]] of Object.entries(parts))
    db.exec(`
      CREATE TABLE ${name} (${part(owner, columns)}) STRICT;
      CREATE INDEX ${name}_by_${owner} ON ${name} (${owner}_id, rank);
    `)
  db.exec(`
    CREATE UNIQUE INDEX progress_report_by_month ON progress_report (project_id, month);
    CREATE INDEX progress_report_of_month ON progress_report (month);
    CREATE INDEX inspection_by_year ON inspection (year);
    CREATE INDEX acceptance_by_establishment ON acceptance (establishment_id);
    CREATE INDEX acceptance_by_follows ON acceptance (follows_id);
    CREATE INDEX acceptance_member_by_person ON acceptance_member (person_id);
    CREATE INDEX detail_plan_line_by_establishment ON detail_plan_line (establishment_id);
    CREATE INDEX inspection_by_establishment ON inspection (establishment_id);
    CREATE INDEX inspection_machine_by_machine ON inspection_machine (machine_id);
    CREATE INDEX supported_machine_by_serial ON supported_machine (serial) WHERE serial <> '';
  `)
  for (const [name, columns] of Object.entries(records))
    if (columns.includes('version_id')) db.exec(`CREATE INDEX ${name}_by_version ON ${name} (version_id);`)

  // Photographs belong to the đề án, and besides to the record they were taken for.
  for (const owner of ['progress_report', 'acceptance', 'inspection'])
    db.exec(`
      ALTER TABLE attachment ADD COLUMN ${owner}_id INTEGER REFERENCES ${owner} (id) ON DELETE CASCADE;
      CREATE INDEX attachment_by_${owner} ON attachment (${owner}_id);
    `)
  auditTable(db, 'attachment', { without: ['bytes'] })

  finalOnce(db, 'acceptance', 'concluded_on', ['mended_on', 'row_version'])
  finalOnce(db, 'settlement', 'approved_on', [])
  for (const name of [...Object.keys(records), ...Object.keys(parts)]) auditTable(db, name)
}

/** What was concluded stays as it was signed: the record but for some columns, and all its parts. */
function finalOnce(db: Database.Database, table: string, sign: string, except: readonly string[]): void {
  const refuse = `SELECT RAISE(ABORT, '${table}-final');`
  const columns = (db.pragma(`table_info("${table}")`) as { readonly name: string }[])
    .map(({ name }) => name)
    .filter((name) => !except.includes(name))
  const changed = columns.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ')
  db.exec(`
    CREATE TRIGGER final_${table}_update BEFORE UPDATE ON ${table} WHEN OLD.${sign} IS NOT NULL AND (${changed})
      BEGIN ${refuse} END;
    CREATE TRIGGER final_${table}_delete BEFORE DELETE ON ${table} WHEN OLD.${sign} IS NOT NULL BEGIN ${refuse} END;
  `)
  const isFinal = (row: string) => `(SELECT ${sign} FROM ${table} WHERE id = ${row}.${table}_id) IS NOT NULL`
  for (const [name, [owner]] of Object.entries(parts))
    if (owner === table)
      db.exec(`
        CREATE TRIGGER final_${name}_insert BEFORE INSERT ON ${name} WHEN ${isFinal('NEW')} BEGIN ${refuse} END;
        CREATE TRIGGER final_${name}_update BEFORE UPDATE ON ${name} WHEN ${isFinal('OLD')} OR ${isFinal('NEW')}
          BEGIN ${refuse} END;
        CREATE TRIGGER final_${name}_delete BEFORE DELETE ON ${name} WHEN ${isFinal('OLD')} BEGIN ${refuse} END;
      `)
}
