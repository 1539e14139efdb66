// What an import found and did, as lines for a terminal.
import type { CallOutput } from '../../shared/contract/index'
import { type ImportPreview, rowStatuses } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'

type ImportDone = CallOutput<'workbooks', 'runImport'>
type ImportProblem = ImportPreview['problems'][number]

const { severities, statuses } = importLabels

export function previewWords(preview: ImportPreview): string {
  const { counts } = preview
  return [
    `Xem trước ${preview.fileName} (chưa ghi gì):`,
    ...preview.sheets.flatMap(sheetWords),
    rowStatuses.map((status) => `${statuses[status]} ${counts[status]}`).join(' · '),
    ...preview.problems.map(problemWords),
    ...preview.questions.flatMap(questionWords),
    verdict(preview),
  ].join('\n')
}

function verdict(preview: ImportPreview): string {
  if (preview.canImport) return 'Nhập được.'
  const standing =
    preview.problems.some((problem) => problem.severity === 'error') ||
    preview.questions.some((question) => question.answer === null)
  return standing
    ? 'Chưa nhập được: hãy xử lý các dòng lỗi và câu hỏi ở trên.'
    : 'Không có gì để ghi: mọi dòng đều đã có hoặc được bỏ qua.'
}

export function importWords(done: ImportDone): string {
  return [
    `Đã nhập: ${done.created} bản ghi mới, ${done.updated} cập nhật, ${done.skipped} bỏ qua, ${done.planItems} dòng kế hoạch.`,
    ...done.warnings.map(problemWords),
  ].join('\n')
}

function sheetWords(sheet: ImportPreview['sheets'][number]): string[] {
  const title = sheet.skippedBecause === '' ? `${sheet.rows.length} dòng` : `bỏ qua: ${sheet.skippedBecause}`
  const totals = sheet.totals.map((total) => {
    const verdict = total.difference === 0 ? 'khớp' : `lệch ${formatInteger(total.difference)} đồng`
    return `    ${total.cell} ${total.label}: ghi ${formatInteger(total.declared)}, cộng ${formatInteger(total.computed)} đồng, ${verdict}`
  })
  // Rows that want a decision come with the key by which --choices names them.
  const undecided = sheet.rows
    .filter((row) => row.status === 'duplicate' || row.status === 'error')
    .map((row) => `    [${row.key}] ${statuses[row.status]}${row.title === '' ? '' : `: ${row.title}`}`)
  return [`  ${sheet.name}: ${title}`, ...totals, ...undecided]
}

function problemWords(problem: ImportProblem): string {
  const place = problem.cell ?? (problem.row === null ? '' : `dòng ${problem.row}`)
  const where = place === '' ? problem.sheet : `${problem.sheet} ${place}`
  return `  [${severities[problem.severity]}] ${where}: ${problem.message}`
}

function questionWords(question: ImportPreview['questions'][number]): string[] {
  const choices = question.choices.map((choice) => `      ${choice.value}: ${choice.label}`)
  const cells = question.cells.length === 0 ? '' : ` (${question.cells.join(', ')})`
  return [`  [${question.id}] ${question.message}${cells}`, ...choices]
}
