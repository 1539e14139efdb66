// Commands of the past as the history sees them: which can be taken back next, and how undoes and redoes hang together.
import { Refusal } from '../../shared/contract/errors'
import { type UndoStacks, undoStacks } from '../../shared/domain/undoStacks'
import type { Reader } from '../database/access'

/** How far back Ctrl+Z goes; older work is undone from its history, one by one. */
const reach = 400

const columns = ['id', 'at', 'actor', 'name', 'undo', 'undoes'] as const

export interface PastWork {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly name: string
  readonly undo: 'old' | 'possible' | 'final' | 'apart'
  readonly undoes: number | null
}

/** @throws Refusal record.missing */
export async function findCommand({ db }: Reader, id: number): Promise<PastWork> {
  const found = await db.selectFrom('command').select(columns).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Refusal('record.missing', 'việc đã làm')
  return found
}

/** Commands that changed nothing are nothing to take back. */
export async function readStacks({ db }: Reader): Promise<UndoStacks> {
  const commands = await db
    .selectFrom('command')
    .select(['id', 'undoes'])
    .where(({ or, eb }) => or([eb('undo', '<>', 'apart'), eb('undoes', 'is not', null)]))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('row_change').select('row_change.id').whereRef('row_change.command_id', '=', 'command.id')),
    )
    .orderBy('id', 'desc')
    .limit(reach)
    .execute()
  return undoStacks(commands.reverse())
}

/** The piece of work that an undo or a redo, or a chain of them, began from. */
export async function rootOf(reader: Reader, id: number): Promise<number> {
  const { undoes } = await findCommand(reader, id)
  return undoes === null ? id : rootOf(reader, undoes)
}

/** A piece of work and all the undoes and redoes of it, in their order. */
export async function chainOf(reader: Reader, id: number): Promise<number[]> {
  const chain = [await rootOf(reader, id)]
  for (let last = chain.at(-1); last !== undefined; ) {
    const next = await reader.db.selectFrom('command').select('id').where('undoes', '=', last).executeTakeFirst()
    if (next !== undefined) chain.push(next.id)
    last = next?.id
  }
  return chain
}

export interface Head {
  readonly id: number
  /** An odd number of undoes and redoes lies on the work: it does not stand. */
  readonly takenBack: boolean
}

/** The last of the undoes and redoes of a piece of work. */
export async function headOf(reader: Reader, id: number): Promise<Head> {
  const chain = await chainOf(reader, id)
  return { id: chain.at(-1) ?? id, takenBack: chain.length % 2 === 0 }
}
