// Whatever the order of columns, the style of numbers and the unit: the same đồng come back, or a question is asked.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberStyleOf } from '../../electron/workbooks/import/amounts'
import { periodFromText } from '../../electron/workbooks/import/cellDates'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import { type CellValue, previewOf, writeBook } from './importSupport'

type Style = 'vietnamese' | 'english' | 'number'
type Source = 'national' | 'local' | 'counterpart' | 'other'

const powers: Readonly<Record<MoneyUnit, number>> = { dong: 0, thousand: 3, million: 6, billion: 9 }
const unitNames: Readonly<Record<MoneyUnit, string>> = {
  dong: 'đồng',
  thousand: 'nghìn đồng',
  million: 'triệu đồng',
  billion: 'tỷ đồng',
}

/** Written a second time here, so that the reader is not checked by itself. */
function write(dong: number, unit: MoneyUnit, style: Style): CellValue {
  const digits = String(dong).padStart(powers[unit] + 1, '0')
  const at = digits.length - powers[unit]
  const whole = digits.slice(0, at)
  const fraction = digits.slice(at).replace(/0+$/, '')
  if (style === 'number') return Number(`${whole}.${fraction === '' ? '0' : fraction}`)
  const [separator, point] = style === 'vietnamese' ? ['.', ','] : [',', '.']
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end))
  return groups.join(separator) + (fraction === '' ? '' : point + fraction)
}

const sources: readonly Source[] = ['national', 'local', 'counterpart', 'other']
const headings: Readonly<Record<string, readonly string[]>> = {
  order: ['TT', 'STT', 'Số TT'],
  name: ['Tên đề án', 'Tên đề án, nhiệm vụ', 'DANH MỤC ĐỀ ÁN'],
  beneficiaries: ['Đơn vị thụ hưởng', 'Cơ sở thụ hưởng'],
  place: ['Địa điểm', 'Địa bàn thực hiện'],
  note: ['Ghi chú'],
  total: ['Tổng kinh phí', 'Tổng số', 'TỔNG CỘNG'],
  national: ['KCQG', 'KC quốc gia', 'Kinh phí khuyến công quốc gia'],
  local: ['KCĐP', 'Khuyến công địa phương', 'NSĐP/KCĐP'],
  counterpart: ['Đối ứng', 'Vốn đối ứng của cơ sở'],
  other: ['Khác', 'Nguồn khác'],
}

const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 2_000 }).map((millions) => millions * 1_000_000),
  fc.integer({ min: 1, max: 99_999 }).map((tenThousands) => tenThousands * 10_000),
  fc.integer({ min: 1, max: 9_999_999_999 }),
)
const project = fc.record({ national: amount, local: amount, counterpart: amount, other: amount })

const plan = fc.record({
  projects: fc.array(project, { minLength: 1, maxLength: 12 }),
  order: fc.shuffledSubarray(Object.keys(headings), { minLength: Object.keys(headings).length }),
  words: fc.array(fc.nat({ max: 2 }), { minLength: 10, maxLength: 10 }),
  unit: fc.constantFrom<MoneyUnit>('dong', 'thousand', 'million', 'billion'),
  style: fc.constantFrom<Style>('vietnamese', 'english', 'number'),
  strings: fc.constantFrom('inline' as const, 'shared' as const),
  blankRows: fc.nat({ max: 4 }),
  unitPlace: fc.constantFrom('title', 'heading'),
  totalPlace: fc.constantFrom('first', 'last', 'none'),
})

describe('a generated plan', () => {
  it('is read back to the same đồng', async () => {
    await fc.assert(
      fc.asyncProperty(
        plan,
        async ({ projects, order, words, unit, style, strings, blankRows, unitPlace, totalPlace }) => {
          const heading = (field: string, index: number) => {
            const variants = headings[field] ?? []
            const text = variants[(words[index] ?? 0) % variants.length] ?? ''
            return unitPlace === 'heading' && (field === 'total' || sources.some((source) => source === field))
              ? `${text} (${unitNames[unit]})`
              : text
          }
          const money = (one: Readonly<Record<Source, number>>, field: string): CellValue => {
            const dong =
              field === 'total' ? sources.reduce((sum, source) => sum + one[source], 0) : one[field as Source]
            return dong === 0 && field !== 'total' ? null : write(dong, unit, style)
          }
          const cell = (field: string, one: Readonly<Record<Source, number>>, index: number): CellValue => {
            if (field === 'order') return index + 1
            if (field === 'name') return `Hỗ trợ ứng dụng máy móc thiết bị số ${index + 1}`
            if (field === 'beneficiaries') return `HTX số ${index + 1}`
            if (field === 'place') return 'tỉnh Thái Nguyên'
            return field === 'note' ? null : money(one, field)
          }
          const sum = projects.reduce((total, one) => ({
            national: total.national + one.national,
            local: total.local + one.local,
            counterpart: total.counterpart + one.counterpart,
            other: total.other + one.other,
          }))
          const totalRow = order.map((field): CellValue => {
            if (field === 'name') return 'Tổng cộng'
            return field === 'total' || sources.some((source) => source === field) ? money(sum, field) : null
          })
          const rows: CellValue[][] = [
            ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2027'],
            ...Array.from({ length: blankRows }, () => []),
            ...(unitPlace === 'title' ? [[null, `Đơn vị tính: ${unitNames[unit]}`]] : []),
            order.map(heading),
            ...(totalPlace === 'first' ? [totalRow] : []),
            ...projects.map((one, index) => order.map((field) => cell(field, one, index))),
            ...(totalPlace === 'last' ? [totalRow] : []),
          ]
          const book = await writeBook([{ name: 'KH', rows }], { strings })
          // What a person knows of the sheet: which of the two signs separates thousands.
          const answers = Object.fromEntries(
            [...'ABCDEFGHIJ'].flatMap((column) => [
              [`style:KH!${column}:dot`, style === 'english' ? 'decimals' : 'thousands'],
              [`style:KH!${column}:comma`, style === 'english' ? 'thousands' : 'decimals'],
            ]),
          )
          const { preview, work } = previewOf(book, { answers: { ...answers, 'programme:KH': 'local' } })
          expect(preview.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
          expect(preview.sheets[0]?.unit).toBe(unit)
          const read = work.projects.map(
            ({ content }) => content.budget[0]?.amounts ?? { national: 0, local: 0, counterpart: 0, other: 0 },
          )
          expect(read).toEqual(projects)
          expect(preview.sheets[0]?.totals.filter((total) => total.difference !== 0)).toEqual([])
          // Without the answers an amount is right, or it is said that it could be read in two ways.
          const unaided = previewOf(book, { answers: { 'programme:KH': 'local' } })
          const doubtful = new Set(
            unaided.preview.problems
              .filter((problem) => problem.code === 'number.style')
              .map((problem) => problem.rowKey),
          )
          for (const one of unaided.work.projects) {
            const index = Number(/\d+$/.exec(one.name)?.[0]) - 1
            const amounts = one.content.budget[0]?.amounts ?? { national: 0, local: 0, counterpart: 0, other: 0 }
            if (!doubtful.has(one.key)) expect(amounts).toEqual(projects[index])
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('sheets that are no table', () => {
  it('random texts never break the reader of tables', async () => {
    const texts = fc.constantFrom(
      'Tên đề án',
      'Tên cơ sở',
      'Tổng cộng',
      'I',
      '1',
      '1.1',
      'a)',
      '-',
      'Kinh phí',
      'KCĐP',
      'Địa chỉ',
      'GIÁM ĐỐC',
      '=1+1',
      '31/02/2021',
      '1.234',
      'ĐVT: triệu đồng',
    )
    const value = fc.oneof(
      texts,
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 14 }), async (rows) => {
        // XML cannot hold control characters; no workbook has them.
        const safe = rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? cell.replace(/[^\p{L}\p{N}\p{P} ]/gu, '') : cell)),
        )
        const { preview } = previewOf(await writeBook([{ name: 'S', rows: safe }]))
        expect(preview.canImport && preview.problems.some((problem) => problem.severity === 'error')).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('cells as long as they can be, thousands of columns and merges end in a preview, not in a standstill', async () => {
    const long = [
      '1'.repeat(32_000),
      `1=${' '.repeat(30_000)}x`,
      '('.repeat(32_000),
      'a,'.repeat(16_000),
      '-'.repeat(32_000),
      'xã a, '.repeat(5_000),
    ]
    const header = ['Tên đề án', 'Đơn vị thụ hưởng, địa điểm', 'Địa điểm', 'Thời gian', 'KCĐP', 'Ghi chú']
    const hostile = long.map((_, turn) => header.map((__, column) => long[(turn + column) % long.length] ?? ''))
    const wide = Array.from({ length: 5_000 }, (_, index) => `Tên cơ sở số ${index} kinh phí địa chỉ`)
    const merges = Array.from({ length: 20_000 }, (_, index) => `A${index + 1}:Z${index + 1}`)
    const book = await writeBook([
      { name: 'Dài', rows: [['Kế hoạch năm 2026, ĐVT: đồng'], header, ...hostile] },
      { name: 'Rộng', rows: [wide, wide, wide], merges },
    ])
    const { preview } = previewOf(book)
    expect(preview.canImport).toBe(false)
    expect(preview.counts.error).toBeGreaterThan(0)
  })

  it('no sheet, an empty sheet, no heading, 200 columns of headings', async () => {
    const none = previewOf(await writeBook([{ name: 'S', rows: [] }])).preview
    expect(none.problems).toMatchObject([{ code: 'sheet.none', severity: 'error' }])
    expect(none.problems[0]?.message).toContain('Trang trống')
    const plain = previewOf(
      await writeBook([
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ]),
    ).preview
    expect(plain.problems[0]?.message).toContain('Tên cơ sở')
    const wide = [
      'Tên cơ sở',
      'Địa chỉ',
      'Mã số thuế',
      ...Array.from({ length: 197 }, (_, index) => `Cột riêng số ${index}`),
    ]
    const { preview } = previewOf(
      await writeBook([
        { name: 'S', rows: [wide, ['HTX A', 'xã Ba Bể, tỉnh Thái Nguyên', '4700200001', ...Array(197).fill('x')]] },
      ]),
    )
    expect(preview.counts.new).toBe(1)
    expect(preview.sheets[0]?.columns.filter((column) => column.field === null)).toHaveLength(197)
    expect(preview.problems.find((problem) => problem.code === 'column.unknown')?.message).toContain('197 cột')
  })
})

describe('small readings', () => {
  it('periods', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['01/2027 - 12/2027', '2027-01', '2027-12'],
      ['Từ tháng 3/2027 đến tháng 9/2027', '2027-03', '2027-09'],
      ['03-11/2027', '2027-03', '2027-11'],
      ['Tháng 3 - tháng 9', '2027-03', '2027-09'],
      ['Quý II/2027', '2027-04', '2027-06'],
      ['Quý I - IV', '2027-01', '2027-12'],
      ['Năm 2027', '2027-01', '2027-12'],
      ['2027', '2027-01', '2027-12'],
      ['Cả năm', '2027-01', '2027-12'],
      ['Tháng 5/2027', '2027-05', '2027-05'],
      ['15/02/2027 – 30/11/2027', '2027-02', '2027-11'],
    ]
    for (const [text, start, end] of cases) expect([text, periodFromText(text, 2027)]).toEqual([text, { start, end }])
    for (const text of ['sau Tết', '13/2027 - 14/2027', '']) expect(periodFromText(text, 2027)).toBeNull()
  })

  it('the style of a column is what its numbers prove', () => {
    const style = (...texts: string[]) =>
      numberStyleOf(
        texts.map((text, index) => ({
          column: index,
          kind: 'text',
          text,
          computed: false,
          numberFormat: '',
          font: '',
        })),
      )
    expect(style('1.120', '12.500', '980')).toBe('unknown')
    expect(style('2.350,5', '1.120')).toBe('vietnamese')
    expect(style('1.234.567')).toBe('vietnamese')
    expect(style('1,850.0')).toBe('english')
    expect(style('1.5')).toBe('english')
    expect(style('2.350,5', '1,850.0')).toBe('mixed')
  })

  it('a chosen field takes the place of the guessed one', async () => {
    const rows = [
      ['Tên cơ sở', 'Địa chỉ', 'Cột lạ', 'Mã số thuế'],
      ['HTX A', 'xã Ba Bể', '0912345678', '4700200001'],
    ]
    const book = await writeBook([{ name: 'S', rows }])
    const fields = (columns: Readonly<Record<string, string>>) =>
      previewOf(book, { columns }).preview.sheets[0]?.columns.map((column) => column.field)
    expect(fields({})).toEqual(['name', 'address', null, 'taxCode'])
    expect(fields({ 'S!C': 'phone', 'S!B': '' })).toEqual(['name', null, 'phone', 'taxCode'])
    expect(fields({ 'S!C': 'address' })).toEqual(['name', null, 'address', 'taxCode'])
  })
})
