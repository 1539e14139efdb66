// Money by source of funds. Every amount is an integer number of đồng.

export const fundingSources = ['national', 'local', 'counterpart', 'other'] as const
/** Kinh phí KCQG, kinh phí KCĐP, đối ứng của đơn vị thụ hưởng, nguồn khác (domain §4.3). */
export type FundingSource = (typeof fundingSources)[number]

/** What the State gives through khuyến công, of the whole country and of the province. */
export const supportSources = ['national', 'local'] as const satisfies readonly FundingSource[]

export type AmountsBySource = Readonly<Record<FundingSource, number>>

export const noAmounts: AmountsBySource = { national: 0, local: 0, counterpart: 0, other: 0 }

export function addAmounts(a: AmountsBySource, b: AmountsBySource): AmountsBySource {
  return {
    national: a.national + b.national,
    local: a.local + b.local,
    counterpart: a.counterpart + b.counterpart,
    other: a.other + b.other,
  }
}

export function subtractAmounts(a: AmountsBySource, b: AmountsBySource): AmountsBySource {
  return {
    national: a.national - b.national,
    local: a.local - b.local,
    counterpart: a.counterpart - b.counterpart,
    other: a.other - b.other,
  }
}

export function sumAmounts(all: Iterable<AmountsBySource>): AmountsBySource {
  let sum = noAmounts
  for (const amounts of all) sum = addAmounts(sum, amounts)
  return sum
}

/** Everything that the đề án costs, whoever pays. */
export function totalOf(amounts: AmountsBySource): number {
  return amounts.national + amounts.local + amounts.counterpart + amounts.other
}

/** What the State gives through khuyến công. */
export function supportOf(amounts: AmountsBySource): number {
  return amounts.national + amounts.local
}

/** The largest amount a single figure may hold: 1.000.000 tỷ đồng, far below the exact range of a number. */
export const largestAmount = 1_000_000_000_000_000
