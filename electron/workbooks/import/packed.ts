// Thousands of plain things kept as bytes and opened a few hundred at a time: as objects they take ten times the memory, and
// crossing to another thread would make each of them twice. Names of fields are said once a piece.
import { deserialize, serialize } from 'node:v8'

const pieceLength = 200

export interface PackedPiece {
  readonly count: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A list: its shape, then its values. Of shape `isList` they are its items, else the fields the shape names. */
type Laid = string | number | boolean | null | undefined | readonly Laid[]
const isList = -1

class Shapes {
  readonly names: string[][] = []
  readonly #known = new Map<string, number>()

  lay(value: unknown): Laid {
    if (Array.isArray(value)) return [isList, ...value.map((item) => this.lay(item))]
    if (typeof value === 'object' && value !== null) {
      const names = Object.keys(value)
      return [this.#shapeOf(names), ...Object.values(value).map((item) => this.lay(item))]
    }
    return value as Laid
  }

  #shapeOf(names: string[]): number {
    const key = JSON.stringify(names)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.names.length)
    return this.names.push(names) - 1
  }
}

function raise(laid: Laid, names: readonly (readonly string[])[]): unknown {
  if (!Array.isArray(laid)) return laid
  const [shape, ...values] = laid as [number, ...Laid[]]
  const raised = values.map((value) => raise(value, names))
  if (shape === isList) return raised
  return Object.fromEntries((names[shape] ?? []).map((name, index) => [name, raised[index]]))
}

interface LaidPiece {
  readonly names: readonly (readonly string[])[]
  readonly values: readonly Laid[]
}

/** For plain data: texts, numbers, lists and objects of them. */
export class Packer<T> {
  #open: T[] = []

  /** What fills a piece gives it back. */
  add(one: T): PackedPiece | null {
    this.#open.push(one)
    return this.#open.length < pieceLength ? null : this.rest()
  }

  rest(): PackedPiece | null {
    if (this.#open.length === 0) return null
    const shapes = new Shapes()
    const values = this.#open.map((one) => shapes.lay(one))
    const laid: LaidPiece = { names: shapes.names, values }
    this.#open = []
    // In memory of its own, so that it can be handed over to another thread.
    return { count: values.length, bytes: Uint8Array.from(serialize(laid)) }
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
    for (const { bytes } of this.#pieces) {
      const { names, values } = deserialize(bytes) as LaidPiece
      for (const value of values) yield raise(value, names) as T
    }
  }
}
