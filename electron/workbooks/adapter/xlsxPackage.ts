// The package of an .xlsx: which part of the zip holds what. Sizes are bounded before anything is inflated, and files of Excel,
// LibreOffice, openpyxl and .NET (prefixed names, inline strings, 1904 dates) all read alike.
import type { RawSheet, RawWorkbook } from '../import/rawWorkbook'
import { megabytes, ReadBudget, type ReadLimits, unreadable } from './readLimits'
import { isTrue, type SheetParts, SheetReader, type Style, StyleReader, TextReader } from './sheetXml'
import { BrokenXml, EndlessToken, readXml, type XmlAttributes } from './xml'
import { DamagedZip, inflateEntry, listZip, type ZipEntry } from './zip'

/** @throws Refusal workbook.unreadable */
export function readXlsx(file: Buffer, limits: ReadLimits): RawWorkbook {
  try {
    return new Package(file, limits).read()
  } catch (error) {
    if (error instanceof EndlessToken)
      throw unreadable(
        'tệp có một ô dài hơn 8 triệu chữ (Excel chỉ giữ 32.767 chữ một ô). Hãy xóa ô đó, hoặc chép phần cần nhập sang tệp mới.',
      )
    if (error instanceof DamagedZip || error instanceof BrokenXml)
      throw unreadable('tệp bị hỏng hoặc chép chưa hết. Hãy mở lại bằng Excel, lưu thành tệp mới rồi chọn tệp mới đó.')
    throw error
  }
}

/** Which part of the package holds each worksheet, by the sheet's name. */
export function worksheetParts(file: Buffer, limits: ReadLimits): ReadonlyMap<string, string> {
  return new Package(file, limits).worksheets()
}

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
  readonly #budget: ReadBudget
  readonly #entries = new Map<string, ZipEntry>()

  constructor(file: Buffer, limits: ReadLimits) {
    this.#file = file
    this.#limits = limits
    this.#budget = new ReadBudget(limits)
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
    const links = [...relationships.values()].filter((one) => one.type.endsWith('/externalLink')).length
    if (links > 0)
      notes.push(
        `Tệp có liên kết tới ${links} tệp khác. Chương trình không mở các tệp đó; dùng giá trị đã lưu trong ô, có thể đã cũ.`,
      )
    const read: RawSheet[] = []
    for (const sheet of sheets) {
      const part = relationships.get(sheet.relationship)
      if (part?.type.endsWith('/worksheet') === true)
        read.push(this.#sheet(sheet, part.target, { strings, styles, from1904 }))
      else notes.push(`Trang “${sheet.name}” chỉ có biểu đồ hoặc macro nên được bỏ qua.`)
    }
    return { sheets: read, notes }
  }

  worksheets(): Map<string, string> {
    const workbookPath = this.#workbookPath()
    const relationships = this.#relationships(workbookPath)
    return new Map(
      this.#workbook(workbookPath).sheets.flatMap(({ name, relationship }) => {
        const part = relationships.get(relationship)
        return part?.type.endsWith('/worksheet') === true ? [[name, part.target] as const] : []
      }),
    )
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
    const budget = this.#budget
    const folder = ofPath.includes('/') ? ofPath.slice(0, ofPath.lastIndexOf('/') + 1) : ''
    const own = `${folder}_rels/${ofPath.slice(folder.length)}.rels`
    const found = new Map<string, Relationship>()
    readXml(this.#part(own), {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes.TargetMode === 'External') return
        budget.item()
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
    const budget = this.#budget
    let from1904 = false
    readXml(this.#part(path), {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
        if (name !== 'sheet') return
        budget.item()
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
      close: (name) => {
        if (name !== 'si') reader.close(name)
        else {
          this.#budget.item()
          const text = reader.take()
          this.#budget.text(text)
          strings.push(text)
        }
      },
      text: (text) => reader.text(text),
    })
    return strings
  }

  #styles(path: string | undefined): Style[] {
    if (path === undefined) return []
    const reader = new StyleReader(this.#budget)
    readXml(this.#part(path), reader)
    return reader.styles()
  }

  #sheet(entry: SheetEntry, path: string, parts: SheetParts): RawSheet {
    const reader = new SheetReader(parts, entry.name, this.#budget)
    readXml(this.#part(path), reader)
    return {
      name: entry.name,
      hidden: entry.hidden,
      hiddenColumns: reader.hiddenColumns,
      rows: reader.finish(),
      merges: reader.merges,
    }
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

function prefixed(attributes: XmlAttributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
}
