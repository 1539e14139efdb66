// In the workspace of a đề án, once it is decided: its progress, its group plan and classes, its acceptances, what follows.

import { percentText } from '../../shared/domain/executionProgress'
import type { ProjectKind } from '../../shared/domain/projects'
import { detailPlanLabels, executionLabels, inspectionKindLabels, labels, settlementLabels } from '../../shared/labels'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { AttachedFiles } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { workspaceSectionId } from '../projects/lifecycleSections'
import { conclusionWords, WaitingLine } from './AcceptanceScreen'
import styles from './Execution.module.css'

interface ExecutionSectionsProps {
  readonly projectId: number
  readonly kind: ProjectKind
  readonly contentGroup: string
}

export function ExecutionSections({ projectId, kind, contentGroup }: ExecutionSectionsProps) {
  return (
    <>
      <section
        id={workspaceSectionId('execution')}
        className={styles.section}
        tabIndex={-1}
        aria-label={executionLabels.section}
      >
        <h2>{executionLabels.section}</h2>
        <p>
          <Button onClick={() => void navigate(paths.volume(projectId))}>{executionLabels.volume} (Mẫu 3b)…</Button>{' '}
          {kind === 'group' && (
            <Button onClick={() => void navigate(paths.detailPlan(projectId))}>
              {executionLabels.detailPlan} (Mẫu 11)…
            </Button>
          )}{' '}
          {contentGroup === 'ND1' && (
            <Button onClick={() => void navigate(paths.training(projectId))}>
              {executionLabels.training} (Mẫu 12)…
            </Button>
          )}{' '}
          {contentGroup === 'ND7' && (
            <Button onClick={() => void navigate(paths.cluster(projectId))}>{executionLabels.cluster} (Mẫu 13)…</Button>
          )}
        </p>
        {kind === 'group' && <DetailPlanSummary projectId={projectId} />}
        <ProgressHistory projectId={projectId} />
      </section>
      <Acceptances projectId={projectId} />
      <Settlement projectId={projectId} />
      <Inspections projectId={projectId} />
    </>
  )
}

function DetailPlanSummary({ projectId }: { readonly projectId: number }) {
  const query = useQueryCall('execution.detailPlan', { projectId })
  if (query.data === undefined) return null
  const { id, plan, totals, warnings } = query.data
  if (id === null) return <p className={styles.soft}>Chưa lập kế hoạch triển khai chi tiết của đề án nhóm.</p>
  return (
    <p>
      {executionLabels.detailPlan}: {plan.lines.length} đơn vị, hỗ trợ {formatMoney(totals.support)} đ
      {plan.approvedOn === null
        ? ' · chưa có văn bản duyệt của Sở'
        : ` · ${detailPlanLabels.approvedOn.toLowerCase()} ${formatDate(plan.approvedOn)}`}
      {warnings.length > 0 && <span className={styles.warning}> · Xem lại: {warnings.join('; ')}</span>}
    </p>
  )
}

function ProgressHistory({ projectId }: { readonly projectId: number }) {
  const query = useQueryCall('execution.progress', { projectId })
  if (query.error !== null) return <p role="alert">{query.error.message}</p>
  const reports = query.data?.reports ?? []
  return (
    <>
      <h3>{executionLabels.progress}</h3>
      {reports.length === 0 ? (
        <p className={styles.soft}>
          Chưa có báo cáo tháng nào.{' '}
          <Button kind="quiet" onClick={() => void navigate(paths.progress)}>
            Mở danh sách tháng
          </Button>
        </p>
      ) : (
        <table className={styles.figures} aria-label={executionLabels.progress}>
          <thead>
            <tr>
              <th scope="col">Tháng</th>
              <th scope="col" className={styles.end}>
                Hoàn thành
              </th>
              <th scope="col">Đã thực hiện</th>
              <th scope="col">Ngày báo cáo</th>
              <th scope="col">Ảnh</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.id}>
                <td>{formatMonth(report.month)}</td>
                <td className={styles.end}>{percentText(report.percent)}</td>
                <td>{report.workDone}</td>
                <td>{report.reportedOn === null ? '' : formatDate(report.reportedOn)}</td>
                <td>
                  <AttachedFiles files={report.photos} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Acceptances({ projectId }: { readonly projectId: number }) {
  const query = useQueryCall('execution.acceptances', { projectId })
  const rows = query.data?.rows ?? []
  const waiting = query.data?.waiting ?? []
  return (
    <section
      id={workspaceSectionId('acceptance')}
      className={styles.section}
      tabIndex={-1}
      aria-label={executionLabels.acceptance}
    >
      <h2>{executionLabels.acceptance}</h2>
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      <ul className={styles.list}>
        {waiting.map((one) => (
          <WaitingLine key={one.projectId} one={one} />
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className={styles.soft}>Chưa có biên bản nghiệm thu.</p>
      ) : (
        <ul className={styles.list} aria-label="Biên bản nghiệm thu">
          {rows.map((row) => (
            <li key={row.id}>
              <Button kind="quiet" onClick={() => void navigate(paths.acceptance(row.id))}>
                Mẫu {row.form} · {row.beneficiary === '' ? 'cả đề án' : row.beneficiary}
              </Button>
              <span>
                {row.date === null ? 'chưa ghi ngày' : formatDate(row.date)} · {conclusionWords(row)}
                {row.openFailure && row.mendBy !== null && (
                  <span className={styles.late}> · phải khắc phục trước {formatDate(row.mendBy)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Settlement({ projectId }: { readonly projectId: number }) {
  const query = useQueryCall('execution.settlement', { projectId })
  const one = query.data
  return (
    <section
      id={workspaceSectionId('settlement')}
      className={styles.section}
      tabIndex={-1}
      aria-label={executionLabels.settlement}
    >
      <h2>{executionLabels.settlement}</h2>
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      {one !== undefined && (
        <p>
          {settlementLabels.received} {formatMoney(one.balance.received)} đ · đề nghị{' '}
          {formatMoney(one.totals.askedSupport)} đ
          {one.totals.approvedSupport !== null &&
            ` · ${settlementLabels.approved.toLowerCase()} ${formatMoney(one.totals.approvedSupport)} đ`}
          {one.fileBy !== null && ` · ${settlementLabels.fileBy.toLowerCase()} ${formatDate(one.fileBy)}`}{' '}
          <Button onClick={() => void navigate(paths.settlement(projectId))}>Mở hồ sơ quyết toán</Button>
        </p>
      )}
    </section>
  )
}

function Inspections({ projectId }: { readonly projectId: number }) {
  const { year } = useYear()
  const query = useQueryCall('execution.inspections', { year, projectId })
  const rows = query.data?.rows ?? []
  return (
    <section
      id={workspaceSectionId('inspection')}
      className={styles.section}
      tabIndex={-1}
      aria-label={executionLabels.inspection}
    >
      <h2>{executionLabels.inspection}</h2>
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      {rows.length === 0 ? (
        <p className={styles.soft}>
          {query.isPending ? labels.loading : 'Chưa có lần kiểm tra nào. '}
          <Button kind="quiet" onClick={() => void navigate(paths.inspections)}>
            Mở kế hoạch kiểm tra
          </Button>
        </p>
      ) : (
        <ul className={styles.list} aria-label="Các lần kiểm tra">
          {rows.map((row) => (
            <li key={row.id}>
              <Button kind="quiet" onClick={() => void navigate(paths.inspection(row.id))}>
                {inspectionKindLabels[row.kind]}
                {row.beneficiary !== '' && ` · ${row.beneficiary}`}
              </Button>
              <span>{row.visitedOn === null ? 'chưa kiểm tra' : formatDate(row.visitedOn)}</span>
              {row.openFindings > 0 && <span className={styles.warning}>còn {row.openFindings} tồn tại</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
