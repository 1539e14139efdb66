// What is said about a sheet as a whole: letters mended, columns and rows left aside, why nothing was found.
import type { ImportInput } from '../../../shared/contract/workbooks'
import { importLabels } from '../../../shared/labels'
import { cleanLine } from '../../../shared/vietnamese/text'
import type { DecodedSheet } from './encoding'
import type { Findings, Severity } from './findings'
import type { PreviewSheet } from './previewRow'
import { columnLetter, type RawSheet, type RawWorkbook } from './rawWorkbook'
import type { FieldRule } from './rules'
import { encodingLabels } from './sheetFacts'
import type { FoundTable } from './table'
import type { TableReader } from './tableReader'
import { wordsOf } from './words'

/** The column that a returned file carries, read or not, is none of the user's. */
const errorColumnWords = 'loi'

export function whySkipped(
  raw: RawSheet,
  found: readonly FoundTable[],
  input: ImportInput,
  workbook: RawWorkbook,
): string {
  if (raw.hidden) return 'Trang đang ẩn. Bỏ ẩn trong Excel nếu cần nhập.'
  if (raw.rows.length === 0) return 'Trang trống.'
  if (isGuide(raw.name, workbook)) return 'Trang hướng dẫn của mẫu.'
  const [other] = found
  if (other !== undefined && input.kind !== null)
    return `Trang này là ${lowerFirst(importLabels.kinds[other.kind])}, không phải ${lowerFirst(importLabels.kinds[input.kind])}.`
  return 'Không nhận ra bảng nào: cần một dòng tiêu đề có “Tên cơ sở” (danh sách cơ sở), “Tên đề án” và cột kinh phí (kế hoạch), “Số hợp đồng” và “Số tiền” (tạm ứng)…. Chọn “Tệp này là” gì để tự chỉ từng cột.'
}

/** Our own templates explain themselves on a sheet of their own. */
export function isGuide(name: string, { sheets }: RawWorkbook): boolean {
  const words = wordsOf(name)
  return words === 'huong dan' || (words === 'danh muc' && sheets.some((sheet) => wordsOf(sheet.name) === 'huong dan'))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** Without these columns no line can be read: said once, instead of at every line. */
export function sayMissingColumns(
  reader: TableReader,
  missing: readonly FieldRule[],
  findings: Findings,
  severity: Severity,
): void {
  findings.add(
    severity,
    { sheet: reader.sheet, row: reader.table.headerBottom, column: null, rowKey: null },
    {
      code: 'column.missing',
      message: `Chưa biết cột nào là ${missing.map(({ label }) => `“${label}”`).join(', ')}. Chọn ở bước Cột; lần sau chương trình nhớ.`,
    },
  )
}

const invisibleOrDoubled = /\u00a0|\u200b|\ufeff| {2,}|^\s|\s$/u

/** Decomposed letters and stray blanks are mended without asking; that it was done is said once a sheet. */
export function sayCleaning({ sheet, encoding, samples }: DecodedSheet, findings: Findings): void {
  const place = { sheet: sheet.name, row: null, column: null, rowKey: null }
  const texts = sheet.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.kind === 'text' ? [{ name: `${columnLetter(cell.column)}${row.number}`, text: cell.text }] : [],
    ),
  )
  const say = (code: string, cells: readonly { name: string; text: string }[], what: string) => {
    const [first] = cells
    if (first === undefined) return
    const names = cells.slice(0, 12).map((cell) => cell.name)
    findings.add('warning', place, {
      code,
      message: `${cells.length} ô ${what}, đã được chuẩn hóa khi đọc: ${names.join(', ')}${cells.length > names.length ? '…' : ''}.`,
      original: first.text,
      suggested: cleanLine(first.text),
    })
  }
  say(
    'text.decomposed',
    texts.filter(({ text }) => text !== text.normalize('NFC')),
    'có chữ Unicode tổ hợp',
  )
  say(
    'text.spaces',
    texts.filter(({ text }) => invisibleOrDoubled.test(text)),
    'có khoảng trắng thừa',
  )
  const [sample] = samples
  if (encoding !== 'unicode' && sample !== undefined)
    findings.add('warning', place, {
      code: 'text.encoding',
      message: `Trang “${sheet.name}” dùng bảng mã ${encodingLabels[encoding]}; chữ đã chuyển sang Unicode, ví dụ “${cleanLine(sample.after)}”. Xem các mẫu trước khi nhập.`,
      original: sample.before,
      suggested: cleanLine(sample.after),
    })
}

export function sayLeftAside(reader: TableReader, findings: Findings): void {
  const { sheet, table } = reader
  const place = { sheet, row: table.headerTop, column: null, rowKey: null }
  // What was chosen to be left aside, now or before, and our own column of errors need no word.
  const aside = table.columns.filter(
    (column) =>
      column.field === null &&
      !column.carriedOut &&
      column.origin === 'guessed' &&
      wordsOf(column.header) !== errorColumnWords,
  )
  const done = table.columns.filter(({ carriedOut }) => carriedOut)
  if (done.length > 0)
    findings.add('warning', place, {
      code: 'column.done',
      message: `${done.length} cột ghi kết quả thực hiện, không phải kế hoạch nên không nhập: ${done
        .map((column) => `${columnLetter(column.column)} “${column.header}”`)
        .join(', ')}. Khi tổng hợp nhiều đơn vị, các cột này được tính là số thực hiện.`,
    })
  if (aside.length > 0)
    findings.add('warning', place, {
      code: 'column.unknown',
      message: `Không nhập ${aside.length} cột không nhận ra: ${aside
        .slice(0, 10)
        .map((column) => `${columnLetter(column.column)} “${column.header}”`)
        .join(', ')}${aside.length > 10 ? '…' : ''}. Chọn trường cho cột nếu cần.`,
    })
  const hiddenColumns = table.columns.filter(
    ({ column, field }) => field !== null && table.hiddenColumns.includes(column),
  )
  if (hiddenColumns.length > 0)
    findings.add('warning', place, {
      code: 'column.hidden',
      message: `${hiddenColumns.length} cột đang ẩn trong Excel vẫn được đọc: ${hiddenColumns
        .map(({ column, header }) => `${columnLetter(column)} “${header}”`)
        .join(', ')}.`,
    })
  const hidden = table.rows.filter((row) => row.hidden).length
  if (hidden > 0)
    findings.add('warning', place, {
      code: 'row.hidden',
      message: `${hidden} dòng đang ẩn hoặc bị lọc trong Excel vẫn được đọc.`,
    })
  const [firstLeftOut] = table.leftOut
  if (firstLeftOut !== undefined)
    findings.add(
      'warning',
      { ...place, row: firstLeftOut },
      {
        code: 'row.underTable',
        message: `Từ dòng ${firstLeftOut} trở xuống nằm dưới phần chữ ký hoặc ghi chú nên không đọc (${table.leftOut.length} dòng có dữ liệu).`,
      },
    )
  if (table.kind === 'establishments' && reader.has('address') && !reader.has('productionAddress'))
    findings.add('warning', place, {
      code: 'address.both',
      message: 'Bảng chỉ có một cột địa chỉ: được ghi cho cả trụ sở và địa điểm sản xuất.',
    })
}

export function sayNothingFound(workbook: RawWorkbook, entries: readonly PreviewSheet[], findings: Findings): void {
  findings.add(
    'error',
    { sheet: workbook.sheets[0]?.name ?? '', row: null, column: null, rowKey: null },
    {
      code: 'sheet.none',
      message:
        entries.length === 0
          ? 'Tệp không có trang tính nào.'
          : `Không có gì để nhập. ${entries.map((entry) => `Trang “${entry.name}”: ${entry.skippedBecause}`).join(' ')}`,
    },
  )
}
