// Needs, đề án with budgets, payments and trainees brought in from workbooks as offices keep them: read, compared with what is on
// file, written by the same commands a person uses, undone at once.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { approve, draft, idOf, local, payment, projectIds, propose, sign, signedAgency } from '../support/contracts2022'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'
import { type CellValue, writeBook } from './importSupport'

const sampleProgram = samplePrograms('2022-11-15')

type Preview = CallOutput<'workbooks', 'previewImport'>
type Row = Preview['sheets'][number]['rows'][number]

async function upload(rows: readonly (readonly CellValue[])[], name = 'Trang 1', merges: readonly string[] = []) {
  const bytes = await writeBook([{ name, rows, merges }])
  return { fileName: 'cua don vi.xlsx', base64: bytes.toString('base64') }
}

const preview = (program: Program, input: object) => value<Preview>(program, 'workbooks.previewImport', input)
const run = (program: Program, input: object) =>
  value<CallOutput<'workbooks', 'runImport'>>(program, 'workbooks.runImport', input)
const rowsOf = (seen: Preview): Row[] => seen.sheets.flatMap((sheet) => sheet.rows)
const said = (seen: Preview) => seen.problems.map(({ cell, code }) => `${cell ?? ''} ${code}`)

describe('nhu cầu', () => {
  const heading = [
    'TT',
    'Tên đơn vị đề nghị',
    'Địa chỉ',
    'Nội dung đề nghị hỗ trợ',
    'Tổng vốn đầu tư',
    'Kinh phí đề nghị hỗ trợ',
    'Ngày nhận',
  ]
  const sheet = [
    ['TỔNG HỢP NHU CẦU HỖ TRỢ KHUYẾN CÔNG NĂM 2023'],
    ['ĐVT: triệu đồng'],
    heading,
    ['I', 'Huyện Ba Bể'],
    [1, 'HTX Yến Dương', 'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn', 'Máy sấy nông sản', '500', 200, '05/10/2022'],
    [2, 'Cơ sở miến Tài Hoan', '', 'Hỗ trợ máy đóng gói', 300, '120', '12/10/2022'],
    ['', 'Tổng cộng', '', '', 800, 320],
  ]

  it('are told apart from a list of cơ sở, given their content and their establishment, and written', async () => {
    const program = await sampleProgram()
    const seen = await preview(program, await upload(sheet))
    expect(seen.sheets.map(({ kind, year, unit }) => [kind, year, unit])).toEqual([['needs', 2023, 'million']])
    expect(rowsOf(seen).map(({ row, status }) => [row, status])).toEqual([
      [4, 'skipped'],
      [5, 'new'],
      [6, 'new'],
      [7, 'skipped'],
    ])
    expect(said(seen)).not.toContain('B5 establishment.unknown')
    expect(seen.canImport).toBe(true)
    const done = await run(program, await upload(sheet))
    expect([done.created, done.updated, done.skipped]).toEqual([2, 0, 2])
    const needs = await value<CallOutput<'establishments', 'needs'>>(program, 'establishments.needs', { year: 2023 })
    const own = needs.rows.find((need) => need.activity === 'Máy sấy nông sản')
    expect(own).toMatchObject({ totalInvestment: 500_000_000, wishedSupport: 200_000_000, receivedOn: '2022-10-05' })
    expect(own?.establishmentId).not.toBeNull()
  })

  it('known again: the same is left alone, a changed amount is shown before and after and merged where asked', async () => {
    const program = await sampleProgram()
    await run(program, await upload(sheet))
    const more = sheet.map((row) => (row[1] === 'HTX Yến Dương' ? [...row.slice(0, 5), 250, row[6] ?? ''] : row))
    const seen = await preview(program, await upload(more))
    const [, changed, same] = rowsOf(seen)
    expect([changed?.status, changed?.action, same?.status]).toEqual(['changed', 'none', 'duplicate'])
    expect(changed?.fields).toEqual([
      { field: 'wishedSupport', label: 'Mức hỗ trợ mong muốn', value: '250.000.000 đồng', before: '200.000.000 đồng' },
    ])
    expect(seen.canImport).toBe(false)
    const merged = { ...(await upload(more)), duplicates: { [changed?.key ?? '']: 'update' } }
    expect(await run(program, merged)).toMatchObject({ created: 0, updated: 1 })
    const kept = { ...(await upload(more)), duplicates: { [same?.key ?? '']: 'create' } }
    expect(await run(program, kept)).toMatchObject({ created: 1, updated: 0 })
    const needs = await value<CallOutput<'establishments', 'needs'>>(program, 'establishments.needs', { year: 2023 })
    expect(needs.rows.map(({ asker, wishedSupport }) => `${asker} ${wishedSupport}`).sort()).toEqual([
      'Cơ sở miến Tài Hoan 120000000',
      'Cơ sở miến Tài Hoan 120000000',
      'HTX Yến Dương 250000000',
    ])
  })

  it('a line twice in one file is one need unless both are kept; merged, it adds to the first', async () => {
    const program = await sampleProgram()
    const twice = [
      heading,
      [1, 'Ông Nông Văn A', '', 'Máy xát gạo', 100, '', '01/10/2022'],
      [2, 'Ông Nông Văn A', '', 'Máy xát gạo', '', 40, '01/10/2022'],
    ]
    const input = { ...(await upload([['NHU CẦU NĂM 2023 (ĐVT: triệu đồng)'], ...twice])), kind: 'needs' }
    const seen = await preview(program, input)
    expect(rowsOf(seen).map(({ status, action }) => [status, action])).toEqual([
      ['new', 'create'],
      ['duplicate', 'none'],
    ])
    const done = await run(program, { ...input, duplicates: { 'Trang 1!4': 'update' } })
    expect(done.created + done.updated).toBe(1)
    const needs = await value<CallOutput<'establishments', 'needs'>>(program, 'establishments.needs', { year: 2023 })
    expect(needs.rows.map((need) => [need.totalInvestment, need.wishedSupport])).toEqual([[100_000_000, 40_000_000]])
  })

  it('a support larger than the investment, a day to come, a missing name: wrong at their cells, nothing written', async () => {
    const program = await sampleProgram()
    const wrong = [
      ['NHU CẦU NĂM 2023 (ĐVT: triệu đồng)'],
      heading,
      [1, 'HTX A', '', 'Máy sấy', 100, 200, '01/10/2022'],
      [2, 'HTX B', '', 'Máy sấy', 100, 50, '01/10/2030'],
      [3, '', '', 'Máy sấy', 100, 50, '01/10/2022'],
    ]
    const seen = await preview(program, await upload(wrong))
    const errors = seen.problems.filter(({ severity }) => severity === 'error').map(({ cell }) => cell)
    expect(errors).toEqual(['F3', 'G4', 'B5'])
    expect((await problem(program, 'workbooks.runImport', await upload(wrong))).code).toBe('import.unresolved')
  })

  it('dates with the month first are asked about once a column, and read as answered', async () => {
    const program = await sampleProgram()
    const american = [
      ['NHU CẦU NĂM 2023 (ĐVT: triệu đồng)'],
      heading,
      [1, 'HTX A', '', 'Máy sấy', 100, 50, '10/25/2022'],
      [2, 'HTX B', '', 'Máy sấy', 100, 50, '04/05/2022'],
    ]
    const input = await upload(american)
    const seen = await preview(program, input)
    const [question] = seen.questions.filter(({ id }) => id.startsWith('dates:'))
    expect([question?.answer, question?.choices.map((one) => one.value)]).toEqual([null, ['dayFirst', 'monthFirst']])
    expect(seen.canImport).toBe(false)
    await run(program, { ...input, answers: { [question?.id ?? '']: 'monthFirst' } })
    const needs = await value<CallOutput<'establishments', 'needs'>>(program, 'establishments.needs', { year: 2023 })
    expect(needs.rows.map(({ receivedOn }) => receivedOn).sort()).toEqual(['2022-04-05', '2022-10-25'])
  })
})

describe('a column the user named', () => {
  const sheet = [
    ['NHU CẦU NĂM 2023 (triệu đồng)'],
    ['Đối tượng', 'Mong được giúp', 'Xin', 'Ngày'],
    ['HTX A', 'Máy sấy chè', 50, '01/10/2022'],
  ]
  const columns = {
    'Trang 1!A': 'name',
    'Trang 1!B': 'activity',
    'Trang 1!C': 'wishedSupport',
    'Trang 1!D': 'receivedOn',
  }

  it('is asked for where nothing is recognised, and known by its heading the next time', async () => {
    const program = await sampleProgram()
    const unknown = await preview(program, { ...(await upload(sheet)), kind: 'needs' })
    expect(unknown.sheets[0]?.columns.map(({ header }) => header)).toEqual(sheet[1])
    expect(said(unknown)).toContain(' column.missing')
    const chosen = { ...(await upload(sheet)), kind: 'needs', columns }
    expect((await preview(program, chosen)).sheets[0]?.columns.map(({ origin }) => origin)).toEqual(
      Array(4).fill('chosen'),
    )
    await run(program, chosen)
    const next = [
      ['NHU CẦU NĂM 2024 (triệu đồng)'],
      ['đối  tượng', 'MONG ĐƯỢC GIÚP', 'Xin', 'Ngày'],
      ['HTX C', 'Máy sấy chè', 70, '01/11/2022'],
    ]
    const again = await preview(program, await upload(next))
    expect(again.sheets[0]?.columns.map(({ field, origin }) => [field, origin])).toEqual([
      ['name', 'remembered'],
      ['activity', 'remembered'],
      ['wishedSupport', 'remembered'],
      ['receivedOn', 'remembered'],
    ])
    expect(again.canImport).toBe(true)
  })

  it('is no longer remembered once the import that taught it is undone', async () => {
    const program = await sampleProgram()
    await run(program, { ...(await upload(sheet)), kind: 'needs', columns })
    await value(program, 'history.undo', {})
    const again = await preview(program, await upload(sheet))
    expect(again.sheets[0]?.kind).toBeNull()
  })
})

describe('đề án kèm dự toán', () => {
  const heading = [
    'Mã',
    'Tên đề án',
    'Nội dung khuyến công',
    'Nội dung chi',
    'ĐVT',
    'Số lượng',
    'Đơn giá',
    'Kinh phí',
    '',
  ]
  const under = ['', '', '', '', '', '', '', 'KCĐP', 'Đối ứng']
  const sheet = [
    ['DỰ TOÁN CÁC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2023'],
    ['Đơn vị tính: triệu đồng'],
    heading,
    under,
    ['DA1', 'Hỗ trợ máy sấy cho HTX A', 'Ứng dụng máy móc tiên tiến', 'Máy sấy', 'cái', 2, 100, 80, 120],
    ['', '', '', 'Lắp đặt', 'trọn gói', '1', 20, '', 20],
    ['DA2', 'Đào tạo nghề may', 'Đào tạo nghề', '', '', '', '', 60, ''],
    ['', '', '', 'Thù lao giảng viên', 'giờ', 120, '0,25', 30, ''],
    ['', '', '', 'Nguyên vật liệu', 'lớp', 1, 30, 30, ''],
    ['', 'Tổng cộng', '', '', '', '', '', 170, 140],
  ]
  const merges = ['H3:I3', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:G4', 'A5:A6', 'B5:B6', 'C5:C6']

  it('are one đề án each with its lines, not put into the plan', async () => {
    const program = await sampleProgram()
    const input = await upload(sheet, 'Dự toán', merges)
    const seen = await preview(program, input)
    expect(seen.sheets.map(({ kind, year }) => [kind, year])).toEqual([['projects', 2023]])
    expect(rowsOf(seen).map(({ row, status, title }) => [row, status, title])).toEqual([
      [5, 'new', 'Hỗ trợ máy sấy cho HTX A'],
      [7, 'new', 'Đào tạo nghề may'],
      [10, 'skipped', 'Tổng cộng'],
    ])
    const done = await run(program, input)
    expect([done.created, done.planItems, done.projectIds.length]).toEqual([2, 0, 2])
    const first = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', { id: done.projectIds[0] })
    expect(first.identity).toMatchObject({ code: 'DA1', programme: 'local', planYear: 2023 })
    expect(
      first.content.budget.map((line) => [
        line.content,
        line.quantityThousandths,
        line.unitPrice,
        line.amounts.local,
        line.amounts.counterpart,
      ]),
    ).toEqual([
      ['Máy sấy', 2_000, 100_000_000, 80_000_000, 120_000_000],
      ['Lắp đặt', 1_000, 20_000_000, 0, 20_000_000],
    ])
    const second = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', { id: done.projectIds[1] })
    expect(
      second.content.budget.map((line) => [line.content, line.quantityThousandths, line.unitPrice, line.amounts.local]),
    ).toEqual([
      ['Thù lao giảng viên', 120_000, 250_000, 30_000_000],
      ['Nguyên vật liệu', 1_000, 30_000_000, 30_000_000],
    ])
  })

  it('a line whose quantity and price do not make its amount is wrong at its own row', async () => {
    const program = await sampleProgram()
    const wrong = sheet.map((row, index) => (index === 5 ? [...row.slice(0, 8), 25] : row))
    const seen = await preview(program, await upload(wrong, 'Dự toán', merges))
    const errors = seen.problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ row, rowKey, code }) => [row, rowKey, code])).toEqual([
      [6, 'Dự toán!5', 'budget.contradiction'],
    ])
  })

  it('brought in again change only the lines that differ, shown line by line', async () => {
    const program = await sampleProgram()
    await run(program, await upload(sheet, 'Dự toán', merges))
    const changed = sheet.map((row, index) => (index === 5 ? [...row.slice(0, 6), 25, row[7] ?? '', 25] : row))
    const input = await upload(changed, 'Dự toán', merges)
    const seen = await preview(program, input)
    const [first, second] = rowsOf(seen)
    expect([first?.status, second?.status]).toEqual(['changed', 'duplicate'])
    expect(first?.fields.map(({ field }) => field)).toEqual(['counterpart', 'line2'])
    expect(first?.fields[1]?.before).toContain('Lắp đặt · 1 trọn gói')
    const done = await run(program, { ...input, duplicates: { [first?.key ?? '']: 'update' } })
    expect([done.created, done.updated]).toEqual([0, 1])
    const saved = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', { id: done.projectIds[0] })
    expect(saved.content.budget.map((line) => line.amounts.counterpart)).toEqual([120_000_000, 25_000_000])
  })
})

describe('tạm ứng, thanh toán', () => {
  async function contracted() {
    const program = await sampleProgram()
    const ids = await projectIds(program)
    const [first, second, third] = ['KCQG-2022-001', 'KCQG-2022-002', 'KCDP-2022-002'].map((code) =>
      idOf(ids, code),
    ) as [number, number, number]
    for (const id of [first, second, third]) await approve(program, id)
    const agency = await signedAgency(program, [first, second])
    const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [third] }))
    await sign(program, own.id, { reason: 'x' })
    return { program, agency, own: own.id, third }
  }
  const heading = ['Số hợp đồng', 'Mã đề án', 'Loại', 'Ngày chi', 'Số tiền (đồng)', 'Số chứng từ', 'Ngày chứng từ']
  const payments = (program: Program, contractId: number) =>
    value<CallOutput<'contracts', 'payments'>>(program, 'contracts.payments', { contractId })

  it('find their contract by number, several lines of one voucher make one movement, rules are judged in order', async () => {
    const { program, agency, own } = await contracted()
    const sheet = [
      heading,
      ['45/HĐ-CTĐP', 'KCQG-2022-001', 'Tạm ứng', '15/03/2022', 100_000_000, 'CT 12', '15/03/2022'],
      ['45/HĐ-CTĐP', 'KCQG-2022-002', 'Tạm ứng', '15/03/2022', 40_000_000, 'CT 12', '15/03/2022'],
      ['HĐ số 01/HĐ-HTKC', '', 'Tạm ứng', '20/04/2022', '20.000.000', 'PC 3', '20/04/2022'],
    ]
    const input = await upload(sheet)
    const seen = await preview(program, input)
    expect(rowsOf(seen).map(({ row, status }) => [row, status])).toEqual([
      [2, 'new'],
      [4, 'new'],
    ])
    const reason = seen.questions.some(({ id }) => id === 'reason:payments')
      ? { 'reason:payments': 'Nhập lại từ sổ cũ' }
      : {}
    const done = await run(program, { ...input, answers: reason })
    expect(done.created).toBe(2)
    const [big] = await payments(program, agency)
    expect(big?.details).toMatchObject({ kind: 'advance', round: 1, onDate: '2022-03-15', voucherNumber: 'CT 12' })
    expect(big?.details.lines.map((line) => line.amounts.national)).toEqual([100_000_000, 40_000_000])
    const [small] = await payments(program, own)
    expect(small?.details.lines.map((line) => line.amounts.local)).toEqual([20_000_000])
  })

  it('more than the contract over several lines is warned of at the line that goes over, and needs one reason, which is kept', async () => {
    const { program, own } = await contracted()
    const sheet = [
      heading,
      ['01/HĐ-HTKC', '', 'Tạm ứng', '20/04/2022', 20_000_000, 'PC 3', '20/04/2022'],
      ['01/HĐ-HTKC', '', 'Thanh toán', '20/06/2022', 110_000_000, 'PC 4', '20/06/2022'],
    ]
    const input = await upload(sheet)
    const seen = await preview(program, input)
    const over = seen.problems.filter(({ code }) => code.startsWith('payment.'))
    expect(over.some(({ rowKey }) => rowKey === 'Trang 1!3')).toBe(true)
    const [question] = seen.questions.filter(({ id }) => id === 'reason:payments')
    expect([question?.freeText, question?.answer, seen.canImport]).toEqual([true, null, false])
    expect((await problem(program, 'workbooks.runImport', input)).code).toBe('import.unresolved')
    await run(program, { ...input, answers: { 'reason:payments': 'Theo chứng từ đã chi' } })
    const rows = await payments(program, own)
    expect(rows.flatMap((row) => row.overrides.map(({ reason }) => reason))).toContain('Theo chứng từ đã chi')
  })

  it('no such contract, a day before its signing, a voucher already recorded: wrong at their rows', async () => {
    const { program, own, third } = await contracted()
    await value(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId: own,
      payment: payment([{ projectId: third, amounts: local(10_000_000) }], {
        voucherNumber: 'PC 9',
        onDate: '2022-05-05',
      }),
      reason: 'x',
    })
    const sheet = [
      heading,
      ['99/HĐ-KC', '', 'Tạm ứng', '20/04/2022', 20_000_000, 'PC 3', ''],
      ['01/HĐ-HTKC', '', 'Thanh toán', '20/01/2020', 5_000_000, 'PC 4', ''],
      ['45/HĐ-CTĐP', '', 'Tạm ứng', '20/04/2022', 20_000_000, 'PC 5', ''],
    ]
    const seen = await preview(program, await upload(sheet))
    const errors = seen.problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rowKey, code }) => [rowKey, code])).toEqual([
      ['Trang 1!2', 'contract.unknown'],
      ['Trang 1!4', 'project.unknown'],
      ['Trang 1!3', 'payment.contradiction'],
    ])
    const again = await preview(
      program,
      await upload([heading, ['01/HĐ-HTKC', '', 'Tạm ứng', '05/05/2022', 10_000_000, 'PC 9', '']]),
    )
    expect(rowsOf(again).map(({ status }) => status)).toEqual(['duplicate'])
  })
})

describe('học viên', () => {
  async function taught() {
    const program = await sampleProgram()
    const id = idOf(await projectIds(program), 'KCDP-2022-002')
    await approve(program, id)
    await value(program, 'execution.saveTrainingClass', {
      id: null,
      rowVersion: null,
      projectId: id,
      trainingClass: {
        name: 'Lớp may công nghiệp 1',
        occupation: 'May',
        plannedTrainees: 3,
        startsOn: '2022-06-01',
        endsOn: null,
        place: '',
        teacher: '',
        qualification: '',
        objective: '',
        subjects: [{ subject: 'May cơ bản', theoryHours: 10, practiceHours: 90, note: '' }],
        trainees: [
          {
            name: 'Nông Thị Hoa',
            bornIn: 1990,
            gender: 'Nữ',
            ethnicity: 'Tày',
            address: '',
            idNumber: '006190000001',
            certificateNumber: '',
            employer: '',
            note: '',
          },
        ],
        note: '',
      },
    })
    return { program, id }
  }
  const heading = ['STT', 'Họ và tên', 'Năm sinh', '', 'Dân tộc', 'Số CCCD', 'Số chứng chỉ']
  const under = ['', '', 'Nam', 'Nữ', '', '', '']
  const classes = (program: Program, projectId: number) =>
    value<CallOutput<'execution', 'trainingClasses'>>(program, 'execution.trainingClasses', { projectId })

  it('join the class their title names; the same person is known by identity number; the rest of the class stays', async () => {
    const { program, id } = await taught()
    const sheet = [
      ['DANH SÁCH HỌC VIÊN LỚP MAY CÔNG NGHIỆP 1'],
      heading,
      under,
      [1, 'Nông Thị Hoa', '', 1990, 'Tày', '006190000001', 'CC-01'],
      [2, 'Lý Văn Bình', '12/05/1988', '', 'Dao', 6088000002, 'CC-02'],
    ]
    const input = await upload(sheet, 'Danh sách', ['C2:D2', 'A2:A3', 'B2:B3', 'E2:E3', 'F2:F3', 'G2:G3'])
    const seen = await preview(program, input)
    expect(seen.sheets.map(({ kind }) => kind)).toEqual(['trainees'])
    const [hoa, binh] = rowsOf(seen)
    expect([hoa?.status, binh?.status]).toEqual(['changed', 'new'])
    expect(hoa?.fields.map(({ field, before, value: after }) => [field, before, after])).toEqual([
      ['certificateNumber', '', 'CC-01'],
    ])
    await run(program, { ...input, duplicates: { [hoa?.key ?? '']: 'update' } })
    const [one] = await classes(program, id)
    expect(one?.subjects).toHaveLength(1)
    expect(
      one?.trainees.map(({ name, bornIn, gender, idNumber, certificateNumber }) => [
        name,
        bornIn,
        gender,
        idNumber,
        certificateNumber,
      ]),
    ).toEqual([
      ['Nông Thị Hoa', 1990, 'Nữ', '006190000001', 'CC-01'],
      ['Lý Văn Bình', 1988, 'Nam', '006088000002', 'CC-02'],
    ])
  })

  it('a class nobody has yet is opened in the đề án named by code; a class unknown is asked for', async () => {
    const { program, id } = await taught()
    const head = ['Mã đề án', 'Lớp', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Số CCCD']
    const sheet = [head, ['KCDP-2022-002', 'Lớp may 2', 'Hoàng Thị Lan', 1995, 'Nữ', '006195000003']]
    await run(program, await upload(sheet))
    expect((await classes(program, id)).map(({ name, trainees }) => [name, trainees.length])).toEqual([
      ['Lớp may công nghiệp 1', 1],
      ['Lớp may 2', 1],
    ])
    const nameless = await upload([head.slice(2), ['Triệu Văn Tư', 1993, 'Nam', '006193000004']])
    const asked = await preview(program, nameless)
    const [question] = asked.questions
    expect([question?.choices.length, question?.answer, asked.canImport]).toEqual([2, null, false])
    await run(program, { ...nameless, answers: { [question?.id ?? '']: question?.choices[1]?.value ?? '' } })
    expect((await classes(program, id)).map(({ trainees }) => trainees.length)).toEqual([1, 2])
  })
})

describe('giấy chứng nhận', () => {
  it('make their round and product, are known again, and change only what the list says', async () => {
    const program = await sampleProgram()
    const heading = ['STT', 'Tên sản phẩm', 'Cơ sở sản xuất', 'Nhóm sản phẩm', 'Số giấy chứng nhận', 'Ngày cấp']
    const title = ['SẢN PHẨM CÔNG NGHIỆP NÔNG THÔN TIÊU BIỂU CẤP TỈNH NĂM 2021']
    const sheet = [
      title,
      heading,
      [1, 'Miến dong Tài Hoan', 'HTX Tài Hoan', 'Chế biến nông sản', '12/GCN', '20/10/2021'],
      [2, 'Gối thảo dược', 'HTX Yến Dương', 'Thủ công mỹ nghệ', '', ''],
    ]
    const seen = await preview(program, await upload(sheet))
    expect(seen.sheets.map(({ kind, year }) => [kind, year])).toEqual([['certificates', 2021]])
    expect((await run(program, await upload(sheet))).created).toBe(2)
    const list = () =>
      value<CallOutput<'activities', 'certificates'>>(program, 'activities.certificates', { year: 2021 })
    expect((await list()).rows.map(({ name, level, number }) => [name, level, number]).sort()).toEqual([
      ['Gối thảo dược', 'province', ''],
      ['Miến dong Tài Hoan', 'province', '12/GCN'],
    ])
    const more = sheet.map((row) => (row[0] === 2 ? [...row.slice(0, 4), '13/GCN', '20/10/2021'] : row))
    const again = await preview(program, await upload(more))
    const [same, changed] = rowsOf(again)
    expect([same?.status, changed?.status]).toEqual(['duplicate', 'changed'])
    await run(program, { ...(await upload(more)), duplicates: { [changed?.key ?? '']: 'update' } })
    expect((await list()).rows.map(({ number }) => number).sort()).toEqual(['12/GCN', '13/GCN'])
  })
})
