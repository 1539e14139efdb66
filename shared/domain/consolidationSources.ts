// What a consolidation is made of: the files read, the issues somebody has to decide about them, and what each counts for.
import { formatDate } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import type { MoneyUnit } from '../vietnamese/money'
import type { AmountsBySource } from './money'
import type { DoneRule, PackageBasis, PackagePeriod } from './package'
import type { ContentGroup, Programme } from './projects'

export interface SourceLine {
  readonly programme: Programme
  readonly name: string
  readonly contentGroup: ContentGroup
  readonly planned: AmountsBySource
  /** Null where the file says nothing of what was done. */
  readonly done: AmountsBySource | null
}

/** A figure that the workbook shows otherwise than the data it carries; amounts in đồng, null where the cell is gone. */
export interface FigureDifference {
  readonly sheet: string
  readonly cell: string
  /** What the line is known by, and what the column shows. */
  readonly of: string
  readonly carried: number
  readonly visible: number | null
}

export interface SourceProvince {
  readonly code: string | null
  readonly name: string
}

/** One file, read. */
export interface ConsolidationSource {
  /** Of its bytes; equal files have equal keys. */
  readonly key: string
  readonly fileName: string
  readonly origin: 'package' | 'workbook'
  readonly officeName: string
  readonly province: SourceProvince
  readonly year: number | null
  readonly basis: PackageBasis | null
  readonly asOf: string | null
  readonly period: PackagePeriod | null
  readonly doneRule: DoneRule | null
  /** Of a package. */
  readonly number: string
  readonly checksum: string
  readonly checksumHolds: boolean
  readonly madeAt: string
  readonly replaces: { readonly number: string; readonly checksum: string } | null
  readonly recalls: readonly {
    readonly number: string
    readonly checksum: string
    readonly on: string
    readonly reason: string
  }[]
  /** A notice of recall, which carries no figures. */
  readonly noticeOnly: boolean
  /** Units of the sheets read, for saying that they were converted. */
  readonly units: readonly MoneyUnit[]
  /** What was converted or left aside while reading, in words. */
  readonly notes: readonly string[]
  /** Of a plain workbook: where its totals are not the sums of their parts; not kept by earlier versions of the program. */
  readonly checks?: readonly string[]
  /** What the reading asks and nobody answered: until then the lines are not all known. */
  readonly openQuestions: number
  readonly lines: readonly SourceLine[]
  /** The same lines with the figures of the visible cells, where these differ. */
  readonly visibleLines: readonly SourceLine[] | null
  readonly differences: readonly FigureDifference[]
}

export const issueKinds = [
  'recalled',
  'checksum',
  'differs',
  'noYear',
  'year',
  'basis',
  'rule',
  'period',
  'sameFile',
  'newer',
  'sameProvince',
] as const
export type IssueKind = (typeof issueKinds)[number]

export interface IssueChoice {
  readonly value: string
  readonly label: string
}

export interface ConsolidationIssue {
  readonly id: string
  readonly kind: IssueKind
  /** Keys of the files concerned. */
  readonly sources: readonly string[]
  readonly message: string
  readonly choices: readonly IssueChoice[]
  /** The user's, else what is proposed; null: open, and the files concerned do not count until it is answered. */
  readonly answer: string | null
  readonly answered: boolean
}

export interface CountingSettings {
  readonly year: number | null
  readonly decisions: Readonly<Record<string, string>>
  /** By file: the province as the user put it. */
  readonly provinces: Readonly<Record<string, SourceProvince>>
}

export type Use = 'counted' | 'lastYear' | 'skipped' | 'open'

export interface SourceUse {
  readonly source: ConsolidationSource
  readonly province: SourceProvince
  readonly use: Use
  /** Why it does not count, or counts otherwise than the rest; empty for the plain case. */
  readonly why: string
  /** The lines that count: the carried ones, or the visible ones where the user chose these. */
  readonly lines: readonly SourceLine[]
}

export interface Counting {
  readonly year: number | null
  readonly uses: readonly SourceUse[]
  readonly issues: readonly ConsolidationIssue[]
}

export const basisWords: Readonly<Record<PackageBasis, string>> = {
  registered: 'số đăng ký',
  assigned: 'số được giao',
  current: 'số hiện hành (sau điều chỉnh)',
  asOf: 'số có hiệu lực đến một ngày',
}

export const doneRuleWords: Readonly<Record<DoneRule, string>> = {
  disbursed: 'giải ngân',
  accepted: 'nghiệm thu',
  settled: 'quyết toán',
}

/** By the name alone: offices of provinces that have since become one still send figures apart. */
export function provinceKey({ name }: SourceProvince): string {
  return fold(bareProvinceName(name))
}

/** "Tỉnh Bắc Kạn" → "Bắc Kạn". */
export function bareProvinceName(name: string): string {
  return name.replace(/^(?:tỉnh|thành phố|t\.?p\.?)\s+/iu, '')
}

export function periodWords({ from, to }: PackagePeriod): string {
  return `từ ${formatDate(from)} đến ${formatDate(to)}`
}
