// Two states of one đề án: its money on both sides, then every cell that differs.
import { comparisonLabels as labels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { paths } from '../app/paths'
import { QueryProblem } from '../components/StateMessage'
import styles from './Comparison.module.css'
import { ChangeRows, ChangesHead, TotalsTable, Waiting } from './ComparisonTable'
import type { PickedState } from './StatePicker'

interface ProjectSidesProps {
  readonly asked: {
    readonly of: { readonly id: number }
    readonly before: PickedState
    readonly after: PickedState
    readonly all: boolean
  }
}

export function ProjectSides({ asked: { of, before, after, all } }: ProjectSidesProps) {
  const query = useQueryCall('projects.compare', { id: of.id, before, after, all })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Waiting />
  const { data } = query
  const cells = data.changes.filter(({ kind }) => kind !== 'same').length
  return (
    <div className={styles.body}>
      <p className={styles.subject}>
        <a href={`#${paths.project(data.id)}`}>{data.name}</a> ({data.code}) ·{' '}
        {cells === 0 ? labels.nothingDiffers : `${cells} chỗ khác nhau`}
      </p>
      <TotalsTable totals={data.totals} before={data.before.label} after={data.after.label} />
      {data.changes.length > 0 && (
        <table className={styles.table} aria-label={labels.title}>
          <ChangesHead before={data.before.label} after={data.after.label} />
          <tbody>
            <ChangeRows changes={data.changes} />
          </tbody>
        </table>
      )}
    </div>
  )
}
