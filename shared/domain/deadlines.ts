// Deadlines as data: the days a rule falls on, and what of them is late, near or done as of a day.
import { addDays, daysBetween, daysInMonth, formatDate, type PlainDate, yearOf } from '../vietnamese/dates'
import { assertNever } from './assertNever'
import type { Confidence } from './confidence'
import type { Programme } from './projects'

export type DeadlineWhen =
  /** `before`: the work is due before the day, so the day itself is late. */
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number; readonly before: boolean }
  | { readonly kind: 'monthly'; readonly day: number; readonly before: boolean }
  | { readonly kind: 'after'; readonly event: string; readonly days: number }

export const deadlinePlaces = ['plan', 'projects', 'progress', 'settlement'] as const
/** Where the work is done. */
export type DeadlinePlace = (typeof deadlinePlaces)[number]

export const deadlineCounts = ['monthlyProgress', 'lastAcceptance', 'yearSettlement'] as const
/** What on record a rule is about: then days are counted, and ticks made, by themselves. */
export type DeadlineCounts = (typeof deadlineCounts)[number]

export interface DeadlineRule {
  /** Of a shipped rule its code, of the office's own one a key made from its row. */
  readonly key: string
  readonly programme: Programme
  readonly step: string
  readonly when: DeadlineWhen
  /** Which year's plan the work is for, from the year of the deadline. */
  readonly planYearOffset: number
  readonly reminderDays: number
  /** Done by itself once that plan was registered. */
  readonly doneOnceRegistered: boolean
  /** There is nothing to do for a year whose plan has no đề án. */
  readonly onlyWithItems: boolean
  readonly opens: DeadlinePlace
  readonly counts: DeadlineCounts | null
  readonly legalBasis: string
  readonly effectiveFrom: PlainDate | null
  readonly effectiveTo: PlainDate | null
  /** Null: the office's own rule. */
  readonly confidence: Confidence | null
  readonly note: string
}

/** Something happened that a rule counts days from. */
export interface DeadlineEvent {
  readonly id: number
  readonly ruleKey: string
  readonly date: PlainDate
  readonly what: string
}

export interface PlanFact {
  readonly programme: Programme
  readonly year: number
  readonly items: number
  readonly registered: boolean
}

export interface Occurrence {
  /** The same for the same rule and day, or the same event: what a tick is kept by. */
  readonly key: string
  readonly rule: DeadlineRule
  /** The day as the rule names it. */
  readonly due: PlainDate
  /** The last day on which the work is in time. */
  readonly lastDay: PlainDate
  readonly planYear: number
  readonly words: string
}

export type DeadlineStatus = 'overdue' | 'within7' | 'within30' | 'later' | 'done'

export interface BoardEntry extends Occurrence {
  readonly status: DeadlineStatus
  /** Days to the last day; negative when it has passed. */
  readonly daysLeft: number
  /** Earlier turns of a monthly rule that were not ticked either: the newest stands for them. */
  readonly earlier: number
  readonly doneNote: string | null
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** The day, or the last one of a month that has fewer. */
function dayOf(year: number, month: number, day: number): PlainDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`
}

function inForce(rule: DeadlineRule, due: PlainDate): boolean {
  return (
    (rule.effectiveFrom === null || rule.effectiveFrom <= due) && (rule.effectiveTo === null || due <= rule.effectiveTo)
  )
}

/** The last day of so many days after an event; null for a rule that does not count from one, or was not in force then. */
export function lastDayAfter(rule: DeadlineRule, event: PlainDate): PlainDate | null {
  if (rule.when.kind !== 'after') return null
  const due = addDays(event, rule.when.days)
  return inForce(rule, due) ? due : null
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Every day of the year that a rule falls on, in order. */
export function occurrencesOf(rule: DeadlineRule, events: readonly DeadlineEvent[], year: number): Occurrence[] {
  const { when } = rule
  const at = (due: PlainDate, before: boolean, key: string, words: string): Occurrence[] =>
    inForce(rule, due)
      ? [{ key, rule, due, lastDay: before ? addDays(due, -1) : due, planYear: year + rule.planYearOffset, words }]
      : []
  const named = (due: PlainDate, before: boolean) =>
    at(due, before, `${rule.key}@${due}`, `${before ? 'trước ngày' : 'chậm nhất ngày'} ${formatDate(due)}`)
  switch (when.kind) {
    case 'yearly':
      return named(dayOf(year, when.month, when.day), when.before)
    case 'monthly':
      return months.flatMap((month) => named(dayOf(year, month, when.day), when.before))
    case 'after':
      return events
        .filter((event) => event.ruleKey === rule.key)
        .map((event) => ({ event, due: addDays(event.date, when.days) }))
        .filter(({ due }) => yearOf(due) === year)
        .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.event.id - b.event.id))
        .flatMap(({ event, due }) => {
          const words = `chậm nhất ngày ${formatDate(due)}, ${when.days} ngày sau ${formatDate(event.date)} (${event.what})`
          // What is counted from an event belongs to the plan of the event's year.
          return at(due, false, `${rule.key}#${event.id}`, words).map((one) => ({
            ...one,
            planYear: yearOf(event.date) + rule.planYearOffset,
          }))
        })
    default:
      return assertNever(when, 'a way to count days')
  }
}

function statusOf(daysLeft: number): Exclude<DeadlineStatus, 'done'> {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft <= 7) return 'within7'
  return daysLeft <= 30 ? 'within30' : 'later'
}

export interface BoardFacts {
  readonly rules: readonly DeadlineRule[]
  readonly events: readonly DeadlineEvent[]
  readonly plans: readonly PlanFact[]
  /** Note by the key of a ticked occurrence. */
  readonly done: ReadonlyMap<string, string>
}

/** Days that the turn of a year does not hide. */
const border = 30

/**
 * The deadlines of a year as of a day, nearest first. In the year of that day those just over its borders belong to it too:
 * in January what was due in December is still late, in December what is due in January is near.
 */
export function deadlineBoard(
  { rules, events, plans, done }: BoardFacts,
  year: number,
  today: PlainDate,
): BoardEntry[] {
  const isThisYear = yearOf(today) === year
  const near = (one: Occurrence) => Math.abs(daysBetween(today, one.lastDay)) <= border
  const entries = rules.flatMap((rule) => {
    const own = occurrencesOf(rule, events, year)
    const around = isThisYear
      ? [...occurrencesOf(rule, events, year - 1), ...occurrencesOf(rule, events, year + 1)].filter(near)
      : []
    const all = [...own, ...around]
      .filter((one) => !rule.onlyWithItems || itemsOf(plans, one) > 0)
      .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
      .map((one) => entryOf(one, plans, done, today))
    return rule.when.kind === 'monthly' ? newestLate(all) : all
  })
  return entries.sort((a, b) => a.daysLeft - b.daysLeft || (a.key < b.key ? -1 : 1))
}

function planOf(plans: readonly PlanFact[], one: Occurrence): PlanFact | undefined {
  return plans.find((plan) => plan.programme === one.rule.programme && plan.year === one.planYear)
}

function itemsOf(plans: readonly PlanFact[], one: Occurrence): number {
  return planOf(plans, one)?.items ?? 0
}

function entryOf(
  one: Occurrence,
  plans: readonly PlanFact[],
  done: ReadonlyMap<string, string>,
  today: PlainDate,
): BoardEntry {
  const daysLeft = daysBetween(today, one.lastDay)
  const ticked = done.get(one.key)
  const registered = one.rule.doneOnceRegistered && planOf(plans, one)?.registered === true
  const doneNote = ticked ?? (registered ? `Kế hoạch năm ${one.planYear} đã ghi nhận đăng ký` : null)
  return { ...one, daysLeft, earlier: 0, doneNote, status: doneNote === null ? statusOf(daysLeft) : 'done' }
}

/** A monthly report that was missed is overtaken by the next one: the newest late one stands, and says how many before it. */
function newestLate(entries: readonly BoardEntry[]): BoardEntry[] {
  const past = entries.filter((one) => one.daysLeft < 0)
  const newest = past.at(-1)
  const earlier = past.slice(0, -1)
  const missed = newest?.status === 'overdue' ? earlier.filter((one) => one.status === 'overdue').length : 0
  return entries.flatMap((one) => {
    if (one === newest) return [{ ...one, earlier: missed }]
    return earlier.includes(one) && one.status === 'overdue' ? [] : [one]
  })
}
