// A checked file on its way from the thread that checked it: in pieces, given out while rows are still being judged, and with each
// field's name and label said once instead of 20,000 times, so that neither side ever holds the whole of it twice.
import type { ImportPreview } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import type { CheckedFile, CheckPurpose } from './fileCheck'
import { Packed, type PackedPiece, Packer } from './packed'
import { RowCounts } from './preview'
import type { PreviewField, PreviewRow } from './previewRow'
import type { RecordKindName, RecordWork } from './records/recordKind'
import type { JudgedRow } from './records/recordTables'

type Problem = ImportPreview['problems'][number]
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
  | { readonly of: 'works'; readonly kind: RecordKindName; readonly works: PackedPiece }
  /** The last piece: the preview without what came before. */
  | { readonly of: 'rest'; readonly preview: ImportPreview }

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

/** Payments are held against the contracts where the data file is, before they are shown. */
const judgedTwice: RecordKindName = 'payments'

export function* checkedPieces(
  purpose: CheckPurpose,
  judged: Iterable<JudgedRow>,
  close: (counts: RowCounts) => ImportPreview,
): Generator<CheckedPiece> {
  const counts = new RowCounts()
  const rows = new RowPieces(purpose === 'look')
  const packers = new Map<RecordKindName, Packer<RecordWork>>()
  for (const { entry, row, work } of judged) {
    counts.add(row)
    yield* rows.add(entry, row)
    if (work === null || (purpose === 'look' && work.kind !== judgedTwice)) continue
    const packer = packers.get(work.kind) ?? new Packer()
    packers.set(work.kind, packer)
    const works = packer.add(work)
    if (works !== null) yield { of: 'works', kind: work.kind, works }
  }
  yield* rows.rest()
  for (const [kind, packer] of packers) {
    const works = packer.rest()
    if (works !== null) yield { of: 'works', kind, works }
  }
  const preview = close(counts)
  for (let at = 0; at < preview.problems.length; at += pieceLength)
    yield { of: 'problems', problems: preview.problems.slice(at, at + pieceLength) }
  yield { of: 'rest', preview: { ...preview, problems: [] } }
}

/** Puts the pieces together as they come. */
export class CheckedPieces {
  readonly #names: FieldName[] = []
  readonly #rows = new Map<number, PreviewRow[]>()
  readonly #problems: Problem[] = []
  readonly #works = new Map<RecordKindName, Packed<RecordWork>>()

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
      case 'works': {
        const works = this.#works.get(piece.kind) ?? new Packed()
        this.#works.set(piece.kind, works)
        works.addPiece(piece.works)
        return null
      }
      case 'rest': {
        const { preview } = piece
        const sheets = preview.sheets.map((sheet, entry) => ({
          ...sheet,
          rows: [...sheet.rows, ...(this.#rows.get(entry) ?? [])].sort((a, b) => a.row - b.row),
        }))
        return { preview: { ...preview, sheets, problems: this.#problems }, work: this.#works }
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
