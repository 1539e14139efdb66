// Calls over the way of a đề án: where it stands, the steps it takes, its appraisals. They belong to the area `projects`.
import { z } from 'zod'
import {
  appraisalLevels,
  appraisalMethods,
  checkResults,
  conclusions,
  directSteps,
  memberRoles,
  projectStatuses,
  projectSteps,
  workspaceSections,
} from '../domain/lifecycle'
import { fundingSources } from '../domain/money'
import { command, query } from './call'
import { amountsBySource, id, line, paragraphs, plainDate, programme, requiredLine, rowVersion, year } from './values'

export const projectStatus = z.enum(projectStatuses)
export const projectStep = z.enum(projectSteps)
export const appraisalLevel = z.enum(appraisalLevels, 'Cấp thẩm định phải là cơ sở (base) hoặc Bộ (ministry).')

const missing = z.strictObject({ what: z.string(), why: z.string(), section: z.enum(workspaceSections) })

/** What is typed for a step. */
export const stepEntry = z.strictObject({
  date: plainDate,
  documentNumber: line(60),
  documentDate: plainDate.nullable(),
  reason: paragraphs(5_000),
})

const votes = z
  .number('Phải là số phiếu.')
  .int('Phải là số phiếu.')
  .min(0, 'Số phiếu không được âm.')
  .max(100, 'Nhiều phiếu quá.')
  .nullable()

export const appraisalSheet = z.strictObject({
  method: z.enum(appraisalMethods, 'Chọn chuyên viên hoặc hội đồng thẩm định.'),
  date: plainDate.nullable(),
  documentNumber: line(60),
  appraiser: line(200),
  signer: line(200),
  /** The five points of TT36 Đ.9, in their order. */
  checks: z
    .array(
      z.strictObject({
        result: z.enum(checkResults, 'Chọn đạt, không đạt hoặc chưa xét.'),
        opinion: paragraphs(3_000),
      }),
    )
    .length(5, 'Thẩm định gồm đúng năm nội dung.'),
  members: z
    .array(
      z.strictObject({
        name: requiredLine('họ và tên', 200),
        organisation: line(300),
        role: z.enum(memberRoles, 'Chọn vai trò trong hội đồng.'),
        opinion: paragraphs(3_000),
      }),
    )
    .max(30, 'Hội đồng đông quá (tối đa 30 người).'),
  votesFor: votes,
  votesAgainst: votes,
  conclusion: z.enum(conclusions, 'Chọn một kết luận.').nullable(),
  opinion: paragraphs(5_000),
})
export type AppraisalSheet = z.output<typeof appraisalSheet>
export type AppraisalSheetInput = z.input<typeof appraisalSheet>

const comparedLine = z.strictObject({
  content: z.string(),
  unit: z.string(),
  quantityThousandths: z.number().int().nullable(),
  unitPrice: z.number().int().nullable(),
  amounts: amountsBySource,
})

const budgetComparison = z.strictObject({
  lines: z.array(
    z.strictObject({
      content: z.string(),
      unit: z.string(),
      before: comparedLine.nullable(),
      after: comparedLine.nullable(),
    }),
  ),
  totals: z.array(
    z.strictObject({ source: z.enum(fundingSources), before: z.number().int(), after: z.number().int() }),
  ),
})

const appraisal = z.strictObject({
  projectId: id,
  /** Of the đề án, for concluding. */
  projectRowVersion: rowVersion,
  level: appraisalLevel,
  /** The version being judged: as submitted, or as the base appraisal left it. */
  versionId: id,
  versionNumber: z.number().int(),
  /** 0 while nothing is written down. */
  rowVersion,
  sheet: appraisalSheet,
  /** Whether the đề án waits for this appraisal and it is not concluded yet. */
  open: z.boolean(),
  concludedOn: z.string().nullable(),
  missing: z.array(missing),
  /** The appraised budget: a version of its own, open while it is being worked on; null while as submitted. */
  appraised: z.strictObject({ versionId: id, number: z.number().int(), locked: z.boolean() }).nullable(),
  proposed: amountsBySource,
  comparison: budgetComparison,
})
export type Appraisal = z.output<typeof appraisal>

export const lifecycleCalls = {
  steps: query({
    summary: 'Đề án đang ở bước nào, bước tiếp theo còn thiếu gì, đã qua những bước nào',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      programme,
      status: projectStatus,
      /** How many times it was sent. */
      round: z.number().int(),
      line: z.array(
        z.strictObject({
          status: projectStatus,
          state: z.enum(['done', 'now', 'ahead']),
          on: z.string().nullable(),
        }),
      ),
      next: z.array(
        z.strictObject({
          step: projectStep,
          label: z.string(),
          forward: z.boolean(),
          possible: z.boolean(),
          missing: z.array(missing),
        }),
      ),
      /** No step may be dated before it. */
      lastDate: z.string().nullable(),
      history: z.array(
        z.strictObject({
          id,
          step: projectStep,
          from: projectStatus,
          to: projectStatus,
          date: z.string(),
          documentNumber: z.string(),
          documentDate: z.string().nullable(),
          reason: z.string(),
          round: z.number().int(),
          versionId: id,
          versionNumber: z.number().int(),
          /** Whether its date and paper are corrected here, and not where another paper is kept. */
          correctable: z.boolean(),
          /** What it said before it was corrected, oldest first. */
          corrections: z.array(
            z.strictObject({
              date: z.string(),
              documentNumber: z.string(),
              documentDate: z.string().nullable(),
              reason: z.string(),
              actor: z.string(),
              at: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  correctStep: command({
    summary: 'Sửa ngày, số văn bản của một bước đã ghi, kèm lý do; lịch sử giữ cả hai',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({
      id,
      stepId: id,
      rowVersion,
      ...stepEntry.shape,
      reason: requiredLine('lý do sửa', 1_000),
    }),
    output: z.strictObject({ rowVersion }),
  }),
  takeStep: command({
    summary: 'Đưa đề án sang bước tiếp theo: gửi, trả lại, soạn bổ sung, đăng ký, phê duyệt, không duyệt, hủy',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({ id, rowVersion, step: z.enum(directSteps, 'Không có bước này.'), ...stepEntry.shape }),
    output: z.strictObject({ rowVersion, status: projectStatus, versionId: id }),
  }),
  waitingAppraisals: query({
    summary: 'Các đề án đang chờ thẩm định cấp cơ sở hoặc ghi kết quả cấp Bộ',
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.array(
      z.strictObject({
        projectId: id,
        code: z.string(),
        name: z.string(),
        programme,
        level: appraisalLevel,
        round: z.number().int(),
        since: z.string(),
        begun: z.boolean(),
        concluded: z.boolean(),
        missing: z.number().int(),
        amounts: amountsBySource,
      }),
    ),
  }),
  appraisal: query({
    summary: 'Phiếu thẩm định gần nhất ở một cấp, kèm so sánh dự toán đăng ký và thẩm định',
    input: z.strictObject({ id, level: appraisalLevel }),
    output: appraisal.nullable(),
  }),
  saveAppraisal: command({
    summary: 'Lưu phiếu thẩm định đang làm',
    input: z.strictObject({ id, level: appraisalLevel, rowVersion, sheet: appraisalSheet }),
    output: z.strictObject({ rowVersion }),
  }),
  concludeAppraisal: command({
    summary: 'Kết luận thẩm định: khóa phiếu và bản dự toán thẩm định',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({ id, level: appraisalLevel, rowVersion, appraisalRowVersion: rowVersion }),
    output: z.strictObject({ rowVersion, status: projectStatus, versionId: id }),
  }),
  people: query({
    summary: 'Những người đã tham gia hội đồng thẩm định',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ name: z.string(), organisation: z.string() })),
  }),
}
