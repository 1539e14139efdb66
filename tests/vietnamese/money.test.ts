import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMoneyUnit, formatMoney, type MoneyUnit, parseMoney, unitLabel } from '../../shared/vietnamese/money'

describe('formatMoney', () => {
  test.each<[number, MoneyUnit, string]>([
    [300_000_000, 'dong', '300.000.000'],
    [2_396_500_000, 'million', '2.396,5'],
    [700_000_000, 'million', '700'],
    [1_250_500, 'thousand', '1.250,5'],
    [48_790_000_000, 'billion', '48,79'],
    [-500, 'dong', '-500'],
    [1, 'million', '0,000001'],
  ])('%i in %s → %s', (dong, unit, text) => {
    expect(formatMoney(dong, unit)).toBe(text)
  })

  test('rounds only when told to', () => {
    expect(formatMoney(1_234_567_890, 'million', 1)).toBe('1.234,6')
    expect(formatMoney(1_234_567_890, 'million', 0)).toBe('1.235')
  })

  test('refuses half a đồng', () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError)
  })
})

describe('parseMoney', () => {
  test.each<[string | number, MoneyUnit, number]>([
    ['2.350,5', 'million', 2_350_500_000],
    ['1,850.0', 'million', 1_850_000_000],
    ['1.150,0', 'million', 1_150_000_000],
    [280.5, 'million', 280_500_000],
    [776.5, 'million', 776_500_000],
    [0.1 + 0.2, 'million', 300_000],
    [4100, 'million', 4_100_000_000],
    ['300 triệu', 'dong', 300_000_000],
    ['1,2 tỷ đồng', 'million', 1_200_000_000],
    ['500.000.000 đ', 'million', 500_000_000],
    ['300tr', 'dong', 300_000_000],
    ['1 tỷ 200 triệu', 'dong', 1_200_000_000],
    ['1 tỷ, 200tr đồng', 'million', 1_200_000_000],
    ['2 triệu 500 nghìn đồng', 'dong', 2_500_000],
    ['12 tỷ và 5,5 triệu', 'dong', 12_005_500_000],
    ['12.500', 'dong', 12_500],
    ['12,500', 'dong', 12_500],
    ['-1,5', 'million', -1_500_000],
    [0, 'million', 0],
    ['-0', 'dong', 0],
  ])('%j in %s', (input, unit, dong) => {
    expect(parseMoney(input, unit)).toEqual({ kind: 'value', dong })
  })

  test('leaves open what can be read in two ways in whole đồng', () => {
    expect(parseMoney('1.120', 'million')).toEqual({ kind: 'ambiguous', readings: [1_120_000_000, 1_120_000] })
    expect(parseMoney('1.120', 'million', { prefer: 'vietnamese' })).toEqual({ kind: 'value', dong: 1_120_000_000 })
  })

  test('says when it is not a whole đồng', () => {
    expect(parseMoney('1,5', 'dong')).toEqual({ kind: 'fraction' })
    expect(parseMoney('0,0000001', 'million')).toEqual({ kind: 'fraction' })
    expect(parseMoney(0.5, 'dong')).toEqual({ kind: 'fraction' })
  })

  test.each(['', 'chưa rõ', 'triệu', '12 bộ', Number.NaN, Number.POSITIVE_INFINITY, '99999999999999999999'])(
    '%j is no amount',
    (input) => {
      expect(parseMoney(input, 'dong')).toEqual({ kind: 'none' })
    },
  )

  test('reads back every amount it wrote, in every unit', () => {
    const units: MoneyUnit[] = ['dong', 'thousand', 'million', 'billion']
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...units), (dong, unit) => {
        const options = { prefer: 'vietnamese', commaIs: 'decimal' } as const
        expect(parseMoney(formatMoney(dong, unit), unit, options)).toEqual({ kind: 'value', dong })
        expect(parseMoney(`${formatMoney(dong, unit)} ${unitLabel(unit)}`, 'dong', options)).toEqual({
          kind: 'value',
          dong,
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('findMoneyUnit', () => {
  test.each<[string, MoneyUnit | null]>([
    ['ĐVT: Triệu đồng', 'million'],
    ['Đơn vị tính: Nghìn đồng', 'thousand'],
    ['Doanh thu năm trước (triệu đồng)', 'million'],
    ['Kinh phí (tr.đ)', 'million'],
    ['Kinh phí (trđ)', 'million'],
    ['(nghìn đồng)', 'thousand'],
    ['ngàn đồng', 'thousand'],
    ['Đơn vị: 1.000 đ', 'thousand'],
    ['1000 đồng', 'thousand'],
    ['Đơn vị: 1.000.000 đồng', 'million'],
    ['Tổng mức (tỷ đồng)', 'billion'],
    ['ĐVT: tỉ đồng', 'billion'],
    ['Số tiền (đồng)', 'dong'],
    ['ĐVT: đồng', 'dong'],
    ['Đơn vị tính: VNĐ', 'dong'],
    ['Đồng', 'dong'],
    ['DVT: Trieu dong', 'million'],
    ['ĐVT: Triệu đồng'.normalize('NFD'), 'million'],
    ['Số lao động', null],
    ['Giá trị hợp đồng', null],
    ['Hợp đồng số 12', null],
    ['Hội đồng thẩm định', null],
    ['Tỉnh Đồng Nai', null],
    ['Tỷ lệ (%)', null],
    ['', null],
  ])('%s → %s', (text, unit) => {
    expect(findMoneyUnit(text)).toBe(unit)
  })
})
