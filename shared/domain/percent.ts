// Percentages to two decimals, exact: counted in hundredths of a percent and rounded half away from zero, as sheets round.

/** part / whole in hundredths of a percent: 11,07 of 11,14 → 9937. Null where there is nothing to compare with. */
export function percentHundredths(part: number, whole: number): number | null {
  if (whole === 0) return null
  const numerator = BigInt(part) * 10_000n
  const denominator = BigInt(whole)
  const negative = numerator < 0n !== denominator < 0n
  const [over, under] = [magnitude(numerator), magnitude(denominator)]
  const rounded = (2n * over + under) / (2n * under)
  // Adding zero turns -0 into 0.
  return Number(negative ? -rounded : rounded) + 0
}

/** How much more than before, in hundredths of a percent: 72,8 after 51,23 → 4210. */
export function growthHundredths(now: number, before: number): number | null {
  return percentHundredths(now - before, before)
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}
