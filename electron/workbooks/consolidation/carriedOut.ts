// What another centre's plan workbook says was carried out, beside what it plans: by đề án, from the columns headed so.
import { type AmountsBySource, fundingSources, noAmounts, supportOf, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { readAmount, settleAmount } from '../import/amounts'
import type { CheckedTotal } from '../import/projects/plan'
import type { PlanDraft } from '../import/projects/planItem'
import { inMillions } from '../import/projects/planMoney'
import { partsFinding } from '../import/projects/printedTotals'
import { cellName, columnLetter, parseCellName } from '../import/rawWorkbook'
import type { TableRow } from '../import/table'
import type { TableReader } from '../import/tableReader'

export interface CarriedOut {
  /** By the key of the draft; a line whose cells are all empty was not spoken of, and counts as nothing done. */
  readonly amounts: ReadonlyMap<string, AmountsBySource>
  /** Where it was read: 'cột H “Thực hiện › KCQG” trang “2021”'. */
  readonly columns: readonly string[]
  readonly notes: readonly string[]
  /** Where a printed total is not the sum of its parts. */
  readonly checks: readonly string[]
}

const nothing: CarriedOut = { amounts: new Map(), columns: [], notes: [], checks: [] }

/** `totals`: the lines of totals, as the plan beside them was checked. */
export function readCarriedOut(
  reader: TableReader,
  drafts: readonly PlanDraft[],
  totals: readonly CheckedTotal[],
): CarriedOut {
  const columns = reader.table.columns.flatMap(({ column, header, done }) =>
    done === null ? [] : [{ column, header, field: done }],
  )
  if (columns.length === 0) return nothing
  const amounts = new Map<string, AmountsBySource>()
  const unparted: string[] = []
  const checks: string[] = []
  const sums = new Map<number, number>()
  for (const draft of drafts) {
    const row = reader.row(draft.row)
    if (row === undefined) continue
    const declared = new Map<string, number>()
    for (const { column, field } of columns) {
      const dong = dongOf(reader, row, column, field)
      if (dong === null) continue
      declared.set(field, (declared.get(field) ?? 0) + dong)
      sums.set(column, (sums.get(column) ?? 0) + dong)
    }
    const words = partsFinding(reader, draft.name, Object.fromEntries(declared))
    if (words !== null) checks.push(`${placeOf(reader.sheet, draft.row, columns)}: ${doneWord} ${words}`)
    const done = bySource(declared, draft)
    if (done === null) unparted.push(`dòng ${draft.row}`)
    else amounts.set(draft.key, done)
  }
  for (const { row, label } of wholeRows(reader, drafts, totals))
    for (const { column, header, field } of columns) {
      const printed = dongOf(reader, row, column, field)
      const sum = sums.get(column) ?? 0
      if (printed !== null && printed !== sum)
        checks.push(
          `${reader.sheet}!${cellName(row.number, column)}: “${label}”, ${header}: trang tính ghi ${inMillions(printed)}, các dòng cộng lại được ${inMillions(sum)}, lệch ${inMillions(Math.abs(printed - sum))}. Chương trình tính theo từng dòng.`,
        )
    }
  return {
    amounts,
    checks,
    columns: columns.map(({ column, header }) => `cột ${columnLetter(column)} “${header}” trang “${reader.sheet}”`),
    notes:
      unparted.length === 0
        ? []
        : [
            `Trang “${reader.sheet}” chỉ ghi tổng số thực hiện, không tách được theo nguồn nên chưa tính: ${unparted.slice(0, 10).join(', ')}${unparted.length > 10 ? '…' : ''}.`,
          ],
  }
}

/** At the total that differs; without a column for it nothing does. */
function placeOf(
  sheet: string,
  row: number,
  columns: readonly { readonly column: number; readonly field: string }[],
): string {
  const at = columns.find(({ field }) => field === 'total')?.column
  return at === undefined ? sheet : `${sheet}!${cellName(row, at)}`
}

const doneWord = 'thực hiện'

/** The lines that total all the đề án of the table, told by what they say of the plan. */
function wholeRows(
  reader: TableReader,
  drafts: readonly PlanDraft[],
  totals: readonly CheckedTotal[],
): { readonly row: TableRow; readonly label: string }[] {
  const whole = drafts.reduce((sum, { amounts }) => sum + totalOf(amounts), 0)
  const support = drafts.reduce((sum, { amounts }) => sum + supportOf(amounts), 0)
  const rows = new Map<number, string>()
  for (const { label, cell, computed } of totals) {
    const at = parseCellName(cell)
    if (at !== null && (computed === whole || computed === support)) rows.set(at.row, label)
  }
  return [...rows].flatMap(([number, label]) => {
    const row = reader.row(number)
    return row === undefined ? [] : [{ row, label }]
  })
}

function dongOf(reader: TableReader, row: TableRow, column: number, field: string): number | null {
  const cell = row.cells.get(column)
  if (cell === undefined) return null
  const context = reader.amount(row, field, cell)
  return context === null ? null : settleAmount(readAmount(cell, context), context, null)
}

/** One amount for khuyến công is of the programme; a bare total belongs to the only source the plan has. Null: nobody can tell. */
function bySource(
  declared: ReadonlyMap<string, number>,
  { amounts: planned, programme }: PlanDraft,
): AmountsBySource | null {
  const of = (field: string) => declared.get(field) ?? 0
  const done = {
    national: of('national'),
    local: of('local'),
    counterpart: of('counterpart'),
    other: of('other'),
  }
  if (done.national + done.local === 0 && of('support') > 0) {
    if (programme === null) return null
    done[supportSource(programme)] = of('support')
  }
  const left = of('total') - totalOf(done)
  if (left <= 0 || totalOf(done) > 0) return done
  const [only, ...more] = fundingSources.filter((source) => planned[source] > 0)
  return only === undefined || more.length > 0 ? null : { ...noAmounts, [only]: left }
}
