// Calls over what was done: undo and redo, the history of a record, the bin, closed years.
import { z } from 'zod'
import { command, query } from './call'
import { done, fileOut, id, line, noInput, plainDate, programme, requiredLine, year } from './values'

/** Records whose history can be asked for by themselves. */
export const historyKinds = [
  'office',
  'establishment',
  'project',
  'need',
  'normSet',
  'contract',
  'change',
  'voteRound',
  'activity',
  'volumeReport',
  'acceptance',
  'trainingClass',
  'clusterReport',
  'inspection',
  'programmePeriod',
  'yearTotal',
] as const
/** Known by their đề án: it has one of each, or one a month. */
export const historyKindsOfProject = ['progress', 'detailPlan', 'settlement'] as const
/** A whole list that is edited on one screen. */
export const historyLists = ['deadlines', 'people'] as const
export const exportFormats = ['xlsx', 'csv'] as const

export const doneCommand = z.strictObject({
  commandId: id,
  /** "Lưu cơ sở: HTX Tân Lợi" */
  what: z.string(),
  /** UTC instant. */
  at: z.string(),
  person: z.string(),
})
export type DoneCommand = z.output<typeof doneCommand>

const changeLine = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  /** "Dòng dự toán “Máy sấy”: Đơn giá" */
  label: z.string(),
  before: z.string(),
  after: z.string(),
})
export type HistoryChange = z.output<typeof changeLine>

const entry = doneCommand.extend({
  host: z.string(),
  /** Whether it was taken back and still is. */
  takenBack: z.boolean(),
  /** Why it can never be taken back, as a sentence; null when it can unless later work stands on it. */
  refusal: z.string().nullable(),
})
export type HistoryEntry = z.output<typeof entry>

const period = { from: plainDate, to: plainDate }

const takenBack = z.strictObject({ commandId: id, what: z.string() })

export const historyContract = {
  state: query({
    summary: 'Việc nào sẽ được hoàn tác hoặc làm lại nếu bấm bây giờ',
    input: z.strictObject({}),
    output: z.strictObject({
      /** `refusal`: why not, where the last piece of work cannot be undone. */
      undo: doneCommand.extend({ inThisSession: z.boolean(), refusal: z.string().nullable() }).nullable(),
      redo: doneCommand.nullable(),
    }),
  }),
  undo: command({
    summary: 'Hoàn tác việc gần nhất, hoặc một việc đã nêu nếu chưa có gì làm tiếp trên đó',
    input: z.strictObject({ commandId: id.nullable().default(null) }),
    output: takenBack,
    undo: 'apart',
  }),
  redo: command({
    summary: 'Làm lại việc vừa hoàn tác',
    input: z.strictObject({ commandId: id.nullable().default(null) }),
    output: takenBack,
    undo: 'apart',
  }),
  ofRecord: query({
    summary: 'Lịch sử của một bản ghi: ai, lúc nào, từ gì thành gì; mới nhất trước',
    input: z.strictObject({
      record: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(historyKinds), id }),
        z.strictObject({ kind: z.literal('plan'), year, programme }),
        z.strictObject({ kind: z.enum(historyKindsOfProject), projectId: id }),
        z.strictObject({ kind: z.enum(historyLists) }),
      ]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      title: z.string(),
      total: z.number().int(),
      entries: z.array(entry.extend({ changes: z.array(changeLine) })),
    }),
  }),
  journal: query({
    summary: 'Nhật ký: mọi việc đã làm trong một khoảng ngày, mới nhất trước',
    input: z.strictObject({
      ...period,
      /** Part of the name of who did it. */
      person: line(100).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.strictObject({ total: z.number().int(), entries: z.array(entry) }),
  }),
  changes: query({
    summary: 'Một việc đã làm: từng ô, từ gì thành gì',
    input: z.strictObject({ commandId: id }),
    output: entry.extend({ changes: z.array(changeLine), more: z.boolean() }),
  }),
  export: query({
    summary: 'Nhật ký thay đổi của một khoảng ngày thành XLSX hoặc CSV',
    input: z.strictObject({ ...period, format: z.enum(exportFormats) }),
    output: fileOut,
    role: 'approve',
  }),
  bin: query({
    summary: 'Thùng rác: những bản ghi đã xóa, ai xóa, lúc nào',
    input: noInput,
    output: z.array(
      doneCommand.extend({
        /** "Cơ sở" */
        kind: z.string(),
        title: z.string(),
      }),
    ),
  }),
  restore: command({
    summary: 'Khôi phục một bản ghi từ thùng rác, với mọi phần của nó',
    input: z.strictObject({ commandId: id }),
    output: takenBack,
    undo: 'apart',
  }),
  years: query({
    summary: 'Các năm đã khóa sổ, đang khóa hay đã mở lại',
    input: noInput,
    output: z.array(
      z.strictObject({
        id,
        year,
        lockedOn: z.string(),
        note: z.string(),
        unlockedOn: z.string().nullable(),
        unlockReason: z.string(),
      }),
    ),
  }),
  lockYear: command({
    summary: 'Khóa sổ một năm: không lệnh nào sửa được dữ liệu của năm đó nữa',
    input: z.strictObject({ year, note: line(500).default('') }),
    output: done,
    role: 'administer',
    undo: 'final',
  }),
  unlockYear: command({
    summary: 'Mở khóa một năm, kèm lý do',
    input: z.strictObject({ year, reason: requiredLine('lý do mở khóa', 500) }),
    output: done,
    role: 'administer',
    undo: 'final',
  }),
}
