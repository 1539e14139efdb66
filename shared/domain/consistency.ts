// Do the parts of a published figure add up to it? A difference is shown in words and never corrected: which of the figures
// is wrong only the office can know. What rounding alone can make is told apart from what it cannot.
import { formatMoney, type MoneyUnit, unitLabel } from '../vietnamese/money'

export const sumKinds = ['agrees', 'rounding', 'difference'] as const
export type SumKind = (typeof sumKinds)[number]

export interface SumVerdict {
  readonly kind: SumKind
  readonly sum: number
  readonly total: number
  /** The total less the sum of its parts. */
  readonly difference: number
}

/**
 * Each figure that was rounded to `roundedTo` đồng is wrong by at most half of it, so n parts and their total can differ by
 * (n + 1) halves without anybody having made a mistake. A part of nothing was not rounded.
 */
export function checkSum(parts: readonly number[], total: number, roundedTo: number): SumVerdict {
  const sum = parts.reduce((all, part) => all + part, 0)
  const difference = total - sum
  const rounded = parts.filter((part) => part !== 0).length + 1
  const most = roundedTo <= 1 ? 0 : (rounded * roundedTo) / 2
  const kind = difference === 0 ? 'agrees' : Math.abs(difference) <= most ? 'rounding' : 'difference'
  return { kind, sum, total, difference }
}

/** Units that offices round published figures to, in đồng. */
export const roundings = [
  1, 1_000, 10_000, 100_000, 500_000, 1_000_000, 10_000_000, 100_000_000, 500_000_000, 1_000_000_000,
] as const
export type Rounding = (typeof roundings)[number]

/** The unit in which a figure rounded so is written: 11,07 tỷ is rounded to 10 triệu. */
export function unitOfRounding(roundedTo: number): MoneyUnit {
  if (roundedTo >= 10_000_000) return 'billion'
  if (roundedTo >= 10_000) return 'million'
  return roundedTo >= 1_000 ? 'thousand' : 'dong'
}

/** "99.216 ≠ 5.586 + 20.718 + 62.912 = 89.216 (triệu đồng): chênh lệch 10.000." Null where nothing is to be said. */
export function sumWords(parts: readonly number[], verdict: SumVerdict, roundedTo: number): string | null {
  if (verdict.kind === 'agrees') return null
  const unit = unitOfRounding(roundedTo)
  const money = (dong: number) => formatMoney(dong, unit)
  const added = parts
    .filter((part) => part !== 0)
    .map(money)
    .join(' + ')
  const sum = added.includes(' + ') ? `${added} = ${money(verdict.sum)}` : money(verdict.sum)
  const words = `${money(verdict.total)} ≠ ${sum} (${unitLabel(unit)}): chênh lệch ${money(Math.abs(verdict.difference))}`
  return verdict.kind === 'rounding'
    ? `${words}, do làm tròn.`
    : `${words}. Cần đối chiếu lại nguồn; chương trình không tự sửa.`
}
