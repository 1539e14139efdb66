// Calls over the yearly plan of a programme.
import { z } from 'zod'
import { planShows } from '../domain/planStates'
import { command, query } from './call'
import { planComparisonCalls } from './comparison'
import { assignmentCalls } from './planAssignment'
import {
  amountsBySource,
  contentGroup,
  done,
  id,
  line,
  noInput,
  plainDate,
  programme,
  projectKind,
  rowVersion,
  versionStage,
  year,
} from './values'

export const planItem = z.strictObject({
  id,
  projectId: id,
  versionId: id,
  code: z.string(),
  name: z.string(),
  kind: projectKind,
  contentGroup,
  subContent: z.string().nullable(),
  implementingUnit: z.string(),
  cooperatingUnits: z.string(),
  beneficiaries: z.array(z.strictObject({ name: z.string(), establishmentId: z.number().nullable() })),
  places: z.array(z.string()),
  startMonth: z.string().nullable(),
  endMonth: z.string().nullable(),
  summary: z.string(),
  amounts: amountsBySource,
  priority: z.number().int().nullable(),
  note: z.string(),
  /** The version the line stands for, and the decision that made it. */
  version: z.strictObject({
    number: z.number().int(),
    stage: versionStage,
    /** How many adjustments lie behind it. */
    adjustments: z.number().int(),
    decisionNumber: z.string(),
    decisionDate: z.string().nullable(),
  }),
})

export const planHeader = z.strictObject({
  /** Kèm theo …: the paper the table goes with, as the office writes it; may be empty. */
  attachedTo: line(300),
  decisionNumber: line(60),
  decisionDate: plainDate.nullable(),
  note: line(1_000),
})
export type PlanHeader = z.output<typeof planHeader>

const whichPlan = z.strictObject({ year, programme })

export const plansContract = {
  ...assignmentCalls,
  ...planComparisonCalls,
  years: query({
    summary: 'Các năm có kế hoạch, đề án hoặc nhu cầu',
    input: noInput,
    output: z.array(year),
  }),
  get: query({
    summary: 'Kế hoạch một năm của một chương trình: danh mục, nhóm, tổng theo nguồn, điều cần xem lại',
    input: whichPlan.extend({
      /** As it was registered, or as it is in force now. */
      basis: z.enum(['registered', 'current']).default('current'),
      /** As it stood on that day; wins over the basis. */
      asOf: plainDate.nullable().default(null),
    }),
    output: z.strictObject({
      year,
      programme,
      /** What the lines are: drafts in hand, what was registered, what decisions put in force, or nothing yet. */
      shows: z.enum(planShows),
      /** Lines a decision has taken out again. */
      ended: z.array(
        z.strictObject({
          itemId: id,
          projectId: id,
          versionId: id,
          code: z.string(),
          name: z.string(),
          endedOn: z.string(),
        }),
      ),
      /** 0 while nothing of this plan has been saved. */
      rowVersion,
      header: planHeader,
      items: z.array(planItem),
      groups: z.array(
        z.strictObject({
          key: z.union([z.literal('flagship'), contentGroup]),
          itemIds: z.array(id),
          amounts: amountsBySource,
        }),
      ),
      amounts: amountsBySource,
      checks: z.array(
        z.strictObject({
          severity: z.enum(['warning', 'contradiction']),
          itemId: id.nullable(),
          message: z.string(),
        }),
      ),
    }),
  }),
  saveHeader: command({
    summary: 'Lưu phần đầu của kế hoạch',
    input: whichPlan.extend({ rowVersion, header: planHeader }),
    output: z.strictObject({ rowVersion }),
  }),
  addProjects: command({
    summary: 'Đưa các đề án vào kế hoạch, ở cuối danh mục',
    input: whichPlan.extend({
      projectIds: z.array(id).min(1, 'Chọn ít nhất một đề án.').max(1_000),
      /** Đợt đăng ký bổ sung; not said while the plan is being drafted, or for the round in hand. */
      supplementRound: z
        .number('Phải là số đợt bổ sung.')
        .int()
        .min(1, 'Đợt đánh số từ 1.')
        .max(99, 'Nhiều đợt quá.')
        .optional(),
    }),
    output: z.strictObject({ added: z.number().int() }),
  }),
  saveItem: command({
    summary: 'Lưu mức ưu tiên và ghi chú của một dòng kế hoạch',
    input: z.strictObject({
      itemId: id,
      priority: z.number().int().min(1, 'Mức ưu tiên từ 1.').max(999).nullable(),
      note: line(1_000),
    }),
    output: done,
  }),
  moveItem: command({
    summary: 'Chuyển một dòng lên trước dòng khác (null: xuống cuối)',
    input: z.strictObject({ itemId: id, beforeItemId: id.nullable() }),
    output: done,
  }),
  removeItem: command({
    summary: 'Đưa một đề án ra khỏi kế hoạch (đề án vẫn còn)',
    input: z.strictObject({ itemId: id }),
    output: done,
  }),
}
