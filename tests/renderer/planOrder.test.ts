// Moving a line of the plan: what is asked of the program gives exactly the order the hand meant, inside one group only.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Move, moveByStep, moveOnto, type PlanOrder } from '../../renderer/plans/planOrder'

/** What the program does with a move: takes the line out and puts it before the named one, or last. */
function carryOut(items: readonly number[], { itemId, beforeItemId }: Move): number[] {
  const others = items.filter((id) => id !== itemId)
  const at = beforeItemId === null ? others.length : others.indexOf(beforeItemId)
  return [...others.slice(0, at), itemId, ...others.slice(at)]
}

const order: PlanOrder = {
  items: [1, 10, 2, 20, 3],
  groups: [
    [1, 2, 3],
    [10, 20],
  ],
}
const groupAfter = (move: Move | null) =>
  move === null ? null : carryOut(order.items, move).filter((id) => order.groups[0]?.includes(id))

describe('moving a line of the plan', () => {
  test('up and down go one place inside the group, over lines of other groups', () => {
    expect(groupAfter(moveByStep(order, 3, -1))).toEqual([1, 3, 2])
    expect(groupAfter(moveByStep(order, 1, 1))).toEqual([2, 1, 3])
    expect(groupAfter(moveByStep(order, 2, 1))).toEqual([1, 3, 2])
    expect(moveByStep(order, 1, -1)).toBeNull()
    expect(moveByStep(order, 3, 1)).toBeNull()
  })

  test('a line dropped on another group or on itself stays', () => {
    expect(moveOnto(order, 1, 20)).toBeNull()
    expect(moveOnto(order, 2, 2)).toBeNull()
  })

  test('dropped on any line of its group it takes that place, and no other line changes its order', () => {
    const plan = fc
      .array(fc.nat(2), { minLength: 1, maxLength: 12 })
      .map((groupOf) => ({
        items: groupOf.map((_, index) => index + 1),
        groups: [0, 1, 2].map((group) => groupOf.flatMap((own, index) => (own === group ? [index + 1] : []))),
      }))
      .filter(({ groups }) => groups.some((ids) => ids.length > 1))
    fc.assert(
      fc.property(plan, fc.nat(), fc.nat(), fc.nat(), (given, g, from, onto) => {
        const movable = given.groups.filter((ids) => ids.length > 1)
        const group = movable[g % movable.length] ?? []
        const [moved = 0, target = 0] = [group[from % group.length], group[onto % group.length]]
        const move = moveOnto(given, moved, target)
        if (moved === target) {
          expect(move).toBeNull()
          return
        }
        const after = carryOut(given.items, move ?? { itemId: 0, beforeItemId: null })
        expect(after.filter((id) => group.includes(id)).indexOf(moved)).toBe(group.indexOf(target))
        expect(after.filter((id) => id !== moved)).toEqual(given.items.filter((id) => id !== moved))
      }),
    )
  })
})
