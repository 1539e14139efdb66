// Tables of a Word file: those of a paper with their rules, and the bare ones that only hold columns apart.
import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  type Align,
  type Cell,
  headerGrid,
  type KeyValuesBlock,
  type TableBlock,
  type TableRow as TableRowBlock,
} from '../blocks'
import { cellPadding, cellSpan, columnWidths, placed, widest } from '../measure'
import { valueOrBlank } from '../phrases'
import { points, spacing } from '../style'
import { checkBox, paragraph, type Setting, twips } from './text'

const noMargins = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA } as const
const noBorder: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder }

function bareCell(widthPt: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: twips(widthPt), type: WidthType.DXA },
    margins: noMargins,
    borders: noBorders,
    children: children.length === 0 ? [new Paragraph({})] : children,
  })
}

export function bareTable(
  widthsPt: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  indentPt = 0,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsPt.map(twips),
    width: { size: twips(widthsPt.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    indent: { size: twips(indentPt), type: WidthType.DXA },
    borders: TableBorders.NONE,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, column) => bareCell(widthsPt[column] ?? 0, children)),
        }),
    ),
  })
}

export function keyValues(block: KeyValuesBlock, { sizes, frame }: Setting): Table {
  const indentPt = points(spacing.firstLineMm)
  const labels = block.rows.map((row) => `${row.label}:`)
  const labelWidth = Math.min(widest(labels, 'regular', sizes.body) + 6, frame.widthPt * 0.42)
  return bareTable(
    [labelWidth, frame.widthPt - indentPt - labelWidth],
    block.rows.map((row, index) => [
      [paragraph(labels[index] ?? '', { align: 'left', afterPt: 3 })],
      [paragraph(valueOrBlank(row.value), { align: 'left', afterPt: 3 })],
    ]),
    indentPt,
  )
}

const tableMargins = {
  top: twips(cellPadding.topPt),
  bottom: twips(cellPadding.bottomPt),
  left: twips(cellPadding.sidePt),
  right: twips(cellPadding.sidePt),
  marginUnitType: WidthType.DXA,
} as const

const ruled: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** Rows that stand on the page of the signatures below them. */
const signedRows = 2

export function table(block: TableBlock, { sizes, frame }: Setting, signed: boolean): Table {
  const sizePt = block.fontSizePt ?? sizes.table
  const widths = columnWidths(block, sizePt, frame.widthPt)
  const grid = headerGrid(block)
  const cell = (columnAt: number, span: number, rowSpan: number, middle: boolean, children: readonly Paragraph[]) =>
    new TableCell({
      width: {
        size: twips(widths.slice(columnAt, columnAt + span).reduce((sum, width) => sum + width, 0)),
        type: WidthType.DXA,
      },
      margins: tableMargins,
      columnSpan: span,
      rowSpan,
      verticalAlign: middle ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children,
    })
  const header = grid.map(
    (row) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: row.flatMap((head, column) =>
          head === null
            ? []
            : [
                cell(column, head.colSpan ?? 1, head.rowSpan ?? 1, true, [
                  paragraph(head.text, { align: 'center', bold: true, sizePt, afterPt: 0, lines: spacing.tableLine }),
                ]),
              ],
        ),
      }),
  )
  const body = block.rows.map((row, index) => {
    const keepWithNext = row.kind === 'group' || (signed && index >= block.rows.length - signedRows)
    return new TableRow({
      cantSplit: true,
      children: placed(row.cells).map(({ cell: content, column }) =>
        cell(column, cellSpan(content), 1, false, [
          cellParagraph(content, row.kind, {
            align: block.columns[column]?.align ?? 'left',
            sizePt,
            keepWithNext,
          }),
        ]),
      ),
    })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(frame.widthPt), type: WidthType.DXA },
    borders: {
      top: ruled,
      bottom: ruled,
      left: ruled,
      right: ruled,
      insideHorizontal: ruled,
      insideVertical: ruled,
    },
    rows: [...header, ...body],
  })
}

interface CellStyle {
  readonly align: Align
  readonly sizePt: number
  readonly keepWithNext: boolean
}

function cellParagraph(content: Cell, kind: TableRowBlock['kind'], style: CellStyle): Paragraph {
  const common = { ...style, afterPt: 0, lines: spacing.tableLine }
  if (typeof content === 'string') return paragraph(content, { ...common, bold: kind !== 'row' })
  if ('check' in content) return paragraph('', { ...common, align: 'center', leading: [checkBox(content.check)] })
  return paragraph(content.text, {
    ...common,
    align: content.align ?? style.align,
    bold: content.bold ?? kind !== 'row',
    italic: content.italic ?? false,
  })
}
