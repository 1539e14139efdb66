// What centres really send: packages changed by a cell, cut in half, of a later format, renamed, of other years and kinds, plain
// workbooks with other units; and the package's own sheet brought into another data file.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { canonicalText, carriedRows, type PackageData } from '../../shared/domain/package'
import { formatMoney } from '../../shared/vietnamese/money'
import { openPrograms } from '../support/openProgram'

const open = openPrograms('2022-11-15')
const million = 1_000_000

/** Another program opens the file, changes the workbook and saves it; what it computed stays. */
async function edited(base64: string, change: (workbook: exceljs.Workbook) => void): Promise<string> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(base64, 'base64') as never)
  change(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}

function sheetOf(workbook: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

async function samplePackage(over: Record<string, unknown> = {}) {
  const { ask } = await open('sample')
  const sent = await ask('packages.send', { year: 2022, recipient: 'Cục', ...over })
  return { ...sent, data: await ask('packages.data', { id: sent.id }) }
}

const preview = async (files: readonly { fileName: string; base64: string }[], settings: object | null = null) => {
  const { ask } = await open()
  return ask('consolidation.preview', { files: [...files], settings } as never)
}

/** Replaces what the hidden sheet carries. */
function carrying(base64: string, data: unknown, checksum: string, version = 1): Promise<string> {
  const [[format = ''] = [], ...rows] = carriedRows(canonicalText(data), checksum)
  return edited(base64, (workbook) => {
    const sheet = sheetOf(workbook, 'SKC_DU_LIEU')
    for (const [index, row] of [[format, String(version)], ...rows].entries())
      for (const [column, text] of row.entries()) sheet.getCell(index + 1, column + 1).value = text
  })
}

const carried = (cell: string, value: string) => (workbook: exceljs.Workbook) => {
  sheetOf(workbook, 'SKC_DU_LIEU').getCell(cell).value = value
}

const sha = (data: unknown) => createHash('sha256').update(canonicalText(data)).digest('hex')

describe('files that are no whole package', () => {
  it('are said one by one while the others go on: forty files, one cut in half', async () => {
    const { file, data } = await samplePackage()
    const bytes = Buffer.from(file.base64, 'base64')
    const good = [{ fileName: file.fileName, base64: file.base64 }]
    const bad = [
      { fileName: 'nua.xlsx', base64: bytes.subarray(0, bytes.length / 2).toString('base64') },
      { fileName: 'rong.xlsx', base64: '' },
      { fileName: 'chu.xlsx', base64: Buffer.from('không phải bảng tính').toString('base64') },
      ...Array.from({ length: 36 }, (_, index) => ({ fileName: `lai-${index}.xlsx`, base64: file.base64 })),
    ]
    const { sources, complete, issues, table } = await preview([...good, ...bad])
    expect(sources).toHaveLength(40)
    expect(sources.filter(({ origin }) => origin === 'unreadable').map(({ fileName }) => fileName)).toEqual([
      'nua.xlsx',
      'rong.xlsx',
      'chu.xlsx',
    ])
    expect(sources.filter(({ origin }) => origin === 'unreadable').every(({ why }) => why.length > 20)).toBe(true)
    expect(issues).toMatchObject([{ kind: 'sameFile', answer: 'once' }])
    expect(complete).toBe(true)
    expect(table.total.projects).toBe(data.lines.length)
  })

  it('name what is missing, wrong or too new in what they carry', async () => {
    const { file, data, checksum } = await samplePackage()
    const { sources } = await preview([
      { fileName: 'moi.xlsx', base64: await carrying(file.base64, data, checksum, 2) },
      {
        fileName: 'thieu.xlsx',
        base64: await edited(file.base64, (workbook) => sheetOf(workbook, 'SKC_DU_LIEU').spliceRows(4, 1)),
      },
      { fileName: 'sai.xlsx', base64: await carrying(file.base64, { ...data, lines: 'không' }, checksum) },
      { fileName: 'khac.xlsx', base64: await edited(file.base64, carried('B4', '{')) },
      { fileName: 'ma.xlsx', base64: await edited(file.base64, carried('B2', 'x')) },
    ])
    expect(sources.map(({ use }) => use)).toEqual(Array.from({ length: 5 }, () => 'unreadable'))
    expect(sources.map(({ why }) => why)).toEqual([
      expect.stringContaining('phiên bản mới hơn của chương trình lập (định dạng 2, máy này đọc được đến 1)'),
      expect.stringContaining('thiếu mảnh dữ liệu 1/'),
      expect.stringContaining('dữ liệu kèm theo sai ở “lines”'),
      expect.stringContaining('dữ liệu kèm theo không đọc được'),
      expect.stringContaining('mất hoặc hỏng mã kiểm tra'),
    ])
  })

  it('refuse nothing that is a workbook without any plan, but say what it lacks', async () => {
    const list = readFileSync(path.resolve('tests/fixtures/co-so-cnnt-lon-xon.xlsx')).toString('base64')
    const { sources } = await preview([{ fileName: 'co-so.xlsx', base64: list }])
    expect(sources).toMatchObject([{ use: 'unreadable', why: expect.stringContaining('không có bảng kế hoạch nào') }])
  })
})

describe('a package that somebody touched', () => {
  it('differs in the one cell that was changed, and waits for a choice: carried, visible or none', async () => {
    const { file, data } = await samplePackage()
    const sheet = data.sheets[0]
    const line = sheet?.lines.find((one) => one.line === 0)
    const [column] = Object.entries(sheet?.columns ?? {}).find(([, figure]) => figure === 'planned.national') ?? []
    const cell = `${column}${line?.row}`
    const before = data.lines[0]?.planned.national ?? 0
    const base64 = await edited(file.base64, (workbook) => {
      sheetOf(workbook, sheet?.name ?? '').getCell(cell).value = 123.5
    })
    const files = [{ fileName: 'sua.xlsx', base64 }]
    const shown = await preview(files)
    const own = shown.differences.find((one) => one.cell === cell)
    expect(own).toMatchObject({
      sheet: sheet?.name,
      of: data.lines[0]?.name,
      carried: before,
      visible: 123.5 * million,
    })
    expect(shown.issues).toMatchObject([{ kind: 'differs', answer: null }])
    expect(shown.issues[0]?.message).toContain(cell)
    expect(shown.complete).toBe(false)
    expect(shown.table.total.figures.national.planned).toBe(0)
    const id = shown.issues[0]?.id ?? ''
    const total = data.lines.reduce((sum, one) => sum + one.planned.national, 0)
    for (const [choice, expected] of [
      ['carried', total],
      ['visible', total - before + 123.5 * million],
      ['skip', 0],
    ] as const) {
      const decided = await preview(files, { decisions: { [id]: choice } })
      expect(decided.table.total.figures.national.planned, choice).toBe(expected)
    }
  })

  it('only opened and saved by another program differs in nothing, rows moved down neither', async () => {
    const { file, data } = await samplePackage({ period: { from: '2022-01-01', to: '2022-12-31' } })
    const saved = await edited(file.base64, () => undefined)
    const moved = await edited(file.base64, (workbook) => {
      for (const { name } of data.sheets) {
        const sheet = sheetOf(workbook, name)
        for (const range of [...sheet.model.merges]) sheet.unMergeCells(range)
        sheet.insertRow(1, ['Đã nhận'])
      }
    })
    for (const base64 of [saved, moved]) {
      const { sources, issues, differences } = await preview([{ fileName: 'luu.xlsx', base64 }])
      expect(sources).toMatchObject([{ origin: 'package', use: 'counted' }])
      expect(differences).toEqual([])
      expect(issues).toEqual([])
    }
  })

  it('whose carried data was changed does not hold its checksum', async () => {
    const { file, data, checksum } = await samplePackage()
    const [first, ...others] = data.lines
    if (first === undefined) throw new Error('the sample has no line')
    const forged: PackageData = {
      ...data,
      lines: [{ ...first, planned: { ...first.planned, national: first.planned.national + million } }, ...others],
    }
    const wrong = await preview([{ fileName: 'gia.xlsx', base64: await carrying(file.base64, forged, checksum) }])
    expect(wrong.issues).toMatchObject([{ kind: 'checksum', answer: null }])
    expect(wrong.issues[0]?.message).toContain('mã kiểm tra không khớp')
    const resummed = await preview([{ fileName: 'gia.xlsx', base64: await carrying(file.base64, forged, sha(forged)) }])
    expect(resummed.issues.map(({ kind }) => kind)).not.toContain('checksum')
  })
})

describe('files that do not fit together', () => {
  it('of two kinds, two periods and two offices of one province are asked about', async () => {
    const one = await samplePackage({ period: { from: '2022-01-01', to: '2022-06-30' } })
    const { ask } = await open('sample')
    const { rowVersion, office } = await ask('office.get', {})
    if (office === null) throw new Error('the sample has no office')
    await ask('office.save', { rowVersion, office: { ...office, centreName: 'Trung tâm khác' } })
    const other = await ask('packages.send', {
      year: 2022,
      recipient: 'Cục',
      basis: 'registered',
      period: { from: '2022-01-01', to: '2022-12-31' },
      doneRule: 'settled',
    })
    const files = [
      { fileName: 'goi.xlsx', base64: one.file.base64 },
      { fileName: 'khac.xlsx', base64: other.file.base64 },
    ]
    const shown = await preview(files)
    expect(shown.issues.map(({ kind }) => kind)).toEqual(['basis'])
    const basis = shown.issues[0]?.id ?? ''
    const kept = await preview(files, { decisions: { [basis]: 'keep' } })
    expect(kept.issues.map(({ kind }) => kind)).toEqual(['basis', 'rule'])
    const all = await preview(files, {
      decisions: Object.fromEntries(kept.issues.map(({ id }) => [id, 'keep'])),
    })
    expect(all.issues.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['basis', 'keep'],
      ['rule', 'keep'],
      ['period', 'keep'],
      ['sameProvince', null],
    ])
    expect(all.issues[3]?.message).toContain('Tỉnh Bắc Kạn có 2 tệp')
    const both = await preview(files, {
      decisions: Object.fromEntries(all.issues.map(({ id, kind }) => [id, kind === 'sameProvince' ? 'both' : 'keep'])),
    })
    expect(both.complete).toBe(true)
    expect(both.table.provinces).toMatchObject([{ name: 'Tỉnh Bắc Kạn', projects: 2 * one.data.lines.length }])
  })

  it('take another centre’s own workbook with its unit said, its province and year found', async () => {
    const base64 = readFileSync(path.resolve('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx')).toString('base64')
    const { sources, questions, table } = await preview([{ fileName: 'ke-hoach.xlsx', base64 }])
    expect(sources).toMatchObject([
      { origin: 'workbook', province: { name: 'Tỉnh Bắc Kạn' }, year: 2022, projects: 10, done: null },
    ])
    expect(sources[0]?.notes.join(' ')).toContain(
      `ghi bằng triệu đồng; đã đổi ra đồng: kinh phí khuyến công cả tệp 1.196 triệu đồng = ${formatMoney(1_196 * million)} đồng`,
    )
    expect(questions.filter(({ answer }) => answer === null)).toEqual([])
    const { national, local, counterpart } = table.total.figures
    expect([national.planned, local.planned, counterpart.planned]).toEqual(
      [700, 496, 1_200.5].map((one) => one * million),
    )
    expect(table.total.figures.support.done).toBeNull()
  })
})

describe('the visible sheets of a package', () => {
  it.each(['dong', 'thousand', 'million', 'billion'] as const)(
    'show %s and are brought into another data file with nothing changed',
    async (unit) => {
      const { file, data } = await samplePackage({ unit, period: { from: '2022-01-01', to: '2022-12-31' } })
      const { ask } = await open()
      const input = { fileName: file.fileName, base64: file.base64, kind: 'plan' as const }
      const first = await ask('workbooks.previewImport', input)
      const answers = Object.fromEntries(
        first.questions.flatMap(({ id, answer, rowKeys, choices }) => {
          const row = first.sheets.flatMap(({ rows }) => rows).find(({ key }) => rowKeys.includes(key))
          const line = data.lines.find(({ name }) => name === row?.title)
          const said = choices.find(({ value }) => value === line?.contentGroup)?.value
          return answer === null && said !== undefined ? [[id, said] as const] : []
        }),
      )
      await ask('workbooks.runImport', { ...input, answers })
      for (const programme of ['national', 'local'] as const) {
        const { items } = await ask('plans.get', { year: 2022, programme })
        const sent = data.lines.filter((line) => line.programme === programme)
        expect(
          items.map(({ name, amounts, contentGroup, startMonth, endMonth }) => ({
            name,
            amounts,
            contentGroup,
            startMonth,
            endMonth,
          })),
        ).toEqual(
          sent.map(({ name, planned, contentGroup, startMonth, endMonth }) => ({
            name,
            amounts: planned,
            contentGroup,
            startMonth,
            endMonth,
          })),
        )
      }
      expect(readWorkbook(Buffer.from(file.base64, 'base64')).sheets.filter(({ hidden }) => !hidden)).toHaveLength(3)
    },
    60_000,
  )
})
