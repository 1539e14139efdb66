// Version 1: office, cơ sở, đề án with versions, yearly plans, audit, search.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string, nullable: boolean) =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const month = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`
const flag = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`
const maybeMoney = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`
const oneOf = (column: string, values: readonly string[]) =>
  `${column} TEXT NOT NULL CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`

/** Parts of a version: refused to change once their version is locked, whoever asks. */
const versionParts = ['project_beneficiary', 'project_place', 'planned_output', 'budget_line']

const audited = [
  'office',
  'signer',
  'document_symbol',
  'establishment',
  'establishment_year',
  'establishment_certificate',
  'project',
  'project_version',
  ...versionParts,
  'plan',
  'plan_item',
]

export function mainJob(db: Database.Database): void {
  db.exec(`
    CREATE TABLE office (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      ${text('centre_name')}, ${text('centre_short_name')}, ${text('department_name')},
      ${text('province_code')}, commune_code TEXT, ${text('address')}, ${text('phone')}, ${text('email')},
      ${text('tax_code')}, ${text('bank_account')}, ${text('bank_name')}, ${text('budget_relation_code')},
      ${text('treasury_name')}, ${text('place_name')},
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE signer (
      id INTEGER PRIMARY KEY,
      ${text('name')}, ${text('position')},
      ${oneOf('authority', ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'])},
      ${text('on_behalf_of')}, ${flag('is_default')}, rank INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE document_symbol (id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, ${text('symbol')}) STRICT;

    CREATE TABLE establishment (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL CHECK (name <> ''),
      name_sort TEXT NOT NULL, name_key TEXT NOT NULL,
      ${text('short_name')},
      ${oneOf('legal_form', ['sme', 'cooperative', 'cooperativeGroup', 'cooperativeUnion', 'businessHousehold', 'other'])},
      ${text('tax_code')}, ${text('tax_key')}, ${text('registration_number')}, ${text('registration_key')},
      ${date('registration_date', true)}, ${text('registration_place')},
      ${text('head_office_address')}, province_code TEXT, commune_code TEXT,
      ${text('production_address')}, production_province_code TEXT, production_commune_code TEXT,
      ${text('old_address_text')},
      ${flag('in_craft_village')}, ${text('craft_village_name')}, ${text('craft_village_decision')},
      ${flag('in_industrial_cluster')}, ${text('industrial_cluster_name')},
      area_flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(area_flags)),
      ${text('representative_name')}, ${text('representative_title')},
      ${oneOf('representative_gender', ['female', 'male', 'unknown'])},
      ${text('representative_ethnicity')}, ${text('representative_id_number')},
      ${text('phone')}, ${text('email')}, ${flag('women_owned')}, ${flag('employs_ethnic_minority')},
      ${text('bank_account')}, ${text('bank_name')}, ${text('bank_branch')},
      ${text('industry_code')}, ${text('industry')}, ${text('industry_sort')}, ${text('main_products')}, ${text('capacity')},
      ${oneOf('status', ['active', 'suspended', 'dissolved'])},
      ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX establishment_by_name ON establishment (name_sort, id);
    CREATE INDEX establishment_by_industry ON establishment (industry_sort, id);
    CREATE INDEX establishment_by_commune ON establishment (production_commune_code, name_sort);
    CREATE INDEX establishment_by_name_key ON establishment (name_key);
    CREATE INDEX establishment_by_tax ON establishment (tax_key) WHERE tax_key <> '';
    CREATE INDEX establishment_by_registration ON establishment (registration_key) WHERE registration_key <> '';

    CREATE TABLE establishment_year (
      id INTEGER PRIMARY KEY,
      establishment_id INTEGER NOT NULL REFERENCES establishment (id) ON DELETE CASCADE,
      year INTEGER NOT NULL, employees INTEGER CHECK (employees >= 0),
      ${maybeMoney('revenue')}, ${maybeMoney('tax_paid')}, ${maybeMoney('export_value')}, ${maybeMoney('capital')},
      ${maybeMoney('average_income')},
      UNIQUE (establishment_id, year)
    ) STRICT;
    CREATE TABLE establishment_certificate (
      id INTEGER PRIMARY KEY,
      establishment_id INTEGER NOT NULL REFERENCES establishment (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      ${oneOf('kind', ['typicalProduct', 'ocop', 'iso', 'foodSafety', 'other'])},
      ${text('name')}, ${text('level')}, ${text('number')}, ${date('date', true)}, ${date('expiry_date', true)}
    ) STRICT;
    CREATE INDEX certificate_by_establishment ON establishment_certificate (establishment_id);

    CREATE TABLE project (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      ${oneOf('programme', ['national', 'local'])},
      ${oneOf('kind', ['single', 'group', 'flagship'])},
      plan_year INTEGER NOT NULL,
      current_version_id INTEGER REFERENCES project_version (id) DEFERRABLE INITIALLY DEFERRED,
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX project_by_year ON project (plan_year, programme, code);
    CREATE INDEX project_by_current_version ON project (current_version_id);

    CREATE TABLE project_version (
      id INTEGER PRIMARY KEY,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      ${oneOf('stage', ['registered', 'baseAppraised', 'ministryAppraised', 'approved', 'adjusted'])},
      ${flag('locked')}, ${date('locked_on', true)}, ${text('decision_number')}, ${date('decision_date', true)},
      name TEXT NOT NULL CHECK (name <> ''), name_sort TEXT NOT NULL,
      ${oneOf('content_group', ['ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'ND9'])},
      sub_content TEXT,
      ${text('implementing_unit')}, ${text('cooperating_units')},
      ${month('start_month')}, ${month('end_month')},
      ${text('necessity')}, ${text('objective')}, ${text('scale')}, ${text('schedule')},
      ${text('organisation')}, ${text('effect')}, ${text('summary')}, ${text('note')},
      UNIQUE (project_id, number)
    ) STRICT;

    CREATE TABLE project_beneficiary (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT,
      name TEXT NOT NULL, share_basis_points INTEGER CHECK (share_basis_points BETWEEN 0 AND 10000)
    ) STRICT;
    CREATE INDEX beneficiary_by_version ON project_beneficiary (version_id, rank);
    CREATE INDEX beneficiary_by_establishment ON project_beneficiary (establishment_id);

    CREATE TABLE project_place (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL, province_code TEXT, commune_code TEXT, ${text('text')}, ${text('old_text')}
    ) STRICT;
    CREATE INDEX place_by_version ON project_place (version_id, rank);

    CREATE TABLE planned_output (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL, ${text('indicator')}, ${text('unit')},
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths >= 0)
    ) STRICT;
    CREATE INDEX output_by_version ON planned_output (version_id, rank);

    CREATE TABLE budget_line (
      id INTEGER PRIMARY KEY,
      version_id INTEGER NOT NULL REFERENCES project_version (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL, ${text('content')}, ${text('unit')},
      quantity_thousandths INTEGER CHECK (quantity_thousandths >= 0), ${maybeMoney('unit_price')},
      ${money('national')}, ${money('local')}, ${money('counterpart')}, ${money('other')}, ${text('note')}
    ) STRICT;
    CREATE INDEX budget_by_version ON budget_line (version_id, rank);

    CREATE TABLE plan (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL, ${oneOf('programme', ['national', 'local'])},
      ${text('attached_to')}, ${text('decision_number')}, ${date('decision_date', true)}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (year, programme)
    ) STRICT;
    CREATE TABLE plan_item (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
      rank INTEGER NOT NULL, priority INTEGER, ${text('note')},
      UNIQUE (plan_id, project_id)
    ) STRICT;
    CREATE INDEX plan_item_by_project ON plan_item (project_id);
    CREATE INDEX plan_item_by_rank ON plan_item (plan_id, rank);

    CREATE TABLE command (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL, ${text('actor')}, ${text('host')}, name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE row_change (
      id INTEGER PRIMARY KEY,
      command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE RESTRICT,
      table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
      ${oneOf('action', ['insert', 'update', 'delete'])},
      before TEXT, after TEXT
    ) STRICT;
    CREATE INDEX row_change_by_command ON row_change (command_id);
    CREATE INDEX row_change_by_row ON row_change (table_name, row_id);

    CREATE TABLE search_entry (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL, ref_id INTEGER NOT NULL, ${text('title')}, ${text('detail')},
      ${text('title_fold')}, ${text('detail_fold')},
      UNIQUE (kind, ref_id)
    ) STRICT;
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title_fold, detail_fold, content = 'search_entry', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
    );
    CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
      INSERT INTO search_index (rowid, title_fold, detail_fold) VALUES (NEW.id, NEW.title_fold, NEW.detail_fold);
    END;
    CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
      INSERT INTO search_index (search_index, rowid, title_fold, detail_fold)
        VALUES ('delete', OLD.id, OLD.title_fold, OLD.detail_fold);
    END;
    CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN
      INSERT INTO search_index (search_index, rowid, title_fold, detail_fold)
        VALUES ('delete', OLD.id, OLD.title_fold, OLD.detail_fold);
      INSERT INTO search_index (rowid, title_fold, detail_fold) VALUES (NEW.id, NEW.title_fold, NEW.detail_fold);
    END;
  `)

  const isLocked = (row: string) => `(SELECT locked FROM project_version WHERE id = ${row}.version_id) = 1`
  const refuse = `SELECT RAISE(ABORT, 'version-locked');`
  db.exec(`
    CREATE TRIGGER locked_version_update BEFORE UPDATE ON project_version WHEN OLD.locked = 1 BEGIN ${refuse} END;
    CREATE TRIGGER locked_version_delete BEFORE DELETE ON project_version WHEN OLD.locked = 1 BEGIN ${refuse} END;
  `)
  for (const part of versionParts)
    db.exec(`
      CREATE TRIGGER locked_${part}_insert BEFORE INSERT ON ${part} WHEN ${isLocked('NEW')} BEGIN ${refuse} END;
      CREATE TRIGGER locked_${part}_update BEFORE UPDATE ON ${part} WHEN ${isLocked('OLD')} OR ${isLocked('NEW')}
        BEGIN ${refuse} END;
      CREATE TRIGGER locked_${part}_delete BEFORE DELETE ON ${part} WHEN ${isLocked('OLD')} BEGIN ${refuse} END;
    `)
  db.exec(`
    CREATE TRIGGER command_is_final BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;
    CREATE TRIGGER command_stays BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;
    CREATE TRIGGER row_change_is_final BEFORE UPDATE ON row_change BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;
    CREATE TRIGGER row_change_stays BEFORE DELETE ON row_change BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;
  `)
  for (const table of audited) auditTable(db, table)
}
