// The timeline: every event once, in the order of days, what is not dated last.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TimelineEvent, timelineKinds, timelineOf } from '../../shared/domain/timeline'

const event: fc.Arbitrary<TimelineEvent> = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom(...timelineKinds),
  date: fc.constantFrom(null, '2026-01-05', '2026-01-06', '2026-12-31', '2027-01-01'),
  what: fc.constant(''),
  detail: fc.constant(''),
  opens: fc.constant({ kind: 'none' as const, id: 1 }),
})

describe('timelineOf', () => {
  it('keeps every event and never goes back in time', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const sorted = timelineOf(events)
        expect(sorted.map(({ key }) => key).sort()).toEqual(events.map(({ key }) => key).sort())
        const days = sorted.map(({ date }) => date ?? '9999')
        expect(days).toEqual([...days].sort())
      }),
      { numRuns: 1_000 },
    )
  })

  it('puts what was asked before what was decided on the same day', () => {
    const at = (kind: TimelineEvent['kind']): TimelineEvent => ({
      key: kind,
      kind,
      date: '2027-03-01',
      what: '',
      detail: '',
      opens: { kind: 'none', id: 1 },
    })
    expect(timelineOf([at('paper'), at('version'), at('decision'), at('request')]).map(({ kind }) => kind)).toEqual([
      'request',
      'decision',
      'version',
      'paper',
    ])
  })
})
