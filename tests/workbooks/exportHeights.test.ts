// Row heights against a real spreadsheet: what LibreOffice itself would give a wrapped cell never exceeds what we give it.
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnPoints, countLines, heightOf, highestRow, splitHeight } from '../../electron/workbooks/heights'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'

const syllables =
  'hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất, chế biến nông sản; Hợp tác xã Dịch vụ tổng hợp NGHIÊNG ƯỜNG (CNC) 1.234,5 Wm ill Đắk Lắk'.split(
    ' ',
  )
const vietnameseText = fc
  .array(fc.tuple(fc.constantFrom(...syllables), fc.constantFrom(' ', ' ', ' ', ' ', ' ', ';\n')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) =>
    parts
      .map(([word, gap]) => word + gap)
      .join('')
      .trim(),
  )
const probe = fc.record({
  text: vietnameseText,
  width: fc.integer({ min: 7, max: 60 }),
  size: fc.constantFrom(11, 12, 14),
  face: fc.constantFrom<'regular' | 'bold' | 'italic' | 'boldItalic'>('regular', 'bold', 'italic', 'boldItalic'),
})

describe('lines of a wrapped text', () => {
  const regular = { face: 'regular', size: 11 } as const

  test('one line where it fits, more where it does not, one at least for each paragraph', () => {
    expect(countLines('', 100, regular)).toBe(1)
    expect(countLines('Đề án', 100, regular)).toBe(1)
    expect(countLines('Đề án\nnhóm', 100, regular)).toBe(2)
    expect(countLines('Hỗ trợ ứng dụng máy móc thiết bị tiên tiến', 100, regular)).toBe(3)
    // A word wider than the cell is broken between letters.
    expect(countLines('W'.repeat(20), 60, regular)).toBe(5)
  })

  test('a narrower cell never takes fewer lines, a longer text never fewer either', () => {
    fc.assert(
      fc.property(
        vietnameseText,
        vietnameseText,
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 0, max: 100 }),
        (text, more, width, extra) => {
          expect(countLines(text, width, regular)).toBeGreaterThanOrEqual(countLines(text, width + extra, regular))
          expect(countLines(`${text} ${more}`, width, regular)).toBeGreaterThanOrEqual(countLines(text, width, regular))
        },
      ),
    )
  })

  test('a height no spreadsheet allows is split over rows that together are as high', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), (lines) => {
        const height = heightOf(lines, 11)
        const pieces = splitHeight(height, 11)
        expect(Math.max(...pieces)).toBeLessThanOrEqual(highestRow)
        expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBeCloseTo(height, 6)
      }),
    )
  })
})

type Probe = typeof probe extends fc.Arbitrary<infer T> ? T : never

/** A flat OpenDocument sheet without row heights, which LibreOffice fits itself when it opens it (in an XLSX it does not). */
function openDocumentOf(probes: readonly Probe[]): Uint8Array {
  const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const columns = probes.map(
    ({ width }, index) =>
      `<style:style style:name="w${index}" style:family="table-column"><style:table-column-properties style:column-width="${columnPoints(width)}pt"/></style:style>`,
  )
  const cells = probes.map(
    ({ face, size }, index) =>
      `<style:style style:name="c${index}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties style:font-name="T" fo:font-size="${size}pt" fo:font-weight="${face.startsWith('bold') ? 'bold' : 'normal'}" fo:font-style="${/italic/i.test(face) ? 'italic' : 'normal'}"/></style:style>`,
  )
  const rows = probes.map(({ text }, index) => {
    const paragraphs = text.split('\n').map((line) => `<text:p>${escapeXml(line)}</text:p>`)
    const before = index === 0 ? '' : `<table:table-cell table:number-columns-repeated="${index}"/>`
    return `<table:table-row table:style-name="fit">${before}<table:table-cell table:style-name="c${index}" office:value-type="string">${paragraphs.join('')}</table:table-cell></table:table-row>`
  })
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="T" svg:font-family="&apos;Times New Roman&apos;"/></office:font-face-decls>
<office:automatic-styles><style:style style:name="fit" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>
${columns.join('')}${cells.join('')}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="S">
${probes.map((_, index) => `<table:table-column table:style-name="w${index}"/>`).join('')}
${rows.join('\n')}
</table:table></office:spreadsheet></office:body></office:document>`)
}

describe.skipIf(!hasTool('soffice'))('heights beside LibreOffice', () => {
  test('never lower than its own best height, and not wastefully higher', async () => {
    const probes = fc.sample(probe, { numRuns: 600, seed: 20_270_105 })
    const [converted] = convertWithLibreOffice([openDocumentOf(probes)], 'fods', 'xlsx')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(new Uint8Array(converted ?? []).buffer)
    const fitted = workbook.worksheets[0]
    const ratios = probes.map((one, index) => {
      const theirs = fitted?.getRow(index + 1).height ?? Number.NaN
      const ours = heightOf(countLines(one.text, columnPoints(one.width), one), one.size)
      expect(ours, `${one.text} (${one.width} digits, ${one.face} ${one.size})`).toBeGreaterThanOrEqual(theirs)
      return ours / theirs
    })
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeLessThan(1.4)
  })
})
