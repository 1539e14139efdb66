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

/** What only people know, and a version is judged with. */
export interface CheckAnswers {
  /** Đề án, cơ sở at a priority place or of a priority trade. */
  readonly priority: boolean
  /** Why the priority multiplier comes on top of a ceiling that is already a multiple; empty: it does not. */
  readonly combineReason: string
  readonly normCode: string
  /** The costs the percentage is taken of, where they are not the whole budget. */
  readonly baseAmount: number | null
  /** Whether the place was one of the old rule's, before 15/10/2025; null: not answered. */
  readonly oldPlace: 'yes' | 'no' | null
}

export const noAnswers: CheckAnswers = {
  priority: false,
  combineReason: '',
  normCode: '',
  baseAmount: null,
  oldPlace: null,
}

const mostNamed = 20

/** A list that stays readable for a group of five hundred. */
export function namedList(items: readonly string[]): string {
  const shown = items.slice(0, mostNamed).join('; ')
  return items.length <= mostNamed ? shown : `${shown}; và ${items.length - mostNamed} đơn vị khác`
}
