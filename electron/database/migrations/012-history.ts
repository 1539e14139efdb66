// Version 12: which commands can be undone and which were, what each command touched, bytes of removed files, locked years.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

const date = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/** Of earlier commands only the record whose own row they changed is known. */
const earlierRecords = ['office', 'establishment', 'project', 'plan', 'norm_set', 'need', 'deadline_rule']

export function history(db: Database.Database): void {
  // The words of the search were not kept before, so what earlier commands did cannot be taken back whole: 'old'.
  db.exec(`
    ALTER TABLE command ADD COLUMN undo TEXT NOT NULL DEFAULT 'old'
      CHECK (undo IN ('old', 'possible', 'final', 'apart'));
    ALTER TABLE command ADD COLUMN undoes INTEGER REFERENCES command (id);
    CREATE UNIQUE INDEX command_by_undone ON command (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX command_by_time ON command (at);

    -- The one thing written into a command's row later is what it turned out to undo, while it is still running.
    DROP TRIGGER command_is_final;
    CREATE TRIGGER command_is_final BEFORE UPDATE ON command
      WHEN OLD.undoes IS NOT NULL OR NEW.undoes IS NULL OR OLD.id <> (SELECT max(id) FROM command) OR NEW.id <> OLD.id
        OR NEW.at <> OLD.at OR NEW.actor <> OLD.actor OR NEW.host <> OLD.host OR NEW.name <> OLD.name
        OR NEW.undo <> OLD.undo
      BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;

    CREATE TABLE record_change (
      id INTEGER PRIMARY KEY,
      command_id INTEGER NOT NULL REFERENCES command (id) ON DELETE RESTRICT,
      table_name TEXT NOT NULL,
      record_id INTEGER NOT NULL,
      own INTEGER NOT NULL CHECK (own IN (0, 1)),
      UNIQUE (table_name, record_id, command_id)
    ) STRICT;
    CREATE INDEX record_change_by_command ON record_change (command_id);
    INSERT INTO record_change (command_id, table_name, record_id, own)
      SELECT DISTINCT command_id, table_name, row_id, 1 FROM row_change
      WHERE table_name IN (${earlierRecords.map((table) => `'${table}'`).join(', ')});
    CREATE TRIGGER record_change_is_final BEFORE UPDATE ON record_change
      BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;
    CREATE TRIGGER record_change_stays BEFORE DELETE ON record_change BEGIN SELECT RAISE(ABORT, 'audit-is-final'); END;

    CREATE TABLE removed_file (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER attachment_bytes_stay BEFORE DELETE ON attachment BEGIN
      INSERT OR IGNORE INTO removed_file (sha256, bytes) VALUES (OLD.sha256, OLD.bytes);
    END;

    CREATE TABLE year_lock (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
      locked_on TEXT NOT NULL ${date('locked_on')},
      note TEXT NOT NULL DEFAULT '',
      unlocked_on TEXT ${date('unlocked_on')},
      unlock_reason TEXT NOT NULL DEFAULT '',
      CHECK ((unlocked_on IS NULL) = (unlock_reason = ''))
    ) STRICT;
    CREATE UNIQUE INDEX year_lock_in_force ON year_lock (year) WHERE unlocked_on IS NULL;
  `)
  for (const table of ['search_entry', 'year_lock']) auditTable(db, table)
}
