// B6: what khuyến công achieved, one line an indicator: learners, models, establishments with machines, fairs, trademarks.
import { reportLabels } from '../labels'
import type { PlainDate } from '../vietnamese/dates'
import { yearOf } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import type { ActivityKind } from './activities'
import type { Confidence } from './confidence'
import type { Programme } from './projects'
import { type Addition, additionItem, additionsFor } from './reportAdditions'
import { quantityColumn, textColumn } from './reportColumns'
import type { AcceptanceFact, ReportFacts } from './reportFacts'
import type { Days } from './reportPeriods'
import { type BuiltReport, buildReport, type GroupPlan, type RowPlan, type Summand } from './reportTable'

export const resultCounts = ['beneficiaries', 'outputs', 'statedOutputs', 'trainees', 'machines'] as const
/**
 * Beneficiaries accepted; accepted quantities in the unit, one a đề án where minutes name none; the same where minutes name
 * them; learners on lists; machines accepted.
 */
export type ResultCount = (typeof resultCounts)[number]

/** From resources/reportIndicators.json. */
export interface ResultIndicator {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly subContents: readonly string[]
  readonly count: ResultCount
  /** What of other activities counts. */
  readonly activityKinds: readonly ActivityKind[]
  readonly activityCount: ActivityCount | null
  /** Products certified count. */
  readonly votes: boolean
  readonly confidence: Confidence
}

export const activityCounts = ['activities', 'participants', 'establishments', 'booths', 'items'] as const
export type ActivityCount = (typeof activityCounts)[number]

/** Something counted elsewhere than in đề án: a fair, a course, a certified product. Under a đề án it speaks for that one. */
export interface OtherResult extends Summand {
  readonly indicator: string
  readonly on: PlainDate
  readonly programme: Programme
  readonly thousandths: number
}

export interface ResultEvent {
  readonly on: PlainDate
  readonly thousandths: number
}

const sameUnit = (a: string, b: string) => fold(a) === fold(b)

/** Each beneficiary once, on the day it was first accepted; minutes of the whole speak for all who were not before. */
function acceptedBeneficiaries({ acceptances, beneficiaries }: ReportFacts): ResultEvent[] {
  const known = new Set<string>()
  return acceptances.flatMap((one): ResultEvent[] => {
    const whole = one.establishmentId === null && one.beneficiary === ''
    const names = whole
      ? beneficiaries.length === 0
        ? ['']
        : beneficiaries.map((each) => (each.establishmentId === null ? each.name : `#${each.establishmentId}`))
      : [one.establishmentId === null ? one.beneficiary : `#${one.establishmentId}`]
    const fresh = names.filter((name) => !known.has(name))
    for (const name of fresh) known.add(name)
    return fresh.length === 0 ? [] : [{ on: one.on, thousandths: fresh.length * 1_000 }]
  })
}

function outputIn({ outputs }: AcceptanceFact, unit: string): number {
  return outputs.reduce((sum, one) => sum + (sameUnit(one.unit, unit) ? one.thousandths : 0), 0)
}

/** As with money, minutes of the whole sum up those of places: each day adds only what is more than was told before. */
function acceptedOutputs({ acceptances }: ReportFacts, unit: string): ResultEvent[] {
  let [whole, places, told] = [0, 0, 0]
  return acceptances.flatMap((one): ResultEvent[] => {
    if (one.establishmentId === null && one.beneficiary === '') whole += outputIn(one, unit)
    else places += outputIn(one, unit)
    const now = Math.max(whole, places)
    if (now === told) return []
    const more = now - told
    told = now
    return [{ on: one.on, thousandths: more }]
  })
}

function firstAcceptance({ acceptances }: ReportFacts): ResultEvent[] {
  const [first] = acceptances
  return first === undefined ? [] : [{ on: first.on, thousandths: 1_000 }]
}

/** When what one đề án brings to an indicator came about. */
export function resultEvents(fact: ReportFacts, { subContents, count, unit }: ResultIndicator): ResultEvent[] {
  if (fact.subContent === null || !subContents.includes(fact.subContent)) return []
  switch (count) {
    case 'beneficiaries':
      return acceptedBeneficiaries(fact)
    case 'machines':
      return fact.acceptances.flatMap(({ on, machines }) =>
        machines === 0 ? [] : [{ on, thousandths: machines * 1_000 }],
      )
    case 'trainees': {
      const listed = fact.classes.filter(({ trainees }) => trainees > 0)
      if (listed.length > 0) return listed.map(({ on, trainees }) => ({ on, thousandths: trainees * 1_000 }))
      return acceptedOutputs(fact, unit)
    }
    case 'statedOutputs':
      return acceptedOutputs(fact, unit)
    case 'outputs': {
      const told = acceptedOutputs(fact, unit)
      return told.length > 0 ? told : firstAcceptance(fact)
    }
  }
}

interface ResultItem extends Summand {
  readonly programme: Programme
  readonly thousandths: number
}

const { columns: heads } = reportLabels

/** What each đề án brought to an indicator between two days, by the year it came about. */
function achievedBy(
  facts: readonly ReportFacts[],
  indicator: ResultIndicator,
  spokenFor: ReadonlySet<string>,
  from: PlainDate,
  last: PlainDate,
): Map<number, ResultItem[]> {
  const byYear = new Map<number, ResultItem[]>()
  for (const fact of facts) {
    if (spokenFor.has(`${indicator.key} ${fact.projectId}`)) continue
    for (const { on, thousandths } of resultEvents(fact, indicator)) {
      if (on < from || on > last) continue
      const { projectId, code, name, programme } = fact
      const item = { projectId, code, name, programme, thousandths }
      const own = byYear.get(yearOf(on))
      if (own === undefined) byYear.set(yearOf(on), [item])
      else own.push(item)
    }
  }
  return byYear
}

/** By the day something came about, whichever plan it belongs to; years apart from each other. */
export function reportOfResults(
  facts: readonly ReportFacts[],
  indicators: readonly ResultIndicator[],
  {
    years,
    days,
    asOf,
    others,
    additions,
  }: {
    readonly years: readonly number[]
    readonly days: Days
    readonly asOf: PlainDate
    readonly others: readonly OtherResult[]
    readonly additions: readonly Addition[]
  },
): BuiltReport {
  const last = days.to < asOf ? days.to : asOf
  // A fair recorded as an activity under its đề án is not counted again from the minutes of that đề án.
  const spokenFor = new Set(
    others.flatMap(({ indicator, projectId }) => (projectId === null ? [] : [`${indicator} ${projectId}`])),
  )
  const within = (on: PlainDate, year: number) => on >= days.from && on <= last && yearOf(on) === year
  const achieved = new Map(indicators.map((one) => [one.key, achievedBy(facts, one, spokenFor, days.from, last)]))
  const groups = years.map(
    (year, at): GroupPlan<ResultItem> => ({
      kind: 'group',
      key: String(year),
      mark: String.fromCharCode(65 + (at % 26)),
      heading: heads.yearGroup(year),
      lines: indicators.map(
        (indicator, index): RowPlan<ResultItem> => ({
          kind: 'row',
          key: `${year}.${indicator.key}`,
          mark: String(index + 1),
          heading: indicator.name,
          items: [
            ...(achieved.get(indicator.key)?.get(year) ?? []),
            ...others.filter((one) => one.indicator === indicator.key && within(one.on, year)),
            ...additionsFor(additions, 'B6', indicator.key, year).flatMap((one): ResultItem[] => [
              { ...additionItem(one), programme: 'national', thousandths: one.national ?? 0 },
              { ...additionItem(one), programme: 'local', thousandths: one.local ?? 0 },
            ]),
          ],
          of: (item, column) => (item.programme === column ? item.thousandths : 0),
          texts: { unit: indicator.unit },
        }),
      ),
    }),
  )
  return buildReport({
    columns: [
      textColumn('unit', heads.unit, 14),
      quantityColumn('national', heads.quantities.national, 'results'),
      quantityColumn('local', heads.quantities.local, 'results'),
      quantityColumn('total', heads.parts.total, 'results', { adds: ['national', 'local'] }),
    ],
    lines: groups,
    total: null,
  })
}
