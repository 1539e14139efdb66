// The papers of a year's plan: choose the form, date, number and signer; see it; print it, save it as PDF or Word, issue it.
import { useState } from 'react'
import type { FormEntry } from '../../shared/contract/documents'
import type { Programme } from '../../shared/domain/projects'
import { outgoingLabels, planLabels, programmeLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { type CallInput, runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from './fileOut'
import { IssueDialog, type IssuedPaper } from './IssueDialog'
import { PaperOptions, type SignerOption, signerOptions, usePaperChoice } from './PaperOptions'
import { PdfDialog } from './PdfDialog'

interface PlanDocumentDialogProps {
  readonly year: number
  readonly programme: Programme
  /** The paper one came for, shown first. */
  readonly form?: string
  /** The plan as it stood on this day; null: as it is now. */
  readonly asOf?: PlainDate | null
  readonly onClose: () => void
}

export function PlanDocumentDialog({ year, programme, form, asOf = null, onClose }: PlanDocumentDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const office = useQueryCall('office.get', {})
  if (forms.data === undefined || office.data === undefined)
    return (
      <PdfDialog
        title={planNameOf(year, programme)}
        file={undefined}
        waiting
        error={forms.error ?? office.error}
        onClose={onClose}
      />
    )
  return (
    <ChosenDocument
      year={year}
      programme={programme}
      asOf={asOf}
      onClose={onClose}
      forms={forms.data
        .filter((one) => one.subject === 'plan' && (one.programme === null || one.programme === programme))
        .sort((a, b) => Number(b.id === form) - Number(a.id === form))}
      signers={signerOptions(office.data)}
    />
  )
}

interface ChosenDocumentProps extends PlanDocumentDialogProps {
  readonly forms: readonly FormEntry[]
  readonly signers: readonly SignerOption[]
}

function ChosenDocument({ year, programme, asOf = null, onClose, forms, signers }: ChosenDocumentProps) {
  const [saving, setSaving] = useState(false)
  const issue = useCommandCall('archive.issuePlan')
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<IssuedPaper | null>(null)
  const choice = usePaperChoice(forms)
  const { formId, title, options } = choice
  const input: CallInput<'documents.renderPlan'> = { form: formId, year, programme, asOf, format: 'pdf', options }
  const pdf = useQueryCall('documents.renderPlan', input, { enabled: formId !== '', keepPrevious: true })

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await runQuery('documents.renderPlan', { ...input, format: 'docx' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  if (issued !== null)
    return (
      <PdfDialog
        title={`Số ${issued.fullNumber} – ${title} – ${planNameOf(year, programme)}`}
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
        issue={(details) =>
          issue.mutateAsync({ form: formId, year, programme, signerId: options.signerId, ...details })
        }
        onIssued={setIssued}
        onClose={() => setIssuing(false)}
      />
    )
  return (
    <PdfDialog
      title={`${title} – ${planNameOf(year, programme)}${asOf === null ? '' : ` đến ngày ${formatDate(asOf)}`}`}
      file={pdf.data}
      waiting={pdf.isFetching}
      error={pdf.error}
      onClose={onClose}
      options={
        <PaperOptions
          choice={choice}
          forms={forms}
          signers={signers}
          usualSigner="Thủ trưởng cơ quan ban hành, để trống họ tên"
        />
      }
      moreButtons={
        <>
          <Button disabled={pdf.data === undefined || pdf.error !== null} busy={saving} onClick={() => void saveWord()}>
            Lưu Word
          </Button>
          {asOf === null && (
            <Button disabled={pdf.data === undefined || pdf.error !== null} onClick={() => setIssuing(true)}>
              {outgoingLabels.issue}
            </Button>
          )}
        </>
      }
    />
  )
}

function planNameOf(year: number, programme: Programme): string {
  return `${planLabels.one} ${year} – ${programmeLabels[programme].short}`
}
