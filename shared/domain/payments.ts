// The money of contracts: running sums by source, what is left, where their order breaks, support that is paid back.
// At every moment, for every source: given ≥ contracted ≥ advanced + paid ≥ settled + recovered.
import type { PlainDate } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import type { ContractLevel } from './contracts'
import {
  type AmountsBySource,
  addAmounts,
  type FundingSource,
  fundingSources,
  noAmounts,
  subtractAmounts,
  sumAmounts,
} from './money'

export const paymentKinds = ['advance', 'payment', 'recovery'] as const
/** Tạm ứng, thanh toán (beyond what was advanced), thu hồi tạm ứng. */
export type PaymentKind = (typeof paymentKinds)[number]

export const voucherKinds = ['paymentOrder', 'treasuryOrder', 'cash', 'receipt', 'invoice', 'other'] as const
/** Ủy nhiệm chi, giấy rút dự toán, phiếu chi, giấy báo có hoặc phiếu thu, hóa đơn, khác. */
export type VoucherKind = (typeof voucherKinds)[number]

export interface Movement {
  readonly kind: PaymentKind
  readonly onDate: PlainDate
  readonly amounts: AmountsBySource
}

export interface MoneyFacts {
  readonly allocated: AmountsBySource
  readonly contracted: AmountsBySource
  readonly movements: readonly Movement[]
  readonly settled: AmountsBySource
}

export interface MoneyState {
  readonly allocated: AmountsBySource
  readonly contracted: AmountsBySource
  readonly advanced: AmountsBySource
  readonly paid: AmountsBySource
  readonly recovered: AmountsBySource
  readonly settled: AmountsBySource
  /** Of the contracts: what may still be advanced or paid; negative when more was given than signed. */
  readonly left: AmountsBySource
  /** Given and neither settled nor recovered yet; negative when more was settled than given: still to be paid. */
  readonly open: AmountsBySource
}

export function notNegative(amounts: AmountsBySource): AmountsBySource {
  const floor = { ...amounts }
  for (const source of fundingSources) floor[source] = Math.max(0, amounts[source])
  return floor
}

export function sumMovements(movements: readonly Movement[], kind: PaymentKind): AmountsBySource {
  return sumAmounts(movements.filter((one) => one.kind === kind).map((one) => one.amounts))
}

/** Advanced and paid together. */
export function givenBy(movements: readonly Movement[]): AmountsBySource {
  return addAmounts(sumMovements(movements, 'advance'), sumMovements(movements, 'payment'))
}

/** Given, less what came back. */
export function keptOf(movements: readonly Movement[]): AmountsBySource {
  return subtractAmounts(givenBy(movements), sumMovements(movements, 'recovery'))
}

/**
 * What of the sum settled for a đề án rests on one of its contracts: a settlement is of the đề án, so the other contracts of
 * the level carry it first, and all of them together never less than what was settled.
 */
export function settledUnder(settled: AmountsBySource, movementsElsewhere: readonly Movement[]): AmountsBySource {
  return notNegative(subtractAmounts(settled, keptOf(movementsElsewhere)))
}

/**
 * What was settled of the money that goes through these contracts: the support as it was approved; of what the beneficiary and
 * others put in only what was given here, for the rest they spent by themselves and nobody advanced or paid it.
 */
export function settledHere(settled: AmountsBySource, movements: readonly Movement[]): AmountsBySource {
  const kept = notNegative(keptOf(movements))
  return {
    ...settled,
    counterpart: Math.min(settled.counterpart, kept.counterpart),
    other: Math.min(settled.other, kept.other),
  }
}

export function moneyState({ allocated, contracted, movements, settled }: MoneyFacts): MoneyState {
  const advanced = sumMovements(movements, 'advance')
  const paid = sumMovements(movements, 'payment')
  const recovered = sumMovements(movements, 'recovery')
  const given = addAmounts(advanced, paid)
  return {
    allocated,
    contracted,
    advanced,
    paid,
    recovered,
    settled,
    left: subtractAmounts(contracted, given),
    open: subtractAmounts(given, addAmounts(settled, recovered)),
  }
}

export const breachRules = ['contractedOverAllocated', 'givenOverContracted', 'clearedOverGiven'] as const
export type BreachRule = (typeof breachRules)[number]

export interface Breach {
  readonly rule: BreachRule
  readonly source: FundingSource
  readonly excess: number
}

/** Where the order of sums does not hold; each must have a reason on record. */
export function breachesOf(state: MoneyState): Breach[] {
  return fundingSources.flatMap((source) => {
    const given = state.advanced[source] + state.paid[source]
    const all: readonly Breach[] = [
      { rule: 'contractedOverAllocated', source, excess: state.contracted[source] - state.allocated[source] },
      { rule: 'givenOverContracted', source, excess: given - state.contracted[source] },
      { rule: 'clearedOverGiven', source, excess: state.settled[source] + state.recovered[source] - given },
    ]
    return all.filter((one) => one.excess > 0)
  })
}

export function addStates(states: readonly MoneyState[]): MoneyState {
  const sum = (part: (state: MoneyState) => AmountsBySource) => sumAmounts(states.map(part))
  return {
    allocated: sum((one) => one.allocated),
    contracted: sum((one) => one.contracted),
    advanced: sum((one) => one.advanced),
    paid: sum((one) => one.paid),
    recovered: sum((one) => one.recovered),
    settled: sum((one) => one.settled),
    left: sum((one) => one.left),
    open: sum((one) => one.open),
  }
}

/**
 * Which contracts tell the money of a đề án upward: those with the agency where one is signed, else those with
 * beneficiaries and suppliers. The same đồng goes through both, so that adding them up would count it twice.
 */
export function leadingLevel(hasAgencyContract: boolean): ContractLevel {
  return hasAgencyContract ? 'received' : 'spent'
}

/** Disbursed / assigned budget of the period (domain §13.2), in hundredths of a percent, half up; null without a budget. */
export function disbursementRate(disbursed: number, assigned: number): number | null {
  if (assigned <= 0) return null
  return Number((BigInt(disbursed) * 20_000n + BigInt(assigned)) / (2n * BigInt(assigned)))
}

/** A percentage of an amount, to the whole đồng below: an advance never exceeds its percentage. */
export function percentOf(amount: number, basisPoints: number): number {
  return Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n)
}

export function percentOfAmounts(amounts: AmountsBySource, basisPoints: number): AmountsBySource {
  return {
    national: percentOf(amounts.national, basisPoints),
    local: percentOf(amounts.local, basisPoints),
    counterpart: percentOf(amounts.counterpart, basisPoints),
    other: percentOf(amounts.other, basisPoints),
  }
}

/**
 * What makes two vouchers the same one: its kind, number and year within the level; of papers a seller numbers himself,
 * also whose it is. Empty while no number is typed.
 */
export function voucherKey(voucher: {
  readonly level: ContractLevel | 'repayment'
  readonly kind: VoucherKind
  readonly number: string
  readonly date: PlainDate | null
  readonly payee: string
}): string {
  const number = fold(voucher.number).replace(/[^a-z0-9]+/g, '')
  if (number === '') return ''
  const ownSeries = voucher.kind !== 'invoice' && voucher.kind !== 'other'
  const year = voucher.date === null ? '' : voucher.date.slice(0, 4)
  return [voucher.level, voucher.kind, number, year, ownSeries ? '' : fold(voucher.payee)].join('|')
}

// ---- support that is paid back ---------------------------------------------------------------------------------------

export interface Due {
  readonly dueOn: PlainDate
  readonly amount: number
}

export interface DueState extends Due {
  readonly received: number
  readonly left: number
  readonly overdue: boolean
}

export interface RepaymentState {
  readonly dues: readonly DueState[]
  readonly scheduled: number
  readonly received: number
  readonly left: number
  readonly overdue: number
  /** Received beyond the schedule. */
  readonly excess: number
}

/** What came back goes to the oldest instalment first. */
export function repaymentState(schedule: readonly Due[], received: number, today: PlainDate): RepaymentState {
  let rest = received
  const dues = [...schedule]
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
    .map((due): DueState => {
      const got = Math.min(rest, due.amount)
      rest -= got
      const left = due.amount - got
      return { ...due, received: got, left, overdue: left > 0 && due.dueOn < today }
    })
  const scheduled = dues.reduce((sum, due) => sum + due.amount, 0)
  return {
    dues,
    scheduled,
    received,
    left: Math.max(0, scheduled - received),
    overdue: dues.reduce((sum, due) => sum + (due.overdue ? due.left : 0), 0),
    excess: rest,
  }
}

export const nothingMoved: MoneyState = moneyState({
  allocated: noAmounts,
  contracted: noAmounts,
  movements: [],
  settled: noAmounts,
})
