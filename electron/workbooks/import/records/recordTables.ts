// The tables of a workbook that hold one kind of record each, read line by line; kept together so that lines of several sheets are
// compared with one another.
import type { ImportKind } from '../../../../shared/contract/workbooks'
import { assertNever } from '../../../../shared/domain/assertNever'
import type { Place } from '../findings'
import type { PreviewRow } from '../previewRow'
import type { PlanDraft } from '../projects/planItem'
import { projectKind } from '../projects/projectKind'
import type { TableReader } from '../tableReader'
import { certificateKind } from './certificates'
import { contractKind } from './contracts'
import { establishmentKind } from './establishments'
import { needKind } from './needs'
import { paymentKind } from './payments'
import { RecordJudge } from './recordJudge'
import type {
  BesideContext,
  Judging,
  NewEstablishment,
  RecordContext,
  RecordKind,
  RecordKindName,
  RecordWork,
  RowDraft,
  TableReading,
} from './recordKind'
import type { RecordsOnFile, WantedRecords } from './recordsOnFile'
import { traineeKind } from './trainees'

export interface RecordTable<D extends RowDraft = RowDraft> {
  /** Which of the preview's sheets it is. */
  readonly entry: number
  readonly reader: TableReader
  readonly drafts: readonly D[]
}

export interface JudgedRow {
  readonly entry: number
  readonly row: PreviewRow
  readonly work: RecordWork | null
  readonly newEstablishment: NewEstablishment | null
}

/** Every table of one kind in the workbook. */
export interface RecordTables<D extends RowDraft = RowDraft> {
  readonly kind: RecordKindName
  readonly tables: readonly RecordTable<D>[]
  read(reader: TableReader, entry: number, context: RecordContext): Omit<TableReading<D>, 'drafts'>
  /** Before they are judged; says what has to be read whole for that. */
  match(files: RecordsOnFile): Partial<WantedRecords>
  judge(
    files: RecordsOnFile,
    beside: Pick<BesideContext, 'details' | 'newEstablishments'>,
    judging: Omit<Judging, 'placeOf'>,
  ): Generator<JudgedRow>
}

function tablesOf<D extends RowDraft, R, M>(kind: RecordKind<D, R, M>): RecordTables<D> {
  const tables: RecordTable<D>[] = []
  let matched: M | null = null
  const drafts = () => tables.flatMap((table) => table.drafts)
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
      const { drafts: own, ...shown } = kind.read(reader, context)
      tables.push({ entry, reader, drafts: own })
      return shown
    },
    match: (files) => {
      matched = kind.match(drafts(), files)
      return kind.wanted(matched)
    },
    judge: function* (files, besideContext, given) {
      const judging = { ...given, placeOf }
      const beside = kind.beside(files, matched ?? kind.match(drafts(), files), { ...judging, ...besideContext })
      const judge = new RecordJudge(kind, drafts(), beside, judging)
      for (const table of tables)
        for (const draft of table.drafts) {
          const { row, work, record } = judge.judge(draft)
          const isNew = work?.action === 'create' && record !== null && kind.newEstablishment !== undefined
          const newEstablishment = isNew ? { rowKey: draft.key, ...kind.newEstablishment(record) } : null
          yield { entry: table.entry, row, work, newEstablishment }
        }
    },
  }
}

/** Cơ sở before all others, which may name them. */
export class WorkbookTables {
  readonly establishments: RecordTables = tablesOf(establishmentKind)
  readonly projects: RecordTables<PlanDraft> = tablesOf(projectKind)
  readonly needs: RecordTables = tablesOf(needKind)
  readonly payments: RecordTables = tablesOf(paymentKind)
  readonly trainees: RecordTables = tablesOf(traineeKind)
  readonly certificates: RecordTables = tablesOf(certificateKind)
  readonly contracts: RecordTables = tablesOf(contractKind)

  of(kind: ImportKind): RecordTables {
    switch (kind) {
      case 'establishments':
        return this.establishments
      case 'plan':
      case 'projects':
        return this.projects
      case 'needs':
        return this.needs
      case 'payments':
        return this.payments
      case 'trainees':
        return this.trainees
      case 'certificates':
        return this.certificates
      case 'contracts':
        return this.contracts
      default:
        return assertNever(kind, 'every kind of record has its tables')
    }
  }

  /** Those that have a table. */
  filled(): RecordTables[] {
    const all: RecordTables[] = [
      this.establishments,
      this.projects,
      this.needs,
      this.payments,
      this.trainees,
      this.certificates,
      this.contracts,
    ]
    return all.filter(({ tables }) => tables.length > 0)
  }
}
