// What a đề án is: identity, versions that never change once locked, and the sums over its budget lines (domain §4.2–4.3, 5.1).
import { type AmountsBySource, type FundingSource, fundingSources, noAmounts, sumAmounts, totalOf } from './money'

export const programmes = ['national', 'local'] as const
/** KCQG or KCĐP. */
export type Programme = (typeof programmes)[number]

export const projectKinds = ['single', 'group', 'flagship'] as const
/** Đơn lẻ, nhóm (TT36 Đ.10.1.a), điểm (TT36 Đ.2.3). */
export type ProjectKind = (typeof projectKinds)[number]

export const versionStages = ['registered', 'baseAppraised', 'ministryAppraised', 'approved', 'adjusted'] as const
/** Đăng ký → thẩm định cơ sở → thẩm định Bộ → được duyệt → điều chỉnh lần n. */
export type VersionStage = (typeof versionStages)[number]

export const contentGroups = ['ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'ND9'] as const
/** The nine contents of NĐ 45/2012 Art. 4; names and sub-contents are data in resources/contentGroups.json. */
export type ContentGroup = (typeof contentGroups)[number]

/** The source of the State's support that belongs to a programme. */
export function supportSource(programme: Programme): FundingSource {
  return programme === 'national' ? 'national' : 'local'
}

export interface BudgetLineAmounts {
  readonly amounts: AmountsBySource
}

export function budgetTotals(lines: readonly BudgetLineAmounts[]): AmountsBySource {
  return lines.length === 0 ? noAmounts : sumAmounts(lines.map((line) => line.amounts))
}

/** Quantity is kept in thousandths, so 2,5 máy × 10.000.000 is exact; half a đồng rounds up. */
export function lineAmount(quantityThousandths: number, unitPrice: number): number {
  const exact = BigInt(quantityThousandths) * BigInt(unitPrice)
  return Number((exact + 500n) / 1000n)
}

export interface BudgetLineInput extends BudgetLineAmounts {
  readonly content: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
}

export interface RuleProblem {
  readonly path: string
  readonly message: string
}

/** Only what contradicts itself: a line whose sources do not add up to quantity × unit price. */
export function budgetContradictions(
  lines: readonly BudgetLineInput[],
  money: (dong: number) => string,
): RuleProblem[] {
  const problems: RuleProblem[] = []
  lines.forEach((line, index) => {
    if (line.quantityThousandths === null || line.unitPrice === null) return
    const expected = lineAmount(line.quantityThousandths, line.unitPrice)
    const actual = totalOf(line.amounts)
    if (expected === actual) return
    problems.push({
      path: `budget.${index}.amounts`,
      message: `Dòng ${index + 1}: số lượng × đơn giá là ${money(expected)}, còn các nguồn cộng lại là ${money(actual)}, lệch ${money(Math.abs(expected - actual))}.`,
    })
  })
  return problems
}

export interface BeneficiaryShare {
  /** Hundredths of a percent of the support; null while the split is not known. */
  readonly shareBasisPoints: number | null
}

/** Shares are either not given at all, or given for everyone and make exactly 100 %. */
export function shareProblem(beneficiaries: readonly BeneficiaryShare[]): string | null {
  const given = beneficiaries.filter((one) => one.shareBasisPoints !== null)
  if (given.length === 0) return null
  if (given.length < beneficiaries.length)
    return 'Tỷ lệ phải nhập cho mọi đơn vị thụ hưởng, hoặc để trống tất cả khi chưa phân bổ.'
  const sum = given.reduce((total, one) => total + (one.shareBasisPoints ?? 0), 0)
  if (sum === 10_000) return null
  const percent = (sum / 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })
  return `Tổng tỷ lệ của các đơn vị thụ hưởng là ${percent} %, phải đúng 100 %.`
}

/** Splits an amount by shares to the đồng: largest remainder first, earlier beneficiary on a tie, so nothing is lost to rounding. */
export function splitByShares(amount: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (whole === 0) return shares.map(() => 0)
  const exact = shares.map((share) => BigInt(amount) * BigInt(share))
  const divisor = BigInt(whole)
  const parts = exact.map((value) => value / divisor)
  let left = BigInt(amount) - parts.reduce((sum, part) => sum + part, 0n)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
  for (const { index } of byRemainder) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map(Number)
}

export const supportModes = ['grant', 'recoverable'] as const
/** Không thu hồi hoặc có thu hồi; only local programmes support with recovery (Lâm Đồng 2019, 2023). */
export type SupportMode = (typeof supportModes)[number]

export interface RepaymentPlan {
  readonly programme: Programme
  readonly supportMode: SupportMode
  readonly repayments: readonly { readonly dueOn: string; readonly amount: number }[]
  readonly localSupport: number
}

/** What contradicts itself in how the support is to be paid back. */
export function repaymentContradictions(plan: RepaymentPlan, money: (dong: number) => string): RuleProblem[] {
  const { repayments } = plan
  if (plan.supportMode === 'recoverable' && plan.programme === 'national')
    return [{ path: 'supportMode', message: 'Chỉ khuyến công địa phương mới hỗ trợ có thu hồi.' }]
  if (plan.supportMode === 'grant')
    return repayments.length === 0
      ? []
      : [{ path: 'repayments', message: 'Hỗ trợ không thu hồi thì không có lịch hoàn trả.' }]
  const problems: RuleProblem[] = []
  repayments.forEach(({ dueOn }, index) => {
    const before = repayments[index - 1]
    if (before !== undefined && dueOn <= before.dueOn)
      problems.push({ path: `repayments.${index}.dueOn`, message: 'Hạn hoàn trả phải sau hạn của đợt trước.' })
  })
  const sum = repayments.reduce((total, one) => total + one.amount, 0)
  if (sum > plan.localSupport)
    problems.push({
      path: 'repayments',
      message: `Các đợt hoàn trả cộng lại là ${money(sum)}, nhiều hơn kinh phí khuyến công địa phương hỗ trợ ${money(plan.localSupport)}.`,
    })
  return problems
}

export interface ScheduledMonths {
  readonly startMonth: string | null
  readonly endMonth: string | null
}

/** Months of a step out of order, or outside those of the đề án. */
export function scheduleContradictions(
  steps: readonly ScheduledMonths[],
  project: ScheduledMonths,
  month: (month: string) => string,
): RuleProblem[] {
  const { startMonth: first, endMonth: last } = project
  return steps.flatMap(({ startMonth, endMonth }, index): RuleProblem[] => {
    const path = `scheduleSteps.${index}`
    if (!monthsInOrder(startMonth, endMonth))
      return [{ path: `${path}.endMonth`, message: 'Tháng kết thúc sớm hơn tháng bắt đầu.' }]
    const problems: RuleProblem[] = []
    for (const [field, value] of [
      ['startMonth', startMonth],
      ['endMonth', endMonth],
    ] as const) {
      if (value === null) continue
      if (first !== null && value < first)
        problems.push({ path: `${path}.${field}`, message: `Trước tháng bắt đầu của đề án (${month(first)}).` })
      if (last !== null && value > last)
        problems.push({ path: `${path}.${field}`, message: `Sau tháng kết thúc của đề án (${month(last)}).` })
    }
    return problems
  })
}

/** Months from the first to the last, both counted. */
export function monthsSpanned(startMonth: string, endMonth: string): number {
  const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return ordinal(endMonth) - ordinal(startMonth) + 1
}

export interface FlagshipFacts extends ScheduledMonths {
  readonly kind: ProjectKind
  /** How many contents the schedule names. */
  readonly steps: number
}

/** A flagship has at least two contents and takes more than a year (TT36/2013 Điều 2.3): warnings, never refusals. */
export function flagshipWarnings({ kind, startMonth, endMonth, steps }: FlagshipFacts): string[] {
  if (kind !== 'flagship') return []
  const warnings: string[] = []
  if (steps < 2) warnings.push(`đề án điểm có từ hai nội dung trở lên, bảng tiến độ mới ghi ${steps}`)
  if (startMonth !== null && endMonth !== null && monthsSpanned(startMonth, endMonth) <= 12)
    warnings.push('đề án điểm thực hiện trên một năm, thời gian đang ghi không quá 12 tháng')
  return warnings
}

export function monthsInOrder(startMonth: string | null, endMonth: string | null): boolean {
  return startMonth === null || endMonth === null || startMonth <= endMonth
}

/** Code suggestion such as KCQG-2027-001 (domain §4.2); the office may type its own. */
export function suggestProjectCode(programme: Programme, year: number, takenCodes: readonly string[]): string {
  const prefix = `${programme === 'national' ? 'KCQG' : 'KCDP'}-${year}-`
  const numbers = takenCodes
    .filter((code) => code.startsWith(prefix))
    .map((code) => Number(code.slice(prefix.length)))
    .filter((number) => Number.isInteger(number))
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(3, '0')
}

export function emptyAmounts(): Record<FundingSource, number> {
  return Object.fromEntries(fundingSources.map((source) => [source, 0])) as Record<FundingSource, number>
}
