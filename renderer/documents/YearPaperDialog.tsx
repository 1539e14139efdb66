// One paper for every đề án of a programme: which form and programme, date, number and signer; see it, print it, save it as Word.
import { useState } from 'react'
import type { FormEntry } from '../../shared/contract/documents'
import type { YearFormId } from '../../shared/domain/papers'
import { type Programme, programmes } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { PlainMonth } from '../../shared/vietnamese/dates'
import { type CallInput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from './fileOut'
import { PaperOptions, type SignerOption, signerOptions, usePaperChoice } from './PaperOptions'
import { PdfDialog } from './PdfDialog'

interface YearPaperDialogProps {
  readonly title: string
  readonly year: number
  readonly forms: readonly YearFormId[]
  /** The only programme on the screen; null: both are offered. */
  readonly programme: Programme | null
  readonly month: PlainMonth | null
  readonly onClose: () => void
}

interface Offered {
  readonly entry: FormEntry
  readonly form: YearFormId
  readonly programme: Programme
}

export function YearPaperDialog(props: YearPaperDialogProps) {
  const forms = useQueryCall('documents.forms', {})
  const office = useQueryCall('office.get', {})
  if (forms.data === undefined || office.data === undefined)
    return (
      <PdfDialog
        title={props.title}
        file={undefined}
        waiting
        error={forms.error ?? office.error}
        onClose={props.onClose}
      />
    )
  const all = forms.data
  const offered = (props.programme === null ? programmes : [props.programme]).flatMap((programme) =>
    props.forms.flatMap((form): Offered[] => {
      const entry = all.find((one) => one.id === form)
      if (entry === undefined) return []
      const words = programmeLabels[programme].short
      return [
        {
          form,
          programme,
          entry: { ...entry, id: `${programme} ${form}`, shortTitle: `${entry.shortTitle} – ${words}` },
        },
      ]
    }),
  )
  return <ChosenPaper {...props} offered={offered} signers={signerOptions(office.data)} />
}

interface ChosenPaperProps extends YearPaperDialogProps {
  readonly offered: readonly Offered[]
  readonly signers: readonly SignerOption[]
}

function ChosenPaper({ title, year, month, offered, signers, onClose }: ChosenPaperProps) {
  const [saving, setSaving] = useState(false)
  const entries = offered.map(({ entry }) => entry)
  const choice = usePaperChoice(entries)
  const chosen = offered.find(({ entry }) => entry.id === choice.formId)
  const input: CallInput<'documents.renderYear'> = {
    form: chosen?.form ?? 'progress-3a',
    programme: chosen?.programme ?? 'local',
    year,
    month,
    format: 'pdf',
    options: choice.options,
  }
  const pdf = useQueryCall('documents.renderYear', input, { enabled: chosen !== undefined, keepPrevious: true })

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await runQuery('documents.renderYear', { ...input, format: 'docx' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <PdfDialog
      title={title}
      file={pdf.error === null ? pdf.data : undefined}
      waiting={pdf.isFetching}
      error={pdf.error}
      onClose={onClose}
      options={
        <PaperOptions
          choice={choice}
          forms={entries}
          signers={signers}
          usualSigner="Thủ trưởng cơ quan ban hành, để trống họ tên"
        />
      }
      moreButtons={
        <Button disabled={pdf.data === undefined || pdf.error !== null} busy={saving} onClick={() => void saveWord()}>
          Lưu Word
        </Button>
      }
    />
  )
}
