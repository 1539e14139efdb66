// Calls over the review of several years and over pictures of one. They belong to the area `reports`.
import { z } from 'zod'
import { reviewSections } from '../domain/periodReview'
import { targetMeasures } from '../domain/programmeTargets'
import { doneBases, reportStages } from '../domain/reportFacts'
import { columnKinds, lineKinds } from '../domain/reportTable'
import { query } from './call'
import { fileOut, id, plainDate, programme, year } from './values'

const basis = z.enum(doneBases, 'Thực hiện tính theo giải ngân, nghiệm thu hoặc quyết toán.').default('disbursed')

const askedShape = {
  from: year,
  to: year,
  /** The programme whose targets stand beside; null: none. */
  periodId: id.nullable().default(null),
  asOf: plainDate.nullable().default(null),
  basis,
}

function inOrder({ from, to }: { readonly from: number; readonly to: number }, context: z.RefinementCtx): void {
  if (to < from) context.addIssue({ code: 'custom', path: ['to'], message: 'Năm cuối sớm hơn năm đầu.' })
  else if (to - from > 30) context.addIssue({ code: 'custom', path: ['to'], message: 'Giai đoạn dài nhất là 30 năm.' })
}

export const reviewAsked = z.strictObject(askedShape).superRefine(inOrder)
export type ReviewAsked = z.output<typeof reviewAsked>

const section = z.strictObject({
  key: z.enum(reviewSections),
  title: z.string(),
  lineHeading: z.string(),
  columns: z
    .array(
      z.strictObject({
        key: z.string(),
        heading: z.string(),
        group: z.string().nullable(),
        kind: z.enum(columnKinds),
        width: z.number(),
        adds: z.array(z.string()).readonly(),
        summed: z.boolean(),
      }),
    )
    .readonly(),
  lines: z
    .array(
      z.strictObject({
        key: z.string(),
        kind: z.enum(lineKinds),
        mark: z.string(),
        heading: z.string(),
        cells: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).readonly(),
      }),
    )
    .readonly(),
})
export type ReviewSectionOut = z.output<typeof section>

const reviewOut = z.strictObject({
  title: z.string(),
  from: year,
  to: year,
  asOf: z.string(),
  sentences: z.array(z.string()),
  sections: z.array(section),
  results: z.array(z.strictObject({ measure: z.enum(targetMeasures), name: z.string(), value: z.number() })),
  targetsOf: z.string().nullable(),
  targets: z.array(
    z.strictObject({
      measure: z.enum(targetMeasures),
      name: z.string(),
      unit: z.string(),
      least: z.number(),
      most: z.number().nullable(),
      typed: z.number().nullable(),
      result: z.number().nullable(),
      percent: z.number().nullable(),
    }),
  ),
  /** Parts that do not add up, years told twice: said, never corrected. */
  findings: z.array(
    z.strictObject({ kind: z.enum(['rounding', 'difference', 'overlap']), where: z.string(), words: z.string() }),
  ),
})
export type Review = z.output<typeof reviewOut>

const bar = z.strictObject({
  key: z.string(),
  name: z.string(),
  plan: z.number().int(),
  done: z.number().int(),
})
export type PictureBar = z.output<typeof bar>

export const reviewCalls = {
  review: query({
    summary:
      'Báo cáo giai đoạn: đề án, kinh phí theo chương trình, nguồn, năm, nội dung, loại hình, xã; kết quả so chỉ tiêu',
    input: reviewAsked,
    output: reviewOut,
  }),
  pictures: query({
    summary: 'Số liệu để vẽ biểu đồ của một năm: theo tháng, nội dung, nguồn, xã, số đề án theo bước',
    input: z.strictObject({
      year,
      programme: programme.nullable().default(null),
      asOf: plainDate.nullable().default(null),
      basis,
    }),
    output: z.strictObject({
      year,
      asOf: z.string(),
      /** Both from the beginning of the year: planned by the month a đề án is to end, done until the end of the month. */
      months: z.array(bar),
      contents: z.array(bar),
      sources: z.array(bar),
      communes: z.array(bar),
      stages: z.array(
        z.strictObject({ stage: z.enum(reportStages), reached: z.number().int(), now: z.number().int() }),
      ),
    }),
  }),
}

export const exportReviewCall = query({
  summary: 'Báo cáo giai đoạn thành XLSX có công thức, PDF hoặc DOCX có lời văn',
  input: z
    .strictObject({ ...askedShape, format: z.enum(['xlsx', 'pdf', 'docx'], 'Xuất XLSX, PDF hoặc DOCX.') })
    .superRefine(inOrder),
  output: fileOut,
})
