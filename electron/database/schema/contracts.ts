// The tables of contracts and their money, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

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

export interface ContractsSchema {
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
}
