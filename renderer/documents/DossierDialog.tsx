// "In bộ hồ sơ": the papers of a đề án ticked by stage, made beside other work with a count, as one PDF, as files or as a folder.
import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FormEntry, PaperEntry } from '../../shared/contract/documents'
import { paperStages } from '../../shared/domain/papers'
import { dossierPrintLabels, labels, paperStageLabels } from '../../shared/labels'
import { api } from '../app/api'
import { type CallOutput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { notifyDone, notifyProblem } from '../components/notices'
import { FolderPicker } from '../start/FolderPicker'
import styles from './DossierDialog.module.css'
import { saveFile } from './fileOut'

interface DossierDialogProps {
  readonly projectId: number
  readonly projectName: string
  readonly onClose: () => void
}

const shapes = ['pdf', 'pdfFiles', 'wordFiles', 'pdfFolder', 'wordFolder'] as const
type Shape = (typeof shapes)[number]

const keyOf = ({ form, recordId }: PaperEntry) => `${form} ${recordId ?? ''}`

/** How often a running dossier is asked how far it is, in milliseconds. */
const ASK_EVERY = 150

type Progress = CallOutput<'documents.dossierProgress'>
type LeftOut = CallOutput<'documents.startDossier'>['leftOut']

export function DossierDialog({ projectId, projectName, onClose }: DossierDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const papers = useQueryCall('documents.papers', { projectId })
  const [picking, setPicking] = useState(false)
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${dossierPrintLabels.title} – ${projectName}`}
      size={760}
      // Escape then belongs to the choosing of the folder.
      closeOnEscape={!picking}
      transitionProps={{ duration: 0 }}
    >
      {forms.data === undefined || papers.data === undefined ? (
        <p>{forms.error?.message ?? papers.error?.message ?? labels.loading}</p>
      ) : (
        <Dossier
          projectId={projectId}
          forms={forms.data}
          papers={papers.data}
          picking={picking}
          onPicking={setPicking}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface DossierProps {
  readonly projectId: number
  readonly forms: readonly FormEntry[]
  readonly papers: readonly PaperEntry[]
  /** A folder is being chosen inside the page. */
  readonly picking: boolean
  readonly onPicking: (picking: boolean) => void
  readonly onClose: () => void
}

function Dossier({ projectId, forms, papers, picking, onPicking, onClose }: DossierProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(papers.map(keyOf)))
  const [shape, setShape] = useState<Shape>('pdf')
  const { progress, leftOut, run, cancel } = useDossier()
  const running = progress?.state === 'running'
  const nameOf = ({ form, record }: PaperEntry) => {
    const title = forms.find((one) => one.subject === 'project' && one.id === form)?.shortTitle ?? form
    return record === '' ? title : `${title} – ${record}`
  }
  const set = (keys: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))))

  const asked = () => ({
    projectId,
    papers: papers.filter((one) => chosen.has(keyOf(one))).map(({ form, recordId }) => ({ form, recordId })),
    formats: [shape === 'wordFiles' || shape === 'wordFolder' ? ('docx' as const) : ('pdf' as const)],
  })

  function start(): void {
    if (shape === 'pdfFolder' || shape === 'wordFolder') void chooseFolder()
    else void run(() => runQuery('documents.startDossier', { ...asked(), as: shape === 'pdf' ? 'pdf' : 'files' }))
  }

  async function chooseFolder(): Promise<void> {
    try {
      const answer = await api.shell.chooseFolder({ title: dossierPrintLabels.chooseFolder })
      if (answer.kind === 'in-page') onPicking(true)
      if (answer.kind === 'chosen') startIn(answer.path)
    } catch (error) {
      notifyProblem(error)
    }
  }

  function startIn(folder: string): void {
    onPicking(false)
    void run(() => runQuery('documents.startDossierFolder', { ...asked(), folder }))
  }

  return (
    <>
      <div className={styles.papers}>
        {paperStages.map((stage) => {
          const own = papers.filter((one) => one.stage === stage)
          if (own.length === 0) return null
          const keys = own.map(keyOf)
          return (
            <fieldset key={stage} disabled={running}>
              <legend>
                <label>
                  <input
                    type="checkbox"
                    checked={keys.every((key) => chosen.has(key))}
                    onChange={(event) => set(keys, event.currentTarget.checked)}
                  />
                  {paperStageLabels[stage]}
                </label>
              </legend>
              {own.map((one) => (
                <label key={keyOf(one)}>
                  <input
                    type="checkbox"
                    checked={chosen.has(keyOf(one))}
                    onChange={(event) => set([keyOf(one)], event.currentTarget.checked)}
                  />
                  {nameOf(one)}
                </label>
              ))}
            </fieldset>
          )
        })}
      </div>
      <fieldset className={styles.shape} disabled={running}>
        <legend>{dossierPrintLabels.shape}</legend>
        {shapes.map((one) => (
          <label key={one}>
            <input type="radio" name="shape" checked={shape === one} onChange={() => setShape(one)} />
            {dossierPrintLabels.shapes[one]}
          </label>
        ))}
      </fieldset>
      <p role="status" className={styles.status}>
        {progress === null
          ? dossierPrintLabels.chosen(chosen.size, papers.length)
          : dossierPrintLabels.progress(progress.done, progress.total)}
      </p>
      {leftOut.length > 0 && (
        <details className={styles.leftOut}>
          <summary>{dossierPrintLabels.leftOut(leftOut.length)}</summary>
          <ul>
            {leftOut.map(({ title, reason }) => (
              <li key={title}>
                {title}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={dialogStyles.buttons}>
        <Button onClick={running ? cancel : onClose}>{running ? labels.cancel : labels.close}</Button>
        <Button kind="primary" busy={running} disabled={chosen.size === 0} onClick={start}>
          {dossierPrintLabels.make}
        </Button>
      </div>
      {picking && <FolderPicker mode="folder" suggestedName="" onClose={() => onPicking(false)} onChosen={startIn} />}
    </>
  )
}

/** One dossier at a time: asked how far it is until it ends, then saved. Leaving the dialog cancels it. */
function useDossier() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [leftOut, setLeftOut] = useState<LeftOut>([])
  const job = useRef<number | null>(null)

  function cancel(): void {
    const running = job.current
    job.current = null
    setProgress(null)
    if (running !== null) runQuery('documents.cancelDossier', { job: running }).catch(notifyProblem)
  }
  useEffect(
    () => () => {
      if (job.current !== null) runQuery('documents.cancelDossier', { job: job.current }).catch(() => undefined)
    },
    [],
  )

  async function run(begin: () => Promise<CallOutput<'documents.startDossier'>>): Promise<void> {
    try {
      const started = await begin()
      job.current = started.job
      setLeftOut(started.leftOut)
      setProgress({ state: 'running', done: 0, total: started.total, message: '', folder: null })
      while (job.current === started.job) {
        const now = await runQuery('documents.dossierProgress', { job: started.job })
        if (job.current !== started.job) return
        setProgress(now)
        if (now.state === 'running') {
          await new Promise((resolve) => setTimeout(resolve, ASK_EVERY))
          continue
        }
        job.current = null
        setProgress(null)
        if (now.state === 'failed') throw new Error(dossierPrintLabels.failed(now.message))
        if (now.folder !== null) notifyDone(dossierPrintLabels.written(now.folder))
        else await saveFile(await runQuery('documents.dossierFile', { job: started.job }))
      }
    } catch (error) {
      job.current = null
      setProgress(null)
      notifyProblem(error)
    }
  }

  return { progress, leftOut, run, cancel }
}
