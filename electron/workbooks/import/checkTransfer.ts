// A checked file on its way from the thread that checked it: in pieces, and with each field's name and label said once instead of
// 20,000 times, so that neither side ever holds the whole of it twice.
import type { CheckedFile } from './fileCheck'
import type { PreviewSheet } from './previewRow'

type Row = PreviewSheet['rows'][number]
type Field = Row['fields'][number]
type Problem = CheckedFile['preview']['problems'][number]
type Establishment = CheckedFile['work']['establishments'][number]

/** Of each field: which name, its value, what it was before. */
type PackedField = number | string | null

interface PackedRow {
  readonly row: Row
  readonly fields: readonly PackedField[]
}

export type CheckedPiece =
  | { readonly of: 'names'; readonly names: readonly Pick<Field, 'field' | 'label'>[] }
  | { readonly of: 'rows'; readonly sheet: number; readonly rows: readonly PackedRow[] }
  | { readonly of: 'problems'; readonly problems: readonly Problem[] }
  | { readonly of: 'establishments'; readonly works: readonly Establishment[] }
  /** The last piece: everything else. */
  | { readonly of: 'rest'; readonly checked: CheckedFile }

const pieceLength = 500

function* piecesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += pieceLength) yield all.slice(at, at + pieceLength)
}

export function* checkedPieces({ preview, work }: CheckedFile): Generator<CheckedPiece> {
  const names = new Map<string, { readonly index: number; readonly name: Pick<Field, 'field' | 'label'> }>()
  const nameIndex = ({ field, label }: Field): number => {
    const key = `${field}|${label}`
    const known = names.get(key)
    if (known !== undefined) return known.index
    names.set(key, { index: names.size, name: { field, label } })
    return names.size - 1
  }
  const pack = (row: Row): PackedRow => ({
    row: { ...row, fields: [] },
    fields: row.fields.flatMap((field) => [nameIndex(field), field.value, field.before]),
  })
  for (const [sheet, { rows }] of preview.sheets.entries())
    for (const piece of piecesOf(rows)) {
      const before = names.size
      const packed = piece.map(pack)
      if (names.size > before) yield { of: 'names', names: [...names.values()].slice(before).map(({ name }) => name) }
      yield { of: 'rows', sheet, rows: packed }
    }
  for (const problems of piecesOf(preview.problems)) yield { of: 'problems', problems }
  for (const works of piecesOf(work.establishments)) yield { of: 'establishments', works }
  const sheets = preview.sheets.map((sheet) => ({ ...sheet, rows: [] }))
  yield {
    of: 'rest',
    checked: { preview: { ...preview, sheets, problems: [] }, work: { ...work, establishments: [] } },
  }
}

/** Puts the pieces together as they come. */
export class CheckedPieces {
  readonly #names: Pick<Field, 'field' | 'label'>[] = []
  readonly #rows: Row[][] = []
  readonly #problems: Problem[] = []
  readonly #establishments: Establishment[] = []

  /** The whole, once the last piece is there. */
  add(piece: CheckedPiece): CheckedFile | null {
    switch (piece.of) {
      case 'names':
        this.#names.push(...piece.names)
        return null
      case 'rows': {
        const rows = this.#rows[piece.sheet] ?? []
        this.#rows[piece.sheet] = rows
        for (const packed of piece.rows) rows.push({ ...packed.row, fields: this.#unpack(packed.fields) })
        return null
      }
      case 'problems':
        this.#problems.push(...piece.problems)
        return null
      case 'establishments':
        this.#establishments.push(...piece.works)
        return null
      case 'rest':
        return this.#whole(piece.checked)
    }
  }

  #unpack(packed: readonly PackedField[]): Field[] {
    const fields: Field[] = []
    for (let at = 0; at < packed.length; at += 3) {
      const name = this.#names[Number(packed[at])]
      if (name === undefined) throw new Error(`a field came before its name (${String(packed[at])})`)
      const before = packed[at + 2] ?? null
      fields.push({ ...name, value: String(packed[at + 1]), before: before === null ? null : String(before) })
    }
    return fields
  }

  #whole({ preview, work }: CheckedFile): CheckedFile {
    const sheets = preview.sheets.map((sheet, index) => ({ ...sheet, rows: this.#rows[index] ?? [] }))
    return {
      preview: { ...preview, sheets, problems: this.#problems },
      work: { ...work, establishments: this.#establishments },
    }
  }
}
