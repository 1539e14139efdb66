// Tinos, whose widths are those of Times New Roman, read once: the bytes to embed and the width of any text.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

export type FontFace = {
  /** The font without the tables a printed Vietnamese text in NFC does not need. */
  readonly bytes: Uint8Array
  /** Width of a text in thousandths of the size. Text must be NFC. */
  readonly width: (text: string) => number
  readonly has: (codePoint: number) => boolean
}

const FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

const KEPT_TABLES = [
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
]
const TABLE_RECORD = 16
const POST_WITHOUT_NAMES = 0x00030000
const POST_HEADER = 32

type Table = { readonly tag: string; readonly checksum: number; readonly offset: number; readonly length: number }

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function tablesOf(font: DataView): Table[] {
  return Array.from({ length: font.getUint16(4) }, (_, index) => {
    const at = 12 + TABLE_RECORD * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)))
    return {
      tag,
      checksum: font.getUint32(at + 4),
      offset: font.getUint32(at + 8),
      length: font.getUint32(at + 12),
    }
  })
}

/**
 * Drops kerning, substitutions and glyph names. The PDF library decodes every table of every face for every document:
 * without these it is nine times quicker, and widths are those Word uses, which does not kern unless told to.
 */
function lightened(font: Uint8Array): Uint8Array {
  const source = viewOf(font)
  const kept = tablesOf(source)
    .filter((table) => KEPT_TABLES.includes(table.tag))
    .map((table) => (table.tag === 'post' ? { ...table, length: POST_HEADER } : table))
  const padded = (length: number) => (length + 3) & ~3
  const start = 12 + TABLE_RECORD * kept.length
  const result = new Uint8Array(kept.reduce((size, table) => size + padded(table.length), start))
  const target = viewOf(result)
  target.setUint32(0, source.getUint32(0))
  target.setUint16(4, kept.length)
  let position = start
  kept.forEach((table, index) => {
    const at = 12 + TABLE_RECORD * index
    for (let byte = 0; byte < 4; byte += 1) target.setUint8(at + byte, table.tag.charCodeAt(byte))
    target.setUint32(at + 4, table.checksum)
    target.setUint32(at + 8, position)
    target.setUint32(at + 12, table.length)
    result.set(font.subarray(table.offset, table.offset + table.length), position)
    if (table.tag === 'post') target.setUint32(position, POST_WITHOUT_NAMES)
    position += padded(table.length)
  })
  return result
}

export function requiredTable(tables: readonly Table[], tag: string): Table {
  const table = tables.find((candidate) => candidate.tag === tag)
  if (table === undefined) throw new Error(`the font has no ${tag} table`)
  return table
}

/** Code point → glyph, from the format 4 subtable every TrueType font for the Basic Multilingual Plane carries. */
function characterMap(font: DataView, cmap: Table): Map<number, number> {
  const count = font.getUint16(cmap.offset + 2)
  for (let index = 0; index < count; index += 1) {
    const at = cmap.offset + font.getUint32(cmap.offset + 4 + 8 * index + 4)
    if (font.getUint16(at) !== 4) continue
    const map = new Map<number, number>()
    const doubleCount = font.getUint16(at + 6)
    const ends = at + 14
    const starts = ends + doubleCount + 2
    const deltas = starts + doubleCount
    const ranges = deltas + doubleCount
    for (let segment = 0; segment < doubleCount; segment += 2) {
      const rangeOffset = font.getUint16(ranges + segment)
      const start = font.getUint16(starts + segment)
      for (let code = start; code <= font.getUint16(ends + segment) && code !== 0xffff; code += 1) {
        const direct = rangeOffset === 0 ? code : font.getUint16(ranges + segment + rangeOffset + 2 * (code - start))
        const glyph = direct === 0 ? 0 : (direct + font.getUint16(deltas + segment)) & 0xffff
        if (glyph !== 0) map.set(code, glyph)
      }
    }
    return map
  }
  throw new Error('the font has no character map of format 4')
}

function openFace(path: string): FontFace {
  const bytes = lightened(readFileSync(path))
  const font = viewOf(bytes)
  const tables = tablesOf(font)
  const unitsPerEm = font.getUint16(requiredTable(tables, 'head').offset + 18)
  const advanceCount = font.getUint16(requiredTable(tables, 'hhea').offset + 34)
  const advances = requiredTable(tables, 'hmtx').offset
  const glyphs = characterMap(font, requiredTable(tables, 'cmap'))
  const widths = new Map<number, number>()
  for (const [code, glyph] of glyphs)
    widths.set(code, (font.getUint16(advances + 4 * Math.min(glyph, advanceCount - 1)) * 1000) / unitsPerEm)
  const missing = (font.getUint16(advances) * 1000) / unitsPerEm
  return {
    bytes,
    width: (text) => {
      let total = 0
      for (const character of text) total += widths.get(character.codePointAt(0) ?? 0) ?? missing
      return total
    },
    has: (codePoint) => glyphs.has(codePoint),
  }
}

let faces: Readonly<Record<Face, FontFace>> | null = null

export function fontFaces(): Readonly<Record<Face, FontFace>> {
  if (faces === null) {
    const { resolve } = createRequire(import.meta.url)
    faces = {
      regular: openFace(resolve(FILES.regular)),
      bold: openFace(resolve(FILES.bold)),
      italic: openFace(resolve(FILES.italic)),
      boldItalic: openFace(resolve(FILES.boldItalic)),
    }
  }
  return faces
}

/** Width in points. */
export function textWidth(text: string, face: Face, sizePt: number): number {
  return (fontFaces()[face].width(text) * sizePt) / 1000
}

export function faceOf(style: { readonly bold?: boolean; readonly italic?: boolean }): Face {
  if (style.bold === true) return style.italic === true ? 'boldItalic' : 'bold'
  return style.italic === true ? 'italic' : 'regular'
}
