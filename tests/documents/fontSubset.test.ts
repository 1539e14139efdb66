// A face cut down to the letters of one paper draws them as the whole face does: same outlines, same advances.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Face, fontFaces } from '../../electron/documents/fonts'
import { subsetsOf } from '../../electron/documents/pdf/subset'

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly path: { toSVG(): string } }
type Font = { getGlyph(id: number): Glyph; glyphForCodePoint(code: number): Glyph; readonly numGlyphs: number }

const fontkit: { create(bytes: Uint8Array): Font } = createRequire(createRequire(import.meta.url).resolve('pdfmake'))(
  'fontkit',
)
const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const all = [...`${letters}${letters.toLocaleUpperCase('vi')}0123456789.,;:()%/–-“”"'×²³°&+=`]

describe('a subset of a face', () => {
  const faces = ['regular', 'bold', 'italic', 'boldItalic'] satisfies Face[]
  for (const face of faces)
    it(`holds the letters asked for, drawn as in the whole face (${face})`, () => {
      const { bytes } = fontFaces()[face]
      const [whole, make] = [fontkit.create(bytes), subsetsOf(bytes)]
      fc.assert(
        fc.property(fc.subarray(all, { minLength: 1 }), (wanted) => {
          const subset = make()
          const numbers = wanted.map((letter) => {
            const { id } = whole.glyphForCodePoint(letter.codePointAt(0) ?? 0)
            return [id, subset.includeGlyph(id)] as const
          })
          const cut = fontkit.create(subset.encode())
          for (const [id, number] of numbers) {
            expect(cut.getGlyph(number).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG())
            expect(cut.getGlyph(number).advanceWidth).toBe(whole.getGlyph(id).advanceWidth)
          }
          expect(cut.numGlyphs).toBeGreaterThan(wanted.length)
          expect(cut.numGlyphs).toBeLessThan(3 * (wanted.length + 1))
        }),
        { numRuns: 25 },
      )
    })

  it('gives a letter asked for twice one number, and the first number to what no letter has', () => {
    const subset = subsetsOf(fontFaces().regular.bytes)()
    expect(subset.includeGlyph(0)).toBe(0)
    expect(subset.includeGlyph(68)).toBe(1)
    expect(subset.includeGlyph(68)).toBe(1)
  })
})
