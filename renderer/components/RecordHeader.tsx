// The head of a record's screen: back to its list, removing what is on record, saving.
import type { ReactNode } from 'react'
import { labels } from '../../shared/labels'
import { Button } from './Button'
import { PageHeader } from './PageHeader'

export interface RecordHeaderProps {
  readonly title: string
  readonly detail?: ReactNode
  /** Before the others, such as the record's history. */
  readonly actions?: ReactNode
  readonly onList: () => void
  /** Null of a record not saved yet. */
  readonly onRemove: (() => void) | null
  readonly saving: boolean
  readonly onSave: () => void
}

export function RecordHeader({ title, detail, actions, onList, onRemove, saving, onSave }: RecordHeaderProps) {
  return (
    <PageHeader
      title={title}
      detail={detail}
      actions={
        <>
          {actions}
          <Button onClick={onList} title="Esc">
            {labels.backToList}
          </Button>
          {onRemove !== null && (
            <Button kind="danger" onClick={onRemove}>
              {labels.remove}
            </Button>
          )}
        </>
      }
      primary={
        <Button kind="primary" busy={saving} onClick={onSave} title="Ctrl+S">
          {labels.save}
        </Button>
      }
    />
  )
}
