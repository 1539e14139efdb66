// One change request: while it is drafted as a form beside what is in force, afterwards as something to read and decide.
import { useState } from 'react'
import type { ChangeRequest } from '../../shared/contract/changes'
import { changeLabels, changeStateLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { QueryProblem } from '../components/StateMessage'
import styles from '../projects/ProjectForm.module.css'
import { DecideChange } from './DecideChange'
import { DraftChange } from './DraftChange'
import { SentChange } from './SentChange'

export const toChanges = () => void navigate(paths.changes)

export function BackToChanges() {
  return (
    <Button onClick={toChanges} title="Esc">
      {labels.backToList}
    </Button>
  )
}

export function changeTitle(request: ChangeRequest): string {
  const number = request.letterNumber === '' ? 'chưa có số' : request.letterNumber
  const date = request.letterDate === null ? '' : ` ngày ${formatDate(request.letterDate)}`
  return `${changeLabels.one} ${number}${date}`
}

export function changeDetail(request: ChangeRequest): string {
  const parts = [
    changeStateLabels[request.state],
    request.askedBy,
    `${request.items.length} đề án`,
    request.splitFrom === null ? '' : `tách từ đề nghị ${request.splitFrom.letterNumber || request.splitFrom.id}`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

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
