// The user's own file back, with what stands against each row beside it.
import type { FileOut } from '../../../shared/contract/values'
import type { ImportInput, ImportMarks } from '../../../shared/contract/workbooks'
import { markFile } from '../adapter/markFile'
import { parseCellName } from './rawWorkbook'

export function errorFile({ fileName, base64 }: ImportInput, marks: ImportMarks): FileOut {
  const sheets = new Map(
    marks.map(({ sheet, column, rows }) => [
      sheet,
      {
        column: column === null ? null : (parseCellName(`${column}1`)?.column ?? null),
        texts: new Map(rows.map(({ row, text }) => [row, text])),
      },
    ]),
  )
  const { bytes, extension, mediaType } = markFile(Buffer.from(base64, 'base64'), sheets)
  const bare = fileName.replace(/\.[^.]*$/u, '').replace(/ \(có cột Lỗi\)$/u, '')
  return {
    fileName: `${bare} (có cột Lỗi).${extension}`,
    mediaType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}
