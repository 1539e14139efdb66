// Which groups of the menu are open: as many as fit, never more, the ones used last before the others.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf, firstWanted, menu, menuRow, openGroups, wantedFirst } from '../../renderer/app/menu'

const numbers = menu.map((entry) => entry.number)
const anyWanted = fc.shuffledSubarray(numbers)
const heightOf = (open: ReadonlySet<number>) =>
  menu.reduce(
    (sum, entry) => sum + menuRow.entry + (open.has(entry.number) ? entry.children.length * menuRow.child : 0),
    0,
  )
const withChildren = (number: number) => (menu.find((entry) => entry.number === number)?.children.length ?? 0) > 0

describe('the open groups of the menu', () => {
  test('fit the height, but for the first wanted one that is always open', () => {
    fc.assert(
      fc.property(anyWanted, fc.integer({ min: 0, max: 2_000 }), (wanted, height) => {
        const open = openGroups({ entries: menu, wanted, height })
        const first = wanted.find(withChildren)
        if (first !== undefined) expect(open.has(first)).toBe(true)
        if (open.size > 1) expect(heightOf(open)).toBeLessThanOrEqual(height)
        for (const number of open) expect(wanted).toContain(number)
      }),
    )
  })

  test('leave out only what does not fit beside those wanted before it', () => {
    fc.assert(
      fc.property(anyWanted, fc.integer({ min: 0, max: 2_000 }), (wanted, height) => {
        const open = openGroups({ entries: menu, wanted, height })
        for (const [place, number] of wanted.entries()) {
          if (!withChildren(number) || open.has(number)) continue
          const before = new Set(wanted.slice(0, place).filter((one) => open.has(one)))
          expect(heightOf(before.add(number))).toBeGreaterThan(height)
        }
      }),
    )
  })

  test('are all open where there is room, and every group is wanted at first', () => {
    expect([...openGroups({ entries: menu, wanted: firstWanted, height: 5_000 })].sort()).toEqual(
      numbers.filter(withChildren),
    )
  })

  test('the group of a record is that of its list', () => {
    expect(entryOf('/')).toBe(1)
    expect(entryOf('/de-an/12')).toBe(3)
    expect(entryOf('/nghiem-thu/3')).toBe(5)
    expect(entryOf('/khong-co')).toBeNull()
    expect(wantedFirst([3, 5, 4], 4)).toEqual([4, 3, 5])
    expect(wantedFirst([3], 8)).toEqual([8, 3])
  })
})
