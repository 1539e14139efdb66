// The steps of a plan: registered, opened again, approved. Registering takes its đề án along; approving locks what is in it.
import { Refusal } from '../../shared/contract/errors'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { approveByDecision } from '../projects/decisions'
import { refuseOtherYear } from './assignment'
import { ensurePlan, type WhichPlan } from './commands'
import { currentVersions, pinRegistered } from './pinVersions'
import { type RegistrationPaper, registerProjects } from './registering'
import { type PlanOnRecord, readStanding, refuseStep } from './standing'

async function raiseRowVersion(writer: Writer, plan: PlanOnRecord): Promise<number> {
  const rowVersion = plan.rowVersion + 1
  await writer.db.updateTable('plan').set({ row_version: rowVersion }).where('id', '=', plan.id).execute()
  return rowVersion
}

async function planInHand(writer: Writer, input: WhichPlan & { readonly rowVersion: number }): Promise<PlanOnRecord> {
  const plan = await readStanding(writer, await ensurePlan(writer, input))
  // A plan just begun by asking for it is one nobody has read before: its reading was 0.
  if (plan.rowVersion !== Math.max(1, input.rowVersion)) throw new Refusal('record.conflict')
  return plan
}

/**
 * Registering remembers, for each item, the version that went out, and locks it: what was sent no longer changes.
 * @throws Refusal plan.locked, record.conflict, rule.contradiction, input.invalid
 */
export async function setPlanState(
  writer: Writer,
  input: WhichPlan & {
    readonly rowVersion: number
    readonly state: 'drafting' | 'registered'
    readonly registeredOn: PlainDate | null
    readonly paper: RegistrationPaper
  },
): Promise<{ rowVersion: number; projectsRegistered: number }> {
  const plan = await planInHand(writer, input)
  if (input.state === 'drafting') {
    refuseStep(plan, 'reopen')
    await writer.db
      .updateTable('plan_item')
      .set({ registered_version_id: null, supplement_round: 0 })
      .where('plan_id', '=', plan.id)
      .execute()
    await writer.db
      .updateTable('plan')
      .set({ state: 'drafting', registered_on: null })
      .where('id', '=', plan.id)
      .execute()
    return { rowVersion: await raiseRowVersion(writer, plan), projectsRegistered: 0 }
  }
  refuseStep(plan, 'register')
  refuseOtherYear(input.registeredOn, plan.year, 'registeredOn')
  const on = input.registeredOn ?? writer.today
  const projectsRegistered = await registerProjects(writer, plan, { on, paper: input.paper })
  for (const item of await currentVersions(writer, plan.id)) await pinRegistered(writer, item)
  await writer.db
    .updateTable('plan')
    .set({ state: 'registered', registered_on: on })
    .where('id', '=', plan.id)
    .execute()
  return { rowVersion: await raiseRowVersion(writer, plan), projectsRegistered }
}

/**
 * Approval fixes every item at the version in force and locks the plan; the database refuses changes from then on. Of a plan
 * approved before, it is the decision on the supplements that came in since: only those are fixed, the rest stays untouched.
 * @throws Refusal plan.locked, record.conflict, rule.contradiction, input.invalid
 */
export async function lockPlan(
  writer: Writer,
  input: WhichPlan & {
    readonly rowVersion: number
    readonly decisionNumber: string
    readonly decisionDate: PlainDate
  },
): Promise<{ rowVersion: number }> {
  const plan = await planInHand(writer, input)
  refuseStep(plan, 'approve')
  refuseOtherYear(input.decisionDate, plan.year, 'decisionDate')
  const { decisionNumber, decisionDate } = input
  const isSupplement = plan.state === 'approved'
  if (isSupplement) await refuseEarlierDecision(writer, plan, decisionDate)
  for (const item of await currentVersions(writer, plan.id)) {
    if (isSupplement && item.approved) continue
    const approvedVersionId = await approveByDecision(writer, item.projectId, {
      number: decisionNumber,
      date: decisionDate,
    })
    await writer.db
      .updateTable('plan_item')
      .set(({ fn, val }) => ({
        approved_version_id: approvedVersionId,
        registered_version_id: fn.coalesce('registered_version_id', val(item.versionId)),
      }))
      .where('id', '=', item.itemId)
      .execute()
  }
  if (isSupplement) return { rowVersion: plan.rowVersion }
  await settleMoney(writer, plan.id)
  const rowVersion = await raiseRowVersion(writer, plan)
  await writer.db
    .updateTable('plan')
    .set({
      state: 'approved',
      decision_number: decisionNumber,
      decision_date: decisionDate,
      locked_on: writer.today,
    })
    .where('id', '=', plan.id)
    .execute()
  return { rowVersion }
}

/** Batches and amounts of this day are part of what was approved; later ones are not. */
async function settleMoney(writer: Writer, planId: number): Promise<void> {
  const items = writer.db.selectFrom('plan_item').select('id').where('plan_id', '=', planId)
  await writer.db.updateTable('assignment').set({ approved: 1 }).where('plan_item_id', 'in', items).execute()
  await writer.db.updateTable('allocation').set({ approved: 1 }).where('plan_id', '=', planId).execute()
}

async function refuseEarlierDecision(writer: Writer, plan: PlanOnRecord, date: PlainDate): Promise<void> {
  const { decision_date: first } = await writer.db
    .selectFrom('plan')
    .select('decision_date')
    .where('id', '=', plan.id)
    .executeTakeFirstOrThrow()
  if (first === null || date >= first) return
  throw new Refusal('input.invalid', '', [
    {
      path: 'decisionDate',
      message: `Quyết định bổ sung sớm hơn quyết định phê duyệt kế hoạch (${formatDate(first)}).`,
    },
  ])
}
