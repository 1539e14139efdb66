// What only the data file can say of payments to be brought in: what contradicts the contract, and what a rule is against. Rules
// may be gone past with a reason, given once for the file and kept beside each payment.
import type { ImportInput } from '../../../../shared/contract/workbooks'
import { judgePaymentBatch } from '../../../contracts/paymentBatch'
import type { PaymentServices } from '../../../contracts/paymentFacts'
import type { Reader } from '../../../database/access'
import type { CheckedFile } from '../fileCheck'
import type { ImportProblem, ImportQuestion } from '../findings'
import { paymentRecord } from './payments'

export const paymentReason = 'reason:payments'

export async function judgePayments(
  reader: Reader,
  services: PaymentServices,
  input: ImportInput,
  checked: CheckedFile,
): Promise<CheckedFile> {
  const works = [...(checked.work.get('payments') ?? [])]
  if (works.length === 0) return checked
  const batch = works.map((work) => ({ ...paymentRecord.parse(work.record), id: work.target?.id ?? null }))
  const judged = await judgePaymentBatch(reader, services, batch)
  const reason = input.answers[paymentReason]?.trim() ?? ''
  const problems: ImportProblem[] = []
  const warned: string[] = []
  works.forEach((work, index) => {
    const of = { sheet: work.sheet, row: work.row, column: null, cell: null, rowKey: work.key }
    const said = judged[index] ?? { problems: [], warnings: [] }
    for (const { message } of said.problems)
      problems.push({ ...of, severity: 'error', code: 'payment.contradiction', message, original: '', suggested: null })
    for (const { words, legalBasis, code } of said.warnings)
      problems.push({
        ...of,
        severity: 'warning',
        code: `payment.${code}`,
        message: legalBasis === '' ? words : `${words} Căn cứ: ${legalBasis}.`,
        original: '',
        suggested: null,
      })
    if (said.warnings.length > 0) warned.push(work.key)
  })
  const question: ImportQuestion = {
    id: paymentReason,
    message: `${warned.length} dòng có cảnh báo theo quy định. Vẫn nhập thì ghi lý do (lưu cùng từng lần chi):`,
    cells: [],
    rowKeys: warned,
    choices: [],
    freeText: true,
    answer: reason === '' ? null : reason,
  }
  return withFindings(checked, problems, warned.length === 0 ? [] : [question])
}

/** The preview with more to say: rows found wrong are not written, an open question waits. */
function withFindings(
  checked: CheckedFile,
  problems: readonly ImportProblem[],
  questions: readonly ImportQuestion[],
): CheckedFile {
  const wrong = new Set(problems.flatMap(({ severity, rowKey }) => (severity === 'error' ? (rowKey ?? []) : [])))
  const sheets = checked.preview.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      wrong.has(row.key) ? { ...row, status: 'error' as const, action: 'none' as const } : row,
    ),
  }))
  const counts = { new: 0, changed: 0, duplicate: 0, error: 0, skipped: 0 }
  for (const row of sheets.flatMap((sheet) => sheet.rows)) counts[row.status] += 1
  const waiting = questions.some((question) => question.answer === null)
  return {
    work: checked.work,
    preview: {
      ...checked.preview,
      sheets,
      counts,
      problems: [...checked.preview.problems, ...problems],
      questions: [...checked.preview.questions, ...questions],
      canImport: checked.preview.canImport && !waiting && wrong.size === 0,
    },
  }
}
