// Backup copies of a data file: why each was taken, when one is due, which older ones make room, what to remind of.
// Times are local, 'YYYY-MM-DD HH:mm:ss': a copy belongs to the day on the user's calendar.
import { addDays, daysBetween, type PlainDate } from '../vietnamese/dates'
import { assertNever } from './assertNever'

export const backupReasons = [
  'day-start',
  'interval',
  'close',
  'before-upgrade',
  'before-restore',
  'before-import',
  'before-bulk',
  'before-update',
  'manual',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** A copy as far as keeping it is concerned. */
export interface DatedBackup {
  readonly id: string
  readonly takenAt: string
  readonly reason: BackupReason
}

export function dayOf(takenAt: string): PlainDate {
  return takenAt.slice(0, 10)
}

/** How many copies stay: of today, and the newest of each of the last days, weeks and months that have one. */
export const keptCopies = { today: 3, days: 14, weeks: 8, months: 24 } as const
/**
 * A copy taken before something risky stays for so many days of work whatever else there is. Days without a copy do not count:
 * a clock that leaps ahead by years makes nothing old.
 */
export const daysSafetyCopiesStay = 14

const keptForEver: readonly BackupReason[] = ['manual', 'before-upgrade', 'before-restore']
const safetyCopies: readonly BackupReason[] = ['before-import', 'before-bulk', 'before-update']

/** Taken by a person's wish, or the only way back from a restore or an upgrade. */
export function isKeptForEver(reason: BackupReason): boolean {
  return keptForEver.includes(reason)
}

/** The Monday of a day's week names the week. */
function weekOf(day: PlainDate): string {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((sundayFirst + 6) % 7))
}

function newestOfLast(
  newestFirst: readonly DatedBackup[],
  periodOf: (day: PlainDate) => string,
  count: number,
): readonly DatedBackup[] {
  const newest = new Map<string, DatedBackup>()
  for (const backup of newestFirst) {
    const period = periodOf(dayOf(backup.takenAt))
    if (!newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()].slice(0, count)
}

/**
 * The copies that make room for newer ones. Periods count only where they have a copy, so that a month of leave costs no
 * history. A copy dated after today was taken under a wrong clock: it says nothing about its age and is never discarded here.
 */
export function backupsToDiscard(backups: readonly DatedBackup[], today: PlainDate): readonly string[] {
  const dated = backups.filter((one) => dayOf(one.takenAt) <= today)
  const newestFirst = [...dated].sort((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : 0))
  const workDays = [...new Set(newestFirst.map((one) => dayOf(one.takenAt)))]
  const safeDays = new Set(workDays.slice(0, daysSafetyCopiesStay + 1))
  const kept = new Set(
    [
      ...newestFirst.filter((one) => isKeptForEver(one.reason)),
      ...newestFirst.filter((one) => safetyCopies.includes(one.reason) && safeDays.has(dayOf(one.takenAt))),
      ...newestFirst.filter((one) => dayOf(one.takenAt) === today).slice(0, keptCopies.today),
      ...newestOfLast(newestFirst, (day) => day, keptCopies.days),
      ...newestOfLast(newestFirst, weekOf, keptCopies.weeks),
      ...newestOfLast(newestFirst, (day) => day.slice(0, 7), keptCopies.months),
    ].map((one) => one.id),
  )
  return newestFirst.filter((one) => !kept.has(one.id)).map((one) => one.id)
}

/**
 * The newest first as far as their dates can be true; after them those dated later than today, which a wrong clock has written:
 * else one of them would pass for the newest until its day comes.
 */
export function newestFirst<T extends DatedBackup>(backups: readonly T[], today: PlainDate): T[] {
  const order = (a: T, b: T) =>
    a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : a.id < b.id ? 1 : a.id > b.id ? -1 : 0
  const isToCome = (one: T) => dayOf(one.takenAt) > today
  const sorted = [...backups].sort(order)
  return [...sorted.filter((one) => !isToCome(one)), ...sorted.filter(isToCome)]
}

/** Work between two copies while the file stays open. */
export const minutesBetweenCopies = 15
export const daysUntilFullCheck = 7
export const daysUntilSecondCopyReminder = 7

export type BackupOccasion = 'opened' | 'working' | 'closing'

export interface BackupFacts {
  readonly today: PlainDate
  /** Of the newest copy; null when there is none. */
  readonly newestTakenAt: string | null
  /** Something was saved since the newest copy. */
  readonly changed: boolean
  readonly minutesSinceLast: number
}

/** Whether a copy is due, and under which reason. */
export function dueBackup(occasion: BackupOccasion, facts: BackupFacts): BackupReason | null {
  switch (occasion) {
    case 'opened':
      return facts.newestTakenAt === null || dayOf(facts.newestTakenAt) !== facts.today ? 'day-start' : null
    case 'working':
      return facts.changed && facts.minutesSinceLast >= minutesBetweenCopies ? 'interval' : null
    case 'closing':
      return facts.changed ? 'close' : null
    default:
      return assertNever(occasion, 'Every occasion is decided')
  }
}

export function fullCheckIsDue(lastCheckedOn: PlainDate | null, today: PlainDate): boolean {
  if (lastCheckedOn === null) return true
  const days = daysBetween(lastCheckedOn, today)
  // A check "in the future" was made under a wrong clock.
  return days >= daysUntilFullCheck || days < 0
}

export type SafetyReminder =
  | 'clock-behind'
  | 'backup-failed'
  | 'no-second-place'
  | 'second-place-old'
  | 'second-place-failed'

export interface SafetyFacts {
  readonly today: PlainDate
  /** The day of the oldest copy: how long this file has been worked with. */
  readonly firstCopyOn: PlainDate | null
  readonly lastCopyFailed: boolean
  /** Something was saved at a time that, by the clock of this machine, is yet to come. */
  readonly clockBehind: boolean
  readonly secondPlaceSet: boolean
  readonly secondCopyOn: PlainDate | null
  readonly secondCopyFailed: boolean
}

/** What the list of things to do says about the safety of the data file. */
export function safetyReminders(facts: SafetyFacts): readonly SafetyReminder[] {
  const reminders: SafetyReminder[] = []
  if (facts.clockBehind) reminders.push('clock-behind')
  if (facts.lastCopyFailed) reminders.push('backup-failed')
  // A day to come was written under a wrong clock and says nothing.
  const [since] = [facts.secondCopyOn, facts.firstCopyOn].filter((day) => day !== null && day <= facts.today)
  const late = since !== undefined && since !== null && daysBetween(since, facts.today) > daysUntilSecondCopyReminder
  if (late && !facts.secondPlaceSet) reminders.push('no-second-place')
  if (late && facts.secondPlaceSet) reminders.push('second-place-old')
  if (!late && facts.secondCopyFailed) reminders.push('second-place-failed')
  return reminders
}
