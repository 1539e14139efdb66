// Reads out of a damaged file whatever can still be read, row by row around the damage. The file itself is only read.
import Database from 'better-sqlite3'

export type RescuedValue = string | number | null

export interface RescuedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly RescuedValue[])[]
  /** Places where reading stopped and went on further down; each lost one row or more. */
  readonly gaps: number
}

export interface Rescue {
  readonly tables: readonly RescuedTable[]
  /** Tables of which nothing could be read, and what else was lost, in words. */
  readonly unreadable: readonly string[]
}

/** Not the office's records: indexes over them, and attachments, whose bytes fit in no table of text. */
const leftOut = /^(sqlite_|search_|row_mark$)/
/** Beyond a gap this wide there is nothing. */
const furthestStep = 1 << 22

function shown(value: unknown): RescuedValue {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (Buffer.isBuffer(value)) return `(${value.length} byte)`
  return String(value)
}

interface SchemaRow {
  readonly name: string
  readonly columns: readonly string[]
}

function tablesOf(db: Database.Database): { tables: SchemaRow[]; unreadable: string[] } {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  const tables: SchemaRow[] = []
  const unreadable: string[] = []
  for (const name of names.filter((one) => !leftOut.test(one)).sort()) {
    try {
      const columns = (db.pragma(`table_info("${name.replaceAll('"', '""')}")`) as { name: string }[]).map(
        (column) => column.name,
      )
      tables.push({ name, columns })
    } catch {
      unreadable.push(name)
    }
  }
  return { tables, unreadable }
}

/** The first row id from which reading works again: by doubling steps past the damage, then by halving back to its edge. */
function pastDamage(readsFrom: (rowId: number) => boolean, damagedAt: number): number | null {
  let damaged = damagedAt
  let step = 1
  while (!readsFrom(damaged + step)) {
    damaged += step
    step *= 2
    if (step > furthestStep) return null
  }
  let readable = damaged + step
  while (readable - damaged > 1) {
    const middle = damaged + Math.floor((readable - damaged) / 2)
    if (readsFrom(middle)) readable = middle
    else damaged = middle
  }
  return readable
}

function rescueTable(db: Database.Database, table: SchemaRow): RescuedTable {
  const quoted = `"${table.name.replaceAll('"', '""')}"`
  const read = db.prepare(`SELECT rowid, * FROM ${quoted} WHERE rowid >= ? ORDER BY rowid`).raw(true)
  const probe = db.prepare(`SELECT rowid, * FROM ${quoted} WHERE rowid >= ? ORDER BY rowid LIMIT 1`).raw(true)
  const readsFrom = (rowId: number) => {
    try {
      probe.get(rowId)
      return true
    } catch {
      return false
    }
  }
  const rows: RescuedValue[][] = []
  let from = 0
  let gaps = 0
  for (;;) {
    try {
      // Read one by one, so that the rows before the damaged one are kept.
      for (const row of read.iterate(from) as Iterable<unknown[]>) {
        rows.push(row.slice(1).map(shown))
        from = Number(row[0]) + 1
      }
      return { name: table.name, columns: table.columns, rows, gaps }
    } catch {
      gaps += 1
      const next = pastDamage(readsFrom, from)
      if (next === null) return { name: table.name, columns: table.columns, rows, gaps }
      from = next
    }
  }
}

export function rescueFile(file: string): Rescue {
  let db: Database.Database
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
  } catch {
    return { tables: [], unreadable: ['toàn bộ tệp'] }
  }
  try {
    db.pragma('trusted_schema = OFF')
    const { tables, unreadable } = tablesOf(db)
    const rescued: RescuedTable[] = []
    for (const table of tables) {
      try {
        rescued.push(rescueTable(db, table))
      } catch {
        unreadable.push(table.name)
      }
    }
    return { tables: rescued, unreadable }
  } catch {
    return { tables: [], unreadable: ['cấu trúc của tệp'] }
  } finally {
    db.close()
  }
}
