// A plan's groups hold every item once, and its totals are the items' sums.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingSources } from '../../shared/domain/money'
import { checkPlan, type PlanItem, viewPlan } from '../../shared/domain/plans'
import { contentGroups, projectKinds } from '../../shared/domain/projects'

function item(over: Partial<PlanItem>): PlanItem {
  return {
    id: 1,
    projectId: 1,
    versionId: 1,
    code: 'KCDP-2026-001',
    name: 'Hỗ trợ máy móc',
    kind: 'single',
    contentGroup: 'ND3',
    subContent: null,
    implementingUnit: '',
    cooperatingUnits: '',
    beneficiaries: [],
    places: ['xã Văn Vũ'],
    startMonth: '2026-01',
    endMonth: '2026-11',
    summary: '',
    amounts: { national: 0, local: 100, counterpart: 0, other: 0 },
    priority: null,
    note: '',
    ...over,
  }
}

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const items = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...projectKinds),
      contentGroup: fc.constantFrom(...contentGroups),
      amounts: fc.record({ national: amount, local: amount, counterpart: amount, other: amount }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((one, index) => item({ ...one, id: index + 1 })))

describe('viewPlan', () => {
  it('lists every item in exactly one group, in order, and totals agree', () => {
    fc.assert(
      fc.property(items, (all) => {
        const plan = viewPlan(2026, 'local', all)
        const grouped = plan.groups.flatMap((group) => group.items)
        expect([...grouped].map((one) => one.id).sort((a, b) => a - b)).toEqual(all.map((one) => one.id))
        for (const group of plan.groups) {
          expect(group.items.map((one) => one.id)).toEqual([...group.items].map((one) => one.id).sort((a, b) => a - b))
          expect(group.items.every((one) => (one.kind === 'flagship') === (group.key === 'flagship'))).toBe(true)
        }
        for (const source of fundingSources)
          expect(plan.amounts[source]).toBe(plan.groups.reduce((sum, group) => sum + group.amounts[source], 0))
      }),
    )
  })
})

describe('checkPlan of a đề án điểm', () => {
  it('questions too few contents and too short a time, with the basis', () => {
    const plan = viewPlan(2026, 'local', [item({ kind: 'flagship', startMonth: '2026-01', endMonth: '2026-12' })])
    const messages = checkPlan(plan, new Map([[plan.items[0]?.id ?? 0, 1]])).map((one) => one.message)
    expect(messages.filter((one) => one.includes('đề án điểm'))).toHaveLength(2)
    expect(messages.join()).toContain('khoản 3 Điều 2 Thông tư 36/2013/TT-BCT')
    const good = viewPlan(2026, 'local', [item({ kind: 'flagship', startMonth: '2026-01', endMonth: '2027-06' })])
    const steps = new Map([[good.items[0]?.id ?? 0, 2]])
    expect(checkPlan(good, steps).some((one) => one.message.includes('đề án điểm'))).toBe(false)
  })
})

describe('checkPlan', () => {
  const messages = (over: Partial<PlanItem>) =>
    checkPlan(viewPlan(2026, 'local', [item(over)])).map((one) => one.message)

  it('has nothing to say of a whole item', () => {
    expect(messages({})).toEqual([])
  })

  it('asks about money of the wrong programme, missing months, places and lone beneficiaries', () => {
    expect(messages({ amounts: { national: 5, local: 0, counterpart: 0, other: 0 } })).toHaveLength(2)
    expect(messages({ startMonth: null })).toEqual([expect.stringContaining('thời gian')])
    expect(messages({ startMonth: '2026-12' })).toEqual([expect.stringContaining('sau tháng kết thúc')])
    expect(messages({ startMonth: '2025-12' })).toEqual([expect.stringContaining('2026')])
    expect(messages({ places: [] })).toEqual([expect.stringContaining('địa điểm')])
    const two = [
      { name: 'A', establishmentId: null },
      { name: 'B', establishmentId: null },
    ]
    expect(messages({ beneficiaries: two })).toEqual([expect.stringContaining('nhiều đơn vị')])
    expect(messages({ beneficiaries: two, kind: 'group' })).toEqual([])
  })
})
