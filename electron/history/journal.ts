// The journal: all that was done in a period, whoever did it, and what each piece of work changed.
import type { CallOutput } from '../../shared/contract/index'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader } from '../database/access'
import { type ChangeLine, describeChanges } from './changes'
import { mostRows } from './images'
import { type EntryRow, entryColumns, entryOf, readCommand } from './recordHistory'
import type { ValueWriter } from './valueWords'

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Commands are kept in UTC, days are the user's. */
function startOf(day: PlainDate, daysLater = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).toISOString()
}

async function commandsOf({ db }: Reader, { from, to }: Period): Promise<EntryRow[]> {
  return db
    .selectFrom('command')
    .select(entryColumns)
    .where('at', '>=', startOf(from))
    .where('at', '<', startOf(to, 1))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('row_change').select('row_change.id').whereRef('row_change.command_id', '=', 'command.id')),
    )
    .orderBy('id', 'desc')
    .execute()
}

export async function readJournal(
  reader: Reader,
  input: Period & { readonly person: string; readonly offset: number; readonly limit: number },
): Promise<CallOutput<'history', 'journal'>> {
  const wanted = foldTokens(input.person)
  const commands = (await commandsOf(reader, input)).filter(({ actor }) => {
    const name = foldTokens(actor)
    return wanted.every((word) => name.some((one) => one.startsWith(word)))
  })
  const entries: CallOutput<'history', 'journal'>['entries'] = []
  for (const command of commands.slice(input.offset, input.offset + input.limit))
    entries.push(await entryOf(reader, command))
  return { total: commands.length, entries }
}

/** What a person reads on a screen; the export has all. */
const mostLines = 300

export async function readChanges(
  reader: Reader,
  write: ValueWriter,
  commandId: number,
): Promise<CallOutput<'history', 'changes'>> {
  const entry = await entryOf(reader, await readCommand(reader, commandId))
  const changes = await describeChanges(reader, write, commandId, null)
  return { ...entry, changes: changes.slice(0, mostLines), more: changes.length > mostLines }
}

export interface JournalLine extends ChangeLine {
  readonly at: string
  readonly person: string
  readonly host: string
  readonly what: string
}

/** A change a line, oldest first; work that changed more rows than can be told is told by its first ones. */
export async function readJournalLines(reader: Reader, write: ValueWriter, period: Period): Promise<JournalLine[]> {
  const lines: JournalLine[] = []
  for (const command of (await commandsOf(reader, period)).reverse()) {
    const { at, person, host, what } = await entryOf(reader, command)
    const changes = await describeChanges(reader, write, command.id, null)
    for (const change of changes.slice(0, mostRows)) lines.push({ at, person, host, what, ...change })
    if (changes.length === 0) lines.push({ at, person, host, what, kind: 'changed', label: '', before: '', after: '' })
  }
  return lines
}
