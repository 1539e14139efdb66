// What stands above the printed plan: the paper it goes with, the decision, a note.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { planHeader } from '../../shared/contract/plans'
import { labels, planLabels, projectLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Plan } from './PlanTable'

export function PlanHeaderDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const save = useCommandCall('plans.saveHeader')
  const form = useContractForm(planHeader, plan.header)
  const submit = form.handleSubmit(async (header) => {
    try {
      await save.mutateAsync({ year: plan.year, programme: plan.programme, rowVersion: plan.rowVersion, header })
      notifyDone('Đã lưu phần đầu kế hoạch.')
      onClose()
    } catch (error) {
      showProblem(form, error, 'header.')
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Phần đầu kế hoạch"
      size={640}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <TextField
              name="attachedTo"
              label={planLabels.attachedTo}
              hint="Như ghi dưới tên biểu, ví dụ: Kèm theo Tờ trình số 12/TTr-SCT ngày 05/8/2026 của Sở Công Thương"
              width={12}
            />
            <TextField name="decisionNumber" label={projectLabels.decisionNumber} width={8} />
            <DateField name="decisionDate" label={projectLabels.decisionDate} width={4} />
            <TextField name="note" label={labels.note} width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
