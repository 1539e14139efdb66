// What an import found and did, as lines for a terminal.
import type { CallOutput } from '../../shared/contract/index'
import type { ImportPreview } from '../../shared/contract/workbooks'
import { formatInteger } from '../../shared/vietnamese/numbers'

type ImportDone = CallOutput<'workbooks', 'runImport'>
type ImportProblem = ImportPreview['problems'][number]

const severityMarks = { error: 'Lỗi', warning: 'Cảnh báo', question: 'Cần trả lời' } as const satisfies Record<
  ImportProblem['severity'],
  string
>

export function previewWords(preview: ImportPreview): string {
  const { counts } = preview
  return [
    `Xem trước ${preview.fileName} (chưa ghi gì):`,
    ...preview.sheets.flatMap(sheetWords),
    `Mới ${counts.new} · Thay đổi ${counts.changed} · Trùng ${counts.duplicate} · Lỗi ${counts.error} · Bỏ qua ${counts.skipped}`,
    ...preview.problems.map(problemWords),
    ...preview.questions.flatMap(questionWords),
    preview.canImport ? 'Nhập được.' : 'Chưa nhập được: hãy xử lý các dòng lỗi và câu hỏi ở trên.',
  ].join('\n')
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
  return [`  ${sheet.name}: ${title}`, ...totals]
}

function problemWords(problem: ImportProblem): string {
  const place = problem.cell ?? (problem.row === null ? '' : `dòng ${problem.row}`)
  return `  [${severityMarks[problem.severity]}] ${problem.sheet} ${place}: ${problem.message}`
}

function questionWords(question: ImportPreview['questions'][number]): string[] {
  const choices = question.choices.map((choice) => `      ${choice.value}: ${choice.label}`)
  return [`  [${question.id}] ${question.message} (${question.cells.join(', ')})`, ...choices]
}
