// Rules of carrying out, each against a sum or a search written another way.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  costTotals,
  outputResult,
  serialKeys,
  serialProblems,
  shortfallsOf,
} from '../../shared/domain/executionAcceptance'
import { type AcceptanceHead, notYetAccepted, stillFailed } from '../../shared/domain/executionCoverage'
import { clusterTotals, detailPlanTotals, detailPlanWarnings, trainingHours } from '../../shared/domain/executionGroup'
import {
  effectChanges,
  findingState,
  otherYearsOfVisits,
  suggestedVisits,
} from '../../shared/domain/executionInspection'
import { carriedOver, overallPercent, volumeTotals, wholePercent } from '../../shared/domain/executionProgress'
import { balanceOf, settlementTotals, voucherKey, voucherProblems } from '../../shared/domain/executionSettlement'
import { splitAmounts } from '../../shared/domain/executionShares'
import { executionTasks } from '../../shared/domain/executionTasks'
import { type AmountsBySource, fundingSources, sumAmounts, totalOf } from '../../shared/domain/money'
import { formatMoney } from '../../shared/vietnamese/money'

const money = (dong: number) => `${formatMoney(dong)} đồng`
const dong = fc.integer({ min: 0, max: 5_000_000_000 })
const amounts: fc.Arbitrary<AmountsBySource> = fc.record({
  national: dong,
  local: dong,
  counterpart: dong,
  other: dong,
})

describe('what each beneficiary was planned', () => {
  const parts = fc.array(
    fc.record({
      shareBasisPoints: fc.option(fc.integer({ min: 0, max: 10_000 })),
      plan: fc.option(fc.record({ support: dong, counterpart: dong })),
    }),
    { minLength: 1, maxLength: 7 },
  )

  it('loses and makes no đồng, source by source, and strays from the exact share by less than one', () => {
    fc.assert(
      fc.property(amounts, parts, (whole, all) => {
        const split = splitAmounts(whole, all)
        expect(split).toHaveLength(all.length)
        expect(sumAmounts(split)).toEqual(whole)
        if (all.every(({ plan, shareBasisPoints }) => plan === null && shareBasisPoints === null))
          for (const source of fundingSources)
            for (const one of split) expect(Math.abs(one[source] - whole[source] / all.length)).toBeLessThan(1)
      }),
    )
  })

  it('gives three equal beneficiaries of 100.000.000 thirds that make the whole', () => {
    const third = { shareBasisPoints: null, plan: null }
    const split = splitAmounts({ national: 100_000_000, local: 0, counterpart: 0, other: 0 }, [third, third, third])
    expect(split.map((one) => one.national)).toEqual([33_333_334, 33_333_333, 33_333_333])
  })

  it('follows the detailed plan of a group before shares', () => {
    const split = splitAmounts({ national: 90, local: 0, counterpart: 10, other: 0 }, [
      { shareBasisPoints: 5_000, plan: { support: 2, counterpart: 0 } },
      { shareBasisPoints: 5_000, plan: { support: 1, counterpart: 5 } },
    ])
    expect(split.map((one) => [one.national, one.counterpart])).toEqual([
      [60, 0],
      [30, 10],
    ])
  })
})

describe('results and costs', () => {
  const output = fc.record({
    indicator: fc.constant('Số máy'),
    unit: fc.constant('cái'),
    planned: fc.option(fc.nat(9_000)),
    done: fc.option(fc.nat(9_000)),
    note: fc.constant(''),
  })
  const cost = fc.record({ content: fc.constant('Mua máy'), planned: amounts, done: amounts, note: fc.constant('') })

  it('adds costs up as a walk over every cell does', () => {
    fc.assert(
      fc.property(fc.array(cost, { maxLength: 6 }), (costs) => {
        const totals = costTotals(costs)
        for (const side of ['planned', 'done'] as const) {
          let sum = 0
          for (const line of costs) for (const source of fundingSources) sum += line[side][source]
          expect(totalOf(totals[side])).toBe(sum)
        }
      }),
    )
  })

  it('finds a shortfall exactly where less was done, more of the State’s money spent, or less of the counterpart put in', () => {
    fc.assert(
      fc.property(fc.array(output, { maxLength: 4 }), fc.array(cost, { maxLength: 3 }), (outputs, costs) => {
        const found = shortfallsOf({ outputs, costs, machines: [] }, money)
        const less = outputs.filter(({ planned, done }) => planned !== null && done !== null && done < planned)
        expect(found.filter(({ path }) => path.startsWith('outputs'))).toHaveLength(less.length)
        expect(outputs.filter((one) => outputResult(one) === 'less')).toEqual(less)
        const sum = (side: 'planned' | 'done', source: keyof AmountsBySource) =>
          costs.reduce((total, line) => total + line[side][source], 0)
        const over = (['national', 'local'] as const).filter((source) => sum('done', source) > sum('planned', source))
        const under = sum('done', 'counterpart') < sum('planned', 'counterpart') ? 1 : 0
        expect(found.filter(({ path }) => path === 'costs')).toHaveLength(over.length + under)
      }),
    )
  })

  it('sums volume and its difference by source', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ planned: amounts, done: amounts }), { maxLength: 5 }), (lines) => {
        const totals = volumeTotals(lines)
        for (const source of fundingSources)
          expect(totals.difference[source]).toBe(
            lines.reduce((sum, line) => sum + line.done[source] - line.planned[source], 0),
          )
      }),
    )
  })
})

describe('serial numbers', () => {
  const machine = (name: string, serial: string) => ({
    name,
    specification: '',
    origin: '',
    unit: '',
    quantity: 1000,
    unitPrice: null,
    serial,
    madeIn: null,
    isNew: true,
    works: true,
    note: '',
  })

  it('are the same however they are spaced or written', () => {
    expect(serialKeys('sn-12 a; SN.13;')).toEqual(['SN12A', 'SN13'])
  })

  it('are refused as often as a count of all numbers finds one over the first', () => {
    const serial = fc.constantFrom('A1', 'a-1', 'B2', 'C3;D4', 'D 4', '')
    fc.assert(
      fc.property(fc.array(serial, { maxLength: 8 }), fc.array(serial, { maxLength: 4 }), (own, others) => {
        const known = others.map((one) => ({ serial: one, machine: 'Máy cũ', where: 'đề án khác' }))
        const keys = own.flatMap(serialKeys)
        const before = new Set(others.flatMap(serialKeys))
        const fresh = new Set(keys.filter((key) => !before.has(key)))
        expect(
          serialProblems(
            own.map((one, index) => machine(`Máy ${index}`, one)),
            known,
          ),
        ).toHaveLength(keys.length - fresh.size)
      }),
    )
  })
})

describe('whom acceptance reached', () => {
  const head = (over: Partial<AcceptanceHead>): AcceptanceHead => ({
    id: 1,
    form: '5a',
    establishmentId: null,
    beneficiary: '',
    followsId: null,
    date: '2026-05-01',
    conclusion: 'pass',
    concluded: true,
    mendBy: null,
    mendedOn: null,
    ...over,
  })
  const people = [
    { establishmentId: 1, name: 'HTX A' },
    { establishmentId: null, name: 'Hộ B' },
  ]

  it('is everyone by one for the whole, and by name or record otherwise', () => {
    expect(notYetAccepted(people, [head({})])).toEqual([])
    expect(notYetAccepted(people, [head({ establishmentId: 1, beneficiary: 'HTX A' })])).toEqual([people[1]])
    expect(notYetAccepted(people, [head({ beneficiary: 'Hộ B' }), head({ establishmentId: 1 })])).toEqual([])
    expect(notYetAccepted(people, [head({ concluded: false }), head({ conclusion: 'fail' })])).toEqual(people)
  })

  it('leaves a failure open until one that passes follows it, however many fail between', () => {
    const failed = head({ id: 1, conclusion: 'fail' })
    const again = head({ id: 2, conclusion: 'fail', followsId: 1 })
    const passed = head({ id: 3, followsId: 2 })
    expect(stillFailed([failed, again]).map(({ id }) => id)).toEqual([1, 2])
    expect(stillFailed([failed, again, passed])).toEqual([])
    expect(stillFailed([failed, again, { ...passed, concluded: false }]).map(({ id }) => id)).toEqual([1, 2])
  })
})

describe('progress', () => {
  const line = fc.record({
    content: fc.constantFrom('Mua máy', 'Lắp đặt', 'Chạy thử'),
    percent: fc.integer({ min: 0, max: wholePercent }),
    note: fc.constant(''),
  })

  it('is whole only when every content is, and never above the furthest content', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const overall = overallPercent(lines)
        expect(overall === wholePercent).toBe(lines.every(({ percent }) => percent === wholePercent))
        expect(overall).toBeLessThanOrEqual(Math.max(...lines.map(({ percent }) => percent)))
        expect(overall).toBeGreaterThanOrEqual(Math.min(...lines.map(({ percent }) => percent)))
      }),
    )
  })

  it('goes on from the month before, in the order of the plan, whatever was added or taken out', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.shuffledSubarray(['Mua máy', 'Lắp đặt', 'Bàn giao']),
        (last, contents) => {
          const next = carriedOver(contents, last)
          expect(next.map(({ content }) => content)).toEqual(contents)
          for (const one of next)
            expect(one.percent).toBe(last.find(({ content }) => content === one.content)?.percent ?? 0)
        },
      ),
    )
  })
})

describe('settlement', () => {
  it('leaves either something to pay or something to return, and the difference is what was received', () => {
    fc.assert(
      fc.property(dong, dong, dong, dong, (due, advanced, paid, recovered) => {
        const balance = balanceOf(due, { advanced, paid, recovered })
        expect(Math.min(balance.toPay, balance.toRecover)).toBe(0)
        expect(balance.due - balance.received).toBe(balance.toPay - balance.toRecover)
        expect(balance.received).toBe(advanced + paid - recovered)
      }),
    )
  })

  it('is decided only when every line is', () => {
    const line = fc.record({
      content: fc.constant('Mua máy'),
      planned: amounts,
      asked: amounts,
      approved: fc.option(amounts),
      note: fc.constant(''),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { approved, approvedSupport, askedSupport } = settlementTotals({ lines, vouchers: [] })
        let asked = 0
        for (const one of lines) asked += one.asked.national + one.asked.local
        expect(askedSupport).toBe(asked)
        expect(approved === null).toBe(lines.length === 0 || lines.some((one) => one.approved === null))
        if (approved === null) {
          expect(approvedSupport).toBeNull()
          return
        }
        const granted = lines.flatMap((one) => (one.approved === null ? [] : [one.approved]))
        for (const source of fundingSources)
          expect(approved[source]).toBe(granted.reduce((sum, one) => sum + one[source], 0))
        expect(approvedSupport).toBe(approved.national + approved.local)
      }),
    )
  })

  it('knows a voucher again however it is typed, and names where it stands', () => {
    const voucher = {
      number: 'HĐ 0001/AA',
      date: '2026-05-01',
      kind: 'invoice' as const,
      content: 'Mua máy',
      payee: 'Công ty TNHH Á Châu',
      amounts: { national: 1, local: 0, counterpart: 0, other: 0 },
      note: '',
    }
    const same = { ...voucher, number: 'hđ0001-aa', payee: 'CÔNG TY TNHH Á CHÂU' }
    expect(voucherKey(same)).toBe(voucherKey(voucher))
    expect(voucherProblems([voucher, same], [])[0]?.message).toContain('dòng 1 của bảng kê này')
    const known = { number: '0001', date: '2026-05-02', payee: '', where: 'bảng kê của đề án X' }
    expect(voucherProblems([{ ...voucher, ...known }], [known])[0]?.message).toContain('bảng kê của đề án X')
  })
})

describe('groups, classes, clusters', () => {
  it('sums a detailed plan and speaks up exactly when it is not what was approved', () => {
    const line = fc.record({ support: dong, counterpart: dong })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.boolean(), (lines, exact) => {
        const { support, counterpart, investment } = detailPlanTotals(lines)
        expect(investment).toBe(lines.reduce((sum, one) => sum + one.support + one.counterpart, 0))
        const whole = lines.map((one) => ({
          ...one,
          establishmentId: null,
          name: 'A',
          address: '',
          content: '',
          startMonth: null,
          endMonth: null,
          note: '',
        }))
        const approved = { support: exact ? support : support + 1, counterpart }
        expect(detailPlanWarnings(whole, approved, money)).toHaveLength(exact ? 0 : 1)
      }),
    )
  })

  it('counts hours and the part of the investment done', () => {
    expect(
      trainingHours([
        { theoryHours: 8, practiceHours: null },
        { theoryHours: null, practiceHours: 12 },
      ]),
    ).toEqual({
      theory: 8,
      practice: 12,
      total: 20,
    })
    expect(clusterTotals([{ content: 'San lấp', planned: 3, done: 2 }]).percent).toBe(6_666)
    expect(clusterTotals([]).percent).toBeNull()
  })
})

describe('after support', () => {
  const accepted = [
    { projectId: 1, establishmentId: 5, name: 'HTX A', acceptedOn: '2025-09-20' },
    { projectId: 1, establishmentId: null, name: 'Hộ B', acceptedOn: '2024-11-02' },
  ]

  it('suggests one visit a year and two years on, and none that is on the plan', () => {
    expect(suggestedVisits(2026, accepted, []).map(({ kind, month }) => [kind, month])).toEqual([
      ['afterOneYear', '2026-09'],
      ['afterTwoYears', '2026-11'],
    ])
    const planned = { projectId: 1, establishmentId: 5, beneficiary: 'HTX A', kind: 'afterOneYear' as const }
    expect(suggestedVisits(2026, accepted, [planned])).toHaveLength(1)
    expect(suggestedVisits(2030, accepted, [])).toEqual([])
  })

  it('names every other year in which somebody waits, and no year in which nobody does', () => {
    const visit = fc.record({
      projectId: fc.constantFrom(1, 2),
      establishmentId: fc.constantFrom(5, 6),
      beneficiary: fc.constant('HTX'),
      kind: fc.constantFrom('during' as const, 'afterOneYear' as const, 'afterTwoYears' as const),
      year: fc.integer({ min: 2024, max: 2030 }),
      visitedOn: fc.constantFrom(null, '2026-01-01'),
    })
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 8 }), fc.integer({ min: 2024, max: 2030 }), (visits, year) => {
        const others = otherYearsOfVisits(year, accepted, visits)
        for (let other = 2020; other < 2035; other += 1) {
          const open = visits.filter((one) => one.year === other && one.visitedOn === null).length
          const suggested = suggestedVisits(other, accepted, visits).length
          const told = others.find((one) => one.year === other)
          expect(told).toEqual(other === year || open + suggested === 0 ? undefined : { year: other, open, suggested })
        }
      }),
    )
  })

  it('tells the change of a figure only where both sides are known', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
    fc.assert(
      fc.property(figure, figure, (before, after) => {
        const none = { jobs: null, revenue: null, taxPaid: null, averageIncome: null }
        const [jobs] = effectChanges({ ...none, jobs: before }, { ...none, jobs: after })
        if (before === null || after === null) expect(jobs?.change).toBeNull()
        else {
          expect(before + (jobs?.change ?? Number.NaN)).toBe(after)
          expect(jobs?.changePercent === null).toBe(before === 0)
        }
      }),
    )
  })

  it('knows a finding late the day after its day, and never once it is resolved', () => {
    const finding = { finding: 'Chưa treo biển', dueOn: '2026-05-10', resolvedOn: null }
    expect(findingState(finding, '2026-05-10')).toBe('open')
    expect(findingState(finding, '2026-05-11')).toBe('overdue')
    expect(findingState({ ...finding, resolvedOn: '2026-06-01' }, '2026-06-02')).toBe('resolved')
  })

  it('lists what is to be done by urgency, and a visit only from the month before', () => {
    const task = (over: object) => ({
      kind: 'finding' as const,
      projectId: 1,
      refId: 1,
      code: 'KC',
      what: 'x',
      due: '2026-05-10',
      mended: false,
      ...over,
    })
    const tasks = executionTasks(
      [
        task({ due: '2026-06-01' }),
        task({ kind: 'mend', due: '2026-05-01', what: 'HTX A' }),
        task({ kind: 'visit', due: '2026-09-30' }),
      ],
      '2026-05-05',
    )
    expect(tasks.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ['mend', -4],
      ['finding', 27],
    ])
  })
})
