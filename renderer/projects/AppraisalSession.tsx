// A session over many đề án: those that wait for an appraisal, one opened after another by keyboard.
import { useRef, useState } from 'react'
import { totalOf } from '../../shared/domain/money'
import { type Programme, programmes } from '../../shared/domain/projects'
import { appraisalLabels, menuLabels, programmeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { mayLeave } from '../app/unsaved'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { PlanDocumentDialog } from '../documents/PlanDocumentDialog'
import styles from './Appraisal.module.css'
import { AppraisalSheet, type SheetHandle } from './AppraisalSheet'

type Waiting = CallOutput<'projects.waitingAppraisals'>[number]

export function AppraisalSession() {
  const { year } = useYear()
  const query = useQueryCall('projects.waitingAppraisals', { year })
  const [chosen, setChosen] = useState<number | null>(null)
  const [report, setReport] = useState<Programme | null>(null)
  const sheet = useRef<SheetHandle>(null)
  const rows = query.data ?? []
  const at = Math.max(
    rows.findIndex((row) => row.projectId === chosen),
    0,
  )
  const current = rows[at]

  async function show(row: Waiting | undefined): Promise<void> {
    if (row === undefined || row.projectId === current?.projectId) return
    if (await mayLeave()) setChosen(row.projectId)
  }
  useShortcuts({
    'Ctrl+S': () => void sheet.current?.save(),
    PageDown: () => void show(rows[at + 1]),
    PageUp: () => void show(rows[at - 1]),
  })

  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  return (
    <div className={styles.sessionScreen}>
      <PageHeader
        title={menuLabels.appraisals}
        detail={`Năm ${year} · ${rows.length} đề án đang chờ · PageDown: đề án sau, Ctrl+S: lưu phiếu`}
        actions={
          <>
            {programmes.map((one) => (
              <Button key={one} onClick={() => setReport(one)}>
                {appraisalLabels.report} {programmeLabels[one].short}
              </Button>
            ))}
            <Button disabled={at === 0} title="PageUp" onClick={() => void show(rows[at - 1])}>
              Đề án trước
            </Button>
            <Button disabled={at >= rows.length - 1} title="PageDown" onClick={() => void show(rows[at + 1])}>
              Đề án sau
            </Button>
          </>
        }
        {...(current === undefined
          ? {}
          : {
              primary: (
                <Button kind="primary" title="Ctrl+S" onClick={() => void sheet.current?.save()}>
                  Lưu phiếu
                </Button>
              ),
            })}
      />
      {query.data !== undefined && current === undefined ? (
        <StateMessage
          title={`Năm ${year} không có đề án nào chờ thẩm định`}
          actions={
            <Button kind="primary" onClick={() => void navigate(paths.projects)}>
              Về danh sách đề án
            </Button>
          }
        >
          Đề án vào đây khi đã “Gửi Sở thẩm định”, hoặc đã “Đăng ký với Cục” và chờ kết quả cấp Bộ.
        </StateMessage>
      ) : (
        <div className={styles.session}>
          <ul className={styles.waiting} aria-label="Đề án chờ thẩm định">
            {rows.map((row) => (
              <li key={row.projectId}>
                <WaitingRow row={row} current={row === current} onOpen={() => void show(row)} />
              </li>
            ))}
          </ul>
          {current !== undefined && (
            <Appraised key={`${current.projectId}-${current.level}`} row={current} handle={sheet} />
          )}
        </div>
      )}
      {report !== null && (
        <PlanDocumentDialog year={year} programme={report} form="appraisal-report" onClose={() => setReport(null)} />
      )}
    </div>
  )
}

interface WaitingRowProps {
  readonly row: Waiting
  readonly current: boolean
  readonly onOpen: () => void
}

function stateOf(row: Waiting): string {
  if (row.concluded) return 'đã kết luận không đồng ý'
  if (!row.begun) return 'chưa xét'
  return row.missing === 0 ? 'đủ để kết luận' : `đang xét, còn thiếu ${row.missing}`
}

function WaitingRow({ row, current, onOpen }: WaitingRowProps) {
  const money = useMoney()
  return (
    <button type="button" aria-current={current ? 'true' : undefined} onClick={onOpen}>
      {row.name}
      <small>
        {row.code} · {money.format(totalOf(row.amounts))} {money.label}
      </small>
      <small>
        {appraisalLabels.level[row.level]}
        {row.round > 1 && `, lần ${row.round}`} · gửi {formatDate(row.since)}
      </small>
      <small>{stateOf(row)}</small>
    </button>
  )
}

interface AppraisedProps {
  readonly row: Waiting
  readonly handle: React.RefObject<SheetHandle | null>
}

function Appraised({ row, handle }: AppraisedProps) {
  const appraisal = useQueryCall('projects.appraisal', { id: row.projectId, level: row.level })
  const project = useQueryCall('projects.get', { id: row.projectId })
  const content = project.data?.content
  return (
    <div className={styles.appraised}>
      <h2>{row.name}</h2>
      <p className={styles.soft}>
        {row.code} · {programmeLabels[row.programme].long}
        {content !== undefined &&
          ` · ${[content.implementingUnit, ...content.beneficiaries.map((one) => one.name), ...content.places.map((one) => one.text)].filter((part) => part !== '').join(' · ')}`}{' '}
        · <a href={`#${paths.project(row.projectId)}`}>Mở đề án</a>
      </p>
      {appraisal.error !== null && <p role="alert">{appraisal.error.message}</p>}
      {appraisal.data !== undefined && appraisal.data !== null && (
        <AppraisalSheet
          key={`${appraisal.data.versionId}-${appraisal.data.open}`}
          ref={handle}
          appraisal={appraisal.data}
          settle={async () => true}
          onVersion={() => undefined}
        />
      )}
    </div>
  )
}
