// The table of fifteen provinces in 2021 as it was published, put together from fifteen packages of fifteen data files; kept,
// reopened, undone; and written out so that a spreadsheet's own arithmetic gives what the screen shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { Consolidated, ShownRow } from '../../shared/contract/consolidation'
import { type Centre, type CentreProject, openCentre } from '../support/centres'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { openPrograms } from '../support/openProgram'
import { centresOf2021 } from '../support/region2021'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'

const open = openPrograms('2022-08-01')
const folder = tempFolders()
const million = 1_000_000

async function packagesOf(centres: readonly Centre[]): Promise<{ fileName: string; base64: string }[]> {
  const files: { fileName: string; base64: string }[] = []
  for (const centre of centres) {
    const opened = await openCentre(folder(), centre)
    const { fileName, base64 } = await opened.send()
    files.push({ fileName, base64 })
    await opened.program.close()
  }
  return files
}

const sumOf = (projects: readonly CentreProject[], figure: 'planned' | 'done') =>
  projects.reduce((sum, one) => sum + BigInt(one[figure]), 0n)

/** By the decimal text of an exact division, not as the program divides. */
function percentByText(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null
  const digits = ((part * 10n ** 8n) / whole).toString().padStart(9, '0')
  const [units, tail] = [digits.slice(0, -4), digits.slice(-4)]
  const rounded = Number(tail) >= 5_000 ? BigInt(units) + 1n : BigInt(units)
  return rounded.toString()
}

let files: { fileName: string; base64: string }[] = []
const centres = centresOf2021()

beforeAll(async () => {
  files = await packagesOf(centres)
}, 300_000)
afterAll(() => {
  files = []
})

describe('fifteen provinces of 2021', () => {
  it('come to the percentages that were published, province by province and in all', async () => {
    const { ask } = await open()
    const { table, issues, complete, sources } = await ask('consolidation.preview', { files })
    expect(issues).toEqual([])
    expect(complete).toBe(true)
    expect(sources.every(({ use }) => use === 'counted')).toBe(true)
    const bySource = new Map(table.bySource.map((row) => [row.key, row]))
    expect(bySource.get('national')).toMatchObject({ planned: 11_140 * million, done: 11_070 * million, rate: 9_937 })
    expect(bySource.get('local')).toMatchObject({ planned: 40_090 * million, done: 37_730 * million, rate: 9_411 })
    expect(bySource.get('national')?.doneShare).toBe(2_268)
    expect(bySource.get('local')?.doneShare).toBe(7_732)
    expect(bySource.get('support')).toMatchObject({ planned: 51_230 * million, done: 48_800 * million, rate: 9_526 })
    expect(table.provinces).toHaveLength(15)
    for (const centre of centres) {
      const row = table.provinces.find(({ name }) => name.endsWith(centre.name))
      const [planned, done] = [sumOf(centre.projects, 'planned'), sumOf(centre.projects, 'done')]
      expect(BigInt(row?.figures.support.planned ?? -1)).toBe(planned)
      expect(String(row?.figures.support.rate)).toBe(percentByText(done, planned))
      expect(String(row?.figures.support.doneShare)).toBe(percentByText(done, 48_800n * 1_000_000n))
    }
    for (const rows of [table.contents, table.conferenceGroups, table.provinces]) {
      expect(rows.reduce((sum, { figures }) => sum + figures.support.planned, 0)).toBe(51_230 * million)
      expect(rows.reduce((sum, { projects }) => sum + projects, 0)).toBe(30)
    }
    expect(table.contents).toHaveLength(9)
    expect(table.conferenceGroups).toHaveLength(6)
  })

  it('say what the paper says that does not add up: 11,07 + 37,73 = 48,80 and not 48,79; 95,24 %', async () => {
    const { ask } = await open()
    const done = { national: 11_070 * million, local: 37_730 * million, support: 48_790 * million }
    const { checks, sentences } = await ask('consolidation.preview', {
      files,
      settings: { unit: 'billion', region: 'khu vực miền Trung – Tây Nguyên', declared: { planned: null, done } },
    })
    expect(checks.map(({ message }) => message)).toEqual([
      // Printed one by one, the fifteen plans lose a hundredth.
      expect.stringMatching(/^Kế hoạch: 15 dòng in làm tròn cộng lại được 51,22, tổng in 51,23 tỷ đồng/),
      expect.stringContaining(
        '11,07 + 37,73 = 48,80 ≠ 48,79 tỷ đồng, lệch 0,01. Tỷ lệ so với kế hoạch: theo các phần 95,26 %, theo tổng in 95,24 %.',
      ),
      expect.stringContaining('đã công bố 48,79, các tệp cộng lại được 48,80 tỷ đồng'),
    ])
    expect(sentences.slice(0, 3)).toEqual([
      'Năm 2021, kế hoạch kinh phí khuyến công của 15 tỉnh, thành phố khu vực miền Trung – Tây Nguyên là 51,23 tỷ đồng với 30 đề án, nhiệm vụ.',
      'Kinh phí thực hiện đạt 48,80 tỷ đồng, bằng 95,26 % kế hoạch.',
      'Trong đó: khuyến công quốc gia 11,07 tỷ đồng/11,14 tỷ đồng, đạt 99,37 %, chiếm 22,68 % tổng kinh phí thực hiện; khuyến công địa phương 37,73 tỷ đồng/40,09 tỷ đồng, đạt 94,11 %, chiếm 77,32 % tổng kinh phí thực hiện.',
    ])
  })

  it('stand as the year before under the plan of 2022 and its seven months', async () => {
    const { ask } = await open()
    // Printed 72,8 (+42,11 %), 29,21, 3,54 (12,11 %) and 17,17 (39,38 %): the exact sums that print so.
    const region: Centre = {
      name: 'Đắk Lắk',
      code: '66',
      year: 2022,
      projects: [
        { programme: 'national', contentGroup: 'ND3', planned: 29_212 * million, done: 3_538 * million },
        { programme: 'local', contentGroup: 'ND3', planned: 43_592 * million, done: 17_167 * million },
      ],
    }
    const [later] = await packagesOf([region])
    if (later === undefined) throw new Error('the package of 2022 was not made')
    const { table, sources, issues, sentences } = await ask('consolidation.preview', {
      files: [...files, later],
      settings: { year: 2022, unit: 'billion', period: '7 tháng' },
    })
    expect(sources.filter(({ use }) => use === 'lastYear')).toHaveLength(15)
    expect(issues.filter(({ kind }) => kind === 'year').every(({ answer }) => answer === 'lastYear')).toBe(true)
    const { national, local, support } = table.total.figures
    expect(support).toMatchObject({ planned: 72_804 * million, plannedBefore: 51_230 * million, plannedGrowth: 4_211 })
    expect([national.rate, local.rate]).toEqual([1_211, 3_938])
    expect(sentences[0]).toContain(
      'là 72,80 tỷ đồng với 2 đề án, nhiệm vụ, tăng 42,11 % so với năm 2021 (51,23 tỷ đồng)',
    )
    const typed = await ask('consolidation.preview', {
      files: [later],
      settings: {
        lastYear: {
          planned: { national: 11_140 * million, local: 40_090 * million, counterpart: 0, other: 0 },
          done: null,
        },
      },
    })
    expect(typed.table.total.figures.support.plannedGrowth).toBe(4_211)
  })

  it('are kept with sources and decisions, reopened the same, taken back and brought again', async () => {
    const { ask, refusal } = await open()
    const [first, second, ...others] = files
    if (first === undefined || second === undefined) throw new Error('the packages were not made')
    const twice = [first, { ...first, fileName: 'lai.xlsx' }, second]
    const settings = { unit: 'billion', region: 'Vùng' } as const
    const shown = await ask('consolidation.preview', { files: twice, settings })
    expect(shown.issues).toMatchObject([{ kind: 'sameFile', answer: 'once', answered: false }])
    expect(shown.sources.map(({ use }) => use)).toEqual(['counted', 'skipped', 'counted'])
    const { id } = await ask('consolidation.save', { files: twice, settings, name: 'Vùng 2021' })
    const kept = await ask('consolidation.get', { id })
    expect(kept.result.table).toEqual(shown.table)
    const more = await ask('consolidation.save', {
      id,
      rowVersion: kept.rowVersion,
      name: 'Vùng 2021',
      files: others,
      settings,
    })
    expect((await ask('consolidation.get', { id })).result.table).toEqual(
      (await ask('consolidation.preview', { files, settings })).table,
    )
    expect(await ask('consolidation.list', { year: 2021 })).toMatchObject([
      { id, name: 'Vùng 2021', files: 15, provinces: 15, projects: 30 },
    ])
    expect((await refusal('consolidation.remove', { id, rowVersion: 1 })).code).toBe('record.conflict')
    await ask('consolidation.remove', { id, rowVersion: more.rowVersion })
    expect(await ask('consolidation.list', {})).toEqual([])
    await ask('history.undo', {})
    expect((await ask('consolidation.get', { id })).result.table.provinces).toHaveLength(15)
  })
})

/** What the screen shows of a row, in the order of the sheet's columns. */
function cellsOf({ projects, figures }: ShownRow): (number | null)[] {
  const { national, local, support, counterpart } = figures
  const rate = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)
  const triệu = (dong: number | null) => (dong === null ? null : dong / million)
  return [
    projects,
    ...[national, local, support].flatMap((one) => [triệu(one.planned), triệu(one.done), rate(one.rate)]),
    rate(support.plannedShare),
    rate(support.doneShare),
    triệu(counterpart.planned),
  ]
}

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('a consolidation written out', () => {
  it('is recalculated by LibreOffice to the screen, cell by cell', async () => {
    const { ask } = await open()
    const { id } = await ask('consolidation.save', { files, name: 'Vùng 2021' })
    const { result } = await ask('consolidation.get', { id })
    const file = await ask('consolidation.export', { id, format: 'xlsx' })
    const [recalculated] = convertWithLibreOffice([Buffer.from(file.base64, 'base64')], 'xlsx', 'xlsx')
    const sheets = readWorkbook(recalculated ?? Buffer.alloc(0)).sheets
    expect(sheets.map(({ name }) => name)).toEqual([
      'Theo tỉnh, thành phố',
      'Theo nội dung',
      'Theo nhóm hội nghị',
      'Theo nguồn kinh phí',
      'Các tệp',
    ])
    const shown: readonly (readonly ShownRow[])[] = [
      result.table.provinces,
      result.table.contents,
      result.table.conferenceGroups,
    ]
    shown.forEach((rows, index) => {
      const written = (sheets[index]?.rows ?? []).map(({ cells }) => ({
        name: cells.find(({ column }) => column === 2)?.text ?? cells[0]?.text,
        values: cells.filter(({ column }) => column > 2),
      }))
      for (const row of [...rows, result.table.total]) {
        const own = written.find(({ name }) => name === row.name)
        const numbers = cellsOf(row).map((value, at) => {
          const cell = own?.values.find(({ column }) => column === at + 3)
          return value === null ? cell?.text : Number(cell?.text ?? Number.NaN)
        })
        expect(numbers, row.name).toEqual(cellsOf(row).map((value) => value ?? '–'))
      }
    })
    const sums = sheets[3]?.rows.flatMap(({ cells }) => [cells.map(({ text }) => text)]) ?? []
    expect(sums.find((row) => row.includes('Khuyến công quốc gia'))).toEqual([
      '1',
      'Khuyến công quốc gia',
      '11140',
      '11070',
      '99.37',
      '21.75',
      '22.68',
    ])
    expect(sums.find((row) => row.includes('Cộng kinh phí khuyến công') && row.includes('51230'))).toBeDefined()
  }, 120_000)

  it('says the same in PDF and in Word, with the sentences over the tables', async () => {
    const { ask } = await open()
    const { id } = await ask('consolidation.save', { files, settings: { unit: 'billion' }, name: 'Vùng 2021' })
    const { result }: { result: Consolidated } = await ask('consolidation.get', { id })
    const pdf = Buffer.from((await ask('consolidation.export', { id, format: 'pdf' })).base64, 'base64')
    const docx = Buffer.from((await ask('consolidation.export', { id, format: 'docx' })).base64, 'base64')
    const [fromWord] = convertWithLibreOffice([docx], 'docx', 'pdf')
    for (const paper of [pdf, fromWord ?? Buffer.alloc(0)]) {
      const words = pdfPages(paper)
        .flatMap((page) => page.words.map(({ text }) => text))
        .join(' ')
      for (const sentence of result.sentences.slice(0, 2)) expect(words).toContain(sentence)
      expect(words).toContain('99,37')
      for (const { name } of centres) expect(words).toContain(name)
    }
  }, 120_000)
})
