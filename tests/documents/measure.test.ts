import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontFaces, textWidth } from '../../electron/documents/fonts'
import { balanced, distributed, printable, wrapped } from '../../electron/documents/measure'
import { renderPdf } from '../../electron/documents/pdf'
import { pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'

const syllables = ['khuyến', 'công', 'đề', 'án', 'hỗ', 'trợ', 'ứng', 'dụng', 'nghiệp', 'nông', 'thôn', '235/2025/NĐ-CP']
const phrase = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))

describe('widths', () => {
  it.skipIf(!hasTool('pdftotext'))('are those of the printed page', async () => {
    const text = 'Trung-tâm-Khuyến-công-và-Phát-triển-công-nghiệp'
    const pdf = await renderPdf(
      {
        title: 'x',
        orientation: 'portrait',
        marginsMm: { top: 20, bottom: 20, left: 30, right: 20 },
        bodySizePt: 14,
        blocks: [{ kind: 'paragraph', text: [{ text, bold: true }], align: 'left', indent: false }],
      },
      { createdAt: new Date(0) },
    )
    const word = pdfPages(pdf)[0]?.words[0]
    expect(word?.text).toBe(text)
    expect((word?.right ?? 0) - (word?.left ?? 0)).toBeCloseTo(textWidth(text, 'bold', 14), 1)
  })

  it('every Vietnamese letter has a glyph in every face', () => {
    const letters = 'aăâeêioôơuưy'
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    const all = [...letters].flatMap((letter) => marks.map((mark) => `${letter}${mark}`.normalize('NFC')))
    for (const face of Object.values(fontFaces()))
      for (const letter of [
        ...all,
        ...all.map((one) => one.toLocaleUpperCase('vi')),
        'đ',
        'Đ',
        '…',
        '“',
        '”',
        '–',
        '²',
        '³',
      ])
        expect(face.has(letter.codePointAt(0) ?? 0), letter).toBe(true)
  })
})

describe('wrapping', () => {
  it('loses no word and keeps lines within the width, unless one word is wider', () => {
    fc.assert(
      fc.property(phrase, fc.integer({ min: 60, max: 400 }), (text, width) => {
        const lines = wrapped(text, 'regular', 13, width)
        return (
          lines.join(' ') === text &&
          lines.every((line) => !line.includes(' ') || textWidth(line, 'regular', 13) <= width)
        )
      }),
    )
  })

  it('balanced lines are no more than needed, and no wider', () => {
    fc.assert(
      fc.property(phrase, fc.integer({ min: 120, max: 400 }), (text, width) => {
        const lines = balanced(text, 'bold', 12, width)
        return (
          lines.join(' ') === text &&
          lines.length === wrapped(text, 'bold', 12, width).length &&
          lines.every((line) => textWidth(line, 'bold', 12) <= width)
        )
      }),
    )
  })

  it('names are broken between their pieces', () => {
    const agency = 'CỤC ĐỔI MỚI SÁNG TẠO, CHUYỂN ĐỔI XANH VÀ KHUYẾN CÔNG'
    expect(balanced(agency, 'bold', 12, 380)).toEqual(['CỤC ĐỔI MỚI SÁNG TẠO,', 'CHUYỂN ĐỔI XANH VÀ KHUYẾN CÔNG'])
    expect(balanced(agency, 'bold', 12, 190)).toEqual(['CỤC ĐỔI MỚI SÁNG TẠO,', 'CHUYỂN ĐỔI XANH', 'VÀ KHUYẾN CÔNG'])
    expect(balanced('ỦY BAN NHÂN DÂN TỈNH BẮC KẠN', 'regular', 12, 190)).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH BẮC KẠN'])
  })
})

describe('column widths', () => {
  const columns = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 10 }), least: fc.integer({ min: 0, max: 120 }) }),
    {
      minLength: 1,
      maxLength: 16,
    },
  )

  it('fill the table exactly, and respect the least widths when they fit', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 200, max: 800 }), (given, total) => {
        const least = given.map((one) => one.least)
        const widths = distributed(
          given.map((one) => one.weight),
          least,
          total,
        )
        const sum = widths.reduce((all, width) => all + width, 0)
        const fits = least.reduce((all, width) => all + width, 0) <= total
        return (
          Math.abs(sum - total) < 1e-6 && (!fits || widths.every((width, index) => width >= (least[index] ?? 0) - 1e-9))
        )
      }),
    )
  })
})

describe('printable text', () => {
  it('is composed, without invisible marks, and shows what the font lacks', () => {
    expect(printable('Hợp tác xã'.normalize('NFD'))).toBe('Hợp tác xã')
    expect(printable('a\u200Bb\tc')).toBe('ab c')
    expect(printable('máy 漢')).toBe('máy ?')
  })

  it('keeps a percentage on the line of its number', () => {
    expect(printable('mới 100 %')).toBe('mới 100\u00A0%')
  })
})
