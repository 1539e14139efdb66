// The calls of the area, bound to who is asking, to when the file was opened, and to what writes a journal as a file.
import type { historyContract } from '../../shared/contract/history'
import type { FileOut } from '../../shared/contract/values'
import type { Role } from '../../shared/domain/roles'
import type { AreaHandlers, Later, Reader } from '../database/access'
import { readBin, restore } from './bin'
import { redo, undo } from './commands'
import { type JournalLine, type Period, readChanges, readJournal, readJournalLines } from './journal'
import { readState } from './reader'
import { readRecordHistory } from './recordHistory'
import { type Names, valueWriter } from './valueWords'
import { lockYear, readYearLocks, unlockYear } from './years'

export type JournalFormat = 'xlsx' | 'csv'

export interface HistoryServices extends Names {
  /** The role of the person at the keyboard; whoever sits there where nobody is named. */
  readonly role: () => Role
  /** The last command that was in the file when it was opened: work after it belongs to this session. */
  readonly openedAfter: () => number
  readonly makeFile: (
    reader: Reader,
    lines: readonly JournalLine[],
    asked: Period & { readonly format: JournalFormat },
  ) => Promise<Later<FileOut>>
}

const done = { done: true } as const

export function historyHandlers(services: HistoryServices): AreaHandlers<typeof historyContract> {
  const { role, openedAfter, makeFile } = services
  return {
    state: (reader) => readState(reader, openedAfter()),
    undo: (writer, input) => undo(writer, role(), input),
    redo: (writer, input) => redo(writer, role(), input),
    ofRecord: (reader, input) => readRecordHistory(reader, valueWriter(reader, services), input),
    journal: readJournal,
    changes: (reader, { commandId }) => readChanges(reader, valueWriter(reader, services), commandId),
    export: async (reader, input) =>
      makeFile(reader, await readJournalLines(reader, valueWriter(reader, services), input), input),
    bin: readBin,
    restore: (writer, input) => restore(writer, role(), input),
    years: readYearLocks,
    lockYear: async (writer, input) => {
      await lockYear(writer, input)
      return done
    },
    unlockYear: async (writer, input) => {
      await unlockYear(writer, input)
      return done
    },
  }
}
