// What the user has decided about a file being brought in, as plain data that goes with it to the program.
import type { ImportInput, ImportPreview } from '../../shared/contract/workbooks'

export type ImportChoices = Omit<ImportInput, 'fileName' | 'base64'>
export type PreviewSheet = ImportPreview['sheets'][number]
export type PreviewRow = PreviewSheet['rows'][number]
export type PreviewProblem = ImportPreview['problems'][number]
export type PreviewQuestion = ImportPreview['questions'][number]
export type RowStatus = PreviewRow['status']
export type DuplicateChoice = ImportInput['duplicates'][string]

/** A row with the sheet it stands in, as the list of every row shows it. */
export interface ListedRow {
  readonly sheet: string
  readonly row: PreviewRow
  readonly problems: readonly PreviewProblem[]
  readonly questions: readonly PreviewQuestion[]
}

export const noChoices: ImportChoices = {
  kind: null,
  year: null,
  answers: {},
  duplicates: {},
  leaveOut: [],
  corrections: {},
  columns: {},
}

/** Answers that would be lost by going away; the file itself can be chosen again. */
export function hasAnswers(choices: ImportChoices): boolean {
  return (
    choices.leaveOut.length > 0 ||
    [choices.answers, choices.duplicates, choices.corrections, choices.columns].some(
      (given) => Object.keys(given).length > 0,
    )
  )
}

export function withLeftOut(choices: ImportChoices, keys: readonly string[], out: boolean): ImportChoices {
  const rest = choices.leaveOut.filter((key) => !keys.includes(key))
  return { ...choices, leaveOut: out ? [...rest, ...keys] : rest }
}

export function cellKey(sheet: string, cellOrColumn: string): string {
  return `${sheet}!${cellOrColumn}`
}

export function listRows(preview: ImportPreview): ListedRow[] {
  const problems = byRow(preview.problems, (problem) => (problem.rowKey === null ? [] : [problem.rowKey]))
  const questions = byRow(preview.questions, (question) => question.rowKeys)
  return preview.sheets.flatMap((sheet) =>
    sheet.rows.map((row) => ({
      sheet: sheet.name,
      row,
      problems: problems.get(row.key) ?? [],
      questions: questions.get(row.key) ?? [],
    })),
  )
}

function byRow<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [one])
      else known.push(one)
    }
  return found
}

/** Why the import cannot run yet, in words; empty when it can. */
export function whatBlocks(preview: ImportPreview): string[] {
  if (preview.canImport) return []
  const unanswered = preview.questions.filter((question) => question.answer === null).length
  const coming = preview.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.action !== 'none').length
  const reasons = [
    ...(unanswered > 0 ? [`còn ${unanswered} câu chưa trả lời`] : []),
    ...(preview.counts.error > 0
      ? [`còn ${preview.counts.error} dòng lỗi (sửa ô sai ở khung bên phải, hoặc bỏ các dòng đó ra)`]
      : []),
    ...(coming === 0 && unanswered === 0 && preview.counts.error === 0 ? ['không có dòng nào để nhập'] : []),
  ]
  return reasons.length > 0 ? reasons : ['còn chỗ cần xử lý, xem các lỗi được nêu']
}
