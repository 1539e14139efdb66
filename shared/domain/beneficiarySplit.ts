// What each beneficiary of a đề án gets: by the lines of the budget that are its own, else by shares, to the đồng.
import { type AmountsBySource, addAmounts, fundingSources, noAmounts, supportOf, totalOf } from './money'
import { type BudgetLineAmounts, budgetTotals, emptyAmounts, splitByShares } from './projects'

export interface OwnedLine extends BudgetLineAmounts {
  /** A name of the list of beneficiaries; empty: common to the đề án. */
  readonly beneficiary: string
}

export interface SharingBeneficiary {
  readonly name: string
  readonly shareBasisPoints: number | null
}

export interface BeneficiaryPart {
  readonly name: string
  readonly amounts: AmountsBySource
  /** Of all the support that went to beneficiaries, in hundredths of a percent; they make exactly 100 %. */
  readonly shareBasisPoints: number
}

export interface BeneficiarySplit {
  readonly by: 'lines' | 'shares'
  readonly parts: readonly BeneficiaryPart[]
  /** Costs of the đề án that are nobody's own. */
  readonly common: AmountsBySource
  readonly total: AmountsBySource
}

/** Null while neither lines nor shares say who gets what. */
export function splitByBeneficiary(
  lines: readonly OwnedLine[],
  beneficiaries: readonly SharingBeneficiary[],
): BeneficiarySplit | null {
  if (beneficiaries.length === 0) return null
  const total = budgetTotals(lines)
  const owned = beneficiaries.map(() => noAmounts)
  const placeOf = new Map(beneficiaries.map(({ name }, index) => [name, index]))
  for (const { amounts, beneficiary } of lines) {
    const place = placeOf.get(beneficiary)
    if (place !== undefined) owned[place] = addAmounts(owned[place] ?? noAmounts, amounts)
  }
  if (owned.some((amounts) => totalOf(amounts) > 0))
    return {
      by: 'lines',
      parts: withShares(beneficiaries, owned),
      common: budgetTotals(lines.filter(({ beneficiary }) => !placeOf.has(beneficiary))),
      total,
    }
  const shares = beneficiaries.flatMap(({ shareBasisPoints }) => (shareBasisPoints === null ? [] : [shareBasisPoints]))
  if (shares.length < beneficiaries.length || shares.every((share) => share === 0)) return null
  return {
    by: 'shares',
    parts: withShares(beneficiaries, amountsByShares(total, meantShares(shares))),
    common: noAmounts,
    total,
  }
}

/** All of it, in hundredths of a percent. */
const WHOLE = 10_000

/**
 * What shares typed to two decimals stand for: 33,34 – 33,33 – 33,33 % is a third each, as near as can be typed, so that
 * 100.000.000 is 33.333.334 and twice 33.333.333 and nobody gets ten thousand more than the others.
 */
export function meantShares(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const equal = sum === WHOLE && Math.max(...shares) - Math.min(...shares) <= 1
  return equal ? shares.map(() => 1) : shares
}

/** Source by source, so that each column of the table makes its total; a row's total is the sum of its sources. */
export function amountsByShares(total: AmountsBySource, shares: readonly number[]): AmountsBySource[] {
  const bySource = Object.fromEntries(
    fundingSources.map((source) => [source, splitByShares(total[source], shares)]),
  ) as Record<keyof AmountsBySource, number[]>
  return shares.map((_, index) => {
    const amounts = emptyAmounts()
    for (const source of fundingSources) amounts[source] = bySource[source][index] ?? 0
    return amounts
  })
}

function withShares(
  beneficiaries: readonly SharingBeneficiary[],
  amounts: readonly AmountsBySource[],
): BeneficiaryPart[] {
  const shares = splitByShares(WHOLE, amounts.map(supportOf))
  return beneficiaries.map(({ name }, index) => ({
    name,
    amounts: amounts[index] ?? noAmounts,
    shareBasisPoints: shares[index] ?? 0,
  }))
}

/** The same total, added up the other way: down the rows instead of along the lines. */
export function sumOfParts({ parts, common }: Pick<BeneficiarySplit, 'parts' | 'common'>): AmountsBySource {
  return parts.reduce((sum, part) => addAmounts(sum, part.amounts), common)
}

/** Beneficiaries whose typed share says something else than the lines of the budget: to be looked at again, never refused. */
export function sharesBesideLines(
  split: BeneficiarySplit,
  beneficiaries: readonly SharingBeneficiary[],
): { readonly name: string; readonly typed: number; readonly byLines: number }[] {
  if (split.by !== 'lines') return []
  return split.parts.flatMap(({ name, shareBasisPoints: byLines }, index) => {
    const typed = beneficiaries[index]?.shareBasisPoints ?? null
    // A share typed to two decimals is as near as one can type.
    return typed === null || Math.abs(typed - byLines) <= 1 ? [] : [{ name, typed, byLines }]
  })
}

/** The lines of a budget kept while its beneficiaries changed: each follows its own; whose is gone becomes common. */
export function remapOwners<L extends { readonly beneficiary: string }>(
  lines: readonly L[],
  before: readonly NamedBeneficiary[],
  after: readonly NamedBeneficiary[],
): L[] {
  return lines.map((line) => {
    const owner = before.find((one) => one.name === line.beneficiary)
    const now = owner === undefined ? undefined : after.find((one) => sameBeneficiary(one, owner))
    return { ...line, beneficiary: now?.name ?? '' }
  })
}

export interface NamedBeneficiary {
  readonly establishmentId: number | null
  readonly name: string
}

export function sameBeneficiary(one: NamedBeneficiary, other: NamedBeneficiary): boolean {
  return one.establishmentId !== null && other.establishmentId !== null
    ? one.establishmentId === other.establishmentId
    : one.name === other.name
}

export interface LineOwnerProblem {
  readonly path: string
  readonly message: string
}

export function lineOwnerProblems(
  lines: readonly { readonly beneficiary: string }[],
  beneficiaries: readonly { readonly name: string }[],
): LineOwnerProblem[] {
  return lines.flatMap(({ beneficiary }, index) => {
    if (beneficiary === '') return []
    const named = beneficiaries.filter(({ name }) => name === beneficiary).length
    if (named === 1) return []
    const why = named === 0 ? 'không có trong' : 'có hai lần trong'
    return [
      {
        path: `budget.${index}.beneficiary`,
        message: `Dòng ${index + 1}: đơn vị “${beneficiary}” ${why} danh sách đơn vị thụ hưởng.`,
      },
    ]
  })
}
