// How the text of a box and the value of its field stand for each other: money, numbers, dates and months as they are written here.
import {
  formatDate,
  formatMonth,
  isPlainDate,
  isPlainMonth,
  parseDate,
  parseMonth,
} from '../../shared/vietnamese/dates'
import { formatMoney, type MoneyUnit, parseMoney } from '../../shared/vietnamese/money'
import { formatDecimal, parseDecimal } from '../../shared/vietnamese/numbers'

/** How a box's text and the form's value stand for each other. */
export interface Shape {
  /** What the typed text stands for; text that cannot be read stays text, and the schema refuses it by name. */
  readonly read: (text: string) => unknown
  readonly show: (value: unknown) => string
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

const vietnamese = { prefer: 'vietnamese', commaIs: 'decimal' } as const

/** `empty` is what an empty box stands for; `unit` what the number is in where it names none itself. */
export function moneyShape(empty: number | null, unit: MoneyUnit = 'dong'): Shape {
  return {
    read: (text) => {
      if (text.trim() === '') return empty
      const parsed = parseMoney(text, unit, vietnamese)
      return parsed.kind === 'value' ? parsed.dong : text
    },
    show: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? formatMoney(value) : plainText(value)),
  }
}

export const moneyShapes = { none: moneyShape(null), zero: moneyShape(0) }

const numberShapes = new Map<string, Shape>()

export function numberShape(decimals: number, grouped: boolean): Shape {
  const key = `${decimals}${grouped}`
  const known = numberShapes.get(key)
  if (known !== undefined) return known
  const shape: Shape = {
    read: (text) => {
      if (text.trim() === '') return null
      const parsed = parseDecimal(text, vietnamese)
      if (parsed.kind !== 'value' || parsed.scale > decimals) return text
      return Number(parsed.units * 10n ** BigInt(decimals - parsed.scale))
    },
    show: (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return plainText(value)
      return grouped ? formatDecimal({ units: BigInt(value), scale: decimals }, decimals) : String(value)
    },
  }
  numberShapes.set(key, shape)
  return shape
}

export const dateShape: Shape = {
  read: (text) => {
    if (text.trim() === '') return null
    const parsed = parseDate(text)
    return parsed.kind === 'value' ? parsed.date : text
  },
  show: (value) => (typeof value === 'string' && isPlainDate(value) ? formatDate(value) : plainText(value)),
}

export const monthShape: Shape = {
  read: (text) => {
    if (text.trim() === '') return null
    const parsed = parseMonth(text)
    return parsed.kind === 'value' ? parsed.month : text
  },
  show: (value) => (typeof value === 'string' && isPlainMonth(value) ? formatMonth(value) : plainText(value)),
}
