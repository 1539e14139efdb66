import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AddressBookData, buildAddressBook, parseAddress, resolveAddress } from '../../shared/vietnamese/addresses'
import { cleanLine } from '../../shared/vietnamese/text'

describe('parseAddress', () => {
  test.each([
    ['Tổ 3, P. Huyền Tụng, TP. Bắc Kạn', 'Tổ 3', ['ward', 'Huyền Tụng'], ['city', 'Bắc Kạn'], null, []],
    ['xã Văn Vũ - huyện Na Rì - Bắc Kạn', '', ['commune', 'Văn Vũ'], ['district', 'Na Rì'], null, ['Bắc Kạn']],
    ['Số 5, Phường 12, Q1, TP HCM', 'Số 5', ['ward', '12'], ['urbanDistrict', '1'], ['city', 'HCM'], []],
    ['xã Văn Lang, tỉnh Thái Nguyên', '', ['commune', 'Văn Lang'], null, ['province', 'Thái Nguyên'], []],
    ['TT. Chợ Rã; TX. Sơn Tây', '', ['township', 'Chợ Rã'], ['town', 'Sơn Tây'], null, []],
    ['đặc khu Lý Sơn, Quảng Ngãi', '', ['specialZone', 'Lý Sơn'], null, null, ['Quảng Ngãi']],
    ['Thôn 1 xã A huyện B tỉnh C', 'Thôn 1', ['commune', 'A'], ['district', 'B'], ['province', 'C'], []],
    ['Nà Giảo, Yến Dương, Ba Bể', 'Nà Giảo', null, null, null, ['Yến Dương', 'Ba Bể']],
    ['XÃ VĂN VŨ, HUYỆN NA RÌ'.normalize('NFD'), '', ['commune', 'VĂN VŨ'], ['district', 'NA RÌ'], null, []],
    ['', '', null, null, null, []],
  ] as const)('%s', (text, detail, commune, district, province, bare) => {
    const part = (one: readonly [string, string] | null) => (one === null ? null : { kind: one[0], name: one[1] })
    expect(parseAddress(text)).toEqual({
      detail,
      commune: part(commune),
      district: part(district),
      province: part(province),
      bare,
    })
  })

  test('a name that begins like a level is not cut', () => {
    expect(parseAddress('phường Huyền Tụng, thành phố Bắc Kạn').commune).toEqual({ kind: 'ward', name: 'Huyền Tụng' })
    expect(parseAddress('xã Quán Toan, quận Hồng Bàng').commune).toEqual({ kind: 'commune', name: 'Quán Toan' })
  })
})

// A small country: two provinces became one, a commune was divided, two communes differ by a mark.
const data: AddressBookData = {
  provinces: [
    { code: '10', name: 'Đông', kind: 'province', everCity: false },
    { code: '20', name: 'Tây', kind: 'city', everCity: true },
  ],
  communes: [
    { code: '10001', provinceCode: '10', name: 'An Hòa', kind: 'commune', kinds: ['commune'] },
    { code: '10002', provinceCode: '10', name: 'Bình Minh', kind: 'ward', kinds: ['commune', 'ward'] },
    { code: '20001', provinceCode: '20', name: 'An Hoa', kind: 'commune', kinds: ['commune'] },
  ],
  formerCommunes: [
    former('Cũ Một', 'Sông', 'Đông', '10001'),
    former('Cũ Hai', 'Sông', 'Đông', '10001', '10002'),
    former('Trùng', 'Sông', 'Đông', '10001'),
    former('Trùng', 'Núi', 'Nam', '10002'),
    former('Trùng', 'Biển', 'Tây', '20001'),
  ],
  provinceAliases: [{ name: 'Nam', aliases: ['Phía Nam'] }],
}

function former(name: string, districtName: string, provinceName: string, ...successors: string[]) {
  const kinds = { kind: 'commune', districtKind: 'district', provinceKind: 'province' } as const
  return { name, districtName, provinceName, successors, ...kinds }
}

describe('resolveAddress', () => {
  const book = buildAddressBook(data)
  const codesOf = (text: string, hints = {}) => {
    const answer = resolveAddress(book, text, hints)
    if (answer.kind === 'exact' || answer.kind === 'converted') return [answer.place.communeCode]
    return answer.kind === 'choices' ? answer.choices.map(({ communeCode }) => communeCode).sort() : answer.kind
  }

  test('the district decides between communes of one name', () => {
    expect(codesOf('xã Trùng, huyện Sông')).toEqual(['10001'])
    expect(codesOf('xã Trùng, huyện Núi, tỉnh Nam')).toEqual(['10002'])
    expect(codesOf('xã Trùng, tỉnh Nam')).toEqual(['10002'])
    expect(codesOf('xã Trùng, Phía Nam')).toEqual(['10002'])
  })

  test('without it there are as many choices as communes, within what is known', () => {
    expect(codesOf('xã Trùng, tỉnh Đông')).toEqual(['10001', '10002'])
    expect(codesOf('xã Trùng')).toEqual(['10001', '10002', '20001'])
    expect(codesOf('xã Trùng', { provinceCode: '20' })).toEqual(['20001'])
    expect(codesOf('xã Trùng', { oldProvinceName: 'Nam' })).toEqual(['10002'])
    expect(codesOf('xã Cũ Một', { oldProvinceName: 'Nam', provinceCode: '10' })).toEqual(['10001'])
    expect(resolveAddress(book, 'xã Cũ Một', { oldProvinceName: 'Nam', provinceCode: '10' }).kind).toBe('converted')
    expect(resolveAddress(book, 'xã Cũ Một', { provinceCode: '20' }).kind).toBe('choices')
  })

  test('a divided commune', () => {
    expect(codesOf('xã Cũ Hai, huyện Sông, tỉnh Đông')).toEqual(['10001', '10002'])
  })

  test('a commune that became a ward answers to both', () => {
    expect(codesOf('phường Bình Minh, tỉnh Đông')).toEqual(['10002'])
    expect(codesOf('xã Bình Minh, tỉnh Đông')).toEqual(['10002'])
  })

  test('marks count where the address has any', () => {
    expect(codesOf('xã An Hoà')).toEqual(['10001'])
    expect(codesOf('xã An Hoa')).toEqual(['20001'])
    expect(codesOf('xa An Hoa')).toEqual(['10001', '20001'])
  })

  test('"TP." names the whole of a city, not a province', () => {
    expect(resolveAddress(book, 'TP. Tây')).toMatchObject({ kind: 'province-only', provinceCode: '20' })
    expect(resolveAddress(book, 'TP. Đông').kind).toBe('unknown')
  })

  test('whatever the text, the answer keeps it and names only places of the book', () => {
    const words = fc.constantFrom(
      'xã',
      'huyện',
      'tỉnh',
      'P.',
      'TP',
      'Cũ',
      'Một',
      'Trùng',
      'Sông',
      'Đông',
      'An',
      'Hòa',
      '-',
      ',',
      '(',
      '12',
      'Việt Nam',
    )
    const codes = new Set(data.communes.map(({ code }) => code))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const answer = resolveAddress(book, text)
          expect(answer.oldText).toBe(cleanLine(text))
          for (const code of [codesOf(text)].flat()) if (/^\d+$/.test(code)) expect(codes.has(code)).toBe(true)
          expect(answer.reason === '').toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('data that does not fit together is refused', () => {
    const broken = { ...data, formerCommunes: [former('Cũ', 'Sông', 'Đông', '99999')] }
    expect(() => buildAddressBook(broken)).toThrow(/99999/)
  })
})
