// The calls of an import: the preview, the same preview carried out, how far it is. Nothing is written unless everything can be.
import { type FieldProblem, Refusal } from '../../../shared/contract/errors'
import { marksOf } from '../../../shared/contract/importMarks'
import type { ImportInput, ImportPreview, workbooksContract } from '../../../shared/contract/workbooks'
import { type AreaHandlers, Later, type ReadAgain } from '../../database/access'
import type { ReadDetails } from './checkService'
import { rememberColumns } from './columnMemory'
import { errorFile } from './errorFile'
import type { CheckedFile, CheckPurpose, FileFacts } from './fileCheck'
import { type ImportServices, readFileFacts, readWantedRecords } from './importData'
import { type ImportStep, ImportWatch } from './importWatch'
import { judgePayments, paymentReason } from './records/judgePayments'
import { writeImport } from './write/writeImport'

type ImportHandlers = Pick<
  AreaHandlers<typeof workbooksContract>,
  'previewImport' | 'runImport' | 'importErrorFile' | 'importProgress' | 'cancelImport'
>

export function importHandlers(services: ImportServices): ImportHandlers {
  const { checks, units, payments, voteRules, proposals } = services
  const watch = new ImportWatch()

  async function check(
    facts: FileFacts,
    input: ImportInput,
    read: ReadAgain,
    { at, signal }: ImportStep,
    purpose: CheckPurpose = 'look',
  ): Promise<CheckedFile> {
    await at('reading', 0, 0)
    const order = { bytes: Buffer.from(input.base64, 'base64'), purpose, input, facts }
    const readDetails: ReadDetails = async (wanted) => {
      await at('checking', 0, 0)
      return read((reader) => readWantedRecords(reader, wanted))
    }
    const checked = await checks.check(order, readDetails, signal)
    return read((reader) => judgePayments(reader, payments, input, checked))
  }

  return {
    // Other calls go on while the file is read: the data file is needed only for what it is compared with.
    previewImport: async (reader, input) => {
      const facts = await readFileFacts(reader, services)
      return new Later((readAgain) => watch.run(async (step) => (await check(facts, input, readAgain, step)).preview))
    },
    runImport: (writer, input) =>
      watch.run(async (step) => {
        const facts = await readFileFacts(writer, services)
        const { preview, work } = await check(facts, input, (read) => read(writer), step, 'write')
        if (!preview.canImport) throw refuse(preview)
        await rememberColumns(writer, preview.sheets)
        return {
          ...(await writeImport(
            writer,
            work,
            { units, payments, proposals, voteRules, paymentReason: reasonOf(input) },
            step,
          )),
          skipped: preview.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.action === 'none').length,
          warnings: preview.problems.filter((problem) => problem.severity === 'warning'),
        }
      }),
    importErrorFile: async (reader, { marks, ...input }) => {
      const facts = await readFileFacts(reader, services)
      return new Later((readAgain) =>
        watch.run(async (step) =>
          errorFile(input, marks ?? marksOf((await check(facts, input, readAgain, step)).preview)),
        ),
      )
    },
    importProgress: async () => watch.progress(),
    cancelImport: async () => {
      watch.cancel()
      return { done: true }
    },
  }
}

const reasonOf = ({ answers }: ImportInput) => answers[paymentReason]?.trim() ?? ''

const shownPlaces = 8

/** The message counts and names the places; what is wrong with each stands beside it in the fields. */
function refuse(preview: ImportPreview): Refusal {
  const standing = preview.problems.filter((problem) => problem.severity !== 'warning')
  const open = preview.questions.filter((question) => question.answer === null)
  const fields: FieldProblem[] = [
    ...standing.map((problem) => ({ path: whereOf(problem), message: problem.message })),
    ...open.map((question) => ({ path: `answers.${question.id}`, message: question.message })),
  ]
  if (fields.length === 0) return new Refusal('import.unresolved', 'tệp không có dòng nào mới để ghi.')
  const counted = [
    ...(preview.counts.error > 0 ? [`${preview.counts.error} dòng lỗi`] : []),
    ...(open.length > 0 ? [`${open.length} câu hỏi chưa trả lời`] : []),
  ]
  const places = [...new Set(standing.map(whereOf))]
  const named = places.slice(0, shownPlaces).join(', ') + (places.length > shownPlaces ? '…' : '')
  const what =
    counted.length === 0
      ? (standing[0]?.message ?? '')
      : `còn ${counted.join(' và ')}${named === '' ? '' : ` (${named})`}.`
  return new Refusal('import.unresolved', what, fields)
}

function whereOf({ sheet, cell, row }: ImportPreview['problems'][number]): string {
  return `${sheet}!${cell ?? (row === null ? '' : `dòng ${row}`)}`
}
