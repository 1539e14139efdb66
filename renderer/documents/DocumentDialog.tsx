// The papers of one đề án: choose the form, date, number and signer; see it; print it, or save it as PDF or Word.
import { useState } from 'react'
import type { FormEntry } from '../../shared/contract/documents'
import { outgoingLabels } from '../../shared/labels'
import { type CallInput, runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from './fileOut'
import { IssueDialog, type IssuedPaper } from './IssueDialog'
import { PaperOptions, type SignerOption, signerOptions, usePaperChoice } from './PaperOptions'
import { PdfDialog } from './PdfDialog'

export interface DocumentDialogProps {
  readonly projectId: number
  readonly projectName: string
  readonly onClose: () => void
}

export function DocumentDialog({ projectId, projectName, onClose }: DocumentDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const office = useQueryCall('office.get', {})
  if (forms.data === undefined || office.data === undefined)
    return (
      <PdfDialog title={projectName} file={undefined} waiting error={forms.error ?? office.error} onClose={onClose} />
    )
  return (
    <ChosenDocument
      projectId={projectId}
      projectName={projectName}
      onClose={onClose}
      forms={forms.data.filter((one) => one.subject === 'project')}
      signers={signerOptions(office.data)}
    />
  )
}

interface ChosenDocumentProps extends DocumentDialogProps {
  readonly forms: readonly FormEntry[]
  readonly signers: readonly SignerOption[]
}

function ChosenDocument({ projectId, projectName, onClose, forms, signers }: ChosenDocumentProps) {
  const [saving, setSaving] = useState(false)
  const issue = useCommandCall('archive.issue')
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<IssuedPaper | null>(null)
  const choice = usePaperChoice(forms)
  const { formId, title, options } = choice
  const input: CallInput<'documents.render'> = { form: formId, projectId, format: 'pdf', options }
  const pdf = useQueryCall('documents.render', input, { enabled: formId !== '', keepPrevious: true })

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
  // In the place of the preview, not over it: both have boxes for number and date.
  if (issuing)
    return (
      <IssueDialog
        form={formId}
        title={title}
        date={options.date}
        issue={(details) => issue.mutateAsync({ form: formId, projectId, signerId: options.signerId, ...details })}
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
        <PaperOptions choice={choice} forms={forms} signers={signers} usualSigner="Người ký mặc định của đơn vị" />
      }
      moreButtons={
        <>
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
