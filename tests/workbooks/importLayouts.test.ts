// Plans as other offices lay them out: other columns, orders, units, numbering, and our own printed plans read back.
import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { localPlanSheet, nationalPlanSheet, yearSummarySheet } from '../../electron/workbooks/annualPlanSheet'
import { layOut } from '../../electron/workbooks/layout'
import type { Sheet } from '../../electron/workbooks/sheet'
import { formatMonth } from '../../shared/vietnamese/dates'
import { largePlan, local2022, national2022, planOptions } from '../support/plan2022'
import { type CellValue, previewOf, type SheetSpec, writeBook } from './importSupport'

async function planOf(sheets: readonly SheetSpec[], given: Parameters<typeof previewOf>[1] = {}) {
  const { preview, work } = previewOf(await writeBook(sheets), given)
  return {
    preview,
    projects: work.projects.map(({ identity, content, priority }) => ({
      ...content,
      ...identity,
      priority,
      amounts: content.budget[0]?.amounts ?? { national: 0, local: 0, counterpart: 0, other: 0 },
    })),
    differences: preview.sheets.flatMap((sheet) => sheet.totals).filter((total) => total.difference !== 0),
    codes: preview.problems.map((problem) => `${problem.severity} ${problem.cell} ${problem.code}`),
  }
}

const sums = (projects: readonly { amounts: Readonly<Record<string, number>> }[]) =>
  ['national', 'local', 'counterpart', 'other'].map((source) =>
    projects.reduce((sum, one) => sum + (one.amounts[source] ?? 0), 0),
  )

describe('Mẫu 2', () => {
  const header: CellValue[][] = [
    [
      'TT',
      'Tên đề án',
      'Đơn vị thực hiện',
      'Đơn vị phối hợp',
      'Đơn vị thụ hưởng',
      'Địa điểm',
      'Thời gian (BĐ-KT)',
      'Mục tiêu, nội dung, quy mô chính',
      'Tổng kinh phí',
      'Trong đó',
      null,
      null,
      null,
      'Mức độ ưu tiên',
      'Ghi chú',
    ],
    [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'KCQG',
      'NSĐP/ KCĐP',
      'Đơn vị thụ hưởng',
      'Khác',
      null,
      null,
    ],
    ['1', '2', '3', '4', '5', '6', '7', '8', '9=10+11+12+13', '10', '11', '12', '13', '14', '15'],
  ]
  const merges = [...'ABCDEFGHINO'].map((column) => `${column}4:${column}5`).concat('J4:M4')
  const rows: CellValue[][] = [
    ['BIỂU TỔNG HỢP CÁC ĐỀ ÁN KHUYẾN CÔNG QUỐC GIA NĂM 2027'],
    ['(Đơn vị tính: đồng)'],
    [],
    ...header,
    ['A', 'Đề án điểm', null, null, null, null, null, null, 2_000_000_000, 900_000_000, null, 1_100_000_000],
    [
      '1',
      'Hỗ trợ xây dựng mô hình trình diễn kỹ thuật sản xuất gạch',
      'Trung tâm Khuyến công',
      'UBND xã Ba Bể',
      'Công ty TNHH Sản xuất, Thương mại và Dịch vụ An Phát',
      'xã Ba Bể, tỉnh Thái Nguyên',
      '01/2027 - 12/2027',
      'Quy mô 1 dây chuyền',
      2_000_000_000,
      900_000_000,
      null,
      '1.100.000.000',
      null,
      1,
      'mới',
    ],
    [
      'B',
      'Đề án theo nội dung',
      null,
      null,
      null,
      null,
      null,
      null,
      700_000_001,
      300_000_001,
      0,
      350_000_000,
      50_000_000,
    ],
    [
      'III',
      'Hỗ trợ ứng dụng máy móc',
      null,
      null,
      null,
      null,
      null,
      null,
      700_000_001,
      300_000_001,
      0,
      350_000_000,
      50_000_000,
    ],
    [
      '1',
      'Hỗ trợ máy sấy trong chế biến chè',
      'Trung tâm Khuyến công',
      null,
      '- HTX Chè A\n- HTX Chè B',
      'Xã Đại Phúc, tỉnh Thái Nguyên',
      'Quý II - IV/2027',
      'Máy sấy',
      700_000_001,
      300_000_001,
      '-',
      350_000_000,
      '50.000.000',
      2,
      null,
    ],
    [
      null,
      'Tổng cộng (A+B)',
      null,
      null,
      null,
      null,
      null,
      null,
      2_700_000_001,
      1_200_000_001,
      null,
      1_450_000_000,
      50_000_000,
    ],
    [],
    [null, 'Bằng chữ: Hai tỷ bảy trăm triệu không trăm linh một đồng'],
    [null, null, null, null, null, null, null, null, 'Thái Nguyên, ngày 10 tháng 6 năm 2026'],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, null, null, 'GIÁM ĐỐC'],
    [null, 'Nguyễn Văn A', null, null, null, null, null, null, 'Trần B'],
  ]

  it('is read to the đồng with its units, groups and kinds', async () => {
    const { preview, projects, differences } = await planOf([{ name: 'M2', rows, merges }])
    expect(preview.canImport).toBe(true)
    expect(preview.sheets[0]).toMatchObject({ kind: 'plan', unit: 'dong', year: 2027 })
    expect(differences).toEqual([])
    expect(preview.sheets[0]?.totals).toHaveLength(3 + 5 + 5 + 4)
    expect(sums(projects)).toEqual([1_200_000_001, 0, 1_450_000_000, 50_000_000])
    expect(projects).toMatchObject([
      {
        programme: 'national',
        kind: 'flagship',
        contentGroup: 'ND3',
        subContent: 'ND3.demonstrationModel',
        implementingUnit: 'Trung tâm Khuyến công',
        cooperatingUnits: 'UBND xã Ba Bể',
        beneficiaries: [{ name: 'Công ty TNHH Sản xuất, Thương mại và Dịch vụ An Phát' }],
        startMonth: '2027-01',
        endMonth: '2027-12',
        summary: 'Quy mô 1 dây chuyền',
        priority: 1,
        note: 'mới',
      },
      {
        kind: 'group',
        beneficiaries: [{ name: 'HTX Chè A' }, { name: 'HTX Chè B' }],
        startMonth: '2027-04',
        endMonth: '2027-12',
        priority: 2,
      },
    ])
  })

  it('does not depend on merges being there', async () => {
    const merged = await planOf([{ name: 'M2', rows, merges }])
    const unmerged = await planOf([{ name: 'M2', rows }])
    expect(unmerged.projects).toEqual(merged.projects)
  })
})

describe('local plans', () => {
  it('reads names and places out of one column, support in one column, thousands as unit', async () => {
    const { preview, projects, differences } = await planOf([
      {
        name: 'Phụ lục 1',
        rows: [
          ['UBND TỈNH THÁI NGUYÊN'],
          ['DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2026'],
          ['Đơn vị: nghìn đồng'],
          [
            'STT',
            'Tên đề án/nhiệm vụ',
            'Nội dung, quy mô',
            'Đơn vị thực hiện',
            'Đơn vị thụ hưởng, địa điểm',
            'Thời gian',
            'Tổng KP',
            'KCĐP',
            'Đối ứng',
            'Ghi chú',
          ],
          ['Tổng', null, null, null, null, null, '1.000.500', '400.500', '600.000'],
          [
            '1',
            'Hỗ trợ ứng dụng máy móc sản xuất miến dong',
            'Máy ép miến',
            'TTKC',
            'HTX Tài Hoan, xã Côn Minh, tỉnh Thái Nguyên',
            'Tháng 3 - tháng 9/2026',
            '900.000',
            '300.000',
            '600.000',
            null,
          ],
          [
            '2',
            'Đăng ký nhãn hiệu',
            'Nhãn hiệu tập thể',
            'TTKC',
            'HTX Văn Quyết\nHTX Yến Dương\nxã Thượng Minh, tỉnh Thái Nguyên',
            'Cả năm',
            '100.500',
            '100.500',
            null,
            null,
          ],
        ],
      },
    ])
    expect(differences).toEqual([])
    expect(preview.canImport).toBe(true)
    expect(sums(projects)).toEqual([0, 400_500_000, 600_000_000, 0])
    expect(projects).toMatchObject([
      {
        programme: 'local',
        beneficiaries: [{ name: 'HTX Tài Hoan' }],
        places: [{ text: 'xã Côn Minh, tỉnh Thái Nguyên' }],
        startMonth: '2026-03',
        endMonth: '2026-09',
        summary: 'Máy ép miến',
      },
      {
        kind: 'group',
        beneficiaries: [{ name: 'HTX Văn Quyết' }, { name: 'HTX Yến Dương' }],
        places: [{ text: 'xã Thượng Minh, tỉnh Thái Nguyên' }],
        startMonth: '2026-01',
        endMonth: '2026-12',
        contentGroup: 'ND4',
        subContent: 'ND4.trademark',
      },
    ])
  })

  it('reads three heading rows, numbering 1.1, money as text and totals first', async () => {
    const { preview, projects, differences } = await planOf([
      {
        name: 'KH 2026',
        rows: [
          ['Kế hoạch khuyến công năm 2026'],
          ['TT', 'Danh mục đề án', 'Kinh phí thực hiện (triệu đồng)', null, null, null, 'Thời gian', null],
          [null, null, 'Tổng số', 'Trong đó', null, null, 'Bắt đầu', 'Kết thúc'],
          [null, null, null, 'Khuyến công quốc gia', 'Khuyến công địa phương', 'Cơ sở đóng góp', null, null],
          [null, 'TỔNG SỐ', '1.234,5', '500', '234,5', '500', null, null],
          ['1', 'Khuyến công quốc gia', '1.000', '500', null, '500', null, null],
          [
            '1.1',
            'Ứng dụng máy móc thiết bị tiên tiến trong chế biến gỗ',
            '1.000',
            '500',
            null,
            '500',
            '15/02/2026',
            '30/11/2026',
          ],
          ['2', 'Khuyến công địa phương', '234,5', null, '234,5', null, null, null],
          ['2.1', 'Tham gia hội chợ tại Hà Nội', '134,5', null, '134,5', null, '3', '4'],
          ['2.2', 'Tập huấn cán bộ khuyến công', '100', null, '100', null, '05/2026', '05/2026'],
        ],
        merges: ['A2:A4', 'B2:B4', 'C2:F2', 'D3:F3', 'C3:C4', 'G2:H2', 'G3:G4', 'H3:H4'],
      },
    ])
    expect(preview.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
    expect(differences).toEqual([])
    expect(sums(projects)).toEqual([500_000_000, 234_500_000, 500_000_000, 0])
    expect(
      projects.map(({ programme, subContent, startMonth, endMonth }) => [programme, subContent, startMonth, endMonth]),
    ).toEqual([
      ['national', 'ND3.advancedMachinery', '2026-02', '2026-11'],
      ['local', 'ND4.fairParticipation', '2026-03', '2026-04'],
      ['local', 'ND9.staffTraining', '2026-05', '2026-05'],
    ])
  })

  it('takes a single column of money as the support of the programme in the title, and says so', async () => {
    const { projects, codes } = await planOf([
      {
        name: 'S',
        rows: [
          ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2026 (ĐVT: triệu đồng)'],
          ['Tên nhiệm vụ', 'Địa điểm', 'Kinh phí'],
          ['Tuyên truyền trên truyền hình', 'Toàn tỉnh', 60],
          ['Tổ chức hội chợ triển lãm', 'tỉnh Thái Nguyên', 80.5],
          ['Cộng', null, 140.5],
        ],
      },
    ])
    expect(sums(projects)).toEqual([0, 140_500_000, 0, 0])
    expect(codes.filter((code) => code.includes('total.differs'))).toEqual([])
  })

  it('keeps what no source is named for as other money, and lets the user say which', async () => {
    const rows = [
      ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2026 – triệu đồng'],
      ['TT', 'Tên đề án', 'Tổng kinh phí (triệu đồng)', 'KCĐP hỗ trợ (triệu đồng)'],
      [1, 'Hỗ trợ máy móc thiết bị cơ khí', 500, 200],
    ]
    const asked = await planOf([{ name: 'S', rows }])
    expect(sums(asked.projects)).toEqual([0, 200_000_000, 0, 300_000_000])
    expect(asked.codes).toContain('warning C3 total.remainder')
    const answered = await planOf([{ name: 'S', rows }], { answers: { 'remainder:S': 'counterpart' } })
    expect(sums(answered.projects)).toEqual([0, 200_000_000, 300_000_000, 0])
  })
})

describe('columns that could be taken for others', () => {
  const title = [['KẾ HOẠCH KHUYẾN CÔNG NĂM 2026'], ['ĐVT: triệu đồng']]

  it('“Tên đề án” is the name and “Nội dung hoạt động” beside it the content, merged down over its đề án', async () => {
    const { projects } = await planOf([
      {
        name: 'S',
        merges: ['A4:A5', 'B4:B5'],
        rows: [
          ...title,
          ['TT', 'Nội dung hoạt động', 'Tên đề án', 'KCĐP', 'Đối ứng'],
          [1, 'Hỗ trợ ứng dụng máy móc tiên tiến', 'Máy cưa CNC', 150, 250],
          [null, null, 'Dây chuyền ép viên nén', 120, 180],
        ],
      },
    ])
    expect(projects).toMatchObject([
      { name: 'Máy cưa CNC', contentGroup: 'ND3' },
      { name: 'Dây chuyền ép viên nén', contentGroup: 'ND3' },
    ])
    const alone = await planOf([
      { name: 'S', rows: [...title, ['TT', 'Nội dung hoạt động', 'KCĐP'], [1, 'Hỗ trợ máy móc A', 150]] },
    ])
    expect(alone.projects.map((one) => one.name)).toEqual(['Hỗ trợ máy móc A'])
  })

  it('a place merged down belongs to each of its đề án, amounts do not', async () => {
    const { projects } = await planOf([
      {
        name: 'S',
        merges: ['C4:C5', 'D4:D5'],
        rows: [
          ...title,
          ['TT', 'Tên đề án', 'Địa điểm', 'KCĐP', 'Đối ứng'],
          [1, 'Hỗ trợ máy móc A', 'xã Ba Bể, tỉnh Thái Nguyên', 150, 250],
          [2, 'Hỗ trợ máy móc B', null, null, 180],
        ],
      },
    ])
    expect(projects.map((one) => one.places.map((place) => place.text))).toEqual([
      ['xã Ba Bể, tỉnh Thái Nguyên'],
      ['xã Ba Bể, tỉnh Thái Nguyên'],
    ])
    expect(sums(projects)).toEqual([0, 150_000_000, 430_000_000, 0])
  })

  it('a share in percent is no support', async () => {
    const { preview, projects, codes } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          ['TT', 'Tên đề án', 'KCĐP', 'Tỷ lệ hỗ trợ', 'Đối ứng'],
          [1, 'Hỗ trợ máy móc A', 150, 0.375, 250],
          [2, 'Hỗ trợ máy móc B', 80, '40%', 120],
        ],
      },
    ])
    expect(preview.canImport).toBe(true)
    expect(codes.filter((code) => /support|money/.test(code))).toEqual([])
    expect(sums(projects)).toEqual([0, 230_000_000, 370_000_000, 0])
  })

  it('money under a heading nobody knows is asked about, never passed over', async () => {
    const rows = [
      ...title,
      ['TT', 'Tên đề án', 'Kinh phí KCĐP', 'Vốn XYZ', 'Tỷ lệ vốn XYZ'],
      [1, 'Hỗ trợ máy móc A', 150, 250, '60%'],
    ]
    const asked = await planOf([{ name: 'S', rows }])
    expect(asked.preview.canImport).toBe(false)
    const question = asked.preview.questions.find((one) => one.id === 'column:S!D')
    expect(question?.choices.map((choice) => choice.value)).toEqual(['national', 'counterpart', 'other', 'none'])
    expect(asked.preview.questions.filter((one) => one.answer === null)).toHaveLength(1)
    const answered = await planOf([{ name: 'S', rows }], { answers: { 'column:S!D': 'counterpart' } })
    expect(answered.preview.canImport).toBe(true)
    expect(sums(answered.projects)).toEqual([0, 150_000_000, 250_000_000, 0])
    const left = await planOf([{ name: 'S', rows }], { answers: { 'column:S!D': 'none' } })
    expect(sums(left.projects)).toEqual([0, 150_000_000, 0, 0])
  })

  it('both programmes, written short', async () => {
    const { projects } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          ['TT', 'Tên đề án', 'NS khuyến công QG', 'NS khuyến công ĐP', 'Vốn đơn vị'],
          [1, 'Hỗ trợ máy móc A', 200, null, 300],
          [2, 'Hỗ trợ máy móc B', null, 150, 180],
        ],
      },
    ])
    expect(sums(projects)).toEqual([200_000_000, 150_000_000, 480_000_000, 0])
  })
})

describe('several tables', () => {
  const header = ['TT', 'Tên đề án', 'Tổng kinh phí', 'Kinh phí khuyến công hỗ trợ', 'Đối ứng', 'Thời gian thực hiện']
  const national = [1, 'Hỗ trợ máy móc thiết bị A', 100, 40, 60, 'Năm 2026']
  const local = [1, 'Hỗ trợ máy móc thiết bị B', 50, 20, 30, 'Năm 2026']

  it('on two sheets, each with its programme in the title; other sheets are passed over in words', async () => {
    const { preview, projects } = await planOf([
      { name: 'QG', rows: [['Kế hoạch khuyến công quốc gia năm 2026'], ['ĐVT: triệu đồng'], header, national] },
      { name: 'ĐP', rows: [['Kế hoạch khuyến công địa phương năm 2026'], ['ĐVT: triệu đồng'], header, local] },
      {
        name: 'Liên hệ',
        rows: [
          ['Họ tên', 'Phòng'],
          ['A', 'Kế toán'],
        ],
      },
      { name: 'Trống', rows: [] },
      { name: 'Nháp', rows: [header, national], state: 'hidden' },
    ])
    expect(sums(projects)).toEqual([40_000_000, 20_000_000, 90_000_000, 0])
    expect(preview.sheets.map((sheet) => sheet.skippedBecause.slice(0, 16))).toEqual([
      '',
      '',
      'Không nhận ra bả',
      'Trang trống.',
      'Trang đang ẩn. B',
    ])
  })

  it('one under the other on one sheet, with the heading again', async () => {
    const { projects } = await planOf([
      {
        name: 'KH',
        rows: [
          ['KẾ HOẠCH KHUYẾN CÔNG NĂM 2026'],
          ['ĐVT: triệu đồng'],
          header,
          ['I', 'Đề án khuyến công quốc gia', 100, 40, 60],
          national,
          header,
          ['II', 'Đề án khuyến công địa phương', 50, 20, 30],
          local,
        ],
      },
    ])
    expect(sums(projects)).toEqual([40_000_000, 20_000_000, 90_000_000, 0])
  })
})

describe('what does not agree is said with its amount, and nothing is guessed away', () => {
  const header = ['TT', 'Tên đề án', 'Tổng kinh phí', 'KCQG', 'KCĐP', 'Đối ứng']
  const title = [['Kế hoạch năm 2026'], ['ĐVT: triệu đồng']]

  it('totals beside rows, rows beside sources', async () => {
    const { preview, projects, differences, codes } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          ['I', 'Đề án khuyến công địa phương', 260, null, 100, 150],
          [1, 'Hỗ trợ máy móc A', 120, null, 50, 75],
          [2, 'Hỗ trợ máy móc B', 125, null, 50, 75],
          ['Tổng cộng', null, 245, null, 101, 150],
        ],
      },
    ])
    expect(sums(projects)).toEqual([0, 100_000_000, 150_000_000, 0])
    expect(differences.map(({ cell, difference }) => [cell, difference])).toEqual([
      ['C4', 15_000_000],
      ['E7', 1_000_000],
    ])
    expect(codes).toEqual(
      expect.arrayContaining(['warning C4 total.differs', 'warning C5 total.sources', 'warning E7 total.differs']),
    )
    const said = preview.problems.find((problem) => problem.cell === 'C5' && problem.code === 'total.sources')?.message
    expect(said).toContain('120 triệu đồng')
    expect(said).toContain('125 triệu đồng')
    expect(said).toContain('lệch 5 triệu đồng')
    expect(preview.canImport).toBe(true)
  })

  it('an amount that is no whole đồng, negative or no number stops the import at its cell', async () => {
    const { preview, codes } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          [1, 'Hỗ trợ máy móc A', null, 1.2345678, null, -5],
          [2, 'Hỗ trợ máy móc B', null, 10, null, 'năm chục'],
        ],
      },
    ])
    expect(codes).toEqual(
      expect.arrayContaining(['error D4 money.fraction', 'error F4 money.negative', 'error F5 money.unreadable']),
    )
    expect(preview.canImport).toBe(false)
    expect(preview.counts).toMatchObject({ new: 0, error: 2 })
  })

  it('a doubtful number is read as the row proves, else by the column, else it is asked', async () => {
    const proven = await planOf([
      {
        name: 'S',
        rows: [...title, header, [1, 'Hỗ trợ máy móc A', '1.500,5', '1,500', null, '1.499,000']],
      },
    ])
    expect(sums(proven.projects)).toEqual([1_500_000, 0, 1_499_000_000, 0])
    const asked = await planOf([
      { name: 'S', rows: [...title, header, [1, 'Hỗ trợ máy móc A', null, '1,500', null, null]] },
    ])
    expect(asked.codes).toContain('question D4 number.style')
    expect(asked.preview.canImport).toBe(false)
    const answered = await planOf(
      [{ name: 'S', rows: [...title, header, [1, 'Hỗ trợ máy móc A', null, '1,500', null, null]] }],
      {
        answers: { 'style:S!D:comma': 'thousands' },
      },
    )
    expect(sums(answered.projects)).toEqual([1_500_000_000, 0, 0, 0])
    const english = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          [1, 'Hỗ trợ máy móc A', null, '1,500', null, null],
          [2, 'Hỗ trợ máy móc B', null, '2,250.5', null, null],
        ],
      },
    ])
    expect(sums(english.projects)).toEqual([3_750_500_000, 0, 0, 0])
  })

  it('unit, year, programme and content that nothing tells are asked, and the answers are used', async () => {
    const rows = [
      ['TT', 'Tên đề án', 'Kinh phí hỗ trợ', 'Đối ứng'],
      [1, 'Việc chưa rõ', 100, 50],
    ]
    const asked = await planOf([{ name: 'S', rows }])
    expect(asked.preview.canImport).toBe(false)
    expect(
      asked.preview.questions.filter((question) => question.answer === null).map((question) => question.id),
    ).toEqual(['unit:S', 'year:S', 'programme:S', 'content:S!2'])
    const answered = await planOf([{ name: 'S', rows }], {
      year: 2027,
      answers: { 'unit:S': 'thousand', 'programme:S': 'national', 'content:S!2': 'ND8' },
    })
    expect(answered.preview.canImport).toBe(true)
    expect(answered.projects).toMatchObject([{ planYear: 2027, programme: 'national', contentGroup: 'ND8' }])
    expect(sums(answered.projects)).toEqual([100_000, 0, 50_000, 0])
  })

  it('formulas without a value cannot be read, and say so; with one they are numbers', async () => {
    const rows = (value?: number): CellValue[][] => [
      ...title,
      header,
      [1, 'Hỗ trợ máy móc A', { formula: 'SUM(D4:F4)', ...(value === undefined ? {} : { value }) }, 10, null, 20],
    ]
    expect((await planOf([{ name: 'S', rows: rows(30) }])).codes.filter((code) => code.includes('C4'))).toEqual([])
    const without = await planOf([{ name: 'S', rows: rows() }])
    expect(without.codes).toContain('error C4 cell.formula')
  })
})

describe('lines that are not one đề án each', () => {
  const title = [['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2026'], ['ĐVT: triệu đồng']]
  const header = ['TT', 'Tên đề án', 'Đơn vị thụ hưởng', 'Địa điểm', 'Tổng kinh phí', 'KCĐP', 'Đối ứng', 'Ghi chú']

  it('headings and totals merged over the whole line, signatures right under the table', async () => {
    const { preview, projects, differences } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          ['A. NÂNG CAO NĂNG LỰC QUẢN LÝ', null, null, null, 20, 20],
          [1, 'Kiểm tra, giám sát đề án', null, 'tỉnh Thái Nguyên', 20, 20],
          ['B. ỨNG DỤNG MÁY MÓC', null, null, null, 100, 40, 60],
          [1, 'Hỗ trợ máy cắt CNC', 'HTX A', 'xã Ba Bể, tỉnh Thái Nguyên', 100, 40, 60],
          ['TỔNG CỘNG (A + B)', null, null, null, 120, 60, 60],
          [null, 'Bằng chữ: Một trăm hai mươi triệu đồng'],
          [null, 'Nơi nhận:', null, null, null, 'GIÁM ĐỐC'],
          [null, '- Như trên;'],
        ],
        merges: ['A4:D4', 'A6:D6', 'A8:D8'],
      },
    ])
    expect(preview.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
    expect(differences).toEqual([])
    expect(preview.sheets[0]?.totals).toHaveLength(2 + 3 + 3)
    expect(projects.map(({ name, contentGroup }) => [name, contentGroup])).toEqual([
      ['Kiểm tra, giám sát đề án', 'ND9'],
      ['Hỗ trợ máy cắt CNC', 'ND3'],
    ])
  })

  it('parts under a đề án and cells that go on below belong to it', async () => {
    const { projects, codes } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          [1, 'Hỗ trợ máy móc thiết bị chế biến chè', 'HTX A', 'xã Ba Bể, tỉnh Thái Nguyên', 100, 40, 60],
          ['-', 'Máy sao chè', null, null, null, 25, null],
          ['-', 'Máy vò chè', null, null, null, 15, null],
          [2, 'Hỗ trợ máy móc thiết bị cơ khí', 'HTX B', 'xã Ba Bể, tỉnh Thái Nguyên', 50, 20, 30],
          [null, null, 'HTX C', 'xã Thượng Minh, tỉnh Thái Nguyên'],
        ],
      },
    ])
    expect(codes.filter((code) => code.includes('detail.differs'))).toEqual([])
    expect(sums(projects)).toEqual([0, 60_000_000, 90_000_000, 0])
    expect(projects[0]?.summary).toBe('- Máy sao chè\n- Máy vò chè')
    expect(projects[1]).toMatchObject({
      kind: 'group',
      beneficiaries: [{ name: 'HTX B' }, { name: 'HTX C' }],
      places: [{ text: 'xã Ba Bể, tỉnh Thái Nguyên' }, { text: 'xã Thượng Minh, tỉnh Thái Nguyên' }],
    })
  })

  it('lines marked a), b) or – under a heading are đề án of their own', async () => {
    const { projects, differences } = await planOf([
      {
        name: 'S',
        rows: [
          ['Kế hoạch năm 2026, ĐVT: triệu đồng'],
          ['STT', 'Nội dung', 'Kinh phí hỗ trợ', 'Ghi chú'],
          [null, 'Khuyến công quốc gia', 700],
          [null, '- Hỗ trợ máy móc thiết bị A', 500],
          [null, '- Hỗ trợ máy móc thiết bị B', 200],
          ['II', 'Khuyến công địa phương', 30],
          ['a', 'Bình chọn sản phẩm', 10],
          ['b', 'Bản tin khuyến công', 20],
        ],
      },
    ])
    expect(differences).toEqual([])
    expect(projects.map(({ name, programme }) => [name, programme])).toEqual([
      ['Hỗ trợ máy móc thiết bị A', 'national'],
      ['Hỗ trợ máy móc thiết bị B', 'national'],
      ['Bình chọn sản phẩm', 'local'],
      ['Bản tin khuyến công', 'local'],
    ])
    expect(sums(projects)).toEqual([700_000_000, 30_000_000, 0, 0])
  })

  it('a total whose formula was never computed stops nothing', async () => {
    const { preview } = await planOf([
      {
        name: 'S',
        rows: [
          ...title,
          header,
          [1, 'Hỗ trợ máy móc thiết bị', 'HTX A', 'xã Ba Bể', 100, 40, 60],
          [null, 'Tổng cộng', null, null, { formula: 'SUM(E4:E4)' }, { formula: 'SUM(F4:F4)' }],
        ],
      },
    ])
    expect(preview.canImport).toBe(true)
    expect(preview.problems.find((problem) => problem.cell === 'E5')).toMatchObject({
      severity: 'warning',
      code: 'cell.formula',
    })
  })

  it('a line with money and no name is an error at its name', async () => {
    const { codes, preview } = await planOf([
      {
        name: 'S',
        rows: [...title, header, [1, null, 'HTX A', null, 100, 40, 60], [2, 'Hỗ trợ máy móc', 'HTX B', null, 10, 10]],
      },
    ])
    expect(codes).toContain('error B4 name.missing')
    expect(preview.counts).toMatchObject({ error: 1, new: 1 })
  })

  it('the same line twice is said', async () => {
    const line = [1, 'Hỗ trợ máy móc thiết bị', 'HTX A', null, 100, 40, 60]
    const { preview, projects } = await planOf([{ name: 'S', rows: [...title, header, line, [2, ...line.slice(1)]] }])
    expect(projects).toHaveLength(1)
    expect(preview.sheets[0]?.rows[1]).toMatchObject({ status: 'duplicate', action: 'none' })
    expect(preview.sheets[0]?.rows[1]?.duplicateOf).toContain('dòng 4')
  })
})

describe('content and kind', () => {
  const one = async (name: string, beneficiary: string | null, heading: string, content: string | null = null) => {
    const { projects } = await planOf([
      {
        name: 'S',
        rows: [
          ['KẾ HOẠCH KCĐP NĂM 2026, ĐVT: triệu đồng'],
          ['TT', 'Tên đề án', 'Nội dung khuyến công', 'Đơn vị thụ hưởng', 'KCĐP'],
          ['I', heading, null, null, 10],
          [1, name, content, beneficiary, 10],
        ],
      },
    ])
    return projects.map(({ subContent, contentGroup, kind }) => [subContent ?? contentGroup, kind])[0]
  }

  it('come from the cell, the heading and the name, in this order; the name is the most exact inside its group', async () => {
    const machines = 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ'
    expect(await one('Ứng dụng dây chuyền công nghệ sản xuất gạch', 'Cơ sở A', machines)).toEqual([
      'ND3.technologyLine',
      'single',
    ])
    expect(await one('Hỗ trợ cơ sở A', 'Cơ sở A', machines)).toEqual(['ND3.advancedMachinery', 'single'])
    expect(await one('Hỗ trợ dây chuyền', 'Cơ sở A', machines, 'Tư vấn, trợ giúp')).toEqual([
      'ND5.consulting',
      'single',
    ])
    expect(await one('Gian hàng tại hội chợ', '10 gian hàng', 'Phát triển sản phẩm')).toEqual([
      'ND4.fairParticipation',
      'single',
    ])
    expect(await one('Thiết kế bao bì', '04 HTX', 'Tư vấn')).toEqual(['ND5.packagingDesign', 'group'])
    expect(await one('Đào tạo nghề may', '30 học viên', 'Đào tạo')).toEqual(['ND1.training', 'single'])
  })
})

describe('lists in one cell', () => {
  const beneficiaries = async (text: string) => {
    const { projects } = await planOf([
      {
        name: 'S',
        rows: [
          ['KẾ HOẠCH KCĐP NĂM 2026, ĐVT: triệu đồng'],
          ['TT', 'Tên đề án', 'Đơn vị thụ hưởng', 'KCĐP'],
          [1, 'Hỗ trợ máy móc thiết bị', text, 10],
        ],
      },
    ])
    return projects[0]?.beneficiaries.map((one) => one.name)
  }

  it('is cut between names and never inside one', async () => {
    expect(await beneficiaries('Hợp tác xã Dịch vụ tổng hợp Vũ Loan;\nHTX Văn Quyết')).toEqual([
      'Hợp tác xã Dịch vụ tổng hợp Vũ Loan',
      'HTX Văn Quyết',
    ])
    expect(await beneficiaries('Hợp tác xã Dịch vụ\ntổng hợp Vũ Loan')).toEqual(['Hợp tác xã Dịch vụ tổng hợp Vũ Loan'])
    expect(await beneficiaries('1. HTX A\n2. Công ty TNHH Sản xuất và Thương mại B')).toEqual([
      'HTX A',
      'Công ty TNHH Sản xuất và Thương mại B',
    ])
    expect(await beneficiaries('1. HTX A 2. HTX B 3. Hộ kinh doanh C')).toEqual(['HTX A', 'HTX B', 'Hộ kinh doanh C'])
    expect(await beneficiaries('HTX A, HTX B và Công ty C')).toEqual(['HTX A', 'HTX B', 'Công ty C'])
    expect(await beneficiaries('Công ty CP Nông, Lâm sản và Xây dựng D (HTX Z, cũ)')).toEqual([
      'Công ty CP Nông, Lâm sản và Xây dựng D (HTX Z, cũ)',
    ])
    expect(await beneficiaries('05 cơ sở CNNT')).toEqual(['05 cơ sở CNNT'])
  })
})

describe('our own printed plans', () => {
  const office = planOptions
  const readBack = async (sheets: readonly Sheet[]) => {
    const bytes = await writeWorkbook(
      sheets.map((sheet) => layOut(sheet)),
      new Date(0),
    )
    // Key projects stand outside the content groups: a name that says nothing leaves its content to be asked.
    const open = previewOf(bytes).preview.questions.filter((question) => question.answer === null)
    const answers = Object.fromEntries(open.map((question) => [question.id, 'ND3']))
    expect(Object.keys(answers).every((id) => id.startsWith('content:'))).toBe(true)
    const { preview, work } = previewOf(bytes, { answers })
    return { preview, projects: work.projects }
  }

  it.each([
    ['national', () => [nationalPlanSheet(national2022, office)], [national2022]],
    ['local', () => [localPlanSheet(local2022, office)], [local2022]],
    ['both on one sheet', () => [yearSummarySheet([national2022, local2022], 2022, office)], [national2022, local2022]],
    ['500 lines', () => [nationalPlanSheet(largePlan(500), office)], [largePlan(500)]],
  ] as const)('%s: the same đề án, money and months come back', async (_, sheets, plans) => {
    const { preview, projects } = await readBack(sheets() as readonly Sheet[])
    const expected = plans.flatMap((plan) => plan.groups.flatMap((group) => group.items))
    const shown = (text: string) => text.trim().replace(/\s+/gu, ' ')
    expect(preview.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
    expect(preview.sheets.flatMap((sheet) => sheet.totals).filter((total) => total.difference !== 0)).toEqual([])
    expect(preview.sheets.flatMap((sheet) => sheet.totals).length).toBeGreaterThan(4)
    const facts = (all: readonly (readonly unknown[])[]) => all.map((one) => JSON.stringify(one)).sort()
    expect(
      facts(
        projects.map(({ content }) => [
          shown(content.name),
          content.budget[0]?.amounts,
          content.startMonth === null ? '' : formatMonth(content.startMonth),
          content.endMonth === null ? '' : formatMonth(content.endMonth),
          content.beneficiaries.map((one) => one.name),
        ]),
      ),
    ).toEqual(
      facts(
        expected.map((item) => [
          shown(item.name),
          item.amounts,
          item.startMonth === null ? '' : formatMonth(item.startMonth),
          item.endMonth === null ? '' : formatMonth(item.endMonth),
          item.beneficiaries.map((one) => one.name),
        ]),
      ),
    )
  })
})
