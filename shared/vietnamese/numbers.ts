// Numbers as Vietnamese offices write them (1.234.567,89), read exactly and never through floating point.
import { cleanLine } from './text'

/** An exact decimal: units / 10^scale. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export type ParsedDecimal =
  | ({ readonly kind: 'value' } & Decimal)
  | { readonly kind: 'ambiguous'; readonly readings: readonly Decimal[] }
  | { readonly kind: 'none' }

export interface DecimalOptions {
  /** Read a single group after a dot ("1.120") as thousands instead of leaving it open. */
  readonly prefer?: 'vietnamese' | undefined
  /**
   * Read a single group after a comma ("7,125") as decimals. For fields of our own forms; not for foreign sheets, where
   * "1,850" is as likely an English one thousand eight hundred and fifty.
   */
  readonly commaIs?: 'decimal' | undefined
}

export function formatInteger(value: number | bigint): string {
  const digits = typeof value === 'bigint' ? value : BigInt(requireInteger(value))
  const text = groupThousands((digits < 0n ? -digits : digits).toString())
  return digits < 0n ? `-${text}` : text
}

/** Rounds half away from zero to `maxDigits`, then drops trailing zeros down to `minDigits`. */
export function formatDecimal(value: number | Decimal, maxDigits: number, minDigits = 0): string {
  const { units, scale } = rescale(typeof value === 'number' ? decimalOf(value) : value, maxDigits)
  const magnitude = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = groupThousands(magnitude.slice(0, magnitude.length - scale))
  let fraction = magnitude.slice(magnitude.length - scale)
  while (fraction.length > minDigits && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  fraction = fraction.padEnd(minDigits, '0')
  const text = fraction === '' ? whole : `${whole},${fraction}`
  return units < 0n ? `-${text}` : text
}

/** Reads a number that is the whole text, in Vietnamese or English style; what can be read in two ways is not guessed. */
export function parseDecimal(text: string, options: DecimalOptions = {}): ParsedDecimal {
  const shape = signAndMagnitude(text)
  if (shape === null) return { kind: 'none' }
  const readings = readMagnitude(shape.magnitude, options).map(({ units, scale }) => ({
    units: shape.negative ? -units : units,
    scale,
  }))
  const [only, ...others] = readings
  if (only === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'value', ...only } : { kind: 'ambiguous', readings }
}

/** The whole number a text begins with and what follows it: "9 lao động", "1.200 lao động", "05 cơ sở". */
export function parseLeadingInteger(text: string): { value: number; rest: string } | null {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+) ?(.*)$/u.exec(cleanLine(text))
  const [digits, rest] = [match?.[1], match?.[2]]
  if (digits === undefined || rest === undefined) return null
  // "9-10 lao động", "9,5 công", "9e3" and "9 %" are not a whole number of something.
  if (!/^$|^(?!e\d)[\p{L}(]/iu.test(rest)) return null
  const value = Number(digits.replace(/[.,]/g, ''))
  return Number.isSafeInteger(value) ? { value, rest } : null
}

/** The exact decimal a number shows as (its shortest form), so that 0.1 is one tenth. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  const [sign, whole, fraction = '', exponent = '0'] = match?.slice(1) ?? []
  const units = BigInt(`${sign ?? ''}${whole ?? '0'}${fraction}`)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

export function numberOf({ units, scale }: Decimal): number {
  return Number(`${units}e-${scale}`)
}

export function sameDecimal(a: Decimal, b: Decimal): boolean {
  return a.units * 10n ** BigInt(b.scale) === b.units * 10n ** BigInt(a.scale)
}

/** Brings a decimal to at most `maxScale` digits after the point, rounding half away from zero. */
export function rescale({ units, scale }: Decimal, maxScale: number): Decimal {
  if (scale <= maxScale) return { units, scale }
  const divisor = 10n ** BigInt(scale - maxScale)
  const magnitude = units < 0n ? -units : units
  const rounded = (magnitude + divisor / 2n) / divisor
  return { units: units < 0n ? -rounded : rounded, scale: maxScale }
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.')
}

function requireInteger(value: number): number {
  if (!Number.isInteger(value)) throw new RangeError(`not an integer: ${value}`)
  return value
}

function signAndMagnitude(text: string): { negative: boolean; magnitude: string } | null {
  const line = cleanLine(text)
  const inBrackets = /^\((.+)\)$/.exec(line)?.[1]
  if (inBrackets !== undefined) return { negative: true, magnitude: inBrackets.trim() }
  const match = /^([-−–+]?) ?(.+)$/u.exec(line)
  const magnitude = match?.[2]
  if (magnitude === undefined) return null
  return { negative: match?.[1] !== '' && match?.[1] !== '+', magnitude }
}

// Longer texts of digits are account numbers, not amounts.
const MOST_DIGITS = 30

function readMagnitude(text: string, options: DecimalOptions): Decimal[] {
  if (text.replace(/\D/g, '').length > MOST_DIGITS) return []
  // A blank between groups is a thousands separator too: "1 234 567,89".
  const spaced = /^(\d{1,3}(?: \d{3})+)([.,]\d+)?$/.exec(text)
  if (spaced?.[1] !== undefined) return [decimal(spaced[1].replaceAll(' ', ''), spaced[2]?.slice(1) ?? '')]

  const plain = /^(\d*)(?:[.,](\d+))?$/.exec(text)
  const whole = plain?.[1]
  if (whole !== undefined && (whole !== '' || plain?.[2] !== undefined)) {
    const fraction = plain?.[2]
    if (fraction === undefined) return [decimal(whole, '')]
    const asDecimal = decimal(whole, fraction)
    if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return [asDecimal]
    const asThousands = decimal(whole + fraction, '')
    const dot = text.includes('.')
    if (dot && options.prefer === 'vietnamese') return [asThousands]
    if (!dot && options.commaIs === 'decimal') return [asDecimal]
    return dot ? [asThousands, asDecimal] : [asDecimal, asThousands]
  }

  const dotThousands = /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text)
  if (dotThousands?.[1] !== undefined) return [decimal(dotThousands[1].replaceAll('.', ''), dotThousands[2] ?? '')]
  const commaThousands = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text)
  if (commaThousands?.[1] !== undefined)
    return [decimal(commaThousands[1].replaceAll(',', ''), commaThousands[2] ?? '')]
  return []
}

function decimal(whole: string, fraction: string): Decimal {
  return { units: BigInt(whole + fraction), scale: fraction.length }
}
