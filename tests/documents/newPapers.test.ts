// The papers of changes and of carrying out: each whole on its pages, in the fonts of the decree, the same in Word, with room
// to write where a fact is missing.
import { beforeAll, describe, expect, it } from 'vitest'
import type { PaperDocument } from '../../electron/documents/blocks'
import { renderDocx } from '../../electron/documents/docx'
import { buildAcceptanceMinutes } from '../../electron/documents/forms/acceptanceMinutes'
import { buildBeneficiaryContract } from '../../electron/documents/forms/beneficiaryContract'
import { buildChangeDecision } from '../../electron/documents/forms/changeDecision'
import { buildChangeLetter } from '../../electron/documents/forms/changeLetters'
import { buildCompletedVolume } from '../../electron/documents/forms/completedVolume'
import { buildLiquidationMinutes } from '../../electron/documents/forms/liquidationMinutes'
import { buildProgressReport } from '../../electron/documents/forms/progressReport'
import { buildSettlementDetail } from '../../electron/documents/forms/settlementForms'
import { renderPdf } from '../../electron/documents/pdf'
import { POINTS_PER_MM, page } from '../../electron/documents/style'
import { noAmounts } from '../../shared/domain/money'
import { convertWithLibreOffice, type PdfPage, pdfPages } from '../support/libreOffice'
import { bareText, pdfFonts } from '../support/pdfInside'
import { hasTool } from '../support/tools'
import { allPapers } from './allPapers'
import { changeDecision, changeLetter, widerChange } from './changeSamples'
import {
  acceptance5a,
  beneficiaryContract,
  completedVolume,
  liquidation,
  progressReport,
  settlementDetail,
} from './executionSamples'
import { expectReadable, paragraphsOf, without } from './paperText'

const createdAt = new Date('2027-01-05T00:00:00Z')
const top = page.marginsMm.top * POINTS_PER_MM - 2
const textOf = (pages: readonly PdfPage[]) => pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
/** The words of the line in which a word stands first, from left to right. */
function lineOf(pages: readonly PdfPage[], first: string): string {
  const words = pages.flatMap((one) => one.words)
  const at = words.find((word) => word.text === first)
  return words
    .filter((word) => at !== undefined && Math.abs(word.top - at.top) < 2)
    .sort((a, b) => a.left - b.left)
    .map((word) => word.text)
    .join(' ')
}
const pagesOf = async (document: PaperDocument) => pdfPages(await renderPdf(document, { createdAt }))

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext') || !hasTool('pdffonts'))(
  'papers of changes and of carrying out',
  () => {
    let docx: Uint8Array[] = []
    let printed: Uint8Array[] = []
    const pdf: Uint8Array[] = []

    beforeAll(async () => {
      docx = await Promise.all(allPapers.map(({ document }) => renderDocx(document, { createdAt })))
      printed = convertWithLibreOffice(docx, 'docx', 'pdf')
      for (const { document } of allPapers) pdf.push(await renderPdf(document, { createdAt }))
    }, 120_000)

    it.each(allPapers.map(({ name }, index) => ({ name, index })))(
      'says as DOCX what it says as PDF: $name',
      async ({ index }) => {
        const [own, word, file] = [pdf[index], printed[index], docx[index]]
        if (own === undefined || word === undefined || file === undefined) throw new Error('no such paper')
        const paragraphs = await paragraphsOf(file)
        expect(paragraphs.length).toBeGreaterThan(15)
        for (const text of [bareText(own, top), bareText(word, top).replace(/[☐☑]/gu, '')]) {
          expect(text).not.toMatch(/undefined|null|NaN|\[object/)
          const headers = allPapers[index]?.document.blocks.flatMap((block) =>
            block.kind === 'table' ? block.header.flat().map((cell) => cell.text.replace(/\s+/gu, '')) : [],
          )
          let rest = without(text, paragraphs)
          // Only the header of a table that goes on over the page stands on paper more often than in the file.
          for (const header of [...(headers ?? [])].sort((a, b) => b.length - a.length)) rest = rest.replace(header, '')
          expect(rest).toBe('')
        }
      },
    )

    it.each(allPapers.map(({ name }, index) => ({ name, index })))(
      'stands within its margins, nothing over anything: $name',
      ({ index }) => {
        const own = pdf[index]
        if (own === undefined) throw new Error('no such paper')
        const pages = pdfPages(own)
        expectReadable(pages)
        for (const { words, width, height } of pages)
          for (const word of words) {
            expect(word.left / POINTS_PER_MM).toBeGreaterThanOrEqual(page.marginsMm.left - 0.1)
            expect((width - word.right) / POINTS_PER_MM).toBeGreaterThanOrEqual(page.marginsMm.right - 0.1)
            expect((height - word.bottom) / POINTS_PER_MM).toBeGreaterThanOrEqual(page.marginsMm.bottom - 0.1)
          }
        for (const font of pdfFonts(own)) expect(font).toMatchObject({ embedded: true, subset: true })
        for (const font of pdfFonts(own)) expect(font.name).toMatch(/^[A-Z]{6}\+Tinos/)
      },
    )

    it('leaves no heading alone at the foot of a page', async () => {
      // However much stands above it, the heading of the table comes with the first row of the table.
      for (let lines = 1; lines <= 24; lines += 1) {
        const reason = Array.from({ length: lines }, (_, index) => `Lý do thứ ${index + 1} của việc điều chỉnh.`).join(
          '\n',
        )
        const [project] = changeLetter.change.projects
        if (project === undefined) throw new Error('the sample changes a đề án')
        const pages = await pagesOf(
          buildChangeLetter({
            ...changeLetter,
            change: { ...changeLetter.change, projects: [{ ...project, reason }] },
          }),
        )
        const texts = pages.map((one) => textOf([one]))
        const at = texts.findIndex((text) => text.includes('3. Nội dung đề nghị'))
        expect(texts[at], `${lines} lines of reasons`).toContain('Chỉ tiêu')
        expect(texts[at]).toContain('Đơn vị thụ hưởng')
      }
    })

    it('counts sums and differences from its rows, and says none where a part is missing', async () => {
      const sums = async (data: typeof settlementDetail) => lineOf(await pagesOf(buildSettlementDetail(data)), 'Tổng')
      const settled = settlementDetail.lines.map((line) => ({ ...line, accepted: line.proposed }))
      expect(await sums({ ...settlementDetail, lines: settled })).toBe(
        'Tổng cộng 500.000.000 496.250.000 496.250.000 -3.750.000',
      )
      expect(await sums(settlementDetail)).toBe('Tổng cộng 500.000.000 496.250.000 ……… -3.750.000')
      const open = textOf(await pagesOf(buildSettlementDetail(settlementDetail)))
      expect(open).toContain('Bốn trăm chín mươi sáu triệu hai trăm năm mươi nghìn đồng')
    })

    it.each([
      {
        settled: 500_000_000,
        paid: 350_000_000,
        recovered: 0,
        says: 'Bên A còn phải thanh toán cho Bên B: 150.000.000 đồng',
      },
      { settled: 300_000_000, paid: 350_000_000, recovered: 0, says: 'Bên B phải hoàn trả Bên A: 50.000.000 đồng' },
      { settled: 300_000_000, paid: 350_000_000, recovered: 50_000_000, says: 'không bên nào còn nợ bên nào' },
    ])('says who owes whom when a contract is closed: $says', async ({ says, ...money }) => {
      const minutes = buildLiquidationMinutes({ ...liquidation, money: { contracted: 500_000_000, ...money } })
      expect(textOf(await pagesOf(minutes))).toContain(says)
    })

    it('puts several đề án into one letter, each under its numeral, and says what a stopped one gives back', async () => {
      const text = textOf(await pagesOf(buildChangeLetter({ ...changeLetter, change: widerChange })))
      expect(text).toContain('V/v đề nghị điều chỉnh, ngừng thực hiện đề án')
      expect(text).toMatch(/I\. Đề án “Hỗ trợ ứng dụng.*II\. Đề án “Hỗ trợ xây dựng/)
      expect(text).toContain('Kinh phí đã tạm ứng phải thu hồi: 90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng)')
    })

    it('is a draft until the decision bears a number', async () => {
      expect(textOf(await pagesOf(buildChangeDecision(changeDecision)))).toContain('DỰ THẢO')
      const numbered = { ...changeDecision, head: { ...changeDecision.head, number: '1201/QĐ-BCT' } }
      expect(textOf(await pagesOf(buildChangeDecision(numbered)))).not.toContain('DỰ THẢO')
    })

    it('prints dotted lines for what is not known, never a word of the machine', async () => {
      const empty: PaperDocument[] = [
        buildAcceptanceMinutes({
          ...acceptance5a,
          contract: null,
          beneficiary: null,
          meeting: { date: null, place: null },
          parties: [],
          papers: [],
          outputs: [],
          machines: [],
          cost: { planned: noAmounts, done: null },
          finishedOn: null,
          quality: '',
          passed: null,
          recommendation: '',
        }),
        buildProgressReport({ ...progressReport, month: null, contracts: [] }),
        buildCompletedVolume({ ...completedVolume, contract: null, lines: [] }),
        buildBeneficiaryContract({
          ...beneficiaryContract,
          approvedBy: null,
          agencyContract: null,
          place: null,
          content: '',
          machines: [],
          investment: null,
          startsOn: null,
          endsOn: null,
          keptYears: null,
          copies: null,
          copiesEach: null,
        }),
        buildSettlementDetail({ ...settlementDetail, contract: null, lines: [], accountant: null }),
      ]
      for (const document of empty) {
        const pages = await pagesOf(document)
        expectReadable(pages)
        expect(textOf(pages)).not.toMatch(/undefined|null|NaN|\[object/)
        expect(textOf(pages)).toContain('…')
      }
    })
  },
)
