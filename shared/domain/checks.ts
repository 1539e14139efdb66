// Verdicts of the checks over a đề án: they warn with their reason and never block; a warning set aside keeps who and why.
import type { Confidence } from './confidence'

export const checkCodes = [
  'norm.ceiling',
  'norm.beneficiaries',
  'place',
  'legalForm',
  'supportedBefore',
  'supportedThisYear',
] as const
export type CheckCode = (typeof checkCodes)[number]

export const checkSeverities = ['ok', 'warning', 'unknown'] as const
/** `unknown`: a fact or a number is missing, and the verdict says which. */
export type CheckSeverity = (typeof checkSeverities)[number]

export interface Verdict {
  readonly code: CheckCode
  readonly severity: CheckSeverity
  readonly title: string
  readonly words: string
  readonly legalBasis: string
  readonly confidence: Confidence
}

/** What is wrong outweighs what is not known, which outweighs what is right. */
export function worst(severities: readonly CheckSeverity[]): CheckSeverity {
  if (severities.includes('warning')) return 'warning'
  return severities.includes('unknown') ? 'unknown' : 'ok'
}

const mostNamed = 20

/** A list that stays readable for a group of five hundred. */
export function namedList(items: readonly string[]): string {
  const shown = items.slice(0, mostNamed).join('; ')
  return items.length <= mostNamed ? shown : `${shown}; và ${items.length - mostNamed} đơn vị khác`
}
