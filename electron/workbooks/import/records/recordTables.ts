// The tables of a workbook that hold one kind of record each, read line by line; kept together so that lines of several sheets are
// compared with one another.
import { assertNever } from '../../../../shared/domain/assertNever'
import type { SkippedRow } from '../establishments'
import type { Place } from '../findings'
import type { PreviewRow } from '../previewRow'
import type { TableReader } from '../tableReader'
import { certificateKind } from './certificates'
import { needKind } from './needs'
import { paymentKind } from './payments'
import {
  type Judging,
  previewRecords,
  type RecordContext,
  type RecordKind,
  type RecordKindName,
  type RecordWork,
  type RowDraft,
} from './recordKind'
import type { RecordsOnFile } from './recordsOnFile'
import { traineeKind } from './trainees'

export interface RecordTable {
  /** Which of the preview's sheets it is. */
  readonly entry: number
  readonly reader: TableReader
  readonly drafts: readonly RowDraft[]
}

/** Every table of one kind in the workbook. */
export interface RecordTables {
  readonly kind: RecordKindName
  readonly tables: readonly RecordTable[]
  read(reader: TableReader, entry: number, context: RecordContext): SkippedRow[]
  preview(files: RecordsOnFile, judging: Omit<Judging, 'placeOf'>): { rows: PreviewRow[]; work: RecordWork[] }
}

function tablesOf<D extends RowDraft, R>(kind: RecordKind<D, R>): RecordTables {
  const tables: (RecordTable & { readonly drafts: readonly D[] })[] = []
  const placeOf = (draft: RowDraft, field: string): Place => {
    for (const { reader } of tables) {
      const place = reader.sheet === draft.sheet ? reader.placeOf(draft.row, field) : null
      if (place !== null) return place
    }
    return { sheet: draft.sheet, row: draft.row, column: null, rowKey: draft.key }
  }
  return {
    kind: kind.kind,
    tables,
    read: (reader, entry, context) => {
      const { drafts, skipped } = kind.read(reader, context)
      tables.push({ entry, reader, drafts })
      return skipped
    },
    preview: (files, judging) => {
      const drafts = tables.flatMap((table) => table.drafts)
      return previewRecords(kind, drafts, kind.beside(files, judging), { ...judging, placeOf })
    },
  }
}

export function openRecordTables(kind: RecordKindName): RecordTables {
  switch (kind) {
    case 'needs':
      return tablesOf(needKind)
    case 'payments':
      return tablesOf(paymentKind)
    case 'trainees':
      return tablesOf(traineeKind)
    case 'certificates':
      return tablesOf(certificateKind)
    default:
      return assertNever(kind, 'every kind of record has its description')
  }
}
