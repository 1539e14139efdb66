// A batch of money given from above: its number, the paper it came with, how much.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { allocation } from '../../shared/contract/planAssignment'
import { allocationDocumentKinds } from '../../shared/domain/allocations'
import { allocationLabels, labels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

export type Assignments = CallOutput<'plans.allocations'>
export type Batch = Assignments['batches'][number]

const kindOptions = optionsOf(allocationDocumentKinds, allocationLabels.documentKinds)

interface AllocationDialogProps {
  readonly record: Assignments
  /** Null for a new one. */
  readonly batch: Batch | null
  readonly onClose: () => void
}

export function AllocationDialog({ record, batch, onClose }: AllocationDialogProps) {
  const save = useCommandCall('plans.saveAllocation')
  const remove = useCommandCall('plans.removeAllocation')
  const last = record.batches.at(-1)
  const form = useContractForm(allocation, {
    batchNumber: batch?.batchNumber ?? (last?.batchNumber ?? 0) + 1,
    documentKind: batch?.documentKind ?? 'decision',
    number: batch?.number ?? '',
    issuedOn: batch?.issuedOn ?? null,
    issuer: batch?.issuer ?? last?.issuer ?? '',
    ...(batch === null ? {} : { totalAmount: batch.totalAmount }),
    note: batch?.note ?? '',
  })
  const which = { year: record.year, programme: record.programme }
  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync({
        ...which,
        id: batch?.id ?? null,
        rowVersion: batch?.rowVersion ?? null,
        allocation: values,
      })
      notifyDone(`Đã ghi đợt ${values.batchNumber}: ${formatMoney(values.totalAmount)} đồng.`)
      onClose()
    } catch (error) {
      showProblem(form, error, 'allocation.')
    }
  })

  async function takeAway(gone: Batch): Promise<void> {
    try {
      await remove.mutateAsync({ id: gone.id, rowVersion: gone.rowVersion })
      notifyDone(`Đã xóa đợt ${gone.batchNumber}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={batch === null ? allocationLabels.add : `${allocationLabels.one} ${batch.batchNumber}`}
      size={680}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <NumberField name="batchNumber" label={allocationLabels.batchNumber} width={2} required />
            <SelectField name="documentKind" label={allocationLabels.documentKind} options={kindOptions} width={3} />
            <TextField name="number" label={allocationLabels.number} width={4} autoFocus />
            <DateField name="issuedOn" label={allocationLabels.issuedOn} width={3} />
            <TextField name="issuer" label={allocationLabels.issuer} width={7} />
            <MoneyField name="totalAmount" label={allocationLabels.totalAmount} width={5} required />
            <TextField name="note" label={labels.note} width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            {batch !== null && (
              <Button kind="danger" busy={remove.isPending} onClick={() => void takeAway(batch)}>
                Xóa đợt này
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
