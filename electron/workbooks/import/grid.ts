// A sheet by row and column, merges filled in, and the levels of heading that stand over each column.
import type { RawCell, RawSheet } from './rawWorkbook'

/** Wider than any table of an office; the columns beyond stay unread. */
const mostColumns = 400
const mostMergedCells = 200_000

export interface Grid {
  readonly rows: { get(row: number): ReadonlyMap<number, RawCell> | undefined }
  /** Every cell of a merge, by row and column, points at its top-left cell. */
  text(row: number, column: number): string
  isMergedSideways(row: number, column: number): boolean
}

export function buildGrid(sheet: RawSheet): Grid {
  const rows = rowsWhenAsked(sheet)
  const origins = new Map<string, string>()
  const sideways = new Set<string>()
  for (const merge of sheet.merges) {
    // A merge over a whole column or thousands of rows is decoration; headings are small.
    if (merge.bottom - merge.top > 20 || merge.right - merge.left > 300 || origins.size > mostMergedCells) continue
    const text = rows.get(merge.top)?.get(merge.left)?.text ?? ''
    for (let row = merge.top; row <= merge.bottom; row++)
      for (let column = merge.left; column <= merge.right; column++) {
        origins.set(`${row}:${column}`, text)
        if (merge.right > merge.left) sideways.add(`${row}:${column}`)
      }
  }
  return {
    rows,
    text: (row, column) => origins.get(`${row}:${column}`) ?? rows.get(row)?.get(column)?.text ?? '',
    isMergedSideways: (row, column) => sideways.has(`${row}:${column}`),
  }
}

/** Only the rows around headings are asked for: the thousands below are never indexed. */
function rowsWhenAsked(sheet: RawSheet): Grid['rows'] {
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row] as const))
  const indexed = new Map<number, ReadonlyMap<number, RawCell>>()
  return {
    get: (number) => {
      const known = indexed.get(number)
      const row = byNumber.get(number)
      if (known !== undefined || row === undefined) return known
      const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
      indexed.set(number, cells)
      return cells
    },
  }
}

export interface HeaderColumn {
  readonly column: number
  readonly levels: readonly string[]
}

/** Levels of each column's heading, from the outermost; repeated levels (merged downwards) count once. */
export function composeHeader(grid: Grid, top: number, bottom: number): HeaderColumn[] {
  const columns = new Set<number>()
  for (let row = top; row <= bottom; row++) for (const column of grid.rows.get(row)?.keys() ?? []) columns.add(column)
  const ordered = [...columns].sort((a, b) => a - b).slice(0, mostColumns)
  return ordered.flatMap((column) => {
    const levels: string[] = []
    for (let row = top; row <= bottom; row++) {
      const text = cleanHeading(grid.text(row, column) || inheritedHeading(grid, row, column, bottom))
      if (text !== '' && levels.at(-1) !== text) levels.push(text)
    }
    return levels.length === 0 ? [] : [{ column, levels }]
  })
}

/** Offices often leave 'Trong đó' unmerged over its columns: an empty cell with a heading below belongs to the one on its left. */
function inheritedHeading(grid: Grid, row: number, column: number, bottom: number): string {
  const headed = (at: number) => {
    for (let below = row + 1; below <= bottom; below++) if (grid.rows.get(below)?.has(at) === true) return true
    return false
  }
  if (row === bottom || !headed(column) || grid.isMergedSideways(row, column)) return ''
  for (let left = column - 1; left > 0 && headed(left); left--) {
    const text = grid.text(row, left)
    if (text !== '') return grid.isMergedSideways(row, left) ? '' : text
  }
  return ''
}

export const longestHeading = 300

export function cleanHeading(text: string): string {
  return text.slice(0, longestHeading).replace(/\s+/gu, ' ').trim()
}
