// Packages through the program: what went out is what the plan says, comes back byte for byte, is recalled and replaced, and is
// read again by the office that puts many together.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { Problem } from '../../shared/contract/errors'
import { totalOf } from '../../shared/domain/money'
import { canonicalText } from '../../shared/domain/package'
import { openPrograms } from '../support/openProgram'

const open = openPrograms('2022-11-15')

const fieldsOf = ({ fields }: Problem) => Object.fromEntries(fields.map(({ path, message }) => [path, message]))
const plan = { year: 2022, basis: 'current' } as const
const sending = { ...plan, recipient: 'Cục Công Thương địa phương' }
const bytesOf = ({ base64 }: { readonly base64: string }) => Buffer.from(base64, 'base64')

describe('a package', () => {
  it('carries the plan with a checksum that anybody can work out again, on a sheet nobody is shown', async () => {
    const { ask } = await open('sample')
    const { file, checksum, number } = await ask('packages.send', sending)
    expect(number).toBe('2022/1')
    const workbook = readWorkbook(bytesOf(file))
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['KCQG 2022', false],
      ['KCĐP 2022', false],
      ['SKC_DU_LIEU', true],
    ])
    const rows = (workbook.sheets.at(-1)?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text))
    const text = rows
      .slice(3)
      .map(([, piece]) => piece)
      .join('')
    // The text as carried is the text summed: any program can check it.
    expect(createHash('sha256').update(text).digest('hex')).toBe(checksum)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    const data = JSON.parse(text)
    expect(canonicalText(data)).toBe(text)
    const { items } = await ask('plans.get', { year: 2022, programme: 'national' })
    expect(data.lines.filter((line: { programme: string }) => line.programme === 'national')).toEqual(
      items.map((item) => expect.objectContaining({ code: item.code, name: item.name, planned: item.amounts })),
    )
  })

  it('is kept and given back byte for byte, with when, to whom and its hash', async () => {
    const { ask } = await open('sample')
    const { id, file, checksum } = await ask('packages.send', { ...sending, sentOn: '2022-11-10', note: 'Đợt 1' })
    expect(await ask('packages.file', { id })).toEqual(file)
    const [row, ...others] = await ask('packages.list', {})
    expect(others).toEqual([])
    const preview = await ask('packages.preview', plan)
    expect(row).toMatchObject({
      recipient: 'Cục Công Thương địa phương',
      sentOn: '2022-11-10',
      note: 'Đợt 1',
      checksum,
      fileSha256: createHash('sha256').update(bytesOf(file)).digest('hex'),
      projects: 10,
      planned: preview.planned,
      done: null,
    })
    expect(totalOf(preview.planned)).toBe(2_396_500_000)
  })

  it('of the same figures on the same day is the same bytes but for its number', async () => {
    const first = await (await open('sample')).ask('packages.send', sending)
    const second = await (await open('sample')).ask('packages.send', sending)
    expect(second.file.base64).toBe(first.file.base64)
  })

  it('is recalled once, with the reason; what comes later says so and names what it replaces', async () => {
    const { ask, refusal } = await open('sample')
    const first = await ask('packages.send', sending)
    expect((await refusal('packages.recallNotice', { id: first.id })).fields[0]?.message).toContain('chưa thu hồi')
    expect((await refusal('packages.recall', { id: first.id, rowVersion: 7, reason: 'x' })).code).toBe(
      'record.conflict',
    )
    await ask('packages.recall', { id: first.id, rowVersion: 1, reason: 'Sai kinh phí đề án số 2' })
    expect(fieldsOf(await refusal('packages.recall', { id: first.id, rowVersion: 2, reason: 'lại' })).id).toContain(
      'đã thu hồi trước đó: Sai kinh phí đề án số 2',
    )
    const second = await ask('packages.send', { ...sending, replaces: first.id })
    expect(await ask('packages.data', { id: second.id })).toMatchObject({
      number: '2022/2',
      replaces: { number: '2022/1', checksum: first.checksum },
      recalled: [{ number: '2022/1', checksum: first.checksum, on: '2022-11-15', reason: 'Sai kinh phí đề án số 2' }],
    })
    const again = await refusal('packages.send', { ...sending, replaces: first.id })
    expect(fieldsOf(again).replaces).toContain('đã được thay bằng gói số 2022/2')
    const list = await ask('packages.list', { year: 2022 })
    expect(list.map(({ number, recalledOn, replacedBy }) => [number, recalledOn, replacedBy?.number ?? null])).toEqual([
      ['2022/2', null, null],
      ['2022/1', '2022-11-15', '2022/2'],
    ])
    const notice = await ask('packages.recallNotice', { id: first.id })
    const { sources, issues } = await ask('consolidation.preview', {
      files: [
        { fileName: 'goi 1.xlsx', base64: first.file.base64 },
        { fileName: 'thu hoi.xlsx', base64: notice.base64 },
      ],
    })
    expect(sources.map(({ use }) => use)).toEqual(['skipped', 'skipped'])
    expect(issues).toMatchObject([
      { kind: 'recalled', answer: 'skip', message: expect.stringContaining('Sai kinh phí đề án số 2') },
    ])
  })

  it('is what was registered, what was assigned, or what stood on a day, as asked', async () => {
    const { ask, refusal } = await open('sample')
    for (const basis of ['registered', 'assigned', 'current'] as const) {
      const { planned, projects } = await ask('packages.preview', { year: 2022, basis })
      const plans = await Promise.all(
        (['national', 'local'] as const).map((programme) => ask('plans.allocations', { year: 2022, programme })),
      )
      if (basis === 'registered') expect(totalOf(planned)).toBe(2_396_500_000)
      if (basis === 'assigned')
        expect(projects).toBe(plans.flatMap(({ items }) => items.filter(({ parts }) => parts.length > 0)).length)
    }
    expect(fieldsOf(await refusal('packages.preview', { year: 2022, basis: 'asOf' })).asOf).toContain('ngày lấy số')
  })

  it('of a period that begins where no day is before it is refused at the day', async () => {
    const { refusal } = await open('sample')
    const period = { from: '1900-01-01', to: '2022-01-01' }
    const problem = await refusal('packages.preview', { ...plan, asOf: '2022-06-15', period, unit: 'thousand' })
    expect(problem.code).toBe('input.invalid')
    expect(fieldsOf(problem)).toEqual({ 'period.from': 'Ngày quá xa.' })
  })

  it('of a year with nothing is an empty table, said before it is sent', async () => {
    const { ask } = await open()
    const preview = await ask('packages.preview', { year: 2024 })
    expect(preview.notes).toEqual([
      'Kế hoạch KCQG năm 2024 không có đề án nào: gói ghi là 0 đồng.',
      'Kế hoạch KCĐP năm 2024 không có đề án nào: gói ghi là 0 đồng.',
    ])
    const { file } = await ask('packages.send', {
      year: 2024,
      recipient: 'Cục',
      period: { from: '2024-01-01', to: '2024-12-31' },
    })
    const { sources, table, complete } = await ask('consolidation.preview', {
      files: [{ fileName: 'khong.xlsx', base64: file.base64 }],
    })
    expect(sources).toMatchObject([{ use: 'counted', projects: 0, province: { name: 'Tỉnh Thái Nguyên' } }])
    expect(table.provinces).toMatchObject([{ projects: 0, figures: { support: { planned: 0, done: 0, rate: null } } }])
    expect(complete).toBe(true)
  })
})
