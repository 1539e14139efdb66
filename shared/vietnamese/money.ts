// Amounts of money: whole đồng inside the program; đồng, nghìn, triệu or tỷ đồng on paper.
import { type Decimal, type DecimalOptions, decimalOf, formatDecimal, parseDecimal } from './numbers'
import { cleanLine } from './text'

export type MoneyUnit = 'dong' | 'thousand' | 'million' | 'billion'

export type ParsedMoney =
  | { readonly kind: 'value'; readonly dong: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly number[] }
  /** A number, but not a whole amount of đồng. */
  | { readonly kind: 'fraction' }
  | { readonly kind: 'none' }

const UNITS: Readonly<Record<MoneyUnit, { label: string; power: number }>> = {
  dong: { label: 'đồng', power: 0 },
  thousand: { label: 'nghìn đồng', power: 3 },
  million: { label: 'triệu đồng', power: 6 },
  billion: { label: 'tỷ đồng', power: 9 },
}

export function unitLabel(unit: MoneyUnit): string {
  return UNITS[unit].label
}

/** The amount as a number of `unit`, without the unit's name. All its digits unless `digits` limits them. */
export function formatMoney(dong: number, unit: MoneyUnit = 'dong', digits: number = UNITS[unit].power): string {
  if (!Number.isSafeInteger(dong)) throw new RangeError(`not a whole amount of đồng: ${dong}`)
  return formatDecimal({ units: BigInt(dong), scale: UNITS[unit].power }, digits)
}

/**
 * Reads an amount given in `unit`; a unit written in the text itself ("300 triệu", "1,2 tỷ đồng") wins. Of two readings
 * the one that is a whole number of đồng is taken when the other is not.
 */
export function parseMoney(input: string | number, unit: MoneyUnit, options: DecimalOptions = {}): ParsedMoney {
  if (typeof input === 'number') return Number.isFinite(input) ? settle([shownDecimal(input)], unit) : { kind: 'none' }
  const line = cleanLine(input)
  const steps = inTwoUnits(line)
  if (steps !== null) return steps
  const { number, unit: written } = splitUnit(line)
  const parsed = parseDecimal(number, options)
  switch (parsed.kind) {
    case 'value':
      return settle([parsed], written ?? unit)
    case 'ambiguous':
      return settle(parsed.readings, written ?? unit)
    case 'none':
      return { kind: 'none' }
  }
}

/** The unit a heading or note names: "ĐVT: Triệu đồng", "Doanh thu (nghìn đồng)", "1.000 đ". Null when it names none. */
export function findMoneyUnit(text: string): MoneyUnit | null {
  const line = cleanLine(text).toLowerCase()
  return HEADING_PATTERNS.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

// "đồng" alone proves nothing ("hợp đồng", "lao động", "Đồng Nai"): it must stand in brackets, after "ĐVT" or alone.
const BEFORE = String.raw`(?:^|[(\[/,;:]|đvt:?|dvt:?|đơn vị(?: tính)?:?|don vi(?: tinh)?:?) ?`
const AFTER = String.raw`(?= ?(?:$|[)\],;./]))`
const DONG = '(?:đồng|đ|vnđ|vnd|dong)'
const HEADING_PATTERNS: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['billion', new RegExp(String.raw`(?<!\p{L})(?:tỷ|tỉ|ty) ?${DONG}(?!\p{L})`, 'u')],
  ['million', new RegExp(String.raw`(?<!\p{L})(?:triệu|trieu|tr\.?) ?${DONG}(?!\p{L})`, 'u')],
  ['million', new RegExp(String.raw`(?<![\d.,])1[.,]?000[.,]?000 ?${DONG}(?!\p{L})`, 'u')],
  ['thousand', new RegExp(String.raw`(?<!\p{L})(?:nghìn|ngàn|nghin|ngan|ng\.?) ?${DONG}(?!\p{L})`, 'u')],
  ['thousand', new RegExp(String.raw`(?<![\d.,])1[.,]?000 ?${DONG}(?!\p{L})`, 'u')],
  ['billion', new RegExp(`${BEFORE}(?:tỷ|tỉ)${AFTER}`, 'u')],
  ['million', new RegExp(`${BEFORE}(?:triệu|tr)${AFTER}`, 'u')],
  ['thousand', new RegExp(`${BEFORE}(?:nghìn|ngàn)${AFTER}`, 'u')],
  ['dong', new RegExp(`${BEFORE}(?:việt nam )?${DONG}(?: việt nam)?${AFTER}`, 'u')],
  ['dong', /(?<!\p{L})vn[đd](?!\p{L})/u],
]

const SUFFIXES: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['billion', /(?<!\p{L})(?:tỷ|tỉ)(?: ?(?:đồng|đ|vnđ|vnd))?$/u],
  ['million', /(?<!\p{L})(?:triệu|tr)\.?(?: ?(?:đồng|đ|vnđ|vnd))?$/u],
  ['thousand', /(?<!\p{L})(?:nghìn|ngàn|ng)\.?(?: ?(?:đồng|đ|vnđ|vnd))?$/u],
  ['dong', /(?<!\p{L})(?:đồng|đ|vnđ|vnd|₫)$/u],
]

function splitUnit(line: string): { number: string; unit: MoneyUnit | null } {
  const lower = line.toLowerCase()
  for (const [unit, pattern] of SUFFIXES) {
    const at = lower.search(pattern)
    if (at > 0) return { number: line.slice(0, at).trim(), unit }
  }
  return { number: line, unit: null }
}

/** "1 tỷ 200 triệu", "2 triệu 500 nghìn đồng"; null for what is written in one unit. */
function inTwoUnits(line: string): ParsedMoney | null {
  const match = /^(.*?\d ?(?:tỷ|tỉ|triệu|tr\.?)),? (?:và )?(\d.*)$/iu.exec(line)
  const [large, small] = [splitUnit(match?.[1] ?? ''), splitUnit(match?.[2] ?? '')]
  if (large.unit === null || small.unit === null || UNITS[small.unit].power >= UNITS[large.unit].power) return null
  const [many, few] = [parseMoney(large.number, large.unit), parseMoney(small.number, small.unit)]
  const step = 10 ** UNITS[large.unit].power
  // "1,5 tỷ 200 triệu" and "1 tỷ 1.200 triệu" are slips.
  if (many.kind !== 'value' || few.kind !== 'value' || many.dong % step !== 0 || few.dong < 0 || few.dong >= step)
    return { kind: 'none' }
  return { kind: 'value', dong: many.dong + Math.sign(many.dong || 1) * few.dong }
}

// A cell computed by a formula carries binary dust in its 16th and 17th digits; spreadsheets show 15.
function shownDecimal(value: number): Decimal {
  return decimalOf(Number(value.toPrecision(15)))
}

function settle(readings: readonly Decimal[], unit: MoneyUnit): ParsedMoney {
  const whole = [...new Set(readings.flatMap((reading) => wholeDong(reading, unit)))]
  const [only, ...others] = whole
  if (only === undefined) return { kind: 'fraction' }
  if (others.length > 0) return { kind: 'ambiguous', readings: whole }
  return Number.isSafeInteger(only) ? { kind: 'value', dong: only } : { kind: 'none' }
}

function wholeDong({ units, scale }: Decimal, unit: MoneyUnit): number[] {
  const scaled = units * 10n ** BigInt(UNITS[unit].power)
  const divisor = 10n ** BigInt(scale)
  // Adding zero turns -0 into 0.
  return scaled % divisor === 0n ? [Number(scaled / divisor) + 0] : []
}
