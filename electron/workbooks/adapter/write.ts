// Writes a laid-out grid as XLSX. The only place that writes through exceljs, which nobody maintains: its traps end here.
import type { Style, Workbook } from 'exceljs'
import { assertNever } from '../../../shared/domain/assertNever'
import { productName } from '../../../shared/labels'
import { decimalPlaces, type Value } from '../evaluate'
import type { CellStyle, Grid } from '../page'
import { packZip, type ZipPart } from './packZip'
import { type SheetData, sheetData } from './sheetData'

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
  return packZip(await partsOf(workbook, grids))
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
  // One cell of each look, so that exceljs makes the styles; the cells themselves are written by sheetData.
  const looks = looksOf(grid)
  looks.forEach((look, index) => {
    worksheet.getRow(1).getCell(index + 1).style = toExcelStyle(look, grid)
  })
}

function looksOf(grid: Grid): CellStyle[] {
  return [...new Set(grid.rows.flatMap((row) => row.cells.map((cell) => cell.style)))]
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
 * @param grids whose cells are written here and not by exceljs, one a sheet from the first; none: as exceljs has them
 */
export async function partsOf(workbook: Workbook, grids: readonly Grid[] = []): Promise<ZipPart[]> {
  const writer = workbook.xlsx as unknown as WriterParts
  const model = workbook.model as unknown as PreparedModel
  const parts: ZipPart[] = []
  const collect = (mend: (xml: string, name: string) => string = (xml) => xml): PartCollector => ({
    append: (content, { name }) => parts.push({ name, content: mend(content, name) }),
  })
  writer.prepareModel(model, {})
  const cells = new Map<string, SheetData>(
    grids.map((grid, index) => [`xl/worksheets/sheet${index + 1}.xml`, cellsOf(grid, model, index)]),
  )
  await writer.addContentTypes(collect(), model)
  await writer.addOfficeRels(collect(), model)
  await writer.addWorkbookRels(collect(), model)
  await writer.addWorksheets(
    collect((xml, name) => withCells(withOrderedProperties(xml), cells.get(name))),
    model,
  )
  await writer.addSharedStrings(collect(), model)
  await writer.addThemes(collect(), model)
  await writer.addStyles(collect(withDefaultFont), model)
  await writer.addApp(collect(), model)
  await writer.addCore(collect(), model)
  await writer.addWorkbook(collect(), model)
  return parts
}

/** What exceljs makes of a workbook before it writes it: the looks have their numbers, the shared strings can be added to. */
interface PreparedModel {
  readonly worksheets: readonly {
    readonly rows: readonly { readonly cells: readonly { readonly styleId?: number }[] }[]
  }[]
  readonly sharedStrings: { add(text: string): number }
}

function cellsOf(grid: Grid, { worksheets, sharedStrings }: PreparedModel, index: number): SheetData {
  const made = worksheets[index]?.rows[0]?.cells ?? []
  const ids = new Map(looksOf(grid).map((look, at) => [look, made[at]?.styleId ?? 0] as const))
  return sheetData(grid, {
    styleId: (look) => ids.get(look) ?? 0,
    stringIndex: (text) => sharedStrings.add(text),
    stored: (cell) => (cell.value === null ? null : storedValue(cell.value, grid)),
  })
}

function withCells(xml: string, cells: SheetData | undefined): string {
  if (cells === undefined) return xml
  return xml
    .replace(/<dimension [^>]*\/>/, `<dimension ref="${cells.dimension}"/>`)
    .replace(/<sheetData\/>|<sheetData>.*?<\/sheetData>/s, () => `<sheetData>${cells.rows}</sheetData>${cells.merges}`)
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
