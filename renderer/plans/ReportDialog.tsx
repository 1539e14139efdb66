// The words of a registration report with its figures, to be copied into the letter and finished there.
import { Modal } from '@mantine/core'
import type { Programme } from '../../shared/domain/projects'
import { labels, planLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { copyText } from '../components/clipboard'
import dialogStyles from '../components/dialogs.module.css'
import { inputClass } from '../components/Field'
import { notifyDone } from '../components/notices'

interface ReportDialogProps {
  readonly year: number
  readonly programme: Programme
  readonly onClose: () => void
}

export function ReportDialog({ year, programme, onClose }: ReportDialogProps) {
  const report = useQueryCall('plans.registrationReport', { year, programme })
  const text = report.data?.paragraphs.join('\n') ?? ''

  function copy(): void {
    if (copyText(text)) notifyDone('Đã sao chép lời báo cáo.')
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={report.data?.title ?? planLabels.report}
      size={820}
      transitionProps={{ duration: 0 }}
    >
      {report.error !== null && <p role="alert">{report.error.problem.message}</p>}
      <textarea className={inputClass} aria-label={planLabels.report} rows={16} readOnly value={text} />
      <p>
        Số liệu lấy từ kế hoạch đã đăng ký và số được giao của ba năm; phần nhận xét viết thêm trong văn bản gửi đi.
      </p>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.close}</Button>
        <Button kind="primary" disabled={text === ''} onClick={copy}>
          Sao chép
        </Button>
      </div>
    </Modal>
  )
}
