// What stands in a column, whatever heads it: how much of it is numbers, and whether that suits a field.
import type { RawCell, RawSheet } from './rawWorkbook'
import type { FieldRule } from './rules'

const sampledRows = 300

export interface ColumnShape {
  readonly filled: number
  readonly numeric: number
  readonly countable: number
}

const numberPattern =
  /^[-–(]?\s*[\d.,\s\u00a0]*\d[\d.,\s\u00a0]*\)?\s*(?:tr|triệu|nghìn|tỷ|đ|đồng|triệu đồng|nghìn đồng)?\.?$/iu

export const longestNumber = 60

export function looksNumeric(cell: RawCell): boolean {
  if (cell.kind === 'number' || cell.kind === 'formula') return true
  return cell.kind === 'text' && cell.text.length <= longestNumber && numberPattern.test(cell.text.trim())
}

export function columnShape(sheet: RawSheet, column: number, below: number): ColumnShape {
  let filled = 0
  let numeric = 0
  let countable = 0
  for (const row of sheet.rows) {
    if (row.number <= below || filled >= sampledRows) continue
    const cell = row.cells.find((one) => one.column === column)
    if (cell === undefined || /^[-–—]+$/.test(cell.text.trim())) continue
    filled += 1
    if (looksNumeric(cell)) numeric += 1
    if (looksNumeric(cell) || /^\s*(?:khoảng |>|<|~)?\s*\d/u.test(cell.text)) countable += 1
  }
  return { filled, numeric, countable }
}

/** The same words head different things ('Đơn vị thụ hưởng' is a name or an amount): what stands below decides. */
export function fitsShape(rule: FieldRule, shape: ColumnShape, underMoney: boolean): boolean {
  switch (rule.type) {
    case 'money':
      return shape.filled === 0 ? underMoney || rule.field !== 'counterpart' : shape.numeric * 2 >= shape.filled
    case 'count':
      return shape.filled === 0 || shape.countable * 2 >= shape.filled
    case 'text':
      return shape.filled === 0 ? !underMoney : shape.numeric * 5 <= shape.filled * 3
    case 'order':
    case 'any':
    case 'date':
    case 'month':
      return true
  }
}
