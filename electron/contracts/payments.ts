// What can be done with the money of a contract: record an advance, a payment, a recovery; take one away.

import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { PaymentDetails } from '../../shared/contract/payments'
import { paymentContradictions, paymentWarnings } from '../../shared/domain/advances'
import { type ContractLevel, levelOf } from '../../shared/domain/contracts'
import { fundingSources, supportSources } from '../../shared/domain/money'
import { givenBy, keptOf, type VoucherKind, voucherKey } from '../../shared/domain/payments'
import { paymentKindLabels, sourceLabels, voucherKindLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader, Writer } from '../database/access'
import { contractRecord } from './commands'
import { readProjectMoney, settledBy } from './money'
import { keepOverrides, refuseUnanswered } from './overrides'
import { judgePayment, type PaymentServices } from './paymentFacts'
import { type ContractRecord, movementsOf } from './records'

export interface PaymentSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly contractId: number
  readonly payment: PaymentDetails
  readonly reason: string
}

/** đề án not of the contract, or named twice. */
export function lineProblems(contract: ContractRecord, { lines }: PaymentDetails): FieldProblem[] {
  return lines.flatMap(({ projectId }, index): FieldProblem[] => {
    const path = `lines.${index}.projectId`
    if (!contract.details.lines.some((line) => line.projectId === projectId))
      return [{ path, message: 'Đề án này không thuộc hợp đồng.' }]
    if (lines.findIndex((line) => line.projectId === projectId) !== index)
      return [{ path, message: 'Đề án này ghi hai lần trong một chứng từ.' }]
    return []
  })
}

interface Voucher {
  readonly level: ContractLevel | 'repayment'
  readonly kind: VoucherKind
  readonly number: string
  readonly date: string | null
  readonly payee: string
}

/** Names the first, so that whoever types it twice sees where it is. */
export async function refuseVoucherTwice(
  reader: Reader,
  voucher: Voucher,
  exceptPaymentId: number | null,
): Promise<string> {
  const key = voucherKey(voucher)
  if (key === '') return key
  const first = await reader.db
    .selectFrom('contract_payment as payment')
    .innerJoin('contract_payment_line as line', 'line.payment_id', 'payment.id')
    .innerJoin('project', 'project.id', 'line.project_id')
    .where('payment.voucher_key', '=', key)
    .select(['payment.id', 'payment.kind', 'payment.on_date', 'payment.round', 'payment.contract_id', 'project.code'])
    .executeTakeFirst()
  if (first === undefined || first.id === exceptPaymentId) return key
  const contract = await contractRecord(reader, first.contract_id)
  const where = `${paymentKindLabels[first.kind as PaymentDetails['kind']].toLocaleLowerCase('vi')} lần ${first.round} ngày ${formatDate(first.on_date)}, hợp đồng ${contract.number}, đề án ${first.code}`
  const what = `${voucherKindLabels[voucher.kind].toLocaleLowerCase('vi')} số ${voucher.number}`
  throw new Refusal('record.duplicate', `${what}: đã ghi cho lần ${where}`, [
    { path: 'payment.voucherNumber', message: `Chứng từ này đã ghi cho ${where}.` },
  ])
}

function paymentColumns(details: PaymentDetails, key: string) {
  return {
    kind: details.kind,
    round: details.round,
    on_date: details.onDate,
    voucher_kind: details.voucherKind,
    voucher_number: details.voucherNumber,
    voucher_date: details.voucherDate,
    voucher_key: key,
    payee: details.payee,
    content: details.content,
    done_basis_points: details.doneBasisPoints,
    confirmation_number: details.confirmationNumber,
    confirmed_on: details.confirmedOn,
    note: details.note,
  }
}

/** @throws Refusal rule.contradiction, rule.warning (no reason given), record.duplicate (voucher, round), record.conflict */
export async function savePayment(
  writer: Writer,
  services: PaymentServices,
  input: PaymentSave,
): Promise<{ id: number; rowVersion: number }> {
  const contract = await contractRecord(writer, input.contractId)
  const before = input.id === null ? null : await paymentOf(writer, input.id, input.rowVersion)
  if (before !== null && before.contract_id !== contract.id) throw new Refusal('record.missing', 'lần thanh toán')
  const { facts } = await judgePayment(writer, services, contract, input.payment, input.id)
  const own = [...lineProblems(contract, input.payment), ...paymentContradictions(facts)]
  const problems = (own.length > 0 ? own : leftBehind(contract, input)).map(({ path, message }) => ({
    path: `payment.${path}`,
    message,
  }))
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  await refuseRoundTwice(writer, contract, input)
  const key = await refuseVoucherTwice(writer, voucherOf(contract, input.payment), input.id)
  const warnings = paymentWarnings(facts, (source) => sourceLabels[source].short)
  refuseUnanswered(warnings, input.reason)
  const columns = paymentColumns(input.payment, key)
  const saved =
    before === null
      ? await writer.db
          .insertInto('contract_payment')
          .values({ contract_id: contract.id, ...columns, row_version: 1 })
          .returning(['id', 'row_version'])
          .executeTakeFirstOrThrow()
      : await writer.db
          .updateTable('contract_payment')
          .set({ ...columns, row_version: before.row_version + 1 })
          .where('id', '=', before.id)
          .returning(['id', 'row_version'])
          .executeTakeFirstOrThrow()
  await writeParts(writer, saved.id, input.payment)
  await keepOverrides(writer, { contractId: contract.id, paymentId: saved.id }, warnings, input.reason)
  return { id: saved.id, rowVersion: saved.row_version }
}

export function voucherOf(contract: ContractRecord, payment: PaymentDetails): Voucher {
  return {
    level: levelOf(contract.details.kind),
    kind: payment.voucherKind,
    number: payment.voucherNumber,
    date: payment.voucherDate ?? payment.onDate,
    payee: payment.payee,
  }
}

async function writeParts(writer: Writer, paymentId: number, { lines, papers }: PaymentDetails): Promise<void> {
  await writer.db.deleteFrom('contract_payment_line').where('payment_id', '=', paymentId).execute()
  await writer.db.deleteFrom('contract_payment_paper').where('payment_id', '=', paymentId).execute()
  for (const line of lines)
    await writer.db
      .insertInto('contract_payment_line')
      .values({ payment_id: paymentId, project_id: line.projectId, ...line.amounts })
      .execute()
  for (const code of new Set(papers))
    await writer.db.insertInto('contract_payment_paper').values({ payment_id: paymentId, code }).execute()
}

async function paymentOf(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db
    .selectFrom('contract_payment')
    .select(['id', 'contract_id', 'row_version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'lần thanh toán')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row
}

async function refuseRoundTwice(writer: Writer, contract: ContractRecord, { id, payment }: PaymentSave): Promise<void> {
  const taken = await writer.db
    .selectFrom('contract_payment')
    .select(['id', 'on_date'])
    .where('contract_id', '=', contract.id)
    .where('kind', '=', payment.kind)
    .where('round', '=', payment.round)
    .executeTakeFirst()
  if (taken === undefined || taken.id === id) return
  const what = `${paymentKindLabels[payment.kind].toLocaleLowerCase('vi')} lần ${payment.round}`
  throw new Refusal('record.duplicate', `${what} của hợp đồng này, ngày ${formatDate(taken.on_date)}`, [
    { path: 'payment.round', message: `Lần ${payment.round} đã ghi ngày ${formatDate(taken.on_date)}.` },
  ])
}

/** Less given than was taken back since, or taken back before it was given: the sum of no day may fall below zero. */
export function leftBehind(
  contract: ContractRecord,
  { id, payment }: Pick<PaymentSave, 'id'> & { readonly payment: PaymentDetails | null },
): FieldProblem[] {
  const ids = contract.details.lines.map((line) => line.projectId)
  return ids.flatMap((projectId): FieldProblem[] => {
    const others = movementsOf(contract, projectId).filter((one) => one.paymentId !== id)
    const own = payment?.lines.find((line) => line.projectId === projectId)
    const all =
      own === undefined || payment === null
        ? others
        : [...others, { kind: payment.kind, onDate: payment.onDate, amounts: own.amounts }]
    for (const recovery of all.filter((one) => one.kind === 'recovery')) {
      const until = all.filter((one) => one.onDate <= recovery.onDate)
      const given = givenBy(until)
      for (const source of fundingSources) {
        const back = until.filter((one) => one.kind === 'recovery').reduce((sum, one) => sum + one.amounts[source], 0)
        if (back > given[source])
          return [
            {
              path: 'lines',
              message: `Đến ngày ${formatDate(recovery.onDate)} thu hồi ${formatMoney(back)} đồng mà mới cấp ${formatMoney(given[source])} đồng (${sourceLabels[source].short}).`,
            },
          ]
      }
    }
    return []
  })
}

/** A settlement approved on this money: without it more would stand settled than was ever given, and nobody would know why. */
async function settledWithout(writer: Writer, contract: ContractRecord, id: number): Promise<FieldProblem[]> {
  const projects = await readProjectMoney(
    writer,
    contract.details.lines.map((line) => line.projectId),
  )
  return projects.flatMap((project): FieldProblem[] => {
    const movements = movementsOf(contract, project.granted.projectId)
    const rest = movements.filter((one) => one.paymentId !== id)
    const before = givenBy(movements)
    const left = keptOf(rest)
    const settled = settledBy(project, contract)
    return supportSources.flatMap((source): FieldProblem[] =>
      givenBy(rest)[source] === before[source] || settled[source] <= left[source]
        ? []
        : [
            {
              path: 'lines',
              message: `${project.granted.code}, ${sourceLabels[source].short}: quyết toán đã duyệt ${formatMoney(settled[source])} đồng trên số đã cấp của hợp đồng; xóa lần này thì chỉ còn ${formatMoney(left[source])} đồng. Nếu số tiền ghi sai, hãy sửa lại lần này thay vì xóa.`,
            },
          ],
    )
  })
}

/** What the minutes of liquidation count is put right with a reason, not taken away. */
function liquidatedOver({ state, closedOn, closedReason, movements }: ContractRecord, id: number): FieldProblem[] {
  const onDate = movements.find((one) => one.paymentId === id)?.onDate
  if (state !== 'liquidated' || closedOn === null || onDate === undefined) return []
  if (closedReason !== '' && onDate > closedOn) return []
  return [
    {
      path: 'id',
      message: `Hợp đồng đã thanh lý ngày ${formatDate(closedOn)} với số tiền này. Nếu ghi sai, hãy sửa lại lần này kèm lý do thay vì xóa.`,
    },
  ]
}

/** @throws Refusal record.missing, record.conflict, rule.contradiction when a recovery or a settlement rests on it */
export async function removePayment(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const row = await paymentOf(writer, input.id, input.rowVersion)
  const contract = await contractRecord(writer, row.contract_id)
  const [problem] = [
    ...liquidatedOver(contract, input.id),
    ...leftBehind(contract, { id: input.id, payment: null }),
    ...(await settledWithout(writer, contract, input.id)),
  ]
  if (problem !== undefined) throw new Refusal('rule.contradiction', problem.message, [{ ...problem, path: 'id' }])
  await writer.db.deleteFrom('contract_payment').where('id', '=', input.id).execute()
}
