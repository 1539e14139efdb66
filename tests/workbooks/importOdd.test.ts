// Workbooks as they come out of thirty years of offices: half of a sheet in an old font, tables side by side, odd containers.
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { listZip } from '../../electron/workbooks/adapter/zip'
import type { TextEncoding } from '../../shared/vietnamese/legacyEncodings'
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
