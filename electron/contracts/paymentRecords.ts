// Advances, payments and recoveries as they are on record, with the papers in hand and the warnings gone past.
import type { PaymentDetails, PaymentRow } from '../../shared/contract/payments'
import { noAmounts, sumAmounts } from '../../shared/domain/money'
import type { PaymentKind, VoucherKind } from '../../shared/domain/payments'
import type { Reader } from '../database/access'
import { type OverrideRecord, readOverrides, shownOverride } from './overrides'
import { amountsFrom, type ContractRecord, levelOfContract } from './records'

/** Of one đề án, or of the whole contracts where none is named; in order of their day. */
export async function readPayments(
  reader: Reader,
  contracts: readonly ContractRecord[],
  projectId: number | null,
): Promise<PaymentRow[]> {
  if (contracts.length === 0) return []
  const ids = contracts.map((one) => one.id)
  const rows = await reader.db
    .selectFrom('contract_payment')
    .selectAll()
    .where('contract_id', 'in', ids)
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const paymentIds = rows.map((row) => row.id)
  const lines = await reader.db
    .selectFrom('contract_payment_line')
    .selectAll()
    .where('payment_id', 'in', paymentIds)
    .orderBy('id')
    .execute()
  const papers = await reader.db
    .selectFrom('contract_payment_paper')
    .selectAll()
    .where('payment_id', 'in', paymentIds)
    .orderBy('id')
    .execute()
  const overrides = await readOverrides(reader, ids)
  const contractOf = new Map(contracts.map((one) => [one.id, one]))
  return rows.flatMap((row): PaymentRow[] => {
    const contract = contractOf.get(row.contract_id)
    const own = lines.filter((line) => line.payment_id === row.id)
    if (contract === undefined || (projectId !== null && !own.some((line) => line.project_id === projectId))) return []
    const details: PaymentDetails = {
      kind: row.kind as PaymentKind,
      round: row.round,
      onDate: row.on_date,
      lines: own.map((line) => ({ projectId: line.project_id, amounts: amountsFrom(line) })),
      voucherKind: row.voucher_kind as VoucherKind,
      voucherNumber: row.voucher_number,
      voucherDate: row.voucher_date,
      payee: row.payee,
      content: row.content,
      doneBasisPoints: row.done_basis_points,
      confirmationNumber: row.confirmation_number,
      confirmedOn: row.confirmed_on,
      papers: papers.filter((paper) => paper.payment_id === row.id).map((paper) => paper.code),
      note: row.note,
    }
    return [
      {
        id: row.id,
        rowVersion: row.row_version,
        contractId: row.contract_id,
        contractNumber: contract.number,
        contractKind: contract.details.kind,
        level: levelOfContract(contract),
        details,
        amounts: shownAmounts(details, projectId),
        overrides: overridesOf(overrides, row.id),
      },
    ]
  })
}

/** The part of the đề án asked for, else the whole sum. */
function shownAmounts(details: PaymentDetails, projectId: number | null) {
  const lines = details.lines.filter((line) => projectId === null || line.projectId === projectId)
  return lines.length === 0 ? noAmounts : sumAmounts(lines.map((line) => line.amounts))
}

function overridesOf(overrides: readonly OverrideRecord[], paymentId: number) {
  return overrides.filter((one) => one.paymentId === paymentId).map(shownOverride)
}
