// The tables of the office, its signers and symbols, the norms and deadlines it works by, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

export interface OfficeTable {
  id: 1
  centre_name: string
  centre_short_name: string
  department_name: string
  province_code: string
  commune_code: string | null
  address: string
  phone: string
  email: string
  tax_code: string
  bank_account: string
  bank_name: string
  budget_relation_code: string
  treasury_name: string
  place_name: string
  row_version: Generated<number>
}

export interface SignerTable {
  id: Generated<number>
  name: string
  position: string
  authority: string
  on_behalf_of: string
  is_default: Flag
  rank: number
}

export interface DocumentSymbolTable {
  id: Generated<number>
  form: string
  symbol: string
}

export interface DeadlineRuleTable {
  id: Generated<number>
  programme: string
  step: string
  kind: string
  month: number | null
  day: number | null
  before: Flag
  event: string
  days: number | null
  reminder_days: number
  opens: string
  legal_basis: string
  effective_from: string | null
  effective_to: string | null
  note: string
  row_version: Generated<number>
}

export interface DeadlineOffTable {
  id: Generated<number>
  rule_key: string
}

export interface DeadlineEventTable {
  id: Generated<number>
  rule_key: string
  date: string
  what: string
}

export interface DeadlineDoneTable {
  id: Generated<number>
  occurrence_key: string
  done_on: string
  note: string
}

/** Support norms of the province, as the office entered them from a resolution. */
export interface NormSetTable {
  id: Generated<number>
  name: string
  resolution_number: string
  resolution_date: string | null
  territory: string | null
  effective_from: string
  effective_to: string | null
  priority_multiplier_thousandths: number | null
  row_version: Generated<number>
}

export interface NormRowTable {
  id: Generated<number>
  norm_set_id: number
  rank: number
  code: string
  sub_content: string
  name: string
  max_percent_basis_points: number | null
  base_from: string
  base: string
  max_amount: number | null
  unit: string
  legal_basis: string
  note: string
}

export interface OfficeSchema {
  office: OfficeTable
  signer: SignerTable
  document_symbol: DocumentSymbolTable
  deadline_rule: DeadlineRuleTable
  deadline_off: DeadlineOffTable
  deadline_event: DeadlineEventTable
  deadline_done: DeadlineDoneTable
  norm_set: NormSetTable
  norm_row: NormRowTable
}
