// Where a plan stands, for commands that ask before they change it.
import { Refusal } from '../../shared/contract/errors'
import {
  type KeptPlanState,
  type PlanStanding,
  type PlanState,
  type PlanStep,
  planStateOf,
  whyNotNow,
} from '../../shared/domain/planStates'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { Reader } from '../database/access'

export interface PlanOnRecord extends PlanStanding {
  readonly id: number
  readonly rowVersion: number
}

export function planName({ year, programme }: { readonly year: number; readonly programme: Programme }): string {
  return `Kế hoạch ${programmeLabels[programme].long.toLowerCase()} năm ${year}`
}

export async function readPlanState(reader: Reader, planId: number, kept: KeptPlanState): Promise<PlanState> {
  const { count } = await reader.db
    .selectFrom('assignment')
    .innerJoin('plan_item as item', 'item.id', 'assignment.plan_item_id')
    .where('item.plan_id', '=', planId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return planStateOf(kept, count)
}

export async function readStanding(reader: Reader, planId: number): Promise<PlanOnRecord> {
  const row = await reader.db.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'kế hoạch')
  const { count, approved } = await reader.db
    .selectFrom('plan_item')
    .where('plan_id', '=', planId)
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.count<number>('approved_version_id').as('approved')])
    .executeTakeFirstOrThrow()
  return {
    id: planId,
    year: row.year,
    programme: row.programme as Programme,
    state: await readPlanState(reader, planId, row.state as KeptPlanState),
    items: count,
    awaiting: row.state === 'approved' ? count - approved : 0,
    rowVersion: row.row_version,
  }
}

/** @throws Refusal plan.locked, rule.contradiction with what stands in the way */
export function refuseStep(plan: PlanOnRecord, step: PlanStep): void {
  const why = whyNotNow(plan, step)
  if (why === null) return
  if (plan.state === 'approved') throw new Refusal('plan.locked', planName(plan))
  throw new Refusal('rule.contradiction', why)
}

/**
 * For a line of the plan: one that was approved with the plan stays as it is, a supplement after it may still change.
 * @throws Refusal plan.locked, record.missing
 */
export async function openItem(reader: Reader, planId: number, itemId: number): Promise<PlanOnRecord> {
  const plan = await readStanding(reader, planId)
  if (plan.state !== 'approved') return plan
  const item = await reader.db
    .selectFrom('plan_item')
    .select(['approved_version_id', 'supplement_round'])
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (item === undefined) throw new Refusal('record.missing', 'dòng kế hoạch')
  if (item.approved_version_id !== null || item.supplement_round === 0) throw new Refusal('plan.locked', planName(plan))
  return plan
}

/** @throws Refusal plan.locked */
export async function openPlan(reader: Reader, planId: number): Promise<PlanOnRecord> {
  const plan = await readStanding(reader, planId)
  if (plan.state === 'approved') throw new Refusal('plan.locked', planName(plan))
  return plan
}
