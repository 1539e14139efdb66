// What can be asked of cơ sở CNNT: lists, one record, possible duplicates, history of support.
import { type ReferenceExpression, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type {
  DuplicateMatch,
  EstablishmentDetails,
  EstablishmentRow,
  establishmentSorts,
} from '../../shared/contract/establishments'
import { meantShares } from '../../shared/domain/beneficiarySplit'
import type { AreaFlag, EstablishmentStatus, LegalForm } from '../../shared/domain/establishments'
import { type DuplicateKeys, duplicateKeys } from '../../shared/domain/identity'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import { splitByShares } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import type { Schema } from '../database/schema'
import type {
  EstablishmentCertificateTable,
  EstablishmentTable,
  EstablishmentYearTable,
} from '../database/schema/establishments'
import { matchExpression, matchesSearch } from '../database/searchIndex'
import type { AdminUnits } from '../office/adminUnits'
import { communeName } from '../office/places'

export interface EstablishmentQuery {
  readonly text: string
  readonly legalForm: LegalForm | null
  readonly communeCode: string | null
  readonly status: EstablishmentStatus | null
  readonly sort: (typeof establishmentSorts)[number]
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** Where it works: the place of production, or the head office where no other place is given. */
const workCommune = sql<string | null>`coalesce(establishment.production_commune_code, establishment.commune_code)`

type Listed = SelectQueryBuilder<Schema, 'establishment', unknown>

function filtered<O>(
  query: SelectQueryBuilder<Schema, 'establishment', O>,
  input: Pick<EstablishmentQuery, 'text' | 'legalForm' | 'communeCode' | 'status'>,
): SelectQueryBuilder<Schema, 'establishment', O> {
  let narrowed = query
  const match = matchExpression(input.text)
  if (match !== null)
    narrowed = narrowed.where(matchesSearch(sql.ref<number>('establishment.id'), 'establishment', match))
  else if (input.text !== '') narrowed = narrowed.where(sql<boolean>`0`)
  if (input.legalForm !== null) narrowed = narrowed.where('legal_form', '=', input.legalForm)
  if (input.communeCode !== null) narrowed = narrowed.where(workCommune, '=', input.communeCode)
  if (input.status !== null) narrowed = narrowed.where('status', '=', input.status)
  return narrowed
}

const sortColumns: Record<EstablishmentQuery['sort'], ReferenceExpression<Schema, 'establishment'>> = {
  name: 'establishment.name_sort',
  code: 'establishment.code',
  commune: workCommune,
  industry: 'establishment.industry_sort',
  updated: 'establishment.id',
}

/** The newest yearly figure of a record, for lists. */
const newestYear = (column: 'employees' | 'revenue') =>
  sql<number | null>`(SELECT y.${sql.ref(column)} FROM establishment_year y
    WHERE y.establishment_id = establishment.id ORDER BY y.year DESC LIMIT 1)`

const supportedProjects = sql<number>`(SELECT count(DISTINCT p.id) FROM project_beneficiary b
  JOIN project p ON p.current_version_id = b.version_id WHERE b.establishment_id = establishment.id)`

export async function listEstablishments(
  reader: Reader,
  units: AdminUnits,
  input: EstablishmentQuery,
): Promise<{ total: number; matching: number; rows: EstablishmentRow[] }> {
  const count = (query: Listed) => query.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const total = await count(reader.db.selectFrom('establishment'))
  const matching = await count(filtered(reader.db.selectFrom('establishment'), input))
  const direction = input.descending ? 'desc' : 'asc'
  const rows = await filtered(reader.db.selectFrom('establishment'), input)
    .select([
      'id',
      'code',
      'name',
      'legal_form',
      'tax_code',
      'province_code',
      'commune_code',
      'production_province_code',
      'production_commune_code',
      'production_address',
      'head_office_address',
      'representative_name',
      'phone',
      'industry',
      'status',
    ])
    .select([newestYear('employees').as('employees'), newestYear('revenue').as('revenue')])
    .select(supportedProjects.as('supportedProjects'))
    .orderBy(sortColumns[input.sort], direction)
    .orderBy('establishment.id', direction)
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  return {
    total: total.count,
    matching: matching.count,
    rows: rows.map((row) => {
      const communeCode = row.production_commune_code ?? row.commune_code
      return {
        id: row.id,
        code: row.code,
        name: row.name,
        legalForm: row.legal_form as LegalForm,
        taxCode: row.tax_code,
        provinceCode: row.production_province_code ?? row.province_code,
        communeCode,
        communeName: communeName(units, communeCode),
        address: row.production_address === '' ? row.head_office_address : row.production_address,
        representativeName: row.representative_name,
        phone: row.phone,
        industry: row.industry,
        status: row.status as EstablishmentStatus,
        employees: row.employees,
        revenue: row.revenue,
        supportedProjects: row.supportedProjects,
      }
    }),
  }
}

function areaFlagsFrom(json: string): AreaFlag[] {
  return JSON.parse(json) as AreaFlag[]
}

export async function readEstablishment(
  reader: Reader,
  id: number,
): Promise<{ rowVersion: number; establishment: EstablishmentDetails }> {
  const row = await reader.db.selectFrom('establishment').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'cơ sở')
  const years = await reader.db
    .selectFrom('establishment_year')
    .selectAll()
    .where('establishment_id', '=', id)
    .orderBy('year')
    .execute()
  const certificates = await reader.db
    .selectFrom('establishment_certificate')
    .selectAll()
    .where('establishment_id', '=', id)
    .orderBy('rank')
    .execute()
  return {
    rowVersion: row.row_version,
    establishment: {
      ...detailsFromRow(row),
      years: years.map(yearFromRow),
      certificates: certificates.map(certificateFromRow),
    },
  }
}

export interface EstablishmentKeys extends DuplicateKeys {
  readonly id: number
  readonly rowVersion: number
  readonly code: string
  readonly establishmentName: string
  readonly communeCode: string | null
}

/** What tells all records apart, in one narrow query: an import compares thousands of rows with it. */
export async function readEstablishmentKeys(reader: Reader): Promise<EstablishmentKeys[]> {
  const rows = await reader.db
    .selectFrom('establishment')
    .select(['id', 'row_version', 'code', 'name', 'name_key', 'tax_key', 'registration_key'])
    .select(({ fn }) => fn.coalesce('production_commune_code', 'commune_code').as('commune'))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    establishmentName: row.name,
    communeCode: row.commune,
    taxCode: row.tax_key,
    registrationNumber: row.registration_key,
    name: row.name_key,
  }))
}

function yearFromRow(one: Selectable<EstablishmentYearTable>): EstablishmentDetails['years'][number] {
  return {
    year: one.year,
    employees: one.employees,
    revenue: one.revenue,
    taxPaid: one.tax_paid,
    exportValue: one.export_value,
    capital: one.capital,
    averageIncome: one.average_income,
  }
}

function certificateFromRow(
  one: Selectable<EstablishmentCertificateTable>,
): EstablishmentDetails['certificates'][number] {
  return {
    kind: one.kind as EstablishmentDetails['certificates'][number]['kind'],
    name: one.name,
    level: one.level,
    number: one.number,
    date: one.date,
    expiryDate: one.expiry_date,
  }
}

function detailsFromRow(row: Selectable<EstablishmentTable>): Omit<EstablishmentDetails, 'years' | 'certificates'> {
  return {
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    legalForm: row.legal_form as LegalForm,
    taxCode: row.tax_code,
    registrationNumber: row.registration_number,
    registrationDate: row.registration_date,
    registrationPlace: row.registration_place,
    headOfficeAddress: row.head_office_address,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    productionAddress: row.production_address,
    productionProvinceCode: row.production_province_code,
    productionCommuneCode: row.production_commune_code,
    oldAddressText: row.old_address_text,
    inCraftVillage: row.in_craft_village === 1,
    craftVillageName: row.craft_village_name,
    craftVillageDecision: row.craft_village_decision,
    inIndustrialCluster: row.in_industrial_cluster === 1,
    industrialClusterName: row.industrial_cluster_name,
    areaFlags: areaFlagsFrom(row.area_flags),
    representativeName: row.representative_name,
    representativeTitle: row.representative_title,
    representativeGender: row.representative_gender as EstablishmentDetails['representativeGender'],
    representativeEthnicity: row.representative_ethnicity,
    representativeIdNumber: row.representative_id_number,
    phone: row.phone,
    email: row.email,
    womenOwned: row.women_owned === 1,
    employsEthnicMinority: row.employs_ethnic_minority === 1,
    bankAccount: row.bank_account,
    bankName: row.bank_name,
    bankBranch: row.bank_branch,
    industryCode: row.industry_code,
    industry: row.industry,
    mainProducts: row.main_products,
    capacity: row.capacity,
    status: row.status as EstablishmentStatus,
    note: row.note,
  }
}

export interface SupportReceived {
  readonly projectId: number
  readonly projectCode: string
  readonly projectName: string
  readonly year: number
  readonly subContent: string | null
  /** đồng; this establishment's part where the shares are known, else the whole support. */
  readonly support: number
  readonly status: ProjectStatus
}

export async function readSupportHistory(reader: Reader, establishmentId: number): Promise<SupportReceived[]> {
  const rows = await reader.db
    .selectFrom('project_beneficiary as own')
    .innerJoin('project', 'project.current_version_id', 'own.version_id')
    .innerJoin('project_version as version', 'version.id', 'own.version_id')
    .where('own.establishment_id', '=', establishmentId)
    .select([
      'own.id as ownId',
      'project.id as projectId',
      'project.code',
      'project.plan_year',
      'project.status',
      'version.id as versionId',
    ])
    .select(['version.name', 'version.sub_content'])
    .orderBy('project.plan_year', 'desc')
    .orderBy('project.code')
    .execute()
  const history: SupportReceived[] = []
  for (const row of rows) {
    const beneficiaries = await reader.db
      .selectFrom('project_beneficiary')
      .select(['id', 'share_basis_points'])
      .where('version_id', '=', row.versionId)
      .orderBy('rank')
      .execute()
    const sums = await reader.db
      .selectFrom('budget_line')
      .where('version_id', '=', row.versionId)
      .select(({ fn }) => [
        fn.sum<number | null>('national').as('national'),
        fn.sum<number | null>('local').as('local'),
      ])
      .executeTakeFirstOrThrow()
    const amounts: AmountsBySource = { national: sums.national ?? 0, local: sums.local ?? 0, counterpart: 0, other: 0 }
    const support = supportOf(amounts)
    const shared = beneficiaries.every((one) => one.share_basis_points !== null)
    const position = beneficiaries.findIndex((one) => one.id === row.ownId)
    const parts = splitByShares(support, meantShares(beneficiaries.map((one) => one.share_basis_points ?? 0)))
    history.push({
      projectId: row.projectId,
      projectCode: row.code,
      projectName: row.name,
      year: row.plan_year,
      subContent: row.sub_content,
      support: shared ? (parts[position] ?? 0) : support,
      status: row.status as ProjectStatus,
    })
  }
  return history
}

export interface IdentityInput {
  readonly taxCode: string
  readonly registrationNumber: string
  readonly name: string
  readonly communeCode: string | null
  readonly exceptId: number | null
}

/** Same tax code, same registration number, or same name (marks and legal form aside) in the same commune. */
export async function findDuplicates(
  reader: Reader,
  units: AdminUnits,
  input: IdentityInput,
): Promise<DuplicateMatch[]> {
  const keys = duplicateKeys(input)
  const rows = await reader.db
    .selectFrom('establishment')
    .select(['id', 'code', 'name', 'tax_code', 'tax_key', 'registration_key', 'name_key'])
    .select(({ fn }) => fn.coalesce('production_commune_code', 'commune_code').as('commune'))
    .where(({ eb, or }) =>
      or([
        ...(keys.taxCode === '' ? [] : [eb('tax_key', '=', keys.taxCode)]),
        ...(keys.registrationNumber === '' ? [] : [eb('registration_key', '=', keys.registrationNumber)]),
        eb('name_key', '=', keys.name),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    if (row.id === input.exceptId) return []
    const reasons: DuplicateMatch['reasons'] = []
    if (keys.taxCode !== '' && row.tax_key === keys.taxCode) reasons.push('taxCode')
    if (keys.registrationNumber !== '' && row.registration_key === keys.registrationNumber)
      reasons.push('registrationNumber')
    if (row.name_key === keys.name && row.commune === input.communeCode) reasons.push('nameAndCommune')
    if (reasons.length === 0) return []
    return [
      {
        id: row.id,
        code: row.code,
        name: row.name,
        communeName: communeName(units, row.commune),
        taxCode: row.tax_code,
        reasons,
      },
    ]
  })
}
