// One change request: while it is drafted as a form beside what is in force, afterwards as something to read and decide.
import { useState } from 'react'
import { labels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { useShortcuts } from '../app/shortcuts'
import { QueryProblem } from '../components/StateMessage'
import styles from '../projects/ProjectForm.module.css'
import { toChanges } from './changeWords'
import { DecideChange } from './DecideChange'
import { DraftChange } from './DraftChange'
import { SentChange } from './SentChange'

export function ChangeScreen({ id }: { readonly id: number }) {
  const [deciding, setDeciding] = useState(false)
  const query = useQueryCall('changes.get', { id })
  const groups = useQueryCall('office.contentGroups', {})
  useShortcuts({ Escape: deciding ? () => setDeciding(false) : toChanges })
  const error = query.error ?? groups.error
  if (error !== null) return <QueryProblem error={error} retry={() => void query.refetch()} />
  if (query.data === undefined || groups.data === undefined)
    return (
      <p className={styles.problem} role="status">
        {labels.loading}
      </p>
    )
  const request = query.data
  if (request.state === 'draft') return <DraftChange request={request} contentGroups={groups.data} />
  if (request.state === 'submitted' && deciding)
    return <DecideChange request={request} contentGroups={groups.data} onClose={() => setDeciding(false)} />
  return <SentChange request={request} onDecide={() => setDeciding(true)} />
}
