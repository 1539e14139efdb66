// The tables of the yearly plan and what is assigned, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

export interface PlanTable {
  id: Generated<number>
  year: number
  programme: string
  attached_to: string
  decision_number: string
  decision_date: string | null
  note: string
  row_version: Generated<number>
  state: Generated<string>
  registered_on: string | null
  locked_on: string | null
}

export interface PlanItemTable {
  id: Generated<number>
  plan_id: number
  project_id: number
  rank: number
  priority: number | null
  note: string
  supplement_round: Generated<number>
  registered_version_id: number | null
  approved_version_id: number | null
  /** The supplement that brought the line into an approved plan. */
  change_item_id: Generated<number | null>
}

export interface AllocationTable {
  id: Generated<number>
  plan_id: number
  batch_number: number
  document_kind: string
  number: string
  issued_on: string | null
  issuer: string
  total_amount: number
  note: string
  row_version: Generated<number>
  /** The decision on a change request that brought the money into an approved plan. */
  change_decision_id: Generated<number | null>
  /** 1: of the day the plan was approved; it stays as it is. */
  approved: Generated<number>
}

export interface AssignmentTable {
  id: Generated<number>
  plan_item_id: number
  allocation_id: number | null
  national: number
  local: number
  counterpart: number
  other: number
  assigned_on: string | null
  /** 1: of the day the plan was approved; it stays as it is. */
  approved: Generated<number>
}

/** From which day a line of an approved plan was added, ended or taken up again by a decision. */
export interface PlanItemEventTable {
  id: Generated<number>
  plan_item_id: number
  kind: string
  on_date: string
  change_item_id: number
}

export interface PlansSchema {
  plan: PlanTable
  plan_item: PlanItemTable
  allocation: AllocationTable
  assignment: AssignmentTable
  plan_item_event: PlanItemEventTable
}
