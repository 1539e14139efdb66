// What can be done with support that is paid back: a receipt recorded, changed, taken away.

import { Refusal } from '../../shared/contract/errors'
import type { ReceiptDetails } from '../../shared/contract/payments'
import { voucherKey } from '../../shared/domain/payments'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Writer } from '../database/access'
import { readGranted } from './granted'

export interface ReceiptSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly projectId: number
  readonly receipt: ReceiptDetails
}

async function receiptOf(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db.selectFrom('repayment_receipt').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'lần thu hoàn trả')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row
}

/** @throws Refusal rule.contradiction where the support is not to be paid back, or more would come back than was due */
export async function saveReceipt(writer: Writer, input: ReceiptSave): Promise<{ id: number; rowVersion: number }> {
  const project = (await readGranted(writer, [input.projectId])).get(input.projectId)
  if (project === undefined) throw new Refusal('record.missing', 'đề án')
  if (project.supportMode !== 'recoverable')
    throw new Refusal('rule.contradiction', `đề án ${project.code} hỗ trợ không thu hồi.`, [
      { path: 'projectId', message: 'Đề án này hỗ trợ không thu hồi nên không có tiền hoàn trả.' },
    ])
  if (input.receipt.onDate > writer.today)
    throw new Refusal('rule.contradiction', 'ngày thu chưa đến.', [
      { path: 'receipt.onDate', message: `Ngày này chưa đến (hôm nay ${formatDate(writer.today)}).` },
    ])
  const before = input.id === null ? null : await receiptOf(writer, input.id, input.rowVersion)
  await refuseOverpaid(writer, input, project.inForce?.versionId ?? null)
  const { receipt } = input
  const key = voucherKey({
    level: 'repayment',
    kind: 'receipt',
    number: receipt.voucherNumber,
    date: receipt.onDate,
    payee: '',
  })
  await refuseReceiptTwice(writer, key, input)
  const columns = {
    on_date: receipt.onDate,
    amount: receipt.amount,
    payer: receipt.payer,
    voucher_number: receipt.voucherNumber,
    voucher_key: key,
    note: receipt.note,
  }
  if (before === null) {
    const { id } = await writer.db
      .insertInto('repayment_receipt')
      .values({ project_id: input.projectId, ...columns, row_version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: 1 }
  }
  if (before.project_id !== input.projectId) throw new Refusal('record.missing', 'lần thu hoàn trả')
  await writer.db
    .updateTable('repayment_receipt')
    .set({ ...columns, row_version: before.row_version + 1 })
    .where('id', '=', before.id)
    .execute()
  return { id: before.id, rowVersion: before.row_version + 1 }
}

async function refuseOverpaid(writer: Writer, input: ReceiptSave, versionId: number | null): Promise<void> {
  if (versionId === null) return
  const due = await writer.db
    .selectFrom('repayment')
    .where('version_id', '=', versionId)
    .select(({ fn }) => fn.sum<number | null>('amount').as('sum'))
    .executeTakeFirstOrThrow()
  let received = writer.db.selectFrom('repayment_receipt').where('project_id', '=', input.projectId)
  if (input.id !== null) received = received.where('id', '<>', input.id)
  const { sum } = await received.select(({ fn }) => fn.sum<number | null>('amount').as('sum')).executeTakeFirstOrThrow()
  const left = (due.sum ?? 0) - (sum ?? 0)
  if (input.receipt.amount <= left) return
  throw new Refusal('rule.contradiction', 'thu nhiều hơn số còn phải hoàn trả.', [
    { path: 'receipt.amount', message: `Theo lịch chỉ còn phải hoàn trả ${formatMoney(Math.max(0, left))} đồng.` },
  ])
}

async function refuseReceiptTwice(writer: Writer, key: string, input: ReceiptSave): Promise<void> {
  if (key === '') return
  const first = await writer.db
    .selectFrom('repayment_receipt as receipt')
    .innerJoin('project', 'project.id', 'receipt.project_id')
    .where('receipt.voucher_key', '=', key)
    .select(['receipt.id', 'receipt.on_date', 'project.code'])
    .executeTakeFirst()
  if (first === undefined || first.id === input.id) return
  const where = `ngày ${formatDate(first.on_date)}, đề án ${first.code}`
  throw new Refusal('record.duplicate', `chứng từ thu số ${input.receipt.voucherNumber}, ${where}`, [
    { path: 'receipt.voucherNumber', message: `Chứng từ này đã ghi ${where}.` },
  ])
}

/** @throws Refusal record.missing, record.conflict */
export async function removeReceipt(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await receiptOf(writer, input.id, input.rowVersion)
  await writer.db.deleteFrom('repayment_receipt').where('id', '=', input.id).execute()
}
