// B8: what visits after support found: jobs, revenue, tax, income, before and after.
import { reportLabels } from '../labels'
import type { PlainDate } from '../vietnamese/dates'
import { type EffectFigure, type EffectFigures, effectFigures } from './executionInspection'
import { countColumn, dateColumn, moneyColumn, textColumn } from './reportColumns'
import { type BuiltReport, buildReport, type ReportColumn, type RowPlan, type Summand } from './reportTable'

/** The newest visit to a beneficiary of a đề án in the period. */
export interface EffectFact {
  readonly inspectionId: number
  readonly projectId: number
  readonly code: string
  readonly projectName: string
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly visitedOn: PlainDate
  readonly before: EffectFigures
  readonly after: EffectFigures
}

const { columns: heads, effects } = reportLabels

/** An average says nothing summed. */
const summed = (figure: EffectFigure) => figure !== 'averageIncome'

function figureColumns(figure: EffectFigure): ReportColumn[] {
  const make = figure === 'jobs' ? countColumn : moneyColumn
  return (['before', 'after', 'change'] as const).map((side) => ({
    ...make(`${figure}.${side}`, effects.sides[side], 'effect', {
      group: effects[figure],
      width: figure === 'jobs' ? 7 : 11,
    }),
    summed: summed(figure),
  }))
}

export const effectColumns: readonly ReportColumn[] = [
  textColumn('project', heads.project, 24),
  dateColumn('visitedOn', heads.visitedOn),
  ...effectFigures.flatMap(figureColumns),
]

interface EffectItem extends Summand {
  readonly fact: EffectFact
}

function valueIn({ fact }: EffectItem, column: string): number | null {
  const [figure, side] = column.split('.') as [EffectFigure, 'before' | 'after' | 'change']
  const [before, after] = [fact.before[figure], fact.after[figure]]
  if (side === 'change') return before === null || after === null ? null : after - before
  return side === 'before' ? before : after
}

export function reportOfEffects(facts: readonly EffectFact[]): BuiltReport {
  const rows = facts.map((fact, index): RowPlan<EffectItem> => {
    const item = { projectId: fact.projectId, code: fact.code, name: fact.projectName, fact }
    // A figure nobody asked for is not a nought.
    const unknown = effectFigures.flatMap((figure) =>
      (['before', 'after', 'change'] as const).flatMap((side) =>
        valueIn(item, `${figure}.${side}`) === null ? [[`${figure}.${side}`, null]] : [],
      ),
    )
    return {
      kind: 'row',
      key: `inspection.${fact.inspectionId}`,
      mark: String(index + 1),
      heading: fact.beneficiary === '' ? effects.wholeProject : fact.beneficiary,
      items: [item],
      of: (one, column) => valueIn(one, column) ?? 0,
      texts: {
        ...Object.fromEntries(unknown),
        project: `${fact.projectName} (${fact.code})`,
        visitedOn: fact.visitedOn,
      },
      opens: { kind: 'inspection', id: fact.inspectionId },
    }
  })
  // The sum of figures nobody asked for is not a nought either.
  const isKnown = (key: string) => rows.some(({ texts }) => texts?.[key] !== null)
  const columns = effectColumns.map((column) => (isKnown(column.key) ? column : { ...column, summed: false }))
  return buildReport({ columns, lines: rows, total: heads.total })
}
