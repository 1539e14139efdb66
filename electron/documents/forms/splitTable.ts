// Phân bổ theo đơn vị thụ hưởng: what each beneficiary of a group gets of every source, under its estimate.
import { sumOfParts } from '../../../shared/domain/beneficiarySplit'
import { type AmountsBySource, type FundingSource, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { sourceLabels, splitLabels } from '../../../shared/labels'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, Cell, TableRow } from '../blocks'
import { unitLine } from './budgetTable'
import { type PaperProject, subheading } from './paper'

/** Nothing for a single beneficiary, or while nobody has said who gets what. */
export function splitBlocks(project: PaperProject, sources: readonly FundingSource[]): Block[] {
  const { split } = project
  if (split === null || split.parts.length < 2) return []
  const figures = (amounts: AmountsBySource): Cell[] => [
    ...sources.map((source): Cell => (amounts[source] === 0 ? '' : formatInteger(amounts[source]))),
    formatInteger(totalOf(amounts)),
  ]
  const total: TableRow = {
    kind: 'total',
    cells: [{ text: 'Tổng cộng', colSpan: 2, align: 'center' }, ...figures(sumOfParts(split))],
  }
  return [
    subheading(splitLabels.title),
    unitLine,
    {
      kind: 'table',
      columns: [
        { weight: 0.5, align: 'center' },
        { weight: 4, align: 'left' },
        ...[...sources, 'total'].map(() => ({ weight: 1.7, align: 'right' as const })),
      ],
      header: [
        [
          { text: 'TT' },
          { text: 'Đơn vị thụ hưởng' },
          ...sources.map((source) => ({ text: sourceLabels[source].long })),
          { text: 'Cộng' },
        ],
      ],
      rows: [
        ...split.parts.map(
          (part, index): TableRow => ({ kind: 'row', cells: [String(index + 1), part.name, ...figures(part.amounts)] }),
        ),
        ...(totalOf(split.common) === 0
          ? []
          : [{ kind: 'row' as const, cells: ['', splitLabels.common, ...figures(split.common)] }]),
        total,
      ],
    },
  ]
}

/** Under a list of beneficiaries with their support: what is nobody's own, so that the list makes its total. */
export function commonRow({ split, programme }: PaperProject, columns: number): TableRow[] {
  const common = split === null ? 0 : split.common[supportSource(programme)]
  if (common === 0) return []
  return [
    {
      kind: 'row',
      cells: ['', { text: splitLabels.common, colSpan: columns - 2, align: 'left' }, formatInteger(common)],
    },
  ]
}
