// Vouchers begun from payments: for every contract and source they make what was given less what came back, to the đồng.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingSources, noAmounts } from '../../shared/domain/money'
import { type PaidOut, vouchersOfPayments } from '../../shared/domain/paidVouchers'

const base: PaidOut = {
  contractId: 1,
  kind: 'advance',
  onDate: '2026-05-10',
  amounts: noAmounts,
  voucherKind: 'treasuryOrder',
  voucherNumber: '',
  voucherDate: null,
  content: '',
  payee: '',
}

describe('vouchers of what was paid out', () => {
  it('make the given less the recovered, contract by contract, and none is empty or below zero', () => {
    const movement = fc.record({
      contractId: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom('advance' as const, 'payment' as const, 'recovery' as const),
      local: fc.nat(100),
      other: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), (all) => {
        const left = new Map<string, number>()
        // As the books let it: never more back than is there.
        const movements = all.map(({ local, other, ...one }): PaidOut => {
          const amounts = { ...noAmounts, local, other }
          for (const source of ['local', 'other'] as const) {
            const key = `${one.contractId} ${source}`
            const there = left.get(key) ?? 0
            if (one.kind === 'recovery') amounts[source] = Math.min(amounts[source], there)
            left.set(key, there + (one.kind === 'recovery' ? -amounts[source] : amounts[source]))
          }
          return { ...base, ...one, amounts, payee: String(one.contractId) }
        })
        const vouchers = vouchersOfPayments(movements)
        for (const { amounts } of vouchers) {
          for (const source of fundingSources) expect(amounts[source]).toBeGreaterThanOrEqual(0)
          expect(amounts.local + amounts.other).toBeGreaterThan(0)
        }
        for (const [key, sum] of left) {
          const [contract, source] = key.split(' ')
          const own = vouchers.filter(({ payee }) => payee === contract)
          expect(own.reduce((total, one) => total + one.amounts[source as 'local' | 'other'], 0)).toBe(sum)
        }
      }),
    )
  })

  it('take what came back off the newest payment, and keep the day of the voucher where it has one', () => {
    const paid = (onDate: string, local: number, over: Partial<PaidOut> = {}): PaidOut => ({
      ...base,
      onDate,
      amounts: { ...noAmounts, local },
      ...over,
    })
    const vouchers = vouchersOfPayments([
      paid('2026-05-10', 70, { voucherNumber: 'GRDT 1', voucherDate: '2026-05-09' }),
      paid('2026-06-10', 30, { kind: 'payment', voucherKind: 'receipt' }),
      paid('2026-07-10', 40, { kind: 'recovery' }),
    ])
    expect(vouchers).toMatchObject([{ number: 'GRDT 1', date: '2026-05-09', kind: 'payment', amounts: { local: 60 } }])
  })
})
