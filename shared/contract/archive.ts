// Calls over what is kept on paper: the dossier of a đề án, attachments with their bytes, the register of outgoing papers.
import { z } from 'zod'
import { attachmentEmpty, attachmentTooLarge, largestAttachment } from '../domain/attachments'
import { destinations, dossierStages } from '../domain/dossiers'
import { command, query } from './call'
import {
  done,
  fileName,
  fileOut,
  id,
  line,
  paragraphs,
  plainDate,
  programme,
  requiredLine,
  rowVersion,
  year,
} from './values'

export const attachmentOwners = [
  'establishment',
  'project',
  'dossierItem',
  'progressReport',
  'acceptance',
  'inspection',
  'changeRequest',
  'voteRound',
  'voteProduct',
  'activity',
] as const
export type AttachmentOwner = (typeof attachmentOwners)[number]

/** Four characters of base64 carry three bytes. */
const longestBase64 = Math.ceil(largestAttachment / 3) * 4

const attachmentBytes = z
  .string('Phải có nội dung tệp.')
  .min(1, attachmentEmpty)
  .max(longestBase64, attachmentTooLarge)
  .refine(
    (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0,
    'Nội dung tệp không đúng dạng base64.',
  )

export const attachmentHead = z.strictObject({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  addedOn: z.string(),
})
export type AttachmentHead = z.output<typeof attachmentHead>

export const dossierItemDetails = z.strictObject({
  /** A paper of the catalogue; null for one of the office's own. */
  paperCode: z.string().min(1).max(60).nullable(),
  title: requiredLine('tên giấy tờ', 300),
  stage: z.enum(dossierStages),
  required: z.boolean(),
  copies: z
    .number('Phải là số bản.')
    .int('Số bản phải là số nguyên.')
    .min(1, 'Số bản từ 1.')
    .max(99, 'Nhiều bản quá.')
    .nullable(),
  destination: z.enum(destinations),
  receivedOn: plainDate.nullable(),
  note: line(500),
})
export type DossierItemDetails = z.output<typeof dossierItemDetails>

export const dossierLine = dossierItemDetails.extend({
  /** null while nothing has been recorded of a paper of the catalogue. */
  id: id.nullable(),
  rowVersion: rowVersion.nullable(),
  title: z.string(),
  condition: z.string(),
  legalBasis: z.string(),
  /** Such as "chưa kiểm chứng"; null for what was read in the law. */
  mark: z.string().nullable(),
  destinationMark: z.string().nullable(),
  /** What the catalogue adds, such as what a valid copy is. */
  hint: z.string(),
  attachments: z.array(attachmentHead),
})
export type DossierLine = z.output<typeof dossierLine>

export const outgoingState = z.strictObject({
  id,
  year,
  number: z.number().int(),
  symbol: z.string(),
  /** "05/HĐ-KC" */
  fullNumber: z.string(),
  form: z.string(),
  title: z.string(),
  date: z.string(),
  signer: z.string(),
  project: z.strictObject({ id, code: z.string() }).nullable(),
  plan: z.strictObject({ year, programme }).nullable(),
  recipients: z.string(),
  sha256: z.string(),
  cancelledOn: z.string().nullable(),
  cancelledReason: z.string(),
})
export type OutgoingState = z.output<typeof outgoingState>

const issueForm = z.string().min(1).max(60)
const issueDetails = {
  date: plainDate,
  /** null: the next number of the symbol. */
  number: z
    .number('Phải là số.')
    .int('Số văn bản phải là số nguyên.')
    .min(1, 'Số văn bản từ 1.')
    .max(99_999, 'Số văn bản lớn quá.')
    .nullable()
    .default(null),
  /** Empty: the office's symbol for the form. */
  symbol: line(60).default(''),
  signerId: id.nullable().default(null),
  recipients: paragraphs(2_000).default(''),
}
const issued = z.strictObject({
  id,
  number: z.number().int(),
  fullNumber: z.string(),
  sha256: z.string(),
  file: fileOut,
})

export const archiveContract = {
  dossier: query({
    summary: 'Thành phần hồ sơ của một đề án: giấy tờ cần có, đã nhận, nơi gửi, tệp đính kèm, số còn thiếu',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({
      lines: z.array(dossierLine),
      /** Required papers not received, by stage. */
      missing: z.record(z.enum(dossierStages), z.number().int()),
    }),
  }),
  saveDossierItem: command({
    summary: 'Ghi một giấy tờ của hồ sơ: ngày nhận, số bản, nơi gửi; hoặc thêm giấy tờ riêng',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      item: dossierItemDetails,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeDossierItem: command({
    summary: 'Bỏ một giấy tờ đã ghi (giấy tờ trong danh mục trở lại như chưa ghi)',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  attachments: query({
    summary:
      'Các tệp đính kèm của một cơ sở, đề án, giấy tờ hồ sơ, báo cáo tiến độ, nghiệm thu, lần kiểm tra hoặc đề nghị điều chỉnh',
    input: z.strictObject({ ownerKind: z.enum(attachmentOwners), ownerId: id }),
    output: z.array(attachmentHead),
  }),
  attach: command({
    summary: 'Đính kèm một tệp PDF, Word, Excel hoặc ảnh (tối đa 20 MB)',
    input: z.strictObject({ ownerKind: z.enum(attachmentOwners), ownerId: id, fileName, base64: attachmentBytes }),
    output: attachmentHead,
  }),
  attachment: query({
    summary: 'Một tệp đính kèm, đúng từng byte như khi đưa vào',
    input: z.strictObject({ id }),
    output: fileOut,
  }),
  removeAttachment: command({
    summary: 'Bỏ một tệp đính kèm',
    input: z.strictObject({ id }),
    output: done,
  }),
  outgoing: query({
    summary: 'Sổ văn bản đi của một năm, tìm không dấu',
    input: z.strictObject({ year, text: line(200).default('') }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(outgoingState) }),
  }),
  nextNumber: query({
    summary: 'Số tiếp theo của một ký hiệu trong năm',
    input: z.strictObject({ year, form: z.string().min(1).max(60), symbol: line(60).default('') }),
    output: z.strictObject({
      number: z.number().int(),
      /** As typed, or the office's own for the form; empty when there is none. */
      symbol: z.string(),
    }),
  }),
  issue: command({
    summary: 'Phát hành một văn bản của đề án: cấp số, giữ bản PDF, dữ liệu và mã băm',
    undo: 'final',
    input: z.strictObject({
      form: issueForm,
      projectId: id,
      /** What the paper speaks of; null: the newest of its kind. */
      recordId: id.nullable().default(null),
      ...issueDetails,
    }),
    output: issued,
  }),
  issuePlan: command({
    summary: 'Phát hành một văn bản của kế hoạch năm: cấp số, giữ bản PDF, dữ liệu và mã băm',
    undo: 'final',
    input: z.strictObject({ form: issueForm, year, programme, ...issueDetails }),
    output: issued,
  }),
  issuedFile: query({
    summary: 'Bản PDF đã phát hành, đúng từng byte',
    input: z.strictObject({ id }),
    output: fileOut,
  }),
  cancelIssued: command({
    summary: 'Hủy một văn bản đã phát hành, kèm lý do; số của nó không cấp lại',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({ id, reason: requiredLine('lý do hủy', 1_000) }),
    output: done,
  }),
}
