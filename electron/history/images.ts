// What each row was before a command and after it. An insert keeps no image of its own: what was put in is what the next
// change of the row found, or the row as it stands.
import { sql } from 'kysely'
import type { Reader } from '../database/access'
import { rowNow } from '../database/inverse'
import type { Image } from './recordWords'

export interface RowImages {
  readonly table: string
  readonly rowId: number
  readonly before: Image | null
  readonly after: Image | null
}

/** More than this says less than its number; a whole import is told by what it was, not row by row. */
export const mostRows = 3_000

const notWork = ['search_entry', 'removed_file']

export async function imagesOf(reader: Reader, commandId: number): Promise<RowImages[]> {
  const changes = await reader.db
    .selectFrom('row_change')
    .select(['id', 'table_name as table', 'row_id as rowId', 'action', 'before', 'after'])
    .where('command_id', '=', commandId)
    .where('table_name', 'not in', notWork)
    .orderBy('id')
    .limit(mostRows)
    .execute()
  const rows = new Map<string, { first: (typeof changes)[number]; last: (typeof changes)[number] }>()
  for (const change of changes) {
    const key = `${change.table} ${change.rowId}`
    rows.set(key, { first: rows.get(key)?.first ?? change, last: change })
  }
  const images: RowImages[] = []
  for (const { first, last } of rows.values()) {
    const before = first.before === null ? null : (JSON.parse(first.before) as Image)
    const after = await imageAfter(reader, last)
    if (before !== null || after !== null) images.push({ table: first.table, rowId: first.rowId, before, after })
  }
  return images
}

async function imageAfter(
  reader: Reader,
  change: { id: number; table: string; rowId: number; action: string; after: string | null },
): Promise<Image | null> {
  if (change.action === 'delete') return null
  if (change.after !== null) return JSON.parse(change.after) as Image
  const next = await reader.db
    .selectFrom('row_change')
    .select('before')
    .where('table_name', '=', change.table)
    .where('row_id', '=', change.rowId)
    .where('id', '>', change.id)
    .orderBy('id')
    .executeTakeFirst()
  if (next === undefined) return rowNow(reader, change.table, change.rowId)
  return next.before === null ? null : (JSON.parse(next.before) as Image)
}

export interface ParentKey {
  readonly column: string
  readonly table: string
}

/** A column that leads to what another row is about, but not upwards to what this row belongs to. */
const notUpwards: ReadonlySet<string> = new Set(['project.current_version_id', 'project_copy.source_project_id'])

export async function parentKeysOf({ db }: Reader, table: string): Promise<ParentKey[]> {
  const keys = sql<ParentKey>`(SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(${table}))`
  const found = await db.selectFrom(keys.as('keys')).selectAll().execute()
  return found.filter((key) => key.table !== 'command' && !notUpwards.has(`${table}.${key.column}`))
}
