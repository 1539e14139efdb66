// Lists of cơ sở as other offices keep them: other columns, codes as numbers, addresses in parts, old fonts, headings between rows.
import { describe, expect, it } from 'vitest'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { type CellValue, fixture, previewOf, writeBook } from './importSupport'

async function listOf(rows: readonly (readonly CellValue[])[], given: Parameters<typeof previewOf>[1] = {}) {
  const { preview, work } = previewOf(await writeBook([{ name: 'DS', rows }]), given)
  return {
    preview,
    records: work.establishments.map((one) => one.details),
    codes: preview.problems.map((problem) => `${problem.severity} ${problem.cell} ${problem.code}`),
  }
}

describe('columns', () => {
  it('in any order, under two heading rows, with the address in parts', async () => {
    const { preview, records } = await listOf([
      ['SỞ CÔNG THƯƠNG TỈNH THÁI NGUYÊN'],
      ['Biểu 03: Danh sách cơ sở công nghiệp nông thôn năm 2026'],
      [],
      [
        'Điện thoại',
        'Tên doanh nghiệp/ HTX',
        'Địa chỉ',
        null,
        null,
        'Số lao động (người)',
        'Vốn điều lệ (tỷ đồng)',
        'MST',
        'Sản phẩm chính',
        'Người đại diện',
        null,
      ],
      [null, null, 'Thôn', 'Xã', 'Tỉnh', null, null, null, null, 'Họ và tên', 'Giới tính'],
      [
        '0912.345.678 / 0987 654 321',
        'Công ty CP Chè Tân Cương',
        'Xóm Hồng Thái',
        'Đại Phúc',
        'Thái Nguyên',
        45,
        1.5,
        4600100200,
        'Chè xanh',
        'Trần Thị B',
        'Nữ',
      ],
    ])
    expect(preview.sheets[0]).toMatchObject({ kind: 'establishments', year: 2026 })
    expect(records).toMatchObject([
      {
        name: 'Công ty CP Chè Tân Cương',
        legalForm: 'sme',
        taxCode: '4600100200',
        phone: '0912345678; 0987654321',
        headOfficeAddress: 'Xóm Hồng Thái, xã Đại Phúc, tỉnh Thái Nguyên',
        provinceCode: '19',
        mainProducts: 'Chè xanh',
        representativeName: 'Trần Thị B',
        representativeGender: 'female',
        years: [{ year: 2026, employees: 45, capital: 1_500_000_000 }],
      },
    ])
    expect(records[0]?.communeCode).not.toBeNull()
  })

  it('with figures under a common heading that names their year', async () => {
    const { preview, records } = await listOf([
      ['STT', 'Tên cơ sở', 'Mã số thuế', 'Lao động', null, 'Doanh thu (triệu đồng)', null],
      [null, null, null, 'Tổng số', 'Nữ', 'Năm 2024', 'Năm 2023'],
      [1, 'HTX A', '4700200001', 12, 5, '1.500 triệu', '1,2 tỷ'],
    ])
    expect(preview.sheets[0]?.year).toBe(2024)
    expect(records[0]?.years).toMatchObject([{ year: 2024, employees: 12, revenue: 1_500_000_000 }])
    expect(preview.problems.find((problem) => problem.code === 'column.unknown')?.message).toContain(
      'Doanh thu (triệu đồng) › Năm 2023',
    )
  })

  it('with figures of two years: the newer ones, under their year', async () => {
    const { preview, records } = await listOf([
      ['STT', 'Tên cơ sở', 'Mã số thuế', 'Doanh thu 2023 (tr.đ)', 'Doanh thu 2024 (tr.đ)', 'LĐ 2023', 'LĐ 2024'],
      [1, 'HTX A', '4700200001', 15_000, '18.250,75', 120, 131],
    ])
    expect(preview.sheets[0]?.year).toBe(2024)
    expect(records[0]?.years).toMatchObject([{ year: 2024, employees: 131, revenue: 18_250_750_000 }])
  })

  it('with number and day of registration under one heading', async () => {
    const { records } = await listOf([
      ['STT', 'Tên cơ sở', 'Giấy ĐKKD', null, 'Địa chỉ'],
      [null, null, 'Số', 'Ngày cấp', null],
      [1, 'Hộ kinh doanh A', '18A8001234', '15/8/2020', 'xã Ba Bể, tỉnh Thái Nguyên'],
    ])
    expect(records[0]).toMatchObject({ registrationNumber: '18A8001234', registrationDate: '2020-08-15' })
  })

  it('with a production site of its own', async () => {
    const { records } = await listOf([
      ['Tên cơ sở', 'Trụ sở chính', 'Địa điểm sản xuất', 'Loại hình'],
      ['Cơ sở mộc A', 'xã Ba Bể, tỉnh Thái Nguyên', 'xã Chợ Rã, tỉnh Thái Nguyên', 'Hộ kinh doanh cá thể'],
    ])
    expect(records[0]).toMatchObject({
      headOfficeAddress: 'xã Ba Bể, tỉnh Thái Nguyên',
      productionAddress: 'xã Chợ Rã, tỉnh Thái Nguyên',
      legalForm: 'businessHousehold',
    })
  })

  it('leaves headings over groups, totals, empty numbers and signatures out', async () => {
    const { preview, records } = await listOf([
      ['STT', 'Tên cơ sở', 'Mã số thuế', 'Địa chỉ', 'Số lao động'],
      ['I', 'Huyện Na Rì', null, null, null],
      [1, 'HTX A', '4700200001', 'xã Côn Minh', 3],
      [2, null, null, null, null],
      ['II', 'Doanh nghiệp', null, null, null],
      [1, 'Công ty TNHH B', '4700200002', 'xã Ba Bể', 4],
      [null, 'Tổng cộng', null, null, 7],
      [],
      [null, null, null, 'Thái Nguyên, ngày 5 tháng 3 năm 2026'],
      [null, 'NGƯỜI LẬP', null, 'GIÁM ĐỐC'],
      [null, 'Nguyễn Văn C', null, 'Trần D'],
    ])
    expect(records.map((one) => one.name)).toEqual(['HTX A', 'Công ty TNHH B'])
    expect(preview.counts).toEqual({ new: 2, changed: 0, duplicate: 0, error: 0, skipped: 4 })
  })
})

describe('cells', () => {
  const header = [
    'Tên cơ sở',
    'Mã số thuế',
    'Điện thoại',
    'Ngày cấp',
    'Số lao động',
    'Doanh thu (triệu đồng)',
    'Địa chỉ',
  ]
  const cells = async (name: string, ...values: CellValue[]) => listOf([header, [name, ...values]])

  it('gives zeros back that Excel dropped, and says so', async () => {
    const { records, codes } = await cells('HTX A', 100109106, 912345678)
    expect(records[0]).toMatchObject({ taxCode: '0100109106', phone: '0912345678' })
    expect(codes).toContain('warning B2 code.lostZero')
  })

  it('keeps odd codes and numbers as written, with a warning', async () => {
    const { records, codes } = await cells('HTX A', '12345', 'số máy lẻ 12')
    expect(records[0]).toMatchObject({ taxCode: '12345', phone: 'số máy lẻ 12' })
    expect(codes).toEqual(expect.arrayContaining(['warning B2 taxCode.shape', 'warning C2 phone.shape']))
  })

  it('reads dates in every dress, and refuses those that are none', async () => {
    const date = async (value: CellValue) => {
      const { records, codes } = await cells('HTX A', null, null, value)
      return [
        records[0]?.registrationDate ?? null,
        ...codes.filter((code) => code.includes('D2')).map((code) => code.replace(/ D2/, '')),
      ]
    }
    expect(await date('5/7/2019')).toEqual(['2019-07-05'])
    expect(await date('2019-07-05')).toEqual(['2019-07-05'])
    expect(await date('ngày 05 tháng 7 năm 2019')).toEqual(['2019-07-05'])
    expect(await date('05.07.19')).toEqual(['2019-07-05', 'warning date.twoDigitYear'])
    expect(await date('05/07/98')).toEqual(['1998-07-05', 'warning date.twoDigitYear'])
    expect(await date('Lần đầu: 05/07/2019')).toEqual(['2019-07-05', 'warning date.inText'])
    expect(await date(43_651)).toEqual(['2019-07-05', 'warning date.serial'])
    expect(await date('2019')).toEqual([null, 'warning date.incomplete'])
    expect(await date('-')).toEqual([null])
    expect(await date('29/02/2021')).toEqual([null, 'error date.impossible'])
    expect(await date('03/25/2019')).toEqual([null, 'error date.impossible'])
    expect(await date('chưa rõ')).toEqual([null, 'error date.unreadable'])
  })

  it('reads whole numbers of people, and refuses what is none', async () => {
    const count = async (value: CellValue) => {
      const { records, codes } = await cells('HTX A', null, null, null, value)
      return [records[0]?.years[0]?.employees ?? null, ...codes.filter((code) => code.includes('E2'))]
    }
    expect(await count('1.200')).toEqual([1200])
    expect(await count('12 người')).toEqual([12, 'warning E2 count.words'])
    expect(await count('9-10')).toEqual([null, 'error E2 count.unreadable'])
    expect(await count(2.5)).toEqual([null, 'error E2 count.fraction'])
    expect(await count(-1)).toEqual([null, 'error E2 count.negative'])
  })

  it('refuses what our own forms refuse, at its cell', async () => {
    const { preview, codes } = await cells('A'.repeat(400))
    expect(codes).toContain('error A2 field.invalid')
    expect(preview.counts.error).toBe(1)
  })

  it('asks where one old commune went to several new ones, once for all rows that name it', async () => {
    const old = 'Bản Nà Nọi, xã Chiềng Bôm, huyện Thuận Châu, tỉnh Sơn La'
    const rows = [header, ['HTX A', null, null, null, null, null, old], ['HTX B', null, null, null, null, null, old]]
    const { preview } = await listOf(rows)
    const [question] = preview.questions.filter((one) => one.id.startsWith('place:'))
    expect(question?.cells).toEqual(['DS!G2', 'DS!G3'])
    expect(question?.choices.map((choice) => choice.label)).toEqual([
      'Bản Nà Nọi, xã Nậm Lầu, tỉnh Sơn La',
      'Bản Nà Nọi, xã Thuận Châu, tỉnh Sơn La',
      'Chưa rõ: giữ nguyên chữ, không gắn xã',
    ])
    expect(question?.answer).toBeNull()
    expect(preview.canImport).toBe(false)
    const chosen = await listOf(rows, { answers: { [question?.id ?? '']: question?.choices[1]?.value ?? '' } })
    expect(chosen.preview.canImport).toBe(true)
    expect(chosen.records[0]).toMatchObject({
      headOfficeAddress: 'Bản Nà Nọi, xã Thuận Châu, tỉnh Sơn La',
      oldAddressText: old,
    })
    const kept = await listOf(rows, { answers: { [question?.id ?? '']: 'keep' } })
    expect(kept.records[0]).toMatchObject({ headOfficeAddress: old, communeCode: null, provinceCode: '14' })
  })

  it('asks for the unit of money where no word names it, unless only đồng can be meant', async () => {
    const rows = [
      ['Tên cơ sở', 'Mã số thuế', 'Doanh thu'],
      ['HTX A', '4700200001', 12.5],
    ]
    const asked = await listOf(rows)
    expect(asked.preview.questions.find((question) => question.id === 'unit:DS')?.answer).toBeNull()
    const answered = await listOf(rows, { answers: { 'unit:DS': 'billion' } })
    expect(answered.records[0]?.years[0]?.revenue).toBe(12_500_000_000)
    const sure = await listOf([
      ['Tên cơ sở', 'Mã số thuế', 'Doanh thu'],
      ['HTX A', '4700200001', 12_500_000_000],
    ])
    expect(sure.records[0]?.years[0]?.revenue).toBe(12_500_000_000)
    expect(sure.codes).toContain('warning C2 unit.guessed')
  })
})

describe('old fonts', () => {
  it('VNI is recognised and converted', async () => {
    const { preview, records } = await listOf([
      ['Teân cô sôû', 'Loaïi hình', 'Ñòa chæ', 'Ngaønh ngheà'],
      ['Hôïp taùc xaõ noâng nghieäp', 'Hôïp taùc xaõ', 'xaõ Ba Beå, tænh Thaùi Nguyeân', 'Cheá bieán noâng saûn'],
      ['Coâng ty TNHH Goã', 'Coâng ty', 'xaõ Ba Beå, tænh Thaùi Nguyeân', 'Cheá bieán goã'],
    ])
    expect(preview.sheets[0]?.encoding).toBe('vni')
    expect(records.map(({ name, legalForm, industry }) => [name, legalForm, industry])).toEqual([
      ['Hợp tác xã nông nghiệp', 'cooperative', 'Chế biến nông sản'],
      ['Công ty TNHH Gỗ', 'sme', 'Chế biến gỗ'],
    ])
  })
})

describe.skipIf(!hasTool('soffice'))('written again by LibreOffice', () => {
  it('both fixtures give the same preview', () => {
    const files = ['ke-hoach-khuyen-cong-2022.xlsx', 'co-so-cnnt-lon-xon.xlsx'].map(fixture)
    const rewritten = convertWithLibreOffice(files, 'xlsx', 'xlsx')
    expect(rewritten.map((bytes) => previewOf(bytes).preview)).toEqual(files.map((bytes) => previewOf(bytes).preview))
  })
})
