// Which of day and month a column of dates typed as text writes first: asked once a column, and only where a cell proves that
// the Vietnamese order cannot be meant everywhere.

import { parseDate } from '../../../shared/vietnamese/dates'
import { quoted } from './findings'
import { columnLetter, type RawCell } from './rawWorkbook'
import type { TableReader } from './tableReader'

/** 'unknown' while the user has not said. */
export type DateStyle = 'dayFirst' | 'monthFirst' | 'unknown'

const threeNumbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/

/** '12/25/2018' → '25/12/2018'; null for what is not three numbers. */
export function swapDayAndMonth(text: string): string | null {
  const match = threeNumbers.exec(text.trim())
  if (match === null) return null
  const [, first = '', mark = '', second = '', year = ''] = match
  return `${second}${mark}${first}${mark}${year}`
}

/** Days that exist only with the month written first. */
function provesMonthFirst(cell: RawCell): boolean {
  if (cell.kind !== 'text') return false
  const swapped = swapDayAndMonth(cell.text)
  return swapped !== null && parseDate(cell.text.trim()).kind !== 'value' && parseDate(swapped).kind === 'value'
}

/** Without such a proof day comes first, as everywhere in Viet Nam, and nothing is asked. */
export function askDateStyle(reader: TableReader, field: string, column: number): DateStyle {
  const cells = reader.table.rows.flatMap((row) => {
    const cell = row.cells.get(column)
    return cell === undefined ? [] : [{ row, cell }]
  })
  const proofs = cells.filter(({ cell }) => provesMonthFirst(cell))
  const [first] = proofs
  // A single date says nothing of a column's style: there it is a slip.
  if (first === undefined || cells.filter(({ cell }) => threeNumbers.test(cell.text.trim())).length < 2)
    return 'dayFirst'
  const against = cells.some(
    ({ cell }) =>
      cell.kind === 'text' &&
      parseDate(cell.text.trim()).kind === 'value' &&
      parseDate(swapDayAndMonth(cell.text) ?? '').kind !== 'value',
  )
  const at = reader.at(first.row, field, first.cell)
  const letter = columnLetter(column)
  const answer = reader.findings.ask({
    id: `dates:${reader.sheet}!${letter}`,
    message: `Cột ${letter} (${at.label}) trang “${reader.sheet}” có ngày như ${quoted(first.cell.text)}. Trong cột này ngày hay tháng viết trước?`,
    place: at.place,
    choices: [
      { value: 'dayFirst', label: 'Ngày trước (ngày/tháng/năm); ô không đúng thì báo lỗi' },
      { value: 'monthFirst', label: 'Tháng trước (tháng/ngày/năm)' },
    ],
    // Where both orders are proved, one of them is a mistake: nobody but the user knows which.
    fallback: against ? 'dayFirst' : null,
  })
  if (answer === null)
    reader.findings.add('question', at.place, {
      code: 'date.style',
      message: `${at.label}: chưa rõ ngày hay tháng viết trước ở cột ${letter}. Trả lời ở phần câu hỏi.`,
      original: first.cell.text,
    })
  if (answer === null) return 'unknown'
  return answer === 'monthFirst' ? 'monthFirst' : 'dayFirst'
}
