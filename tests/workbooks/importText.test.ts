// Tables that come as text: which letters, which separator, which quotes; and the same list read from text as from XLSX.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markFile } from '../../electron/workbooks/adapter/markFile'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { readLimits } from '../../electron/workbooks/adapter/readLimits'
import { decodeText } from '../../electron/workbooks/adapter/textFile'
import { textSheetName } from '../../electron/workbooks/adapter/textTable'
import { Refusal } from '../../shared/contract/errors'
import { csvField, csvRecords, findSeparator, OpenQuote, separators } from '../../shared/vietnamese/csv'
import { previewOf, writeBook } from './importSupport'

const list = [
  ['DANH SÁCH CƠ SỞ CÔNG NGHIỆP NÔNG THÔN NĂM 2025'],
  [],
  ['STT', 'Tên cơ sở', 'Loại hình', 'Mã số thuế', 'Địa chỉ', 'Điện thoại', 'Số lao động', 'Doanh thu (triệu đồng)'],
  [
    '1',
    'HTX Yến Dương',
    'HTX',
    '4700200003',
    'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn',
    '02093876543',
    '28',
    '4.100,5',
  ],
  [
    '2',
    'Công ty TNHH "Nông sản; Phùng Đức"',
    'Công ty TNHH',
    '0100109106',
    'Thôn Nà Tuồng,\nxã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn',
    '0209 3 800 001',
    '15',
    '1.250',
  ],
]

const csvOf = (separator: (typeof separators)[number], lineBreak = '\r\n') =>
  list.map((row) => row.map((cell) => csvField(cell, separator)).join(separator)).join(lineBreak)

/** Windows-1258 as Windows writes it: the letter with its form, then its tone. Independent of the decoder. */
function windows1258(text: string): Buffer {
  const tones: Readonly<Record<string, number>> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  }
  const letters: Readonly<Record<string, number>> = {
    Ă: 0xc3,
    ă: 0xe3,
    Â: 0xc2,
    â: 0xe2,
    Đ: 0xd0,
    đ: 0xf0,
    Ê: 0xca,
    ê: 0xea,
    Ô: 0xd4,
    ô: 0xf4,
    Ơ: 0xd5,
    ơ: 0xf5,
    Ư: 0xdd,
    ư: 0xfd,
  }
  const bytes: number[] = []
  for (const character of text.normalize('NFC')) {
    const marked = character.normalize('NFD')
    const tone = [...marked].find((mark) => tones[mark] !== undefined)
    const letter = marked.replace(tone ?? '', '').normalize('NFC')
    bytes.push(letters[letter] ?? letter.charCodeAt(0))
    if (tone !== undefined) bytes.push(tones[tone] ?? 0)
  }
  return Buffer.from(bytes)
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a list as text', () => {
  const text = csvOf(';')
  const files: readonly (readonly [string, Buffer, string])[] = [
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 LE', Buffer.from(text, 'utf16le'), 'UTF-16'],
    ['UTF-16 BE with its mark', utf16be(`\ufeff${text}`), 'UTF-16'],
    ['UTF-16 BE', utf16be(text), 'UTF-16'],
    ['Windows-1258', windows1258(text), 'Windows-1258'],
    ['commas', Buffer.from(csvOf(',')), 'UTF-8'],
    ['tabs', Buffer.from(csvOf('\t')), 'UTF-8'],
    ['old line ends', Buffer.from(csvOf(';', '\n')), 'UTF-8'],
    ['a declared separator', Buffer.from(`sep=,\r\n${csvOf(',')}`), 'UTF-8'],
    ['decomposed letters', Buffer.from(text.normalize('NFD')), 'UTF-8'],
  ]

  it.each(files)('in %s is read as the same list in XLSX', async (_, bytes, set) => {
    const expected = previewOf(await writeBook([{ name: 'Dữ liệu', rows: list }])).work.establishments
    const { preview, work } = previewOf(bytes, { fileName: 'danh-sach.csv' })
    expect(preview.notes.join()).toContain(set)
    expect(work.establishments.map(({ details }) => details)).toEqual(expected.map(({ details }) => details))
    expect(work.establishments).toHaveLength(2)
    expect(work.establishments[1]?.details).toMatchObject({
      name: 'Công ty TNHH "Nông sản; Phùng Đức"',
      taxCode: '0100109106',
    })
    expect(preview.counts.error).toBe(0)
  })

  it('that names its separator counts its rows from the line after, read and marked alike', () => {
    const file = Buffer.from('sep=;\r\nTên;Mã\r\nA;1\r\n')
    const [sheet] = readWorkbook(file).sheets
    expect(sheet?.rows.map((row) => row.number)).toEqual([1, 2])
    const marks = { texts: new Map([[2, 'sai']]), column: null }
    const marked = markFile(file, new Map([[textSheetName, marks]]))
    expect(Buffer.from(marked.bytes).toString('utf8')).toContain('A;1;sai')
  })

  it('in TCVN3 and VNI comes out in Unicode, with samples', () => {
    const tcvn3 = 'STT;Tªn c¬ së;§Þa chØ\r\n1;Hîp t¸c x· YÕn D­¬ng;x· YÕn D­¬ng, huyÖn Ba BÓ, tØnh B¾c K¹n\r\n'
    const vni =
      'STT;Teân cô sôû;Ñòa chæ\r\n1;Hôïp taùc xaõ Yeán Döông;xaõ Yeán Döông, huyeän Ba Beå, tænh Baéc Kaïn\r\n'
    for (const [text, encoding] of [
      [tcvn3, 'tcvn3'],
      [vni, 'vni'],
    ] as const) {
      const { preview, work } = previewOf(Buffer.from(text, 'latin1'), { fileName: 'cu.csv' })
      expect(preview.sheets[0]).toMatchObject({ encoding })
      expect(preview.sheets[0]?.encodingSamples.length).toBeGreaterThan(0)
      expect(work.establishments.map(({ details }) => details.name)).toEqual(['Hợp tác xã Yến Dương'])
    }
  })

  it('keeps what was guarded from becoming a formula or a number, without the guard', () => {
    const [sheet] = readWorkbook(Buffer.from('Mã;Ghi chú\r\n="0012";\'=1+1\r\n"=""00""""1""";\'chữ\r\n')).sheets
    expect(sheet?.rows.slice(1).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['0012', '=1+1'],
      ['00"1', "'chữ"],
    ])
  })
})

describe('records', () => {
  it('of any fields come back as they were written, whatever the separator', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ế', ' ', '"', ';', ',', '\t', '|', '\n', '\r\n', "'") })
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...separators),
        (rows, separator) => {
          // Quoted always: what RFC 4180 allows everywhere.
          const written = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
            .join('\r\n')
          expect([...csvRecords(written, separator)]).toEqual(rows)
        },
      ),
    )
  })

  it('keep stray quotes, empty fields and blank lines', () => {
    expect([...csvRecords('a"b;"c" d;;\n\n"x"', ';')]).toEqual([['a"b', 'c d', '', ''], [''], ['x']])
    expect([...csvRecords('a;b;', ';')]).toEqual([['a', 'b', '']])
    expect(() => [...csvRecords('a\n"b;c\nd', ';')]).toThrow(OpenQuote)
  })

  it('find their separator by content, decimal commas and titles notwithstanding', () => {
    expect(findSeparator('Tên;Doanh thu\nA;1.234,5\nB;2,75\nC;3,1')).toBe(';')
    expect(findSeparator('Tên\tDoanh thu\nA, B\t1;2\nC, D\t3;4')).toBe('\t')
    expect(findSeparator('DANH SÁCH NĂM 2025\n\nTên,Địa chỉ,Mã\n"A, B",x,1\nC,y,2')).toBe(',')
    expect(findSeparator('một cột thôi\nhai dòng')).toBe(';')
  })
})

describe('what is no table of text', () => {
  const words = (bytes: Uint8Array, limits = readLimits) => {
    try {
      readWorkbook(bytes, limits)
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === 'workbook.unreadable') return error.message
      throw error
    }
    throw new Error('expected a refusal')
  }

  it('is refused in words', () => {
    expect(words(Buffer.from('a;b\r\n"mở;c\r\n'))).toContain('mở ở dòng 2')
    expect(words(Buffer.from('{\\rtf1\\ansi'))).toContain('RTF')
    expect(words(Buffer.from('Rar!\u001a\u0007'))).toContain('.rar')
    expect(words(Buffer.from('\ufeff<html><table></table></html>', 'utf16le'))).toContain('HTML')
    expect(words(Buffer.from('0904060000001000', 'hex'))).toContain('.xls')
    expect(words(Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 256)))).toContain('không phải')
    expect(words(Buffer.from('a\n'.repeat(5)), { ...readLimits, rows: 4 })).toContain('hơn 4 dòng')
    expect(words(Buffer.from('a;b;c\n'), { ...readLimits, cells: 2 })).toContain('hơn 2 ô')
  })

  it('random bytes are refused or read, never an unexpected error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          readWorkbook(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
        decodeText(Buffer.from(bytes))
      }),
      { numRuns: 500 },
    )
  })
})
