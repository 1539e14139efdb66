// Calls over đề án: identity, versions, budget.
import { z } from 'zod'
import { checkCodes, checkSeverities } from '../domain/checks'
import { longestUnitText, participantRoles } from '../domain/participants'
import { supportModes } from '../domain/projects'
import { timelineKinds } from '../domain/timeline'
import { command, query } from './call'
import { projectComparisonCalls } from './comparison'
import { lifecycleCalls, projectStatus } from './lifecycle'
import { confidence } from './office'
import {
  amountsBySource,
  contentGroup,
  done,
  dong,
  id,
  line,
  paragraphs,
  plainDate,
  plainMonth,
  programme,
  projectKind,
  requiredLine,
  rowVersion,
  versionStage,
  year,
} from './values'

export const budgetLine = z.strictObject({
  content: requiredLine('nội dung chi', 1_000),
  unit: line(60),
  /** Thousandths, so that 2,5 is 2500. */
  quantityThousandths: z.number().int().min(0, 'Số lượng không được âm.').max(1_000_000_000_000).nullable(),
  unitPrice: dong.nullable(),
  amounts: amountsBySource,
  note: line(500),
  /** Whose cost it is: a name of the list of beneficiaries; empty: common to the đề án. */
  beneficiary: line(300).default(''),
})
export type BudgetLine = z.output<typeof budgetLine>

export const projectBeneficiary = z.strictObject({
  establishmentId: id.nullable(),
  /** Name as on the paper; for establishments not on record, or "05 cơ sở CNNT" for a group not yet fixed. */
  name: requiredLine('tên đơn vị thụ hưởng', 300),
  /** Hundredths of a percent of the support; null while the split is not known. */
  shareBasisPoints: z.number().int().min(0, 'Tỷ lệ không được âm.').max(10_000, 'Tỷ lệ quá 100 %.').nullable(),
})

export const projectParticipant = z.strictObject({
  role: z.enum(participantRoles, 'Vai trò phải là đơn vị thực hiện hoặc đơn vị phối hợp.'),
  establishmentId: id.nullable().default(null),
  /** Name as on the paper. */
  name: requiredLine('tên đơn vị', longestUnitText),
  /** Hundredths of a percent of the work; null while not known. */
  shareBasisPoints: z
    .number()
    .int()
    .min(0, 'Phần việc không được âm.')
    .max(10_000, 'Phần việc quá 100 %.')
    .nullable()
    .default(null),
})
export type ProjectParticipant = z.output<typeof projectParticipant>

export const projectPlace = z.strictObject({
  provinceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  communeCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  /** What stands on the paper: new names, or free text where no commune is fixed. */
  text: requiredLine('địa điểm', 300),
  oldText: line(500),
})

export const plannedOutput = z.strictObject({
  indicator: requiredLine('chỉ tiêu', 300),
  unit: line(60),
  quantityThousandths: z.number().int().min(0, 'Số lượng không được âm.').max(1_000_000_000_000),
})

export const equipmentLine = z.strictObject({
  /** Name and specification. */
  name: requiredLine('tên máy móc, thiết bị', 1_000),
  origin: line(300),
  unit: line(60),
  quantityThousandths: z.number().int().min(0, 'Số lượng không được âm.').max(1_000_000_000_000).nullable(),
  unitPrice: dong.nullable(),
  note: line(500),
})

export type EquipmentLine = z.output<typeof equipmentLine>

export const scheduleStep = z.strictObject({
  content: requiredLine('nội dung công việc', 1_000),
  startMonth: plainMonth.nullable(),
  endMonth: plainMonth.nullable(),
  inCharge: line(300),
})

export type ScheduleStep = z.output<typeof scheduleStep>

export const repayment = z.strictObject({
  dueOn: plainDate,
  amount: dong.min(1, 'Số tiền hoàn trả phải lớn hơn 0.'),
})

/** What came after the first edition of the call: whoever does not know it leaves it out. */
const proposalParts = {
  equipment: z.array(equipmentLine).max(500, 'Bảng máy móc nhiều dòng quá (tối đa 500).').default([]),
  scheduleSteps: z.array(scheduleStep).max(200, 'Bảng tiến độ nhiều dòng quá (tối đa 200).').default([]),
  /** Who carries it out and who helps; none: as the two texts say. Where there are any, the texts are made of them. */
  participants: z.array(projectParticipant).max(100, 'Nhiều đơn vị quá (tối đa 100).').default([]),
  /** Ids of the catalogue of legal bases, in the order they are cited; none: the catalogue's own choice. */
  legalBases: z.array(z.string().min(1).max(100)).max(100, 'Nhiều căn cứ quá.').default([]),
  /** Đặc điểm vượt trội. */
  superiority: paragraphs().default(''),
  supportMode: z.enum(supportModes, 'Hình thức hỗ trợ phải là không thu hồi hoặc có thu hồi.').default('grant'),
  repayments: z.array(repayment).max(100, 'Nhiều đợt hoàn trả quá.').default([]),
}
export type ProposalParts = z.output<z.ZodObject<typeof proposalParts>>

/** Of a đề án made from something that does not tell them. */
export const noProposalParts: ProposalParts = z.object(proposalParts).parse({})

export const projectContent = z.strictObject({
  name: requiredLine('tên đề án', 500),
  contentGroup,
  subContent: z.string().max(60).nullable(),
  implementingUnit: line(longestUnitText),
  cooperatingUnits: paragraphs(longestUnitText),
  startMonth: plainMonth.nullable(),
  endMonth: plainMonth.nullable(),
  necessity: paragraphs(),
  objective: paragraphs(),
  scale: paragraphs(),
  schedule: paragraphs(),
  organisation: paragraphs(),
  effect: paragraphs(),
  /** Mục tiêu, nội dung, quy mô chính: the few lines that go into the yearly table. */
  summary: paragraphs(3_000),
  note: paragraphs(2_000),
  beneficiaries: z.array(projectBeneficiary).max(500, 'Nhiều đơn vị thụ hưởng quá.'),
  places: z.array(projectPlace).max(500, 'Nhiều địa điểm quá.'),
  outputs: z.array(plannedOutput).max(200),
  budget: z.array(budgetLine).max(2_000, 'Dự toán nhiều dòng quá (tối đa 2.000).'),
  ...proposalParts,
})
export type ProjectContent = z.output<typeof projectContent>
export type ProjectContentInput = z.input<typeof projectContent>

export const projectIdentity = z.strictObject({
  code: line(60),
  programme,
  kind: projectKind,
  planYear: year,
})
export type ProjectIdentity = z.output<typeof projectIdentity>

export const projectVersionHead = z.strictObject({
  id,
  number: z.number().int(),
  stage: versionStage,
  locked: z.boolean(),
  lockedOn: z.string().nullable(),
  decisionNumber: z.string(),
  decisionDate: z.string().nullable(),
  amounts: amountsBySource,
})
export type ProjectVersionHead = z.output<typeof projectVersionHead>

export const projectRow = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  programme,
  kind: projectKind,
  planYear: year,
  contentGroup,
  subContent: z.string().nullable(),
  beneficiaries: z.array(z.string()),
  places: z.array(z.string()),
  startMonth: z.string().nullable(),
  endMonth: z.string().nullable(),
  amounts: amountsBySource,
  stage: versionStage,
  locked: z.boolean(),
  status: projectStatus,
  inPlan: z.boolean(),
})
export type ProjectRow = z.output<typeof projectRow>

/** What a person answers so that a version can be judged. */
export const checkAnswers = z.strictObject({
  priority: z.boolean(),
  combineReason: line(500),
  normCode: line(60),
  baseAmount: dong.nullable(),
  oldPlace: z.enum(['yes', 'no'], 'Chọn có hoặc không.').nullable(),
})

export const checkCode = z.enum(checkCodes)

export const verdict = z.strictObject({
  code: checkCode,
  severity: z.enum(checkSeverities),
  title: z.string(),
  words: z.string(),
  legalBasis: z.string(),
  confidence,
  override: z
    .strictObject({
      reason: z.string(),
      actor: z.string(),
      /** UTC instant of the command that wrote it. */
      at: z.string(),
      /** False once the verdict says something else than what was set aside. */
      current: z.boolean(),
    })
    .nullable(),
})

export const projectsContract = {
  ...lifecycleCalls,
  ...projectComparisonCalls,
  list: query({
    summary: 'Danh sách đề án của một năm hoặc mọi năm',
    input: z.strictObject({
      year: year.nullable().default(null),
      programme: programme.nullable().default(null),
      contentGroup: contentGroup.nullable().default(null),
      text: line(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(500),
    }),
    output: z.strictObject({
      total: z.number().int(),
      matching: z.number().int(),
      amounts: amountsBySource,
      rows: z.array(projectRow),
    }),
  }),
  get: query({
    summary: 'Một đề án với một phiên bản: bản nêu ra, bản có hiệu lực tại một ngày, không nêu thì bản mới nhất',
    input: z
      .strictObject({ id, versionId: id.optional(), asOf: plainDate.optional() })
      .refine(({ versionId, asOf }) => versionId === undefined || asOf === undefined, {
        path: ['asOf'],
        message: 'Chọn một phiên bản hoặc một ngày, không chọn cả hai.',
      }),
    output: z.strictObject({
      id,
      rowVersion,
      identity: projectIdentity,
      version: projectVersionHead,
      content: projectContent,
      versions: z.array(projectVersionHead),
    }),
  }),
  legalBases: query({
    summary: 'Danh mục văn bản làm căn cứ pháp lý, và văn bản nào còn hiệu lực tại một ngày',
    input: z.strictObject({ onDate: plainDate.nullable().default(null) }),
    output: z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        /** As it stands in a paper. */
        citation: z.string(),
        inForce: z.boolean(),
        confidence,
      }),
    ),
  }),
  timeline: query({
    summary: 'Dòng thời gian của một đề án: các bản, bước, đề nghị, quyết định, văn bản, hợp đồng, theo thứ tự ngày',
    input: z.strictObject({ id }),
    output: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.enum(timelineKinds),
        /** null: not dated yet; at the end. */
        date: z.string().nullable(),
        what: z.string(),
        detail: z.string(),
        opens: z.strictObject({ kind: z.enum(['version', 'request', 'paper', 'contract', 'none']), id }),
      }),
    ),
  }),
  suggestCode: query({
    summary: 'Mã đề án tiếp theo của một chương trình trong năm',
    input: z.strictObject({ programme, year }),
    output: z.strictObject({ code: z.string() }),
  }),
  save: command({
    summary: 'Thêm đề án, hoặc sửa bản đang soạn (bản đã khóa không sửa được)',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      identity: projectIdentity,
      content: projectContent,
    }),
    output: z.strictObject({ id, rowVersion, versionId: id, code: z.string() }),
  }),
  copy: command({
    summary: 'Sao chép một đề án sang năm khác thành đề án mới, bản đang soạn; thời gian dời theo năm',
    input: z.strictObject({ id, toYear: year }),
    output: z.strictObject({ id, rowVersion, versionId: id, code: z.string() }),
  }),
  remove: command({
    summary: 'Xóa đề án chưa có bản nào bị khóa và chưa nằm trong kế hoạch',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  lockVersion: command({
    summary: 'Khóa bản đang soạn: từ đây bản này không ai sửa được nữa',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({
      id,
      rowVersion,
      stage: versionStage,
      decisionNumber: line(60),
      decisionDate: plainDate.nullable(),
    }),
    output: z.strictObject({ rowVersion, versionId: id }),
  }),
  startVersion: command({
    summary: 'Lập phiên bản mới từ bản đã khóa gần nhất',
    input: z.strictObject({ id, rowVersion, stage: versionStage }),
    output: z.strictObject({ rowVersion, versionId: id }),
  }),
  judge: query({
    summary: 'Kiểm tra định mức và điều kiện hỗ trợ của một phiên bản tại một ngày',
    input: z.strictObject({ id, versionId: id.optional(), date: plainDate.optional() }),
    output: z.strictObject({
      versionId: id,
      /** Of the đề án as judged: what `overrideCheck` is asked with. */
      rowVersion,
      /** The day judged by: as asked, else of the decision, of the lock, or today. */
      date: z.string(),
      answers: checkAnswers,
      /** 0 while nothing has been answered. */
      answersRowVersion: rowVersion,
      /** The question of the old place rule, where that rule is in force on the day. */
      oldPlaceQuestion: z.string().nullable(),
      /** The ceiling is itself a multiple: the priority multiplier comes on top only with a reason. */
      asksCombineReason: z.boolean(),
      /** Where the content has several norms: what there is to choose from. */
      choices: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      verdicts: z.array(verdict),
    }),
  }),
  answerChecks: command({
    summary: 'Trả lời các câu hỏi để kiểm tra bản đang soạn (ưu tiên, dòng định mức, địa bàn cũ)',
    input: z.strictObject({ id, answersRowVersion: rowVersion, answers: checkAnswers }),
    output: z.strictObject({ answersRowVersion: rowVersion }),
  }),
  overrideCheck: command({
    summary: 'Vẫn tiếp tục dù có cảnh báo, kèm lý do',
    input: z.strictObject({ id, rowVersion, checkCode, reason: requiredLine('lý do', 1_000) }),
    output: done,
  }),
}
