// "Dọn tệp đính kèm đã xóa": which removed files the data file still carries, and clearing the old ones away for good.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { purgeAges, type RemovedFile } from '../../shared/contract/safety'
import { requiredLine } from '../../shared/contract/values'
import { labels, safetyLabels } from '../../shared/labels'
import { addDays, formatDate } from '../../shared/vietnamese/dates'
import { useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Safety.module.css'
import { sizeWords } from './safetyWords'

const purgeForm = z.strictObject({ reason: requiredLine('lý do', 500) })

export function PurgeDialog({ onClose }: { readonly onClose: () => void }) {
  const removed = useQueryCall('safety.removedFiles', {})
  const purge = useCommandCall('safety.purgeFiles')
  const form = useContractForm(purgeForm, { reason: '' })
  const [days, setDays] = useState<number>(purgeAges[1])
  const files = removed.data ?? []
  const old = files.filter((file) => whyNot(file, days) === null)
  const total = old.reduce((sum, { size }) => sum + size, 0)

  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      const done = await purge.mutateAsync({ ids: old.map(({ id }) => id), days, reason })
      notifyDone(
        `Đã dọn ${old.length} tệp. Tệp dữ liệu từ ${sizeWords(done.sizeBefore)} còn ${sizeWords(done.sizeAfter)}; bản sao lưu trước khi dọn vẫn còn đủ.`,
      )
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={safetyLabels.purge}
      size={760}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <UnsavedGuard />
          <p>
            Tệp đính kèm đã bỏ vẫn được giữ trong sổ để lấy lại khi cần. Dọn đi thì tệp dữ liệu nhỏ lại, và những tệp
            này không khôi phục từ thùng rác được nữa; chỉ còn trong các bản sao lưu trước đó.
          </p>
          <ProblemSummary />
          {removed.data !== undefined && files.length === 0 ? (
            <p className={styles.soft}>Sổ không còn giữ tệp đã xóa nào, không có gì để dọn.</p>
          ) : (
            <>
              <fieldset className={styles.ages}>
                <legend>Chỉ dọn tệp đã xóa quá</legend>
                {purgeAges.map((age) => (
                  <label key={age}>
                    <input type="radio" name="days" checked={days === age} onChange={() => setDays(age)} /> {age} ngày
                  </label>
                ))}
              </fieldset>
              <FileTable files={files} days={days} />
              <p className={styles.lead}>
                Sẽ dọn <strong>{old.length}</strong> trong {files.length} tệp
                {old.length === 0 ? '' : `, ${sizeWords(total)}`}.
              </p>
              <FieldRow>
                <TextField name="reason" label={safetyLabels.reason} required width={12} />
              </FieldRow>
            </>
          )}
          <div className={dialogStyles.buttons}>
            <Button onClick={() => closeUnlessUnsaved(onClose)}>{labels.cancel}</Button>
            <Button type="submit" kind="danger" busy={purge.isPending} disabled={old.length === 0}>
              Sao lưu rồi dọn
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

/** Why a file stays this time; null: it goes. */
function whyNot({ kept, removedOn }: RemovedFile, days: number): string | null {
  if (kept !== null) return `Giữ: ${kept}`
  return removedOn === null || removedOn > addDays(today(), -days) ? `Chưa quá ${days} ngày` : null
}

function FileTable({ files, days }: { readonly files: readonly RemovedFile[]; readonly days: number }) {
  return (
    <div className={styles.removed}>
      <table className={styles.table} aria-label="Tệp đã xóa còn giữ trong sổ">
        <thead>
          <tr>
            <th scope="col">Tệp</th>
            <th scope="col">Xóa ngày</th>
            <th scope="col" className={styles.figure}>
              {safetyLabels.size}
            </th>
            <th scope="col">Lần này</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td>{file.fileName}</td>
              <td>{file.removedOn === null ? '' : formatDate(file.removedOn)}</td>
              <td className={styles.figure}>{sizeWords(file.size)}</td>
              <td>{whyNot(file, days) ?? 'Dọn'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
