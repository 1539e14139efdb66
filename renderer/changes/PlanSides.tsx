// Two states of a plan: how many đề án differ, the money of both, then each đề án with what changed in it.
import type { Programme } from '../../shared/domain/projects'
import { comparisonLabels as labels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { QueryProblem } from '../components/StateMessage'
import styles from './Comparison.module.css'
import { ChangesHead, TotalsTable, Waiting } from './ComparisonTable'
import { PlanChangeRows } from './PlanChangeRows'
import type { PickedState } from './StatePicker'

interface PlanSidesProps {
  readonly asked: {
    readonly of: { readonly year: number; readonly programme: Programme }
    readonly before: PickedState
    readonly after: PickedState
    readonly all: boolean
  }
}

export function PlanSides({ asked: { of, before, after, all } }: PlanSidesProps) {
  const { year, programme } = of
  const query = useQueryCall('plans.compare', { year, programme, before, after, all })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Waiting />
  const { data } = query
  const count = (kind: (typeof data.rows)[number]['kind']) => data.rows.filter((row) => row.kind === kind).length
  const counts = [
    [count('added'), 'đề án thêm'],
    [count('removed'), 'đề án bỏ'],
    [count('changed'), 'đề án thay đổi'],
    [data.unchanged, 'đề án không đổi'],
  ] as const
  return (
    <div className={styles.body}>
      <p className={styles.subject}>
        {counts
          .filter(([number]) => number > 0)
          .map(([number, words]) => `${number} ${words}`)
          .join(' · ') || labels.nothingDiffers}
      </p>
      <TotalsTable totals={data.totals} before={data.before.label} after={data.after.label} />
      {data.rows.length > 0 && (
        <table className={styles.table} aria-label={labels.title}>
          <ChangesHead before={data.before.label} after={data.after.label} />
          {data.rows.map((row) => (
            <PlanChangeRows key={row.projectId} row={row} />
          ))}
        </table>
      )}
    </div>
  )
}
