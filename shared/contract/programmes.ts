// Calls over what the programmes ask of the office by a day: deadlines, the office's own ones, and what was done of them.
import { z } from 'zod'
import { deadlinePlaces } from '../domain/deadlines'
import { signalCodes } from '../domain/signals'
import { daysInMonth } from '../vietnamese/dates'
import { command, query } from './call'
import { confidence } from './office'
import { periodCalls } from './periods'
import { done, id, line, plainDate, programme, requiredLine, rowVersion, year } from './values'

const day = z
  .number('Phải là ngày trong tháng.')
  .int('Phải là ngày trong tháng.')
  .min(1, 'Ngày từ 1.')
  .max(31, 'Ngày đến 31.')

export const deadlineWhen = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({
        kind: z.literal('yearly'),
        month: z.number('Phải là tháng.').int('Phải là tháng.').min(1, 'Tháng từ 1.').max(12, 'Tháng đến 12.'),
        day,
        before: z.boolean(),
      })
      .superRefine((when, context) => {
        // Any year will do: the 29th of February is the last day of February in the others.
        const days = daysInMonth(2024, when.month)
        if (when.day > days)
          context.addIssue({ code: 'custom', path: ['day'], message: `Tháng ${when.month} chỉ có ${days} ngày.` })
      }),
    z.strictObject({ kind: z.literal('monthly'), day, before: z.boolean() }),
    z.strictObject({
      kind: z.literal('after'),
      event: requiredLine('việc làm mốc tính ngày', 200),
      days: z.number('Phải là số ngày.').int('Phải là số ngày.').min(0, 'Số ngày từ 0.').max(365, 'Số ngày đến 365.'),
    }),
  ],
  'Thời hạn tính theo năm, theo tháng hoặc theo số ngày sau một việc.',
)

/** A deadline the office sets itself, such as the province's for KCĐP. */
export const deadlineRule = z
  .strictObject({
    programme,
    step: requiredLine('việc phải làm', 300),
    when: deadlineWhen,
    reminderDays: z
      .number('Phải là số ngày.')
      .int('Phải là số ngày.')
      .min(1, 'Nhắc trước từ 1 ngày.')
      .max(30, 'Nhắc trước nhiều nhất 30 ngày.'),
    opens: z.enum(deadlinePlaces, 'Chọn nơi thực hiện.'),
    legalBasis: line(300),
    effectiveFrom: plainDate.nullable(),
    effectiveTo: plainDate.nullable(),
    note: line(1_000),
  })
  .superRefine((rule, context) => {
    if (rule.effectiveFrom !== null && rule.effectiveTo !== null && rule.effectiveTo < rule.effectiveFrom)
      context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'Ngày hết hiệu lực sớm hơn ngày bắt đầu.' })
  })
export type OwnDeadlineRule = z.output<typeof deadlineRule>

const key = requiredLine('thời hạn', 100)

export const programmesContract = {
  ...periodCalls,
  deadlines: query({
    summary: 'Các thời hạn của một năm tính đến một ngày: quá hạn, trong 7 ngày, trong 30 ngày, đã xong',
    input: z.strictObject({ year: year.optional(), today: plainDate.optional() }),
    output: z.strictObject({
      year,
      today: z.string(),
      entries: z.array(
        z.strictObject({
          key: z.string(),
          ruleKey: z.string(),
          programme,
          step: z.string(),
          words: z.string(),
          due: z.string(),
          lastDay: z.string(),
          planYear: year,
          status: z.enum(['overdue', 'within7', 'within30', 'later', 'done']),
          daysLeft: z.number().int(),
          /** Near enough that the rule wants it shown. */
          remind: z.boolean(),
          earlier: z.number().int(),
          doneNote: z.string().nullable(),
          /** Ticked by hand, so that it can be unticked. */
          ticked: z.boolean(),
          opens: z.enum(deadlinePlaces),
          legalBasis: z.string(),
          confidence: confidence.nullable(),
          note: z.string(),
        }),
      ),
      /** Rules that count from an event: where the event is written down. */
      awaiting: z.array(
        z.strictObject({ ruleKey: z.string(), programme, step: z.string(), event: z.string(), days: z.number().int() }),
      ),
      events: z.array(z.strictObject({ id, ruleKey: z.string(), date: z.string(), what: z.string() })),
    }),
  }),
  signals: query({
    summary:
      'Cảnh báo sớm: đề án chưa triển khai, đầu tư chậm, đề nghị chờ quyết định lâu, điều chỉnh nhiều lần, kèm vì sao',
    input: z.strictObject({ today: plainDate.optional() }),
    output: z.strictObject({
      today: z.string(),
      signals: z.array(
        z.strictObject({
          code: z.enum(signalCodes),
          /** Where it opens: a đề án or a request. */
          projectId: id.nullable(),
          requestId: id.nullable(),
          what: z.string(),
          why: z.string(),
        }),
      ),
    }),
  }),
  deadlineRules: query({
    summary: 'Các thời hạn có sẵn và của đơn vị, cái nào đang tắt',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        key: z.string(),
        /** Null: shipped with the program, only switched on and off. */
        id: id.nullable(),
        rowVersion: rowVersion.nullable(),
        off: z.boolean(),
        programme,
        step: z.string(),
        when: deadlineWhen,
        reminderDays: z.number().int(),
        opens: z.enum(deadlinePlaces),
        legalBasis: z.string(),
        effectiveFrom: z.string().nullable(),
        effectiveTo: z.string().nullable(),
        confidence: confidence.nullable(),
        note: z.string(),
      }),
    ),
  }),
  saveDeadlineRule: command({
    summary: 'Thêm hoặc sửa một thời hạn của đơn vị',
    role: 'administer',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), rule: deadlineRule }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeDeadlineRule: command({
    summary: 'Xóa một thời hạn của đơn vị',
    role: 'administer',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  switchDeadlineRule: command({
    summary: 'Tắt hoặc bật lại một thời hạn',
    role: 'administer',
    input: z.strictObject({ key, off: z.boolean() }),
    output: done,
  }),
  tickDeadline: command({
    summary: 'Đánh dấu một thời hạn đã xong, kèm ghi chú; hoặc bỏ dấu',
    input: z.strictObject({ key, done: z.boolean(), note: line(500) }),
    output: done,
  }),
  saveDeadlineEvent: command({
    summary: 'Ghi ngày của việc làm mốc cho một thời hạn (chẳng hạn ngày nghiệm thu cuối cùng)',
    input: z.strictObject({ ruleKey: key, date: plainDate, what: requiredLine('nội dung việc', 300) }),
    output: z.strictObject({ id }),
  }),
  removeDeadlineEvent: command({
    summary: 'Xóa ngày mốc đã ghi nhầm',
    input: z.strictObject({ id }),
    output: done,
  }),
}
