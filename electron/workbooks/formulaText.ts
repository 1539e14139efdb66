// Formulas as a spreadsheet writes them, once it is known in which row each line begins and ends.
import { assertNever } from '../../shared/domain/assertNever'
import { type Formula, NO_RATIO } from './evaluate'
import { cellName } from './import/rawWorkbook'

export function formulaText(
  formula: Formula,
  column: number,
  line: number,
  firstRows: readonly number[],
  lastRows: readonly number[],
): string {
  const firstRow = (at: number) => firstRows[at] ?? 0
  switch (formula.kind) {
    case 'columnsOfLine':
      return acrossText(
        formula.columns.map((index) => index + 1),
        firstRow(line),
      )
    case 'lines':
      return rangeText(firstRow(formula.first), column, lastRows[formula.last] ?? 0, column)
    case 'eachLine':
      return formula.lines.map((at) => cellName(firstRow(at), column)).join('+')
    case 'ratio':
      return ratioText(
        cellName(firstRow(line), formula.part + 1),
        cellName(firstRow(formula.wholeLine), formula.whole + 1),
        formula.growth,
      )
    default:
      return assertNever(formula, 'a formula of an unknown kind')
  }
}

/** An empty cell is not a nought: what is not known is not compared. */
function ratioText(part: string, whole: string, growth: boolean): string {
  const over = growth ? `(${part}-${whole})` : part
  return `IF(OR(${part}="",${whole}="",${whole}=0),"${NO_RATIO}",ROUND(${over}/${whole}*100,2))`
}

function acrossText(columns: readonly number[], row: number): string {
  const first = columns[0] ?? 0
  const inOneStretch = columns.every((column, index) => column === first + index)
  return inOneStretch
    ? rangeText(row, first, row, first + columns.length - 1)
    : columns.map((column) => cellName(row, column)).join('+')
}

function rangeText(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string {
  return `SUM(${cellName(firstRow, firstColumn)}:${cellName(lastRow, lastColumn)})`
}
