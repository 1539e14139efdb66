// Bytes of removed attachments: kept so that a removal can be taken back, cleared away for good when that is no longer wanted.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { RemovedFile } from '../../shared/contract/safety'
import { addDays, isPlainDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'

interface Removal {
  readonly file_name: string
  readonly project_id: number | null
  readonly dossier_item_id: number | null
  readonly change_request_id: number | null
  readonly acceptance_id: number | null
  readonly at: string
}

/** Every removal of a file with this content, the newest first. */
async function removalsOf({ db }: Reader): Promise<Map<string, Removal[]>> {
  const rows = await db
    .selectFrom('row_change as change')
    .innerJoin('command', 'command.id', 'change.command_id')
    .where('change.table_name', '=', 'attachment')
    .where('change.action', '=', 'delete')
    .select(['change.before', 'command.at'])
    .orderBy('change.id', 'desc')
    .execute()
  const removals = new Map<string, Removal[]>()
  for (const { before, at } of rows) {
    const image = JSON.parse(before ?? '{}') as Omit<Removal, 'at'> & { readonly sha256: string }
    const own = removals.get(image.sha256)
    if (own === undefined) removals.set(image.sha256, [{ ...image, at }])
    else own.push({ ...image, at })
  }
  return removals
}

/** The records that were signed, decided or closed: what was once among their papers stays. */
async function closedRecords({ db }: Reader) {
  const ids = (rows: readonly { readonly id: number | null }[]) => new Set(rows.map(({ id }) => id))
  const settled = await db
    .selectFrom('settlement')
    .select('project_id as id')
    .where('approved_on', 'is not', null)
    .execute()
  const locked = await db
    .selectFrom('project')
    .innerJoin('year_lock', 'year_lock.year', 'project.plan_year')
    .where('year_lock.unlocked_on', 'is', null)
    .select('project.id')
    .execute()
  const concluded = await db.selectFrom('acceptance').select('id').where('concluded_on', 'is not', null).execute()
  const decided = await db
    .selectFrom('change_request')
    .select('id')
    .where('state', 'in', ['decided', 'cancelled'])
    .execute()
  const dossier = await db.selectFrom('dossier_item').select(['id', 'project_id']).execute()
  return {
    settled: ids(settled),
    locked: ids(locked),
    concluded: ids(concluded),
    decided: ids(decided),
    projectOfItem: new Map(dossier.map((row) => [row.id, row.project_id])),
  }
}

type Closed = Awaited<ReturnType<typeof closedRecords>>

/** Why the bytes stay; null: they may go. */
function whyKept(
  removals: readonly Removal[],
  { settled, locked, concluded, decided, projectOfItem }: Closed,
): string | null {
  for (const one of removals) {
    const projectId = one.project_id ?? projectOfItem.get(one.dossier_item_id ?? 0) ?? null
    if (concluded.has(one.acceptance_id) && one.acceptance_id !== null) return 'thuộc biên bản nghiệm thu đã kết luận'
    if (decided.has(one.change_request_id) && one.change_request_id !== null)
      return 'thuộc đề nghị điều chỉnh đã có quyết định'
    if (projectId !== null && settled.has(projectId)) return 'thuộc đề án đã phê duyệt quyết toán'
    if (projectId !== null && locked.has(projectId)) return 'thuộc năm đã khóa sổ'
  }
  return null
}

export async function readRemovedFiles(reader: Reader): Promise<RemovedFile[]> {
  const files = await reader.db
    .selectFrom('removed_file')
    .select(['id', 'sha256', sql<number>`length(bytes)`.as('size')])
    .orderBy('id')
    .execute()
  const removals = await removalsOf(reader)
  const attached = await reader.db.selectFrom('attachment').select('sha256').execute()
  const inUse = new Set(attached.map((row) => row.sha256))
  const closed = await closedRecords(reader)
  return files.map(({ id, sha256, size }) => {
    const own = removals.get(sha256) ?? []
    const [newest] = own
    const removedOn = newest?.at.slice(0, 10) ?? ''
    return {
      id,
      fileName: newest?.file_name ?? 'tệp không rõ tên',
      size,
      removedOn: isPlainDate(removedOn) ? removedOn : null,
      // Brought back meanwhile: the copy here only says the same once more.
      kept: inUse.has(sha256) ? null : whyKept(own, closed),
    }
  })
}

export interface Purge {
  readonly ids: readonly number[]
  /** Only what lay in the bin longer than this. */
  readonly days: number
  readonly reason: string
}

/** @throws Refusal record.missing, call.refused (removed too lately, or of a closed record) */
export async function purgeRemovedFiles(writer: Writer, { ids, days, reason }: Purge): Promise<{ freed: number }> {
  const before = addDays(writer.today as PlainDate, -days)
  const files = await readRemovedFiles(writer)
  let freed = 0
  for (const id of new Set(ids)) {
    const file = files.find((one) => one.id === id)
    if (file === undefined) throw new Refusal('record.missing', 'tệp đã xóa')
    if (file.kept !== null) throw new Refusal('call.refused', `tệp “${file.fileName}” ${file.kept} nên được giữ lại.`)
    if (file.removedOn === null || file.removedOn > before)
      throw new Refusal('call.refused', `tệp “${file.fileName}” mới xóa chưa quá ${days} ngày nên còn được giữ.`)
    const { sha256 } = await writer.db
      .selectFrom('removed_file')
      .select('sha256')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await writer.db.deleteFrom('removed_file').where('id', '=', id).execute()
    await writer.db
      .insertInto('purged_file')
      .values({
        file_name: file.fileName,
        size: file.size,
        sha256,
        removed_on: file.removedOn,
        purged_on: writer.today,
        reason,
      })
      .execute()
    freed += file.size
  }
  return { freed }
}
