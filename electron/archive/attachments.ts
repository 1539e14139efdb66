// Attachments: bytes kept in the data file with their hash, given back exactly as they came.
import { createHash } from 'node:crypto'
import type { AttachmentHead, AttachmentOwner } from '../../shared/contract/archive'
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import { assertNever } from '../../shared/domain/assertNever'
import { attachmentMediaTypes, judgeAttachment } from '../../shared/domain/attachments'
import { cleanLine } from '../../shared/vietnamese/text'
import type { Reader, Writer } from '../database/access'

/** Everything but the bytes, which lists never read. */
export const headColumns = [
  'attachment.id',
  'attachment.file_name',
  'attachment.media_type',
  'attachment.size',
  'attachment.sha256',
  'attachment.added_on',
] as const

interface HeadRow {
  readonly id: number
  readonly file_name: string
  readonly media_type: string
  readonly size: number
  readonly sha256: string
  readonly added_on: string
}

export function attachmentHeadFrom(row: HeadRow): AttachmentHead {
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    addedOn: row.added_on,
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const ownerColumns = {
  establishment: 'establishment_id',
  project: 'project_id',
  dossierItem: 'dossier_item_id',
  progressReport: 'progress_report_id',
  acceptance: 'acceptance_id',
  inspection: 'inspection_id',
  changeRequest: 'change_request_id',
  voteRound: 'vote_round_id',
  voteProduct: 'vote_product_id',
  activity: 'activity_id',
} as const satisfies Record<AttachmentOwner, string>

interface Owner {
  readonly ownerKind: AttachmentOwner
  readonly ownerId: number
}

export async function listAttachments(reader: Reader, { ownerKind, ownerId }: Owner): Promise<AttachmentHead[]> {
  const rows = await reader.db
    .selectFrom('attachment')
    .select(headColumns)
    .where(ownerColumns[ownerKind], '=', ownerId)
    .orderBy('id')
    .execute()
  return rows.map(attachmentHeadFrom)
}

/** Whose the file is; of a record of carrying out, the đề án's too. */
async function ownersOf(writer: Writer, { ownerKind, ownerId }: Owner): Promise<Partial<Record<string, number>>> {
  const found = await ownerRow(writer, ownerKind, ownerId)
  if (found === undefined) throw new Refusal('record.missing', ownerWords[ownerKind])
  const own = { [ownerColumns[ownerKind]]: ownerId }
  return found.project_id === undefined ? own : { ...own, project_id: found.project_id }
}

const ownerWords: Readonly<Record<AttachmentOwner, string>> = {
  establishment: 'cơ sở',
  project: 'đề án',
  dossierItem: 'giấy tờ hồ sơ',
  progressReport: 'báo cáo tiến độ',
  acceptance: 'biên bản nghiệm thu',
  inspection: 'lần kiểm tra',
  changeRequest: 'đề nghị điều chỉnh',
  voteRound: 'kỳ bình chọn',
  voteProduct: 'sản phẩm bình chọn',
  activity: 'hoạt động',
}

function ownerRow(
  { db }: Writer,
  kind: AttachmentOwner,
  id: number,
): Promise<{ id: number; project_id?: number } | undefined> {
  switch (kind) {
    case 'establishment':
      return db.selectFrom('establishment').select('id').where('id', '=', id).executeTakeFirst()
    case 'project':
      return db.selectFrom('project').select('id').where('id', '=', id).executeTakeFirst()
    case 'dossierItem':
      return db.selectFrom('dossier_item').select('id').where('id', '=', id).executeTakeFirst()
    case 'progressReport':
      return db.selectFrom('progress_report').select(['id', 'project_id']).where('id', '=', id).executeTakeFirst()
    case 'acceptance':
      return db.selectFrom('acceptance').select(['id', 'project_id']).where('id', '=', id).executeTakeFirst()
    case 'inspection':
      return db.selectFrom('inspection').select(['id', 'project_id']).where('id', '=', id).executeTakeFirst()
    case 'changeRequest':
      return db.selectFrom('change_request').select('id').where('id', '=', id).executeTakeFirst()
    case 'voteRound':
      return db.selectFrom('vote_round').select('id').where('id', '=', id).executeTakeFirst()
    case 'voteProduct':
      return db.selectFrom('vote_product').select('id').where('id', '=', id).executeTakeFirst()
    case 'activity':
      return db.selectFrom('activity').select('id').where('id', '=', id).executeTakeFirst()
    default:
      return assertNever(kind, 'an attachment belongs to one of these')
  }
}

export async function attach(
  writer: Writer,
  input: Owner & { readonly fileName: string; readonly base64: string },
): Promise<AttachmentHead> {
  const own = await ownersOf(writer, input)
  // macOS gives file names in decomposed letters.
  const fileName = cleanLine(input.fileName)
  const bytes = Buffer.from(input.base64, 'base64')
  const verdict = judgeAttachment(fileName, bytes)
  if ('refused' in verdict)
    throw new Refusal('input.invalid', '', [{ path: verdict.refused.at, message: verdict.refused.message }])
  const row = {
    file_name: fileName,
    media_type: attachmentMediaTypes[verdict.kind],
    size: bytes.length,
    sha256: sha256Of(bytes),
    added_on: writer.today,
  }
  const nobody = {
    establishment_id: null,
    project_id: null,
    dossier_item_id: null,
    change_request_id: null,
    vote_round_id: null,
    vote_product_id: null,
    activity_id: null,
  }
  const nothing = { progress_report_id: null, acceptance_id: null, inspection_id: null }
  const { id } = await writer.db
    .insertInto('attachment')
    .values({ ...nobody, ...nothing, ...own, ...row, bytes })
    .returning('id')
    .executeTakeFirstOrThrow()
  return attachmentHeadFrom({ id, ...row })
}

/** Bytes as a file for the window; refused when they are no longer those that were hashed. */
export function fileFrom(stored: {
  readonly file_name: string
  readonly media_type: string
  readonly sha256: string
  readonly bytes: Uint8Array
}): FileOut {
  if (sha256Of(stored.bytes) !== stored.sha256)
    throw new Refusal('file.damaged', `nội dung của “${stored.file_name}” không còn khớp mã băm đã ghi`)
  const { buffer, byteOffset, byteLength } = stored.bytes
  return {
    fileName: stored.file_name,
    mediaType: stored.media_type,
    base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  }
}

export async function readAttachment(reader: Reader, id: number): Promise<FileOut> {
  const row = await reader.db
    .selectFrom('attachment')
    .select(['file_name', 'media_type', 'sha256', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'tệp đính kèm')
  return fileFrom(row)
}

export async function removeAttachment(writer: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await writer.db.deleteFrom('attachment').where('id', '=', id).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refusal('record.missing', 'tệp đính kèm')
}
