// The list of vouchers of a settlement begun from what was already paid out: one voucher a payment, less what came back.
import type { PlainDate } from '../vietnamese/dates'
import { assertNever } from './assertNever'
import type { VoucherKind as SettledVoucherKind, SettlementVoucher } from './executionSettlement'
import { type AmountsBySource, fundingSources, subtractAmounts, totalOf } from './money'
import type { PaymentKind, VoucherKind } from './payments'

export interface PaidOut {
  readonly contractId: number
  readonly kind: PaymentKind
  readonly onDate: PlainDate
  readonly amounts: AmountsBySource
  readonly voucherKind: VoucherKind
  readonly voucherNumber: string
  readonly voucherDate: PlainDate | null
  readonly content: string
  readonly payee: string
}

function settledKind(kind: VoucherKind): SettledVoucherKind {
  switch (kind) {
    case 'paymentOrder':
    case 'treasuryOrder':
    case 'cash':
      return 'payment'
    case 'receipt':
      return 'receipt'
    case 'invoice':
      return 'invoice'
    case 'other':
      return 'other'
    default:
      return assertNever(kind, 'Every kind of voucher is told in a settlement')
  }
}

/** What of these payments stayed with the other side: what came back is taken off the newest before it, contract by contract. */
function kept(movements: readonly PaidOut[]): PaidOut[] {
  const given: PaidOut[] = []
  for (const one of movements) {
    if (one.kind !== 'recovery') {
      given.push(one)
      continue
    }
    let back = one.amounts
    for (let at = given.length - 1; at >= 0; at -= 1) {
      const payment = given[at]
      if (payment === undefined || payment.contractId !== one.contractId) continue
      const taken = { ...back }
      for (const source of fundingSources) taken[source] = Math.min(back[source], payment.amounts[source])
      given[at] = { ...payment, amounts: subtractAmounts(payment.amounts, taken) }
      back = subtractAmounts(back, taken)
    }
  }
  return given.filter(({ amounts }) => totalOf(amounts) > 0)
}

/** In order of their day. A payment without a number of its voucher is not proved yet: its number is left to be typed. */
export function vouchersOfPayments(movements: readonly PaidOut[]): SettlementVoucher[] {
  return kept(movements).map((one) => ({
    number: one.voucherNumber,
    date: one.voucherDate ?? one.onDate,
    kind: settledKind(one.voucherKind),
    content: one.content,
    payee: one.payee,
    amounts: one.amounts,
    note: '',
  }))
}
