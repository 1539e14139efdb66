// What can be done about settlement and liquidation: save the file, record what was approved, close a contract by its minutes.

import { Refusal } from '../../shared/contract/errors'
import type { SettlementDetails } from '../../shared/contract/executionSettlement'
import {
  approvalWarnings,
  type GivenAtLevel,
  grantedTooMuch,
  type KnownVoucher,
  liquidationProblems,
  type SettlementVoucher,
  settlementContradictions,
  voucherKey,
  voucherProblems,
} from '../../shared/domain/executionSettlement'
import {
  type AmountsBySource,
  addAmounts,
  noAmounts,
  subtractAmounts,
  sumAmounts,
  supportSources,
} from '../../shared/domain/money'
import { vouchersOfPayments } from '../../shared/domain/paidVouchers'
import { keptOf } from '../../shared/domain/payments'
import { contractLevelLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { readProjectMoney } from '../contracts/money'
import { readPayments } from '../contracts/paymentRecords'
import { type ContractRecord, movementsOf, valueFor } from '../contracts/records'
import { closeContract } from '../contracts/signing'
import type { Writer } from '../database/access'
import { contractToClose } from './liquidationReader'
import { signedContracts } from './money'
import { decidedProject, prefixed } from './projectInForce'
import { refuseContradictions, type SavedRecord, under } from './records'
import { acceptedFacts, differencesOf, findSettlement, type StoredSettlement } from './settlementReader'
import { dong } from './words'

async function knownVouchers(writer: Writer, projectId: number): Promise<KnownVoucher[]> {
  const rows = await writer.db
    .selectFrom('settlement_voucher as voucher')
    .innerJoin('settlement', 'settlement.id', 'voucher.settlement_id')
    .innerJoin('project', 'project.id', 'settlement.project_id')
    .where('project.id', '<>', projectId)
    .select(['voucher.number', 'voucher.date', 'voucher.payee', 'project.code'])
    .orderBy('voucher.id')
    .execute()
  const shared = new Set((await sharedVouchers(writer, projectId)).map(voucherKey))
  return rows
    .filter((row) => !shared.has(voucherKey(row)))
    .map(({ code, ...voucher }) => ({ ...voucher, where: `bảng kê của đề án ${code}` }))
}

/** One payment order may pay several đề án of a contract: each lists it with its own part, as the payment on record tells. */
async function sharedVouchers(writer: Writer, projectId: number): Promise<SettlementVoucher[]> {
  const payments = await readPayments(writer, await signedContracts(writer, projectId), projectId)
  const several = payments.filter(({ details }) => details.lines.length > 1)
  return vouchersOfPayments(several.map(({ contractId, amounts, details }) => ({ ...details, contractId, amounts })))
}

function refuseApproved(stored: StoredSettlement | null): void {
  if (stored !== null && stored.approvedOn !== null)
    throw new Refusal('version.locked', `Hồ sơ quyết toán đã được phê duyệt ngày ${formatDate(stored.approvedOn)}`)
}

/**
 * @throws Refusal record.missing, record.conflict, version.locked (approved), step.not-allowed (nothing accepted),
 * rule.contradiction
 */
export async function saveSettlement(
  writer: Writer,
  input: { readonly projectId: number; readonly rowVersion: number; readonly settlement: SettlementDetails },
): Promise<SavedRecord> {
  const { db } = writer
  const { settlement } = input
  const project = await decidedProject(writer, input.projectId)
  const stored = await findSettlement(writer, input.projectId)
  refuseApproved(stored)
  if ((stored?.rowVersion ?? 0) !== input.rowVersion) throw new Refusal('record.conflict')
  const accepted = await acceptedFacts(writer, input.projectId)
  if (accepted.lastOn === null)
    throw new Refusal(
      'step.not-allowed',
      `đề án ${project.code} chưa có lần nghiệm thu nào đạt nên chưa có gì để quyết toán.`,
      [{ path: 'projectId', message: 'Đề án chưa được nghiệm thu.' }],
    )
  const problems = [
    ...settlementContradictions(settlement, writer.today, dong),
    ...voucherProblems(settlement.vouchers, await knownVouchers(writer, input.projectId)),
  ]
  if (settlement.date !== null && settlement.date < accepted.lastOn)
    problems.push({
      path: 'date',
      message: `Ngày lập hồ sơ sớm hơn lần nghiệm thu cuối (${formatDate(accepted.lastOn)}).`,
    })
  refuseContradictions(under('settlement', problems))
  const rowVersion = input.rowVersion + 1
  const columns = {
    version_id: project.versionId,
    date: settlement.date,
    document_number: settlement.documentNumber,
    with_invoice: settlement.withInvoice ? (1 as const) : (0 as const),
    last_of_year: settlement.lastOfYear ? (1 as const) : (0 as const),
    difference_reason: settlement.differenceReason,
    note: settlement.note,
    row_version: rowVersion,
  }
  const { id } =
    stored ??
    (await db
      .insertInto('settlement')
      .values({ ...columns, project_id: input.projectId, approval_number: '', approved_on: null })
      .returning('id')
      .executeTakeFirstOrThrow())
  await db.updateTable('settlement').set(columns).where('id', '=', id).execute()
  await writeParts(writer, id, settlement)
  return { id, rowVersion }
}

async function writeParts(writer: Writer, id: number, settlement: SettlementDetails): Promise<void> {
  const { db } = writer
  await db.deleteFrom('settlement_line').where('settlement_id', '=', id).execute()
  await db.deleteFrom('settlement_voucher').where('settlement_id', '=', id).execute()
  for (const [rank, line] of settlement.lines.entries())
    await db
      .insertInto('settlement_line')
      .values({
        settlement_id: id,
        rank,
        content: line.content,
        ...prefixed('planned', line.planned),
        ...prefixed('asked', line.asked),
        ...approvedColumns(line.approved),
        note: line.note,
      })
      .execute()
  for (const [rank, { amounts, ...voucher }] of settlement.vouchers.entries())
    await db
      .insertInto('settlement_voucher')
      .values({ settlement_id: id, rank, ...voucher, ...amounts })
      .execute()
}

/** Four columns, all empty until it is decided. */
function approvedColumns(approved: AmountsBySource | null) {
  const undecided = {
    approved_national: null,
    approved_local: null,
    approved_counterpart: null,
    approved_other: null,
  }
  return approved === null ? undecided : prefixed('approved', approved)
}

async function givenAtLevels(writer: Writer, projectId: number): Promise<GivenAtLevel[]> {
  const [project] = await readProjectMoney(writer, [projectId])
  return (project?.levels ?? []).flatMap(({ level, contracts, money }) =>
    contracts.length === 0
      ? []
      : [
          {
            words: contractLevelLabels[level],
            received: subtractAmounts(addAmounts(money.advanced, money.paid), money.recovered),
            explained: restExplained(contracts, projectId),
          },
        ],
  )
}

function restExplained(contracts: readonly ContractRecord[], projectId: number): boolean {
  const open = contracts.filter((one) => {
    const [value, kept] = [valueFor(one, projectId), keptOf(movementsOf(one, projectId))]
    return supportSources.some((source) => value[source] > kept[source])
  })
  return open.length > 0 && open.every((one) => one.state === 'liquidated' && one.closedReason !== '')
}

/** @throws Refusal record.missing, record.conflict, version.locked, step.not-allowed, rule.contradiction, rule.warning */
export async function approveSettlement(
  writer: Writer,
  input: {
    readonly projectId: number
    readonly rowVersion: number
    readonly approvalNumber: string
    readonly approvedOn: PlainDate
    readonly approved: readonly AmountsBySource[]
    readonly reason: string
  },
): Promise<{ rowVersion: number }> {
  const { db } = writer
  const stored = await findSettlement(writer, input.projectId)
  if (stored === null) throw new Refusal('record.missing', 'hồ sơ quyết toán')
  refuseApproved(stored)
  if (stored.rowVersion !== input.rowVersion) throw new Refusal('record.conflict')
  const { details } = stored
  if (details.date === null)
    throw new Refusal('step.not-allowed', 'hồ sơ quyết toán chưa ghi ngày lập nên chưa gửi đi được.', [
      { path: 'projectId', message: 'Hồ sơ quyết toán chưa ghi ngày lập.' },
    ])
  const problems = [
    ...(details.lines.length > 0 ? [] : [{ path: 'approved', message: 'Hồ sơ chưa có dòng chi nào để duyệt.' }]),
    ...(input.approved.length === details.lines.length
      ? []
      : [
          {
            path: 'approved',
            message: `Hồ sơ có ${details.lines.length} dòng, số được duyệt có ${input.approved.length}.`,
          },
        ]),
    ...details.lines.flatMap((line, index) =>
      grantedTooMuch(line, input.approved[index] ?? noAmounts, dong).map(({ path, message }) => ({
        path: `approved.${index}.${path}`,
        message,
      })),
    ),
  ]
  if (input.approvedOn < details.date)
    problems.push({
      path: 'approvedOn',
      message: `Ngày phê duyệt sớm hơn ngày lập hồ sơ (${formatDate(details.date)}).`,
    })
  if (input.approvedOn > writer.today) problems.push({ path: 'approvedOn', message: 'Ngày phê duyệt chưa đến.' })
  refuseContradictions(problems)
  const total = sumAmounts(input.approved)
  const unsaid =
    details.differenceReason === ''
      ? await differencesOf(writer, await decidedProject(writer, input.projectId), details)
      : []
  const warnings = [
    ...approvalWarnings(total, await givenAtLevels(writer, input.projectId), dong),
    ...unsaid.map((words) => `Hồ sơ chưa ghi lý do: ${words}.`),
  ]
  if (warnings.length > 0 && input.reason === '')
    throw new Refusal(
      'rule.warning',
      warnings.join(' '),
      warnings.map((message) => ({ path: 'reason', message })),
    )
  const reasons = [details.differenceReason, input.reason].filter((one) => one !== '')
  for (const [rank, approved] of input.approved.entries())
    await db
      .updateTable('settlement_line')
      .set(prefixed('approved', approved))
      .where('settlement_id', '=', stored.id)
      .where('rank', '=', rank)
      .execute()
  const rowVersion = input.rowVersion + 1
  await db
    .updateTable('settlement')
    .set({
      approval_number: input.approvalNumber,
      approved_on: input.approvedOn,
      difference_reason: reasons.join('\n'),
      row_version: rowVersion,
    })
    .where('id', '=', stored.id)
    .execute()
  return { rowVersion }
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction (money nobody accounts for) */
export async function liquidateContract(
  writer: Writer,
  input: {
    readonly contractId: number
    readonly rowVersion: number
    readonly date: PlainDate
    readonly number: string
    readonly explanation: string
  },
): Promise<{ rowVersion: number }> {
  const { contract, balance, lastAcceptedOn, projects } = await contractToClose(writer, input.contractId)
  if (contract.rowVersion !== input.rowVersion) throw new Refusal('record.conflict')
  const unaccepted = projects.filter((one) => one.nothingAccepted)
  if (contract.details.kind !== 'supplier' && unaccepted.length > 0)
    throw new Refusal(
      'step.not-allowed',
      `chưa nghiệm thu ${unaccepted.map(({ code }) => code).join(', ')}; thanh lý sau khi đã nghiệm thu.`,
      [{ path: 'contractId', message: 'Đề án của hợp đồng chưa được nghiệm thu.' }],
    )
  refuseContradictions(liquidationProblems({ ...input, balance }, lastAcceptedOn, writer.today, dong))
  return closeContract(writer, input.contractId, 'liquidate', {
    date: input.date,
    number: input.number,
    reason: input.explanation,
  })
}
