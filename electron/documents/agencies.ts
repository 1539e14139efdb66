// The ministry's agency for khuyến công, whose name changed: a paper bears the name valid on its date.
import type { PlainDate } from '../../shared/vietnamese/dates'

export type Confidence = 'S' | 'S?' | 'I' | 'M' | 'M-low' | 'UNKNOWN'

export type Agency = {
  readonly name: string
  readonly abbreviation: string
  /** Title of its head, such as "Cục trưởng". */
  readonly headTitle: string
  /** Địa danh of its papers. */
  readonly place: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly note: string
}

export function validOn(date: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to)
}

export function agencyOn(agencies: readonly Agency[], date: PlainDate): Agency {
  const agency = agencies.find((candidate) => validOn(date, candidate.from, candidate.to))
  if (agency === undefined) throw new Error(`no agency of the ministry is known on ${date}`)
  return agency
}
