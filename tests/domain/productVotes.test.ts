// The rules of voting against an oracle of their own: days counted one by one, points added by hand.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadVoteRules } from '../../electron/activities/voteRules'
import {
  certificateState,
  heldUntil,
  pointsOf,
  productContradictions,
  productWarnings,
  roundWarnings,
  scoreOf,
  type VotedProduct,
  validityOf,
} from '../../shared/domain/productVotes'
import { voteLevelLabels } from '../../shared/labels'

const rules = loadVoteRules('resources')
const today = '2026-11-21'
const product: VotedProduct = {
  scores: { market: null, economy: null, culture: null, other: null },
  average: null,
  result: 'certified',
  certificateNumber: '01/GCN',
  certificateDate: '2025-10-01',
  validUntil: null,
  prizeRank: '',
  prizeAmount: null,
}
const anyDay = fc
  .date({ min: new Date('2014-10-21'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

/** The last day of the year whose number is the nth when one counts the years on one's fingers. */
function lastDayCounted(issuedOn: string, years: number): string {
  const day = new Date(`${issuedOn}T00:00:00Z`)
  let counted = 1
  while (counted < years || day.getUTCMonth() !== 11 || day.getUTCDate() !== 31) {
    const before = day.getUTCFullYear()
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCFullYear() !== before) counted += 1
  }
  return day.toISOString().slice(0, 10)
}

describe('how long a certificate holds', () => {
  test('to the end of the fourth year, the year it was given being the first; of the third before 16/08/2018', () => {
    expect(validityOf(rules, '2025-10-01')?.until).toBe('2028-12-31')
    expect(validityOf(rules, '2018-08-15')?.until).toBe('2020-12-31')
    expect(validityOf(rules, '2018-08-16')?.until).toBe('2021-12-31')
    expect(validityOf(rules, '2014-10-20')).toBeNull()
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(validityOf(rules, day)?.until).toBe(lastDayCounted(day, day < '2018-08-16' ? 3 : 4))
      }),
      { numRuns: 60 },
    )
  })

  test('what stands on the certificate wins, and a day that nobody knows stays unknown', () => {
    expect(heldUntil(rules, { issuedOn: '2025-10-01', validUntil: '2027-06-30' })).toBe('2027-06-30')
    expect(heldUntil(rules, { issuedOn: null, validUntil: null })).toBeNull()
    expect(certificateState(rules, null, today)).toBe('unknown')
  })

  test('is said to end soon in its last days and to have ended the day after', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (until, day) => {
        const left = Math.round((Date.parse(until) - Date.parse(day)) / 86_400_000)
        const expected = left < 0 ? 'expired' : left <= rules.warnDaysBefore ? 'expiring' : 'valid'
        expect(certificateState(rules, until, day)).toBe(expected)
      }),
    )
  })
})

describe('points', () => {
  const points = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null })

  test('are those of the four criteria together, where each has some', () => {
    fc.assert(
      fc.property(points, points, points, points, (market, economy, culture, other) => {
        const all = [market, economy, culture, other]
        const expected = all.some((one) => one === null) ? null : all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
        expect(scoreOf({ market, economy, culture, other })).toBe(expected)
        expect(pointsOf({ scores: { market, economy, culture, other }, average: 7_000 })).toBe(7_000)
      }),
    )
  })

  test('below 70 a recognition wants a reason; from 70 on it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (average) => {
        const reasons = productWarnings(rules, { ...product, average }, '2025-10-01').filter((one) => one.needsReason)
        expect(reasons.length).toBe(average < 7_000 ? 1 : 0)
      }),
    )
    const [warning] = productWarnings(rules, { ...product, average: 6_550 }, '2025-10-01')
    expect(warning?.message).toBe('Điểm bình quân 65,5 dưới 70 điểm (Thông tư số 26/2014/TT-BCT)')
  })

  test('above what a criterion can give are told with the rule being not verified', () => {
    const scores = { market: 4_100, economy: null, culture: null, other: null }
    const [warning] = productWarnings(rules, { ...product, scores }, '2025-10-01')
    expect(warning?.path).toBe('scores.market')
    expect(warning?.message).toContain('chưa kiểm chứng')
  })
})

describe('what contradicts itself', () => {
  const wrong = (change: Partial<VotedProduct>) =>
    productContradictions({ ...product, ...change }, 2025, today).map(({ path }) => path)

  test('is named at its field', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ result: 'withdrawn' })).toEqual(['result'])
    expect(wrong({ certificateDate: '2026-11-22' })).toEqual(['certificateDate'])
    expect(wrong({ certificateDate: '2024-12-31' })).toEqual(['certificateDate'])
    expect(wrong({ validUntil: '2025-09-30' })).toEqual(['validUntil'])
    expect(wrong({ scores: { market: 4_000, economy: 3_000, culture: 500, other: 500 }, average: 8_100 })).toEqual([
      'average',
    ])
  })
})

describe('a round', () => {
  const round = { level: 'commune', year: 2025, decisionDate: '2025-06-30', councilMembers: 6 } as const
  const warned = (change: Partial<Parameters<typeof roundWarnings>[1]>) =>
    roundWarnings(rules, { ...round, ...change }, voteLevelLabels).map(({ path }) => path)

  test('of communes begins on 01/07/2025, of districts ends the day before; councils have the sizes of their level', () => {
    expect(warned({})).toEqual(['level', 'councilMembers'])
    expect(warned({ decisionDate: '2025-07-01', councilMembers: 7 })).toEqual([])
    expect(warned({ level: 'district', councilMembers: 5 })).toEqual([])
    expect(warned({ level: 'district', decisionDate: '2025-07-01', councilMembers: 5 })).toEqual(['level'])
    expect(warned({ level: 'nation', councilMembers: null })).toEqual([])
  })
})
