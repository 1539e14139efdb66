// The four faces as the PDF library wants them: parsed once for all papers, laid out and cut to a subset by our own short ways.
import { createRequire } from 'node:module'
import { type Face, fontFaces } from '../fonts'
import { subsetsOf } from './subset'

/** The PDF library, as far as its types leave it out. */
type PdfMake = typeof import('pdfmake') & {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void }
}

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }

/** A font parsed by the library under pdfmake, as far as it is used here. */
type ParsedFont = {
  readonly characterSet: readonly number[]
  glyphForCodePoint(code: number): Glyph
  layout(text: string, ...settings: unknown[]): unknown
  createSubset(): unknown
}

type FontKit = {
  create(bytes: Uint8Array): ParsedFont
  registerFormat(format: {
    new (stream: { readonly buffer: Uint8Array }): object
    probe(bytes: Uint8Array): boolean
  }): void
}

const FILES = { regular: 'regular.ttf', bold: 'bold.ttf', italic: 'italic.ttf', boldItalic: 'boldItalic.ttf' } as const
const FACES = ['regular', 'bold', 'italic', 'boldItalic'] satisfies Face[]

let maker: PdfMake | null = null

export function pdfMake(): PdfMake {
  if (maker !== null) return maker
  const require = createRequire(import.meta.url)
  const made: PdfMake = require('pdfmake')
  const names = parsedFaces(createRequire(require.resolve('pdfmake'))('fontkit'))
  for (const face of FACES) made.virtualfs.writeFileSync(FILES[face], names[face])
  made.setFonts({
    Tinos: { normal: FILES.regular, bold: FILES.bold, italics: FILES.italic, bolditalics: FILES.boldItalic },
  })
  made.setLocalAccessPolicy(() => false)
  made.setUrlAccessPolicy(() => false)
  maker = made
  return made
}

/**
 * For each face a name in bytes that stands for the face already parsed: the library otherwise parses every face anew for every
 * paper, a quarter of a paper's time. A parsed face is only read from, so that one serves all papers.
 */
function parsedFaces(fontkit: FontKit): Readonly<Record<Face, Buffer>> {
  const parsed = new Map<string, object>()
  class ParsedFace {
    static probe(bytes: Uint8Array): boolean {
      return parsed.has(Buffer.from(bytes).toString('latin1'))
    }
    constructor({ buffer }: { readonly buffer: Uint8Array }) {
      // biome-ignore lint/correctness/noConstructorReturn: the library makes a font with `new`; this one is made already
      return parsed.get(Buffer.from(buffer).toString('latin1')) ?? this
    }
  }
  fontkit.registerFormat(ParsedFace)
  const nameOf = (face: Face): Buffer => {
    parsed.set(`parsed ${face}`, quickened(fontkit.create(fontFaces()[face].bytes), fontFaces()[face].bytes))
    return Buffer.from(`parsed ${face}`, 'latin1')
  }
  return {
    regular: nameOf('regular'),
    bold: nameOf('bold'),
    italic: nameOf('italic'),
    boldItalic: nameOf('boldItalic'),
  }
}

/** Letters, digits and signs that stand one after the other: nothing joins, turns round or is set above another. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Common}]*$/u

/** A run of glyphs; the library scales the positions of a run in place, so each run has its own. */
class GlyphRun {
  readonly positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  constructor(readonly glyphs: readonly Glyph[]) {
    this.positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  }
  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
  }
}

/** The face with two of its ways shortened, as our faces carry neither kerning nor substitutions. */
function quickened(font: ParsedFont, bytes: Uint8Array): ParsedFont {
  const glyphs = new Map<number, Glyph>()
  // A glyph belongs to the character it is first asked for: always in this order, so that equal papers stay equal bytes.
  for (const code of [...font.characterSet].sort((a, b) => a - b)) {
    const { id, advanceWidth, codePoints } = font.glyphForCodePoint(code)
    glyphs.set(code, { id, advanceWidth, codePoints })
  }
  const layout = font.layout.bind(font)
  font.layout = (text, ...settings) => {
    const known = PLAIN.test(text) ? knownGlyphs(text, glyphs) : null
    return known === null ? layout(text, ...settings) : new GlyphRun(known)
  }
  font.createSubset = subsetsOf(bytes)
  return font
}

/** Null when the face lacks one of them. */
function knownGlyphs(text: string, glyphs: ReadonlyMap<number, Glyph>): Glyph[] | null {
  const found: Glyph[] = []
  for (const character of text) {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0)
    if (glyph === undefined) return null
    found.push(glyph)
  }
  return found
}
