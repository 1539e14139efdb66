// Writes a laid-out grid as XLSX. The only place that writes through exceljs, which nobody maintains: its traps end here.
import type { Style, Workbook } from 'exceljs'
import { assertNever } from '../../../shared/domain/assertNever'
import { productName } from '../../../shared/labels'
import { decimalPlaces, type Value } from '../evaluate'
import type { CellStyle, Grid } from '../layout'
import { packZip, type ZipPart } from './packZip'

const FONT_NAME = 'Times New Roman'
const DEFAULT_FONT_SIZE = 12
const A4 = 9
const MILLIMETRES_PER_INCH = 25.4

/** Texts for programs, on a sheet that a person is never shown. */
export interface CarriedSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Equal grids of equal dates are equal bytes. */
export async function writeWorkbook(
  grids: readonly Grid[],
  createdAt: Date,
  carried: CarriedSheet | null = null,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = productName
  workbook.lastModifiedBy = productName
  workbook.created = createdAt
  workbook.modified = createdAt
  for (const grid of grids) addWorksheet(workbook, grid)
  if (carried !== null) {
    const worksheet = workbook.addWorksheet(carried.name, { state: 'veryHidden' })
    for (const row of carried.rows) worksheet.addRow([...row])
  }
  return packZip(await partsOf(workbook))
}

function addWorksheet(workbook: Workbook, grid: Grid): void {
  const { first, last } = grid.headerRows
  const { orientation, margins } = grid.print
  const inches = (millimetres: number) => millimetres / MILLIMETRES_PER_INCH
  const worksheet = workbook.addWorksheet(grid.name, {
    properties: {
      outlineProperties: { summaryBelow: false, summaryRight: false },
      // One more than there are: exceljs writes the deepest level it is told of as collapsed.
      outlineLevelRow: grid.rows.reduce((deepest, row) => Math.max(deepest, row.outlineLevel), 0) + 1,
    },
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      // As many pages long as it takes: without this zero everything is squeezed on one page.
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: inches(margins.top),
        right: inches(margins.right),
        bottom: inches(margins.bottom),
        left: inches(margins.left),
        header: inches(margins.header),
        footer: inches(margins.footer),
      },
      printTitlesRow: `${first}:${last}`,
    },
    headerFooter: { oddFooter: `&C&"${FONT_NAME},Regular"&10Trang &P/&N` },
    views: [{ state: 'frozen', ySplit: last, showGridLines: false }],
  })
  grid.columnWidths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width
  })
  const styleFor = styleMaker(grid)
  grid.rows.forEach(({ height, outlineLevel, cells }, index) => {
    const number = index + 1
    const row = worksheet.getRow(number)
    row.height = height
    if (outlineLevel > 0) row.outlineLevel = outlineLevel
    for (const { column, columnSpan, rowSpan, value, formula, style } of cells) {
      const cell = row.getCell(column)
      const result = value === null ? null : storedValue(value, grid)
      cell.value = formula === null ? result : { formula, result: result ?? 0 }
      cell.style = styleFor(style)
      if (columnSpan > 1 || rowSpan > 1)
        worksheet.mergeCells(number, column, number + rowSpan - 1, column + columnSpan - 1)
    }
  })
}

function storedValue(value: Value, grid: Grid): string | number | Date {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'integer':
      return value.value
    case 'money':
      // The double nearest to the exact decimal: 123456789 đồng is stored, and shown, as 123.456789 triệu.
      return value.dong / 10 ** decimalPlaces(grid.unit ?? 'dong')
    case 'quantity':
      return value.thousandths / 1_000
    case 'percent':
      return value.hundredths / 100
    case 'date':
      // Local midnight would be written as the day before, east of Greenwich.
      return new Date(`${value.date}T00:00:00Z`)
    case 'month':
      return new Date(`${value.month}-01T00:00:00Z`)
    default:
      return assertNever(value, 'a value of an unknown kind')
  }
}

/** One style object for each look: exceljs serialises every object it has not met, so cells must share them. */
function styleMaker(grid: Grid): (style: CellStyle) => Partial<Style> {
  const made = new Map<CellStyle, Partial<Style>>()
  return (style) => {
    const known = made.get(style)
    if (known !== undefined) return known
    const fresh = toExcelStyle(style, grid)
    made.set(style, fresh)
    return fresh
  }
}

const thinLine = { style: 'thin' } as const
const allBorders = { top: thinLine, right: thinLine, bottom: thinLine, left: thinLine }

function toExcelStyle(style: CellStyle, grid: Grid): Partial<Style> {
  return {
    font: {
      name: FONT_NAME,
      family: 1,
      size: style.size,
      bold: style.face === 'bold' || style.face === 'boldItalic',
      italic: style.face === 'italic' || style.face === 'boldItalic',
      underline: style.underline,
    },
    alignment: { horizontal: style.horizontal, vertical: style.vertical, wrapText: true },
    numFmt: numberFormat(style.format, grid),
    ...(style.border ? { border: allBorders } : {}),
  }
}

// In these codes "," and "." mean the separators of the reader's own Excel: a Vietnamese one shows 1.234,5.
function numberFormat(format: CellStyle['format'], grid: Grid): string {
  switch (format) {
    case 'general':
      return 'General'
    case 'guardedText':
      return '@'
    case 'integer':
      return '#,##0'
    case 'money': {
      const amount = grid.moneyDecimals === 0 ? '#,##0' : `#,##0.0${'#'.repeat(grid.moneyDecimals - 1)}`
      // "_-" keeps the width of a dash free, so that figures do not touch the rule on their right.
      return `${amount}_-;-${amount}_-;"-"_-`
    }
    case 'quantity':
      return '#,##0.0##_-'
    case 'percent':
      return '#,##0.00_-;-#,##0.00_-'
    case 'decimal':
      return grid.moneyDecimals === 0 ? '#,##0' : `#,##0.0${'#'.repeat(grid.moneyDecimals - 1)}`
    case 'date':
      return 'dd/mm/yyyy'
    case 'month':
      return 'mm/yyyy'
    default:
      return assertNever(format, 'a format of an unknown kind')
  }
}

interface PartCollector {
  append(content: string, options: { readonly name: string }): void
}

/** What exceljs does between the model and the file; not in its types. */
type AddPart = (collector: PartCollector, model: object) => Promise<unknown>
interface WriterParts
  extends Record<
    | 'addContentTypes'
    | 'addOfficeRels'
    | 'addWorkbookRels'
    | 'addWorksheets'
    | 'addSharedStrings'
    | 'addThemes'
    | 'addStyles'
    | 'addApp'
    | 'addCore'
    | 'addWorkbook',
    AddPart
  > {
  prepareModel(model: object, options: object): void
}

/**
 * The files inside the XLSX, gathered as exceljs makes them and not packed by it. It packs slowly, in JavaScript, and has
 * no setting for two things put right here: the default font, whose digit is the measure of every column, and the order
 * of sheet properties, which makes Excel refuse a file with both an outline and a fit to page.
 */
async function partsOf(workbook: Workbook): Promise<ZipPart[]> {
  const writer = workbook.xlsx as unknown as WriterParts
  const { model } = workbook
  const parts: ZipPart[] = []
  const collect = (mend: (xml: string) => string = (xml) => xml): PartCollector => ({
    append: (content, { name }) => parts.push({ name, content: mend(content) }),
  })
  writer.prepareModel(model, {})
  await writer.addContentTypes(collect(), model)
  await writer.addOfficeRels(collect(), model)
  await writer.addWorkbookRels(collect(), model)
  await writer.addWorksheets(collect(withOrderedProperties), model)
  await writer.addSharedStrings(collect(), model)
  await writer.addThemes(collect(), model)
  await writer.addStyles(collect(withDefaultFont), model)
  await writer.addApp(collect(), model)
  await writer.addCore(collect(), model)
  await writer.addWorkbook(collect(), model)
  return parts
}

function withDefaultFont(xml: string): string {
  return xml.replace(
    /(<fonts[^>]*>)<font>.*?<\/font>/,
    `$1<font><sz val="${DEFAULT_FONT_SIZE}"/><color theme="1"/><name val="${FONT_NAME}"/><family val="1"/></font>`,
  )
}

function withOrderedProperties(xml: string): string {
  return xml.replace(/(<pageSetUpPr[^>]*\/>)(<outlinePr[^>]*\/>)/, '$2$1')
}
