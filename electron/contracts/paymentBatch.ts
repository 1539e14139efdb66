// Payments of several rows to be written one after another, judged before any is: each as if those before it were on record.

import { Refusal } from '../../shared/contract/errors'
import type { PaymentDetails, PaymentRow } from '../../shared/contract/payments'
import { paymentContradictions, paymentWarnings } from '../../shared/domain/advances'
import { type ContractWarning, largestFirst } from '../../shared/domain/contracts'
import { voucherKey } from '../../shared/domain/payments'
import type { RuleProblem } from '../../shared/domain/projects'
import { sourceLabels } from '../../shared/labels'
import type { Reader } from '../database/access'
import { judgePayment, type PaymentServices } from './paymentFacts'
import { readPayments } from './paymentRecords'
import { leftBehind, lineProblems, refuseVoucherTwice, voucherOf } from './payments'
import { type ContractRecord, readContracts } from './records'

export interface ContractWithPayments {
  readonly contract: ContractRecord
  readonly payments: readonly PaymentRow[]
}

/** Every contract on file, with what was paid under it. */
export async function listContractsWithPayments(reader: Reader): Promise<ContractWithPayments[]> {
  const rows = await reader.db.selectFrom('contract').select('id').orderBy('id').execute()
  const contracts = await readContracts(
    reader,
    rows.map((row) => row.id),
  )
  const payments = await readPayments(reader, contracts, null)
  const paid = new Map<number, PaymentRow[]>()
  for (const payment of payments) paid.set(payment.contractId, [...(paid.get(payment.contractId) ?? []), payment])
  return contracts.map((contract) => ({ contract, payments: paid.get(contract.id) ?? [] }))
}

export interface BatchPayment {
  readonly contractId: number
  readonly payment: PaymentDetails
  /** The payment on record that it changes. */
  readonly id: number | null
}

export interface JudgedBatchPayment {
  /** What contradicts itself: it cannot be written. */
  readonly problems: readonly RuleProblem[]
  /** What a rule is against: written with a reason. */
  readonly warnings: readonly ContractWarning[]
}

/** In the order they would be written. */
export async function judgePaymentBatch(
  reader: Reader,
  services: PaymentServices,
  batch: readonly BatchPayment[],
): Promise<JudgedBatchPayment[]> {
  const contracts = new Map(
    (await readContracts(reader, [...new Set(batch.map((one) => one.contractId))])).map((one) => [one.id, one]),
  )
  const vouchers = new Set<string>()
  const judged: JudgedBatchPayment[] = []
  for (const { contractId, payment, id } of batch) {
    const contract = contracts.get(contractId)
    if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
    const { facts } = await judgePayment(reader, services, contract, payment, id)
    const own = [...lineProblems(contract, payment), ...paymentContradictions(facts)]
    const problems = own.length > 0 ? own : leftBehind(contract, { id, payment })
    const voucher = voucherOf(contract, payment)
    const key = voucherKey(voucher)
    const twice =
      key !== '' && vouchers.has(key)
        ? `Chứng từ số ${payment.voucherNumber} đã ghi ở một dòng trước trong tệp.`
        : await takenVoucher(reader, voucher, id)
    if (key !== '') vouchers.add(key)
    judged.push({
      problems: twice === null ? problems : [...problems, { path: 'voucherNumber', message: twice }],
      warnings: largestFirst(paymentWarnings(facts, (source) => sourceLabels[source].short)),
    })
    contracts.set(contractId, withPayment(contract, payment, id, judged.length))
  }
  return judged
}

async function takenVoucher(
  reader: Reader,
  voucher: ReturnType<typeof voucherOf>,
  id: number | null,
): Promise<string | null> {
  try {
    await refuseVoucherTwice(reader, voucher, id)
    return null
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'record.duplicate')
      return error.problem.fields[0]?.message ?? error.problem.message
    throw error
  }
}

/** The contract as it would stand after the payment; one not on record yet has no number of its own. */
function withPayment(
  contract: ContractRecord,
  payment: PaymentDetails,
  id: number | null,
  place: number,
): ContractRecord {
  const others = contract.movements.filter((one) => one.paymentId !== id)
  const own = payment.lines.map(({ projectId, amounts }) => ({
    paymentId: id ?? -place,
    projectId,
    kind: payment.kind,
    onDate: payment.onDate,
    amounts,
  }))
  return { ...contract, movements: [...others, ...own].sort((a, b) => a.onDate.localeCompare(b.onDate)) }
}
