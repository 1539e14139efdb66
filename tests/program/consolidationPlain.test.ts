// The fifteen provinces of 2021 from their own plan workbooks: three layouts, four units, saved by three programs; what their
// reading asks is answered before the table is kept, and a printed total that is not its parts is said with its cell.
import { execFileSync } from 'node:child_process'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import { unitLabel } from '../../shared/vietnamese/money'
import type { Centre, CentreProject } from '../support/centres'
import { convertWithLibreOffice } from '../support/libreOffice'
import { openPrograms } from '../support/openProgram'
import { centresOf2021 } from '../support/region2021'
import { hasTool } from '../support/tools'

const open = openPrograms('2022-08-01')
const million = 1_000_000

type Content = CallOutput<'office', 'contentGroups'>[number]
type File = { readonly fileName: string; readonly base64: string }
type Line = readonly (string | number | null)[]

const inUnit: Readonly<Record<MoneyUnit, number>> = { dong: 1, thousand: 1_000, million, billion: 1_000 * million }
const units: readonly MoneyUnit[] = ['million', 'dong', 'thousand', 'billion']

interface Layout {
  readonly headings: readonly Line[]
  readonly cells: (project: CentreProject, money: (dong: number) => number) => Line
  readonly merges: readonly string[]
}

const only = ({ programme }: CentreProject, wanted: string, dong: number) => (programme === wanted ? dong : 0)

const layouts: readonly Layout[] = [
  {
    headings: [
      ['TT', 'Tên đề án', 'Nội dung khuyến công', 'Kế hoạch', null, null, null, 'Thực hiện', null, null, null],
      [null, null, null, 'Tổng', 'KCQG', 'KCĐP', 'Đối ứng', 'Tổng', 'KCQG', 'KCĐP', 'Đối ứng'],
    ],
    merges: ['A5:A6', 'B5:B6', 'C5:C6', 'D5:G5', 'H5:K5'],
    cells: (one, money) => [
      money(one.planned + (one.counterpart ?? 0)),
      money(only(one, 'national', one.planned)),
      money(only(one, 'local', one.planned)),
      money(one.counterpart ?? 0),
      money(one.done + 7_000),
      money(only(one, 'national', one.done)),
      money(only(one, 'local', one.done)),
      // Put in by the beneficiary, and none of the plan's.
      money(7_000),
    ],
  },
  {
    headings: [
      [
        'STT',
        'Tên đề án',
        'Nội dung khuyến công',
        'KCQG kế hoạch',
        'KCQG thực hiện',
        'KCĐP kế hoạch',
        'KCĐP thực hiện',
        'Đối ứng',
      ],
    ],
    merges: [],
    cells: (one, money) => [
      money(only(one, 'national', one.planned)),
      money(only(one, 'national', one.done)),
      money(only(one, 'local', one.planned)),
      money(only(one, 'local', one.done)),
      money(one.counterpart ?? 0),
    ],
  },
  {
    headings: [
      [
        'TT',
        'Tên đề án',
        'Nội dung khuyến công',
        'Nguồn khuyến công',
        'Kinh phí hỗ trợ',
        'Kinh phí hỗ trợ đã giải ngân',
        'Đối ứng',
      ],
    ],
    merges: [],
    cells: (one, money) => [
      one.programme === 'national' ? 'KCQG' : 'KCĐP',
      money(one.planned),
      money(one.done),
      money(one.counterpart ?? 0),
    ],
  },
]

async function planWorkbook(
  { name, year, projects }: Centre,
  layout: Layout,
  unit: MoneyUnit,
  contents: readonly Content[],
): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(`KC ${year}`)
  sheet.addRow(['SỞ CÔNG THƯƠNG'])
  sheet.addRow([`KẾ HOẠCH VÀ KẾT QUẢ KHUYẾN CÔNG NĂM ${year} TỈNH ${name.toLocaleUpperCase('vi')}`])
  sheet.addRow([`Đơn vị tính: ${unitLabel(unit)}`])
  sheet.addRow([])
  for (const line of layout.headings) sheet.addRow([...line])
  for (const range of layout.merges) sheet.mergeCells(range)
  const money = (dong: number) => dong / inUnit[unit]
  projects.forEach((project, index) => {
    const content = contents.find(({ code }) => code === project.contentGroup)?.name ?? ''
    sheet.addRow([index + 1, `Đề án ${index + 1} của ${name}`, content, ...layout.cells(project, money)])
  })
  const first = 5 + layout.headings.length
  const total = sheet.addRow(['', 'Tổng cộng'])
  sheet.getRow(first).eachCell((cell, column) => {
    if (column <= 3 || typeof cell.value !== 'number') return
    const letter = sheet.getColumn(column).letter
    total.getCell(column).value = {
      formula: `SUM(${letter}${first}:${letter}${total.number - 1})`,
      result: projects.reduce((sum, _one, at) => sum + Number(sheet.getRow(first + at).getCell(column).value), 0),
    }
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const resave = `
import sys, io
from openpyxl import load_workbook
values = load_workbook(io.BytesIO(sys.stdin.buffer.read()), data_only=True)
values.save(sys.stdout.buffer)
`

/** Null where this machine's Pythons have no openpyxl. */
function savedByOpenpyxl(bytes: Buffer): Buffer | null {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      return execFileSync(python, ['-c', resave], { input: bytes, stdio: ['pipe', 'pipe', 'ignore'] })
    } catch {
      // The next one may have it.
    }
  return null
}

const named = (fileName: string, bytes: Buffer): File => ({ fileName, base64: bytes.toString('base64') })

describe('fifteen plan workbooks of 2021', () => {
  it('come to the published percentages, whoever saved them and whatever their unit', async () => {
    const { ask } = await open()
    const contents = await ask('office.contentGroups', {})
    const centres = centresOf2021()
    const books = await Promise.all(
      centres.map((centre, index) => {
        const layout = layouts[index % layouts.length]
        const unit = units[index % units.length]
        if (layout === undefined || unit === undefined) throw new Error('there are layouts and units')
        return planWorkbook(centre, layout, unit, contents)
      }),
    )
    const byLibreOffice = hasTool('soffice') ? convertWithLibreOffice(books.slice(0, 5), 'xlsx', 'xlsx') : []
    const files = books.map((book, index) =>
      named(
        `${centres[index]?.name}.xlsx`,
        byLibreOffice[index] ?? (index < 10 ? savedByOpenpyxl(book) : null) ?? book,
      ),
    )
    const { table, sources, questions, issues, checks, complete, sentences } = await ask('consolidation.preview', {
      files,
      settings: { unit: 'billion' },
    })
    expect(questions.filter(({ answer }) => answer === null)).toEqual([])
    expect(issues).toEqual([])
    expect(sources.map(({ why }) => why).filter((why) => why !== '')).toEqual([])
    expect(complete).toBe(true)
    const bySource = new Map(table.bySource.map((row) => [row.key, row]))
    expect(bySource.get('national')).toMatchObject({ planned: 11_140 * million, done: 11_070 * million, rate: 9_937 })
    expect(bySource.get('local')).toMatchObject({ planned: 40_090 * million, done: 37_730 * million, rate: 9_411 })
    expect([bySource.get('national')?.doneShare, bySource.get('local')?.doneShare]).toEqual([2_268, 7_732])
    expect(bySource.get('support')).toMatchObject({ planned: 51_230 * million, done: 48_800 * million })
    expect(table.provinces).toHaveLength(15)
    for (const { name, projects } of centres) {
      const row = table.provinces.find((one) => one.name.endsWith(name))
      expect(row?.figures.support, name).toMatchObject({
        planned: projects.reduce((sum, one) => sum + one.planned, 0),
        done: projects.reduce((sum, one) => sum + one.done, 0),
      })
      expect(row?.figures.counterpart.planned, name).toBe(
        projects.reduce((sum, one) => sum + (one.counterpart ?? 0), 0),
      )
    }
    // The units were other ones, and the files say so.
    expect(sources.filter(({ notes }) => notes.some((note) => note.includes('đã đổi ra đồng')))).toHaveLength(11)
    expect(checks.every(({ message }) => message.includes('do làm tròn'))).toBe(true)
    expect(sentences[1]).toBe('Kinh phí thực hiện đạt 48,80 tỷ đồng, bằng 95,26 % kế hoạch.')
  }, 180_000)
})

/** One đề án a line: TT, tên, nội dung, tổng, KCQG, KCĐP, đối ứng; and the line of totals as it is printed. */
async function smallBook(title: string, lines: readonly Line[], total: Line): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('KH')
  sheet.addRow([title])
  sheet.addRow(['Đơn vị tính: triệu đồng'])
  sheet.addRow(['TT', 'Tên đề án', 'Nội dung', 'Tổng kinh phí', 'KCQG', 'KCĐP', 'Đối ứng'])
  for (const line of lines) sheet.addRow([...line])
  sheet.addRow(['', 'Tổng cộng', '', ...total])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('a plan workbook that asks something', () => {
  it('waits for its answer, is not kept before, and counts after it', async () => {
    const { ask, refusal } = await open()
    const book = await smallBook(
      'KẾ HOẠCH KHUYẾN CÔNG NĂM 2021 TỈNH NGHỆ AN',
      [
        [1, 'Máy sấy nông sản', 'Ứng dụng máy móc', 300, 100, 0, 200],
        [2, 'Việc khó gọi tên', 'Khác', 50, 0, 50, 0],
      ],
      [350, 100, 50, 200],
    )
    const files = [named('nghe-an.xlsx', book)]
    const first = await ask('consolidation.preview', { files })
    const [question, ...others] = first.questions
    expect([others.length, question?.answer]).toEqual([0, null])
    expect(question?.message).toContain('“Việc khó gọi tên” thuộc nội dung khuyến công nào?')
    expect(first.complete).toBe(false)
    expect(first.sources[0]?.why).toContain('1 câu hỏi')
    expect(first.table.total.projects).toBe(0)
    const name = 'Nghệ An'
    const problem = await refusal('consolidation.save', { files, name })
    expect([problem.code, problem.fields.length]).toEqual(['consolidation.open', 1])
    expect(problem.message).toContain('nghe-an.xlsx')
    const answers = { [question?.source ?? '']: { [question?.id ?? '']: 'ND9' } }
    const { id } = await ask('consolidation.save', { files, name, settings: { answers } })
    const { result } = await ask('consolidation.get', { id })
    expect(result.complete).toBe(true)
    expect(result.table.total.figures.support.planned).toBe(150 * million)
    expect(result.table.contents.find(({ key }) => key === 'ND9')?.figures.local.planned).toBe(50 * million)
  })

  it('of a province that is there already, or of another year, is noticed in words', async () => {
    const { ask } = await open()
    const line = (amount: number): Line[] => [[1, 'Máy sấy nông sản', 'Ứng dụng máy móc', amount, amount, 0, 0]]
    const book = (year: number, amount: number) =>
      smallBook(`KẾ HOẠCH KHUYẾN CÔNG NĂM ${year} TỈNH NGHỆ AN`, line(amount), [amount, amount, 0, 0])
    const files = [
      named('mot.xlsx', await book(2021, 100)),
      named('hai.xlsx', await book(2021, 60)),
      named('nam-truoc.xlsx', await book(2020, 80)),
      named('cu.xlsx', await book(2016, 70)),
    ]
    const shown = await ask('consolidation.preview', { files, settings: { year: 2021 } })
    const messages = new Map(shown.issues.map((one) => [one.kind, one.message]))
    expect(shown.issues.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['year', 'lastYear'],
      ['year', null],
      ['sameProvince', null],
    ])
    expect(messages.get('year')).toContain('“cu.xlsx”: số liệu năm 2016, còn bảng tổng hợp là năm 2021')
    expect(messages.get('sameProvince')).toContain('Tỉnh Nghệ An có 2 tệp: “mot.xlsx”')
    const decisions = Object.fromEntries(
      shown.issues.map(({ id, kind, answer }) => [id, answer ?? (kind === 'sameProvince' ? 'both' : 'skip')]),
    )
    const decided = await ask('consolidation.preview', { files, settings: { year: 2021, decisions } })
    expect(decided.complete).toBe(true)
    expect(decided.table.total.figures.support).toMatchObject({
      planned: 160 * million,
      plannedBefore: 80 * million,
      plannedGrowth: 10_000,
    })
    expect(decided.sentences[0]).toContain('của tỉnh Nghệ An là 160 triệu đồng')
  })
})

describe('a printed total that is not the sum of its parts', () => {
  const parts: Line[] = [
    [1, 'Máy sấy nông sản', 'Ứng dụng máy móc', 68_498, 5_586, 0, 62_912],
    [2, 'Hội chợ hàng công nghiệp nông thôn', 'Hội chợ', 20_718, 0, 20_718, 0],
  ]
  const said =
    '“Tổng cộng”: 99.216 ≠ 5.586 + 20.718 + 62.912 = 89.216 (triệu đồng): chênh lệch 10.000. Cần đối chiếu lại nguồn; chương trình không tự sửa.'

  it('is said where it stands when the plan is brought in, and again over a consolidation', async () => {
    const { ask } = await open()
    const book = await smallBook('KẾ HOẠCH KHUYẾN CÔNG NĂM 2021 TỈNH ĐẮK LẮK', parts, [99_216, 5_586, 20_718, 62_912])
    const file = named('dak-lak.xlsx', book)
    const { problems, sheets } = await ask('workbooks.previewImport', { ...file, kind: 'plan' })
    expect(problems.filter(({ code }) => code === 'total.parts')).toMatchObject([
      { severity: 'warning', sheet: 'KH', cell: 'D6', message: said },
    ])
    expect(sheets[0]?.totals?.find(({ cell }) => cell === 'D6')).toMatchObject({
      declared: 99_216 * million,
      computed: 89_216 * million,
      difference: 10_000 * million,
    })
    const { checks, complete } = await ask('consolidation.preview', { files: [file] })
    expect(checks[0]).toEqual({ severity: 'warning', message: `“dak-lak.xlsx”, KH!D6: ${said}` })
    // It is for whoever sent it to say; the table goes on with the parts.
    expect(complete).toBe(true)
  })

  it('is not said where it is, and is called rounding where rounding makes it', async () => {
    const { ask } = await open()
    const checksOf = async (total: Line) => {
      const lines: Line[] = [[1, 'Máy sấy', 'Ứng dụng máy móc', 11.1, 3.7, 0, 7.3]]
      const book = await smallBook('KẾ HOẠCH KHUYẾN CÔNG NĂM 2021 TỈNH ĐẮK LẮK', lines, total)
      const { problems } = await ask('workbooks.previewImport', { ...named('a.xlsx', book), kind: 'plan' })
      return problems.filter(({ code }) => code === 'total.parts').map(({ message }) => message)
    }
    expect(await checksOf([11, 3.7, 0, 7.3])).toEqual([])
    expect(await checksOf([11.1, 3.7, 0, 7.3])).toEqual([
      '“Tổng cộng”: 11,1 ≠ 3,7 + 7,3 = 11 (triệu đồng): chênh lệch 0,1, do làm tròn.',
    ])
  })
})
