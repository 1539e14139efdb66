// From the settlement file of a đề án to its tables (Mẫu 7 to 10).
import type { SettlementDetails } from '../../shared/contract/executionSettlement'
import { type AmountsBySource, totalOf } from '../../shared/domain/money'
import { sumMovements } from '../../shared/domain/payments'
import { supportSource } from '../../shared/domain/projects'
import { movementsOf, valueFor } from '../contracts/records'
import type { FormId } from './forms'
import type {
  FundReconciliationData,
  PaymentRequestData,
  SettlementDetailData,
  SettlementHead,
  VoucherListData,
} from './forms/settlementForms'
import type { PaperOptions } from './paperFacts'
import {
  agencyContractIn,
  agencyOf,
  centreHead,
  contractReference,
  giverName,
  leadingContract,
  partyFacts,
  type RecordSource,
  signerOrHead,
} from './recordFacts'

export type SettlementOnRecord = {
  readonly settlement: SettlementDetails
  readonly asked: AmountsBySource
  readonly approved: AmountsBySource | null
}

function headOf(
  source: RecordSource,
  form: FormId,
  { settlement }: SettlementOnRecord,
  options: PaperOptions,
): SettlementHead {
  const { identity, content } = source
  return {
    head: centreHead(source, form, options, { number: settlement.documentNumber, date: settlement.date }),
    programme: identity.programme,
    planYear: identity.planYear,
    contract: contractReference(leadingContract(source)),
    projectName: content.name,
    accountant: null,
    signer: signerOrHead(options.signer),
  }
}

export function settlementDetailFacts(
  source: RecordSource,
  record: SettlementOnRecord,
  options: PaperOptions,
): SettlementDetailData {
  const own = supportSource(source.identity.programme)
  return {
    ...headOf(source, 'settlement-7', record, options),
    lines: record.settlement.lines.map((line) => ({
      content: line.content,
      approved: line.planned[own],
      proposed: line.asked[own],
      accepted: line.approved?.[own] ?? null,
      note: line.note,
    })),
  }
}

export function voucherListFacts(
  source: RecordSource,
  record: SettlementOnRecord,
  form: '8a' | '8b',
  options: PaperOptions,
): VoucherListData {
  const own = supportSource(source.identity.programme)
  return {
    ...headOf(source, form === '8a' ? 'vouchers-8a' : 'vouchers-8b', record, options),
    form,
    // 8a lists what is paid from the programme's own money alone.
    vouchers: record.settlement.vouchers
      .filter(({ amounts }) => form === '8b' || amounts[own] > 0)
      .map(({ number, date, content, payee, amounts }) => ({
        number,
        date,
        content: payee === '' ? content : `${content} (${payee})`,
        support: amounts[own],
        other: totalOf(amounts) - amounts[own],
      })),
  }
}

export function paymentRequestFacts(
  source: RecordSource,
  record: SettlementOnRecord,
  options: PaperOptions,
): PaymentRequestData {
  const { identity, content, projectId } = source
  const own = supportSource(identity.programme)
  const contract = leadingContract(source)
  const received = contract === null ? null : receivedOf(source)
  const due = (record.approved ?? record.asked)[own]
  return {
    ...headOf(source, 'payment-9', record, options),
    lines: [
      {
        projectName: content.name,
        support: contract === null ? due : valueFor(contract, projectId)[own],
        advanced: received,
        proposed: received === null ? null : Math.max(0, due - received),
      },
    ],
  }
}

/** Advanced and paid, less what was given back. */
function receivedOf(source: RecordSource): number {
  const own = supportSource(source.identity.programme)
  const contract = leadingContract(source)
  if (contract === null) return 0
  const movements = movementsOf(contract, source.projectId)
  return (
    sumMovements(movements, 'advance')[own] +
    sumMovements(movements, 'payment')[own] -
    sumMovements(movements, 'recovery')[own]
  )
}

export function reconciliationFacts(
  source: RecordSource,
  record: SettlementOnRecord,
  options: PaperOptions,
): FundReconciliationData {
  const { identity, content, office, projectId } = source
  const own = supportSource(identity.programme)
  const contract = leadingContract(source)
  const head = headOf(source, 'reconciliation-10', record, options)
  const giver = agencyContractIn(source)?.details.giver ?? null
  return {
    ...head,
    partyA:
      giver === null
        ? {
            name: giverName(source, head.head.date),
            signer: signerOrHead(
              null,
              identity.programme === 'national' ? agencyOf(source, head.head.date).headTitle : 'Giám đốc',
            ),
          }
        : partyFacts(giver),
    partyB: { name: office.centreName, signer: signerOrHead(options.signer) },
    lines: [
      {
        contract: contractReference(contract) ?? { number: null, date: null },
        projectName: content.name,
        value: contract === null ? record.asked[own] : valueFor(contract, projectId)[own],
        received: contract === null ? null : receivedOf(source),
        settled: record.approved?.[own] ?? (record.settlement.lines.length === 0 ? null : record.asked[own]),
      },
    ],
  }
}
