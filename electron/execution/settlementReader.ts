// What can be asked of settlement: the file of a đề án with what does not agree in it, the year's list.

import type { SettlementDetails } from '../../shared/contract/executionSettlement'
import { type DeadlineRule, lastDayAfter, occurrencesOf } from '../../shared/domain/deadlines'
import { type AcceptedPart, acceptedAmounts } from '../../shared/domain/executionCoverage'
import {
  balanceOf,
  type SettlementVoucher,
  settlementDifferences,
  settlementTotals,
  type VoucherKind,
} from '../../shared/domain/executionSettlement'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { noAmounts, supportOf } from '../../shared/domain/money'
import { vouchersOfPayments } from '../../shared/domain/paidVouchers'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { readPayments } from '../contracts/paymentRecords'
import type { ContractRecord } from '../contracts/records'
import { grantedAmounts } from '../contracts/settledLines'
import type { Reader } from '../database/access'
import { readRules } from '../programmes/reader'
import { headOf, readAcceptances } from './acceptanceRecords'
import { moneyOf, signedContracts } from './money'
import { isRunning } from './progressReader'
import { type DecidedProject, decidedProject, fromPrefixed } from './projectInForce'
import { dong } from './words'

export interface StoredSettlement {
  readonly id: number
  readonly rowVersion: number
  readonly details: SettlementDetails
  readonly approvalNumber: string
  readonly approvedOn: string | null
}

export async function findSettlement(reader: Reader, projectId: number): Promise<StoredSettlement | null> {
  const { db } = reader
  const row = await db.selectFrom('settlement').selectAll().where('project_id', '=', projectId).executeTakeFirst()
  if (row === undefined) return null
  const lines = await db
    .selectFrom('settlement_line')
    .selectAll()
    .where('settlement_id', '=', row.id)
    .orderBy('rank')
    .execute()
  const vouchers = await db
    .selectFrom('settlement_voucher')
    .selectAll()
    .where('settlement_id', '=', row.id)
    .orderBy('rank')
    .execute()
  return {
    id: row.id,
    rowVersion: row.row_version,
    approvalNumber: row.approval_number,
    approvedOn: row.approved_on,
    details: {
      date: row.date,
      documentNumber: row.document_number,
      withInvoice: row.with_invoice === 1,
      lastOfYear: row.last_of_year === 1,
      differenceReason: row.difference_reason,
      note: row.note,
      lines: lines.map((line) => ({
        content: line.content,
        planned: fromPrefixed('planned', line),
        asked: fromPrefixed('asked', line),
        approved: line.approved_national === null ? null : grantedAmounts(line),
        note: line.note,
      })),
      vouchers: vouchers.map(({ national, local, counterpart, other, ...voucher }) => ({
        number: voucher.number,
        date: voucher.date,
        kind: voucher.kind as VoucherKind,
        content: voucher.content,
        payee: voucher.payee,
        amounts: { national, local, counterpart, other },
        note: voucher.note,
      })),
    },
  }
}

export interface AcceptedFacts {
  readonly parts: readonly AcceptedPart[]
  readonly lastOn: PlainDate | null
}

/** What passed: amounts by beneficiary, and the last day. */
export async function acceptedFacts(reader: Reader, projectId: number): Promise<AcceptedFacts> {
  const passed = (await readAcceptances(reader, [projectId])).filter(
    (one) => one.concludedOn !== null && one.details.conclusion === 'pass',
  )
  return {
    parts: passed.map(({ details }) => ({
      establishmentId: details.establishmentId,
      beneficiary: details.beneficiary,
      done: details.costs.reduce(
        (sum, { done }) => ({
          national: sum.national + done.national,
          local: sum.local + done.local,
          counterpart: sum.counterpart + done.counterpart,
          other: sum.other + done.other,
        }),
        noAmounts,
      ),
    })),
    lastOn:
      passed
        .flatMap((one) => (headOf(one).date === null ? [] : [headOf(one).date]))
        .sort()
        .at(-1) ?? null,
  }
}

/** Lines of the budget in force; what is asked of each is left to be typed, or taken from acceptance where that is one to one. */
async function blankSettlement(reader: Reader, project: DecidedProject): Promise<SettlementDetails> {
  const accepted = (await readAcceptances(reader, [project.id])).filter(
    (one) => one.concludedOn !== null && one.details.conclusion === 'pass',
  )
  const askedFor = (content: string) =>
    acceptedAmounts(
      accepted.flatMap(({ details: { establishmentId, beneficiary, costs } }) =>
        costs.filter((line) => line.content === content).map(({ done }) => ({ establishmentId, beneficiary, done })),
      ),
    )
  const first = (index: number) =>
    project.content.budget.findIndex((one) => one.content === project.content.budget[index]?.content) === index
  return {
    date: null,
    documentNumber: '',
    withInvoice: false,
    lastOfYear: false,
    lines: project.content.budget.map((line, index) => ({
      content: line.content,
      planned: line.amounts,
      // Of lines named alike the first takes what was accepted under the name, so that nothing is asked twice.
      asked: first(index) ? askedFor(line.content) : noAmounts,
      approved: null,
      note: '',
    })),
    vouchers: [],
    differenceReason: '',
    note: '',
  }
}

interface Days {
  readonly fileBy: PlainDate | null
  readonly settleBy: PlainDate | null
}

/** The last days by the rules in force: so many days after the last acceptance; the day by which the year is settled. */
function daysBy(rules: readonly DeadlineRule[], project: DecidedProject, accepted: AcceptedFacts): Days {
  // While anybody is still to be accepted, the last acceptance has not been.
  const lastOn = isRunning(project.status) ? null : accepted.lastOn
  const own = rules.filter((rule) => rule.programme === project.programme)
  const fileRule = own.find((rule) => rule.counts === 'lastAcceptance')
  const yearRule = own.find((rule) => rule.counts === 'yearSettlement')
  return {
    fileBy: fileRule === undefined || lastOn === null ? null : lastDayAfter(fileRule, lastOn),
    settleBy:
      yearRule === undefined
        ? null
        : (occurrencesOf(yearRule, [], project.planYear - yearRule.planYearOffset)[0]?.lastDay ?? null),
  }
}

async function rulesInForce(reader: Reader, shipped: readonly DeadlineRule[]): Promise<DeadlineRule[]> {
  return (await readRules(reader, shipped)).filter((rule) => !rule.off)
}

/** Of the contracts the money was spent under; a task done by the centre itself has only what it received. */
async function paidOut(
  reader: Reader,
  contracts: readonly ContractRecord[],
  projectId: number,
): Promise<SettlementVoucher[]> {
  const payments = await readPayments(reader, contracts, projectId)
  const spent = payments.filter((one) => one.level === 'spent')
  return vouchersOfPayments(
    (spent.length > 0 ? spent : payments).map(({ contractId, amounts, details }) => ({
      ...details,
      contractId,
      amounts,
    })),
  )
}

/** Where the file does not agree with itself, the contract or what was accepted. */
export async function differencesOf(
  reader: Reader,
  { id, planYear }: { readonly id: number; readonly planYear: number },
  details: SettlementDetails,
): Promise<string[]> {
  const { parts } = await acceptedFacts(reader, id)
  const { contracted } = moneyOf(await signedContracts(reader, id), id)
  return settlementDifferences(
    details,
    {
      planYear,
      contractSupport: contracted === null ? null : supportOf(contracted),
      acceptedSupport: parts.length === 0 ? null : supportOf(acceptedAmounts(parts)),
    },
    dong,
  )
}

export async function readSettlement(
  reader: Reader,
  shipped: readonly DeadlineRule[],
  { projectId }: { readonly projectId: number },
) {
  const project = await decidedProject(reader, projectId)
  const stored = await findSettlement(reader, projectId)
  const settlement = stored?.details ?? (await blankSettlement(reader, project))
  const accepted = await acceptedFacts(reader, projectId)
  const contracts = await signedContracts(reader, projectId)
  const { contracted: _contracted, ...money } = moneyOf(contracts, projectId)
  const totals = settlementTotals(settlement)
  return {
    id: stored?.id ?? null,
    rowVersion: stored?.rowVersion ?? 0,
    projectId,
    code: project.code,
    name: project.content.name,
    programme: project.programme,
    status: project.status,
    settlement,
    approvalNumber: stored?.approvalNumber ?? '',
    approvedOn: stored?.approvedOn ?? null,
    totals,
    money,
    balance: balanceOf(totals.approvedSupport ?? totals.askedSupport, money),
    differences: await differencesOf(reader, project, settlement),
    paidOut: await paidOut(reader, contracts, projectId),
    lastAcceptedOn: accepted.lastOn,
    ...daysBy(await rulesInForce(reader, shipped), project, accepted),
  }
}

const listed: readonly ProjectStatus[] = [
  'contracted',
  'beneficiaryContracted',
  'inProgress',
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
]

export async function listSettlements(
  reader: Reader,
  shipped: readonly DeadlineRule[],
  { year }: { readonly year: number },
) {
  const ids = await reader.db
    .selectFrom('project')
    .select('id')
    .where('plan_year', '=', year)
    .where('status', 'in', [...listed])
    .orderBy('programme', 'desc')
    .orderBy('code')
    .execute()
  const rules = await rulesInForce(reader, shipped)
  const rows = []
  for (const { id } of ids) {
    const project = await decidedProject(reader, id)
    const stored = await findSettlement(reader, id)
    const accepted = await acceptedFacts(reader, id)
    const { contracted: _contracted, ...money } = moneyOf(await signedContracts(reader, id), id)
    const totals = stored === null ? null : settlementTotals(stored.details)
    const days = daysBy(rules, project, accepted)
    const filedOn = stored?.details.date ?? null
    rows.push({
      projectId: id,
      code: project.code,
      name: project.content.name,
      programme: project.programme,
      status: project.status,
      support: project.support,
      ...money,
      asked: totals?.askedSupport ?? 0,
      approved: totals?.approvedSupport ?? null,
      balance: balanceOf(
        totals?.approvedSupport ?? totals?.askedSupport ?? supportOf(acceptedAmounts(accepted.parts)),
        money,
      ),
      lastAcceptedOn: accepted.lastOn,
      ...days,
      filedOn,
      approvedOn: stored?.approvedOn ?? null,
      late:
        (filedOn === null && days.fileBy !== null && days.fileBy < reader.today) ||
        (stored?.approvedOn === undefined && days.settleBy !== null && days.settleBy < reader.today),
    })
  }
  return rows
}
