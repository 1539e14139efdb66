// How the verdicts over norms put rules, money and percentages into words.
import { fold } from '../vietnamese/fold'
import { formatMoney } from '../vietnamese/money'
import { formatDecimal } from '../vietnamese/numbers'
import type { NormRow } from './norms'
import type { Programme } from './projects'

/** The rule of a row by itself: "tối đa 50 % chi phí, không quá 300.000.000 đồng/cơ sở". */
export function ruleWords(row: NormRow): string {
  const parts = [
    ...(row.maxPercentBasisPoints === null ? [] : [`tối đa ${percent(row.maxPercentBasisPoints)} ${row.base}`]),
    ...(row.maxAmount === null ? [] : [`không quá ${dong(row.maxAmount)}/${row.unit}`]),
  ]
  return parts.length === 0 ? 'chưa có mức bằng số' : parts.join(', ')
}

export function dong(amount: number): string {
  return `${formatMoney(amount)} đồng`
}

export function percent(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)} %`
}

export function ratioBasisPoints(part: number, whole: number): number {
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)))
}

export function programmeWords(programme: Programme, atStart = false): string {
  const words = programme === 'national' ? 'kinh phí khuyến công quốc gia' : 'kinh phí khuyến công địa phương'
  return atStart ? `K${words.slice(1)}` : words
}

export function sentences(...all: readonly string[]): string {
  return all.filter((one) => one !== '').join(' ')
}

export function bases(...all: readonly string[]): string {
  return [...new Set(all.filter((one) => one !== ''))].join('; ')
}

export function sameWords(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

/** Whether the row's amount is for each beneficiary: cơ sở, doanh nghiệp … */
export function isPerBeneficiary(row: Pick<NormRow, 'unit'>, beneficiaryUnits: readonly string[]): boolean {
  return beneficiaryUnits.some((unit) => sameWords(unit, row.unit))
}
