// B1: money and đề án by the nine contents, or by the six groups of the conferences, or by any other division of đề án.
import { reportLabels } from '../labels'
import { type ContentGroup, contentGroups } from './projects'
import type { DoneBasis } from './reportFacts'
import { type AmountPart, amountPart, isMoved, type ProjectFigures, partFigures } from './reportFigures'
import type { ReportRule } from './reportRules'
import { type BuiltReport, buildReport, type ReportColumn, type RowPlan } from './reportTable'

const { columns: heads } = reportLabels

export interface Division {
  readonly key: string
  readonly mark: string
  readonly heading: string
  readonly has: (figures: ProjectFigures) => boolean
}

export function divisionByContent(names: ReadonlyMap<ContentGroup, string>): Division[] {
  return contentGroups.map((group, index) => ({
    key: group,
    mark: String(index + 1),
    heading: names.get(group) ?? group,
    has: ({ fact }) => fact.contentGroup === group,
  }))
}

export const contentDivisions = ['contents', 'conferenceGroups'] as const
/** The nine contents of the decree, or the six groups that regional conferences report by. */
export type ContentDivision = (typeof contentDivisions)[number]

/** `groupOf`: counted from 1, as the names stand. */
export function divisionByConferenceGroup(
  names: readonly string[],
  groupOf: ReadonlyMap<ContentGroup, number>,
): Division[] {
  return names.map((heading, index) => ({
    key: `group${index + 1}`,
    mark: String(index + 1),
    heading,
    has: ({ fact }) => groupOf.get(fact.contentGroup) === index + 1,
  }))
}

type Stretch = 'plan' | 'period' | 'cumulative'

function money(stretch: Stretch, part: AmountPart, rule: ReportRule): ReportColumn {
  return {
    key: `${stretch}.${part}`,
    heading: heads.parts[part],
    group: heads.stretches[stretch],
    kind: 'money',
    rule,
    adds: part === 'total' ? [`${stretch}.national`, `${stretch}.local`, `${stretch}.outside`] : [],
    ratio: null,
    summed: true,
    width: 10,
  }
}

function count(stretch: Stretch, rule: ReportRule): ReportColumn {
  return {
    key: `${stretch}.projects`,
    heading: heads.projects,
    group: heads.stretches[stretch],
    kind: 'count',
    rule,
    adds: [],
    ratio: null,
    summed: true,
    width: 6,
  }
}

const parts = ['total', 'national', 'local', 'outside'] as const

/** "Thực hiện" is the rule of its basis, cut to the period. */
export function byContentColumns(basis: DoneBasis): ReportColumn[] {
  return [
    count('plan', 'projects'),
    ...parts.map((part) => money('plan', part, 'plan')),
    count('period', 'inPeriod'),
    ...parts.map((part) => money('period', part, 'inPeriod')),
    ...parts.map((part) => money('cumulative', part, basis)),
    {
      key: 'rate',
      heading: heads.rate,
      group: null,
      kind: 'percent',
      rule: 'planRate',
      adds: [],
      ratio: { part: 'cumulative.total', whole: 'plan.total', of: 'line' },
      summed: false,
      width: 8,
    },
  ]
}

function valueIn(one: ProjectFigures, column: string): number {
  const [stretch, part] = column.split('.') as [Stretch, AmountPart | 'projects']
  if (part === 'projects') return stretch === 'plan' ? Number(one.counts) : Number(isMoved(one.inPeriod))
  switch (stretch) {
    case 'plan':
      return amountPart(one.plan, part)
    case 'period':
      return amountPart(one.inPeriod, part)
    case 'cumulative':
      return amountPart(one.cumulative, part)
  }
}

/** All divisions stand in it, those without đề án too: an empty line says that nothing was done, a missing one says nothing. */
export function reportByContent(
  figures: readonly ProjectFigures[],
  divisions: readonly Division[],
  basis: DoneBasis,
): BuiltReport {
  const { own, carried } = partFigures(figures)
  const row = ({ key, mark, heading, has }: Division): RowPlan<ProjectFigures> => ({
    kind: 'row',
    key,
    mark,
    heading,
    items: own.filter(has),
    of: valueIn,
  })
  const beside: RowPlan<ProjectFigures>[] =
    carried.length === 0
      ? []
      : [{ kind: 'beside', key: 'carried', mark: '', heading: heads.carried, items: carried, of: valueIn }]
  return buildReport({
    columns: byContentColumns(basis),
    lines: [...divisions.map(row), ...beside],
    total: heads.total,
  })
}
