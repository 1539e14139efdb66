// The papers of one đề án: choose the form, date, number and signer; see it; print it, or save it as PDF or Word.
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { documentOptions } from '../../shared/contract/documents'
import { outgoingLabels } from '../../shared/labels'
import { formatDate, isPlainDate } from '../../shared/vietnamese/dates'
import { type CallInput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { DateField, SelectField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyProblem } from '../components/notices'
import { saveFile } from './fileOut'
import { IssueDialog, type IssuedPaper } from './IssueDialog'
import { PdfDialog } from './PdfDialog'
import styles from './PdfDialog.module.css'

const formSchema = z.strictObject({
  form: z.string(),
  date: documentOptions.shape.date,
  number: documentOptions.shape.number,
  /** A select's value is text: the signer's id, or '' for the office's usual signer. */
  signer: z.string(),
})

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
  const signers = (office.data.office?.signers ?? []).flatMap((signer) =>
    signer.id === null ? [] : [{ value: String(signer.id), label: `${signer.name}, ${signer.position}` }],
  )
  return (
    <ChosenDocument
      projectId={projectId}
      projectName={projectName}
      onClose={onClose}
      forms={forms.data}
      signers={signers}
    />
  )
}

interface ChosenDocumentProps extends DocumentDialogProps {
  readonly forms: readonly { id: string; title: string; shortTitle: string; legalBasis: string; layout: string }[]
  readonly signers: readonly { value: string; label: string }[]
}

function ChosenDocument({ projectId, projectName, onClose, forms, signers }: ChosenDocumentProps) {
  const [saving, setSaving] = useState(false)
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<IssuedPaper | null>(null)
  const form = useContractForm(formSchema, { form: forms[0]?.id ?? '', date: null, number: '', signer: '' })
  // What the preview shows: taken over when a box is left, so that no paper is made for every letter typed.
  const [settled, setSettled] = useState(form.getValues())
  const { form: formId, number, signer } = settled
  const date = settled.date ?? null
  const [dateWrong, setDateWrong] = useState(false)
  const chosen = forms.find((one) => one.id === formId)
  const input: CallInput<'documents.render'> = {
    form: formId,
    projectId,
    format: 'pdf',
    options: {
      date,
      number,
      signerId: signer === '' ? null : Number(signer),
    },
  }
  const pdf = useQueryCall('documents.render', input, { enabled: formId !== '', keepPrevious: true })

  function settle(): void {
    const typed = form.getValues()
    const wrong = typeof typed.date === 'string' && !isPlainDate(typed.date)
    setDateWrong(wrong)
    setSettled(wrong ? { ...typed, date } : typed)
  }

  function onChange(event: FormEvent): void {
    if (event.target instanceof HTMLSelectElement) settle()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle()
  }

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
        title={`Số ${issued.fullNumber} – ${chosen?.shortTitle ?? 'Văn bản'} – ${projectName}`}
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
        title={chosen?.shortTitle ?? 'Văn bản'}
        projectId={projectId}
        date={date}
        signerId={signer === '' ? null : Number(signer)}
        onIssued={setIssued}
        onClose={() => setIssuing(false)}
      />
    )
  return (
    <FormProvider {...form}>
      <PdfDialog
        title={`${chosen?.shortTitle ?? 'Văn bản'} – ${projectName}`}
        file={pdf.data}
        waiting={pdf.isFetching}
        error={pdf.error}
        onClose={onClose}
        options={
          // biome-ignore lint/a11y/noStaticElementInteractions: the boxes inside are what is typed into
          <div className={styles.options} onBlur={settle} onChange={onChange} onKeyDown={onKeyDown}>
            <SelectField
              name="form"
              label="Mẫu văn bản"
              options={forms.map((one) => ({ value: one.id, label: one.shortTitle }))}
              width={12}
            />
            {chosen !== undefined && (
              <div className={styles.note}>
                <p>Theo {chosen.legalBasis}.</p>
                {chosen.layout === 'suggested' && <p>Bố cục gợi ý: đối chiếu với mẫu ban hành trước khi ký.</p>}
              </div>
            )}
            <DateField
              name="date"
              label="Ngày ghi trên văn bản"
              hint={
                dateWrong
                  ? 'Chưa đúng dạng ngày/tháng/năm; bản xem trước vẫn theo ngày trước đó.'
                  : date === null
                    ? 'Để trống: chừa chỗ cho văn thư ghi ngày.'
                    : `Tên cơ quan và căn cứ theo ngày ${formatDate(date)}.`
              }
              width={12}
            />
            <TextField name="number" label="Số văn bản" hint="Để trống: chừa chỗ cho văn thư ghi số." width={12} />
            <SelectField
              name="signer"
              label="Người ký"
              options={[{ value: '', label: 'Người ký mặc định của đơn vị' }, ...signers]}
              width={12}
            />
          </div>
        }
        moreButtons={
          <>
            <Button
              disabled={pdf.data === undefined || pdf.error !== null}
              busy={saving}
              onClick={() => void saveWord()}
            >
              Lưu Word
            </Button>
            <Button disabled={pdf.data === undefined || pdf.error !== null} onClick={() => setIssuing(true)}>
              {outgoingLabels.issue}
            </Button>
          </>
        }
      />
    </FormProvider>
  )
}
