// The amounts of a line of a plan: read by source, made to agree with the line's own total where numbers can be read in two ways,
// and every disagreement said with its amount.
import { type AmountsBySource, type FundingSource, noAmounts, totalOf } from '../../../../shared/domain/money'
import { type Programme, supportSource } from '../../../../shared/domain/projects'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { type AmountContext, type AmountReading, readAmount, settleAmount } from '../amounts'
import type { TableRow } from '../table'
import type { TableReader } from '../tableReader'

export const moneyFields = ['total', 'national', 'local', 'support', 'counterpart', 'other'] as const
export type MoneyField = (typeof moneyFields)[number]

/** What the sheet says in each column, in đồng; a field without a number is not here. */
export type DeclaredAmounts = Partial<Record<MoneyField, number>>

interface OpenCell {
  readonly field: MoneyField
  readonly context: AmountContext
  readonly reading: AmountReading
}

export function readDeclared(reader: TableReader, row: TableRow): DeclaredAmounts {
  const cells: OpenCell[] = moneyFields.flatMap((field) =>
    (row.fields.get(field) ?? []).flatMap((cell) => {
      const context = reader.amount(row, field, cell)
      return context === null ? [] : [{ field, context, reading: readAmount(cell, context) }]
    }),
  )
  const proven = provenByTotal(cells)
  const declared: Partial<Record<MoneyField, number>> = {}
  cells.forEach(({ field, context, reading }, index) => {
    const dong = settleAmount(reading, context, proven?.[index] ?? null)
    if (dong !== null) declared[field] = (declared[field] ?? 0) + dong
  })
  return declared
}

/** If exactly one way of reading the doubtful cells makes the sources add up to the total, that is how they are read. */
function provenByTotal(cells: readonly OpenCell[]): (number | null)[] | null {
  const doubtful = cells.filter(({ reading }) => reading.kind === 'open').length
  if (doubtful === 0 || doubtful > 6 || !cells.some(({ field }) => field === 'total')) return null
  const options = cells.map(({ reading }) =>
    reading.kind === 'value' ? [reading.dong] : reading.kind === 'open' ? [...reading.readings] : [0],
  )
  let ways: number[][] = [[]]
  for (const option of options) ways = ways.flatMap((way) => option.map((value) => [...way, value]))
  const agreeing = ways.filter((way) => {
    const sumOf = (wanted: (field: MoneyField) => boolean) =>
      way.reduce((sum, value, index) => (wanted(cells[index]?.field ?? 'total') ? sum + value : sum), 0)
    const total = sumOf((field) => field === 'total')
    const split = sumOf((field) => field !== 'total' && field !== 'support')
    return total > 0 && (total === split || total === split + sumOf((field) => field === 'support'))
  })
  const [only] = agreeing
  if (only === undefined || agreeing.length > 1) return null
  return cells.map(({ reading }, index) => (reading.kind === 'open' ? (only[index] ?? null) : null))
}

export const inMillions = (dong: number): string => `${formatMoney(dong, 'million')} triệu đồng`

/** The amounts to keep by source, from what the line declares. Nothing is made up: what has no known source stays 'nguồn khác'. */
export function amountsOf(
  reader: TableReader,
  row: TableRow,
  declared: DeclaredAmounts,
  programme: Programme | null,
): AmountsBySource {
  const amounts: Record<FundingSource, number> = {
    ...noAmounts,
    national: declared.national ?? 0,
    local: declared.local ?? 0,
    counterpart: declared.counterpart ?? 0,
    other: declared.other ?? 0,
  }
  placeSupport(reader, row, declared, programme, amounts)
  placeRemainder(reader, row, declared, programme, amounts)
  compareWithTotal(reader, row, declared, amounts)
  return amounts
}

/** One column 'Kinh phí khuyến công hỗ trợ' belongs to the programme of the line. */
function placeSupport(
  reader: TableReader,
  row: TableRow,
  declared: DeclaredAmounts,
  programme: Programme | null,
  amounts: Record<FundingSource, number>,
): void {
  if (declared.support === undefined) return
  const bySource = amounts.national + amounts.local
  if (bySource === 0) {
    if (programme !== null) amounts[supportSource(programme)] = declared.support
    return
  }
  if (bySource === declared.support) return
  const at = reader.at(row, 'support')
  reader.findings.add('warning', at.place, {
    code: 'support.differs',
    message: `${at.label}: ô này ghi ${inMillions(declared.support)}, còn KCQG cộng KCĐP của dòng là ${inMillions(bySource)}. Ghi theo từng nguồn.`,
    original: inMillions(declared.support),
    suggested: inMillions(bySource),
  })
}

function placeRemainder(
  reader: TableReader,
  row: TableRow,
  declared: DeclaredAmounts,
  programme: Programme | null,
  amounts: Record<FundingSource, number>,
): void {
  if (declared.total === undefined) return
  const remainder = declared.total - totalOf(amounts)
  if (remainder <= 0) return
  const hasSupportColumn = ['national', 'local', 'support'].some((field) => reader.has(field))
  const hasOtherColumn = ['counterpart', 'other'].some((field) => reader.has(field))
  const at = reader.at(row, 'total')
  if (!hasSupportColumn && programme !== null) {
    amounts[supportSource(programme)] += remainder
    if (hasOtherColumn || totalOf(amounts) !== remainder)
      reader.findings.add('warning', at.place, {
        code: 'total.asSupport',
        message: `Bảng không có cột kinh phí khuyến công; phần ${inMillions(remainder)} (tổng trừ các nguồn đã ghi) được coi là kinh phí khuyến công hỗ trợ.`,
        original: inMillions(declared.total),
      })
    return
  }
  if (hasOtherColumn && totalOf(amounts) > 0) return
  const answer = reader.findings.ask({
    id: `remainder:${reader.sheet}`,
    message: `Trang “${reader.sheet}” có dòng mà tổng kinh phí lớn hơn các nguồn đã ghi. Phần còn lại ghi vào nguồn nào?`,
    place: at.place,
    choices: [
      { value: 'other', label: 'Nguồn khác' },
      { value: 'counterpart', label: 'Đối ứng của đơn vị thụ hưởng' },
      { value: 'none', label: 'Không ghi phần còn lại' },
    ],
    fallback: 'other',
  })
  if (answer !== 'other' && answer !== 'counterpart') return
  amounts[answer] += remainder
  reader.findings.add('warning', at.place, {
    code: 'total.remainder',
    message: `${at.label} ${inMillions(declared.total)} lớn hơn các nguồn đã ghi ${inMillions(remainder)}; phần này được ghi vào ${answer === 'other' ? 'nguồn khác' : 'đối ứng'}.`,
    original: inMillions(declared.total),
  })
}

function compareWithTotal(
  reader: TableReader,
  row: TableRow,
  declared: DeclaredAmounts,
  amounts: AmountsBySource,
): void {
  const sum = totalOf(amounts)
  if (declared.total === undefined || declared.total === sum) return
  const at = reader.at(row, 'total')
  reader.findings.add('warning', at.place, {
    code: 'total.sources',
    message: `${at.label} của dòng ghi ${inMillions(declared.total)}, còn các nguồn cộng lại là ${inMillions(sum)}, lệch ${inMillions(Math.abs(declared.total - sum))}. Chương trình ghi theo từng nguồn; kiểm tra lại dòng này.`,
    original: inMillions(declared.total),
    suggested: inMillions(sum),
  })
}

/** What a line counts for in the sums a heading or total line is checked against. */
export function countedAmounts(declared: DeclaredAmounts, amounts: AmountsBySource): Record<MoneyField, number> {
  return {
    total: declared.total ?? totalOf(amounts),
    national: amounts.national,
    local: amounts.local,
    support: declared.support ?? amounts.national + amounts.local,
    counterpart: declared.counterpart ?? amounts.counterpart,
    other: declared.other ?? amounts.other,
  }
}
