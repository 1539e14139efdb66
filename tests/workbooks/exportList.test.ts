// Lists as files: opened by exceljs, LibreOffice and our own reader, every cell is what it was on the screen and no text a formula.
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { exportList } from '../../electron/workbooks/listFile'
import { listGrid } from '../../electron/workbooks/listGrid'
import { type ExportedList, exportedList, type ListFormat } from '../../shared/contract/lists'
import { readCsv } from '../support/csv'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'

const dangerous = [
  '=1+1',
  '+84 209',
  '-5 ngày',
  '@lệnh',
  '\t=2',
  '\r=3',
  ' =4',
  "'trích",
  '"nháy"',
  'a;b',
  'a,b',
  'hai\ndòng',
]

const list: ExportedList = exportedList.parse({
  title: 'Danh sách cơ sở: thử/nghiệm',
  note: '2 / 5 dòng',
  columns: [
    { heading: 'Tên', kind: 'text' },
    { heading: 'Hỗ trợ (triệu đồng)', kind: 'number' },
    { heading: 'Ngày', kind: 'date' },
    { heading: '=Ghi chú', kind: 'text' },
  ],
  rows: [
    ['Hợp tác xã Yến Dương', 1196.5, '2026-11-21', 'ạ'],
    ['Cơ sở 2', 0, null, null],
    ...dangerous.map((text, index) => [text, index % 2 === 0 ? -1234567 : 0.000001, 'chưa rõ', text]),
  ],
  emphasised: [1],
  foot: ['Tổng', 1196.5, null, null],
})

async function fileOf(format: ListFormat, given: ExportedList = list): Promise<{ fileName: string; bytes: Buffer }> {
  const reader = { today: '2026-11-21' } as Parameters<typeof exportList>[0]
  const made = await exportList(reader, { ...given, format }).run(() => Promise.reject(new Error('reads nothing')))
  return { fileName: made.fileName, bytes: Buffer.from(made.base64, 'base64') }
}

async function sheetOf(bytes: Uint8Array): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

describe('XLSX', () => {
  it('holds numbers, dates and texts, each as itself, under the title and one head', async () => {
    const { fileName, bytes } = await fileOf('xlsx')
    expect(fileName).toBe('danh-sach-co-so-thu-nghiem-2026-11-21.xlsx')
    const sheet = await sheetOf(bytes)
    expect(sheet.getCell('A1').value).toBe('Danh sách cơ sở: thử/nghiệm')
    expect(sheet.getRow(4).values).toEqual([undefined, 'Tên', 'Hỗ trợ (triệu đồng)', 'Ngày', '=Ghi chú'])
    expect(sheet.getCell('B5').value).toBe(1196.5)
    expect(sheet.getCell('C5').value).toEqual(new Date('2026-11-21T00:00:00Z'))
    expect(sheet.getCell('B6').value).toBe(0)
    dangerous.forEach((text, index) => {
      const cell = sheet.getCell(`A${7 + index}`)
      expect(cell.type).toBe(exceljs.ValueType.String)
      expect(String(cell.value)).toBe(text.replace('\r', '\n'))
      if (/^\s*[=+\-@]/.test(text)) expect(cell.numFmt).toBe('@')
    })
    expect(sheet.getCell(`B${7 + dangerous.length}`).value).toBe(1196.5)
    expect(sheet.getCell('B6').font.bold).toBe(true)
  })

  it('of 10,000 rows is made, and read back is the same', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Cơ sở ${index}`, index / 8, '2026-01-02', `=${index}`])
    const bytes = await writeWorkbook([listGrid({ ...list, rows, emphasised: [], foot: null })], new Date(0))
    const [sheet] = readWorkbook(bytes).sheets
    expect(sheet?.rows.slice(3).map((row) => row.cells.map(({ text }) => text))).toEqual(
      rows.map(([name, number, date, note]) => [name, String(number), date, note]),
    )
  })

  it.skipIf(!hasTool('soffice'))('is opened by LibreOffice with the same texts and numbers', async () => {
    const { bytes } = await fileOf('xlsx')
    const [rewritten] = convertWithLibreOffice([bytes], 'xlsx', 'xlsx')
    const texts = (file: Uint8Array) =>
      readWorkbook(file).sheets[0]?.rows.map((row) => row.cells.map(({ kind, text }) => `${kind} ${text.trim()}`))
    expect(texts(rewritten ?? new Uint8Array())).toEqual(texts(bytes))
  })
})

describe('CSV', () => {
  it('for a Vietnamese machine: its mark, semicolons, decimal commas, days first', async () => {
    const { fileName, bytes } = await fileOf('csv')
    expect(fileName).toBe('danh-sach-co-so-thu-nghiem-2026-11-21.csv')
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const [head, first, second] = bytes.toString('utf8').replace('\ufeff', '').split('\r\n')
    expect(head).toBe("Tên;Hỗ trợ (triệu đồng);Ngày;'=Ghi chú")
    expect(first).toBe('Hợp tác xã Yến Dương;1196,5;21/11/2026;ạ')
    expect(second).toBe('Cơ sở 2;0;;')
  })

  it('for an English one: commas, decimal points, days a program sorts by', async () => {
    const { bytes } = await fileOf('csv-comma')
    const rows = readCsv(bytes.toString('utf8').replace('\ufeff', ''))
    expect(rows[1]).toEqual(['Hợp tác xã Yến Dương', '1196.5', '2026-11-21', 'ạ'])
    expect(rows[3]?.[1]).toBe('-1234567')
    expect(rows[4]?.[1]).toBe('0.000001')
  })

  it('has no text that Excel would take for a formula, and read again has every text', async () => {
    const text = fc.oneof(
      fc.constantFrom(...dangerous),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ';', ',', '\t', '\n', "'", 'ệ', 'a', '1', ' ') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const one = { ...list, columns: list.columns.slice(2), rows: texts.map((cell) => ['x', cell]), foot: null }
        for (const format of ['csv', 'csv-comma'] as const) {
          const { bytes } = await fileOf(format, one)
          const [sheet] = readWorkbook(bytes).sheets
          const read = sheet?.rows.slice(1).map((row) => row.cells[1]?.text ?? '')
          expect(read).toEqual(texts.map((cell) => (cell.trim() === '' ? '' : cell.replace('\r', '\n'))))
          expect(bytes.toString('utf8')).not.toMatch(/x[;,]"?\s*[=+\-@]/)
        }
      }),
      { numRuns: 150 },
    )
  })
})
