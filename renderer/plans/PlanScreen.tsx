// The year's plan, one tab a programme: what it lists, what it costs by source, what should be looked at again.
import { type ReactNode, useId, useState } from 'react'
import { fundingSources } from '../../shared/domain/money'
import { type Programme, programmes } from '../../shared/domain/projects'
import {
  labels,
  planLabels,
  planStateLabels,
  planTabLabels,
  programmeLabels,
  projectLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { PasteButton } from '../components/PasteButton'
import { QueryProblem } from '../components/StateMessage'
import { saveFile } from '../documents/fileOut'
import { PlanDocumentDialog } from '../documents/PlanDocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import { bringPastedList } from '../imports/pastedList'
import { AddProjectsDialog } from './AddProjectsDialog'
import type { Assignments } from './AllocationDialog'
import { AssignedTable } from './AssignedTable'
import { CurrentPlanBar } from './CurrentPlanBar'
import { PlanChangesTab } from './PlanChangesTab'
import { PlanHeaderDialog } from './PlanHeaderDialog'
import { PlanPrintDialog, PrintAssigned } from './PlanPrintDialogs'
import styles from './PlanScreen.module.css'
import { LockPlanDialog, RegisterPlanDialog } from './PlanStepDialogs'
import { type Plan, type PlanItem, PlanTable, showPlanItem } from './PlanTable'
import { Tabs } from './PlanTabs'
import { planProgrammeKey } from './planProgramme'
import { ReportDialog } from './ReportDialog'
import { RollOverDialog } from './RollOverDialog'

type PlanTab = keyof typeof planTabLabels

const planTabs: readonly PlanTab[] = ['registered', 'assigned', 'changes', 'current']

/** In which order columns are taken to be that are pasted without their headings. */
const pastedColumns = [
  'TT',
  projectLabels.name,
  projectLabels.beneficiaries,
  projectLabels.period,
  labels.total,
  ...fundingSources.slice(0, 3).map((source) => sourceLabels[source].short),
]

export function PlanScreen() {
  const { year } = useYear()
  const [programme, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const money = useMoney()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [exporting, setExporting] = useState(false)
  const panelId = useId()
  const [tab, setTab] = useKeptState<PlanTab>('plan.tab', 'registered')
  // What is registered and what it was given stand beside each other: the same versions of the đề án.
  const basis = tab === 'current' ? 'current' : 'registered'
  const [day, setDay] = useKeptState<PlainDate | null>('plan.asOf', null)
  const asOf = tab === 'current' ? day : null
  const plan = useQueryCall('plans.get', { year, programme, basis, asOf })
  const assignments = useQueryCall('plans.allocations', { year, programme })
  const contentGroups = useQueryCall('office.contentGroups', {})
  const remove = useCommandCall('plans.removeItem')
  const setState = useCommandCall('plans.setState')
  const which = { year, programme }

  async function exportExcel(): Promise<void> {
    setExporting(true)
    try {
      await saveFile(
        tab === 'assigned'
          ? await runQuery('workbooks.exportAssigned', { ...which, format: 'xlsx' })
          : await runQuery('workbooks.exportPlan', { ...which, format: 'xlsx', basis, asOf }),
      )
    } catch (error) {
      notifyProblem(error)
    } finally {
      setExporting(false)
    }
  }

  async function takeOut(item: PlanItem): Promise<void> {
    try {
      await remove.mutateAsync({ itemId: item.id })
      notifyDone(`Đã đưa “${item.name}” ra khỏi kế hoạch; đề án vẫn còn.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function reopen(record: Assignments): Promise<void> {
    try {
      const { rowVersion } = record
      await setState.mutateAsync({ ...which, rowVersion, state: 'drafting', registeredOn: null })
      notifyDone('Kế hoạch được mở lại để soạn.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  const locked = assignments.data?.state === 'approved'
  // The first registration is where a plan is made; once it was approved, and where the plan in force is shown, it is only read.
  const editable = tab === 'registered' && !locked
  const listed = tab === 'registered' || tab === 'current'
  const hasItems = (plan.data?.items.length ?? 0) > 0
  return (
    <div className={styles.screen}>
      <PageHeader
        title={`${planLabels.one} ${year}`}
        {...(hasItems && tab !== 'changes'
          ? { onPrint: () => setDialog('print'), onExport: () => void exportExcel() }
          : {})}
        actions={
          <>
            {exporting && <span role="status">Đang lập tệp Excel…</span>}
            <HistoryButton record={{ kind: 'plan', year, programme }} />
            {editable && (
              <PasteButton
                quiet={false}
                onRows={(text) =>
                  bringPastedList(text, 'plan', pastedColumns, {
                    titles: [`Kế hoạch ${programmeLabels[programme].long} năm ${year}`, `ĐVT: ${money.label}`],
                  })
                }
              />
            )}
            {hasItems && <Button onClick={() => setDialog('documents')}>{planLabels.documents}</Button>}
          </>
        }
        primary={
          <Button kind={locked ? 'plain' : 'primary'} onClick={() => setDialog('add')}>
            {locked ? planLabels.addSupplement : planLabels.addProjects}
          </Button>
        }
      />
      <div className={styles.tabs}>
        <Tabs
          label={projectLabels.programme}
          values={programmes}
          chosen={programme}
          text={(one) => programmeLabels[one].short}
          panelId={panelId}
          onChoose={setProgramme}
        />
        <span className={styles.divider} aria-hidden="true" />
        <Tabs
          label="Bản kế hoạch"
          values={planTabs}
          chosen={tab}
          text={(one) => planTabLabels[one]}
          panelId={panelId}
          onChoose={setTab}
        />
        {plan.data !== undefined && (
          <>
            <span className={styles.headLine}>{headInWords(plan.data)}</span>
            {!locked && (
              <Button kind="quiet" onClick={() => setDialog('header')}>
                Sửa phần đầu kế hoạch
              </Button>
            )}
          </>
        )}
      </div>
      {assignments.data !== undefined && (
        <StateBar
          record={assignments.data}
          tab={tab}
          onReopen={() => void reopen(assignments.data)}
          onOpen={setDialog}
        />
      )}
      <div id={panelId} role="tabpanel" aria-label={programmeLabels[programme].long} className={styles.screen}>
        {plan.error !== null && <QueryProblem error={plan.error} retry={() => void plan.refetch()} />}
        {plan.isPending && (
          <p className={styles.problem} role="status">
            {labels.loading}
          </p>
        )}
        {tab === 'current' && plan.data !== undefined && <CurrentPlanBar plan={plan.data} day={day} onDay={setDay} />}
        {tab === 'changes' && <PlanChangesTab {...which} />}
        {listed && asOf === null && plan.data !== undefined && !hasItems && (
          <EmptyPlan year={year} programme={programme} onAdd={() => setDialog('add')} />
        )}
        {listed && plan.data !== undefined && hasItems && (
          <>
            <Checks checks={plan.data.checks} />
            <PlanTable
              key={tab}
              plan={plan.data}
              contentGroups={contentGroups.data ?? []}
              onRemove={editable ? (item) => void takeOut(item) : null}
              roundOf={(id) => assignments.data?.items.find((item) => item.id === id)?.supplementRound ?? 0}
            />
            <div className={styles.foot}>
              <span className={styles.help}>
                {editable ? (
                  <>
                    <kbd>Enter</kbd> mở đề án · <kbd>Alt+↑</kbd> <kbd>Alt+↓</kbd> hoặc kéo số TT để đổi chỗ trong nhóm ·
                    ưu tiên và ghi chú sửa ngay tại dòng
                  </>
                ) : (
                  tabHelp[basis]
                )}
              </span>
            </div>
          </>
        )}
        {tab === 'assigned' && assignments.data !== undefined && (
          <>
            <Checks checks={assignments.data.checks} />
            <AssignedTable record={assignments.data} contentGroups={contentGroups.data ?? []} />
            <div className={styles.foot}>
              <span className={styles.help}>
                Chênh lệch: được giao so với đăng ký. Năm không được giao kinh phí thì để trống, không cần ghi gì.
              </span>
            </div>
          </>
        )}
      </div>
      {dialog === 'add' && (
        <AddProjectsDialog {...which} supplement={supplementOf(assignments.data)} onClose={() => setDialog(null)} />
      )}
      {dialog === 'report' && <ReportDialog {...which} onClose={() => setDialog(null)} />}
      {assignments.data !== undefined && dialog === 'register' && (
        <RegisterPlanDialog record={assignments.data} onClose={() => setDialog(null)} />
      )}
      {assignments.data !== undefined && dialog === 'rollOver' && (
        <RollOverDialog record={assignments.data} onClose={() => setDialog(null)} />
      )}
      {assignments.data !== undefined && plan.data !== undefined && dialog === 'lock' && (
        <LockPlanDialog
          record={assignments.data}
          decisionNumber={locked ? '' : plan.data.header.decisionNumber}
          decisionDate={locked ? null : plan.data.header.decisionDate}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'header' && plan.data !== undefined && (
        <PlanHeaderDialog plan={plan.data} onClose={() => setDialog(null)} />
      )}
      {dialog === 'documents' && <PlanDocumentDialog {...which} asOf={asOf} onClose={() => setDialog(null)} />}
      {dialog === 'print' && listed && (
        <PlanPrintDialog {...which} basis={basis} asOf={asOf} onClose={() => setDialog(null)} />
      )}
      {dialog === 'print' && tab === 'assigned' && <PrintAssigned {...which} onClose={() => setDialog(null)} />}
    </div>
  )
}

function headInWords({ header }: Plan): string {
  const decision = [
    header.decisionNumber === '' ? '' : `QĐ số ${header.decisionNumber}`,
    header.decisionDate === null ? '' : `ngày ${formatDate(header.decisionDate)}`,
  ].filter((part) => part !== '')
  return [header.attachedTo, decision.join(' '), header.note].filter((part) => part !== '').join(' · ')
}

type DialogName = 'add' | 'header' | 'print' | 'documents' | 'register' | 'lock' | 'rollOver' | 'report'

const tabHelp: Readonly<Record<'registered' | 'current', ReactNode>> = {
  registered: 'Bản đã đăng ký của kế hoạch đã phê duyệt: chỉ xem.',
  current: 'Kế hoạch đang có hiệu lực, theo bản mới nhất của từng đề án; sửa danh mục ở tab Đăng ký.',
}

/** The round that đề án brought in now belong to; null while the plan is being drafted. */
function supplementOf(record: Assignments | undefined): number | null {
  if (record === undefined || record.state === 'drafting') return null
  if (record.state === 'approved' && record.awaiting === 0)
    return Math.max(0, ...record.items.map((item) => item.supplementRound)) + 1
  return Math.max(1, ...record.items.map((item) => item.supplementRound))
}

interface StateBarProps {
  readonly tab: PlanTab
  readonly record: Assignments
  readonly onReopen: () => void
  readonly onOpen: (dialog: DialogName) => void
}

/** Where the plan stands, and what may follow. */
function StateBar({ record, tab, onReopen, onOpen }: StateBarProps) {
  const { state, items } = record
  const registered = record.registeredOn === null ? '' : `ngày ${formatDate(record.registeredOn)}`
  const words = [
    state === 'registered' ? `${planStateLabels.registered} ${registered}` : planStateLabels[state],
    state === 'assigned' ? `đăng ký ${registered}` : '',
    state === 'approved' && record.decisionDate !== null
      ? `theo QĐ số ${record.decisionNumber} ngày ${formatDate(record.decisionDate)}. Muốn sửa: lập điều chỉnh`
      : '',
    record.awaiting > 0 ? `${record.awaiting} đề án bổ sung chờ phê duyệt` : '',
    // Said above the batches already.
    state === 'approved' || tab === 'assigned' ? '' : record.leftInWords,
  ]
  return (
    <div className={styles.stateBar} data-state={state} role="status" aria-label="Tình trạng kế hoạch">
      <span className={styles.stateWords}>{words.filter((one) => one !== '').join(' · ')}</span>
      {state === 'drafting' && items.length > 0 && (
        <Button kind="quiet" onClick={() => onOpen('register')}>
          {planLabels.register}
        </Button>
      )}
      {state === 'registered' && (
        <Button kind="quiet" onClick={onReopen}>
          {planLabels.reopen}
        </Button>
      )}
      {(state !== 'approved' || record.awaiting > 0) && items.length > 0 && (
        <Button kind="quiet" onClick={() => onOpen('lock')}>
          {state === 'approved' ? planLabels.approveSupplement : planLabels.approve}
        </Button>
      )}
      {items.length > 0 && (
        <Button kind="quiet" onClick={() => onOpen('rollOver')}>
          {planLabels.rollOver}
        </Button>
      )}
      <Button kind="quiet" onClick={() => onOpen('report')}>
        {planLabels.report}
      </Button>
    </div>
  )
}

function Checks({ checks }: { readonly checks: Plan['checks'] }) {
  const [open, setOpen] = useKeptState('plan.checksOpen', true)
  if (checks.length === 0) return null
  return (
    <section className={styles.checks} aria-label={planLabels.checks}>
      <button type="button" className={styles.checksHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        {planLabels.checks}: {checks.length} chỗ{open ? '  ▴ thu gọn' : '  ▾ xem'}
      </button>
      {open && (
        <ul className={styles.checkList}>
          {checks.map((check) => (
            <li key={`${check.itemId}-${check.message}`}>
              <span className={check.severity === 'contradiction' ? styles.contradiction : styles.warning}>
                {check.severity === 'contradiction' ? 'Mâu thuẫn:' : 'Cần xem:'}
              </span>
              {check.itemId === null ? (
                <div>{check.message}</div>
              ) : (
                <button type="button" onClick={() => check.itemId !== null && showPlanItem(check.itemId)}>
                  {check.message}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface EmptyPlanProps {
  readonly year: number
  readonly programme: Programme
  readonly onAdd: () => void
}

function EmptyPlan({ year, programme, onAdd }: EmptyPlanProps) {
  return (
    <div className={styles.empty}>
      <p>
        Kế hoạch {programmeLabels[programme].long.toLowerCase()} năm {year} chưa có đề án nào.
        <br />
        Đưa các đề án đã lập vào đây, chương trình cộng theo nhóm và theo nguồn, rồi in hoặc xuất Excel đúng mẫu.
      </p>
      <Button kind="primary" onClick={onAdd}>
        {planLabels.addProjects}
      </Button>
      <Button onClick={() => void navigate(paths.imports)}>Nhập từ Excel</Button>
    </div>
  )
}
