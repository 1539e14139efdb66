// Percentages beside decimal long division done another way, and the published figures of a regional conference.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthHundredths, percentHundredths } from '../../shared/domain/percent'

/** Up to a thousand times the whole: beyond that a percentage is no number a computer holds exactly, nor one an office reads. */
const partAndWhole = fc
  .integer({ min: 1, max: 1_000_000_000_000 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole * 1_000 }), fc.constant(whole)))

/** Digit by digit, as it is done on paper: four digits of the quotient after those of the whole, one more to round by. */
function onPaper(part: bigint, whole: bigint): bigint {
  let rest = part % whole
  let digits = (part / whole).toString()
  for (let count = 0; count < 5; count += 1) {
    rest *= 10n
    digits += (rest / whole).toString()
    rest %= whole
  }
  const kept = BigInt(digits.slice(0, -1))
  return Number(digits.at(-1)) >= 5 ? kept + 1n : kept
}

describe('percentages', () => {
  it('are those of long division, halves going up', () => {
    fc.assert(
      fc.property(partAndWhole, ([part, whole]) => {
        expect(BigInt(percentHundredths(part, whole) ?? -1)).toBe(onPaper(BigInt(part), BigInt(whole)))
      }),
    )
  })

  it('round a half away from nought, up as down', () => {
    expect([1, 3, 5].map((part) => percentHundredths(part, 80_000))).toEqual([0, 0, 1])
    expect(percentHundredths(1, 800)).toBe(13)
    expect(growthHundredths(799, 800)).toBe(-13)
    expect(growthHundredths(801, 800)).toBe(13)
    expect(Object.is(percentHundredths(0, -5), 0)).toBe(true)
  })

  it('have nothing to say of nothing', () => {
    expect(percentHundredths(5, 0)).toBeNull()
    expect(growthHundredths(5, 0)).toBeNull()
  })

  it('are those a conference of fifteen provinces printed', () => {
    expect(percentHundredths(1_107, 1_114)).toBe(9_937)
    expect(percentHundredths(3_773, 4_009)).toBe(9_411)
    expect(percentHundredths(4_879, 5_123)).toBe(9_524)
    expect(percentHundredths(4_880, 5_123)).toBe(9_526)
    expect([percentHundredths(1_107, 4_880), percentHundredths(3_773, 4_880)]).toEqual([2_268, 7_732])
  })

  it('are growth when what is over a whole is asked for', () => {
    fc.assert(
      fc.property(partAndWhole, ([more, before]) => {
        expect(growthHundredths(before + more, before)).toBe((percentHundredths(before + more, before) ?? 0) - 10_000)
      }),
    )
  })
})
