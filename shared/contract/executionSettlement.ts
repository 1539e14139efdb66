// Calls over settlement and liquidation (Mẫu 6 to 10). They belong to the area `execution`.
import { z } from 'zod'
import { voucherKinds } from '../domain/executionSettlement'
import { command, query } from './call'
import { projectStatus } from './lifecycle'
import { amountsBySource, id, line, paragraphs, plainDate, programme, requiredLine, rowVersion, year } from './values'

export const settlementLine = z.strictObject({
  content: requiredLine('nội dung chi', 1_000),
  planned: amountsBySource,
  /** Đề nghị quyết toán. */
  asked: amountsBySource,
  /** Được duyệt; null until decided. */
  approved: amountsBySource.nullable(),
  note: line(500),
})

export const settlementVoucher = z.strictObject({
  number: requiredLine('số chứng từ', 60),
  date: plainDate,
  kind: z.enum(voucherKinds, 'Chọn loại chứng từ.'),
  content: requiredLine('nội dung chi', 1_000),
  payee: line(300),
  amounts: amountsBySource,
  note: line(500),
})

/** A payment told as a voucher; its number may be missing still. */
const paidVoucher = settlementVoucher.extend({ number: line(60), content: line(1_000) })

export const settlementDetails = z.strictObject({
  date: plainDate.nullable(),
  documentNumber: line(60),
  /** Quyết toán có hóa đơn tài chính gửi Cục (TT36 Đ.19). */
  withInvoice: z.boolean(),
  /** Hợp đồng cuối cùng trong năm: kèm bảng đối chiếu kinh phí. */
  lastOfYear: z.boolean(),
  lines: z.array(settlementLine).max(2_000, 'Nhiều dòng quá (tối đa 2.000).'),
  vouchers: z.array(settlementVoucher).max(2_000, 'Nhiều chứng từ quá (tối đa 2.000).'),
  /** Why the file goes out in spite of what does not agree. */
  differenceReason: paragraphs(2_000),
  note: paragraphs(2_000),
})
export type SettlementDetails = z.output<typeof settlementDetails>

const balance = z.strictObject({
  received: z.number().int(),
  due: z.number().int(),
  toPay: z.number().int(),
  toRecover: z.number().int(),
})

const money = z.strictObject({ advanced: z.number().int(), paid: z.number().int(), recovered: z.number().int() })

export const settlementCalls = {
  settlements: query({
    summary: 'Thanh lý – quyết toán của các đề án một năm: hợp đồng, đã nhận, đề nghị, được duyệt, còn lại, thời hạn',
    input: z.strictObject({ year }),
    output: z.array(
      z.strictObject({
        projectId: id,
        code: z.string(),
        name: z.string(),
        programme,
        status: projectStatus,
        support: z.number().int(),
        ...money.shape,
        /** Of the support, like the rest of the row. */
        asked: z.number().int(),
        approved: z.number().int().nullable(),
        balance,
        lastAcceptedOn: z.string().nullable(),
        /** The last day for the settlement file; null: no rule, or nothing accepted yet. */
        fileBy: z.string().nullable(),
        settleBy: z.string().nullable(),
        filedOn: z.string().nullable(),
        approvedOn: z.string().nullable(),
        late: z.boolean(),
      }),
    ),
  }),
  settlement: query({
    summary: 'Hồ sơ quyết toán của một đề án: biểu chi, bảng kê chứng từ, đối chiếu; điền sẵn khi chưa lập',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({
      /** null while nothing is on record. */
      id: id.nullable(),
      rowVersion,
      projectId: id,
      code: z.string(),
      name: z.string(),
      programme,
      status: projectStatus,
      settlement: settlementDetails,
      approvalNumber: z.string(),
      approvedOn: z.string().nullable(),
      totals: z.strictObject({
        planned: amountsBySource,
        asked: amountsBySource,
        vouchers: amountsBySource,
        askedSupport: z.number().int(),
        approved: amountsBySource.nullable(),
        approvedSupport: z.number().int().nullable(),
      }),
      money,
      balance,
      /** What does not agree: the file goes out only with a reason on record. */
      differences: z.array(z.string()),
      /** What was paid out to beneficiaries and suppliers, or came in where nothing went out, as vouchers to begin the list with. */
      paidOut: z.array(paidVoucher),
      lastAcceptedOn: z.string().nullable(),
      fileBy: z.string().nullable(),
      settleBy: z.string().nullable(),
    }),
  }),
  saveSettlement: command({
    summary: 'Lưu hồ sơ quyết toán đang lập',
    input: z.strictObject({ projectId: id, rowVersion, settlement: settlementDetails }),
    output: z.strictObject({ id, rowVersion }),
  }),
  approveSettlement: command({
    summary: 'Ghi quyết toán được duyệt: số, ngày; từ đây hồ sơ không sửa được nữa',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({
      projectId: id,
      rowVersion,
      approvalNumber: requiredLine('số văn bản phê duyệt', 60),
      approvedOn: plainDate,
      /** One a line of the file, of each source no more than was asked. */
      approved: z.array(amountsBySource).max(2_000),
      /** Why more is granted than was given so far, where no liquidation has said it; kept with the file. */
      reason: line(1_000).default(''),
    }),
    output: z.strictObject({ rowVersion }),
  }),
  liquidation: query({
    summary: 'Số liệu thanh lý một hợp đồng (Mẫu 6): giá trị, đã nghiệm thu, đã cấp, còn phải trả hoặc thu hồi',
    input: z.strictObject({ contractId: id }),
    output: z.strictObject({
      contractId: id,
      rowVersion,
      number: z.string(),
      signedOn: z.string().nullable(),
      /** Loại, số, ngày. */
      words: z.string(),
      closed: z.boolean(),
      closedOn: z.string().nullable(),
      closedNumber: z.string(),
      explanation: z.string(),
      lastAcceptedOn: z.string().nullable(),
      balance,
      projects: z.array(
        z.strictObject({
          projectId: id,
          code: z.string(),
          name: z.string(),
          value: amountsBySource,
          accepted: z.number().int(),
          nothingAccepted: z.boolean(),
          ...money.shape,
          balance,
        }),
      ),
    }),
  }),
  liquidate: command({
    summary: 'Thanh lý hợp đồng theo biên bản; tiền còn phải trả hoặc thu hồi phải có giải trình',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({
      contractId: id,
      rowVersion,
      date: plainDate,
      number: requiredLine('số biên bản thanh lý', 60),
      explanation: paragraphs(2_000),
    }),
    output: z.strictObject({ rowVersion }),
  }),
}
