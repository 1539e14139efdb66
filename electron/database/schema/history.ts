// The tables of commands, what they changed, seals and locked years, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { UndoKind } from '../../../shared/contract/call'
import type { Flag } from './columns'

/** One row a command: who did what, when. Never changed afterwards. */
export interface CommandTable {
  id: Generated<number>
  at: string
  actor: string
  host: string
  name: string
  /** As its call says it; 'old' for what programs did that did not keep enough to undo. */
  undo: Generated<'old' | UndoKind>
  /** The command this one took back; of an undo, that makes it a redo. */
  undoes: number | null
}

/** What a command touched: the record itself or a part of it (own), or only something that refers to it. */
export interface RecordChangeTable {
  id: Generated<number>
  command_id: number
  table_name: string
  record_id: number
  own: Flag
}

/** What a locked record said on the day it was locked, deflated; see seals.ts. */
export interface SealTable {
  id: Generated<number>
  table_name: string
  record_id: number
  content: Buffer
}

export interface YearLockTable {
  id: Generated<number>
  year: number
  locked_on: string
  note: string
  unlocked_on: string | null
  unlock_reason: string
}

/** One row a changed record, written by triggers so that no command can forget it; see migrations/audit.ts for inserts. */
export interface RowChangeTable {
  id: Generated<number>
  command_id: number
  table_name: string
  row_id: number
  action: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}

export interface HistorySchema {
  command: CommandTable
  row_change: RowChangeTable
  record_change: RecordChangeTable
  seal: SealTable
  year_lock: YearLockTable
}
