// Quyết toán and thanh lý (Mẫu 6–10): vouchers against what is asked, what is still to be paid or returned, reconciliation.
import { formatDate, type PlainDate, yearOf } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import type { ExecutionProblem } from './executionProgress'
import {
  type AmountsBySource,
  fundingSources,
  noAmounts,
  sumAmounts,
  supportOf,
  supportSources,
  totalOf,
} from './money'

export interface SettlementLine {
  readonly content: string
  readonly planned: AmountsBySource
  readonly asked: AmountsBySource
  /** Null until the agency or department decided. */
  readonly approved: AmountsBySource | null
  readonly note: string
}

export const voucherKinds = ['invoice', 'receipt', 'payment', 'contract', 'list', 'other'] as const
/** Hóa đơn, phiếu thu – biên nhận, phiếu chi – ủy nhiệm chi, hợp đồng – thanh lý, bảng kê – danh sách, khác. */
export type VoucherKind = (typeof voucherKinds)[number]

export interface SettlementVoucher {
  readonly number: string
  readonly date: PlainDate
  readonly kind: VoucherKind
  readonly content: string
  readonly payee: string
  readonly amounts: AmountsBySource
  readonly note: string
}

export interface SettlementFacts {
  readonly date: PlainDate | null
  readonly lines: readonly SettlementLine[]
  readonly vouchers: readonly SettlementVoucher[]
  readonly differenceReason: string
}

export interface SettlementTotals {
  readonly planned: AmountsBySource
  readonly asked: AmountsBySource
  readonly vouchers: AmountsBySource
  /** Of the support. */
  readonly askedSupport: number
  /** Null while a line is undecided. */
  readonly approved: AmountsBySource | null
  readonly approvedSupport: number | null
}

export function settlementTotals({ lines, vouchers }: Pick<SettlementFacts, 'lines' | 'vouchers'>): SettlementTotals {
  const sum = (amounts: readonly AmountsBySource[]) => (amounts.length === 0 ? noAmounts : sumAmounts(amounts))
  const asked = sum(lines.map((line) => line.asked))
  const decided = lines.flatMap((line) => (line.approved === null ? [] : [line.approved]))
  const approved = decided.length < lines.length || lines.length === 0 ? null : sum(decided)
  return {
    planned: sum(lines.map((line) => line.planned)),
    asked,
    vouchers: sum(vouchers.map((voucher) => voucher.amounts)),
    askedSupport: supportOf(asked),
    approved,
    approvedSupport: approved === null ? null : supportOf(approved),
  }
}

export interface KnownVoucher {
  readonly number: string
  readonly date: PlainDate
  readonly payee: string
  readonly where: string
}

/** The same paper: number, day and who was paid, however they were typed. */
export function voucherKey({ number, date, payee }: Pick<SettlementVoucher, 'number' | 'date' | 'payee'>): string {
  return [bareText(number), date, bareText(payee)].join('|')
}

function bareText(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** A voucher is settled once: twice in this list, or here and in another đề án, contradicts itself. */
export function voucherProblems(
  vouchers: readonly SettlementVoucher[],
  known: readonly KnownVoucher[],
): ExecutionProblem[] {
  const first = new Map(known.map((one) => [voucherKey(one), one.where]))
  return vouchers.flatMap((voucher, index): ExecutionProblem[] => {
    const key = voucherKey(voucher)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, `dòng ${index + 1} của bảng kê này`)
      return []
    }
    return [
      {
        path: `vouchers.${index}.number`,
        message: `Chứng từ số ${voucher.number} ngày ${formatDate(voucher.date)} đã có ở ${before}; mỗi chứng từ chỉ quyết toán một lần.`,
      },
    ]
  })
}

export function settlementContradictions(
  facts: SettlementFacts,
  today: PlainDate,
  money: (dong: number) => string,
): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  if (facts.date !== null && facts.date > today)
    problems.push({ path: 'date', message: `Ngày lập hồ sơ muộn hơn hôm nay (${formatDate(today)}).` })
  facts.lines.forEach((line, index) => {
    if (line.approved !== null)
      problems.push(
        ...grantedTooMuch(line, line.approved, money).map(({ path, message }) => ({
          path: `lines.${index}.approved.${path}`,
          message,
        })),
      )
  })
  facts.vouchers.forEach((voucher, index) => {
    if (voucher.date > (facts.date ?? today))
      problems.push({ path: `vouchers.${index}.date`, message: 'Chứng từ ghi ngày muộn hơn ngày lập hồ sơ.' })
    if (totalOf(voucher.amounts) === 0)
      problems.push({ path: `vouchers.${index}.amounts`, message: 'Chứng từ chưa ghi số tiền.' })
  })
  return problems
}

/** Of no source more is granted than was asked of it. */
export function grantedTooMuch(
  { content, asked }: Pick<SettlementLine, 'content' | 'asked'>,
  granted: AmountsBySource,
  money: (dong: number) => string,
): ExecutionProblem[] {
  return fundingSources.flatMap((source) =>
    granted[source] <= asked[source]
      ? []
      : [
          {
            path: source,
            message: `“${content}”, ${sourceWords[source]}: được duyệt ${money(granted[source])} nhiều hơn số đề nghị ${money(asked[source])}.`,
          },
        ],
  )
}

export interface SettlementSurroundings {
  readonly planYear: number
  /** What the contract gives of the support; null: no contract tells it. */
  readonly contractSupport: number | null
  /** Of the support, as acceptance found it; null: nothing was accepted with costs. */
  readonly acceptedSupport: number | null
}

/** What wants a reason on record before the file goes out. */
export function settlementDifferences(
  facts: SettlementFacts,
  around: SettlementSurroundings,
  money: (dong: number) => string,
): string[] {
  const totals = settlementTotals(facts)
  const differences: string[] = []
  const { askedSupport } = totals
  const planned = supportOf(totals.planned)
  if (askedSupport > planned)
    differences.push(`đề nghị quyết toán ${money(askedSupport)} nhiều hơn dự toán được duyệt ${money(planned)}`)
  if (around.contractSupport !== null && askedSupport > around.contractSupport)
    differences.push(
      `đề nghị quyết toán ${money(askedSupport)} nhiều hơn giá trị hợp đồng ${money(around.contractSupport)}`,
    )
  if (around.acceptedSupport !== null && askedSupport > around.acceptedSupport)
    differences.push(
      `đề nghị quyết toán ${money(askedSupport)} nhiều hơn kinh phí đã nghiệm thu ${money(around.acceptedSupport)}`,
    )
  for (const source of fundingSources) {
    const [asked, proved] = [totals.asked[source], totals.vouchers[source]]
    if (asked !== proved)
      differences.push(
        `${sourceWords[source]}: đề nghị ${money(asked)}, chứng từ ${money(proved)}, lệch ${money(Math.abs(asked - proved))}`,
      )
  }
  const strange = facts.vouchers.filter((voucher) => yearOf(voucher.date) !== around.planYear)
  if (strange.length > 0) differences.push(`${strange.length} chứng từ không thuộc năm kế hoạch ${around.planYear}`)
  for (const number of listedAgain(facts.vouchers))
    differences.push(
      `chứng từ số ${number} cùng số tiền ghi ở nhiều dòng khác ngày hoặc khác đơn vị, có thể kê hai lần`,
    )
  return differences
}

/** The same number, year and sums under another day or payee: often one paper typed twice, sometimes two papers. */
function listedAgain(vouchers: readonly SettlementVoucher[]): string[] {
  const seen = new Set<string>()
  return vouchers.flatMap(({ number, date, amounts }) => {
    const key = [bareText(number), yearOf(date), ...fundingSources.map((source) => amounts[source])].join('|')
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [number]
  })
}

const sourceWords = {
  national: 'kinh phí khuyến công quốc gia',
  local: 'kinh phí khuyến công địa phương',
  counterpart: 'đối ứng',
  other: 'nguồn khác',
} as const

// ---- what is left ---------------------------------------------------------------------------------------------------------

export interface MoneyReceived {
  /** Of the support: given in advance and not yet part of a payment, and paid. */
  readonly advanced: number
  readonly paid: number
  /** Given back. */
  readonly recovered: number
}

export interface Balance {
  readonly received: number
  readonly due: number
  /** Still to be paid out. */
  readonly toPay: number
  /** Still to be given back. */
  readonly toRecover: number
}

/** What is due against what was received and given back: one of the two remainders is always nothing. */
export function balanceOf(due: number, { advanced, paid, recovered }: MoneyReceived): Balance {
  const received = advanced + paid - recovered
  return { received, due, toPay: Math.max(0, due - received), toRecover: Math.max(0, received - due) }
}

export interface GivenAtLevel {
  /** Of which contracts, in words. */
  readonly words: string
  /** Advanced and paid, less what came back. */
  readonly received: AmountsBySource
  /** Every contract of this level that left money open was liquidated, and its minutes say what becomes of it. */
  readonly explained: boolean
}

/** More of the support granted than given: it is still to be paid, and somebody has to say when or why not. */
export function approvalWarnings(
  approved: AmountsBySource,
  levels: readonly GivenAtLevel[],
  money: (dong: number) => string,
): string[] {
  return levels.flatMap(({ words, received, explained }) =>
    supportSources.flatMap((source) =>
      explained || approved[source] <= received[source]
        ? []
        : [
            `${words}, ${sourceWords[source]}: quyết toán được duyệt ${money(approved[source])} mà mới cấp ${money(received[source])} (đã trừ thu hồi), còn ${money(approved[source] - received[source])} chưa cấp.`,
          ],
    ),
  )
}

export interface LiquidationFacts {
  readonly date: PlainDate | null
  readonly balance: Balance
  readonly explanation: string
}

/** A contract is not closed over money nobody accounts for. */
export function liquidationProblems(
  { date, balance, explanation }: LiquidationFacts,
  lastAcceptedOn: PlainDate | null,
  today: PlainDate,
  money: (dong: number) => string,
): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  if (date === null) problems.push({ path: 'date', message: 'Phải nhập ngày thanh lý.' })
  else {
    if (date > today) problems.push({ path: 'date', message: `Ngày thanh lý muộn hơn hôm nay (${formatDate(today)}).` })
    if (lastAcceptedOn !== null && date < lastAcceptedOn)
      problems.push({
        path: 'date',
        message: `Ngày thanh lý sớm hơn lần nghiệm thu cuối (${formatDate(lastAcceptedOn)}).`,
      })
  }
  if (explanation === '') {
    if (balance.toPay > 0)
      problems.push({
        path: 'explanation',
        message: `Còn ${money(balance.toPay)} chưa thanh toán: ghi rõ khi nào, bằng cách nào sẽ trả, hoặc vì sao không trả.`,
      })
    if (balance.toRecover > 0)
      problems.push({
        path: 'explanation',
        message: `Còn ${money(balance.toRecover)} tạm ứng thừa chưa thu hồi: ghi rõ khi nào, bằng cách nào sẽ nộp trả.`,
      })
  }
  return problems
}
