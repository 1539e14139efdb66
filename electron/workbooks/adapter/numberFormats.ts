// Which number formats show a date, and what date a serial number means in either of Excel's two calendars.

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

export const builtInDateFormat = 'dd/mm/yyyy'

/** Only day, month and year count: a format of hours alone shows a time, which no column here asks for. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/general/gi, '')
  const section = bare.split(';')[0] ?? ''
  if (/[dy]/i.test(section)) return true
  return /m/i.test(section) && !/[hs]/i.test(section)
}

export function isBuiltInDateFormat(id: number): boolean {
  return builtInDates.has(id)
}

const dayLength = 86_400_000

/** YYYY-MM-DD of a serial; null outside the calendar. Serial 60 is the 29/02/1900 that never was: days before it are one off. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial + 1e-9)
  if (day < 1 || day > 2_958_465) return null
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(start + day * dayLength)
  return date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10)
}

/** The number as Excel shows it: 15 significant digits, so 0.1 + 0.2 reads 0.3; plain decimal, never an exponent. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value)
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e')
  const exponent = Number(exponentText)
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace(/[-.]/g, '')
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = (exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1)).replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
