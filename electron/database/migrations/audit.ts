// Audit triggers, made from the columns a table really has. An insert leaves only its fact: what was inserted is the
// `before` of the row's next change, or the row itself, and writing it twice would double a file after an import.
import type Database from 'better-sqlite3'

interface Column {
  readonly name: string
}

function rowAsJson(prefix: 'NEW' | 'OLD', columns: readonly Column[]): string {
  return `json_object(${columns.map(({ name }) => `'${name}', ${prefix}."${name}"`).join(', ')})`
}

export interface AuditOptions {
  /** Columns the audit leaves out: bytes of files, which JSON cannot hold and whose hash stands beside them. */
  readonly without?: readonly string[]
}

/** Call again after a migration changed a table's columns: the old triggers are replaced. */
export function auditTable(db: Database.Database, table: string, { without = [] }: AuditOptions = {}): void {
  const columns = (db.pragma(`table_info("${table}")`) as Column[]).filter(({ name }) => !without.includes(name))
  const newest = '(SELECT max(id) FROM command)'
  const insert = 'INSERT INTO row_change (command_id, table_name, row_id, action, before, after)'
  const before = rowAsJson('OLD', columns)
  const after = rowAsJson('NEW', columns)
  db.exec(`
    DROP TRIGGER IF EXISTS audit_${table}_insert;
    DROP TRIGGER IF EXISTS audit_${table}_update;
    DROP TRIGGER IF EXISTS audit_${table}_delete;
    CREATE TRIGGER audit_${table}_insert AFTER INSERT ON "${table}" BEGIN
      ${insert} VALUES (${newest}, '${table}', NEW.id, 'insert', NULL, NULL);
    END;
    CREATE TRIGGER audit_${table}_update AFTER UPDATE ON "${table}" WHEN ${before} <> ${after} BEGIN
      ${insert} VALUES (${newest}, '${table}', NEW.id, 'update', ${before}, ${after});
    END;
    CREATE TRIGGER audit_${table}_delete AFTER DELETE ON "${table}" BEGIN
      ${insert} VALUES (${newest}, '${table}', OLD.id, 'delete', ${before}, NULL);
    END;
  `)
}
