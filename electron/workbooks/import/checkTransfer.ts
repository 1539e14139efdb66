// A checked file on its way from the thread that checked it: in pieces, given out while rows are still being judged, and with each
// field's name and label said once instead of 20,000 times, so that neither side ever holds the whole of it twice.
import type { ImportPreview } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import type { CheckedFile, CheckPurpose } from './fileCheck'
import { Packed, type PackedPiece, Packer } from './packed'
import type { PlanWork } from './planWork'
import { type ImportWork, type Judged, RowCounts } from './preview'
import type { PreviewField, PreviewRow } from './previewRow'
import type { RecordWork } from './records/recordKind'

type Problem = ImportPreview['problems'][number]
type Establishment = ImportWork['establishments'] extends Packed<infer W> ? W : never
type FieldName = Pick<PreviewField, 'field' | 'label'>

/** Of each field: which name, its value, what it was before. */
type PackedField = number | string | null

interface PackedRow {
  readonly row: PreviewRow
  readonly fields: readonly PackedField[]
}

export type CheckedPiece =
  | { readonly of: 'names'; readonly names: readonly FieldName[] }
  | { readonly of: 'rows'; readonly entry: number; readonly rows: readonly PackedRow[] }
  | { readonly of: 'problems'; readonly problems: readonly Problem[] }
  | { readonly of: 'establishments'; readonly works: PackedPiece }
  /** The last piece: everything else, the preview without what came before. */
  | {
      readonly of: 'rest'
      readonly preview: ImportPreview
      readonly projects: readonly PlanWork[]
      readonly records: readonly RecordWork[]
    }

const pieceLength = 500

/** Rows of one sheet after the other, with the names of their fields before them. */
class RowPieces {
  readonly #withFields: boolean
  readonly #names = new Map<string, number>()
  #newNames: FieldName[] = []
  #entry = 0
  #rows: PackedRow[] = []

  constructor(withFields: boolean) {
    this.#withFields = withFields
  }

  *add(entry: number, row: PreviewRow): Generator<CheckedPiece> {
    if (entry !== this.#entry || this.#rows.length >= pieceLength) yield* this.rest()
    this.#entry = entry
    const fields = this.#withFields
      ? row.fields.flatMap((field): PackedField[] => [this.#nameIndex(field), field.value, field.before])
      : []
    this.#rows.push({ row: { ...row, fields: [] }, fields })
  }

  *rest(): Generator<CheckedPiece> {
    if (this.#newNames.length > 0) yield { of: 'names', names: this.#newNames }
    if (this.#rows.length > 0) yield { of: 'rows', entry: this.#entry, rows: this.#rows }
    this.#newNames = []
    this.#rows = []
  }

  #nameIndex({ field, label }: PreviewField): number {
    const key = `${field}|${label}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    this.#names.set(key, this.#names.size)
    this.#newNames.push({ field, label })
    return this.#names.size - 1
  }
}

export function* checkedPieces(
  purpose: CheckPurpose,
  judged: Iterable<Judged>,
  close: (counts: RowCounts) => ImportPreview,
): Generator<CheckedPiece> {
  const writes = purpose === 'write'
  const counts = new RowCounts()
  const rows = new RowPieces(!writes)
  const establishments = new Packer<Establishment>()
  const projects: PlanWork[] = []
  const records: RecordWork[] = []
  for (const one of judged)
    switch (one.of) {
      case 'row':
        counts.add(one.row)
        yield* rows.add(one.entry, one.row)
        break
      case 'establishment': {
        const works = writes ? establishments.add(one.work) : null
        if (works !== null) yield { of: 'establishments', works }
        break
      }
      case 'project':
        if (writes) projects.push(one.work)
        break
      case 'record':
        records.push(one.work)
        break
      default:
        assertNever(one, 'everything that is judged goes somewhere')
    }
  yield* rows.rest()
  const works = establishments.rest()
  if (works !== null) yield { of: 'establishments', works }
  const preview = close(counts)
  for (let at = 0; at < preview.problems.length; at += pieceLength)
    yield { of: 'problems', problems: preview.problems.slice(at, at + pieceLength) }
  yield { of: 'rest', preview: { ...preview, problems: [] }, projects, records }
}

/** Puts the pieces together as they come. */
export class CheckedPieces {
  readonly #names: FieldName[] = []
  readonly #rows = new Map<number, PreviewRow[]>()
  readonly #problems: Problem[] = []
  readonly #establishments: ImportWork['establishments'] = new Packed()

  /** The whole, once the last piece is there. */
  add(piece: CheckedPiece): CheckedFile | null {
    switch (piece.of) {
      case 'names':
        this.#names.push(...piece.names)
        return null
      case 'rows': {
        const rows = this.#rows.get(piece.entry) ?? []
        this.#rows.set(piece.entry, rows)
        for (const { row, fields } of piece.rows) rows.push({ ...row, fields: this.#unpack(fields) })
        return null
      }
      case 'problems':
        this.#problems.push(...piece.problems)
        return null
      case 'establishments':
        this.#establishments.addPiece(piece.works)
        return null
      case 'rest': {
        const { preview, projects, records } = piece
        const sheets = preview.sheets.map((sheet, entry) => ({
          ...sheet,
          rows: [...sheet.rows, ...(this.#rows.get(entry) ?? [])].sort((a, b) => a.row - b.row),
        }))
        return {
          preview: { ...preview, sheets, problems: this.#problems },
          work: { establishments: this.#establishments, projects, records },
        }
      }
      default:
        return assertNever(piece, 'every piece has its place')
    }
  }

  #unpack(packed: readonly PackedField[]): PreviewField[] {
    const fields: PreviewField[] = []
    for (let at = 0; at < packed.length; at += 3) {
      const name = this.#names[Number(packed[at])]
      if (name === undefined) throw new Error(`a field came before its name (${String(packed[at])})`)
      const before = packed[at + 2] ?? null
      fields.push({ ...name, value: String(packed[at + 1]), before: before === null ? null : String(before) })
    }
    return fields
  }
}
