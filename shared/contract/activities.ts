// Calls over hoạt động khác: product votes with their certificates; fairs, training courses, consulting, media and others.
// For whoever brings in many at once: `recordCertificate` takes one certificate, finds its round by level, year and place, and
// makes the round and the product where there are none; said twice, it changes what is there instead of doubling it.
import { z } from 'zod'
import { activityKinds } from '../domain/activities'
import { certificateStates, productGroups, voteCriteria, voteLevels, voteResults } from '../domain/productVotes'
import { command, query } from './call'
import {
  amountsBySource,
  code,
  done,
  dong,
  id,
  line,
  paragraphs,
  plainDate,
  requiredLine,
  rowVersion,
  year,
} from './values'

const level = z.enum(voteLevels, 'Chọn cấp bình chọn: xã, huyện, tỉnh, khu vực hoặc quốc gia.')
const group = z.enum(productGroups, 'Chọn một trong bốn nhóm sản phẩm.')
const kind = z.enum(activityKinds, 'Chọn loại hoạt động.')
const people = (what: string) =>
  z.number(`Phải là ${what}.`).int(`${what} phải là số nguyên.`).min(0, `${what} không được âm.`).max(10_000_000)

/** Hundredths of a point on the scale of 100. */
const points = z
  .number('Phải là số điểm.')
  .int('Điểm có nhiều nhất hai chữ số thập phân.')
  .min(0, 'Điểm không được âm.')
  .max(10_000, 'Thang điểm là 100.')

export const voteRound = z.strictObject({
  level,
  year,
  /** The commune or the region, where the level has several; empty for the province itself. */
  place: line(200),
  decisionNumber: line(60),
  decisionDate: plainDate.nullable(),
  issuer: line(200),
  councilNumber: line(60),
  councilMembers: people('số thành viên').max(99, 'Hội đồng nhiều thành viên quá.').nullable(),
  note: paragraphs(2_000),
})
export type VoteRound = z.output<typeof voteRound>

export const voteProduct = z.strictObject({
  establishmentId: id.nullable(),
  /** Whose product it is, as the certificate names them. */
  owner: requiredLine('tên cơ sở', 300),
  name: requiredLine('tên sản phẩm', 300),
  group,
  scores: z.strictObject(
    Object.fromEntries(voteCriteria.map((criterion) => [criterion, points.nullable()])) as Record<
      (typeof voteCriteria)[number],
      z.ZodNullable<typeof points>
    >,
  ),
  average: points.nullable(),
  result: z.enum(voteResults, 'Chọn kết quả.'),
  certificateNumber: line(60),
  certificateDate: plainDate.nullable(),
  /** Only where the certificate names another day than the rule gives. */
  validUntil: plainDate.nullable(),
  prizeRank: line(60),
  prizeAmount: dong.nullable(),
  /** Why it is certified all the same, where a rule says otherwise. */
  overReason: line(1_000),
  note: line(1_000),
})
export type VoteProduct = z.output<typeof voteProduct>
export type VoteProductInput = z.input<typeof voteProduct>

const voteWarning = z.strictObject({ path: z.string(), message: z.string() })

const roundRow = z.strictObject({
  id,
  rowVersion,
  level,
  year,
  place: z.string(),
  decisionNumber: z.string(),
  decisionDate: z.string().nullable(),
  councilMembers: z.number().int().nullable(),
  registered: z.number().int(),
  certified: z.number().int(),
  expiring: z.number().int(),
  expired: z.number().int(),
})
export type VoteRoundRow = z.output<typeof roundRow>

const productOut = z.strictObject({
  id,
  rowVersion,
  product: voteProduct,
  points: z.number().int().nullable(),
  validUntil: z.string().nullable(),
  state: z.enum(certificateStates).nullable(),
  warnings: z.array(voteWarning),
})
export type VoteProductOut = z.output<typeof productOut>

const certificateRow = z.strictObject({
  id,
  roundId: id,
  level,
  year,
  place: z.string(),
  name: z.string(),
  group,
  establishmentId: id.nullable(),
  owner: z.string(),
  points: z.number().int().nullable(),
  number: z.string(),
  date: z.string().nullable(),
  validUntil: z.string().nullable(),
  state: z.enum(certificateStates),
  prizeRank: z.string(),
})
export type CertificateRow = z.output<typeof certificateRow>

export const activityDetails = z.strictObject({
  kind,
  name: requiredLine('tên hoạt động', 300),
  year,
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  place: line(300),
  organiser: line(300),
  documentNumber: line(60),
  /** Its money stands in this đề án and is not added to it again. */
  projectId: id.nullable(),
  participants: people('số người').nullable(),
  establishments: people('số cơ sở').nullable(),
  booths: people('số gian hàng').nullable(),
  /** Tin bài, phóng sự, ấn phẩm, nhãn hiệu: what the activity makes. */
  items: people('số sản phẩm').nullable(),
  amounts: amountsBySource,
  attendants: z
    .array(z.strictObject({ establishmentId: id.nullable(), name: requiredLine('tên cơ sở', 300), note: line(300) }))
    .max(2_000, 'Danh sách dài quá 2.000 cơ sở.'),
  result: paragraphs(5_000),
  note: paragraphs(2_000),
})
export type ActivityDetails = z.output<typeof activityDetails>
export type ActivityDetailsInput = z.input<typeof activityDetails>

const activityRow = z.strictObject({
  id,
  rowVersion,
  kind,
  name: z.string(),
  year,
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  place: z.string(),
  project: z.strictObject({ id, code: z.string() }).nullable(),
  participants: z.number().int().nullable(),
  establishments: z.number().int().nullable(),
  booths: z.number().int().nullable(),
  items: z.number().int().nullable(),
  /** As typed. */
  amounts: amountsBySource,
  /** What is added to totals: nothing under a đề án. */
  own: amountsBySource,
  warnings: z.array(z.string()),
})
export type ActivityRow = z.output<typeof activityRow>

export const certificateToRecord = z.strictObject({
  level,
  year,
  place: line(200).default(''),
  decisionNumber: line(60).default(''),
  decisionDate: plainDate.nullable().default(null),
  establishmentId: id.nullable().default(null),
  owner: requiredLine('tên cơ sở', 300),
  name: requiredLine('tên sản phẩm', 300),
  group: group.default('other'),
  average: points.nullable().default(null),
  number: code,
  date: plainDate.nullable().default(null),
  validUntil: plainDate.nullable().default(null),
  overReason: line(1_000).default(''),
})
export type CertificateToRecord = z.output<typeof certificateToRecord>

export const activitiesContract = {
  rounds: query({
    summary: 'Các kỳ bình chọn sản phẩm CNNT tiêu biểu, số sản phẩm đăng ký, được công nhận, giấy sắp hết hạn',
    input: z.strictObject({
      year: year.nullable().default(null),
      level: level.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.array(roundRow),
  }),
  round: query({
    summary: 'Một kỳ bình chọn với mọi sản phẩm',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      round: voteRound,
      warnings: z.array(voteWarning),
      products: z.array(productOut),
    }),
  }),
  saveRound: command({
    summary: 'Thêm hoặc sửa một kỳ bình chọn',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), round: voteRound }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeRound: command({
    summary: 'Xóa một kỳ bình chọn cùng các sản phẩm của kỳ đó',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  saveProduct: command({
    summary: 'Thêm hoặc sửa một sản phẩm đăng ký bình chọn: điểm, kết quả, giấy chứng nhận',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      roundId: id,
      product: voteProduct,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeProduct: command({
    summary: 'Xóa một sản phẩm khỏi kỳ bình chọn',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  recordCertificate: command({
    summary: 'Ghi một giấy chứng nhận: tìm kỳ bình chọn cùng cấp, năm, nơi và sản phẩm cùng tên; chưa có thì lập mới',
    input: certificateToRecord,
    output: z.strictObject({ roundId: id, productId: id, outcome: z.enum(['new', 'changed', 'same']) }),
  }),
  certificates: query({
    summary: 'Giấy chứng nhận sản phẩm CNNT tiêu biểu: còn hạn, sắp hết hạn, hết hạn',
    input: z.strictObject({
      /** As of this day; today unless said. */
      asOf: plainDate.optional(),
      year: year.nullable().default(null),
      level: level.nullable().default(null),
      group: group.nullable().default(null),
      state: z.enum(certificateStates).nullable().default(null),
      establishmentId: id.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.strictObject({ asOf: z.string(), warnDaysBefore: z.number().int(), rows: z.array(certificateRow) }),
  }),
  productsOf: query({
    summary: 'Sản phẩm của một cơ sở ở các kỳ bình chọn, kết quả và giấy chứng nhận',
    input: z.strictObject({ establishmentId: id }),
    output: z.array(
      z.strictObject({
        id,
        roundId: id,
        level,
        year,
        place: z.string(),
        name: z.string(),
        result: z.enum(voteResults),
        number: z.string(),
        validUntil: z.string().nullable(),
        /** null: not certified. */
        state: z.enum(certificateStates).nullable(),
      }),
    ),
  }),
  list: query({
    summary: 'Hội chợ, tập huấn, tư vấn, truyền thông và hoạt động khác: của một năm hoặc mọi năm',
    input: z.strictObject({
      year: year.nullable().default(null),
      kind: kind.nullable().default(null),
      projectId: id.nullable().default(null),
      establishmentId: id.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.array(activityRow),
  }),
  get: query({
    summary: 'Một hoạt động với danh sách cơ sở tham gia',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      activity: activityDetails,
      project: z.strictObject({ id, code: z.string(), name: z.string() }).nullable(),
      warnings: z.array(z.string()),
    }),
  }),
  save: command({
    summary: 'Thêm hoặc sửa một hoạt động',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), activity: activityDetails }),
    output: z.strictObject({ id, rowVersion }),
  }),
  remove: command({
    summary: 'Xóa một hoạt động',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
