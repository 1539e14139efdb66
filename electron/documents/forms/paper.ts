// What several forms share: the facts of a đề án as papers need them, page settings, names of sources.

import { type AmountsBySource, type FundingSource, fundingSources } from '../../../shared/domain/money'
import { type ContentGroup, type Programme, type ProjectKind, supportSource } from '../../../shared/domain/projects'
import type { PlainDate, PlainMonth } from '../../../shared/vietnamese/dates'
import { dateInWords } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, type PaperDocument } from '../blocks'
import { page } from '../style'

export type PaperBeneficiary = {
  readonly name: string
  readonly address: string | null
  readonly taxCode: string | null
  readonly representative: string | null
  /** Support in đồng; null while the split among beneficiaries is not known. */
  readonly support: number | null
}

export type PaperBudgetLine = {
  readonly content: string
  readonly unit: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
  readonly amounts: AmountsBySource
  readonly note: string
}

export type PaperProject = {
  readonly name: string
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly planYear: number
  readonly contentGroup: ContentGroup
  readonly contentName: string
  readonly implementingUnit: string | null
  readonly cooperatingUnits: string | null
  readonly beneficiaries: readonly PaperBeneficiary[]
  readonly places: readonly string[]
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  readonly summary: string
  readonly objective: string
  readonly schedule: string
  readonly outputs: readonly {
    readonly indicator: string
    readonly unit: string
    readonly quantityThousandths: number
  }[]
  readonly budget: readonly PaperBudgetLine[]
  readonly amounts: AmountsBySource
}

export type PaperSigner = {
  readonly authority: string | null
  readonly position: string
  readonly name: string | null
}

export const programmeName: Readonly<Record<Programme, string>> = {
  national: 'khuyến công quốc gia',
  local: 'khuyến công địa phương',
}

/** The name of a company between quotation marks of its own stays readable: only one pair around the whole title. */
export function quoted(name: string): string {
  return `“${name.replace(/^[“"]|[”"]$/gu, '')}”`
}

export function dayInWords(date: PlainDate | null): string {
  return date === null ? 'ngày ...... tháng ...... năm ..........' : dateInWords(date)
}

export function listed(items: readonly string[]): string {
  return items.length === 0 ? BLANK : items.join('; ')
}

/** Whoever gives the money and the counterpart always stand; other sources when there is money in them. */
export function sourcesShown({ programme, amounts }: PaperProject): FundingSource[] {
  const own = supportSource(programme)
  return fundingSources.filter((source) => source === own || source === 'counterpart' || amounts[source] > 0)
}

/** Papers of the body size given, with the margins of Decree 30/2020/NĐ-CP. */
export function paper(title: string, bodySizePt: 13 | 14, blocks: readonly Block[]): PaperDocument {
  return { title, orientation: 'portrait', marginsMm: page.marginsMm, bodySizePt, blocks }
}
