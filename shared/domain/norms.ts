// Support norms: which row rules a đề án on a day, and the ceiling it gives (domain §8).
// A KCĐP đề án is judged by the province's own sets alone: local rates are lower than national ones in practice.
import type { PlainDate } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import { formatDecimal } from '../vietnamese/numbers'
import type { CheckAnswers } from './checks'
import { type Confidence, confidenceMark, weakest } from './confidence'
import type { Programme } from './projects'

export const normKinds = ['CEILING', 'RATE', 'REFERENCE', 'UNKNOWN'] as const
/** An amount (with or without a percentage), a percentage alone, another text's rule, or a number nobody has read. */
export type NormKind = (typeof normKinds)[number]

export const normBases = ['total', 'part', 'outside'] as const
/** What the percentage is taken of: the whole cost of the đề án, some of its costs, or a figure it does not hold. */
export type NormBase = (typeof normBases)[number]

export interface NormRow {
  /** Unlike any other row's, in whatever set. */
  readonly code: string
  readonly subContents: readonly string[]
  readonly name: string
  readonly maxPercentBasisPoints: number | null
  /** What the percentage is of, in words. */
  readonly base: string
  readonly baseFrom: NormBase | null
  readonly maxAmount: number | null
  /** What one `maxAmount` is for: cơ sở, mô hình, lần … */
  readonly unit: string
  readonly kind: NormKind
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly note: string
  /** Null: as its set. */
  readonly effectiveFrom: PlainDate | null
  readonly effectiveTo: PlainDate | null
  /** False for a ceiling that is itself another one × 1,5: nobody knows whether the priority multiplier comes on top. */
  readonly combinesWithPriority: boolean
}

export interface PriorityRule {
  readonly multiplierThousandths: number
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly note: string
}

export interface NormSet {
  readonly key: string
  readonly name: string
  readonly programme: Programme
  /** The old province it holds for, after a merger; null: everywhere. */
  readonly territory: string | null
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly priority: PriorityRule | null
  readonly rows: readonly NormRow[]
}

export function inForce(date: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to)
}

// ---- the row that rules ----------------------------------------------------------------------------------------------

/** Where a đề án is done, as far as old provinces go; no names: not known. */
export interface PlaceTerritory {
  readonly formerProvinces: readonly string[]
}

export interface NormQuestion {
  readonly programme: Programme
  readonly subContent: string | null
  readonly date: PlainDate
  readonly places: readonly PlaceTerritory[]
  /** The row the office chose where a content has several; empty: none. */
  readonly chosenCode: string
}

export interface FoundRow {
  readonly set: NormSet
  readonly row: NormRow
}

export type NormFound =
  | ({ readonly kind: 'row'; readonly choices: readonly FoundRow[] } & FoundRow)
  | { readonly kind: 'noSubContent' }
  | { readonly kind: 'noSet' }
  | { readonly kind: 'territory'; readonly sets: readonly NormSet[] }
  | { readonly kind: 'noRow'; readonly sets: readonly NormSet[] }
  | { readonly kind: 'choose'; readonly choices: readonly FoundRow[] }

function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

/** The sets that hold for every one of the places; null when the places do not say, or belong to different sets. */
function setsForPlaces(sets: readonly NormSet[], places: readonly PlaceTerritory[]): readonly NormSet[] | null {
  const bound = sets.filter((set) => set.territory !== null)
  if (bound.length === 0) return sets
  if (places.length === 0 || places.some((place) => place.formerProvinces.length === 0)) return null
  const territoriesOf = (place: PlaceTerritory) => [
    ...new Set(
      bound.flatMap(({ territory }) =>
        territory !== null && place.formerProvinces.some((name) => sameName(name, territory)) ? [fold(territory)] : [],
      ),
    ),
  ]
  const all = places.map(territoriesOf)
  const [first = []] = all
  if (first.length > 1 || all.some((one) => one.length !== first.length || one[0] !== first[0])) return null
  const [territory] = first
  const own = bound.filter((set) => set.territory !== null && fold(set.territory) === territory)
  return [...own, ...sets.filter((set) => set.territory === null)]
}

/** Old territory before whole province, newer before older: a supplement rules where it speaks, the rest stays in force. */
function inOrderOfForce(a: NormSet, b: NormSet): number {
  if ((a.territory === null) !== (b.territory === null)) return a.territory === null ? 1 : -1
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom ? -1 : 1
  return a.key < b.key ? -1 : 1
}

export function findNorm(sets: readonly NormSet[], question: NormQuestion): NormFound {
  const { programme, subContent, date, places, chosenCode } = question
  const candidates = sets.filter(
    (set) => set.programme === programme && inForce(date, set.effectiveFrom, set.effectiveTo),
  )
  if (candidates.length === 0) return { kind: 'noSet' }
  if (subContent === null) return { kind: 'noSubContent' }
  const applicable = setsForPlaces(candidates, places)
  if (applicable === null) return { kind: 'territory', sets: candidates }
  if (applicable.length === 0) return { kind: 'noSet' }
  const ordered = [...applicable].sort(inOrderOfForce)
  for (const set of ordered) {
    const choices = set.rows
      .filter((row) => row.subContents.includes(subContent) && inForce(date, row.effectiveFrom, row.effectiveTo))
      .map((row) => ({ set, row }))
    const [only] = choices
    if (only === undefined) continue
    const found = choices.length === 1 ? only : choices.find(({ row }) => row.code === chosenCode)
    return found === undefined ? { kind: 'choose', choices } : { kind: 'row', ...found, choices }
  }
  return { kind: 'noRow', sets: ordered }
}

// ---- the ceiling -----------------------------------------------------------------------------------------------------

export interface Ceiling {
  readonly byPercent: number | null
  readonly byAmount: number | null
  /** The smaller of the two; null when the row limits nothing that is known. */
  readonly ceiling: number | null
}

export interface CeilingFacts {
  /** What the percentage is taken of; null: not known. */
  readonly base: number | null
  /** How many units the amount is for; null: not known. */
  readonly count: number | null
  readonly multiplierThousandths: number
}

/** min(percent × base, amount × multiplier × count), to the whole đồng below. */
export function ceilingOf(
  row: Pick<NormRow, 'maxPercentBasisPoints' | 'maxAmount'>,
  { base, count, multiplierThousandths }: CeilingFacts,
): Ceiling {
  const byPercent =
    row.maxPercentBasisPoints === null || base === null
      ? null
      : Number((BigInt(base) * BigInt(row.maxPercentBasisPoints)) / 10_000n)
  const byAmount =
    row.maxAmount === null || count === null
      ? null
      : Number((BigInt(row.maxAmount) * BigInt(multiplierThousandths) * BigInt(count)) / 1000n)
  const known = [byPercent, byAmount].filter((one) => one !== null)
  return { byPercent, byAmount, ceiling: known.length === 0 ? null : Math.min(...known) }
}

export interface Multiplier {
  readonly thousandths: number
  readonly confidence: Confidence
  readonly legalBasis: string
  readonly words: string
}

export function multiplierOf({ set, row }: FoundRow, answers: CheckAnswers): Multiplier {
  const none = { thousandths: 1000, confidence: 'S', legalBasis: '' } as const
  if (!answers.priority || row.maxAmount === null) return { ...none, words: '' }
  const { priority } = set
  if (priority === null) return { ...none, words: `${set.name} không nêu hệ số ưu tiên nên mức trần giữ nguyên.` }
  const times = factor(priority.multiplierThousandths)
  if (!row.combinesWithPriority && answers.combineReason === '')
    return {
      ...none,
      words: `Mức này vốn đã là bội của mức thường; không nhân thêm hệ số ưu tiên ${times} vì chưa rõ hai hệ số có được cộng dồn. Muốn nhân phải ghi lý do.`,
    }
  const reason = row.combinesWithPriority ? '' : ` thêm trên mức đã nhân, theo lý do đã ghi: ${answers.combineReason}`
  return {
    thousandths: priority.multiplierThousandths,
    confidence: row.combinesWithPriority ? priority.confidence : weakest(priority.confidence, 'M'),
    legalBasis: priority.legalBasis,
    words: `Đã nhân hệ số ưu tiên ${times}${reason}${sentenceMark(priority.confidence)}.`,
  }
}

/** 1500 is "1,5". */
export function factor(thousandths: number): string {
  return formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)
}

function sentenceMark(confidence: Confidence): string {
  const mark = confidenceMark(confidence)
  return mark === null ? '' : ` (${mark})`
}
