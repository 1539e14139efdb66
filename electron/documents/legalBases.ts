// Which laws a paper may rest on: those of its topics in force on its date, cited as Decree 30/2020/NĐ-CP asks.
import { dateInWords, type PlainDate } from '../../shared/vietnamese/dates'
import { type Confidence, validOn } from './agencies'

export const legalKinds = ['code', 'decree', 'circular', 'jointCircular', 'decision', 'directive'] as const
export type LegalKind = (typeof legalKinds)[number]

export const legalTopics = [
  'contract',
  'base',
  'details',
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
  /** The document it amends, whose name completes the title. */
  readonly amends: string | null
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
function citedWith(basis: LegalBasis, title: string): string {
  if (basis.kind === 'code') return `${title} ${dateInWords(basis.date)}`
  return `${kindNames[basis.kind]} số ${basis.number} ${dateInWords(basis.date)} của ${basis.issuer} ${title}`
}

/**
 * The bases as a list of citations. A document is named in full the first time; what amends one already named refers to it
 * by kind and number.
 */
export function citations(bases: readonly LegalBasis[], catalogue: readonly LegalBasis[]): string[] {
  const named = new Set<string>()
  return bases.map((basis) => {
    named.add(basis.id)
    const amended = catalogue.find((one) => one.id === basis.amends)
    if (amended === undefined || amended.kind === 'code') return citedWith(basis, basis.title)
    const [full] = citations([amended], catalogue)
    const name = named.has(amended.id) ? `${kindNames[amended.kind]} số ${amended.number}` : full
    return citedWith(basis, `${basis.title} ${name}`)
  })
}

/** The whole catalogue, each cited in full, with what is in force on the day. */
export function citedCatalogue(catalogue: readonly LegalBasis[], date: PlainDate) {
  return catalogue.map((basis) => ({
    id: basis.id,
    number: basis.number,
    citation: citations([basis], catalogue)[0] ?? basis.title,
    inForce: validOn(date, basis.effectiveFrom, basis.effectiveTo),
    confidence: basis.confidence,
  }))
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
