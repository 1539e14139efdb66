// The stretch of time a report speaks of, how offices name it, and the same stretch before it.
import { addDays, daysInMonth, formatDate, isPlainDate, lastDayOf, type PlainDate, yearOf } from '../vietnamese/dates'
import { assertNever } from './assertNever'

export type ReportPeriod =
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  /** Of the first or of the second half. */
  | { readonly kind: 'sixMonths'; readonly year: number; readonly half: number }
  | { readonly kind: 'nineMonths'; readonly year: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'days'; readonly from: PlainDate; readonly to: PlainDate }

export const periodKinds = ['month', 'quarter', 'sixMonths', 'nineMonths', 'year', 'years', 'days'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

function months(year: number, first: number, last: number): Days {
  const two = (month: number) => String(month).padStart(2, '0')
  return { from: `${year}-${two(first)}-01`, to: lastDayOf(`${year}-${two(last)}`) }
}

export function daysOf(period: ReportPeriod): Days {
  switch (period.kind) {
    case 'month':
      return months(period.year, period.month, period.month)
    case 'quarter':
      return months(period.year, period.quarter * 3 - 2, period.quarter * 3)
    case 'sixMonths':
      return months(period.year, period.half * 6 - 5, period.half * 6)
    case 'nineMonths':
      return months(period.year, 1, 9)
    case 'year':
      return months(period.year, 1, 12)
    case 'years':
      return { from: `${period.from}-01-01`, to: `${period.to}-12-31` }
    case 'days':
      return { from: period.from, to: period.to }
    default:
      return assertNever(period, 'Every period has its days')
  }
}

/** The years whose plans the period touches. */
export function planYearsOf(period: ReportPeriod): { readonly first: number; readonly last: number } {
  const { from, to } = daysOf(period)
  return { first: yearOf(from), last: yearOf(to) }
}

export function yearsIn({ first, last }: { readonly first: number; readonly last: number }): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

const roman = ['I', 'II', 'III', 'IV'] as const

/** As titles and sentences name it: "6 tháng đầu năm 2026", "giai đoạn 2016–2020". */
export function periodWords(period: ReportPeriod): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${period.month} năm ${period.year}`
    case 'quarter':
      return `quý ${roman[period.quarter - 1] ?? period.quarter} năm ${period.year}`
    case 'sixMonths':
      return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${period.year}`
    case 'nineMonths':
      return `9 tháng đầu năm ${period.year}`
    case 'year':
      return `năm ${period.year}`
    case 'years':
      return period.from === period.to ? `năm ${period.from}` : `giai đoạn ${period.from}–${period.to}`
    case 'days':
      return `từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}`
    default:
      return assertNever(period, 'Every period has its name')
  }
}

/** The same day so many years earlier; the 29th of February becomes the 28th. */
export function yearsBefore(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) - years
  const month = Number(date.slice(5, 7))
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${year}${date.slice(4, 8)}${String(day).padStart(2, '0')}`
}

/** By how many years cùng kỳ lies before: one, or as many as the period has. */
export function samePeriodShift(period: ReportPeriod): number {
  const { first, last } = planYearsOf(period)
  return period.kind === 'years' || period.kind === 'days' ? Math.max(1, last - first + (last > first ? 1 : 0)) : 1
}

export function samePeriodOf(period: ReportPeriod): ReportPeriod {
  const shift = samePeriodShift(period)
  if (period.kind === 'years') return { ...period, from: period.from - shift, to: period.to - shift }
  if (period.kind === 'days')
    return { ...period, from: yearsBefore(period.from, shift), to: yearsBefore(period.to, shift) }
  return { ...period, year: period.year - 1 }
}

export function dayBefore(date: PlainDate): PlainDate {
  return addDays(date, -1)
}

/** Null: it can be reported on. Only stretches that a person gives two ends of can be wrong. */
export function periodProblem(period: ReportPeriod): string | null {
  if (period.kind !== 'years' && period.kind !== 'days') return null
  if (period.kind === 'days' && !(isPlainDate(period.from) && isPlainDate(period.to))) return null
  if (period.to < period.from) return 'Kỳ kết thúc trước khi bắt đầu.'
  const { first, last } =
    period.kind === 'years'
      ? { first: period.from, last: period.to }
      : { first: yearOf(period.from), last: yearOf(period.to) }
  return last - first > 30 ? 'Kỳ báo cáo dài nhất là 30 năm.' : null
}
