// "In bộ hồ sơ": the papers of a đề án ticked by stage, made beside other work with a count, as one PDF or as files.
import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FormEntry, PaperEntry } from '../../shared/contract/documents'
import { paperStages } from '../../shared/domain/papers'
import { dossierPrintLabels, labels, paperStageLabels } from '../../shared/labels'
import { type CallInput, type CallOutput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { notifyProblem } from '../components/notices'
import styles from './DossierDialog.module.css'
import { saveFile } from './fileOut'

interface DossierDialogProps {
  readonly projectId: number
  readonly projectName: string
  readonly onClose: () => void
}

const shapes = ['pdf', 'pdfFiles', 'wordFiles'] as const
type Shape = (typeof shapes)[number]

const keyOf = ({ form, recordId }: PaperEntry) => `${form} ${recordId ?? ''}`

/** How often a running dossier is asked how far it is, in milliseconds. */
const ASK_EVERY = 150

type Progress = CallOutput<'documents.dossierProgress'>
type LeftOut = CallOutput<'documents.startDossier'>['leftOut']

export function DossierDialog({ projectId, projectName, onClose }: DossierDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const papers = useQueryCall('documents.papers', { projectId })
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${dossierPrintLabels.title} – ${projectName}`}
      size={760}
      transitionProps={{ duration: 0 }}
    >
      {forms.data === undefined || papers.data === undefined ? (
        <p>{forms.error?.message ?? papers.error?.message ?? labels.loading}</p>
      ) : (
        <Dossier projectId={projectId} forms={forms.data} papers={papers.data} onClose={onClose} />
      )}
    </Modal>
  )
}

interface DossierProps {
  readonly projectId: number
  readonly forms: readonly FormEntry[]
  readonly papers: readonly PaperEntry[]
  readonly onClose: () => void
}

function Dossier({ projectId, forms, papers, onClose }: DossierProps) {
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

  function start(): void {
    const wanted = papers.filter((one) => chosen.has(keyOf(one)))
    void run({
      projectId,
      papers: wanted.map(({ form, recordId }) => ({ form, recordId })),
      as: shape === 'pdf' ? 'pdf' : 'files',
      formats: [shape === 'wordFiles' ? 'docx' : 'pdf'],
    })
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

  async function run(input: CallInput<'documents.startDossier'>): Promise<void> {
    try {
      const started = await runQuery('documents.startDossier', input)
      job.current = started.job
      setLeftOut(started.leftOut)
      setProgress({ state: 'running', done: 0, total: started.total, message: '' })
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
        await saveFile(await runQuery('documents.dossierFile', { job: started.job }))
      }
    } catch (error) {
      job.current = null
      setProgress(null)
      notifyProblem(error)
    }
  }

  return { progress, leftOut, run, cancel }
}
