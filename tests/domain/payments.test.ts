// The money of contracts against plain addition: sums, what is left, where the order of sums breaks, what comes back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AdvanceLimit,
  type PaymentFacts,
  type PaymentProject,
  paymentContradictions,
  paymentWarnings,
} from '../../shared/domain/advances'
import { amountsByShares } from '../../shared/domain/beneficiarySplit'
import { type AmountsBySource, fundingSources, noAmounts } from '../../shared/domain/money'
import {
  addStates,
  breachesOf,
  disbursementRate,
  type Movement,
  moneyState,
  paymentKinds,
  percentOf,
  repaymentState,
  voucherKey,
} from '../../shared/domain/payments'

const amount = fc.integer({ min: 0, max: 2_000_000_000 })
const amounts = fc.record({ national: amount, local: amount, counterpart: amount, other: amount })
const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-03-${String(one).padStart(2, '0')}`)
const movement = fc.record({ kind: fc.constantFrom(...paymentKinds), onDate: day, amounts })
const facts = fc.record({
  allocated: amounts,
  contracted: amounts,
  movements: fc.array(movement, { maxLength: 12 }),
  settled: amounts,
})

/** Added up the slow way, in whole numbers of any size. */
function added(movements: readonly Movement[], kind: string, source: keyof AmountsBySource): bigint {
  let sum = 0n
  for (const one of movements) if (one.kind === kind) sum += BigInt(one.amounts[source])
  return sum
}

describe('moneyState', () => {
  it('says of every source what plain addition says, on every day', () => {
    fc.assert(
      fc.property(facts, day, (all, until) => {
        const movements = all.movements.filter((one) => one.onDate <= until)
        const state = moneyState({ ...all, movements })
        for (const source of fundingSources) {
          const advanced = added(movements, 'advance', source)
          const paid = added(movements, 'payment', source)
          const back = added(movements, 'recovery', source)
          expect(BigInt(state.advanced[source])).toBe(advanced)
          expect(BigInt(state.paid[source])).toBe(paid)
          expect(BigInt(state.recovered[source])).toBe(back)
          expect(BigInt(state.left[source])).toBe(BigInt(all.contracted[source]) - advanced - paid)
          expect(BigInt(state.open[source])).toBe(advanced + paid - back - BigInt(all.settled[source]))
        }
      }),
    )
  })

  it('names every place where given ≥ contracted ≥ advanced + paid ≥ settled + recovered does not hold, and no other', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const breaches = breachesOf(moneyState(all))
        const expected = fundingSources.flatMap((source) => {
          const given = added(all.movements, 'advance', source) + added(all.movements, 'payment', source)
          const cleared = added(all.movements, 'recovery', source) + BigInt(all.settled[source])
          const contracted = BigInt(all.contracted[source])
          const pairs: [string, bigint, bigint][] = [
            ['contractedOverAllocated', contracted, BigInt(all.allocated[source])],
            ['givenOverContracted', given, contracted],
            ['clearedOverGiven', cleared, given],
          ]
          return pairs.flatMap(([rule, more, than]) =>
            more > than ? [{ rule, source, excess: Number(more - than) }] : [],
          )
        })
        expect(breaches).toEqual(expected)
      }),
    )
  })

  it('adds up to the same over đề án as over all their movements', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), (all) => {
        const sum = addStates(all.map(moneyState))
        for (const source of fundingSources) {
          const movements = all.flatMap((one) => one.movements)
          expect(BigInt(sum.advanced[source])).toBe(added(movements, 'advance', source))
          expect(sum.left[source]).toBe(all.reduce((total, one) => total + moneyState(one).left[source], 0))
        }
      }),
    )
  })
})

describe('splitting among beneficiaries', () => {
  it('gives three of 100.000.000 the đồng that is left over', () => {
    const parts = amountsByShares({ ...noAmounts, national: 100_000_000 }, [1, 1, 1])
    expect(parts.map((one) => one.national)).toEqual([33_333_334, 33_333_333, 33_333_333])
  })

  it('loses no đồng of any source, and differs from the exact share by less than one', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 20 }),
        (all, shares) => {
          const parts = amountsByShares(all, shares)
          const whole = shares.reduce((sum, share) => sum + share, 0)
          for (const source of fundingSources) {
            expect(parts.reduce((sum, part) => sum + part[source], 0)).toBe(all[source])
            parts.forEach((part, index) => {
              const exact = BigInt(all[source]) * BigInt(shares[index] ?? 0)
              const distance = BigInt(part[source]) * BigInt(whole) - exact
              expect(distance < BigInt(whole) && distance > -BigInt(whole)).toBe(true)
            })
          }
        },
      ),
    )
  })
})

describe('percentages', () => {
  it('never give more than their part, and lack less than one đồng of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (sum, points) => {
          const part = BigInt(percentOf(sum, points)) * 10_000n
          const exact = BigInt(sum) * BigInt(points)
          expect(part <= exact && exact - part < 10_000n).toBe(true)
        },
      ),
    )
    expect(percentOf(100_000_001, 7_000)).toBe(70_000_000)
  })

  it('tell how much of the budget was disbursed, half up, and nothing where there is no budget', () => {
    expect(disbursementRate(1, 3)).toBe(3_333)
    expect(disbursementRate(2, 3)).toBe(6_667)
    expect(disbursementRate(1, 20_000)).toBe(1)
    expect(disbursementRate(0, 0)).toBeNull()
    expect(disbursementRate(500_000_000, 500_000_000)).toBe(10_000)
  })
})

describe('repaymentState', () => {
  const due = fc.record({ dueOn: day, amount: fc.integer({ min: 1, max: 1_000_000 }) })

  it('fills the oldest instalment first; nothing is lost or made', () => {
    fc.assert(
      fc.property(
        fc.array(due, { maxLength: 10 }),
        fc.integer({ min: 0, max: 8_000_000 }),
        day,
        (dues, received, today) => {
          const state = repaymentState(dues, received, today)
          const scheduled = dues.reduce((sum, one) => sum + one.amount, 0)
          expect(state.dues.reduce((sum, one) => sum + one.received, 0) + state.excess).toBe(received)
          expect(state.left).toBe(Math.max(0, scheduled - received))
          expect(state.overdue).toBe(
            Math.max(0, dues.filter((one) => one.dueOn < today).reduce((sum, one) => sum + one.amount, 0) - received),
          )
          state.dues.forEach((one, index) => {
            const before = state.dues[index - 1]
            if (before !== undefined && one.received > 0) expect(before.left).toBe(0)
          })
        },
      ),
    )
  })
})

describe('voucherKey', () => {
  const voucher = {
    level: 'spent',
    kind: 'paymentOrder',
    number: 'UNC 15',
    date: '2026-04-01',
    payee: 'HTX A',
  } as const

  it('is the same however the number is typed, and another in another year, kind or level', () => {
    const key = voucherKey(voucher)
    expect(voucherKey({ ...voucher, number: 'unc-15', payee: 'HTX B', date: '2026-12-31' })).toBe(key)
    expect(voucherKey({ ...voucher, date: '2027-04-01' })).not.toBe(key)
    expect(voucherKey({ ...voucher, kind: 'cash' })).not.toBe(key)
    expect(voucherKey({ ...voucher, level: 'received' })).not.toBe(key)
    expect(voucherKey({ ...voucher, number: ' ' })).toBe('')
  })

  it('asks of an invoice whose it is: two sellers both have a number 15', () => {
    const invoice = { ...voucher, kind: 'invoice' } as const
    expect(voucherKey({ ...invoice, payee: 'HTX B' })).not.toBe(voucherKey(invoice))
    expect(voucherKey({ ...invoice, payee: 'htx a' })).toBe(voucherKey(invoice))
  })
})

const limit: AdvanceLimit = {
  percentBasisPoints: 7_000,
  condition: 'giá trị thực hiện đạt trên 70% tổng vốn đầu tư theo báo cáo tiến độ',
  doneAboveBasisPoints: 7_000,
  doneOf: 'investment',
  legalBasis: 'Điều 13 Thông tư số 36/2013/TT-BCT',
  confidence: 'S',
}
const project: PaymentProject = {
  projectId: 1,
  code: 'KCQG-2026-001',
  planYear: 2026,
  amounts: { ...noAmounts, national: 140_000_000 },
  contracted: { ...noAmounts, national: 200_000_000 },
  advanced: noAmounts,
  paid: noAmounts,
  recovered: noAmounts,
  settled: noAmounts,
  limit,
  accepted: false,
  stopped: false,
}
const payment: PaymentFacts = {
  kind: 'advance',
  contractKind: 'agency',
  contractState: 'signed',
  signedOn: '2026-03-01',
  onDate: '2026-04-01',
  voucherDate: null,
  doneBasisPoints: 7_100,
  today: '2026-12-31',
  closedBefore: null,
  projects: [project],
  uncovered: [],
  missingPapers: [],
}
const warn = (over: Partial<PaymentFacts>, own: Partial<PaymentProject> = {}) =>
  paymentWarnings({ ...payment, ...over, projects: [{ ...project, ...own }] }, () => 'KCQG').map((one) => [
    one.code,
    one.excess,
  ])

describe('an advance against the rule of its content', () => {
  it('says nothing of exactly 70 % with more than 70 % done', () => {
    expect(warn({})).toEqual([])
  })

  it('warns of one đồng more, with the rule, the number and the basis', () => {
    const [warning] = paymentWarnings(
      { ...payment, projects: [{ ...project, amounts: { ...noAmounts, national: 140_000_001 } }] },
      () => 'KCQG',
    )
    expect(warning).toMatchObject({
      code: 'overAdvanceRule',
      excess: 1,
      legalBasis: 'Điều 13 Thông tư số 36/2013/TT-BCT',
      words: expect.stringContaining('70 % của kinh phí hỗ trợ 200.000.000 đồng (140.000.000 đồng) là 1 đồng'),
    })
  })

  it('asks for strictly more than the share that must be done, and says when nobody told it', () => {
    expect(warn({ doneBasisPoints: 7_000 })).toEqual([['advanceCondition', 0]])
    expect(warn({ doneBasisPoints: null })).toEqual([['advanceCondition', 0]])
  })

  it('lets the rest be advanced once accepted, and warns before', () => {
    const rest = { amounts: { ...noAmounts, national: 60_000_000 }, advanced: { ...noAmounts, national: 140_000_000 } }
    expect(warn({}, { ...rest, accepted: true })).toEqual([])
    expect(warn({}, rest)).toEqual([['advanceBeforeAcceptance', 60_000_000]])
  })

  it('warns of more than the contract, of another year, of papers not in hand', () => {
    expect(warn({ kind: 'payment' }, { amounts: { ...noAmounts, national: 200_000_001 } })).toEqual([
      ['overContract', 1],
    ])
    expect(warn({ onDate: '2027-01-10' })).toEqual([['otherYear', 0]])
    expect(warn({ missingPapers: [{ name: 'Kế hoạch', legalBasis: '', confidence: 'S' }] })).toEqual([
      ['missingPapers', 0],
    ])
  })
})

describe('what cannot be of a payment', () => {
  const refused = (over: Partial<PaymentFacts>, own: Partial<PaymentProject> = {}) =>
    paymentContradictions({ ...payment, ...over, projects: [{ ...project, ...own }] }).map(({ path }) => path)

  it('is money before the contract, an advance on a closed one, nothing at all', () => {
    expect(refused({})).toEqual([])
    expect(refused({ contractState: 'draft', signedOn: null })).toEqual(['onDate'])
    expect(refused({ onDate: '2026-02-28' })).toEqual(['onDate'])
    expect(refused({ contractState: 'liquidated' })).toEqual(['kind'])
    expect(refused({ contractState: 'liquidated', kind: 'payment' })).toEqual([])
    expect(refused({}, { amounts: noAmounts })).toEqual(['lines'])
  })

  it('is a recovery of more than is open, to the đồng', () => {
    const open = { advanced: { ...noAmounts, national: 100 }, settled: { ...noAmounts, national: 60 } }
    expect(refused({ kind: 'recovery' }, { ...open, amounts: { ...noAmounts, national: 40 } })).toEqual([])
    expect(refused({ kind: 'recovery' }, { ...open, amounts: { ...noAmounts, national: 41 } })).toEqual([
      'lines.0.amounts.national',
    ])
  })
})
