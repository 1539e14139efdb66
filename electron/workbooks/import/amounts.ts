// Amounts of money in cells: the style of a column's numbers, two readings where both are possible, and how one of them is chosen.
import { formatMoney, type MoneyUnit, parseMoney, unitLabel } from '../../../shared/vietnamese/money'
import { type CellReading, isEmptyMark, readLine } from './cells'
import { quoted } from './findings'
import { columnLetter, type RawCell } from './rawWorkbook'

function digitsOf(text: string): string {
  return text.replace(/[^\d.,]/g, '')
}

/** '1,850.0' or '1,000,000'; not '1.120', which may as well be Vietnamese. */
function isEnglishStyle(text: string): boolean {
  const digits = digitsOf(text)
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(digits)) return true
  return /^\d+(?:,\d{3})*\.\d+$/.test(digits) && !/^[1-9]\d{0,2}\.\d{3}$/.test(digits)
}

export type NumberStyle = 'vietnamese' | 'english' | 'mixed' | 'unknown'

/** What the numbers typed as text in a column prove about its style; '1.120' and '1,850' prove nothing. */
export function numberStyleOf(cells: Iterable<RawCell>): NumberStyle {
  let vietnamese = 0
  let english = 0
  for (const cell of cells) {
    if (cell.kind !== 'text') continue
    const text = digitsOf(cell.text)
    if (/^\d+(?:\.\d{3})*,\d+$/.test(text) && !/^[1-9]\d{0,2},\d{3}$/.test(text)) vietnamese += 1
    else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) vietnamese += 1
    else if (isEnglishStyle(cell.text)) english += 1
  }
  if (vietnamese > 0 && english > 0) return 'mixed'
  if (vietnamese > 0) return 'vietnamese'
  return english > 0 ? 'english' : 'unknown'
}

export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly dong: number; readonly text: string }
  /** Two readings; `preferred` by the style of the column, null when nothing speaks for either. */
  | {
      readonly kind: 'open'
      readonly readings: readonly number[]
      readonly preferred: number | null
      readonly text: string
    }
  | { readonly kind: 'bad' }

export interface AmountContext extends CellReading {
  readonly unit: MoneyUnit
  readonly style: NumberStyle
}

/** An amount of money, exact to the đồng; anything else is refused at its cell. */
export function readAmount(cell: RawCell | undefined, context: AmountContext): AmountReading {
  const { findings, place, label, unit } = context
  if (cell === undefined) return { kind: 'empty' }
  const text = readLine(cell, context)
  if (cell.kind === 'formula' || cell.kind === 'error') return { kind: 'bad' }
  if (text === '' || isEmptyMark(text)) return text === '0' ? { kind: 'value', dong: 0, text } : { kind: 'empty' }
  const refuse = (code: string, message: string): AmountReading => {
    findings.add('error', place, { code, message, original: text })
    return { kind: 'bad' }
  }
  const parsed = parseMoney(cell.kind === 'number' ? Number(cell.text) : text, unit)
  switch (parsed.kind) {
    case 'none':
      return refuse(
        'money.unreadable',
        `${label}: ${quoted(text)} không đọc được thành số tiền. Ghi một con số hoặc để trống.`,
      )
    case 'fraction':
      return refuse(
        'money.fraction',
        `${label}: ${quoted(text)} ${unitLabel(unit)} không ra số đồng nguyên. Sửa số tiền hoặc kiểm tra lại đơn vị tính.`,
      )
    case 'value':
      if (parsed.dong < 0) return refuse('money.negative', `${label}: số tiền âm (${text}). Sửa lại ô này.`)
      return { kind: 'value', dong: parsed.dong, text: cell.kind === 'number' ? '' : text }
    case 'ambiguous':
      // Nobody writes parts of a đồng: '1.500' and '1,500' đồng are one thousand five hundred.
      if (unit === 'dong') return { kind: 'value', dong: Math.max(...parsed.readings), text }
      return { kind: 'open', readings: parsed.readings, preferred: preferredReading(text, context), text }
  }
}

/** A dot before three digits separates thousands, as Vietnamese write, unless the column proves the English style; a comma needs proof. */
function preferredReading(text: string, { unit, style }: AmountContext): number | null {
  const dot = text.includes('.')
  const vietnamese = parseMoney(text, unit, dot ? { prefer: 'vietnamese' } : { commaIs: 'decimal' })
  const open = parseMoney(text, unit)
  if (vietnamese.kind !== 'value' || open.kind !== 'ambiguous') return null
  const english = open.readings.find((reading) => reading !== vietnamese.dong) ?? null
  if (style === 'english') return english
  if (dot || style === 'vietnamese') return vietnamese.dong
  return null
}

/** A thousand tỷ: beyond any cơ sở or plan of khuyến công; such a cell was written in đồng under a heading of triệu. */
const unlikelyDong = 1_000_000_000_000

/** Settles a reading with two meanings: by what the rest of the row proves, by the column's style, or by asking. */
export function settleAmount(reading: AmountReading, context: AmountContext, proven: number | null): number | null {
  const { findings, place, label, unit, style } = context
  const shown = (dong: number) => `${formatMoney(dong, unit)} ${unitLabel(unit)}`
  if (reading.kind === 'empty' || reading.kind === 'bad') return null
  if (reading.kind === 'value') {
    if (style === 'mixed' && isEnglishStyle(reading.text))
      findings.add('warning', place, {
        code: 'number.english',
        message: `${label}: ${quoted(reading.text)} viết kiểu Anh trong cột viết kiểu Việt Nam, được đọc là ${shown(reading.dong)}.`,
        original: reading.text,
        suggested: formatMoney(reading.dong, unit),
      })
    if (unit !== 'dong' && reading.dong >= unlikelyDong && !/\p{L}/u.test(reading.text))
      findings.add('warning', place, {
        code: 'money.large',
        message: `${label}: số tiền được đọc là ${shown(reading.dong)}, lớn bất thường. Nếu ô này ghi bằng đồng thì sửa lại ô, hoặc ghi rõ “đồng” sau con số.`,
        original: reading.text,
      })
    return reading.dong
  }
  if (proven !== null) return proven
  const column = place.column === null ? '' : columnLetter(place.column)
  const [first = 0, second = 0] = reading.readings
  const thousands = Math.max(first, second)
  const decimals = Math.min(first, second)
  const dot = reading.text.includes('.')
  const answer = findings.ask({
    id: `style:${place.sheet}!${column}:${dot ? 'dot' : 'comma'}`,
    message: `Cột ${column} (${label}) trang “${place.sheet}” có số như ${quoted(reading.text)}: dấu ${dot ? 'chấm' : 'phẩy'} ngăn hàng nghìn hay ngăn phần lẻ?`,
    place,
    choices: [
      { value: 'thousands', label: `Ngăn hàng nghìn: ${shown(thousands)}` },
      { value: 'decimals', label: `Ngăn phần lẻ: ${shown(decimals)}` },
    ],
    fallback: reading.preferred === null ? null : reading.preferred === thousands ? 'thousands' : 'decimals',
  })
  if (answer === null) {
    findings.add('question', place, {
      code: 'number.style',
      message: `${label}: ${quoted(reading.text)} có thể là ${shown(thousands)} hoặc ${shown(decimals)}. Chọn một cách đọc cho cột ${column}.`,
      original: reading.text,
    })
    return null
  }
  const dong = answer === 'thousands' ? thousands : decimals
  findings.add('warning', place, {
    code: 'number.style',
    message: `${label}: ${quoted(reading.text)} được đọc là ${shown(dong)} (dấu ${dot ? 'chấm' : 'phẩy'} ngăn ${answer === 'thousands' ? 'hàng nghìn' : 'phần lẻ'}). Nếu không đúng thì sửa ô này hoặc đổi cách đọc của cột ${column}.`,
    original: reading.text,
    suggested: formatMoney(dong, unit),
  })
  return dong
}
