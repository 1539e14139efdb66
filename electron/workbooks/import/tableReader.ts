// One table with what reading its cells needs: labels of fields, units and number styles of columns, names of cells.
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../../shared/vietnamese/money'
import { type AmountContext, type NumberStyle, numberStyleOf } from './amounts'
import { type CellReading, isEmptyMark, readDate, readLine, readParagraphs } from './cells'
import { askDateStyle, type DateStyle } from './dateStyle'
import type { Findings } from './findings'
import type { RawCell } from './rawWorkbook'
import { fieldRules, type ImportRules } from './rules'
import type { FoundTable, TableRow } from './table'

export function rowKeyOf(sheet: string, row: number): string {
  return `${sheet}!${row}`
}

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
  readonly table: FoundTable
  readonly findings: Findings
  /** The unit most amounts of the table are in; single columns may name their own. */
  readonly unit: MoneyUnit | null
  readonly #rows: ReadonlyMap<number, TableRow>
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
    this.table = table
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

  row(number: number): TableRow | undefined {
    return this.#rows.get(number)
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
      place: {
        sheet: this.sheet,
        row: row.number,
        column: cell?.column ?? this.#columns.get(field) ?? null,
        rowKey: rowKeyOf(this.sheet, this.#owners.get(row.number) ?? row.number),
      },
      label: this.#labels.get(field) ?? field,
    }
  }

  /** What is found in a row that goes on with a record belongs to the row the record begins in. */
  join(row: TableRow, owner: TableRow): void {
    this.#owners.set(row.number, owner.number)
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
