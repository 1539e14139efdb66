// What can be done with the money given to a plan: batches, and what each item got.
import { Refusal } from '../../shared/contract/errors'
import type { Allocation } from '../../shared/contract/planAssignment'
import { overdrawn, ownSource } from '../../shared/domain/allocations'
import { type AmountsBySource, totalOf } from '../../shared/domain/money'
import { type PlainDate, yearOf } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Writer } from '../database/access'
import { ensurePlan, type WhichPlan } from './commands'
import { readItemPlan } from './reader'
import { openItem, type PlanOnRecord, planName, readStanding, refuseStep } from './standing'

/** Papers of a plan come out in its year or, late in the year before, ahead of it. */
export function refuseOtherYear(date: PlainDate | null, planYear: number, path: string): void {
  if (date === null || yearOf(date) === planYear || yearOf(date) === planYear - 1) return
  throw new Refusal('input.invalid', '', [
    {
      path,
      message: `Ngày thuộc năm ${yearOf(date)}, không phải giấy tờ của kế hoạch năm ${planYear} (nhận từ 01/01/${planYear - 1} đến 31/12/${planYear}).`,
    },
  ])
}

async function findAllocation(writer: Writer, id: number) {
  const row = await writer.db.selectFrom('allocation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đợt phân bổ')
  return row
}

/** Of a batch, or an amount given, that the plan was approved with, or that a decided change brought. */
function refuseApproved(
  plan: PlanOnRecord,
  row: { readonly approved: number; readonly change_decision_id?: number | null },
): void {
  const brought = (row.change_decision_id ?? null) !== null
  if (plan.state === 'approved' && (row.approved === 1 || brought)) throw new Refusal('plan.locked', planName(plan))
}

/** What a batch gave so far by the programme's own source, one item left out. */
async function givenBy(
  writer: Writer,
  plan: PlanOnRecord,
  allocationId: number,
  exceptItemId: number | null,
): Promise<number> {
  let parts = writer.db.selectFrom('assignment').where('allocation_id', '=', allocationId)
  if (exceptItemId !== null) parts = parts.where('plan_item_id', '<>', exceptItemId)
  const { sum } = await parts
    .select(({ fn }) =>
      fn.sum<number | null>(ownSource(plan.programme) === 'national' ? 'national' : 'local').as('sum'),
    )
    .executeTakeFirstOrThrow()
  return sum ?? 0
}

/**
 * An approved plan may be given further batches; those it was approved with stay as they are.
 * @throws Refusal plan.locked, record.conflict, record.duplicate (batch number twice), rule.contradiction, input.invalid
 */
export async function saveAllocation(
  writer: Writer,
  input: WhichPlan & {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly allocation: Allocation
  },
): Promise<{ id: number; rowVersion: number }> {
  const { allocation } = input
  const plan = await readStanding(writer, await ensurePlan(writer, input))
  refuseOtherYear(allocation.issuedOn, plan.year, 'allocation.issuedOn')
  const taken = await writer.db
    .selectFrom('allocation')
    .select('id')
    .where('plan_id', '=', plan.id)
    .where('batch_number', '=', allocation.batchNumber)
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== input.id)
    throw new Refusal('record.duplicate', `đợt ${allocation.batchNumber} của kế hoạch này`, [
      { path: 'allocation.batchNumber', message: `Đợt ${allocation.batchNumber} đã được ghi; hãy dùng số đợt khác.` },
    ])
  const columns = {
    batch_number: allocation.batchNumber,
    document_kind: allocation.documentKind,
    number: allocation.number,
    issued_on: allocation.issuedOn,
    issuer: allocation.issuer,
    total_amount: allocation.totalAmount,
    note: allocation.note,
  }
  if (input.id === null) {
    const { id } = await writer.db
      .insertInto('allocation')
      .values({ plan_id: plan.id, ...columns, row_version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: 1 }
  }
  const before = await findAllocation(writer, input.id)
  if (before.plan_id !== plan.id) throw new Refusal('record.missing', 'đợt phân bổ')
  refuseApproved(plan, before)
  if (before.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  const given = await givenBy(writer, plan, input.id, null)
  if (given > allocation.totalAmount)
    throw new Refusal('rule.contradiction', 'tổng của đợt nhỏ hơn số đã giao cho các đề án.', [
      {
        path: 'allocation.totalAmount',
        message: `Đợt này đã giao cho các đề án ${formatMoney(given)} đồng, nhiều hơn tổng vừa nhập ${formatMoney(given - allocation.totalAmount)} đồng.`,
      },
    ])
  const rowVersion = before.row_version + 1
  await writer.db
    .updateTable('allocation')
    .set({ ...columns, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { id: input.id, rowVersion }
}

/** @throws Refusal plan.locked, record.conflict, record.in-use */
export async function removeAllocation(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const row = await findAllocation(writer, input.id)
  refuseApproved(await readStanding(writer, row.plan_id), row)
  if (row.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  const used = await writer.db
    .selectFrom('assignment')
    .where('allocation_id', '=', input.id)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (used.count > 0)
    throw new Refusal(
      'record.in-use',
      `đợt ${row.batch_number} đã giao cho ${used.count} đề án; hãy bỏ số được giao trước`,
    )
  await writer.db.deleteFrom('allocation').where('id', '=', input.id).execute()
}

export interface AssignInput {
  readonly itemId: number
  readonly allocationId: number | null
  readonly amounts: AmountsBySource
  readonly assignedOn: PlainDate | null
}

/**
 * After approval what a đề án got stays, and more comes to it out of a batch, which says by which paper.
 * @throws Refusal plan.locked, rule.contradiction (not registered yet, more than the batch holds), input.invalid
 */
export async function assign(writer: Writer, input: AssignInput): Promise<void> {
  const { planId } = await readItemPlan(writer, input.itemId)
  const plan = await readStanding(writer, planId)
  refuseStep(plan, 'assign')
  refuseOtherYear(input.assignedOn, plan.year, 'assignedOn')
  if (input.allocationId !== null) {
    const batch = await findAllocation(writer, input.allocationId)
    if (batch.plan_id !== planId)
      throw new Refusal('input.invalid', '', [{ path: 'allocationId', message: 'Đợt này thuộc kế hoạch khác.' }])
    // What an approved batch has left may go to a supplement; what it gave when it was approved stays.
    if (batch.approved === 1) await openItem(writer, planId, input.itemId)
    const own = ownSource(plan.programme)
    const figure = { id: batch.id, batchNumber: batch.batch_number, totalAmount: batch.total_amount }
    const others = await givenBy(writer, plan, batch.id, input.itemId)
    const over = overdrawn(figure, others, input.amounts[own])
    if (over !== null)
      throw new Refusal('rule.contradiction', over.message, [{ path: `amounts.${own}`, message: over.message }])
  }
  const same = ['allocation_id', input.allocationId === null ? 'is' : '=', input.allocationId] as const
  const before = await writer.db
    .selectFrom('assignment')
    .select('approved')
    .where('plan_item_id', '=', input.itemId)
    .where(...same)
    .executeTakeFirst()
  if (before !== undefined) refuseApproved(plan, before)
  else if (plan.state === 'approved' && input.allocationId === null)
    throw new Refusal('input.invalid', '', [
      {
        path: 'allocationId',
        message: 'Kế hoạch đã phê duyệt: số giao thêm phải thuộc một đợt phân bổ; hãy ghi đợt mới trước.',
      },
    ])
  await writer.db
    .deleteFrom('assignment')
    .where('plan_item_id', '=', input.itemId)
    .where(...same)
    .execute()
  if (totalOf(input.amounts) === 0) return
  await writer.db
    .insertInto('assignment')
    .values({
      plan_item_id: input.itemId,
      allocation_id: input.allocationId,
      ...input.amounts,
      assigned_on: input.assignedOn,
    })
    .execute()
}
