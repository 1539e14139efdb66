// Files made to harm, and files of other programs: refused in words or read, within a bounded memory, and nothing of them run.
import { execFileSync } from 'node:child_process'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { packZip } from '../../electron/workbooks/adapter/packZip'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { readLimits } from '../../electron/workbooks/adapter/readLimits'
import { cellName, type RawSheet } from '../../electron/workbooks/import/rawWorkbook'
import { Refusal } from '../../shared/contract/errors'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { fixture, previewOf, writeBook } from './importSupport'

function words(bytes: Uint8Array, limits = readLimits): string {
  try {
    readWorkbook(bytes, limits)
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'workbook.unreadable') return error.message
    throw error
  }
  throw new Error('expected a refusal')
}

const textsOf = (sheet: RawSheet | undefined) =>
  (sheet?.rows ?? []).flatMap((row) => row.cells.map((cell) => `${cellName(row.number, cell.column)}=${cell.text}`))

/** The book with one part put in place of its own. */
async function withPart(name: string, content: string | Buffer, book?: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(book ?? (await writeBook([{ name: 'S', rows: [['x']] }], { strings: 'shared' })))
  zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const sheetOf = (inside: string) => withPart('xl/worksheets/sheet1.xml', `<worksheet>${inside}</worksheet>`)

describe('parts that would fill the memory', () => {
  const small = { ...readLimits, cells: 50_000, items: 20_000, rows: 1_000 }

  it('a million rows of formats alone are read as nothing', async () => {
    const rows = Buffer.from(
      `<worksheet><sheetData>${Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}" s="1" customFormat="1"><c r="A${index + 1}" s="1"/></row>`).join('')}</sheetData></worksheet>`,
    )
    const book = await withPart('xl/worksheets/sheet1.xml', rows)
    const before = process.memoryUsage().rss
    expect(readWorkbook(book).sheets[0]?.rows).toEqual([])
    expect(process.memoryUsage().rss - before).toBeLessThan(350 * 1024 * 1024)
  })

  it.each([
    ['open tags', `<a>`.repeat(100_000)],
    ['one endless row', `<sheetData><row>${'<c><v>1</v></c>'.repeat(60_000)}</row></sheetData>`],
    ['one cell over and over', `<sheetData><row>${'<c r="A1"><v>1</v></c>'.repeat(60_000)}</row></sheetData>`],
    ['merges', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(30_000)}</mergeCells>`],
  ])('%s', async (_, inside) => {
    // Cells beyond the last column are no cells; the rest is refused.
    if (inside.includes('<c><v>')) {
      const read = readWorkbook(await sheetOf(inside), small)
      expect(read.sheets[0]?.rows[0]?.cells).toHaveLength(16_384)
    } else expect(words(await sheetOf(inside), small)).toMatch(/hơn|hỏng/)
  })

  it('strings, styles and sheets by the ten thousand', async () => {
    const strings = `<sst>${'<si><t>a</t></si>'.repeat(30_000)}</sst>`
    expect(words(await withPart('xl/sharedStrings.xml', strings), small)).toContain('chuỗi chữ')
    const sheets = `<workbook><sheets>${'<sheet name="a" sheetId="1"/>'.repeat(30_000)}</sheets></workbook>`
    expect(words(await withPart('xl/workbook.xml', sheets), small)).toContain('hơn')
  })

  it('entities that name one another are refused, and names that every object has are none', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`
    expect(words(await withPart('xl/worksheets/sheet1.xml', bomb))).toContain('hỏng')
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(words(await sheetOf(`<sheetData><row><c t="str"><v>&${name};</v></c></row></sheetData>`))).toContain(
        'hỏng',
      )
  })

  it('a cell that calls itself a date and is none stays the text it is', async () => {
    const cells = ['2019-07-05T10:00:00', '2019-02-30', 'Hỗ trợ máy'].map((text) => `<c t="d"><v>${text}</v></c>`)
    const [sheet] = readWorkbook(await sheetOf(`<sheetData><row>${cells.join('')}</row></sheetData>`)).sheets
    expect(sheet?.rows[0]?.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'date 2019-07-05',
      'text 2019-02-30',
      'text Hỗ trợ máy',
    ])
  })

  it('characters that no text may hold are left out', async () => {
    const [sheet] = readWorkbook(
      await sheetOf('<sheetData><row><c t="str"><v>a&#0;b&#xD800;c_xDC00_d&#8;e</v></c></row></sheetData>'),
    ).sheets
    expect(textsOf(sheet)).toEqual(['A1=abcde'])
  })
})

describe('names and places', () => {
  it('an entry that climbs out of the package is no part of it', async () => {
    const book = await writeBook([{ name: 'S', rows: [['trong']] }])
    const zip = await JSZip.loadAsync(book)
    const parts = await Promise.all(
      Object.keys(zip.files).map(async (name) => ({ name, content: (await zip.file(name)?.async('string')) ?? '' })),
    )
    const evil = [
      ...parts,
      { name: '../../../../tmp/skc-evil.xlsx', content: 'x' },
      { name: '/etc/passwd', content: 'x' },
      { name: '..\\..\\windows\\win.ini', content: 'x' },
    ]
    expect(textsOf(readWorkbook(packZip(evil)).sheets[0])).toEqual(['A1=trong'])
    const climbing = parts.map(({ name, content }) => ({
      name,
      content: name === 'xl/_rels/workbook.xml.rels' ? content.replace('worksheets/', '../../../etc/') : content,
    }))
    expect(words(packZip(climbing))).toContain('hỏng')
  })

  it('rows without true numbers follow one another, and rows beyond the sheet are left out', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
    const [sheet] = readWorkbook(
      await sheetOf(
        `<sheetData><row r="2">${cell('a')}</row><row r="x">${cell('b')}</row><row r="-5">${cell('c')}</row><row r="9999999">${cell('d')}</row></sheetData>`,
      ),
    ).sheets
    expect(textsOf(sheet)).toEqual(['A2=a', 'A3=b', 'A4=c'])
  })
})

describe('formulas and links', () => {
  it('a formula whose result is an empty text is an empty cell; one never computed is said with its place', async () => {
    const cells = [
      '<c r="A2" t="str"><f>IF(1,"","")</f><v></v></c>',
      '<c r="B2" t="str"><f>"HTX A"</f><v>HTX A</v></c>',
      '<c r="C2"><f>1+1</f></c>',
      '<c r="D2"><f>1+1</f><v/></c>',
    ].join('')
    const head = ['Mã số thuế', 'Tên cơ sở', 'Điện thoại', 'Số lao động']
      .map((text, index) => `<c r="${cellName(1, index + 1)}" t="str"><v>${text}</v></c>`)
      .join('')
    const book = await sheetOf(`<sheetData><row r="1">${head}</row><row r="2">${cells}</row></sheetData>`)
    const { preview } = previewOf(book, { kind: 'establishments' })
    const said = preview.problems.filter(({ severity }) => severity === 'error')
    expect(said.map(({ cell, code }) => [cell, code])).toEqual([
      ['C2', 'cell.formula'],
      ['D2', 'cell.formula'],
    ])
  })

  it('links to other files are said and not followed', async () => {
    const book = await writeBook([{ name: 'S', rows: [[{ formula: '[1]Sheet1!A1', value: 'đã lưu' }]] }])
    const zip = await JSZip.loadAsync(book)
    const links = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? ''
    const external =
      '<Relationship Id="e" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    const linked = await withPart('xl/_rels/workbook.xml.rels', links.replace('</Relationships>', external), book)
    const read = readWorkbook(linked)
    expect(read.notes.join()).toContain('liên kết tới 1 tệp khác')
    expect(textsOf(read.sheets[0])).toEqual(['A1=đã lưu'])
  })
})

const withOpenpyxl = `
import sys, datetime
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = Workbook()
if sys.argv[1] == '1904':
    book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.title = 'Danh sách'
sheet.append(['STT', 'Tên cơ sở', 'Mã số thuế', 'Ngày cấp ĐKKD', 'Số lao động'])
sheet.append([1, 'HTX Yến Dương', '0100109106', datetime.date(2019, 7, 5), 12])
sheet.append([2, 'Công ty TNHH Ba Bể', '4700200003', datetime.datetime(2020, 2, 29, 13, 30), '=5+5'])
sheet['B2'].font = Font(name='.VnTime')
book.save(sys.stdout.buffer)
`

function openpyxlBook(calendar: '1900' | '1904'): Buffer | null {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      return execFileSync(python, ['-c', withOpenpyxl, calendar], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    } catch {
      // This Python is not there, or has no openpyxl; the next one may.
    }
  return null
}

const ofOpenpyxl = openpyxlBook('1904')

describe.skipIf(ofOpenpyxl === null)('openpyxl', () => {
  it.each(['1900', '1904'] as const)('a list with the calendar of %s', (calendar) => {
    const { preview, work } = previewOf(openpyxlBook(calendar) ?? Buffer.alloc(0))
    const dates = preview.sheets.flatMap((sheet) =>
      sheet.rows.map((row) => row.fields.find(({ field }) => field === 'registrationDate')?.value),
    )
    expect(dates).toEqual(['05/07/2019', '29/02/2020'])
    expect(work.establishments[0]?.details.taxCode).toBe('0100109106')
    // openpyxl computes nothing: the formula has no value, and is said with its place.
    expect(preview.problems.filter(({ severity }) => severity === 'error').map(({ cell }) => cell)).toEqual(['E3'])
  })
})

describe.skipIf(!hasTool('soffice'))('LibreOffice', () => {
  const book = fixture('co-so-cnnt-lon-xon.xlsx')

  it.each([
    ['xls', '.xls'],
    ['ods', '.ods'],
    ['pdf', 'PDF'],
    ['html', 'HTML'],
  ])('its .%s is refused in words', (format, said) => {
    const [file] = convertWithLibreOffice([book], 'xlsx', format)
    expect(words(file ?? Buffer.alloc(0))).toContain(said)
  })
})
