// What of a month's report does not fit in the grid, saved together with it.
import { Modal } from '@mantine/core'
import { labels, progressLabels } from '../../shared/labels'
import type { CallOutput } from '../app/calls'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, MonthField, ParagraphField, TextField } from '../components/fields'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Execution.module.css'

type Row = CallOutput<'execution.progressMonth'>['rows'][number]

interface MoreDialogProps {
  readonly row: Row
  readonly index: number
  readonly onClose: () => void
}

/** What does not fit in the grid; it is saved with all the others. */
export function MoreDialog({ row, index, onClose }: MoreDialogProps) {
  const name = `reports.${index}.report`
  return (
    <Modal opened onClose={onClose} title={`${row.code} · ${row.name}`} size={860} transitionProps={{ duration: 0 }}>
      <FieldRow>
        <ParagraphField name={`${name}.workDone`} label={progressLabels.workDone} rows={3} />
        <ParagraphField name={`${name}.difficulties`} label={progressLabels.difficulties} rows={3} />
        <MoneyField name={`${name}.advanceRequested`} label={progressLabels.advanceRequested} width={3} />
        <MonthField name={`${name}.expectedEnd`} label={progressLabels.expectedEnd} width={3} />
        <DateField name={`${name}.reportedOn`} label={progressLabels.reportedOn} width={3} />
        <DateField name={`${name}.confirmedOn`} label={progressLabels.confirmedOn} width={3} />
        <TextField name={`${name}.note`} label={labels.note} width={12} />
      </FieldRow>
      <h3>{progressLabels.photos}</h3>
      {row.reportId === null ? (
        <p className={styles.soft}>Lưu tiến độ tháng này trước, rồi đính kèm ảnh.</p>
      ) : (
        <AttachmentsSection
          owner={{ ownerKind: 'progressReport', ownerId: row.reportId }}
          ownerName="báo cáo tiến độ"
        />
      )}
      <div className={dialogStyles.buttons}>
        <HistoryButton record={{ kind: 'progress', projectId: row.projectId }} />
        <Button kind="primary" onClick={onClose}>
          {labels.close}
        </Button>
      </div>
    </Modal>
  )
}
