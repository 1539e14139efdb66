// Support that came back: one receipt against the schedule of the đề án.
import type { z } from 'zod'
import { type ReceiptDetails, receiptDetails } from '../../shared/contract/payments'
import { labels, moneyLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'

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
  async function keep(details: ReceiptDetails, kept: KeptRecord | null): Promise<KeptRecord> {
    const saved = await save.mutateAsync({
      id: kept?.id ?? null,
      rowVersion: kept?.rowVersion ?? null,
      projectId,
      receipt: details,
    })
    notifyDone(`Đã ghi thu hoàn trả ${formatMoney(details.amount)} đồng.`)
    return saved
  }

  async function drop({ id, rowVersion }: KeptRecord): Promise<void> {
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone('Đã xóa lần thu ghi nhầm.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordDialog
      title={moneyLabels.receipt}
      size={680}
      form={form}
      problemPrefix="receipt."
      kept={receipt}
      onSave={keep}
      onRemove={drop}
      onClose={onClose}
    >
      <FieldRow>
        <DateField name="onDate" label={moneyLabels.onDate} required autoFocus width={4} />
        <MoneyField name="amount" label={`${moneyLabels.amount} (đồng)`} required width={4} />
        <TextField name="voucherNumber" label={moneyLabels.voucherNumber} width={4} />
        <TextField name="payer" label={moneyLabels.payer} width={6} />
        <TextField name="note" label={labels.note} width={6} />
      </FieldRow>
    </RecordDialog>
  )
}
