// The second half of an import: drafts beside what is on record, what each row becomes, and what stands in the way. One pure function
// gives the preview and the work, so that what is shown and what is written cannot differ.
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import { nameKey } from '../../../shared/domain/identity'
import { type EstablishmentWork, previewEstablishments } from './establishmentWork'
import type { Place } from './findings'
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
import type { SheetReading } from './readSheets'
import type { RecordWork } from './records/recordKind'
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
  readonly establishments: readonly EstablishmentWork[]
  readonly projects: readonly PlanWork[]
  readonly records: readonly RecordWork[]
}

export function finishPreview(
  reading: SheetReading,
  matches: Matches,
  details: RecordDetails,
  input: ImportInput,
  rules: ImportRules,
): { preview: ImportPreview; work: ImportWork } {
  const { findings } = reading
  const tables = [...reading.establishments, ...reading.plans]
  const recordTables = reading.records.flatMap((kind) => kind.tables)
  const drafts = new Set([...tables, ...recordTables].flatMap((table) => table.drafts.map(({ key }) => key)))
  const placeOf = (draft: { sheet: string; row: number; key: string }, field: string): Place => {
    for (const { reader } of tables) {
      const row = reader.sheet === draft.sheet ? reader.row(draft.row) : undefined
      if (row !== undefined) return reader.at(row, field).place
    }
    return { sheet: draft.sheet, row: draft.row, column: null, rowKey: draft.key }
  }
  const choices = { duplicates: input.duplicates, leaveOut: new Set(input.leaveOut) }
  const shared = { findings, choices, placeOf, hasError: (key: string) => findings.hasError(key) }
  const establishments = previewEstablishments(
    reading.establishments.flatMap((table) => table.drafts),
    {
      ...shared,
      sames: matches.establishments,
      detailsOf: (id) => known(details.establishments, id),
      labelOf: fieldLabels(rules, 'establishments'),
    },
  )
  const projects = previewPlan(planDrafts(reading), {
    ...shared,
    sames: matches.projects,
    projectOf: (id) => known(details.projects, id),
    establishments: knownEstablishments(matches.existing.establishments, establishments.work),
    contentLabels: reading.contentLabels,
    labelOf: fieldLabels(rules, 'plan'),
  })
  const sheets = [...reading.entries]
  placeRows(sheets, reading.establishments, establishments.rows)
  placeRows(sheets, reading.plans, projects.rows)
  const records = reading.records.map((kind) =>
    kind.preview(matches.existing, {
      ...shared,
      today: reading.today,
      contentLabels: reading.contentLabels,
      labelOf: fieldLabels(rules, kind.kind),
    }),
  )
  placeRows(
    sheets,
    recordTables,
    records.flatMap(({ rows }) => rows),
  )
  return {
    preview: closePreview(reading, input, sheets, drafts),
    work: {
      establishments: establishments.work,
      projects: projects.work,
      records: records.flatMap(({ work }) => work),
    },
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

function knownEstablishments(
  existing: readonly ExistingEstablishment[],
  work: readonly EstablishmentWork[],
): KnownEstablishment[] {
  const onFile = existing.map(({ id, keys, communeCode }) => ({ id, rowKey: null, nameKey: keys.name, communeCode }))
  const inWorkbook = work
    .filter((one) => one.action === 'create')
    .map(({ key, details }) => ({
      id: null,
      rowKey: key,
      nameKey: nameKey(details.name),
      communeCode: details.productionCommuneCode ?? details.communeCode,
    }))
  return [...onFile, ...inWorkbook]
}

function placeRows(
  sheets: PreviewSheet[],
  tables: readonly { readonly entry: number; readonly drafts: readonly { readonly key: string }[] }[],
  rows: readonly PreviewRow[],
): void {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  for (const { entry, drafts } of tables) {
    const sheet = sheets[entry]
    if (sheet === undefined) continue
    const own = drafts.flatMap(({ key }) => byKey.get(key) ?? [])
    sheets[entry] = { ...sheet, rows: [...sheet.rows, ...own].sort((a, b) => a.row - b.row) }
  }
}

function closePreview(
  reading: SheetReading,
  input: ImportInput,
  sheets: PreviewSheet[],
  drafts: ReadonlySet<string>,
): ImportPreview {
  const { findings } = reading
  const leftOut = new Set(input.leaveOut)
  // A heading or total line is only compared, never written: what is wrong with it cannot stand in the way.
  const isLeftOut = ({ rowKey }: ImportPreview['problems'][number]) => rowKey !== null && leftOut.has(rowKey)
  const problems = findings.problems
    .filter((problem) => !isLeftOut(problem))
    .map((problem) =>
      problem.rowKey !== null && !drafts.has(problem.rowKey) ? { ...problem, severity: 'warning' as const } : problem,
    )
  const questions = findings.questions()
  const waiting = questions.some(
    (question) =>
      question.answer === null &&
      (question.rowKeys.length === 0 || question.rowKeys.some((key) => drafts.has(key) && !leftOut.has(key))),
  )
  const counts = { new: 0, changed: 0, duplicate: 0, error: 0, skipped: 0 }
  let writes = 0
  for (const row of sheets.flatMap((sheet) => sheet.rows)) {
    counts[row.status] += 1
    if (row.action !== 'none') writes += 1
  }
  return {
    fileName: input.fileName,
    notes: [...reading.notes],
    sheets,
    problems: problems.sort(bySheetAndCell(sheets)),
    setAside: findings.problems.filter((problem) => isLeftOut(problem) && problem.severity !== 'warning'),
    questions,
    counts,
    canImport: writes > 0 && !waiting && !problems.some((problem) => problem.severity === 'error'),
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
