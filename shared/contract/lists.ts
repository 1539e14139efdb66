// A list as it stands on the screen, on its way to a file: the rows that are seen, in the order and the columns they are seen in.
import { z } from 'zod'

/** XLSX; CSV for Excel in Vietnamese (semicolons, decimal commas); CSV for programs in English (commas, decimal points). */
export const listFormats = ['xlsx', 'csv', 'csv-comma'] as const
export type ListFormat = (typeof listFormats)[number]

export const listColumnKinds = ['text', 'number', 'date'] as const

const listCell = z.union([z.string().max(32_767), z.number(), z.null()], 'Phải là chữ, số hoặc để trống.')
export type ListCell = z.output<typeof listCell>

const mostColumns = 100
const mostRows = 200_000
const listRow = z.array(listCell).max(mostColumns)

export const exportedList = z.strictObject({
  title: z.string().trim().min(1, 'Phải có tên danh sách.').max(200),
  /** Under the title: how many rows of how many, which unit. */
  note: z.string().max(500).default(''),
  columns: z
    .array(
      z.strictObject({
        heading: z.string().max(300),
        /** What its cells are where they can be: a text in a column of numbers stays a text. Dates are 'YYYY-MM-DD'. */
        kind: z.enum(listColumnKinds),
      }),
    )
    .min(1, 'Phải có ít nhất một cột.')
    .max(mostColumns),
  rows: z.array(listRow).max(mostRows),
  /** Rows that stand out, from 0. */
  emphasised: z.array(z.number().int().nonnegative()).max(mostRows).default([]),
  /** The line of sums; in XLSX only. */
  foot: listRow.nullable().default(null),
})
export type ExportedList = z.output<typeof exportedList>
