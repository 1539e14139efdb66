// Số liệu các năm trước: what was published of years whose đề án are not in the file, one row a programme and stretch of years.
import { checkSum, sumWords } from './consistency'
import { type AmountsBySource, fundingSources } from './money'
import type { Programme } from './projects'

/** One programme, or both together where the source does not part them. */
export const totalScopes = ['national', 'local', 'both'] as const satisfies readonly (Programme | 'both')[]
export type TotalScope = (typeof totalScopes)[number]

export interface YearTotal {
  readonly fromYear: number
  readonly toYear: number
  readonly scope: TotalScope
  readonly projects: number | null
  readonly amounts: AmountsBySource
  /** As it was published; null: the source prints none. */
  readonly published: number | null
  /** In đồng: to what the published figures were rounded. */
  readonly roundedTo: number
  readonly source: string
}

export interface Finding {
  readonly kind: 'rounding' | 'difference' | 'overlap'
  readonly where: string
  readonly words: string
}

export function yearsWords({ fromYear, toYear }: Pick<YearTotal, 'fromYear' | 'toYear'>): string {
  return fromYear === toYear ? `năm ${fromYear}` : `giai đoạn ${fromYear}–${toYear}`
}

export function partsOf({ amounts }: Pick<YearTotal, 'amounts'>): number[] {
  return fundingSources.map((source) => amounts[source])
}

/** Parts against the published total of one row. */
export function totalFinding(total: YearTotal, where: string): Finding | null {
  if (total.published === null) return null
  const parts = partsOf(total)
  const verdict = checkSum(parts, total.published, total.roundedTo)
  const words = sumWords(parts, verdict, total.roundedTo)
  return words === null || verdict.kind === 'agrees' ? null : { kind: verdict.kind, where, words }
}

function sharesProgramme(a: TotalScope, b: TotalScope): boolean {
  return a === b || a === 'both' || b === 'both'
}

function overlaps(a: YearTotal, b: YearTotal): boolean {
  return a.fromYear <= b.toYear && b.fromYear <= a.toYear && sharesProgramme(a.scope, b.scope)
}

export interface UsableTotals<T extends YearTotal> {
  /** Whole inside the years asked for, of years and programmes that nothing else tells. */
  readonly used: readonly T[]
  readonly findings: readonly Finding[]
}

/**
 * Which rows a review may add to the đề án of the file. A row that reaches outside the years, that tells years the file has
 * đề án of, or that a narrower row tells again, is left out with words: the same đồng must not be counted twice.
 */
export function usableTotals<T extends YearTotal>(
  totals: readonly T[],
  years: { readonly first: number; readonly last: number },
  recorded: (year: number, scope: TotalScope) => boolean,
  nameOf: (total: T) => string,
): UsableTotals<T> {
  const findings: Finding[] = []
  const used: T[] = []
  const leave = (total: T, words: string) => findings.push({ kind: 'overlap', where: nameOf(total), words })
  const narrowFirst = [...totals].sort((a, b) => a.toYear - a.fromYear - (b.toYear - b.fromYear))
  for (const total of narrowFirst) {
    if (total.toYear < years.first || total.fromYear > years.last) continue
    const own = yearsOf(total).find((year) => recorded(year, total.scope))
    const twice = used.find((other) => overlaps(total, other))
    if (total.fromYear < years.first || total.toYear > years.last)
      leave(total, `Không cộng vì số liệu ${yearsWords(total)} vượt ra ngoài giai đoạn đang xem.`)
    else if (own !== undefined)
      leave(total, `Không cộng vì năm ${own} đã có đề án trong chương trình; số của đề án được dùng.`)
    else if (twice !== undefined) leave(total, `Không cộng vì trùng thời gian với ${nameOf(twice)}.`)
    else used.push(total)
  }
  for (const total of used) {
    const finding = totalFinding(total, nameOf(total))
    if (finding !== null) findings.push(finding)
  }
  return { used: totals.filter((total) => used.includes(total)), findings }
}

function yearsOf({ fromYear, toYear }: YearTotal): number[] {
  return Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
}
