// A change request as it is kept: the letter, its items with what is asked and why, the version in force.
import type { ChangeLetter } from '../../shared/contract/changes'
import { Refusal } from '../../shared/contract/errors'
import { type ProjectContent, projectContent } from '../../shared/contract/projects'
import type { Authority } from '../../shared/domain/changeAuthority'
import type { ChangeItemKind, ChangeOutcome, ChangeState } from '../../shared/domain/changes'
import type { VersionStage } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { findVersionInForce } from '../projects/inForce'

export interface StoredItem {
  readonly id: number
  readonly requestId: number
  readonly kind: ChangeItemKind
  readonly projectId: number
  readonly baseVersionId: number
  /** null for supplement and stop. */
  readonly asked: ProjectContent | null
  readonly reason: string
  readonly reasons: ReadonlyMap<string, string>
  readonly advanced: number | null
  readonly recovery: number | null
  readonly outcome: ChangeOutcome | null
  readonly outcomeNote: string
  readonly refused: readonly string[]
  readonly approved: ProjectContent | null
  readonly madeVersionId: number | null
  readonly restoredVersionId: number | null
}

export interface StoredDecision {
  readonly id: number
  readonly number: string
  readonly date: string
  readonly signer: string
  readonly authority: Authority
  readonly warnings: string
  readonly overReason: string
  readonly cancelled: { readonly number: string; readonly date: string; readonly reason: string } | null
}

export interface StoredRequest {
  readonly id: number
  readonly rowVersion: number
  readonly letter: ChangeLetter
  readonly state: ChangeState
  readonly submittedOn: string | null
  readonly withdrawn: { readonly date: string; readonly reason: string } | null
  readonly splitFromId: number | null
  readonly items: readonly StoredItem[]
  readonly decision: StoredDecision | null
}

/** What was kept by an earlier program may lack the newer parts of a đề án; the schema fills them in. */
export function contentFrom(json: string): ProjectContent {
  return projectContent.parse(JSON.parse(json))
}

/** Items by request, each list in the order of the letter. */
export async function readStoredItemsOf(
  reader: Reader,
  requestIds: readonly number[],
): Promise<Map<number, StoredItem[]>> {
  const { db } = reader
  const rows = await db
    .selectFrom('change_item')
    .selectAll()
    .where('request_id', 'in', idList(requestIds))
    .orderBy('request_id')
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const ids = idList(rows.map(({ id }) => id))
  const reasons = groupBy(await db.selectFrom('change_reason').selectAll().where('item_id', 'in', ids).execute())
  const refusals = groupBy(await db.selectFrom('change_refusal').selectAll().where('item_id', 'in', ids).execute())
  const items = new Map<number, StoredItem[]>()
  for (const row of rows) {
    const asked = row.asked === null ? null : contentFrom(row.asked)
    const item: StoredItem = {
      id: row.id,
      requestId: row.request_id,
      kind: row.kind as ChangeItemKind,
      projectId: row.project_id,
      baseVersionId: row.base_version_id,
      asked,
      reason: row.reason,
      reasons: new Map((reasons.get(row.id) ?? []).map((one) => [one.path, one.reason])),
      advanced: row.advanced,
      recovery: row.recovery,
      outcome: row.outcome as ChangeOutcome | null,
      outcomeNote: row.outcome_note,
      refused: (refusals.get(row.id) ?? []).map((one) => one.path),
      // Approved as it was asked, it is the same.
      approved: row.approved === row.asked ? asked : row.approved === null ? null : contentFrom(row.approved),
      madeVersionId: row.made_version_id,
      restoredVersionId: row.restored_version_id,
    }
    items.set(row.request_id, [...(items.get(row.request_id) ?? []), item])
  }
  return items
}

function groupBy<T extends { readonly item_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) groups.set(row.item_id, [...(groups.get(row.item_id) ?? []), row])
  return groups
}

export async function readStoredItems(reader: Reader, requestId: number): Promise<StoredItem[]> {
  return (await readStoredItemsOf(reader, [requestId])).get(requestId) ?? []
}

/** Whole requests, in the order of their ids. */
export async function readStoredRequests(reader: Reader, ids: readonly number[]): Promise<StoredRequest[]> {
  const rows = await reader.db
    .selectFrom('change_request')
    .selectAll()
    .where('id', 'in', idList(ids))
    .orderBy('id')
    .execute()
  const decisions = await reader.db
    .selectFrom('change_decision')
    .selectAll()
    .where('request_id', 'in', idList(ids))
    .execute()
  const decisionOf = new Map(
    decisions.map((row): [number, StoredDecision] => [
      row.request_id,
      {
        id: row.id,
        number: row.number,
        date: row.date,
        signer: row.signer,
        authority: row.authority as Authority,
        warnings: row.warnings,
        overReason: row.over_reason,
        cancelled:
          row.cancelled_on === null
            ? null
            : { number: row.cancelled_number, date: row.cancelled_on, reason: row.cancelled_reason },
      },
    ]),
  )
  const items = await readStoredItemsOf(reader, ids)
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    letter: {
      year: row.year,
      letterNumber: row.letter_number,
      letterDate: row.letter_date,
      askedBy: row.asked_by,
      reason: row.reason,
      note: row.note,
    },
    state: row.state as ChangeState,
    submittedOn: row.submitted_on,
    withdrawn: row.withdrawn_on === null ? null : { date: row.withdrawn_on, reason: row.withdrawn_reason },
    splitFromId: row.split_from_id,
    items: items.get(row.id) ?? [],
    decision: decisionOf.get(row.id) ?? null,
  }))
}

/** @throws Refusal record.missing */
export async function readStored(reader: Reader, id: number): Promise<StoredRequest> {
  const [request] = await readStoredRequests(reader, [id])
  if (request === undefined) throw new Refusal('record.missing', 'đề nghị điều chỉnh')
  return request
}

export interface VersionOnRecord {
  readonly versionId: number
  readonly number: number
  readonly stage: VersionStage
  readonly decisionNumber: string
  readonly decisionDate: string | null
}

const headColumns = ['id', 'number', 'stage', 'decision_number', 'decision_date'] as const

function headFrom(row: {
  readonly id: number
  readonly number: number
  readonly stage: string
  readonly decision_number: string
  readonly decision_date: string | null
}): VersionOnRecord {
  return {
    versionId: row.id,
    number: row.number,
    stage: row.stage as VersionStage,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
  }
}

export async function readVersionHead(reader: Reader, versionId: number): Promise<VersionOnRecord> {
  const row = await reader.db
    .selectFrom('project_version')
    .select(headColumns)
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'phiên bản đề án')
  return headFrom(row)
}

/** The newest version a decision locked; null while nothing was decided of the đề án. */
export async function versionInForce(reader: Reader, projectId: number): Promise<VersionOnRecord | null> {
  const versionId = await findVersionInForce(reader, projectId, null)
  return versionId === null ? null : readVersionHead(reader, versionId)
}
