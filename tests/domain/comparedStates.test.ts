// Which version a state is, against an oracle that walks the decisions in the order they were taken.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StatedVersion, statesOf, versionAt } from '../../shared/domain/comparedStates'
import { versionStages } from '../../shared/domain/projects'
import { addDays } from '../../shared/vietnamese/dates'

/** Versions as an office makes them: numbered from 1, only the last still being drafted, decisions never going back in time. */
const versions: fc.Arbitrary<StatedVersion[]> = fc
  .array(fc.record({ stage: fc.constantFrom(...versionStages), after: fc.nat(40) }), { minLength: 1, maxLength: 14 })
  .chain((parts) => fc.tuple(fc.constant(parts), fc.boolean()))
  .map(([parts, drafting]) => {
    let day = '2026-01-05'
    return parts.map(({ stage, after }, index) => {
      day = addDays(day, after)
      const locked = !drafting || index < parts.length - 1
      const decided = locked && (stage === 'approved' || stage === 'adjusted')
      return {
        id: 100 + index,
        number: index + 1,
        stage,
        locked,
        decisionNumber: decided ? `${index}/QĐ` : '',
        decisionDate: decided ? day : null,
      }
    })
  })

describe('versionAt', () => {
  it('on a day is what the decisions taken until then, one after another, have made', () => {
    fc.assert(
      fc.property(versions, fc.nat(500), (all, days) => {
        const day = addDays('2026-01-01', days)
        let made: StatedVersion | null = null
        for (const one of all) if (one.decisionDate !== null && one.decisionDate <= day) made = one
        expect(versionAt({ kind: 'date', date: day }, all, '2000-01-01')).toBe(made)
        expect(versionAt({ kind: 'today' }, all, day)).toBe(made)
      }),
      { numRuns: 1_000 },
    )
  })

  it('knows every adjustment by its turn, and nothing beyond the last', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const adjusted = all.filter(({ stage, locked }) => locked && stage === 'adjusted')
        adjusted.forEach((version, index) => {
          expect(versionAt({ kind: 'change', number: index + 1 }, all, '2026-01-01')).toBe(version)
        })
        expect(versionAt({ kind: 'change', number: adjusted.length + 1 }, all, '2026-01-01')).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })

  it('lists only states that the đề án has been in, each once', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const today = '2027-12-31'
        const known = statesOf(all, today)
        for (const { state } of known) expect(versionAt(state, all, today)).not.toBeNull()
        expect(new Set(known.map(({ label }) => label)).size).toBe(known.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
