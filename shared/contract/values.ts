// The small values every area's schema is made of: text, money, dates, codes, with their Vietnamese refusals.
import { z } from 'zod'
import { fundingSources, largestAmount } from '../domain/money'
import { contentGroups, programmes, projectKinds, versionStages } from '../domain/projects'
import { isPlainDate, isPlainMonth } from '../vietnamese/dates'
import { cleanLine, cleanParagraphs } from '../vietnamese/text'

/** One line of text: NFC, trimmed, single spaces. Empty is allowed. */
export const line = (longest = 500) =>
  z
    .string()
    .max(20_000, `Dài quá ${longest} ký tự.`)
    .transform(cleanLine)
    .pipe(z.string().max(longest, `Dài quá ${longest} ký tự.`))

/** One line that must say something. */
export const requiredLine = (what: string, longest = 500) =>
  z
    .string({ error: `Phải nhập ${what}.` })
    .max(20_000, `Dài quá ${longest} ký tự.`)
    .transform(cleanLine)
    .pipe(z.string().min(1, `Phải nhập ${what}.`).max(longest, `Dài quá ${longest} ký tự.`))

/** Text that keeps its paragraphs. */
export const paragraphs = (longest = 50_000) =>
  z
    .string()
    .max(longest, `Dài quá ${longest.toLocaleString('vi-VN')} ký tự.`)
    .transform(cleanParagraphs)

export const dong = z
  .number('Phải là số tiền.')
  .int('Số tiền phải là số đồng nguyên.')
  .min(0, 'Số tiền không được âm.')
  .max(largestAmount, 'Số tiền lớn quá mức cho phép (1.000.000 tỷ đồng).')

export const amountsBySource = z.strictObject(
  Object.fromEntries(fundingSources.map((source) => [source, dong])) as Record<
    (typeof fundingSources)[number],
    typeof dong
  >,
)

/** Periods and deadlines are counted from given days: those at the ends of the calendar have none before or after them. */
const [firstDay, lastDay] = ['1920-01-01', '2150-12-31']

export const plainDate = z
  .string()
  .refine(isPlainDate, 'Ngày không có thật hoặc sai dạng ngày/tháng/năm.')
  .refine((day) => !isPlainDate(day) || (firstDay <= day && day <= lastDay), 'Ngày quá xa.')
export const plainMonth = z.string().refine(isPlainMonth, 'Tháng không có thật hoặc sai dạng tháng/năm.')
export const year = z.number('Phải là năm.').int('Phải là năm.').min(1990, 'Năm quá xa.').max(2100, 'Năm quá xa.')
export const id = z.number('Phải là mã bản ghi.').int('Phải là mã bản ghi.').positive('Phải là mã bản ghi.')
/** Which reading of the record the change was made against; null for a new record. */
export const rowVersion = z.number().int().nonnegative()

export const programme = z.enum(programmes, 'Chương trình phải là quốc gia (national) hoặc địa phương (local).')
export const projectKind = z.enum(projectKinds, 'Loại đề án phải là đơn, nhóm hoặc điểm.')
export const contentGroup = z.enum(contentGroups, 'Nội dung khuyến công phải là một trong ND1 đến ND9.')
export const versionStage = z.enum(versionStages)

/** Vietnamese telephone, tax code and the like stay text as typed, only cleaned; rules warn, they do not refuse. */
export const code = line(60)

/** Bytes of a file crossing as text. 50 MB of file is 67 million characters. */
export const base64 = z
  .string()
  .max(70_000_000, 'Tệp lớn quá 50 MB.')
  .refine((text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'Nội dung tệp không đúng dạng base64.')

/** A name that every system can write a file by. */
export const fileName = z
  .string()
  .min(1, 'Phải có tên tệp.')
  .max(200, 'Tên tệp dài quá 200 ký tự.')
  .refine((text) => !/[\\/:*?"<>|\p{Cc}]/u.test(text) && !/^[. ]|[. ]$/.test(text), 'Tên tệp có ký tự không dùng được.')
  .refine(
    (text) => !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(text),
    'Windows giữ riêng tên này nên không dùng làm tên tệp được.',
  )

export const fileOut = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string() })
export type FileOut = z.output<typeof fileOut>

export const noInput = z.strictObject({})
export const done = z.strictObject({ done: z.literal(true) })
