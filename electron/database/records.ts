// Which records a command touched. A changed row belongs to the record it is a part of (ON DELETE CASCADE, all the way
// up) and concerns those it refers to; both are read from the foreign keys, so a new table is followed without a word here.
import type Database from 'better-sqlite3'

interface Parent {
  readonly column: string
  readonly table: string
  /** The row is a part of its parent, and goes with it. */
  readonly own: boolean
}

interface TouchedRecord {
  readonly table: string
  readonly id: number
  /** Whether the record itself or a part of it changed, or only something that refers to it. */
  readonly own: boolean
}

type Image = Readonly<Record<string, unknown>>

interface RowChange {
  readonly id: number
  readonly table_name: string
  readonly row_id: number
}

interface ChangedImage extends RowChange {
  readonly action: 'update' | 'delete'
  readonly before: string
}

/** Rows changed that are looked at in one go. */
const pageLength = 500

/** Columns that only name another record: a đề án copied into the next year does not change the one it was copied from. */
const mentions: ReadonlySet<string> = new Set(['project_copy.source_project_id'])
/** Tables that are no record of the office's work. */
const apart: ReadonlySet<string> = new Set(['command', 'search_entry', 'removed_file'])
/** The year a record belongs to; everything under it belongs to the same year. */
const yearColumns: Readonly<Record<string, string>> = {
  project: 'plan_year',
  plan: 'year',
  need: 'year',
  change_request: 'year',
  vote_round: 'year',
  activity: 'year',
  inspection: 'year',
  repayment_receipt: 'on_date',
}
/**
 * What comes after the year of a đề án is over, and is of the year it happens in: whoever was supported is visited, and support
 * is paid back, when the books of the đề án's own year have long been closed.
 */
const afterwards: ReadonlySet<string> = new Set(['inspection', 'repayment_receipt'])

function yearIn(table: string, image: Image): number | null {
  const value = image[yearColumns[table] ?? '']
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Number(value.slice(0, 4)) : null
}

export interface Touched {
  readonly records: readonly TouchedRecord[]
  readonly years: ReadonlySet<number>
}

export class RecordMap {
  readonly #db: Database.Database
  readonly #parents = new Map<string, readonly Parent[]>()
  readonly #readRow = new Map<string, Database.Statement>()

  constructor(db: Database.Database) {
    this.#db = db
  }

  parentsOf(table: string): readonly Parent[] {
    const known = this.#parents.get(table)
    if (known !== undefined) return known
    const keys = this.#db.pragma(`foreign_key_list("${table}")`) as {
      readonly table: string
      readonly from: string
      readonly on_delete: string
    }[]
    const parents = keys
      .filter((key) => !apart.has(key.table) && !mentions.has(`${table}.${key.from}`))
      .map((key) => ({ column: key.from, table: key.table, own: key.on_delete === 'CASCADE' }))
    this.#parents.set(table, parents)
    return parents
  }

  /** Reads and notes what the command of this transaction touched. */
  async note(commandId: number, pause: () => Promise<void>): Promise<Touched> {
    const touched = await this.#touchedBy(commandId, pause)
    const insert = this.#db.prepare(
      'INSERT INTO record_change (command_id, table_name, record_id, own) VALUES (?, ?, ?, ?)',
    )
    for (const { table, id, own } of touched.records) {
      insert.run(commandId, table, id, own ? 1 : 0)
      await pause()
    }
    return touched
  }

  async #touchedBy(commandId: number, pause: () => Promise<void>): Promise<Touched> {
    const changed = this.#db
      .prepare(
        'SELECT id, table_name, row_id, action, before FROM row_change WHERE command_id = ? AND before IS NOT NULL ORDER BY id',
      )
      .all(commandId) as ChangedImage[]
    const deleted = new Map<string, Image>()
    const earlier: { table: string; id: number; image: Image }[] = []
    for (const { table_name: table, row_id: id, action, before } of changed) {
      if (apart.has(table)) continue
      const image = JSON.parse(before) as Image
      if (action === 'delete') deleted.set(`${table} ${id}`, image)
      else earlier.push({ table, id, image })
    }
    const climb = new Climb(this, deleted)
    for (const { table, id, image } of earlier) climb.from(table, id, image, { own: true, dated: true })
    // An import leaves tens of thousands of new rows behind: they are not all read at once.
    const page = this.#db.prepare(
      `SELECT id, table_name, row_id FROM row_change WHERE command_id = ? AND id > ? ORDER BY id LIMIT ${pageLength}`,
    )
    let last = 0
    for (;;) {
      const rows = page.all(commandId, last) as RowChange[]
      for (const { table_name: table, row_id: id } of rows)
        if (!apart.has(table)) climb.visit(table, id, { own: true, dated: true })
      last = rows.at(-1)?.id ?? last
      if (rows.length < pageLength) return { records: climb.records(), years: climb.years }
      await pause()
    }
  }

  /** The columns that lead upwards, and the year, of a row as it is now. */
  rowNow(table: string, id: number): Image | null {
    let statement = this.#readRow.get(table)
    if (statement === undefined) {
      const year = yearColumns[table]
      const columns = [...this.parentsOf(table).map(({ column }) => column), ...(year === undefined ? [] : [year])]
      const list = columns.length === 0 ? 'id' : columns.map((column) => `"${column}"`).join(', ')
      statement = this.#db.prepare(`SELECT ${list} FROM "${table}" WHERE id = ?`)
      this.#readRow.set(table, statement)
    }
    return (statement.get(id) as Image | undefined) ?? null
  }
}

interface Reached {
  /** Through the parts of a record alone. */
  readonly own: boolean
  /** Its year is the year of the change. */
  readonly dated: boolean
}

class Climb {
  readonly years = new Set<number>()
  readonly #map: RecordMap
  readonly #deleted: ReadonlyMap<string, Image>
  readonly #seen = new Map<string, boolean>()
  readonly #found = new Map<string, TouchedRecord>()

  constructor(map: RecordMap, deleted: ReadonlyMap<string, Image>) {
    this.#map = map
    this.#deleted = deleted
  }

  records(): readonly TouchedRecord[] {
    return [...this.#found.values()]
  }

  visit(table: string, id: number, reached: Reached): void {
    const key = `${table} ${id} ${reached.dated}`
    const seen = this.#seen.get(key)
    if (seen === true || seen === reached.own) return
    this.#seen.set(key, reached.own)
    const image = this.#map.rowNow(table, id) ?? this.#deleted.get(`${table} ${id}`)
    if (image !== undefined) this.from(table, id, image, reached)
  }

  from(table: string, id: number, image: Image, { own, dated }: Reached): void {
    const year = yearIn(table, image)
    if (dated && year !== null) this.years.add(year)
    const parents = this.#map.parentsOf(table).filter(({ column }) => typeof image[column] === 'number')
    const ofAfterwards = parents.some((parent) => afterwards.has(parent.table))
    let isPart = false
    for (const parent of parents) {
      isPart ||= parent.own
      this.visit(parent.table, image[parent.column] as number, {
        own: own && parent.own,
        dated: dated && !afterwards.has(table) && (!ofAfterwards || afterwards.has(parent.table)),
      })
    }
    if (isPart) return
    const key = `${table} ${id}`
    if (this.#found.get(key)?.own !== true) this.#found.set(key, { table, id, own })
  }
}
