// The columns of the regional tables on the screen: the same figures as in the sheets, in the unit chosen in the frame.
import type { Consolidated, ShownRow } from '../../shared/contract/consolidation'
import type { Figure, Measure } from '../../shared/domain/consolidatedTable'
import { percentText } from '../../shared/domain/consolidationWords'
import { consolidationLabels as labels, programmeLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Money } from '../app/moneyUnit'
import type { Column } from '../components/tableColumns'

type FigureKey = keyof Figure

const exact = (dong: number | null) => (dong === null ? '' : `${formatMoney(dong)} đồng`)

interface FigureColumn {
  readonly measure: Measure
  readonly figure: FigureKey
  readonly header: string
  readonly percent?: boolean
  readonly hidden?: boolean
}

function columnOf(
  { measure, figure, header, percent = false, hidden = false }: FigureColumn,
  total: ShownRow,
  money: Money,
): Column<ShownRow> {
  const figureIn = (row: ShownRow) => row.figures[measure][figure]
  const text = (value: number | null) =>
    percent ? (value === null ? '–' : `${percentText(value)} %`) : money.format(value)
  return {
    id: `${measure}.${figure}`,
    header,
    width: percent ? 80 : 102,
    align: 'end',
    hidden,
    text: (row) => text(figureIn(row)),
    ...(percent ? {} : { title: (row: ShownRow) => exact(figureIn(row)) }),
    sort: figureIn,
    foot: text(figureIn(total)),
  }
}

/** Only what some file says is shown; the rest can be chosen. */
export function tableColumns(first: string, { table, year }: Consolidated, money: Money): Column<ShownRow>[] {
  const { total } = table
  const done = total.figures.support.done !== null
  const before = total.figures.support.plannedBefore !== null
  const side = (measure: Measure, name: string): FigureColumn[] => [
    { measure, figure: 'planned', header: `${labels.plannedShort} ${name}` },
    ...(done
      ? [
          { measure, figure: 'done', header: `${labels.doneShort} ${name}` } as const,
          { measure, figure: 'rate', header: `% ${name}`, percent: true } as const,
        ]
      : []),
  ]
  const figures: FigureColumn[] = [
    ...side('national', programmeLabels.national.short),
    ...side('local', programmeLabels.local.short),
    ...side('support', labels.sum),
    { measure: 'support', figure: 'plannedShare', header: labels.plannedShare, percent: true, hidden: done },
    ...(done ? [{ measure: 'support', figure: 'doneShare', header: labels.doneShare, percent: true } as const] : []),
    ...(before
      ? [
          {
            measure: 'support',
            figure: 'plannedBefore',
            header: labels.plannedOf(year === null ? '' : String(year - 1)),
          } as const,
          { measure: 'support', figure: 'plannedGrowth', header: labels.growthShort, percent: true } as const,
        ]
      : []),
    ...(total.figures.counterpart.planned > 0
      ? [{ measure: 'counterpart', figure: 'planned', header: labels.counterpart } as const]
      : []),
    ...(total.figures.other.planned > 0
      ? [{ measure: 'other', figure: 'planned', header: labels.measures.other } as const]
      : []),
  ]
  return [
    { id: 'name', header: first, width: 200, grow: true, text: (row) => row.name },
    {
      id: 'projects',
      header: labels.projects,
      width: 74,
      align: 'end',
      text: (row) => String(row.projects),
      sort: (row) => row.projects,
      foot: String(total.projects),
    },
    ...figures.map((one) => columnOf(one, total, money)),
  ]
}

export type SourceRow = Consolidated['table']['bySource'][number]

export function sourceColumns({ year }: Consolidated, money: Money): Column<SourceRow>[] {
  const amount = (id: 'planned' | 'done' | 'plannedBefore' | 'doneBefore', header: string): Column<SourceRow> => ({
    id,
    header,
    width: 140,
    align: 'end',
    text: (row) => money.format(row[id]),
    title: (row) => exact(row[id]),
    sort: false,
  })
  const percent = (
    id: 'rate' | 'plannedShare' | 'doneShare' | 'plannedGrowth' | 'doneGrowth',
    header: string,
  ): Column<SourceRow> => ({
    id,
    header,
    width: 120,
    align: 'end',
    text: (row) => (row[id] === null ? '–' : `${percentText(row[id])} %`),
    sort: false,
  })
  const before = year === null ? '' : String(year - 1)
  return [
    { id: 'name', header: labels.source, width: 240, grow: true, text: (row) => row.name, sort: false },
    amount('planned', labels.planned),
    amount('done', labels.done),
    percent('rate', labels.rate),
    percent('plannedShare', labels.plannedShare),
    percent('doneShare', labels.doneShare),
    amount('plannedBefore', labels.plannedOf(before)),
    percent('plannedGrowth', labels.growthShort),
    { ...amount('doneBefore', labels.doneOf(before)), hidden: true },
    { ...percent('doneGrowth', labels.growthOfDone), hidden: true },
  ]
}
