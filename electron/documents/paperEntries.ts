// Which papers of a đề án can be made now: each form of the đề án itself, each record with the forms that speak of it.
import type { PaperEntry } from '../../shared/contract/documents'
import type { Reader } from '../database/access'
import { forms } from './forms'
import { isRecordForm } from './recordForms'
import { speaksOfProject } from './recordPapers'
import { readPaperRecords } from './recordReader'

/** In the order of the forms, and of one form in the order the records came about. */
export async function readPaperEntries(reader: Reader, projectId: number): Promise<PaperEntry[]> {
  const records = await readPaperRecords(reader, projectId)
  return forms.flatMap(({ id: form, stage }): PaperEntry[] => {
    if (isRecordForm(form) && !speaksOfProject(form))
      return records
        .filter((record) => record.forms.includes(form))
        .map(({ id, label }) => ({ form, recordId: id, record: label, stage }))
    return [{ form, recordId: null, record: '', stage }]
  })
}
