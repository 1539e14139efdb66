// Two budgets compared: nothing between a budget and itself, the mirror read backwards, differences that make the totals.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingSources, noAmounts } from '../../shared/domain/money'
import { type ComparedLine, compareBudgets } from '../../shared/domain/versions'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const line: fc.Arbitrary<ComparedLine> = fc.record({
  content: fc.constantFrom('Máy sấy', 'Máy đóng gói', 'Vận chuyển', 'Tập huấn'),
  unit: fc.constantFrom('', 'máy'),
  quantityThousandths: fc.option(fc.nat(5_000)),
  unitPrice: fc.option(amount),
  amounts: fc.record({ national: amount, local: amount, counterpart: amount, other: amount }),
})
const budget = fc.array(line, { maxLength: 12 })

describe('compareBudgets', () => {
  it('finds nothing between a budget and itself', () => {
    fc.assert(
      fc.property(budget, (lines) => {
        const { lines: changes, totals } = compareBudgets(lines, lines)
        expect(changes).toEqual([])
        for (const total of totals) expect(total.before).toBe(total.after)
      }),
    )
  })

  it('read backwards is its mirror image, in the same order', () => {
    fc.assert(
      fc.property(budget, budget, (before, after) => {
        const there = compareBudgets(before, after)
        const back = compareBudgets(after, before)
        expect(back.lines).toEqual(there.lines.map((one) => ({ ...one, before: one.after, after: one.before })))
        expect(back.totals).toEqual(there.totals.map((one) => ({ ...one, before: one.after, after: one.before })))
      }),
    )
  })

  it('explains the difference of every source by its lines', () => {
    fc.assert(
      fc.property(budget, budget, (before, after) => {
        const { lines, totals } = compareBudgets(before, after)
        for (const { source, before: was, after: is } of totals) {
          const byLines = lines.reduce(
            (sum, one) => sum + (one.after?.amounts[source] ?? 0) - (one.before?.amounts[source] ?? 0),
            0,
          )
          expect(is - was).toBe(byLines)
        }
        expect(totals.map(({ source }) => source)).toEqual([...fundingSources])
      }),
    )
  })

  it('does not mind the order of lines, and names what changed, came and went', () => {
    const machine = {
      content: 'Máy sấy',
      unit: 'máy',
      quantityThousandths: 1000,
      unitPrice: 300,
      amounts: { ...noAmounts, national: 100, counterpart: 200 },
    }
    const transport = { ...machine, content: 'Vận chuyển', unit: 'chuyến' }
    expect(compareBudgets([machine, transport], [transport, machine]).lines).toEqual([])
    const cheaper = { ...machine, unitPrice: 250, amounts: { ...noAmounts, national: 80, counterpart: 170 } }
    const training = { ...machine, content: 'Tập huấn' }
    const { lines } = compareBudgets([machine, transport], [cheaper, training])
    expect(lines.map(({ content, before, after }) => [content, before !== null, after !== null])).toEqual([
      ['Máy sấy', true, true],
      ['Tập huấn', false, true],
      ['Vận chuyển', true, false],
    ])
  })
})
