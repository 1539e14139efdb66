// The cells of a grid as the XML of a sheet. exceljs makes an object for every cell and renders each through a tree of others;
// written straight, 5,000 lines take a third of the time.

import { columnLetter } from '../import/rawWorkbook'
import type { CellStyle, Grid, GridCell } from '../page'

export interface SheetData {
  readonly rows: string
  /** Empty where nothing is merged. */
  readonly merges: string
  readonly dimension: string
}

export interface SheetDataParts {
  readonly styleId: (style: CellStyle) => number
  /** The place of a text among the strings all sheets share. */
  readonly stringIndex: (text: string) => number
  readonly stored: (cell: GridCell) => string | number | Date | null
}

interface Placed {
  readonly column: number
  readonly xml: string
}

export function sheetData(grid: Grid, parts: SheetDataParts): SheetData {
  const letters: string[] = []
  const letter = (column: number) => {
    const known = letters[column] ?? columnLetter(column)
    letters[column] = known
    return known
  }
  /** Cells that a merge from an earlier row covers: each carries the look, or its borders are missing. */
  const covered = new Map<number, Placed[]>()
  const merges: string[] = []
  const rows: string[] = []
  let widest = 1
  grid.rows.forEach(({ height, outlineLevel, cells }, index) => {
    const number = index + 1
    const placed: Placed[] = [...(covered.get(number) ?? [])]
    covered.delete(number)
    for (const cell of cells) {
      const style = ` s="${parts.styleId(cell.style)}"`
      placed.push({
        column: cell.column,
        xml: cellXml(`${letter(cell.column)}${number}`, style, cell, parts),
      })
      const lastColumn = cell.column + cell.columnSpan - 1
      const lastRow = number + cell.rowSpan - 1
      widest = Math.max(widest, lastColumn)
      if (lastColumn === cell.column && lastRow === number) continue
      merges.push(`<mergeCell ref="${letter(cell.column)}${number}:${letter(lastColumn)}${lastRow}"/>`)
      for (let row = number; row <= lastRow; row += 1)
        for (let column = cell.column; column <= lastColumn; column += 1) {
          if (row === number && column === cell.column) continue
          const empty = { column, xml: `<c r="${letter(column)}${row}"${style}/>` }
          if (row === number) placed.push(empty)
          else covered.set(row, [...(covered.get(row) ?? []), empty])
        }
    }
    placed.sort((a, b) => a.column - b.column)
    const outline = outlineLevel > 0 ? ` outlineLevel="${outlineLevel}"` : ''
    rows.push(
      `<row r="${number}" ht="${height}" customHeight="1"${outline}>${placed.map(({ xml }) => xml).join('')}</row>`,
    )
  })
  return {
    rows: rows.join(''),
    merges: merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    dimension: `A1:${letter(widest)}${Math.max(1, grid.rows.length)}`,
  }
}

function cellXml(reference: string, style: string, cell: GridCell, parts: SheetDataParts): string {
  const value = parts.stored(cell)
  if (cell.formula !== null) {
    const formula = `<f>${escapeXml(cell.formula)}</f>`
    return typeof value === 'string'
      ? `<c r="${reference}"${style} t="str">${formula}<v>${escapeXml(value)}</v></c>`
      : `<c r="${reference}"${style}>${formula}<v>${value === null ? 0 : numberOf(value)}</v></c>`
  }
  if (value === null) return `<c r="${reference}"${style}/>`
  return typeof value === 'string'
    ? `<c r="${reference}"${style} t="s"><v>${parts.stringIndex(value)}</v></c>`
    : `<c r="${reference}"${style}><v>${numberOf(value)}</v></c>`
}

/** 25569 days lie between Excel's beginning and that of computers. */
function numberOf(value: number | Date): number {
  return typeof value === 'number' ? value : value.getTime() / 86_400_000 + 25_569
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
