// Sums of published figures against an oracle: real amounts rounded by hand never look like mistakes, mistakes never hide.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSum, roundings, sumWords } from '../../shared/domain/consistency'
import { usableTotals, type YearTotal } from '../../shared/domain/yearTotals'

const million = 1_000_000

describe('the published examples', () => {
  test('99.216 ≠ 5.586 + 20.718 + 62.912: a difference of 10.000, told in words', () => {
    const parts = [5_586 * million, 20_718 * million, 62_912 * million, 0]
    const verdict = checkSum(parts, 99_216 * million, million)
    expect(verdict).toMatchObject({ kind: 'difference', sum: 89_216 * million, difference: 10_000 * million })
    expect(sumWords(parts, verdict, million)).toBe(
      '99.216 ≠ 5.586 + 20.718 + 62.912 = 89.216 (triệu đồng): chênh lệch 10.000. Cần đối chiếu lại nguồn; chương trình không tự sửa.',
    )
  })

  test('11,07 + 37,73 = 48,80 beside 48,79 tỷ: rounding', () => {
    const parts = [11_070 * million, 37_730 * million]
    const verdict = checkSum(parts, 48_790 * million, 10 * million)
    expect(verdict.kind).toBe('rounding')
    expect(sumWords(parts, verdict, 10 * million)).toBe(
      '48,79 ≠ 11,07 + 37,73 = 48,8 (tỷ đồng): chênh lệch 0,01, do làm tròn.',
    )
  })
})

describe('rounding', () => {
  const unit = fc.constantFrom(...roundings.filter((one) => one > 1))
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 8 })
  const rounded = (value: number, to: number) => Math.round(value / to) * to

  test('of true parts and their true total is never called a mistake', () => {
    fc.assert(
      fc.property(amounts, unit, (parts, to) => {
        // A part that rounds away to nothing cannot be told from one that was nothing.
        const large = parts.map((part) => part + to)
        const total = large.reduce((sum, part) => sum + part, 0)
        const verdict = checkSum(
          large.map((part) => rounded(part, to)),
          rounded(total, to),
          to,
        )
        expect(verdict.kind).not.toBe('difference')
      }),
    )
  })

  test('cannot explain more than half a unit a figure; what is exact has no rounding', () => {
    fc.assert(
      fc.property(amounts, unit, fc.integer({ min: 1, max: 1_000 }), (parts, to, more) => {
        const sum = parts.reduce((all, part) => all + part, 0)
        const beyond = ((parts.length + 1) * to) / 2 + more
        expect(checkSum(parts, sum + beyond, to)).toMatchObject({ kind: 'difference', difference: beyond })
        expect(checkSum(parts, sum + more, 1).kind).toBe('difference')
        expect(checkSum(parts, sum, to)).toMatchObject({ kind: 'agrees', difference: 0 })
      }),
    )
  })
})

describe('published totals in a review', () => {
  const total = (fromYear: number, toYear: number, scope: YearTotal['scope'] = 'both'): YearTotal => ({
    fromYear,
    toYear,
    scope,
    projects: 1,
    amounts: { national: million, local: 0, counterpart: 0, other: 0 },
    published: million,
    roundedTo: million,
    source: 'báo cáo',
  })
  const stretch = fc
    .tuple(fc.integer({ min: 2010, max: 2024 }), fc.integer({ min: 0, max: 6 }))
    .map(([from, more]) => [from, from + more] as const)
  const anyTotal = fc
    .tuple(stretch, fc.constantFrom('national', 'local', 'both'))
    .map(([[from, to], scope]) => total(from, to, scope))

  test('never tell one year of one programme twice, nor a year the file tells itself', () => {
    fc.assert(
      fc.property(
        fc.array(anyTotal, { maxLength: 8 }),
        stretch,
        fc.integer({ min: 2010, max: 2031 }),
        (totals, [first, last], recordedFrom) => {
          const { used, findings } = usableTotals(
            totals,
            { first, last },
            (year) => year >= recordedFrom,
            () => 'x',
          )
          const told = new Map<string, number>()
          for (const one of used)
            for (let year = one.fromYear; year <= one.toYear; year += 1)
              for (const programme of one.scope === 'both' ? ['national', 'local'] : [one.scope]) {
                const key = `${year} ${programme}`
                told.set(key, (told.get(key) ?? 0) + 1)
                expect(year).toBeLessThan(recordedFrom)
                expect(year).toBeGreaterThanOrEqual(first)
                expect(year).toBeLessThanOrEqual(last)
              }
          expect([...told.values()].every((times) => times === 1)).toBe(true)
          const touching = totals.filter((one) => one.toYear >= first && one.fromYear <= last)
          expect(used.length + findings.length).toBe(touching.length)
        },
      ),
    )
  })
})
