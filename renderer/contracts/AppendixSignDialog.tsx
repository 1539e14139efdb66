// Signing an appendix on record. What it would pass is told by the program and answered in the same box.
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

const entry = contractsContract.signAppendix.input.omit({ id: true, rowVersion: true })

interface AppendixSignDialogProps {
  readonly appendix: Contract['appendices'][number]
  readonly onClose: () => void
}

export function AppendixSignDialog({ appendix, onClose }: AppendixSignDialogProps) {
  const sign = useCommandCall('contracts.signAppendix')
  const form = useContractForm(entry, { signedOn: today(), number: '', reason: '' })
  const submit = form.handleSubmit(async (values) => {
    try {
      const { number } = await sign.mutateAsync({ id: appendix.id, rowVersion: appendix.rowVersion, ...values })
      notifyDone(`Đã ghi ký phụ lục số ${number}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${contractLabels.sign}: phụ lục ${appendix.ordinal}`}
      size={620}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>Từ khi ghi ký, giá trị và thời hạn hợp đồng theo phụ lục; phụ lục không sửa được nữa.</p>
          <ProblemSummary />
          <FieldRow>
            <DateField name="signedOn" label={contractLabels.signedOn} required autoFocus width={4} />
            <TextField
              name="number"
              label={contractLabels.appendixNumber}
              hint={`Để trống: ${String(appendix.ordinal).padStart(2, '0')}/PLHĐ`}
              width={4}
            />
            <ParagraphField name="reason" label={`${contractLabels.reason} (chỉ ghi khi có cảnh báo)`} rows={2} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={sign.isPending}>
              {contractLabels.sign}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
