// The parts an official letter (công văn) adds: V/v, addressees, recipients level with the signature, "./." at the end.
import { beforeAll, describe, expect, it } from 'vitest'
import type { PaperDocument } from '../../electron/documents/blocks'
import { renderPdf } from '../../electron/documents/pdf'
import { allowedSizePt, POINTS_PER_MM, page, type Range } from '../../electron/documents/style'
import { type PdfPage, type PdfWord, pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'

const letter = (to: readonly string[]): PaperDocument => ({
  title: 'Công văn đề nghị hỗ trợ kinh phí khuyến công',
  orientation: 'portrait',
  marginsMm: page.marginsMm,
  bodySizePt: 14,
  blocks: [
    {
      kind: 'letterhead',
      parent: 'Sở Công Thương tỉnh Thái Nguyên',
      issuer: 'Trung tâm Khuyến công và Xúc tiến thương mại',
      number: '12/TTKC-KC',
      place: 'Thái Nguyên',
      date: 'ngày 05 tháng 01 năm 2027',
      about: 'đề nghị hỗ trợ kinh phí khuyến công quốc gia năm 2027',
    },
    { kind: 'addressees', to },
    { kind: 'paragraph', text: 'Trung tâm kính đề nghị Sở Công Thương xem xét, giải quyết./.' },
    {
      kind: 'signatures',
      recipients: ['Như trên', 'Lãnh đạo Trung tâm', 'Lưu: VT, KC'],
      signers: [
        { caption: null, authority: 'KT. GIÁM ĐỐC', position: 'Phó Giám đốc', note: null, name: 'Nguyễn Thị Hòa' },
      ],
    },
  ],
})

const sizeOf = (word: PdfWord) => (word.bottom - word.top) / 1.107
const inRange = (words: readonly PdfWord[], [from, to]: Range) => {
  expect(words.length).toBeGreaterThan(0)
  for (const word of words) {
    expect(sizeOf(word)).toBeGreaterThanOrEqual(from - 0.06)
    expect(sizeOf(word)).toBeLessThanOrEqual(to + 0.06)
  }
}

function after({ words }: PdfPage, start: string, count: number): PdfWord[] {
  const first = start.split(' ')
  const at = words.findIndex((_, index) => first.every((text, offset) => words[index + offset]?.text === text))
  expect(at, `“${start}” is missing`).toBeGreaterThanOrEqual(0)
  return words.slice(at, at + count)
}

describe.skipIf(!hasTool('pdftotext'))('an official letter', () => {
  let one: PdfPage
  let several: PdfPage

  beforeAll(async () => {
    const pages = async (to: readonly string[]) => {
      const [first, ...others] = pdfPages(await renderPdf(letter(to), { createdAt: new Date(0) }))
      expect(others).toHaveLength(0)
      if (first === undefined) throw new Error('no page')
      return first
    }
    one = await pages(['Sở Công Thương tỉnh Thái Nguyên'])
    several = await pages(['Sở Công Thương;', 'Sở Tài chính.', 'Kho bạc Nhà nước'])
  })

  it('says what it is about under its number', () => {
    const number = after(one, 'Số: 12/TTKC-KC', 2)
    const about = after(one, 'V/v đề nghị', 3)
    inRange(about, allowedSizePt.about)
    const gap = (about[0]?.top ?? 0) - (number[0]?.bottom ?? 0)
    expect(gap).toBeGreaterThanOrEqual(5)
    expect(gap).toBeLessThanOrEqual(12)
  })

  it('names one addressee on the line of “Kính gửi:”, several below it', () => {
    const line = after(one, 'Kính gửi: Sở', 4)
    inRange(line, allowedSizePt.addressee)
    expect(new Set(line.map((word) => Math.round(word.top))).size).toBe(1)
    const [greeting, , dash, name] = after(several, 'Kính gửi:', 4)
    expect(dash?.text).toBe('-')
    expect((dash?.top ?? 0) - (greeting?.top ?? 0)).toBeGreaterThan(10)
    expect(name?.left ?? 0).toBeGreaterThan(greeting?.right ?? 0)
    const text = several.words.map((word) => word.text).join(' ')
    expect(text).toContain('- Sở Công Thương; - Sở Tài chính; - Kho bạc Nhà nước.')
  })

  it('sets the recipients at 12 and 11, level with the first line of the signature', () => {
    const heading = after(one, 'Nơi nhận:', 2)
    const list = after(one, '- Như trên;', 3)
    const title = after(one, 'KT. GIÁM ĐỐC', 3)
    inRange(heading, allowedSizePt.recipientsTitle)
    inRange(list, allowedSizePt.recipients)
    inRange(title, allowedSizePt.signerTitle)
    // On one baseline: the descent is 0.216 of each size.
    const baseline = (word: PdfWord | undefined) => (word === undefined ? 0 : word.bottom - 0.216 * sizeOf(word))
    expect(Math.abs(baseline(heading[0]) - baseline(title[0]))).toBeLessThan(1)
    expect((heading[0]?.left ?? 0) / POINTS_PER_MM).toBeCloseTo(page.marginsMm.left, 0)
    expect(one.words.map((word) => word.text).join(' ')).toContain('- Lưu: VT, KC.')
  })

  it('sets the title of the signer in capitals and the name without them', () => {
    const text = one.words.map((word) => word.text).join(' ')
    expect(text).toContain('KT. GIÁM ĐỐC')
    expect(text).toContain('PHÓ GIÁM ĐỐC')
    expect(text).toContain('Nguyễn Thị Hòa')
  })
})
