// Two states side by side as files: the workbook adds up by itself, the paper says what the workbook says, prose is cut to what differs.
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { adjustedPlan, adjustProject, changeManyCells, local } from '../support/adjustedPlan'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const sampleProgram = samplePrograms('2022-12-01')
const states = { before: { kind: 'assigned' }, after: { kind: 'today' } }
const bytesOf = ({ base64 }: FileOut) => Buffer.from(base64, 'base64')

async function changedALot() {
  const program = await sampleProgram()
  const { projectId } = await adjustedPlan(program)
  await adjustProject(program, projectId, { number: '99/QĐ-UBND', date: '2022-09-15' }, changeManyCells)
  const of = { kind: 'project', id: projectId }
  const make = (format: string, over: object = {}) =>
    answerOf<FileOut>(program, 'workbooks.exportComparison', { of, ...states, format, ...over })
  const compared = await answerOf<CallOutput<'projects', 'compare'>>(program, 'projects.compare', {
    id: projectId,
    ...states,
  })
  return { program, make, compared }
}

async function cellsOf(file: FileOut): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytesOf(file)).buffer)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('the workbook has no sheet')
  return sheet
}

function texts(sheet: exceljs.Worksheet): string[] {
  const found: string[] = []
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (typeof cell.value === 'string') found.push(cell.value)
    })
  })
  return found
}

describe('the comparison of a đề án as a file', () => {
  it('lists every changed cell with both values, and adds the differences up by real formulas', async () => {
    const { make, compared } = await changedALot()
    expect(compared.changes.length).toBeGreaterThanOrEqual(40)
    const sheet = await cellsOf(await make('xlsx'))
    const said = texts(sheet)
    for (const { label, before, after } of compared.changes) {
      expect(said).toContain(label)
      for (const value of [before, after]) if (value !== null && value.length < 240) expect(said).toContain(value)
    }
    expect(said.join('\n')).toContain('Trước điều chỉnh\n(Được giao (QĐ 12/QĐ-UBND ngày 05/01/2022))')
    const last = sheet.getColumn(sheet.columnCount)
    let total: unknown = null
    last.eachCell((cell) => {
      if (typeof cell.value === 'object' && cell.value !== null && 'formula' in cell.value) total = cell.value
    })
    const other = compared.totals.find(({ source }) => source === 'other')
    expect(total).toMatchObject({ result: (other?.after ?? 0) - (other?.before ?? 0) })
  })

  it('shows of long prose only what differs, and all of the đề án where asked', async () => {
    const { make, compared } = await changedALot()
    const said = texts(await cellsOf(await make('xlsx')))
    const necessity = compared.changes.find(({ group }) => group === 'necessity')
    expect(necessity?.after?.length).toBeGreaterThan(1_000)
    const whole = texts(await cellsOf(await make('xlsx', { all: true })))
    expect(whole.length).toBeGreaterThan(said.length)
  })

  it.skipIf(!hasTool('pdftotext') || !hasTool('soffice'))('says the same as PDF and as DOCX', async () => {
    const { make, compared } = await changedALot()
    const pdf = pdfPages(bytesOf(await make('pdf')))
    const [fromWord] = convertWithLibreOffice([bytesOf(await make('docx'))], 'docx', 'pdf')
    if (fromWord === undefined) throw new Error('LibreOffice gave nothing back')
    const words = (pages: ReturnType<typeof pdfPages>) =>
      pages.flatMap((page) => page.words.map(({ text }) => text)).join(' ')
    for (const paper of [words(pdf), words(pdfPages(fromWord))])
      for (const { label } of compared.changes) for (const word of label.split(/\s+/)) expect(paper).toContain(word)
    for (const page of pdf) for (const word of page.words) expect(word.right).toBeLessThanOrEqual(page.width - 30)
  })
})

describe('the comparison of a plan as a file', () => {
  it('groups the changes by đề án, and is refused where there are none', async () => {
    const { program } = await changedALot()
    const of = { kind: 'plan', ...local }
    const file = await answerOf<FileOut>(program, 'workbooks.exportComparison', { of, ...states, format: 'xlsx' })
    expect(file.fileName).toBe('so-sanh-ke-hoach-kcdp-2022.xlsx')
    const said = texts(await cellsOf(file))
    expect(said.some((text) => text.endsWith('– sửa'))).toBe(true)
    const same = { of, before: { kind: 'today' }, after: { kind: 'today' }, format: 'pdf' }
    expect(await refusalOf(program, 'workbooks.exportComparison', same)).toMatchObject({
      code: 'document.incomplete',
      message: expect.stringContaining('giống hệt nhau'),
    })
  })
})
