// Dates and months as plain text ('2027-01-05', '2027-01'): a day on paper has no time zone, so none can shift it.
import { cleanLine } from './text'

/** 'YYYY-MM-DD' */
export type PlainDate = string
/** 'YYYY-MM' */
export type PlainMonth = string

export type ParsedDate =
  | { readonly kind: 'value'; readonly date: PlainDate }
  | { readonly kind: 'impossible'; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly PlainDate[] }
  | { readonly kind: 'none' }

export type ParsedMonth =
  | { readonly kind: 'value'; readonly month: PlainMonth }
  | { readonly kind: 'impossible'; readonly reason: string }
  | { readonly kind: 'none' }

// Outside these years a date on an office's paper is a slip of the keyboard ("0218", "20222").
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

export function isPlainDate(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && whyNoDay(Number(match[1]), Number(match[2]), Number(match[3])) === null
}

export function isPlainMonth(text: string): text is PlainMonth {
  const match = /^(\d{4})-(\d{2})$/.exec(text)
  return match !== null && whyNoMonth(Number(match[1]), Number(match[2])) === null
}

/** Reads a date, day before month as Vietnamese write it. A date that does not exist is said, never moved to another day. */
export function parseDate(text: string): ParsedDate {
  const line = dropTime(cleanLine(text).toLowerCase()).replace(/^ngày /, '')
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(line)
  if (yearFirst !== null) return settleDate(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))

  const dayFirst =
    /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{2,5})$/.exec(line) ??
    /^(\d{1,2})( )tháng (\d{1,2}) năm (\d{2,5})$/.exec(line)
  const [day, month, year] = [dayFirst?.[1], dayFirst?.[3], dayFirst?.[4]]
  if (day === undefined || month === undefined || year === undefined) return { kind: 'none' }
  if (year.length !== 2) return settleDate(Number(year), Number(month), Number(day))

  const readings = [1900, 2000].map((century) => settleDate(century + Number(year), Number(month), Number(day)))
  const dates = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.date] : []))
  const [first] = readings
  return dates.length > 0 || first === undefined ? { kind: 'ambiguous', readings: dates } : first
}

/** Reads a month: "03/2022", "tháng 3/2022", "tháng 3 năm 2022", "T3/2022", "2022-03". */
export function parseMonth(text: string): ParsedMonth {
  const line = cleanLine(text).toLowerCase()
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(line)
  const monthFirst = /^(?:tháng |tháng|t\.? ?)?(\d{1,2})(?: ?[-/.] ?| năm )(\d{4})$/.exec(line)
  const [year, month] = yearFirst !== null ? [yearFirst[1], yearFirst[2]] : [monthFirst?.[2], monthFirst?.[1]]
  if (year === undefined || month === undefined) return { kind: 'none' }
  const reason = whyNoMonth(Number(year), Number(month))
  return reason === null
    ? { kind: 'value', month: `${pad(Number(year), 4)}-${pad(Number(month), 2)}` }
    : { kind: 'impossible', reason }
}

/** dd/MM/yyyy */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`
}

/** MM/yyyy */
export function formatMonth(month: PlainMonth): string {
  const { year, month: number } = partsOf(`${month}-01`)
  return `${pad(number, 2)}/${pad(year, 4)}`
}

/** As documents write it: days below 10 and the months 1 and 2 with a leading zero, the other months without. */
export function dateInWords(date: PlainDate): string {
  const { year, month, day } = partsOf(date)
  return `ngày ${pad(day, 2)} tháng ${month <= 2 ? pad(month, 2) : month} năm ${year}`
}

export function yearOf(date: PlainDate | PlainMonth): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
  return dateOfDayNumber(dayNumberOf(date) + days)
}

/** Days from `start` to `end`; negative when `end` comes first. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return dayNumberOf(end) - dayNumberOf(start)
}

export function lastDayOf(month: PlainMonth): PlainDate {
  const { year, month: number } = partsOf(`${month}-01`)
  return `${month}-${pad(daysInMonth(year, number), 2)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function settleDate(year: number, month: number, day: number): ParsedDate {
  const reason = whyNoDay(year, month, day)
  if (reason !== null) return { kind: 'impossible', reason }
  return { kind: 'value', date: plainDate(year, month, day) }
}

function whyNoDay(year: number, month: number, day: number): string | null {
  const noMonth = whyNoMonth(year, month)
  if (noMonth !== null) {
    const swapped = month > 12 && month <= 31 && day >= 1 && day <= 12
    return swapped ? `${noMonth} (phải viết ngày trước, tháng sau)` : noMonth
  }
  const days = daysInMonth(year, month)
  if (day >= 1 && day <= days) return null
  return day < 1 ? 'Không có ngày 0' : `Tháng ${month} năm ${year} chỉ có ${days} ngày`
}

function whyNoMonth(year: number, month: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return `Năm ${year} không hợp lý`
  return month >= 1 && month <= 12 ? null : `Không có tháng ${month}`
}

function dropTime(line: string): string {
  return line.replace(/(?<=\d)(?: |t)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$/, '')
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  if (!isPlainDate(date)) throw new RangeError(`not a date: ${date}`)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function plainDate(year: number, month: number, day: number): PlainDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

// Years counted from 1 March put the leap day last, so that the length of the months before any day is one formula.
function dayNumberOf(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const marchMonth = (month + 9) % 12
  return startOfMarchYear(marchYear) + Math.floor((153 * marchMonth + 2) / 5) + day
}

function dateOfDayNumber(dayNumber: number): PlainDate {
  // The mean length of a year points at the right one or its neighbour: begin above and step down.
  let marchYear = Math.floor(dayNumber / 365.2425) + 1
  while (startOfMarchYear(marchYear) >= dayNumber) marchYear -= 1
  const left = dayNumber - startOfMarchYear(marchYear)
  const marchMonth = Math.floor((5 * (left - 1) + 2) / 153)
  const day = left - Math.floor((153 * marchMonth + 2) / 5)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const date = plainDate(month <= 2 ? marchYear + 1 : marchYear, month, day)
  if (!isPlainDate(date)) throw new RangeError(`date out of range: ${date}`)
  return date
}

function startOfMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}
