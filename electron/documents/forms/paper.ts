// What several forms share: the facts of a đề án as papers need them, page settings, names of sources.

import type { BeneficiarySplit } from '../../../shared/domain/beneficiarySplit'
import { type AmountsBySource, type FundingSource, fundingSources } from '../../../shared/domain/money'
import type { Participant } from '../../../shared/domain/participants'
import { type ContentGroup, type Programme, type ProjectKind, supportSource } from '../../../shared/domain/projects'
import type { PlainDate, PlainMonth } from '../../../shared/vietnamese/dates'
import { dateInWords } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, type LetterheadBlock, type Orientation, type PaperDocument } from '../blocks'
import { page } from '../style'
import { lines } from '../wording'

export type PaperBeneficiary = {
  readonly name: string
  readonly address: string | null
  readonly taxCode: string | null
  readonly representative: string | null
  /** Hundredths of a percent of the support; null while the split is not known. */
  readonly shareBasisPoints: number | null
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
  /** Everyone who carries it out or helps, with what is known of the part of each. */
  readonly participants: readonly Participant[]
  readonly beneficiaries: readonly PaperBeneficiary[]
  /** Who of the beneficiaries gets what; null while neither lines nor shares say it. */
  readonly split: BeneficiarySplit | null
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

/** How an item of a typed list begins: a hyphen, a dash or a dot, which a paper sets as one hyphen. */
const LIST_ITEM = /^[-–—•*]\s+(?=\S)/u

/** What a user typed, paragraph by paragraph and item by item; a dotted line where nothing was typed. */
export function textBlocks(text: string): Block[] {
  const typed = lines(text)
  if (typed.length === 0) return dottedLines()
  return typed.map((line): Block => {
    const item = LIST_ITEM.exec(line)
    return item === null ? { kind: 'paragraph', text: line } : { kind: 'bullets', items: [line.slice(item[0].length)] }
  })
}

/** Room to write by hand. */
export function dottedLines(): Block[] {
  const line: Block = { kind: 'paragraph', text: BLANK.repeat(5), align: 'left' }
  return [line, line]
}

export function subheading(text: string): Block {
  return { kind: 'paragraph', text: [{ text, bold: true }], align: 'left', keepWithNext: true }
}

export function letterheadOf(head: {
  readonly parentOrganisation: string | null
  readonly issuer: string
  readonly number: LetterheadBlock['number']
  readonly place: string | null
  readonly date: PlainDate | null
  readonly about?: string
}): LetterheadBlock {
  return {
    kind: 'letterhead',
    parent: head.parentOrganisation,
    issuer: head.issuer,
    number: head.number,
    place: head.place,
    date: head.date === null ? null : dayInWords(head.date),
    about: head.about ?? null,
  }
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
export function paper(
  title: string,
  bodySizePt: 13 | 14,
  blocks: readonly Block[],
  orientation: Orientation = 'portrait',
): PaperDocument {
  return { title, orientation, marginsMm: page.marginsMm, bodySizePt, blocks }
}
