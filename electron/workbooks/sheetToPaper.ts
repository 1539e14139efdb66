// A described table as an official paper across the page, so that the plan printed as PDF says what its workbook says.
import { dateInWords } from '../../shared/vietnamese/dates'
import type { Align, Block, Cell, HeaderCell, PaperDocument, Run, TableRow } from '../documents/blocks'
import { POINTS_PER_MM, page } from '../documents/style'
import { type EvaluatedSheet, evaluate, type Line, valueText } from './evaluate'
import { columnPoints } from './heights'
import { placeAndDateText, unitNote } from './layout'
import { type ColumnKind, type HeaderNode, headerDepth, isColumnGroup, type Sheet } from './sheet'

const BODY_SIZE = 13
/** The number of the page stands in the margin above, so it is as high as the decree has it. */
const TOP_MARGIN = 20
const SMALLEST = 8
const LARGEST = 11

export function sheetToPaper(sheet: Sheet): PaperDocument {
  const table = evaluate(sheet)
  const { left, right, bottom } = sheet.print.margins
  return {
    title: sheet.title.join(' '),
    orientation: sheet.print.orientation,
    marginsMm: { top: TOP_MARGIN, right, bottom, left },
    bodySizePt: BODY_SIZE,
    blocks: [
      ...letterhead(sheet),
      ...sheet.title.map((typeName): Block => ({ kind: 'heading', typeName, abstract: null, note: null })),
      ...sheet.subtitle.map((text) => line([{ text, italic: true }], 'center')),
      ...(sheet.intro ?? []).map((text): Block => ({ kind: 'paragraph', text })),
      ...(sheet.unit === null ? [] : [line([{ text: unitNote(sheet.unit), italic: true }], 'right')]),
      {
        kind: 'table',
        columns: table.columns.map((column) => ({ weight: column.width, align: alignments[column.kind] })),
        header: headerRows(sheet.header),
        rows: table.lines.map((one) => tableRow(one, sheet, table)),
        fontSizePt: tableSize(sheet, table),
      },
      ...table.words.map((text) => line([{ text, bold: true, italic: true }], 'left')),
      ...(sheet.notes ?? []).map((text) => line([{ text, italic: true }], 'left')),
      ...signatures(sheet),
    ],
  }
}

/** With the national title on the right it is a letterhead; a table that goes with another paper names only who made it. */
function letterhead({ letterhead: { left, right }, placeAndDate }: Sheet): Block[] {
  if (right.length === 0)
    return left.map(({ text, bold = false, italic = false }) => line([{ text, bold, italic }], 'left'))
  const names = left.map(({ text }) => text)
  return [
    {
      kind: 'letterhead',
      parent: names.length > 1 ? (names[0] ?? null) : null,
      issuer: names.at(-1) ?? '',
      number: { none: true },
      place: placeAndDate?.place ?? null,
      date: placeAndDate?.date == null ? null : dateInWords(placeAndDate.date),
      about: null,
    },
  ]
}

function line(text: readonly Run[], align: Align): Block {
  return { kind: 'paragraph', text, indent: false, align, keepWithNext: true }
}

const alignments: Readonly<Record<ColumnKind, Align>> = {
  text: 'left',
  centredText: 'center',
  integer: 'center',
  money: 'right',
  quantity: 'right',
  percent: 'right',
  date: 'center',
  month: 'center',
}

/** The size at which the columns, as wide as the sheet has them, just fill the page. */
function tableSize({ print }: Sheet, { columns }: EvaluatedSheet): number {
  const across = print.orientation === 'landscape' ? page.heightMm : page.widthMm
  const room = (across - print.margins.left - print.margins.right) * POINTS_PER_MM
  const wanted = columns.reduce((sum, column) => sum + columnPoints(column.width), 0)
  const size = Math.floor((2 * LARGEST * room) / wanted) / 2
  return Math.min(LARGEST, Math.max(SMALLEST, size))
}

function headerRows(header: readonly HeaderNode[]): HeaderCell[][] {
  const depth = headerDepth(header)
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => [])
  const place = (nodes: readonly HeaderNode[], level: number): number => {
    let span = 0
    for (const node of nodes) {
      if (isColumnGroup(node)) {
        const colSpan = place(node.columns, level + 1)
        rows[level]?.push({ text: node.heading, colSpan })
        span += colSpan
      } else {
        const rowSpan = depth - level
        rows[level]?.push(rowSpan > 1 ? { text: node.heading, rowSpan } : { text: node.heading })
        span += 1
      }
    }
    return span
  }
  place(header, 0)
  return rows
}

function tableRow(one: Line, sheet: Sheet, { columns, moneyDecimals }: EvaluatedSheet): TableRow {
  const text = (index: number): string => {
    const cell = one.cells[index] ?? null
    return cell === null ? '' : valueText(cell.value, sheet.unit, moneyDecimals)
  }
  if (one.kind === 'row') return { kind: 'row', cells: columns.map((_, index) => text(index)) }
  const firstSum = columns.findIndex((column) => column.summed === true)
  const end = firstSum < 0 ? columns.length : firstSum
  const sums = columns.slice(end).map((_, offset) => text(end + offset))
  if (one.kind === 'total')
    return { kind: 'total', cells: [{ text: one.heading, align: 'center', colSpan: end }, ...sums] }
  const heading = columns.findIndex((column) => column.key === sheet.headingColumn)
  const before = columns
    .slice(0, heading)
    .map((column): Cell => ({ text: column.key === sheet.markColumn ? one.mark : '', align: 'center' }))
  return {
    kind: 'group',
    cells: [...before, { text: one.heading, align: 'left', colSpan: end - heading }, ...sums],
  }
}

function signatures({ signatures: signers, placeAndDate, letterhead: { right } }: Sheet): Block[] {
  if (signers.length === 0) return []
  const dated = placeAndDate !== null && right.length === 0
  return [
    ...(dated ? [line([{ text: placeAndDateText(placeAndDate), italic: true }], 'right')] : []),
    {
      kind: 'signatures',
      recipients: null,
      signers: signers.map(({ titles, name }) => ({
        caption: null,
        authority: titles.length > 1 ? titles.slice(0, -1).join(' ') : null,
        position: titles.at(-1) ?? null,
        note: null,
        name: name === '' ? null : name,
      })),
    },
  ]
}
