// From needs to the draft of a đề án: nothing asked for is lost, nobody benefits twice.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumAmounts, totalOf } from '../../shared/domain/money'
import { draftFromNeeds, type NeedToTake, needMoneyProblems, needsOfSeveralContents } from '../../shared/domain/needs'
import { programmes, supportSource } from '../../shared/domain/projects'

const money = fc.option(fc.integer({ min: 1, max: 1_000_000_000_000 }))
const need: fc.Arbitrary<NeedToTake> = fc
  .record({
    establishmentId: fc.option(fc.integer({ min: 1, max: 4 })),
    asker: fc.constantFrom('HTX A', 'HTX B', 'htx a'),
    contentGroup: fc.constant('ND3' as const),
    subContent: fc.constantFrom(null, 'ND3.advancedMachinery', 'ND3.technologyTransfer'),
    activity: fc.constantFrom('Máy sấy', 'Máy ép', 'x'.repeat(500)),
    totalInvestment: money,
    wishedSupport: money,
  })
  .filter((one) => needMoneyProblems(one).length === 0)

const needs = fc.array(need, { minLength: 1, maxLength: 30 })

describe('a draft from needs', () => {
  it('asks the programme for exactly what was wished, and covers every investment', () => {
    fc.assert(
      fc.property(needs, fc.constantFrom(...programmes), (asked, programme) => {
        const draft = draftFromNeeds(asked, programme, 'Ứng dụng máy móc')
        const sums = sumAmounts(draft.lines.map(({ amounts }) => amounts))
        const wished = asked.reduce((sum, one) => sum + (one.wishedSupport ?? 0), 0)
        const whole = asked.reduce((sum, one) => sum + Math.max(one.totalInvestment ?? 0, one.wishedSupport ?? 0), 0)
        expect(sums[supportSource(programme)]).toBe(wished)
        expect(totalOf(sums)).toBe(whole)
        expect(draft.lines).toHaveLength(asked.length)
      }),
    )
  })

  it('names each asker once, and is a group when there are several', () => {
    fc.assert(
      fc.property(needs, (asked) => {
        const { beneficiaries, kind, name, summary, subContent } = draftFromNeeds(asked, 'local', 'Ứng dụng máy móc')
        const ids = beneficiaries.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))
        expect(new Set(ids)).toEqual(
          new Set(asked.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))),
        )
        expect(ids.length).toBe(new Set(ids).size)
        expect(kind).toBe(beneficiaries.length === 1 ? 'single' : 'group')
        expect(name.startsWith('Hỗ trợ ứng dụng máy móc cho ')).toBe(true)
        expect(summary.length).toBeLessThanOrEqual(3_000)
        expect(new Set(asked.map((one) => one.subContent)).size === 1).toBe(
          subContent !== null || asked.every((one) => one.subContent === null),
        )
      }),
    )
  })

  it('refuses needs of several contents, naming the first stranger', () => {
    const of = (contentGroup: 'ND3' | 'ND4') => ({ contentGroup })
    expect(needsOfSeveralContents([of('ND3'), of('ND3'), of('ND4'), of('ND3')])).toBe(2)
    expect(needsOfSeveralContents([of('ND4'), of('ND4')])).toBeNull()
  })
})
