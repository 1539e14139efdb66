// What must be known before laying out: how wide texts are, where they wrap, how wide columns have to be.
import type { Cell, HeaderCell, Margins, Orientation, Run, TableBlock, Text } from './blocks'
import { headerGrid, runsOf } from './blocks'
import { type Face, faceOf, fontFaces, textWidth } from './fonts'
import { page, points, rule, SINGLE_LINE, spacing } from './style'

export type Frame = { readonly widthPt: number; readonly heightPt: number }

/** The area between the margins. */
export function frameOf(orientation: Orientation, marginsMm: Margins): Frame {
  const [width, height] = orientation === 'portrait' ? [page.widthMm, page.heightMm] : [page.heightMm, page.widthMm]
  return {
    widthPt: points(width - marginsMm.left - marginsMm.right),
    heightPt: points(height - marginsMm.top - marginsMm.bottom),
  }
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu
const REPLACED: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\u2011': '-',
  '\u2012': '–',
  '✓': 'x',
  '✔': 'x',
  '×': '×',
}

/** NFC, with a percentage kept on the line of its number. */
export function unbroken(text: string): string {
  return text.normalize('NFC').replace(/(?<=\d) (?=%)/gu, '\u00A0')
}

/** NFC, without marks that print as boxes; a letter the font lacks becomes "?" rather than an empty box nobody notices. */
export function printable(text: string): string {
  let result = ''
  for (const character of unbroken(text).replace(INVISIBLE, '')) {
    const replaced = REPLACED[character] ?? character
    const code = replaced.codePointAt(0) ?? 0
    result += code === 0x0a || fontFaces().regular.has(code) ? replaced : code < 0x20 ? ' ' : '?'
  }
  return result
}

export function plainText(text: Text): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('')
}

/** Lines of a plain text set in one face, broken at spaces as the renderers break it. */
export function wrapped(text: string, face: Face, sizePt: number, widthPt: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && textWidth(longer, face, sizePt) > widthPt) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}

/** A centred name is read in these pieces: a line may well begin with one of them, or end at a comma. */
const PIECE_STARTS = /^(?:và|tỉnh|thành phố|huyện|năm|cấp)$/iu
const PIECE_END = /[,;:]$/u
/** How much a break inside a piece costs, beside lines of unlike length (the square of their share of the mean). */
const BREAK_INSIDE = 0.15
/** Longer texts are wrapped plainly: trying every way to break them would take too long. */
const MOST_WORDS = 28
const MOST_LINES = 4

/** Wraps into as few lines as needed, of like length and broken between its pieces, as a typist breaks a heading. */
export function balanced(text: string, face: Face, sizePt: number, widthPt: number): string[] {
  const fewest = wrapped(text, face, sizePt, widthPt)
  const words = text.split(' ')
  if (fewest.length < 2 || fewest.length > MOST_LINES || words.length > MOST_WORDS || text.includes('\n')) return fewest
  const mean = textWidth(text, face, sizePt) / fewest.length
  const best = cheapestBreaks(words, fewest.length, (line) => {
    const width = textWidth(line, face, sizePt)
    return width > widthPt ? Number.POSITIVE_INFINITY : (width / mean - 1) ** 2
  })
  return best.cost === Number.POSITIVE_INFINITY ? fewest : best.lines
}

type Breaks = { readonly cost: number; readonly lines: string[] }

function cheapestBreaks(words: readonly string[], lineCount: number, costOf: (line: string) => number): Breaks {
  if (lineCount === 1) {
    const line = words.join(' ')
    return { cost: costOf(line), lines: [line] }
  }
  let best: Breaks = { cost: Number.POSITIVE_INFINITY, lines: [] }
  for (let count = 1; count <= words.length - lineCount + 1; count += 1) {
    const line = words.slice(0, count).join(' ')
    const own = costOf(line)
    if (own === Number.POSITIVE_INFINITY) break
    const between = PIECE_END.test(line) || PIECE_STARTS.test(words[count] ?? '') ? 0 : BREAK_INSIDE
    const rest = cheapestBreaks(words.slice(count), lineCount - 1, costOf)
    const cost = own + between + rest.cost
    if (cost < best.cost) best = { cost, lines: [line, ...rest.lines] }
  }
  return best
}

export function widest(lines: readonly string[], face: Face, sizePt: number): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, face, sizePt)))
}

/** Length of the line under the issuer's name or an abstract. */
export function ruleLength(lines: readonly string[], face: Face, sizePt: number): number {
  const last = lines.at(-1)
  return last === undefined ? 0 : textWidth(last, face, sizePt) * rule.shareOfText
}

/** An upper estimate of the lines a text takes: the bold face is the widest. */
export function lineCount(text: Text, sizePt: number, widthPt: number): number {
  return wrapped(plainText(text), 'bold', sizePt, widthPt).reduce(
    (count, line) => count + Math.max(1, Math.ceil(textWidth(line, 'bold', sizePt) / widthPt)),
    0,
  )
}

export function cellText(cell: Cell): Text {
  if (typeof cell === 'string') return cell
  return 'text' in cell ? cell.text : ''
}

export function cellSpan(cell: Cell): number {
  return typeof cell === 'object' && 'text' in cell ? (cell.colSpan ?? 1) : 1
}

export type GridPlacing = { readonly cell: Cell; readonly column: number }

/** Cells of a row with the column each begins at. */
export function placed(cells: readonly Cell[]): GridPlacing[] {
  let column = 0
  return cells.map((cell) => {
    const at = { cell, column }
    column += cellSpan(cell)
    return at
  })
}

function longestWord(runs: readonly Run[], bold: boolean, sizePt: number, breakableFrom: number): number {
  let longest = 0
  for (const run of runs) {
    const face = faceOf({ bold: bold || run.bold === true, italic: run.italic === true })
    for (const word of run.text.split(/[\s\u200B]+/u))
      longest = Math.max(longest, Math.min(breakableFrom, textWidth(word, face, sizePt)))
  }
  return longest
}

export const cellPadding = { sidePt: 3.5, topPt: 2, bottomPt: 3 } as const
export const borderPt = 0.5

/**
 * Outer widths of the columns: shares by weight, but none narrower than its longest word or number, so that
 * "1.234.567.890" and "Thành tiền" are never cut in two. What that takes is given up by the columns with room to spare.
 */
export function columnWidths(table: TableBlock, sizePt: number, totalPt: number): number[] {
  const aside = 2 * cellPadding.sidePt + borderPt + 0.5
  const breakableFrom = totalPt / 4
  const least = table.columns.map(() => 0)
  const need = (column: number, width: number) => {
    least[column] = Math.max(least[column] ?? 0, width + aside)
  }
  for (const row of headerGrid(table))
    row.forEach((cell, column) => {
      if (cell !== null && (cell.colSpan ?? 1) === 1)
        need(column, longestWord([{ text: printable(cell.text) }], true, sizePt, breakableFrom))
    })
  for (const row of table.rows)
    for (const { cell, column } of placed(row.cells))
      if (cellSpan(cell) === 1) {
        const bold = row.kind !== 'row' || (typeof cell === 'object' && 'bold' in cell && cell.bold === true)
        need(column, longestWord(runsOf(cellText(cell)), bold, sizePt, breakableFrom))
      }
  return distributed(
    table.columns.map((column) => column.weight),
    least,
    totalPt,
  )
}

/** Shares by weight with lower bounds; bounds that do not fit together are cut in proportion. */
export function distributed(weights: readonly number[], least: readonly number[], total: number): number[] {
  const needed = least.reduce((sum, width) => sum + width, 0)
  if (needed >= total) return least.map((width) => (width * total) / needed)
  const fixed = new Set<number>()
  for (;;) {
    const room = total - [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0)
    const weight = weights.reduce((sum, one, index) => (fixed.has(index) ? sum : sum + one), 0)
    const widths = weights.map((one, index) => (fixed.has(index) ? (least[index] ?? 0) : (one * room) / weight))
    const short = widths.findIndex((width, index) => !fixed.has(index) && width < (least[index] ?? 0))
    if (short === -1) return widths
    fixed.add(short)
  }
}

/** Width left for text in a cell that spans columns. */
export function innerWidth(outerWidths: readonly number[], column: number, span: number): number {
  const outer = outerWidths.slice(column, column + span).reduce((sum, width) => sum + width, 0)
  return outer - 2 * cellPadding.sidePt - borderPt
}

/** For each header cell, how far down its text begins so that it stands in the middle of the rows it spans. */
export function roomAboveHeaderCells(table: TableBlock, outerWidths: readonly number[], sizePt: number): number[][] {
  const grid = headerGrid(table)
  const line = sizePt * SINGLE_LINE * spacing.tableLine
  const between = cellPadding.topPt + cellPadding.bottomPt + borderPt
  const contentHeight = (cell: HeaderCell, column: number) =>
    wrapped(printable(cell.text), 'bold', sizePt, innerWidth(outerWidths, column, cell.colSpan ?? 1)).length * line
  const spanned = (heights: readonly number[], first: number, span: number) =>
    heights.slice(first, first + span).reduce((sum, height) => sum + height, 0) + (span - 1) * between
  const heights = grid.map((row) =>
    Math.max(
      line,
      ...row.map((cell, column) => (cell === null || (cell.rowSpan ?? 1) > 1 ? 0 : contentHeight(cell, column))),
    ),
  )
  // A cell taller than the rows it spans makes the last of them higher.
  for (const [index, row] of grid.entries())
    for (const [column, cell] of row.entries()) {
      if (cell === null) continue
      const span = cell.rowSpan ?? 1
      const missing = contentHeight(cell, column) - spanned(heights, index, span)
      if (missing > 0) heights[index + span - 1] = (heights[index + span - 1] ?? 0) + missing
    }
  return grid.map((row, index) =>
    row.map((cell, column) =>
      cell === null ? 0 : Math.max(0, (spanned(heights, index, cell.rowSpan ?? 1) - contentHeight(cell, column)) / 2),
    ),
  )
}
