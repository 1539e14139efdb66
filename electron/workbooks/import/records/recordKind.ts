// One kind of record to be brought in, told in one description: how its lines are read, which record on file a line is the same
// as, what the record becomes, how its fields are shown. What is new, changed, there already or wrong follows from it alike
// for every kind.
import type { z } from 'zod'
import { wordIssue } from '../../../../shared/contract/wording'
import type { ImportKind } from '../../../../shared/contract/workbooks'
import type { PlainDate } from '../../../../shared/vietnamese/dates'
import type { SkippedRow } from '../establishments'
import type { Findings, Place } from '../findings'
import type { ResolvePlace } from '../places'
import {
  addSchemaIssues,
  decide,
  type PreviewField,
  type PreviewRow,
  type RowAction,
  type RowChoices,
} from '../previewRow'
import type { ImportRules } from '../rules'
import type { TableReader } from '../tableReader'
import type { WordRule } from '../words'
import type { RecordsOnFile } from './recordsOnFile'

export type RecordKindName = Exclude<ImportKind, 'establishments' | 'plan' | 'projects'>

export interface RecordContext {
  readonly rules: ImportRules
  readonly contents: readonly WordRule[]
  readonly contentLabels: ReadonlyMap<string, string>
  readonly resolvePlace: ResolvePlace
  readonly today: PlainDate
  /** Chosen for the file, or named by the title. */
  readonly year: number | null
}

export interface RowDraft {
  readonly key: string
  readonly sheet: string
  readonly row: number
  readonly title: string
  /** Fields the line says something about; what it leaves empty changes nothing. */
  readonly said: readonly string[]
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

export interface BesideContext {
  readonly today: PlainDate
  readonly contentLabels: ReadonlyMap<string, string>
}

export interface Judging extends BesideContext {
  readonly findings: Findings
  readonly choices: RowChoices
  readonly placeOf: (draft: RowDraft, field: string) => Place
  readonly labelOf: (field: string) => string
  readonly hasError: (key: string) => boolean
}

/** A description beside what is on file. */
export interface Beside<D extends RowDraft, R> {
  readonly onFile: readonly OnFile<R>[]
  /** What the line makes of the record it is the same as, or of nothing; null while something keeps it from being one. */
  record(draft: D, base: R | null, judging: Judging): R | null
  /** Records that share one of these are the same, unless `differ` says otherwise. */
  keys(record: R): readonly string[]
  differ(one: R, other: R): boolean
  /** What cannot be true of a record on its own, which its command would refuse; by field of the sheet. */
  contradictions?(record: R): readonly { readonly field: string; readonly message: string }[]
  /** Why both cannot be kept; null when they can. */
  whyNotBoth(one: R, other: R): string | null
  show(record: R): Readonly<Record<string, string>>
}

export interface RecordKind<D extends RowDraft, R> {
  readonly kind: RecordKindName
  readonly schema: z.ZodType<R>
  /** The field of the sheet that feeds a field of the record, where their names differ. */
  readonly fieldOf: (path: string) => string
  readonly read: (reader: TableReader, context: RecordContext) => { drafts: D[]; skipped: SkippedRow[] }
  readonly beside: (files: RecordsOnFile, context: BesideContext) => Beside<D, R>
}

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
}

interface Earlier<D, R> {
  readonly draft: D
  readonly record: R
  /** Place in the list of work, where it is written. */
  readonly work: number | null
  readonly target: RecordTarget | null
}

export function previewRecords<D extends RowDraft, R>(
  kind: RecordKind<D, R>,
  drafts: readonly D[],
  beside: Beside<D, R>,
  judging: Judging,
): { rows: PreviewRow[]; work: RecordWork[] } {
  const filed = new Map<string, OnFile<R>[]>()
  for (const one of beside.onFile) for (const key of beside.keys(one.record)) addTo(filed, key, one)
  const earlier = new Map<string, Earlier<D, R>[]>()
  const rows: PreviewRow[] = []
  const work: RecordWork[] = []
  for (const draft of drafts) {
    const alone = beside.record(draft, null, judging)
    const keys = alone === null ? [] : beside.keys(alone)
    const find = <T extends { readonly record: R }>(all: ReadonlyMap<string, readonly T[]>): T | null =>
      keys.flatMap((key) => all.get(key) ?? []).find((one) => alone !== null && !beside.differ(alone, one.record)) ??
      null
    const inFile = find(earlier)
    const onFile = inFile === null ? find(filed) : null
    const other = inFile ?? onFile
    const label = inFile !== null ? `dòng ${inFile.draft.row} “${inFile.draft.title}”` : (onFile?.label ?? null)
    const choice = judging.choices.duplicates[draft.key] ?? 'skip'
    const merged = other === null ? alone : beside.record(draft, other.record, judging)
    const fields = shownFields(draft, merged, other?.record ?? null, beside, judging)
    const changed = fields.some((field) => field.before !== null && field.before !== field.value)
    const found = other === null ? 'new' : inFile !== null || !changed ? 'duplicate' : 'changed'
    if (label !== null) saySame(draft, label, inFile !== null, judging)
    const record = choice === 'create' ? alone : merged
    if (record !== null && !judging.choices.leaveOut.has(draft.key)) {
      check(kind, draft, record, judging)
      // What stays as it is on file is not judged again.
      if (found === 'new' || choice !== 'skip') sayContradictions(draft, beside.contradictions?.(record) ?? [], judging)
    }
    if (onFile !== null && choice === 'update' && onFile.lockedBecause !== '')
      refuse(draft, 'record.locked', `${onFile.label}: ${onFile.lockedBecause}`, judging)
    const clash =
      other !== null && alone !== null && choice === 'create' ? beside.whyNotBoth(alone, other.record) : null
    if (clash !== null) refuse(draft, 'record.both', clash, judging)
    const decision = decide(draft.key, found, judging.hasError(draft.key), judging.choices)
    rows.push({
      key: draft.key,
      row: draft.row,
      ...decision,
      title: draft.title,
      fields: found === 'changed' ? fields.filter((field) => field.before !== field.value) : fields,
      duplicateOf: label,
    })
    if (record === null) continue
    const target = decision.action === 'update' ? (inFile?.target ?? onFile?.target ?? null) : null
    const own: RecordWork = {
      kind: kind.kind,
      key: draft.key,
      sheet: draft.sheet,
      row: draft.row,
      title: draft.title,
      action: target === null && decision.action === 'update' ? 'create' : decision.action,
      record,
      target,
    }
    let written: number | null = inFile?.work ?? null
    if (decision.action === 'update' && inFile?.work != null) {
      // The earlier line is written with what this one adds: one record, written once.
      const before = work[inFile.work]
      if (before !== undefined) work[inFile.work] = { ...before, record }
    } else if (decision.action !== 'none') {
      written = work.length
      work.push(own)
    }
    const kept = decision.action === 'none' && other !== null ? other.record : record
    const standing: Earlier<D, R> = { draft: inFile?.draft ?? draft, record: kept, work: written, target }
    for (const key of keys) addTo(earlier, key, standing, decision.action === 'update')
  }
  return { rows, work }
}

function addTo<T>(all: Map<string, T[]>, key: string, one: T, first = false): void {
  const known = all.get(key)
  if (known === undefined) all.set(key, [one])
  else if (first) known.unshift(one)
  else known.push(one)
}

function refuse(draft: RowDraft, code: string, message: string, { findings, placeOf }: Judging): void {
  findings.add('error', placeOf(draft, 'name'), { code, message, original: draft.title })
}

function sayContradictions(
  draft: RowDraft,
  contradictions: readonly { readonly field: string; readonly message: string }[],
  { findings, placeOf, labelOf }: Judging,
): void {
  for (const { field, message } of contradictions)
    findings.add('error', placeOf(draft, field), {
      code: 'record.contradiction',
      message: `${labelOf(field)}: ${message}`,
      original: draft.title,
    })
}

function check<D extends RowDraft, R>(kind: RecordKind<D, R>, draft: D, record: R, judging: Judging): void {
  const checked = kind.schema.safeParse(record, { error: wordIssue })
  if (checked.success) return
  const ours = (path: string) => kind.fieldOf(path)
  addSchemaIssues(
    judging.findings,
    checked.error.issues.map((issue) => ({ ...issue, path: [issue.path.join('.')] })),
    (path) => judging.placeOf(draft, ours(path)),
    (path) => judging.labelOf(ours(path)),
  )
}

function shownFields<D extends RowDraft, R>(
  draft: D,
  record: R | null,
  base: R | null,
  beside: Beside<D, R>,
  { labelOf }: Judging,
): PreviewField[] {
  if (record === null) return []
  const after = beside.show(record)
  const before = base === null ? null : beside.show(base)
  return draft.said.flatMap((field) => {
    const value = after[field]
    if (value === undefined || value === '') return []
    return [{ field, label: labelOf(field), value, before: before === null ? null : (before[field] ?? '') }]
  })
}

function saySame(draft: RowDraft, label: string, inFile: boolean, { findings, placeOf }: Judging): void {
  findings.add('warning', placeOf(draft, 'name'), {
    code: inFile ? 'duplicate.row' : 'duplicate.record',
    message: `Dòng ${draft.row} trùng với ${label}. Mặc định bỏ qua dòng này; có thể chọn cập nhật hoặc vẫn tạo mới.`,
    original: draft.title,
  })
}
