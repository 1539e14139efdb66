// The tables of reports, packages and consolidation, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

/** A figure of a report that the office typed: money in đồng, else a quantity in thousandths. */
export interface ReportAdditionTable {
  id: Generated<number>
  report: string
  year: number
  indicator: string
  national_amount: number | null
  local_amount: number | null
  national_quantity: number | null
  local_quantity: number | null
  source: string
  row_version: Generated<number>
}

export interface SentPackageTable {
  id: Generated<number>
  year: number
  number: number
  recipient: string
  sent_on: string
  note: string
  projects: number
  checksum: string
  file_sha256: string
  file_name: string
  data: string
  bytes: Buffer
  replaces_id: number | null
  recalled_on: string | null
  recalled_reason: string
  row_version: Generated<number>
}

export interface ConsolidationTable {
  id: Generated<number>
  name: string
  note: string
  year: number | null
  saved_on: string
  settings: string
  result: string
  row_version: Generated<number>
}

export interface ConsolidationSourceTable {
  id: Generated<number>
  consolidation_id: number
  file_key: string
  file_name: string
  reading: string
}

export interface ReportsSchema {
  sent_package: SentPackageTable
  consolidation: ConsolidationTable
  consolidation_source: ConsolidationSourceTable
  report_addition: ReportAdditionTable
}
