// The visible cells of a package beside the data it carries: what somebody changed in one of them is found and named by its cell.
import type { FigureDifference, SourceLine } from '../../../shared/domain/consolidationSources'
import { type FundingSource, noAmounts } from '../../../shared/domain/money'
import type { PackageData, VisibleFigure, VisibleLine, VisibleSheet } from '../../../shared/domain/package'
import { type MoneyUnit, parseMoney } from '../../../shared/vietnamese/money'
import { decimalOf } from '../../../shared/vietnamese/numbers'
import { cleanLine } from '../../../shared/vietnamese/text'
import { decimalPlaces } from '../evaluate'
import { parseCellName, type RawCell, type RawSheet, type RawWorkbook } from '../import/rawWorkbook'

export interface ComparedFigures {
  readonly differences: readonly FigureDifference[]
  /** The lines with what their cells say; null where nothing differs, or where some figure has no cell any more. */
  readonly visibleLines: readonly SourceLine[] | null
}

export function carriedLines({ lines }: PackageData): SourceLine[] {
  return lines.map(({ programme, name, contentGroup, planned, done }) => ({
    programme,
    name,
    contentGroup,
    planned,
    done,
  }))
}

export function compareFigures(data: PackageData, workbook: RawWorkbook): ComparedFigures {
  const differences: FigureDifference[] = []
  const changed = new Map<number, Map<VisibleFigure, number>>()
  for (const sheet of data.sheets) {
    const raw = workbook.sheets.find(({ name }) => name === sheet.name)
    const cells = new SheetCells(raw, sheet)
    for (const line of sheet.lines) compareLine(sheet, line, cells, differences, changed)
  }
  if (differences.length === 0) return { differences, visibleLines: null }
  const gone = differences.some(({ visible }) => visible === null)
  return {
    differences,
    visibleLines: gone ? null : carriedLines(data).map((line, at) => withFigures(line, changed.get(at))),
  }
}

function compareLine(
  sheet: VisibleSheet,
  line: VisibleLine,
  cells: SheetCells,
  differences: FigureDifference[],
  changed: Map<number, Map<VisibleFigure, number>>,
): void {
  const row = cells.rowOf(line)
  for (const [column, carried] of Object.entries(line.figures)) {
    const visible = row === null ? null : cells.dong(row, column)
    const figure = sheet.columns[column]
    if (visible === carried) continue
    // A sum that another program saved without its result says nothing else than its summands.
    if (row !== null && (figure === undefined || line.line === null) && cells.isUncomputed(row, column)) continue
    differences.push({ sheet: sheet.name, cell: `${column}${row ?? line.row}`, of: line.text, carried, visible })
    if (visible === null || figure === undefined || line.line === null) continue
    const own = changed.get(line.line) ?? new Map<VisibleFigure, number>()
    own.set(figure, visible)
    changed.set(line.line, own)
  }
}

function withFigures(line: SourceLine, figures: ReadonlyMap<VisibleFigure, number> | undefined): SourceLine {
  if (figures === undefined) return line
  let { planned, done } = line
  for (const [figure, dong] of figures) {
    const [side, source] = figure.split('.') as ['planned' | 'done', FundingSource]
    if (side === 'planned') planned = { ...planned, [source]: dong }
    else done = { ...(done ?? noAmounts), [source]: dong }
  }
  return { ...line, planned, done }
}

/** Cells of one sheet by row and column letters; a line that was moved is found again by its text. */
class SheetCells {
  readonly #rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>
  readonly #byText = new Map<string, number[]>()
  readonly #textColumn: number
  readonly #unit: MoneyUnit

  constructor(raw: RawSheet | undefined, sheet: VisibleSheet) {
    this.#rows = new Map(
      (raw?.rows ?? []).map((row) => [row.number, new Map(row.cells.map((cell) => [cell.column, cell]))] as const),
    )
    this.#unit = sheet.unit
    this.#textColumn = columnNumber(sheet.textColumn)
    for (const number of this.#rows.keys()) {
      const text = this.#text(number)
      if (text !== '') this.#byText.set(text, [...(this.#byText.get(text) ?? []), number])
    }
  }

  /** Totals carry their text at the left end, over the columns up to the first sum. */
  #text(row: number): string {
    const cells = this.#rows.get(row)
    return cleanLine(cells?.get(this.#textColumn)?.text ?? cells?.get(1)?.text ?? '')
  }

  rowOf(line: VisibleLine): number | null {
    const text = cleanLine(line.text)
    if (this.#text(line.row) === text) return line.row
    const found = this.#byText.get(text) ?? []
    if (found.length === 1) return found[0] ?? null
    // Renamed in its place, it is still the same line.
    return found.length === 0 && this.#rows.has(line.row) ? line.row : null
  }

  isUncomputed(row: number, column: string): boolean {
    return this.#rows.get(row)?.get(columnNumber(column))?.kind === 'formula'
  }

  /** Null: there is something, and it is no amount. */
  dong(row: number, column: string): number | null {
    const cell = this.#rows.get(row)?.get(columnNumber(column))
    if (cell === undefined) return 0
    if (cell.kind === 'number') return wholeDong(Number(cell.text), this.#unit)
    if (/^[-–—]$/.test(cell.text.trim())) return 0
    if (cell.kind !== 'text') return null
    const read = parseMoney(cell.text, this.#unit, { prefer: 'vietnamese', commaIs: 'decimal' })
    return read.kind === 'value' ? read.dong : null
  }
}

function columnNumber(letters: string): number {
  return parseCellName(`${letters}1`)?.column ?? 0
}

/** To the nearest đồng: a cell holds fifteen digits. */
function wholeDong(value: number, unit: MoneyUnit): number {
  const { units, scale } = decimalOf(value)
  const scaled = units * 10n ** BigInt(decimalPlaces(unit))
  const divisor = 10n ** BigInt(scale)
  const magnitude = ((scaled < 0n ? -scaled : scaled) * 2n + divisor) / (2n * divisor)
  return Number(scaled < 0n ? -magnitude : magnitude) + 0
}
