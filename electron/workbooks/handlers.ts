// The calls of the area: workbooks in, plans out.
import type { workbooksContract } from '../../shared/contract/workbooks'
import type { ChangeServices } from '../changes/services'
import type { AreaHandlers } from '../database/access'
import type { NameServices } from '../projects/comparisonNames'
import { exportChangeRegister } from './changeRegister'
import { exportContractRegister } from './contractRegisters'
import { exportAssigned } from './exportAssigned'
import { exportComparison } from './exportComparison'
import { exportPlan, exportYear } from './exportPlan'
import { exportReview } from './exportReview'
import { importHandlers } from './import/handlers'
import type { ImportServices } from './import/importData'
import { exportList } from './listFile'
import { exportRegister, type RegisterServices } from './registers'
import { exportTemplate, type TemplateServices } from './templates/exportTemplate'

export function workbooksHandlers(
  services: ImportServices & TemplateServices & RegisterServices & NameServices & { readonly changes: ChangeServices },
): AreaHandlers<typeof workbooksContract> {
  return {
    ...importHandlers(services),
    importTemplate: (reader, input) => exportTemplate(reader, input, services),
    exportList: async (reader, input) => exportList(reader, input),
    exportPlan: (reader, input) => exportPlan(reader, input, services),
    exportAssigned: (reader, input) => exportAssigned(reader, input, services),
    exportComparison: (reader, input) => exportComparison(reader, input, services),
    exportContractRegister: (reader, input) => exportContractRegister(reader, input, services),
    exportChangeRegister: (reader, input) => exportChangeRegister(reader, input, services),
    exportYear: (reader, input) => exportYear(reader, input, services),
    exportReview: (reader, input) => exportReview(reader, input, services),
    exportRegister: (reader, input) => exportRegister(reader, input, services),
  }
}
