// What each beneficiary gets, against the totals added up another way in big integers.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lineOwnerProblems,
  type OwnedLine,
  remapOwners,
  sharesBesideLines,
  splitByBeneficiary,
  sumOfParts,
} from '../../shared/domain/beneficiarySplit'
import { type AmountsBySource, fundingSources, noAmounts, supportOf } from '../../shared/domain/money'
import { budgetTotals, splitByShares } from '../../shared/domain/projects'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
const amounts: fc.Arbitrary<AmountsBySource> = fc.record({
  national: amount,
  local: amount,
  counterpart: amount,
  other: amount,
})
const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 }).map((weights) => {
  const whole = weights.reduce((sum, one) => sum + one, 0) === 0 ? weights.map(() => 1) : weights
  return splitByShares(10_000, whole)
})
const named = (share: readonly (number | null)[]) =>
  share.map((shareBasisPoints, index) => ({ name: `Cơ sở ${index + 1}`, shareBasisPoints }))

describe('splitByBeneficiary', () => {
  it('by shares: every source and every row adds up, and nobody is off by a whole đồng', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 20 }), shares, (all, parts) => {
        const lines = all.map((one): OwnedLine => ({ amounts: one, beneficiary: '' }))
        const split = splitByBeneficiary(lines, named(parts))
        if (split === null) throw new Error('shares say who gets what')
        expect(split.by).toBe('shares')
        expect(sumOfParts(split)).toEqual(budgetTotals(lines))
        for (const source of fundingSources) {
          const total = all.reduce((sum, one) => sum + BigInt(one[source]), 0n)
          expect(split.parts.reduce((sum, part) => sum + BigInt(part.amounts[source]), 0n)).toBe(total)
          split.parts.forEach((part, index) => {
            const gap = BigInt(part.amounts[source]) * 10_000n - total * BigInt(parts[index] ?? 0)
            expect(gap > -10_000n && gap < 10_000n).toBe(true)
          })
        }
      }),
    )
  })

  it('by lines: each its own, the rest common, and both ways of adding agree', () => {
    const owned = fc.record({ amounts, beneficiary: fc.constantFrom('', 'Cơ sở 1', 'Cơ sở 2', 'Cơ sở 3', 'Cơ sở 4') })
    fc.assert(
      fc.property(fc.array(owned, { minLength: 1, maxLength: 30 }), (lines) => {
        const split = splitByBeneficiary(lines, named([null, null, null, null]))
        const own = lines.filter((line) => line.beneficiary !== '')
        if (own.every((line) => Object.values(line.amounts).every((value) => value === 0))) {
          expect(split).toBeNull()
          return
        }
        if (split === null) throw new Error('lines say who gets what')
        expect(sumOfParts(split)).toEqual(budgetTotals(lines))
        expect(split.common).toEqual(budgetTotals(lines.filter((line) => line.beneficiary === '')))
        const given = split.parts.map((part) => supportOf(part.amounts))
        const percent = split.parts.reduce((sum, part) => sum + part.shareBasisPoints, 0)
        expect(percent).toBe(given.every((value) => value === 0) ? 0 : 10_000)
      }),
    )
  })

  it('says nothing while neither lines nor shares say anything', () => {
    const line: OwnedLine = { amounts: { ...noAmounts, local: 100 }, beneficiary: '' }
    expect(splitByBeneficiary([line], named([null, null]))).toBeNull()
    expect(splitByBeneficiary([line], named([10_000, null]))).toBeNull()
    expect(splitByBeneficiary([line], [])).toBeNull()
  })

  it('names the shares that say something else than the lines', () => {
    const line = (place: number, local: number): OwnedLine => ({
      amounts: { ...noAmounts, local },
      beneficiary: `Cơ sở ${place}`,
    })
    const beneficiaries = named([3_333, 6_667])
    const split = splitByBeneficiary([line(1, 100), line(2, 200)], beneficiaries)
    if (split === null) throw new Error('lines say who gets what')
    expect(sharesBesideLines(split, beneficiaries)).toEqual([])
    expect(sharesBesideLines(split, named([5_000, 5_000]))).toEqual([
      { name: 'Cơ sở 1', typed: 5_000, byLines: 3_333 },
      { name: 'Cơ sở 2', typed: 5_000, byLines: 6_667 },
    ])
  })
})

describe('remapOwners', () => {
  it('lets each line follow its beneficiary, whatever its place; whose is gone becomes common', () => {
    const before = [1, 2, 3].map((id) => ({ establishmentId: id, name: `Cơ sở ${id}` }))
    const after = [
      { establishmentId: 3, name: 'Cơ sở 3' },
      { establishmentId: 1, name: 'Cơ sở 1 mới' },
    ]
    const lines = ['Cơ sở 1', 'Cơ sở 2', 'Cơ sở 3', ''].map((beneficiary) => ({ beneficiary }))
    expect(remapOwners(lines, before, after).map((one) => one.beneficiary)).toEqual(['Cơ sở 1 mới', '', 'Cơ sở 3', ''])
  })
})

describe('lineOwnerProblems', () => {
  it('refuses whom nobody named, and a name that stands twice', () => {
    const names = ['A', 'B', 'B'].map((name) => ({ name }))
    const paths = (...owners: string[]) =>
      lineOwnerProblems(
        owners.map((beneficiary) => ({ beneficiary })),
        names,
      ).map(({ path }) => path)
    expect(paths('', 'A', 'C', 'B')).toEqual(['budget.2.beneficiary', 'budget.3.beneficiary'])
  })
})
