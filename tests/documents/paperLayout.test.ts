// Measures finished papers against Decree 30/2020/NĐ-CP.
import { beforeAll, describe, expect, it } from 'vitest'
import { buildAgencyContract } from '../../electron/documents/forms/agencyContract'
import { buildBaseAppraisalSheet } from '../../electron/documents/forms/baseAppraisalSheet'
import { renderPdf } from '../../electron/documents/pdf'
import { allowedSizePt, POINTS_PER_MM, page, type Range, rule } from '../../electron/documents/style'
import { type PdfPage, type PdfWord, pdfPages } from '../support/libreOffice'
import { type DrawnLine, drawnBoxes, drawnLines, pdfFonts, pdfInfo } from '../support/pdfInside'
import { hasTool } from '../support/tools'
import { appraisal, contract } from './samples'

/** A word's box is as high as ascent and descent of the font: 1.107 of the size. */
const sizeOf = (word: PdfWord) => (word.bottom - word.top) / 1.107
const millimetres = (points: number) => points / POINTS_PER_MM
const middle = (words: readonly PdfWord[]) =>
  (Math.min(...words.map((word) => word.left)) + Math.max(...words.map((word) => word.right))) / 2
const createdAt = new Date('2027-01-05T00:00:00Z')

/** The words of a phrase where they stand one after another. */
function find(pages: readonly PdfPage[], phrase: string): PdfWord[] {
  const wanted = phrase.split(' ')
  for (const { words } of pages)
    for (let at = 0; at + wanted.length <= words.length; at += 1)
      if (wanted.every((text, index) => words[at + index]?.text === text)) return words.slice(at, at + wanted.length)
  throw new Error(`“${phrase}” is not on the paper`)
}

function inRange(value: number, [from, to]: Range, tolerance = 0.06) {
  expect(value).toBeGreaterThanOrEqual(from - tolerance)
  expect(value).toBeLessThanOrEqual(to + tolerance)
}

function ruleUnder(lines: readonly DrawnLine[], words: readonly PdfWord[]): DrawnLine {
  const bottom = Math.max(...words.map((word) => word.bottom))
  const below = lines
    .filter((line) => line.top === line.bottom && Math.abs((line.left + line.right) / 2 - middle(words)) < 3)
    .filter((line) => line.top > bottom - 3 && line.top < bottom + 10)
  const [found] = below
  if (found === undefined) throw new Error(`no rule under “${words.map((word) => word.text).join(' ')}”`)
  return found
}

describe.skipIf(!hasTool('pdftotext') || !hasTool('pdffonts') || !hasTool('pdfinfo'))('a paper as PDF', () => {
  let sheet: Uint8Array
  let paper: Uint8Array
  let sheetPages: PdfPage[]
  let paperPages: PdfPage[]

  beforeAll(async () => {
    sheet = await renderPdf(buildBaseAppraisalSheet(appraisal), { createdAt })
    paper = await renderPdf(buildAgencyContract(contract), { createdAt })
    sheetPages = pdfPages(sheet)
    paperPages = pdfPages(paper)
  })

  it('is A4, in Vietnamese, dated by its caller, the same bytes every time', async () => {
    const info = pdfInfo(paper)
    expect(info.get('Page size')).toMatch(/^595\.28 x 841\.89 pts \(A4\)/)
    expect(info.get('Title')).toContain('Hợp đồng thực hiện đề án khuyến công quốc gia năm 2022')
    expect(info.get('CreationDate')).toContain('2027-01-05T00:00:00')
    expect(Buffer.from(paper).includes('/Lang (vi)')).toBe(true)
    const again = await renderPdf(buildAgencyContract(contract), { createdAt })
    expect(Buffer.compare(paper, again)).toBe(0)
  })

  it('uses only Tinos, embedded and cut down to the letters used', () => {
    for (const pdf of [sheet, paper]) {
      const fonts = pdfFonts(pdf)
      expect(fonts.length).toBeGreaterThanOrEqual(3)
      for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true })
      for (const font of fonts) expect(font.name).toMatch(/^[A-Z]{6}\+Tinos/)
      expect(pdf.byteLength).toBeLessThan(150_000)
    }
  })

  it('has no word outside the margins', () => {
    for (const { words, width, height } of [...sheetPages, ...paperPages])
      for (const word of words) {
        const isPageNumber = word.bottom < page.marginsMm.top * POINTS_PER_MM
        expect(millimetres(word.left)).toBeGreaterThanOrEqual(page.marginsMm.left - 0.1)
        expect(millimetres(width - word.right)).toBeGreaterThanOrEqual(page.marginsMm.right - 0.1)
        expect(millimetres(height - word.bottom)).toBeGreaterThanOrEqual(page.marginsMm.bottom - 0.1)
        if (!isPageNumber) expect(millimetres(word.top)).toBeGreaterThanOrEqual(page.marginsMm.top - 0.1)
      }
  })

  it('has margins within the allowed ranges', () => {
    for (const side of ['top', 'bottom', 'left', 'right'] as const)
      inRange(page.marginsMm[side], page.allowedMarginsMm[side])
    const body = paperPages[1]?.words ?? []
    expect(millimetres(Math.min(...body.map((word) => word.left)))).toBeCloseTo(page.marginsMm.left, 0)
    expect(millimetres(595.28 - Math.max(...body.map((word) => word.right)))).toBeCloseTo(page.marginsMm.right, 0)
  })

  it('numbers its pages in the middle of the top margin, not on page 1, annexes on their own', () => {
    const numberOf = ({ words }: PdfPage) => words.filter((word) => word.bottom < page.marginsMm.top * POINTS_PER_MM)
    const shown = paperPages.map((one) => numberOf(one).map((word) => word.text))
    const body = paperPages.findIndex(
      ({ words }) => words[0]?.text === 'Phụ' || words.slice(0, 3).some((word) => word.text === 'lục'),
    )
    expect(body).toBeGreaterThan(2)
    expect(shown.slice(0, body)).toEqual([[], ...Array.from({ length: body - 1 }, (_, index) => [String(index + 2)])])
    expect(shown.slice(body)).toEqual(paperPages.slice(body).map(() => []))
    const [number] = numberOf(paperPages[1] ?? { width: 0, height: 0, words: [] })
    if (number === undefined) throw new Error('page 2 has no number')
    inRange(sizeOf(number), allowedSizePt.pageNumber)
    const { left, right } = page.marginsMm
    expect(millimetres(middle([number]))).toBeCloseTo(left + (page.widthMm - left - right) / 2, 0)
    expect(millimetres((number.top + number.bottom) / 2)).toBeCloseTo(page.marginsMm.top / 2, 0)
  })

  it('sets the national title on one line at the top right, with a rule as long as the motto', () => {
    for (const [pages, pdf] of [
      [sheetPages, sheet],
      [paperPages, paper],
    ] as const) {
      const lines = drawnLines(pdf)[0] ?? []
      const title = find(pages, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      const motto = find(pages, 'Độc lập - Tự do - Hạnh phúc')
      expect(new Set(title.map((word) => word.top)).size).toBe(1)
      for (const word of title) inRange(sizeOf(word), allowedSizePt.nationalTitle)
      for (const word of motto) inRange(sizeOf(word), allowedSizePt.nationalMotto)
      expect(Math.min(...title.map((word) => word.left))).toBeGreaterThan(595.28 / 2 - 50)
      expect(millimetres(middle(title) - middle(motto))).toBeCloseTo(0, 0)
      const under = ruleUnder(lines, motto)
      const length = Math.max(...motto.map((word) => word.right)) - Math.min(...motto.map((word) => word.left))
      expect(under.right - under.left).toBeCloseTo(length, 0)
    }
  })

  it('sets the issuer under its parent, with a rule of a third to a half', () => {
    const parent = find(sheetPages, 'ỦY BAN NHÂN DÂN')
    const issuer = find(sheetPages, 'SỞ CÔNG THƯƠNG')
    for (const word of parent) inRange(sizeOf(word), allowedSizePt.parentOrganisation)
    for (const word of issuer) inRange(sizeOf(word), allowedSizePt.issuer)
    expect(Math.abs(middle(parent) - middle(issuer))).toBeLessThan(2)
    const under = ruleUnder(drawnLines(sheet)[0] ?? [], issuer)
    const length = Math.max(...issuer.map((word) => word.right)) - Math.min(...issuer.map((word) => word.left))
    inRange((under.right - under.left) / length, rule.allowedShareOfText, 0.01)
  })

  it('sets number and date on one line, each under its column', () => {
    for (const [pages, number, issuer] of [
      [sheetPages, 'Số: 05/PTĐ-SCT', 'SỞ CÔNG THƯƠNG'],
      [paperPages, 'Số: 16/2022/HĐ-CTĐP', 'ĐỊA PHƯƠNG'],
    ] as const) {
      const left = find(pages, number)
      const right = find(
        pages,
        pages === sheetPages ? 'Bắc Kạn, ngày 08 tháng 02 năm 2022' : 'Hà Nội, ngày 05 tháng 3 năm 2022',
      )
      for (const word of left) inRange(sizeOf(word), allowedSizePt.documentNumber)
      for (const word of right) inRange(sizeOf(word), allowedSizePt.placeAndDate)
      expect(Math.abs((left[0]?.bottom ?? 0) - (right[0]?.bottom ?? 0))).toBeLessThan(1)
      expect(Math.abs(middle(left) - middle(find(pages, issuer)))).toBeLessThan(3)
      expect(Math.abs(middle(right) - middle(find(pages, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')))).toBeLessThan(3)
    }
  })

  it('centres the name of the paper and its abstract, with a rule of a third to a half', () => {
    const name = find(paperPages, 'HỢP ĐỒNG')
    const abstract = find(paperPages, 'Thực hiện đề án khuyến công quốc gia năm 2022')
    for (const word of name) inRange(sizeOf(word), allowedSizePt.typeName)
    for (const word of abstract) inRange(sizeOf(word), allowedSizePt.abstract)
    const centre = (page.marginsMm.left + page.widthMm - page.marginsMm.right) / 2
    expect(millimetres(middle(name))).toBeCloseTo(centre, 0)
    expect(millimetres(middle(abstract))).toBeCloseTo(centre, 0)
    const under = ruleUnder(drawnLines(paper)[0] ?? [], abstract)
    const length = Math.max(...abstract.map((word) => word.right)) - Math.min(...abstract.map((word) => word.left))
    inRange((under.right - under.left) / length, rule.allowedShareOfText, 0.01)
  })

  it('sets the body within 13–14 pt, first lines in by 1 cm, lines at least single', () => {
    const start = find(paperPages, 'Hôm nay, ngày 05 tháng 3 năm 2022,')
    for (const word of start) inRange(sizeOf(word), allowedSizePt.body)
    expect(millimetres(start[0]?.left ?? 0) - page.marginsMm.left).toBeCloseTo(10, 0)
    const [first] = find(paperPages, 'Bên A giao và Bên B')
    const next = find(paperPages, '“Hỗ trợ ứng dụng')
    const distance = (next[0]?.top ?? 0) - (first?.top ?? 0)
    expect(distance).toBeGreaterThanOrEqual(14 * 1.149)
    expect(distance).toBeLessThanOrEqual(14 * 1.149 * 1.5)
  })

  it('keeps document symbols whole in justified lines', () => {
    const words = [...sheetPages, ...paperPages].flatMap((one) => one.words.map((word) => word.text))
    expect(words.filter((word) => word.includes('45/2012/NĐ-CP')).length).toBeGreaterThanOrEqual(3)
    expect(words).toContain('36/2013/TT-BCT')
    expect(words.some((word) => word === 'NĐ-' || word === '45/2012/')).toBe(false)
  })

  it('numbers eleven articles without a gap', () => {
    const text = paperPages.flatMap((one) => one.words.map((word) => word.text)).join(' ')
    const numbers = [...text.matchAll(/Điều (\d+)\. \p{Lu}/gu)].map((match) => Number(match[1]))
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('draws its boxes to tick', () => {
    const boxes = drawnBoxes(sheet)
    const empty = boxes.reduce((sum, one) => sum + one.empty, 0)
    const ticked = boxes.reduce((sum, one) => sum + one.ticked, 0)
    expect({ empty, ticked }).toEqual({ empty: 8, ticked: 5 })
  })

  it('sets the names of the signers on one line, titles in capitals', () => {
    const left = find(sheetPages, 'Hoàng Thị Đào')
    const right = find(sheetPages, 'Đinh Lâm Sáng')
    expect(Math.abs((left[0]?.top ?? 0) - (right[0]?.top ?? 0))).toBeLessThan(1)
    for (const word of right) inRange(sizeOf(word), allowedSizePt.signerName)
    const title = find(sheetPages, 'PHÓ GIÁM ĐỐC')
    expect(Math.abs(middle(title) - middle(right))).toBeLessThan(2)
    expect((right[0]?.top ?? 0) - (title[0]?.bottom ?? 0)).toBeGreaterThan(20 * POINTS_PER_MM)
  })

  it('names the agency, and says sums in figures and words', () => {
    const text = paperPages.flatMap((one) => one.words.map((word) => word.text)).join(' ')
    expect(text).toContain('CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG')
    expect(text).toContain('500.000.000 đồng (Bằng chữ: Năm trăm triệu đồng)')
    expect(text).toContain('tương ứng 350.000.000 đồng (Bằng chữ: Ba trăm năm mươi triệu đồng)')
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  })
})
