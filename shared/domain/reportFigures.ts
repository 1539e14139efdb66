// The figures of one đề án in one report: plan, done in the period, done so far. Every report sums these and nothing else.
import type { PlainDate } from '../vietnamese/dates'
import { type AmountsBySource, noAmounts, subtractAmounts, totalOf } from './money'
import { type DoneBasis, doneBy, isInPlan, type ReportFacts } from './reportFacts'
import { type Days, dayBefore } from './reportPeriods'
import type { Summand } from './reportTable'

export interface ReportScope {
  /** Whose plans are spoken of. */
  readonly years: { readonly first: number; readonly last: number }
  readonly days: Days
  /** Nothing that happened later is in the report. */
  readonly asOf: PlainDate
  readonly basis: DoneBasis
}

export interface ProjectFigures extends Summand {
  readonly fact: ReportFacts
  /** Of the plan of another year: what was done of it in the period stands on a line of its own. */
  readonly carriedOver: boolean
  /** Counted as one of the plan. */
  readonly counts: boolean
  readonly plan: AmountsBySource
  readonly assigned: AmountsBySource
  readonly inPeriod: AmountsBySource
  readonly cumulative: AmountsBySource
}

/** What was done in the days; nothing where they begin after the report's day. */
export function doneIn(fact: ReportFacts, { days, asOf, basis }: ReportScope): AmountsBySource {
  if (asOf < days.from) return noAmounts
  const last = days.to < asOf ? days.to : asOf
  return subtractAmounts(doneBy(fact, basis, last), doneBy(fact, basis, dayBefore(days.from)))
}

export function isMoved(amounts: AmountsBySource): boolean {
  return amounts.national !== 0 || amounts.local !== 0 || amounts.counterpart !== 0 || amounts.other !== 0
}

export function figuresOf(facts: readonly ReportFacts[], scope: ReportScope): ProjectFigures[] {
  const { years, asOf, basis } = scope
  return facts.map((fact) => {
    const carriedOver = fact.planYear < years.first || fact.planYear > years.last
    return {
      projectId: fact.projectId,
      code: fact.code,
      name: fact.name,
      fact,
      carriedOver,
      counts: !carriedOver && isInPlan(fact),
      plan: carriedOver ? noAmounts : fact.plan,
      assigned: carriedOver ? noAmounts : fact.assigned,
      inPeriod: doneIn(fact, scope),
      cumulative: carriedOver ? noAmounts : doneBy(fact, basis, asOf),
    }
  })
}

/** Those of the plans spoken of, and those of other years of which something was done in the period. */
export function partFigures(figures: readonly ProjectFigures[]): {
  readonly own: readonly ProjectFigures[]
  readonly carried: readonly ProjectFigures[]
} {
  return {
    own: figures.filter((one) => !one.carriedOver),
    carried: figures.filter((one) => one.carriedOver && isMoved(one.inPeriod)),
  }
}

/** Đối ứng and nguồn khác together: what does not come from khuyến công. */
export function outsideOf(amounts: AmountsBySource): number {
  return amounts.counterpart + amounts.other
}

/** A part of a figure by the name of its column: "total", a source, or "outside". */
export type AmountPart = 'total' | keyof AmountsBySource | 'outside' | 'support'

export function amountPart(amounts: AmountsBySource, part: AmountPart): number {
  switch (part) {
    case 'total':
      return totalOf(amounts)
    case 'outside':
      return outsideOf(amounts)
    case 'support':
      return amounts.national + amounts.local
    default:
      return amounts[part]
  }
}
