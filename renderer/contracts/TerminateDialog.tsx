// Breaking a contract off: the day, the paper, the reason; what it does is said before it is done.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { contractsContract } from '../../shared/contract/contracts'
import { contractLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Contract } from './ContractScreen'

const entry = contractsContract.terminate.input.omit({ id: true, rowVersion: true })

export function TerminateDialog({ contract, onClose }: { readonly contract: Contract; readonly onClose: () => void }) {
  const terminate = useCommandCall('contracts.terminate')
  const form = useContractForm(entry, { date: today(), number: '', reason: '' })
  const submit = form.handleSubmit(async (values) => {
    try {
      await terminate.mutateAsync({ id: contract.id, rowVersion: contract.rowVersion, ...values })
      notifyDone(`Đã ghi chấm dứt hợp đồng ${contract.number}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${contractLabels.terminate} ${contract.number}`}
      size={620}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Hợp đồng chấm dứt trước hạn: không tạm ứng thêm, giá trị tính bằng số đã cấp; phần chưa dùng ghi thu hồi.
            Bước này không lấy lại được.
          </p>
          <ProblemSummary />
          <FieldRow>
            <DateField name="date" label="Ngày chấm dứt" required autoFocus width={4} />
            <TextField name="number" label="Theo văn bản số" width={6} />
            <ParagraphField name="reason" label="Lý do chấm dứt" required rows={2} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="danger" busy={terminate.isPending}>
              {contractLabels.terminate}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
