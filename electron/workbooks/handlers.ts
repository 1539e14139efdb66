// The calls of the area: workbooks in, plans out.
import type { workbooksContract } from '../../shared/contract/workbooks'
import type { AreaHandlers } from '../database/access'
import { exportPlan, exportYear, type PlanExportServices } from './exportPlan'
import { importHandlers } from './import/handlers'
import type { ImportServices } from './import/importData'

export function workbooksHandlers(
  services: ImportServices & PlanExportServices,
): AreaHandlers<typeof workbooksContract> {
  return {
    ...importHandlers(services),
    exportPlan: (reader, input) => exportPlan(reader, input, services),
    exportYear: (reader, input) => exportYear(reader, input, services),
  }
}
