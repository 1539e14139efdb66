import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimalOf,
  formatDecimal,
  formatInteger,
  numberOf,
  parseDecimal,
  parseLeadingInteger,
  sameDecimal,
} from '../../shared/vietnamese/numbers'

describe('formatting', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [-1234567, '-1.234.567'],
    [9007199254740991n, '9.007.199.254.740.991'],
  ])('integer %s → %s', (value, text) => {
    expect(formatInteger(value)).toBe(text)
  })

  test.each([
    [1234567.89, 2, 0, '1.234.567,89'],
    [7690.5, 2, 2, '7.690,50'],
    [2396.5, 3, 0, '2.396,5'],
    [4170, 1, 1, '4.170,0'],
    [1.005, 2, 0, '1,01'],
    [2.5, 0, 0, '3'],
    [-2.5, 0, 0, '-3'],
    [-0.4, 0, 0, '0'],
    [1e-7, 2, 0, '0'],
    [1e21, 0, 0, '1.000.000.000.000.000.000.000'],
    [99.995, 2, 2, '100,00'],
  ])('%s with %i digits (at least %i) → %s', (value, most, least, text) => {
    expect(formatDecimal(value, most, least)).toBe(text)
  })

  test('refuses what is no number', () => {
    expect(() => formatInteger(1.5)).toThrow(RangeError)
    expect(() => formatDecimal(Number.NaN, 2)).toThrow(RangeError)
  })
})

describe('parseDecimal', () => {
  test.each([
    ['1.234.567,89', 123456789n, 2],
    ['1,234,567.89', 123456789n, 2],
    ['7.690,50', 769050n, 2],
    ['1,850.0', 18500n, 1],
    ['2.350,5', 23505n, 1],
    ['280,5', 2805n, 1],
    ['280.5', 2805n, 1],
    ['1.234,567', 1234567n, 3],
    ['1.234.567', 1234567n, 0],
    ['1,234,567', 1234567n, 0],
    ['1 234 567,8', 12345678n, 1],
    ['1\u00a0150,0', 11500n, 1],
    ['12', 12n, 0],
    ['0,125', 125n, 3],
    ['0.125', 125n, 3],
    ['1234.567', 1234567n, 3],
    ['1234,5', 12345n, 1],
    ['-2.350,5', -23505n, 1],
    ['− 12', -12n, 0],
    ['(1.234.567)', -1234567n, 0],
    ['+5', 5n, 0],
  ])('%s', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ kind: 'value', units, scale })
  })

  test.each([
    '',
    ' ',
    'abc',
    '9 lao động',
    '1.2.3',
    '1,234.567,89',
    '1.23.456',
    '1,,5',
    '.',
    '-',
    '12.',
    '1e5',
    '12 34',
    '1/2',
    '()',
  ])('%j is no number', (text) => {
    expect(parseDecimal(text)).toEqual({ kind: 'none' })
  })

  test('a single group of three digits is left open', () => {
    const readings = [
      { units: 12500n, scale: 0 },
      { units: 12500n, scale: 3 },
    ]
    expect(parseDecimal('12.500')).toEqual({ kind: 'ambiguous', readings })
    expect(parseDecimal('12,500')).toEqual({ kind: 'ambiguous', readings: [...readings].reverse() })
  })

  test('the Vietnamese preference settles the dot, never the comma', () => {
    expect(parseDecimal('1.120', { prefer: 'vietnamese' })).toEqual({ kind: 'value', units: 1120n, scale: 0 })
    expect(parseDecimal('1,850', { prefer: 'vietnamese' }).kind).toBe('ambiguous')
    expect(parseDecimal('7,125', { prefer: 'vietnamese', commaIs: 'decimal' })).toEqual({
      kind: 'value',
      units: 7125n,
      scale: 3,
    })
  })

  test('reads back what was written, in both styles', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 6 }),
        (units, scale) => {
          const written = formatDecimal({ units, scale }, scale, scale)
          const english = written.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
          for (const text of [written, english]) {
            const parsed = parseDecimal(text, { prefer: 'vietnamese', commaIs: 'decimal' })
            const readings = parsed.kind === 'value' ? [parsed] : parsed.kind === 'ambiguous' ? parsed.readings : []
            const singleGroup = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)
            if (text === english && singleGroup) continue
            expect(readings.some((reading) => sameDecimal(reading, { units, scale }))).toBe(true)
            expect(readings).toHaveLength(1)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('agrees with toFixed on what a number shows as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 3 }), (units, scale) => {
        const value = units / 10 ** scale
        const plain = formatDecimal(value, scale, scale).replaceAll('.', '').replace(',', '.')
        expect(Number(plain)).toBe(Number(value.toFixed(scale)))
        expect(numberOf(decimalOf(value))).toBe(value)
      }),
    )
  })
})

describe('parseLeadingInteger', () => {
  test.each([
    ['9 lao động', 9, 'lao động'],
    ['05 cơ sở CNNT', 5, 'cơ sở CNNT'],
    ['1.200 lao động', 1200, 'lao động'],
    ['12', 12, ''],
    ['7lđ', 7, 'lđ'],
    ['15 (trong đó 9 nữ)', 15, '(trong đó 9 nữ)'],
  ])('%s', (text, value, rest) => {
    expect(parseLeadingInteger(text)).toEqual({ value, rest })
  })

  test.each(['lao động', '9-10 lao động', '9,5 công', '9 %', '9e3', '3/4', '', '-5'])(
    '%j is not a whole number of something',
    (text) => {
      expect(parseLeadingInteger(text)).toBeNull()
    },
  )
})
