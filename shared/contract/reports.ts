// Calls over reports: which there are, each as a table of a period as of a day, what stands behind a figure of it.
import { z } from 'zod'
import { doneBases } from '../domain/reportFacts'
import { periodProblem } from '../domain/reportPeriods'
import { reportCodes } from '../domain/reports'
import { columnKinds, lineKinds } from '../domain/reportTable'
import { query } from './call'
import { id, noInput, plainDate, programme, year } from './values'

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
}
export const reportAsked = z.strictObject(asked)
export type ReportAsked = z.output<typeof reportAsked>

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
}
