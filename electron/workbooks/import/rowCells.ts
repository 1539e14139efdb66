// The cells of one row of a table, by column and by field. A row has few: they are looked through, so that no index is kept for
// each of 20,000 rows.
import type { RawCell } from './rawWorkbook'

export interface CellsBy<Key, Found> {
  get(key: Key): Found | undefined
  keys(): Key[]
  values(): Found[]
  [Symbol.iterator](): Iterator<readonly [Key, Found]>
}

export class CellsByColumn implements CellsBy<number, RawCell> {
  readonly #cells: readonly RawCell[]

  constructor(cells: readonly RawCell[]) {
    this.#cells = cells
  }

  get(column: number): RawCell | undefined {
    return this.#cells.find((cell) => cell.column === column)
  }

  keys(): number[] {
    return this.#cells.map((cell) => cell.column)
  }

  values(): RawCell[] {
    return [...this.#cells]
  }

  [Symbol.iterator](): Iterator<readonly [number, RawCell]> {
    return this.#cells.map((cell) => [cell.column, cell] as const)[Symbol.iterator]()
  }
}

/** Which column feeds which field: one for all rows of a table. */
export interface TableFields {
  readonly fieldOf: ReadonlyMap<number, string>
  readonly columnsOf: ReadonlyMap<string, readonly number[]>
}

export function tableFields(
  columns: readonly { readonly column: number; readonly field: string | null }[],
): TableFields {
  const fieldOf = new Map<number, string>()
  const columnsOf = new Map<string, number[]>()
  for (const { column, field } of columns) {
    if (field === null) continue
    fieldOf.set(column, field)
    const known = columnsOf.get(field)
    if (known === undefined) columnsOf.set(field, [column])
    else known.push(column)
  }
  return { fieldOf, columnsOf }
}

export class CellsByField implements CellsBy<string, readonly RawCell[]> {
  readonly #cells: readonly RawCell[]
  readonly #fields: TableFields

  constructor(cells: readonly RawCell[], fields: TableFields) {
    this.#cells = cells
    this.#fields = fields
  }

  /** In the order of their columns; undefined where the row says nothing of the field. */
  get(field: string): readonly RawCell[] | undefined {
    const columns = this.#fields.columnsOf.get(field)
    if (columns === undefined) return undefined
    const found = this.#cells.filter((cell) => columns.includes(cell.column))
    return found.length === 0 ? undefined : found
  }

  keys(): string[] {
    return [...new Set(this.#cells.flatMap((cell) => this.#fields.fieldOf.get(cell.column) ?? []))]
  }

  values(): (readonly RawCell[])[] {
    return this.keys().flatMap((field) => {
      const cells = this.get(field)
      return cells === undefined ? [] : [cells]
    })
  }

  [Symbol.iterator](): Iterator<readonly [string, readonly RawCell[]]> {
    return this.keys()
      .map((field) => [field, this.get(field) ?? []] as const)
      [Symbol.iterator]()
  }
}
