// Workbooks as they come out of thirty years of offices: half of a sheet in an old font, tables side by side, odd containers.
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { readLimits } from '../../electron/workbooks/adapter/readLimits'
import { listZip } from '../../electron/workbooks/adapter/zip'
import type { ImportInput } from '../../shared/contract/workbooks'
import type { TextEncoding } from '../../shared/vietnamese/legacyEncodings'
import { openPrograms } from '../support/openProgram'
import { type CellValue, fixture, previewOf, writeBook } from './importSupport'

async function listOf(rows: readonly (readonly CellValue[])[], given: Parameters<typeof previewOf>[1] = {}) {
  const { preview, work } = previewOf(await writeBook([{ name: 'DS', rows }]), given)
  return { preview, records: work.establishments.map((one) => one.details) }
}

describe('a sheet put together from several files', () => {
  const heading = ['STT', 'Tên cơ sở', 'Địa chỉ', 'Ngành nghề']
  const oldNames: Readonly<Record<Exclude<TextEncoding, 'unicode'>, readonly string[]>> = {
    tcvn3: ['HTX Nµ Gi¶o', 'C«ng ty §¹i Ph¸t', 'Tæ hîp t¸c B¶n Chang'],
    vni: ['HTX Naø Giaûo', 'Coâng ty Ñaïi Phaùt', 'Toå hôïp taùc Baûn Chang'],
  }

  it.each(['tcvn3', 'vni'] as const)(
    'one column of it in %s: that column is converted and no other',
    async (encoding) => {
      const { preview, records } = await listOf([
        heading,
        ...oldNames[encoding].map((name, index) => [index + 1, name, `thôn Cán Tý ${index}`, 'Gò, hàn']),
      ])
      expect(preview.sheets[0]?.encoding).toBe(encoding)
      expect(records.map(({ name }) => name)).toEqual(['HTX Nà Giảo', 'Công ty Đại Phát', 'Tổ hợp tác Bản Chang'])
      expect(records.map(({ industry }) => industry)).toEqual(['Gò, hàn', 'Gò, hàn', 'Gò, hàn'])
      expect(records.map(({ headOfficeAddress }) => headOfficeAddress)).toEqual([
        'thôn Cán Tý 0',
        'thôn Cán Tý 1',
        'thôn Cán Tý 2',
      ])
    },
  )

  it('one column of it in TCVN3 and another in VNI: each by its own', async () => {
    const { records } = await listOf([
      heading,
      [1, 'HTX Nµ Gi¶o', 'thoân Naø Giaûo', 'Gỗ'],
      [2, 'C«ng ty §¹i Ph¸t', 'thoân Baûn Ñoàn', 'Mộc'],
    ])
    expect(records.map(({ name, headOfficeAddress }) => [name, headOfficeAddress])).toEqual([
      ['HTX Nà Giảo', 'thôn Nà Giảo'],
      ['Công ty Đại Phát', 'thôn Bản Đồn'],
    ])
  })

  it('words that read both ways stay as typed where only the heading is old', async () => {
    const { records } = await listOf([
      ['STT', 'Tªn c¬ së', '§Þa chØ', 'Ngµnh nghÒ'],
      [1, 'HTX Nà Giảo', 'thôn Cán Tý', 'Gò, hàn'],
      [2, 'Công ty Đại Phát', 'thôn Cán Tý', 'Gò'],
      [3, 'HTX Bản Chang', 'thôn Cán Tý', 'Gò'],
    ])
    expect(records.map(({ name, industry }) => [name, industry])).toEqual([
      ['HTX Nà Giảo', 'Gò, hàn'],
      ['Công ty Đại Phát', 'Gò'],
      ['HTX Bản Chang', 'Gò'],
    ])
  })
})

describe('lines and columns that are no record', () => {
  const heading = ['STT', 'Tên cơ sở', 'Mã số thuế', 'Địa chỉ']
  const row = [1, 'HTX Nà Giảo', '4700200001', 'xã Ba Bể, tỉnh Thái Nguyên']

  it.each(['Tổng cộng: 6 cơ sở', 'Tổng số cơ sở: 6', 'Cộng 6 cơ sở CNNT', 'Tổng số (I+II+III)', 'Cộng I + II'])(
    '“%s” adds up the others',
    async (total) => {
      const { preview, records } = await listOf([heading, row, [null, total]])
      expect(records.map(({ name }) => name)).toEqual(['HTX Nà Giảo'])
      expect(preview.counts).toMatchObject({ new: 1, skipped: 1, error: 0 })
    },
  )

  it.each(['Tổng công ty Khoáng sản', 'Công ty Cộng Hòa', 'Toàn Thắng'])('“%s” is a name', async (name) => {
    const { records } = await listOf([heading, [1, name, '4700200001', 'xã Ba Bể, tỉnh Thái Nguyên']])
    expect(records.map((one) => one.name)).toEqual([name])
  })

  it('a second table beside the first feeds no field of the first, and its columns are named', async () => {
    const second = [2, 'HTX Thiên An', '4700200002', 'xã Ba Bể, tỉnh Thái Nguyên']
    const { preview, records } = await listOf([
      [...heading, null, ...heading],
      [...row, null, ...second],
    ])
    expect(records.map(({ code, name, taxCode }) => [code, name, taxCode])).toEqual([['', 'HTX Nà Giảo', '4700200001']])
    const aside = preview.problems.find(({ code }) => code === 'column.unknown')
    for (const column of ['F “STT”', 'G “Tên cơ sở”', 'H “Mã số thuế”', 'I “Địa chỉ”'])
      expect(aside?.message).toContain(column)
  })
})

describe('containers', () => {
  it('a zip64 directory is read as any other', () => {
    const plain = fixture('ke-hoach-khuyen-cong-2022.xlsx')
    const end = plain.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    const count = BigInt(plain.readUInt16LE(end + 10))
    const wide = Buffer.alloc(56)
    wide.write('PK\x06\x06', 0, 'latin1')
    wide.writeBigUInt64LE(44n, 4)
    wide.writeBigUInt64LE(count, 24)
    wide.writeBigUInt64LE(count, 32)
    wide.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 12)), 40)
    wide.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 16)), 48)
    const locator = Buffer.alloc(20)
    locator.write('PK\x06\x07', 0, 'latin1')
    locator.writeBigUInt64LE(BigInt(end), 8)
    locator.writeUInt32LE(1, 16)
    const narrow = Buffer.alloc(22, 0xff)
    narrow.write('PK\x05\x06', 0, 'latin1')
    narrow.fill(0, 4, 8)
    narrow.fill(0, 20)
    const file = Buffer.concat([plain.subarray(0, end), wide, locator, narrow])
    expect(listZip(file)).toEqual(listZip(plain))
    expect(readWorkbook(file)).toEqual(readWorkbook(plain))
    // A directory that points nowhere is damage, said in words.
    locator.writeBigUInt64LE(BigInt(2 ** 50), 8)
    expect(() => readWorkbook(Buffer.concat([plain.subarray(0, end), wide, locator, narrow]))).toThrow(/bị hỏng/)
  })

  it('a web page saved as one file under the name of a workbook is refused as one', () => {
    const page = Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table></table></html>')
    expect(() => readWorkbook(page)).toThrow(/trang web/)
  })
})

describe('lines that cannot be written are said before they are', () => {
  const programs = openPrograms()
  const given = async (rows: readonly (readonly CellValue[])[], over: Partial<ImportInput> = {}) => ({
    fileName: 'thử.xlsx',
    base64: (await writeBook([{ name: 'S', rows }])).toString('base64'),
    ...over,
  })
  const wrongAt = ({ problems }: { readonly problems: readonly { severity: string; cell: string | null }[] }) =>
    problems.flatMap(({ severity, cell }) => (severity === 'error' ? [cell] : []))

  it('certificates that contradict their round or themselves, at their cells', async () => {
    const { ask } = await programs()
    const heading = [
      'Tên sản phẩm',
      'Cơ sở sản xuất',
      'Cấp bình chọn',
      'Năm',
      'Ngày cấp',
      'Có hiệu lực đến',
      'Ngày quyết định',
    ]
    const preview = await ask(
      'workbooks.previewImport',
      await given([
        heading,
        ['Miến', 'HTX A', 'Tỉnh', 2022, '20/10/2022', '20/10/2021'],
        ['Chè', 'HTX A', 'Tỉnh', 2022, '20/10/2028'],
        ['Rượu', 'HTX A', 'Tỉnh', 2022, '20/10/2020'],
        ['Gừng', 'HTX A', 'Tỉnh', 2022, null, null, '20/10/2029'],
        ['Nghệ', 'HTX A', 'Tỉnh', '2O22'],
        ['Cam', 'HTX A', 'Tỉnh', 2022, '20/10/2022', '31/12/2025'],
      ]),
    )
    expect(wrongAt(preview)).toEqual(['F2', 'E3', 'E4', 'G5', 'D6'])
    expect(preview.counts).toMatchObject({ new: 1, error: 5 })
    // A year that cannot be read is mended in its cell; no year is asked for the sheet.
    expect(preview.questions).toEqual([])
  })

  it('trainees of a đề án not approved yet, at its code', async () => {
    const { ask } = await programs('sample')
    const preview = await ask(
      'workbooks.previewImport',
      await given([
        ['STT', 'Mã đề án', 'Lớp', 'Họ và tên', 'Năm sinh', 'Giới tính'],
        [1, 'KCQG-2022-001', 'May', 'Nông Thị A', 1990, 'Nữ'],
      ]),
    )
    expect(wrongAt(preview)).toEqual(['B2'])
    expect(preview.problems.find(({ cell }) => cell === 'B2')?.message).toContain('chưa được phê duyệt')
  })

  it('a code of đề án given twice, at the second, naming the first', async () => {
    const { ask } = await programs()
    const rows = [
      ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2024'],
      ['ĐVT: triệu đồng'],
      ['STT', 'Mã đề án', 'Tên đề án', 'Đơn vị thực hiện', 'Kinh phí KCĐP', 'Đối ứng'],
      [1, 'A1', 'Hỗ trợ máy sấy', 'Trung tâm', 100, 0],
      [2, 'A1', 'Hỗ trợ máy cưa', 'Trung tâm', 100, 0],
    ]
    const preview = await ask('workbooks.previewImport', await given(rows))
    expect(wrongAt(preview)).toEqual(['B5'])
    expect(preview.problems.find(({ cell }) => cell === 'B5')?.message).toContain('dòng 4 “Hỗ trợ máy sấy”')
    const without = await given(rows, { leaveOut: ['S!5'] })
    expect(await ask('workbooks.runImport', without)).toMatchObject({ created: 1 })
  })

  it('a cơ sở is known by its code, whatever its name has become', async () => {
    const { ask } = await programs()
    const heading = ['Mã cơ sở', 'Tên cơ sở', 'Địa chỉ', 'Số lao động']
    const place = 'xã Ba Bể, tỉnh Thái Nguyên'
    await ask('workbooks.runImport', await given([heading, ['CS-7', 'HTX Nà Giảo', place, 5]]))
    const renamed = await given([heading, ['cs-7', 'HTX Nà Giảo Mới', place, 5]], { duplicates: { 'S!2': 'update' } })
    const preview = await ask('workbooks.previewImport', renamed)
    expect(preview.sheets[0]?.rows[0]).toMatchObject({
      status: 'changed',
      duplicateOf: 'CS-7 “HTX Nà Giảo” (cùng mã cơ sở)',
    })
    expect(await ask('workbooks.runImport', renamed)).toMatchObject({ created: 0, updated: 1 })
    const huge = await ask('workbooks.previewImport', await given([heading, ['CS-8', 'HTX B', place, 99_999_999_999]]))
    expect(wrongAt(huge)).toEqual(['D2'])
    expect(huge.problems.find(({ cell }) => cell === 'D2')?.message).toMatch(/^Số lao động: /)
  })
})

describe('lines over lines', () => {
  it('a heading with a roman number and the sums of its group is no record', async () => {
    const { preview } = previewOf(
      await writeBook([
        {
          name: 'S',
          rows: [
            ['NHU CẦU NĂM 2023'],
            ['ĐVT: triệu đồng'],
            ['STT', 'Đơn vị đề nghị', 'Máy móc đề nghị', 'Tổng vốn đầu tư', 'Mức hỗ trợ'],
            ['I', 'Huyện Ba Bể', null, '1 tỷ 200 triệu', 500],
            [1, 'HTX Nà Giảo', 'Máy sấy', '1 tỷ 200 triệu', '500tr'],
            ['II.', 'Huyện Na Rì', null, 10, 5],
            [1, 'HTX Yến Dương', 'Máy cưa', 10, 5],
            [2, 'HTX Thiên An', null, 10, 5],
          ],
        },
      ]),
    )
    expect(preview.sheets[0]?.rows.map(({ row, status }) => [row, status])).toEqual([
      [4, 'skipped'],
      [5, 'new'],
      [6, 'skipped'],
      [7, 'new'],
      [8, 'error'],
    ])
    expect(preview.sheets[0]?.rows[1]?.fields.find(({ field }) => field === 'totalInvestment')?.value).toBe(
      '1.200.000.000 đồng',
    )
    // Of what nobody asks for nothing is asked.
    expect(preview.questions.map(({ id }) => id).filter((id) => id.startsWith('content'))).toEqual([])
  })

  it('establishments under groups with their sums', async () => {
    const { records } = await listOf([
      ['TT', 'Tên cơ sở', 'Địa chỉ', 'Số lao động'],
      ['I', 'Huyện Ba Bể', null, 12],
      [1, 'HTX Nà Giảo', 'xã Ba Bể, tỉnh Thái Nguyên', 12],
      [null, 'Xã Nghiên Loan', null, 5],
      [2, 'HTX Thiên An', 'xã Ba Bể, tỉnh Thái Nguyên', 5],
    ])
    expect(records.map(({ name }) => name)).toEqual(['HTX Nà Giảo', 'HTX Thiên An'])
  })

  it('identity numbers get back both zeros a number cell has dropped', async () => {
    const { records } = await listOf([
      ['Tên cơ sở', 'Địa chỉ', 'Người đại diện', 'Số CCCD'],
      ['HTX Một', 'xã Ba Bể, tỉnh Thái Nguyên', 'Nông Văn A', 6_080_000_001],
      ['HTX Hai', 'xã Ba Bể, tỉnh Thái Nguyên', 'Nông Văn B', 19_080_000_001],
      ['HTX Ba', 'xã Ba Bể, tỉnh Thái Nguyên', 'Nông Văn C', 95_123_456],
      ['HTX Bốn', 'xã Ba Bể, tỉnh Thái Nguyên', 'Nông Văn D', '006 080 000 001'],
    ])
    expect(records.map(({ representativeIdNumber }) => representativeIdNumber)).toEqual([
      '006080000001',
      '019080000001',
      '095123456',
      '006080000001',
    ])
  })
})

describe('more than a machine should hold', () => {
  it('a cell longer than any of Excel, and texts without end, are refused in words that say so', async () => {
    const cell = await writeBook([
      {
        name: 'S',
        rows: [
          ['Tên cơ sở', 'Địa chỉ'],
          ['A'.repeat(10_000_000), 'xã Ba Bể'],
        ],
      },
    ])
    expect(() => readWorkbook(cell)).toThrow(/một ô dài hơn 8 triệu chữ/)
    const rows = Array.from({ length: 40 }, () => ['A'.repeat(30_000)])
    for (const strings of ['inline', 'shared'] as const) {
      const book = await writeBook([{ name: 'S', rows }], { strings })
      expect(() => readWorkbook(book, { ...readLimits, letters: 1_000_000 })).toThrow(/hơn 1\.000\.000 chữ/)
    }
  })
})

describe('a year whose books are closed', () => {
  const programs = openPrograms()

  it('takes no lines of plans and needs, and says so in the preview', async () => {
    const { ask } = await programs()
    const before = [
      ['ĐVT: triệu đồng'],
      ['Đơn vị đề nghị', 'Máy móc đề nghị', 'Mức hỗ trợ', 'Năm'],
      ['HTX Yến Dương', 'Máy xay', 100, 2022],
    ]
    const known = (await writeBook([{ name: 'S', rows: before }])).toString('base64')
    await ask('workbooks.runImport', { fileName: 'thử.xlsx', base64: known })
    await ask('history.lockYear', { year: 2022, note: '' })
    // What is there already and stays so stands in nobody's way.
    const again = await ask('workbooks.previewImport', { fileName: 'thử.xlsx', base64: known })
    expect(again.counts).toMatchObject({ duplicate: 1, error: 0 })
    const plan = [
      ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2022'],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên đề án', 'Đơn vị thực hiện', 'Kinh phí KCĐP', 'Đối ứng'],
      [1, 'Hỗ trợ máy sấy', 'Trung tâm', 100, 0],
    ]
    const needs = [
      ['NHU CẦU'],
      ['ĐVT: triệu đồng'],
      ['Đơn vị đề nghị', 'Máy móc đề nghị', 'Mức hỗ trợ', 'Năm'],
      ['HTX Nà Giảo', 'Máy sấy', 100, 2022],
      ['HTX Thiên An', 'Máy cưa', 100, 2023],
    ]
    for (const [rows, place] of [
      [plan, 'B4'],
      [needs, 'D4'],
    ] as const) {
      const base64 = (await writeBook([{ name: 'S', rows }])).toString('base64')
      const preview = await ask('workbooks.previewImport', { fileName: 'thử.xlsx', base64 })
      const wrong = preview.problems.filter(({ severity }) => severity === 'error')
      expect(wrong.map(({ cell }) => cell)).toEqual([place])
      expect(wrong[0]?.message).toContain('năm 2022 đã khóa sổ')
      expect(preview.canImport).toBe(false)
    }
  })
})

it('an amount in đồng under a heading of triệu đồng is said to be unlikely, not passed over in silence', async () => {
  const { preview } = previewOf(
    await writeBook([
      {
        name: 'S',
        rows: [
          ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2024'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Tên đề án', 'Đơn vị thực hiện', 'Kinh phí KCĐP', 'Đối ứng'],
          [1, 'Hỗ trợ máy sấy', 'Trung tâm', '250.000.000', 0],
          [2, 'Hỗ trợ máy cưa', 'Trung tâm', 250_000_000, 0],
          [3, 'Hỗ trợ máy xay', 'Trung tâm', '250.000.000 đồng', 250.5],
        ],
      },
    ]),
  )
  const large = preview.problems.filter(({ code }) => code === 'money.large')
  expect(large.map(({ cell, severity }) => [cell, severity])).toEqual([
    ['D4', 'warning'],
    ['D5', 'warning'],
  ])
})
