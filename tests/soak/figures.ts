// What a run of the soak found: figures for the table, and every promise that was not kept.

export interface Figures {
  readonly name: string
  readonly rows: readonly (readonly [what: string, count: number | string])[]
  /** Each is a broken promise, with the seed or place by which to see it again. */
  readonly failures: readonly string[]
}

/** Counts by name, in the order in which the names first came. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  most(what: string, value: number): void {
    this.#counts.set(what, Math.max(this.#counts.get(what) ?? 0, Math.round(value)))
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  rows(): (readonly [string, number])[] {
    return [...this.#counts]
  }
}

export function tableOf(all: readonly Figures[]): string {
  const width = Math.max(...all.flatMap(({ rows }) => rows.map(([what]) => what.length)))
  const lines = all.flatMap(({ name, rows, failures }) => [
    '',
    name,
    ...rows.map(([what, count]) => `  ${what.padEnd(width)}  ${String(count).padStart(9)}`),
    ...failures.map((failure) => `  BROKEN: ${failure}`),
  ])
  return `${lines.join('\n')}\n`
}
