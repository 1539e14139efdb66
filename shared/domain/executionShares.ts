// What was planned for each beneficiary of a đề án: its amounts split by plan or share, to the đồng.
import { meantShares } from './beneficiarySplit'
import {
  type AmountsBySource,
  addAmounts,
  type FundingSource,
  fundingSources,
  noAmounts,
  subtractAmounts,
  supportSources,
} from './money'
import { emptyAmounts, splitByShares } from './projects'

export interface BeneficiaryPart {
  readonly shareBasisPoints: number | null
  /** From the detailed plan of a group: what each is to get and to give; null where there is no such plan. */
  readonly plan: { readonly support: number; readonly counterpart: number } | null
}

/** What each beneficiary weighs for a source: its part of the detailed plan, else its share, else the same as the others. */
function weights(parts: readonly BeneficiaryPart[], source: FundingSource): number[] {
  const planned = parts.map(({ plan }) =>
    plan === null ? 0 : supportSources.some((one) => one === source) ? plan.support : plan.counterpart,
  )
  if (parts.every(({ plan }) => plan !== null) && planned.some((one) => one > 0)) return planned
  if (parts.every(({ shareBasisPoints }) => shareBasisPoints !== null)) {
    const shares = parts.map(({ shareBasisPoints }) => shareBasisPoints ?? 0)
    if (shares.some((one) => one > 0)) return [...meantShares(shares)]
  }
  return parts.map(() => 1)
}

/** One amount split over all beneficiaries: to the đồng, by the largest remainder, so that the parts make the whole. */
export function splitAmounts(amounts: AmountsBySource, parts: readonly BeneficiaryPart[]): AmountsBySource[] {
  const split = parts.map(() => emptyAmounts())
  for (const source of fundingSources)
    splitByShares(amounts[source], weights(parts, source)).forEach((amount, index) => {
      const own = split[index]
      if (own !== undefined) own[source] = amount
    })
  return split
}

/**
 * Many amounts split over all beneficiaries, line by line: the parts of a line make the line, and the lines of a beneficiary make
 * its part of the whole, which is what its contract says. Each line alone would leave đồng between the two.
 */
export function splitLines(lines: readonly AmountsBySource[], parts: readonly BeneficiaryPart[]): AmountsBySource[][] {
  let soFar = noAmounts
  let before = parts.map(() => noAmounts)
  const split = lines.map((line) => {
    soFar = addAmounts(soFar, line)
    const now = splitAmounts(soFar, parts)
    const own = now.map((amounts, index) => subtractAmounts(amounts, before[index] ?? noAmounts))
    before = now
    return own
  })
  // Of lines of a few đồng somebody's part may fall while the whole grows: those are split one by one.
  const falls = split.some((own) => own.some((amounts) => fundingSources.some((source) => amounts[source] < 0)))
  return falls ? lines.map((line) => splitAmounts(line, parts)) : split
}
