// Calls over the money of contracts: advances, payments, recoveries, support paid back. They belong to the area `contracts`.
import { z } from 'zod'
import { contractKinds, contractLevels, contractStates, contractWarningCodes } from '../domain/contracts'
import { projectStatuses } from '../domain/lifecycle'
import { paymentKinds, voucherKinds } from '../domain/payments'
import { command, query } from './call'
import { confidence } from './office'
import { amountsBySource, done, dong, id, line, plainDate, programme, rowVersion, year } from './values'

export const paymentKind = z.enum(paymentKinds, 'Phải là tạm ứng, thanh toán hoặc thu hồi.')

export const paymentDetails = z.strictObject({
  kind: paymentKind,
  round: z.number('Phải là số lần.').int('Phải là số lần.').min(1, 'Lần đánh số từ 1.').max(99, 'Nhiều lần quá.'),
  onDate: plainDate,
  /** What of the sum is each đề án's. */
  lines: z
    .array(z.strictObject({ projectId: id, amounts: amountsBySource }))
    .min(1, 'Phải nhập số tiền của ít nhất một đề án.')
    .max(200, 'Nhiều đề án quá.'),
  voucherKind: z.enum(voucherKinds, 'Chọn loại chứng từ.').default('treasuryOrder'),
  voucherNumber: line(60).default(''),
  voucherDate: plainDate.nullable().default(null),
  payee: line(300).default(''),
  content: line(500).default(''),
  /** Share of the volume or of the total investment done, hundredths of a percent. */
  doneBasisPoints: z
    .number('Phải là tỷ lệ.')
    .int('Tỷ lệ có nhiều nhất hai chữ số thập phân.')
    .min(0, 'Tỷ lệ không được âm.')
    .max(10_000, 'Tỷ lệ quá 100 %.')
    .nullable()
    .default(null),
  /** Xác nhận của Sở. */
  confirmationNumber: line(60).default(''),
  confirmedOn: plainDate.nullable().default(null),
  /** Papers of the checklist in hand, by code. */
  papers: z.array(z.string().min(1).max(100)).max(100, 'Nhiều giấy tờ quá.').default([]),
  note: line(1_000).default(''),
})
export type PaymentDetails = z.output<typeof paymentDetails>
export type PaymentDetailsInput = z.input<typeof paymentDetails>

const warning = z.strictObject({
  code: z.enum(contractWarningCodes),
  words: z.string(),
  legalBasis: z.string(),
  confidence,
  excess: z.number().int(),
})

export const paymentRow = z.strictObject({
  id,
  rowVersion,
  contractId: id,
  contractNumber: z.string(),
  contractKind: z.enum(contractKinds),
  level: z.enum(contractLevels),
  details: paymentDetails,
  amounts: amountsBySource,
  overrides: z.array(
    z.strictObject({
      code: z.enum(contractWarningCodes),
      words: z.string(),
      reason: z.string(),
      actor: z.string(),
      at: z.string(),
    }),
  ),
})
export type PaymentRow = z.output<typeof paymentRow>

export const requiredPaper = z.strictObject({
  code: z.string(),
  name: z.string(),
  legalBasis: z.string(),
  confidence,
})

/** Running sums; `left` and `open` may be negative where more was given than signed, or settled than given. */
const signed = z.strictObject({
  national: z.number().int(),
  local: z.number().int(),
  counterpart: z.number().int(),
  other: z.number().int(),
})
export const moneyState = z.strictObject({
  allocated: signed,
  contracted: signed,
  advanced: signed,
  paid: signed,
  recovered: signed,
  settled: signed,
  left: signed,
  open: signed,
})

export const repayments = z.strictObject({
  dues: z.array(
    z.strictObject({
      dueOn: z.string(),
      amount: z.number().int(),
      received: z.number().int(),
      left: z.number().int(),
      overdue: z.boolean(),
    }),
  ),
  scheduled: z.number().int(),
  received: z.number().int(),
  left: z.number().int(),
  overdue: z.number().int(),
  excess: z.number().int(),
})

export const receiptDetails = z.strictObject({
  onDate: plainDate,
  amount: dong.min(1, 'Phải nhập số tiền đã thu.'),
  payer: line(300).default(''),
  voucherNumber: line(60).default(''),
  note: line(500).default(''),
})
export type ReceiptDetails = z.output<typeof receiptDetails>

export const boardStages = ['assigned', 'contracted', 'advanced', 'accepted', 'liquidated', 'settled'] as const
/** Đã giao, hợp đồng, tạm ứng, nghiệm thu, thanh lý, quyết toán. */
export type BoardStage = (typeof boardStages)[number]

export const boardRow = z.strictObject({
  projectId: id,
  code: z.string(),
  name: z.string(),
  programme,
  status: z.enum(projectStatuses),
  stage: z.enum(boardStages),
  beneficiaries: z.array(z.string()),
  places: z.array(z.string()),
  decision: z.string(),
  contracts: z.array(
    z.strictObject({ id, number: z.string(), signedOn: z.string().nullable(), state: z.enum(contractStates) }),
  ),
  money: moneyState,
  level: z.enum(contractLevels),
})
export type BoardRow = z.output<typeof boardRow>

export const paymentCalls = {
  money: query({
    summary: 'Tiền của một đề án: được giao, đã ký, tạm ứng, thanh toán, thu hồi, quyết toán, còn lại theo nguồn',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({
      projectId: id,
      code: z.string(),
      name: z.string(),
      programme,
      planYear: year,
      /** Under the contract with the agency, and under those with beneficiaries and suppliers. */
      levels: z.array(
        z.strictObject({ level: z.enum(contractLevels), contracts: z.number().int(), money: moneyState }),
      ),
      /** The level that is told upward. */
      leading: z.enum(contractLevels),
      payments: z.array(paymentRow),
      /** Null where the support is not paid back. */
      repayments: repayments.nullable(),
      receipts: z.array(receiptDetails.extend({ id, rowVersion })),
      /** Disbursed of what was assigned, hundredths of a percent. */
      disbursementBasisPoints: z.number().int().nullable(),
    }),
  }),
  payments: query({
    summary: 'Các lần tạm ứng, thanh toán, thu hồi của một hợp đồng',
    input: z.strictObject({ contractId: id }),
    output: z.array(paymentRow),
  }),
  proposePayment: query({
    summary: 'Một lần tạm ứng, thanh toán hoặc thu hồi điền sẵn: lần thứ mấy, số tiền còn được cấp, giấy tờ phải có',
    input: z.strictObject({ contractId: id, kind: paymentKind, date: plainDate.nullable().default(null) }),
    output: z.strictObject({
      payment: paymentDetails,
      /** The rule of the first đề án, in words; empty where none is known. */
      rule: z.string(),
      ruleBasis: z.string(),
      ruleConfidence: confidence,
      papers: z.array(requiredPaper),
    }),
  }),
  checkPayment: query({
    summary: 'Điều mâu thuẫn và cảnh báo của một lần tạm ứng, thanh toán đang nhập',
    input: z.strictObject({ id: id.nullable().default(null), contractId: id, payment: paymentDetails }),
    output: z.strictObject({
      problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
      warnings: z.array(warning),
      papers: z.array(requiredPaper),
    }),
  }),
  savePayment: command({
    summary: 'Ghi hoặc sửa một lần tạm ứng, thanh toán, thu hồi',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      contractId: id,
      payment: paymentDetails,
      /** Why, where a warning is gone past. */
      reason: line(1_000).default(''),
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removePayment: command({
    summary: 'Xóa một lần tạm ứng, thanh toán, thu hồi ghi nhầm',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  saveReceipt: command({
    summary: 'Ghi hoặc sửa một lần thu hoàn trả của đề án hỗ trợ có thu hồi',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      receipt: receiptDetails,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeReceipt: command({
    summary: 'Xóa một lần thu hoàn trả ghi nhầm',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  board: query({
    summary: 'Các đề án được giao của một năm theo giai đoạn thực hiện, và tiền trong năm theo nguồn',
    input: z.strictObject({ year, programme: programme.nullable().default(null) }),
    output: z.strictObject({
      year,
      rows: z.array(boardRow),
      stages: z.array(z.strictObject({ stage: z.enum(boardStages), count: z.number().int() })),
      money: moneyState,
      disbursementBasisPoints: z.number().int().nullable(),
    }),
  }),
}
