// A register as a workbook to keep or a sheet to look at and print.
import { useState } from 'react'
import { type CallInput, type CallOutput, runQuery } from '../app/calls'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'

export function useRegister(register: CallInput<'workbooks.exportRegister'>['register'], year: number | null) {
  const [shown, setShown] = useState<CallOutput<'workbooks.exportRegister'> | null>(null)
  async function exportAs(format: 'xlsx' | 'pdf'): Promise<void> {
    try {
      const file = await runQuery('workbooks.exportRegister', { register, year, format })
      if (format === 'xlsx') await saveFile(file)
      else setShown(file)
    } catch (error) {
      notifyProblem(error)
    }
  }
  return {
    exportAs,
    dialog:
      shown === null ? null : (
        <PdfDialog title={shown.fileName} file={shown} waiting={false} error={null} onClose={() => setShown(null)} />
      ),
  }
}
