// Cells mended by the user in the preview: their text takes the place of what the file says, for this import only.
import { parseCellName, type RawCell, type RawRow, type RawSheet } from './rawWorkbook'

export function correctSheet(sheet: RawSheet, corrections: Readonly<Record<string, string>>): RawSheet {
  const own = new Map<number, Map<number, string>>()
  for (const [place, text] of Object.entries(corrections)) {
    const at = place.lastIndexOf('!')
    const cell = parseCellName(place.slice(at + 1))
    if (place.slice(0, at) !== sheet.name || cell === null) continue
    const row = own.get(cell.row) ?? new Map<number, string>()
    own.set(cell.row, row.set(cell.column, text))
  }
  if (own.size === 0) return sheet
  const rows = sheet.rows.map((row) => {
    const texts = own.get(row.number)
    own.delete(row.number)
    return texts === undefined ? row : { ...row, cells: correctCells(row.cells, texts) }
  })
  const added: RawRow[] = [...own].map(([number, texts]) => ({ number, hidden: false, cells: correctCells([], texts) }))
  const filled = [...rows, ...added].filter((row) => row.cells.length > 0)
  return { ...sheet, rows: filled.sort((a, b) => a.number - b.number) }
}

function correctCells(cells: readonly RawCell[], texts: ReadonlyMap<number, string>): RawCell[] {
  const kept = cells.filter((cell) => !texts.has(cell.column))
  const mended = [...texts]
    .filter(([, text]) => text.trim() !== '')
    .map(([column, text]): RawCell => ({ column, kind: 'text', text, computed: false, numberFormat: '', font: '' }))
  return [...kept, ...mended].sort((a, b) => a.column - b.column)
}
