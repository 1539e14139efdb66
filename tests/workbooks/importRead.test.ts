// The reader of .xlsx: every way a cell may be written, every file that is none, and bounds before anything is inflated.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { dateOfSerial, isDateFormat, plainNumber } from '../../electron/workbooks/adapter/numberFormats'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { readLimits } from '../../electron/workbooks/adapter/readLimits'
import { BrokenXml, readXml } from '../../electron/workbooks/adapter/xml'
import { cellName, columnLetter, parseCellName, type RawSheet } from '../../electron/workbooks/import/rawWorkbook'
import { Refusal } from '../../shared/contract/errors'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { fixture, writeBook } from './importSupport'

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('expected a refusal')
}

function textsOf(sheet: RawSheet | undefined): string[][] {
  return (sheet?.rows ?? []).map((row) => row.cells.map((cell) => `${cellName(row.number, cell.column)}=${cell.text}`))
}

const styles = (formats: readonly string[]) =>
  `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`).join('')}</numFmts>` +
  `<fonts><font><name val="Calibri"/></font><font><name val=".VnTime"/></font></fonts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
  `<cellXfs><xf numFmtId="0" fontId="0"/>${formats.map((_, index) => `<xf numFmtId="${170 + index}" fontId="1"/>`).join('')}<xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>`

describe('cells', () => {
  it('reads numbers, texts, booleans, errors and formulas with and without a value', async () => {
    const book = await writeBook([
      {
        name: 'Một',
        rows: [
          [
            'chữ',
            0.1 + 0.2,
            true,
            { formula: 'A1', value: 12.5 },
            { formula: 'B1', value: 'ra chữ' },
            { formula: 'SUM(B1:B9)' },
          ],
        ],
      },
    ])
    const [sheet] = readWorkbook(book).sheets
    expect(sheet?.rows[0]?.cells.map(({ kind, text, computed }) => [kind, text, computed])).toEqual([
      ['text', 'chữ', false],
      ['number', '0.3', false],
      ['boolean', 'TRUE', false],
      ['number', '12.5', true],
      ['text', 'ra chữ', true],
      ['formula', '=SUM(B1:B9)', true],
    ])
  })

  it('reads inline, shared and prefixed strings alike', async () => {
    const rows = [
      ['Tên & "cơ sở" <1>', 'dòng 1\ndòng 2'],
      [null, '  giữ khoảng trắng  '],
    ]
    const inline = readWorkbook(await writeBook([{ name: 'S', rows }]))
    const shared = readWorkbook(await writeBook([{ name: 'S', rows }], { strings: 'shared' }))
    const prefixed = readWorkbook(await writeBook([{ name: 'S', rows }], { strings: 'shared', prefix: 'x' }))
    expect(textsOf(inline.sheets[0])).toEqual([
      ['A1=Tên & "cơ sở" <1>', 'B1=dòng 1\ndòng 2'],
      ['B2=  giữ khoảng trắng  '],
    ])
    expect(shared).toEqual(inline)
    expect(prefixed).toEqual(inline)
  })

  it('joins rich text, leaves phonetic guides out, decodes _x000D_ and places cells without names', async () => {
    const zip = await JSZip.loadAsync(await writeBook([{ name: 'S', rows: [['x']] }]))
    zip.file(
      'xl/worksheets/sheet1.xml',
      '<worksheet><!-- ghi chú --><sheetData><row><c t="inlineStr"><is><r><t>Hợp </t></r><r><rPr><b/></rPr><t>tác xã</t></r><rPh><t>bỏ</t></rPh></is></c><c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c></row><row r="5"><c r="C5" t="str"><v>một_x000D_\nhai</v></c><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>',
    )
    const [sheet] = readWorkbook(await zip.generateAsync({ type: 'nodebuffer' })).sheets
    expect(textsOf(sheet)).toEqual([
      ['A1=Hợp tác xã', 'B1=a<b'],
      ['C5=một\nhai', 'D5=#REF!'],
    ])
    expect(sheet?.rows[1]?.cells[1]?.kind).toBe('error')
  })

  it('reads dates by their format, in both calendars, and keeps the font', async () => {
    const formats = ['dd/mm/yyyy', '#,##0.0', 'mm/yyyy', '[Red]0" đ"', 'h:mm']
    const zip = await JSZip.loadAsync(await writeBook([{ name: 'S', rows: [['x']] }], { styles: styles(formats) }))
    const cells = [1, 2, 3, 4, 5, 6].map(
      (style, index) => `<c r="${columnLetter(index + 1)}1" s="${style}"><v>44562</v></c>`,
    )
    zip.file(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`,
    )
    const [sheet] = readWorkbook(await zip.generateAsync({ type: 'nodebuffer' })).sheets
    expect(sheet?.rows[0]?.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'date 2022-01-01',
      'number 44562',
      'date 2022-01-01',
      'number 44562',
      'number 44562',
      'date 2022-01-01',
    ])
    expect(sheet?.rows[0]?.cells[0]?.font).toBe('.VnTime')
    zip.file(
      'xl/workbook.xml',
      (await zip.file('xl/workbook.xml')?.async('string'))?.replace('workbookPr', 'workbookPr date1904="1"') ?? '',
    )
    const [shifted] = readWorkbook(await zip.generateAsync({ type: 'nodebuffer' })).sheets
    expect(shifted?.rows[0]?.cells[0]?.text).toBe('2026-01-02')
  })

  it('gives merges, hidden rows and sheets, and says that macros are not run', async () => {
    const book = await writeBook([
      { name: 'Lộ', rows: [['a', 'b']], merges: ['A1:B2', 'C1:C1'] },
      { name: 'Kín', rows: [['c']], state: 'hidden' },
    ])
    const zip = await JSZip.loadAsync(book)
    const links = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? ''
    zip.file('xl/vbaProject.bin', 'macro')
    zip.file(
      'xl/_rels/workbook.xml.rels',
      links.replace(
        '</Relationships>',
        '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
    )
    const read = readWorkbook(await zip.generateAsync({ type: 'nodebuffer' }))
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Lộ', false],
      ['Kín', true],
    ])
    expect(read.sheets[0]?.merges[0]).toEqual({ top: 1, left: 1, bottom: 2, right: 2 })
    expect(read.notes.join()).toContain('không chạy macro')
  })
})

describe('numbers and names', () => {
  it('writes every number as a plain decimal that means the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) => {
        const text = plainNumber(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(Number(value.toPrecision(15)))
      }),
    )
  })

  it('knows date formats from others', () => {
    for (const code of ['dd/mm/yyyy', 'd-mmm-yy', 'mm/yyyy', '[$-42A]dd mmmm yyyy', 'yyyy"năm"', 'm/d/yy h:mm'])
      expect([code, isDateFormat(code)]).toEqual([code, true])
    for (const code of [
      'General',
      '#,##0.00',
      '0" đồng"',
      '[Red]-0',
      'h:mm:ss',
      '@',
      '0.00E+00',
      '#,##0\\ \\d',
      '[hh]:mm',
    ])
      expect([code, isDateFormat(code)]).toEqual([code, false])
  })

  it('counts days as Excel does, the 29/02/1900 that never was included', () => {
    expect(dateOfSerial(1, false)).toBe('1900-01-01')
    expect(dateOfSerial(59, false)).toBe('1900-02-28')
    expect(dateOfSerial(61, false)).toBe('1900-03-01')
    expect(dateOfSerial(44_562.75, false)).toBe('2022-01-01')
    expect(dateOfSerial(43_100, true)).toBe('2022-01-01')
    expect(dateOfSerial(0, false)).toBeNull()
    expect(dateOfSerial(3_000_000, false)).toBeNull()
  })

  it('names cells and reads their names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
        expect(parseCellName(cellName(row, column))).toEqual({ row, column })
      }),
    )
    for (const wrong of ['', 'A0', '12', 'XFE1', 'A1048577', 'AAAA1', 'a1']) expect(parseCellName(wrong)).toBeNull()
  })
})

describe('what is no workbook is refused in words', () => {
  const words = (bytes: Uint8Array, limits = readLimits) => {
    const { problem } = refusalOf(() => readWorkbook(bytes, limits))
    expect(problem.code).toBe('workbook.unreadable')
    expect(problem.message).toContain('Tệp gốc được giữ nguyên')
    return problem.message
  }
  const compound = (...names: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...names.map((name) => Buffer.from(name, 'utf16le')),
    ])

  it('empty, html, pdf, old .xls, password', () => {
    expect(words(Buffer.alloc(0))).toContain('rỗng')
    expect(words(Buffer.from('<html><table><tr><td>1</td></tr></table>'))).toContain('HTML')
    expect(words(Buffer.from('%PDF-1.7 …'))).toContain('PDF')
    expect(words(compound('Workbook'))).toContain('.xls')
    expect(words(compound('EncryptedPackage', 'EncryptionInfo'))).toContain('mật khẩu')
    expect(words(compound('WordDocument'))).toContain('.doc')
    expect(words(Buffer.from([1, 2, 0, 4, 5, 0, 7, 8]))).toContain('không phải sổ tính')
  })

  it('other zips: none, Word, .xlsb, .ods', async () => {
    const zipOf = (files: Record<string, string>) => {
      const zip = new JSZip()
      for (const [name, content] of Object.entries(files)) zip.file(name, content)
      return zip.generateAsync({ type: 'nodebuffer' })
    }
    const rels = (target: string) => ({
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
    })
    expect(words(await zipOf({ 'ảnh.jpg': 'x' }))).toContain('.zip')
    expect(words(await zipOf(rels('word/document.xml')))).toContain('.docx')
    expect(words(await zipOf(rels('xl/workbook.bin')))).toContain('.xlsb')
    expect(words(await zipOf({ mimetype: 'x', 'content.xml': '<x/>' }))).toContain('.ods')
  })

  it('a file cut at any place, or with any byte range damaged, is refused or read, never an unexpected error', async () => {
    const whole = fixture('ke-hoach-khuyen-cong-2022.xlsx')
    for (let cut = 4; cut < whole.length; cut += 97) expect(words(whole.subarray(0, cut))).toMatch(/hỏng|sổ tính/)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 9 }),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        (at, damage) => {
          const damaged = Buffer.from(whole)
          damaged.set(damage, at)
          try {
            readWorkbook(damaged)
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a zip bomb is refused by its declared size, and a lying one by what comes out', async () => {
    const size = 40 * 1024 * 1024
    const limits = { ...readLimits, inflatedBytes: 32 * 1024 * 1024 }
    const zip = await JSZip.loadAsync(await writeBook([{ name: 'S', rows: [['x']] }]))
    zip.file('xl/worksheets/sheet1.xml', Buffer.alloc(size, 32), { compression: 'DEFLATE' })
    const bomb = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(words(bomb, limits)).toContain('giải nén ra 41 MB')
    // The same bomb claiming to be 10 bytes: both directory and local header lie.
    const lying = Buffer.from(bomb)
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(size)
    for (let at = lying.indexOf(declared); at !== -1; at = lying.indexOf(declared, at + 4)) lying.writeUInt32LE(10, at)
    expect(words(lying, limits)).toContain('hỏng')
  })

  it('too heavy, too many sheets, rows or cells', async () => {
    const limits = { ...readLimits, fileBytes: 1_000_000, sheets: 2, rows: 3, cells: 5 }
    const said = (bytes: Uint8Array) => refusalOf(() => readWorkbook(bytes, limits)).problem.message
    expect(said(Buffer.alloc(1_000_001))).toContain('quá mức 1 MB')
    const sheet = (name: string, rows: number, columns: number) => ({
      name,
      rows: Array.from({ length: rows }, () => Array(columns).fill(1)),
    })
    expect(said(await writeBook([sheet('a', 1, 1), sheet('b', 1, 1), sheet('c', 1, 1)]))).toContain('3 trang tính')
    expect(said(await writeBook([sheet('a', 2, 1), sheet('b', 2, 1)]))).toContain('hơn 3 dòng')
    expect(said(await writeBook([sheet('a', 3, 2)]))).toContain('hơn 5 ô')
    expect(readWorkbook(await writeBook([sheet('a', 1, 1), sheet('b', 2, 2)]), limits).sheets).toHaveLength(2)
  })

  it('xml with a document type or made-up entities is refused', () => {
    const quiet = { open() {}, close() {}, text() {} }
    const read = (xml: string) => () => readXml(Buffer.from(xml), quiet)
    expect(read('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow(BrokenXml)
    expect(read('<a>&b;</a>')).toThrow(BrokenXml)
    expect(read('<a><b></a>')).toThrow(BrokenXml)
    expect(read('<a>')).toThrow(BrokenXml)
    expect(read('<a x="1>2">&lt;</a>')).not.toThrow()
  })

  it('xml read in pieces is the xml read whole, wherever the piece ends', () => {
    const filler = 'ế'.repeat((1 << 20) / 3 - 20)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (shift) => {
        const texts: string[] = []
        const xml = `<a><b>${filler}${'x'.repeat(shift)}</b><!-- > --><b t="ệ>">đ&amp;ế</b><![CDATA[<ư>]]></a>`
        readXml(Buffer.from(xml), { open() {}, close() {}, text: (text) => texts.push(text) })
        expect(texts.slice(1)).toEqual(['đ&ế', '<ư>'])
      }),
      { numRuns: 40 },
    )
  })
})

describe('beside other readers and writers', () => {
  it.each(['ke-hoach-khuyen-cong-2022.xlsx', 'co-so-cnnt-lon-xon.xlsx'])(
    'reads %s as exceljs reads it',
    async (name) => {
      const book = new ExcelJS.Workbook()
      // @types of exceljs name the Buffer of an older Node.
      await book.xlsx.load(new Uint8Array(fixture(name)).buffer)
      const expected = book.worksheets.map((sheet) => {
        const rows: string[][] = []
        sheet.eachRow((row) => {
          const cells: string[] = []
          row.eachCell((cell) => {
            if (cell.master === cell) cells.push(`${cell.address}=${String(cell.value)}`)
          })
          rows.push(cells)
        })
        return rows
      })
      expect(readWorkbook(fixture(name)).sheets.map(textsOf)).toEqual(expected)
    },
  )

  it('reads what exceljs writes: rich text, links, dates, formulas', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('S')
    sheet.getCell('A1').value = { richText: [{ text: 'Hợp ' }, { text: 'tác xã', font: { bold: true } }] }
    sheet.getCell('B1').value = { text: 'trang', hyperlink: 'https://example.invalid/' }
    sheet.getCell('C1').value = new Date(Date.UTC(2019, 6, 5))
    sheet.getCell('C1').numFmt = 'dd/mm/yyyy'
    sheet.getCell('D1').value = { formula: '1+1', result: 2 }
    sheet.getCell('E1').value = '=1+1'
    const [read] = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer())).sheets
    expect(read?.rows[0]?.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'text Hợp tác xã',
      'text trang',
      'date 2019-07-05',
      'number 2',
      'text =1+1',
    ])
  })

  describe.skipIf(!hasTool('soffice'))('LibreOffice', () => {
    it('rewrites both fixtures and they read the same', () => {
      const files = ['ke-hoach-khuyen-cong-2022.xlsx', 'co-so-cnnt-lon-xon.xlsx'].map(fixture)
      const rewritten = convertWithLibreOffice(files, 'xlsx', 'xlsx').map((bytes) => readWorkbook(bytes).sheets)
      const originals = files.map((bytes) => readWorkbook(bytes).sheets)
      expect(rewritten.map((sheets) => sheets.map(textsOf))).toEqual(originals.map((sheets) => sheets.map(textsOf)))
      const merges = (sheets: readonly RawSheet[]) => sheets.map((sheet) => sheet.merges.length)
      expect(rewritten.map(merges)).toEqual(originals.map(merges))
    })
  })
})
