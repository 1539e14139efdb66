// The lines of a table on a page: rows, groups with their sums, the total, each as high as its longest text needs.
import type { Face } from '../documents/fonts'
import type { EvaluatedSheet, Formula, Line, Value } from './evaluate'
import { formulaText } from './formulaText'
import { heightOf, splitHeight } from './heights'
import { BODY_SIZE, type CellFormat, type CellStyle, guarded, type Page, styleOf, textValue } from './page'
import type { Column, ColumnKind, Sheet } from './sheet'

/** A cell of the table before it is known in which row of the sheet it will stand. */
interface LaidCell {
  readonly column: number
  readonly columnSpan: number
  readonly value: Value | null
  readonly formula: Formula | null
  readonly style: CellStyle
}

export function addLines(page: Page, sheet: Sheet, table: EvaluatedSheet): number[] {
  const looks = {
    regular: table.columns.map((column) => columnStyle(column, 'regular')),
    bold: table.columns.map((column) => columnStyle(column, 'bold')),
  }
  // Sums stand above what they add, so where each line begins must be known before the first formula is written.
  const laid = table.lines.map((line) => {
    const cells = line.kind === 'row' ? rowCells(line, looks.regular) : headingCells(line, sheet, table, looks.bold)
    return { line, cells, heights: splitHeight(cellsHeight(page, cells), BODY_SIZE) }
  })
  const firstRows: number[] = []
  const lastRows: number[] = []
  let row = page.rows.length
  for (const { heights } of laid) {
    firstRows.push(row + 1)
    row += heights.length
    lastRows.push(row)
  }
  laid.forEach(({ line, cells, heights }, index) => {
    const gridCells = cells.map(({ formula, style, ...cell }) => ({
      ...cell,
      rowSpan: heights.length,
      formula: formula === null ? null : formulaText(formula, cell.column, index, firstRows, lastRows),
      style: heights.length > 1 ? styleOf({ ...style, vertical: 'top' }) : style,
    }))
    const outlineLevel = line.kind === 'total' ? 0 : line.depth
    heights.forEach((height, piece) => {
      page.rows.push({ height, outlineLevel, cells: piece === 0 ? gridCells : [] })
    })
  })
  return firstRows
}

function cellsHeight(page: Page, cells: readonly LaidCell[]): number {
  let height = heightOf(1, BODY_SIZE)
  for (const { value, column, columnSpan, style } of cells)
    if (value?.kind === 'text') height = Math.max(height, page.textHeight(value.text, column, columnSpan, style))
  return height
}

const alignments: Readonly<Record<ColumnKind, 'left' | 'center' | 'right'>> = {
  text: 'left',
  centredText: 'center',
  integer: 'center',
  money: 'right',
  quantity: 'right',
  percent: 'right',
  date: 'center',
  month: 'center',
}

const formats: Readonly<Record<ColumnKind, CellFormat>> = {
  text: 'general',
  centredText: 'general',
  integer: 'integer',
  money: 'money',
  quantity: 'quantity',
  percent: 'percent',
  date: 'date',
  month: 'month',
}

function columnStyle(column: Column, face: Face): CellStyle {
  return styleOf({ face, horizontal: alignments[column.kind], format: formats[column.kind], border: true })
}

function rowCells(line: Line, looks: readonly CellStyle[]): LaidCell[] {
  return looks.map((style, index): LaidCell => {
    const { value, formula } = line.cells[index] ?? { value: null, formula: null }
    const place = { column: index + 1, columnSpan: 1, formula }
    return value?.kind === 'text'
      ? { ...place, value: textValue(value.text), style: guarded(style, value.text) }
      : { ...place, value, style }
  })
}

/** A group: mark, then its heading over the columns up to the first sum. The total: its label over all of these. */
function headingCells(line: Line, sheet: Sheet, { columns }: EvaluatedSheet, looks: readonly CellStyle[]): LaidCell[] {
  const firstSum = columns.findIndex((column) => column.summed === true)
  const end = firstSum < 0 ? columns.length : firstSum
  const sums = rowCells(line, looks).slice(end)
  const bold = (text: string, from: number, to: number, horizontal: CellStyle['horizontal']): LaidCell => ({
    column: from + 1,
    columnSpan: to - from,
    value: textValue(text),
    formula: null,
    style: guarded(styleOf({ face: 'bold', horizontal, border: true }), text),
  })
  if (line.kind === 'total') return [bold(line.heading, 0, end, 'center'), ...sums]
  const heading = columns.findIndex((column) => column.key === sheet.headingColumn)
  const before = columns
    .slice(0, heading)
    .map((column, index) => bold(column.key === sheet.markColumn ? line.mark : '', index, index + 1, 'center'))
  return [...before, bold(line.heading, heading, end, 'left'), ...sums]
}
