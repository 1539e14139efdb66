// A backup with a note of one's own, and what a check of the data found.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { Link } from 'wouter'
import { z } from 'zod'
import { line } from '../../shared/contract/values'
import { labels, safetyLabels } from '../../shared/labels'
import { type CallOutput, useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { findingPath } from './findingPath'
import styles from './Safety.module.css'

const backUpForm = z.strictObject({ label: line(100) })

export function BackUpDialog({ onClose }: { readonly onClose: () => void }) {
  const backUp = useCommandCall('safety.backUp')
  const form = useContractForm(backUpForm, { label: '' })
  const submit = form.handleSubmit(async ({ label }) => {
    try {
      await backUp.mutateAsync({ label })
      notifyDone('Đã sao lưu và kiểm tra bản sao.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Sao lưu ngay"
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <TextField name="label" label={safetyLabels.label} width={12} autoFocus />
          </FieldRow>
          <p className={styles.soft}>
            Ví dụ: trước khi nộp kế hoạch 2027. Bản tự tay sao lưu được giữ mãi, đến khi tự xóa.
          </p>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={backUp.isPending}>
              Sao lưu
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

interface CheckDialogProps {
  readonly result: CallOutput<'safety.check'>
  readonly onClose: () => void
}

/** Where the check says that of the search; it is mended by writing it anew. */
const searchWhere = 'Danh mục tìm kiếm'

export function CheckDialog({ result, onClose }: CheckDialogProps) {
  const rebuild = useCommandCall('search.rebuild')

  async function rebuildSearch(): Promise<void> {
    try {
      const { entries } = await rebuild.mutateAsync({})
      notifyDone(`Đã lập lại danh mục tìm kiếm của ${entries} bản ghi.`)
      onClose()
    } catch (problem) {
      notifyProblem(problem)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={safetyLabels.check}
      size={680}
      transitionProps={{ duration: 0 }}
    >
      {result.ok && (
        <p>
          Không thấy gì sai: cấu trúc tệp, các phép cộng của dự toán, kế hoạch, hợp đồng, tạm ứng, nghiệm thu, quyết
          toán, nội dung đã khóa, nhật ký, số văn bản, tệp đính kèm và danh mục tìm kiếm đều khớp.
        </p>
      )}
      {result.damage.length > 0 && (
        <>
          <p className={styles.problem}>Tệp dữ liệu bị hỏng.</p>
          <p>
            Đừng nhập tiếp. Hãy phục hồi từ bản sao lưu gần nhất ở danh sách trên màn hình này; tệp hiện tại sẽ được giữ
            lại nguyên vẹn.
          </p>
        </>
      )}
      {result.findings.length > 0 && (
        <>
          <p>
            Tệp không hỏng, nhưng có {result.findings.length} chỗ số liệu không khớp. Hãy mở từng bản ghi để xem và sửa:
          </p>
          <ul className={styles.findings}>
            {result.findings.map((finding) => (
              <li key={`${finding.where} ${finding.message}`}>
                <strong>{finding.where}:</strong> {finding.message}{' '}
                {finding.open !== null && (
                  <Link href={findingPath(finding.open)} onClick={onClose}>
                    Mở
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={dialogStyles.buttons}>
        {result.findings.some(({ where }) => where === searchWhere) && (
          <Button busy={rebuild.isPending} onClick={() => void rebuildSearch()}>
            {safetyLabels.rebuildSearch}
          </Button>
        )}
        <Button kind="primary" onClick={onClose} data-autofocus>
          Đóng
        </Button>
      </div>
    </Modal>
  )
}
