// Papers made of what offices really type: endless names, hundreds of lines, nothing at all, decomposed letters.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperDocument } from '../../electron/documents/blocks'
import { buildAgencyContract } from '../../electron/documents/forms/agencyContract'
import { buildBaseAppraisalSheet } from '../../electron/documents/forms/baseAppraisalSheet'
import { buildBeneficiaryAppraisalSheet } from '../../electron/documents/forms/beneficiaryAppraisalSheet'
import { buildBudgetEstimate } from '../../electron/documents/forms/budgetEstimate'
import { buildProjectProposal } from '../../electron/documents/forms/projectProposal'
import { renderPdf } from '../../electron/documents/pdf'
import { noAmounts, sumAmounts } from '../../shared/domain/money'
import { type PdfPage, pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { expectReadable } from './paperText'
import { appraisal, beneficiaryAppraisal, contract, estimate, project, proposal } from './samples'

const createdAt = new Date(0)
const pagesOf = async (document: PaperDocument) => pdfPages(await renderPdf(document, { createdAt }))
const textOf = (pages: readonly PdfPage[]) => pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')

const longName = `Công ty Trách nhiệm hữu hạn Một thành viên ${'Sản xuất, Chế biến và Xuất khẩu Nông lâm sản '.repeat(12)}Bắc Kạn`
const lines = Array.from({ length: 200 }, (_, index) => ({
  content: `Máy sấy nông sản số ${index + 1} ${'công suất lớn, tiết kiệm năng lượng '.repeat(index % 7)}`,
  unit: 'máy',
  quantityThousandths: 1500 + index,
  unitPrice: 999_999_999,
  amounts: { national: 300_000_000, local: 0, counterpart: 1_199_999_999 - 300_000_000, other: 0 },
  note: index % 5 === 0 ? 'Báo giá của nhà cung cấp' : '',
}))

describe.skipIf(!hasTool('pdftotext'))('rough data', () => {
  it('a budget of 200 lines repeats its header on every page and breaks no row', async () => {
    const document = buildAgencyContract({
      ...contract,
      project: { ...project, budget: lines, amounts: sumAmounts(lines.map((line) => line.amounts)) },
    })
    const pages = await pagesOf(document)
    expectReadable(pages)
    const budget = pages.filter(({ width, height }) => width > height).slice(0, -1)
    expect(budget.length).toBeGreaterThan(8)
    for (const { words } of budget) expect(words.map((word) => word.text).join(' ')).toContain('Nội dung chi')
    // The annex counts its own pages, and does not show the first.
    expect(budget.map(({ words }) => words.filter((word) => word.bottom < 56).map((word) => word.text))).toEqual([
      [],
      ...budget.slice(1).map((_, index) => [String(index + 2)]),
    ])
    const seen = new Set(budget.flatMap(({ words }) => words.map((word) => word.text)))
    expect(seen.has('1,699')).toBe(true)
    for (const { words } of budget) {
      const amounts = words.filter((word) => word.text === '999.999.999')
      expect(new Set(amounts.map((word) => Math.round(word.right))).size).toBeLessThanOrEqual(1)
    }
  })

  it('an estimate of 200 lines keeps its columns in line over its pages, the sum on the last', async () => {
    const amounts = sumAmounts(lines.map((line) => line.amounts))
    const long = { ...project, budget: lines, amounts, split: null }
    const pages = await pagesOf(buildBudgetEstimate({ ...estimate, project: long }))
    expectReadable(pages)
    expect(pages.length).toBeGreaterThan(8)
    for (const { words, width, height } of pages) {
      expect(width).toBeGreaterThan(height)
      expect(words.map((word) => word.text).join(' ')).toContain('Nội dung chi')
      const prices = words.filter((word) => word.text === '999.999.999')
      expect(new Set(prices.map((word) => Math.round(word.right))).size).toBeLessThanOrEqual(1)
    }
    expect(pages.map(({ words }) => words.filter((word) => word.bottom < 56).map((word) => word.text))).toEqual([
      [],
      ...pages.slice(1).map((_, index) => [String(index + 2)]),
    ])
    const ordinals = pages.flatMap(({ words }) =>
      words.filter((word) => word.left < 105 && /^\d+$/.test(word.text)).sort((a, b) => a.top - b.top),
    )
    expect(ordinals.map((word) => Number(word.text))).toEqual(lines.map((_, index) => index + 1))
    for (const sum of ['239.999.999.800', '60.000.000.000', '179.999.999.800'])
      expect(
        textOf(pages.slice(-1))
          .split(' ')
          .filter((text) => text === sum),
      ).toHaveLength(1)
    expect(textOf(pages.slice(-1))).toContain('GIÁM ĐỐC')
  })

  it('endless names stay on the paper', async () => {
    const beneficiaries = Array.from({ length: 30 }, (_, index) => ({
      name: `${longName} ${index + 1}`,
      address: longName,
      taxCode: '4700000001-001',
      representative: 'Nguyễn Hoàng Thị Phương Uyên Quỳnh Anh',
      shareBasisPoints: null,
      support: null,
    }))
    const rough = {
      ...project,
      name: longName,
      beneficiaries,
      places: Array.from({ length: 40 }, () => longName),
      cooperatingUnits: longName,
      summary: longName.repeat(10),
    }
    for (const document of [
      buildAgencyContract({ ...contract, partyA: { ...contract.partyA, name: longName }, project: rough }),
      buildBaseAppraisalSheet({ ...appraisal, department: longName, project: rough }),
      buildProjectProposal({ ...proposal, unit: { ...proposal.unit, name: longName }, project: rough }),
      buildBudgetEstimate({ ...estimate, unit: longName, project: rough }),
      buildBeneficiaryAppraisalSheet({
        ...beneficiaryAppraisal,
        project: rough,
        profiles: beneficiaryAppraisal.profiles.map((one) => ({ ...one, name: longName, industry: longName })),
      }),
    ]) {
      const pages = await pagesOf(document)
      expectReadable(pages)
      expect(textOf(pages)).toContain('Nông lâm sản Bắc Kạn')
    }
  })

  it('a cell longer than a page is divided, not lost', async () => {
    const tall = `${'Ý kiến rất dài của thành viên hội đồng thẩm định. '.repeat(220)}Hết ý kiến.`
    const pages = await pagesOf(
      buildBaseAppraisalSheet({
        ...appraisal,
        opinions: { ...appraisal.opinions, purpose: { met: true, opinion: tall } },
      }),
    )
    expectReadable(pages)
    expect(textOf(pages).match(/thành viên/g)?.length).toBe(220)
    expect(textOf(pages)).toContain('Hết ý')
  })

  it('a word without spaces is broken rather than run off the paper', async () => {
    const endless = 'https://khuyencong.example.vn/'.repeat(12)
    const pages = await pagesOf(
      buildAgencyContract({
        ...contract,
        project: {
          ...project,
          name: endless,
          places: [endless],
          summary: endless,
          beneficiaries: [
            {
              name: endless,
              address: endless,
              taxCode: endless,
              representative: endless,
              shareBasisPoints: null,
              support: 1,
            },
          ],
        },
      }),
    )
    expectReadable(pages)
  })

  it('missing facts print dotted lines, never an empty label', async () => {
    const nothing = {
      ...project,
      implementingUnit: null,
      cooperatingUnits: null,
      beneficiaries: [],
      places: [],
      startMonth: null,
      endMonth: null,
      summary: '',
      objective: '',
      schedule: '',
      outputs: [],
      budget: [],
      amounts: noAmounts,
    }
    const terms = {
      firstAdvancePercent: null,
      firstAdvanceCondition: null,
      monthlyReportBeforeDay: null,
      settlementWithinDays: null,
      liquidationBy: null,
      copies: null,
      copiesEach: null,
    }
    for (const document of [
      buildAgencyContract({
        ...contract,
        number: null,
        place: null,
        date: null,
        assignment: { number: null, date: null, issuer: 'Bộ trưởng Bộ Công Thương' },
        project: nothing,
        terms,
      }),
      buildBaseAppraisalSheet({
        ...appraisal,
        number: null,
        place: null,
        date: null,
        project: nothing,
        proposed: null,
        conclusion: null,
        appraiser: null,
      }),
      buildProjectProposal({
        ...proposal,
        number: null,
        place: null,
        date: null,
        project: nothing,
        necessity: '',
        scale: '',
        organisation: '',
        effect: '',
      }),
      buildBudgetEstimate({ ...estimate, place: null, date: null, project: nothing }),
      buildBeneficiaryAppraisalSheet({
        ...beneficiaryAppraisal,
        number: null,
        date: null,
        project: nothing,
        proposed: null,
        profiles: [],
      }),
    ]) {
      const pages = await pagesOf(document)
      expectReadable(pages)
      const text = textOf(pages)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/)
      expect(text).toContain('………')
      expect(text).toContain('ngày ...... tháng ...... năm ..........')
      for (const label of ['thụ hưởng:', 'thực hiện:', 'Mở tại:', 'Mã số thuế:'])
        for (const match of text.matchAll(new RegExp(`${label} (\\S+)`, 'gu'))) expect(match[1]).not.toMatch(/:$/)
    }
  })

  it('any text at all gives a readable paper', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(text, text, async (one, two) => {
        const pages = await pagesOf(
          buildBaseAppraisalSheet({
            ...appraisal,
            recommendation: one,
            project: { ...project, name: one, summary: two, places: [one, two] },
          }),
        )
        expectReadable(pages)
      }),
      { numRuns: 25 },
    )
  })
})
