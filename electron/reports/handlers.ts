// The calls of the area.
import type { reportsContract } from '../../shared/contract/reports'
import { reportRules } from '../../shared/domain/reportRules'
import { reportCodes } from '../../shared/domain/reports'
import { reportLabels } from '../../shared/labels'
import type { AreaHandlers } from '../database/access'

export function reportsHandlers(): AreaHandlers<typeof reportsContract> {
  return {
    catalogue: async () => ({
      reports: reportCodes.map((code) => ({ code, ...reportLabels.reports[code] })),
      rules: Object.entries(reportRules).map(([id, rule]) => ({ id, ...rule })),
    }),
  }
}
