// The papers of one đề án: choose the form, date, number and signer; see it; print it, or save it as PDF or Word.
import { useState } from 'react'
import type { FormEntry, PaperEntry } from '../../shared/contract/documents'
import type { PaperStage } from '../../shared/domain/papers'
import { dossierPrintLabels, outgoingLabels } from '../../shared/labels'
import { type CallInput, runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { DossierDialog } from './DossierDialog'
import { saveFile } from './fileOut'
import { IssueDialog, type IssuedPaper } from './IssueDialog'
import { PaperOptions, type SignerOption, signerOptions, usePaperChoice } from './PaperOptions'
import { PdfDialog } from './PdfDialog'

export interface DocumentDialogProps {
  readonly projectId: number
  readonly projectName: string
  /** Only the papers of one stage, such as those of a change; all of them unless said. */
  readonly stage?: PaperStage
  /** The paper shown first: of this contract, these minutes. */
  readonly first?: { readonly form: string; readonly recordId: number | null }
  readonly onClose: () => void
}

/** A form, together with the record it speaks of, as one line of the list to choose from. */
type Paper = FormEntry & { readonly form: string; readonly recordId: number | null }

function papersOf(forms: readonly FormEntry[], entries: readonly PaperEntry[]): Paper[] {
  return entries.flatMap(({ form, recordId, record }) => {
    const entry = forms.find((one) => one.subject === 'project' && one.id === form)
    if (entry === undefined) return []
    const shortTitle = record === '' ? entry.shortTitle : `${entry.shortTitle} – ${record}`
    return [{ ...entry, form, recordId, id: recordId === null ? form : `${form} ${recordId}`, shortTitle }]
  })
}

export function DocumentDialog({ projectId, projectName, stage, first, onClose }: DocumentDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const entries = useQueryCall('documents.papers', { projectId })
  const office = useQueryCall('office.get', {})
  if (forms.data === undefined || entries.data === undefined || office.data === undefined)
    return (
      <PdfDialog
        title={projectName}
        file={undefined}
        waiting
        error={forms.error ?? entries.error ?? office.error}
        onClose={onClose}
      />
    )
  const papers = papersOf(forms.data, entries.data).filter((one) => stage === undefined || one.stage === stage)
  const shown =
    first === undefined ? -1 : papers.findIndex((one) => one.form === first.form && one.recordId === first.recordId)
  return (
    <ChosenDocument
      projectId={projectId}
      projectName={projectName}
      onClose={onClose}
      papers={shown < 0 ? papers : [...papers.slice(shown, shown + 1), ...papers.toSpliced(shown, 1)]}
      signers={signerOptions(office.data)}
    />
  )
}

interface ChosenDocumentProps extends DocumentDialogProps {
  readonly papers: readonly Paper[]
  readonly signers: readonly SignerOption[]
}

function ChosenDocument({ projectId, projectName, onClose, papers, signers }: ChosenDocumentProps) {
  const [saving, setSaving] = useState(false)
  const issue = useCommandCall('archive.issue')
  const [issuing, setIssuing] = useState(false)
  const [dossier, setDossier] = useState(false)
  const [issued, setIssued] = useState<IssuedPaper | null>(null)
  const choice = usePaperChoice(papers)
  const { formId: paperId, title, options } = choice
  const paper = papers.find((one) => one.id === paperId)
  const which = { form: paper?.form ?? '', recordId: paper?.recordId ?? null }
  const input: CallInput<'documents.render'> = { ...which, projectId, format: 'pdf', options }
  const pdf = useQueryCall('documents.render', input, { enabled: paper !== undefined, keepPrevious: true })

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await runQuery('documents.render', { ...input, format: 'docx' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  if (issued !== null)
    return (
      <PdfDialog
        title={`Số ${issued.fullNumber} – ${title} – ${projectName}`}
        file={issued.file}
        waiting={false}
        error={null}
        onClose={onClose}
      />
    )
  if (dossier) return <DossierDialog projectId={projectId} projectName={projectName} onClose={onClose} />
  // In the place of the preview, not over it: both have boxes for number and date.
  if (issuing)
    return (
      <IssueDialog
        form={which.form}
        title={title}
        date={options.date}
        issue={(details) => issue.mutateAsync({ ...which, projectId, signerId: options.signerId, ...details })}
        onIssued={setIssued}
        onClose={() => setIssuing(false)}
      />
    )
  return (
    <PdfDialog
      title={`${title} – ${projectName}`}
      file={pdf.data}
      waiting={pdf.isFetching}
      error={pdf.error}
      onClose={onClose}
      options={
        <PaperOptions choice={choice} forms={papers} signers={signers} usualSigner="Người ký mặc định của đơn vị" />
      }
      moreButtons={
        <>
          <Button onClick={() => setDossier(true)}>{dossierPrintLabels.title}</Button>
          <Button disabled={pdf.data === undefined || pdf.error !== null} busy={saving} onClick={() => void saveWord()}>
            Lưu Word
          </Button>
          <Button disabled={pdf.data === undefined || pdf.error !== null} onClick={() => setIssuing(true)}>
            {outgoingLabels.issue}
          </Button>
        </>
      }
    />
  )
}
