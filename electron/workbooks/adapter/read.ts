// Bytes of an .xlsx → plain data. Reads SpreadsheetML itself: sizes are bounded before anything is inflated, and files of Excel,
// LibreOffice, openpyxl and .NET (prefixed names, inline strings, 1904 dates) all read alike.
import { Refusal } from '../../../shared/contract/errors'
import type { RawCell, RawCellKind, RawRange, RawRow, RawSheet, RawWorkbook } from '../import/rawWorkbook'
import { parseCellName } from '../import/rawWorkbook'
import { builtInDateFormat, dateOfSerial, isBuiltInDateFormat, isDateFormat, plainNumber } from './numberFormats'
import { BrokenXml, readXml, type XmlAttributes, type XmlHandler } from './xml'
import { DamagedZip, inflateEntry, listZip, type ZipEntry } from './zip'

export interface ReadLimits {
  readonly fileBytes: number
  readonly inflatedBytes: number
  readonly sheets: number
  readonly rows: number
  readonly cells: number
}

export const readLimits: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 300 * 1024 * 1024,
  sheets: 50,
  rows: 100_000,
  cells: 2_000_000,
}

function unreadable(reason: string): Refusal {
  return new Refusal('workbook.unreadable', reason)
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / (1024 * 1024))} MB`
const vietnameseCount = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

export function readWorkbook(bytes: Uint8Array, limits: ReadLimits = readLimits): RawWorkbook {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherFormats(file, limits)
  try {
    return new Package(file, limits).read()
  } catch (error) {
    if (error instanceof DamagedZip || error instanceof BrokenXml)
      throw unreadable('tệp bị hỏng hoặc chép chưa hết. Hãy mở lại bằng Excel, lưu thành tệp mới rồi chọn tệp mới đó.')
    throw error
  }
}

function refuseOtherFormats(file: Buffer, limits: ReadLimits): void {
  if (file.length === 0) throw unreadable('tệp rỗng (0 byte).')
  if (file.length > limits.fileBytes)
    throw unreadable(
      `tệp nặng ${megabytes(file.length)}, quá mức ${megabytes(limits.fileBytes)}. Hãy bỏ ảnh và các trang không cần rồi lưu lại.`,
    )
  const signature = file.toString('hex', 0, 4)
  if (signature === 'd0cf11e0') throw unreadable(wordsForCompoundFile(file))
  if (signature === '504b0304') return
  const start = file.subarray(0, 512).toString('utf8').trimStart().toLowerCase()
  if (start.startsWith('%pdf'))
    throw unreadable('đây là tệp PDF. Hãy xin tệp Excel gốc, hoặc nhập tay các dòng cần thiết.')
  if (/^(<!doctype html|<html|<\?xml|<table|<meta)/.test(start.replace(/^\ufeff/, '')))
    throw unreadable(
      'đây là trang web (HTML/XML) mang đuôi Excel. Hãy mở bằng Excel, chọn “Lưu thành” loại Excel Workbook (.xlsx) rồi chọn tệp mới.',
    )
  if (!file.subarray(0, 4096).includes(0))
    throw unreadable(
      'đây là tệp văn bản (CSV/TXT), không phải .xlsx. Hãy mở bằng Excel, kiểm tra chữ Việt và số 0 đầu mã, rồi “Lưu thành” loại Excel Workbook (.xlsx).',
    )
  throw unreadable('tệp không phải sổ tính .xlsx, hoặc đã hỏng ngay từ đầu tệp.')
}

/** Old binary workbooks and password-protected new ones live in the same kind of container; their directory names tell them apart. */
function wordsForCompoundFile(file: Buffer): string {
  const has = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo'))
    return 'tệp có mật khẩu. Hãy mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ tính để bỏ mật khẩu, lưu lại rồi chọn lại tệp.'
  if (has('WordDocument')) return 'đây là tệp Word kiểu cũ (.doc). Hãy chép bảng sang Excel và lưu thành .xlsx.'
  return 'đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice, “Lưu thành” loại Excel Workbook (.xlsx) rồi chọn tệp mới.'
}

interface Style {
  readonly numberFormat: string
  readonly isDate: boolean
  readonly font: string
}

const plainStyle: Style = { numberFormat: '', isDate: false, font: '' }

interface Relationship {
  readonly type: string
  readonly target: string
}

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relationship: string
}

class Package {
  readonly #file: Buffer
  readonly #limits: ReadLimits
  readonly #entries = new Map<string, ZipEntry>()
  #rowCount = 0
  #cellCount = 0

  constructor(file: Buffer, limits: ReadLimits) {
    this.#file = file
    this.#limits = limits
    let inflated = 0
    for (const entry of listZip(file)) {
      inflated += entry.size
      if (!this.#entries.has(entry.name.toLowerCase())) this.#entries.set(entry.name.toLowerCase(), entry)
    }
    if (inflated > limits.inflatedBytes)
      throw unreadable(
        `tệp giải nén ra ${megabytes(inflated)}, quá mức ${megabytes(limits.inflatedBytes)}. Hãy xóa các trang và vùng định dạng thừa rồi lưu lại.`,
      )
  }

  read(): RawWorkbook {
    const workbookPath = this.#workbookPath()
    const relationships = this.#relationships(workbookPath)
    const { sheets, from1904 } = this.#workbook(workbookPath)
    if (sheets.length > this.#limits.sheets)
      throw unreadable(
        `tệp có ${sheets.length} trang tính, quá mức ${this.#limits.sheets}. Hãy chép các trang cần nhập sang tệp mới.`,
      )
    const partOf = (kind: string) => [...relationships.values()].find((one) => one.type.endsWith(`/${kind}`))?.target
    const strings = this.#sharedStrings(partOf('sharedStrings'))
    const styles = this.#styles(partOf('styles'))
    const notes: string[] = []
    if (partOf('vbaProject') !== undefined)
      notes.push('Tệp có macro. Chương trình chỉ đọc ô dữ liệu, không chạy macro.')
    const read: RawSheet[] = []
    for (const sheet of sheets) {
      const part = relationships.get(sheet.relationship)
      if (part?.type.endsWith('/worksheet') === true)
        read.push(this.#sheet(sheet, part.target, { strings, styles, from1904 }))
      else notes.push(`Trang “${sheet.name}” chỉ có biểu đồ hoặc macro nên được bỏ qua.`)
    }
    return { sheets: read, notes }
  }

  #part(path: string): Buffer {
    const entry = this.#entries.get(path.toLowerCase())
    if (entry === undefined) throw new DamagedZip(`${path} is missing`)
    if (entry.encrypted)
      throw unreadable('tệp nén có mật khẩu. Hãy giải nén, bỏ mật khẩu rồi chọn lại tệp .xlsx bên trong.')
    return inflateEntry(this.#file, entry)
  }

  #workbookPath(): string {
    const root = this.#entries.has('_rels/.rels') ? [...this.#relationships('').values()] : []
    const main = root.find((one) => one.type.endsWith('/officeDocument'))?.target
    if (main?.endsWith('.bin') === true)
      throw unreadable(
        'đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và “Lưu thành” loại Excel Workbook (.xlsx).',
      )
    if (main?.startsWith('word/') === true)
      throw unreadable('đây là tệp Word (.docx). Hãy chép bảng sang Excel và lưu thành .xlsx.')
    if (main !== undefined) return main
    if (this.#entries.has('xl/workbook.xml')) return 'xl/workbook.xml'
    if (this.#entries.has('content.xml'))
      throw unreadable(
        'đây là tệp LibreOffice (.ods). Hãy mở bằng LibreOffice và “Lưu thành” loại Excel 2007–365 (.xlsx).',
      )
    throw unreadable('đây là tệp nén (.zip) không chứa sổ tính Excel. Hãy giải nén rồi chọn tệp .xlsx bên trong.')
  }

  #relationships(ofPath: string): Map<string, Relationship> {
    const folder = ofPath.includes('/') ? ofPath.slice(0, ofPath.lastIndexOf('/') + 1) : ''
    const own = `${folder}_rels/${ofPath.slice(folder.length)}.rels`
    const found = new Map<string, Relationship>()
    readXml(this.#part(own), {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes.TargetMode === 'External') return
        const target = resolvePart(folder, attributes.Target ?? '')
        found.set(attributes.Id ?? '', { type: attributes.Type ?? '', target })
      },
      close() {},
      text() {},
    })
    return found
  }

  #workbook(path: string): { sheets: SheetEntry[]; from1904: boolean } {
    const sheets: SheetEntry[] = []
    let from1904 = false
    readXml(this.#part(path), {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
        if (name === 'sheet')
          sheets.push({
            name: attributes.name ?? '',
            hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
            relationship: prefixed(attributes, 'id') ?? '',
          })
      },
      close() {},
      text() {},
    })
    return { sheets, from1904 }
  }

  #sharedStrings(path: string | undefined): string[] {
    if (path === undefined) return []
    const strings: string[] = []
    const reader = new TextReader()
    readXml(this.#part(path), {
      open(name) {
        if (name === 'si') reader.start()
        else reader.open(name)
      },
      close(name) {
        if (name === 'si') strings.push(reader.take())
        else reader.close(name)
      },
      text: (text) => reader.text(text),
    })
    return strings
  }

  #styles(path: string | undefined): Style[] {
    if (path === undefined) return []
    const reader = new StyleReader()
    readXml(this.#part(path), reader)
    return reader.styles()
  }

  #sheet(entry: SheetEntry, path: string, parts: SheetParts): RawSheet {
    const reader = new SheetReader(parts, (row) => this.#count(row, entry.name))
    readXml(this.#part(path), reader)
    return { name: entry.name, hidden: entry.hidden, rows: reader.finish(), merges: reader.merges }
  }

  #count(row: RawRow, sheet: string): void {
    this.#rowCount += 1
    this.#cellCount += row.cells.length
    if (this.#rowCount > this.#limits.rows)
      throw unreadable(
        `tệp có hơn ${vietnameseCount(this.#limits.rows)} dòng có dữ liệu (đến trang “${sheet}”). Hãy chia thành nhiều tệp.`,
      )
    if (this.#cellCount > this.#limits.cells)
      throw unreadable(
        `tệp có hơn ${vietnameseCount(this.#limits.cells)} ô có dữ liệu (đến trang “${sheet}”). Hãy chia thành nhiều tệp.`,
      )
  }
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function prefixed(attributes: XmlAttributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
}

/** `_x000D_` is how the format writes characters XML cannot hold. */
function decodeEscapes(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return decoded.replace(/\r\n?/g, '\n')
}

/** Text of a shared or inline string: all its runs, without the phonetic guide some writers add. */
class TextReader {
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

class StyleReader implements XmlHandler {
  readonly #formats = new Map<number, string>()
  readonly #fonts: string[] = []
  readonly #cells: { format: number; font: number }[] = []
  #section = ''

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'fonts' || name === 'cellXfs') this.#section = name
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

interface SheetParts {
  readonly strings: readonly string[]
  readonly styles: readonly Style[]
  readonly from1904: boolean
}

class SheetReader implements XmlHandler {
  readonly merges: RawRange[] = []
  readonly #parts: SheetParts
  readonly #onRow: (row: RawRow) => void
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
  #collect: 'value' | 'formula' | 'inline' | null = null

  constructor(parts: SheetParts, onRow: (row: RawRow) => void) {
    this.#parts = parts
    this.#onRow = onRow
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.#rowNumber = attributes.r === undefined ? this.#rowNumber + 1 : Number(attributes.r)
        this.#rowHidden = isTrue(attributes.hidden)
        this.#cells = []
        this.#column = 0
        return
      case 'c':
        this.#openCell(attributes)
        return
      case 'v':
        this.#collect = 'value'
        return
      case 'f':
        this.#collect = 'formula'
        this.#hasFormula = true
        return
      case 'is':
        this.#collect = 'inline'
        this.#inline.start()
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
  }

  #closeCell(): void {
    const content = this.#content()
    if (content === null) return
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
    if (this.#value === '' && this.#hasFormula) return { kind: 'formula', text: `=${this.#formula}` }
    if (this.#value === '') return null
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
        return { kind: 'date', text: this.#value.slice(0, 10) }
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
    if (this.#cells.length === 0) return
    const cells = this.#cells.sort((a, b) => a.column - b.column)
    const row: RawRow = { number: this.#rowNumber, hidden: this.#rowHidden, cells }
    this.#onRow(row)
    this.#rows.push(row)
    this.#cells = []
  }

  #addMerge(reference: string): void {
    const [from = '', to = ''] = reference.split(':')
    const first = parseCellName(from)
    const last = parseCellName(to)
    if (first === null || last === null) return
    this.merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column })
  }
}

function textContent(text: string): { kind: RawCellKind; text: string } | null {
  return text.trim() === '' ? null : { kind: 'text', text }
}
