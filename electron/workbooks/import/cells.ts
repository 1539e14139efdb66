// Reading one cell as what its column holds: text, codes, telephone numbers, counts. Dates and months: cellDates.ts.
import { judgeTaxCode, normalisePhone, normaliseTaxCode } from '../../../shared/domain/identity'
import { formatDate } from '../../../shared/vietnamese/dates'
import { formatInteger, numberOf, parseDecimal, parseLeadingInteger } from '../../../shared/vietnamese/numbers'
import { cleanLine, cleanParagraphs } from '../../../shared/vietnamese/text'
import { type Findings, type Place, quoted } from './findings'
import type { RawCell } from './rawWorkbook'

/** What offices write into a cell to say that it is empty. */
const emptyMarks = /^(?:[-–—.…_*\s]*|0|không|không có|chưa có|n\/a|null)$/iu

export interface CellReading {
  readonly findings: Findings
  readonly place: Place
  /** What the column is called, for sentences: 'Số lao động'. */
  readonly label: string
}

/** Text of the cell, one line; '' for an empty cell. Errors and formulas without a value are refused at the cell. */
export function readLine(cell: RawCell | undefined, reading: CellReading): string {
  return cleanLine(readRaw(cell, reading))
}

export function readParagraphs(cell: RawCell | undefined, reading: CellReading): string {
  return cleanParagraphs(readRaw(cell, reading))
}

function readRaw(cell: RawCell | undefined, { findings, place, label }: CellReading): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'error':
      findings.add('error', place, {
        code: 'cell.error',
        message: `${label}: ô đang báo lỗi ${cell.text} của Excel. Sửa công thức hoặc gõ giá trị vào ô này.`,
        original: cell.text,
      })
      return ''
    case 'formula':
      findings.add('error', place, {
        code: 'cell.formula',
        message: `${label}: ô là công thức chưa được tính. Mở tệp bằng Excel, lưu lại rồi nhập, hoặc gõ giá trị vào ô này.`,
        original: cell.text,
      })
      return ''
    case 'date':
      return formatDate(cell.text)
    case 'text':
      if (/^\s*[=+@]/.test(cell.text) && !/^\s*\+\s*(?:\d|\p{L})/u.test(cell.text))
        findings.add('warning', place, {
          code: 'text.formulaLike',
          message: `${label}: chữ bắt đầu bằng “${cell.text.trim()[0] ?? ''}” trông như công thức. Chương trình giữ nguyên là chữ, không tính và không chạy. Nếu gõ nhầm thì sửa lại ô này.`,
          original: cell.text,
          suggested: cell.text,
        })
      return cell.text
    case 'number':
    case 'boolean':
      return cell.text
  }
}

export function isEmptyMark(text: string): boolean {
  return emptyMarks.test(text.trim())
}

/** A code that must stay text: leading zeros that Excel dropped from a number come back where the length proves them. */
export function readTaxCode(cell: RawCell | undefined, reading: CellReading): string {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || isEmptyMark(text)) return ''
  const code = normaliseTaxCode(cell.kind === 'number' ? padLostZero(text, cell, reading) : text)
  if (judgeTaxCode(code) === 'wrongShape')
    reading.findings.add('warning', reading.place, {
      code: 'taxCode.shape',
      message: `${reading.label} ${quoted(text)} không có 10, 12 hoặc 13 chữ số. Vẫn nhập như đã ghi; nên kiểm tra lại với giấy đăng ký.`,
      original: text,
      suggested: code,
    })
  return code
}

function padLostZero(digits: string, cell: RawCell, { findings, place, label }: CellReading): string {
  const length = [10, 12, 13].find((one) => one === digits.length + 1)
  if (length === undefined || !/^\d+$/.test(digits)) return digits
  const code = digits.padStart(length, '0')
  findings.add('warning', place, {
    code: 'code.lostZero',
    message: `${label} là ô số nên Excel đã bỏ số 0 ở đầu. Chương trình ghi lại thành ${code}; nên kiểm tra với giấy đăng ký.`,
    original: cell.text,
    suggested: code,
  })
  return code
}

/** An identity number: nine or twelve digits, of which a number cell has dropped the zeros in front ('006…' is Bắc Kạn). */
export function readIdNumber(cell: RawCell | undefined, reading: CellReading): string {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || isEmptyMark(text)) return ''
  const digits = text.replace(/(?<=\d)[\s.](?=\d)/g, '')
  const length = digits.length === 8 ? 9 : digits.length === 10 || digits.length === 11 ? 12 : null
  if (cell.kind !== 'number' || length === null || !/^\d+$/.test(digits)) return digits
  const full = digits.padStart(length, '0')
  reading.findings.add('warning', reading.place, {
    code: 'code.lostZero',
    message: `${reading.label} là ô số nên Excel đã bỏ số 0 ở đầu. Chương trình ghi lại thành ${full}; nên kiểm tra với giấy tờ.`,
    original: cell.text,
    suggested: full,
  })
  return full
}

/** Digits of each number, +84 as 0: '+84 209 380 0003' → '02093800003'. Several numbers stay several. */
export function readPhone(cell: RawCell | undefined, reading: CellReading): string {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || isEmptyMark(text)) return ''
  const numbers = splitPhones(text).map((part) => phoneDigits(part, cell.kind === 'number'))
  if (numbers.every((number) => /^(?:0\d{8,10}|1[89]00\d{4,6})$/.test(number))) return numbers.join('; ')
  reading.findings.add('warning', reading.place, {
    code: 'phone.shape',
    message: `${reading.label} ${quoted(text)} không giống số điện thoại Việt Nam. Vẫn giữ nguyên như đã ghi; nên kiểm tra lại.`,
    original: text,
    suggested: text,
  })
  return text
}

/** A blank, dot or hyphen stands inside a number; a slash, comma or word between numbers. */
function splitPhones(text: string): string[] {
  return text
    .split(/[;,/]|\s+(?:và|hoặc)\s+|\s+-\s+(?=\+?\d{4})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function phoneDigits(text: string, fromNumber: boolean): string {
  const digits = normalisePhone(text.replace(/^[^\d+(]*/u, ''))
  return fromNumber && /^[2-9]\d{8,9}$/.test(digits) ? `0${digits}` : digits
}

/** A whole number of things: '9 lao động' is 9, and said. */
export function readCount(cell: RawCell | undefined, reading: CellReading): number | null {
  const text = readLine(cell, reading)
  if (cell === undefined || text === '' || (isEmptyMark(text) && text !== '0')) return null
  const { findings, place, label } = reading
  const refuse = (code: string, message: string) => {
    findings.add('error', place, { code, message, original: text })
    return null
  }
  const exact = cell.kind === 'number' ? Number(cell.text) : wholeNumber(text)
  if (exact !== null) {
    if (exact < 0) return refuse('count.negative', `${label} là số âm (${text}). Sửa lại ô này.`)
    if (!Number.isInteger(exact))
      return refuse('count.fraction', `${label} ${quoted(text)} không phải số nguyên. Sửa lại ô này.`)
    return exact
  }
  const leading = parseLeadingInteger(text)
  if (leading === null)
    return refuse(
      'count.unreadable',
      `${label} ${quoted(text)} không đọc được thành một con số. Ghi một số nguyên hoặc để trống.`,
    )
  findings.add('warning', place, {
    code: 'count.words',
    message: `${label} ${quoted(text)} được đọc là ${formatInteger(leading.value)}.`,
    original: text,
    suggested: String(leading.value),
  })
  return leading.value
}

/** '1.200' and '1,200' both mean 1200 where only whole numbers make sense. */
function wholeNumber(text: string): number | null {
  const parsed = parseDecimal(text, { prefer: 'vietnamese' })
  if (parsed.kind === 'value') return numberOf(parsed)
  if (parsed.kind === 'none') return null
  const whole = parsed.readings.map(numberOf).filter(Number.isInteger)
  return whole.length === 1 ? (whole[0] ?? null) : null
}
