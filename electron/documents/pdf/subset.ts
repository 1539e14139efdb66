// The glyphs of one paper cut out of a face as a TrueType font of its own: bytes are copied, no glyph is decoded.
import { requiredTable, tablesOf, viewOf } from '../fonts'

/** What the PDF library asks of a subset. */
export interface FontSubset {
  /** The number a glyph of the face has in the subset; asked for the first time, it is taken in. */
  includeGlyph(glyph: number): number
  encode(): Uint8Array
}

/** Taken over as they are: a reader needs them to draw small sizes sharply. */
const COPIED_TABLES = ['cvt ', 'fpgm', 'prep']
const TABLE_RECORD = 16

/** Flags of a part of a composite glyph. */
const ARGUMENTS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_PARTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

/** Where the numbers of its parts stand in a composite glyph; none in a simple one. */
function partOffsets(glyph: DataView): number[] {
  if (glyph.byteLength < 10 || glyph.getInt16(0) >= 0) return []
  const offsets: number[] = []
  for (let at = 10; ; ) {
    const flags = glyph.getUint16(at)
    offsets.push(at + 2)
    at += 4 + ((flags & ARGUMENTS_ARE_WORDS) === 0 ? 2 : 4)
    if ((flags & HAS_MATRIX) !== 0) at += 8
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4
    else if ((flags & HAS_SCALE) !== 0) at += 2
    if ((flags & MORE_PARTS) === 0) return offsets
  }
}

function checksum(table: Uint8Array): number {
  const view = viewOf(table)
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function padded(length: number): number {
  return (length + 3) & ~3
}

/** One TrueType file of these tables, in the order they are given. */
function fontOf(tables: readonly { readonly tag: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const start = 12 + TABLE_RECORD * tables.length
  const result = new Uint8Array(tables.reduce((size, { bytes }) => size + padded(bytes.length), start))
  const target = viewOf(result)
  const power = Math.floor(Math.log2(tables.length))
  target.setUint32(0, 0x00010000)
  target.setUint16(4, tables.length)
  target.setUint16(6, 16 * 2 ** power)
  target.setUint16(8, power)
  target.setUint16(10, 16 * (tables.length - 2 ** power))
  let position = start
  for (const [index, { tag, bytes }] of tables.entries()) {
    result.set(bytes, position)
    const at = 12 + TABLE_RECORD * index
    for (let letter = 0; letter < 4; letter += 1) target.setUint8(at + letter, tag.charCodeAt(letter))
    target.setUint32(at + 4, checksum(result.subarray(position, position + padded(bytes.length))))
    target.setUint32(at + 8, position)
    target.setUint32(at + 12, bytes.length)
    position += padded(bytes.length)
  }
  return result
}

/** A maker of subsets of one face; what does not change from paper to paper is looked up once. */
export function subsetsOf(font: Uint8Array): () => FontSubset {
  const view = viewOf(font)
  const tables = tablesOf(view)
  const bytesOf = (tag: string) => {
    const { offset, length } = requiredTable(tables, tag)
    return font.subarray(offset, offset + length)
  }
  const [head, hhea, maxp, glyf] = [bytesOf('head'), bytesOf('hhea'), bytesOf('maxp'), bytesOf('glyf')]
  const [hmtx, loca] = [viewOf(bytesOf('hmtx')), viewOf(bytesOf('loca'))]
  const long = viewOf(head).getInt16(50) === 1
  const glyphStart = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const advances = viewOf(hhea).getUint16(34)
  const copied = COPIED_TABLES.map((tag) => ({ tag, bytes: bytesOf(tag) }))

  /** Advance and left bearing, as the table of the subset holds them for every glyph. */
  function metricsOf(glyph: number): readonly [advance: number, bearing: number] {
    const advance = hmtx.getUint16(4 * Math.min(glyph, advances - 1))
    return [
      advance,
      glyph < advances ? hmtx.getInt16(4 * glyph + 2) : hmtx.getInt16(4 * advances + 2 * (glyph - advances)),
    ]
  }

  function encode(glyphs: readonly number[], include: (glyph: number) => number): Uint8Array {
    const outlines: Uint8Array[] = []
    // The list grows while it is walked: a composite glyph brings its parts with it.
    for (let index = 0; index < glyphs.length; index += 1) {
      const glyph = glyphs[index] ?? 0
      const outline = glyf.slice(glyphStart(glyph), glyphStart(glyph + 1))
      const parts = viewOf(outline)
      for (const at of partOffsets(parts)) parts.setUint16(at, include(parts.getUint16(at)))
      outlines.push(outline)
    }
    const newGlyf = new Uint8Array(outlines.reduce((size, outline) => size + padded(outline.length), 0))
    const newLoca = new Uint8Array(4 * (glyphs.length + 1))
    const newHmtx = new Uint8Array(4 * glyphs.length)
    const [locations, metrics] = [viewOf(newLoca), viewOf(newHmtx)]
    let position = 0
    for (const [index, outline] of outlines.entries()) {
      newGlyf.set(outline, position)
      locations.setUint32(4 * index, position)
      const [advance, bearing] = metricsOf(glyphs[index] ?? 0)
      metrics.setUint16(4 * index, advance)
      metrics.setInt16(4 * index + 2, bearing)
      position += padded(outline.length)
    }
    locations.setUint32(4 * glyphs.length, position)
    const [newHead, newHhea, newMaxp] = [head.slice(), hhea.slice(), maxp.slice()]
    viewOf(newHead).setInt16(50, 1)
    viewOf(newHhea).setUint16(34, glyphs.length)
    viewOf(newMaxp).setUint16(4, glyphs.length)
    return fontOf([
      ...copied.slice(0, 2),
      { tag: 'glyf', bytes: newGlyf },
      { tag: 'head', bytes: newHead },
      { tag: 'hhea', bytes: newHhea },
      { tag: 'hmtx', bytes: newHmtx },
      { tag: 'loca', bytes: newLoca },
      { tag: 'maxp', bytes: newMaxp },
      ...copied.slice(2),
    ])
  }

  return () => {
    const glyphs: number[] = []
    const numbers = new Map<number, number>()
    const includeGlyph = (glyph: number): number => {
      const known = numbers.get(glyph)
      if (known !== undefined) return known
      numbers.set(glyph, glyphs.length)
      return glyphs.push(glyph) - 1
    }
    // A font always has the glyph for what it has no glyph for.
    includeGlyph(0)
    return { includeGlyph, encode: () => encode(glyphs, includeGlyph) }
  }
}
