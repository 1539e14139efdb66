// The tables of carrying a đề án out as TypeScript sees them; the SQL that makes them is in migrations/011-execution.ts.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

interface OfProject {
  id: Generated<number>
  project_id: number
  row_version: Generated<number>
}

interface Part {
  id: Generated<number>
  rank: number
}

interface PlannedAmounts {
  planned_national: number
  planned_local: number
  planned_counterpart: number
  planned_other: number
}

interface DoneAmounts {
  done_national: number
  done_local: number
  done_counterpart: number
  done_other: number
}

/** Báo cáo tiến độ tháng: one a đề án and month. */
export interface ProgressReportTable extends OfProject {
  version_id: number
  month: string
  reported_on: string | null
  work_done: string
  value_done: number | null
  advance_requested: number | null
  difficulties: string
  expected_end: string | null
  confirmed_on: string | null
  note: string
}

export interface ProgressLineTable extends Part {
  progress_report_id: number
  content: string
  /** Hundredths of a percent. */
  percent: number
  note: string
}

/** Báo cáo khối lượng hoàn thành và kinh phí thực hiện. */
export interface VolumeReportTable extends OfProject {
  version_id: number
  date: string
  document_number: string
  note: string
}

export interface VolumeLineTable extends Part, PlannedAmounts, DoneAmounts {
  volume_report_id: number
  content: string
  unit: string
  /** Thousandths. */
  planned_quantity: number | null
  done_quantity: number | null
  note: string
}

/** Nghiệm thu cơ sở; final once concluded, but for the day on which what failed was mended. */
export interface AcceptanceTable extends OfProject {
  version_id: number
  form: string
  establishment_id: number | null
  /** The acceptance that failed and that this one repeats. */
  follows_id: number | null
  beneficiary: string
  place: string
  date: string | null
  document_number: string
  basis: string
  quality: string
  timing: string
  conclusion: string | null
  shortfall_reason: string
  mend: string
  mend_by: string | null
  mended_on: string | null
  suggestion: string
  concluded_on: string | null
}

export interface AcceptanceMemberTable extends Part {
  acceptance_id: number
  person_id: number
  side: string
  position: string
  opinion: string
}

export interface AcceptanceOutputTable extends Part {
  acceptance_id: number
  indicator: string
  unit: string
  /** Thousandths; null: not planned, not yet told. */
  planned: number | null
  done: number | null
  note: string
}

export interface AcceptanceCostTable extends Part, PlannedAmounts, DoneAmounts {
  acceptance_id: number
  content: string
  note: string
}

/** A machine that was supported, as the acceptance found it. */
export interface SupportedMachineTable extends Part {
  acceptance_id: number
  name: string
  specification: string
  origin: string
  unit: string
  /** Thousandths. */
  quantity: number | null
  unit_price: number | null
  /** Several are parted by semicolons. */
  serial: string
  made_in: number | null
  is_new: Flag
  works: Flag
  note: string
}

/** Kế hoạch triển khai của đề án nhóm. */
export interface DetailPlanTable extends OfProject {
  version_id: number
  date: string | null
  document_number: string
  purpose: string
  organisation: string
  approval_number: string
  approved_on: string | null
  note: string
}

export interface DetailPlanLineTable extends Part {
  detail_plan_id: number
  establishment_id: number | null
  name: string
  address: string
  content: string
  support: number
  counterpart: number
  start_month: string | null
  end_month: string | null
  note: string
}

export interface TrainingClassTable extends OfProject {
  rank: number
  name: string
  occupation: string
  planned_trainees: number | null
  starts_on: string | null
  ends_on: string | null
  place: string
  teacher: string
  qualification: string
  objective: string
  note: string
}

export interface TrainingSubjectTable extends Part {
  training_class_id: number
  subject: string
  theory_hours: number | null
  practice_hours: number | null
  note: string
}

export interface TraineeTable extends Part {
  training_class_id: number
  name: string
  born_in: number | null
  gender: string
  ethnicity: string
  address: string
  id_number: string
  certificate_number: string
  employer: string
  note: string
}

/** Báo cáo tình hình đầu tư hạ tầng cụm công nghiệp. */
export interface ClusterReportTable extends OfProject {
  date: string
  document_number: string
  cluster: string
  place: string
  investor: string
  decision: string
  /** Thousandths of a hectare. */
  area_thousandths: number | null
  note: string
}

export interface ClusterLineTable extends Part {
  cluster_report_id: number
  content: string
  unit: string
  planned: number
  done: number
  note: string
}

/** Hồ sơ quyết toán; final once approved. */
export interface SettlementTable extends OfProject {
  version_id: number
  date: string | null
  document_number: string
  with_invoice: Flag
  last_of_year: Flag
  difference_reason: string
  approval_number: string
  approved_on: string | null
  note: string
}

export interface SettlementLineTable extends Part, PlannedAmounts {
  settlement_id: number
  content: string
  asked_national: number
  asked_local: number
  asked_counterpart: number
  asked_other: number
  /** All four null until decided. */
  approved_national: number | null
  approved_local: number | null
  approved_counterpart: number | null
  approved_other: number | null
  note: string
}

export interface SettlementVoucherTable extends Part {
  settlement_id: number
  number: string
  date: string
  kind: string
  content: string
  payee: string
  national: number
  local: number
  counterpart: number
  other: number
  note: string
}

/** Kiểm tra, giám sát: planned for a month of a year, or already visited. */
export interface InspectionTable extends OfProject {
  year: number
  kind: string
  establishment_id: number | null
  beneficiary: string
  place: string
  planned_month: string | null
  visited_on: string | null
  document_number: string
  team: string
  met: string
  content: string
  conclusion: string
  jobs: number | null
  revenue: number | null
  tax_paid: number | null
  average_income: number | null
  jobs_before: number | null
  revenue_before: number | null
  tax_paid_before: number | null
  average_income_before: number | null
  note: string
}

export interface InspectionFindingTable extends Part {
  inspection_id: number
  finding: string
  due_on: string | null
  resolved_on: string | null
  note: string
}

export interface InspectionMachineTable extends Part {
  inspection_id: number
  machine_id: number
  present: Flag
  in_use: Flag
  note: string
}

export interface ExecutionSchema {
  progress_report: ProgressReportTable
  progress_line: ProgressLineTable
  volume_report: VolumeReportTable
  volume_line: VolumeLineTable
  acceptance: AcceptanceTable
  acceptance_member: AcceptanceMemberTable
  acceptance_output: AcceptanceOutputTable
  acceptance_cost: AcceptanceCostTable
  supported_machine: SupportedMachineTable
  detail_plan: DetailPlanTable
  detail_plan_line: DetailPlanLineTable
  training_class: TrainingClassTable
  training_subject: TrainingSubjectTable
  trainee: TraineeTable
  cluster_report: ClusterReportTable
  cluster_line: ClusterLineTable
  settlement: SettlementTable
  settlement_line: SettlementLineTable
  settlement_voucher: SettlementVoucherTable
  inspection: InspectionTable
  inspection_finding: InspectionFindingTable
  inspection_machine: InspectionMachineTable
}
