// The review over a real file: published years beside the đề án of the sample, its workbook recalculated by LibreOffice, its
// papers in words, and years that would be counted twice left out.
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { convertWithLibreOffice } from '../support/libreOffice'
import { openPrograms } from '../support/openProgram'
import { hasTool } from '../support/tools'

const open = openPrograms('2022-12-15')
const million = 1_000_000

const published = {
  fromYear: 2012,
  toYear: 2021,
  scope: 'both',
  projects: 214,
  amounts: { national: 5_586 * million, local: 20_718 * million, counterpart: 62_912 * million, other: 0 },
  published: 99_216 * million,
  roundedTo: million,
  source: 'Báo cáo tổng kết',
  note: '',
} as const

describe('sums of published figures', () => {
  it('are judged by a call of their own: rounding apart from a difference', async () => {
    const { ask } = await open()
    const parts = [11_070 * million, 37_730 * million]
    expect(await ask('programmes.checkSum', { parts, total: 48_790 * million, roundedTo: 10 * million })).toMatchObject(
      {
        kind: 'rounding',
        difference: -10 * million,
      },
    )
    expect(await ask('programmes.checkSum', { parts, total: 48_790 * million })).toMatchObject({ kind: 'difference' })
    const saved = await ask('programmes.saveYearTotal', { id: null, rowVersion: null, total: published })
    expect(saved.finding).toContain('chênh lệch 10.000')
    const [stored] = await ask('programmes.yearTotals', {})
    expect(stored).toMatchObject({ total: published, sum: 89_216 * million })
  })
})

describe('the review of several years', () => {
  it('adds published years to the đề án of the file, and tells what it leaves out', async () => {
    const { ask } = await open('sample')
    await ask('programmes.saveYearTotal', { id: null, rowVersion: null, total: published })
    const twice = { ...published, fromYear: 2022, toYear: 2022, source: 'Báo cáo 2022' }
    await ask('programmes.saveYearTotal', { id: null, rowVersion: null, total: twice })
    const review = await ask('reports.review', { from: 2012, to: 2022 })
    expect(review.sentences[0]).toContain(
      'toàn tỉnh có 224 đề án khuyến công; tổng kinh phí thực hiện 89.216 triệu đồng',
    )
    expect(review.findings.map(({ kind }) => kind).sort()).toEqual(['difference', 'overlap'])
    expect(review.findings.find(({ kind }) => kind === 'overlap')?.words).toContain('năm 2022 đã có đề án')
    const programme = review.sections.find(({ key }) => key === 'programme')
    // The plan of the sample: 700 + 496 triệu and what beneficiaries add.
    expect(programme?.lines.find(({ kind }) => kind === 'total')?.cells).toMatchObject({
      projects: 224,
      plan: 2_396_500_000,
      total: 89_216 * million,
    })
  })

  it('draws the year from the same facts', async () => {
    const { ask } = await open('sample')
    const { sources, contents, communes, months, stages } = await ask('reports.pictures', { year: 2022 })
    expect(sources.map(({ plan }) => plan)).toEqual([700 * million, 496 * million, 1_200_500_000, 0])
    for (const bars of [contents, communes]) expect(bars.reduce((sum, { plan }) => sum + plan, 0)).toBe(2_396_500_000)
    expect(months.at(-1)?.plan).toBe(2_396_500_000)
    expect(stages[0]).toMatchObject({ stage: 'planned', reached: 10, now: 10 })
  })

  it.skipIf(!hasTool('soffice'))('goes out as a workbook whose formulas give what the screen shows', async () => {
    const { ask } = await open('sample')
    await ask('programmes.saveYearTotal', { id: null, rowVersion: null, total: published })
    const asked = { from: 2012, to: 2022 }
    const review = await ask('reports.review', asked)
    const file = await ask('workbooks.exportReview', { ...asked, format: 'xlsx' })
    const [recalculated] = convertWithLibreOffice([Buffer.from(file.base64, 'base64')], 'xlsx', 'xlsx')
    const { sheets } = readWorkbook(recalculated ?? Buffer.alloc(0))
    const shown = review.sections.filter(({ lines }) => lines.some(({ kind }) => kind === 'row'))
    expect(sheets.length).toBe(shown.length + 1)
    shown.forEach((section, place) => {
      const written = JSON.stringify(sheets[place])
      const total = section.lines.find(({ kind }) => kind === 'total')
      for (const { key, kind } of section.columns) {
        const value = Number(total?.cells[key] ?? 0)
        if (value !== 0) expect(written).toContain(String(kind === 'money' ? value / million : value))
      }
    })
  })

  it('goes out as PDF and DOCX, and refuses years that run backwards in words', async () => {
    const { ask, refusal } = await open('sample')
    for (const format of ['pdf', 'docx'] as const) {
      const file = await ask('workbooks.exportReview', { from: 2020, to: 2022, format })
      expect(Buffer.from(file.base64, 'base64').length).toBeGreaterThan(5_000)
    }
    expect((await refusal('reports.review', { from: 2022, to: 2020 })).fields).toEqual([
      { path: 'to', message: 'Năm cuối sớm hơn năm đầu.' },
    ])
  })
})
