// The tables of papers: dossiers, attached files, outgoing numbers, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

export interface DossierItemTable {
  id: Generated<number>
  project_id: number
  paper_code: string | null
  title: string
  stage: string
  required: Flag
  copies: number | null
  destination: string
  received_on: string | null
  note: string
  row_version: Generated<number>
}

/** Belongs to exactly one of the first three or a change request; of a đề án it may besides show what one of its records tells. */
export interface AttachmentTable {
  id: Generated<number>
  establishment_id: number | null
  project_id: number | null
  dossier_item_id: number | null
  progress_report_id: number | null
  acceptance_id: number | null
  inspection_id: number | null
  change_request_id: number | null
  vote_round_id: number | null
  vote_product_id: number | null
  activity_id: number | null
  file_name: string
  media_type: string
  size: number
  sha256: string
  added_on: string
  bytes: Buffer
}

/** Văn bản đi: final once written, but for its cancelling. */
export interface OutgoingPaperTable {
  id: Generated<number>
  year: number
  number: number
  symbol: string
  form: string
  title: string
  date: string
  signer: string
  project_id: number | null
  plan_id: number | null
  recipients: string
  data: string
  file_name: string
  sha256: string
  cancelled_on: string | null
  cancelled_reason: string
  bytes: Buffer
}

/** Bytes of removed attachments, by what they are: the audit keeps the row, this keeps the file. */
export interface RemovedFileTable {
  id: Generated<number>
  sha256: string
  bytes: Buffer
}

/** A removed attachment whose bytes were cleared away for good. */
export interface PurgedFileTable {
  id: Generated<number>
  file_name: string
  size: number
  sha256: string
  removed_on: string
  purged_on: string
  reason: string
}

export interface ArchiveSchema {
  dossier_item: DossierItemTable
  attachment: AttachmentTable
  outgoing_paper: OutgoingPaperTable
  removed_file: RemovedFileTable
  purged_file: PurgedFileTable
}
