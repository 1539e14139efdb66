// Support that came back: one receipt against the schedule of the đề án.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import type { z } from 'zod'
import { type ReceiptDetails, receiptDetails } from '../../shared/contract/payments'
import { labels, moneyLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

interface ReceiptDialogProps {
  readonly projectId: number
  readonly receipt: CallOutput<'contracts.money'>['receipts'][number] | null
  /** Still to come by the schedule. */
  readonly left: number
  readonly onClose: () => void
}

export function ReceiptDialog({ projectId, receipt, left, onClose }: ReceiptDialogProps) {
  const save = useCommandCall('contracts.saveReceipt')
  const remove = useCommandCall('contracts.removeReceipt')
  const form = useContractForm<z.input<typeof receiptDetails>, ReceiptDetails>(receiptDetails, {
    onDate: receipt?.onDate ?? today(),
    amount: receipt?.amount ?? left,
    payer: receipt?.payer ?? '',
    voucherNumber: receipt?.voucherNumber ?? '',
    note: receipt?.note ?? '',
  })
  const submit = form.handleSubmit(async (details) => {
    try {
      await save.mutateAsync({
        id: receipt?.id ?? null,
        rowVersion: receipt?.rowVersion ?? null,
        projectId,
        receipt: details,
      })
      notifyDone(`Đã ghi thu hoàn trả ${formatMoney(details.amount)} đồng.`)
      onClose()
    } catch (error) {
      showProblem(form, error, 'receipt.')
    }
  })

  async function drop(): Promise<void> {
    if (receipt === null) return
    try {
      await remove.mutateAsync({ id: receipt.id, rowVersion: receipt.rowVersion })
      notifyDone('Đã xóa lần thu ghi nhầm.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={moneyLabels.receipt}
      size={680}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <DateField name="onDate" label={moneyLabels.onDate} required autoFocus width={4} />
            <MoneyField name="amount" label={`${moneyLabels.amount} (đồng)`} required width={4} />
            <TextField name="voucherNumber" label={moneyLabels.voucherNumber} width={4} />
            <TextField name="payer" label={moneyLabels.payer} width={6} />
            <TextField name="note" label={labels.note} width={6} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            {receipt !== null && (
              <Button kind="danger" onClick={() => void drop()}>
                {labels.remove}
              </Button>
            )}
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
