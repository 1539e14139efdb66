// Where an address lies, however it was written: in the two tiers of today or in the three before 01/07/2025.
// What can be read in more than one way is offered as choices with the reason, never decided here.
import {
  type AddressBook,
  type Commune,
  type District,
  insideSentence,
  type Place,
  type Province,
  type ProvinceScope,
  type UnitKind,
} from './addressBook'
import { type Segment, splitSegments, textOf } from './addressSegments'
import { compareVietnamese } from './order'
import { likenessOf, looseKey } from './spelling'
import { cleanLine } from './text'

export {
  type AddressBook,
  type AddressBookData,
  buildAddressBook,
  type CommuneKind,
  type DistrictKind,
  type FormerCommuneKind,
  insideSentence,
  type Place,
  type ProvinceKind,
  type UnitKind,
  unitName,
} from './addressBook'

/** The day districts were given up. */
export const TWO_TIERS_SINCE = '2025-07-01'

export interface PlaceChoice extends Place {
  /** The former unit that leads here, empty where the present name was written. */
  readonly formerName: string
}

interface Told {
  /** The address as it was written, cleaned. */
  readonly oldText: string
  /** Why this answer, in a sentence for the user. */
  readonly reason: string
  /** What was written besides the units: house number, street, hamlet. */
  readonly detail: string
}

export type AddressResolution =
  | (Told & { readonly kind: 'exact' | 'converted'; readonly place: Place })
  | (Told & { readonly kind: 'choices'; readonly choices: readonly PlaceChoice[] })
  | (Told & { readonly kind: 'province-only'; readonly provinceCode: string; readonly provinceName: string })
  | (Told & {
      readonly kind: 'district-only'
      readonly provinceCode: string
      readonly provinceName: string
      readonly districtName: string
      /** The present communes that took parts of the district. */
      readonly candidates: readonly Place[]
    })
  | (Told & { readonly kind: 'unknown' })

export interface ResolveHints {
  /** Where to look when the text names no province. */
  readonly provinceCode?: string | undefined
  readonly oldProvinceName?: string | undefined
  /** When the address was written: before 01/07/2025 it can only be an old one. */
  readonly onDate?: string | undefined
}

export interface AddressPart {
  readonly kind: UnitKind
  readonly name: string
}

export interface ParsedAddress {
  readonly detail: string
  readonly commune: AddressPart | null
  readonly district: AddressPart | null
  readonly province: AddressPart | null
  /** Names at the end without a word for their level; only an address book can tell what they are. */
  readonly bare: readonly string[]
}

const COMMUNE_KINDS: readonly UnitKind[] = ['commune', 'ward', 'township', 'specialZone']
const DISTRICT_KINDS: readonly UnitKind[] = ['district', 'urbanDistrict', 'town', 'city']
const PROVINCE_KINDS: readonly UnitKind[] = ['province', 'city']

/** As an address stands on paper: "Thôn Nà Tuồng, xã Cường Lợi, tỉnh Thái Nguyên". */
export function formatAddress(detail: string, place: Pick<Place, 'communeName' | 'provinceName'>): string {
  return [detail, insideSentence(place.communeName), insideSentence(place.provinceName)].filter(Boolean).join(', ')
}

/** Splits an address by what is written in it alone. */
export function parseAddress(text: string): ParsedAddress {
  const line = cleanLine(text)
  const segments = splitSegments(line, () => false)
  const last = (kinds: readonly UnitKind[], except?: Segment) =>
    segments.findLast((segment) => segment !== except && segment.prefix !== null && kinds.includes(segment.prefix.kind))
  const commune = last(COMMUNE_KINDS)
  let district = last(DISTRICT_KINDS)
  let province = last(['province'])
  // "Quận 1, TP. Hồ Chí Minh": a city after another district is the province.
  if (province === undefined && district?.prefix?.kind === 'city') {
    const other = last(DISTRICT_KINDS, district)
    if (other !== undefined) [province, district] = [district, other]
  }
  const named = [commune, district, province].filter((segment) => segment !== undefined)
  const lastNamed = segments.findLastIndex((segment) => named.includes(segment))
  // Without any word for a level, what comes first is the detail, as far as can be seen.
  const bare = named.length === 0 ? segments.slice(1) : segments.slice(lastNamed + 1)
  const rest = segments.filter((segment) => !named.includes(segment) && !bare.includes(segment))
  return {
    detail: textOf(line, rest, segments),
    commune: partOf(commune),
    district: partOf(district),
    province: partOf(province),
    bare: bare.map((segment) => segment.text),
  }
}

function partOf(segment: Segment | undefined): AddressPart | null {
  if (segment === undefined || segment.prefix === null) return null
  return { kind: segment.prefix.kind, name: segment.prefix.name }
}

export function resolveAddress(book: AddressBook, text: string, hints: ResolveHints = {}): AddressResolution {
  const oldText = cleanLine(text)
  const segments = splitSegments(oldText, (name) => book.hyphenated.has(looseKey(name)))
  const found = bestFindings(readingsOf(book, segments), eraOf(hints.onDate), (reading) => find(book, reading, hints))
  const told = (reason: string): Told => {
    const used = found[0]?.reading.used ?? []
    // "(nay là xã Cường Lợi)" is no part of the street.
    const remark = segments.findIndex((segment) => /^nay /i.test(segment.text))
    const rest = (remark < 0 ? segments : segments.slice(0, remark)).filter((segment) => !used.includes(segment))
    return { oldText, reason, detail: textOf(oldText, rest, segments) }
  }
  const [first] = found
  if (first === undefined) return { kind: 'unknown', ...told(whyUnknown(segments)) }
  return answer(
    found.map((one) => one.finding),
    segments.find((segment) => isIgnored(segment, first.reading))?.text ?? null,
    told,
  )
}

/** It says which level it names, nothing by that name was found there, and nothing else stands for that level. */
function isIgnored(segment: Segment, reading: Reading): boolean {
  const kind = segment.prefix?.kind
  if (kind === undefined || !saysItsLevel(segment) || reading.used.includes(segment)) return false
  if (COMMUNE_KINDS.includes(kind)) return reading.commune === null
  if (kind === 'city') return reading.district === null && reading.province === null
  return DISTRICT_KINDS.includes(kind) ? reading.district === null : reading.province === null
}

// ---- readings: which segment may name what ---------------------------------------------------------------------------

interface Naming {
  readonly name: string
  readonly kind: UnitKind | null
  readonly segment: Segment
  /** The whole address is without marks, so that a name that has none ("Nga Thanh") is no likelier than one that has. */
  readonly isPlainText: boolean
}

interface Reading {
  readonly commune: Naming | null
  readonly district: Naming | null
  readonly province: ProvinceScope | null
  readonly used: readonly Segment[]
}

// What stands further left are houses, streets and hamlets.
const MOST_SEGMENTS = 6

function readingsOf(book: AddressBook, all: readonly Segment[]): Reading[] {
  const isPlainText = all.every(({ text }) => /^\p{ASCII}*$/u.test(text))
  const segments = all.slice(-MOST_SEGMENTS)
  const provinces = segments.flatMap((segment) => provinceScopesOf(book, segment).map((scope) => ({ scope, segment })))
  // A bare province name at the end is the province, although towns and wards may be called the same.
  const last = segments.at(-1)
  const lastIsProvince = last?.prefix === null && provinces.some(({ segment }) => segment === last)
  const lower = lastIsProvince ? segments.slice(0, -1) : segments
  const districts = lower
    .flatMap((segment) => namingsOf(segment, DISTRICT_KINDS, isPlainText))
    .filter(({ name }) => book.districts.has(looseKey(name)))
  const communes = lower
    .flatMap((segment) => [...namingsOf(segment, COMMUNE_KINDS, isPlainText), ...islandsOf(book, segment)])
    .filter(({ name }) => book.communes.has(looseKey(name)) || book.formerCommunes.has(looseKey(name)))

  const readings: Reading[] = []
  for (const province of [null, ...provinces])
    for (const district of [null, ...districts])
      for (const commune of [null, ...communes]) {
        const used = [commune?.segment, district?.segment, province?.segment].filter((segment) => segment !== undefined)
        if (used.length > 0 && new Set(used).size === used.length && isOrderly(segments, used))
          readings.push({ commune, district, province: province?.scope ?? null, used })
      }
  return readings
}

/** Names without a word for their level count only in their order at the end of the address. */
function isOrderly(segments: readonly Segment[], used: readonly Segment[]): boolean {
  if (used.every(saysItsLevel)) return true
  const positions = used.map((segment) => segments.indexOf(segment))
  const inOrder = positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0))
  const firstBare = segments.findIndex((segment) => used.includes(segment) && !saysItsLevel(segment))
  return inOrder && segments.slice(firstBare).every((segment) => used.includes(segment))
}

function saysItsLevel(segment: Segment): boolean {
  return segment.prefix?.certain === true
}

function namingsOf(segment: Segment, kinds: readonly UnitKind[], isPlainText = false): Naming[] {
  const { prefix, text } = segment
  const namings: Naming[] = []
  if (prefix !== null && kinds.includes(prefix.kind))
    namings.push({ name: prefix.name, kind: prefix.kind, segment, isPlainText })
  if (!saysItsLevel(segment)) namings.push({ name: text, kind: null, segment, isPlainText })
  return namings
}

/** Districts without communes became special zones whole. */
function islandsOf(book: AddressBook, segment: Segment): Naming[] {
  return namingsOf(segment, ['district']).filter(({ name, kind }) => {
    return kind !== null && book.communes.get(looseKey(name))?.some(({ kinds }) => kinds.includes(kind))
  })
}

function provinceScopesOf(book: AddressBook, segment: Segment): ProvinceScope[] {
  return namingsOf(segment, PROVINCE_KINDS).flatMap(({ name, kind }) => {
    const scopes = book.provinceScopes.get(looseKey(name)) ?? []
    // "TP. Hải Dương" was a town of a province, not the province.
    return scopes.filter((scope) => kind !== 'city' || (scope.isPresent && scope.province.everCity))
  })
}

// ---- findings: what a reading leads to -------------------------------------------------------------------------------

interface Match {
  readonly commune: Commune
  readonly formerName: string
  /** 0 where name and kind are written as they are; more the further from it. */
  readonly distance: number
  /** A present name among former ones, or the reverse. */
  readonly isMixed: boolean
}

type Finding =
  | { readonly kind: 'communes'; readonly matches: readonly Match[]; readonly caution: string | null }
  | { readonly kind: 'districts'; readonly districts: readonly District[] }
  | { readonly kind: 'province'; readonly province: Province; readonly isPresent: boolean }

interface Found {
  readonly reading: Reading
  readonly finding: Finding
  readonly score: number
}

function bestFindings(
  readings: readonly Reading[],
  era: Era | null,
  findIn: (reading: Reading) => Finding | null,
): Found[] {
  const found = readings.flatMap((reading) => {
    const finding = findIn(reading)
    return finding === null ? [] : [{ reading, finding, score: scoreOf(reading, finding, era) }]
  })
  const best = Math.max(...found.map(({ score }) => score))
  return found.filter(({ score }) => score === best)
}

// A segment that says its level outweighs any number of those that do not; lower levels tell more than higher ones.
function scoreOf(reading: Reading, finding: Finding, era: Era | null): number {
  const weights = reading.used.map(({ prefix }) => {
    if (prefix?.certain !== true) return 1
    if (COMMUNE_KINDS.includes(prefix.kind)) return 12
    if (prefix.kind === 'city') return 10.5
    return DISTRICT_KINDS.includes(prefix.kind) ? 11 : 10
  })
  // "Ba Bể, Bắc Kạn": the district of then comes before the commune of today.
  const isMixed = finding.kind === 'communes' && finding.matches.every((match) => match.isMixed)
  // "TP. Bắc Ninh" was a town and is all that was the province.
  const isOutOfTime = era === 'present' && reading.district !== null
  return weights.reduce((sum, weight) => sum + weight, (isMixed ? -0.5 : 0) - (isOutOfTime ? 0.25 : 0))
}

const NEAR = 10
const OTHER_KIND = 2
/** Of a present name among former ones and the reverse: it only counts where nothing fits better. */
const MIXED = 0.5

function find(book: AddressBook, reading: Reading, hints: ResolveHints): Finding | null {
  if (reading.commune === null && reading.district === null && reading.province !== null)
    return { kind: 'province', province: reading.province.province, isPresent: reading.province.isPresent }
  const scopes = reading.province === null ? scopesOfHints(book, hints) : [reading.province]
  for (const scope of scopes.length === 0 ? [null] : scopes) {
    const finding = findWithin(book, reading, scope, hints)
    if (finding !== null) return finding
  }
  const hinted = scopes.at(-1)
  if (reading.province !== null || hinted === undefined) return null
  const elsewhere = findWithin(book, reading, null, hints)
  return elsewhere?.kind === 'communes'
    ? { ...elsewhere, caution: `Không có ở ${insideSentence(hinted.province.fullName)}, chỉ có ở nơi khác.` }
    : elsewhere
}

/** The former province first, then all that it belongs to today. */
function scopesOfHints(book: AddressBook, { provinceCode, oldProvinceName }: ResolveHints): ProvinceScope[] {
  const former = oldProvinceName === undefined ? [] : (book.provinceScopes.get(looseKey(oldProvinceName)) ?? [])
  const province = provinceCode === undefined ? undefined : book.provincesByCode.get(provinceCode)
  return province === undefined ? [...former] : [...former, { name: province.name, province, isPresent: true }]
}

/** A present province's name stands for all of it, the former provinces that joined it included. */
function coversFormer(scope: ProvinceScope | null, district: District): boolean {
  if (scope === null) return true
  return scope.isPresent ? district.provinceCode === scope.province.code : district.provinceName === scope.name
}

function findWithin(
  book: AddressBook,
  { commune, district }: Reading,
  scope: ProvinceScope | null,
  hints: ResolveHints,
): Finding | null {
  const districts = district === null ? null : districtsNamed(book, district, scope)
  if (districts?.size === 0) return null
  if (commune === null) return districts === null ? null : { kind: 'districts', districts: nearest(districts) }
  const former = formerMatches(book, commune, districts, scope)
  const present = presentMatches(book, commune, districts, scope)
  const isOld = districts !== null || scope?.isPresent === false
  const era = isOld ? 'former' : eraOf(hints.onDate)
  const matches = [
    ...(era === 'present' ? disfavour(former) : former),
    ...(era === 'former' ? disfavour(present) : present),
  ]
  if (matches.length === 0) return null
  const least = Math.min(...matches.map(({ distance }) => distance))
  // Communes became wards and towns over the years, so with the district another kind is no matter; without, it is.
  const isDoubtful = least >= NEAR || (!isOld && least >= OTHER_KIND)
  const caution = isDoubtful ? `Chỉ tìm thấy tên gần giống "${commune.segment.text}".` : null
  return { kind: 'communes', matches: matches.filter(({ distance }) => distance === least), caution }
}

type Era = 'former' | 'present'

function eraOf(onDate: string | undefined): Era | null {
  if (onDate === undefined) return null
  return onDate < TWO_TIERS_SINCE ? 'former' : 'present'
}

function disfavour(matches: readonly Match[]): Match[] {
  return matches.map((match) => ({ ...match, distance: match.distance + MIXED, isMixed: true }))
}

function districtsNamed(book: AddressBook, naming: Naming, scope: ProvinceScope | null): Map<District, number> {
  const districts = book.districts.get(looseKey(naming.name)) ?? []
  // A slip in a district's marks harms little: the commune must lie in it.
  return new Map(
    districts
      .filter((district) => coversFormer(scope, district))
      .map((district) => [district, distanceOf(naming, district.name, [district.kind], 3)]),
  )
}

function nearest(districts: ReadonlyMap<District, number>): District[] {
  const least = Math.min(...districts.values())
  return [...districts].flatMap(([district, distance]) => (distance === least ? [district] : []))
}

function formerMatches(
  book: AddressBook,
  naming: Naming,
  districts: ReadonlyMap<District, number> | null,
  scope: ProvinceScope | null,
): Match[] {
  return (book.formerCommunes.get(looseKey(naming.name)) ?? []).flatMap(
    ({ name, kind, district, fullName, successors }) => {
      if (!coversFormer(scope, district)) return []
      const ofDistrict = districts === null ? 0 : districts.get(district)
      if (ofDistrict === undefined) return []
      const distance = distanceOf(naming, name, [kind], NEAR) + ofDistrict
      return successors.map((commune) => ({ commune, formerName: fullName, distance, isMixed: false }))
    },
  )
}

function presentMatches(
  book: AddressBook,
  naming: Naming,
  districts: ReadonlyMap<District, number> | null,
  scope: ProvinceScope | null,
): Match[] {
  return (book.communes.get(looseKey(naming.name)) ?? []).flatMap((commune) => {
    if (scope !== null && !liesIn(commune, scope)) return []
    const ofDistricts = [...commune.formerDistricts].flatMap((district) => districts?.get(district) ?? [])
    if (districts !== null && ofDistricts.length === 0) return []
    // "Huyện Lý Sơn" is today's special zone by that name.
    const isMixed = naming.kind === 'district'
    const distance =
      distanceOf(naming, commune.name, commune.kinds, NEAR) + (ofDistricts.length === 0 ? 0 : Math.min(...ofDistricts))
    return [{ commune, formerName: '', distance, isMixed }]
  })
}

function liesIn(commune: Commune, scope: ProvinceScope): boolean {
  if (scope.isPresent) return commune.place.provinceCode === scope.province.code
  return commune.formerProvinces.has(scope.name)
}

function distanceOf(naming: Naming, name: string, kinds: readonly UnitKind[], near: number): number {
  const ofKind = naming.kind === null || kinds.includes(naming.kind) ? 0 : OTHER_KIND
  switch (likenessOf(naming.name, name)) {
    case 'same':
      return ofKind
    case 'unmarked':
      return ofKind + (naming.isPlainText ? 0 : 1)
    case 'near':
      return ofKind + near
  }
}

// ---- the answer ------------------------------------------------------------------------------------------------------

function answer(
  findings: readonly Finding[],
  ignored: string | null,
  told: (reason: string) => Told,
): AddressResolution {
  const matches = findings.flatMap((finding) => (finding.kind === 'communes' ? finding.matches : []))
  const districts = [...new Set(findings.flatMap((finding) => (finding.kind === 'districts' ? finding.districts : [])))]
  const [district] = districts
  const missing = ignored === null ? '' : `Không tìm thấy "${ignored}" ở đó. `
  if (matches.length === 0 && district === undefined) {
    const province = findings.find((finding) => finding.kind === 'province')
    return province === undefined ? { kind: 'unknown', ...told('') } : provinceOnly(province, missing, told)
  }
  if (matches.length === 0 && district !== undefined && districts.length === 1)
    return districtOnly(district, missing, told)

  const choices = choicesOf([
    ...matches,
    ...districts.flatMap((one) => [...one.successors].map((commune) => ({ commune, formerName: one.fullName }))),
  ])
  const cautions = findings.flatMap((finding) => (finding.kind === 'communes' ? [finding.caution] : []))
  const caution = ignored === null ? (cautions.find((one) => one !== null) ?? null) : `${missing}Cần chọn lại.`
  const [only] = choices
  if (only === undefined || choices.length > 1 || caution !== null)
    return { kind: 'choices', choices, ...told(caution ?? whySeveral(choices, districts)) }
  const { formerName, ...place } = only
  if (formerName !== '')
    return { kind: 'converted', place, ...told(`${formerName} nay thuộc ${insideSentence(place.communeName)}.`) }
  return matches.every((match) => match.isMixed)
    ? {
        kind: 'converted',
        place,
        ...told(`Nay là ${insideSentence(place.communeName)}, ${insideSentence(place.provinceName)}.`),
      }
    : { kind: 'exact', place, ...told('Đã theo đơn vị hành chính hai cấp.') }
}

function provinceOnly(
  { province, isPresent }: Extract<Finding, { kind: 'province' }>,
  missing: string,
  told: (reason: string) => Told,
): AddressResolution {
  const reason = isPresent
    ? 'Chỉ ghi đến cấp tỉnh.'
    : `Chỉ ghi tỉnh cũ, nay thuộc ${insideSentence(province.fullName)}.`
  return {
    kind: 'province-only',
    provinceCode: province.code,
    provinceName: province.fullName,
    ...told(missing + reason),
  }
}

function districtOnly(district: District, missing: string, told: (reason: string) => Told): AddressResolution {
  const candidates = choicesOf([...district.successors].map((commune) => ({ commune, formerName: '' })))
  return {
    kind: 'district-only',
    provinceCode: district.provinceCode,
    provinceName: candidates[0]?.provinceName ?? '',
    districtName: district.fullName,
    candidates: candidates.map(({ formerName: _, ...place }) => place),
    ...told(`${missing}Chỉ ghi đến ${insideSentence(district.fullName)}; cấp huyện không còn, cần chọn xã, phường.`),
  }
}

/** One choice a commune; its present name, where that was written, says more than a former one. */
function choicesOf(matches: readonly Pick<Match, 'commune' | 'formerName'>[]): PlaceChoice[] {
  const choices = new Map<string, PlaceChoice>()
  for (const { commune, formerName } of matches) {
    const code = commune.place.communeCode
    if (!choices.has(code) || formerName === '') choices.set(code, { ...commune.place, formerName })
  }
  return [...choices.values()].sort(
    (a, b) => compareVietnamese(a.provinceName, b.provinceName) || compareVietnamese(a.communeName, b.communeName),
  )
}

function whySeveral(choices: readonly PlaceChoice[], districts: readonly District[]): string {
  const formerNames = new Set(choices.map((choice) => choice.formerName))
  const [name] = formerNames
  if (districts.length > 0) return 'Tên này là của nhiều đơn vị; cần chọn xã, phường.'
  if (formerNames.has('')) return 'Tên này là của nhiều xã, phường hiện nay hoặc trước đây; cần chọn.'
  if (formerNames.size === 1 && name !== undefined)
    return `${name} nay chia vào ${choices.length} xã, phường; cần chọn.`
  return `Có ${formerNames.size} xã, phường cũ cùng tên; cần chọn.`
}

function whyUnknown(segments: readonly Segment[]): string {
  const named = segments.find(saysItsLevel)
  return named === undefined
    ? 'Không nhận ra xã, huyện hay tỉnh nào.'
    : `Không tìm thấy "${named.text}" trong danh mục đơn vị hành chính.`
}
