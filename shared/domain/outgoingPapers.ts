// Numbers of outgoing papers (văn bản đi): one row of numbers a year for each symbol (NĐ 30/2020, số và ký hiệu).

/** "05/HĐ-KC": numbers below ten take a zero. */
export function paperNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

/** After the largest ever given, cancelled ones too: a number once given never comes back by itself. */
export function nextPaperNumber(given: readonly number[]): number {
  return given.reduce((largest, one) => Math.max(largest, one), 0) + 1
}
