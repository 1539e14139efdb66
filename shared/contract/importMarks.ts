// What the column “Lỗi” of a returned file says: why a row was not, or cannot be, brought in. Rows that came in say nothing.
import type { ImportMarks, ImportPreview } from './workbooks'

export const errorColumnHeading = 'Lỗi'

type Sheet = ImportPreview['sheets'][number]
type Row = Sheet['rows'][number]

/** Tables of one sheet share its column. */
export function marksOf(preview: ImportPreview): ImportMarks {
  const sheets = new Map<string, { column: string | null; texts: Map<number, string> }>()
  const problems = new Map<string, string[]>()
  /** Rows of a record that begins above them carry their own errors. */
  const said = new Map<string, Set<number>>()
  for (const { severity, rowKey, sheet, row, cell, message } of [...preview.problems, ...preview.setAside]) {
    if (severity === 'warning' || row === null) continue
    const at = `${sheet}!${row}`
    const own = problems.get(at) ?? []
    problems.set(at, [...own, cell === null ? message : `${cell}: ${message}`])
    if (rowKey !== null) said.set(rowKey, (said.get(rowKey) ?? new Set()).add(row))
  }
  for (const sheet of preview.sheets) {
    if (sheet.kind === null || sheet.headerRow === null) continue
    const own = sheets.get(sheet.name) ?? { column: null, texts: new Map<number, string>() }
    own.column ??= sheet.columns.find(({ header }) => header.trim() === errorColumnHeading)?.column ?? null
    own.texts.set(sheet.headerRow, errorColumnHeading)
    for (const row of sheet.rows) {
      const rows = [...new Set([row.row, ...(said.get(row.key) ?? [])])]
      for (const number of rows) own.texts.set(number, (problems.get(`${sheet.name}!${number}`) ?? []).join(' · '))
      if ((own.texts.get(row.row) ?? '') === '') own.texts.set(row.row, whyNot(row, rows.length > 1))
    }
    sheets.set(sheet.name, own)
  }
  return [...sheets].map(([sheet, { column, texts }]) => ({
    sheet,
    column,
    rows: [...texts].map(([row, text]) => ({ row, text })).sort((a, b) => a.row - b.row),
  }))
}

function whyNot(row: Row, errorsBelow: boolean): string {
  switch (row.status) {
    case 'changed':
    case 'duplicate':
      return row.action === 'none' && row.duplicateOf !== null ? `Trùng với ${row.duplicateOf}; không nhập.` : ''
    case 'error':
      return errorsBelow ? 'Không nhập: xem lỗi ở các dòng dưới.' : 'Không nhập.'
    case 'new':
    case 'skipped':
      return ''
  }
}
