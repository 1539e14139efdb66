// The second half of an import: drafts beside what is on record, what each row becomes, and what stands in the way. What is shown of
// a row and what is written come from one judgement, so that they cannot differ, and are given out row by row.
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import type { PreviewRow, PreviewSheet } from './previewRow'
import type { SheetReading } from './readSheets'
import type { NewEstablishment } from './records/recordKind'
import type { RecordDetails, RecordsOnFile, WantedRecords } from './records/recordsOnFile'
import type { JudgedRow } from './records/recordTables'
import { fieldLabels, type ImportRules } from './rules'

/** Which rows are which records: says the records whose details have to be read. */
export function matchRecords({ tables }: SheetReading, files: RecordsOnFile): WantedRecords {
  const wanted = tables.filled().map((kind) => kind.match(files))
  return {
    establishments: [...new Set(wanted.flatMap(({ establishments = [] }) => establishments))],
    projects: [...new Set(wanted.flatMap(({ projects = [] }) => projects))],
  }
}

export function* judgeRows(
  { tables, findings, today, contentLabels }: SheetReading,
  files: RecordsOnFile,
  details: RecordDetails,
  input: ImportInput,
  rules: ImportRules,
): Generator<JudgedRow> {
  const choices = { duplicates: input.duplicates, leaveOut: new Set(input.leaveOut) }
  const hasError = (key: string) => findings.hasError(key)
  const newEstablishments: NewEstablishment[] = []
  for (const kind of tables.filled()) {
    const judging = { findings, choices, hasError, today, contentLabels, labelOf: fieldLabels(rules, kind.kind) }
    for (const judged of kind.judge(files, { details, newEstablishments }, judging)) {
      if (judged.newEstablishment !== null) newEstablishments.push(judged.newEstablishment)
      yield judged
    }
  }
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
  const drafts = new Set(
    reading.tables.filled().flatMap(({ tables }) => tables.flatMap(({ drafts: own }) => own.map(({ key }) => key))),
  )
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
