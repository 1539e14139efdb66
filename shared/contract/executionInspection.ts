// Calls over inspection and what is watched after support. They belong to the area `execution`.
import { z } from 'zod'
import { effectFigures, inspectionKinds } from '../domain/executionInspection'
import { attachmentHead } from './archive'
import { command, query } from './call'
import {
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
  year,
} from './values'

const jobs = z.number('Phải là số lao động.').int('Số lao động phải là số nguyên.').min(0).max(1_000_000)

export const effect = z.strictObject({
  jobs: jobs.nullable(),
  revenue: dong.nullable(),
  taxPaid: dong.nullable(),
  /** Đồng/người/tháng. */
  averageIncome: dong.nullable(),
})

export const inspectionDetails = z.strictObject({
  year,
  kind: z.enum(inspectionKinds, 'Chọn loại kiểm tra.'),
  establishmentId: id.nullable(),
  beneficiary: line(300),
  place: line(500),
  plannedMonth: plainMonth.nullable(),
  /** null: only planned. */
  visitedOn: plainDate.nullable(),
  documentNumber: line(60),
  team: paragraphs(2_000),
  /** Who was met there. */
  met: paragraphs(2_000),
  content: paragraphs(5_000),
  conclusion: paragraphs(5_000),
  before: effect,
  after: effect,
  findings: z
    .array(
      z.strictObject({
        finding: requiredLine('tồn tại', 1_000),
        dueOn: plainDate.nullable(),
        resolvedOn: plainDate.nullable(),
        note: line(500),
      }),
    )
    .max(100, 'Nhiều tồn tại quá.'),
  machines: z
    .array(z.strictObject({ machineId: id, present: z.boolean(), inUse: z.boolean(), note: line(500) }))
    .max(500, 'Nhiều máy móc quá.'),
  note: paragraphs(2_000),
})
export type InspectionDetails = z.output<typeof inspectionDetails>

const machineAt = z.strictObject({ machineId: id, name: z.string(), serial: z.string() })

const effectChange = z.strictObject({
  figure: z.enum(effectFigures),
  before: z.number().int().nullable(),
  after: z.number().int().nullable(),
  change: z.number().int().nullable(),
  changePercent: z.number().int().nullable(),
})

export const inspectionRow = z.strictObject({
  id,
  rowVersion,
  projectId: id,
  code: z.string(),
  name: z.string(),
  programme,
  kind: z.enum(inspectionKinds),
  beneficiary: z.string(),
  place: z.string(),
  plannedMonth: z.string().nullable(),
  visitedOn: z.string().nullable(),
  documentNumber: z.string(),
  findings: z.number().int(),
  openFindings: z.number().int(),
  overdueFindings: z.number().int(),
  machinesMissing: z.number().int(),
  changes: z.array(effectChange),
})
export type InspectionRow = z.output<typeof inspectionRow>

const visit = z.strictObject({
  projectId: id,
  establishmentId: id.nullable(),
  beneficiary: line(300),
  kind: z.enum(inspectionKinds),
  month: plainMonth,
})

export const inspectionCalls = {
  inspections: query({
    summary: 'Kế hoạch và kết quả kiểm tra của một năm, kèm những cơ sở nên đến thăm sau hỗ trợ',
    input: z.strictObject({ year, projectId: id.nullable().default(null) }),
    output: z.strictObject({
      rows: z.array(inspectionRow),
      suggested: z.array(
        z.strictObject({ ...visit.shape, beneficiary: z.string(), code: z.string(), name: z.string() }),
      ),
      /** Other years in which somebody waits for a visit. */
      otherYears: z.array(
        z.strictObject({ year: z.number().int(), suggested: z.number().int(), open: z.number().int() }),
      ),
    }),
  }),
  inspection: query({
    summary: 'Một lần kiểm tra: biên bản, tồn tại, máy móc, hiệu quả sau hỗ trợ',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      projectId: id,
      code: z.string(),
      name: z.string(),
      inspection: inspectionDetails,
      machines: z.array(machineAt),
      changes: z.array(effectChange),
      photos: z.array(attachmentHead),
    }),
  }),
  inspectionDraft: query({
    summary: 'Lần kiểm tra điền sẵn: máy móc đã hỗ trợ, số liệu trước hỗ trợ của cơ sở',
    input: z.strictObject({
      projectId: id,
      year,
      kind: z.enum(inspectionKinds),
      establishmentId: id.nullable().default(null),
      beneficiary: line(300).default(''),
    }),
    output: z.strictObject({ inspection: inspectionDetails, machines: z.array(machineAt) }),
  }),
  planVisits: command({
    summary: 'Đưa nhiều lần kiểm tra vào kế hoạch của năm',
    input: z.strictObject({ year, visits: z.array(visit).min(1, 'Chọn ít nhất một cơ sở.').max(500) }),
    output: z.strictObject({ planned: z.number().int() }),
  }),
  saveInspection: command({
    summary: 'Thêm hoặc sửa một lần kiểm tra',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      inspection: inspectionDetails,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeInspection: command({
    summary: 'Xóa một lần kiểm tra khỏi kế hoạch',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
