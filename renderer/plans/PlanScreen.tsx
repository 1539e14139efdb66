// The year's plan, one tab a programme: what it lists, what it costs by source, what should be looked at again.
import { type KeyboardEvent, useId, useState } from 'react'
import { type Programme, programmes } from '../../shared/domain/projects'
import { labels, planLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'
import { AddProjectsDialog } from './AddProjectsDialog'
import { PlanHeaderDialog } from './PlanHeaderDialog'
import styles from './PlanScreen.module.css'
import { type Plan, type PlanItem, PlanTable, showPlanItem } from './PlanTable'
import { planProgrammeKey } from './planProgramme'

export function PlanScreen() {
  const { year } = useYear()
  const [programme, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const [dialog, setDialog] = useState<'add' | 'header' | 'print' | null>(null)
  const [exporting, setExporting] = useState(false)
  const panelId = useId()
  const plan = useQueryCall('plans.get', { year, programme })
  const contentGroups = useQueryCall('office.contentGroups', {})
  const remove = useCommandCall('plans.removeItem')
  const add = useCommandCall('plans.addProjects')
  const move = useCommandCall('plans.moveItem')
  const saveItem = useCommandCall('plans.saveItem')
  const which = { year, programme }

  async function exportExcel(): Promise<void> {
    setExporting(true)
    try {
      await saveFile(await runQuery('workbooks.exportPlan', { ...which, format: 'xlsx' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setExporting(false)
    }
  }

  /** Puts a removed line back where it was, with what was written beside it. */
  async function putBack(item: PlanItem, beforeItemId: number | null): Promise<void> {
    try {
      await add.mutateAsync({ ...which, projectIds: [item.projectId] })
      const now = await runQuery('plans.get', which)
      const back = now.items.find((one) => one.projectId === item.projectId)
      if (back === undefined) return
      await saveItem.mutateAsync({ itemId: back.id, priority: item.priority, note: item.note })
      await move.mutateAsync({ itemId: back.id, beforeItemId })
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function takeOut(item: PlanItem, items: readonly PlanItem[]): Promise<void> {
    const next = items[items.findIndex((one) => one.id === item.id) + 1]
    try {
      await remove.mutateAsync({ itemId: item.id })
      notifyDone(`Đã đưa “${item.name}” ra khỏi kế hoạch; đề án vẫn còn.`, {
        label: 'Hoàn tác',
        run: () => void putBack(item, next?.id ?? null),
      })
    } catch (error) {
      notifyProblem(error)
    }
  }

  const hasItems = (plan.data?.items.length ?? 0) > 0
  return (
    <div className={styles.screen}>
      <PageHeader
        title={`${planLabels.one} ${year}`}
        {...(hasItems ? { onPrint: () => setDialog('print'), onExport: () => void exportExcel() } : {})}
        actions={exporting && <span role="status">Đang lập tệp Excel…</span>}
        primary={
          <Button kind="primary" onClick={() => setDialog('add')}>
            {planLabels.addProjects}
          </Button>
        }
      />
      <div className={styles.tabs}>
        <ProgrammeTabs programme={programme} panelId={panelId} onChoose={setProgramme} />
        {plan.data !== undefined && (
          <>
            <span className={styles.headLine}>{headInWords(plan.data)}</span>
            <Button kind="quiet" onClick={() => setDialog('header')}>
              Sửa phần đầu kế hoạch
            </Button>
          </>
        )}
      </div>
      <div id={panelId} role="tabpanel" aria-label={programmeLabels[programme].long} className={styles.screen}>
        {plan.error !== null && <QueryProblem error={plan.error} retry={() => void plan.refetch()} />}
        {plan.isPending && (
          <p className={styles.problem} role="status">
            {labels.loading}
          </p>
        )}
        {plan.data !== undefined && !hasItems && (
          <EmptyPlan year={year} programme={programme} onAdd={() => setDialog('add')} />
        )}
        {plan.data !== undefined && hasItems && (
          <>
            <Checks checks={plan.data.checks} />
            <PlanTable
              plan={plan.data}
              contentGroups={contentGroups.data ?? []}
              onRemove={(item) => void takeOut(item, plan.data.items)}
            />
            <div className={styles.foot}>
              <span className={styles.help}>
                <kbd>Enter</kbd> mở đề án · <kbd>Alt+↑</kbd> <kbd>Alt+↓</kbd> hoặc kéo số TT để đổi chỗ trong nhóm · ưu
                tiên và ghi chú sửa ngay tại dòng
              </span>
            </div>
          </>
        )}
      </div>
      {dialog === 'add' && <AddProjectsDialog {...which} onClose={() => setDialog(null)} />}
      {dialog === 'header' && plan.data !== undefined && (
        <PlanHeaderDialog plan={plan.data} onClose={() => setDialog(null)} />
      )}
      {dialog === 'print' && <PrintDialog {...which} onClose={() => setDialog(null)} />}
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

interface ProgrammeTabsProps {
  readonly programme: Programme
  readonly panelId: string
  readonly onChoose: (programme: Programme) => void
}

function ProgrammeTabs({ programme, panelId, onChoose }: ProgrammeTabsProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const other =
      event.key === 'ArrowRight' ? event.currentTarget.lastElementChild : event.currentTarget.firstElementChild
    if (other instanceof HTMLButtonElement) {
      other.focus()
      other.click()
    }
  }
  return (
    <div role="tablist" aria-label={projectLabels.programme} tabIndex={-1} onKeyDown={onKeyDown}>
      {programmes.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={one === programme}
          aria-controls={panelId}
          tabIndex={one === programme ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {programmeLabels[one].short}
        </button>
      ))}
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

interface PrintDialogProps {
  readonly year: number
  readonly programme: Programme
  readonly onClose: () => void
}

function PrintDialog({ year, programme, onClose }: PrintDialogProps) {
  const pdf = useQueryCall('workbooks.exportPlan', { year, programme, format: 'pdf' })
  return (
    <PdfDialog
      title={`${planLabels.one} ${year} – ${programmeLabels[programme].short}`}
      file={pdf.data}
      waiting={pdf.isFetching}
      error={pdf.error}
      onClose={onClose}
    />
  )
}
