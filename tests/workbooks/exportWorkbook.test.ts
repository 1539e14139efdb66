// The plan as an Excel file, opened again by another reader, recalculated and printed by a real spreadsheet program.
import exceljs from 'exceljs'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { localPlanSheet, nationalPlanSheet, yearSummarySheet } from '../../electron/workbooks/annualPlanSheet'
import { columnPoints } from '../../electron/workbooks/heights'
import { layOut, sheetName } from '../../electron/workbooks/layout'
import type { Grid } from '../../electron/workbooks/page'
import { landscapeA4, type Sheet } from '../../electron/workbooks/sheet'
import { assertNever } from '../../shared/domain/assertNever'
import { fundingSources, totalOf } from '../../shared/domain/money'
import { type PlanItem, type PlanView, viewPlan } from '../../shared/domain/plans'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatDecimal, formatInteger } from '../../shared/vietnamese/numbers'
import { convertWithLibreOffice, type PdfPage, pdfPages } from '../support/libreOffice'
import { largePlan, local2022, national2022, planOptions } from '../support/plan2022'
import { hasTool } from '../support/tools'

const today = new Date('2027-01-05T00:00:00Z')
const standingAlone = { ...planOptions, attachedTo: '' }
const tricky = withItem(national2022, (item) => ({
  ...item,
  name: '=1+1 là tên đề án',
  note: '@SUM(A1:A9)',
  implementingUnit: '+84 Hợp tác xã <Văn> & "Quyết"',
  summary: '-2+3 không phải công thức',
  amounts: { ...item.amounts, counterpart: 123_456_789, other: 100_000 },
}))

function withItem(plan: PlanView, change: (item: PlanItem) => PlanItem): PlanView {
  return viewPlan(
    plan.year,
    plan.programme,
    plan.items.map((item, index) => (index === 0 ? change(item) : item)),
  )
}

async function reopen(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

function firstSheet(workbook: exceljs.Workbook): exceljs.Worksheet {
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('the workbook has no sheet')
  return sheet
}

function dongOf(value: exceljs.CellValue): number {
  // exceljs leaves out a result that is zero.
  const amount = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value
  return Math.round(Number(amount ?? 0) * 1_000_000)
}

/** What a cell prints in a Vietnamese office, written down here a second time. */
function printedText(grid: Grid): string[] {
  return grid.rows.flatMap((row) =>
    row.cells.flatMap(({ value }): string[] => {
      if (value === null) return []
      switch (value.kind) {
        case 'text':
          return [value.text]
        case 'integer':
          return [formatInteger(value.value)]
        case 'month':
          return [formatMonth(value.month)]
        case 'quantity':
          return [formatDecimal({ units: BigInt(value.thousandths), scale: 3 }, 3)]
        case 'percent':
          return [formatDecimal({ units: BigInt(value.hundredths), scale: 2 }, 2, 2)]
        case 'date':
          return [value.date.split('-').reverse().join('/')]
        case 'money':
          return [value.dong === 0 ? '-' : formatDecimal({ units: BigInt(value.dong), scale: 6 }, 6, 1)]
        default:
          return assertNever(value, 'a value of an unknown kind')
      }
    }),
  )
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Pages the rows fill when all columns fit the width: a share of a page may stay empty because rows are not divided. */
function expectedPages(grid: Grid): number {
  const { top, right, bottom, left } = grid.print.margins
  const points = (millimetres: number) => (millimetres / 25.4) * 72
  const width = grid.columnWidths.reduce((sum, digits) => sum + columnPoints(digits), 0)
  const scale = Math.min(1, points(297 - left - right) / width)
  const height = (rows: Grid['rows']) => rows.reduce((sum, row) => sum + row.height * scale, 0)
  const header = height(grid.rows.slice(grid.headerRows.first - 1, grid.headerRows.last))
  return (height(grid.rows) - header) / (points(210 - top - bottom) - header)
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '')

const plans: readonly { name: string; sheet: Sheet; items: readonly PlanItem[] }[] = [
  {
    name: 'national, alone',
    sheet: nationalPlanSheet(national2022, standingAlone),
    items: national2022.items,
  },
  { name: 'national, hard text', sheet: nationalPlanSheet(tricky, planOptions), items: tricky.items },
  { name: 'local', sheet: localPlanSheet(local2022, planOptions), items: local2022.items },
  {
    name: 'both on one sheet',
    sheet: yearSummarySheet([national2022, local2022], 2022, planOptions),
    items: [...national2022.items, ...local2022.items],
  },
  {
    name: 'national, long',
    sheet: nationalPlanSheet(largePlan(60), planOptions),
    items: largePlan(60).items,
  },
  {
    name: 'local, long',
    sheet: localPlanSheet(largePlan(60, 'local'), standingAlone),
    items: largePlan(60, 'local').items,
  },
].map((plan) => ({ ...plan, sheet: plan.sheet as Sheet }))

describe('the plan as an Excel file', () => {
  const written = new Map<string, Uint8Array>()
  beforeAll(async () => {
    for (const { name, sheet } of plans) written.set(name, await writeWorkbook([layOut(sheet)], today))
  })
  const open = async (name: string) => firstSheet(await reopen(written.get(name) ?? new Uint8Array()))

  test('prints on A4 across, as wide as the page, as long as it takes, header repeated, pages numbered', async () => {
    const sheet = await open('national, long')
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(sheet.headerFooter.oddFooter).toContain('Trang &P/&N')
    const zip = await JSZip.loadAsync(written.get('national, long') ?? new Uint8Array())
    const { first, last } = layOut(nationalPlanSheet(largePlan(60), planOptions) as Sheet).headerRows
    expect(await zip.file('xl/workbook.xml')?.async('string')).toContain(`$${first}:$${last}</definedName>`)
    expect(last - first).toBe(1)
  })

  test('columns are measured in digits of Times New Roman, and properties stand in the order Excel demands', async () => {
    const zip = await JSZip.loadAsync(written.get('local') ?? new Uint8Array())
    const styles = (await zip.file('xl/styles.xml')?.async('string')) ?? ''
    expect(/<fonts[^>]*><font>(.*?)<\/font>/.exec(styles)?.[1]).toContain('Times New Roman')
    const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    expect(xml.indexOf('<outlinePr')).toBeGreaterThan(0)
    expect(xml.indexOf('<outlinePr')).toBeLessThan(xml.indexOf('<pageSetUpPr'))
    expect(xml).not.toContain('collapsed')
  })

  test('text that looks like a formula stays text, and stays so after it is edited', async () => {
    const sheet = await open('national, hard text')
    const found = new Map<string, exceljs.Cell>()
    sheet.eachRow((row) => row.eachCell((cell) => void found.set(String(cell.value), cell)))
    for (const text of [
      '=1+1 là tên đề án',
      '@SUM(A1:A9)',
      '+84 Hợp tác xã <Văn> & "Quyết"',
      '-2+3 không phải công thức',
    ]) {
      expect(found.get(text)?.type, text).toBe(exceljs.ValueType.String)
      expect(found.get(text)?.numFmt, text).toBe('@')
    }
  })

  test('months are dates of their first day, at midnight everywhere', async () => {
    const sheet = await open('national, alone')
    const months: string[] = []
    sheet.eachRow((row) => row.eachCell((cell) => cell.value instanceof Date && months.push(cell.value.toISOString())))
    expect(months).toEqual(
      national2022.items.flatMap((item) => [
        `${item.startMonth}-01T00:00:00.000Z`,
        `${item.endMonth}-01T00:00:00.000Z`,
      ]),
    )
  })

  test('money is stored to the đồng and every total is a formula with its result', async () => {
    const sheet = await open('national, hard text')
    const amounts: number[] = []
    const formulas: string[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'number') amounts.push(dongOf(cell.value))
        if (cell.formula !== undefined) formulas.push(cell.formula)
      }),
    )
    expect(amounts).toContain(123_456_789)
    expect(amounts).toContain(100_000)
    expect(formulas.length).toBe(2 + 5 * 3)
    expect(formulas.every((formula) => /^(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+(\+[A-Z]+\d+)*)$/.test(formula))).toBe(
      true,
    )
  })

  test('the same plan of the same day is the same file, byte for byte', async () => {
    for (const { name, sheet } of plans.slice(0, 2))
      expect(await writeWorkbook([layOut(sheet)], today)).toEqual(written.get(name))
  })

  test('a name Excel would refuse for a sheet is made one it takes', () => {
    expect(sheetName("KC [2027]: đợt 1/2 của 'Sở'?")).toBe('KC 2027 đợt 1 2 của Sở')
    expect(sheetName('x'.repeat(50))).toHaveLength(31)
    expect(sheetName('??')).toBe('Bảng')
  })

  test('a list longer than Excel has line breaks for runs on', () => {
    const beneficiaries = Array.from({ length: 400 }, (_, at) => ({ name: `HTX số ${at}`, establishmentId: null }))
    const few = withItem(national2022, (item) => ({ ...item, beneficiaries: beneficiaries.slice(0, 3) }))
    const many = withItem(national2022, (item) => ({ ...item, beneficiaries }))
    const cell = (plan: PlanView, start: string) =>
      printedText(layOut(nationalPlanSheet(plan, planOptions))).find((text) => text.startsWith(start))
    expect(cell(few, 'HTX số 0')).toBe('HTX số 0;\nHTX số 1;\nHTX số 2')
    expect(cell(many, 'HTX số 0')?.split('; ')).toHaveLength(400)
    expect(cell(many, 'HTX số 0')).not.toContain('\n')
  })

  test('a cell longer than Excel can hold is refused in words, not cut', () => {
    const plan = withItem(national2022, (item) => ({ ...item, summary: 'dài '.repeat(9_000) }))
    expect(() => layOut(nationalPlanSheet(plan, planOptions) as Sheet)).toThrow(/36000 ký tự/)
  })
})

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('the plan in LibreOffice', () => {
  let recalculated: Buffer[] = []
  let printed: PdfPage[][] = []
  beforeAll(async () => {
    const files: Uint8Array[] = []
    for (const { sheet } of plans) files.push(await writeWorkbook([layOut(sheet)], today))
    recalculated = convertWithLibreOffice(files, 'xlsx', 'xlsx')
    printed = convertWithLibreOffice(files, 'xlsx', 'pdf').map((pdf) => pdfPages(pdf))
  })

  test.each(plans.map((plan, index) => [plan.name, plan, index] as const))(
    '%s: recalculated totals equal the stored ones and the sums of the đề án',
    async (_, { sheet, items }, index) => {
      const grid = layOut(sheet)
      const after = firstSheet(await reopen(recalculated[index] ?? Buffer.alloc(0)))
      let formulas = 0
      grid.rows.forEach((row, at) => {
        for (const { column, formula, value } of row.cells) {
          const cell = after.getCell(at + 1, column)
          expect(cell.type).not.toBe(exceljs.ValueType.Error)
          if (formula === null || value?.kind !== 'money') continue
          formulas += 1
          expect(dongOf(cell.value), `${cell.address} ${formula}`).toBe(value.dong)
        }
      })
      expect(formulas).toBeGreaterThan(items.length)

      const totals: number[] = []
      after.eachRow((row) => {
        if (row.getCell(1).value !== 'Tổng cộng') return
        row.eachCell(
          (cell) => cell.master === cell && typeof cell.value !== 'string' && totals.push(dongOf(cell.value)),
        )
      })
      const bySource = fundingSources.map((source) => items.reduce((sum, item) => sum + item.amounts[source], 0))
      const total = items.reduce((sum, item) => sum + totalOf(item.amounts), 0)
      expect(totals.filter((amount) => amount !== 0)).toEqual([total, ...bySource].filter((amount) => amount !== 0))
    },
  )

  test.each(plans.map((plan, index) => [plan.name, plan, index] as const))(
    '%s: every word of every cell is printed, the header on each page, on A4 across',
    (_, { sheet }, index) => {
      const grid = layOut(sheet)
      const paper = printed[index] ?? []
      const pages = expectedPages(grid)
      expect(paper.length).toBeGreaterThanOrEqual(Math.floor(pages))
      expect(paper.length).toBeLessThanOrEqual(Math.ceil(pages * 1.3))
      for (const { width, height } of paper) {
        expect(width).toBeCloseTo(841.9, 0)
        expect(height).toBeCloseTo(595.3, 0)
      }
      const { first, last } = grid.headerRows
      const header = wordsOf(printedText({ ...grid, rows: grid.rows.slice(first - 1, last) }))
      const repeated = paper.slice(1).flatMap(() => header)
      const footers = paper.flatMap((_page, at) => ['Trang', `${at + 1}/${paper.length}`])
      const expected = counted([...wordsOf(printedText(grid)), ...repeated, ...footers])
      expect(counted(paper.flatMap((page) => page.words.map((word) => word.text)))).toEqual(expected)
      // Not only in the file: inside the paper's edges too.
      for (const page of paper)
        for (const word of page.words) {
          expect(word.left).toBeGreaterThan((landscapeA4.margins.left / 25.4) * 72 - 2)
          expect(word.right).toBeLessThan(page.width - (landscapeA4.margins.right / 25.4) * 72 + 2)
        }
    },
  )

  test('a cell higher than Excel allows spans rows, and all of it is printed', async () => {
    const summary = Array.from({ length: 900 }, (_, at) => `chữ${at}`).join(' ')
    const plan = withItem(national2022, (item) => ({ ...item, summary }))
    const grid = layOut(nationalPlanSheet(plan, planOptions) as Sheet)
    expect(Math.max(...grid.rows.map((row) => row.height))).toBeLessThanOrEqual(409.5)
    const [pdf] = convertWithLibreOffice([await writeWorkbook([grid], today)], 'xlsx', 'pdf')
    const words = new Set(pdfPages(pdf ?? new Uint8Array()).flatMap((page) => page.words.map((word) => word.text)))
    expect(summary.split(' ').filter((word) => !words.has(word))).toEqual([])
  })
})
