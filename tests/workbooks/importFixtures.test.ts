// The two workbooks as offices keep them, fact by fact and cell by cell, and the import into a real data file.
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { ImportPreview } from '../../shared/contract/workbooks'
import { tempFolders } from '../support/tempFolder'
import { fixture, previewOf, resourcesDir, writeBook } from './importSupport'

const plan = fixture('ke-hoach-khuyen-cong-2022.xlsx')
const establishments = fixture('co-so-cnnt-lon-xon.xlsx')

const problemAt = (preview: ImportPreview, cell: string | null, code: string) =>
  preview.problems.find((problem) => problem.cell === cell && problem.code === code)
const rowOf = (preview: ImportPreview, sheet: string, row: number) =>
  preview.sheets.find((one) => one.name === sheet)?.rows.find((one) => one.row === row)
const fieldValue = (preview: ImportPreview, sheet: string, row: number, field: string) =>
  rowOf(preview, sheet, row)?.fields.find((one) => one.field === field)?.value

describe('the plan of 2022', () => {
  const { preview, work } = previewOf(plan)
  const [sheet] = preview.sheets

  it('is one plan in triệu đồng with a heading of two merged rows', () => {
    expect(sheet).toMatchObject({
      name: 'Biểu KH 2022',
      kind: 'plan',
      year: 2022,
      unit: 'million',
      encoding: 'unicode',
    })
    expect(sheet?.columns.map(({ column, header, field }) => [column, header, field])).toEqual([
      ['A', 'TT', 'order'],
      ['B', 'Tên đề án, nhiệm vụ', 'name'],
      ['C', 'Nội dung khuyến công', 'content'],
      ['D', 'Đơn vị thụ hưởng', 'beneficiaries'],
      ['E', 'Địa điểm thực hiện', 'place'],
      ['F', 'Thời gian thực hiện › Bắt đầu', 'startMonth'],
      ['G', 'Thời gian thực hiện › Kết thúc', 'endMonth'],
      ['H', 'Tổng kinh phí', 'total'],
      ['I', 'Trong đó › KC quốc gia', 'national'],
      ['J', 'Trong đó › KC địa phương', 'local'],
      ['K', 'Trong đó › Đối ứng', 'counterpart'],
      ['L', 'Ghi chú', 'note'],
    ])
  })

  it('has its own totals equal to the sums of its rows', () => {
    expect(
      sheet?.totals.map(({ cell, declared, computed, difference }) => [cell, declared, computed, difference]),
    ).toEqual([
      ['H10', 1_620_000_000, 1_620_000_000, 0],
      ['I10', 700_000_000, 700_000_000, 0],
      ['K10', 920_000_000, 920_000_000, 0],
      ['H13', 776_500_000, 776_500_000, 0],
      ['J13', 496_000_000, 496_000_000, 0],
      ['K13', 280_500_000, 280_500_000, 0],
      ['H22', 2_396_500_000, 2_396_500_000, 0],
      ['I22', 700_000_000, 700_000_000, 0],
      ['J22', 496_000_000, 496_000_000, 0],
      ['K22', 1_200_500_000, 1_200_500_000, 0],
    ])
  })

  it('shows a difference when one cell of it is changed', () => {
    const changed = previewOf(plan, { corrections: { 'Biểu KH 2022!J15': '121,0' } }).preview
    expect(
      changed.sheets[0]?.totals
        .filter((total) => total.difference !== 0)
        .map(({ cell, difference }) => [cell, difference]),
    ).toEqual([
      ['J13', -1_000_000],
      ['J22', -1_000_000],
    ])
    expect(problemAt(changed, 'H15', 'total.sources')?.message).toContain('lệch 1 triệu đồng')
    expect(problemAt(changed, 'J22', 'total.differs')?.message).toContain('496 triệu đồng')
    expect(changed.canImport).toBe(true)
  })

  it('is ten đề án, each with programme, content, money and months', () => {
    const facts = work.projects.map(({ identity, content }) => [
      identity.programme,
      identity.kind,
      content.subContent,
      content.beneficiaries.map((one) => one.name).join(' + '),
      content.startMonth,
      content.endMonth,
      ...Object.values(content.budget[0]?.amounts ?? {}).map((dong) => dong / 1_000_000),
      content.note,
    ])
    expect(facts).toEqual([
      [
        'national',
        'group',
        'ND3.advancedMachinery',
        'Hợp tác xã Dịch vụ tổng hợp Vũ Loan + HTX Văn Quyết',
        '2022-01',
        '2022-11',
        500,
        0,
        650,
        0,
        'Đề án nhóm',
      ],
      ['national', 'single', 'ND3.advancedMachinery', 'HTX Yến Dương', '2022-01', '2022-11', 200, 0, 270, 0, ''],
      ['local', 'single', 'ND6.communication', '', '2022-01', '2022-12', 0, 60, 0, 0, ''],
      [
        'local',
        'single',
        'ND3.advancedMachinery',
        'HTX Phi Đoàn',
        '2022-02',
        '2022-10',
        0,
        120,
        160.5,
        0,
        'Máy cắt CNC',
      ],
      ['local', 'single', 'ND3.advancedMachinery', '', '2022-02', '2022-10', 0, 100, 120, 0, ''],
      ['local', 'group', 'ND5.consulting', '05 cơ sở CNNT', '2022-03', '2022-11', 0, 75, 0, 0, '5 đơn vị'],
      ['local', 'single', 'ND4.trademark', '', '2022-03', '2022-11', 0, 40, 0, 0, '2 sản phẩm'],
      ['local', 'single', 'ND4.productVote', '', '2022-04', '2022-09', 0, 65, 0, 0, ''],
      ['local', 'single', 'ND9.planning', '', '2022-05', '2022-12', 0, 20, 0, 0, ''],
      ['local', 'single', 'ND9.management', '', '2022-01', '2022-12', 0, 16, 0, 0, ''],
    ])
  })

  it('turns old places into new ones and keeps the old text; a former district stays words', () => {
    const places = work.projects.map(({ content }) => content.places)
    expect(places[1]).toMatchObject([
      {
        text: 'xã Thượng Minh, tỉnh Thái Nguyên',
        oldText: 'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn',
        provinceCode: '19',
      },
    ])
    expect(places[2]).toMatchObject([{ text: 'tỉnh Thái Nguyên', oldText: 'tỉnh Bắc Kạn', communeCode: null }])
    expect(places[4]).toMatchObject([{ text: 'huyện Ba Bể', oldText: 'huyện Ba Bể', communeCode: null }])
    expect(places[8]).toEqual([])
    expect(problemAt(preview, 'E16', 'place.unresolved')?.message).toContain('huyện Ba Bể')
  })

  it('says what is missing without making it up, and nothing stands in the way', () => {
    for (const cell of ['D14', 'D16', 'D18', 'D19', 'D20', 'D21'])
      expect(problemAt(preview, cell, 'beneficiaries.missing')?.severity).toBe('warning')
    for (const cell of ['E20', 'E21']) expect(problemAt(preview, cell, 'place.missing')?.severity).toBe('warning')
    expect(problemAt(preview, 'D17', 'beneficiary.count')?.message).toContain('số lượng (5)')
    expect(preview.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
    expect(preview.questions).toEqual([])
    expect(preview.counts).toEqual({ new: 10, changed: 0, duplicate: 0, error: 0, skipped: 3 })
    expect(preview.canImport).toBe(true)
  })

  it('is no list of cơ sở', () => {
    const asked = previewOf(plan, { kind: 'establishments' }).preview
    expect(asked.sheets[0]?.skippedBecause).toContain('kế hoạch khuyến công')
    expect(asked.canImport).toBe(false)
  })
})

describe('the messy list of cơ sở', () => {
  const { preview, work } = previewOf(establishments)
  const list = 'Danh sách'

  it('is two lists; the second in TCVN3, converted with samples to look at', () => {
    expect(preview.sheets.map(({ name, kind, encoding }) => [name, kind, encoding])).toEqual([
      ['Danh sách', 'establishments', 'unicode'],
      ['Font cu', 'establishments', 'tcvn3'],
    ])
    expect(preview.sheets[1]?.encodingSamples[0]).toEqual({ before: 'Tªn c¬ së', after: 'Tên cơ sở' })
    expect(preview.sheets[1]?.rows.map((row) => row.title)).toEqual([
      'Hợp tác xã nông nghiệp Nhật Minh (ví dụ)',
      'Cơ sở sản xuất gạch không nung Quang Phong (ví dụ)',
      'Tổ hợp tác dệt thổ cẩm Đồng Phúc (ví dụ)',
    ])
    expect(preview.questions.find((question) => question.id === 'encoding:Font cu')?.answer).toBe('tcvn3')
    const kept = previewOf(establishments, { answers: { 'encoding:Font cu': 'unicode' } }).preview
    expect(kept.sheets[1]?.encodingSamples).toEqual([])
  })

  it('composes decomposed letters, drops stray blanks, and says where', () => {
    const name = fieldValue(preview, list, 6, 'name') ?? ''
    expect(name).toBe('HTX Yến Dương')
    expect(name).toBe(name.normalize('NFC'))
    expect(fieldValue(preview, list, 7, 'name')).toBe('HTX Phi Đoàn')
    expect(problemAt(preview, null, 'text.decomposed')?.message).toContain('B6, E6')
    expect(problemAt(preview, null, 'text.spaces')?.message).toContain('B7')
  })

  it('keeps tax codes as text, number or not, branch or not', () => {
    expect([4, 5, 6, 7, 10].map((row) => fieldValue(preview, list, row, 'taxCode'))).toEqual([
      '4700200001',
      '4700200002',
      '4700200003',
      '4700200004',
      '4700200007-001',
    ])
    expect(fieldValue(preview, list, 9, 'taxCode')).toBeUndefined()
  })

  it('reads three styles of telephone numbers, counts, dates and legal forms', () => {
    expect([4, 5, 6, 7].map((row) => fieldValue(preview, list, row, 'phone'))).toEqual([
      '02093800001',
      '02093800002',
      '02093800003',
      '02093800004',
    ])
    expect([4, 5, 7].map((row) => fieldValue(preview, list, row, 'employees'))).toEqual(['15', '12', '9'])
    expect(problemAt(preview, 'I7', 'count.words')?.message).toContain('“9 lao động” được đọc là 9')
    expect([4, 5, 6].map((row) => fieldValue(preview, list, row, 'registrationDate'))).toEqual([
      '12/03/2018',
      '05/07/2019',
      '20/10/2017',
    ])
    expect([5, 9, 10].map((row) => fieldValue(preview, list, row, 'legalForm'))).toEqual([
      'Hợp tác xã',
      'Hộ kinh doanh',
      'Doanh nghiệp nhỏ và vừa',
    ])
  })

  it('reads amounts of both styles per cell, and states the rule where two readings were possible', () => {
    expect([4, 5, 6, 7, 9, 10].map((row) => fieldValue(preview, list, row, 'revenue'))).toEqual([
      '2.350.500.000 đồng',
      '1.120.000.000 đồng',
      '4.100.000.000 đồng',
      '1.850.000.000 đồng',
      '980.000.000 đồng',
      '12.500.000.000 đồng',
    ])
    expect(problemAt(preview, 'J5', 'number.style')?.message).toContain('1.120 triệu đồng (dấu chấm ngăn hàng nghìn)')
    expect(problemAt(preview, 'J10', 'number.style')?.suggested).toBe('12.500')
    expect(problemAt(preview, 'J7', 'number.english')?.message).toContain('kiểu Anh')
    const decimals = previewOf(establishments, { answers: { 'style:Danh sách!J:dot': 'decimals' } }).preview
    expect(fieldValue(decimals, list, 5, 'revenue')).toBe('1.120.000 đồng')
  })

  it('puts the figures of “năm trước” into the year before', () => {
    const first = work.establishments[0]?.details.years
    expect(first).toMatchObject([{ year: 2025, employees: 15, revenue: 2_350_500_000 }])
    const chosen = previewOf(establishments, { year: 2022 }).work.establishments[0]?.details.years
    expect(chosen?.map((one) => one.year)).toEqual([2021])
  })

  it('gives old addresses their new names and keeps the old text', () => {
    expect(work.establishments[0]?.details).toMatchObject({
      headOfficeAddress: 'Thôn Nà Tuồng, xã Cường Lợi, tỉnh Thái Nguyên',
      oldAddressText: 'Thôn Nà Tuồng, xã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn',
      provinceCode: '19',
    })
    expect(problemAt(preview, 'E7', 'place.renamed')?.suggested).toBe('Tổ 3, phường Đức Xuân, tỉnh Thái Nguyên')
  })

  it('keeps text that begins with “=” as text', () => {
    expect(fieldValue(preview, list, 12, 'name')).toBe('=HYPERLINK("http://example.invalid","HTX Kim Hỷ")')
    expect(problemAt(preview, 'B12', 'text.formulaLike')?.severity).toBe('warning')
  })

  it('reports the impossible date, the missing name and the duplicate with cell and reason', () => {
    expect(problemAt(preview, 'K9', 'date.impossible')).toMatchObject({
      severity: 'error',
      row: 9,
      column: 'K',
      original: '31/02/2021',
    })
    expect(problemAt(preview, 'K9', 'date.impossible')?.message).toContain('Tháng 2 năm 2021 chỉ có 28 ngày')
    expect(problemAt(preview, 'B11', 'name.missing')).toMatchObject({ severity: 'error', row: 11, column: 'B' })
    expect(rowOf(preview, list, 8)).toMatchObject({ status: 'duplicate', action: 'none' })
    expect(rowOf(preview, list, 8)?.duplicateOf).toBe('dòng 6 “HTX Yến Dương” (cùng mã số thuế, cùng tên và cùng xã)')
    expect(preview.counts).toEqual({ new: 9, changed: 0, duplicate: 1, error: 2, skipped: 0 })
    expect(preview.canImport).toBe(false)
  })

  it('can be imported once the wrong cells are mended or left out', () => {
    const mended = previewOf(establishments, {
      corrections: { 'Danh sách!K9': '28/02/2021', 'Danh sách!B11': 'HTX Kim Hỷ 2' },
    }).preview
    expect(mended.counts).toMatchObject({ new: 11, error: 0 })
    expect(mended.canImport).toBe(true)
    const without = previewOf(establishments, { leaveOut: ['Danh sách!9', 'Danh sách!11'] }).preview
    expect(without.counts).toMatchObject({ new: 9, error: 0, skipped: 2 })
    expect(without.canImport).toBe(true)
  })
})

describe('the import into a data file', () => {
  const folder = tempFolders()
  let program: Program | null = null
  afterEach(async () => {
    await program?.close()
    program = null
  })

  async function open() {
    const place = folder()
    const opened = createProgram({
      resourcesDir,
      userDataDir: place,
      clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
      checkOutput: true,
    })
    program = opened
    // biome-ignore lint/suspicious/noExplicitAny: answers are checked against the contract by the program itself.
    const call = async (name: string, input: unknown): Promise<any> => {
      const result = await opened.call(name, input)
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
      return result.value
    }
    await call('files.create', { path: path.join(place, 'thử.skc') })
    return { call, refused: (name: string, input: unknown) => opened.call(name, input) }
  }
  const importing = (bytes: Buffer, more: object = {}) => ({
    fileName: 'tệp.xlsx',
    base64: bytes.toString('base64'),
    ...more,
  })

  it('refuses the whole list while a row is wrong, and leaves nothing behind', async () => {
    const { call, refused } = await open()
    const result = await refused('workbooks.runImport', importing(establishments))
    expect(result).toMatchObject({ ok: false, error: { code: 'import.unresolved' } })
    if (!result.ok) expect(result.error.fields.map((field) => field.path)).toEqual(['Danh sách!K9', 'Danh sách!B11'])
    expect((await call('establishments.list', {})).total).toBe(0)
  })

  it('writes the list, then knows every row again', async () => {
    const { call } = await open()
    const leaveOut = ['Danh sách!9', 'Danh sách!11']
    const done = await call('workbooks.runImport', importing(establishments, { leaveOut }))
    expect(done).toMatchObject({ created: 9, updated: 0, skipped: 3 })
    const list = await call('establishments.list', { text: 'yen duong' })
    expect(list.rows).toMatchObject([
      { name: 'HTX Yến Dương', taxCode: '4700200003', employees: 28, revenue: 4_100_000_000 },
    ])
    const again: ImportPreview = await call('workbooks.previewImport', importing(establishments, { leaveOut }))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, duplicate: 10 })
    expect(again.canImport).toBe(false)
  })

  it('shows what a changed row would change, and changes only that', async () => {
    const { call } = await open()
    const leaveOut = ['Danh sách!9', 'Danh sách!11']
    await call('workbooks.runImport', importing(establishments, { leaveOut }))
    const changed = { leaveOut, corrections: { 'Danh sách!I4': '18', 'Danh sách!F4': '' } }
    const preview: ImportPreview = await call('workbooks.previewImport', importing(establishments, changed))
    expect(rowOf(preview, 'Danh sách', 4)).toMatchObject({
      status: 'changed',
      action: 'none',
      fields: [{ field: 'employees', label: 'Số lao động (2025)', value: '18', before: '15' }],
    })
    const done = await call(
      'workbooks.runImport',
      importing(establishments, { ...changed, duplicates: { 'Danh sách!4': 'update' } }),
    )
    expect(done).toMatchObject({ created: 0, updated: 1 })
    const [row] = (await call('establishments.list', { text: 'vu loan' })).rows
    expect(row).toMatchObject({ employees: 18, revenue: 2_350_500_000, representativeName: 'Người đại diện 1' })
  })

  it('writes the plan as đề án and lines of both plans, tied to the establishments on record', async () => {
    const { call } = await open()
    await call('workbooks.runImport', importing(establishments, { leaveOut: ['Danh sách!9', 'Danh sách!11'] }))
    const done = await call('workbooks.runImport', importing(plan))
    expect(done).toMatchObject({ created: 10, planItems: 10 })
    const national = await call('plans.get', { year: 2022, programme: 'national' })
    const local = await call('plans.get', { year: 2022, programme: 'local' })
    expect(national.amounts).toEqual({ national: 700_000_000, local: 0, counterpart: 920_000_000, other: 0 })
    expect(local.amounts).toEqual({ national: 0, local: 496_000_000, counterpart: 280_500_000, other: 0 })
    expect(
      national.items[0].beneficiaries.every((one: { establishmentId: number | null }) => one.establishmentId !== null),
    ).toBe(true)
    expect(local.items.map((item: { name: string }) => item.name)[0]).toBe(
      'Thông tin, tuyên truyền hoạt động Công Thương',
    )
    const again: ImportPreview = await call('workbooks.previewImport', importing(plan))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, duplicate: 10 })
  })

  it('ties a plan to establishments of the same workbook', async () => {
    const { call } = await open()
    const book = await writeBook([
      {
        name: 'CS',
        rows: [
          ['Tên cơ sở', 'Mã số thuế', 'Địa chỉ'],
          ['HTX Mới', '4700200099', 'xã Ba Bể, tỉnh Thái Nguyên'],
        ],
      },
      {
        name: 'KH',
        rows: [
          ['Kế hoạch khuyến công địa phương năm 2026, ĐVT: triệu đồng'],
          ['TT', 'Tên đề án', 'Đơn vị thụ hưởng', 'KCĐP'],
          [1, 'Hỗ trợ máy móc thiết bị', 'Hợp tác xã Mới', 10],
        ],
      },
    ])
    await call('workbooks.runImport', importing(book))
    const { items } = await call('plans.get', { year: 2026, programme: 'local' })
    expect(items[0].beneficiaries).toMatchObject([{ name: 'Hợp tác xã Mới' }])
    expect(items[0].beneficiaries[0].establishmentId).not.toBeNull()
  })

  it('says in words what cannot be read', async () => {
    const { refused } = await open()
    const result = await refused('workbooks.previewImport', importing(Buffer.from('%PDF-1.7')))
    expect(result).toMatchObject({ ok: false, error: { code: 'workbook.unreadable' } })
  })
})
