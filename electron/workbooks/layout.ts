// Lays a described table out on the grid of a spreadsheet: every cell with its place, value, formula and style, every row with its height.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import { type MoneyUnit, unitLabel } from '../../shared/vietnamese/money'
import { type Face, textWidth } from '../documents/fonts'
import { dayInWords } from '../documents/forms/paper'
import { type EvaluatedSheet, evaluate, type Formula, type Line, NO_RATIO, type Value, valueText } from './evaluate'
import { columnPoints, countLines, digitsFor, heightOf, lineHeight, roomIn, splitHeight, widestWord } from './heights'
import {
  type Column,
  type ColumnKind,
  type HeaderNode,
  headerDepth,
  isColumnGroup,
  type PrintSetup,
  type Sheet,
  type TitleLine,
} from './sheet'

export type CellFormat =
  | 'general'
  | 'guardedText'
  | 'integer'
  | 'money'
  | 'decimal'
  | 'quantity'
  | 'percent'
  | 'date'
  | 'month'

/** Made once each: two cells that look alike hold the same object. */
export interface CellStyle {
  readonly face: Face
  readonly size: number
  readonly underline: boolean
  readonly horizontal: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'middle'
  readonly border: boolean
  readonly format: CellFormat
}

export interface GridCell {
  /** From 1, as in the spreadsheet. */
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly value: Value | null
  readonly formula: string | null
  readonly style: CellStyle
}

export interface GridRow {
  readonly height: number
  readonly outlineLevel: number
  readonly cells: readonly GridCell[]
}

export interface Grid {
  readonly name: string
  readonly unit: MoneyUnit | null
  readonly moneyDecimals: number
  readonly columnWidths: readonly number[]
  /** The first is row 1. */
  readonly rows: readonly GridRow[]
  /** Repeated at the top of each printed page. */
  readonly headerRows: { readonly first: number; readonly last: number }
  /** Where each line of the table begins. */
  readonly lineRows: readonly number[]
  readonly lineKinds: readonly Line['kind'][]
  readonly print: PrintSetup
}

const BODY_SIZE = 11
const LETTERHEAD_SIZE = 12
const TITLE_SIZE = 14
const SIGNATURE_ROOM = 62
const SPACER = 6
/** Of one cell, in Excel. */
const LONGEST_TEXT = 32_767
const WIDEST_WORD = 30

export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

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

const styles = new Map<string, CellStyle>()

export function styleOf(parts: Partial<CellStyle>): CellStyle {
  const style: CellStyle = {
    face: 'regular',
    size: BODY_SIZE,
    underline: false,
    horizontal: 'left',
    vertical: 'middle',
    border: false,
    format: 'general',
    ...parts,
  }
  const key = Object.values(style).join('|')
  const known = styles.get(key)
  if (known !== undefined) return known
  styles.set(key, style)
  return style
}

interface Placed {
  readonly column: number
  readonly columnSpan: number
  readonly text: string
  readonly style: CellStyle
}

/** Rows gathered from top to bottom; knows how wide cells are, so that a row gets the height its text needs. */
export class Page {
  readonly rows: GridRow[] = []

  constructor(readonly widths: readonly number[]) {}

  get columnCount(): number {
    return this.widths.length
  }

  points(column: number, span: number): number {
    let sum = 0
    for (let at = column; at < column + span; at += 1) sum += columnPoints(this.widths[at - 1] ?? 0)
    return sum
  }

  textHeight(text: string, column: number, span: number, style: CellStyle): number {
    return heightOf(countLines(text, this.points(column, span), style), style.size)
  }

  addTexts(texts: readonly Placed[], leastHeight = 0): void {
    let height = leastHeight
    for (const { text, column, columnSpan, style } of texts)
      height = Math.max(height, this.textHeight(text, column, columnSpan, style))
    this.rows.push({ height, outlineLevel: 0, cells: texts.map((placed) => textCell(placed)) })
  }

  addSpace(height: number): void {
    this.rows.push({ height, outlineLevel: 0, cells: [] })
  }

  addWide(text: string, style: CellStyle): void {
    this.addTexts([{ column: 1, columnSpan: this.columnCount, text, style }])
  }
}

function textCell({ column, columnSpan, text, style }: Placed): GridCell {
  return { column, columnSpan, rowSpan: 1, value: textValue(text), formula: null, style: guarded(style, text) }
}

function textValue(text: string): Value | null {
  if (text.length > LONGEST_TEXT)
    throw new Refusal(
      'document.incomplete',
      `một ô có ${text.length} ký tự, bảng tính chỉ chứa được ${LONGEST_TEXT} ký tự (“${text.slice(0, 60)}…”).`,
    )
  return text === '' ? null : { kind: 'text', text }
}

// Opened and left again with Enter, a cell that begins like this would turn into a formula unless its format is text.
export function guarded(style: CellStyle, text: string): CellStyle {
  return /^\s*[=+\-@]/.test(text) ? styleOf({ ...style, format: 'guardedText' }) : style
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

/** A cell of the table before it is known in which row of the sheet it will stand. */
interface LaidCell {
  readonly column: number
  readonly columnSpan: number
  readonly value: Value | null
  readonly formula: Formula | null
  readonly style: CellStyle
}

function addLines(page: Page, sheet: Sheet, table: EvaluatedSheet): number[] {
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

function formulaText(
  formula: Formula,
  column: number,
  line: number,
  firstRows: readonly number[],
  lastRows: readonly number[],
): string {
  const firstRow = (at: number) => firstRows[at] ?? 0
  switch (formula.kind) {
    case 'columnsOfLine':
      return acrossText(
        formula.columns.map((index) => index + 1),
        firstRow(line),
      )
    case 'lines':
      return rangeText(firstRow(formula.first), column, lastRows[formula.last] ?? 0, column)
    case 'eachLine':
      return formula.lines.map((at) => address(firstRow(at), column)).join('+')
    case 'ratio':
      return ratioText(
        address(firstRow(line), formula.part + 1),
        address(firstRow(formula.wholeLine), formula.whole + 1),
        formula.growth,
      )
    default:
      return assertNever(formula, 'a formula of an unknown kind')
  }
}

/** An empty cell is not a nought: what is not known is not compared. */
function ratioText(part: string, whole: string, growth: boolean): string {
  const over = growth ? `(${part}-${whole})` : part
  return `IF(OR(${part}="",${whole}="",${whole}=0),"${NO_RATIO}",ROUND(${over}/${whole}*100,2))`
}

function acrossText(columns: readonly number[], row: number): string {
  const first = columns[0] ?? 0
  const inOneStretch = columns.every((column, index) => column === first + index)
  return inOneStretch
    ? rangeText(row, first, row, first + columns.length - 1)
    : columns.map((column) => address(row, column)).join('+')
}

function rangeText(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string {
  return `SUM(${address(firstRow, firstColumn)}:${address(lastRow, lastColumn)})`
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
