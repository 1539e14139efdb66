// Reading one cell as a date, a month or a period, in every dress offices give them.
import type { PlainDate, PlainMonth } from '../../../shared/vietnamese/dates'
import { formatDate, monthOf, parseDate, parseMonth } from '../../../shared/vietnamese/dates'
import { fold } from '../../../shared/vietnamese/fold'
import { cleanLine } from '../../../shared/vietnamese/text'
import { type CellReading, isEmptyMark, readLine } from './cells'
import { type DateStyle, swapDayAndMonth } from './dateStyle'
import { quoted } from './findings'
import type { RawCell } from './rawWorkbook'

/** A day. What does not exist is refused at its cell and never moved to another day. */
export function readDate(
  cell: RawCell | undefined,
  reading: CellReading,
  today: PlainDate,
  style: DateStyle = 'dayFirst',
): PlainDate | null {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || isEmptyMark(text)) return null
  const { findings, place, label } = reading
  if (cell.kind === 'date') return cell.text
  if (cell.kind === 'number') return dateFromNumber(cell, reading)
  if (style === 'unknown' && swapDayAndMonth(text) !== null) return null
  const parsed = parseDate(style === 'monthFirst' ? (swapDayAndMonth(text) ?? text) : text)
  switch (parsed.kind) {
    case 'value':
      return parsed.date
    case 'impossible':
      findings.add('error', place, {
        code: 'date.impossible',
        message: `${label}: ngày ${quoted(text)} không có thật. ${parsed.reason}. Chưa ghi gì; sửa ô này theo giấy tờ, hoặc để trống, hoặc bỏ dòng này khi nhập.`,
        original: text,
      })
      return null
    case 'ambiguous': {
      const date =
        [...parsed.readings]
          .sort()
          .reverse()
          .find((one) => one <= today) ??
        parsed.readings[0] ??
        null
      if (date !== null)
        findings.add('warning', place, {
          code: 'date.twoDigitYear',
          message: `${label}: ${quoted(text)} chỉ ghi hai số cuối của năm, được đọc là ${formatDate(date)}. Sửa ô nếu không đúng.`,
          original: text,
          suggested: formatDate(date),
        })
      return date
    }
    case 'none': {
      const inside = dateInside(text)
      if (inside !== null) {
        findings.add('warning', place, {
          code: 'date.inText',
          message: `${label}: lấy ngày ${formatDate(inside)} trong ${quoted(text)}.`,
          original: text,
          suggested: formatDate(inside),
        })
        return inside
      }
      if (/^(?:năm )?(?:19|20)\d{2}$/u.test(text) || parseMonth(text).kind === 'value')
        findings.add('warning', place, {
          code: 'date.incomplete',
          message: `${label}: ${quoted(text)} không đủ ngày, tháng, năm nên để trống. Bổ sung khi có giấy tờ.`,
          original: text,
        })
      else
        findings.add('error', place, {
          code: 'date.unreadable',
          message: `${label}: ${quoted(text)} không đọc được thành ngày. Ghi theo dạng ngày/tháng/năm, ví dụ 05/07/2019, hoặc để trống.`,
          original: text,
        })
      return null
    }
  }
}

/** The one date inside a longer text such as '4700200001 ngày 12/03/2018'. */
function dateInside(text: string): PlainDate | null {
  const found = text.match(/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g) ?? []
  const parsed = found.length === 1 ? parseDate(found[0] ?? '') : null
  return parsed?.kind === 'value' ? parsed.date : null
}

/** A bare number in a date column: a serial whose format was lost, or only a year. */
function dateFromNumber(cell: RawCell, { findings, place, label }: CellReading): PlainDate | null {
  const serial = Number(cell.text)
  if (serial > 20_000 && serial < 80_000) {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
    findings.add('warning', place, {
      code: 'date.serial',
      message: `${label}: ô mất định dạng ngày (còn số ${cell.text}), được đọc là ${formatDate(date)}.`,
      original: cell.text,
      suggested: formatDate(date),
    })
    return date
  }
  findings.add(serial >= 1900 && serial <= 2199 ? 'warning' : 'error', place, {
    code: 'date.incomplete',
    message: `${label}: ${cell.text} không đủ ngày, tháng, năm nên không ghi. Ghi theo dạng ngày/tháng/năm hoặc để trống.`,
    original: cell.text,
  })
  return null
}

/** A month: '01/2022', 'Quý I/2022' at either end, a whole date, or a bare '3' beside the plan's year. */
export function readMonth(
  cell: RawCell | undefined,
  reading: CellReading,
  year: number | null,
  end: 'start' | 'end',
): PlainMonth | null {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || isEmptyMark(text)) return null
  if (cell.kind === 'date') return monthOf(cell.text)
  const month = monthFromText(text, year, end)
  if (month.kind === 'value') return month.month
  reading.findings.add('error', reading.place, {
    code: 'month.unreadable',
    message: `${reading.label}: ${quoted(text)} ${month.kind === 'impossible' ? `không có thật (${month.reason})` : 'không đọc được thành tháng'}. Ghi theo dạng tháng/năm, ví dụ 03/2022, hoặc để trống.`,
    original: text,
  })
  return null
}

type MonthReading =
  | { readonly kind: 'value'; readonly month: PlainMonth }
  | { readonly kind: 'impossible'; readonly reason: string }
  | { readonly kind: 'none' }

function monthFromText(text: string, year: number | null, end: 'start' | 'end'): MonthReading {
  const parsed = parseMonth(text)
  if (parsed.kind !== 'none') return parsed
  const date = parseDate(text)
  if (date.kind === 'value') return { kind: 'value', month: monthOf(date.date) }
  if (date.kind === 'impossible') return date
  const words = fold(text)
  const quarter = /^quy (i{1,3}|iv|[1-4])(?:[/ ]+(?:nam )?(\d{4}))?$/.exec(words)
  if (quarter !== null) {
    const number = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '') + 1 || Number(quarter[1])
    return monthOfYear(end === 'start' ? number * 3 - 2 : number * 3, quarter[2], year)
  }
  const wholeYear = /^(?:nam |ca nam )?(\d{4})$/.exec(words)
  if (wholeYear !== null) return monthOfYear(end === 'start' ? 1 : 12, wholeYear[1], year)
  const bare = /^(?:thang |t)?(\d{1,2})$/.exec(words)
  return bare === null ? { kind: 'none' } : monthOfYear(Number(bare[1]), undefined, year)
}

function monthOfYear(month: number, written: string | undefined, planYear: number | null): MonthReading {
  const year = written === undefined ? planYear : Number(written)
  if (year === null) return { kind: 'none' }
  return parseMonth(`${String(month).padStart(2, '0')}/${year}`)
}

const longestPeriod = 100

/** 'Từ 01/2022 đến 11/2022', '01–11/2022', 'Tháng 3 - tháng 9/2022', 'Quý II-III/2022', 'Năm 2022', 'Cả năm'. */
export function periodFromText(
  text: string,
  year: number | null,
): { readonly start: PlainMonth; readonly end: PlainMonth } | null {
  const line = cleanLine(text).replace(/^(?:từ|dự kiến|trong)\s+/iu, '')
  if (line.length > longestPeriod) return null
  const single = monthFromText(line, year, 'start')
  const singleEnd = monthFromText(line, year, 'end')
  if (single.kind === 'value' && singleEnd.kind === 'value') return { start: single.month, end: singleEnd.month }
  if (/^(?:cả|trong) năm$/iu.test(line) && year !== null) return { start: `${year}-01`, end: `${year}-12` }
  const separators = [...line.matchAll(/\s*(?:đến|tới|->|→|[-–—])\s*/giu)]
  for (const separator of separators) {
    const left = line.slice(0, separator.index)
    const right = line.slice((separator.index ?? 0) + separator[0].length)
    const end = monthFromText(right, year, 'end')
    if (end.kind !== 'value') continue
    const endYear = Number(end.month.slice(0, 4))
    const withQuarter = /^quý/iu.test(left) || !/^quý/iu.test(right) ? left : `quý ${left}`
    const start = monthFromText(withQuarter, endYear, 'start')
    if (start.kind === 'value') return { start: start.month, end: end.month }
  }
  const bareQuarters = /^(quý \S+?)\s*(?:đến|tới|[-–—])\s*(?:quý\s*)?((?:iv|i{1,3}|[1-4])(?:\/\d{4})?)$/iu.exec(line)
  if (bareQuarters !== null) {
    const end = monthFromText(`quý ${bareQuarters[2] ?? ''}`, year, 'end')
    const start = monthFromText(
      bareQuarters[1] ?? '',
      end.kind === 'value' ? Number(end.month.slice(0, 4)) : year,
      'start',
    )
    if (start.kind === 'value' && end.kind === 'value') return { start: start.month, end: end.month }
  }
  return null
}
