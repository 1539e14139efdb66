// Undo and redo: each is a command of its own that takes the changes of another back.
import { Refusal } from '../../shared/contract/errors'
import { findCall } from '../../shared/contract/index'
import { mayDo, type Role } from '../../shared/domain/roles'
import type { Undoable } from '../../shared/domain/undoStacks'
import type { Reader, Writer } from '../database/access'
import { changesOf, takeBack } from '../database/inverse'
import { commandWords } from './commandWords'
import { chainOf, findCommand, headOf, type PastWork, readStacks, rootOf } from './pastWork'

export interface TakenBack {
  readonly commandId: number
  readonly what: string
}

interface Which {
  readonly commandId: number | null
}

/** @throws Refusal undo.none, undo.refused, role.insufficient */
export async function undo(writer: Writer, role: Role, { commandId }: Which): Promise<TakenBack> {
  const target = commandId === null ? (await readStacks(writer)).undo.at(-1) : await standing(writer, commandId)
  if (target === undefined) throw new Refusal('undo.none', 'hoàn tác')
  const work = await findCommand(writer, target.root)
  const refusal = whyFinal(work)
  if (refusal !== null) throw new Refusal('undo.refused', refusal)
  return reverse(writer, role, work, target)
}

/** @throws Refusal undo.none, undo.refused */
export async function redo(writer: Writer, role: Role, { commandId }: Which): Promise<TakenBack> {
  const target = commandId === null ? (await readStacks(writer)).redo.at(-1) : await undone(writer, commandId)
  if (target === undefined) throw new Refusal('undo.none', 'làm lại')
  return reverse(writer, role, await findCommand(writer, target.root), target)
}

async function standing(writer: Writer, commandId: number): Promise<Undoable> {
  const head = await headOf(writer, commandId)
  if (head.takenBack) throw new Refusal('undo.refused', 'việc này đã được hoàn tác rồi.')
  return { root: await rootOf(writer, commandId), head: head.id }
}

async function undone(writer: Writer, commandId: number): Promise<Undoable> {
  const head = await headOf(writer, commandId)
  if (!head.takenBack) throw new Refusal('undo.refused', 'việc này không ở trạng thái đã hoàn tác.')
  return { root: await rootOf(writer, commandId), head: head.id }
}

/** Why a piece of work can never be taken back; null when it can, as far as its kind goes. */
export function whyFinal({ undo: kind, name }: PastWork): string | null {
  switch (kind) {
    case 'possible':
      return null
    case 'final':
      return `“${shortWords(name)}” là việc đã chốt; muốn bỏ thì hủy hoặc điều chỉnh kèm lý do.`
    case 'old':
      return `“${shortWords(name)}” do phiên bản chương trình cũ ghi nên không đủ dữ liệu để hoàn tác.`
    case 'apart':
      return `“${shortWords(name)}” không phải việc để hoàn tác.`
  }
}

async function reverse(writer: Writer, role: Role, work: PastWork, { root, head }: Undoable): Promise<TakenBack> {
  const needed = findCall(work.name)?.role ?? 'administer'
  if (!mayDo(role, needed)) throw new Refusal('role.insufficient', shortWords(work.name))
  await refuseLaterWork(writer, head)
  const changes = await changesOf(writer, head)
  await takeBack(writer, changes)
  const own = await ownCommandId(writer)
  await refuseMoreThanAsked(writer, own, changes.length)
  await writer.db.updateTable('command').set({ undoes: head }).where('id', '=', own).execute()
  return { commandId: root, what: await commandWords(writer, work) }
}

async function ownCommandId({ db }: Reader): Promise<number> {
  const { id } = await db
    .selectFrom('command')
    .select(({ fn }) => fn.max<number>('id').as('id'))
    .executeTakeFirstOrThrow()
  return id
}

/** Later work on the same records stands in the way, unless it was itself taken back. */
async function refuseLaterWork(writer: Writer, head: number): Promise<void> {
  const later = await writer.db
    .selectFrom('record_change as mine')
    .innerJoin('record_change as later', (join) =>
      join
        .onRef('later.table_name', '=', 'mine.table_name')
        .onRef('later.record_id', '=', 'mine.record_id')
        .onRef('later.command_id', '>', 'mine.command_id'),
    )
    .where('mine.command_id', '=', head)
    .where('mine.own', '=', 1)
    .select('later.command_id as id')
    .distinct()
    .orderBy('id', 'desc')
    .execute()
  const own = await ownCommandId(writer)
  for (const { id } of later) {
    if (id === own) continue
    // Each of a chain of undoes and redoes takes the one before it back: two by two they leave nothing.
    const since = (await chainOf(writer, id)).filter((one) => one > head)
    if (since.length % 2 === 0) continue
    const work = await findCommand(writer, id)
    const who = work.actor === '' ? '' : ` (${work.actor})`
    throw new Refusal(
      'undo.refused',
      `sau đó đã có “${await commandWords(writer, work)}”${who} trên cùng bản ghi; hãy hoàn tác việc đó trước.`,
    )
  }
}

/** A row that hung on one taken back, and went with it unasked, was put there by later work. */
async function refuseMoreThanAsked(writer: Writer, own: number, expected: number): Promise<void> {
  const { count } = await writer.db
    .selectFrom('row_change')
    .where('command_id', '=', own)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count !== expected)
    throw new Refusal('undo.refused', 'sau đó đã có dữ liệu khác gắn vào; hãy bỏ dữ liệu đó trước.')
}

function shortWords(name: string): string {
  return findCall(name)?.summary ?? name
}
