// Early signs: each from the day it should be seen and not a day before, in words that carry the numbers.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectStatuses } from '../../shared/domain/lifecycle'
import { type CarriedProject, type SignalRules, signalsOf, watchedStatuses } from '../../shared/domain/signals'
import { addDays } from '../../shared/vietnamese/dates'

const rules: SignalRules = {
  notStartedAfterMonth: 6,
  investmentTolerancePercent: 20,
  undecidedDays: 15,
  manyAdjustments: 3,
}

const project: CarriedProject = {
  projectId: 7,
  code: 'KCDP-2027-001',
  name: 'Máy sấy',
  planYear: 2027,
  status: 'approved',
  startMonth: '2027-03',
  endMonth: '2027-10',
  planned: 1_000,
  report: null,
  adjustments: 0,
  asked: false,
}

const codes = (over: Partial<CarriedProject>, today: string) =>
  signalsOf({ projects: [{ ...project, ...over }], requests: [] }, rules, today).map(({ code }) => code)

describe('signals', () => {
  it('name a đề án that has not begun once the month is over, or its own first month where that is later', () => {
    expect(codes({}, '2027-06-30')).toEqual([])
    expect(codes({}, '2027-07-01')).toEqual(['notStarted'])
    expect(codes({ startMonth: '2027-08' }, '2027-08-31')).toEqual([])
    expect(codes({ startMonth: '2027-08' }, '2027-09-01')).toEqual(['notStarted'])
    expect(codes({ status: 'contracted' }, '2027-12-31')).toEqual([])
    expect(codes({ startMonth: null }, '2028-01-01')).toEqual(['notStarted'])
  })

  it('name an investment that lags behind the time gone by more than is tolerated', () => {
    // March to October is eight months: half of the time is gone with June.
    const at = (done: number) => codes({ status: 'inProgress', report: { month: '2027-06', done } }, '2027-07-05')
    expect(at(300)).toEqual([])
    expect(at(299)).toEqual(['investmentBelow'])
    const [signal] = signalsOf(
      { projects: [{ ...project, status: 'inProgress', report: { month: '2027-06', done: 250 } }], requests: [] },
      rules,
      '2027-07-05',
    )
    expect(signal?.why).toContain('đã làm 250 trên 1.000 đồng (25 %), trong khi đã qua 50 % thời gian')
  })

  it('name the third adjustment, decided or asked for', () => {
    expect(codes({ status: 'inProgress', adjustments: 2 }, '2027-05-01')).toEqual([])
    expect(codes({ status: 'inProgress', adjustments: 2, asked: true }, '2027-05-01')).toEqual(['manyAdjustments'])
    expect(codes({ status: 'inProgress', adjustments: 3 }, '2027-05-01')).toEqual(['manyAdjustments'])
  })

  it('name a request from the day it has waited too long, whatever the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const submittedOn = '2027-02-20'
        const requests = [{ requestId: 3, letterNumber: '12/TTKC', submittedOn, codes: ['KCDP-2027-001'] }]
        const found = signalsOf({ projects: [], requests }, rules, addDays(submittedOn, days))
        expect(found).toHaveLength(days >= 15 ? 1 : 0)
        for (const { why, requestId } of found) {
          expect(requestId).toBe(3)
          expect(why).toContain(`chờ ${days} ngày`)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('are silent about what is over', () => {
    const over = projectStatuses.filter((status) => !watchedStatuses.includes(status))
    for (const status of over)
      expect(codes({ status, adjustments: 9, report: { month: '2027-10', done: 0 } }, '2029-01-01')).toEqual([])
  })
})
