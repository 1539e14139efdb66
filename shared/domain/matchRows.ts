// Which row of one table is which row of another, and the table that keeps some rows of each.

export interface RowMatching {
  /** For each row of the first table its index in the second, or null: it is not there. */
  readonly partner: readonly (number | null)[]
  /** The same from the second table's side. */
  readonly back: readonly (number | null)[]
}

/** A key of null says nothing about its row. Of several rows with one key the first stands for the first, and so on. */
export type RowKey<Row> = (row: Row) => string | null

/**
 * Rows wholly alike first, so that moving a row about is never taken for a change; then by each key in turn; at last, when
 * asked, rows left over between the same neighbours, which is what a renamed row looks like.
 */
export function matchRows<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keys: readonly RowKey<Row>[],
  byPosition: boolean,
): RowMatching {
  const partner: (number | null)[] = before.map(() => null)
  const back: (number | null)[] = after.map(() => null)
  const join = (beforeKeys: readonly (string | null)[], afterKeys: readonly (string | null)[]) => {
    const waiting = new Map<string, number[]>()
    beforeKeys.forEach((key, index) => {
      if (key === null || partner[index] !== null) return
      const known = waiting.get(key)
      if (known === undefined) waiting.set(key, [index])
      else known.push(index)
    })
    afterKeys.forEach((key, index) => {
      if (key === null || back[index] !== null) return
      const first = waiting.get(key)?.shift()
      if (first === undefined) return
      partner[first] = index
      back[index] = first
    })
  }
  for (const key of [(row: Row) => JSON.stringify(row), ...keys]) join(before.map(key), after.map(key))
  if (byPosition) {
    const gapsBefore = gaps(partner.map((other, index) => (other === null ? null : index)))
    // A pair is named by its first index on both sides, so that the same gap has the same name.
    const gapsAfter = gaps(back)
    join(gapsBefore, gapsAfter)
  }
  return { partner, back }
}

/** For each row not yet matched the matched row it follows; `start` before any. */
function gaps(pairs: readonly (number | null)[]): string[] {
  let last = 'start'
  return pairs.map((pair) => {
    if (pair !== null) last = String(pair)
    return last
  })
}

/** Whether the rows common to both tables stand in another order. */
export function isReordered({ partner }: RowMatching): boolean {
  const common = partner.filter((index) => index !== null)
  return common.some((index, position) => index < (common[position - 1] ?? -1))
}

interface Placed<Row> {
  readonly row: Row
  /** Index in the table whose order is kept; null for a row that comes from the other one. */
  readonly index: number | null
}

/**
 * The rows of `main` that are kept, in its order, with those kept of `guests` put in behind the neighbour they follow in
 * their own table. `host` tells where a guest's neighbour stands in `main`.
 */
export function mergeRows<Row>(
  main: readonly (Row | null)[],
  guests: readonly (Row | null)[],
  host: readonly (number | null)[],
): Row[] {
  const placed: Placed<Row>[] = main.flatMap((row, index) => (row === null ? [] : [{ row, index }]))
  let last: Placed<Row> | null = null
  guests.forEach((row, position) => {
    const standsAt = host[position] ?? null
    if (standsAt !== null) {
      last = placed.find((one) => one.index === standsAt) ?? last
      return
    }
    if (row === null) return
    const guest: Placed<Row> = { row, index: null }
    placed.splice(last === null ? 0 : placed.indexOf(last) + 1, 0, guest)
    last = guest
  })
  return placed.map((one) => one.row)
}
