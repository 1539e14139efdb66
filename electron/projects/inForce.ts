// Which version of a đề án is in force on a day: the newest that was approved or adjusted by a decision dated until then.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

/** For queries over `project`; without a day, whatever the last decision made. */
export function versionInForceOn(day: PlainDate | null) {
  const until = day === null ? sql`` : sql`AND decided.decision_date <= ${day}`
  return sql<number | null>`(SELECT decided.id FROM project_version decided
    WHERE decided.project_id = project.id AND decided.locked = 1 AND decided.stage IN ('approved', 'adjusted') ${until}
    ORDER BY decided.number DESC LIMIT 1)`
}

/** null: nothing had been decided of it by that day. */
export async function findVersionInForce(
  reader: Reader,
  projectId: number,
  day: PlainDate | null,
): Promise<number | null> {
  const row = await reader.db
    .selectFrom('project')
    .where('project.id', '=', projectId)
    .select(['project.code', versionInForceOn(day).as('versionId')])
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  return row.versionId
}

/** Every đề án that some decision approved. */
export async function readDecidedIds(reader: Reader): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('project')
    .select(['id', versionInForceOn(null).as('versionId')])
    .execute()
  return rows.flatMap(({ id, versionId }) => (versionId === null ? [] : [id]))
}

/** @throws Refusal state.none when nothing was in force on the day */
export async function versionOnDay(reader: Reader, projectId: number, day: PlainDate): Promise<number> {
  const versionId = await findVersionInForce(reader, projectId, day)
  if (versionId !== null) return versionId
  throw new Refusal(
    'state.none',
    `đến ngày ${formatDate(day)} đề án chưa có bản nào được phê duyệt. Hãy chọn ngày sau quyết định phê duyệt.`,
  )
}
