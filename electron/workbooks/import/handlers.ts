// The two calls of an import: the preview, and the same preview carried out. Nothing is written unless everything can be.

import { type FieldProblem, Refusal } from '../../../shared/contract/errors'
import type { ImportInput, ImportPreview, workbooksContract } from '../../../shared/contract/workbooks'
import type { AreaHandlers, Reader } from '../../database/access'
import { readWorkbook } from '../adapter/read'
import {
  type ImportServices,
  loadImportRules,
  readExistingRecords,
  readMatchedDetails,
  readReadingContext,
} from './importData'
import { finishPreview, type ImportWork, matchRecords } from './preview'
import { readSheets } from './readSheets'
import { writeImport } from './writeImport'

type ImportHandlers = Pick<AreaHandlers<typeof workbooksContract>, 'previewImport' | 'runImport'>

export function importHandlers(services: ImportServices): ImportHandlers {
  let rules: ReturnType<typeof loadImportRules> | null = null

  async function prepare(reader: Reader, input: ImportInput): Promise<{ preview: ImportPreview; work: ImportWork }> {
    rules ??= loadImportRules(services.resourcesDir)
    const workbook = readWorkbook(Buffer.from(input.base64, 'base64'))
    const reading = readSheets(workbook, input, await readReadingContext(reader, rules, services))
    const matches = matchRecords(reading, await readExistingRecords(reader))
    return finishPreview(reading, matches, await readMatchedDetails(reader, matches), input, rules)
  }

  return {
    previewImport: async (reader, input) => (await prepare(reader, input)).preview,
    runImport: async (writer, input) => {
      const { preview, work } = await prepare(writer, input)
      if (!preview.canImport) throw refuse(preview)
      return {
        ...(await writeImport(writer, services.units, work)),
        skipped: preview.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.action === 'none').length,
        warnings: preview.problems.filter((problem) => problem.severity === 'warning'),
      }
    },
  }
}

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
