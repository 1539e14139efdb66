// Lines of a plan → đề án drafts in the order of the sheet, and the sheet's own totals beside the sums of its lines.
import type { AmountsBySource } from '../../../../shared/domain/money'
import type { SkippedRow } from '../establishments'
import { quoted } from '../findings'
import { cellName } from '../rawWorkbook'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { wordsOf } from '../words'
import { type PlanContext, type PlanDraft, readItemWords, warnOfMissing } from './planItem'
import {
  amountsOf,
  countedAmounts,
  type DeclaredAmounts,
  inMillions,
  type MoneyField,
  moneyFields,
  readDeclared,
} from './planMoney'
import { type PlanItemLines, type PlanTotalLine, readPlanLines } from './planRows'
import { partsFinding } from './printedTotals'

export interface CheckedTotal {
  readonly label: string
  readonly cell: string
  readonly declared: number
  readonly computed: number
  readonly difference: number
}

export interface PlanReading {
  readonly drafts: readonly PlanDraft[]
  readonly skipped: readonly SkippedRow[]
  readonly totals: readonly CheckedTotal[]
}

interface Counted {
  readonly draft: PlanDraft
  readonly counted: Record<MoneyField, number>
}

export function readPlanRows(reader: TableReader, context: PlanContext): PlanReading {
  const lines = readPlanLines(reader.table.rows, context.rules)
  const counted = new Map<PlanItemLines, Counted>()
  for (const item of lines.items) counted.set(item, readItem(reader, item, context))
  const all = lines.items.flatMap((item) => counted.get(item) ?? [])
  const countedOf = (items: readonly PlanItemLines[]) => items.flatMap((item) => counted.get(item) ?? [])
  const skipped = [
    ...lines.groups.map(({ row, title }) => ({ row: row.number, title })),
    ...lines.totals.map(({ row, title }) => ({ row: row.number, title })),
    ...lines.empty.map(({ row, title }) => ({ row: row.number, title })),
  ]
  return {
    drafts: all.map(({ draft }) => draft),
    skipped: skipped
      .sort((a, b) => a.row - b.row)
      .map(({ row, title }) => ({ key: rowKeyOf(reader.sheet, row), row, title })),
    totals: [
      ...lines.groups.flatMap(({ row, title, items }) => checkLine(reader, row, title, [countedOf(items)])),
      ...lines.totals.flatMap((total) => checkLine(reader, total.row, total.title, scopesOf(total, all, countedOf))),
    ],
  }
}

/** What a total line may add up: the groups still open above it, or everything; 'Tổng …' rather everything. */
function scopesOf(
  total: PlanTotalLine,
  all: readonly Counted[],
  countedOf: (items: readonly PlanItemLines[]) => Counted[],
): (readonly Counted[])[] {
  const groups = total.openGroups.map((group) => countedOf(group.items)).filter((items) => items.length > 0)
  return /^tong\b/.test(wordsOf(total.title)) ? [all, ...groups] : [...groups, all]
}

/** The scope that agrees best is the one the line means; what still differs is said with its amount. */
function checkLine(
  reader: TableReader,
  row: TableRow,
  title: string,
  scopes: readonly (readonly Counted[])[],
): CheckedTotal[] {
  const declared = readDeclared(reader, row)
  const candidates = scopes.map((items) => compare(row, title, declared, items))
  const differing = (totals: readonly CheckedTotal[]) => totals.filter((one) => one.difference !== 0).length
  const best = candidates.reduce<CheckedTotal[] | null>(
    (found, totals) => (found === null || differing(totals) < differing(found) ? totals : found),
    null,
  )
  if (best === null) return []
  const parts = partsFinding(reader, title, declared)
  if (parts !== null)
    reader.findings.add('warning', reader.at(row, 'total').place, {
      code: 'total.parts',
      message: parts,
      original: inMillions(declared.total ?? 0),
    })
  for (const field of moneyFields) {
    const column = row.fields.get(field)?.[0]?.column
    const total = best.find((one) => column !== undefined && one.cell === cellName(row.number, column))
    if (total === undefined || total.difference === 0) continue
    const at = reader.at(row, field)
    reader.findings.add('warning', at.place, {
      code: 'total.differs',
      message: `${quoted(title)}, ${at.label}: trang tính ghi ${inMillions(total.declared)}, các dòng cộng lại được ${inMillions(total.computed)}, lệch ${inMillions(Math.abs(total.difference))}. Chương trình ghi theo từng dòng.`,
      original: inMillions(total.declared),
      suggested: inMillions(total.computed),
    })
  }
  return best
}

function compare(row: TableRow, title: string, declared: DeclaredAmounts, items: readonly Counted[]): CheckedTotal[] {
  return moneyFields.flatMap((field) => {
    const value = declared[field]
    const column = row.fields.get(field)?.[0]?.column
    if (value === undefined || column === undefined) return []
    const computed = items.reduce((sum, { counted }) => sum + counted[field], 0)
    return [
      { label: title, cell: cellName(row.number, column), declared: value, computed, difference: value - computed },
    ]
  })
}

function readItem(reader: TableReader, item: PlanItemLines, context: PlanContext): Counted {
  const { row } = item
  const declared = readDeclared(reader, row)
  const told = readItemWords(reader, item, declared, context)
  const amounts = addDetails(reader, item, declared, amountsOf(reader, row, declared, told.programme))
  const draft: PlanDraft = { ...told, amounts, lines: null, lineRows: [], intoPlan: true }
  warnOfMissing(reader, row, draft)
  return { draft, counted: countedAmounts(declared, amounts) }
}

/** Amounts of the parts of a đề án count where the đề án itself has none; otherwise they must add up to it. */
function addDetails(
  reader: TableReader,
  item: PlanItemLines,
  declared: DeclaredAmounts,
  amounts: AmountsBySource,
): AmountsBySource {
  const parts = item.details.map(({ row }) => readDeclared(reader, row))
  const sumOf = (field: MoneyField) => parts.reduce((sum, part) => sum + (part[field] ?? 0), 0)
  const sums = {
    national: sumOf('national'),
    local: sumOf('local'),
    counterpart: sumOf('counterpart'),
    other: sumOf('other'),
  }
  if (Object.values(sums).every((amount) => amount === 0)) return amounts
  if (Object.keys(declared).length === 0) return sums
  for (const field of ['national', 'local', 'counterpart', 'other'] as const) {
    if (sums[field] === 0 || sums[field] === amounts[field]) continue
    const at = reader.at(item.row, field)
    at.findings.add('warning', at.place, {
      code: 'detail.differs',
      message: `${at.label} của dòng ${item.row.number} là ${inMillions(amounts[field])}, các dòng con cộng lại được ${inMillions(sums[field])}, lệch ${inMillions(Math.abs(sums[field] - amounts[field]))}. Ghi theo dòng chính.`,
      original: inMillions(amounts[field]),
      suggested: inMillions(sums[field]),
    })
  }
  return amounts
}
