// The package an office sends upward: its plan and what was done of it as plain data, the one text its checksum is taken
// over, and how that text travels in the cells of a workbook.
import type { AmountsBySource } from './money'
import type { ContentGroup, Programme, ProjectKind } from './projects'

export const packageFormat = 'so-khuyen-cong/goi-gui-cap-tren'
/** Of the data. A reader of version n reads every version up to n; a later one is refused in words. */
export const packageVersion = 1

export const packageBases = ['registered', 'assigned', 'current', 'asOf'] as const
/** As registered, as assigned, as it is in force now, or as it stood on a day. */
export type PackageBasis = (typeof packageBases)[number]

export const doneRules = ['disbursed', 'accepted', 'settled'] as const
/** What "thực hiện" counts: money given out, value accepted, sums settled. */
export type DoneRule = (typeof doneRules)[number]

export interface PackageBeneficiary {
  readonly name: string
  /** Loại hình; null where the beneficiary is no establishment on record. */
  readonly legalForm: string | null
}

export interface PackagePlace {
  readonly text: string
  readonly communeCode: string | null
}

export interface PackageLine {
  readonly programme: Programme
  readonly code: string
  readonly name: string
  readonly kind: ProjectKind
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly implementingUnit: string
  readonly cooperatingUnits: string
  readonly beneficiaries: readonly PackageBeneficiary[]
  readonly places: readonly PackagePlace[]
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly summary: string
  readonly priority: number | null
  readonly note: string
  /** Where the đề án stands, by its code; a later program may know more of them. */
  readonly status: string
  readonly planned: AmountsBySource
  /** In the period of the package; null in a package of the plan alone. */
  readonly done: AmountsBySource | null
}

/** A line of a visible sheet: where it stands, the text it is known by, and every figure it shows, in đồng. */
export interface VisibleLine {
  readonly row: number
  readonly text: string
  /** Position in `lines`; null for groups and totals. */
  readonly line: number | null
  /** By column letters. */
  readonly figures: Readonly<Record<string, number>>
}

export interface VisibleSheet {
  readonly name: string
  readonly unit: 'dong' | 'thousand' | 'million' | 'billion'
  /** Column of the lines' text. */
  readonly textColumn: string
  /** Which source of which side a column shows; columns of sums are not named. */
  readonly columns: Readonly<Record<string, VisibleFigure>>
  readonly lines: readonly VisibleLine[]
}

export const visibleFigures = [
  'planned.national',
  'planned.local',
  'planned.counterpart',
  'planned.other',
  'done.national',
  'done.local',
  'done.counterpart',
  'done.other',
] as const
export type VisibleFigure = (typeof visibleFigures)[number]

export interface RecalledPackage {
  readonly number: string
  readonly checksum: string
  readonly on: string
  readonly reason: string
}

export interface PackageOffice {
  readonly name: string
  readonly department: string
  readonly provinceCode: string
  readonly provinceName: string
}

export interface PackagePeriod {
  readonly from: string
  readonly to: string
}

export interface PackageData {
  readonly format: typeof packageFormat
  readonly version: number
  /** `recall` carries no figures: it only says which packages no longer hold. */
  readonly kind: 'figures' | 'recall'
  readonly office: PackageOffice
  /** Of this office's packages of the year: "2022/3". */
  readonly number: string
  readonly year: number
  readonly madeAt: string
  /** Amounts are always đồng; the sheets beside may show another unit. */
  readonly unit: 'dong'
  readonly programmes: readonly Programme[]
  readonly basis: PackageBasis
  /** The day the plan is shown as of; null where the basis needs none. */
  readonly asOf: string | null
  readonly period: PackagePeriod | null
  readonly doneRule: DoneRule | null
  /** The package this one stands in place of. */
  readonly replaces: { readonly number: string; readonly checksum: string } | null
  /** Every package of this office that had been recalled by then. */
  readonly recalled: readonly RecalledPackage[]
  readonly lines: readonly PackageLine[]
  readonly sheets: readonly VisibleSheet[]
}

/** The one text equal data has: keys in order, no blanks, only ASCII. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(inOrder(value)).replace(/[^\x20-\x7e]|_(?=x[0-9A-Fa-f]{4}_)/g, escaped)
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]))
}

/** Also the underscore of "_x0041_", which workbooks read as a letter. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A cell holds 32.767 characters. */
const longestChunk = 30_000

export function chunksOf(text: string): string[] {
  const chunks: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = cutBefore(text, Math.min(text.length, at + longestChunk))
    chunks.push(text.slice(at, end))
    at = end
  }
  return chunks
}

/** A blank at the end of a cell is the first thing another program trims away: cut inside a word, if there is one near. */
function cutBefore(text: string, latest: number): number {
  for (let end = latest; end > latest - longestChunk / 10; end -= 1)
    if (end === text.length || (text[end - 1] !== ' ' && text[end] !== ' ')) return end
  return latest
}

export const carriedSheetName = 'SKC_DU_LIEU'

/** The hidden sheet, row by row: what it is, the checksum, the number of pieces, the pieces. */
export function carriedRows(text: string, checksum: string): string[][] {
  const chunks = chunksOf(text)
  return [
    [packageFormat, String(packageVersion)],
    ['sha256', checksum],
    ['manh', String(chunks.length)],
    ...chunks.map((chunk, index) => [String(index + 1), chunk]),
  ]
}

export type Carried =
  | { readonly kind: 'none' }
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'carried'; readonly text: string; readonly checksum: string }

/** Reads the rows again; what is missing is said with its place. */
export function readCarried(rows: readonly (readonly string[])[]): Carried {
  const [head, sum, count, ...pieces] = rows
  if (head?.[0] !== packageFormat) return { kind: 'none' }
  const version = head[1] ?? ''
  if (!/^[1-9]\d{0,5}$/.test(version)) return { kind: 'broken', why: 'không ghi phiên bản của gói' }
  if (Number(version) > packageVersion) return { kind: 'newer', version }
  const checksum = sum?.[1] ?? ''
  if (sum?.[0] !== 'sha256' || !/^[0-9a-f]{64}$/.test(checksum))
    return { kind: 'broken', why: 'mất hoặc hỏng mã kiểm tra' }
  const expected = Number(count?.[1])
  if (!Number.isInteger(expected) || expected < 1) return { kind: 'broken', why: 'không ghi số mảnh dữ liệu' }
  const texts: string[] = []
  for (let number = 1; number <= expected; number += 1) {
    const piece = pieces.find((row) => row[0] === String(number))?.[1]
    if (piece === undefined) return { kind: 'broken', why: `thiếu mảnh dữ liệu ${number}/${expected}` }
    texts.push(piece)
  }
  return { kind: 'carried', text: texts.join(''), checksum }
}
