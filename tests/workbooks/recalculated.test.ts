// Every report of every kind of period, the review and a package as workbooks: recalculated by LibreOffice, each cell says what the
// call says. Four units, so that no figure agrees by the luck of its unit.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { RawRow, RawSheet } from '../../electron/workbooks/import/rawWorkbook'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { reportCodes } from '../../shared/domain/reports'
import { formatDate } from '../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import { carriedProject } from '../support/carriedProject'
import { approve, draft, idOf, local, payment, projectIds, propose, sign } from '../support/contracts2022'
import { convertWithLibreOffice } from '../support/libreOffice'
import { answerOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const open = samplePrograms('2023-11-21')

type Table = CallOutput<'reports', 'table'>
type Line = Table['lines'][number]

const product = (name: string, result: string) => ({
  establishmentId: null,
  owner: 'HTX Nhung Lũy',
  name,
  group: 'food',
  scores: { market: 3_500, economy: 3_000, culture: 800, other: 700 },
  average: 8_000,
  result,
  certificateNumber: result === 'certified' ? '01/GCN' : '',
  certificateDate: result === 'certified' ? '2022-10-01' : null,
  validUntil: null,
  prizeRank: '',
  prizeAmount: null,
  overReason: '',
  note: '',
})

/** Something of everything: a đề án carried to its visit, money out and back under another, a vote, a fair, a typed figure. */
async function wholeYear(program: Program): Promise<void> {
  const carried = await carriedProject(program)
  const ids = await projectIds(program)
  for (const id of ids.values()) if (id !== carried.id) await approve(program, id)
  const projectId = idOf(ids, 'KCDP-2022-003')
  const proposed = await propose(program, { kind: 'agency', projectIds: [projectId], date: '2022-02-20' })
  const contractId = (await draft(program, proposed)).id
  await sign(program, contractId, { outsideNumber: '7/HĐ-SCT', signedOn: '2022-02-20' })
  const pay = (dong: number, over: Parameters<typeof payment>[1]) =>
    answerOf(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId,
      payment: payment([{ projectId, amounts: local(dong) }], over),
      reason: 'Đã thống nhất',
    })
  await pay(33_333_333, { voucherNumber: '1' })
  await pay(1_111_111, { kind: 'recovery', onDate: '2022-08-01', voucherNumber: '2' })
  const { id: roundId } = await answerOf<{ id: number }>(program, 'activities.saveRound', {
    id: null,
    rowVersion: null,
    round: {
      level: 'province',
      year: 2022,
      place: '',
      decisionNumber: '1/QĐ-UBND',
      decisionDate: '2022-10-01',
      issuer: 'UBND tỉnh',
      councilNumber: '',
      councilMembers: 7,
      note: '',
    },
  })
  for (const one of [product('Miến dong', 'certified'), product('Chè Như Cố', 'notCertified')])
    await answerOf(program, 'activities.saveProduct', { id: null, rowVersion: null, roundId, product: one })
  const addition = { year: 2022, national: null, source: 'Báo cáo số 12/BC-TTKC' }
  for (const own of [
    { ...addition, report: 'B6', indicator: 'machines', local: 12_500 },
    { ...addition, report: 'B5', indicator: 'disbursed', local: 7_654_321 },
  ])
    await answerOf(program, 'reports.saveAddition', { id: null, rowVersion: null, addition: own })
}

const inUnit: Readonly<Record<MoneyUnit, number>> = { dong: 1, thousand: 1e3, million: 1e6, billion: 1e9 }

/** Rows of the table, found by its first line: what the sheet says above and below it is not compared here. */
function rowsOf(sheet: RawSheet | undefined, lines: readonly { readonly heading: string }[]): RawRow[] {
  const rows = sheet?.rows ?? []
  const [first] = lines
  const at = rows.findIndex((row) => row.cells.some(({ column, text }) => column === 2 && text === first?.heading))
  return rows.slice(at, at + lines.length)
}

/** What a cell of the screen must read as in the sheet; null: an empty cell. */
function expected(value: string | number | null, kind: string, unit: MoneyUnit): number | string | null {
  if (value === null || value === '') return kind === 'percent' ? '–' : null
  switch (kind) {
    case 'money':
      return Number(value) / inUnit[unit]
    case 'quantity':
      return Number(value) / 1_000
    case 'percent':
      return Number(value) / 100
    case 'date':
      return formatDate(String(value))
    default:
      return value
  }
}

interface Shown {
  readonly where: string
  readonly columns: readonly { readonly key: string; readonly kind: string }[]
  readonly lines: readonly Pick<Line, 'key' | 'kind' | 'heading' | 'cells'>[]
}

/** How many cells were held against each other. */
function compare(sheet: RawSheet | undefined, { where, columns, lines }: Shown, unit: MoneyUnit): number {
  const rows = rowsOf(sheet, lines)
  expect(rows, where).toHaveLength(lines.length)
  let compared = 0
  lines.forEach((line, at) => {
    columns.forEach((column, place) => {
      // Headings of groups and the total stretch over the texts before their sums.
      if (line.kind !== 'row' && (column.kind === 'text' || column.kind === 'date')) return
      const cell = rows[at]?.cells.find((one) => one.column === place + 3)
      const wanted = expected(line.cells[column.key] ?? null, column.kind, unit)
      const named = `${where} ${line.key} ${column.key}`
      if (wanted === null) expect(cell?.text ?? '', named).toBe('')
      else if (typeof wanted === 'number') expect(Number(cell?.text), named).toBeCloseTo(wanted, 9)
      else expect([wanted, isoOf(wanted)], named).toContain(cell?.text ?? '')
      compared += 1
    })
  })
  return compared
}

/** A date in a sheet is a number that reads back as YYYY-MM-DD. */
function isoOf(text: string): string {
  const [day = '', month = '', year = ''] = text.split('/')
  return `${year}-${month}-${day}`
}

const bytesOf = ({ base64 }: FileOut) => Buffer.from(base64, 'base64')

const periods = [
  [{ kind: 'month', year: 2022, month: 5 }, 'dong'],
  [{ kind: 'quarter', year: 2022, quarter: 3 }, 'thousand'],
  [{ kind: 'sixMonths', year: 2022, half: 1 }, 'billion'],
  [{ kind: 'year', year: 2022 }, 'million'],
  [{ kind: 'years', from: 2020, to: 2024 }, 'million'],
] as const

describe.skipIf(!hasTool('soffice'))('recalculated by LibreOffice', () => {
  it.each(periods)(
    'each report of %j in %s says what the screen says, cell by cell',
    async (period, unit) => {
      const program = await open()
      await wholeYear(program)
      const shown: Shown[] = []
      const files: Buffer[] = []
      for (const division of ['contents', 'conferenceGroups'] as const)
        for (const report of reportCodes) {
          if (division === 'conferenceGroups' && report !== 'B1') continue
          const asked = { report, period, division, asOf: '2023-11-20' }
          const { columns, lines } = await answerOf<Table>(program, 'reports.table', asked)
          if (lines.every(({ kind }) => kind === 'total')) continue
          shown.push({ where: `${report} ${division}`, columns, lines })
          files.push(bytesOf(await answerOf<FileOut>(program, 'reports.export', { ...asked, format: 'xlsx', unit })))
        }
      // The years have something for all eleven, the year itself all but the effects one and two years later; B1 stands twice.
      if (period.kind === 'years') expect(shown).toHaveLength(reportCodes.length + 1)
      if (period.kind === 'year') expect(shown).toHaveLength(reportCodes.length)
      const recalculated = convertWithLibreOffice(files, 'xlsx', 'xlsx')
      const compared = shown.map((one, index) =>
        compare(readWorkbook(recalculated[index] ?? Buffer.alloc(0)).sheets[0], one, unit),
      )
      expect(Math.min(...compared)).toBeGreaterThan(0)
    },
    120_000,
  )

  it('each table of the review says what the screen says', async () => {
    const program = await open()
    await wholeYear(program)
    const asked = { from: 2020, to: 2024 }
    const review = await answerOf<CallOutput<'reports', 'review'>>(program, 'reports.review', asked)
    const file = await answerOf<FileOut>(program, 'workbooks.exportReview', { ...asked, format: 'xlsx' })
    const [recalculated] = convertWithLibreOffice([bytesOf(file)], 'xlsx', 'xlsx')
    const { sheets } = readWorkbook(recalculated ?? Buffer.alloc(0))
    const filled = review.sections.filter(({ lines }) => lines.some(({ kind }) => kind === 'row'))
    expect(filled.length).toBeGreaterThan(3)
    filled.forEach(({ key, columns, lines }, index) => {
      expect(compare(sheets[index], { where: key, columns, lines }, 'million')).toBeGreaterThan(0)
    })
    const results = rowsOf(
      sheets[filled.length],
      review.results.map(({ name }) => ({ heading: name })),
    )
    expect(results.map(({ cells }) => Number(cells.find(({ column }) => column === 3)?.text))).toEqual(
      review.results.map(({ value }) => value / 1_000),
    )
  }, 120_000)

  it.each(['dong', 'thousand', 'million', 'billion'] as const)(
    'a package in %s says what it carries',
    async (unit) => {
      const program = await open()
      await wholeYear(program)
      const { id, file } = await answerOf<{ id: number; file: FileOut }>(program, 'packages.send', {
        year: 2022,
        recipient: 'Cục',
        unit,
        period: { from: '2022-01-01', to: '2022-12-31' },
      })
      const data = await answerOf<CallOutput<'packages', 'data'>>(program, 'packages.data', { id })
      const [recalculated] = convertWithLibreOffice([bytesOf(file)], 'xlsx', 'xlsx')
      const { sheets } = readWorkbook(recalculated ?? Buffer.alloc(0))
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
      let compared = 0
      for (const { name, lines } of data.sheets) {
        const rows = new Map(sheets.find((one) => one.name === name)?.rows.map((row) => [row.number, row]))
        for (const { row, text, figures } of lines)
          for (const [letter, dong] of Object.entries(figures)) {
            const cell = rows.get(row)?.cells.find(({ column }) => column === letters.indexOf(letter) + 1)
            expect(Number(cell?.text ?? 0), `${name}!${letter}${row} ${text}`).toBeCloseTo(dong / inUnit[unit], 9)
            compared += 1
          }
      }
      expect(compared).toBeGreaterThan(100)
      const national = data.lines.reduce((sum, { planned }) => sum + planned.national, 0)
      expect(national).toBe(700_000_000)
    },
    120_000,
  )
})
