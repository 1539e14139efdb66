// What a plan was given, as a file: the very figures of the screen "Được giao".
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import type { planFormats } from '../../shared/contract/workbooks'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { Later, Reader } from '../database/access'
import { readOffice } from '../office/reader'
import { readAssignments } from '../plans/assignmentReader'
import { assignedSheet } from './assignedSheet'
import { fileLater, noHeader, type PlanExportServices, planSheetOptions } from './exportPlan'

export interface AssignedExportInput {
  readonly year: number
  readonly programme: Programme
  readonly format: (typeof planFormats)[number]
}

/** @throws Refusal document.incomplete while the plan lists nothing */
export async function exportAssigned(
  reader: Reader,
  { year, programme, format }: AssignedExportInput,
  services: PlanExportServices,
): Promise<Later<FileOut>> {
  const { view, allocations } = await readAssignments(reader, year, programme)
  if (view.items.length === 0)
    throw new Refusal(
      'document.incomplete',
      `kế hoạch ${programmeLabels[programme].long.toLocaleLowerCase('vi')} năm ${year} chưa có đề án nào. Hãy đưa đề án vào kế hoạch rồi xuất lại.`,
    )
  const { office } = await readOffice(reader)
  const sheet = assignedSheet(
    { year, programme, view, batches: allocations },
    planSheetOptions(office, noHeader, services.contentGroups()),
  )
  const name = `duoc-giao-${programme === 'national' ? 'kcqg' : 'kcdp'}-${year}`
  return fileLater(reader, sheet, name, format, services)
}
