// Workbooks written for import tests, as raw parts so that no writer's habits stand between the test and the reader.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { wholeOf } from '../../electron/workbooks/import/checkService'
import { checkedPieces } from '../../electron/workbooks/import/checkTransfer'
import { loadImportRules } from '../../electron/workbooks/import/loadRules'
import { closePreview, judgeRows, matchRecords } from '../../electron/workbooks/import/preview'
import { planRecord } from '../../electron/workbooks/import/projects/planRecord'
import { cellName } from '../../electron/workbooks/import/rawWorkbook'
import { type ReadingContext, readSheets } from '../../electron/workbooks/import/readSheets'
import { noRecords } from '../../electron/workbooks/import/records/recordsOnFile'
import { establishmentDetails } from '../../shared/contract/establishments'
import { type ImportInput, importInput, importPreview } from '../../shared/contract/workbooks'

const root = path.join(import.meta.dirname, '../..')
export const resourcesDir = path.join(root, 'resources')

export function fixture(name: string): Buffer {
  return readFileSync(path.join(root, 'tests/fixtures', name))
}

export const units = createAdminUnits({ overlay: path.join(resourcesDir, 'administrativeUnits.json') })
export const contentGroups = () => loadContentGroups(resourcesDir)

const context: ReadingContext = {
  rules: loadImportRules(resourcesDir),
  contentGroups: contentGroups(),
  addressBook: units.addressBook(),
  officeProvinceCode: null,
  today: '2026-11-21',
}

export function inputOf(given: Partial<ImportInput> = {}): ImportInput {
  return importInput.parse({ fileName: 'thử.xlsx', base64: '', ...given })
}

/** The preview over a data file that holds nothing yet. */
export function previewOf(bytes: Uint8Array, given: Partial<ImportInput> = {}) {
  const input = inputOf(given)
  const reading = readSheets(readWorkbook(bytes), input, context)
  matchRecords(reading, noRecords)
  const nothing = { establishments: new Map(), projects: new Map() }
  const judged = [...judgeRows(reading, noRecords, nothing, input, context.rules)]
  const { preview } = wholeOf(checkedPieces('look', judged, (counts) => closePreview(reading, input, counts)))
  const works = judged.flatMap(({ work }) => work ?? [])
  const work = {
    establishments: works.flatMap(({ kind, record }) =>
      kind === 'establishments' ? [{ details: establishmentDetails.parse(record) }] : [],
    ),
    projects: works.flatMap(({ kind, key, title: name, record }) =>
      kind === 'plan' ? [{ key, name, ...planRecord.parse(record) }] : [],
    ),
  }
  // The preview crosses to the screen: what the contract does not know may not be in it.
  importPreview.parse(preview)
  return { preview, work }
}

export type CellValue =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly value?: string | number }

export interface SheetSpec {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly merges?: readonly string[]
  readonly state?: 'hidden'
}

export interface BookSpec {
  readonly strings?: 'inline' | 'shared'
  /** Namespace prefix of every element, as .NET writers like it. */
  readonly prefix?: string
  readonly date1904?: boolean
  readonly styles?: string
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export async function writeBook(sheets: readonly SheetSpec[], spec: BookSpec = {}): Promise<Buffer> {
  const p = spec.prefix === undefined ? '' : `${spec.prefix}:`
  const xmlns = spec.prefix === undefined ? `xmlns="${main}"` : `xmlns:${spec.prefix}="${main}"`
  const strings: string[] = []
  const cellXml = (value: CellValue, row: number, column: number): string => {
    const reference = cellName(row, column)
    if (value === null) return ''
    if (typeof value === 'number') return `<${p}c r="${reference}"><${p}v>${value}</${p}v></${p}c>`
    if (typeof value === 'boolean') return `<${p}c r="${reference}" t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`
    if (typeof value === 'object') {
      const cached = value.value === undefined ? '' : `<${p}v>${escapeXml(String(value.value))}</${p}v>`
      const type = typeof value.value === 'string' ? ' t="str"' : ''
      return `<${p}c r="${reference}"${type}><${p}f>${escapeXml(value.formula)}</${p}f>${cached}</${p}c>`
    }
    if (spec.strings === 'shared') {
      strings.push(value)
      return `<${p}c r="${reference}" t="s"><${p}v>${strings.length - 1}</${p}v></${p}c>`
    }
    return `<${p}c r="${reference}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeXml(value)}</${p}t></${p}is></${p}c>`
  }
  const zip = new JSZip()
  sheets.forEach((sheet, index) => {
    const rows = sheet.rows
      .map((cells, at) => {
        const inner = cells.map((value, column) => cellXml(value, at + 1, column + 1)).join('')
        return inner === '' ? '' : `<${p}row r="${at + 1}">${inner}</${p}row>`
      })
      .join('')
    const merges = (sheet.merges ?? []).map((range) => `<${p}mergeCell ref="${range}"/>`).join('')
    const merged = merges === '' ? '' : `<${p}mergeCells>${merges}</${p}mergeCells>`
    zip.file(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?><${p}worksheet ${xmlns}><${p}sheetData>${rows}</${p}sheetData>${merged}</${p}worksheet>`,
    )
  })
  const tabs = sheets
    .map(
      ({ name, state }, index) =>
        `<${p}sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
    )
    .join('')
  zip.file(
    'xl/workbook.xml',
    `<${p}workbook ${xmlns} xmlns:r="${relations}"><${p}workbookPr${spec.date1904 === true ? ' date1904="1"' : ''}/><${p}sheets>${tabs}</${p}sheets></${p}workbook>`,
  )
  const links = sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  if (strings.length > 0) {
    const items = strings.map((text) => `<${p}si><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}si>`)
    zip.file('xl/sharedStrings.xml', `<${p}sst ${xmlns}>${items.join('')}</${p}sst>`)
    links.push(relation(100, 'sharedStrings', 'sharedStrings.xml'))
  }
  if (spec.styles !== undefined) {
    zip.file('xl/styles.xml', spec.styles)
    links.push(relation(101, 'styles', '/xl/styles.xml'))
  }
  zip.file('xl/_rels/workbook.xml.rels', relationships(links))
  zip.file('_rels/.rels', relationships([relation(1, 'officeDocument', 'xl/workbook.xml')]))
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${packageRelations}">${links.join('')}</Relationships>`
}
