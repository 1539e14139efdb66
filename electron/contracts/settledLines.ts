// What a line of an approved settlement grants, read the same way by the books and by the reports.
import type { AmountsBySource } from '../../shared/domain/money'
import type { SettlementLineTable } from '../database/schema/execution'

type Column = `approved_${keyof AmountsBySource}`

export const grantedColumns = [
  'line.approved_national',
  'line.approved_local',
  'line.approved_counterpart',
  'line.approved_other',
] as const satisfies readonly `line.${Column}`[]

/** A line that nobody decided grants nothing. */
export function grantedAmounts(line: Pick<SettlementLineTable, Column>): AmountsBySource {
  return {
    national: line.approved_national ?? 0,
    local: line.approved_local ?? 0,
    counterpart: line.approved_counterpart ?? 0,
    other: line.approved_other ?? 0,
  }
}
