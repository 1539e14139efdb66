// The checks of one version: what the rules say of it, what they need to know, and why a warning is set aside.
import { useId, useRef, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { checkAnswers } from '../../shared/contract/projects'
import { confidenceMark } from '../../shared/domain/confidence'
import { checkLabels, labels } from '../../shared/labels'
import { formatDate, parseDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { whileSaving } from '../app/unsaved'
import { Button } from '../components/Button'
import { FieldRow } from '../components/Field'
import { CheckField, MoneyField, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import styles from './NormChecks.module.css'

type Judgement = CallOutput<'projects.judge'>
type Verdict = Judgement['verdicts'][number]

const sectionId = 'phan-kiem-tra'

/** The way to the checks, for the section bar of the screen they stand in. */
export function NormChecksAnchor() {
  return (
    <Button
      kind="quiet"
      onClick={() => {
        const section = document.getElementById(sectionId)
        section?.scrollIntoView({ block: 'start' })
        section?.focus({ preventScroll: true })
      }}
    >
      {checkLabels.title}
    </Button>
  )
}

interface NormChecksProps {
  readonly projectId: number
  /** Left out: the newest. */
  readonly versionId?: number
  /** A draft: its questions can be answered. */
  readonly draft: boolean
  /** Only of the newest version are warnings set aside. */
  readonly newest: boolean
}

export function NormChecks({ projectId, versionId, draft, newest }: NormChecksProps) {
  const [asked, setAsked] = useState<string | null>(null)
  const judged = useQueryCall(
    'projects.judge',
    { id: projectId, ...(versionId === undefined ? {} : { versionId }), ...(asked === null ? {} : { date: asked }) },
    { keepPrevious: true },
  )
  return (
    <section id={sectionId} className={styles.section} tabIndex={-1} aria-label={checkLabels.title}>
      <h2>{checkLabels.title}</h2>
      {judged.error !== null && <p role="alert">{judged.error.message}</p>}
      {judged.data !== undefined && (
        <>
          <DayJudged key={judged.data.date} judgement={judged.data} asked={asked !== null} onAsk={setAsked} />
          {draft && <Answers key={judged.data.versionId} projectId={projectId} judgement={judged.data} />}
          <ul className={styles.verdicts}>
            {judged.data.verdicts.map((verdict) => (
              <VerdictItem
                key={verdict.code}
                verdict={verdict}
                projectId={projectId}
                rowVersion={judged.data.rowVersion}
                mayGoOn={newest && asked === null}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface DayJudgedProps {
  readonly judgement: Judgement
  readonly asked: boolean
  readonly onAsk: (date: string | null) => void
}

/** Rules change with the day: the same đề án may be looked at by the rules of another one. */
function DayJudged({ judgement, asked, onAsk }: DayJudgedProps) {
  const id = useId()
  const [problem, setProblem] = useState('')
  function read(text: string): void {
    if (text === formatDate(judgement.date)) return
    const parsed = parseDate(text)
    setProblem(parsed.kind === 'value' ? '' : 'Ngày không có thật hoặc sai dạng ngày/tháng/năm.')
    if (parsed.kind === 'value') onAsk(parsed.date)
  }
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{checkLabels.judgedOn}</label>
      <input
        id={id}
        autoComplete="off"
        defaultValue={formatDate(judgement.date)}
        aria-invalid={problem !== '' || undefined}
        onBlur={(event) => read(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) read(event.currentTarget.value)
        }}
      />
      {asked ? (
        <Button kind="quiet" onClick={() => onAsk(null)}>
          Xét lại theo ngày của bản này
        </Button>
      ) : (
        <span>Kết quả xét theo số liệu đã lưu.</span>
      )}
      {problem !== '' && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  )
}

/** Kept as soon as a box is left: there is no button to forget. */
function Answers({ projectId, judgement }: { readonly projectId: number; readonly judgement: Judgement }) {
  const form = useContractForm(checkAnswers, judgement.answers)
  const answer = useCommandCall('projects.answerChecks')
  const kept = useRef({ text: JSON.stringify(judgement.answers), rowVersion: judgement.answersRowVersion })
  const saving = useRef<Promise<void>>(Promise.resolve())
  const priority = form.watch('priority')

  useUnsavedGuard(form.control)

  const save = form.handleSubmit(async (answers) => {
    const text = JSON.stringify(answers)
    if (text === kept.current.text) return
    const typed = form.getValues()
    try {
      const saved = await answer.mutateAsync({
        id: projectId,
        answersRowVersion: kept.current.rowVersion,
        answers,
      })
      kept.current = { text, rowVersion: saved.answersRowVersion }
      form.reset(typed, { keepValues: true })
    } catch (error) {
      showProblem(form, error, 'answers.')
      notifyProblem(error)
    }
  })
  // One after the other: each save is made from the row version of the one before.
  const saveInTurn = () => {
    saving.current = saving.current.then(() => save())
    void whileSaving(saving.current)
  }
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the boxes inside it */}
      <div
        className={styles.answers}
        onChange={(event) => {
          const { target } = event
          if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'checkbox'))
            saveInTurn()
        }}
        onBlur={saveInTurn}
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key.toLowerCase() === 's') saveInTurn()
        }}
      >
        <FieldRow>
          {judgement.choices.length > 0 && (
            <SelectField
              name="normCode"
              label={checkLabels.normRow}
              options={[
                { value: '', label: 'Chưa chọn' },
                ...judgement.choices.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              width={6}
            />
          )}
          <MoneyField
            name="baseAmount"
            label={checkLabels.baseAmount}
            hint="Để trống: theo dòng định mức, thường là tổng dự toán."
            width={4}
          />
          {judgement.oldPlaceQuestion !== null && (
            <SelectField
              name="oldPlace"
              label={checkLabels.oldPlace}
              hint={judgement.oldPlaceQuestion}
              options={[
                { value: 'yes', label: 'Có' },
                { value: 'no', label: 'Không' },
              ]}
              emptyLabel="Chưa trả lời"
              width={6}
            />
          )}
          <CheckField name="priority" label={checkLabels.priority} width={4} />
          {priority && judgement.asksCombineReason && (
            <TextField name="combineReason" label={checkLabels.combineReason} width={8} />
          )}
        </FieldRow>
      </div>
    </FormProvider>
  )
}

interface VerdictItemProps {
  readonly verdict: Verdict
  readonly projectId: number
  readonly rowVersion: number
  readonly mayGoOn: boolean
}

function VerdictItem({ verdict, projectId, rowVersion, mayGoOn }: VerdictItemProps) {
  const { severity, title, words, legalBasis, confidence, override } = verdict
  const mark = confidenceMark(confidence)
  return (
    <li className={`${styles.verdict} ${styles[severity]}`}>
      <div className={styles.head}>
        <strong className={styles.severity}>
          {severity === 'warning' ? checkLabels.warnings[verdict.code] : checkLabels[severity]}
        </strong>
        <span>{title}</span>
        {mark !== null && legalBasis !== '' && <span className={styles.mark}>{mark}</span>}
      </div>
      <p>{words}</p>
      {legalBasis !== '' && (
        <p className={styles.basis}>
          {checkLabels.legalBasis}: {legalBasis}.
        </p>
      )}
      {override !== null && <OverrideWords override={override} />}
      {mayGoOn && severity !== 'ok' && override?.current !== true && (
        <GoOn checkCode={verdict.code} title={title} projectId={projectId} rowVersion={rowVersion} />
      )}
    </li>
  )
}

function OverrideWords({ override }: { readonly override: NonNullable<Verdict['override']> }) {
  const who = `${override.actor}, ${localTime(override.at)}`
  return (
    <p className={styles.override}>
      {override.current
        ? `Vẫn tiếp tục: ${override.reason} (${who})`
        : `Lý do ghi cho kết quả trước, nay đã khác: ${override.reason} (${who})`}
    </p>
  )
}

interface GoOnProps {
  readonly checkCode: Verdict['code']
  readonly title: string
  readonly projectId: number
  readonly rowVersion: number
}

function GoOn({ checkCode, title, projectId, rowVersion }: GoOnProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const goOn = useCommandCall('projects.overrideCheck')

  async function save(): Promise<void> {
    const reason = box.current?.value.trim() ?? ''
    if (reason === '') {
      setProblem('Phải nhập lý do.')
      box.current?.focus()
      return
    }
    try {
      await goOn.mutateAsync({ id: projectId, rowVersion, checkCode, reason })
      setOpen(false)
      notifyDone('Đã ghi lý do vẫn tiếp tục.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  if (!open)
    return (
      <Button kind="quiet" aria-label={`${checkLabels.goOn} ${title}`} onClick={() => setOpen(true)}>
        {checkLabels.goOn}
      </Button>
    )
  return (
    <div className={styles.goOn}>
      <label htmlFor={id}>{checkLabels.reason}</label>
      <input
        id={id}
        ref={box}
        // The officer pressed the button to type here.
        // biome-ignore lint/a11y/noAutofocus: asked for just now
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        aria-invalid={problem !== '' || undefined}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            void save()
          }
          if (event.key === 'Escape') {
            event.stopPropagation()
            setOpen(false)
          }
        }}
      />
      <Button kind="primary" busy={goOn.isPending} onClick={() => void save()}>
        {labels.save}
      </Button>
      <Button onClick={() => setOpen(false)}>{labels.cancel}</Button>
      {problem !== '' && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  )
}
