// A report as a described sheet: the same columns, lines and figures as on the screen, with sums and percentages as formulas.
import type { ReportColumn, ReportLine, ReportTable } from '../../shared/domain/reportTable'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import type { Block, CellValue, Column, ColumnKind, Group, HeaderNode, Row, Sheet } from './sheet'

export const MARK = 'mark'
export const HEADING = 'heading'

/** Quantities without a fraction are whole numbers; with one among them all stand alike, those beside it too. */
function kindIn(column: ReportColumn, { columns, lines }: ReportTable): ColumnKind {
  switch (column.kind) {
    case 'text':
    case 'date':
    case 'money':
    case 'percent':
      return column.kind
    case 'count':
      return 'integer'
    case 'quantity':
      return columns.every(
        ({ key, kind }) => kind !== 'quantity' || lines.every(({ cells }) => Number(cells[key] ?? 0) % 1_000 === 0),
      )
        ? 'integer'
        : 'quantity'
  }
}

function columnIn(column: ReportColumn, table: ReportTable): Column {
  const { key, heading, width, adds, summed, ratio } = column
  return {
    key,
    heading,
    width,
    kind: kindIn(column, table),
    ...(adds.length > 0 ? { addsUp: adds } : {}),
    ...(summed ? { summed } : {}),
    ...(ratio === null ? {} : { ratio }),
  }
}

/** Neighbours under one heading stand under it together. */
function headerOf(table: ReportTable, lineHeading: string): HeaderNode[] {
  const nodes: HeaderNode[] = [
    { key: MARK, heading: 'TT', kind: 'centredText', width: 4.5 },
    { key: HEADING, heading: lineHeading, kind: 'text', width: 28 },
  ]
  let open: { readonly heading: string; readonly columns: HeaderNode[] } | null = null
  for (const column of table.columns) {
    const own = columnIn(column, table)
    if (column.group === null) {
      nodes.push(own)
      open = null
    } else if (open !== null && open.heading === column.group) open.columns.push(own)
    else {
      open = { heading: column.group, columns: [own] }
      nodes.push(open)
    }
  }
  return nodes
}

function cellOf(column: ReportColumn, value: string | number | null, kind: ColumnKind): CellValue {
  // Worked out by the sheet itself.
  if (column.adds.length > 0 || column.ratio !== null) return null
  return column.kind === 'quantity' && kind === 'integer' && typeof value === 'number' ? value / 1_000 : value
}

/** Groups and rows as they stand in each other, from the depths of a flat list of lines. */
function blockOf(lines: readonly ReportLine[], rowOf: (line: ReportLine) => Row, depth = 0): Block {
  if (lines.some((line) => line.kind === 'group' && line.depth === depth)) {
    const groups: Group[] = []
    let at = 0
    while (at < lines.length) {
      const head = lines[at]
      if (head === undefined) break
      let end = at + 1
      while (end < lines.length && (lines[end]?.depth ?? 0) > depth) end += 1
      groups.push({
        mark: head.mark,
        heading: head.heading,
        content: blockOf(lines.slice(at + 1, end), rowOf, depth + 1),
      })
      at = end
    }
    return { kind: 'groups', groups }
  }
  return { kind: 'rows', rows: lines.map(rowOf) }
}

export interface ReportSheetFrame {
  readonly name: string
  readonly title: readonly string[]
  readonly subtitle: readonly string[]
  readonly lineHeading: string
  readonly unit: MoneyUnit
  readonly sentences: readonly string[]
  readonly notes: readonly string[]
}

export function reportSheet(
  table: ReportTable,
  frame: ReportSheetFrame,
  office: Pick<Sheet, 'letterhead' | 'placeAndDate' | 'signatures' | 'print'>,
): Sheet {
  const kinds = new Map(table.columns.map((column) => [column.key, kindIn(column, table)]))
  const rowOf = ({ mark, heading, cells }: ReportLine): Row => ({
    [MARK]: mark,
    [HEADING]: heading,
    ...Object.fromEntries(
      table.columns.map((column) => [
        column.key,
        cellOf(column, cells[column.key] ?? null, kinds.get(column.key) ?? 'text'),
      ]),
    ),
  })
  const total = table.lines.find(({ kind }) => kind === 'total')
  return {
    ...office,
    name: frame.name,
    title: frame.title,
    subtitle: frame.subtitle,
    intro: frame.sentences,
    notes: frame.notes,
    unit: table.columns.some(({ kind }) => kind === 'money') ? frame.unit : null,
    header: headerOf(table, frame.lineHeading),
    markColumn: MARK,
    headingColumn: HEADING,
    body: blockOf(
      table.lines.filter(({ kind }) => kind === 'row' || kind === 'group'),
      rowOf,
    ),
    total: total?.heading ?? null,
    beside: table.lines.filter(({ kind }) => kind === 'beside').map(rowOf),
    words: [],
  }
}
