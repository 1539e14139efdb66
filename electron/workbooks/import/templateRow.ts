// The example line of our own templates: known by what it says, so that one left in the file is never taken for a record.
import { formatDate } from '../../../shared/vietnamese/dates'
import type { SkippedRow } from './establishments'
import type { RawCell } from './rawWorkbook'
import { fieldRules, type ImportRules } from './rules'
import type { FoundTable, TableRow } from './table'
import { rowKeyOf } from './tableReader'
import { wordsOf } from './words'

/** Fewer cells that agree may be an accident. */
const leastAgreeing = 3

export function withoutExample(
  table: FoundTable,
  sheet: string,
  rules: ImportRules,
): { table: FoundTable; skipped: SkippedRow[] } {
  const examples = new Map(
    fieldRules(rules, table.kind).flatMap(({ field, type, template }) =>
      template === null || type === 'order' ? [] : [[field, wordsOf(template.example)] as const],
    ),
  )
  const isExample = (row: TableRow): boolean => {
    const said = [...row.fields].filter(([field]) => examples.has(field))
    return (
      said.length >= leastAgreeing &&
      said.every(([field, [cell]]) => cell !== undefined && textOf(cell) === examples.get(field))
    )
  }
  const skipped = table.rows.filter(isExample)
  if (skipped.length === 0) return { table, skipped: [] }
  return {
    table: { ...table, rows: table.rows.filter((row) => !skipped.includes(row)) },
    skipped: skipped.map(({ number }) => ({ key: rowKeyOf(sheet, number), row: number, title: 'Dòng ví dụ của mẫu' })),
  }
}

function textOf(cell: RawCell): string {
  return wordsOf(cell.kind === 'date' ? formatDate(cell.text) : cell.text)
}
