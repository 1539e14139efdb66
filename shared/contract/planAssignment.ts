// Calls over what a plan was given: batches, what each item got, where the plan stands, and taking đề án into a later year.
import { z } from 'zod'
import { allocationDocumentKinds } from '../domain/allocations'
import { planStates } from '../domain/planStates'
import { command, query } from './call'
import {
  amountsBySource,
  contentGroup,
  done,
  dong,
  id,
  line,
  plainDate,
  programme,
  projectKind,
  requiredLine,
  rowVersion,
  year,
} from './values'

const whichPlan = z.strictObject({ year, programme })

export const allocation = z.strictObject({
  batchNumber: z.number('Phải là số đợt.').int('Phải là số đợt.').min(1, 'Đợt đánh số từ 1.').max(99, 'Nhiều đợt quá.'),
  documentKind: z.enum(allocationDocumentKinds, 'Phải là quyết định hoặc công văn.'),
  number: line(60),
  issuedOn: plainDate.nullable(),
  issuer: line(200),
  totalAmount: dong.min(1, 'Phải nhập tổng kinh phí của đợt.'),
  note: line(1_000),
})
export type Allocation = z.output<typeof allocation>

const part = z.strictObject({
  allocationId: id.nullable(),
  amounts: amountsBySource,
  /** Null: the date of the batch's paper. */
  assignedOn: z.string().nullable(),
})

export const assignmentCalls = {
  allocations: query({
    summary: 'Các đợt phân bổ của một kế hoạch, số đăng ký bên số được giao của từng đề án, còn lại bao nhiêu',
    input: whichPlan,
    output: z.strictObject({
      year,
      programme,
      rowVersion,
      state: z.enum(planStates),
      registeredOn: z.string().nullable(),
      lockedOn: z.string().nullable(),
      decisionNumber: z.string(),
      decisionDate: z.string().nullable(),
      batches: z.array(
        allocation.extend({
          id,
          rowVersion,
          issuedOn: z.string().nullable(),
          assigned: amountsBySource,
          left: z.number().int(),
          /** Part of what was approved: it stays as it is. */
          approved: z.boolean(),
        }),
      ),
      /** Supplements brought in after the plan was approved, waiting for a decision of their own. */
      awaiting: z.number().int(),
      items: z.array(
        z.strictObject({
          id,
          projectId: id,
          code: z.string(),
          name: z.string(),
          kind: projectKind,
          contentGroup,
          supplementRound: z.number().int(),
          /** Whether a decision on the plan approved it. */
          approved: z.boolean(),
          registered: amountsBySource,
          assigned: amountsBySource,
          parts: z.array(part),
          /** Later years this đề án was copied into. */
          copiedTo: z.array(year),
        }),
      ),
      groups: z.array(
        z.strictObject({
          key: z.union([z.literal('flagship'), contentGroup]),
          itemIds: z.array(id),
          registered: amountsBySource,
          assigned: amountsBySource,
        }),
      ),
      registered: amountsBySource,
      assigned: amountsBySource,
      withoutBatch: amountsBySource,
      allocated: z.number().int(),
      left: z.number().int(),
      leftInWords: z.string(),
      checks: z.array(
        z.strictObject({
          severity: z.enum(['warning', 'contradiction']),
          itemId: id.nullable(),
          message: z.string(),
        }),
      ),
    }),
  }),
  saveAllocation: command({
    summary: 'Ghi hoặc sửa một đợt phân bổ kinh phí (quyết định giao, công văn phân bổ)',
    input: whichPlan.extend({ id: id.nullable(), rowVersion: rowVersion.nullable(), allocation }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeAllocation: command({
    summary: 'Xóa một đợt phân bổ chưa giao cho đề án nào',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  assign: command({
    summary: 'Ghi số một đề án được giao từ một đợt (mọi nguồn bằng 0: bỏ số đã ghi)',
    input: z.strictObject({
      itemId: id,
      allocationId: id.nullable(),
      amounts: amountsBySource,
      assignedOn: plainDate.nullable(),
    }),
    output: done,
  }),
  registration: query({
    summary: 'Ghi nhận đăng ký thì đề án KCQG nào được ghi bước đăng ký với Cục, đề án nào chưa đủ điều kiện và vì sao',
    input: whichPlan.extend({ registeredOn: plainDate.nullable().default(null) }),
    output: z.strictObject({
      ready: z.array(z.strictObject({ projectId: id, code: z.string(), name: z.string() })),
      notReady: z.array(z.strictObject({ projectId: id, code: z.string(), name: z.string(), why: z.string() })),
      letter: z.strictObject({ number: z.string(), date: z.string().nullable() }).nullable(),
    }),
  }),
  setState: command({
    summary:
      'Ghi nhận kế hoạch đã đăng ký (đề án KCQG đã thẩm định cơ sở được ghi bước đăng ký), hoặc mở lại để soạn tiếp',
    role: 'approve',
    undo: 'final',
    input: whichPlan.extend({
      rowVersion,
      state: z.enum(['drafting', 'registered'], 'Chỉ chuyển giữa đang soạn và đã đăng ký.'),
      registeredOn: plainDate.nullable(),
      /** Of the report to the agency; empty: of the registration letter issued last for this plan. KCĐP has none. */
      documentNumber: line(60).default(''),
      documentDate: plainDate.nullable().default(null),
    }),
    output: z.strictObject({
      rowVersion,
      /** How many đề án took the step “Đăng ký với Cục” with it. */
      projectsRegistered: z.number().int(),
    }),
  }),
  lock: command({
    summary:
      'Khóa kế hoạch theo quyết định phê duyệt; với kế hoạch đã khóa: phê duyệt các đề án bổ sung đưa vào sau đó',
    copyFirst: 'before-bulk',
    role: 'approve',
    undo: 'final',
    input: whichPlan.extend({
      rowVersion,
      decisionNumber: requiredLine('số quyết định', 60),
      decisionDate: plainDate,
    }),
    output: z.strictObject({ rowVersion }),
  }),
  rollOver: command({
    summary: 'Sao chép các đề án đã chọn sang năm sau thành đề án mới, bản đang soạn',
    input: z.strictObject({
      fromYear: year,
      toYear: year,
      programme,
      projectIds: z.array(id).min(1, 'Chọn ít nhất một đề án.').max(1_000),
      /** Also list the copies in the plan of that year. */
      intoPlan: z.boolean(),
    }),
    output: z.strictObject({ projectIds: z.array(id) }),
  }),
  registrationReport: query({
    summary: 'Lời báo cáo đăng ký kế hoạch: kết quả năm trước, ước năm nay, mục tiêu năm sau, có sẵn số liệu',
    input: whichPlan,
    output: z.strictObject({ title: z.string(), paragraphs: z.array(z.string()) }),
  }),
}
