// The history of one record: every command that touched it or a part of it, with what it changed there.
import { Refusal } from '../../shared/contract/errors'
import type { HistoryEntry } from '../../shared/contract/history'
import type { CallOutput } from '../../shared/contract/index'
import type { Programme } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { describeChanges } from './changes'
import { whyFinal } from './commands'
import { commandWords } from './commandWords'
import { headOf, type PastWork } from './pastWork'
import { type RecordAt, recordTitle } from './recordWords'
import type { ValueWriter } from './valueWords'

export type RecordWanted =
  | { readonly kind: keyof typeof tables; readonly id: number }
  | { readonly kind: 'plan'; readonly year: number; readonly programme: Programme }

const tables = {
  office: 'office',
  establishment: 'establishment',
  project: 'project',
  need: 'need',
  normSet: 'norm_set',
  contract: 'contract',
  change: 'change_request',
  voteRound: 'vote_round',
  activity: 'activity',
} as const

/** Whose history also tells what came to hang on it from outside: items of a plan, papers of a đề án. */
const toldWithOthers: ReadonlySet<string> = new Set(['project', 'plan', 'contract', 'change_request'])

interface Page {
  readonly offset: number
  readonly limit: number
}

export async function readRecordHistory(
  reader: Reader,
  write: ValueWriter,
  { record: wanted, offset, limit }: Page & { readonly record: RecordWanted },
): Promise<CallOutput<'history', 'ofRecord'>> {
  const record = await find(reader, wanted)
  if (record === null) return { title: '', total: 0, entries: [] }
  const commands = await reader.db
    .selectFrom('record_change as touched')
    .innerJoin('command', 'command.id', 'touched.command_id')
    .where('touched.table_name', '=', record.table)
    .where('touched.record_id', '=', record.id)
    .where('touched.own', 'in', toldWithOthers.has(record.table) ? [0, 1] : [1])
    .where('command.id', '>=', await birthOf(reader, record))
    .select(entryColumns)
    .orderBy('command.id', 'desc')
    .execute()
  const entries: CallOutput<'history', 'ofRecord'>['entries'] = []
  for (const command of commands.slice(offset, offset + limit))
    entries.push({
      ...(await entryOf(reader, command)),
      changes: await describeChanges(reader, write, command.id, record),
    })
  return { title: await recordTitle(reader, record), total: commands.length, entries }
}

async function find({ db }: Reader, wanted: RecordWanted): Promise<RecordAt | null> {
  if (wanted.kind !== 'plan') return { table: tables[wanted.kind], id: wanted.id }
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('year', '=', wanted.year)
    .where('programme', '=', wanted.programme)
    .executeTakeFirst()
  return plan === undefined ? null : { table: 'plan', id: plan.id }
}

/** An id given up by a deleted record may be given again: the history begins with the one that has it now. */
async function birthOf({ db }: Reader, { table, id }: RecordAt): Promise<number> {
  const birth = await db
    .selectFrom('row_change')
    .innerJoin('command', 'command.id', 'row_change.command_id')
    .where('row_change.table_name', '=', table)
    .where('row_change.row_id', '=', id)
    .where('row_change.action', '=', 'insert')
    .where('command.undoes', 'is', null)
    .select(({ fn }) => fn.max<number | null>('command.id').as('id'))
    .executeTakeFirst()
  return birth?.id ?? 0
}

export const entryColumns = [
  'command.id',
  'command.at',
  'command.actor',
  'command.host',
  'command.name',
  'command.undo',
  'command.undoes',
] as const

export type EntryRow = PastWork & { readonly host: string }

export async function entryOf(reader: Reader, command: EntryRow): Promise<HistoryEntry> {
  const { takenBack } = await headOf(reader, command.id)
  return {
    commandId: command.id,
    what: await commandWords(reader, command),
    at: command.at,
    person: command.actor,
    host: command.host,
    takenBack: command.undoes === null && takenBack,
    refusal: command.undoes === null ? whyFinal(command) : '',
  }
}

export async function readCommand(reader: Reader, commandId: number): Promise<EntryRow> {
  const found = await reader.db
    .selectFrom('command')
    .select(entryColumns)
    .where('id', '=', commandId)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('record.missing', 'việc đã làm')
  return found
}
