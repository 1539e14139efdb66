// A CSV, a text with tabs, or rows pasted from Excel, as a workbook of one sheet: every cell a text, read by the rules of its column.

import { csvRecords, findSeparator, OpenQuote, type Separator, separators } from '../../../shared/vietnamese/csv'
import type { RawCell, RawRow, RawWorkbook } from '../import/rawWorkbook'
import { ReadBudget, type ReadLimits, unreadable } from './readLimits'
import type { DecodedText } from './textFile'

export const textSheetName = 'Dữ liệu'

const separatorWords: Readonly<Record<Separator, string>> = {
  ';': 'dấu chấm phẩy',
  '\t': 'dấu tab',
  ',': 'dấu phẩy',
  '|': 'dấu gạch đứng',
}

/** @throws Refusal workbook.unreadable */
export function readTextTable({ text, set }: DecodedText, limits: ReadLimits): RawWorkbook {
  const said = declaredSeparator(text)
  const table = said === null ? text : text.slice(said.length)
  const separator = said?.separator ?? findSeparator(table)
  const budget = new ReadBudget(limits)
  const rows: RawRow[] = []
  // The line that names the separator is no row: Excel does not show it.
  let number = 0
  try {
    for (const record of csvRecords(table, separator)) {
      number += 1
      const cells = record.flatMap((field, index) => cellOf(field, index + 1))
      if (cells.length === 0) continue
      budget.row(textSheetName)
      for (let index = 0; index < cells.length; index += 1) budget.cell(textSheetName)
      rows.push({ number, hidden: false, cells })
    }
  } catch (error) {
    if (error instanceof OpenQuote)
      throw unreadable(
        `tệp văn bản có dấu nháy kép (") mở ở dòng ${error.record} mà không đóng. Hãy thêm dấu nháy đóng, hoặc mở bằng Excel và “Lưu thành” .xlsx.`,
      )
    throw error
  }
  const note = `Tệp văn bản ${set === 'Latin-1' ? 'một byte (phông cũ)' : set}, các cột cách nhau bằng ${separatorWords[separator]}.`
  return { sheets: [{ name: textSheetName, hidden: false, rows, merges: [] }], notes: [note] }
}

/** "sep=;" in the first line is how a CSV tells Excel. */
function declaredSeparator(text: string): { separator: Separator; length: number } | null {
  const match = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text)
  const separator = separators.find((one) => one === match?.[1])
  return match === null || separator === undefined ? null : { separator, length: match[0].length }
}

/** Excel shows at most so much of a cell; more is a broken quote. */
const longestCell = 32_767

function cellOf(field: string, column: number): RawCell[] {
  const text = unguarded(field).slice(0, longestCell)
  if (text.trim() === '' || column > 16_384) return []
  return [{ column, kind: 'text', text: text.replace(/\r\n?/g, '\n'), computed: false, numberFormat: '', font: '' }]
}

/** Two ways programs keep a text from becoming a formula or a number in Excel: ="0012" and an apostrophe before it. */
function unguarded(field: string): string {
  const asFormula = /^="((?:[^"]|"")*)"$/.exec(field)
  if (asFormula?.[1] !== undefined) return asFormula[1].replaceAll('""', '"')
  return /^'+\s*[=+\-@\t\r]/.test(field) ? field.slice(1) : field
}
