// The tables of establishments and their needs, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

export interface EstablishmentTable {
  id: Generated<number>
  code: string
  name: string
  name_sort: string
  name_key: string
  short_name: string
  legal_form: string
  tax_code: string
  tax_key: string
  registration_number: string
  registration_key: string
  registration_date: string | null
  registration_place: string
  head_office_address: string
  province_code: string | null
  commune_code: string | null
  production_address: string
  production_province_code: string | null
  production_commune_code: string | null
  old_address_text: string
  in_craft_village: Flag
  craft_village_name: string
  craft_village_decision: string
  in_industrial_cluster: Flag
  industrial_cluster_name: string
  area_flags: string
  representative_name: string
  representative_title: string
  representative_gender: string
  representative_ethnicity: string
  representative_id_number: string
  phone: string
  email: string
  women_owned: Flag
  employs_ethnic_minority: Flag
  bank_account: string
  bank_name: string
  bank_branch: string
  industry_code: string
  industry: string
  industry_sort: string
  main_products: string
  capacity: string
  status: string
  note: string
  row_version: Generated<number>
}

export interface EstablishmentYearTable {
  id: Generated<number>
  establishment_id: number
  year: number
  employees: number | null
  revenue: number | null
  tax_paid: number | null
  export_value: number | null
  capital: number | null
  average_income: number | null
}

export interface EstablishmentCertificateTable {
  id: Generated<number>
  establishment_id: number
  rank: number
  kind: string
  name: string
  level: string
  number: string
  date: string | null
  expiry_date: string | null
}

/** Nhu cầu khảo sát, đăng ký. `words_fold` holds what the list is searched by, a space before each word. */
export interface NeedTable {
  id: Generated<number>
  year: number
  establishment_id: number | null
  asker: string
  content_group: string
  sub_content: string | null
  activity: string
  total_investment: number | null
  wished_support: number | null
  received_on: string
  note: string
  outcome: string
  decline_reason: string
  project_id: number | null
  words_fold: string
  row_version: Generated<number>
}

export interface EstablishmentsSchema {
  establishment: EstablishmentTable
  establishment_year: EstablishmentYearTable
  establishment_certificate: EstablishmentCertificateTable
  need: NeedTable
}
