// Sheets typed in the fonts of the years before Unicode, turned into Unicode, with samples to show before anything is kept.
import { detectEncoding, marksRead, type TextEncoding, toUnicode } from '../../../shared/vietnamese/legacyEncodings'
import type { RawCell, RawSheet } from './rawWorkbook'

export interface DecodedSheet {
  readonly sheet: RawSheet
  readonly encoding: TextEncoding
  readonly samples: readonly { readonly before: string; readonly after: string }[]
}

const sampleLimit = 1_000
const shownSamples = 5

/** A letter no one-byte font has: the text is Unicode already. */
const beyondLatin1 = /[^\p{ASCII}\u0080-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022]/u
const highLatin1 = /[\u0080-\u00ff]/

function mayBeLegacy(text: string): boolean {
  return highLatin1.test(text) && !beyondLatin1.test(text)
}

function encodingOfFont(font: string): TextEncoding {
  if (/^\.vn/i.test(font)) return 'tcvn3'
  return /^vni[- ]/i.test(font) ? 'vni' : 'unicode'
}

/** The capital-letter fonts of TCVN3 (".VnTimeH") show small letters as capitals. */
function isCapitalFont(font: string): boolean {
  return /^\.vn.*h$/i.test(font)
}

/** One column as far as it can be typed in an old font. */
interface ColumnTrace {
  /** What its own words say. */
  readonly encoding: TextEncoding
  /** Most of its marked cells read only when decoded. */
  readonly mostlyOld: boolean
}

interface SheetTrace {
  readonly encoding: TextEncoding
  /** Some cell can only be Unicode: the sheet was converted in part, or put together from several. */
  readonly mixed: boolean
  readonly columns: ReadonlyMap<number, ColumnTrace>
}

/** Sheets are put together from several files: each column may be in an encoding of its own. */
function traceSheet(sheet: RawSheet): SheetTrace {
  const ofSheet: string[] = []
  const ofColumns = new Map<number, string[]>()
  let mixed = false
  for (const row of sheet.rows)
    for (const { column, kind, text } of row.cells) {
      if (kind !== 'text') continue
      mixed ||= beyondLatin1.test(text)
      if (!mayBeLegacy(text)) continue
      if (ofSheet.length < sampleLimit) ofSheet.push(text)
      const texts = ofColumns.get(column) ?? []
      if (texts.length < sampleLimit) texts.push(text)
      ofColumns.set(column, texts)
    }
  const encoding = detectEncoding(ofSheet)
  const columns = [...ofColumns].map(([column, texts]) => {
    const own = detectEncoding(texts)
    const old = own === 'unicode' ? encoding : own
    const votes = texts.map((text) => marksRead(text, old) - marksRead(text, 'unicode'))
    mixed ||= votes.some((vote) => vote < 0)
    return [column, { encoding: own, mostlyOld: votes.filter((vote) => vote > 0).length * 2 >= texts.length }] as const
  })
  return { encoding, mixed, columns: new Map(columns) }
}

export function decodeSheet(sheet: RawSheet, chosen: TextEncoding | null): DecodedSheet {
  const trace = traceSheet(sheet)
  const samples: { before: string; after: string }[] = []
  const seen = new Set<string>()
  const found = new Map<TextEncoding, number>()
  const decodeCell = (cell: RawCell): RawCell => {
    if (cell.kind !== 'text' || !mayBeLegacy(cell.text)) return cell
    const own = chosen ?? ownEncoding(cell, trace)
    if (own === 'unicode') return cell
    const converted = toUnicode(cell.text, own)
    const text = own === 'tcvn3' && isCapitalFont(cell.font) ? converted.toLocaleUpperCase('vi') : converted
    found.set(own, (found.get(own) ?? 0) + 1)
    if (samples.length < shownSamples && !seen.has(cell.text)) {
      samples.push({ before: cell.text, after: text })
      seen.add(cell.text)
    }
    return { ...cell, text }
  }
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map(decodeCell) }))
  if (samples.length === 0) return { sheet, encoding: chosen ?? 'unicode', samples }
  const [most] = [...found].sort((a, b) => b[1] - a[1])
  return { sheet: { ...sheet, rows }, encoding: most?.[0] ?? trace.encoding, samples }
}

/** What reads as Vietnamese only one way is read that way; what reads both ways goes with its column. */
function ownEncoding(cell: RawCell, { encoding, mixed, columns }: SheetTrace): TextEncoding {
  const column = columns.get(cell.column)
  const ofColumn = column === undefined || column.encoding === 'unicode' ? encoding : column.encoding
  const old = ofColumn === 'unicode' ? provenFont(cell) : ofColumn
  if (old === 'unicode') return 'unicode'
  const decoded = marksRead(cell.text, old)
  const asTyped = marksRead(cell.text, 'unicode')
  if (decoded !== asTyped) return decoded > asTyped ? old : 'unicode'
  return !mixed || column?.mostlyOld === true || encodingOfFont(cell.font) === old ? old : 'unicode'
}

/** A single cell may still carry an old font; it is believed only if its words agree. */
function provenFont(cell: RawCell): TextEncoding {
  const byFont = encodingOfFont(cell.font)
  return byFont !== 'unicode' && detectEncoding([cell.text]) === byFont ? byFont : 'unicode'
}
