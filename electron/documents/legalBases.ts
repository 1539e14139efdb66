// Which laws a paper may rest on: those of its topics in force on its date, cited as Decree 30/2020/NĐ-CP asks.
import { dateInWords, type PlainDate } from '../../shared/vietnamese/dates'
import { type Confidence, validOn } from './agencies'

export const legalKinds = ['code', 'decree', 'circular', 'jointCircular', 'decision', 'directive'] as const
export type LegalKind = (typeof legalKinds)[number]

export const legalTopics = [
  'contract',
  'base',
  'nationalProgramme',
  'funding',
  'productVote',
  'nationalPeriod',
  'clerical',
] as const
export type LegalTopic = (typeof legalTopics)[number]

export type LegalBasis = {
  readonly id: string
  readonly kind: LegalKind
  readonly number: string
  readonly date: PlainDate
  readonly issuer: string
  /** As it follows the issuer: "về khuyến công", "hướng dẫn lập, …"; the name itself for a code. */
  readonly title: string
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly topics: readonly LegalTopic[]
  readonly confidence: Confidence
  readonly note: string
}

const kindNames: Readonly<Record<Exclude<LegalKind, 'code'>, string>> = {
  decree: 'Nghị định',
  circular: 'Thông tư',
  jointCircular: 'Thông tư liên tịch',
  decision: 'Quyết định',
  directive: 'Chỉ thị',
}

/** Laws and codes are cited by name and date alone (Phụ lục I, part II, clause 6). */
export function cite(basis: LegalBasis): string {
  if (basis.kind === 'code') return `${basis.title} ${dateInWords(basis.date)}`
  return `${kindNames[basis.kind]} số ${basis.number} ${dateInWords(basis.date)} của ${basis.issuer} ${basis.title}`
}

/** In the order of the topics asked for, and within a topic as the catalogue lists them: base text, then what amends it. */
export function basesInForce(
  catalogue: readonly LegalBasis[],
  topics: readonly LegalTopic[],
  date: PlainDate,
): LegalBasis[] {
  const inForce = catalogue.filter((basis) => validOn(date, basis.effectiveFrom, basis.effectiveTo))
  return topics.flatMap((topic) => inForce.filter((basis) => basis.topics.includes(topic)))
}
