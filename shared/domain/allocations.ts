// Money given from above beside what was registered: batches of an allocation, what each item got of them, what is left.
import { formatMoney } from '../vietnamese/money'
import { type AmountsBySource, type FundingSource, fundingSources, noAmounts, sumAmounts, totalOf } from './money'
import type { PlanCheck, PlanGroup, PlanItem, PlanView } from './plans'
import type { Programme } from './projects'

export const allocationDocumentKinds = ['decision', 'letter'] as const
/** Quyết định giao or công văn phân bổ: both are how money of a batch arrives. */
export type AllocationDocumentKind = (typeof allocationDocumentKinds)[number]

export interface AllocationFigure {
  readonly id: number
  readonly batchNumber: number
  readonly totalAmount: number
}

/** What one item got of one batch; of no batch when the paper gave it outside them. */
export interface AssignmentFigure {
  readonly itemId: number
  readonly allocationId: number | null
  readonly amounts: AmountsBySource
}

export interface AssignedItem {
  readonly item: PlanItem
  readonly registered: AmountsBySource
  readonly assigned: AmountsBySource
  readonly parts: readonly AssignmentFigure[]
}

export interface AssignedGroup {
  readonly key: PlanGroup['key']
  readonly itemIds: readonly number[]
  readonly registered: AmountsBySource
  readonly assigned: AmountsBySource
}

export interface BatchUse {
  readonly allocationId: number
  readonly assigned: AmountsBySource
  /** Of the batch's total, by the programme's own source. */
  readonly left: number
}

export interface AssignmentView {
  readonly items: readonly AssignedItem[]
  readonly groups: readonly AssignedGroup[]
  readonly batches: readonly BatchUse[]
  /** Assigned without naming a batch. */
  readonly withoutBatch: AmountsBySource
  readonly registered: AmountsBySource
  readonly assigned: AmountsBySource
  /** Sum of the batches of the year. */
  readonly allocated: number
  /** Negative when items were given more than the batches hold. */
  readonly left: number
  readonly checks: readonly PlanCheck[]
}

/** Which source a programme's allocation pays from. */
export function ownSource(programme: Programme): FundingSource {
  return programme
}

export function viewAssignments(
  plan: PlanView,
  allocations: readonly AllocationFigure[],
  assignments: readonly AssignmentFigure[],
): AssignmentView {
  const own = ownSource(plan.programme)
  const partsOf = new Map<number, AssignmentFigure[]>()
  for (const part of assignments) {
    const parts = partsOf.get(part.itemId)
    if (parts === undefined) partsOf.set(part.itemId, [part])
    else parts.push(part)
  }
  const items = plan.items.map((item): AssignedItem => {
    const parts = partsOf.get(item.id) ?? []
    return { item, registered: item.amounts, assigned: sumAmounts(parts.map((part) => part.amounts)), parts }
  })
  const itemOf = new Map(items.map((one) => [one.item.id, one]))
  const groups = plan.groups.map((group): AssignedGroup => {
    const ids = group.items.map((item) => item.id)
    return {
      key: group.key,
      itemIds: ids,
      registered: group.amounts,
      assigned: sumAmounts(ids.map((id) => itemOf.get(id)?.assigned ?? noAmounts)),
    }
  })
  const assignedOf = (allocationId: number | null) =>
    sumAmounts(assignments.filter((part) => part.allocationId === allocationId).map((part) => part.amounts))
  const batches = allocations.map((batch): BatchUse => {
    const assigned = assignedOf(batch.id)
    return { allocationId: batch.id, assigned, left: batch.totalAmount - assigned[own] }
  })
  const assigned = sumAmounts(items.map((one) => one.assigned))
  const allocated = allocations.reduce((sum, batch) => sum + batch.totalAmount, 0)
  const figures = {
    items,
    groups,
    batches,
    withoutBatch: assignedOf(null),
    registered: plan.amounts,
    assigned,
    allocated,
    left: allocated - assigned[own],
  }
  return { ...figures, checks: checkAssignments(plan.programme, figures, allocations) }
}

const dong = (amount: number) => `${formatMoney(amount)} đồng`

/** Said with its amounts and never in the way: a year without an allocation is a normal one and has nothing to say. */
function checkAssignments(
  programme: Programme,
  view: Omit<AssignmentView, 'checks'>,
  allocations: readonly AllocationFigure[],
): PlanCheck[] {
  const own = ownSource(programme)
  const checks: PlanCheck[] = []
  const say = (severity: PlanCheck['severity'], itemId: number | null, message: string) =>
    checks.push({ severity, itemId, message })
  if (view.left < 0)
    say(
      'warning',
      null,
      `Đã giao cho các đề án ${dong(view.assigned[own])}, vượt tổng kinh phí được phân bổ ${dong(view.allocated)} là ${dong(-view.left)}.`,
    )
  for (const use of view.batches) {
    const batch = allocations.find((one) => one.id === use.allocationId)
    if (use.left < 0 && batch !== undefined)
      say(
        'contradiction',
        null,
        `Đợt ${batch.batchNumber}: các đề án được giao ${dong(use.assigned[own])}, nhiều hơn tổng của đợt (${dong(batch.totalAmount)}) là ${dong(-use.left)}.`,
      )
  }
  for (const { item, registered, assigned, parts } of view.items) {
    if (parts.length === 0) continue
    if (assigned[own] > registered[own])
      say(
        'warning',
        item.id,
        `${item.name}: được giao ${dong(assigned[own])}, nhiều hơn số đăng ký ${dong(registered[own])}.`,
      )
    for (const source of fundingSources)
      if (source !== own && (source === 'national' || source === 'local') && assigned[source] > 0)
        say('warning', item.id, `${item.name}: được giao kinh phí của chương trình khác (${dong(assigned[source])}).`)
  }
  return checks
}

/**
 * What a batch can still give to an item, and why a larger amount contradicts the batch: its parts would be more than the whole.
 * @returns null when the amount fits
 */
export function overdrawn(
  batch: AllocationFigure,
  givenToOthers: number,
  wanted: number,
): { readonly left: number; readonly message: string } | null {
  const left = batch.totalAmount - givenToOthers
  if (wanted <= left) return null
  return {
    left,
    message: `Đợt ${batch.batchNumber} chỉ còn ${dong(Math.max(0, left))} (tổng ${dong(batch.totalAmount)}, đã giao đề án khác ${dong(givenToOthers)}); nhập ${dong(wanted)} là vượt ${dong(wanted - left)}.`,
  }
}

/** What is left of the year's money, in words that stand above the table. */
export function leftInWords(
  view: Pick<AssignmentView, 'allocated' | 'left' | 'assigned'>,
  programme: Programme,
): string {
  const assigned = view.assigned[ownSource(programme)]
  if (view.allocated === 0 && totalOf(view.assigned) === 0) return 'Năm này chưa được phân bổ kinh phí.'
  if (view.allocated === 0) return `Đã giao ${dong(assigned)} nhưng chưa ghi đợt phân bổ nào.`
  if (view.left < 0) return `Đã giao vượt kinh phí được phân bổ ${dong(-view.left)}.`
  if (view.left === 0) return 'Đã giao hết kinh phí được phân bổ.'
  return `Còn ${dong(view.left)} chưa giao cho đề án.`
}
