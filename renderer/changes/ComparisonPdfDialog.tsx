// The comparison as it will be printed.
import { useState } from 'react'
import { comparisonLabels } from '../../shared/labels'
import { runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'
import type { ComparedPair } from './ComparisonScreen'

interface ComparisonPdfDialogProps {
  readonly asked: ComparedPair
  readonly onClose: () => void
}

export function ComparisonPdfDialog({ asked, onClose }: ComparisonPdfDialogProps) {
  const pdf = useQueryCall('workbooks.exportComparison', { ...asked, format: 'pdf' })
  const [saving, setSaving] = useState(false)

  async function saveWord(): Promise<void> {
    setSaving(true)
    try {
      await saveFile(await runQuery('workbooks.exportComparison', { ...asked, format: 'docx' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <PdfDialog
      title={comparisonLabels.title}
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
