// Two states of a plan compared: nothing between a state and itself, the mirror read backwards, differences that make the totals.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingSources } from '../../shared/domain/money'
import { comparePlans, type PlanEntry } from '../../shared/domain/planComparison'
import { budgetTotals } from '../../shared/domain/projects'
import { anyContent } from '../support/anyContent'

const amount = fc.nat(1_000_000)
const entry = (projectId: number): fc.Arbitrary<PlanEntry> =>
  fc
    .record({
      content: anyContent,
      given: fc.option(fc.record({ national: amount, local: amount, counterpart: amount, other: amount })),
    })
    .map(({ content, given }) => ({
      projectId,
      code: `KC-${projectId}`,
      content,
      amounts: given ?? budgetTotals(content.budget),
    }))

const plan: fc.Arbitrary<PlanEntry[]> = fc
  .shuffledSubarray([1, 2, 3, 4, 5])
  .chain((ids) => fc.tuple(...ids.map((id) => entry(id))))

const runs = { numRuns: 1_000 }

describe('comparePlans', () => {
  it('finds nothing between a state and itself, whatever the order of its lines', () => {
    fc.assert(
      fc.property(plan, (entries) => {
        const { rows, unchanged } = comparePlans(entries, structuredClone(entries).reverse())
        expect(rows).toEqual([])
        expect(unchanged).toBe(entries.length)
      }),
      runs,
    )
  })

  it('read backwards says the opposite of every line', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const opposite = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' } as const
        const byProject = (rows: { projectId: number }[]) => rows.sort((a, b) => a.projectId - b.projectId)
        const there = comparePlans(before, after)
        const back = comparePlans(after, before)
        expect(
          byProject(back.rows.map(({ projectId, kind, before: was, after: is }) => ({ projectId, kind, was, is }))),
        ).toEqual(
          byProject(
            there.rows.map((row) => ({
              projectId: row.projectId,
              kind: opposite[row.kind],
              was: row.after,
              is: row.before,
            })),
          ),
        )
        expect(back.unchanged).toBe(there.unchanged)
      }),
      runs,
    )
  })

  it('explains the totals by its lines, and each line by its changes', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const { rows, totals } = comparePlans(before, after)
        for (const { source, before: was, after: is } of totals) {
          expect(was).toBe(before.reduce((sum, one) => sum + one.amounts[source], 0))
          expect(is).toBe(after.reduce((sum, one) => sum + one.amounts[source], 0))
          expect(rows.reduce((sum, row) => sum + row.difference[source], 0)).toBe(is - was)
        }
        for (const { kind, difference, changes } of rows)
          for (const source of fundingSources)
            if (kind === 'changed')
              expect(changes.reduce((sum, change) => sum + change.amounts[source], 0)).toBe(difference[source])
      }),
      runs,
    )
  })
})
