// Việc cần làm: what is late, due in 7 days, due in 30, each with its basis and the place to do it; done ones are ticked with a note.
import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { line, plainDate, requiredLine } from '../../shared/contract/values'
import { confidenceMark } from '../../shared/domain/confidence'
import type { Programme } from '../../shared/domain/projects'
import { deadlineLabels, labels, programmeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { ExecutionTasks } from '../execution/ExecutionTasks'
import { planProgrammeKey } from '../plans/planProgramme'
import { SafetyReminders } from '../safety/SafetyReminders'
import styles from './DeadlineBoard.module.css'
import { SignalList } from './SignalList'

type Board = CallOutput<'programmes.deadlines'>
type Entry = Board['entries'][number]

const shownStatuses = ['overdue', 'within7', 'within30'] as const

/** Always as of today, whatever year is in hand: a deadline does not wait for the year that is being looked at. */
export function DeadlineBoard() {
  const board = useQueryCall('programmes.deadlines', {})
  const [ticking, setTicking] = useState<Entry | null>(null)
  const [awaited, setAwaited] = useState<Board['awaiting'][number] | null>(null)
  const [doneOpen, setDoneOpen] = useState(false)
  const tick = useCommandCall('programmes.tickDeadline')
  const removeEvent = useCommandCall('programmes.removeDeadlineEvent')
  if (board.error !== null) return <p role="alert">{board.error.problem.message}</p>
  if (board.data === undefined) return null
  const { entries, awaiting, events, today } = board.data
  const due = entries.filter((one) => one.remind && one.status !== 'done')
  const done = entries.filter((one) => one.status === 'done')

  async function untick(entry: Entry): Promise<void> {
    try {
      await tick.mutateAsync({ key: entry.key, done: false, note: '' })
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function takeAway(event: Board['events'][number]): Promise<void> {
    const yes = await askUser({
      title: 'Xóa ngày mốc đã ghi?',
      text: `${event.what}, ngày ${formatDate(event.date)}. Thời hạn tính từ ngày này không còn hiện nữa; có thể ghi lại ngày đúng.`,
      yes: 'Xóa ngày mốc',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await removeEvent.mutateAsync({ id: event.id })
      notifyDone('Đã xóa ngày mốc.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <section aria-label={deadlineLabels.board}>
      <h2>{deadlineLabels.board}</h2>
      <p className={styles.none}>
        Tính đến ngày {formatDate(today)}.{' '}
        <Button kind="quiet" onClick={() => void navigate(paths.deadlines)}>
          {deadlineLabels.settings}
        </Button>
      </p>
      <SafetyReminders />
      <SignalList />
      <ExecutionTasks />
      {due.length === 0 && <p className={styles.none}>Không có việc nào quá hạn hoặc đến hạn trong 30 ngày tới.</p>}
      {shownStatuses.map((status) => {
        const own = due.filter((one) => one.status === status)
        if (own.length === 0) return null
        return (
          <div key={status}>
            <h3 className={styles.head}>
              {deadlineLabels.statuses[status]} ({formatInteger(own.length)})
            </h3>
            <ul className={styles.list} aria-label={deadlineLabels.statuses[status]}>
              {own.map((entry) => (
                <EntryLine key={entry.key} entry={entry}>
                  <Button kind="quiet" aria-label={`Đã xong: ${entry.step}`} onClick={() => setTicking(entry)}>
                    Đã xong…
                  </Button>
                </EntryLine>
              ))}
            </ul>
          </div>
        )
      })}
      {awaiting.map((one) => (
        <p key={one.ruleKey} className={styles.none}>
          {one.step}: {one.days} ngày sau khi có “{one.event}”.{' '}
          <Button kind="quiet" aria-label={`Ghi ngày: ${one.event}`} onClick={() => setAwaited(one)}>
            Ghi ngày…
          </Button>
        </p>
      ))}
      {events.length > 0 && (
        <ul className={styles.list} aria-label={deadlineLabels.events}>
          {events.map((event) => (
            <li key={event.id}>
              <div className={styles.what}>
                {deadlineLabels.eventDay}: {event.what}, ngày {formatDate(event.date)}
              </div>
              <Button kind="quiet" aria-label={`Xóa ngày mốc: ${event.what}`} onClick={() => void takeAway(event)}>
                {labels.remove}…
              </Button>
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <>
          <Button kind="quiet" aria-expanded={doneOpen} onClick={() => setDoneOpen(!doneOpen)}>
            {deadlineLabels.statuses.done} ({formatInteger(done.length)}) {doneOpen ? '▴' : '▾'}
          </Button>
          {doneOpen && (
            <ul className={styles.list} aria-label={deadlineLabels.statuses.done}>
              {done.map((entry) => (
                <EntryLine key={entry.key} entry={entry}>
                  {entry.ticked && (
                    <Button
                      kind="quiet"
                      aria-label={`Bỏ dấu đã xong: ${entry.step}`}
                      onClick={() => void untick(entry)}
                    >
                      Bỏ dấu
                    </Button>
                  )}
                </EntryLine>
              ))}
            </ul>
          )}
        </>
      )}
      {ticking !== null && <TickDialog entry={ticking} onClose={() => setTicking(null)} />}
      {awaited !== null && <EventDialog awaited={awaited} onClose={() => setAwaited(null)} />}
    </section>
  )
}

function leftInWords({ status, daysLeft, doneNote }: Entry): string {
  if (status === 'done') return doneNote === null || doneNote === '' ? 'Đã xong' : `Đã xong: ${doneNote}`
  if (daysLeft < 0) return `Quá hạn ${formatInteger(-daysLeft)} ngày`
  return daysLeft === 0 ? 'Hôm nay là ngày cuối' : `Còn ${formatInteger(daysLeft)} ngày`
}

const statusStyle = { overdue: styles.late, within7: styles.soon, within30: undefined, later: undefined } as const

const placeOf = {
  plan: { path: paths.plan, label: 'Mở kế hoạch' },
  projects: { path: paths.projects, label: 'Mở đề án' },
  progress: { path: paths.progress, label: 'Mở tiến độ' },
  settlement: { path: paths.settlements, label: 'Mở quyết toán' },
} as const

function EntryLine({ entry, children }: { readonly entry: Entry; readonly children: ReactNode }) {
  const { setYear } = useYear()
  const [, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const mark = entry.confidence === null ? null : confidenceMark(entry.confidence)

  function open(): void {
    setYear(entry.planYear)
    setProgramme(entry.programme)
    void navigate(placeOf[entry.opens].path)
  }

  return (
    <li data-status={entry.status}>
      <div className={styles.what}>
        <span className={entry.status === 'done' ? styles.done : statusStyle[entry.status]}>{leftInWords(entry)}</span>{' '}
        · {entry.step} ({programmeLabels[entry.programme].short} {entry.planYear})
        <div className={styles.basis} title={entry.note}>
          {entry.words}
          {entry.earlier > 0 && `; ${entry.earlier} kỳ trước cũng chưa đánh dấu`}
          {entry.legalBasis !== '' && ` · ${entry.legalBasis}`}
          {mark !== null && <span className={styles.unsure}> · {mark}</span>}
          {entry.note !== '' && ` · ${entry.note}`}
        </div>
      </div>
      <Button kind="quiet" aria-label={`Mở: ${entry.step}`} onClick={open}>
        {placeOf[entry.opens].label}
      </Button>
      {children}
    </li>
  )
}

const tickSchema = z.strictObject({ note: line(500) })

function TickDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const tick = useCommandCall('programmes.tickDeadline')
  const form = useContractForm(tickSchema, { note: '' })
  const submit = form.handleSubmit(async ({ note }) => {
    try {
      await tick.mutateAsync({ key: entry.key, done: true, note })
      notifyDone('Đã đánh dấu việc này là xong.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Đã xong"
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            {entry.step}, {entry.words}.
          </p>
          <ProblemSummary />
          <FieldRow>
            <TextField
              name="note"
              label={labels.note}
              hint="Ví dụ số, ngày văn bản đã gửi; có thể để trống"
              width={12}
              autoFocus
            />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={tick.isPending}>
              Đánh dấu đã xong
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const eventSchema = z.strictObject({
  date: z.string({ error: 'Phải nhập ngày.' }).pipe(plainDate),
  what: requiredLine('nội dung việc', 300),
})

interface EventDialogProps {
  readonly awaited: Board['awaiting'][number]
  readonly onClose: () => void
}

function EventDialog({ awaited, onClose }: EventDialogProps) {
  const save = useCommandCall('programmes.saveDeadlineEvent')
  const form = useContractForm(eventSchema, { what: awaited.event })
  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync({ ruleKey: awaited.ruleKey, ...values })
      notifyDone('Đã ghi ngày; thời hạn được tính từ ngày này.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={awaited.step}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <DateField name="date" label="Ngày" width={4} required autoFocus />
            <TextField name="what" label="Việc" width={8} required />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
