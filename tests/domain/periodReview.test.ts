// The review and the pictures over made-up đề án, against sums added up by hand: no đồng lost, none counted twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AmountsBySource, noAmounts, totalOf } from '../../shared/domain/money'
import {
  type ReviewInput,
  resultsOf,
  reviewSections,
  reviewSentences,
  reviewTables,
  targetLines,
} from '../../shared/domain/periodReview'
import { communeBars, contentBars, monthBars, sourceBars, stageCounts } from '../../shared/domain/pictures'
import { contentGroups } from '../../shared/domain/projects'
import type { ReportFacts } from '../../shared/domain/reportFacts'
import { figuresOf, type ProjectFigures, type ReportScope } from '../../shared/domain/reportFigures'

const asOf = '2024-06-30'
const scope: ReportScope = {
  years: { first: 2020, last: 2024 },
  days: { from: '2020-01-01', to: '2024-12-31' },
  asOf,
  basis: 'disbursed',
}
const amount = fc.integer({ min: 0, max: 5_000_000_000 })
const amounts: fc.Arbitrary<AmountsBySource> = fc.record({
  national: amount,
  local: amount,
  counterpart: amount,
  other: amount,
})
const half = (all: AmountsBySource): AmountsBySource => ({
  national: Math.floor(all.national / 2),
  local: Math.floor(all.local / 2),
  counterpart: Math.floor(all.counterpart / 2),
  other: Math.floor(all.other / 2),
})
const less = (a: AmountsBySource, b: AmountsBySource): AmountsBySource => ({
  national: a.national - b.national,
  local: a.local - b.local,
  counterpart: a.counterpart - b.counterpart,
  other: a.other - b.other,
})

const fact: fc.Arbitrary<ReportFacts> = fc
  .record({
    projectId: fc.integer({ min: 1, max: 1_000_000 }),
    programme: fc.constantFrom('national', 'local'),
    planYear: fc.integer({ min: 2018, max: 2025 }),
    standing: fc.constantFrom('inForce', 'registered', 'draft', 'ended', 'none'),
    contentGroup: fc.constantFrom(...contentGroups),
    plan: amounts,
    paid: amounts,
    on: fc.constantFrom('2020-03-15', '2023-11-30', '2024-06-30', '2024-07-01'),
    communes: fc.array(fc.constantFrom('Xã A', 'Xã B', ''), { maxLength: 2 }),
    endMonth: fc.constantFrom(null, '2024-03', '2024-12', '2025-02'),
  })
  .map(({ plan: wanted, paid, on, communes, standing, ...one }): ReportFacts => {
    const plan = standing === 'ended' || standing === 'none' ? noAmounts : wanted
    const [first, second] = communes
    const own = first === undefined ? [] : second === undefined ? [plan] : [half(plan), less(plan, half(plan))]
    return {
      ...one,
      standing,
      code: `M${one.projectId}`,
      name: 'đề án',
      kind: 'single',
      supportMode: 'grant',
      status: 'approved',
      subContent: null,
      startMonth: null,
      implementingUnit: '',
      decision: null,
      beneficiaries: communes.map((commune, index) => ({
        establishmentId: null,
        name: `cơ sở ${index}`,
        legalForm: index === 0 ? 'cooperative' : null,
        communeCode: null,
        commune,
        address: '',
        industry: '',
        planned: own[index] ?? noAmounts,
      })),
      split: communes.length === 0 ? null : 'lines',
      common: noAmounts,
      places: [],
      plan,
      assigned: plan,
      outputs: [],
      contracts: [],
      contracted: noAmounts,
      movements: [{ on, kind: 'payment', amounts: paid }],
      acceptances: [],
      settlement: null,
      classes: [],
      adjustedOn: [],
    } as ReportFacts
  })

const facts = fc.array(fact, { maxLength: 12 })
const names = new Map(contentGroups.map((group) => [group, group]))

function inputOf(all: readonly ReportFacts[]): ReviewInput {
  return {
    years: scope.years,
    figures: figuresOf(all, scope),
    activities: [
      {
        id: 1,
        name: 'Hội chợ',
        year: 2022,
        kind: 'fairHere',
        participants: 30,
        establishments: 12,
        items: null,
        projectId: null,
        amounts: { national: 0, local: 7_000_000, counterpart: 0, other: 0 },
      },
      {
        id: 2,
        name: 'Lớp khởi sự trong đề án',
        year: 2022,
        kind: 'startUp',
        participants: 40,
        establishments: null,
        items: null,
        projectId: 9,
        amounts: { national: 0, local: 9_000_000, counterpart: 0, other: 0 },
      },
    ],
    totals: [
      {
        fromYear: 2020,
        toYear: 2021,
        scope: 'both',
        projects: 5,
        amounts: { national: 1_000_000, local: 2_000_000, counterpart: 3_000_000, other: 0 },
        published: 6_000_000,
        roundedTo: 1_000_000,
        source: 'báo cáo',
      },
    ],
    certified: 3,
    contentNames: names,
  }
}

/** Added up by hand from the facts: money paid until the day, of đề án of the years. */
function byHand(all: readonly ReportFacts[]): { projects: number; plan: number; done: number } {
  let [projects, plan, done] = [0, 0, 0]
  for (const one of all) {
    if (one.planYear < 2020 || one.planYear > 2024) continue
    if (['inForce', 'registered', 'draft'].includes(one.standing)) projects += 1
    plan += totalOf(one.plan)
    for (const { on, amounts: paid } of one.movements) if (on <= asOf) done += totalOf(paid)
  }
  return { projects, plan, done }
}

describe('the review', () => {
  test('has the same totals in every division: đề án, activities of their own, typed years', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const hand = byHand(all)
        const tables = reviewTables(inputOf(all))
        for (const section of ['programme', 'year', 'content'] as const) {
          const total = tables[section].lines.find(({ kind }) => kind === 'total')?.cells
          expect([section, total?.projects, total?.plan, total?.total]).toEqual([
            section,
            hand.projects + 5,
            hand.plan,
            hand.done + 7_000_000 + 6_000_000,
          ])
          const rows = tables[section].lines.filter(({ kind }) => kind === 'row')
          expect(rows.reduce((sum, { cells }) => sum + Number(cells.total), 0)).toBe(total?.total)
        }
      }),
    )
  })

  test('tells the whole in its first sentence and divides beneficiaries without losing one', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const input = inputOf(all)
        const hand = byHand(all)
        const [sentence = ''] = reviewSentences(input, resultsOf(input))
        expect(sentence).toContain(`${(hand.projects + 5).toLocaleString('vi-VN')} đề án`)
        const tables = reviewTables(input)
        const own = all
          .filter(
            ({ planYear, standing }) =>
              planYear >= 2020 && planYear <= 2024 && ['inForce', 'registered', 'draft'].includes(standing),
          )
          .reduce((sum, { beneficiaries }) => sum + beneficiaries.length, 0)
        for (const section of ['beneficiary', 'commune'] as const)
          expect(tables[section].lines.find(({ kind }) => kind === 'total')?.cells.beneficiaries).toBe(own)
        expect(Object.keys(tables)).toEqual([...reviewSections])
      }),
    )
  })

  test('compares with targets, ranges by their lower end, typed results added', () => {
    const input = inputOf([])
    const lines = targetLines(
      [
        { measure: 'learners', name: 'Học viên', unit: 'người', least: 100_000, most: null, typed: 10_000 },
        { measure: 'products', name: 'Sản phẩm', unit: 'sản phẩm', least: 2_000, most: 6_000, typed: null },
        { measure: 'total', name: 'Kinh phí', unit: 'triệu đồng', least: 26_000, most: null, typed: null },
        { measure: 'own', name: 'Khác', unit: '', least: 1_000, most: null, typed: null },
      ],
      resultsOf(input),
    )
    // 40 learners of the course under a đề án and 10 typed; 3 products; 7 + 6 triệu.
    expect(lines.map(({ result, percent }) => [result, percent])).toEqual([
      [50_000, 5_000],
      [3_000, 15_000],
      [13_000, 5_000],
      [null, null],
    ])
  })
})

describe('pictures', () => {
  const figures = (all: readonly ReportFacts[]): ProjectFigures[] =>
    figuresOf(all, { ...scope, years: { first: 2024, last: 2024 }, days: { from: '2024-01-01', to: '2024-12-31' } })
  const ofYear = (all: readonly ReportFacts[]) => {
    const own = all.filter(({ planYear }) => planYear === 2024)
    return {
      plan: own.reduce((sum, { plan }) => sum + totalOf(plan), 0),
      done: own.reduce(
        (sum, { movements }) =>
          sum + movements.reduce((all2, one) => all2 + (one.on <= asOf ? totalOf(one.amounts) : 0), 0),
        0,
      ),
    }
  }

  test('divide the same money by content, source and commune', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const hand = ofYear(all)
        for (const bars of [
          contentBars(figures(all), names),
          sourceBars(figures(all)),
          communeBars(figures(all), 'Chưa rõ'),
        ])
          expect({
            plan: bars.reduce((sum, { plan }) => sum + plan, 0),
            done: bars.reduce((sum, { done }) => sum + done, 0),
          }).toEqual(hand)
      }),
    )
  })

  test('by month: the plan grows to the whole by December, the work grows until the day and stops there', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const months = monthBars(figures(all), 2024, asOf, 'disbursed')
        const hand = ofYear(all)
        expect(months.at(-1)?.plan).toBe(hand.plan)
        expect(months[5]?.done).toBe(hand.done)
        months.forEach((month, index) => {
          if (index > 0) expect(month.plan).toBeGreaterThanOrEqual(months[index - 1]?.plan ?? 0)
          if (index > 5) expect(month.done).toBe(0)
        })
      }),
    )
  })

  test('a đề án stands in one stage and has reached all before it', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const counts = stageCounts(figures(all), asOf)
        const own = all.filter(({ planYear, standing }) => planYear === 2024 && standing !== 'none').length
        expect(counts.reduce((sum, { now }) => sum + now, 0)).toBe(own)
        const climbed = counts.filter(({ stage }) => stage !== 'stopped').map(({ reached }) => reached)
        expect(climbed).toEqual([...climbed].sort((a, b) => b - a))
      }),
    )
  })
})
