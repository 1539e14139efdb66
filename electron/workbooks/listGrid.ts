// A list of the screen as a sheet: what it is called, its columns and rows as they were seen, numbers as numbers, dates as dates.
import type { ExportedList, ListCell } from '../../shared/contract/lists'
import { isPlainDate } from '../../shared/vietnamese/dates'
import { decimalOf } from '../../shared/vietnamese/numbers'
import type { Value } from './evaluate'
import { columnPoints, countLines, digitsFor, heightOf, roomIn, widestWord } from './heights'
import { sheetName } from './layout'
import { type CellStyle, type Grid, type GridCell, type GridRow, guarded, Page, styleOf } from './page'
import { landscapeA4 } from './sheet'

const SIZE = 11
const TITLE_SIZE = 14
const SPACER = 6
const NARROWEST = 7
const WIDEST = 48
/** No row of a spreadsheet may be higher. */
const TALLEST = 400
/** Of so many rows the widths are taken: of 10,000 the rest is alike. */
const MEASURED = 500
/** Decimals are kept in millionths, as amounts in triệu are kept in đồng: exact, and no longer than a double holds. */
const MILLION = 1_000_000

type ListColumn = ExportedList['columns'][number]

export function listGrid(list: ExportedList): Grid {
  const widths = columnWidths(list)
  const page = new Page(widths)
  page.addWide(list.title, styleOf({ face: 'bold', size: TITLE_SIZE }))
  if (list.note !== '') page.addWide(list.note, styleOf({ face: 'italic', size: SIZE }))
  page.addSpace(SPACER)
  const head = styleOf({ face: 'bold', horizontal: 'center', border: true })
  page.addTexts(
    list.columns.map(({ heading }, index) => ({ column: index + 1, columnSpan: 1, text: heading, style: head })),
  )
  const headerRow = page.rows.length
  const strong = new Set(list.emphasised)
  const regular = list.columns.map((column) => columnStyle(column, 'regular'))
  const bold = list.columns.map((column) => columnStyle(column, 'bold'))
  const lineRows: number[] = []
  list.rows.forEach((cells, index) => {
    lineRows.push(page.rows.length + 1)
    page.rows.push(gridRow(page, cells, list.columns, strong.has(index) ? bold : regular))
  })
  if (list.foot !== null) page.rows.push(gridRow(page, list.foot, list.columns, bold))
  return {
    name: sheetName(list.title),
    unit: 'million',
    moneyDecimals: Math.max(0, ...list.rows.flatMap((cells) => cells.map(decimalsOf))),
    columnWidths: widths,
    rows: page.rows,
    headerRows: { first: headerRow, last: headerRow },
    lineRows,
    lineKinds: list.rows.map(() => 'row'),
    print: landscapeA4,
  }
}

function columnStyle({ kind }: ListColumn, face: 'regular' | 'bold'): CellStyle {
  switch (kind) {
    case 'text':
      return styleOf({ face, border: true })
    case 'number':
      return styleOf({ face, border: true, horizontal: 'right' })
    case 'date':
      return styleOf({ face, border: true, horizontal: 'center' })
  }
}

function gridRow(
  page: Page,
  cells: readonly ListCell[],
  columns: readonly ListColumn[],
  looks: readonly CellStyle[],
): GridRow {
  let height = heightOf(1, SIZE)
  const made = columns.map(({ kind }, index): GridCell => {
    const value = cellValue(cells[index] ?? null, kind)
    const look = looks[index] ?? styleOf({ border: true })
    const style = formatted(look, value)
    if (value?.kind === 'text')
      height = Math.max(height, heightOf(countLines(value.text, page.points(index + 1, 1), style), SIZE))
    return { column: index + 1, columnSpan: 1, rowSpan: 1, value, formula: null, style }
  })
  return { height: Math.min(height, TALLEST), outlineLevel: 0, cells: made }
}

function formatted(look: CellStyle, value: Value | null): CellStyle {
  switch (value?.kind) {
    case 'integer':
      return styleOf({ ...look, format: 'integer' })
    case 'money':
      return styleOf({ ...look, format: 'decimal' })
    case 'date':
      return styleOf({ ...look, format: 'date' })
    case 'text':
      return guarded(look, value.text)
    default:
      return look
  }
}

function cellValue(cell: ListCell, kind: ListColumn['kind']): Value | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number')
    return Number.isInteger(cell)
      ? { kind: 'integer', value: cell }
      : { kind: 'money', dong: Math.round(cell * MILLION) }
  return kind === 'date' && isPlainDate(cell) ? { kind: 'date', date: cell } : { kind: 'text', text: cell }
}

function decimalsOf(cell: ListCell): number {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Math.min(6, decimalOf(cell).scale) : 0
}

function columnWidths({ columns, rows }: ExportedList): number[] {
  return columns.map(({ heading }, index) => {
    const font = { face: 'regular', size: SIZE } as const
    const head = digitsFor(widestWord(heading, { face: 'bold', size: SIZE }))
    let width = Math.max(NARROWEST, head)
    for (const cells of rows.slice(0, MEASURED)) {
      const cell = cells[index] ?? null
      // Whole lines up to the widest a column may be; longer texts wrap.
      const text = cell === null ? '' : typeof cell === 'number' ? cell.toFixed(2) : cell
      if (text.length <= width / 2 || width >= WIDEST) continue
      width = Math.max(width, Math.min(WIDEST, lineDigits(text, font)))
    }
    return width
  })
}

function lineDigits(text: string, font: { readonly face: 'regular'; readonly size: number }): number {
  let longest = 0
  // Word by word, since each word is measured once and remembered.
  for (const line of text.split('\n')) {
    let points = 0
    for (const word of line.split(' ')) points += widestWord(word, font) + font.size / 4
    longest = Math.max(longest, points)
  }
  const digits = digitsFor(longest)
  return roomIn(columnPoints(digits)) < longest ? digits + 1 : digits
}
