// The đề án as a finished paper: its cover, the eight parts, the text as typed, the estimate beside it.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../electron/documents/blocks'
import { renderDocx } from '../../electron/documents/docx'
import { buildBudgetEstimate } from '../../electron/documents/forms/budgetEstimate'
import { textBlocks } from '../../electron/documents/forms/paper'
import { buildProjectProposal } from '../../electron/documents/forms/projectProposal'
import { commonRow, splitBlocks } from '../../electron/documents/forms/splitTable'
import { renderPdf } from '../../electron/documents/pdf'
import { POINTS_PER_MM, page } from '../../electron/documents/style'
import { splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import { convertWithLibreOffice, type PdfPage, type PdfWord, pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { estimate, project, proposal } from './samples'

const createdAt = new Date('2027-01-05T00:00:00Z')
const textOf = (pages: readonly PdfPage[]) => pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
const sizeOf = (word: PdfWord) => (word.bottom - word.top) / 1.107

/** The words of the line on which the first “Tổng cộng” stands, from left to right: columns are not read in order. */
function totalLine(pages: readonly PdfPage[]): string {
  const words = pages.flatMap((one) => one.words)
  const at = words.findIndex((word, index) => word.text === 'Tổng' && words[index + 1]?.text === 'cộng')
  const top = words[at]?.top ?? 0
  const line = words.filter((word) => Math.abs(word.top - top) < 1)
  return line
    .sort((a, b) => a.left - b.left)
    .map((word) => word.text)
    .join(' ')
}

const parts = [
  'I. ĐƠN VỊ THỰC HIỆN, PHỐI HỢP VÀ THỤ HƯỞNG',
  'II. SỰ CẦN THIẾT VÀ CĂN CỨ LẬP ĐỀ ÁN',
  'III. MỤC TIÊU',
  'IV. QUY MÔ',
  'V. NỘI DUNG VÀ TIẾN ĐỘ THỰC HIỆN',
  'VI. DỰ TOÁN KINH PHÍ',
  'VII. TỔ CHỨC THỰC HIỆN',
  'VIII. HIỆU QUẢ CỦA ĐỀ ÁN',
]

describe('text as it was typed', () => {
  it('keeps paragraphs and items, whatever mark an item came with', () => {
    expect(textBlocks('Một.\n\n- hai\n– ba\n* bốn\n+ năm\n-10 độ\n1. Sáu')).toEqual([
      { kind: 'paragraph', text: 'Một.' },
      { kind: 'bullets', items: ['hai'] },
      { kind: 'bullets', items: ['ba'] },
      { kind: 'bullets', items: ['bốn'] },
      { kind: 'paragraph', text: '+ năm' },
      { kind: 'paragraph', text: '-10 độ' },
      { kind: 'paragraph', text: '1. Sáu' },
    ])
  })

  it('leaves room to write where nothing was typed', () => {
    const [line] = textBlocks(' \n ')
    expect(line).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/^…+$/) })
  })
})

describe.skipIf(!hasTool('pdftotext') || !hasTool('soffice'))('the đề án', () => {
  let asPdf: PdfPage[]
  let asWord: PdfPage[]

  beforeAll(async () => {
    const document = buildProjectProposal(proposal)
    asPdf = pdfPages(await renderPdf(document, { createdAt }))
    const [converted] = convertWithLibreOffice([await renderDocx(document, { createdAt })], 'docx', 'pdf')
    asWord = pdfPages(converted ?? new Uint8Array())
  })

  it('has a cover of one page, with who issues at the top and place and year at the foot', () => {
    for (const pages of [asPdf, asWord]) {
      const [cover, second] = pages
      if (cover === undefined || second === undefined) throw new Error('no cover')
      expect(textOf([cover])).toBe(
        'SỞ CÔNG THƯƠNG TỈNH BẮC KẠN TRUNG TÂM KHUYẾN CÔNG VÀ XÚC TIẾN THƯƠNG MẠI TỈNH BẮC KẠN ĐỀ ÁN Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất, chế biến nông, lâm sản Chương trình khuyến công quốc gia năm 2022 Bắc Kạn, năm 2022',
      )
      const [first] = cover.words
      const last = cover.words.at(-1)
      const title = cover.words.find((word) => word.text === 'ĐỀ')
      if (first === undefined || last === undefined || title === undefined) throw new Error('no words')
      expect(first.top / POINTS_PER_MM).toBeLessThan(page.marginsMm.top + 5)
      expect(last.bottom / POINTS_PER_MM).toBeGreaterThan(page.heightMm - page.marginsMm.bottom - 25)
      expect(last.bottom / POINTS_PER_MM).toBeLessThan(page.heightMm - page.marginsMm.bottom)
      expect(sizeOf(title)).toBeGreaterThan(20)
      const middle = (page.marginsMm.left + page.widthMm - page.marginsMm.right) / 2
      const line = cover.words.filter((word) => Math.abs(word.top - title.top) < 1)
      expect(((line[0]?.left ?? 0) + (line.at(-1)?.right ?? 0)) / 2 / POINTS_PER_MM).toBeCloseTo(middle, 0)
      // The page after the cover is page 2, and the national title stands there.
      expect(second.words.filter((word) => word.bottom < 56).map((word) => word.text)).toEqual(['2'])
      expect(textOf([second])).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    }
  })

  it('sets the machines with their sum, what is better about them, and the steps with their months', () => {
    for (const pages of [asPdf, asWord]) {
      const text = textOf(pages)
      expect(text).toContain('Máy sấy gỗ 10 m³/mẻ')
      // Once on its line, once as the sum.
      expect(text.split('310.000.000')).toHaveLength(3)
      expect(text).toContain('Đặc điểm vượt trội Máy sấy dùng bơm nhiệt')
      for (const month of ['03/2022', '08/2022']) expect(text).toContain(month)
    }
  })

  it('keeps a cover with an endless name on one page', async () => {
    const name = 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất '.repeat(8).trim()
    const document = buildProjectProposal({ ...proposal, project: { ...project, name } })
    const [converted] = convertWithLibreOffice([await renderDocx(document, { createdAt })], 'docx', 'pdf')
    for (const pages of [pdfPages(await renderPdf(document, { createdAt })), pdfPages(converted ?? new Uint8Array())]) {
      expect(textOf(pages.slice(0, 1))).toMatch(/Bắc Kạn, năm 2022$/)
      expect(textOf(pages.slice(1, 2))).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    }
  })

  it('has the eight parts in the order of the circular, a heading never last on its page', () => {
    for (const pages of [asPdf, asWord]) {
      const text = textOf(pages)
      const at = parts.map((part) => text.indexOf(part))
      expect(at.every((position) => position > 0)).toBe(true)
      expect([...at].sort((a, b) => a - b)).toEqual(at)
      for (const one of pages)
        for (const part of parts) expect(textOf([one]).trimEnd().endsWith(part), part).toBe(false)
    }
  })

  it('sets items of a list one under the other, each with one hyphen', () => {
    for (const pages of [asPdf, asWord]) {
      const items = ['Máy móc cũ,', 'Sản phẩm chưa', 'Tiêu hao nhiều']
      const found = items.map((item) => {
        const words = pages.flatMap((one) => one.words)
        const wanted = item.split(' ')
        const at = words.findIndex((_, index) => wanted.every((text, offset) => words[index + offset]?.text === text))
        expect(words[at - 1]?.text).toBe('-')
        return words[at]
      })
      expect(new Set(found.map((word) => Math.round(word?.left ?? 0))).size).toBe(1)
      expect(new Set(found.map((word) => Math.round(word?.top ?? 0))).size).toBe(3)
    }
  })

  it('says shares, results and sums as they are on record', () => {
    const text = textOf(asPdf)
    expect(text).toContain('60% 300.000.000')
    expect(text).toContain('40% 200.000.000')
    expect(text).toContain('Số cơ sở được hỗ trợ cơ sở 2')
    expect(text).toContain('1.130.000.000 đồng (Bằng chữ: Một tỷ một trăm ba mươi triệu đồng)')
    expect(text).toContain('Từ tháng 3 năm 2022 đến tháng 11 năm 2022.')
    expect(text).toContain('XÁC NHẬN CỦA')
    const annex = asPdf.filter(({ width, height }) => width > height)
    expect(annex).toHaveLength(1)
    expect(textOf(annex)).toContain('Bằng chữ: Một tỷ một trăm ba mươi triệu đồng.')
  })

  it('gives a single beneficiary the whole support where no share was typed', async () => {
    const [first] = project.beneficiaries
    if (first === undefined) throw new Error('no beneficiary')
    const alone = { ...project, beneficiaries: [{ ...first, shareBasisPoints: null, support: null }] }
    const document = buildProjectProposal({ ...proposal, project: alone })
    expect(textOf(pdfPages(await renderPdf(document, { createdAt })))).toContain('100% 500.000.000')
  })
})

describe.skipIf(!hasTool('pdftotext'))('the estimate (Mẫu 1)', () => {
  const pagesOf = async (data: typeof estimate) => pdfPages(await renderPdf(buildBudgetEstimate(data), { createdAt }))

  it('lies on its side, bears no number, and its sums are those of its lines', async () => {
    const pages = await pagesOf({ ...estimate, project: { ...estimate.project, split: null } })
    expect(pages).toHaveLength(1)
    for (const { width, height } of pages) expect(width).toBeGreaterThan(height)
    const text = textOf(pages)
    expect(text).not.toContain('Số:')
    expect(text).toContain('Đơn vị tính: đồng')
    for (const title of ['Nội dung chi', 'Thành tiền', 'Kinh phí khuyến công quốc gia', 'Ghi chú'])
      for (const word of title.split(' ')) expect(text).toContain(word)
    expect(totalLine(pages)).toBe('Tổng cộng 1.130.000.000 500.000.000 630.000.000 0')
    expect(text).toContain('Bằng chữ: Một tỷ một trăm ba mươi triệu đồng.')
    expect(text).not.toContain('địa phương')
  })

  it('does not leave the other programme’s money out of the columns it sums', async () => {
    const both = { ...project, amounts: { ...project.amounts, local: 7_000_001 } }
    const pages = await pagesOf({ ...estimate, project: both })
    expect(totalLine(pages)).toBe('Tổng cộng 1.137.000.001 500.000.000 7.000.001 630.000.000 0')
  })
})

describe('the parts of several units', () => {
  const beneficiary = (name: string) => ({ name, shareBasisPoints: null })
  const [first, second] = project.budget
  if (first === undefined || second === undefined) throw new Error('the sample has two lines')
  const names = project.beneficiaries.map(({ name }) => name)
  const lines = [
    { amounts: first.amounts, beneficiary: names[0] ?? '' },
    { amounts: second.amounts, beneficiary: names[1] ?? '' },
    { amounts: { national: 12_000_000, local: 0, counterpart: 0, other: 0 }, beneficiary: '' },
  ]
  const split = splitByBeneficiary(lines, names.map(beneficiary))
  const cellsOf = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.cells) : []))

  it('are a table under the estimate that makes the totals, with what is nobody’s own on a line of its own', () => {
    const rows = cellsOf(splitBlocks({ ...project, split }, ['national', 'counterpart']))
    expect(rows).toEqual([
      ['1', names[0], '300.000.000', '350.000.000', '650.000.000'],
      ['2', names[1], '200.000.000', '280.000.000', '480.000.000'],
      ['', 'Chi chung của đề án', '12.000.000', '', '12.000.000'],
      [{ text: 'Tổng cộng', colSpan: 2, align: 'center' }, '512.000.000', '630.000.000', '1.142.000.000'],
    ])
    expect(splitBlocks({ ...project, split: null }, ['national'])).toEqual([])
    expect(commonRow({ ...project, split }, 6)).toMatchObject([{ cells: ['', { colSpan: 4 }, '12.000.000'] }])
    expect(commonRow(project, 6)).toEqual([])
  })

  it('names everyone who carries it out, with the part of each', () => {
    const unit = (role: 'implementer' | 'cooperator', name: string, shareBasisPoints: number | null) => ({
      role,
      establishmentId: null,
      name,
      shareBasisPoints,
    })
    const participants = [
      unit('implementer', 'Trung tâm Khuyến công', 7_000),
      unit('implementer', 'Hợp tác xã Tài Hoan', 3_000),
      unit('cooperator', 'Ủy ban nhân dân xã Côn Minh', null),
    ]
    const { blocks } = buildProjectProposal({ ...proposal, project: { ...project, participants } })
    const items = blocks.flatMap((block) => (block.kind === 'bullets' ? block.items : []))
    expect(items).toEqual(
      expect.arrayContaining([
        'Trung tâm Khuyến công (70% khối lượng công việc)',
        'Hợp tác xã Tài Hoan (30% khối lượng công việc)',
        'Ủy ban nhân dân xã Côn Minh',
      ]),
    )
  })
})
