// B3: the đề án themselves, by programme: decision, contracts, money, how far each had come on the day.
import { contractRegisterLabels, planTableLabels, projectStatusLabels, reportLabels } from '../labels'
import { formatDate, type PlainDate } from '../vietnamese/dates'
import { supportOf } from './money'
import { programmes } from './projects'
import { moneyColumn, textColumn } from './reportColumns'
import { advancedBy, paidBy, recoveredBy, settledBy, stageOf } from './reportFacts'
import { outsideOf, type ProjectFigures, partFigures } from './reportFigures'
import { type BuiltReport, buildReport, type GroupPlan, type ReportColumn, type RowPlan } from './reportTable'

const { columns: heads } = reportLabels

const columns: readonly ReportColumn[] = [
  textColumn('beneficiaries', planTableLabels.beneficiaries, 18),
  textColumn('places', planTableLabels.places, 15),
  textColumn('decision', contractRegisterLabels.decision, 15),
  textColumn('contracts', contractRegisterLabels.contracts, 15),
  moneyColumn('support', heads.parts.support, 'plan', { group: heads.stretches.plan }),
  moneyColumn('outside', heads.parts.outside, 'plan', { group: heads.stretches.plan }),
  moneyColumn('advanced', contractRegisterLabels.advanced, 'advancedNet'),
  moneyColumn('paid', contractRegisterLabels.paid, 'paid'),
  moneyColumn('settled', contractRegisterLabels.settled, 'settled'),
  textColumn('stage', contractRegisterLabels.progress, 12),
  textColumn('status', contractRegisterLabels.status, 15),
]

const decisionWords = ({ number, date }: { readonly number: string; readonly date: PlainDate }) =>
  number === '' ? formatDate(date) : `${number}, ngày ${formatDate(date)}`

function valueIn({ fact, plan }: ProjectFigures, column: string, asOf: PlainDate): number {
  switch (column) {
    case 'support':
      return supportOf(plan)
    case 'outside':
      return outsideOf(plan)
    case 'advanced':
      return supportOf(advancedBy(fact, asOf)) - supportOf(recoveredBy(fact, asOf))
    case 'paid':
      return supportOf(paidBy(fact, asOf))
    case 'settled':
      return supportOf(settledBy(fact, asOf))
    default:
      return 0
  }
}

/** Those of the plans, with those that were ended: what was given before is still told. */
export function reportOfProjects(figures: readonly ProjectFigures[], asOf: PlainDate): BuiltReport {
  const { own, carried } = partFigures(figures)
  const listed = own.filter(({ counts, fact }) => counts || fact.standing === 'ended')
  const row = (one: ProjectFigures, index: number, kind: 'row' | 'beside' = 'row'): RowPlan<ProjectFigures> => ({
    kind,
    key: `project.${one.fact.projectId}`,
    mark: String(index + 1),
    heading: `${one.name} (${one.code})`,
    items: [one],
    of: (item, column) => valueIn(item, column, asOf),
    texts: {
      beneficiaries: one.fact.beneficiaries.map(({ name }) => name).join('; '),
      places: one.fact.places.map(({ text }) => text).join('; '),
      decision: one.fact.decision === null ? '' : decisionWords(one.fact.decision),
      contracts: one.fact.contracts
        .map(({ number, signedOn }) => `${number} ngày ${formatDate(signedOn)}`.trim())
        .join('; '),
      stage: reportLabels.stages[stageOf(one.fact, asOf)],
      status: projectStatusLabels[one.fact.status],
    },
    opens: { kind: 'project', id: one.fact.projectId },
  })
  const groups = programmes.flatMap((programme, index): GroupPlan<ProjectFigures>[] => {
    const rows = listed.filter(({ fact }) => fact.programme === programme)
    if (rows.length === 0) return []
    return [
      {
        kind: 'group',
        key: programme,
        mark: index === 0 ? 'I' : 'II',
        heading: planTableLabels.programmeGroup[programme],
        lines: rows.map((one, at) => row(one, at)),
      },
    ]
  })
  return buildReport({
    columns,
    lines: [...groups, ...carried.map((one, index) => row(one, index, 'beside'))],
    total: heads.total,
  })
}
