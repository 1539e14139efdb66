// What the đề án of a plan promise together: their planned outputs added up by indicator and unit.
import { fold } from '../../shared/vietnamese/fold'
import type { Reader } from '../database/access'

export interface PlannedTotal {
  readonly indicator: string
  readonly unit: string
  readonly quantityThousandths: number
}

/** In the order in which the indicators first appear; spelling with other marks or capitals is the same indicator. */
export async function readPlannedTotals(reader: Reader, versionIds: readonly number[]): Promise<PlannedTotal[]> {
  const rows = await reader.db
    .selectFrom('planned_output')
    .where('version_id', 'in', versionIds)
    .select(['version_id', 'indicator', 'unit', 'quantity_thousandths'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const totals = new Map<string, PlannedTotal>()
  for (const row of rows) {
    const key = `${fold(row.indicator)}\n${fold(row.unit)}`
    const known = totals.get(key) ?? { indicator: row.indicator, unit: row.unit, quantityThousandths: 0 }
    totals.set(key, { ...known, quantityThousandths: known.quantityThousandths + row.quantity_thousandths })
  }
  return [...totals.values()]
}
