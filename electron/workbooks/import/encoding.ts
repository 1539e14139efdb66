// Sheets typed in the fonts of the years before Unicode, turned into Unicode, with samples to show before anything is kept.
import { detectEncoding, type TextEncoding, toUnicode } from '../../../shared/vietnamese/legacyEncodings'
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

function detectSheetEncoding(sheet: RawSheet): TextEncoding {
  const samples: string[] = []
  for (const row of sheet.rows)
    for (const cell of row.cells) {
      if (samples.length >= sampleLimit) return detectEncoding(samples)
      if (cell.kind === 'text') samples.push(cell.text)
    }
  return detectEncoding(samples)
}

export function decodeSheet(sheet: RawSheet, chosen: TextEncoding | null): DecodedSheet {
  const encoding = chosen ?? detectSheetEncoding(sheet)
  const samples: { before: string; after: string }[] = []
  const seen = new Set<string>()
  let found = encoding
  const decodeCell = (cell: RawCell): RawCell => {
    if (cell.kind !== 'text' || !mayBeLegacy(cell.text)) return cell
    const own = chosen === null ? ownEncoding(cell, encoding) : chosen
    if (own === 'unicode') return cell
    const converted = toUnicode(cell.text, own)
    const text = own === 'tcvn3' && isCapitalFont(cell.font) ? converted.toLocaleUpperCase('vi') : converted
    found = own
    if (samples.length < shownSamples && !seen.has(cell.text)) samples.push({ before: cell.text, after: text })
    seen.add(cell.text)
    return { ...cell, text }
  }
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.map(decodeCell) }))
  if (samples.length === 0) return { sheet, encoding: chosen ?? 'unicode', samples }
  return { sheet: { ...sheet, rows }, encoding: found, samples }
}

/** In a Unicode sheet a single cell may still carry an old font; it is believed only if its words agree. */
function ownEncoding(cell: RawCell, ofSheet: TextEncoding): TextEncoding {
  if (ofSheet !== 'unicode') return ofSheet
  const byFont = encodingOfFont(cell.font)
  return byFont !== 'unicode' && detectEncoding([cell.text]) === byFont ? byFont : 'unicode'
}
