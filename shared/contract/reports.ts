// Calls over reports: which there are, each as a table of a period as of a day, what stands behind a figure of it.
import { z } from 'zod'
import { largestAmount } from '../domain/money'
import { additionReports } from '../domain/reportAdditions'
import { contentDivisions } from '../domain/reportByContent'
import { doneBases } from '../domain/reportFacts'
import { periodProblem } from '../domain/reportPeriods'
import { reportCodes } from '../domain/reports'
import { columnKinds, lineKinds } from '../domain/reportTable'
import { command, query } from './call'
import { reviewCalls } from './review'
import { done, fileOut, id, noInput, plainDate, programme, requiredLine, rowVersion, year } from './values'

const part = (what: string, last: number) =>
  z.number(`Phải là ${what}.`).int(`Phải là ${what}.`).min(1, `${what} từ 1.`).max(last, `${what} đến ${last}.`)

export const reportPeriod = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('month'), year, month: part('Tháng', 12) }),
      z.strictObject({ kind: z.literal('quarter'), year, quarter: part('Quý', 4) }),
      z.strictObject({ kind: z.literal('sixMonths'), year, half: part('Nửa năm', 2) }),
      z.strictObject({ kind: z.literal('nineMonths'), year }),
      z.strictObject({ kind: z.literal('year'), year }),
      z.strictObject({ kind: z.literal('years'), from: year, to: year }),
      z.strictObject({ kind: z.literal('days'), from: plainDate, to: plainDate }),
    ],
    'Kỳ báo cáo phải là tháng, quý, 6 tháng, 9 tháng, năm, giai đoạn hoặc từ ngày đến ngày.',
  )
  .superRefine((period, context) => {
    const problem = periodProblem(period)
    if (problem !== null) context.addIssue({ code: 'custom', path: ['to'], message: problem })
  })

export const reportFormats = ['xlsx', 'pdf', 'docx'] as const
export type ReportFormat = (typeof reportFormats)[number]

const reportCode = z.enum(reportCodes, 'Báo cáo phải là một trong B1 đến B11.')

const asked = {
  report: reportCode,
  period: reportPeriod,
  /** The day the figures are of; today unless said. */
  asOf: plainDate.nullable().default(null),
  /** null: both. */
  programme: programme.nullable().default(null),
  /** What "thực hiện" means. */
  basis: z.enum(doneBases, 'Thực hiện tính theo giải ngân, nghiệm thu hoặc quyết toán.').default('disbursed'),
  /** Of B1: how đề án are parted. */
  division: z
    .enum(contentDivisions, 'Báo cáo B1 chia theo chín nội dung (contents) hoặc sáu nhóm hội nghị (conferenceGroups).')
    .default('contents'),
}
export const reportAsked = z.strictObject(asked)
export type ReportAsked = z.output<typeof reportAsked>

/** Money in đồng for B5, thousandths of the unit for B6. */
const typed = z
  .number('Phải là số.')
  .int('Số có nhiều nhất ba chữ số thập phân.')
  .min(0, 'Số không được âm.')
  .max(largestAmount, 'Số lớn quá.')

export const additionDetails = z
  .strictObject({
    report: z.enum(additionReports, 'Chỉ bổ sung được vào báo cáo B5 hoặc B6.'),
    year,
    indicator: requiredLine('chỉ tiêu', 100),
    national: typed.nullable(),
    local: typed.nullable(),
    source: requiredLine('nguồn số liệu', 500),
  })
  .superRefine((addition, context) => {
    if (addition.national === null && addition.local === null)
      context.addIssue({ code: 'custom', path: ['national'], message: 'Nhập số của KCQG hoặc của KCĐP.' })
  })
export type AdditionDetails = z.output<typeof additionDetails>

const value = z.union([z.number(), z.string(), z.null()])

const column = z.strictObject({
  key: z.string(),
  heading: z.string(),
  group: z.string().nullable(),
  kind: z.enum(columnKinds),
  rule: z.string().nullable(),
  adds: z.array(z.string()).readonly(),
  ratio: z.strictObject({ part: z.string(), whole: z.string(), of: z.enum(['line', 'total']) }).nullable(),
  summed: z.boolean(),
  width: z.number(),
})

const line = z.strictObject({
  key: z.string(),
  kind: z.enum(lineKinds),
  depth: z.number().int(),
  mark: z.string(),
  heading: z.string(),
  cells: z.record(z.string(), value).readonly(),
  opens: z
    .strictObject({ kind: z.enum(['project', 'contract', 'change', 'establishment', 'inspection']), id })
    .nullable(),
})

const rule = z.strictObject({ id: z.string(), name: z.string(), words: z.string() })

export const reportsContract = {
  ...reviewCalls,
  catalogue: query({
    summary: 'Các báo cáo lập được và cách tính các số liệu trong đó',
    input: noInput,
    output: z.strictObject({
      reports: z.array(z.strictObject({ code: reportCode, title: z.string(), about: z.string() })),
      rules: z.array(rule),
    }),
  }),
  table: query({
    summary: 'Một báo cáo của một kỳ, tính đến một ngày: bảng số, câu chữ phía trên, cách tính từng cột',
    input: reportAsked,
    output: z.strictObject({
      report: reportCode,
      title: z.string(),
      periodWords: z.string(),
      asOf: z.string(),
      /** Above the first column: what its headings are. */
      lineHeading: z.string(),
      columns: z.array(column).readonly(),
      lines: z.array(line).readonly(),
      sentences: z.array(z.string()).readonly(),
      /** What a reader has to know before trusting a figure. */
      notices: z.array(z.string()).readonly(),
      rules: z.array(rule),
    }),
  }),
  behind: query({
    summary: 'Các đề án đứng sau một số liệu của báo cáo, cộng lại đúng bằng số đó',
    input: z.strictObject({ ...asked, line: z.string().max(200), column: z.string().max(200) }),
    output: z.strictObject({
      heading: z.string(),
      kind: z.enum(columnKinds),
      rule: rule.nullable(),
      value,
      rows: z
        .array(
          z.strictObject({
            projectId: id.nullable(),
            code: z.string(),
            name: z.string(),
            value: z.number(),
            over: z.number().nullable(),
          }),
        )
        .readonly(),
    }),
  }),
  export: query({
    summary: 'Một báo cáo thành tệp: XLSX có công thức, hoặc văn bản PDF, DOCX có câu chữ phía trên bảng',
    input: z.strictObject({
      ...asked,
      format: z.enum(reportFormats, 'Xuất báo cáo thành XLSX, PDF hoặc DOCX.'),
      unit: z.enum(['dong', 'thousand', 'million', 'billion'], 'Chọn đơn vị tiền.').default('million'),
    }),
    output: fileOut,
  }),
  additions: query({
    summary: 'Số liệu đơn vị tự bổ sung vào báo cáo B5, B6 cho những năm, những việc chương trình không có, kèm nguồn',
    input: z.strictObject({ first: year, last: year }),
    output: z.strictObject({
      indicators: z.array(
        z.strictObject({ report: z.enum(additionReports), key: z.string(), name: z.string(), unit: z.string() }),
      ),
      rows: z.array(
        z.strictObject({
          id,
          rowVersion,
          report: z.enum(additionReports),
          year,
          indicator: z.string(),
          national: z.number().nullable(),
          local: z.number().nullable(),
          source: z.string(),
        }),
      ),
    }),
  }),
  saveAddition: command({
    summary:
      'Bổ sung số liệu chương trình không có vào báo cáo B5 (đồng) hoặc B6 (phần nghìn của đơn vị tính), kèm nguồn',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), addition: additionDetails }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeAddition: command({
    summary: 'Bỏ số liệu đã bổ sung vào báo cáo',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
