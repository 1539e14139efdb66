// A short run of damaged files with every test; SKC_FUZZ_RUNS and SKC_FUZZ_SEED ask for a longer or another one.
import { expect, it } from 'vitest'
import { fuzzWorkbooks } from '../soak/fuzzWorkbooks'

const runs = Number(process.env.SKC_FUZZ_RUNS ?? 300)
const seed = Number(process.env.SKC_FUZZ_SEED ?? 20261121)

it(
  `${runs} damaged files are each read or refused in words`,
  async () => {
    const counts = await fuzzWorkbooks(runs, seed)
    expect(counts.read + counts.refused).toBe(runs)
    // Both happen, or the files are not what they are meant to be.
    expect(counts.read).toBeGreaterThan(runs / 20)
    expect(counts.refused).toBeGreaterThan(runs / 20)
  },
  runs * 200 + 60_000,
)
