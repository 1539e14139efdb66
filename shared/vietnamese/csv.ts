// Rows of a CSV as RFC 4180 has them, and as Excel writes them: whichever separator, line breaks inside quotes, stray quotes kept.

export const separators = [';', '\t', ',', '|'] as const
export type Separator = (typeof separators)[number]

/** A quote was opened and never closed: everything after it would be one cell. */
export class OpenQuote extends Error {
  /** The record in which it was opened, from 1. */
  readonly record: number

  constructor(record: number) {
    super(`a quote opened in record ${record} is not closed`)
    this.record = record
  }
}

/** One record after another, blank ones included: Excel counts them as rows. @throws OpenQuote */
export function* csvRecords(text: string, separator: Separator): Generator<string[]> {
  let record: string[] = []
  let at = 0
  let number = 1
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, separator, number) : plainField(text, at, separator)
    record.push(field.text)
    at = field.end
    if (text[at] === separator) {
      at += 1
      // A separator at the very end still opens a field.
      if (at < text.length) continue
      record.push('')
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    yield record
    record = []
    number += 1
  }
}

interface Field {
  readonly text: string
  /** Where the separator or line break after it stands. */
  readonly end: number
}

function plainField(text: string, from: number, separator: Separator): Field {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end }
}

function quotedField(text: string, from: number, separator: Separator, record: number): Field {
  let value = ''
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new OpenQuote(record)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // Whatever is written between the closing quote and the separator belongs to the cell.
      const rest = plainField(text, quote + 1, separator)
      return { text: value + rest.text, end: rest.end }
    }
    value += '"'
    at = quote + 2
  }
}

const sampleRecords = 200
const sampleCharacters = 1 << 18

/** The separator that divides most records into the same number of fields, more than one. */
export function findSeparator(text: string): Separator {
  const sample = text.slice(0, sampleCharacters)
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 }
  for (const separator of separators) {
    const score = evenness(sample, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function evenness(sample: string, separator: Separator): number {
  const counts = new Map<number, number>()
  let records = 0
  try {
    for (const record of csvRecords(sample, separator)) {
      if (record.every((field) => field.trim() === '')) continue
      records += 1
      // Empty fields at the end are how Excel fills a short row up.
      counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
      if (records >= sampleRecords) break
    }
  } catch (error) {
    // The sample may end inside a quoted cell; what came before it counts.
    if (!(error instanceof OpenQuote)) throw error
  }
  let score = 0
  for (const [fields, times] of counts)
    if (fields > 1) score = Math.max(score, times / records + Math.min(fields, 50) / 1_000)
  return score
}

/** What must be quoted, and what Excel would take for a formula: an apostrophe before it keeps it text, as in Excel itself. */
export function csvField(text: string, separator: Separator): string {
  const safe = /^'*\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
