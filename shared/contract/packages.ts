// Calls over packages sent upward: what one would hold, making and keeping one, recalling one. Also the shape of the data that a
// package carries, checked when a file comes back.
import { z } from 'zod'
import {
  doneRules,
  type PackageData,
  packageBases,
  packageFormat,
  packageVersion,
  visibleFigures,
} from '../domain/package'
import { programmes } from '../domain/projects'
import { command, query } from './call'
import {
  amountsBySource,
  contentGroup,
  fileOut,
  id,
  line,
  plainDate,
  programme,
  projectKind,
  requiredLine,
  rowVersion,
  year,
} from './values'

export const moneyUnit = z.enum(['dong', 'thousand', 'million', 'billion'], 'Chọn đồng, nghìn, triệu hoặc tỷ đồng.')

const text = z.string().max(20_000)
/** What was done may be less than nothing in a period: money that came back. */
const movedDong = z.number().int().min(-1_000_000_000_000_000).max(1_000_000_000_000_000)
const movedAmounts = z.strictObject({ national: movedDong, local: movedDong, counterpart: movedDong, other: movedDong })
const checksum = z.string().regex(/^[0-9a-f]{64}$/)

const packageLine = z.strictObject({
  programme,
  code: text,
  name: text,
  kind: projectKind,
  contentGroup,
  subContent: z.string().max(100).nullable(),
  implementingUnit: text,
  cooperatingUnits: text,
  beneficiaries: z.array(z.strictObject({ name: text, legalForm: z.string().max(60).nullable() })).max(5_000),
  places: z.array(z.strictObject({ text, communeCode: z.string().max(10).nullable() })).max(5_000),
  startMonth: z.string().max(7).nullable(),
  endMonth: z.string().max(7).nullable(),
  summary: z.string().max(60_000),
  priority: z.number().int().nullable(),
  note: text,
  status: z.string().max(60),
  planned: amountsBySource,
  done: movedAmounts.nullable(),
})

export const packageData: z.ZodType<PackageData> = z.strictObject({
  format: z.literal(packageFormat),
  version: z.number().int().min(1).max(packageVersion),
  kind: z.enum(['figures', 'recall']),
  office: z.strictObject({ name: text, department: text, provinceCode: z.string().max(10), provinceName: text }),
  number: z.string().max(60),
  year,
  madeAt: z.string().max(40),
  unit: z.literal('dong'),
  programmes: z.array(programme).max(programmes.length),
  basis: z.enum(packageBases),
  asOf: plainDate.nullable(),
  period: z.strictObject({ from: plainDate, to: plainDate }).nullable(),
  doneRule: z.enum(doneRules).nullable(),
  replaces: z.strictObject({ number: z.string().max(60), checksum }).nullable(),
  recalled: z.array(z.strictObject({ number: z.string().max(60), checksum, on: plainDate, reason: text })).max(1_000),
  lines: z.array(packageLine).max(20_000),
  sheets: z
    .array(
      z.strictObject({
        name: z.string().max(60),
        unit: moneyUnit,
        textColumn: z.string().regex(/^[A-Z]{1,3}$/),
        columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.enum(visibleFigures)),
        lines: z
          .array(
            z.strictObject({
              row: z.number().int().min(1).max(1_048_576),
              text,
              line: z.number().int().min(0).nullable(),
              figures: z.record(z.string().regex(/^[A-Z]{1,3}$/), movedDong),
            }),
          )
          .max(25_000),
      }),
    )
    .max(10),
})

export const packageOrder = z.strictObject({
  year,
  programmes: z.array(programme).min(1, 'Chọn ít nhất một chương trình.').max(2).default(['national', 'local']),
  basis: z.enum(packageBases, 'Chọn số đăng ký, được giao, hiện hành, hoặc đến một ngày.').default('current'),
  /** Of basis `asOf`. */
  asOf: plainDate.nullable().default(null),
  /** What was done in these days; null: the plan alone. */
  period: z
    .strictObject({ from: plainDate, to: plainDate })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Ngày cuối kỳ phải sau ngày đầu kỳ.' })
    .nullable()
    .default(null),
  doneRule: z.enum(doneRules, 'Thực hiện tính theo giải ngân, nghiệm thu hoặc quyết toán.').default('disbursed'),
  /** Of the sheets for people. */
  unit: moneyUnit.default('million'),
})
export type PackageOrder = z.output<typeof packageOrder>

export const sentPackage = z.strictObject({
  id,
  rowVersion,
  number: z.string(),
  year,
  programmes: z.array(programme),
  basis: z.enum(packageBases),
  asOf: z.string().nullable(),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  doneRule: z.enum(doneRules).nullable(),
  recipient: z.string(),
  sentOn: z.string(),
  note: z.string(),
  projects: z.number().int(),
  planned: amountsBySource,
  done: movedAmounts.nullable(),
  /** Of the data, as the file carries it. */
  checksum: z.string(),
  /** Of the file as a whole. */
  fileSha256: z.string(),
  fileName: z.string(),
  replaces: z.strictObject({ id, number: z.string() }).nullable(),
  replacedBy: z.strictObject({ id, number: z.string() }).nullable(),
  recalledOn: z.string().nullable(),
  recalledReason: z.string(),
})
export type SentPackage = z.output<typeof sentPackage>

export const packagesContract = {
  preview: query({
    summary: 'Gói gửi cấp trên sẽ có gì: số đề án, kế hoạch, thực hiện trong kỳ, điều cần biết. Không ghi gì',
    input: packageOrder,
    output: z.strictObject({
      projects: z.number().int(),
      programmes: z.array(
        z.strictObject({
          programme,
          projects: z.number().int(),
          planned: amountsBySource,
          done: movedAmounts.nullable(),
        }),
      ),
      planned: amountsBySource,
      done: movedAmounts.nullable(),
      /** What a careful sender would want to know first. */
      notes: z.array(z.string()),
      /** Packages of the year that this one could stand in place of. */
      earlier: z.array(z.strictObject({ id, number: z.string(), sentOn: z.string(), recalled: z.boolean() })),
      fileName: z.string(),
    }),
  }),
  send: command({
    summary: 'Lập gói gửi cấp trên (sổ tính kèm dữ liệu và mã kiểm tra), giữ lại đúng tệp đã gửi',
    undo: 'final',
    input: packageOrder.extend({
      recipient: requiredLine('nơi nhận', 200),
      sentOn: plainDate.nullable().default(null),
      note: line(500).default(''),
      /** The earlier package that this one replaces. */
      replaces: id.nullable().default(null),
    }),
    output: z.strictObject({ id, number: z.string(), checksum: z.string(), file: fileOut }),
  }),
  list: query({
    summary: 'Các gói đã gửi: khi nào, cho ai, số liệu gì, mã kiểm tra, đã thu hồi hay chưa',
    input: z.strictObject({ year: year.nullable().default(null) }),
    output: z.array(sentPackage),
  }),
  file: query({
    summary: 'Đúng tệp của một gói đã gửi, từng byte như lúc gửi',
    input: z.strictObject({ id }),
    output: fileOut,
  }),
  data: query({
    summary: 'Số liệu một gói đã gửi mang theo',
    input: z.strictObject({ id }),
    output: packageData,
  }),
  recall: command({
    summary: 'Thu hồi một gói đã gửi, có lý do; gói vẫn được giữ và ghi là đã thu hồi',
    undo: 'final',
    role: 'approve',
    input: z.strictObject({ id, rowVersion, reason: requiredLine('lý do thu hồi', 500) }),
    output: z.strictObject({ rowVersion }),
  }),
  recallNotice: query({
    summary: 'Thông báo thu hồi của một gói, để gửi nơi đã nhận: chương trình nơi nhận đọc được',
    input: z.strictObject({ id }),
    output: fileOut,
  }),
}
