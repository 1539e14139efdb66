// Timing side by side: contenders take turns, so that what else the machine does falls on all of them alike.

export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

export interface Measured {
  readonly name: string
  /** Milliseconds. */
  readonly median: number
  readonly fastest: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export async function milliseconds(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

export async function takeTurns(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const times = contenders.map(() => [] as number[])
  for (let round = 0; round < rounds; round += 1)
    for (const turn of contenders.keys()) {
      // Each goes first as often as the others: who comes after a wasteful one clears away its memory.
      const index = (round + turn) % contenders.length
      const contender = contenders[index]
      if (contender !== undefined) times[index]?.push(await milliseconds(contender.run))
    }
  return contenders.map(({ name }, index) => ({
    name,
    median: median(times[index] ?? []),
    fastest: Math.min(...(times[index] ?? [])),
  }))
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const shown = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

/** "ours 12 ms · peer 60 ms · peer ÷ ours 5.0". */
export function sayBeside(title: string, ours: Measured, peers: readonly Measured[], target: string): void {
  say(`\n${title}   [target: ${target}]`)
  say(`  ours: ${ours.name}: median ${shown(ours.median)} ms, fastest ${shown(ours.fastest)} ms`)
  for (const peer of peers)
    say(
      `  peer: ${peer.name}: median ${shown(peer.median)} ms → peer ÷ ours ${(peer.median / ours.median).toFixed(2)}, ours ÷ peer ${(ours.median / peer.median).toFixed(2)}`,
    )
}
