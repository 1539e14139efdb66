// B2: plan and done by source of money, each source's share, and against the same period before.
import { reportLabels } from '../labels'
import type { FundingSource } from './money'
import type { DoneBasis } from './reportFacts'
import { type ProjectFigures, partFigures } from './reportFigures'
import { type BuiltReport, buildReport, type GroupPlan, type ReportColumn, type RowPlan } from './reportTable'

const { columns: heads } = reportLabels

const plainMoney = { group: null, kind: 'money', adds: [], ratio: null, summed: true, width: 13 } as const
const percent = { group: null, kind: 'percent', adds: [], summed: false, width: 11 } as const

export function bySourceColumns(basis: DoneBasis): ReportColumn[] {
  return [
    { ...plainMoney, key: 'plan', heading: heads.stretches.plan, rule: 'plan' },
    { ...plainMoney, key: 'period', heading: heads.stretches.period, rule: 'inPeriod' },
    { ...plainMoney, key: 'cumulative', heading: heads.stretches.cumulative, rule: basis },
    {
      ...percent,
      key: 'rate',
      heading: heads.rate,
      rule: 'planRate',
      ratio: { part: 'cumulative', whole: 'plan', of: 'line' },
    },
    {
      ...percent,
      key: 'share',
      heading: heads.share,
      rule: 'share',
      ratio: { part: 'cumulative', whole: 'cumulative', of: 'total' },
    },
    { ...plainMoney, key: 'before', heading: heads.before, rule: 'samePeriod' },
    {
      ...percent,
      key: 'growth',
      heading: heads.growth,
      rule: 'samePeriod',
      ratio: { part: 'period', whole: 'before', of: 'line' },
    },
  ]
}

/** A đề án of this period, or the same đề án in the period before: each brings its own columns. */
interface SourceItem extends ProjectFigures {
  readonly isBefore: boolean
}

export function reportBySource(
  figures: readonly ProjectFigures[],
  before: readonly ProjectFigures[],
  basis: DoneBasis,
): BuiltReport {
  const now = partFigures(figures)
  const then = partFigures(before)
  const items = (own: readonly ProjectFigures[], earlier: readonly ProjectFigures[]): SourceItem[] => [
    ...own.map((one) => ({ ...one, isBefore: false })),
    ...earlier.map((one) => ({ ...one, isBefore: true })),
  ]
  const own = items(now.own, then.own)
  const carried = items(now.carried, then.carried)
  const row = (source: FundingSource, mark: string, kind: 'row' | 'beside' = 'row'): RowPlan<SourceItem> => ({
    kind,
    key: source,
    mark,
    heading: heads.sources[source],
    items: own,
    of: (item, column) => valueIn(item, column, (amounts) => amounts[source]),
  })
  const groups: GroupPlan<SourceItem>[] = [
    {
      kind: 'group',
      key: 'support',
      mark: 'I',
      heading: heads.support,
      lines: [row('national', '1'), row('local', '2')],
    },
    {
      kind: 'group',
      key: 'outside',
      mark: 'II',
      heading: heads.parts.outside,
      lines: [row('counterpart', '1'), row('other', '2')],
    },
  ]
  const beside: RowPlan<SourceItem>[] =
    carried.length === 0
      ? []
      : [
          {
            kind: 'beside',
            key: 'carried',
            mark: '',
            heading: heads.carried,
            items: carried,
            of: (item, column) =>
              valueIn(
                item,
                column,
                ({ national, local, counterpart, other }) => national + local + counterpart + other,
              ),
          },
        ]
  return buildReport({ columns: bySourceColumns(basis), lines: [...groups, ...beside], total: heads.total })
}

function valueIn(item: SourceItem, column: string, part: (amounts: ProjectFigures['plan']) => number): number {
  if (item.isBefore) return column === 'before' ? part(item.inPeriod) : 0
  switch (column) {
    case 'plan':
      return part(item.plan)
    case 'period':
      return part(item.inPeriod)
    case 'cumulative':
      return part(item.cumulative)
    default:
      return 0
  }
}
