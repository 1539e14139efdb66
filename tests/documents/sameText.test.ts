// A paper says the same as PDF and as DOCX, and a real word processor opens the DOCX and prints that text.
import jsZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PaperDocument } from '../../electron/documents/blocks'
import { renderDocx } from '../../electron/documents/docx'
import { buildAgencyContract } from '../../electron/documents/forms/agencyContract'
import { buildBaseAppraisalSheet } from '../../electron/documents/forms/baseAppraisalSheet'
import { buildBeneficiaryAppraisalSheet } from '../../electron/documents/forms/beneficiaryAppraisalSheet'
import { buildBudgetEstimate } from '../../electron/documents/forms/budgetEstimate'
import { buildProjectProposal } from '../../electron/documents/forms/projectProposal'
import { renderPdf } from '../../electron/documents/pdf'
import { POINTS_PER_MM, page } from '../../electron/documents/style'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { bareText } from '../support/pdfInside'
import { hasTool } from '../support/tools'
import { paragraphsOf, without } from './paperText'
import { appraisal, beneficiaryAppraisal, contract, estimate, proposal } from './samples'

const createdAt = new Date('2027-01-05T00:00:00Z')
const top = page.marginsMm.top * POINTS_PER_MM - 2

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('a paper as DOCX', () => {
  const papers: readonly { name: string; document: PaperDocument; repeatedHeader: readonly string[] }[] = [
    {
      name: 'base appraisal sheet',
      document: buildBaseAppraisalSheet(appraisal),
      repeatedHeader: ['TT', 'Nộidungthẩmđịnh', 'Đạt', 'Khôngđạt', 'Ýkiếnthẩmđịnh'],
    },
    { name: 'agency contract', document: buildAgencyContract(contract), repeatedHeader: [] },
    {
      name: 'agency contract typed in decomposed letters',
      document: buildAgencyContract({
        ...contract,
        project: { ...contract.project, name: contract.project.name.normalize('NFD') },
      }),
      repeatedHeader: [],
    },
    { name: 'đề án', document: buildProjectProposal(proposal), repeatedHeader: [] },
    {
      name: 'appraisal sheet by beneficiary',
      document: buildBeneficiaryAppraisalSheet(beneficiaryAppraisal),
      repeatedHeader: ['TT', 'Nguồnkinhphí', 'Đơnvịđềnghị', 'Kếtquảthẩmđịnh'],
    },
    {
      name: 'estimate',
      document: buildBudgetEstimate(estimate),
      repeatedHeader: [
        'TT',
        'Đơnvịthụhưởng',
        'Kinhphíkhuyếncôngquốcgia',
        'Đốiứngcủađơnvịthụhưởng',
        'Nguồnkhác',
        'Cộng',
      ],
    },
  ]
  let docx: Uint8Array[] = []
  let printed: Uint8Array[] = []

  beforeAll(async () => {
    docx = await Promise.all(papers.map(({ document }) => renderDocx(document, { createdAt })))
    printed = convertWithLibreOffice(docx, 'docx', 'pdf')
  })

  it.each(papers.map(({ name }, index) => ({ name, index })))('says what the PDF says: $name', async ({ index }) => {
    const paper = papers[index]
    const file = docx[index]
    const converted = printed[index]
    if (paper === undefined || file === undefined || converted === undefined) throw new Error('no such paper')
    const paragraphs = await paragraphsOf(file)
    expect(paragraphs.length).toBeGreaterThan(30)
    const pdf = bareText(await renderPdf(paper.document, { createdAt }), top)
    expect(pdf).toBe(pdf.normalize('NFC'))
    expect(paragraphs.join('')).toBe(paragraphs.join('').normalize('NFC'))
    for (const text of [pdf, bareText(converted, top).replace(/[☐☑]/gu, '')]) {
      const rest = without(text, paragraphs)
      // Only the header of a table that goes on over the page stands on paper more often than in the file.
      expect(rest === '' ? '' : without(rest, paper.repeatedHeader)).toBe('')
    }
  })

  it('is the same bytes for the same paper', async () => {
    const [paper] = papers
    const [first] = docx
    if (paper === undefined || first === undefined) throw new Error('no paper')
    expect(Buffer.compare(first, await renderDocx(paper.document, { createdAt }))).toBe(0)
  })

  it('has the page, the margins and the page numbers of the PDF', () => {
    const pages = pdfPages(printed[1] ?? new Uint8Array())
    expect(pages.length).toBeGreaterThanOrEqual(6)
    const numbers = pages.map(({ words }) => words.filter((word) => word.bottom < top).map((word) => word.text))
    const annex = pages.findIndex(({ width, height }) => width > height)
    expect(annex).toBeGreaterThan(2)
    expect(numbers.slice(0, annex)).toEqual([
      [],
      ...Array.from({ length: annex - 1 }, (_, index) => [String(index + 2)]),
    ])
    expect(numbers.slice(annex)).toEqual(pages.slice(annex).map(() => []))
    const words = pages[1]?.words.filter((word) => word.bottom > top) ?? []
    expect(Math.min(...words.map((word) => word.left)) / POINTS_PER_MM).toBeCloseTo(page.marginsMm.left, 0)
    expect((595.28 - Math.max(...words.map((word) => word.right))) / POINTS_PER_MM).toBeGreaterThanOrEqual(
      page.marginsMm.right - 0.5,
    )
  })

  it('keeps the national title on one line beside the issuer', () => {
    const [first] = pdfPages(printed[1] ?? new Uint8Array())
    const title = first?.words.filter((word) => ['CỘNG', 'HÒA', 'CHỦ', 'NGHĨA', 'NAM'].includes(word.text)) ?? []
    expect(title.length).toBeGreaterThanOrEqual(5)
    expect(new Set(title.map((word) => word.top)).size).toBe(1)
  })

  it('is built of Word’s own parts: repeated headers, unbroken rows, a different first page', async () => {
    const zip = await jsZip.loadAsync(docx[1] ?? new Uint8Array())
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    expect(xml).toContain('<w:tblHeader')
    expect(xml).toContain('<w:cantSplit')
    expect(xml.match(/<w:titlePg/g)).toHaveLength(3)
    expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(3)
    const styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
    expect(styles).toContain('w:ascii="Times New Roman"')
  })
})
