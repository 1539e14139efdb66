// Tiến độ tháng: every đề án under way in one grid, carried over from the month before; filled, and saved at one stroke.
import { Modal } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { FormProvider, useFormContext, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { progressReport } from '../../shared/contract/executionProgress'
import { id, rowVersion } from '../../shared/contract/values'
import { overallPercent, percentText } from '../../shared/domain/executionProgress'
import { type Programme, programmes } from '../../shared/domain/projects'
import { executionLabels, labels, programmeLabels, progressLabels, projectStatusLabels } from '../../shared/labels'
import { formatDate, formatMonth, type PlainMonth, parseMonth } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { today } from '../app/today'
import { mayLeave, whileSaving } from '../app/unsaved'
import { useYear } from '../app/year'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow, inputClass } from '../components/Field'
import { DateField, MoneyField, MonthField, NumberField, ParagraphField, TextField } from '../components/fields'
import { FilterSelect } from '../components/filters'
import { resetAfterSaving, showProblem, useContractForm, valuesOf } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { ProblemSummary } from '../components/ProblemSummary'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import { YearPaperDialog } from '../documents/YearPaperDialog'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Execution.module.css'

type Month = CallOutput<'execution.progressMonth'>
type Row = Month['rows'][number]

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

const schema = z.strictObject({
  reports: z.array(z.strictObject({ projectId: id, rowVersion, report: progressReport })),
})
type FormInput = z.input<typeof schema>

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
  const form = useContractForm(schema, start)
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

/** Enter and the arrows go to the same column of the next line. */
function moveDown(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
  const by = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1
  if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const column = event.target.name.split('.').at(-1)
  const boxes = [...event.currentTarget.querySelectorAll('input')].filter((box) => box.name.endsWith(`.${column}`))
  const next = boxes[boxes.indexOf(event.target) + by]
  event.preventDefault()
  next?.focus()
  next?.select()
}

interface ProjectRowsProps {
  readonly row: Row
  readonly index: number
  readonly onMore: () => void
}

function ProjectRows({ row, index, onMore }: ProjectRowsProps) {
  const money = useMoney()
  const lines = row.report.lines
  return lines.map((line, at) => {
    const name = `reports.${index}.report.lines.${at}`
    const of = `${row.code}, ${line.content}`
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the contents of a month neither come nor go while it is filled
      <tr key={at} className={at === 0 ? styles.first : undefined}>
        {at === 0 && (
          <th scope="rowgroup" rowSpan={lines.length} className={styles.whose}>
            <a href={`#${paths.project(row.projectId)}`}>{row.name}</a>
            <div className={styles.soft}>
              {row.code} · hỗ trợ {money.format(row.support)} {money.label}
              {row.status !== 'inProgress' && ` · ${projectStatusLabels[row.status]}`} · <Overall index={index} />
            </div>
            {row.warnings.map((words) => (
              <div key={words} className={styles.warning}>
                Xem lại: {words}
              </div>
            ))}
          </th>
        )}
        <td className={styles.text}>{line.content}</td>
        <td className={styles.end}>{at < row.previous.length ? shown(row.previous[at] ?? null) : ''}</td>
        <td>
          <NumberField bare decimals={2} name={`${name}.percent`} label={`${progressLabels.percent}: ${of}`} />
        </td>
        <td>
          <TextField bare name={`${name}.note`} label={`${progressLabels.note}: ${of}`} />
        </td>
        {at === 0 && (
          <>
            <td rowSpan={lines.length}>
              <MoneyField
                bare
                name={`reports.${index}.report.valueDone`}
                label={`${progressLabels.valueDone}: ${row.code}`}
              />
            </td>
            <td rowSpan={lines.length} className={styles.text}>
              <Button kind="quiet" aria-label={`Ghi thêm: ${row.code}`} onClick={onMore}>
                Ghi thêm…
              </Button>
            </td>
          </>
        )}
      </tr>
    )
  })
}

function shown(percent: number | null): string {
  return percent === null ? '' : percentText(percent)
}

function Overall({ index }: { readonly index: number }) {
  const { control } = useFormContext<FormInput>()
  const lines = useWatch({ control, name: `reports.${index}.report.lines` })
  const known = lines.filter((line) => typeof line.percent === 'number')
  return (
    <span>
      {progressLabels.overall}: {percentText(overallPercent(known))}
    </span>
  )
}

interface MoreDialogProps {
  readonly row: Row
  readonly index: number
  readonly onClose: () => void
}

/** What does not fit in the grid; it is saved with all the others. */
function MoreDialog({ row, index, onClose }: MoreDialogProps) {
  const name = `reports.${index}.report`
  return (
    <Modal opened onClose={onClose} title={`${row.code} · ${row.name}`} size={860} transitionProps={{ duration: 0 }}>
      <FieldRow>
        <ParagraphField name={`${name}.workDone`} label={progressLabels.workDone} rows={3} />
        <ParagraphField name={`${name}.difficulties`} label={progressLabels.difficulties} rows={3} />
        <MoneyField name={`${name}.advanceRequested`} label={progressLabels.advanceRequested} width={3} />
        <MonthField name={`${name}.expectedEnd`} label={progressLabels.expectedEnd} width={3} />
        <DateField name={`${name}.reportedOn`} label={progressLabels.reportedOn} width={3} />
        <DateField name={`${name}.confirmedOn`} label={progressLabels.confirmedOn} width={3} />
        <TextField name={`${name}.note`} label={labels.note} width={12} />
      </FieldRow>
      <h3>{progressLabels.photos}</h3>
      {row.reportId === null ? (
        <p className={styles.soft}>Lưu tiến độ tháng này trước, rồi đính kèm ảnh.</p>
      ) : (
        <AttachmentsSection
          owner={{ ownerKind: 'progressReport', ownerId: row.reportId }}
          ownerName="báo cáo tiến độ"
        />
      )}
      <div className={dialogStyles.buttons}>
        <HistoryButton record={{ kind: 'progress', projectId: row.projectId }} />
        <Button kind="primary" onClick={onClose}>
          {labels.close}
        </Button>
      </div>
    </Modal>
  )
}
