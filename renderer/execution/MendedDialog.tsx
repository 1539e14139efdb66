// The day on which what failed at an acceptance was mended.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { plainDate } from '../../shared/contract/values'
import { acceptanceLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const schema = z.strictObject({ mendedOn: plainDate.nullable() })

interface MendedDialogProps {
  readonly id: number
  readonly rowVersion: number
  readonly onClose: () => void
}

export function MendedDialog({ id, rowVersion, onClose }: MendedDialogProps) {
  const record = useCommandCall('execution.recordMended')
  const form = useContractForm(schema, { mendedOn: today() })
  const submit = form.handleSubmit(async ({ mendedOn }) => {
    try {
      await record.mutateAsync({ id, rowVersion, mendedOn })
      notifyDone('Đã ghi ngày khắc phục; việc tiếp theo là nghiệm thu lại.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={acceptanceLabels.mendedOn}
      size={480}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <DateField name="mendedOn" label={acceptanceLabels.mendedOn} width={6} autoFocus />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={record.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
