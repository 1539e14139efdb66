// The tables as TypeScript sees them; the SQL that makes them is in migrations/. Money is đồng, dates are text.
import type { Generated } from 'kysely'
import type { UndoKind } from '../../shared/contract/call'
import type { ActivitiesSchema } from './activitiesSchema'
import type { ExecutionSchema } from './executionSchema'
import type { PeriodsSchema } from './periodsSchema'

type Flag = 0 | 1

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

export interface ProjectCopyTable {
  id: Generated<number>
  project_id: number
  source_project_id: number
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

export interface DossierItemTable {
  id: Generated<number>
  project_id: number
  paper_code: string | null
  title: string
  stage: string
  required: Flag
  copies: number | null
  destination: string
  received_on: string | null
  note: string
  row_version: Generated<number>
}

/** Belongs to exactly one of the first three or a change request; of a đề án it may besides show what one of its records tells. */
export interface AttachmentTable {
  id: Generated<number>
  establishment_id: number | null
  project_id: number | null
  dossier_item_id: number | null
  progress_report_id: number | null
  acceptance_id: number | null
  inspection_id: number | null
  change_request_id: number | null
  vote_round_id: number | null
  vote_product_id: number | null
  activity_id: number | null
  file_name: string
  media_type: string
  size: number
  sha256: string
  added_on: string
  bytes: Buffer
}

/** Văn bản đi: final once written, but for its cancelling. */
export interface OutgoingPaperTable {
  id: Generated<number>
  year: number
  number: number
  symbol: string
  form: string
  title: string
  date: string
  signer: string
  project_id: number | null
  plan_id: number | null
  recipients: string
  data: string
  file_name: string
  sha256: string
  cancelled_on: string | null
  cancelled_reason: string
  bytes: Buffer
}

/** Signed, only its state moves on. `number` is ours, from the register; `outside_number` that of whoever gives the money. */
export interface ContractTable {
  id: Generated<number>
  kind: string
  programme: string
  year: number
  state: Generated<string>
  number: number | null
  symbol: string
  outside_number: string
  signed_on: string | null
  subject: string
  start_on: string | null
  end_on: string | null
  liquidation_by: string | null
  note: string
  closed_on: string | null
  closed_number: string
  closed_reason: string
  row_version: Generated<number>
}

/** As it was on the day: later changes of the office or the establishment do not reach it. */
export interface ContractPartyTable {
  id: Generated<number>
  contract_id: number
  side: string
  establishment_id: number | null
  name: string
  representative: string
  position: string
  authority: string
  address: string
  phone: string
  account: string
  bank: string
  tax_code: string
  budget_relation_code: string
}

interface AmountColumns {
  national: number
  local: number
  counterpart: number
  other: number
}

export interface ContractLineTable extends AmountColumns {
  id: Generated<number>
  contract_id: number
  rank: number
  project_id: number
}

export interface ContractInstalmentTable {
  id: Generated<number>
  contract_id: number
  rank: number
  name: string
  percent_basis_points: number
  condition: string
  due_on: string | null
}

/** A null date leaves that of the contract as it is; a line replaces the value of its đề án. */
export interface ContractAppendixTable {
  id: Generated<number>
  contract_id: number
  ordinal: number
  state: Generated<string>
  number: string
  signed_on: string | null
  changes: string
  decision_number: string
  decision_date: string | null
  end_on: string | null
  liquidation_by: string | null
  row_version: Generated<number>
}

export interface ContractAppendixLineTable extends AmountColumns {
  id: Generated<number>
  appendix_id: number
  project_id: number
}

/** An advance, a payment or a recovery: one voucher, several đề án. `voucher_key` finds the same voucher typed twice. */
export interface ContractPaymentTable {
  id: Generated<number>
  contract_id: number
  kind: string
  round: number
  on_date: string
  voucher_kind: string
  voucher_number: string
  voucher_date: string | null
  voucher_key: string
  payee: string
  content: string
  done_basis_points: number | null
  confirmation_number: string
  confirmed_on: string | null
  note: string
  row_version: Generated<number>
}

export interface ContractPaymentLineTable extends AmountColumns {
  id: Generated<number>
  payment_id: number
  project_id: number
}

/** A paper of the checklist that is in hand. */
export interface ContractPaymentPaperTable {
  id: Generated<number>
  payment_id: number
  code: string
}

/** A warning gone past: `words` is what was said, `command_id` who went on and when. */
export interface ContractOverrideTable {
  id: Generated<number>
  contract_id: number
  appendix_id: number | null
  payment_id: number | null
  code: string
  words: string
  reason: string
  command_id: number
}

/** Support that came back, under a đề án with recovery. */
export interface RepaymentReceiptTable {
  id: Generated<number>
  project_id: number
  on_date: string
  amount: number
  payer: string
  voucher_number: string
  voucher_key: string
  note: string
  row_version: Generated<number>
}

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

/** From which day a line of an approved plan was added, ended or taken up again by a decision. */
export interface PlanItemEventTable {
  id: Generated<number>
  plan_item_id: number
  kind: string
  on_date: string
  change_item_id: number
}

/** One row a command: who did what, when. Never changed afterwards. */
export interface CommandTable {
  id: Generated<number>
  at: string
  actor: string
  host: string
  name: string
  /** As its call says it; 'old' for what programs did that did not keep enough to undo. */
  undo: Generated<'old' | UndoKind>
  /** The command this one took back; of an undo, that makes it a redo. */
  undoes: number | null
}

/** What a command touched: the record itself or a part of it (own), or only something that refers to it. */
export interface RecordChangeTable {
  id: Generated<number>
  command_id: number
  table_name: string
  record_id: number
  own: Flag
}

/** Bytes of removed attachments, by what they are: the audit keeps the row, this keeps the file. */
export interface RemovedFileTable {
  id: Generated<number>
  sha256: string
  bytes: Buffer
}

/** A removed attachment whose bytes were cleared away for good. */
export interface PurgedFileTable {
  id: Generated<number>
  file_name: string
  size: number
  sha256: string
  removed_on: string
  purged_on: string
  reason: string
}

/** What a locked record said on the day it was locked, deflated; see seals.ts. */
export interface SealTable {
  id: Generated<number>
  table_name: string
  record_id: number
  content: Buffer
}

/** Who uses the file, where the office names people. Hashes and wrong tries are not in the audit. */
export interface AccountTable {
  id: Generated<number>
  name: string
  name_fold: string
  role: string
  active: Flag
  secret: string
  failed_tries: number
  last_failed_at: string | null
  last_signed_in: string | null
  row_version: Generated<number>
}

export interface AccessSettingsTable {
  id: 1
  idle_minutes: number
  recovery: string
  failed_tries: number
  last_failed_at: string | null
}

/** Which field a heading of the office's own workbooks feeds, as its users chose; '' for one to leave aside. */
export interface ImportColumnTable {
  id: Generated<number>
  kind: string
  heading_key: string
  heading: string
  field: string
}

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

export interface YearLockTable {
  id: Generated<number>
  year: number
  locked_on: string
  note: string
  unlocked_on: string | null
  unlock_reason: string
}

/** One row a changed record, written by triggers so that no command can forget it; see migrations/audit.ts for inserts. */
export interface RowChangeTable {
  id: Generated<number>
  command_id: number
  table_name: string
  row_id: number
  action: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}

export interface SearchEntryTable {
  id: Generated<number>
  kind: string
  ref_id: number
  title: string
  detail: string
  title_fold: string
  detail_fold: string
}

export interface SearchIndexTable {
  rowid: number
  search_index: string
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

export interface Schema extends ExecutionSchema, ActivitiesSchema, PeriodsSchema {
  sent_package: SentPackageTable
  consolidation: ConsolidationTable
  consolidation_source: ConsolidationSourceTable
  office: OfficeTable
  signer: SignerTable
  document_symbol: DocumentSymbolTable
  establishment: EstablishmentTable
  establishment_year: EstablishmentYearTable
  establishment_certificate: EstablishmentCertificateTable
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
  plan: PlanTable
  plan_item: PlanItemTable
  allocation: AllocationTable
  step_correction: StepCorrectionTable
  assignment: AssignmentTable
  project_copy: ProjectCopyTable
  deadline_rule: DeadlineRuleTable
  deadline_off: DeadlineOffTable
  deadline_event: DeadlineEventTable
  deadline_done: DeadlineDoneTable
  norm_set: NormSetTable
  norm_row: NormRowTable
  check_answers: CheckAnswersTable
  check_override: CheckOverrideTable
  need: NeedTable
  dossier_item: DossierItemTable
  attachment: AttachmentTable
  outgoing_paper: OutgoingPaperTable
  contract: ContractTable
  contract_party: ContractPartyTable
  contract_line: ContractLineTable
  contract_instalment: ContractInstalmentTable
  contract_appendix: ContractAppendixTable
  contract_appendix_line: ContractAppendixLineTable
  contract_payment: ContractPaymentTable
  contract_payment_line: ContractPaymentLineTable
  contract_payment_paper: ContractPaymentPaperTable
  contract_override: ContractOverrideTable
  repayment_receipt: RepaymentReceiptTable
  change_request: ChangeRequestTable
  change_item: ChangeItemTable
  change_reason: ChangeReasonTable
  change_refusal: ChangeRefusalTable
  change_decision: ChangeDecisionTable
  plan_item_event: PlanItemEventTable
  command: CommandTable
  row_change: RowChangeTable
  record_change: RecordChangeTable
  removed_file: RemovedFileTable
  purged_file: PurgedFileTable
  seal: SealTable
  report_addition: ReportAdditionTable
  year_lock: YearLockTable
  account: AccountTable
  access_settings: AccessSettingsTable
  import_column: ImportColumnTable
  search_entry: SearchEntryTable
  search_index: SearchIndexTable
}
