// The tables of the đề án: versions, budget, steps, appraisal, checks, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

export interface ProjectTable {
  id: Generated<number>
  code: string
  programme: string
  kind: string
  plan_year: number
  current_version_id: number | null
  row_version: Generated<number>
  /** A ProjectStatus: where the đề án stands on its way. */
  status: Generated<string>
}

export interface ProjectVersionTable {
  id: Generated<number>
  project_id: number
  number: number
  stage: string
  locked: Generated<Flag>
  locked_on: string | null
  decision_number: string
  decision_date: string | null
  name: string
  name_sort: string
  content_group: string
  sub_content: string | null
  implementing_unit: string
  cooperating_units: string
  start_month: string | null
  end_month: string | null
  necessity: string
  objective: string
  scale: string
  schedule: string
  organisation: string
  effect: string
  summary: string
  note: string
  superiority: Generated<string>
  support_mode: Generated<string>
}

/** One step taken, as it is told under "Lịch sử". */
export interface ProjectStepTable {
  id: Generated<number>
  project_id: number
  version_id: number
  step: string
  from_status: string
  to_status: string
  on_date: string
  document_number: string
  document_date: string | null
  reason: string
  round: number
}

/** Who sat on councils, to be chosen again. */
export interface PersonTable {
  id: Generated<number>
  name: string
  organisation: string
}

/** An appraisal of one submitted version; final once concluded. The amounts are those of the appraised version then. */
export interface AppraisalTable {
  id: Generated<number>
  version_id: number
  level: string
  method: string
  date: string | null
  document_number: string
  appraiser: string
  signer: string
  votes_for: number | null
  votes_against: number | null
  conclusion: string | null
  opinion: string
  concluded_on: string | null
  appraised_version_id: number | null
  national: number | null
  local: number | null
  counterpart: number | null
  other: number | null
  row_version: Generated<number>
}

export interface AppraisalCheckTable {
  id: Generated<number>
  appraisal_id: number
  point: number
  result: string
  opinion: string
}

export interface AppraisalMemberTable {
  id: Generated<number>
  appraisal_id: number
  rank: number
  person_id: number
  role: string
  opinion: string
}

export interface ProjectBeneficiaryTable {
  id: Generated<number>
  version_id: number
  rank: number
  establishment_id: number | null
  name: string
  share_basis_points: number | null
}

export interface ProjectParticipantTable {
  id: Generated<number>
  version_id: number
  rank: number
  role: string
  establishment_id: number | null
  name: string
  share_basis_points: number | null
}

export interface ProjectPlaceTable {
  id: Generated<number>
  version_id: number
  rank: number
  province_code: string | null
  commune_code: string | null
  text: string
  old_text: string
}

export interface PlannedOutputTable {
  id: Generated<number>
  version_id: number
  rank: number
  indicator: string
  unit: string
  quantity_thousandths: number
}

export interface ProjectEquipmentTable {
  id: Generated<number>
  version_id: number
  rank: number
  name: string
  origin: string
  unit: string
  quantity_thousandths: number | null
  unit_price: number | null
  note: string
}

export interface ScheduleStepTable {
  id: Generated<number>
  version_id: number
  rank: number
  content: string
  start_month: string | null
  end_month: string | null
  in_charge: string
}

export interface ProjectLegalBasisTable {
  id: Generated<number>
  version_id: number
  rank: number
  basis: string
}

export interface RepaymentTable {
  id: Generated<number>
  version_id: number
  rank: number
  due_on: string
  amount: number
}

export interface BudgetLineTable {
  id: Generated<number>
  version_id: number
  rank: number
  content: string
  unit: string
  quantity_thousandths: number | null
  unit_price: number | null
  national: number
  local: number
  counterpart: number
  other: number
  note: string
  beneficiary_id: number | null
}

/** What a step said before it was corrected, and why. */
export interface StepCorrectionTable {
  id: Generated<number>
  step_id: number
  command_id: number
  on_date: string
  document_number: string
  document_date: string | null
  reason: string
}

export interface ProjectCopyTable {
  id: Generated<number>
  project_id: number
  source_project_id: number
}

/** What a person answers so that a version can be judged; locked with it. */
export interface CheckAnswersTable {
  id: Generated<number>
  version_id: number
  priority: Flag
  combine_reason: string
  norm_code: string
  base_amount: number | null
  old_place: string | null
  row_version: Generated<number>
}

/** A warning set aside: `words` is the verdict it answered, so that another verdict asks again. */
export interface CheckOverrideTable {
  id: Generated<number>
  project_id: number
  version_id: number
  check_code: string
  words: string
  reason: string
  command_id: number
}

export interface ProjectsSchema {
  project: ProjectTable
  project_version: ProjectVersionTable
  project_step: ProjectStepTable
  person: PersonTable
  appraisal: AppraisalTable
  appraisal_check: AppraisalCheckTable
  appraisal_member: AppraisalMemberTable
  project_beneficiary: ProjectBeneficiaryTable
  project_participant: ProjectParticipantTable
  project_place: ProjectPlaceTable
  planned_output: PlannedOutputTable
  budget_line: BudgetLineTable
  project_equipment: ProjectEquipmentTable
  schedule_step: ScheduleStepTable
  project_legal_basis: ProjectLegalBasisTable
  repayment: RepaymentTable
  step_correction: StepCorrectionTable
  project_copy: ProjectCopyTable
  check_answers: CheckAnswersTable
  check_override: CheckOverrideTable
}
