// What can be done to cơ sở CNNT: save, remove.
import { Refusal } from '../../shared/contract/errors'
import type { EstablishmentDetails } from '../../shared/contract/establishments'
import { duplicateKeys } from '../../shared/domain/identity'
import { legalFormLabels } from '../../shared/labels'
import { vietnameseSortKey } from '../../shared/vietnamese/sortKey'
import type { Writer } from '../database/access'
import { removeSearchEntry, writeSearchEntry } from '../database/searchIndex'
import type { AdminUnits } from '../office/adminUnits'
import { communeName } from '../office/places'
import { findDuplicates } from './reader'

export interface EstablishmentSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly establishment: EstablishmentDetails
  readonly acceptDuplicates: boolean
}

export interface EstablishmentSaved {
  readonly id: number
  readonly rowVersion: number
  readonly code: string
}

const codePrefix = 'CS-'

/** The office's own code stands as typed; otherwise the next free CS-0001. */
async function nextCode(writer: Writer): Promise<string> {
  const newest = await writer.db
    .selectFrom('establishment')
    .select('code')
    .where('code', 'like', `${codePrefix}%`)
    .orderBy(({ fn }) => fn('length', ['code']), 'desc')
    .orderBy('code', 'desc')
    .executeTakeFirst()
  const number = Number(newest?.code.slice(codePrefix.length) ?? 0)
  return codePrefix + String((Number.isInteger(number) ? number : 0) + 1).padStart(4, '0')
}

function refuseContradictions(details: EstablishmentDetails): void {
  const years = details.years.map((one) => one.year)
  const repeated = years.findIndex((year, index) => years.indexOf(year) !== index)
  if (repeated >= 0)
    throw new Refusal('input.invalid', '', [
      { path: `establishment.years.${repeated}.year`, message: `Năm ${years[repeated]} đã có ở dòng trên.` },
    ])
  details.certificates.forEach((certificate, index) => {
    if (certificate.date !== null && certificate.expiryDate !== null && certificate.expiryDate < certificate.date)
      throw new Refusal('input.invalid', '', [
        {
          path: `establishment.certificates.${index}.expiryDate`,
          message: 'Ngày hết hạn sớm hơn ngày cấp.',
        },
      ])
  })
}

function columnsOf(details: EstablishmentDetails, code: string) {
  const keys = duplicateKeys({
    taxCode: details.taxCode,
    registrationNumber: details.registrationNumber,
    name: details.name,
  })
  const flag = (value: boolean) => (value ? (1 as const) : (0 as const))
  return {
    code,
    name: details.name,
    name_sort: vietnameseSortKey(details.name),
    name_key: keys.name,
    short_name: details.shortName,
    legal_form: details.legalForm,
    tax_code: details.taxCode,
    tax_key: keys.taxCode,
    registration_number: details.registrationNumber,
    registration_key: keys.registrationNumber,
    registration_date: details.registrationDate,
    registration_place: details.registrationPlace,
    head_office_address: details.headOfficeAddress,
    province_code: details.provinceCode,
    commune_code: details.communeCode,
    production_address: details.productionAddress,
    production_province_code: details.productionProvinceCode,
    production_commune_code: details.productionCommuneCode,
    old_address_text: details.oldAddressText,
    in_craft_village: flag(details.inCraftVillage),
    craft_village_name: details.craftVillageName,
    craft_village_decision: details.craftVillageDecision,
    in_industrial_cluster: flag(details.inIndustrialCluster),
    industrial_cluster_name: details.industrialClusterName,
    area_flags: JSON.stringify(details.areaFlags),
    representative_name: details.representativeName,
    representative_title: details.representativeTitle,
    representative_gender: details.representativeGender,
    representative_ethnicity: details.representativeEthnicity,
    representative_id_number: details.representativeIdNumber,
    phone: details.phone,
    email: details.email,
    women_owned: flag(details.womenOwned),
    employs_ethnic_minority: flag(details.employsEthnicMinority),
    bank_account: details.bankAccount,
    bank_name: details.bankName,
    bank_branch: details.bankBranch,
    industry_code: details.industryCode,
    industry: details.industry,
    industry_sort: vietnameseSortKey(details.industry),
    main_products: details.mainProducts,
    capacity: details.capacity,
    status: details.status,
    note: details.note,
  }
}

export async function writeEstablishmentSearch(
  writer: Writer,
  units: AdminUnits,
  { id, code }: { readonly id: number; readonly code: string },
  details: EstablishmentDetails,
): Promise<void> {
  await writeSearchEntry(writer, {
    kind: 'establishment',
    refId: id,
    title: details.name,
    detail: searchDetail(details, code, units),
  })
}

function searchDetail(details: EstablishmentDetails, code: string, units: AdminUnits): string {
  const commune = communeName(units, details.productionCommuneCode ?? details.communeCode)
  const parts = [
    code,
    legalFormLabels[details.legalForm],
    details.taxCode,
    details.registrationNumber,
    details.shortName,
    commune,
    details.productionAddress === '' ? details.headOfficeAddress : details.productionAddress,
    details.industry,
    details.mainProducts,
    details.representativeName,
    details.phone.replace(/\D/g, ''),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/**
 * @throws Refusal record.conflict, record.missing, record.duplicate (unless accepted), input.invalid
 */
export async function saveEstablishment(
  writer: Writer,
  units: AdminUnits,
  input: EstablishmentSave,
): Promise<EstablishmentSaved> {
  const details = input.establishment
  refuseContradictions(details)
  if (!input.acceptDuplicates && input.id === null) await refuseDuplicates(writer, units, details)
  const saved = input.id === null ? await insert(writer, details) : await update(writer, input.id, input, details)
  await saveYears(writer, saved.id, details)
  await saveCertificates(writer, saved.id, details)
  await writeEstablishmentSearch(writer, units, saved, details)
  return saved
}

async function refuseDuplicates(writer: Writer, units: AdminUnits, details: EstablishmentDetails): Promise<void> {
  const matches = await findDuplicates(writer, units, {
    taxCode: details.taxCode,
    registrationNumber: details.registrationNumber,
    name: details.name,
    communeCode: details.productionCommuneCode ?? details.communeCode,
    exceptId: null,
  })
  const first = matches[0]
  if (first !== undefined)
    throw new Refusal('record.duplicate', `cơ sở “${first.name}” (${first.code}) có thể là cùng một cơ sở`, [
      { path: 'establishment.name', message: `Có thể trùng với ${first.name} (${first.code}).` },
    ])
}

async function refuseTakenCode(writer: Writer, code: string, exceptId: number | null): Promise<void> {
  const taken = await writer.db
    .selectFrom('establishment')
    .select(['id', 'name'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== exceptId)
    throw new Refusal('record.duplicate', `mã cơ sở ${code}, đang dùng cho ${taken.name}`, [
      { path: 'establishment.code', message: `Mã này đang dùng cho ${taken.name}.` },
    ])
}

async function insert(writer: Writer, details: EstablishmentDetails): Promise<EstablishmentSaved> {
  const code = details.code === '' ? await nextCode(writer) : details.code
  await refuseTakenCode(writer, code, null)
  const { id } = await writer.db
    .insertInto('establishment')
    .values({ ...columnsOf(details, code), row_version: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, rowVersion: 1, code }
}

async function update(
  writer: Writer,
  id: number,
  input: EstablishmentSave,
  details: EstablishmentDetails,
): Promise<EstablishmentSaved> {
  const existing = await writer.db
    .selectFrom('establishment')
    .select(['row_version', 'code'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (existing === undefined) throw new Refusal('record.missing', 'cơ sở')
  if (existing.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  const code = details.code === '' ? existing.code : details.code
  await refuseTakenCode(writer, code, id)
  const rowVersion = existing.row_version + 1
  await writer.db
    .updateTable('establishment')
    .set({ ...columnsOf(details, code), row_version: rowVersion })
    .where('id', '=', id)
    .execute()
  return { id, rowVersion, code }
}

async function saveYears(writer: Writer, id: number, details: EstablishmentDetails): Promise<void> {
  const years = details.years.map((one) => one.year)
  const stale = writer.db.deleteFrom('establishment_year').where('establishment_id', '=', id)
  await (years.length === 0 ? stale : stale.where('year', 'not in', years)).execute()
  for (const one of details.years) {
    const figures = {
      employees: one.employees,
      revenue: one.revenue,
      tax_paid: one.taxPaid,
      export_value: one.exportValue,
      capital: one.capital,
      average_income: one.averageIncome,
    }
    await writer.db
      .insertInto('establishment_year')
      .values({ establishment_id: id, year: one.year, ...figures })
      .onConflict((conflict) => conflict.columns(['establishment_id', 'year']).doUpdateSet(figures))
      .execute()
  }
}

async function saveCertificates(writer: Writer, id: number, details: EstablishmentDetails): Promise<void> {
  await writer.db.deleteFrom('establishment_certificate').where('establishment_id', '=', id).execute()
  if (details.certificates.length === 0) return
  await writer.db
    .insertInto('establishment_certificate')
    .values(
      details.certificates.map((one, rank) => ({
        establishment_id: id,
        rank,
        kind: one.kind,
        name: one.name,
        level: one.level,
        number: one.number,
        date: one.date,
        expiry_date: one.expiryDate,
      })),
    )
    .execute()
}

/** @throws Refusal record.in-use when a đề án or a need names this establishment */
export async function removeEstablishment(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const existing = await writer.db
    .selectFrom('establishment')
    .select('row_version')
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (existing === undefined) throw new Refusal('record.missing', 'cơ sở')
  if (existing.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  const user = await writer.db
    .selectFrom('project_beneficiary as beneficiary')
    .innerJoin('project_version as version', 'version.id', 'beneficiary.version_id')
    .innerJoin('project', 'project.id', 'version.project_id')
    .where('beneficiary.establishment_id', '=', input.id)
    .select('project.code')
    .executeTakeFirst()
  if (user !== undefined) throw new Refusal('record.in-use', `cơ sở này là đơn vị thụ hưởng của đề án ${user.code}`)
  const need = await writer.db
    .selectFrom('need')
    .select('year')
    .where('establishment_id', '=', input.id)
    .executeTakeFirst()
  if (need !== undefined)
    throw new Refusal('record.in-use', `cơ sở này có nhu cầu hỗ trợ năm ${need.year}; hãy xóa nhu cầu đó trước`)
  const contract = await writer.db
    .selectFrom('contract_party')
    .innerJoin('contract', 'contract.id', 'contract_party.contract_id')
    .where('contract_party.establishment_id', '=', input.id)
    .select('contract.year')
    .executeTakeFirst()
  if (contract !== undefined)
    throw new Refusal('record.in-use', `cơ sở này là một bên của hợp đồng năm ${contract.year}`)
  await refuseOtherUses(writer, input.id)
  await writer.db.deleteFrom('establishment').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'establishment', input.id)
}

/** Products voted for and activities name the cơ sở: letting go of it there is a person's decision. */
async function refuseOtherUses({ db }: Writer, id: number): Promise<void> {
  const product = await db
    .selectFrom('vote_product')
    .select('name')
    .where('establishment_id', '=', id)
    .executeTakeFirst()
  if (product !== undefined)
    throw new Refusal('record.in-use', `cơ sở này có sản phẩm “${product.name}” trong một kỳ bình chọn`)
  const activity = await db
    .selectFrom('activity_attendant as attendant')
    .innerJoin('activity', 'activity.id', 'attendant.activity_id')
    .select('activity.name')
    .where('attendant.establishment_id', '=', id)
    .executeTakeFirst()
  if (activity !== undefined) throw new Refusal('record.in-use', `cơ sở này có tên trong hoạt động “${activity.name}”`)
}
