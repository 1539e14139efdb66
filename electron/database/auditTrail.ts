// Whether the audit and the rows tell the same: each row as its last change left it, each change going on from the one before.
import type Database from 'better-sqlite3'

type Image = Readonly<Record<string, unknown>>

export type AuditGapKind =
  /** The row says something else than its last change wrote. */
  | 'differs'
  /** The row is gone though no command deleted it. */
  | 'gone'
  /** The row is there though no command put it there. */
  | 'unknown'
  /** A change began from something else than the one before it left. */
  | 'broken'

export interface AuditGap {
  readonly kind: AuditGapKind
  readonly table: string
  readonly rowId: number
  readonly column: string | null
  readonly image: Image
}

export interface AuditState {
  readonly gaps: readonly AuditGap[]
  /** Commands that are no longer on record. */
  readonly missingCommands: number
}

interface Last {
  readonly row_id: number
  readonly action: 'insert' | 'update' | 'delete'
  readonly after: string | null
}

/** The column that differs; those only one of the two has came or went with a version of the program. */
function different(image: Image, row: Image): string | null {
  for (const [column, value] of Object.entries(image)) if (column in row && row[column] !== value) return column
  return null
}

function auditedTables(db: Database.Database): string[] {
  return db
    .prepare(
      "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit\\_%\\_insert' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[]
}

/** Without bytes of files: the audit leaves them out, and their hash stands beside them. */
function columnsOf(db: Database.Database, table: string): string {
  const columns = db.pragma(`table_info("${table}")`) as { readonly name: string; readonly type: string }[]
  return columns
    .filter(({ type }) => type !== 'BLOB')
    .map(({ name }) => `"${name}"`)
    .join(', ')
}

function gapsOf(db: Database.Database, table: string): AuditGap[] {
  const last = new Map(
    (
      db
        .prepare(
          `SELECT row_id, action, after FROM row_change
            WHERE id IN (SELECT max(id) FROM row_change WHERE table_name = ? GROUP BY row_id)`,
        )
        .all(table) as Last[]
    ).map((change) => [change.row_id, change]),
  )
  const gaps: AuditGap[] = []
  for (const row of db.prepare(`SELECT ${columnsOf(db, table)} FROM "${table}"`).iterate() as Iterable<Image>) {
    const rowId = Number(row.id)
    const change = last.get(rowId)
    last.delete(rowId)
    if (change === undefined || change.action === 'delete')
      gaps.push({ kind: 'unknown', table, rowId, column: null, image: row })
    else if (change.after !== null) {
      const column = different(JSON.parse(change.after) as Image, row)
      if (column !== null) gaps.push({ kind: 'differs', table, rowId, column, image: row })
    }
  }
  for (const [rowId, change] of last)
    if (change.action !== 'delete')
      gaps.push({ kind: 'gone', table, rowId, column: null, image: JSON.parse(change.after ?? '{}') as Image })
  return gaps
}

function brokenChains(db: Database.Database): AuditGap[] {
  const links = db
    .prepare(
      `SELECT table_name AS "table", row_id AS rowId, left, before FROM (
        SELECT table_name, row_id, before, lag(after) OVER (PARTITION BY table_name, row_id ORDER BY id) AS left
          FROM row_change)
        WHERE left IS NOT NULL AND before IS NOT NULL AND left <> before`,
    )
    .all() as { table: string; rowId: number; left: string; before: string }[]
  return links.flatMap(({ table, rowId, left, before }): AuditGap[] => {
    const image = JSON.parse(before) as Image
    const column = different(JSON.parse(left) as Image, image)
    return column === null ? [] : [{ kind: 'broken', table, rowId, column, image }]
  })
}

/** Commands are numbered without gaps: a number is given only with the transaction that uses it. */
function missingCommands(db: Database.Database): number {
  const { given, count } = db
    .prepare(
      `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'command'), 0) AS given,
        (SELECT count(*) FROM command) AS count`,
    )
    .get() as { given: number; count: number }
  return Math.max(0, given - count)
}

export function auditState(db: Database.Database): AuditState {
  return {
    gaps: [...auditedTables(db).flatMap((table) => gapsOf(db, table)), ...brokenChains(db)],
    missingCommands: missingCommands(db),
  }
}
