// The history of one record: every command that touched it or a part of it, with what it changed there.
import { Refusal } from '../../shared/contract/errors'
import type { HistoryEntry } from '../../shared/contract/history'
import type { CallOutput } from '../../shared/contract/index'
import type { Programme } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { describeChanges, type RecordSet } from './changes'
import { whyFinal } from './commands'
import { commandWords } from './commandWords'
import { headOf, type PastWork } from './pastWork'
import { type RecordAt, recordTitle } from './recordWords'
import type { ValueWriter } from './valueWords'

export type RecordWanted =
  | { readonly kind: keyof typeof tables; readonly id: number }
  | { readonly kind: 'plan'; readonly year: number; readonly programme: Programme }
  | { readonly kind: keyof typeof tablesOfProject; readonly projectId: number }
  | { readonly kind: keyof typeof lists }

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
  volumeReport: 'volume_report',
  acceptance: 'acceptance',
  trainingClass: 'training_class',
  clusterReport: 'cluster_report',
  inspection: 'inspection',
  programmePeriod: 'programme_period',
  yearTotal: 'year_total',
} as const

const tablesOfProject = {
  progress: 'progress_report',
  detailPlan: 'detail_plan',
  settlement: 'settlement',
} as const

/** What one screen edits as a list, deleted rows and all. */
const lists = {
  deadlines: ['deadline_rule', 'deadline_off', 'deadline_event', 'deadline_done'],
  people: ['account', 'access_settings'],
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
  const records = await find(reader, wanted)
  const [first] = records.tables
  if (first === undefined || records.ids?.length === 0) return { title: '', total: 0, entries: [] }
  let touched = reader.db
    .selectFrom('record_change as touched')
    .innerJoin('command', 'command.id', 'touched.command_id')
    .where('touched.table_name', 'in', records.tables)
    .where('touched.own', 'in', toldWithOthers.has(first) ? [0, 1] : [1])
  if (records.ids !== null) touched = touched.where('touched.record_id', 'in', records.ids)
  const [only, another] = records.ids ?? []
  const one = only !== undefined && another === undefined ? { table: first, id: only } : null
  if (one !== null) touched = touched.where('command.id', '>=', await birthOf(reader, one))
  const commands = await touched.select(entryColumns).distinct().orderBy('command.id', 'desc').execute()
  const entries: CallOutput<'history', 'ofRecord'>['entries'] = []
  for (const command of commands.slice(offset, offset + limit))
    entries.push({
      ...(await entryOf(reader, command)),
      changes: await describeChanges(reader, write, command.id, records),
    })
  return { title: one === null ? '' : await recordTitle(reader, one), total: commands.length, entries }
}

/** Records of one kind; null ids: all of the tables. */
async function find({ db }: Reader, wanted: RecordWanted): Promise<RecordSet> {
  switch (wanted.kind) {
    case 'plan': {
      const plan = await db
        .selectFrom('plan')
        .select('id')
        .where('year', '=', wanted.year)
        .where('programme', '=', wanted.programme)
        .executeTakeFirst()
      return { tables: ['plan'], ids: plan === undefined ? [] : [plan.id] }
    }
    case 'progress':
    case 'detailPlan':
    case 'settlement': {
      const table = tablesOfProject[wanted.kind]
      const rows = await db.selectFrom(table).select('id').where('project_id', '=', wanted.projectId).execute()
      return { tables: [table], ids: rows.map(({ id }) => id) }
    }
    case 'deadlines':
    case 'people':
      return { tables: lists[wanted.kind], ids: null }
    default:
      return { tables: [tables[wanted.kind]], ids: [wanted.id] }
  }
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
