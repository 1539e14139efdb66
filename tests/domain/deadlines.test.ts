// Deadlines against a calendar that is not ours (Date in UTC): which days they fall on, how near they are, what stands on the board.
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDeadlines } from '../../electron/programmes/shippedDeadlines'
import {
  type BoardFacts,
  type DeadlineRule,
  type DeadlineWhen,
  deadlineBoard,
  occurrencesOf,
} from '../../shared/domain/deadlines'

const dayMilliseconds = 86_400_000
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

function rule(when: DeadlineWhen, over: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    key: 'own.1',
    programme: 'local',
    step: 'Gửi báo cáo',
    when,
    planYearOffset: 0,
    reminderDays: 30,
    doneOnceRegistered: false,
    onlyWithItems: false,
    counts: null,
    opens: 'plan',
    legalBasis: '',
    effectiveFrom: null,
    effectiveTo: null,
    confidence: null,
    note: '',
    ...over,
  }
}

const years = fc.integer({ min: 2000, max: 2090 })
const date = fc.integer({ min: utc('2000-01-01'), max: utc('2090-12-31') }).map(dateOf)

describe('occurrencesOf', () => {
  it('falls once a month on its day, or on the last day of a month that has fewer', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 31 }), fc.boolean(), (year, day, before) => {
        const found = occurrencesOf(rule({ kind: 'monthly', day, before }), [], year)
        const expected = Array.from({ length: 12 }, (_, month) => {
          const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
          return Date.UTC(year, month, Math.min(day, last))
        })
        expect(found.map((one) => one.due)).toEqual(expected.map(dateOf))
        expect(found.map((one) => one.lastDay)).toEqual(
          expected.map((instant) => dateOf(before ? instant - dayMilliseconds : instant)),
        )
      }),
    )
  })

  it('counts days from an event over ends of months and years, in the year they end in', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 365 }), (eventDate, days) => {
        const after = rule({ kind: 'after', event: 'nghiệm thu', days })
        const events = [{ id: 4, ruleKey: 'own.1', date: eventDate, what: 'Nghiệm thu' }]
        const due = dateOf(utc(eventDate) + days * dayMilliseconds)
        const year = Number(due.slice(0, 4))
        expect(occurrencesOf(after, events, year)).toMatchObject([
          { key: 'own.1#4', due, lastDay: due, planYear: Number(eventDate.slice(0, 4)) },
        ])
        expect(occurrencesOf(after, events, year + 1)).toEqual([])
        expect(occurrencesOf({ ...after, key: 'own.2' }, events, year)).toEqual([])
      }),
    )
  })

  it('knows a rule only while it is in force', () => {
    const from = rule(
      { kind: 'yearly', month: 6, day: 15, before: true },
      { effectiveFrom: '2014-02-10', effectiveTo: '2026-06-14' },
    )
    expect(occurrencesOf(from, [], 2013)).toEqual([])
    expect(occurrencesOf(from, [], 2014)).toHaveLength(1)
    expect(occurrencesOf(from, [], 2026)).toEqual([])
  })
})

const facts = (rules: readonly DeadlineRule[], over: Partial<BoardFacts> = {}): BoardFacts => ({
  rules,
  events: [],
  plans: [],
  done: new Map(),
  ...over,
})

describe('deadlineBoard', () => {
  it('is late after its last day, within 7 and 30 days before it', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40, max: 40 }), (today, ahead) => {
        const due = dateOf(utc(today) + ahead * dayMilliseconds)
        const [, month, day] = due.split('-').map(Number)
        const one = rule({ kind: 'yearly', month: month ?? 1, day: day ?? 1, before: false })
        const year = Number(due.slice(0, 4))
        const entry = deadlineBoard(facts([one]), year, today).find((found) => found.due === due)
        const expected = ahead < 0 ? 'overdue' : ahead <= 7 ? 'within7' : ahead <= 30 ? 'within30' : 'later'
        expect(entry).toMatchObject({ daysLeft: ahead, status: expected })
      }),
    )
  })

  it('does not lose sight of December in January, nor of January in December', () => {
    const december = rule({ kind: 'yearly', month: 12, day: 25, before: false })
    const january = rule({ kind: 'yearly', month: 1, day: 22, before: false }, { key: 'own.2' })
    const seen = (today: string) =>
      deadlineBoard(facts([december, january]), Number(today.slice(0, 4)), today)
        .filter((one) => one.status !== 'later')
        .map((one) => [one.due, one.status])
    expect(seen('2027-01-10')).toEqual([
      ['2026-12-25', 'overdue'],
      ['2027-01-22', 'within30'],
    ])
    expect(seen('2026-12-28')).toEqual([
      ['2026-01-22', 'overdue'],
      ['2026-12-25', 'overdue'],
      ['2027-01-22', 'within30'],
    ])
  })

  it('lets the newest late month stand for those before it, and a tick on it settle them', () => {
    const monthly = rule({ kind: 'monthly', day: 25, before: true })
    const late = (done: readonly string[]) =>
      deadlineBoard(facts([monthly], { done: new Map(done.map((key) => [key, ''])) }), 2026, '2026-11-21')
        .filter((one) => one.status === 'overdue')
        .map((one) => [one.due, one.earlier])
    expect(late([])).toEqual([['2026-10-25', 9]])
    expect(late(['own.1@2026-09-25'])).toEqual([['2026-10-25', 8]])
    expect(late(['own.1@2026-10-25'])).toEqual([])
  })

  it('has nothing to ask of a year without đề án, and ends by itself once the plan was registered', () => {
    const when = { kind: 'yearly', month: 6, day: 15, before: true } as const
    const report = rule(when, { onlyWithItems: true })
    const registration = rule(when, { key: 'own.2', planYearOffset: 1, doneOnceRegistered: true })
    const board = (items: number, registered: boolean) =>
      deadlineBoard(
        facts([report, registration], {
          plans: [
            { programme: 'local', year: 2026, items, registered: true },
            { programme: 'local', year: 2027, items: 3, registered },
          ],
        }),
        2026,
        '2026-06-20',
      ).map((one) => [one.rule.key, one.status])
    expect(board(0, false)).toEqual([['own.2', 'overdue']])
    expect(board(2, true)).toEqual([
      ['own.1', 'overdue'],
      ['own.2', 'done'],
    ])
  })
})

describe('the deadlines that come with the program', () => {
  const shipped = loadDeadlines(path.resolve('resources'))

  it('are those of the national programme only: 20/5, 15/6, the 25th, 15 days after acceptance, 22/01', () => {
    expect(new Set(shipped.map((one) => one.programme))).toEqual(new Set(['national']))
    const words = shipped.flatMap((one) =>
      occurrencesOf(one, [{ id: 1, ruleKey: one.key, date: '2026-12-20', what: 'Nghiệm thu' }], 2027).map(
        (found) => `${found.words.slice(0, 26)} → ${found.planYear}`,
      ),
    )
    expect(words).toHaveLength(1 + 1 + 12 + 1 + 1)
    expect(words).toContain('trước ngày 20/05/2027 → 2028')
    expect(words).toContain('trước ngày 15/06/2027 → 2028')
    expect(words).toContain('trước ngày 25/02/2027 → 2027')
    expect(words).toContain('chậm nhất ngày 04/01/2027, → 2026')
    expect(words).toContain('chậm nhất ngày 22/01/2027 → 2026')
  })

  it('name their basis, and say that a later text may have changed it', () => {
    for (const one of shipped) {
      expect(one.legalBasis).toContain('36/2013')
      expect(one.effectiveFrom).toBe('2014-02-10')
      expect(one.note).toContain('17/2018')
    }
  })
})
