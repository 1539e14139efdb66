// How a request is called at the head of its screens, and the way back to the list.
import type { ChangeRequest } from '../../shared/contract/changes'
import { changeLabels, changeStateLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'

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
