// The tables of programmes over several years as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

/** Chương trình khuyến công giai đoạn. */
export interface ProgrammePeriodTable {
  id: Generated<number>
  name: string
  from_year: number
  to_year: number
  decision_number: string
  decision_date: string | null
  note: string
  row_version: Generated<number>
}

export interface ProgrammeTargetTable {
  id: Generated<number>
  programme_period_id: number
  rank: number
  measure: string
  name: string
  unit: string
  least: number
  most: number | null
  typed: number | null
  note: string
}

/** Số liệu các năm trước, as published. */
export interface YearTotalTable {
  id: Generated<number>
  from_year: number
  to_year: number
  scope: string
  projects: number | null
  national: number
  local: number
  counterpart: number
  other: number
  published: number | null
  rounded_to: number
  source: string
  note: string
  row_version: Generated<number>
}

export interface PeriodsSchema {
  programme_period: ProgrammePeriodTable
  programme_target: ProgrammeTargetTable
  year_total: YearTotalTable
}
