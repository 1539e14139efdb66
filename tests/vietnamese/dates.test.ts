import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dateInWords,
  daysBetween,
  formatDate,
  formatMonth,
  isPlainDate,
  isPlainMonth,
  lastDayOf,
  parseDate,
  parseMonth,
} from '../../shared/vietnamese/dates'

// The independent calendar: JavaScript's own, in UTC.
const DAY = 86_400_000
const anyDay = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2199, 11, 31) / DAY })
const plainDateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

describe('parseDate', () => {
  test.each([
    ['12/03/2018', '2018-03-12'],
    ['5/7/2019', '2019-07-05'],
    ['2017-10-20', '2017-10-20'],
    ['2017/10/20', '2017-10-20'],
    ['01-02-2020', '2020-02-01'],
    ['01.02.2020', '2020-02-01'],
    [' 20 / 10 / 2017 ', '2017-10-20'],
    ['29/02/2024', '2024-02-29'],
    ['ngày 05 tháng 01 năm 2027', '2027-01-05'],
    ['Ngày 15/08/2016', '2016-08-15'],
    ['2017-10-20T00:00:00.000Z', '2017-10-20'],
    ['20/10/2017 00:00:00', '2017-10-20'],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toEqual({ kind: 'value', date })
  })

  test.each([
    ['31/02/2021', 'Tháng 2 năm 2021 chỉ có 28 ngày'],
    ['29/02/2100', 'Tháng 2 năm 2100 chỉ có 28 ngày'],
    ['31/04/2020', 'Tháng 4 năm 2020 chỉ có 30 ngày'],
    ['03/13/2018', 'Không có tháng 13 (phải viết ngày trước, tháng sau)'],
    ['00/01/2020', 'Không có ngày 0'],
    ['01/00/2020', 'Không có tháng 0'],
    ['12/03/0218', 'Năm 218 không hợp lý'],
    ['12/03/20188', 'Năm 20188 không hợp lý'],
    ['31/02/21', 'Tháng 2 năm 1921 chỉ có 28 ngày'],
  ])('%s is impossible: %s', (text, reason) => {
    expect(parseDate(text)).toEqual({ kind: 'impossible', reason })
  })

  test('a year of two digits is not guessed', () => {
    expect(parseDate('12/03/18')).toEqual({ kind: 'ambiguous', readings: ['1918-03-12', '2018-03-12'] })
    expect(parseDate('29/02/00')).toEqual({ kind: 'ambiguous', readings: ['2000-02-29'] })
  })

  test.each(['', '2018', '12/2018', 'chưa cấp', '12/03-2018', '1/2/3/2018', '20171020'])('%j is no date', (text) => {
    expect(parseDate(text)).toEqual({ kind: 'none' })
  })

  test('reads back every day it wrote', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = plainDateOf(day)
        const value = { kind: 'value', date }
        expect(parseDate(formatDate(date))).toEqual(value)
        expect(parseDate(dateInWords(date))).toEqual(value)
        expect(parseDate(date)).toEqual(value)
      }),
    )
  })

  test('knows exactly the days the calendar knows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year
          expect(parseDate(`${day}/${month}/${year}`).kind).toBe(exists ? 'value' : 'impossible')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('parseMonth', () => {
  test.each([
    ['01/2022', '2022-01'],
    ['3/2022', '2022-03'],
    ['tháng 3/2022', '2022-03'],
    ['Tháng 12 năm 2022', '2022-12'],
    ['T3/2022', '2022-03'],
    ['11-2022', '2022-11'],
    ['2022-03', '2022-03'],
  ])('%s', (text, month) => {
    expect(parseMonth(text)).toEqual({ kind: 'value', month })
  })

  test('says what is wrong', () => {
    expect(parseMonth('13/2022')).toEqual({ kind: 'impossible', reason: 'Không có tháng 13' })
    expect(parseMonth('01/1022')).toEqual({ kind: 'impossible', reason: 'Năm 1022 không hợp lý' })
    expect(parseMonth('2022')).toEqual({ kind: 'none' })
    expect(parseMonth('01/03/2022')).toEqual({ kind: 'none' })
  })
})

describe('formatting', () => {
  test('tables', () => {
    expect(formatDate('2027-01-05')).toBe('05/01/2027')
    expect(formatMonth('2022-03')).toBe('03/2022')
  })

  test.each([
    ['2027-01-05', 'ngày 05 tháng 01 năm 2027'],
    ['2027-02-15', 'ngày 15 tháng 02 năm 2027'],
    ['2027-03-09', 'ngày 09 tháng 3 năm 2027'],
    ['2027-10-30', 'ngày 30 tháng 10 năm 2027'],
  ])('%s → %s', (date, words) => {
    expect(dateInWords(date)).toBe(words)
  })

  test('refuses what is no date', () => {
    expect(() => formatDate('2021-02-31')).toThrow(RangeError)
    expect(() => formatMonth('2021-13')).toThrow(RangeError)
  })
})

describe('calendar', () => {
  test('addDays and daysBetween agree with an independent calendar', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(plainDateOf(from), plainDateOf(to))).toBe(to - from)
        expect(addDays(plainDateOf(from), to - from)).toBe(plainDateOf(to))
      }),
      { numRuns: 5000 },
    )
  })

  test('every day of the range follows the day before it', () => {
    const last = Date.UTC(2199, 11, 31) / DAY
    for (let day = Date.UTC(1900, 0, 1) / DAY; day < last; day += 1) {
      if (addDays(plainDateOf(day), 1) !== plainDateOf(day + 1))
        expect(plainDateOf(day)).toBe('followed by the next day')
    }
  })

  test('a day outside the range is refused', () => {
    expect(() => addDays('2199-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('2020-01-01', 0.5)).toThrow(RangeError)
  })

  test('last days', () => {
    expect(lastDayOf('2024-02')).toBe('2024-02-29')
    expect(lastDayOf('2025-04')).toBe('2025-04-30')
  })

  test('isPlainDate and isPlainMonth', () => {
    expect(isPlainDate('2024-02-29')).toBe(true)
    expect(isPlainDate('2023-02-29')).toBe(false)
    expect(isPlainDate('2023-2-9')).toBe(false)
    expect(isPlainMonth('2023-12')).toBe(true)
    expect(isPlainMonth('2023-00')).toBe(false)
  })
})
