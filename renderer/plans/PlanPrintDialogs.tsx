// The tables of a plan as they will be printed: as registered, as it is now or stood on a day, and what it was given.
import { useState } from 'react'
import type { Programme } from '../../shared/domain/projects'
import { allocationLabels, planLabels, programmeLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { ProblemError } from '../app/bridge'
import { type CallOutput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'

interface WhichProps {
  readonly year: number
  readonly programme: Programme
  readonly onClose: () => void
}

interface PlanPrintDialogProps extends WhichProps {
  readonly asOf: PlainDate | null
  readonly basis: 'registered' | 'current'
}

export function PlanPrintDialog({ year, programme, basis, asOf, onClose }: PlanPrintDialogProps) {
  const pdf = useQueryCall('workbooks.exportPlan', { year, programme, format: 'pdf', basis, asOf })
  return (
    <Preview
      title={`${planLabels.one} ${year} – ${programmeLabels[programme].short}`}
      pdf={pdf}
      word={() => runQuery('workbooks.exportPlan', { year, programme, format: 'docx', basis, asOf })}
      onClose={onClose}
    />
  )
}

export function PrintAssigned({ year, programme, onClose }: WhichProps) {
  const pdf = useQueryCall('workbooks.exportAssigned', { year, programme, format: 'pdf' })
  return (
    <Preview
      title={`${allocationLabels.assigned} ${year} – ${programmeLabels[programme].short}`}
      pdf={pdf}
      word={() => runQuery('workbooks.exportAssigned', { year, programme, format: 'docx' })}
      onClose={onClose}
    />
  )
}

type File = CallOutput<'workbooks.exportPlan'>

interface PreviewProps {
  readonly title: string
  readonly pdf: { readonly data: File | undefined; readonly isFetching: boolean; readonly error: ProblemError | null }
  readonly word: () => Promise<File>
  readonly onClose: () => void
}

function Preview({ title, pdf, word, onClose }: PreviewProps) {
  const [saving, setSaving] = useState(false)

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await word())
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <PdfDialog
      title={title}
      file={pdf.data}
      waiting={pdf.isFetching}
      error={pdf.error}
      onClose={onClose}
      moreButtons={
        <Button disabled={pdf.data === undefined || pdf.error !== null} busy={saving} onClick={() => void saveWord()}>
          Lưu Word
        </Button>
      }
    />
  )
}
