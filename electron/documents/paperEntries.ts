// Which papers of a đề án can be made now: each form of the đề án itself, each record with the forms that speak of it.
import type { PaperEntry } from '../../shared/contract/documents'
import { paperStages } from '../../shared/domain/papers'
import type { Reader } from '../database/access'
import { readHead } from '../execution/projectInForce'
import { findVersionInForce } from '../projects/inForce'
import { forms } from './forms'
import { isRecordForm, type RecordFormId } from './recordForms'
import { speaksOfProject } from './recordPapers'
import { readPaperRecords } from './recordReader'

/**
 * What cannot be made of this đề án is not offered: nothing of carrying it out before it is approved, no detailed plan unless it
 * is a group. By stage, in the order of the forms, and of one form in the order the records came about.
 */
export async function readPaperEntries(reader: Reader, projectId: number): Promise<PaperEntry[]> {
  const records = await readPaperRecords(reader, projectId)
  const approved = (await findVersionInForce(reader, projectId, null)) !== null
  const { kind } = await readHead(reader, projectId)
  const offered = (form: RecordFormId): boolean => {
    if (!approved) return false
    if (form === 'training-plan-11') return records.some(({ forms: own }) => own.includes('training-programme-12'))
    return kind === 'group' || (form !== 'detailed-plan-11' && form !== 'detailed-plan-letter')
  }
  const ordered = paperStages.flatMap((stage) => forms.filter((form) => form.stage === stage))
  return ordered.flatMap(({ id: form, stage }): PaperEntry[] => {
    if (isRecordForm(form) && !speaksOfProject(form))
      return records
        .filter((record) => record.forms.includes(form))
        .map(({ id, label }) => ({ form, recordId: id, record: label, stage }))
    if (isRecordForm(form) && !offered(form)) return []
    return [{ form, recordId: null, record: '', stage }]
  })
}
