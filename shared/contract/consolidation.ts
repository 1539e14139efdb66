// Calls over consolidations: files of many centres in, the regional table out, every doubt asked about; kept with its sources.
import { z } from 'zod'
import { measures } from '../domain/consolidatedTable'
import { issueKinds } from '../domain/consolidationSources'
import { doneRules, packageBases } from '../domain/package'
import { command, query } from './call'
import { moneyUnit } from './packages'
import {
  amountsBySource,
  base64,
  contentGroup,
  done,
  fileOut,
  id,
  line,
  programme,
  requiredLine,
  rowVersion,
  year,
} from './values'

/** More than all provinces, of this year and the last. */
const mostFiles = 100

const anyDong = z.number().int()
const anyAmounts = z.strictObject({ national: anyDong, local: anyDong, counterpart: anyDong, other: anyDong })
const amount = z
  .number('Phải là số tiền.')
  .int('Số tiền phải là số đồng nguyên.')
  .min(0, 'Số tiền không được âm.')
  .max(1_000_000_000_000_000, 'Số tiền lớn quá mức cho phép (1.000.000 tỷ đồng).')
const declaredTotals = z.strictObject({
  national: amount.nullable(),
  local: amount.nullable(),
  support: amount.nullable(),
})

const sourceKey = z.string().regex(/^[0-9a-f]{64}$/, 'Không phải mã của một tệp.')
const provinceChoice = z.strictObject({ code: z.string().max(10).nullable(), name: requiredLine('tên tỉnh', 100) })

export const consolidationSettings = z.strictObject({
  /** null: the year most files are of. */
  year: year.nullable().default(null),
  /** Such as "khu vực miền Trung – Tây Nguyên". */
  region: line(200).default(''),
  /** Such as "7 tháng"; empty: the year. */
  period: line(60).default(''),
  /** Of sheets and sentences. */
  unit: moneyUnit.default('million'),
  /** By issue: the choice taken. */
  decisions: z.record(z.string().max(200), z.string().max(100)).default({}),
  /** By file: its province, where the file does not say it or says it wrong. */
  provinces: z.record(sourceKey, provinceChoice).default({}),
  /** By file: answers to what the reading of a plain workbook asks, by question. */
  answers: z.record(sourceKey, z.record(z.string().max(200), z.string().max(500))).default({}),
  /** Of the whole region, where no file of that year is at hand. */
  lastYear: z
    .strictObject({ planned: amountsBySource.nullable(), done: amountsBySource.nullable() })
    .nullable()
    .default(null),
  /** Totals as a paper printed them, to be held against the table. */
  declared: z
    .strictObject({ planned: declaredTotals.nullable(), done: declaredTotals.nullable() })
    .nullable()
    .default(null),
})
export type ConsolidationSettings = z.output<typeof consolidationSettings>

const consolidationInput = z.strictObject({
  /** A kept consolidation whose files are in it too; null: only the files given. */
  id: id.nullable().default(null),
  files: z
    .array(z.strictObject({ fileName: z.string().min(1).max(300), base64 }))
    .max(mostFiles, `Nhiều nhất ${mostFiles} tệp một lần.`)
    .default([]),
  /** Kept files that are taken out again. */
  without: z.array(sourceKey).max(1_000).default([]),
  /** null: as they were kept. */
  settings: consolidationSettings.nullable().default(null),
})
export type ConsolidationInput = z.output<typeof consolidationInput>

const sourceLine = z.strictObject({
  programme,
  name: z.string(),
  contentGroup,
  planned: anyAmounts,
  done: anyAmounts.nullable(),
})

const difference = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  of: z.string(),
  carried: anyDong,
  visible: anyDong.nullable(),
})

/** A file as it was read; what a kept consolidation keeps of it. */
export const consolidationSource = z.strictObject({
  key: sourceKey,
  fileName: z.string(),
  origin: z.enum(['package', 'workbook']),
  officeName: z.string(),
  province: z.strictObject({ code: z.string().nullable(), name: z.string() }),
  year: z.number().int().nullable(),
  basis: z.enum(packageBases).nullable(),
  asOf: z.string().nullable(),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  doneRule: z.enum(doneRules).nullable(),
  number: z.string(),
  checksum: z.string(),
  checksumHolds: z.boolean(),
  madeAt: z.string(),
  replaces: z.strictObject({ number: z.string(), checksum: z.string() }).nullable(),
  recalls: z.array(z.strictObject({ number: z.string(), checksum: z.string(), on: z.string(), reason: z.string() })),
  noticeOnly: z.boolean(),
  units: z.array(moneyUnit),
  notes: z.array(z.string()),
  openQuestions: z.number().int(),
  lines: z.array(sourceLine),
  visibleLines: z.array(sourceLine).nullable(),
  differences: z.array(difference),
})

const percent = z.number().int().nullable()
const figure = z.strictObject({
  planned: anyDong,
  done: anyDong.nullable(),
  /** Percentages are in hundredths: 9937 is 99,37 %. */
  rate: percent,
  plannedShare: percent,
  doneShare: percent,
  plannedBefore: anyDong.nullable(),
  doneBefore: anyDong.nullable(),
  plannedGrowth: percent,
  doneGrowth: percent,
})
const tableRow = z.strictObject({
  key: z.string(),
  name: z.string(),
  projects: z.number().int(),
  figures: z.strictObject(
    Object.fromEntries(measures.map((one) => [one, figure])) as Record<(typeof measures)[number], typeof figure>,
  ),
})
export type ShownRow = z.output<typeof tableRow>

export const consolidated = z.strictObject({
  year: z.number().int().nullable(),
  settings: consolidationSettings,
  sources: z.array(
    z.strictObject({
      /** Null for a file that could not be read. */
      key: z.string().nullable(),
      fileName: z.string(),
      origin: z.enum(['package', 'workbook', 'unreadable']),
      officeName: z.string(),
      province: z.strictObject({ code: z.string().nullable(), name: z.string() }),
      year: z.number().int().nullable(),
      number: z.string(),
      /** What it is, in words: registered or assigned, as of when, what was done when. */
      about: z.string(),
      /** What was converted or left aside while reading. */
      notes: z.array(z.string()),
      use: z.enum(['counted', 'lastYear', 'skipped', 'open', 'unreadable']),
      why: z.string(),
      projects: z.number().int(),
      planned: anyAmounts,
      done: anyAmounts.nullable(),
    }),
  ),
  /** Of plain workbooks, what their reading asks. */
  questions: z.array(
    z.strictObject({
      source: sourceKey,
      fileName: z.string(),
      id: z.string(),
      message: z.string(),
      choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
      answer: z.string().nullable(),
    }),
  ),
  issues: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(issueKinds),
      sources: z.array(z.string()),
      message: z.string(),
      choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
      answer: z.string().nullable(),
      answered: z.boolean(),
    }),
  ),
  differences: z.array(difference.extend({ source: z.string(), fileName: z.string() })),
  table: z.strictObject({
    provinces: z.array(tableRow),
    contents: z.array(tableRow),
    conferenceGroups: z.array(tableRow),
    /** Every source and the sums of sources; shares are of khuyến công's own money. */
    bySource: z.array(figure.extend({ key: z.enum(measures), name: z.string() })),
    total: tableRow,
  }),
  checks: z.array(z.strictObject({ severity: z.enum(['warning', 'note']), message: z.string() })),
  sentences: z.array(z.string()),
  /** Nothing waits for a decision and at least one file counts. */
  complete: z.boolean(),
})
export type Consolidated = z.output<typeof consolidated>

export const consolidationContract = {
  preview: query({
    summary: 'Tổng hợp số liệu nhiều đơn vị từ các gói hoặc sổ kế hoạch: bảng vùng, điều cần quyết định. Không ghi gì',
    input: consolidationInput,
    output: consolidated,
  }),
  save: command({
    summary: 'Lưu một bảng tổng hợp: các nguồn, những gì đã quyết định, kết quả',
    input: consolidationInput.extend({
      rowVersion: rowVersion.nullable().default(null),
      name: requiredLine('tên bảng tổng hợp', 200),
      note: line(500).default(''),
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  list: query({
    summary: 'Các bảng tổng hợp đã lưu',
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.array(
      z.strictObject({
        id,
        rowVersion,
        name: z.string(),
        note: z.string(),
        year: z.number().int().nullable(),
        savedOn: z.string(),
        files: z.number().int(),
        provinces: z.number().int(),
        projects: z.number().int(),
        planned: anyAmounts,
        done: anyAmounts.nullable(),
      }),
    ),
  }),
  get: query({
    summary: 'Một bảng tổng hợp đã lưu, mở lại như lúc lưu',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, rowVersion, name: z.string(), note: z.string(), result: consolidated }),
  }),
  remove: command({
    summary: 'Xóa một bảng tổng hợp đã lưu (hoàn tác được)',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  export: query({
    summary: 'Bảng tổng hợp đã lưu thành XLSX (công thức sống), PDF hoặc DOCX kèm lời văn',
    input: z.strictObject({ id, format: z.enum(['xlsx', 'pdf', 'docx'], 'Xuất XLSX, PDF hoặc DOCX.') }),
    output: fileOut,
  }),
}
