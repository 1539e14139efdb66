// The budget being typed: rows change by typing, pasting, filling down, removing and putting back; the foot always adds up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBudgetStore } from '../../renderer/projects/budgetStore'

const line = (national: number) => ({
  content: 'Máy',
  unit: 'máy',
  quantityThousandths: null,
  unitPrice: null,
  amounts: { national, local: 0, counterpart: 0, other: 0 },
  note: '',
  beneficiary: '',
})

const firstRow = (store: ReturnType<typeof createBudgetStore>): number => {
  const id = store.rowIds()[0]
  if (id === undefined) throw new Error('a budget always has a row to type in')
  return id
}

describe('a budget being typed', () => {
  test('an empty budget offers one row and holds no lines', () => {
    const store = createBudgetStore([])
    expect(store.rowIds()).toHaveLength(1)
    expect(store.lines()).toEqual([])
    expect(store.changed()).toBe(false)
  })

  test('what is wrong is told when the row is left, not while it is typed', () => {
    const store = createBudgetStore([])
    const id = firstRow(store)
    store.type(id, 'content', 'Máy sấy')
    store.type(id, 'quantity', '2')
    store.type(id, 'unitPrice', '15 triệu')
    store.leaveCell(id, 'unitPrice')
    expect(store.row(id).text.unitPrice).toBe('15.000.000')
    expect(store.row(id).messages).toEqual([])
    store.leaveRow(id)
    expect(store.row(id).messages.join()).toContain('còn thiếu 30.000.000 đồng')
    store.putRestIntoCounterpart(id)
    expect(store.row(id).messages).toEqual([])
    expect(store.sums()).toEqual({
      amounts: { national: 0, local: 0, counterpart: 30_000_000, other: 0 },
      total: 30_000_000,
    })
  })

  test('typing in one row leaves every other row the same object', () => {
    const store = createBudgetStore([line(1), line(2), line(3)])
    const [first, second, third] = store.rowIds()
    if (first === undefined || second === undefined || third === undefined) throw new Error('three rows were given')
    const before = [store.row(first), store.row(third)]
    store.type(second, 'national', '9')
    expect([store.row(first), store.row(third)]).toEqual(before)
    expect(store.row(first)).toBe(before[0])
    expect(store.row(third)).toBe(before[1])
    expect(store.sums().amounts.national).toBe(13)
  })

  test('a pasted block adds the rows it needs', () => {
    const store = createBudgetStore([line(1)])
    store.paste(firstRow(store), 'national', [['10'], ['20'], ['30']])
    expect(store.rowIds()).toHaveLength(3)
    expect(store.sums().amounts.national).toBe(60)
  })

  test('a removed row can be put back where it was', () => {
    const store = createBudgetStore([line(1), line(2), line(3)])
    const ids = store.rowIds()
    const second = ids[1] ?? 0
    store.remove(second)
    expect(store.sums().amounts.national).toBe(4)
    expect(store.removedRow()).toEqual({ number: 2 })
    expect(store.putBack()).toBe(second)
    expect(store.rowIds()).toEqual(ids)
    expect(store.sums().amounts.national).toBe(6)
  })

  test('after any sequence of steps the foot is the sum of the rows', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), at: fc.nat(20), value: fc.nat(1_000_000) }),
      fc.record({ kind: fc.constant('fill' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('insert' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('back' as const) }),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 6 }), fc.array(step, { maxLength: 30 }), (given, steps) => {
        const store = createBudgetStore(given.map(line))
        // The oracle: the amounts as a plain list, changed beside the store.
        let amounts: (number | null)[] = given.length === 0 ? [null] : [...given]
        let taken: { value: number; at: number } | null = null
        for (const one of steps) {
          if (one.kind === 'back') {
            if (store.putBack() !== null && taken !== null) {
              amounts = [...amounts.slice(0, taken.at), taken.value, ...amounts.slice(taken.at)]
              taken = null
            }
            continue
          }
          const at = one.at % amounts.length
          const id = store.rowIds()[at] ?? 0
          if (one.kind === 'type') {
            store.type(id, 'content', 'Máy')
            store.type(id, 'national', String(one.value))
            amounts[at] = one.value
          } else if (one.kind === 'fill') {
            if (store.fillDown(id, 'national')) {
              store.type(id, 'content', 'Máy')
              amounts[at] = amounts[at - 1] ?? 0
            }
          } else if (one.kind === 'insert') {
            store.insertAfter(id)
            amounts = [...amounts.slice(0, at + 1), null, ...amounts.slice(at + 1)]
          } else {
            const value = amounts[at] ?? null
            if (value !== null) taken = { value, at }
            store.remove(id)
            amounts = amounts.filter((_, index) => index !== at)
            if (amounts.length === 0) amounts = [null]
          }
        }
        expect(store.sums().amounts.national).toBe(amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0))
        expect(store.lines().map(({ reading }) => reading.line.amounts.national)).toEqual(
          amounts.filter((one) => one !== null),
        )
      }),
    )
  })
})
