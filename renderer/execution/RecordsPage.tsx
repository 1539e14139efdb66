// Several records of one đề án on one screen: a list to choose from, the chosen one as a form, a new one begun at a press.
import { type ReactNode, useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { labels } from '../../shared/labels'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { mayLeave } from '../app/unsaved'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type FormSection, RecordForm } from '../components/RecordForm'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Execution.module.css'
import { OfProject, ProjectPapers } from './OfProject'

export interface KeptRecord<I> {
  readonly id: number
  readonly rowVersion: number
  readonly name: string
  readonly values: I
  readonly warnings: readonly string[]
}

interface Saved {
  readonly id: number
  readonly rowVersion: number
}

interface RecordsPageProps<I extends FieldValues, O extends FieldValues> {
  readonly projectId: number
  readonly title: string
  readonly detail: string
  readonly historyKind: 'trainingClass' | 'clusterReport' | 'volumeReport'
  /** "lớp", "báo cáo". */
  readonly one: string
  readonly addLabel: string
  readonly schema: z.ZodType<O, I>
  readonly problemPrefix: string
  readonly records: readonly KeptRecord<I>[]
  readonly blank: I
  readonly sections: readonly FormSection[]
  readonly onSave: (kept: Saved | null, values: O) => Promise<Saved>
  readonly onRemove: (kept: Saved) => Promise<unknown>
}

export function RecordsPage<I extends FieldValues, O extends FieldValues>(props: RecordsPageProps<I, O>) {
  const { records, addLabel, one } = props
  // A record just saved stays in the form it was typed into: the form is another one only when another record is asked for.
  const [{ chosen, asked }, setShown] = useState({ chosen: records[0]?.id ?? ('new' as number | 'new'), asked: 0 })
  const current = records.find((record) => record.id === chosen) ?? null

  const ask = (next: number | 'new') => setShown({ chosen: next, asked: asked + 1 })
  async function show(next: number | 'new'): Promise<void> {
    if (next !== chosen && (await mayLeave())) ask(next)
  }

  const chooser = (
    <nav className={styles.toolbar} aria-label={`Chọn ${one}`}>
      {records.map((record) => (
        <Button
          key={record.id}
          kind={record.id === chosen ? 'primary' : 'plain'}
          aria-pressed={record.id === chosen}
          onClick={() => void show(record.id)}
        >
          {record.name}
        </Button>
      ))}
      <Button kind="quiet" aria-pressed={chosen === 'new'} onClick={() => void show('new')}>
        + {addLabel}
      </Button>
    </nav>
  )
  return (
    <OneRecord
      key={asked}
      {...props}
      current={current}
      chooser={chooser}
      onMade={(id) => setShown({ chosen: id, asked })}
      onRemoved={() => ask('new')}
    />
  )
}

/** The paper that tells the record. */
const formOf = {
  trainingClass: 'training-programme-12',
  clusterReport: 'cluster-report-13',
  volumeReport: 'volume-3b',
} as const

interface OneRecordProps<I extends FieldValues, O extends FieldValues> extends RecordsPageProps<I, O> {
  readonly current: KeptRecord<I> | null
  readonly chooser: ReactNode
  readonly onMade: (id: number) => void
  readonly onRemoved: () => void
}

function OneRecord<I extends FieldValues, O extends FieldValues>(props: OneRecordProps<I, O>) {
  const { projectId, title, detail, one, schema, problemPrefix, blank, sections, current, chooser } = props
  const [kept, setKept] = useState<Saved | null>(current)
  const form = useContractForm<I, O>(schema, (current?.values ?? blank) as DefaultValues<I>)
  const back = () => void navigate(paths.project(projectId))
  const [printing, setPrinting] = useState(false)

  async function onSave(values: O): Promise<DefaultValues<I>> {
    const saved = await props.onSave(kept, values)
    setKept(saved)
    notifyDone(`Đã lưu ${one}.`)
    if (kept === null) props.onMade(saved.id)
    return values as unknown as DefaultValues<I>
  }

  async function askRemove(which: Saved): Promise<void> {
    const sure = await askUser({
      title: `Xóa ${one} này?`,
      text: 'Mọi dòng của nó cũng bị xóa.',
      yes: `Xóa ${one}`,
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await props.onRemove(which)
      props.onRemoved()
      notifyDone(`Đã xóa ${one}.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={title}
        problemPrefix={problemPrefix}
        onBack={back}
        onSave={onSave}
        sections={sections}
        notice={() =>
          current !== null && current.warnings.length > 0 ? (
            <ul className={styles.warnings} aria-label="Cần xem lại">
              {current.warnings.map((words) => (
                <li key={words}>
                  {words[0]?.toUpperCase()}
                  {words.slice(1)}.
                </li>
              ))}
            </ul>
          ) : null
        }
        header={(saveNow, saving) => (
          <>
            <PageHeader
              title={title}
              detail={<OfProject projectId={projectId}>{detail}</OfProject>}
              {...(kept === null ? {} : { onPrint: () => setPrinting(true) })}
              actions={
                <>
                  {kept !== null && (
                    <Button kind="danger" onClick={() => void askRemove(kept)}>
                      {labels.remove}
                    </Button>
                  )}
                  {kept !== null && <HistoryButton record={{ kind: props.historyKind, id: kept.id }} />}
                  <Button onClick={back}>Về đề án</Button>
                </>
              }
              primary={
                <Button kind="primary" title="Ctrl+S" busy={saving} onClick={saveNow}>
                  {labels.save}
                </Button>
              }
            />
            {chooser}
          </>
        )}
      />
      {printing && kept !== null && (
        <ProjectPapers
          projectId={projectId}
          first={{ form: formOf[props.historyKind], recordId: kept.id }}
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  )
}
