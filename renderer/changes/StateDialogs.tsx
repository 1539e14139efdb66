// Sending a request, taking it out, cancelling its decision: what each does is said before it is done.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldValues, FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { ChangeRequest } from '../../shared/contract/changes'
import { line, plainDate, requiredLine } from '../../shared/contract/values'
import { changeLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button, type ButtonKind } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { type ContractForm, showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

interface StateDialogProps {
  readonly request: ChangeRequest
  readonly onClose: () => void
}

interface AskedProps<I extends FieldValues, O> {
  readonly form: ContractForm<I, O>
  readonly title: string
  readonly does: string
  readonly button: string
  readonly kind?: ButtonKind
  readonly busy: boolean
  readonly onClose: () => void
  readonly run: (values: O) => Promise<void>
  readonly children: ReactNode
}

function Asked<I extends FieldValues, O>(props: AskedProps<I, O>) {
  const { form, title, does, button, kind = 'primary', busy, onClose, run, children } = props
  const submit = form.handleSubmit(async (values) => {
    try {
      await run(values)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={title}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>{does}</p>
          <br />
          <ProblemSummary />
          <FieldRow>{children}</FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind={kind} busy={busy}>
              {button}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const submitSchema = z.strictObject({ submittedOn: plainDate })

export function SubmitDialog({ request, onClose }: StateDialogProps) {
  const command = useCommandCall('changes.submit')
  const form = useContractForm(submitSchema, { submittedOn: today() })
  return (
    <Asked
      form={form}
      title="Trình đề nghị"
      does="Đề nghị được giữ đúng như trình đi; muốn sửa thì lấy lại trước khi có quyết định."
      button="Trình"
      busy={command.isPending}
      onClose={onClose}
      run={async ({ submittedOn }) => {
        await command.mutateAsync({ id: request.id, rowVersion: request.rowVersion, submittedOn })
        notifyDone('Đã trình đề nghị, chờ quyết định.')
      }}
    >
      <DateField name="submittedOn" label="Ngày trình" width={4} />
    </Asked>
  )
}

const withdrawSchema = z.strictObject({ date: plainDate, reason: requiredLine('lý do rút', 1_000) })

export function WithdrawDialog({ request, onClose }: StateDialogProps) {
  const command = useCommandCall('changes.withdraw')
  const form = useContractForm(withdrawSchema, { date: today(), reason: '' })
  return (
    <Asked
      form={form}
      title="Rút đề nghị"
      does="Đề nghị không được quyết định nữa nhưng vẫn giữ trong danh sách để xem lại."
      button="Rút đề nghị"
      kind="danger"
      busy={command.isPending}
      onClose={onClose}
      run={async (values) => {
        await command.mutateAsync({ id: request.id, rowVersion: request.rowVersion, ...values })
        notifyDone('Đã rút đề nghị.')
      }}
    >
      <DateField name="date" label="Ngày rút" width={4} />
      <ParagraphField name="reason" label={changeLabels.reason} rows={2} width={12} />
    </Asked>
  )
}

const cancelSchema = z.strictObject({
  number: line(60),
  date: plainDate,
  reason: requiredLine('lý do hủy', 2_000),
})

export function CancelDecisionDialog({ request, onClose }: StateDialogProps) {
  const command = useCommandCall('changes.cancelDecision')
  const form = useContractForm(cancelSchema, { number: '', date: today(), reason: '' })
  return (
    <Asked
      form={form}
      title={`Hủy quyết định ${request.decision?.number ?? ''}`}
      does="Quyết định đã ghi không xóa được. Hủy quyết định làm một bản mới giống hệt bản trước quyết định đó; cả hai vẫn còn trong lịch sử."
      button="Hủy quyết định"
      kind="danger"
      busy={command.isPending}
      onClose={onClose}
      run={async (values) => {
        await command.mutateAsync({ id: request.id, rowVersion: request.rowVersion, ...values })
        notifyDone('Đã hủy quyết định; bản trước đó có hiệu lực trở lại.')
      }}
    >
      <TextField name="number" label="Số văn bản hủy (nếu có)" width={8} />
      <DateField name="date" label="Ngày hủy" width={4} />
      <ParagraphField name="reason" label={changeLabels.reason} rows={2} width={12} />
    </Asked>
  )
}
