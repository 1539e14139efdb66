// Thousands of plain things kept as bytes and opened a few hundred at a time: as objects they take five times the memory, and
// crossing to another thread would make each of them twice.
import { deserialize, serialize } from 'node:v8'

const pieceLength = 200

export interface PackedPiece {
  readonly count: number
  readonly bytes: Uint8Array
}

export class Packer<T> {
  #open: T[] = []

  /** What fills a piece gives it back. */
  add(one: T): PackedPiece | null {
    this.#open.push(one)
    return this.#open.length < pieceLength ? null : this.rest()
  }

  rest(): PackedPiece | null {
    if (this.#open.length === 0) return null
    const piece = { count: this.#open.length, bytes: serialize(this.#open) }
    this.#open = []
    return piece
  }
}

/** Read in the order they were packed, as often as wanted. */
export class Packed<T> implements Iterable<T> {
  readonly #pieces: PackedPiece[] = []

  get length(): number {
    return this.#pieces.reduce((sum, { count }) => sum + count, 0)
  }

  addPiece(piece: PackedPiece): void {
    this.#pieces.push(piece)
  }

  *[Symbol.iterator](): Generator<T> {
    for (const { bytes } of this.#pieces) yield* deserialize(bytes) as T[]
  }
}
