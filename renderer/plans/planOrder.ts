// Where a line of the plan goes when it is moved: its own group only, since the group is what the đề án is about.

/** Ids of the plan in order, with those of each group. */
export interface PlanOrder {
  readonly items: readonly number[]
  readonly groups: readonly (readonly number[])[]
}

/** What plans.moveItem needs: the line that the moved one will stand before; null for the end. */
export interface Move {
  readonly itemId: number
  readonly beforeItemId: number | null
}

/** One place up or down inside the group; null at its edge. */
export function moveByStep(order: PlanOrder, itemId: number, step: 1 | -1): Move | null {
  const group = groupOf(order, itemId)
  const neighbour = group[group.indexOf(itemId) + step]
  return neighbour === undefined ? null : moveOnto(order, itemId, neighbour)
}

/** Dropped on another line: takes its place. Null when nothing changes or the line is of another group. */
export function moveOnto(order: PlanOrder, itemId: number, ontoId: number): Move | null {
  const group = groupOf(order, itemId)
  const [from, to] = [group.indexOf(itemId), group.indexOf(ontoId)]
  if (to < 0 || from === to) return null
  if (to < from) return { itemId, beforeItemId: ontoId }
  const others = order.items.filter((id) => id !== itemId)
  return { itemId, beforeItemId: others[others.indexOf(ontoId) + 1] ?? null }
}

function groupOf(order: PlanOrder, itemId: number): readonly number[] {
  return order.groups.find((ids) => ids.includes(itemId)) ?? []
}
