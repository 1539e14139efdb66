// Version 18: hoạt động khác: product votes with their products and certificates; fairs, training, consulting and others.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const text = (column: string) => `${column} TEXT NOT NULL DEFAULT ''`
const needed = (column: string) => `${column} TEXT NOT NULL CHECK (${column} <> '')`
const count = (column: string) => `${column} INTEGER CHECK (${column} >= 0)`
const money = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} >= 0)`
const points = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 0 AND 10000)`
const year = 'year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100)'
const oneOf = (column: string, values: readonly string[]) =>
  `${column} TEXT NOT NULL CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`
const establishment = 'establishment_id INTEGER REFERENCES establishment (id) ON DELETE RESTRICT'

const levels = ['commune', 'district', 'province', 'region', 'nation']
const groups = ['handicraft', 'food', 'machinery', 'other']
const results = ['pending', 'certified', 'notCertified', 'withdrawn']
const kinds = [
  ...['fairHere', 'fairAbroad', 'vocational', 'startUp', 'management', 'cleanerProduction', 'conference'],
  ...['studyHere', 'studyAbroad', 'consulting', 'trademark', 'media', 'other'],
]

export function activities(db: Database.Database): void {
  db.exec(`
    CREATE TABLE vote_round (
      id INTEGER PRIMARY KEY,
      ${oneOf('level', levels)},
      ${year},
      ${text('place')}, ${text('decision_number')}, ${date('decision_date')}, ${text('issuer')},
      ${text('council_number')}, ${count('council_members')}, ${text('note')},
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE UNIQUE INDEX vote_round_once ON vote_round (year, level, place);

    CREATE TABLE vote_product (
      id INTEGER PRIMARY KEY,
      vote_round_id INTEGER NOT NULL REFERENCES vote_round (id) ON DELETE CASCADE,
      ${establishment},
      ${needed('owner')}, ${needed('name')}, ${oneOf('product_group', groups)},
      ${points('market_points')}, ${points('economy_points')}, ${points('culture_points')}, ${points('other_points')},
      ${points('average_points')},
      ${oneOf('result', results)},
      ${text('certificate_number')}, ${date('certificate_date')}, ${date('valid_until')},
      ${text('prize_rank')}, ${count('prize_amount')}, ${text('over_reason')}, ${text('note')},
      ${needed('name_key')}, ${text('words_fold')},
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (result = 'certified' OR (certificate_number = '' AND certificate_date IS NULL AND valid_until IS NULL)),
      CHECK (valid_until >= certificate_date)
    ) STRICT;
    CREATE UNIQUE INDEX vote_product_once ON vote_product (vote_round_id, name_key);
    CREATE INDEX vote_product_by_establishment ON vote_product (establishment_id);
    CREATE INDEX vote_product_by_result ON vote_product (result);

    CREATE TABLE activity (
      id INTEGER PRIMARY KEY,
      ${oneOf('kind', kinds)},
      ${needed('name')},
      ${year},
      ${date('starts_on')}, ${date('ends_on')}, ${text('place')}, ${text('organiser')}, ${text('document_number')},
      project_id INTEGER REFERENCES project (id) ON DELETE RESTRICT,
      ${count('participants')}, ${count('establishments')}, ${count('booths')}, ${count('items')},
      ${money('national')}, ${money('local')}, ${money('counterpart')}, ${money('other')},
      ${text('result_words')}, ${text('note')}, ${text('words_fold')},
      row_version INTEGER NOT NULL DEFAULT 1,
      CHECK (starts_on <= ends_on)
    ) STRICT;
    CREATE INDEX activity_by_year ON activity (year);
    CREATE INDEX activity_by_project ON activity (project_id);

    CREATE TABLE activity_attendant (
      id INTEGER PRIMARY KEY,
      activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
      rank INTEGER NOT NULL,
      ${establishment},
      ${needed('name')}, ${text('note')}
    ) STRICT;
    CREATE INDEX activity_attendant_by_activity ON activity_attendant (activity_id, rank);
    CREATE INDEX activity_attendant_by_establishment ON activity_attendant (establishment_id);
  `)
  attachTo(db, ['vote_round', 'vote_product', 'activity'])
  for (const table of ['vote_round', 'vote_product', 'activity', 'activity_attendant']) auditTable(db, table)
}

/** More owners of attachments; still exactly one of a file. */
function attachTo(db: Database.Database, added: readonly string[]): void {
  for (const owner of added)
    db.exec(`
      ALTER TABLE attachment ADD COLUMN ${owner}_id INTEGER REFERENCES ${owner} (id) ON DELETE CASCADE;
      CREATE INDEX attachment_by_${owner} ON attachment (${owner}_id);
    `)
  const owners = ['establishment', 'project', 'dossier_item', 'change_request', ...added]
  const wrong = `(${owners.map((owner) => `(NEW.${owner}_id IS NOT NULL)`).join(' + ')}) <> 1`
  for (const when of ['insert', 'update'])
    db.exec(`
      DROP TRIGGER attachment_owner_${when};
      CREATE TRIGGER attachment_owner_${when} BEFORE ${when.toUpperCase()} ON attachment WHEN ${wrong}
        BEGIN SELECT RAISE(ABORT, 'attachment-owner'); END;
    `)
  auditTable(db, 'attachment', { without: ['bytes'] })
}
