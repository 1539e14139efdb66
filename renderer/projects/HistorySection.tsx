// What happened to a đề án: every step with its day, its paper, its reason and the version it was about; and what a step said
// before it was corrected.
import { useState } from 'react'
import { projectStatusLabels, projectStepLabels, stepCorrectionLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { Button } from '../components/Button'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Appraisal.module.css'
import { CorrectStepDialog } from './CorrectStepDialog'
import { workspaceSectionId } from './lifecycleSections'
import type { Steps } from './StepsBar'
import { TimelineList } from './TimelineList'

type Taken = Steps['history'][number]

function paperOf({
  documentNumber,
  documentDate,
}: {
  readonly documentNumber: string
  readonly documentDate: string | null
}): string {
  return [documentNumber, documentDate === null ? '' : `ngày ${formatDate(documentDate)}`]
    .filter((part) => part !== '')
    .join(' ')
}

interface HistorySectionProps {
  readonly projectId: number
  readonly onShow: (versionId: number) => void
}

export function HistorySection({ projectId, onShow }: HistorySectionProps) {
  const steps = useQueryCall('projects.steps', { id: projectId })
  const [correcting, setCorrecting] = useState<Taken | null>(null)
  const history = steps.data?.history ?? []
  return (
    <section id={workspaceSectionId('history')} className={styles.section} tabIndex={-1} aria-label="Lịch sử">
      <h2>Lịch sử</h2>
      <TimelineList projectId={projectId} onShow={onShow} />
      <p className={styles.soft}>
        <HistoryButton record={{ kind: 'project', id: projectId }} /> Ai sửa gì, lúc nào, từ gì thành gì.
      </p>
      {history.length === 0 ? (
        <p className={styles.soft}>Đề án chưa qua bước nào. Mỗi lần gửi, thẩm định, phê duyệt sẽ ghi ở đây.</p>
      ) : (
        <table className={styles.table} aria-label="Lịch sử">
          <thead>
            <tr>
              <th scope="col" className={styles.day}>
                Ngày
              </th>
              <th scope="col">Bước</th>
              <th scope="col">Trạng thái sau đó</th>
              <th scope="col">Văn bản</th>
              <th scope="col">Bản</th>
              <th scope="col">Lý do, ý kiến</th>
              <th scope="col">
                <span className="visually-hidden">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {history.map((one) => (
              <tr key={one.id}>
                <td>{formatDate(one.date)}</td>
                <td>
                  {projectStepLabels[one.step]}
                  {one.step === 'submit' && one.round > 1 && ` (lần ${one.round})`}
                </td>
                <td>{projectStatusLabels[one.to]}</td>
                <td>{paperOf(one)}</td>
                <td>{one.versionNumber}</td>
                <td className={styles.long}>
                  {one.reason}
                  {one.corrections.map((before) => (
                    <p key={before.at} className={styles.soft}>
                      Đã sửa {localTime(before.at)}, {before.actor}: {before.reason}. Trước ghi{' '}
                      {formatDate(before.date)}
                      {paperOf(before) === '' ? '' : `, ${paperOf(before)}`}.
                    </p>
                  ))}
                </td>
                <td>
                  {one.correctable && (
                    <Button
                      kind="quiet"
                      aria-label={`${stepCorrectionLabels.title}: ${projectStepLabels[one.step]}`}
                      onClick={() => setCorrecting(one)}
                    >
                      {stepCorrectionLabels.correct}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {correcting !== null && steps.data !== undefined && (
        <CorrectStepDialog steps={steps.data} step={correcting} onClose={() => setCorrecting(null)} />
      )}
    </section>
  )
}
