// Calls over change requests: what is asked beside what is in force, who decides, and the decision that makes the next version.
import { z } from 'zod'
import { authorities } from '../domain/changeAuthority'
import { changeItemKinds, changeOutcomes, changeStates, changeTypes } from '../domain/changes'
import { contractLevels } from '../domain/contracts'
import { fundingSources } from '../domain/money'
import { command, query } from './call'
import { projectStatus } from './lifecycle'
import { confidence } from './office'
import { projectContent } from './projects'
import {
  done,
  dong,
  id,
  line,
  paragraphs,
  plainDate,
  programme,
  projectKind,
  requiredLine,
  rowVersion,
  versionStage,
  year,
} from './values'

export const changeState = z.enum(changeStates, 'Không có trạng thái này của đề nghị điều chỉnh.')
export const changeItemKind = z.enum(changeItemKinds, 'Phải là điều chỉnh, bổ sung hoặc ngừng.')
export const changeOutcome = z.enum(changeOutcomes, 'Phải là duyệt, duyệt một phần hoặc không duyệt.')
export const authority = z.enum(authorities, 'Không có cấp quyết định này.')

/** As the comparison names a changed field: `endMonth`, `budget[Máy sấy].unitPrice`, `beneficiaries+[HTX A]`. */
const changePath = z.string().min(1, 'Phải có tên chỉ tiêu.').max(2_000, 'Tên chỉ tiêu dài quá.')

export const changeLetter = z.strictObject({
  /** The plan year it is filed under. */
  year,
  letterNumber: line(60),
  letterDate: plainDate.nullable(),
  askedBy: line(300),
  reason: paragraphs(5_000),
  note: paragraphs(2_000),
})
export type ChangeLetter = z.output<typeof changeLetter>

const fieldReason = z.strictObject({ path: changePath, reason: paragraphs(2_000) })

export const changeItemInput = z.strictObject({
  /** null: a new one, drafted from the version in force now. */
  id: id.nullable(),
  kind: changeItemKind,
  projectId: id,
  /** What the đề án shall say, whole; null: as in force so far. Only for `adjust`. */
  content: projectContent.nullable(),
  reason: paragraphs(5_000),
  reasons: z.array(fieldReason).max(2_000, 'Nhiều lý do quá.'),
  /** Of a stop: what was advanced, and what of it is to be given back. */
  advanced: dong.nullable(),
  recovery: dong.nullable(),
})
export type ChangeItemInput = z.output<typeof changeItemInput>

export const listedChange = z.strictObject({
  path: z.string(),
  /** Such as "Dự toán › Máy sấy › Đơn giá". */
  label: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** As printed; null: nothing was there. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const askedChange = listedChange.extend({
  reason: z.string(),
  type: z.enum(changeTypes),
  authority: authority.nullable(),
})

/** What became of one asked field; `decided` is what stands in the version the decision made. */
const decidedChange = listedChange.extend({
  outcome: z.enum(['approved', 'otherwise', 'refused']),
  decided: z.string().nullable(),
})

export const sourceEffect = z.strictObject({
  source: z.enum(fundingSources),
  before: z.number().int(),
  after: z.number().int(),
})

const versionHead = z.strictObject({
  versionId: id,
  number: z.number().int(),
  stage: versionStage,
  decisionNumber: z.string(),
  decisionDate: z.string().nullable(),
})

export const changeItem = z.strictObject({
  id,
  kind: changeItemKind,
  project: z.strictObject({
    id,
    code: z.string(),
    /** As in force; as drafted for a supplement. */
    name: z.string(),
    programme,
    kind: projectKind,
    planYear: year,
    status: projectStatus,
  }),
  /** The version in force when the item was drafted; for a supplement the version that would be approved. */
  base: versionHead.extend({ content: projectContent }),
  /** The version in force now, where that is another one: somebody decided meanwhile. */
  newer: versionHead.nullable(),
  /** null for supplement and stop. */
  content: projectContent.nullable(),
  reason: z.string(),
  changes: z.array(askedChange),
  sums: z.array(sourceEffect),
  advanced: z.number().int().nullable(),
  recovery: z.number().int().nullable(),
  /** Of a stop: what the contracts of the đề án gave and what came back, received from above and spent below. */
  openAdvances: z.array(
    z.strictObject({
      level: z.enum(contractLevels),
      given: z.number().int(),
      recovered: z.number().int(),
      left: z.number().int(),
    }),
  ),
  outcome: changeOutcome.nullable(),
  outcomeNote: z.string(),
  /** What was approved, where something was. */
  approved: projectContent.nullable(),
  decided: z.array(decidedChange),
  /** The version the decision made, and the one its cancelling made. */
  madeVersionId: id.nullable(),
  restoredVersionId: id.nullable(),
})
export type ChangeItem = z.output<typeof changeItem>

const authorityPart = z.strictObject({
  authority,
  /** The name valid on the day of the letter. */
  name: z.string(),
  decidedBy: z.string(),
  needs: z.string(),
  legalBasis: z.string(),
  confidence,
  /** Such as "chưa kiểm chứng". */
  mark: z.string().nullable(),
  note: z.string(),
  /** What goes there, in words. */
  what: z.array(z.string()),
})

const changeCheck = z.strictObject({
  severity: z.enum(['warning', 'contradiction']),
  itemId: id.nullable(),
  /** Of the field, where it is about one. */
  path: z.string().nullable(),
  message: z.string(),
})

const planEffect = z.strictObject({
  year,
  programme,
  sums: z.array(sourceEffect),
  /** 0 while no batch is on record: nothing to compare with. */
  allocated: z.number().int(),
  leftBefore: z.number().int(),
  leftAfter: z.number().int(),
})

const decision = z.strictObject({
  number: z.string(),
  date: z.string(),
  signer: z.string(),
  authority,
  authorityName: z.string(),
  /** What was warned of when it was recorded, and why it was recorded all the same. */
  warnings: z.string(),
  overReason: z.string(),
  cancelled: z.strictObject({ number: z.string(), date: z.string(), reason: z.string() }).nullable(),
})

export const changeRequest = changeLetter.extend({
  id,
  rowVersion,
  letterDate: z.string().nullable(),
  state: changeState,
  submittedOn: z.string().nullable(),
  withdrawn: z.strictObject({ date: z.string(), reason: z.string() }).nullable(),
  /** The request this one was split from. */
  splitFrom: z.strictObject({ id, letterNumber: z.string() }).nullable(),
  items: z.array(changeItem),
  authorities: z.array(authorityPart),
  /** More than one authority: part of it cannot be decided with the rest. */
  mixed: z.boolean(),
  checks: z.array(changeCheck),
  plans: z.array(planEffect),
  decision: decision.nullable(),
})
export type ChangeRequest = z.output<typeof changeRequest>

export const changeRow = z.strictObject({
  id,
  rowVersion,
  year,
  letterNumber: z.string(),
  letterDate: z.string().nullable(),
  askedBy: z.string(),
  reason: z.string(),
  state: changeState,
  /** Days since it was submitted, while nobody has decided. */
  daysWaiting: z.number().int().nullable(),
  items: z.array(
    z.strictObject({
      kind: changeItemKind,
      projectId: id,
      code: z.string(),
      name: z.string(),
      outcome: changeOutcome.nullable(),
    }),
  ),
  /** Of the items together; null while undecided. */
  outcome: changeOutcome.nullable(),
  authorities: z.array(z.strictObject({ authority, name: z.string() })),
  decisionNumber: z.string(),
  decisionDate: z.string().nullable(),
})
export type ChangeRow = z.output<typeof changeRow>

const which = z.strictObject({ id, rowVersion })

export const itemDecision = z.strictObject({
  itemId: id,
  outcome: changeOutcome,
  /** Of a partly approved one: the asked fields that are refused. */
  refused: z.array(changePath).max(2_000).default([]),
  /** Of a partly approved one, where a field got another value than was asked: the whole content as approved. */
  content: projectContent.nullable().default(null),
  note: paragraphs(2_000).default(''),
  /** Of an approved stop; null: as asked. */
  recovery: dong.nullable().default(null),
})
export type ItemDecision = z.output<typeof itemDecision>

export const changesContract = {
  list: query({
    summary: 'Danh sách đề nghị điều chỉnh, bổ sung, ngừng: trạng thái, ai quyết định, chờ bao nhiêu ngày',
    input: z.strictObject({
      year: year.nullable().default(null),
      state: changeState.nullable().default(null),
      projectId: id.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(changeRow) }),
  }),
  get: query({
    summary:
      'Một đề nghị: nội dung đang có hiệu lực bên nội dung đề nghị, lý do, cấp quyết định, tác động đến kế hoạch',
    input: z.strictObject({ id }),
    output: changeRequest,
  }),
  save: command({
    summary: 'Lập hoặc sửa đề nghị đang soạn; đề án mới đưa vào lấy bản đang có hiệu lực làm gốc',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      letter: changeLetter,
      items: z.array(changeItemInput).max(200, 'Một đề nghị tối đa 200 đề án.'),
    }),
    output: z.strictObject({ id, rowVersion, itemIds: z.array(id) }),
  }),
  remove: command({
    summary: 'Xóa đề nghị còn đang soạn',
    input: which,
    output: done,
  }),
  submit: command({
    summary: 'Trình đề nghị: từ đây không sửa được, trừ khi lấy lại',
    input: which.extend({ submittedOn: plainDate }),
    output: z.strictObject({ rowVersion }),
  }),
  reopen: command({
    summary: 'Lấy lại đề nghị đã trình, chưa có quyết định, để sửa tiếp',
    input: which,
    output: z.strictObject({ rowVersion }),
  }),
  withdraw: command({
    summary: 'Rút đề nghị đã trình, kèm lý do',
    input: which.extend({ date: plainDate, reason: requiredLine('lý do rút', 1_000) }),
    output: z.strictObject({ rowVersion }),
  }),
  split: command({
    summary: 'Tách đề nghị gồm nhiều cấp quyết định thành mỗi cấp một đề nghị',
    input: which,
    output: z.strictObject({ rowVersion, ids: z.array(id) }),
  }),
  rebase: command({
    summary: 'Làm lại đề nghị trên bản đang có hiệu lực; chỗ người khác đã đổi thì giữ bản hiện hành và nêu ra',
    input: which,
    output: z.strictObject({
      rowVersion,
      /** Asked fields that somebody else's decision has changed meanwhile; they were left as in force. */
      collisions: z.array(
        z.strictObject({
          itemId: id,
          path: z.string(),
          label: z.string(),
          now: z.string().nullable(),
          asked: z.string().nullable(),
        }),
      ),
    }),
  }),
  decide: command({
    role: 'approve',
    undo: 'final',
    summary: 'Ghi quyết định: làm bản mới của từng đề án, dòng kế hoạch, dự thảo phụ lục hợp đồng, cùng một lúc',
    input: which.extend({
      number: requiredLine('số quyết định', 60),
      date: plainDate,
      signer: line(200).default(''),
      /** null: the one the request goes to; must be said where it goes to several. */
      authority: authority.nullable().default(null),
      items: z.array(itemDecision).min(1, 'Quyết định phải nói về ít nhất một đề án.').max(200),
      /** Money that this decision adds to the plan's allocation, as a batch of its own. */
      addedAllocation: z
        .strictObject({ programme, year, amount: dong.min(1, 'Phải nhập số kinh phí bổ sung.') })
        .nullable()
        .default(null),
      /** Why it is recorded although something is warned of. */
      overReason: paragraphs(2_000).default(''),
    }),
    output: z.strictObject({
      rowVersion,
      versions: z.array(z.strictObject({ itemId: id, projectId: id, versionId: id })),
    }),
  }),
  cancelDecision: command({
    role: 'approve',
    undo: 'final',
    summary: 'Hủy một quyết định đã ghi, kèm lý do: làm bản mới giống bản trước quyết định đó',
    input: which.extend({ number: line(60).default(''), date: plainDate, reason: requiredLine('lý do hủy', 2_000) }),
    output: z.strictObject({
      rowVersion,
      versions: z.array(z.strictObject({ itemId: id, projectId: id, versionId: id })),
    }),
  }),
}

export type SourceEffect = z.output<typeof sourceEffect>
