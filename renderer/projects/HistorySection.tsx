// What happened to a đề án: every step with its day, its paper, its reason and the version it was about.
import { projectStatusLabels, projectStepLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import styles from './Appraisal.module.css'
import { workspaceSectionId } from './lifecycleSections'

export function HistorySection({ projectId }: { readonly projectId: number }) {
  const steps = useQueryCall('projects.steps', { id: projectId })
  const history = steps.data?.history ?? []
  return (
    <section id={workspaceSectionId('history')} className={styles.section} tabIndex={-1} aria-label="Lịch sử">
      <h2>Lịch sử</h2>
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
                <td>
                  {[one.documentNumber, one.documentDate === null ? '' : `ngày ${formatDate(one.documentDate)}`]
                    .filter((part) => part !== '')
                    .join(' ')}
                </td>
                <td>{one.versionNumber}</td>
                <td className={styles.long}>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
