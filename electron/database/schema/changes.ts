// The tables of adjustments, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

/** One letter asking for changes; final once decided, but for the cancelling of its decision. */
export interface ChangeRequestTable {
  id: Generated<number>
  year: number
  letter_number: string
  letter_date: string | null
  asked_by: string
  reason: string
  note: string
  state: Generated<string>
  submitted_on: string | null
  withdrawn_on: string | null
  withdrawn_reason: string
  split_from_id: number | null
  row_version: Generated<number>
}

/** One đề án of a request: what is asked of it, drafted from which version, and what was decided. */
export interface ChangeItemTable {
  id: Generated<number>
  request_id: number
  rank: number
  kind: string
  project_id: number
  base_version_id: number
  /** The whole content as asked, and as approved where that is something else than refused: JSON of a ProjectContent. */
  asked: string | null
  reason: string
  advanced: number | null
  recovery: number | null
  outcome: string | null
  outcome_note: Generated<string>
  approved: string | null
  made_version_id: number | null
  restored_version_id: number | null
}

/** Why one field is asked to change, by its path in the comparison. */
export interface ChangeReasonTable {
  id: Generated<number>
  item_id: number
  path: string
  reason: string
}

/** A field that a partly approving decision refused. */
export interface ChangeRefusalTable {
  id: Generated<number>
  item_id: number
  path: string
}

export interface ChangeDecisionTable {
  id: Generated<number>
  request_id: number
  number: string
  date: string
  signer: string
  authority: string
  warnings: string
  over_reason: string
  cancelled_number: Generated<string>
  cancelled_on: string | null
  cancelled_reason: Generated<string>
}

export interface ChangesSchema {
  change_request: ChangeRequestTable
  change_item: ChangeItemTable
  change_reason: ChangeReasonTable
  change_refusal: ChangeRefusalTable
  change_decision: ChangeDecisionTable
}
