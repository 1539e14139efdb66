// Whom the acceptances of a đề án cover, what they accepted together, and what of them failed and is still to be mended.
import type { PlainDate } from '../vietnamese/dates'
import type { AcceptanceConclusion, AcceptanceForm } from './executionAcceptance'
import { type AmountsBySource, addAmounts, noAmounts, totalOf } from './money'

export interface AcceptanceHead {
  readonly id: number
  readonly form: AcceptanceForm
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly followsId: number | null
  readonly date: PlainDate | null
  readonly conclusion: AcceptanceConclusion | null
  readonly concluded: boolean
  readonly mendBy: PlainDate | null
  readonly mendedOn: PlainDate | null
}

export interface Named {
  readonly establishmentId: number | null
  readonly name: string
}

/** An acceptance without a beneficiary of its own speaks for the whole đề án. */
export function isOfWhole(head: Pick<AcceptanceHead, 'establishmentId' | 'beneficiary'>): boolean {
  return head.establishmentId === null && head.beneficiary === ''
}

export interface AcceptedPart {
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly done: AmountsBySource
}

/**
 * What was accepted and passed. Minutes of the đề án as a whole sum up those of its places: the same đồng is not accepted
 * twice, and where they were written without figures the places tell them.
 */
export function acceptedAmounts(accepted: readonly AcceptedPart[]): AmountsBySource {
  const sum = (parts: readonly AcceptedPart[]) => parts.reduce((total, one) => addAmounts(total, one.done), noAmounts)
  const whole = sum(accepted.filter(isOfWhole))
  const places = sum(accepted.filter((part) => !isOfWhole(part)))
  return totalOf(whole) >= totalOf(places) ? whole : places
}

export function isFor(head: Pick<AcceptanceHead, 'establishmentId' | 'beneficiary'>, one: Named): boolean {
  return one.establishmentId === null
    ? head.establishmentId === null && head.beneficiary === one.name
    : head.establishmentId === one.establishmentId
}

/** Those no acceptance that passed has reached; empty also where there are no beneficiaries but something passed. */
export function notYetAccepted(beneficiaries: readonly Named[], heads: readonly AcceptanceHead[]): Named[] {
  const passed = heads.filter((head) => head.concluded && head.conclusion === 'pass')
  if (passed.some(isOfWhole)) return []
  return beneficiaries.filter((one) => !passed.some((head) => isFor(head, one)))
}

/** Failed, and no later acceptance of the same passed: what is still to be mended. */
export function stillFailed(heads: readonly AcceptanceHead[]): AcceptanceHead[] {
  const follows = (id: number, failed: number): boolean => {
    const head = heads.find((one) => one.id === id)
    if (head === undefined || head.followsId === null) return false
    return head.followsId === failed || follows(head.followsId, failed)
  }
  return heads.filter(
    (head) =>
      head.concluded &&
      head.conclusion === 'fail' &&
      !heads.some((later) => later.concluded && later.conclusion === 'pass' && follows(later.id, head.id)),
  )
}
