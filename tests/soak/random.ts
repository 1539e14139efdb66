// Chance that can be had again: a run that found something is repeated by its seed.

export interface Chance {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True this often, of 1. */
  readonly often: (share: number) => boolean
  readonly bytes: (length: number) => Buffer
}

/** mulberry32: small, and even enough for choosing where to hurt. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    pick: (from) => {
      const one = from[below(from.length)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    },
    often: (share) => next() < share,
    bytes: (length) => {
      const bytes = Buffer.alloc(length)
      for (let index = 0; index < length; index += 1) bytes[index] = below(256)
      return bytes
    },
  }
}
