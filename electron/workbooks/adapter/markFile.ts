// The user's own file with texts put beside its rows: the package of an .xlsx patched in its sheets alone, a CSV given one more field.
import { Refusal } from '../../../shared/contract/errors'
import { csvField, findSeparator, separators } from '../../../shared/vietnamese/csv'
import { markSheet, type SheetMarks } from './markSheet'
import { patchZip } from './patchZip'
import { type ReadLimits, readLimits } from './readLimits'
import { decodeText } from './textFile'
import { worksheetParts } from './xlsxPackage'
import { BrokenXml } from './xml'
import { DamagedZip, inflateEntry, listZip } from './zip'

export interface MarkedFile {
  readonly bytes: Uint8Array
  readonly extension: string
  readonly mediaType: string
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const macroType = 'application/vnd.ms-excel.sheet.macroEnabled.12'

/**
 * @param marks by name of the sheet
 * @throws Refusal workbook.unreadable
 */
export function markFile(
  file: Buffer,
  marks: ReadonlyMap<string, SheetMarks>,
  limits: ReadLimits = readLimits,
): MarkedFile {
  if (file.toString('hex', 0, 4) === '504b0304') return inWords(() => markPackage(file, marks, limits))
  const decoded = decodeText(file)
  if (decoded === null)
    throw new Refusal('workbook.unreadable', 'tệp không phải sổ tính .xlsx hay bảng CSV nên không thêm cột được.')
  const [only] = marks.values()
  const text = only === undefined ? decoded.text : markText(decoded.text, only.texts)
  return { bytes: Buffer.from(`\ufeff${text}`, 'utf8'), extension: 'csv', mediaType: 'text/csv' }
}

function inWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DamagedZip || error instanceof BrokenXml)
      throw new Refusal('workbook.unreadable', 'tệp bị hỏng hoặc chép chưa hết nên không thêm cột được.')
    throw error
  }
}

function markPackage(file: Buffer, marks: ReadonlyMap<string, SheetMarks>, limits: ReadLimits): MarkedFile {
  const parts = worksheetParts(file, limits)
  const entries = listZip(file)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const replaced = new Map<string, Buffer>()
  for (const [sheet, own] of marks) {
    const part = parts.get(sheet)
    const entry = part === undefined ? undefined : byName.get(part.toLowerCase())
    if (entry === undefined) continue
    replaced.set(entry.name, Buffer.from(markSheet(textOf(inflateEntry(file, entry)), own), 'utf8'))
  }
  const macros = entries.some(({ name }) => name.toLowerCase().endsWith('vbaproject.bin'))
  return {
    bytes: patchZip(file, replaced),
    extension: macros ? 'xlsm' : 'xlsx',
    mediaType: macros ? macroType : xlsxType,
  }
}

/** Parts written in UTF-16 come back in UTF-8, and say so. */
function textOf(part: Buffer): string {
  const wide =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : null
  if (wide === null) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)
  return new TextDecoder(wide).decode(part).replace(/(<\?xml[^>]*encoding=)(["'])[^"']*\2/i, '$1$2UTF-8$2')
}

/** A field more at the end of each marked record; everything before it stays as it was typed. */
function markText(text: string, texts: ReadonlyMap<number, string>): string {
  const declared = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text)
  const separator =
    separators.find((one) => one === declared?.[1]) ?? findSeparator(text.slice(declared?.[0].length ?? 0))
  let out = declared?.[0] ?? ''
  // The line that names the separator is no row: rows are counted as they are read.
  let record = 0
  for (let at = out.length; at < text.length; ) {
    const end = recordEnd(text, at, separator)
    record += 1
    const mark = texts.get(record)
    out += text.slice(at, end) + (mark === undefined || mark === '' ? '' : separator + csvField(mark, separator))
    // A blank line is a record too: Excel counts it as a row.
    const after = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length)
    out += text.slice(end, after)
    at = after
  }
  return out
}

/** Line breaks inside quotes belong to their field. */
function recordEnd(text: string, from: number, separator: string): number {
  let at = from
  let fieldStart = true
  while (at < text.length && text[at] !== '\r' && text[at] !== '\n') {
    if (fieldStart && text[at] === '"') {
      at += 1
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) at += text[at] === '"' ? 2 : 1
    }
    fieldStart = text[at] === separator
    at += 1
  }
  return Math.min(at, text.length)
}
