// Mending what was typed wrong for a step already taken: its day and its paper, with the reason that stays in the history.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { stepEntry } from '../../shared/contract/lifecycle'
import { requiredLine } from '../../shared/contract/values'
import { transitions } from '../../shared/domain/lifecycle'
import { labels, projectStepLabels, stepCorrectionLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Steps } from './StepsBar'

const schema = z.strictObject({ ...stepEntry.shape, reason: requiredLine('lý do sửa', 1_000) })

interface CorrectStepDialogProps {
  readonly steps: Steps
  readonly step: Steps['history'][number]
  readonly onClose: () => void
}

export function CorrectStepDialog({ steps, step, onClose }: CorrectStepDialogProps) {
  const correct = useCommandCall('projects.correctStep')
  const form = useContractForm(schema, {
    date: step.date,
    documentNumber: step.documentNumber,
    documentDate: step.documentDate,
    reason: '',
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      await correct.mutateAsync({ id: steps.id, stepId: step.id, rowVersion: steps.rowVersion, ...values })
      notifyDone(`Đã sửa bước “${projectStepLabels[step.step]}”.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${stepCorrectionLabels.title}: ${projectStepLabels[step.step]}`}
      size={620}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>Chỉ sửa chỗ gõ nhầm. Ngày, số đã ghi trước vẫn giữ trong lịch sử cùng lý do và người sửa.</p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <DateField name="date" label={stepCorrectionLabels.date} width={4} required autoFocus />
            {transitions[step.step].document !== 'none' && (
              <>
                <TextField name="documentNumber" label={stepCorrectionLabels.documentNumber} width={4} />
                <DateField name="documentDate" label={stepCorrectionLabels.documentDate} width={4} />
              </>
            )}
            <ParagraphField name="reason" label={stepCorrectionLabels.reason} rows={2} required />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={correct.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
