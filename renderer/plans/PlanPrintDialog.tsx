// The plan as it will be printed: as registered, as it is now, or as it stood on a day.
import { useState } from 'react'
import type { Programme } from '../../shared/domain/projects'
import { planLabels, programmeLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'

interface PlanPrintDialogProps {
  readonly asOf: PlainDate | null
  readonly basis: 'registered' | 'current'
  readonly year: number
  readonly programme: Programme
  readonly onClose: () => void
}

export function PlanPrintDialog({ year, programme, basis, asOf, onClose }: PlanPrintDialogProps) {
  const pdf = useQueryCall('workbooks.exportPlan', { year, programme, format: 'pdf', basis, asOf })
  const [saving, setSaving] = useState(false)

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await runQuery('workbooks.exportPlan', { year, programme, format: 'docx', basis, asOf }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <PdfDialog
      title={`${planLabels.one} ${year} – ${programmeLabels[programme].short}`}
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
