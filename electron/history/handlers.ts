// The calls of the area, bound to who is asking and to when the file was opened.
import type { historyContract } from '../../shared/contract/history'
import type { Role } from '../../shared/domain/roles'
import type { AreaHandlers } from '../database/access'
import { redo, undo } from './commands'
import { readState } from './reader'

export interface HistoryServices {
  /** The role of the person at the keyboard; whoever sits there where nobody is named. */
  readonly role: () => Role
  /** The last command that was in the file when it was opened: work after it belongs to this session. */
  readonly openedAfter: () => number
}

export function historyHandlers({ role, openedAfter }: HistoryServices): AreaHandlers<typeof historyContract> {
  return {
    state: (reader) => readState(reader, openedAfter()),
    undo: (writer, input) => undo(writer, role(), input),
    redo: (writer, input) => redo(writer, role(), input),
  }
}
