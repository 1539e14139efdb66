// Writes a form to be filled in with Excel: headings, lists to choose from, an example, a sheet that explains.
import type { Cell, Worksheet } from 'exceljs'
import { packZip } from './packZip'
import { partsOf } from './write'

export type TemplateCell = string | number | { readonly date: string } | null

export interface TemplateColumn {
  readonly heading: string
  readonly kind: 'text' | 'number' | 'count' | 'date'
  /** Name of the list to choose from. */
  readonly list: string | null
  readonly required: boolean
  readonly help: string
  readonly example: string
  /** In digits of the default font. */
  readonly width: number
}

export interface TemplateBook {
  readonly sheetName: string
  readonly title: string
  readonly hint: string
  readonly columns: readonly TemplateColumn[]
  readonly example: readonly TemplateCell[] | null
  readonly rows: readonly (readonly TemplateCell[])[]
  readonly lists: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly guideName: string
  readonly listsName: string
  readonly guide: readonly string[]
}

const fontName = 'Times New Roman'
const thin = { style: 'thin' } as const
const box = { top: thin, right: thin, bottom: thin, left: thin }
const onePageWide = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const
const headingRow = 3
/** Rows below the heading that offer their lists. */
const offeredRows = 2_000

/** exceljs can give a range one rule, though its types know only single cells. */
interface RuledSheet {
  readonly dataValidations: { add(range: string, rule: object): void }
}

export async function writeTemplate(book: TemplateBook, createdAt: Date): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.created = createdAt
  workbook.modified = createdAt
  const sheet = workbook.addWorksheet(book.sheetName, {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: onePageWide,
  })
  writeRows(sheet, book)
  writeGuide(workbook.addWorksheet(book.guideName, { pageSetup: onePageWide }), book)
  const lists = workbook.addWorksheet(book.listsName, { pageSetup: onePageWide })
  const ranges = new Map<string, string>()
  book.lists.forEach(({ name, values }, index) => {
    const column = lists.getColumn(index + 1)
    column.width = 40
    lists.getCell(1, index + 1).value = name
    lists.getCell(1, index + 1).font = { name: fontName, bold: true }
    values.forEach((value, at) => {
      lists.getCell(at + 2, index + 1).value = value
    })
    ranges.set(name, `'${book.listsName}'!$${column.letter}$2:$${column.letter}$${values.length + 1}`)
  })
  book.columns.forEach((column, index) => {
    const range = column.list === null ? undefined : ranges.get(column.list)
    if (range === undefined) return
    const letter = sheet.getColumn(index + 1).letter
    ;(sheet as unknown as RuledSheet).dataValidations.add(
      `${letter}${headingRow + 1}:${letter}${headingRow + offeredRows}`,
      {
        type: 'list',
        allowBlank: true,
        formulae: [range],
        // Other words than the list's are read too: the list helps, it does not forbid.
        showErrorMessage: false,
      },
    )
  })
  return packZip(await partsOf(workbook))
}

function writeRows(sheet: Worksheet, { title, hint, columns, example, rows }: TemplateBook): void {
  sheet.getCell(1, 1).value = title
  sheet.getCell(1, 1).font = { name: fontName, size: 14, bold: true }
  sheet.getCell(2, 1).value = hint
  sheet.getCell(2, 1).font = { name: fontName, size: 12, italic: true }
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width
    const cell = sheet.getCell(headingRow, index + 1)
    cell.value = column.heading
    cell.font = { name: fontName, size: 12, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FFCFE8E5' : 'FFEFEFEF' } }
    cell.border = box
  })
  sheet.getRow(headingRow).height = 34
  const all = example === null ? rows : [example, ...rows]
  all.forEach((row, at) => {
    row.forEach((value, index) => {
      const column = columns[index]
      if (column === undefined) return
      const cell = sheet.getCell(headingRow + 1 + at, index + 1)
      put(cell, value, column)
      if (at === 0 && example !== null)
        cell.font = { name: fontName, size: 12, italic: true, color: { argb: 'FF6B6B6B' } }
    })
  })
  // Codes typed later keep the zero they begin with.
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).numFmt = formatOf(column)
  })
}

function formatOf({ kind }: TemplateColumn): string {
  switch (kind) {
    case 'text':
      return '@'
    case 'number':
      return '#,##0.###'
    // A year has no thousands.
    case 'count':
      return '0'
    case 'date':
      return 'dd/mm/yyyy'
  }
}

function put(cell: Cell, value: TemplateCell, column: TemplateColumn): void {
  cell.font = { name: fontName, size: 12 }
  cell.alignment = { vertical: 'top', wrapText: true }
  cell.numFmt = formatOf(column)
  if (value === null || value === '') return
  // Local midnight would be written as the day before, east of Greenwich.
  cell.value = typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value
}

function writeGuide(sheet: Worksheet, { guide, columns }: TemplateBook): void {
  sheet.getColumn(1).width = 34
  sheet.getColumn(2).width = 12
  sheet.getColumn(3).width = 70
  sheet.getColumn(4).width = 40
  guide.forEach((line, index) => {
    sheet.getCell(index + 1, 1).value = line
    sheet.getCell(index + 1, 1).font = { name: fontName, size: 12, bold: index === 0 }
  })
  const top = guide.length + 2
  const heading = ['Cột', 'Bắt buộc', 'Cách ghi', 'Ví dụ']
  const lines = columns.map(({ heading: name, required, help, list, example }) => [
    name,
    required ? 'Có' : '',
    [help, list === null ? '' : 'Chọn trong danh sách của ô.'].filter((text) => text !== '').join(' '),
    example,
  ])
  ;[heading, ...lines].forEach((line, at) => {
    line.forEach((text, index) => {
      const cell = sheet.getCell(top + at, index + 1)
      cell.value = text
      cell.font = { name: fontName, size: 12, bold: at === 0 }
      cell.alignment = { vertical: 'top', wrapText: true }
      cell.border = box
    })
  })
}
