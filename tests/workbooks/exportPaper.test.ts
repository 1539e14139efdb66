// The same plan as a paper: what the PDF prints is what the workbook holds.
import { describe, expect, test } from 'vitest'
import { renderPdf } from '../../electron/documents/pdf'
import { localPlanSheet, nationalPlanSheet, yearSummarySheet } from '../../electron/workbooks/annualPlanSheet'
import { evaluate, valueText } from '../../electron/workbooks/evaluate'
import type { Sheet } from '../../electron/workbooks/sheet'
import { sheetToPaper } from '../../electron/workbooks/sheetToPaper'
import { pdfPages } from '../support/libreOffice'
import { largePlan, local2022, national2022, planOptions } from '../support/plan2022'
import { hasTool } from '../support/tools'

const sheets: readonly (readonly [string, Sheet, number])[] = [
  ['national, alone', nationalPlanSheet(national2022, { ...planOptions, attachedTo: '' }) as Sheet, 1],
  ['local', localPlanSheet(local2022, planOptions) as Sheet, 2],
  ['both on one sheet', yearSummarySheet([national2022, local2022], 2022, planOptions) as Sheet, 2],
  ['national, long', nationalPlanSheet(largePlan(60), planOptions) as Sheet, 11],
]

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The words of the table itself, from the evaluated lines. */
function tableWords(sheet: Sheet): string[] {
  const { lines, words, moneyDecimals } = evaluate(sheet)
  const texts = lines.flatMap((line) => [
    line.mark,
    line.heading,
    ...line.cells.map((cell) => (cell === null ? '' : valueText(cell.value, sheet.unit, moneyDecimals))),
  ])
  return [...texts, ...words].flatMap((text) => text.split(/\s+/)).filter((word) => word !== '')
}

describe.skipIf(!hasTool('pdftotext'))('the plan as a paper', () => {
  test.each(sheets)('%s: every word and figure of the table stands on an A4 page across', async (_, sheet, pages) => {
    const paper = pdfPages(await renderPdf(sheetToPaper(sheet), { createdAt: new Date(0) }))
    expect(paper.length).toBe(pages)
    for (const page of paper) {
      expect(page.width).toBeCloseTo(841.9, 0)
      expect(page.height).toBeCloseTo(595.3, 0)
      for (const word of page.words) expect(word.right).toBeLessThanOrEqual(page.width - 30)
    }
    const printed = counted(paper.flatMap((page) => page.words.map((word) => word.text)))
    const missing = [...counted(tableWords(sheet))].filter(([word, count]) => (printed.get(word) ?? 0) < count)
    expect(missing).toEqual([])
    for (const page of paper.filter((one) => one.words.length > 40))
      expect(page.words.map((word) => word.text).join(' ')).toContain('TT')
  })

  test('names who signs, over whom, and says in words what the State gives and what all costs', async () => {
    const sheet = nationalPlanSheet(national2022, {
      ...planOptions,
      attachedTo: '',
      signatures: [{ titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Nguyễn Văn Bình' }],
    }) as Sheet
    const [page] = pdfPages(await renderPdf(sheetToPaper(sheet), { createdAt: new Date(0) }))
    const text = page?.words.map((word) => word.text).join(' ') ?? ''
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('Bắc Kạn, ngày 05 tháng 01 năm 2022')
    expect(text).toContain('Bằng chữ (kinh phí khuyến công quốc gia hỗ trợ): Bảy trăm triệu đồng.')
    expect(text).toContain('Bằng chữ (tổng kinh phí): Một tỷ sáu trăm hai mươi triệu đồng.')
    expect(text).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn Bình')
  })

  test('a table that goes with another paper says so instead of carrying the national title', async () => {
    const [page] = pdfPages(await renderPdf(sheetToPaper(sheets[1]?.[1] as Sheet), { createdAt: new Date(0) }))
    const text = page?.words.map((word) => word.text).join(' ') ?? ''
    expect(text).toContain('(Kèm theo Báo cáo 6 tháng đầu năm 2022)')
    expect(text).not.toContain('CỘNG HÒA')
  })
})
