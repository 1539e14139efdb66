// The parts of an .xlsx that hold cells: strings, styles and sheets, each read forward in one pass, whoever wrote them.
import { isPlainDate } from '../../../shared/vietnamese/dates'
import type { RawCell, RawCellKind, RawRange, RawRow } from '../import/rawWorkbook'
import { parseCellName } from '../import/rawWorkbook'
import { builtInDateFormat, dateOfSerial, isBuiltInDateFormat, isDateFormat, plainNumber } from './numberFormats'
import type { ReadBudget } from './readLimits'
import type { XmlAttributes, XmlHandler } from './xml'

export interface Style {
  readonly numberFormat: string
  readonly isDate: boolean
  readonly font: string
}

const plainStyle: Style = { numberFormat: '', isDate: false, font: '' }

export interface SheetParts {
  readonly strings: readonly string[]
  readonly styles: readonly Style[]
  readonly from1904: boolean
}

const mostRows = 1_048_576
const mostColumns = 16_384

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

const unstorable = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}/gu

/** Without halves of characters and control characters, which a damaged or hostile file may name by their numbers. */
function storable(text: string): string {
  return text.replace(unstorable, '')
}

/** Shorter pieces of a string are copied in any case. */
const longestCopied = 12

/** A piece cut from a longer string keeps all of that in memory, and a text among letters of two bytes takes two for each digit. */
function standingAlone(text: string): string {
  return text.length <= longestCopied ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

/** `_x000D_` is how the format writes characters XML cannot hold. */
function decodeEscapes(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return standingAlone(decoded.replace(/\r\n?/g, '\n'))
}

/** Text of a shared or inline string: all its runs, without the phonetic guide some writers add. */
export class TextReader {
  #text = ''
  #inText = false
  #inPhonetic = false

  start(): void {
    this.#text = ''
    this.#inText = false
    this.#inPhonetic = false
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true
    if (name === 't') this.#inText = !this.#inPhonetic
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false
    if (name === 't') this.#inText = false
  }

  text(text: string): void {
    if (this.#inText) this.#text += text
  }

  take(): string {
    return decodeEscapes(this.#text)
  }
}

export class StyleReader implements XmlHandler {
  readonly #formats = new Map<number, string>()
  readonly #fonts: string[] = []
  readonly #cells: { format: number; font: number }[] = []
  readonly #budget: ReadBudget
  #section = ''

  constructor(budget: ReadBudget) {
    this.#budget = budget
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'fonts' || name === 'cellXfs') this.#section = name
    if (name === 'font' || name === 'xf' || name === 'numFmt') this.#budget.item()
    if (name === 'numFmt') this.#formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (this.#section === 'fonts') {
      if (name === 'font') this.#fonts.push('')
      if (name === 'name') this.#fonts[this.#fonts.length - 1] = attributes.val ?? ''
    }
    if (this.#section === 'cellXfs' && name === 'xf')
      this.#cells.push({ format: Number(attributes.numFmtId ?? 0), font: Number(attributes.fontId ?? 0) })
  }

  close(name: string): void {
    if (name === this.#section) this.#section = ''
  }

  text(): void {}

  styles(): Style[] {
    return this.#cells.map(({ format, font }) => {
      const code = this.#formats.get(format)
      const isDate = code === undefined ? isBuiltInDateFormat(format) : isDateFormat(code)
      return {
        numberFormat: code ?? (isDate ? builtInDateFormat : ''),
        isDate,
        font: this.#fonts[font] ?? '',
      }
    })
  }
}

export class SheetReader implements XmlHandler {
  readonly merges: RawRange[] = []
  readonly hiddenColumns: number[] = []
  readonly #parts: SheetParts
  readonly #sheet: string
  readonly #budget: ReadBudget
  readonly #rows: RawRow[] = []
  readonly #inline = new TextReader()
  #rowNumber = 0
  #rowHidden = false
  #cells: RawCell[] = []
  #column = 0
  #type = ''
  #style: Style = plainStyle
  #value = ''
  #formula = ''
  #hasFormula = false
  #hasValue = false
  #collect: 'value' | 'formula' | 'inline' | null = null

  constructor(parts: SheetParts, sheet: string, budget: ReadBudget) {
    this.#parts = parts
    this.#sheet = sheet
    this.#budget = budget
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.#rowNumber = rowNumber(attributes.r) ?? this.#rowNumber + 1
        this.#rowHidden = isTrue(attributes.hidden)
        this.#cells = []
        this.#column = 0
        return
      case 'c':
        this.#openCell(attributes)
        return
      case 'v':
        this.#collect = 'value'
        this.#hasValue = true
        return
      case 'f':
        this.#collect = 'formula'
        this.#hasFormula = true
        return
      case 'is':
        this.#collect = 'inline'
        this.#inline.start()
        return
      case 'col':
        if (isTrue(attributes.hidden)) this.#hideColumns(Number(attributes.min), Number(attributes.max))
        return
      case 'mergeCell':
        this.#addMerge(attributes.ref ?? '')
        return
      default:
        if (this.#collect === 'inline') this.#inline.open(name)
    }
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow()
    else if (name === 'c') this.#closeCell()
    else if (name === 'is') {
      this.#value = this.#inline.take()
      this.#collect = null
    } else if (name === 'v' || name === 'f') this.#collect = null
    else if (this.#collect === 'inline') this.#inline.close(name)
  }

  text(text: string): void {
    if (this.#collect === 'value') this.#value += text
    else if (this.#collect === 'formula') this.#formula += text
    else if (this.#collect === 'inline') this.#inline.text(text)
  }

  finish(): RawRow[] {
    return this.#rows.sort((a, b) => a.number - b.number)
  }

  #openCell(attributes: XmlAttributes): void {
    const place = attributes.r === undefined ? null : parseCellName(attributes.r)
    this.#column = place === null ? this.#column + 1 : place.column
    this.#type = attributes.t ?? 'n'
    this.#style = this.#parts.styles[Number(attributes.s ?? 0)] ?? plainStyle
    this.#value = ''
    this.#formula = ''
    this.#hasFormula = false
    this.#hasValue = false
  }

  #closeCell(): void {
    // Beyond the last column there is nothing Excel would show.
    const content = this.#column > mostColumns ? null : this.#content()
    if (content === null) return
    this.#budget.cell(this.#sheet)
    // A shared string is kept once, however many cells show it.
    if (this.#type !== 's') this.#budget.text(content.text)
    this.#cells.push({
      column: this.#column,
      kind: content.kind,
      text: content.text,
      computed: this.#hasFormula,
      numberFormat: this.#style.numberFormat,
      font: this.#style.font,
    })
  }

  #content(): { kind: RawCellKind; text: string } | null {
    if (this.#value === '') {
      // A formula whose result is an empty text has been computed: there is nothing in the cell.
      const isEmptyText = this.#type === 'str' && this.#hasValue
      return this.#hasFormula && !isEmptyText ? { kind: 'formula', text: standingAlone(`=${this.#formula}`) } : null
    }
    switch (this.#type) {
      case 's':
        return textContent(this.#parts.strings[Number(this.#value)] ?? '')
      case 'str':
        return textContent(decodeEscapes(this.#value))
      case 'inlineStr':
        return textContent(this.#value)
      case 'b':
        return { kind: 'boolean', text: this.#value === '1' ? 'TRUE' : 'FALSE' }
      case 'e':
        return { kind: 'error', text: this.#value }
      case 'd':
        return isoDate(this.#value)
      default:
        return this.#numberContent()
    }
  }

  #numberContent(): { kind: RawCellKind; text: string } {
    const value = Number(this.#value)
    if (!Number.isFinite(value)) return { kind: 'text', text: this.#value }
    const date = this.#style.isDate ? dateOfSerial(value, this.#parts.from1904) : null
    return date === null ? { kind: 'number', text: plainNumber(value) } : { kind: 'date', text: date }
  }

  #closeRow(): void {
    if (this.#cells.length === 0 || this.#rowNumber > mostRows) return
    const cells = this.#cells.sort((a, b) => a.column - b.column)
    const row: RawRow = { number: this.#rowNumber, hidden: this.#rowHidden, cells }
    this.#budget.row(this.#sheet)
    this.#rows.push(row)
    this.#cells = []
  }

  /** Files hide everything to the right of a table: what lies far beyond any table is not listed. */
  #hideColumns(first: number, last: number): void {
    const furthest = 400
    for (let column = first; column <= Math.min(last, furthest); column++) this.hiddenColumns.push(column)
  }

  #addMerge(reference: string): void {
    const [from = '', to = ''] = reference.split(':')
    const first = parseCellName(from)
    const last = parseCellName(to)
    if (first === null || last === null) return
    this.#budget.item()
    this.merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column })
  }
}

/** '2019-07-05T00:00:00', as some writers have dates; anything else under that name stays the text it is. */
function isoDate(value: string): { kind: RawCellKind; text: string } | null {
  const day = value.slice(0, 10)
  return isPlainDate(day) ? { kind: 'date', text: day } : textContent(value)
}

/** Null where the writer left it out, or wrote none. */
function rowNumber(text: string | undefined): number | null {
  const number = text === undefined ? Number.NaN : Number(text)
  return Number.isInteger(number) && number > 0 ? number : null
}

function textContent(text: string): { kind: RawCellKind; text: string } | null {
  const kept = storable(text)
  return kept.trim() === '' ? null : { kind: 'text', text: kept }
}
