// The papers of a year's plan: finished PDF and DOCX through the program, over the sample plan of Bắc Kạn.
import { describe, expect, it } from 'vitest'
import { allowedSizePt, POINTS_PER_MM, page } from '../../electron/documents/style'
import { fundingSources } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { moneyInWords } from '../../shared/vietnamese/words'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { type OpenProgram, openPrograms } from '../support/openProgram'
import { pdfFonts } from '../support/pdfInside'
import { hasTool } from '../support/tools'

const newProgram = openPrograms()
const year = 2022
const papers = [
  { form: 'local-plan', programme: 'local', name: 'KẾ HOẠCH Khuyến công địa phương năm 2022' },
  { form: 'local-plan-submission', programme: 'local', name: 'TỜ TRÌNH Về việc phê duyệt Kế hoạch' },
  { form: 'registration-letter', programme: 'national', name: 'đăng ký kế hoạch khuyến công quốc gia năm 2022' },
] as const

async function make(
  { ask }: OpenProgram,
  form: string,
  programme: Programme,
  format: 'pdf' | 'docx',
  options: object = {},
): Promise<Uint8Array> {
  const { base64 } = await ask('documents.renderPlan', { form, year, programme, format, options })
  return Buffer.from(base64, 'base64')
}

const textOf = (pdf: Uint8Array) =>
  pdfPages(pdf)
    .flatMap(({ words }) => words.map((word) => word.text))
    .join(' ')

/** Added up from the budget lines of each đề án on record, apart from the plan's own sums. */
async function moneyOnRecord({ ask }: OpenProgram, programme: Programme) {
  const { items } = await ask('plans.get', { year, programme, basis: 'current' })
  const lines: Record<string, number>[] = []
  for (const { projectId } of items)
    for (const { amounts } of (await ask('projects.get', { id: projectId })).content.budget) lines.push(amounts)
  const of = (source: string) => lines.reduce((sum, amounts) => sum + (amounts[source] ?? 0), 0)
  return { items, own: of(programme), total: fundingSources.reduce((sum, source) => sum + of(source), 0) }
}

describe.skipIf(!hasTool('pdftotext') || !hasTool('pdffonts') || !hasTool('soffice'))('a paper of a plan', () => {
  it.each(papers)('$form says the sums of its đề án, and lists each, as PDF and as DOCX', async (paper) => {
    const program = await newProgram('sample')
    const { items, own, total } = await moneyOnRecord(program, paper.programme)
    expect([items.length > 1, own > 0, total > own]).toEqual([true, true, true])
    const options = { date: '2021-12-10', number: '15/SCT-KC' }
    const pdf = await make(program, paper.form, paper.programme, 'pdf', options)
    const docx = await make(program, paper.form, paper.programme, 'docx', options)
    const [fromWord] = convertWithLibreOffice([docx], 'docx', 'pdf')
    for (const text of [textOf(pdf), textOf(fromWord ?? new Uint8Array())]) {
      expect(text).toContain(paper.name)
      expect(text).toContain('Số: 15/SCT-KC')
      expect(text).toContain('ngày 10 tháng 12 năm 2021')
      // The local plan has "05 cơ sở CNNT" among its units: their number is not known, so none is stated.
      expect(text).toContain(`${items.length} đề án`)
      if (paper.programme === 'national') expect(text).toContain(`${items.length} đề án, hỗ trợ 3 đơn vị thụ hưởng`)
      else expect(text).not.toMatch(/đề án, hỗ trợ \d+ đơn vị/)
      expect(text).toContain(
        `Tổng kinh phí thực hiện: ${formatInteger(total)} đồng (Bằng chữ: ${moneyInWords(total)}), trong đó:`,
      )
      expect(text).toContain(`: ${formatInteger(own)} đồng;`)
      expect(text).toContain(
        `DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ${paper.programme === 'local' ? 'ĐỊA PHƯƠNG' : 'QUỐC GIA'} NĂM ${year}`,
      )
      expect(text).toContain('45/2012/NĐ-CP')
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    }
    const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '')
    const onPaper = new Set(words(textOf(pdf)))
    const inWord = new Set(words(textOf(fromWord ?? new Uint8Array())))
    for (const { name } of items)
      for (const word of words(name)) expect([word, onPaper.has(word), inWord.has(word)]).toEqual([word, true, true])
  })

  it.each(papers)('$form keeps the letterhead, margins and fonts of Decree 30', async ({ form, programme }) => {
    const program = await newProgram('sample')
    const pdf = await make(program, form, programme, 'pdf')
    const pages = pdfPages(pdf)
    const [first] = pages
    if (first === undefined) throw new Error('no page')
    expect(first.width).toBeLessThan(first.height)
    const last = pages.at(-1)
    expect((last?.width ?? 0) > (last?.height ?? 0)).toBe(true)
    for (const { words, width, height } of pages)
      for (const word of words) {
        const isPageNumber = /^\d+$/.test(word.text) && word.bottom < page.marginsMm.top * POINTS_PER_MM
        const sides = width < height ? page.marginsMm : { ...page.marginsMm, left: page.marginsMm.bottom }
        expect(word.left).toBeGreaterThanOrEqual(Math.min(sides.left, page.marginsMm.left) * POINTS_PER_MM - 0.5)
        expect(width - word.right).toBeGreaterThanOrEqual(page.marginsMm.right * POINTS_PER_MM - 0.5)
        expect(height - word.bottom).toBeGreaterThanOrEqual(page.marginsMm.bottom * POINTS_PER_MM - 0.5)
        if (!isPageNumber) expect(word.top).toBeGreaterThanOrEqual(page.marginsMm.top * POINTS_PER_MM - 0.5)
      }
    const title = first.words.filter((word) => ['CỘNG', 'HÒA', 'CHỦ', 'NGHĨA'].includes(word.text))
    expect(title.length).toBeGreaterThanOrEqual(4)
    expect(new Set(title.map((word) => word.top)).size).toBe(1)
    const [from, to] = allowedSizePt.nationalTitle
    for (const word of title) {
      expect((word.bottom - word.top) / 1.107).toBeGreaterThanOrEqual(from - 0.06)
      expect((word.bottom - word.top) / 1.107).toBeLessThanOrEqual(to + 0.06)
      expect(word.left).toBeGreaterThan(first.width / 2 - 50)
    }
    for (const font of pdfFonts(pdf))
      expect(font).toMatchObject({ name: expect.stringMatching(/^[A-Z]{6}\+Tinos/), embedded: true, subset: true })
    const text = textOf(pdf)
    expect(text).toContain('Nơi nhận:')
    // Nobody's date is put for the clerk's.
    expect(text).toMatch(/ngày \.+ tháng \.+ năm/)
  })

  it('addresses the agency and cites the laws of the date on the letter', async () => {
    const program = await newProgram('sample')
    const letter = async (date: string) =>
      textOf(await make(program, 'registration-letter', 'national', 'pdf', { date }))
    const agencies = {
      '2016-12-10': 'Cục Công nghiệp địa phương',
      '2021-12-10': 'Cục Công Thương địa phương',
      '2026-12-10': 'Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công',
    }
    for (const [date, agency] of Object.entries(agencies)) {
      const text = await letter(date)
      for (const one of Object.values(agencies))
        expect([date, one, text.includes(one)]).toEqual([date, one, one === agency])
    }
    const local = async (date: string) => textOf(await make(program, 'local-plan', 'local', 'pdf', { date }))
    expect(await local('2021-12-10')).toContain('Ủy ban nhân dân cấp huyện, cấp xã')
    expect(await local('2026-12-10')).not.toContain('cấp huyện, cấp xã')
  })

  it('leaves the signer’s name to the office, or writes the one chosen', async () => {
    const program = await newProgram('sample')
    const { office } = await program.ask('office.get', {})
    const signer = office?.signers.find((one) => one.id !== null)
    if (signer === undefined) throw new Error('the sample has no signer')
    const plain = textOf(await make(program, 'local-plan-submission', 'local', 'pdf'))
    const signed = textOf(await make(program, 'local-plan-submission', 'local', 'pdf', { signerId: signer.id }))
    expect([plain.includes(signer.name), signed.includes(signer.name)]).toEqual([false, true])
  })
})

describe('a paper of a plan that cannot be made', () => {
  it('is refused in words: an empty plan, the other programme, an unknown form or signer', async () => {
    const program = await newProgram('sample')
    const refused = (input: object) =>
      program.refusal('documents.renderPlan', { form: 'local-plan', year, programme: 'local', format: 'pdf', ...input })
    expect(await refused({ year: 2031 })).toMatchObject({
      code: 'document.incomplete',
      message: expect.stringMatching(/khuyến công địa phương năm 2031 chưa có đề án nào/),
    })
    expect(await refused({ programme: 'national' })).toMatchObject({
      code: 'call.refused',
      fields: [{ path: 'programme', message: expect.stringMatching(/khuyến công địa phương/) }],
    })
    expect(await refused({ form: 'base-appraisal-4a' })).toMatchObject({ code: 'record.missing' })
    expect(await refused({ options: { signerId: 99_999 } })).toMatchObject({ code: 'record.missing' })
  })

  it('is listed with the programme it is for', async () => {
    const { ask } = await newProgram()
    const listed = (await ask('documents.forms', {})).filter((one) => one.subject === 'plan')
    expect(listed.map(({ id, programme, layout }) => [id, programme, layout])).toEqual(
      [...papers, { form: 'appraisal-report', programme: null }].map(({ form, programme }) => [
        form,
        programme,
        'suggested',
      ]),
    )
  })
})
