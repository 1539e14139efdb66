// Lays a described table out on the grid of a spreadsheet: letterhead, title, heading, lines, words, notes, signatures.
import { type MoneyUnit, unitLabel } from '../../shared/vietnamese/money'
import { type Face, textWidth } from '../documents/fonts'
import { dayInWords } from '../documents/forms/paper'
import { type EvaluatedSheet, evaluate, valueText } from './evaluate'
import { columnPoints, digitsFor, heightOf, lineHeight, roomIn, widestWord } from './heights'
import { BODY_SIZE, type Grid, type GridCell, Page, type Placed, styleOf, textCell } from './page'
import { type HeaderNode, headerDepth, isColumnGroup, type Sheet, type TitleLine } from './sheet'
import { addLines } from './tableLines'

const LETTERHEAD_SIZE = 12
const TITLE_SIZE = 14
const SIGNATURE_ROOM = 62
const SPACER = 6
const WIDEST_WORD = 30

export function layOut(sheet: Sheet): Grid {
  const table = evaluate(sheet)
  const widths = columnWidths(sheet, table)
  const page = new Page(widths)
  addLetterhead(page, sheet)
  addTitle(page, sheet)
  const headerRows = addHeader(page, sheet.header)
  const lineRows = addLines(page, sheet, table)
  addWords(page, table.words)
  addNotes(page, sheet.notes ?? [])
  addSignatures(page, sheet)
  return {
    name: sheetName(sheet.name),
    unit: sheet.unit,
    moneyDecimals: table.moneyDecimals,
    columnWidths: widths,
    rows: page.rows,
    headerRows,
    lineRows,
    lineKinds: table.lines.map(({ kind }) => kind),
    print: sheet.print,
  }
}

/** Excel allows 31 characters without []:*?/\; an apostrophe would break the repeated header rows. */
export function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']+/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
      .slice(0, 31)
      .trim() || 'Bảng'
  )
}

function columnWidths(sheet: Sheet, table: EvaluatedSheet): number[] {
  const widths = table.columns.map((column) =>
    Math.max(column.width, digitsFor(widestWord(column.heading, { face: 'bold', size: BODY_SIZE }))),
  )
  for (const line of table.lines) {
    const font = { face: line.kind === 'row' ? 'regular' : 'bold', size: BODY_SIZE } as const
    line.cells.forEach((cell, index) => {
      if (cell === null) return
      const width = widths[index] ?? 0
      const room = roomIn(columnPoints(width))
      const text = valueText(cell.value, sheet.unit, table.moneyDecimals)
      const needed = widestWord(text, font, room)
      if (needed <= room) return
      const digits = digitsFor(needed)
      widths[index] = Math.max(width, cell.value.kind === 'text' ? Math.min(WIDEST_WORD, digits) : digits)
    })
  }
  return widths
}

function faceOf(line: TitleLine): Face {
  if (line.bold === true) return line.italic === true ? 'boldItalic' : 'bold'
  return line.italic === true ? 'italic' : 'regular'
}

function addLetterhead(page: Page, { letterhead: { left, right } }: Sheet): void {
  const split = letterheadSplit(page, left, right)
  const place = (line: TitleLine | undefined, column: number, columnSpan: number): Placed[] =>
    line === undefined
      ? []
      : [
          {
            column,
            columnSpan,
            text: line.text,
            style: styleOf({
              face: faceOf(line),
              size: LETTERHEAD_SIZE,
              underline: line.underline === true,
              horizontal: 'center',
            }),
          },
        ]
  for (let index = 0; index < Math.max(left.length, right.length); index += 1)
    page.addTexts([...place(left[index], 1, split), ...place(right[index], split + 1, page.columnCount - split)])
  if (page.rows.length > 0) page.addSpace(2 * SPACER)
}

/** The left side gets what its longest line needs, and the middle of the page if both sides have room to spare. */
function letterheadSplit(page: Page, left: readonly TitleLine[], right: readonly TitleLine[]): number {
  const widest = (lines: readonly TitleLine[]) =>
    Math.max(0, ...lines.map((line) => columnPoints(digitsFor(textWidth(line.text, faceOf(line), LETTERHEAD_SIZE)))))
  const total = page.points(1, page.columnCount)
  let split = columnsWithin(page, 0.45)
  while (page.points(1, split) < widest(left) && page.points(1, split + 1) <= total - widest(right)) split += 1
  return Math.min(split, page.columnCount - 1)
}

/** How many columns from the left take this share of the width; at least one column is left on either side. */
function columnsWithin(page: Page, share: number): number {
  const wanted = page.points(1, page.columnCount) * share
  let count = 1
  while (count < page.columnCount - 1 && page.points(1, count + 1) <= wanted) count += 1
  return count
}

function addTitle(page: Page, sheet: Sheet): void {
  for (const text of sheet.title) page.addWide(text, styleOf({ face: 'bold', size: TITLE_SIZE, horizontal: 'center' }))
  for (const text of sheet.subtitle)
    page.addWide(text, styleOf({ face: 'italic', size: LETTERHEAD_SIZE, horizontal: 'center' }))
  if (sheet.intro !== undefined && sheet.intro.length > 0) page.addSpace(SPACER)
  for (const text of sheet.intro ?? []) page.addWide(text, styleOf({ size: LETTERHEAD_SIZE }))
  page.addSpace(SPACER)
  if (sheet.unit !== null) page.addWide(unitNote(sheet.unit), styleOf({ face: 'italic', horizontal: 'right' }))
}

export function unitNote(unit: MoneyUnit): string {
  return `Đơn vị tính: ${unitLabel(unit)}`
}

function addHeader(page: Page, header: readonly HeaderNode[]): { first: number; last: number } {
  const depth = headerDepth(header)
  const cells: GridCell[][] = Array.from({ length: depth }, () => [])
  const heights: number[] = Array.from({ length: depth }, () => heightOf(1, BODY_SIZE))
  const style = styleOf({ face: 'bold', horizontal: 'center', border: true })
  const tall: { at: number; needed: number }[] = []

  const place = (nodes: readonly HeaderNode[], level: number, firstColumn: number): number => {
    let column = firstColumn
    for (const node of nodes) {
      const grouped = isColumnGroup(node)
      const end = grouped ? place(node.columns, level + 1, column) : column + 1
      const span = end - column
      const rowSpan = grouped ? 1 : depth - level
      cells[level]?.push({ ...textCell({ column, columnSpan: span, text: node.heading, style }), rowSpan })
      const needed = page.textHeight(node.heading, column, span, style)
      if (rowSpan === 1) heights[level] = Math.max(heights[level] ?? 0, needed)
      else tall.push({ at: level, needed })
      column = end
    }
    return column
  }
  place(header, 0, 1)
  for (const { at, needed } of tall) {
    const have = heights.slice(at).reduce((sum, height) => sum + height, 0)
    if (needed > have) heights[depth - 1] = (heights[depth - 1] ?? 0) + needed - have
  }

  const first = page.rows.length + 1
  cells.forEach((row, level) => {
    page.rows.push({
      height: heights[level] ?? 0,
      outlineLevel: 0,
      cells: row.sort((a, b) => a.column - b.column),
    })
  })
  return { first, last: page.rows.length }
}

function addWords(page: Page, words: readonly string[]): void {
  if (words.length > 0) page.addSpace(SPACER)
  for (const text of words) page.addWide(text, styleOf({ face: 'boldItalic', size: LETTERHEAD_SIZE }))
}

function addNotes(page: Page, notes: readonly string[]): void {
  if (notes.length > 0) page.addSpace(SPACER)
  for (const text of notes) page.addWide(text, styleOf({ face: 'italic', size: LETTERHEAD_SIZE }))
}

function addSignatures(page: Page, { placeAndDate, signatures }: Sheet): void {
  if (signatures.length === 0) return
  page.addSpace(2 * SPACER)
  const spans = evenSpans(page, signatures.length)
  const place = (texts: readonly string[], face: Face): Placed[] =>
    texts.flatMap((text, index) => {
      const span = spans[index]
      const style = styleOf({ face, size: LETTERHEAD_SIZE, horizontal: 'center', vertical: 'top' })
      return span === undefined || text === '' ? [] : [{ ...span, text, style }]
    })
  if (placeAndDate !== null)
    page.addTexts(place([...signatures.slice(1).map(() => ''), placeAndDateText(placeAndDate)], 'italic'))
  const most = Math.max(...signatures.map((signature) => signature.titles.length))
  for (let index = 0; index < most; index += 1)
    page.addTexts(
      place(
        signatures.map((signature) => signature.titles[index] ?? ''),
        'bold',
      ),
    )
  page.addSpace(SIGNATURE_ROOM)
  page.addTexts(
    place(
      signatures.map((signature) => signature.name),
      'bold',
    ),
    lineHeight(LETTERHEAD_SIZE),
  )
}

export function placeAndDateText({ place, date }: NonNullable<Sheet['placeAndDate']>): string {
  return `${place}, ${dayInWords(date)}`
}

/** Neighbouring stretches of columns of about the same width; a single one takes the right half. */
function evenSpans(page: Page, count: number): { column: number; columnSpan: number }[] {
  const parts = Math.max(2, count)
  const spans: { column: number; columnSpan: number }[] = []
  let column = 1
  for (let part = 1; part <= parts; part += 1) {
    const end = part === parts ? page.columnCount : columnsWithin(page, part / parts)
    if (end >= column) spans.push({ column, columnSpan: end - column + 1 })
    column = end + 1
  }
  return spans.slice(-count)
}
