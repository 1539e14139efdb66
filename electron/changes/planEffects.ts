// What changes of đề án do to the plans they stand in: totals by source, and what is left of the money allocated.
import { type AmountsBySource, addAmounts, fundingSources } from '../../shared/domain/money'
import { type Programme, supportSource } from '../../shared/domain/projects'
import { programmeLabels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader } from '../database/access'
import { readPlan } from '../plans/reader'

export interface PlanKey {
  readonly year: number
  readonly programme: Programme
}

export interface Shift extends PlanKey {
  readonly projectId: number
  /** What the change adds to each source; negative takes away. */
  readonly amounts: AmountsBySource
  /** Whether it holds although the đề án is not in the plan yet. */
  readonly joins: boolean
}

export interface PlanEffect extends PlanKey {
  readonly before: AmountsBySource
  readonly after: AmountsBySource
  readonly allocated: number
  readonly leftBefore: number
  readonly leftAfter: number
}

async function allocatedOf(reader: Reader, { year, programme }: PlanKey): Promise<number> {
  const { sum } = await reader.db
    .selectFrom('allocation')
    .innerJoin('plan', 'plan.id', 'allocation.plan_id')
    .where('plan.year', '=', year)
    .where('plan.programme', '=', programme)
    .select(({ fn }) => fn.sum<number | null>('allocation.total_amount').as('sum'))
    .executeTakeFirstOrThrow()
  return sum ?? 0
}

/** One effect a plan that any of the đề án stands in, in the order met. */
export async function planEffects(reader: Reader, shifts: readonly Shift[]): Promise<PlanEffect[]> {
  const keys = new Map(shifts.map(({ year, programme }) => [`${year} ${programme}`, { year, programme }]))
  const effects: PlanEffect[] = []
  for (const key of keys.values()) {
    const { view } = await readPlan(reader, key.year, key.programme)
    const listed = new Set(view.items.map(({ projectId }) => projectId))
    const own = shifts.filter(
      ({ year, programme, projectId, joins }) =>
        year === key.year && programme === key.programme && (joins || listed.has(projectId)),
    )
    if (own.length === 0) continue
    const after = own.reduce((sum, { amounts }) => addAmounts(sum, amounts), view.amounts)
    const allocated = await allocatedOf(reader, key)
    const source = supportSource(key.programme)
    const leftBefore = allocated - view.amounts[source]
    effects.push({ ...key, before: view.amounts, after, allocated, leftBefore, leftAfter: allocated - after[source] })
  }
  return effects
}

export function sourceEffects(before: AmountsBySource, after: AmountsBySource) {
  return fundingSources.map((source) => ({ source, before: before[source], after: after[source] }))
}

/** More than was allocated, and more than before: said with what can be done; null otherwise. */
export function overAllocation({ year, programme, before, after, allocated, leftAfter }: PlanEffect): string | null {
  const source = supportSource(programme)
  if (allocated === 0 || leftAfter >= 0 || after[source] <= before[source]) return null
  const dong = (amount: number) => `${formatMoney(amount)} đồng`
  const plan = `kế hoạch ${programmeLabels[programme].long.toLowerCase()} năm ${year}`
  return `${sourceLabels[source].long.toLowerCase()} của ${plan} thành ${dong(after[source])}, vượt số được phân bổ ${dong(allocated)} là ${dong(-leftAfter)}. Hãy duyệt số nhỏ hơn, hoặc ghi số kinh phí được bổ sung cùng quyết định này.`
}
