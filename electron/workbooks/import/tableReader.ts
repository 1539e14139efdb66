// One table with what reading its cells needs: labels of fields, units and number styles of columns, names of cells.
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../../shared/vietnamese/money'
import { type AmountContext, type NumberStyle, numberStyleOf } from './amounts'
import { readDate } from './cellDates'
import { type CellReading, isEmptyMark, readLine, readParagraphs } from './cells'
import { askDateStyle, type DateStyle } from './dateStyle'
import type { Findings, Place } from './findings'
import type { RawCell } from './rawWorkbook'
import { fieldRules, type ImportRules } from './rules'
import type { FoundTable, TableRow } from './table'

export function rowKeyOf(sheet: string, row: number): string {
  return `${sheet}!${row}`
}

const elsewhereKey = (row: number, field: string) => `${row}:${field}`

const sharedFields: ReadonlySet<string> = new Set([
  'content',
  'implementingUnit',
  'cooperatingUnits',
  'beneficiaries',
  'place',
  'beneficiaryPlace',
  'period',
  'startMonth',
  'endMonth',
  'programme',
  'commune',
  'district',
  'province',
])

export class TableReader {
  readonly sheet: string
  readonly findings: Findings
  /** The unit most amounts of the table are in; single columns may name their own. */
  readonly unit: MoneyUnit | null
  #table: FoundTable
  /** By number; without the row itself once it was let go of. */
  #rows: ReadonlyMap<number, TableRow | null>
  /** Of rows let go of: the column of a field that stands elsewhere than in the field's first. */
  readonly #elsewhere = new Map<string, number>()
  readonly #labels: ReadonlyMap<string, string>
  readonly #units: ReadonlyMap<number, MoneyUnit | null>
  readonly #styles: ReadonlyMap<number, NumberStyle>
  readonly #columns: ReadonlyMap<string, number>
  readonly #dates: ReadonlyMap<number, DateStyle>
  /** Rows that only go on with the record of a row above. */
  readonly #owners = new Map<number, number>()

  constructor(
    sheet: string,
    table: FoundTable,
    rules: ImportRules,
    findings: Findings,
    fallbackUnit: MoneyUnit | null,
  ) {
    const dateFields = new Set(
      fieldRules(rules, table.kind).flatMap((rule) => (rule.type === 'date' ? [rule.field] : [])),
    )
    this.sheet = sheet
    this.#table = table
    this.findings = findings
    this.unit = table.unit ?? fallbackUnit ?? table.columns.find((column) => column.unit !== null)?.unit ?? null
    this.#rows = new Map(table.rows.map((row) => [row.number, row]))
    this.#labels = new Map(fieldRules(rules, table.kind).map((rule) => [rule.field, rule.label]))
    this.#units = new Map(table.columns.map((column) => [column.column, column.unit ?? table.unit ?? fallbackUnit]))
    this.#styles = new Map(
      table.columns.map(({ column }) => [
        column,
        numberStyleOf(table.rows.flatMap((row) => row.cells.get(column) ?? [])),
      ]),
    )
    const columns = new Map<string, number>()
    for (const { field, column } of table.columns) if (field !== null && !columns.has(field)) columns.set(field, column)
    this.#columns = columns
    this.#dates = new Map(
      table.columns.flatMap(({ field, column }) =>
        field !== null && dateFields.has(field) ? [[column, askDateStyle(this, field, column)] as const] : [],
      ),
    )
  }

  get table(): FoundTable {
    return this.#table
  }

  /** Once every row is read: a table of 20,000 takes more memory than all that it says. What is found later still has its place. */
  letGoOfRows(): void {
    const several = this.#table.columns.flatMap(({ field, column }) =>
      field !== null && this.#columns.get(field) !== column ? [field] : [],
    )
    for (const row of this.#table.rows)
      for (const field of several) {
        const column = this.cell(row, field)?.column
        if (column !== undefined) this.#elsewhere.set(elsewhereKey(row.number, field), column)
      }
    this.#rows = new Map(this.#table.rows.map((row) => [row.number, null]))
    this.#table = { ...this.#table, rows: [] }
  }

  row(number: number): TableRow | undefined {
    return this.#rows.get(number) ?? undefined
  }

  /** Where a field of a row stands; null for a row of another table. */
  placeOf(row: number, field: string): Place | null {
    if (!this.#rows.has(row)) return null
    return this.#place(row, this.#elsewhere.get(elsewhereKey(row, field)) ?? this.#columns.get(field) ?? null)
  }

  has(field: string): boolean {
    return this.#columns.has(field)
  }

  /** Its own cell, else the one merged down over it; amounts, names and numbers are never shared. */
  cell(row: TableRow, field: string): RawCell | undefined {
    return row.fields.get(field)?.[0] ?? (sharedFields.has(field) ? row.merged.get(field) : undefined)
  }

  /** Where findings about a field of a row belong: its cell, or the empty cell where it should stand. */
  at(row: TableRow, field: string, cell: RawCell | undefined = this.cell(row, field)): CellReading {
    return {
      findings: this.findings,
      place: this.#place(row.number, cell?.column ?? this.#columns.get(field) ?? null),
      label: this.#labels.get(field) ?? field,
    }
  }

  #place(row: number, column: number | null): Place {
    return { sheet: this.sheet, row, column, rowKey: rowKeyOf(this.sheet, this.#owners.get(row) ?? row) }
  }

  /** What is found in a row that goes on with a record belongs to the row the record begins in. */
  join(row: number, owner: number): void {
    this.#owners.set(row, owner)
  }

  date(row: TableRow, field: string, today: PlainDate): PlainDate | null {
    const cell = this.cell(row, field)
    const style = cell === undefined ? 'dayFirst' : (this.#dates.get(cell.column) ?? 'dayFirst')
    return readDate(cell, this.at(row, field), today, style)
  }

  line(row: TableRow, field: string): string {
    const text = readLine(this.cell(row, field), this.at(row, field))
    return isEmptyMark(text) ? '' : text
  }

  paragraphs(row: TableRow, field: string): string {
    const text = readParagraphs(this.cell(row, field), this.at(row, field))
    return isEmptyMark(text) ? '' : text
  }

  /** Null where no unit is known: then no amount may be read. */
  amount(row: TableRow, field: string, cell: RawCell): AmountContext | null {
    const unit = this.#units.get(cell.column) ?? null
    if (unit === null) return null
    return { ...this.at(row, field, cell), unit, style: this.#styles.get(cell.column) ?? 'unknown' }
  }
}
