// Registered beside assigned: totals agree however they are added up, what is too much is said, an empty year says nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftInWords, overdrawn, viewAssignments } from '../../shared/domain/allocations'
import { type AmountsBySource, fundingSources, noAmounts } from '../../shared/domain/money'
import { type PlanStep, planStates, supplementRoundFor, whyNotNow } from '../../shared/domain/planStates'
import { type PlanItem, viewPlan } from '../../shared/domain/plans'
import { contentGroups, programmes, projectKinds } from '../../shared/domain/projects'
import { type ReportYear, registrationReport } from '../../shared/domain/registrationReport'

function item(over: Partial<PlanItem>): PlanItem {
  return {
    id: 1,
    projectId: 1,
    versionId: 1,
    code: 'KCQG-2026-001',
    name: 'Hỗ trợ máy móc',
    kind: 'single',
    contentGroup: 'ND3',
    subContent: null,
    implementingUnit: '',
    cooperatingUnits: '',
    beneficiaries: [],
    places: [],
    startMonth: null,
    endMonth: null,
    summary: '',
    amounts: { ...noAmounts, national: 600 },
    priority: null,
    note: '',
    ...over,
  }
}

const amount = fc.integer({ min: 0, max: 5_000_000_000 })
const amounts = fc.record({ national: amount, local: amount, counterpart: amount, other: amount })
const year = fc
  .record({
    programme: fc.constantFrom(...programmes),
    items: fc.array(
      fc.record({
        kind: fc.constantFrom(...projectKinds),
        contentGroup: fc.constantFrom(...contentGroups),
        amounts,
      }),
      { maxLength: 25 },
    ),
    batches: fc.array(fc.integer({ min: 1, max: 50_000_000_000 }), { maxLength: 4 }),
    parts: fc.array(fc.record({ item: fc.nat(), batch: fc.nat(), amounts }), { maxLength: 40 }),
  })
  .map(({ programme, items, batches, parts }) => ({
    plan: viewPlan(
      2026,
      programme,
      items.map((one, index) => item({ ...one, id: index + 1 })),
    ),
    allocations: batches.map((totalAmount, index) => ({ id: index + 1, batchNumber: index + 1, totalAmount })),
    assignments:
      items.length === 0
        ? []
        : parts.map((part) => ({
            itemId: (part.item % items.length) + 1,
            allocationId: part.batch % (batches.length + 1) === 0 ? null : part.batch % (batches.length + 1),
            amounts: part.amounts,
          })),
  }))

const add = (all: readonly AmountsBySource[], source: keyof AmountsBySource) =>
  all.reduce((sum, one) => sum + BigInt(one[source]), 0n)

describe('viewAssignments', () => {
  it('adds up the same by items, by groups, by batches and from the bare assignments', () => {
    fc.assert(
      fc.property(year, ({ plan, allocations, assignments }) => {
        const view = viewAssignments(plan, allocations, assignments)
        for (const source of fundingSources) {
          const bare = add(
            assignments.map((one) => one.amounts),
            source,
          )
          expect(BigInt(view.assigned[source])).toBe(bare)
          expect(
            add(
              view.items.map((one) => one.assigned),
              source,
            ),
          ).toBe(bare)
          expect(
            add(
              view.groups.map((one) => one.assigned),
              source,
            ),
          ).toBe(bare)
          expect(add([...view.batches.map((one) => one.assigned), view.withoutBatch], source)).toBe(bare)
          expect(
            add(
              view.groups.map((one) => one.registered),
              source,
            ),
          ).toBe(BigInt(view.registered[source]))
        }
        const own = plan.programme === 'national' ? 'national' : 'local'
        expect(view.left).toBe(allocations.reduce((sum, one) => sum + one.totalAmount, 0) - view.assigned[own])
        expect(view.batches.reduce((sum, one) => sum + one.left, 0)).toBe(view.left + view.withoutBatch[own])
      }),
    )
  })

  it('speaks of a batch exactly when its parts are more than it, and of the year when its items are', () => {
    fc.assert(
      fc.property(year, ({ plan, allocations, assignments }) => {
        const view = viewAssignments(plan, allocations, assignments)
        const own = plan.programme === 'national' ? 'national' : 'local'
        const over = allocations.filter(
          (batch) =>
            assignments.filter((one) => one.allocationId === batch.id).reduce((sum, one) => sum + one.amounts[own], 0) >
            batch.totalAmount,
        )
        expect(view.checks.filter((one) => one.severity === 'contradiction')).toHaveLength(over.length)
        expect(view.checks.some((one) => one.message.includes('vượt tổng kinh phí được phân bổ'))).toBe(view.left < 0)
      }),
    )
  })

  it('has nothing to say of a year without national money', () => {
    const view = viewAssignments(viewPlan(2024, 'national', []), [], [])
    expect(view.checks).toEqual([])
    expect(view.left).toBe(0)
    expect(leftInWords(view, 'national')).toBe('Năm này chưa được phân bổ kinh phí.')
  })

  it('tells half of what was registered from too much of it', () => {
    const plan = viewPlan(2021, 'national', [item({ amounts: { ...noAmounts, national: 1_200_000_000 } })])
    const batch = [{ id: 7, batchNumber: 1, totalAmount: 600_000_000 }]
    const given = (national: number, allocationId: number | null) =>
      viewAssignments(plan, batch, [{ itemId: 1, allocationId, amounts: { ...noAmounts, national } }])
    expect(given(600_000_000, 7).checks).toEqual([])
    expect(leftInWords(given(600_000_000, 7), 'national')).toBe('Đã giao hết kinh phí được phân bổ.')
    expect(leftInWords(given(500_000_000, 7), 'national')).toBe('Còn 100.000.000 đồng chưa giao cho đề án.')
    const over = given(1_300_000_000, null)
    expect(leftInWords(over, 'national')).toBe('Đã giao vượt kinh phí được phân bổ 700.000.000 đồng.')
    expect(over.checks.map((one) => one.message)).toEqual([
      'Đã giao cho các đề án 1.300.000.000 đồng, vượt tổng kinh phí được phân bổ 600.000.000 đồng là 700.000.000 đồng.',
      'Hỗ trợ máy móc: được giao 1.300.000.000 đồng, nhiều hơn số đăng ký 1.200.000.000 đồng.',
    ])
  })
})

describe('overdrawn', () => {
  it('lets pass exactly what is left', () => {
    fc.assert(
      fc.property(amount, amount, amount, (totalAmount, others, wanted) => {
        const over = overdrawn({ id: 1, batchNumber: 2, totalAmount }, others, wanted)
        expect(over === null).toBe(others + wanted <= totalAmount)
      }),
    )
  })
})

describe('the standing of a plan', () => {
  const steps: readonly PlanStep[] = ['register', 'reopen', 'assign', 'approve']
  const allowed = (items: number, awaiting = 0) =>
    planStates.map((state) =>
      steps.filter((step) => whyNotNow({ year: 2026, programme: 'national', state, items, awaiting }, step) === null),
    )

  it('goes from drafting over registered to assigned; once approved only later batches and supplements come', () => {
    const before = [
      ['register', 'approve'],
      ['reopen', 'assign', 'approve'],
      ['assign', 'approve'],
    ]
    expect(allowed(2)).toEqual([...before, ['assign']])
    expect(allowed(3, 1)).toEqual([...before, ['assign', 'approve']])
    expect(allowed(0)).toEqual([[], ['reopen', 'assign'], ['assign'], ['assign']])
  })

  it('counts rounds of supplement from one, only once it was registered', () => {
    expect(supplementRoundFor('drafting', 3, [])).toBe(0)
    expect(supplementRoundFor('registered', null, [0])).toBe(1)
    expect(supplementRoundFor('assigned', null, [0, 2, 1])).toBe(2)
    expect(supplementRoundFor('assigned', 3, [0, 2])).toBe(3)
  })
})

describe('registrationReport', () => {
  const none = (year: number): ReportYear => ({
    year,
    items: 0,
    groups: [],
    registered: noAmounts,
    assigned: null,
    assignedItems: 0,
  })
  const facts = {
    programme: 'national' as const,
    programmeName: 'khuyến công quốc gia',
    groupName: () => 'Máy móc',
    before: none(2025),
    current: none(2026),
    next: none(2027),
  }

  it('says plainly that a year had nothing', () => {
    expect(registrationReport(facts).paragraphs).toEqual([
      'I. Kết quả thực hiện năm 2025',
      'Năm 2025: sổ chưa ghi đề án khuyến công quốc gia nào.',
      'II. Ước thực hiện năm 2026',
      'Năm 2026: sổ chưa ghi đề án khuyến công quốc gia nào.',
      'III. Mục tiêu và đăng ký kế hoạch năm 2027',
      'Năm 2027 không đăng ký đề án khuyến công quốc gia.',
    ])
  })

  it('fills in what was registered, what was assigned of it, and the change', () => {
    const registered = { ...noAmounts, national: 1_200_000_000, counterpart: 1_300_000_000 }
    const assigned = { ...noAmounts, national: 600_000_000 }
    const next = { ...noAmounts, national: 1_500_000_000 }
    const { paragraphs } = registrationReport({
      ...facts,
      current: { ...none(2026), items: 2, registered, assigned, assignedItems: 1 },
      next: { ...none(2027), items: 3, registered: next, groups: [{ key: 'ND3', items: 3, amounts: next }] },
    })
    expect(paragraphs[3]).toBe(
      'Năm 2026 đăng ký 2 đề án, tổng kinh phí 2.500 triệu đồng, trong đó kinh phí khuyến công hỗ trợ 1.200 triệu đồng, đối ứng và nguồn khác 1.300 triệu đồng; được giao 1 đề án với kinh phí khuyến công 600 triệu đồng (50 % số đăng ký).',
    )
    expect(paragraphs.slice(6)).toEqual([
      '- Máy móc: 3 đề án, kinh phí khuyến công hỗ trợ 1.500 triệu đồng.',
      'So với số đăng ký năm 2026, kinh phí khuyến công đề nghị hỗ trợ năm 2027 tăng 300 triệu đồng (25 %).',
    ])
  })
})
