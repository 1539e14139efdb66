// B5: the money of khuyến công year by year, one line an indicator, national and local side by side.
import { reportLabels } from '../labels'
import type { PlainDate } from '../vietnamese/dates'
import { supportOf } from './money'
import { supportSource } from './projects'
import { type Addition, additionItem, additionsFor } from './reportAdditions'
import { moneyColumn, textColumn } from './reportColumns'
import { disbursedSupportBy, doneBy, recoveredBy, settledBy } from './reportFacts'
import { outsideOf, type ProjectFigures } from './reportFigures'
import { type ReportRule, reportRules } from './reportRules'
import { type BuiltReport, buildReport, type GroupPlan, type RowPlan, type Summand } from './reportTable'

const { columns: heads, moneyIndicators } = reportLabels

export const moneyIndicatorKeys = [
  'plan',
  'assigned',
  'disbursed',
  'accepted',
  'settled',
  'recovered',
  'outsidePlan',
  'outsideDone',
] as const
export type MoneyIndicator = (typeof moneyIndicatorKeys)[number]

const rules: Readonly<Record<MoneyIndicator, ReportRule>> = {
  plan: 'plan',
  assigned: 'assigned',
  disbursed: 'disbursed',
  accepted: 'accepted',
  settled: 'settled',
  recovered: 'recovered',
  outsidePlan: 'plan',
  outsideDone: 'disbursed',
}

function valueOfIndicator(one: ProjectFigures, indicator: MoneyIndicator, asOf: PlainDate): number {
  const { fact } = one
  const source = supportSource(fact.programme)
  switch (indicator) {
    case 'plan':
      return one.plan[source]
    case 'assigned':
      return one.assigned[source]
    case 'disbursed':
      return disbursedSupportBy(fact, asOf)
    case 'accepted':
      return supportOf(doneBy(fact, 'accepted', asOf))
    case 'settled':
      return supportOf(settledBy(fact, asOf))
    case 'recovered':
      return supportOf(recoveredBy(fact, asOf))
    case 'outsidePlan':
      return outsideOf(one.plan)
    case 'outsideDone':
      return outsideOf(doneBy(fact, 'disbursed', asOf))
  }
}

interface MoneyItem extends Summand {
  readonly programme: 'national' | 'local'
  readonly dong: number
}

/** The đề án of each year's plan, with all that is known of them on the day; and what the office typed beside. */
export function reportOfMoney(
  figures: readonly ProjectFigures[],
  years: readonly number[],
  additions: readonly Addition[],
  asOf: PlainDate,
): BuiltReport {
  const groups = years.map((year, at): GroupPlan<MoneyItem> => {
    const own = figures.filter(({ fact, carriedOver }) => !carriedOver && fact.planYear === year)
    const rows = moneyIndicatorKeys.map(
      (indicator, index): RowPlan<MoneyItem> => ({
        kind: 'row',
        key: `${year}.${indicator}`,
        mark: String(index + 1),
        heading: moneyIndicators[indicator],
        items: [
          ...own.map((one) => ({
            projectId: one.projectId,
            code: one.code,
            name: one.name,
            programme: one.fact.programme,
            dong: valueOfIndicator(one, indicator, asOf),
          })),
          ...additionsFor(additions, 'B5', indicator, year).flatMap((one): MoneyItem[] => [
            { ...additionItem(one), programme: 'national', dong: one.national ?? 0 },
            { ...additionItem(one), programme: 'local', dong: one.local ?? 0 },
          ]),
        ],
        of: (item, column) => (item.programme === column ? item.dong : 0),
        texts: { rule: reportRules[rules[indicator]].name },
      }),
    )
    return {
      kind: 'group',
      key: String(year),
      mark: String.fromCharCode(65 + (at % 26)),
      heading: heads.yearGroup(year),
      lines: rows,
    }
  })
  return buildReport({
    columns: [
      { ...moneyColumn('national', heads.parts.national, 'plan'), rule: null, summed: false, width: 18 },
      { ...moneyColumn('local', heads.parts.local, 'plan'), rule: null, summed: false, width: 18 },
      { ...moneyColumn('total', heads.parts.total, null, { adds: ['national', 'local'] }), summed: false, width: 18 },
      textColumn('rule', reportLabels.rules, 34),
    ],
    lines: groups,
    total: null,
  })
}
