// One kind of record to be brought in, told in one description: how its lines are read, which record on file a line is the same
// as, what the record becomes, how its fields are shown. What is new, changed, there already or wrong follows from it alike
// for every kind (recordJudge.ts).
import type { z } from 'zod'
import type { ImportInput, ImportKind } from '../../../../shared/contract/workbooks'
import type { PlainDate } from '../../../../shared/vietnamese/dates'
import type { SkippedRow } from '../establishments'
import type { Findings, Place } from '../findings'
import type { ResolvePlace } from '../places'
import type { PreviewField, RowAction, RowChoices } from '../previewRow'
import type { CheckedTotal } from '../projects/plan'
import type { ImportRules } from '../rules'
import type { TableReader } from '../tableReader'
import type { WordRule } from '../words'
import type { RecordDetails, RecordsOnFile, WantedRecords } from './recordsOnFile'

/** Đề án of a plan and đề án with their budgets are one kind: the same records, from sheets of two layouts. */
export type RecordKindName = Exclude<ImportKind, 'projects'>

export interface RecordContext {
  readonly rules: ImportRules
  readonly contents: readonly WordRule[]
  readonly contentLabels: ReadonlyMap<string, string>
  readonly resolvePlace: ResolvePlace
  readonly today: PlainDate
  readonly input: ImportInput
  /** Chosen for the file, or named by the title. */
  readonly year: number | null
}

export interface RowDraft {
  readonly key: string
  readonly sheet: string
  readonly row: number
  readonly title: string
}

/** What a table was read into. */
export interface TableReading<D> {
  readonly drafts: readonly D[]
  readonly skipped: readonly SkippedRow[]
  /** The year its lines belong to, where they all belong to one. */
  readonly year: number | null
  readonly totals?: readonly CheckedTotal[]
}

/** Where a record to be written stands now: the one to change, and its place among the lines kept with it. */
export interface RecordTarget {
  readonly id: number
  readonly rowVersion: number
  readonly rank: number
}

export interface OnFile<R> {
  readonly target: RecordTarget
  /** 'CS-0004 “HTX Yến Dương”' */
  readonly label: string
  readonly record: R
  /** Why it cannot be changed by an import; empty when it can. */
  readonly lockedBecause: string
}

/** What a line is the same as: an earlier line of the workbook, a record on file, or a line that is itself on file. */
export interface SameAs<D, R> {
  readonly line: D | null
  readonly onFile: OnFile<R> | null
  /** 'dòng 5 “HTX Yến Dương” (cùng mã số thuế)' */
  readonly label: string
  /** The same in a sentence: 'cơ sở đã có CS-0004 …' */
  readonly words: string
  /** The field that gives it away. */
  readonly field: string
}

/** A cơ sở about to be written, for lines of other kinds that name it. */
export interface NewEstablishment {
  readonly rowKey: string
  readonly nameKey: string
  readonly communeCode: string | null
}

export interface BesideContext {
  readonly today: PlainDate
  readonly contentLabels: ReadonlyMap<string, string>
  readonly details: RecordDetails
  readonly newEstablishments: readonly NewEstablishment[]
}

export interface Judging {
  readonly today: PlainDate
  readonly contentLabels: ReadonlyMap<string, string>
  readonly findings: Findings
  readonly choices: RowChoices
  readonly placeOf: (draft: RowDraft, field: string) => Place
  readonly labelOf: (field: string) => string
  readonly hasError: (key: string) => boolean
}

export interface Contradiction {
  readonly code: string
  /** Of the sheet. */
  readonly field: string
  /** The row it stands in, where that is not the line's own. */
  readonly row: number | null
  readonly message: string
}

/** A description beside what is on file. */
export interface Beside<D extends RowDraft, R> {
  /** By the line's key; null for a line that is nothing else. */
  sames(drafts: readonly D[], judging: Judging): ReadonlyMap<string, SameAs<D, R>>
  /** What the line makes of the record it is the same as, or of nothing; null while something keeps it from being one. */
  record(draft: D, base: R | null, judging: Judging): R | null
  /** What the line says, field by field, beside what was there before. */
  shown(draft: D, after: R, before: R | null, judging: Judging): PreviewField[]
  /** Why both cannot be kept; null when they can. */
  whyNotBoth(one: R, other: R): string | null
  /** What cannot be true of a record of the right shape, which its command would refuse. */
  contradictions(draft: D, record: R, judging: Judging): readonly Contradiction[]
}

export interface RecordKind<D extends RowDraft, R, M = null> {
  readonly kind: RecordKindName
  readonly schema: z.ZodType<R>
  /** The field of the sheet that feeds a field of the record, where their names differ. */
  readonly fieldOf: (path: string) => string
  readonly read: (reader: TableReader, context: RecordContext) => TableReading<D>
  /** Which lines are which records on file, where those are not on hand whole. */
  readonly match: (drafts: readonly D[], files: RecordsOnFile) => M
  /** Those of them that have to be read whole. */
  readonly wanted: (matched: M) => Partial<WantedRecords>
  readonly beside: (files: RecordsOnFile, matched: M, context: BesideContext) => Beside<D, R>
  readonly newEstablishment?: (record: R) => Omit<NewEstablishment, 'rowKey'>
}

/** For kinds of which every record is on hand whole. */
export const allOnHand = { match: () => null, wanted: () => ({}) } as const

/** A record to be written, as plain data; `record` is what the kind's schema accepts. */
export interface RecordWork {
  readonly kind: RecordKindName
  readonly key: string
  readonly sheet: string
  readonly row: number
  readonly title: string
  readonly action: RowAction
  readonly record: unknown
  readonly target: RecordTarget | null
  /** Key of the earlier line that this one says more about: both are one record, as it is here. */
  readonly joins: string | null
}
