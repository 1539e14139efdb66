// Calls over the detailed plan of a group đề án (Mẫu 11), training (Mẫu 11, 12), clusters (Mẫu 13). Area `execution`.
import { z } from 'zod'
import { command, query } from './call'
import { done, dong, id, line, paragraphs, plainDate, plainMonth, requiredLine, rowVersion } from './values'

const hours = z.number('Phải là số giờ.').int('Số giờ phải là số nguyên.').min(0).max(10_000, 'Nhiều giờ quá.')

export const detailPlanLine = z.strictObject({
  establishmentId: id.nullable(),
  name: requiredLine('đơn vị thụ hưởng', 300),
  address: line(500),
  content: paragraphs(2_000),
  support: dong,
  counterpart: dong,
  startMonth: plainMonth.nullable(),
  endMonth: plainMonth.nullable(),
  note: line(500),
})

export const detailPlan = z.strictObject({
  date: plainDate.nullable(),
  documentNumber: line(60),
  /** Mục đích, yêu cầu. */
  purpose: paragraphs(5_000),
  organisation: paragraphs(5_000),
  lines: z.array(detailPlanLine).max(500, 'Nhiều đơn vị quá (tối đa 500).'),
  /** Văn bản phê duyệt của Sở. */
  approvalNumber: line(60),
  approvedOn: plainDate.nullable(),
  note: paragraphs(2_000),
})
export type DetailPlan = z.output<typeof detailPlan>

export const trainingSubject = z.strictObject({
  subject: requiredLine('mô đun, bài học', 500),
  theoryHours: hours.nullable(),
  practiceHours: hours.nullable(),
  note: line(500),
})

export const trainee = z.strictObject({
  name: requiredLine('họ và tên học viên', 200),
  bornIn: z
    .number('Phải là năm sinh.')
    .int('Năm sinh phải có bốn chữ số.')
    .min(1900, 'Năm sinh quá xa.')
    .max(2100, 'Năm sinh quá xa.')
    .nullable(),
  gender: line(20),
  ethnicity: line(60),
  address: line(300),
  idNumber: line(30),
  certificateNumber: line(60),
  /** Nơi sử dụng lao động sau đào tạo. */
  employer: line(300),
  note: line(500),
})

export const trainingClass = z.strictObject({
  name: requiredLine('tên lớp', 300),
  occupation: line(300),
  plannedTrainees: z.number().int().min(0).max(10_000).nullable(),
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  place: line(500),
  teacher: line(500),
  /** Văn bằng, chứng chỉ sau khóa học. */
  qualification: line(300),
  objective: paragraphs(5_000),
  subjects: z.array(trainingSubject).max(200, 'Nhiều mô đun quá.'),
  trainees: z.array(trainee).max(1_000, 'Nhiều học viên quá (tối đa 1.000).'),
  note: paragraphs(2_000),
})
export type TrainingClass = z.output<typeof trainingClass>

export const clusterReport = z.strictObject({
  date: plainDate,
  documentNumber: line(60),
  cluster: requiredLine('tên cụm công nghiệp', 300),
  place: line(500),
  investor: line(300),
  decision: line(300),
  /** Thousandths of a hectare. */
  areaThousandths: z.number().int().min(0).max(1_000_000_000).nullable(),
  lines: z
    .array(
      z.strictObject({
        content: requiredLine('hạng mục', 500),
        unit: line(60),
        planned: dong,
        done: dong,
        note: line(500),
      }),
    )
    .max(200, 'Nhiều hạng mục quá.'),
  note: paragraphs(5_000),
})
export type ClusterReport = z.output<typeof clusterReport>

const totals = z.strictObject({
  support: z.number().int(),
  counterpart: z.number().int(),
  investment: z.number().int(),
})
const warnings = z.array(z.string())

export const groupCalls = {
  detailPlan: query({
    summary: 'Kế hoạch triển khai chi tiết của một đề án nhóm (Mẫu 11), điền sẵn khi chưa lập',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({
      /** null while nothing is on record. */
      id: id.nullable(),
      rowVersion,
      plan: detailPlan,
      approved: z.strictObject({ support: z.number().int(), counterpart: z.number().int() }),
      totals,
      warnings,
    }),
  }),
  saveDetailPlan: command({
    summary: 'Lưu kế hoạch triển khai chi tiết',
    input: z.strictObject({ projectId: id, rowVersion, plan: detailPlan }),
    output: z.strictObject({ id, rowVersion }),
  }),
  trainingClasses: query({
    summary: 'Các lớp đào tạo của một đề án: kế hoạch, chương trình, học viên (Mẫu 11, 12)',
    input: z.strictObject({ projectId: id }),
    output: z.array(
      trainingClass.extend({
        id,
        rowVersion,
        hours: z.strictObject({ theory: z.number().int(), practice: z.number().int(), total: z.number().int() }),
        warnings,
      }),
    ),
  }),
  saveTrainingClass: command({
    summary: 'Thêm hoặc sửa một lớp đào tạo',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      trainingClass,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeTrainingClass: command({
    summary: 'Xóa một lớp đào tạo cùng danh sách học viên',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  clusterReports: query({
    summary: 'Các báo cáo tình hình đầu tư hạ tầng cụm công nghiệp của một đề án (Mẫu 13)',
    input: z.strictObject({ projectId: id }),
    output: z.array(
      clusterReport.extend({
        id,
        rowVersion,
        totals: z.strictObject({
          planned: z.number().int(),
          done: z.number().int(),
          percent: z.number().int().nullable(),
        }),
      }),
    ),
  }),
  saveClusterReport: command({
    summary: 'Thêm hoặc sửa một báo cáo hạ tầng cụm công nghiệp',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      report: clusterReport,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeClusterReport: command({
    summary: 'Xóa một báo cáo hạ tầng cụm công nghiệp',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
