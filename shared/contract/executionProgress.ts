// Calls over the monthly progress (Mẫu 3a) and the completed volume (Mẫu 3b) of a đề án. They belong to the area `execution`.
import { z } from 'zod'
import { attachmentHead } from './archive'
import { command, query } from './call'
import { projectStatus } from './lifecycle'
import {
  amountsBySource,
  done,
  dong,
  id,
  line,
  paragraphs,
  plainDate,
  plainMonth,
  programme,
  requiredLine,
  rowVersion,
} from './values'

export const percent = z
  .number('Phải là tỷ lệ phần trăm.')
  .int('Tỷ lệ chỉ ghi đến hai chữ số thập phân.')
  .min(0, 'Tỷ lệ không được âm.')
  .max(10_000, 'Tỷ lệ quá 100 %.')

/** Thousandths, so that 2,5 is 2500. */
export const quantity = z.number().int().min(0, 'Số lượng không được âm.').max(1_000_000_000_000)

export const progressLine = z.strictObject({
  content: requiredLine('nội dung công việc', 1_000),
  /** Hundredths of a percent. */
  percent,
  note: line(500),
})

export const progressReport = z.strictObject({
  reportedOn: plainDate.nullable(),
  lines: z.array(progressLine).min(1, 'Phải có ít nhất một nội dung.').max(200, 'Nhiều nội dung quá (tối đa 200).'),
  /** Khối lượng đã thực hiện đến kỳ báo cáo. */
  workDone: paragraphs(5_000),
  /** Giá trị đã thực hiện, mọi nguồn. */
  valueDone: dong.nullable(),
  advanceRequested: dong.nullable(),
  difficulties: paragraphs(5_000),
  expectedEnd: plainMonth.nullable(),
  /** Sở Công Thương xác nhận. */
  confirmedOn: plainDate.nullable(),
  note: line(500),
})
export type ProgressReport = z.output<typeof progressReport>

export const progressOnRecord = progressReport.extend({
  id,
  rowVersion,
  month: z.string(),
  /** Mean of the contents, hundredths of a percent. */
  percent: z.number().int(),
  photos: z.array(attachmentHead),
})
export type ProgressOnRecord = z.output<typeof progressOnRecord>

export const progressMonthRow = z.strictObject({
  projectId: id,
  code: z.string(),
  name: z.string(),
  programme,
  status: projectStatus,
  support: z.number().int(),
  totalCost: z.number().int(),
  /** null while nothing is on record for this month. */
  reportId: id.nullable(),
  /** 0 while nothing is on record for this month: what is shown is carried over from the one before. */
  rowVersion,
  report: progressReport,
  percent: z.number().int(),
  /** The same content in the last report before; null: none. */
  previous: z.array(z.number().int().nullable()),
  previousMonth: z.string().nullable(),
  warnings: z.array(z.string()),
})
export type ProgressMonthRow = z.output<typeof progressMonthRow>

export const volumeLine = z.strictObject({
  content: requiredLine('nội dung', 1_000),
  unit: line(60),
  plannedQuantity: quantity.nullable(),
  doneQuantity: quantity.nullable(),
  planned: amountsBySource,
  done: amountsBySource,
  note: line(500),
})

export const volumeReport = z.strictObject({
  date: plainDate,
  documentNumber: line(60),
  lines: z.array(volumeLine).min(1, 'Phải có ít nhất một dòng.').max(2_000, 'Nhiều dòng quá (tối đa 2.000).'),
  note: paragraphs(2_000),
})
export type VolumeReport = z.output<typeof volumeReport>

export const progressCalls = {
  progressMonth: query({
    summary: 'Danh sách tiến độ một tháng: mọi đề án đang thực hiện, điền sẵn theo tháng trước',
    input: z.strictObject({ month: plainMonth, programme: programme.nullable().default(null) }),
    output: z.strictObject({
      month: z.string(),
      /** The last day on which the month's reports are in time; null: no rule says. */
      lastDay: z.string().nullable(),
      rows: z.array(progressMonthRow),
    }),
  }),
  saveProgressMonth: command({
    summary: 'Lưu tiến độ tháng của nhiều đề án một lần',
    input: z.strictObject({
      month: plainMonth,
      reports: z
        .array(z.strictObject({ projectId: id, rowVersion, report: progressReport }))
        .min(1, 'Chưa có đề án nào để lưu.')
        .max(500, 'Nhiều đề án quá.'),
    }),
    output: z.strictObject({ saved: z.array(z.strictObject({ projectId: id, id, rowVersion })) }),
  }),
  progress: query({
    summary: 'Các báo cáo tiến độ của một đề án, mới nhất trước',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({ running: z.boolean(), reports: z.array(progressOnRecord) }),
  }),
  removeProgress: command({
    summary: 'Xóa báo cáo tiến độ một tháng của một đề án',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  volumeReports: query({
    summary: 'Các báo cáo khối lượng hoàn thành của một đề án (Mẫu 3b), và một bản điền sẵn theo dự toán',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({
      reports: z.array(volumeReport.extend({ id, rowVersion, warnings: z.array(z.string()) })),
      blank: volumeReport,
    }),
  }),
  saveVolumeReport: command({
    summary: 'Lưu một báo cáo khối lượng hoàn thành',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      report: volumeReport,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeVolumeReport: command({
    summary: 'Xóa một báo cáo khối lượng hoàn thành',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
