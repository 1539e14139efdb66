// Điều chỉnh: the plan as given beside the plan as it is today.
import type { Programme } from '../../shared/domain/projects'
import { comparisonLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { PlanSides } from '../changes/PlanSides'
import { Button } from '../components/Button'
import { StateMessage } from '../components/StateMessage'
import styles from './PlanScreen.module.css'

export function PlanChangesTab({ year, programme }: { readonly year: number; readonly programme: Programme }) {
  const states = useQueryCall('plans.states', { year, programme })
  if (states.data === undefined) return null
  const has = (kind: string) => states.data.some(({ state }) => state.kind === kind)
  if (!has('assigned') || !has('today'))
    return (
      <StateMessage title="Chưa có gì được điều chỉnh">
        Khi kế hoạch đã được phê duyệt, mỗi quyết định điều chỉnh, bổ sung, ngừng sẽ hiện ở đây: trước và sau, chênh
        lệch theo nguồn.
      </StateMessage>
    )
  return (
    <>
      <div className={styles.stateBar}>
        <span className={styles.stateWords}>Kế hoạch được giao so với hiện nay</span>
        <Button kind="quiet" onClick={() => void navigate(paths.comparison)}>
          {comparisonLabels.otherStates}
        </Button>
      </div>
      <PlanSides
        asked={{
          of: { year, programme },
          before: { kind: 'assigned' },
          after: { kind: 'today' },
          all: false,
        }}
      />
    </>
  )
}
