// A mark of what each row held when it was last saved, kept beside the rows and written in the same transaction. SQLite's own
// check knows whether pages hang together; a letter or a figure that a failing disk changed inside a cell it cannot see.
import { createHash, hash } from 'node:crypto'
import Database from 'better-sqlite3'

/** A row that is not what was saved; `rowId` of a command stands for it and all it left in the audit. */
export interface MarkFinding {
  readonly table: string
  readonly rowId: number
  readonly kind: 'changed' | 'gone' | 'unknown'
}

type Value = string | number | bigint | Buffer | null

/** 48 bits of SHA-256: whole in a number, and one chance in 280 million million that damage goes unseen. */
function markOf(values: readonly Value[]): number {
  return markOfHash(hash('sha256', textOf(values), 'hex'))
}

const markOfHash = (hex: string) => Number.parseInt(hex.slice(0, 12), 16)

function textOf(values: readonly Value[]): string {
  return JSON.stringify(values, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

/** The audited columns, read from the trigger that audits them: bytes have a hash of their own, secrets change unseen. */
function columnsOf(triggerSql: string): string {
  return [...triggerSql.matchAll(/'(\w+)', NEW\."\1"/g)].map(([, column]) => `"${column}"`).join(', ')
}

function readMarkedTables(db: Database.Database): ReadonlyMap<string, string> {
  const triggers = db
    .prepare(
      "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'audit_' || tbl_name || '_update'",
    )
    .raw()
    .all() as [string, string][]
  return new Map(triggers.map(([table, sql]) => [table, columnsOf(sql)]))
}

export function hasRowMarks(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'row_mark'").get() !== undefined
}

/** Of the tens of thousands of rows an import leaves, so many are held at once. */
const pageLength = 500

/**
 * A command, with every row of the audit it left: the mark of all their values in one list, told to the hash page by page. Every
 * page is a step, between which other work may be done.
 */
function* commandMark(db: Database.Database, commandId: number): Generator<undefined, number> {
  const digest = createHash('sha256').update('[')
  let separator = ''
  for (const table of ['command', 'row_change', 'record_change']) {
    const key = table === 'command' ? 'id' : 'command_id'
    const sql = `SELECT * FROM ${table} WHERE ${key} = ? AND id > ? ORDER BY id LIMIT ${pageLength}`
    for (let last: Value = 0, full = true; full; ) {
      const rows = prepared(db, sql).all(commandId, last) as Value[][]
      if (rows.length > 0) digest.update(separator + textOf(rows.flat()).slice(1, -1))
      separator = rows.length > 0 ? ',' : separator
      last = rows.at(-1)?.[0] ?? last
      full = rows.length === pageLength
      yield
    }
  }
  return markOfHash(digest.update(']').digest('hex'))
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** What the file is made of, in two marks: without the tables nothing works; the rest guards and records. */
const schemaParts = [
  { rowId: 0, where: "type = 'table'" },
  { rowId: 1, where: "type <> 'table'" },
] as const
const [tables, guards] = schemaParts

/** Statistics and the like that another program may add change nothing. */
function schemaMark(db: Database.Database, { where }: (typeof schemaParts)[number]): number {
  const sql = `SELECT type, name, tbl_name, sql FROM sqlite_schema
    WHERE ${where} AND name NOT LIKE 'sqlite_%' ORDER BY type, name`
  return markOf((prepared(db, sql).all() as Value[][]).flat())
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function prepared(db: Database.Database, sql: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>()
  statements.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql).raw()
  known.set(sql, found)
  return found
}

const schemaTable = 'sqlite_schema'

function writer(db: Database.Database): (table: string, rowId: number, mark: number) => void {
  const write = db.prepare('INSERT OR REPLACE INTO row_mark (table_name, row_id, mark) VALUES (?, ?, ?)')
  return (table, rowId, mark) => void write.run(table, rowId, mark)
}

export class RowMarks {
  readonly #db: Database.Database
  readonly #columns: ReadonlyMap<string, string>

  constructor(db: Database.Database) {
    this.#db = db
    this.#columns = readMarkedTables(db)
  }

  /** At the end of a command, inside its transaction: marks anew what it changed, and what it left in the audit. */
  async note(commandId: number, pause: () => Promise<void>): Promise<void> {
    const db = this.#db
    const write = writer(db)
    const forget = db.prepare('DELETE FROM row_mark WHERE table_name = ? AND row_id = ?')
    const changed = prepared(
      db,
      `SELECT id, table_name, row_id FROM row_change WHERE command_id = ? AND id > ? ORDER BY id LIMIT ${pageLength}`,
    )
    for (let last = 0, full = true; full; ) {
      const rows = changed.all(commandId, last) as [number, string, number][]
      // A row changed twice is marked twice, both times as it is now.
      for (const [, table, rowId] of rows) {
        const columns = this.#columns.get(table)
        if (columns === undefined) continue
        const row = prepared(db, `SELECT ${columns} FROM "${table}" WHERE id = ?`).get(rowId) as Value[] | undefined
        if (row === undefined) forget.run(table, rowId)
        else write(table, rowId, markOf(row))
        await pause()
      }
      last = rows.at(-1)?.[0] ?? last
      full = rows.length === pageLength
    }
    const steps = commandMark(db, commandId)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        write('command', commandId, step.value)
        return
      }
      await pause()
    }
  }
}

/** Between two migrations nothing is marked: marks of another schema would speak of damage where there is none. */
export function forgetMarks(db: Database.Database): void {
  db.exec('DELETE FROM row_mark')
}

/** After the schema changed, inside the migration's transaction: every row as it is now. */
export function markEveryRow(db: Database.Database): void {
  forgetMarks(db)
  const write = writer(db)
  for (const [table, columns] of readMarkedTables(db))
    for (const [rowId, ...row] of db.prepare(`SELECT id, ${columns} FROM "${table}"`).raw().all() as [
      number,
      ...Value[],
    ][])
      write(table, rowId, markOf(row))
  for (const commandId of db.prepare('SELECT id FROM command').pluck().all() as number[])
    write('command', commandId, atOnce(commandMark(db, commandId)))
  for (const part of schemaParts) write(schemaTable, part.rowId, schemaMark(db, part))
}

function savedSchemaMark(db: Database.Database, part: (typeof schemaParts)[number]): number | null {
  const saved = prepared(db, 'SELECT mark FROM row_mark WHERE table_name = ? AND row_id = ?')
  return (saved.get(schemaTable, part.rowId) as [number] | undefined)?.[0] ?? null
}

/** Whether the tables are those that were made. Cheap enough for every opening. An upgrade that was cut off has no marks yet. */
export function tablesAreAsMade(db: Database.Database): boolean {
  if (!hasRowMarks(db)) return true
  const saved = savedSchemaMark(db, tables)
  return saved === null || saved === schemaMark(db, tables)
}

/** Every row that is not what was saved. A file of an older version has no marks, and nothing is found in it. */
function findingsIn(db: Database.Database): MarkFinding[] {
  if (!hasRowMarks(db)) return []
  const found: MarkFinding[] = []
  const marks = marksByTable(db)
  marks.delete(schemaTable)
  for (const part of [tables, guards])
    if (savedSchemaMark(db, part) !== schemaMark(db, part))
      found.push({ table: schemaTable, rowId: part.rowId, kind: 'changed' })
  const compare = (table: string, rowId: number, mark: number) => {
    const kept = marks.get(table)
    const saved = kept?.get(rowId)
    if (saved !== mark) found.push({ table, rowId, kind: saved === undefined ? 'unknown' : 'changed' })
    kept?.delete(rowId)
  }
  const gone = (table: string) => {
    for (const rowId of marks.get(table)?.keys() ?? []) found.push({ table, rowId, kind: 'gone' })
  }
  // A table that lost its trigger is told of above, once.
  for (const [table, columns] of readMarkedTables(db)) {
    const rows = db.prepare(`SELECT id, ${columns} FROM "${table}"`).raw().iterate()
    for (const [rowId, ...row] of rows as Iterable<[number, ...Value[]]>) compare(table, rowId, markOf(row))
    gone(table)
  }
  for (const commandId of db.prepare('SELECT id FROM command').pluck().all() as number[])
    compare('command', commandId, atOnce(commandMark(db, commandId)))
  gone('command')
  return found
}

/** Over a copy that nobody writes. */
export function readMarkFindings(file: string): MarkFinding[] {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    return findingsIn(db)
  } finally {
    db.close()
  }
}

function marksByTable(db: Database.Database): Map<string, Map<number, number>> {
  const marks = new Map<string, Map<number, number>>()
  const rows = db.prepare('SELECT table_name, row_id, mark FROM row_mark').raw().iterate() as Iterable<
    [string, number, number]
  >
  for (const [table, rowId, mark] of rows) {
    const own = marks.get(table) ?? new Map<number, number>()
    marks.set(table, own)
    own.set(rowId, mark)
  }
  return marks
}
