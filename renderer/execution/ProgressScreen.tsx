import { useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { type Programme, programmes } from '../../shared/domain/projects'
import { executionLabels, labels, programmeLabels, progressLabels } from '../../shared/labels'
import { formatDate, formatMonth, type PlainMonth, parseMonth } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { today } from '../app/today'
import { mayLeave, whileSaving } from '../app/unsaved'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { inputClass } from '../components/Field'
import { FilterSelect } from '../components/filters'
import { resetAfterSaving, showProblem, useContractForm, valuesOf } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { ProblemSummary } from '../components/ProblemSummary'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import { YearPaperDialog } from '../documents/YearPaperDialog'
import styles from './Execution.module.css'
import { MoreDialog } from './ProgressDialog'
import { type FormInput, moveDown, ProjectRows, progressForm } from './progressRows'

type Month = CallOutput<'execution.progressMonth'>

const programmeOptions = programmes.map((value) => ({ value, label: programmeLabels[value].short }))

/** This month in the year in hand; of another year its December or its January. */
function firstMonth(year: number): PlainMonth {
  const now = today()
  if (now.startsWith(String(year))) return now.slice(0, 7)
  return now < `${year}` ? `${year}-01` : `${year}-12`
}

export function ProgressScreen() {
  const { year } = useYear()
  const [kept, setMonth] = useKeptState<PlainMonth>('progress.month', '')
  const [programme, setProgramme] = useKeptState<Programme | null>('progress.programme', null)
  const month = kept.startsWith(String(year)) ? kept : firstMonth(year)
  const list = useRecordCall('execution.progressMonth', { month, programme })

  async function show(next: PlainMonth): Promise<void> {
    if (next !== month && (await mayLeave())) setMonth(next)
  }

  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const toolbar = (
    <MonthBar
      month={month}
      onMonth={(next) => void show(next)}
      programme={programme}
      onProgramme={(next) => void mayLeave().then((may) => may && setProgramme(next))}
    />
  )
  if (list.data === undefined) return <p role="status">{labels.loading}</p>
  if (list.data.rows.length === 0)
    return (
      <div className={styles.screen}>
        <PageHeader title={executionLabels.progress} detail={formatMonth(month)} />
        {toolbar}
        <StateMessage
          title={`${formatMonth(month)}: chưa có đề án nào đang thực hiện`}
          actions={
            <Button kind="primary" onClick={() => void navigate(paths.projects)}>
              Về danh sách đề án
            </Button>
          }
        >
          Đề án vào danh sách này khi đã ký hợp đồng, và ra khỏi đây khi đã nghiệm thu cơ sở.
        </StateMessage>
      </div>
    )
  const shown = [month, programme, ...list.data.rows.map(({ projectId }) => projectId)].join()
  return <MonthGrid key={shown} data={list.data} programme={programme} toolbar={toolbar} />
}

interface MonthBarProps {
  readonly month: PlainMonth
  readonly onMonth: (month: PlainMonth) => void
  readonly programme: Programme | null
  readonly onProgramme: (programme: Programme | null) => void
}

function MonthBar({ month, onMonth, programme, onProgramme }: MonthBarProps) {
  const step = (by: number) => {
    const ordinal = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
    onMonth(`${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`)
  }
  return (
    <div className={styles.toolbar}>
      <Button onClick={() => step(-1)}>Tháng trước</Button>
      <input
        key={month}
        className={`${inputClass} ${styles.month}`}
        aria-label="Tháng báo cáo"
        defaultValue={formatMonth(month)}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
        }}
        onBlur={(event) => {
          const parsed = parseMonth(event.currentTarget.value)
          if (parsed.kind === 'value') onMonth(parsed.month)
          else event.currentTarget.value = formatMonth(month)
        }}
      />
      <Button onClick={() => step(1)}>Tháng sau</Button>
      <FilterSelect label="Chương trình" value={programme} options={programmeOptions} onChange={onProgramme} />
    </div>
  )
}

interface MonthGridProps {
  readonly data: Month
  readonly programme: Programme | null
  readonly toolbar: React.ReactNode
}

function MonthGrid({ data, programme, toolbar }: MonthGridProps) {
  const [printing, setPrinting] = useState(false)
  const save = useCommandCall('execution.saveProgressMonth')
  const [more, setMore] = useState<number | null>(null)
  const start = useMemo<FormInput>(
    () => ({
      reports: data.rows.map(({ projectId, rowVersion: of, report }) => ({ projectId, rowVersion: of, report })),
    }),
    [data],
  )
  const form = useContractForm(progressForm, start)
  const allSaved = useUnsavedGuard(form.control)

  const submit = () =>
    void whileSaving(
      form.handleSubmit(async ({ reports }) => {
        const sent = valuesOf(form)
        try {
          const { saved } = await save.mutateAsync({ month: data.month, reports })
          const versions = new Map(saved.map(({ projectId, rowVersion }) => [projectId, rowVersion]))
          const known = reports.map((one) => ({ ...one, rowVersion: versions.get(one.projectId) ?? one.rowVersion }))
          if (resetAfterSaving(form, sent, { reports: known }) === 'clean') allSaved()
          notifyDone(`Đã lưu tiến độ ${formatMonth(data.month)} của ${reports.length} đề án.`)
        } catch (error) {
          showProblem(form, error)
        }
      })(),
    )
  useShortcuts({ 'Ctrl+S': submit })

  /** For those that have none yet. */
  function reportToday(): void {
    data.rows.forEach((_, index) => {
      const at = `reports.${index}.report.reportedOn` as const
      if (form.getValues(at) === null) form.setValue(at, today(), { shouldDirty: true })
    })
    notifyDone(`Đã điền ngày báo cáo ${formatDate(today())} cho những đề án chưa có; bấm Lưu để ghi lại.`)
  }

  const reported = data.rows.filter((row) => row.reportId !== null).length
  return (
    <FormProvider {...form}>
      <div className={styles.screen}>
        <PageHeader
          title={executionLabels.progress}
          detail={`${formatMonth(data.month)} · ${data.rows.length} đề án đang thực hiện · đã ghi ${reported}${
            data.lastDay === null ? '' : ` · hạn báo cáo ${formatDate(data.lastDay)}`
          }`}
          {...(reported === 0 ? {} : { onPrint: () => setPrinting(true) })}
          actions={<Button onClick={reportToday}>Ghi ngày báo cáo hôm nay</Button>}
          primary={
            <Button kind="primary" title="Ctrl+S" busy={save.isPending} onClick={submit}>
              Lưu tất cả
            </Button>
          }
        />
        {toolbar}
        <div className={styles.toolbar}>
          <ProblemSummary />
        </div>
        <div className={styles.scroller}>
          <table className={styles.grid} aria-label={executionLabels.progress} onKeyDown={moveDown}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 380 }}>
                  Đề án
                </th>
                <th scope="col">{progressLabels.content}</th>
                <th scope="col" className={styles.end} style={{ width: 84 }}>
                  {progressLabels.before}
                </th>
                <th scope="col" className={styles.end} style={{ width: 96 }}>
                  {progressLabels.percent}
                </th>
                <th scope="col" style={{ width: 170 }}>
                  {progressLabels.note}
                </th>
                <th scope="col" className={styles.end} style={{ width: 150 }}>
                  {progressLabels.valueDone}
                </th>
                <th scope="col" style={{ width: 92 }}>
                  <span className="visually-hidden">Thao tác</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, index) => (
                <ProjectRows key={row.projectId} row={row} index={index} onMore={() => setMore(index)} />
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.foot}>
          Số liệu tháng chưa ghi được mang sang từ kỳ trước. Enter: xuống dòng, Tab: sang ô, Ctrl+S: lưu tất cả.
        </p>
      </div>
      {printing && (
        <YearPaperDialog
          title={`Báo cáo tiến độ ${formatMonth(data.month)} của các đề án đã ghi`}
          year={Number(data.month.slice(0, 4))}
          forms={['progress-3a']}
          programme={programme}
          month={data.month}
          onClose={() => setPrinting(false)}
        />
      )}
      {more !== null && data.rows[more] !== undefined && (
        <MoreDialog row={data.rows[more]} index={more} onClose={() => setMore(null)} />
      )}
    </FormProvider>
  )
}
