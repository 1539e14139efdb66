// A report as a table: what its columns are, what each line sums up, and which records stand behind every figure. The screen,
// the workbook and the paper are all made from it.
import { percentHundredths } from './percent'
import type { ReportRule } from './reportRules'

export const figureKinds = ['count', 'money', 'quantity', 'percent'] as const
/** Whole numbers, đồng, thousandths of a unit, hundredths of a percent. */
export type FigureKind = (typeof figureKinds)[number]
export const columnKinds = [...figureKinds, 'text', 'date'] as const
export type ColumnKind = (typeof columnKinds)[number]

export interface Ratio {
  /** Keys of columns. */
  readonly part: string
  readonly whole: string
  /** By the same line's whole, or by that of the line of totals: a share. */
  readonly of: 'line' | 'total'
}

export interface ReportColumn {
  readonly key: string
  readonly heading: string
  /** What stands over it and its neighbours; null: nothing. */
  readonly group: string | null
  readonly kind: ColumnKind
  /** How its figures are made; null: a text or a thing on record. */
  readonly rule: ReportRule | null
  /** It adds up these columns of the line; empty: it stands by itself. */
  readonly adds: readonly string[]
  readonly ratio: Ratio | null
  /** Totals sum it. */
  readonly summed: boolean
  /** In characters, as workbooks count. */
  readonly width: number
}

/** Null: nothing to say, shown as "–" where it is a figure. */
export type ReportValue = number | string | null

export const lineKinds = ['row', 'group', 'total', 'beside'] as const
/** A row; the heading of a group with its sums; the sum of all; a line that the total leaves out. */
export type LineKind = (typeof lineKinds)[number]

export interface ReportLine {
  readonly key: string
  readonly kind: LineKind
  /** How many groups stand around it. */
  readonly depth: number
  readonly mark: string
  readonly heading: string
  readonly cells: Readonly<Record<string, ReportValue>>
  /** Where a row about one record opens. */
  readonly opens: Opens | null
}

export interface Opens {
  readonly kind: 'project' | 'contract' | 'change' | 'establishment' | 'inspection'
  readonly id: number
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[]
  readonly lines: readonly ReportLine[]
}

/** One of the records behind a figure. */
export interface Behind {
  readonly projectId: number | null
  readonly code: string
  readonly name: string
  readonly value: number
  /** Of a percentage, what it is of. */
  readonly over: number | null
}

export interface BuiltReport {
  readonly table: ReportTable
  /** What a figure is the sum of; empty where it is none. */
  readonly behind: (lineKey: string, columnKey: string) => Behind[]
}

// ---- building ---------------------------------------------------------------------------------------------------------

/** What is summed: usually a đề án. */
export interface Summand {
  readonly projectId: number | null
  readonly code: string
  readonly name: string
}

export interface RowPlan<T extends Summand> {
  readonly kind: 'row' | 'beside'
  readonly key: string
  readonly mark: string
  readonly heading: string
  readonly texts?: Readonly<Record<string, ReportValue>>
  readonly items: readonly T[]
  /** What an item brings into a column that stands by itself. */
  readonly of: (item: T, column: string) => number
  readonly opens?: Opens
}

export interface GroupPlan<T extends Summand> {
  readonly kind: 'group'
  readonly key: string
  readonly mark: string
  readonly heading: string
  readonly lines: readonly LinePlan<T>[]
}

export type LinePlan<T extends Summand> = RowPlan<T> | GroupPlan<T>

export interface TablePlan<T extends Summand> {
  readonly columns: readonly ReportColumn[]
  readonly lines: readonly LinePlan<T>[]
  /** Heading of the line of totals; null: there is none. */
  readonly total: string | null
}

export const totalKey = 'total'

function rowsUnder<T extends Summand>(line: LinePlan<T>): RowPlan<T>[] {
  return line.kind === 'group' ? line.lines.flatMap(rowsUnder) : [line]
}

/** Of several rows those that count: what stands beside a total is in none. */
function counted<T extends Summand>(lines: readonly LinePlan<T>[]): RowPlan<T>[] {
  return lines.flatMap(rowsUnder).filter((row) => row.kind === 'row')
}

interface Placed<T extends Summand> {
  readonly line: Omit<ReportLine, 'cells'>
  readonly rows: readonly RowPlan<T>[]
  readonly texts: Readonly<Record<string, ReportValue>>
}

function place<T extends Summand>(lines: readonly LinePlan<T>[], depth: number): Placed<T>[] {
  return lines.flatMap((line): Placed<T>[] => {
    const { key, kind, mark, heading } = line
    const head = { key, kind, mark, heading, depth }
    if (line.kind === 'group')
      return [{ line: { ...head, opens: null }, rows: counted(line.lines), texts: {} }, ...place(line.lines, depth + 1)]
    return [{ line: { ...head, opens: line.opens ?? null }, rows: [line], texts: line.texts ?? {} }]
  })
}

export function buildReport<T extends Summand>(plan: TablePlan<T>): BuiltReport {
  const columns = new Map(plan.columns.map((column) => [column.key, column]))
  const total: Placed<T> = {
    line: { key: totalKey, kind: 'total', depth: 0, mark: '', heading: plan.total ?? '', opens: null },
    rows: counted(plan.lines),
    texts: {},
  }
  const placed = [...place(plan.lines, 0), ...(plan.total === null ? [] : [total])]

  const itemValue = (row: RowPlan<T>, item: T, key: string): number => {
    const column = columns.get(key)
    return column === undefined || column.adds.length === 0
      ? row.of(item, key)
      : column.adds.reduce((sum, one) => sum + itemValue(row, item, one), 0)
  }
  const figure = ({ rows }: Placed<T>, key: string): number => {
    let sum = 0
    for (const row of rows) for (const item of row.items) sum += itemValue(row, item, key)
    return sum
  }
  const totals = new Map<string, number>()
  const totalOf = (key: string): number => {
    const known = totals.get(key)
    if (known !== undefined) return known
    const sum = figure(total, key)
    totals.set(key, sum)
    return sum
  }
  const cellOf = (one: Placed<T>, column: ReportColumn): ReportValue => {
    if (Object.hasOwn(one.texts, column.key)) return one.texts[column.key] ?? null
    if (column.ratio !== null) {
      const { part, whole, of } = column.ratio
      if (one.line.kind === 'beside') return null
      return percentHundredths(figure(one, part), of === 'total' ? totalOf(whole) : figure(one, whole))
    }
    if (column.kind === 'text' || column.kind === 'date') return null
    if (one.line.kind !== 'row' && one.line.kind !== 'beside' && !column.summed) return null
    return figure(one, column.key)
  }
  const lines = placed.map(
    (one): ReportLine => ({
      ...one.line,
      cells: Object.fromEntries(plan.columns.map((column) => [column.key, cellOf(one, column)])),
    }),
  )

  function behind(lineKey: string, columnKey: string): Behind[] {
    const one = placed.find(({ line }) => line.key === lineKey)
    const column = columns.get(columnKey)
    if (one === undefined || column === undefined) return []
    const key = column.ratio?.part ?? columnKey
    const over = column.ratio === null || column.ratio.of === 'total' ? null : column.ratio.whole
    const found = new Map<string, Behind>()
    for (const row of one.rows)
      for (const item of row.items) {
        const value = itemValue(row, item, key)
        const overValue = over === null ? null : itemValue(row, item, over)
        if (value === 0 && (overValue ?? 0) === 0) continue
        const id = item.projectId === null ? `${item.code} ${item.name}` : String(item.projectId)
        const before = found.get(id)
        found.set(id, {
          projectId: item.projectId,
          code: item.code,
          name: item.name,
          value: (before?.value ?? 0) + value,
          over: overValue === null ? null : (before?.over ?? 0) + overValue,
        })
      }
    return [...found.values()]
  }

  return { table: { columns: plan.columns, lines }, behind }
}
