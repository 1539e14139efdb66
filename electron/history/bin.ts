// The bin: records that were deleted, and bringing one back. Nothing is kept twice for it: the audit holds each deleted row
// whole, and bytes of files are kept beside it, so what was deleted years ago comes back like what was deleted today.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { CallOutput } from '../../shared/contract/index'
import { findCall } from '../../shared/contract/index'
import { mayDo, type Role } from '../../shared/domain/roles'
import { fold } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import { type AuditedChange, changesOf, rowNow, sameContent, takeBack } from '../database/inverse'
import { tableLabels } from './columnWords'
import { commandName, commandWords } from './commandWords'
import { parentKeysOf } from './images'
import { findCommand } from './pastWork'
import { titleOf } from './recordWords'

/** Commands that delete one record because a person said so; lists rewritten by a save are no deletions. */
const deletions: Readonly<Record<string, string>> = {
  'establishments.remove': 'establishment',
  'establishments.removeNeed': 'need',
  'projects.remove': 'project',
  'plans.removeAllocation': 'allocation',
  'office.removeNormSet': 'norm_set',
  'programmes.removeDeadlineRule': 'deadline_rule',
  'programmes.removeDeadlineEvent': 'deadline_event',
  'programmes.removePeriod': 'programme_period',
  'programmes.removeYearTotal': 'year_total',
  'activities.removeRound': 'vote_round',
  'activities.removeProduct': 'vote_product',
  'activities.remove': 'activity',
  'reports.removeAddition': 'report_addition',
  'archive.removeDossierItem': 'dossier_item',
  'archive.removeAttachment': 'attachment',
}

/** A removal that names no table of its own: of the rows it deleted, the one that is nobody's part. */
function isDeletion(name: string): boolean {
  return deletions[name] !== undefined || /\.remove[A-Z]?/.test(name)
}

export async function readBin(reader: Reader): Promise<CallOutput<'history', 'bin'>> {
  const commands = await reader.db
    .selectFrom('command')
    .select(['id', 'at', 'actor', 'name'])
    .where('name', 'like', '%.remove%')
    .where('undo', '=', 'possible')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('command as back').select('back.id').whereRef('back.undoes', '=', 'command.id'))),
    )
    .orderBy('id', 'desc')
    .execute()
  const entries: CallOutput<'history', 'bin'> = []
  for (const { id, at, actor, name } of commands) {
    const record = mainRow(name, await changesOf(reader, id))
    if (record === null) continue
    entries.push({
      commandId: id,
      at,
      person: actor,
      what: commandName(name),
      kind: tableLabels[record.table] ?? '',
      title: titleOf(record.table, JSON.parse(record.before ?? '{}')),
    })
  }
  return entries
}

/** Of all that went, the record itself: the row deleted last, since parts go before what they are parts of. */
function mainRow(name: string, changes: readonly AuditedChange[]): AuditedChange | null {
  const gone = changes.filter(({ action, table }) => action === 'delete' && table !== 'search_entry')
  const wanted = deletions[name]
  return (wanted === undefined ? gone : gone.filter(({ table }) => table === wanted)).at(-1) ?? null
}

/**
 * Where a plain undo is refused because life went on (a need taken up elsewhere, an id given again), the record itself and
 * all its parts still come back; what changed since in other records stays as it is now.
 * @throws Refusal undo.refused, role.insufficient, year.locked
 */
export async function restore(
  writer: Writer,
  role: Role,
  { commandId }: { readonly commandId: number },
): Promise<{ commandId: number; what: string }> {
  const work = await findCommand(writer, commandId)
  const changes = await changesOf(writer, commandId)
  if (!isDeletion(work.name) || work.undo !== 'possible' || mainRow(work.name, changes) === null)
    throw new Refusal('undo.refused', 'việc này không phải là xóa một bản ghi.')
  if (!mayDo(role, findCall(work.name)?.role ?? 'administer'))
    throw new Refusal('role.insufficient', commandName(work.name))
  const back = await writer.db.selectFrom('command').select('id').where('undoes', '=', commandId).executeTakeFirst()
  if (back !== undefined) throw new Refusal('undo.refused', 'bản ghi này đã được khôi phục rồi.')
  const words = await commandWords(writer, work)
  const possible = await stillPossible(writer, changes)
  await takeBack(writer, await withFreeCodes(writer, await withFreeIds(writer, possible)))
  const { id } = await writer.db
    .selectFrom('command')
    .select(({ fn }) => fn.max<number>('id').as('id'))
    .executeTakeFirstOrThrow()
  await writer.db.updateTable('command').set({ undoes: commandId }).where('id', '=', id).execute()
  return { commandId, what: words }
}

/** Rows that went come back; of other records only what nobody has touched since. */
async function stillPossible(writer: Writer, changes: readonly AuditedChange[]): Promise<AuditedChange[]> {
  const gone = new Set(changes.filter(({ action }) => action === 'delete').map(keyOf))
  const possible: AuditedChange[] = []
  for (const change of changes) {
    if (gone.has(keyOf(change))) possible.push(change)
    else if (change.action === 'update') {
      const now = await rowNow(writer, change.table, change.rowId)
      if (now !== null && sameContent(now, JSON.parse(change.after ?? '{}'))) possible.push(change)
    }
  }
  return possible
}

const keyOf = ({ table, rowId }: Pick<AuditedChange, 'table' | 'rowId'>): string => `${table} ${rowId}`

/** SQLite gives the id of a deleted last row again: where that happened the row comes back under another, parts and all. */
async function withFreeIds(writer: Writer, changes: readonly AuditedChange[]): Promise<AuditedChange[]> {
  const moved = new Map<string, number>()
  const next = new Map<string, number>()
  for (const change of changes) {
    if (change.action !== 'delete' || (await rowNow(writer, change.table, change.rowId)) === null) continue
    const id = next.get(change.table) ?? (await freeId(writer, change.table, changes))
    next.set(change.table, id + 1)
    moved.set(keyOf(change), id)
  }
  if (moved.size === 0) return [...changes]
  return Promise.all(changes.map((change) => movedChange(writer, change, moved)))
}

async function freeId(writer: Writer, table: string, changes: readonly AuditedChange[]): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`SELECT max(id) AS id FROM ${sql.table(table)}`.execute(writer.db)
  const used = changes.filter((change) => change.table === table).map(({ rowId }) => rowId)
  return Math.max(rows[0]?.id ?? 0, ...used) + 1
}

async function movedChange(
  writer: Writer,
  change: AuditedChange,
  moved: ReadonlyMap<string, number>,
): Promise<AuditedChange> {
  const keys = await parentKeysOf(writer, change.table)
  const pointers = [
    { column: 'id', table: change.table },
    ...keys,
    ...(change.table === 'project' ? [{ column: 'current_version_id', table: 'project_version' }] : []),
  ]
  const move = (json: string | null): string | null => {
    if (json === null) return null
    const image = JSON.parse(json) as Record<string, unknown>
    for (const { column, table } of pointers) {
      const id = moved.get(`${table} ${String(image[column])}`)
      if (id !== undefined) image[column] = id
    }
    if (change.table === 'search_entry') {
      const id = moved.get(`${String(image.kind)} ${String(image.ref_id)}`)
      if (id !== undefined) image.ref_id = id
    }
    return JSON.stringify(image)
  }
  return {
    ...change,
    rowId: moved.get(keyOf(change)) ?? change.rowId,
    before: move(change.before),
    after: move(change.after),
  }
}

/** Codes are given again too once they are free: the record comes back under its own, with a mark that tells them apart. */
async function withFreeCodes(writer: Writer, changes: readonly AuditedChange[]): Promise<AuditedChange[]> {
  const codes = new Map<string, string>()
  for (const { table, action, before } of changes) {
    if (action !== 'delete' || !coded.has(table)) continue
    const { code } = JSON.parse(before ?? '{}') as { readonly code: string }
    const free = await freeCode(writer, table, code)
    if (free !== code) codes.set(code, free)
  }
  if (codes.size === 0) return [...changes]
  return changes.map((change) => ({
    ...change,
    before: recoded(change.table, change.before, codes),
    after: recoded(change.table, change.after, codes),
  }))
}

const coded: ReadonlySet<string> = new Set(['establishment', 'project'])

async function freeCode(writer: Writer, table: string, code: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const wanted = attempt === 0 ? code : `${code}-KP${attempt === 1 ? '' : attempt}`
    const taken = await sql`SELECT 1 FROM ${sql.table(table)} WHERE code = ${wanted}`.execute(writer.db)
    if (taken.rows.length === 0) return wanted
  }
}

function recoded(table: string, json: string | null, codes: ReadonlyMap<string, string>): string | null {
  if (json === null || !(coded.has(table) || table === 'search_entry')) return json
  const image = JSON.parse(json) as Record<string, unknown>
  for (const [code, free] of codes) {
    if (image.code === code) image.code = free
    if (table !== 'search_entry') continue
    image.detail = String(image.detail).replaceAll(code, free)
    image.detail_fold = String(image.detail_fold).replaceAll(fold(code), fold(free))
  }
  return JSON.stringify(image)
}
