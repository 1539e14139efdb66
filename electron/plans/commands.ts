// What can be done to yearly plans: header, items in, out, and in another order.
import { Refusal } from '../../shared/contract/errors'
import type { PlanHeader } from '../../shared/contract/plans'
import { supplementRoundFor } from '../../shared/domain/planStates'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { Writer } from '../database/access'
import { pinSupplement } from './pinVersions'
import { readItemPlan } from './reader'
import { openItem, openPlan, readStanding } from './standing'

export interface WhichPlan {
  readonly year: number
  readonly programme: Programme
}

function headerColumns(header: PlanHeader) {
  return {
    attached_to: header.attachedTo,
    decision_number: header.decisionNumber,
    decision_date: header.decisionDate,
    note: header.note,
  }
}

async function findPlan(writer: Writer, { year, programme }: WhichPlan) {
  return writer.db
    .selectFrom('plan')
    .select(['id', 'row_version'])
    .where('year', '=', year)
    .where('programme', '=', programme)
    .executeTakeFirst()
}

/** The plan of a year comes into being with the first thing said about it. */
export async function ensurePlan(writer: Writer, which: WhichPlan): Promise<number> {
  const existing = await findPlan(writer, which)
  if (existing !== undefined) return existing.id
  const empty = headerColumns({ attachedTo: '', decisionNumber: '', decisionDate: null, note: '' })
  const { id } = await writer.db
    .insertInto('plan')
    .values({ year: which.year, programme: which.programme, ...empty, row_version: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function savePlanHeader(
  writer: Writer,
  input: WhichPlan & { readonly rowVersion: number; readonly header: PlanHeader },
): Promise<{ rowVersion: number }> {
  const existing = await findPlan(writer, input)
  if ((existing?.row_version ?? 0) !== input.rowVersion) throw new Refusal('record.conflict')
  const id = existing?.id ?? (await ensurePlan(writer, input))
  await openPlan(writer, id)
  const rowVersion = input.rowVersion + 1
  await writer.db
    .updateTable('plan')
    .set({ ...headerColumns(input.header), row_version: rowVersion })
    .where('id', '=', id)
    .execute()
  return { rowVersion }
}

/**
 * Đề án already listed are passed over; once the plan was registered the new ones are a supplement, and go out as they are
 * now. So do those brought in after it was approved: what was approved stays, they wait for a decision of their own.
 * @throws Refusal record.missing, rule.contradiction (other year or programme)
 */
export async function addProjectsToPlan(
  writer: Writer,
  input: WhichPlan & { readonly projectIds: readonly number[]; readonly supplementRound?: number | undefined },
): Promise<{ added: number }> {
  const planId = await ensurePlan(writer, input)
  const plan = await readStanding(writer, planId)
  const last = await writer.db
    .selectFrom('plan_item')
    .where('plan_id', '=', planId)
    .select(({ fn }) => [
      fn.max<number | null>('rank').as('rank'),
      fn.max<number | null>('supplement_round').as('round'),
    ])
    .executeTakeFirstOrThrow()
  const round = supplementRoundFor(plan.state, input.supplementRound ?? null, [last.round ?? 0])
  let rank = last.rank ?? -1
  const added: number[] = []
  for (const projectId of input.projectIds) {
    const project = await writer.db
      .selectFrom('project')
      .select(['code', 'programme', 'plan_year'])
      .where('id', '=', projectId)
      .executeTakeFirst()
    if (project === undefined) throw new Refusal('record.missing', 'đề án')
    if (project.programme !== input.programme || project.plan_year !== input.year)
      throw new Refusal(
        'rule.contradiction',
        `đề án ${project.code} thuộc năm ${project.plan_year}, ${programmeLabels[project.programme as Programme].long}, không thuộc kế hoạch này.`,
      )
    const listed = await writer.db
      .selectFrom('plan_item')
      .select('id')
      .where('plan_id', '=', planId)
      .where('project_id', '=', projectId)
      .executeTakeFirst()
    if (listed !== undefined) continue
    rank += 1
    added.push(projectId)
    await writer.db
      .insertInto('plan_item')
      .values({ plan_id: planId, project_id: projectId, rank, priority: null, note: '', supplement_round: round })
      .execute()
  }
  if (plan.state !== 'drafting') await pinSupplement(writer, planId, added)
  return { added: added.length }
}

export async function savePlanItem(
  writer: Writer,
  input: { readonly itemId: number; readonly priority: number | null; readonly note: string },
): Promise<void> {
  const { planId } = await readItemPlan(writer, input.itemId)
  await openItem(writer, planId, input.itemId)
  await writer.db
    .updateTable('plan_item')
    .set({ priority: input.priority, note: input.note })
    .where('id', '=', input.itemId)
    .execute()
}

/** Puts a line before another one, or last. */
export async function movePlanItem(
  writer: Writer,
  input: { readonly itemId: number; readonly beforeItemId: number | null },
): Promise<void> {
  const { planId } = await readItemPlan(writer, input.itemId)
  await openPlan(writer, planId)
  const rows = await writer.db
    .selectFrom('plan_item')
    .select(['id', 'rank'])
    .where('plan_id', '=', planId)
    .orderBy('rank')
    .execute()
  const others = rows.map((row) => row.id).filter((id) => id !== input.itemId)
  const position = input.beforeItemId === null ? others.length : others.indexOf(input.beforeItemId)
  if (position < 0) throw new Refusal('record.missing', 'dòng kế hoạch')
  const ordered = [...others.slice(0, position), input.itemId, ...others.slice(position)]
  const rankOf = new Map(rows.map((row) => [row.id, row.rank]))
  for (const [rank, id] of ordered.entries())
    if (rankOf.get(id) !== rank) await writer.db.updateTable('plan_item').set({ rank }).where('id', '=', id).execute()
}

export async function removePlanItem(writer: Writer, itemId: number): Promise<void> {
  const { planId } = await readItemPlan(writer, itemId)
  await openItem(writer, planId, itemId)
  const given = await writer.db
    .selectFrom('assignment')
    .where('plan_item_id', '=', itemId)
    .select('id')
    .executeTakeFirst()
  if (given !== undefined)
    throw new Refusal('record.in-use', 'đề án đã được giao kinh phí trong kế hoạch này; hãy bỏ số được giao trước')
  await writer.db.deleteFrom('plan_item').where('id', '=', itemId).execute()
}
