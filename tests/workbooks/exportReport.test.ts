// Every report as a workbook, recalculated by LibreOffice and compared with the screen cell by cell; as papers with sentences.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { RawRow } from '../../electron/workbooks/import/rawWorkbook'
import type { CallOutput } from '../../shared/contract/index'
import { reportCodes } from '../../shared/domain/reports'
import { formatDate } from '../../shared/vietnamese/dates'
import { approve, draft, idOf, local, payment, projectIds, propose, sign } from '../support/contracts2022'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const open = samplePrograms('2023-11-21')
const year2022 = { kind: 'year', year: 2022 } as const

type Table = CallOutput<'reports', 'table'>
type Line = Table['lines'][number]

/** Approved, one đề án advanced in May and giving part of it back in August; a figure of the office's own. */
async function year(program: Program): Promise<void> {
  const ids = await projectIds(program)
  for (const id of ids.values()) await approve(program, id)
  const id = idOf(ids, 'KCDP-2022-003')
  const contractId = (
    await draft(program, await propose(program, { kind: 'agency', projectIds: [id], date: '2022-02-20' }))
  ).id
  await sign(program, contractId, { outsideNumber: '7/HĐ-SCT', signedOn: '2022-02-20' })
  const save = (own: ReturnType<typeof payment>) =>
    answerOf(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId,
      payment: own,
      reason: 'Đã thống nhất',
    })
  await save(payment([{ projectId: id, amounts: local(33_333_333) }], { voucherNumber: '1' }))
  await save(
    payment([{ projectId: id, amounts: local(1_111_111) }], {
      kind: 'recovery',
      onDate: '2022-08-01',
      voucherNumber: '2',
    }),
  )
  await answerOf(program, 'reports.saveAddition', {
    id: null,
    rowVersion: null,
    addition: {
      report: 'B6',
      year: 2022,
      indicator: 'machines',
      national: null,
      local: 12_500,
      source: 'Báo cáo số 12/BC-TTKC',
    },
  })
}

async function fileOf(program: Program, report: string, format: 'xlsx' | 'pdf' | 'docx'): Promise<Buffer> {
  const file = await answerOf<{ base64: string }>(program, 'reports.export', { report, period: year2022, format })
  return Buffer.from(file.base64, 'base64')
}

/** Rows of the table, found by its first line: what the sheet says above and below it is not compared here. */
function rowsOf(sheet: readonly RawRow[], lines: readonly Line[]): RawRow[] {
  const [first] = lines
  const at = sheet.findIndex((row) => row.cells.some(({ column, text }) => column === 2 && text === first?.heading))
  return sheet.slice(at, at + lines.length)
}

/** What a cell of the screen must read as in a sheet in triệu đồng; null: an empty cell. */
function expected(value: string | number | null, kind: string): number | string | null {
  if (value === null || value === '') return kind === 'percent' ? '–' : null
  switch (kind) {
    case 'money':
      return Number(value) / 1_000_000
    case 'quantity':
      return Number(value) / 1_000
    case 'percent':
      return Number(value) / 100
    default:
      return value
  }
}

describe.skipIf(!hasTool('soffice'))('a report as a workbook', () => {
  it('recalculated says what the screen says, cell by cell', async () => {
    const program = await open()
    await year(program)
    const tables: Table[] = []
    const files: Buffer[] = []
    for (const report of reportCodes) {
      const table = await answerOf<Table>(program, 'reports.table', { report, period: year2022 })
      if (table.lines.every(({ kind }) => kind === 'total')) continue
      tables.push(table)
      files.push(await fileOf(program, report, 'xlsx'))
    }
    expect(tables.map(({ report }) => report)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B10', 'B11'])
    const recalculated = convertWithLibreOffice(files, 'xlsx', 'xlsx')
    let compared = 0
    tables.forEach((table, index) => {
      const sheet = readWorkbook(recalculated[index] ?? Buffer.alloc(0)).sheets[0]?.rows ?? []
      const rows = rowsOf(sheet, table.lines)
      table.lines.forEach((line, at) => {
        const row = rows[at]
        table.columns.forEach((column, place) => {
          const where = `${table.report} ${line.key} ${column.key}`
          const cell = row?.cells.find((one) => one.column === place + 3)
          // Headings of groups and the total stretch over the texts before their sums.
          if (line.kind !== 'row' && (column.kind === 'text' || column.kind === 'date')) return
          const wanted = expected(line.cells[column.key] ?? null, column.kind)
          if (wanted === null) expect(cell?.text ?? '', where).toBe('')
          else if (typeof wanted === 'number') expect(Number(cell?.text), where).toBeCloseTo(wanted, 9)
          else expect([wanted, formatDateIf(wanted)], where).toContain(cell?.text ?? '')
          compared += 1
        })
      })
    })
    expect(compared).toBeGreaterThan(500)
  }, 120_000)
})

function formatDateIf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text
}

describe('a report as a paper', () => {
  it.skipIf(!hasTool('pdftotext'))('has the sentences offices write above its table', async () => {
    const program = await open()
    await year(program)
    const text = (bytes: Buffer) =>
      pdfPages(bytes)
        .flatMap(({ words }) => words.map((word) => word.text))
        .join(' ')
    const content = text(await fileOf(program, 'B1', 'pdf'))
    expect(content).toContain(
      'Năm 2022, kế hoạch khuyến công có 10 đề án, tổng kinh phí 2.396,5 triệu đồng, gồm khuyến công quốc gia 700 triệu đồng, khuyến công địa phương 496 triệu đồng, đối ứng và nguồn khác 1.200,5 triệu đồng.',
    )
    const source = text(await fileOf(program, 'B2', 'pdf'))
    expect(source).toContain(
      'Khuyến công địa phương: thực hiện 32,222 triệu đồng trên kế hoạch 496 triệu đồng, đạt 6,5 % kế hoạch',
    )
    expect(source).toContain('Khuyến công quốc gia: kế hoạch 700 triệu đồng, chưa thực hiện.')
    expect((await fileOf(program, 'B1', 'docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('is refused in words where there is nothing to tell', async () => {
    const program = await open()
    const { code, message } = await refusalOf(program, 'reports.export', {
      report: 'B7',
      period: year2022,
      format: 'pdf',
    })
    expect(code).toBe('document.incomplete')
    expect(message).toContain('chưa có dòng nào')
  })
})
