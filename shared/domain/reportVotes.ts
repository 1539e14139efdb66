// B7: product votes: by level and round, by group of products, how many were registered and how many certified.
import { productGroupLabels, reportLabels, voteLevelLabels } from '../labels'
import { type ProductGroup, productGroups, type VoteLevel, voteLevels } from './productVotes'
import { countColumn, textColumn } from './reportColumns'
import { type BuiltReport, buildReport, type GroupPlan, type RowPlan, type Summand } from './reportTable'

export interface VotedProduct extends Summand {
  readonly roundId: number
  readonly level: VoteLevel
  readonly year: number
  readonly place: string
  readonly group: ProductGroup
  readonly certified: boolean
}

const { columns: heads, votes } = reportLabels

export function reportOfVotes(products: readonly VotedProduct[]): BuiltReport {
  const rounds = new Map<number, VotedProduct[]>()
  for (const one of products) rounds.set(one.roundId, [...(rounds.get(one.roundId) ?? []), one])
  const byRound = [...rounds.values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ first, own }]
  })
  const held = voteLevels.filter((level) => byRound.some(({ first }) => first.level === level))
  const levels = held.map((level, index): GroupPlan<VotedProduct> => {
    const lines = byRound
      .filter(({ first }) => first.level === level)
      .sort((a, b) => a.first.year - b.first.year || a.first.place.localeCompare(b.first.place, 'vi'))
      .map(
        ({ first, own }, at): GroupPlan<VotedProduct> => ({
          kind: 'group',
          key: `round.${first.roundId}`,
          mark: String(at + 1),
          heading: votes.round(first.year, first.place),
          lines: productGroups.flatMap((group): RowPlan<VotedProduct>[] => {
            const items = own.filter((one) => one.group === group)
            if (items.length === 0) return []
            return [
              {
                kind: 'row',
                key: `round.${first.roundId}.${group}`,
                mark: '',
                heading: productGroupLabels[group],
                items,
                of: (item, column) => (column === 'registered' ? 1 : Number(item.certified)),
                texts: { unit: votes.unit },
              },
            ]
          }),
        }),
      )
    return {
      kind: 'group',
      key: level,
      mark: ['I', 'II', 'III', 'IV', 'V'][index] ?? '',
      heading: voteLevelLabels[level],
      lines,
    }
  })
  return buildReport({
    columns: [
      countColumn('registered', votes.registered, 'votes', { width: 18 }),
      countColumn('certified', votes.certified, 'votes', { width: 18 }),
      textColumn('unit', heads.unit, 12),
    ],
    lines: levels,
    total: heads.total,
  })
}
