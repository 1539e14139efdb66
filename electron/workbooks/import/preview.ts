// The second half of an import: drafts beside what is on record, what each row becomes, and what stands in the way. What is shown of
// a row and what is written come from one judgement, so that they cannot differ, and are given out row by row.
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import { nameKey } from '../../../shared/domain/identity'
import type { EstablishmentDraft } from './establishments'
import { EstablishmentJudge, type EstablishmentWork } from './establishmentWork'
import type { Place } from './findings'
import type { Packed } from './packed'
import type { PlanDraft } from './plan'
import {
  findSameProjects,
  type KnownEstablishment,
  type PlanWork,
  type ProjectOnFile,
  previewPlan,
  type SameProject,
} from './planWork'
import type { PreviewRow, PreviewSheet } from './previewRow'
import type { SheetReading, TableDrafts } from './readSheets'
import type { RecordWork, RowDraft } from './records/recordKind'
import type { RecordsOnFile } from './records/recordsOnFile'
import { fieldLabels, type ImportRules } from './rules'
import { type DraftSame, type ExistingEstablishment, findSame } from './sameAs'

/** What tells the records on file apart. */
export type ExistingRecords = RecordsOnFile

/** Which rows are which records: the records whose details have to be read. */
export interface Matches {
  readonly existing: ExistingRecords
  readonly establishments: ReadonlyMap<string, DraftSame>
  readonly projects: ReadonlyMap<string, SameProject>
}

export function matchRecords(reading: SheetReading, existing: ExistingRecords): Matches {
  return {
    existing,
    establishments: findSame(
      reading.establishments.flatMap((table) => table.drafts),
      existing.establishments,
    ),
    projects: findSameProjects(planDrafts(reading), existing.projects),
  }
}

/** The records on file that have to be read whole before the preview can be finished, by id. */
export interface WantedRecords {
  readonly establishments: readonly number[]
  readonly projects: readonly number[]
}

export function wantedRecords(matches: Matches): WantedRecords {
  return {
    establishments: [...new Set([...matches.establishments.values()].flatMap(({ record }) => record?.id ?? []))],
    projects: [
      ...new Set([...matches.projects.values()].flatMap((same) => (same.kind === 'record' ? same.of.id : []))),
    ],
  }
}

export interface RecordDetails {
  readonly establishments: ReadonlyMap<number, EstablishmentDetails>
  readonly projects: ReadonlyMap<number, ProjectOnFile>
}

export interface ImportWork {
  readonly establishments: Packed<EstablishmentWork>
  readonly projects: readonly PlanWork[]
  readonly records: readonly RecordWork[]
}

export type Judged =
  | { readonly of: 'row'; readonly entry: number; readonly row: PreviewRow }
  | { readonly of: 'establishment'; readonly work: EstablishmentWork }
  | { readonly of: 'project'; readonly work: PlanWork }
  | { readonly of: 'record'; readonly work: RecordWork }

export function* judgeRows(
  reading: SheetReading,
  matches: Matches,
  details: RecordDetails,
  input: ImportInput,
  rules: ImportRules,
): Generator<Judged> {
  const { findings } = reading
  const tables = [...reading.establishments, ...reading.plans]
  const placeOf = (draft: { sheet: string; row: number; key: string }, field: string): Place => {
    for (const { reader } of tables) {
      const place = reader.sheet === draft.sheet ? reader.placeOf(draft.row, field) : null
      if (place !== null) return place
    }
    return { sheet: draft.sheet, row: draft.row, column: null, rowKey: draft.key }
  }
  const choices = { duplicates: input.duplicates, leaveOut: new Set(input.leaveOut) }
  const shared = { findings, choices, placeOf, hasError: (key: string) => findings.hasError(key) }
  const judge = new EstablishmentJudge({
    ...shared,
    sames: matches.establishments,
    detailsOf: (id) => known(details.establishments, id),
    labelOf: fieldLabels(rules, 'establishments'),
  })
  const inWorkbook: KnownEstablishment[] = []
  for (const { entry, drafts } of reading.establishments)
    for (const draft of drafts) {
      const { row, work } = judge.judge(draft)
      yield { of: 'row', entry, row }
      if (work === null) continue
      yield { of: 'establishment', work }
      if (work.action === 'create' && reading.plans.length > 0) inWorkbook.push(knownEstablishment(work))
    }
  const projects = previewPlan(planDrafts(reading), {
    ...shared,
    sames: matches.projects,
    projectOf: (id) => known(details.projects, id),
    establishments: [...matches.existing.establishments.map(establishmentOnFile), ...inWorkbook],
    lockedYears: matches.existing.lockedYears,
    contentLabels: reading.contentLabels,
    labelOf: fieldLabels(rules, 'plan'),
  })
  yield* placedRows(reading.plans, projects.rows)
  for (const work of projects.work) yield { of: 'project', work }
  for (const kind of reading.records) {
    const { rows, work } = kind.preview(matches.existing, {
      ...shared,
      today: reading.today,
      contentLabels: reading.contentLabels,
      labelOf: fieldLabels(rules, kind.kind),
    })
    yield* placedRows(kind.tables, rows)
    for (const one of work) yield { of: 'record', work: one }
  }
}

function* placedRows(
  tables: readonly { readonly entry: number; readonly drafts: readonly { readonly key: string }[] }[],
  rows: readonly PreviewRow[],
): Generator<Judged> {
  const entries = new Map(tables.flatMap(({ entry, drafts }) => drafts.map(({ key }) => [key, entry] as const)))
  for (const row of rows) {
    const entry = entries.get(row.key)
    if (entry !== undefined) yield { of: 'row', entry, row }
  }
}

function planDrafts(reading: SheetReading): PlanDraft[] {
  return reading.plans.flatMap((table) => table.drafts)
}

function known<T>(records: ReadonlyMap<number, T>, id: number): T {
  const record = records.get(id)
  if (record === undefined) throw new Error(`record ${id} was matched but not read`)
  return record
}

function establishmentOnFile({ id, keys, communeCode }: ExistingEstablishment): KnownEstablishment {
  return { id, rowKey: null, nameKey: keys.name, communeCode }
}

function knownEstablishment({ key, details }: EstablishmentWork): KnownEstablishment {
  return {
    id: null,
    rowKey: key,
    nameKey: nameKey(details.name),
    communeCode: details.productionCommuneCode ?? details.communeCode,
  }
}

export function tablesOf(reading: SheetReading): readonly TableDrafts<RowDraft | EstablishmentDraft | PlanDraft>[] {
  return [...reading.establishments, ...reading.plans, ...reading.records.flatMap((kind) => kind.tables)]
}

/** Counts what the preview's sheets hold. */
export class RowCounts {
  readonly counts = { new: 0, changed: 0, duplicate: 0, error: 0, skipped: 0 }
  writes = 0

  add({ status, action }: PreviewRow): void {
    this.counts[status] += 1
    if (action !== 'none') this.writes += 1
  }
}

/** The preview without the rows that were judged, once all of them were. */
export function closePreview(reading: SheetReading, input: ImportInput, judged: RowCounts): ImportPreview {
  const { findings } = reading
  const drafts = new Set(tablesOf(reading).flatMap((table) => table.drafts.map(({ key }) => key)))
  const leftOut = new Set(input.leaveOut)
  // A heading or total line is only compared, never written: what is wrong with it cannot stand in the way.
  const isLeftOut = ({ rowKey }: ImportPreview['problems'][number]) => rowKey !== null && leftOut.has(rowKey)
  const problems = findings.problems
    .filter((problem) => !isLeftOut(problem))
    .map((problem) =>
      problem.severity !== 'warning' && problem.rowKey !== null && !drafts.has(problem.rowKey)
        ? { ...problem, severity: 'warning' as const }
        : problem,
    )
  const questions = findings.questions()
  const waiting = questions.some(
    (question) =>
      question.answer === null &&
      (question.rowKeys.length === 0 || question.rowKeys.some((key) => drafts.has(key) && !leftOut.has(key))),
  )
  for (const row of reading.entries.flatMap((sheet) => sheet.rows)) judged.add(row)
  return {
    fileName: input.fileName,
    notes: [...reading.notes],
    sheets: [...reading.entries],
    problems: problems.sort(bySheetAndCell(reading.entries)),
    setAside: findings.problems.filter((problem) => isLeftOut(problem) && problem.severity !== 'warning'),
    questions,
    counts: judged.counts,
    canImport: judged.writes > 0 && !waiting && !problems.some((problem) => problem.severity === 'error'),
  }
}

function bySheetAndCell(sheets: readonly PreviewSheet[]) {
  const order = new Map(sheets.map((sheet, index) => [sheet.name, index]))
  return (a: ImportPreview['problems'][number], b: ImportPreview['problems'][number]) =>
    (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? '').length - (b.column ?? '').length ||
    (a.column ?? '').localeCompare(b.column ?? '')
}
