// What a plan was given, as a file: the figures of the screen, each sum a formula that gives it.
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { pdfPages } from '../support/libreOffice'
import { openPrograms } from '../support/openProgram'
import { hasTool } from '../support/tools'

const open = openPrograms('2022-03-01')
const local = { year: 2022, programme: 'local' as const }

async function assigned() {
  const program = await open('sample')
  const { ask } = program
  const { rowVersion, items } = await ask('plans.allocations', local)
  await ask('plans.setState', { ...local, rowVersion, state: 'registered', registeredOn: '2021-06-10' })
  const allocation = {
    batchNumber: 1,
    documentKind: 'decision' as const,
    number: '12/QĐ-UBND',
    issuedOn: '2022-01-15',
    issuer: 'UBND tỉnh',
    totalAmount: 300_000_000,
    note: '',
  }
  const { id } = await ask('plans.saveAllocation', { ...local, id: null, rowVersion: null, allocation })
  const given = [50_000_000, 20_500_000]
  for (const [index, dong] of given.entries())
    await ask('plans.assign', {
      itemId: items[index]?.id ?? 0,
      allocationId: id,
      amounts: { national: 0, local: dong, counterpart: 0, other: 0 },
      assignedOn: null,
    })
  return { program, items }
}

describe('what a plan was given', () => {
  it('goes out with the batches and the very totals of the screen', async () => {
    const { program } = await assigned()
    const screen = await program.ask('plans.allocations', local)
    const file = await program.ask('workbooks.exportAssigned', { ...local, format: 'xlsx' })
    expect(path.extname(file.fileName)).toBe('.xlsx')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(new Uint8Array(Buffer.from(file.base64, 'base64')).buffer)
    const [sheet] = workbook.worksheets
    const rows: exceljs.Row[] = []
    sheet?.eachRow((row) => rows.push(row))
    const total = rows.find((row) => (row.values as unknown[]).includes('Tổng cộng'))
    const figures: number[] = []
    total?.eachCell((cell) => cell.formula !== undefined && figures.push(Number(cell.result ?? 0)))
    const million = (dong: number) => dong / 1_000_000
    const difference = screen.assigned.local - screen.registered.local
    expect(figures).toEqual(expect.arrayContaining([million(screen.registered.local), 70.5, million(difference)]))
    const words = rows.map((row) => (row.values as unknown[]).join(' ')).join('\n')
    expect(words).toContain('Đợt 1 (Quyết định 12/QĐ-UBND ngày 15/01/2022): 300.000.000 đồng, đã giao 70.500.000 đồng')
    for (const { name } of screen.items) expect(words).toContain(name)
  })

  it.skipIf(!hasTool('pdftotext'))('prints whole on A4 on its side', async () => {
    const { program } = await assigned()
    const pdf = await program.ask('workbooks.exportAssigned', { ...local, format: 'pdf' })
    const pages = pdfPages(Buffer.from(pdf.base64, 'base64'))
    for (const { width, height, words } of pages) {
      expect(width).toBeGreaterThan(height)
      for (const word of words) expect(word.right).toBeLessThan(width)
    }
    expect(pages.flatMap(({ words }) => words.map(({ text }) => text))).toContain('70,5')
  })

  it('is refused in words while the plan lists nothing', async () => {
    const program = await open('empty')
    const refused = await program.refusal('workbooks.exportAssigned', { ...local, format: 'pdf' })
    expect(refused.code).toBe('document.incomplete')
  })
})
