// What one đề án got: of which batch, by source, beside what it asked for.
import { Modal } from '@mantine/core'
import { useId, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { amountsBySource, plainDate } from '../../shared/contract/values'
import { ownSource } from '../../shared/domain/allocations'
import { fundingSources } from '../../shared/domain/money'
import { allocationLabels, labels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow, inputClass } from '../components/Field'
import { DateField, MoneyField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Assignments } from './AllocationDialog'
import styles from './AssignedTable.module.css'
import { openBatches } from './assignable'

const schema = z.strictObject({ amounts: amountsBySource, assignedOn: plainDate.nullable() })

type Item = Assignments['items'][number]

interface AssignDialogProps {
  readonly record: Assignments
  readonly item: Item
  readonly onClose: () => void
}

export function AssignDialog({ record, item, onClose }: AssignDialogProps) {
  const batches = openBatches(record, item)
  const lastGiven = item.parts
    .map((part) => part.allocationId)
    .findLast((id) => batches.some((batch) => batch.id === id))
  const [allocationId, setAllocationId] = useState<number | null>(lastGiven ?? batches.at(-1)?.id ?? null)
  const own = ownSource(record.programme)
  const batchId = useId()
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Giao kinh phí: ${item.name}`}
      size={680}
      transitionProps={{ duration: 0 }}
    >
      <p>
        Đăng ký {formatMoney(item.registered[own])} đồng {sourceLabels[own].short}; đã giao{' '}
        {formatMoney(item.assigned[own])} đồng.
      </p>
      <div className={styles.batchChoice}>
        <label htmlFor={batchId}>{allocationLabels.one}</label>
        <select
          id={batchId}
          className={inputClass}
          value={allocationId ?? ''}
          onChange={(event) => setAllocationId(event.target.value === '' ? null : Number(event.target.value))}
        >
          {batches.map((batch) => (
            <option key={batch.id} value={batch.id}>
              {allocationLabels.one} {batch.batchNumber}
              {batch.number === '' ? '' : ` – ${batch.number}`} (còn {formatMoney(batch.left)} đồng)
            </option>
          ))}
          {record.state !== 'approved' && <option value="">{allocationLabels.withoutBatch}</option>}
        </select>
      </div>
      <PartForm key={allocationId} record={record} item={item} allocationId={allocationId} onClose={onClose} />
    </Modal>
  )
}

interface PartFormProps extends AssignDialogProps {
  readonly allocationId: number | null
}

function PartForm({ record, item, allocationId, onClose }: PartFormProps) {
  const save = useCommandCall('plans.assign')
  const part = item.parts.find((one) => one.allocationId === allocationId)
  const own = ownSource(record.programme)
  const noOther = { national: 0, local: 0, counterpart: 0, other: 0 }
  // What one would most often type: all that was asked for and not yet given, the beneficiary's own money with it.
  const suggested =
    item.parts.length > 0
      ? noOther
      : {
          ...noOther,
          [own]: item.registered[own],
          counterpart: item.registered.counterpart,
          other: item.registered.other,
        }
  const form = useContractForm(schema, { amounts: part?.amounts ?? suggested, assignedOn: part?.assignedOn ?? null })
  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync({ itemId: item.id, allocationId, ...values })
      notifyDone(`Đã ghi số được giao của “${item.name}”.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <FormProvider {...form}>
      <UnsavedGuard />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ProblemSummary />
        <FieldRow>
          {fundingSources.map((source) => (
            <MoneyField
              key={source}
              name={`amounts.${source}`}
              label={`${sourceLabels[source].short} (đồng)`}
              width={4}
              empty="zero"
              autoFocus={source === own}
            />
          ))}
          <DateField
            name="assignedOn"
            label={allocationLabels.assignedOn}
            width={4}
            {...(allocationId === null ? {} : { hint: 'Để trống: theo ngày văn bản của đợt' })}
          />
        </FieldRow>
        <p className={styles.hint}>Mọi nguồn bằng 0: bỏ số đã giao ở đợt này.</p>
        <div className={dialogStyles.buttons}>
          <Button onClick={onClose}>{labels.cancel}</Button>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {labels.save}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
