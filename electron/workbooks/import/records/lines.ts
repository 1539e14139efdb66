// What reading lines of any kind has in common: which lines are no record, an amount, a count that must be a year.
import { cleanLine } from '../../../../shared/vietnamese/text'
import { readAmount, settleAmount } from '../amounts'
import { readCount } from '../cells'
import type { SkippedRow } from '../establishments'
import { quoted } from '../findings'
import { figureFields } from '../rules'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { isGroupNumber, namesTotal } from '../words'
import type { EstablishmentFinder, NamedEstablishment } from './establishmentFinder'
import type { Judging, RecordContext, RowDraft } from './recordKind'

/** Lines that are records, and the headings, totals and empty numbers between them. */
export function sortLines(
  reader: TableReader,
  leading: string,
  { rules }: RecordContext,
): { rows: TableRow[]; skipped: SkippedRow[] } {
  const rows: TableRow[] = []
  const skipped: SkippedRow[] = []
  const figures = figureFields(rules, reader.table.kind)
  for (const row of reader.table.rows) {
    const title = titleOfNoRecord(row, leading, rules.totals, figures)
    if (title === null) rows.push(row)
    else skipped.push({ key: rowKeyOf(reader.sheet, row.number), row: row.number, title })
  }
  return { rows, skipped }
}

function titleOfNoRecord(
  row: TableRow,
  leading: string,
  totals: readonly string[],
  figures: ReadonlySet<string>,
): string | null {
  const text = (field: string) => cleanLine(row.fields.get(field)?.[0]?.text ?? '')
  const filled = [...row.fields.keys()].filter((field) => field !== 'order')
  const order = text('order')
  if (filled.length === 0) return order
  const first = text(leading) || order || cleanLine([...row.cells.values()][0]?.text ?? '')
  if (namesTotal(first, totals)) return first
  if (isGroupNumber(order) && filled.every((field) => field === leading || figures.has(field))) return first
  // A text alone on its line, without a number of its own, heads the lines under it.
  const alone = filled.length === 1 && !/^\d+[.)]?$/.test(order)
  return alone ? first : null
}

/** An amount in đồng; null where the cell is empty, unreadable or waits for an answer. */
export function readMoney(reader: TableReader, row: TableRow, field: string): number | null {
  const cells = row.fields.get(field) ?? []
  let sum: number | null = null
  for (const cell of cells) {
    const context = reader.amount(row, field, cell)
    const dong = context === null ? null : settleAmount(readAmount(cell, context), context, null)
    if (dong !== null) sum = (sum ?? 0) + dong
  }
  return sum
}

/** Whether the line says anything in a field's cell. */
export function says(reader: TableReader, row: TableRow, field: string): boolean {
  return reader.line(row, field) !== ''
}

/** '2026', 'Năm 2026', 'KH 2026'; null where the cell is empty or names no year, which is said at the cell. */
export function readYear(reader: TableReader, row: TableRow, field: string): number | null {
  const text = reader.line(row, field)
  if (text === '') return null
  const named = /(?<!\d)((?:19|20|21)\d{2})(?!\d)/.exec(text)?.[1]
  if (named !== undefined) return Number(named)
  const at = reader.at(row, field)
  at.findings.add('error', at.place, {
    code: 'year.unreadable',
    message: `${at.label}: “${text}” không phải một năm. Ghi 4 chữ số, ví dụ 2026.`,
    original: text,
  })
  return null
}

export function readNumber(reader: TableReader, row: TableRow, field: string): number | null {
  return readCount(reader.cell(row, field), reader.at(row, field))
}

/** The line's own year, else the sheet's, else asked once; of a year that cannot be read nothing is asked. */
export function yearOfLine(
  reader: TableReader,
  row: TableRow,
  context: RecordContext,
  question: string,
): number | null {
  if (says(reader, row, 'year')) return readYear(reader, row, 'year')
  return context.year ?? askYear(reader, row, context, question)
}

function askYear(reader: TableReader, row: TableRow, { today }: RecordContext, question: string): number | null {
  const place = { ...reader.at(row, 'year').place, column: null }
  const thisYear = Number(today.slice(0, 4))
  const answer = reader.findings.ask({
    id: `year:${reader.sheet}`,
    message: `Trang “${reader.sheet}” không ghi năm. ${question}`,
    place,
    choices: [1, 0, -1, -2, -3].map((offset) => ({
      value: String(thisYear + offset),
      label: `Năm ${thisYear + offset}`,
    })),
    fallback: null,
  })
  if (answer !== null) return Number(answer)
  reader.findings.add('question', place, {
    code: 'year.unknown',
    message: `Trang “${reader.sheet}”: không thấy năm trong tiêu đề hay cột nào. Chọn năm ở phần câu hỏi.`,
  })
  return null
}

/** The cơ sở a line names, tied where exactly one is meant; else the line stands by the name, which is said. */
export function findEstablishment(
  finder: EstablishmentFinder,
  named: NamedEstablishment,
  draft: RowDraft,
  field: string,
  { findings, placeOf }: Judging,
): number | null {
  const found = finder.find(named)
  if (found.kind === 'one') return found.establishment.id
  const several = found.kind === 'several'
  findings.add('warning', placeOf(draft, field), {
    code: several ? 'establishment.several' : 'establishment.unknown',
    message: several
      ? `Có ${found.count} cơ sở tên ${quoted(named.name)}; dòng này được ghi theo tên, chưa gắn với cơ sở nào. Thêm cột Mã số thuế hoặc Mã cơ sở để gắn.`
      : `${quoted(named.name)} chưa có trong danh sách cơ sở; dòng này được ghi theo tên.`,
    original: named.name,
  })
  return null
}
