// Contracts brought in from an office's register: drafted as by hand, known again by their number, told from payments, undone at once.
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import { approve, draft, idOf, projectIds, propose, sign } from '../support/contracts2022'
import { type OpenProgram, openPrograms } from '../support/openProgram'
import { type CellValue, writeBook } from './importSupport'

const open = openPrograms('2022-11-15')
type Preview = CallOutput<'workbooks', 'previewImport'>

const upload = async (rows: readonly (readonly CellValue[])[]) => ({
  fileName: 'so hop dong.xlsx',
  base64: (await writeBook([{ name: 'Sổ HĐ', rows }])).toString('base64'),
})
const rowsOf = (seen: Preview) => seen.sheets.flatMap((sheet) => sheet.rows)
const errorsOf = (seen: Preview) =>
  seen.problems.flatMap(({ severity, cell, code }) => (severity === 'error' ? [`${cell} ${code}`] : []))
const listed = async ({ ask }: OpenProgram) => (await ask('contracts.list', { year: 2022 })).rows

const heading = [
  'TT',
  'Số hợp đồng',
  'Ngày ký',
  'Đơn vị ký hợp đồng',
  'Tên đề án',
  'Mã đề án',
  'Kinh phí hỗ trợ',
  'Ghi chú',
]
const register = [
  ['SỔ THEO DÕI HỢP ĐỒNG NĂM 2022'],
  ['ĐVT: triệu đồng'],
  heading,
  [1, '05/2022/HĐ-HTKC', '15/03/2022', 'HTX Phi Đoàn', '', 'KCDP-2022-002', '120', '=1+1'],
  [2, '', '', 'Công ty In Thái Nguyên', '', 'KCDP-2022-001', '10,5', ''],
  ['', 'Tổng cộng', '', '', '', '', '130,5', ''],
]

describe('hợp đồng', () => {
  it('are told from payments, asked of their kind once, and become drafts filled in from their đề án', async () => {
    const opened = await open('sample')
    const file = await upload(register)
    const seen = await opened.ask('workbooks.previewImport', file)
    expect(seen.sheets.map(({ kind, unit }) => [kind, unit])).toEqual([['contracts', 'million']])
    expect(rowsOf(seen).map(({ row, status }) => [row, status])).toEqual([
      [4, 'new'],
      [5, 'new'],
      [6, 'skipped'],
    ])
    const [question] = seen.questions
    expect([question?.id, question?.answer, question?.rowKeys]).toEqual(['contractKind:Sổ HĐ', null, ['Sổ HĐ!5']])
    expect(seen.problems.filter(({ code }) => code === 'contract.draft').map(({ cell }) => cell)).toEqual(['B4'])
    const done = await opened.ask('workbooks.runImport', { ...file, answers: { 'contractKind:Sổ HĐ': 'supplier' } })
    expect([done.created, done.updated]).toEqual([2, 0])
    const contracts = await listed(opened)
    expect(contracts.map(({ kind, state, receiver, value }) => [kind, state, receiver, value.local]).sort()).toEqual([
      ['beneficiary', 'draft', 'HTX Phi Đoàn', 120_000_000],
      ['supplier', 'draft', 'Công ty In Thái Nguyên', 10_500_000],
    ])
    const own = contracts.find(({ kind }) => kind === 'beneficiary')
    const { details } = await opened.ask('contracts.get', { id: own?.id ?? 0 })
    // The centre's own side, the term and the instalments come of the records, as when drafted by hand.
    expect(details.giver.name).not.toBe('')
    expect(details.receiver.establishmentId).not.toBeNull()
    expect(details.instalments.length).toBeGreaterThan(0)
    expect(details.note).toBe('=1+1\nSố trong tệp nhập: 05/2022/HĐ-HTKC, ký ngày 15/03/2022')
    const again = await opened.ask('workbooks.previewImport', {
      ...file,
      answers: { 'contractKind:Sổ HĐ': 'supplier' },
    })
    expect(rowsOf(again).map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'skipped'])
    const { undo } = await opened.ask('history.state', {})
    await opened.ask('history.undo', { commandId: undo?.commandId ?? 0 })
    expect(await listed(opened)).toEqual([])
  })

  it('several đề án of one number are one contract; one amount for several is refused at its cell', async () => {
    const opened = await open('sample')
    const rows = (last: readonly CellValue[]) => [
      ['Số hợp đồng', 'Loại hợp đồng', 'Ký với', 'Mã đề án', 'Giá trị hợp đồng (đồng)'],
      ['12/HĐ', 'Với cơ quan giao', 'Sở Công Thương', 'KCDP-2022-001', '100.000.000'],
      ['12/HĐ', 'Với cơ quan giao', 'Sở Công Thương', 'KCDP-2022-002', '50.000.000'],
      last,
    ]
    const good = await upload(rows(['', '', '', '', '']))
    await opened.ask('workbooks.runImport', good)
    expect((await listed(opened)).map(({ giver, projects, value }) => [giver, projects.length, value.local])).toEqual([
      ['Sở Công Thương', 2, 150_000_000],
    ])
    const wrong = await upload(rows(['13/HĐ', 'Với cơ quan giao', 'Sở', 'KCDP-2022-003, KCDP-2022-004', '9.000.000']))
    expect(errorsOf(await opened.ask('workbooks.previewImport', wrong))).toEqual(['D4 field.invalid'])
    const unknown = await upload(rows(['13/HĐ', 'Với cơ quan giao', '', 'KHONG-CO', '9.000.000']))
    expect(errorsOf(await opened.ask('workbooks.previewImport', unknown))).toEqual(['D4 project.unknown'])
  })

  it('signed ones are known by number and year, shown where they differ, and never written over', async () => {
    const opened = await open('sample')
    const { program } = opened
    const id = idOf(await projectIds(program), 'KCDP-2022-002')
    await approve(program, id)
    const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [id] }))
    await sign(program, own.id, { reason: 'x' })
    const [row] = await listed(opened)
    const line = (value: string) => [
      ['Số hợp đồng', 'Ngày ký', 'Ký với', 'Mã đề án', 'Giá trị hợp đồng (đồng)'],
      [
        row?.number ?? '',
        row?.signedOn?.split('-').reverse().join('/') ?? '',
        row?.receiver ?? '',
        'KCDP-2022-002',
        value,
      ],
    ]
    const same = await opened.ask('workbooks.previewImport', await upload(line(String(row?.value.local ?? 0))))
    expect(rowsOf(same).map(({ status }) => status)).toEqual(['duplicate'])
    const other = await upload(line('77.000.000'))
    const seen = await opened.ask('workbooks.previewImport', other)
    expect(rowsOf(seen).map(({ status, fields }) => [status, fields.map(({ field }) => field)])).toEqual([
      ['changed', ['value']],
    ])
    const [key = ''] = rowsOf(seen).map((one) => one.key)
    const merged = await opened.ask('workbooks.previewImport', { ...other, duplicates: { [key]: 'update' } })
    expect(errorsOf(merged)).toEqual(['A2 record.locked'])
  })
})
