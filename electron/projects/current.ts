// The row of a đề án with the version in hand, held against the reading a command was asked from.
import { Refusal } from '../../shared/contract/errors'
import type { Writer } from '../database/access'

/** @throws Refusal record.missing, record.conflict */
export async function currentOf(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined || row.current_version_id === null) throw new Refusal('record.missing', 'đề án')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  const version = await writer.db
    .selectFrom('project_version')
    .select(['id', 'number', 'locked', 'stage'])
    .where('id', '=', row.current_version_id)
    .executeTakeFirstOrThrow()
  return { row, version }
}

export async function touch(writer: Writer, id: number, rowVersion: number): Promise<number> {
  const next = rowVersion + 1
  await writer.db.updateTable('project').set({ row_version: next }).where('id', '=', id).execute()
  return next
}
