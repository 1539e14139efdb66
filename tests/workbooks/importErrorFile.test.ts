// The user's own file back with a column “Lỗi”: what each row says, every other part byte for byte as it was, and real programs
// open it.
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { cellName } from '../../electron/workbooks/import/rawWorkbook'
import type { FileOut } from '../../shared/contract/values'
import { convertWithLibreOffice } from '../support/libreOffice'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'
import { fixture, writeBook } from './importSupport'

const sampleProgram = samplePrograms('2026-11-21')

const upload = (bytes: Uint8Array, fileName = 'của đơn vị.xlsx') => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
})

async function returned(program: Program, input: object): Promise<{ file: FileOut; bytes: Buffer }> {
  const file = await value<FileOut>(program, 'workbooks.importErrorFile', input)
  return { file, bytes: Buffer.from(file.base64, 'base64') }
}

/** Cells by name of one sheet. */
function cellsOf(bytes: Uint8Array, sheet: string): Map<string, string> {
  const found = readWorkbook(bytes).sheets.find(({ name }) => name === sheet)
  return new Map(
    (found?.rows ?? []).flatMap((row) =>
      row.cells.map((cell) => [cellName(row.number, cell.column), cell.text] as const),
    ),
  )
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string>()
  for (const [name, part] of Object.entries(zip.files))
    parts.set(name, (await part.async('nodebuffer')).toString('base64'))
  return parts
}

describe('a workbook made with openpyxl: three rows of heading, merged groups, a hidden column, formulas not computed', () => {
  const needs = fixture('nhu-cau-ba-dong-tieu-de.xlsx')

  it('is read, its hidden column and its errors said', async () => {
    const program = await sampleProgram()
    const seen = await value<{
      sheets: { kind: string | null; rows: { row: number; status: string }[] }[]
      problems: { code: string; cell: string | null; severity: string }[]
    }>(program, 'workbooks.previewImport', upload(needs))
    expect(seen.sheets.map(({ kind }) => kind)).toEqual(['needs', null])
    expect(seen.sheets[0]?.rows.map(({ row, status }) => [row, status])).toEqual([
      [7, 'skipped'],
      [8, 'new'],
      [9, 'new'],
      [10, 'skipped'],
      [11, 'error'],
      [12, 'error'],
      [13, 'skipped'],
    ])
    const errors = seen.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ cell, code }) => `${cell} ${code}`)
    expect(errors).toEqual(['F11 money.unreadable', 'B12 name.missing', 'I12 date.impossible'])
  })

  it('comes back with the errors beside its rows; all other parts and all other cells are as they were', async () => {
    const program = await sampleProgram()
    const { file, bytes } = await returned(program, upload(needs))
    expect(file.fileName).toBe('của đơn vị (có cột Lỗi).xlsx')
    const before = await partsOf(needs)
    const after = await partsOf(bytes)
    expect([...after.keys()]).toEqual([...before.keys()])
    const changed = [...before].filter(([name, content]) => after.get(name) !== content).map(([name]) => name)
    expect(changed).toEqual(['xl/worksheets/sheet1.xml'])
    const [was, is] = [cellsOf(needs, 'Nhu cầu 2027'), cellsOf(bytes, 'Nhu cầu 2027')]
    const added = [...is].filter(([name]) => !was.has(name))
    expect(added.map(([name]) => name)).toEqual(['J6', 'J11', 'J12'])
    expect(is.get('J6')).toBe('Lỗi')
    expect(is.get('J11')).toContain('F11')
    expect(is.get('J12')).toContain('I12')
    for (const [name, text] of was) expect([name, is.get(name)]).toEqual([name, text])
    const xml = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string')
    for (const kept of [
      '<f>E8-F8</f>',
      'mergeCell ref="E4:H4"',
      'conditionalFormatting',
      'dataValidation',
      'autoFilter',
    ])
      expect(xml).toContain(kept)
  })

  it('says of rows left out why they would not have come in', async () => {
    const program = await sampleProgram()
    const { bytes } = await returned(program, { ...upload(needs), leaveOut: ['Nhu cầu 2027!11', 'Nhu cầu 2027!12'] })
    const cells = cellsOf(bytes, 'Nhu cầu 2027')
    expect([cells.get('J11')?.slice(0, 4), cells.get('J12')?.includes('I12'), cells.get('J8')]).toEqual([
      'F11:',
      true,
      undefined,
    ])
  })

  it('opens in LibreOffice, its formulas computed and the errors at their rows', async () => {
    const program = await sampleProgram()
    const { bytes } = await returned(program, upload(needs))
    const [opened = Buffer.alloc(0)] = convertWithLibreOffice([bytes], 'xlsx', 'xlsx')
    const cells = cellsOf(opened, 'Nhu cầu 2027')
    expect([cells.get('J6'), cells.get('G8'), cells.get('H8')]).toEqual(['Lỗi', '300', '40'])
    expect(cells.get('J12')).toContain('thiếu tên')
  }, 120_000)

  it('mended and brought in again, the column of before is written over, not read and not added to', async () => {
    const program = await sampleProgram()
    const { bytes } = await returned(program, upload(needs))
    const again = await value<{ problems: { code: string; message: string }[] }>(
      program,
      'workbooks.previewImport',
      upload(bytes),
    )
    expect(again.problems.filter(({ message }) => message.includes('“Lỗi”'))).toEqual([])
    const mended = { ...upload(bytes), corrections: { 'Nhu cầu 2027!F11': '50' } }
    const second = await returned(program, mended)
    const cells = cellsOf(second.bytes, 'Nhu cầu 2027')
    expect([cells.get('J6'), cells.get('J11'), cells.has('K6')]).toEqual(['Lỗi', undefined, false])
    expect(cells.get('J12')).toContain('I12')
  })
})

describe('a file that cannot be marked', () => {
  it('is refused in words, whatever marks come with it', async () => {
    const program = await sampleProgram()
    const marks = [{ sheet: 'Một', column: null, rows: [{ row: 2, text: 'sai' }] }]
    const cut = await writeBook([{ name: 'Một', rows: [['Tên cơ sở', 'Địa chỉ']] }])
    for (const bytes of [Buffer.from('UEsDBAo=', 'base64'), cut.subarray(0, cut.length - 30)])
      expect((await problem(program, 'workbooks.importErrorFile', { ...upload(bytes), marks })).code).toBe(
        'workbook.unreadable',
      )
  })
})

describe('other writers', () => {
  it.each([
    ['prefixed elements', { prefix: 'x' }],
    ['shared strings', { strings: 'shared' as const }],
  ])('%s are marked too', async (_, spec) => {
    const program = await sampleProgram()
    const sheet = [
      ['Tên cơ sở', 'Địa chỉ', 'Số lao động'],
      ['HTX A', 'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn', 5],
      ['HTX B & <C>', 'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn', -5],
    ]
    const bytes = await writeBook(
      [
        { name: 'Một', rows: sheet },
        { name: 'Hai', rows: [['không có gì']] },
      ],
      spec,
    )
    const marked = await returned(program, upload(bytes))
    const cells = cellsOf(marked.bytes, 'Một')
    expect([cells.get('D1'), cells.get('D2'), cells.get('D3')?.slice(0, 3), cells.get('A3')]).toEqual([
      'Lỗi',
      undefined,
      'C3:',
      'HTX B & <C>',
    ])
  })

  it('a CSV keeps every letter of its records and has one field more where there is something to say', async () => {
    const program = await sampleProgram()
    const csv =
      'Tên cơ sở;Địa chỉ;Số lao động\r\n"HTX ""A""";"xã Yến Dương,\nBa Bể, Bắc Kạn";5\r\n\r\nHTX B;xã Yến Dương, Ba Bể, Bắc Kạn;-5'
    const { file, bytes } = await returned(program, upload(Buffer.from(csv), 'ds.csv'))
    expect([file.fileName, file.mediaType]).toEqual(['ds (có cột Lỗi).csv', 'text/csv'])
    const lines = bytes.toString('utf8').slice(1).split('\r\n')
    expect(lines.slice(0, 3)).toEqual([
      'Tên cơ sở;Địa chỉ;Số lao động;Lỗi',
      '"HTX ""A""";"xã Yến Dương,\nBa Bể, Bắc Kạn";5',
      '',
    ])
    expect(lines[3]).toContain('HTX B;xã Yến Dương, Ba Bể, Bắc Kạn;-5;')
  })
})
