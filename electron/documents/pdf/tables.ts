// Tables, lists of names and values, and boxes to tick.
import type { Alignment, Content, ContentCanvas, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import { type Cell, type ChecksBlock, headerGrid, type KeyValuesBlock, type TableBlock } from '../blocks'
import {
  borderPt,
  cellPadding,
  cellSpan,
  cellText,
  columnWidths,
  innerWidth,
  lineCount,
  placed,
  printable,
  roomAboveHeaderCells,
  widest,
} from '../measure'
import { valueOrBlank } from '../phrases'
import { points, spacing } from '../style'
import { LARGEST_GROUP, LARGEST_HEADED, type Piece, type Setting } from './pieces'
import { ASCENT, inlineRuns, type Look, lineHeightPt, paragraphHeight } from './text'

/** So few boxes to tick are read as one choice. */
const FEW_CHECKS = 5

/** The first lines stay together with what introduces them; the rest may go to the next page. */
export function keyValues(block: KeyValuesBlock, { sizes, frame }: Setting): Piece[] {
  const labels = block.rows.map((row) => printable(`${row.label}:`))
  const labelWidth = Math.min(widest(labels, 'regular', sizes.body) + 6, frame.widthPt * 0.42)
  const valueWidth = frame.widthPt - labelWidth - points(spacing.firstLineMm)
  const rows = block.rows.map((row, index) => ({ label: labels[index] ?? '', value: valueOrBlank(row.value) }))
  const look: Look = { sizePt: sizes.body, align: 'left', lines: spacing.line, bold: false, italic: false }
  const piece = (some: typeof rows, afterPt: number): Piece => ({
    content: {
      table: {
        widths: [labelWidth, '*'],
        body: some.map((row): TableCell[] => [
          { text: inlineRuns(row.label, look) },
          { text: inlineRuns(row.value, look) },
        ]),
        dontBreakRows: true,
      },
      layout: bare,
      margin: [points(spacing.firstLineMm), 0, 0, afterPt],
    },
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: some.reduce((sum, row) => sum + paragraphHeight(row.value, sizes.body, valueWidth), 0),
  })
  const last = spacing.paragraphPt - 3
  return rows.length <= 3 ? [piece(rows, last)] : [piece(rows.slice(0, 2), 0), piece(rows.slice(2), last)]
}

const bare: CustomTableLayout = {
  defaultBorder: false,
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 3,
}

/** A box to tick, drawn: Times New Roman has no such letter. */
function checkBox(checked: boolean, sizePt: number): ContentCanvas {
  const side = sizePt * 0.7
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: 0.8 },
      ...(checked
        ? [
            {
              type: 'polyline' as const,
              lineWidth: 1.3,
              points: [
                { x: side * 0.18, y: side * 0.52 },
                { x: side * 0.42, y: side * 0.8 },
                { x: side * 0.84, y: side * 0.2 },
              ],
            },
          ]
        : []),
    ],
  }
}

/** From the top of a line down to the top of a box that stands on its baseline. */
function boxTop(sizePt: number): number {
  return sizePt * (ASCENT - 0.7)
}

export function checks({ items }: ChecksBlock, { sizes, frame }: Setting): Piece {
  const few = items.length <= FEW_CHECKS
  const width = frame.widthPt - points(spacing.firstLineMm) - sizes.body * 1.1
  return {
    content: { stack: items.map((item) => checkLine(item, sizes.body)), unbreakable: few },
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: few ? items.reduce((sum, { text }) => sum + paragraphHeight(text, sizes.body, width), 0) : null,
  }
}

function checkLine(item: ChecksBlock['items'][number], sizePt: number): Content {
  return {
    columns: [
      { width: sizePt * 1.1, ...checkBox(item.checked, sizePt), margin: [0, boxTop(sizePt), 0, 0] },
      { width: '*', text: printable(item.text) },
    ],
    margin: [points(spacing.firstLineMm), 0, 0, spacing.paragraphPt],
  }
}

const ruled: CustomTableLayout = {
  hLineWidth: () => borderPt,
  vLineWidth: () => borderPt,
  paddingLeft: () => cellPadding.sidePt,
  paddingRight: () => cellPadding.sidePt,
  paddingTop: () => cellPadding.topPt,
  paddingBottom: () => cellPadding.bottomPt,
}

export function tablePiece(block: TableBlock, { sizes, frame }: Setting): Piece {
  const size = block.fontSizePt ?? sizes.table
  const outer = columnWidths(block, size, frame.widthPt - borderPt)
  const inner = outer.map((width) => width - 2 * cellPadding.sidePt - borderPt)
  const header = headerCells(block, outer, size)
  const heights = block.rows.map((row) => rowHeight(row.cells, outer, size))
  const total = heights.reduce((sum, height) => sum + height, 0) + header.length * 2 * lineHeightPt(size)
  const body = block.rows.map((row): TableCell[] => {
    const cells = block.columns.map((): TableCell => ({}))
    for (const { cell, column } of placed(row.cells))
      cells[column] = bodyCell(
        cell,
        row.kind !== 'row',
        block.columns[column]?.align ?? 'left',
        inner[column] ?? 0,
        size,
      )
    return cells
  })
  const table: Content = {
    table: {
      headerRows: header.length,
      ...(body.length > 0 ? { keepWithHeaderRows: 1 } : {}),
      // A row longer than a page would be lost when it may not break.
      dontBreakRows: heights.every((height) => height < frame.heightPt * 0.6),
      widths: inner,
      body: [...header, ...body],
    },
    layout: ruled,
    margin: [0, 2, 0, spacing.paragraphPt + 2],
  }
  return {
    // A small table stands whole: nobody looks for its sum on the next page.
    content: total < frame.heightPt * LARGEST_HEADED ? { stack: [table], unbreakable: true } : table,
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: total < frame.heightPt * LARGEST_GROUP ? total : null,
  }
}

function cellLook(sizePt: number): Look {
  return { sizePt, align: 'left', lines: spacing.tableLine, bold: false, italic: false }
}

/** pdfmake's own vertical alignment pushes cells that span rows out of the table, so the room above each is counted. */
function headerCells(block: TableBlock, outerWidths: readonly number[], sizePt: number): TableCell[][] {
  const rooms = roomAboveHeaderCells(block, outerWidths, sizePt)
  return headerGrid(block).map((row, rowIndex) =>
    row.map((cell, column): TableCell => {
      if (cell === null) return {}
      return {
        text: inlineRuns(cell.text, { ...cellLook(sizePt), align: 'center', bold: true }),
        margin: [0, rooms[rowIndex]?.[column] ?? 0, 0, 0],
        ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
        ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
      }
    }),
  )
}

function rowHeight(cells: readonly Cell[], outerWidths: readonly number[], sizePt: number): number {
  const lines = placed(cells).map(({ cell, column }) =>
    lineCount(cellText(cell), sizePt, innerWidth(outerWidths, column, cellSpan(cell))),
  )
  return Math.max(1, ...lines) * lineHeightPt(sizePt) + cellPadding.topPt + cellPadding.bottomPt
}

function bodyCell(cell: Cell, boldRow: boolean, columnAlign: Alignment, innerWidth: number, sizePt: number): TableCell {
  if (typeof cell === 'object' && 'check' in cell) {
    const side = sizePt * 0.7
    return { ...checkBox(cell.check, sizePt), margin: [(innerWidth - side) / 2, boxTop(sizePt), 0, 0] }
  }
  const look: Look = { ...cellLook(sizePt), align: columnAlign, bold: boldRow }
  if (typeof cell === 'string') return { text: inlineRuns(cell, look) }
  return {
    text: inlineRuns(cell.text, {
      ...look,
      align: cell.align ?? columnAlign,
      bold: cell.bold ?? boldRow,
      italic: cell.italic ?? false,
    }),
    ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
  }
}
