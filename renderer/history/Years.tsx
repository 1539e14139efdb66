// Khóa năm: closing a year's books, and opening them again with a reason.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { line, requiredLine, year as yearSchema } from '../../shared/contract/values'
import { historyLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField, YearField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

type Lock = CallOutput<'history.years'>[number]

export function Years() {
  const years = useQueryCall('history.years', {})
  const [dialog, setDialog] = useState<'lock' | Lock | null>(null)
  if (years.error !== null) return <QueryProblem error={years.error} retry={() => void years.refetch()} />
  const rows = years.data ?? []
  const lockButton = (
    <Button kind="primary" onClick={() => setDialog('lock')}>
      {historyLabels.lockYear}…
    </Button>
  )
  return (
    <>
      <DataTable
        name="years"
        label={historyLabels.years}
        columns={columns}
        rows={rows}
        total={rows.length}
        rowKey={(row) => row.id}
        onOpen={(row) => row.unlockedOn === null && setDialog(row)}
        empty={
          years.isPending ? (
            labels.loading
          ) : (
            <>
              <p>Chưa khóa năm nào. Quyết toán xong một năm thì khóa sổ năm đó để không ai sửa nhầm.</p>
              {lockButton}
            </>
          )
        }
        toolbar={rows.length > 0 && lockButton}
        summary={rows.length > 0 && 'Mở một năm đang khóa để mở khóa, kèm lý do.'}
      />
      {dialog === 'lock' && <LockDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'lock' && <UnlockDialog lock={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}

const lockSchema = z.strictObject({ year: yearSchema, note: line(500) })

function LockDialog({ onClose }: { readonly onClose: () => void }) {
  const { year } = useYear()
  const lock = useCommandCall('history.lockYear')
  const form = useContractForm(lockSchema, { year: year - 1, note: '' })
  const submit = form.handleSubmit(async (input) => {
    try {
      await lock.mutateAsync(input)
      notifyDone(`Đã khóa sổ năm ${input.year}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={historyLabels.lockYear}
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <p>
            Từ khi khóa, đề án, kế hoạch, hợp đồng, quyết toán và nhu cầu của năm này chỉ còn xem và in; nhập từ Excel,
            điều chỉnh và hoàn tác vào năm này đều bị từ chối.
          </p>
          <br />
          <FieldRow>
            <YearField name="year" label={labels.year} required autoFocus width={3} />
            <TextField name="note" label={labels.note} width={9} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={lock.isPending}>
              {historyLabels.lockYear}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const unlockSchema = z.strictObject({ reason: requiredLine('lý do mở khóa', 500) })

function UnlockDialog({ lock, onClose }: { readonly lock: Lock; readonly onClose: () => void }) {
  const unlock = useCommandCall('history.unlockYear')
  const form = useContractForm(unlockSchema, { reason: '' })
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await unlock.mutateAsync({ year: lock.year, reason })
      notifyDone(`Đã mở khóa năm ${lock.year}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${historyLabels.unlockYear} ${lock.year}`}
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <TextField name="reason" label={historyLabels.unlockReason} required autoFocus width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="danger" busy={unlock.isPending}>
              {historyLabels.unlockYear}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const columns: readonly Column<Lock>[] = [
  { id: 'year', header: labels.year, width: 90, text: (row) => String(row.year) },
  {
    id: 'state',
    header: 'Tình trạng',
    width: 130,
    text: (row) => (row.unlockedOn === null ? 'Đang khóa' : 'Đã mở khóa'),
  },
  {
    id: 'lockedOn',
    header: 'Ngày khóa',
    width: 110,
    text: (row) => formatDate(row.lockedOn),
    sort: (row) => row.lockedOn,
  },
  { id: 'note', header: labels.note, width: 240, text: (row) => row.note },
  {
    id: 'unlockedOn',
    header: 'Ngày mở khóa',
    width: 120,
    text: (row) => (row.unlockedOn === null ? '' : formatDate(row.unlockedOn)),
    sort: (row) => row.unlockedOn ?? '',
  },
  { id: 'reason', header: historyLabels.unlockReason, width: 260, grow: true, text: (row) => row.unlockReason },
]
