// Version 13: contracts with their parties as on the day, value by đề án and source, appendices; what is advanced, paid, recovered.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const day = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
const maybeDate = (column: string) => `${column} TEXT CHECK (${column} ${day})`
const date = (column: string) => `${column} TEXT NOT NULL CHECK (${column} ${day})`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`
const amounts = ['national', 'local', 'counterpart', 'other'].map(money).join(', ')

const tables = [
  'contract',
  'contract_party',
  'contract_line',
  'contract_instalment',
  'contract_appendix',
  'contract_appendix_line',
  'contract_payment',
  'contract_payment_line',
  'contract_payment_paper',
  'contract_override',
  'repayment_receipt',
]

export function contracts(db: Database.Database): void {
  db.exec(`
    CREATE TABLE contract (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('agency', 'beneficiary', 'supplier')),
      programme TEXT NOT NULL CHECK (programme IN ('national', 'local')),
      year INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'signed', 'liquidated', 'terminated')),
      number INTEGER CHECK (number > 0), ${text('symbol')}, ${text('outside_number')}, ${maybeDate('signed_on')},
      ${text('subject')}, ${maybeDate('start_on')}, ${maybeDate('end_on')}, ${maybeDate('liquidation_by')},
      ${text('note')}, ${maybeDate('closed_on')}, ${text('closed_number')}, ${text('closed_reason')},
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (state = 'draft' OR (signed_on IS NOT NULL AND (number IS NOT NULL OR outside_number <> '')))
    ) STRICT;
    CREATE INDEX contract_by_year ON contract (year, programme);
    CREATE UNIQUE INDEX contract_by_number ON contract (substr(signed_on, 1, 4), symbol, number)
      WHERE number IS NOT NULL;

    CREATE TABLE contract_party (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
      side TEXT NOT NULL CHECK (side IN ('giver', 'receiver')),
      establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
      ${text('name')}, ${text('representative')}, ${text('position')}, ${text('authority')}, ${text('address')},
      ${text('phone')}, ${text('account')}, ${text('bank')}, ${text('tax_code')}, ${text('budget_relation_code')},
      UNIQUE (contract_id, side)
    ) STRICT;
    CREATE INDEX contract_party_by_establishment ON contract_party (establishment_id);

    CREATE TABLE contract_line (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      ${amounts},
      UNIQUE (contract_id, project_id)
    ) STRICT;
    CREATE INDEX contract_line_by_project ON contract_line (project_id);

    CREATE TABLE contract_instalment (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      ${text('name')}, percent_basis_points INTEGER NOT NULL CHECK (percent_basis_points BETWEEN 0 AND 10000),
      ${text('condition')}, ${maybeDate('due_on')}
    ) STRICT;
    CREATE INDEX contract_instalment_by_contract ON contract_instalment (contract_id, rank);

    CREATE TABLE contract_appendix (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'signed')),
      ${text('number')}, ${maybeDate('signed_on')}, ${text('changes')},
      ${text('decision_number')}, ${maybeDate('decision_date')}, ${maybeDate('end_on')}, ${maybeDate('liquidation_by')},
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (contract_id, ordinal),
      CHECK (state = 'draft' OR (signed_on IS NOT NULL AND number <> ''))
    ) STRICT;
    CREATE TABLE contract_appendix_line (
      id INTEGER PRIMARY KEY,
      appendix_id INTEGER NOT NULL REFERENCES contract_appendix (id) ON DELETE CASCADE,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      ${amounts},
      UNIQUE (appendix_id, project_id)
    ) STRICT;
    CREATE INDEX contract_appendix_line_by_project ON contract_appendix_line (project_id);

    CREATE TABLE contract_payment (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('advance', 'payment', 'recovery')),
      round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 99),
      ${date('on_date')},
      voucher_kind TEXT NOT NULL
        CHECK (voucher_kind IN ('paymentOrder', 'treasuryOrder', 'cash', 'receipt', 'invoice', 'other')),
      ${text('voucher_number')}, ${maybeDate('voucher_date')}, ${text('voucher_key')}, ${text('payee')},
      ${text('content')}, done_basis_points INTEGER CHECK (done_basis_points BETWEEN 0 AND 10000),
      ${text('confirmation_number')}, ${maybeDate('confirmed_on')}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX contract_payment_by_contract ON contract_payment (contract_id, on_date);
    CREATE UNIQUE INDEX contract_payment_by_voucher ON contract_payment (voucher_key) WHERE voucher_key <> '';

    CREATE TABLE contract_payment_line (
      id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES contract_payment (id) ON DELETE CASCADE,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      ${amounts},
      UNIQUE (payment_id, project_id)
    ) STRICT;
    CREATE INDEX contract_payment_line_by_project ON contract_payment_line (project_id);

    CREATE TABLE contract_payment_paper (
      id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES contract_payment (id) ON DELETE CASCADE,
      code TEXT NOT NULL CHECK (code <> ''),
      UNIQUE (payment_id, code)
    ) STRICT;

    CREATE TABLE contract_override (
      id INTEGER PRIMARY KEY,
      contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
      appendix_id INTEGER REFERENCES contract_appendix (id) ON DELETE CASCADE,
      payment_id INTEGER REFERENCES contract_payment (id) ON DELETE CASCADE,
      code TEXT NOT NULL CHECK (code <> ''),
      words TEXT NOT NULL CHECK (words <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE RESTRICT
    ) STRICT;
    CREATE INDEX contract_override_by_contract ON contract_override (contract_id);
    CREATE INDEX contract_override_by_appendix ON contract_override (appendix_id);
    CREATE INDEX contract_override_by_payment ON contract_override (payment_id);
    CREATE INDEX contract_override_by_command ON contract_override (command_id);

    CREATE TABLE repayment_receipt (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      ${date('on_date')}, amount INTEGER NOT NULL CHECK (amount > 0), ${text('payer')},
      ${text('voucher_number')}, ${text('voucher_key')}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX repayment_receipt_by_project ON repayment_receipt (project_id, on_date);
    CREATE UNIQUE INDEX repayment_receipt_by_voucher ON repayment_receipt (voucher_key) WHERE voucher_key <> '';
  `)
  lockSigned(db)
  for (const table of tables) auditTable(db, table)
}

/** What was signed stays as it was signed: only its state moves on, and an appendix changes it. */
function lockSigned(db: Database.Database): void {
  const refuse = `BEGIN SELECT RAISE(ABORT, 'contract-signed'); END;`
  const kept = ['kind', 'programme', 'year', 'number', 'symbol', 'outside_number', 'signed_on', 'subject', 'start_on']
  const changed = [...kept, 'end_on', 'liquidation_by']
    .map((column) => `OLD.${column} IS NOT NEW.${column}`)
    .join(' OR ')
  db.exec(`
    CREATE TRIGGER signed_contract_update BEFORE UPDATE ON contract WHEN OLD.state <> 'draft' AND (${changed}) ${refuse}
    CREATE TRIGGER signed_contract_delete BEFORE DELETE ON contract WHEN OLD.state <> 'draft' ${refuse}
    CREATE TRIGGER signed_appendix_update BEFORE UPDATE ON contract_appendix WHEN OLD.state = 'signed' ${refuse}
    CREATE TRIGGER signed_appendix_delete BEFORE DELETE ON contract_appendix WHEN OLD.state = 'signed' ${refuse}
  `)
  const isSigned = (row: string) => `(SELECT state FROM contract WHERE id = ${row}.contract_id) <> 'draft'`
  const appendixSigned = (row: string) =>
    `(SELECT state FROM contract_appendix WHERE id = ${row}.appendix_id) = 'signed'`
  const parts: readonly (readonly [table: string, locked: (row: string) => string])[] = [
    ['contract_party', isSigned],
    ['contract_line', isSigned],
    ['contract_instalment', isSigned],
    ['contract_appendix_line', appendixSigned],
  ]
  for (const [table, locked] of parts)
    db.exec(`
      CREATE TRIGGER signed_${table}_insert BEFORE INSERT ON ${table} WHEN ${locked('NEW')} ${refuse}
      CREATE TRIGGER signed_${table}_update BEFORE UPDATE ON ${table} WHEN ${locked('OLD')} OR ${locked('NEW')} ${refuse}
      CREATE TRIGGER signed_${table}_delete BEFORE DELETE ON ${table} WHEN ${locked('OLD')} ${refuse}
    `)
}
