// Sums and shares of a đề án, each against another way of computing it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AmountsBySource, fundingSources, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import {
  budgetContradictions,
  budgetTotals,
  flagshipWarnings,
  lineAmount,
  monthsSpanned,
  repaymentContradictions,
  scheduleContradictions,
  shareProblem,
  splitByShares,
  suggestProjectCode,
} from '../../shared/domain/projects'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
const amounts: fc.Arbitrary<AmountsBySource> = fc.record({
  national: amount,
  local: amount,
  counterpart: amount,
  other: amount,
})

describe('sums by source', () => {
  it('agree however they are added: by source, by line, in big integers', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 200 }), (all) => {
        const totals = budgetTotals(all.map((one) => ({ amounts: one })))
        for (const source of fundingSources)
          expect(BigInt(totals[source])).toBe(all.reduce((sum, one) => sum + BigInt(one[source]), 0n))
        expect(totalOf(totals)).toBe(all.map(totalOf).reduce((sum, one) => sum + one, 0))
        expect(supportOf(totals) + totals.counterpart + totals.other).toBe(totalOf(sumAmounts([...all].reverse())))
      }),
    )
  })
})

describe('lineAmount', () => {
  it('is quantity × price to the đồng, half up', () => {
    expect(lineAmount(2500, 10_000_000)).toBe(25_000_000)
    expect(lineAmount(1, 500)).toBe(1)
    expect(lineAmount(1, 499)).toBe(0)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (quantity, price) => {
          const result = BigInt(lineAmount(quantity, price))
          const twice = 2000n * result - 2n * BigInt(quantity) * BigInt(price)
          expect(twice > -1000n && twice <= 1000n).toBe(true)
        },
      ),
    )
  })
})

describe('budgetContradictions', () => {
  const money = (dong: number) => String(dong)
  it('names the line whose sources do not make quantity × price, with the difference', () => {
    const line = {
      content: 'Máy',
      quantityThousandths: 2000,
      unitPrice: 100,
      amounts: { national: 100, local: 0, counterpart: 90, other: 0 },
    }
    const [problem] = budgetContradictions([{ ...line, amounts: { ...line.amounts, counterpart: 100 } }, line], money)
    expect(problem?.path).toBe('budget.1.amounts')
    expect(problem?.message).toContain('lệch 10')
  })

  it('says nothing of a line without quantity or price', () => {
    const line = {
      content: 'Chi',
      quantityThousandths: null,
      unitPrice: null,
      amounts: { national: 5, local: 0, counterpart: 0, other: 0 },
    }
    expect(budgetContradictions([line], money)).toEqual([])
  })
})

describe('shares', () => {
  const share = (shareBasisPoints: number | null) => ({ shareBasisPoints })

  it('are all empty, or make exactly 100 %', () => {
    expect(shareProblem([])).toBeNull()
    expect(shareProblem([share(null), share(null)])).toBeNull()
    expect(shareProblem([share(3333), share(3333), share(3334)])).toBeNull()
    expect(shareProblem([share(5000), share(null)])).toMatch(/mọi đơn vị/)
    expect(shareProblem([share(5000), share(4999)])).toMatch(/99,99 %/)
  })

  it('split an amount without losing a đồng, each part within one đồng of its share', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amount, shares, (whole, parts) => {
        const sum = parts.reduce((total, one) => total + one, 0)
        const split = splitByShares(whole, parts)
        expect(split.reduce((total, one) => total + one, 0)).toBe(sum === 0 ? 0 : whole)
        split.forEach((part, index) => {
          if (sum === 0) return
          const exact = BigInt(whole) * BigInt(parts[index] ?? 0)
          const error = BigInt(part) * BigInt(sum) - exact
          expect(error < BigInt(sum) && error > -BigInt(sum)).toBe(true)
        })
      }),
    )
  })

  it('give three equal beneficiaries of 100.000.000 the odd đồng first', () => {
    expect(splitByShares(100_000_000, [1, 1, 1])).toEqual([33_333_334, 33_333_333, 33_333_333])
  })
})

describe('suggestProjectCode', () => {
  it('takes the next number of its programme and year', () => {
    const taken = ['KCQG-2027-001', 'KCQG-2027-007', 'KCDP-2027-009', 'KCQG-2026-020', 'Đề án cũ']
    expect(suggestProjectCode('national', 2027, taken)).toBe('KCQG-2027-008')
    expect(suggestProjectCode('local', 2027, taken)).toBe('KCDP-2027-010')
    expect(suggestProjectCode('local', 2030, taken)).toBe('KCDP-2030-001')
  })
})

describe('support to be repaid', () => {
  const money = String
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-03-${String(n).padStart(2, '0')}`)
  const plan = fc.record({
    repayments: fc.array(fc.record({ dueOn: day, amount: fc.integer({ min: 1, max: 1_000 }) }), { maxLength: 6 }),
    localSupport: fc.integer({ min: 0, max: 4_000 }),
  })

  it('is refused exactly when days do not go forward or the sum is above the support', () => {
    fc.assert(
      fc.property(plan, ({ repayments, localSupport }) => {
        const problems = repaymentContradictions(
          { programme: 'local', supportMode: 'recoverable', repayments, localSupport },
          money,
        )
        const days = repayments.map((one) => one.dueOn)
        const forward = days.join() === [...new Set(days)].sort().join()
        expect(problems.some((one) => one.path.endsWith('.dueOn'))).toBe(!forward)
        let left = localSupport
        for (const { amount: part } of repayments) left -= part
        expect(problems.some((one) => one.path === 'repayments')).toBe(left < 0)
      }),
    )
  })

  it('belongs to local programmes, and to support with recovery', () => {
    const one = [{ dueOn: '2027-03-01', amount: 1 }]
    const paths = (programme: 'national' | 'local', supportMode: 'grant' | 'recoverable', repayments = one) =>
      repaymentContradictions({ programme, supportMode, repayments, localSupport: 5 }, money).map(({ path }) => path)
    expect(paths('national', 'recoverable')).toEqual(['supportMode'])
    expect(paths('national', 'grant')).toEqual(['repayments'])
    expect(paths('local', 'grant')).toEqual(['repayments'])
    expect(paths('national', 'grant', [])).toEqual([])
    expect(paths('local', 'recoverable')).toEqual([])
  })
})

describe('schedule', () => {
  const month = fc.option(
    fc.integer({ min: 0, max: 47 }).map((n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`),
  )
  const months = fc.record({ startMonth: month, endMonth: month })
  const ordinal = (text: string) => Number(text.replace('-', ''))

  it('is refused exactly when a month is out of order or outside the đề án', () => {
    fc.assert(
      fc.property(fc.array(months, { maxLength: 5 }), months, (steps, project) => {
        const from = ordinal(project.startMonth ?? '0000-00')
        const to = ordinal(project.endMonth ?? '9999-99')
        const right = steps.every(({ startMonth, endMonth }) => {
          const given = [startMonth, endMonth].filter((one) => one !== null).map(ordinal)
          return given.every((one) => one >= from && one <= to) && (given[0] ?? 0) <= (given[1] ?? Infinity)
        })
        expect(scheduleContradictions(steps, project, String).length === 0).toBe(right)
      }),
    )
  })

  it('tells a flagship of one content or of no more than a year, and nobody else', () => {
    const facts = { kind: 'flagship', startMonth: '2027-01', endMonth: '2027-12', steps: 1 } as const
    expect(monthsSpanned('2027-01', '2027-12')).toBe(12)
    expect(flagshipWarnings(facts)).toHaveLength(2)
    expect(flagshipWarnings({ ...facts, endMonth: '2028-01', steps: 2 })).toEqual([])
    expect(flagshipWarnings({ ...facts, kind: 'group' })).toEqual([])
  })
})
