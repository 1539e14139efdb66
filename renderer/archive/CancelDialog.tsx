// Cancelling an issued paper: why, and what becomes of its number.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { OutgoingState } from '../../shared/contract/archive'
import { requiredLine } from '../../shared/contract/values'
import { labels, outgoingLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const schema = z.strictObject({ reason: requiredLine('lý do hủy', 1_000) })

interface CancelDialogProps {
  readonly paper: OutgoingState
  readonly onClose: () => void
}

export function CancelDialog({ paper, onClose }: CancelDialogProps) {
  const cancel = useCommandCall('archive.cancelIssued')
  const form = useContractForm(schema, { reason: '' })
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await cancel.mutateAsync({ id: paper.id, reason })
      notifyDone(`Đã hủy văn bản số ${paper.fullNumber}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Hủy văn bản số ${paper.fullNumber}`}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <p>Bản đã phát hành vẫn giữ trong sổ cùng lý do hủy. Số này không cấp lại cho văn bản khác.</p>
          <br />
          <FieldRow>
            <TextField name="reason" label={outgoingLabels.cancelReason} required autoFocus width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.close}</Button>
            <Button type="submit" kind="danger" busy={cancel.isPending}>
              Hủy văn bản này
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
