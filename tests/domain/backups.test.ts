// Which copies are kept and when one is due, against a slow oracle that asks of each copy whether anybody needs it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupReasons,
  backupsToDiscard,
  type DatedBackup,
  dueBackup,
  fullCheckIsDue,
  isKeptForEver,
  newestFirst,
  safetyReminders,
} from '../../shared/domain/backups'
import { addDays } from '../../shared/vietnamese/dates'

const today = '2026-11-21'

const anyBackups = fc
  .array(
    fc.record({
      daysAgo: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 900 })),
      minute: fc.integer({ min: 0, max: 1439 }),
      reason: fc.constantFrom(...backupReasons, 'interval' as const, 'day-start' as const),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ daysAgo, minute, reason }, index): DatedBackup => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      // The second is the index: no two copies are of one moment.
      return {
        id: `b${index}`,
        takenAt: `${addDays(today, -daysAgo)} ${time}:${String(index).padStart(2, '0')}`,
        reason,
      }
    }),
  )

/** Years and weeks by the calendar's own rule: ISO weeks begin on Monday. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date)
  thursday.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7))
  const firstThursday = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4))
  return `${thursday.getUTCFullYear()}-${Math.round((thursday.getTime() - firstThursday.getTime()) / 604_800_000)}`
}

function isNeeded(one: DatedBackup, all: readonly DatedBackup[]): boolean {
  const day = one.takenAt.slice(0, 10)
  if (day > today) return true
  if (['manual', 'before-upgrade', 'before-restore'].includes(one.reason)) return true
  const past = all.filter((other) => other.takenAt.slice(0, 10) <= today)
  const laterDays = new Set(past.map((other) => other.takenAt.slice(0, 10)).filter((other) => other > day))
  if (one.reason.startsWith('before-') && laterDays.size <= 14) return true
  const newer = past.filter((other) => other.takenAt > one.takenAt)
  if (day === today && newer.filter((other) => other.takenAt.startsWith(today)).length < 3) return true
  const newestOf = (period: (day: string) => string, count: number) => {
    const own = period(day)
    if (newer.some((other) => period(other.takenAt.slice(0, 10)) === own)) return false
    return new Set(newer.map((other) => period(other.takenAt.slice(0, 10)))).size < count
  }
  return newestOf((one) => one, 14) || newestOf(isoWeek, 8) || newestOf((one) => one.slice(0, 7), 24)
}

describe('making room among copies', () => {
  it('discards exactly what nobody needs', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const expected = backups.filter((one) => !isNeeded(one, backups)).map((one) => one.id)
        expect([...backupsToDiscard(backups, today)].sort()).toEqual(expected.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('never discards the newest, one kept for ever, or more at a second asking', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(backupsToDiscard(backups, today))
        const left = backups.filter((one) => !gone.has(one.id))
        expect(backupsToDiscard(left, today)).toEqual([])
        expect(backups.filter((one) => isKeptForEver(one.reason) && gone.has(one.id))).toEqual([])
        const [newest] = [...backups].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
        if (newest !== undefined) expect(gone.has(newest.id)).toBe(false)
      }),
    )
  })

  it('holds a bounded number of ordinary copies over two years of days', () => {
    let kept: DatedBackup[] = []
    for (let day = 800; day >= 0; day -= 1) {
      const now = addDays(today, -day)
      for (const hour of ['08', '10', '12', '14', '16'])
        kept.push({ id: `${now}-${hour}`, takenAt: `${now} ${hour}:00:00`, reason: 'interval' })
      const gone = new Set(backupsToDiscard(kept, now))
      kept = kept.filter((one) => !gone.has(one.id))
    }
    // 3 of today, 13 other days, 6 other weeks, 23 other months; some are two of these at once.
    expect(kept.length).toBeLessThanOrEqual(3 + 13 + 8 + 24)
    expect(kept.length).toBeGreaterThanOrEqual(35)
    expect(kept.at(0)?.takenAt.slice(0, 7)).toBe('2024-12')
  })
})

describe('the newest copy', () => {
  it('is the newest of those whose day has come; the others follow, none is lost', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const listed = newestFirst(backups, today)
        expect([...listed].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...backups].sort((a, b) => (a.id < b.id ? -1 : 1)),
        )
        for (const [index, one] of listed.entries()) {
          const next = listed[index + 1]
          if (next === undefined) continue
          const [ownToCome, nextToCome] = [one, next].map(({ takenAt }) => takenAt.slice(0, 10) > today)
          expect(ownToCome === nextToCome ? one.takenAt > next.takenAt : nextToCome).toBe(true)
        }
      }),
    )
  })
})

describe('when a copy is due', () => {
  const facts = { today, newestTakenAt: `${today} 08:00:00`, changed: true, minutesSinceLast: 20 }

  it('at the first opening of a day, whatever the clock did', () => {
    expect(dueBackup('opened', { ...facts, newestTakenAt: null })).toBe('day-start')
    expect(dueBackup('opened', { ...facts, newestTakenAt: '2026-11-20 17:00:00' })).toBe('day-start')
    expect(dueBackup('opened', { ...facts, newestTakenAt: '2030-01-01 17:00:00' })).toBe('day-start')
    expect(dueBackup('opened', facts)).toBeNull()
  })

  it('after a quarter of an hour of work, and on closing, only where something changed', () => {
    expect(dueBackup('working', facts)).toBe('interval')
    expect(dueBackup('working', { ...facts, minutesSinceLast: 14 })).toBeNull()
    expect(dueBackup('working', { ...facts, changed: false })).toBeNull()
    expect(dueBackup('closing', facts)).toBe('close')
    expect(dueBackup('closing', { ...facts, changed: false })).toBeNull()
  })

  it('and a full check once a week', () => {
    expect(fullCheckIsDue(null, today)).toBe(true)
    expect(fullCheckIsDue('2026-11-15', today)).toBe(false)
    expect(fullCheckIsDue('2026-11-14', today)).toBe(true)
    expect(fullCheckIsDue('2027-01-01', today)).toBe(true)
  })
})

describe('reminders', () => {
  const facts = {
    today,
    firstCopyOn: '2026-11-01',
    lastCopyFailed: false,
    clockBehind: false,
    secondPlaceSet: true,
    secondCopyOn: '2026-11-20',
    secondCopyFailed: false,
  }

  it('say nothing while all is well, or before the file is a week old', () => {
    expect(safetyReminders(facts)).toEqual([])
    expect(safetyReminders({ ...facts, secondPlaceSet: false, secondCopyOn: null, firstCopyOn: '2026-11-14' })).toEqual(
      [],
    )
  })

  it('ask for a second place, and for a copy there after seven days', () => {
    expect(safetyReminders({ ...facts, secondPlaceSet: false, secondCopyOn: null })).toEqual(['no-second-place'])
    expect(safetyReminders({ ...facts, secondCopyOn: '2026-11-13' })).toEqual(['second-place-old'])
    expect(safetyReminders({ ...facts, secondCopyOn: '2026-11-14' })).toEqual([])
    expect(safetyReminders({ ...facts, secondCopyFailed: true })).toEqual(['second-place-failed'])
    expect(safetyReminders({ ...facts, lastCopyFailed: true })).toEqual(['backup-failed'])
  })

  it('count from the first copy where the second place was last copied to on a day to come', () => {
    expect(safetyReminders({ ...facts, secondCopyOn: '2036-11-20' })).toEqual(['second-place-old'])
    expect(safetyReminders({ ...facts, clockBehind: true })).toEqual(['clock-behind'])
  })
})
