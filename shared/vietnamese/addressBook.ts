// The administrative units before and after 01/07/2025, indexed by their names as people write them.
import { looseKey } from './spelling'

export type ProvinceKind = 'province' | 'city'
export type CommuneKind = 'commune' | 'ward' | 'specialZone'
export type FormerCommuneKind = 'commune' | 'ward' | 'township'
export type DistrictKind = 'district' | 'urbanDistrict' | 'town' | 'city'
export type UnitKind = ProvinceKind | CommuneKind | FormerCommuneKind | DistrictKind

/** Names here are bare ("Thái Nguyên", "Văn Lang"); the kind says what stands before them. */
export interface AddressBookData {
  readonly provinces: readonly {
    readonly code: string
    readonly name: string
    readonly kind: ProvinceKind
    /** It was or is run by the centre as a city: "TP." before its name may mean the whole of it. */
    readonly everCity: boolean
  }[]
  readonly communes: readonly {
    readonly code: string
    readonly provinceCode: string
    readonly name: string
    readonly kind: CommuneKind
    /** Every kind it may be called by: those since 01/07/2025, and "huyện" for an island that had no communes before. */
    readonly kinds: readonly UnitKind[]
  }[]
  /** Communes before 01/07/2025 with the codes of the present communes they became. */
  readonly formerCommunes: readonly {
    readonly name: string
    readonly kind: FormerCommuneKind
    readonly districtName: string
    readonly districtKind: DistrictKind
    readonly provinceName: string
    readonly provinceKind: ProvinceKind
    readonly successors: readonly string[]
  }[]
  /** Other names of present or former provinces, under their usual bare name. */
  readonly provinceAliases: readonly { readonly name: string; readonly aliases: readonly string[] }[]
}

export interface Place {
  readonly provinceCode: string
  /** With its kind: "Tỉnh Thái Nguyên". */
  readonly provinceName: string
  readonly communeCode: string
  /** With its kind: "Xã Văn Lang". */
  readonly communeName: string
}

export interface Province {
  readonly code: string
  readonly name: string
  readonly fullName: string
  readonly everCity: boolean
}

export interface Commune {
  readonly place: Place
  readonly name: string
  readonly kinds: readonly UnitKind[]
  readonly formerDistricts: ReadonlySet<District>
  readonly formerProvinces: ReadonlySet<string>
}

export interface District {
  readonly name: string
  readonly fullName: string
  readonly kind: DistrictKind
  readonly provinceName: string
  readonly provinceCode: string
  readonly successors: ReadonlySet<Commune>
}

export interface FormerCommune {
  readonly name: string
  /** "Xã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn" */
  readonly fullName: string
  readonly kind: FormerCommuneKind
  readonly district: District
  readonly successors: readonly Commune[]
}

/** What a province's name may mean. */
export interface ProvinceScope {
  readonly name: string
  /** The present province, or the one the former province of that name joined. */
  readonly province: Province
  /** The name is that of a present province (it may also have been that of a former one). */
  readonly isPresent: boolean
}

/** Every map is by loose key, except where its name says otherwise. */
export interface AddressBook {
  readonly provincesByCode: ReadonlyMap<string, Province>
  readonly provinceScopes: ReadonlyMap<string, readonly ProvinceScope[]>
  readonly communes: ReadonlyMap<string, readonly Commune[]>
  readonly formerCommunes: ReadonlyMap<string, readonly FormerCommune[]>
  readonly districts: ReadonlyMap<string, readonly District[]>
  /** Names with a hyphen inside, which does not separate levels there. */
  readonly hyphenated: ReadonlySet<string>
}

const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  district: 'Huyện',
  urbanDistrict: 'Quận',
  town: 'Thị xã',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  specialZone: 'Đặc khu',
}

/** "Xã Văn Lang", "Thành phố Đồng Nai". */
export function unitName(kind: UnitKind, name: string): string {
  return `${KIND_WORDS[kind]} ${name}`
}

/** As a name stands inside a sentence or address: "xã Văn Lang". */
export function insideSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

interface Growing<T> extends ReadonlySet<T> {
  add(value: T): unknown
}
type GrowingCommune = Commune & {
  readonly formerDistricts: Growing<District>
  readonly formerProvinces: Growing<string>
}
type GrowingDistrict = District & { readonly successors: Growing<Commune> }

export function buildAddressBook(data: AddressBookData): AddressBook {
  const provincesByCode = new Map(
    data.provinces.map(({ code, name, kind, everCity }) => [
      code,
      { code, name, fullName: unitName(kind, name), everCity },
    ]),
  )
  const communesByCode = new Map<string, GrowingCommune>()
  const communes = new Map<string, Commune[]>()
  for (const { code, provinceCode, name, kind, kinds } of data.communes) {
    const commune: GrowingCommune = {
      place: {
        provinceCode,
        provinceName: must(provincesByCode, provinceCode).fullName,
        communeCode: code,
        communeName: unitName(kind, name),
      },
      name,
      kinds,
      formerDistricts: new Set(),
      formerProvinces: new Set(),
    }
    communesByCode.set(code, commune)
    append(communes, looseKey(name), commune)
  }
  const former = indexFormerCommunes(data.formerCommunes, communesByCode)
  return {
    provincesByCode,
    provinceScopes: indexProvinces(data.provinceAliases, provincesByCode, former.provinceCodes),
    communes,
    formerCommunes: former.communes,
    districts: former.districts,
    hyphenated: hyphenatedNames(data),
  }
}

function indexFormerCommunes(
  list: AddressBookData['formerCommunes'],
  communesByCode: ReadonlyMap<string, GrowingCommune>,
) {
  const communes = new Map<string, FormerCommune[]>()
  const districts = new Map<string, District[]>()
  const districtsByIdentity = new Map<string, GrowingDistrict>()
  const provinceCodes = new Map<string, string>()
  for (const former of list) {
    const { name, kind, districtName, districtKind, provinceName, provinceKind } = former
    const successors = former.successors.map((code) => must(communesByCode, code))
    const provinceCode = successors[0]?.place.provinceCode
    if (provinceCode === undefined) throw new Error(`${name}, ${districtName} became no commune`)
    provinceCodes.set(provinceName, provinceCode)
    const identity = `${districtKind}|${districtName}|${provinceName}`
    const district: GrowingDistrict = districtsByIdentity.get(identity) ?? {
      name: districtName,
      fullName: `${unitName(districtKind, districtName)}, ${insideSentence(unitName(provinceKind, provinceName))}`,
      kind: districtKind,
      provinceName,
      provinceCode,
      successors: new Set(),
    }
    if (!districtsByIdentity.has(identity)) {
      districtsByIdentity.set(identity, district)
      append(districts, looseKey(districtName), district)
    }
    for (const successor of successors) {
      district.successors.add(successor)
      successor.formerDistricts.add(district)
      successor.formerProvinces.add(provinceName)
    }
    const fullName = `${unitName(kind, name)}, ${insideSentence(district.fullName)}`
    append(communes, looseKey(name), { name, fullName, kind, district, successors })
  }
  return { communes, districts, provinceCodes }
}

function indexProvinces(
  aliases: AddressBookData['provinceAliases'],
  provincesByCode: ReadonlyMap<string, Province>,
  formerProvinceCodes: ReadonlyMap<string, string>,
) {
  const scopes = new Map<string, ProvinceScope>()
  for (const [name, code] of formerProvinceCodes)
    scopes.set(name, { name, province: must(provincesByCode, code), isPresent: false })
  for (const province of provincesByCode.values())
    scopes.set(province.name, { name: province.name, province, isPresent: true })
  const index = new Map<string, ProvinceScope[]>()
  for (const scope of scopes.values()) append(index, looseKey(scope.name), scope)
  for (const { name, aliases: others } of aliases)
    for (const alias of others) append(index, looseKey(alias), must(scopes, name))
  return index
}

function hyphenatedNames(data: AddressBookData): ReadonlySet<string> {
  const names = [
    ...[...data.provinces, ...data.communes].map(({ name }) => name),
    ...data.formerCommunes.flatMap(({ name, districtName, provinceName }) => [name, districtName, provinceName]),
    ...data.provinceAliases.flatMap(({ aliases }) => aliases),
  ]
  return new Set(names.filter((name) => name.includes('-')).map(looseKey))
}

function append<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key)
  if (values === undefined) index.set(key, [value])
  else values.push(value)
}

function must<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`administrative unit missing: ${key}`)
  return value
}
