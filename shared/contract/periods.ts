// Calls over programmes of several years: their targets, and published totals of years before the file. They belong to the
// area `programmes`.
import { z } from 'zod'
import { sumKinds } from '../domain/consistency'
import { targetMeasures } from '../domain/programmeTargets'
import { totalScopes } from '../domain/yearTotals'
import { command, query } from './call'
import {
  amountsBySource,
  done,
  dong,
  id,
  line,
  noInput,
  paragraphs,
  plainDate,
  requiredLine,
  rowVersion,
  year,
} from './values'

const quantity = z
  .number('Phải là số.')
  .int('Số có nhiều nhất ba chữ số thập phân.')
  .min(0, 'Số không được âm.')
  .max(Number.MAX_SAFE_INTEGER, 'Số lớn quá.')

interface Stretch {
  readonly fromYear: number
  readonly toYear: number
}

function inOrder({ fromYear, toYear }: Stretch, context: z.RefinementCtx): void {
  if (toYear < fromYear) context.addIssue({ code: 'custom', path: ['toYear'], message: 'Năm cuối sớm hơn năm đầu.' })
  else if (toYear - fromYear > 30)
    context.addIssue({ code: 'custom', path: ['toYear'], message: 'Giai đoạn dài nhất là 30 năm.' })
}

export const programmePeriod = z
  .strictObject({
    name: requiredLine('tên chương trình', 300),
    fromYear: year,
    toYear: year,
    decisionNumber: line(60),
    decisionDate: plainDate.nullable(),
    targets: z
      .array(
        z
          .strictObject({
            measure: z.enum(targetMeasures, 'Chọn cách tính kết quả.'),
            name: requiredLine('chỉ tiêu', 300),
            unit: line(40),
            /** Thousandths of the unit, which of money is triệu đồng; a single number where `most` is null. */
            least: quantity,
            most: quantity.nullable(),
            /** What was done and is not in the file. */
            typed: quantity.nullable(),
            note: line(300),
          })
          .superRefine((target, context) => {
            if (target.most !== null && target.most < target.least)
              context.addIssue({ code: 'custom', path: ['most'], message: 'Mức cao nhỏ hơn mức thấp.' })
          }),
      )
      .max(200, 'Nhiều chỉ tiêu quá.'),
    note: paragraphs(2_000),
  })
  .superRefine(inOrder)
export type ProgrammePeriod = z.output<typeof programmePeriod>

export const yearTotal = z
  .strictObject({
    fromYear: year,
    toYear: year,
    scope: z.enum(totalScopes, 'Chọn khuyến công quốc gia, địa phương hoặc cả hai.'),
    projects: z
      .number('Phải là số đề án.')
      .int('Số đề án là số nguyên.')
      .min(0, 'Số đề án không âm.')
      .max(100_000)
      .nullable(),
    amounts: amountsBySource,
    /** As published, whatever the parts add up to. */
    published: dong.nullable(),
    /** In đồng: to what the source rounded its figures. */
    roundedTo: z.number('Phải là mức làm tròn.').int('Phải là số đồng nguyên.').min(1).max(1_000_000_000_000),
    source: requiredLine('nguồn số liệu', 500),
    note: line(500),
  })
  .superRefine(inOrder)
export type YearTotalDetails = z.output<typeof yearTotal>

export const periodCalls = {
  periods: query({
    summary: 'Các chương trình khuyến công giai đoạn với chỉ tiêu',
    input: noInput,
    output: z.array(z.strictObject({ id, rowVersion, period: programmePeriod })),
  }),
  savePeriod: command({
    summary: 'Thêm hoặc sửa một chương trình khuyến công giai đoạn và chỉ tiêu',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), period: programmePeriod }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removePeriod: command({
    summary: 'Xóa một chương trình khuyến công giai đoạn',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  yearTotals: query({
    summary: 'Số liệu đã công bố của các năm trước, kèm chỗ các phần không cộng đúng tổng',
    input: noInput,
    output: z.array(
      z.strictObject({ id, rowVersion, total: yearTotal, sum: z.number().int(), finding: z.string().nullable() }),
    ),
  }),
  saveYearTotal: command({
    summary: 'Thêm hoặc sửa số liệu đã công bố của một năm, một giai đoạn trước',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), total: yearTotal }),
    output: z.strictObject({ id, rowVersion, finding: z.string().nullable() }),
  }),
  removeYearTotal: command({
    summary: 'Xóa số liệu của một năm trước',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  checkSum: query({
    summary: 'Các phần có cộng đúng tổng đã công bố không: đúng, lệch do làm tròn, hay chênh lệch thật',
    input: z.strictObject({
      parts: z.array(dong).max(100),
      total: dong,
      roundedTo: z.number().int().min(1).max(1_000_000_000_000).default(1),
    }),
    output: z.strictObject({
      kind: z.enum(sumKinds),
      sum: z.number().int(),
      difference: z.number().int(),
      words: z.string().nullable(),
    }),
  }),
}
