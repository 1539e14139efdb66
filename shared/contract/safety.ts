// Calls that keep the data file safe: backups, restore, checks, the second place, rescue.
import { z } from 'zod'
import { backupReasons, type SafetyReminder } from '../domain/backups'
import { command, query } from './call'
import { openFile } from './files'
import { done, fileName, fileOut, id, line, noInput, requiredLine } from './values'

const path = z
  .string()
  .min(1, 'Phải có đường dẫn.')
  .max(4_096)
  .refine((text) => !text.includes('\0'), 'Đường dẫn không hợp lệ.')

const reminders = [
  'clock-behind',
  'backup-failed',
  'no-second-place',
  'second-place-old',
  'second-place-failed',
] as const satisfies readonly SafetyReminder[]

export const backup = z.strictObject({
  fileName: z.string(),
  /** Local 'YYYY-MM-DD HH:mm:ss'. */
  takenAt: z.string(),
  reason: z.enum(backupReasons),
  label: z.string(),
  sizeBytes: z.number(),
  /** Null for a copy whose content was never counted, such as one brought here by hand. */
  counts: z
    .strictObject({
      establishments: z.number(),
      projects: z.number(),
      plans: z.number(),
      papers: z.number(),
    })
    .nullable(),
})
export type Backup = z.output<typeof backup>

const secondPlace = z.strictObject({
  folder: z.string(),
  copiedOn: z.string().nullable(),
  failed: z.boolean(),
})

export const findingScreens = [
  'establishment',
  'project',
  'plan',
  'contract',
  'change',
  'acceptance',
  'settlement',
  'outgoing',
  'journal',
] as const
/** Which screen shows a record that a check found wrong. */
export type FindingScreen = (typeof findingScreens)[number]

const finding = z.strictObject({
  /** What it is about, such as a đề án by its code and name. */
  where: z.string(),
  message: z.string(),
  /** Where to look at it; of a settlement the id of its đề án, of a list 0. Null: no screen shows it. */
  open: z.strictObject({ screen: z.enum(findingScreens), id: z.number() }).nullable(),
})
export type Finding = z.output<typeof finding>

const removedFile = z.strictObject({
  id: z.number(),
  fileName: z.string(),
  size: z.number(),
  /** When it was last removed from a record. */
  removedOn: z.string().nullable(),
  /** Why it stays, whatever its age; null: it may go. */
  kept: z.string().nullable(),
})
export type RemovedFile = z.output<typeof removedFile>

/** How long a removed file stays at least, in days. */
export const purgeAges = [30, 90, 365] as const

export const safetyContract = {
  status: query({
    summary: 'Sao lưu gần nhất, nơi sao lưu thứ hai, lần kiểm tra gần nhất và việc cần nhắc của tệp đang mở',
    role: 'anyone',
    input: noInput,
    output: z.strictObject({
      folder: z.string(),
      newest: backup.nullable(),
      /** A copy is being taken right now. */
      running: z.boolean(),
      /** Why the last copy could not be taken. */
      lastProblem: z.string().nullable(),
      checkedOn: z.string().nullable(),
      secondPlace: secondPlace.nullable(),
      reminders: z.array(z.enum(reminders)),
    }),
    needs: 'program',
  }),
  backups: query({
    summary: 'Các bản sao lưu của một tệp dữ liệu, mới nhất trước (không nêu tệp: tệp đang mở)',
    role: 'anyone',
    input: z.strictObject({ path: path.optional() }),
    output: z.strictObject({ folder: z.string(), backups: z.array(backup) }),
    needs: 'program',
  }),
  backUp: command({
    summary: 'Sao lưu ngay; bản có ghi chú được giữ mãi',
    role: 'enter',
    undo: 'apart',
    input: z.strictObject({ label: line(100).default('') }),
    output: z.strictObject({ backup }),
    needs: 'program',
  }),
  removeBackup: command({
    summary: 'Xóa một bản sao lưu của tệp đang mở',
    role: 'administer',
    undo: 'apart',
    input: z.strictObject({ fileName }),
    output: done,
    needs: 'program',
  }),
  restore: command({
    summary: 'Phục hồi tệp dữ liệu từ một bản sao lưu; bản hiện tại được giữ lại trước (không nêu tệp: tệp đang mở)',
    role: 'administer',
    undo: 'apart',
    input: z.strictObject({ path: path.optional(), fileName }),
    output: z.strictObject({
      file: openFile,
      /** The copy of what was there before; restoring it undoes this. Null where there was nothing that could be opened. */
      undoWith: z.string().nullable(),
      /** Where a file that could not be opened was kept, byte for byte. */
      keptDamaged: z.string().nullable(),
    }),
    needs: 'program',
  }),
  setSecondPlace: command({
    summary: 'Chọn nơi sao lưu thứ hai (USB, ổ của máy khác); null: thôi không dùng',
    role: 'administer',
    undo: 'apart',
    input: z.strictObject({ folder: path.nullable() }),
    output: z.strictObject({ sameDisk: z.boolean() }),
    needs: 'program',
  }),
  copyToSecondPlace: command({
    summary: 'Chép bản sao lưu mới nhất sang nơi thứ hai ngay',
    role: 'enter',
    undo: 'apart',
    input: noInput,
    output: z.strictObject({ fileName: z.string() }),
    needs: 'program',
  }),
  check: query({
    summary: 'Kiểm tra dữ liệu: cấu trúc tệp, liên kết giữa các bảng và các phép cộng nghiệp vụ',
    role: 'view',
    input: noInput,
    output: z.strictObject({
      ok: z.boolean(),
      /** What SQLite finds; anything here means the file is damaged. */
      damage: z.array(z.string()),
      findings: z.array(finding),
      counts: backup.shape.counts,
      sizeBytes: z.number(),
    }),
    needs: 'program',
  }),
  removedFiles: query({
    summary: 'Các tệp đính kèm đã xóa mà sổ còn giữ nội dung, với cỡ và ngày xóa',
    role: 'view',
    input: noInput,
    output: z.array(removedFile),
    needs: 'program',
  }),
  purgeFiles: command({
    summary:
      'Dọn hẳn tệp đính kèm đã xóa quá số ngày nêu; sao lưu trước, ghi lý do vào nhật ký, rồi thu nhỏ tệp dữ liệu',
    role: 'administer',
    undo: 'final',
    input: z.strictObject({
      ids: z.array(id).min(1, 'Chọn ít nhất một tệp.').max(100_000),
      days: z.number().int().min(30, 'Tệp mới xóa phải giữ ít nhất 30 ngày.').max(3_650),
      reason: requiredLine('lý do', 500),
    }),
    output: z.strictObject({
      freed: z.number(),
      sizeBefore: z.number(),
      sizeAfter: z.number(),
      /** The copy taken before: from it everything can be had again. */
      backup: z.string(),
    }),
    needs: 'program',
  }),
  rescue: query({
    summary: 'Xuất những gì còn đọc được của một tệp bị hỏng, mỗi bảng một tệp CSV trong một tệp zip',
    role: 'administer',
    input: z.strictObject({ path }),
    output: z.strictObject({
      file: fileOut,
      tables: z.number(),
      rows: z.number(),
      /** What could not be read, in words. */
      lost: z.array(z.string()),
    }),
    needs: 'program',
  }),
}
