// Papers made of what an appraisal and the steps of a đề án have on record: finished PDF and DOCX through the program.
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index'
import type { DirectStep } from '../../shared/domain/lifecycle'
import { noAmounts } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { type OpenProgram, openPrograms } from '../support/openProgram'
import { hasTool } from '../support/tools'

const newProgram = openPrograms()

type Sheet = CallInput<'projects', 'saveAppraisal'>['sheet']

function budgetOf(programme: Programme, support: number) {
  const amounts = { ...noAmounts, [programme]: support, counterpart: 200_000_000 }
  return [{ content: 'Máy sấy', unit: 'máy', quantityThousandths: null, unitPrice: null, amounts, note: '' }]
}

async function addProject(
  { ask }: OpenProgram,
  programme: Programme,
  name = 'Hỗ trợ máy sấy gỗ',
  support = 100_000_000,
) {
  const { id } = await ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme, kind: 'single', planYear: 2027 },
    content: {
      name,
      contentGroup: 'ND3',
      subContent: 'ND3.advancedMachinery',
      implementingUnit: 'Phòng Kinh tế xã Na Rì',
      cooperatingUnits: '',
      startMonth: '2027-02',
      endMonth: '2027-11',
      necessity: 'Cần',
      objective: 'Mục tiêu',
      scale: 'Một máy sấy 12 m³',
      schedule: 'Tiến độ',
      organisation: 'Tổ chức',
      effect: 'Hiệu quả',
      summary: '',
      note: '',
      beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
      places: [{ provinceCode: '19', communeCode: null, text: 'xã Cường Lợi', oldText: '' }],
      outputs: [],
      budget: budgetOf(programme, support),
    },
  })
  return id
}

async function take({ ask }: OpenProgram, id: number, step: DirectStep, date: string, number = '', reason = '') {
  const { rowVersion } = await ask('projects.steps', { id })
  const documentDate = number === '' ? null : date
  return ask('projects.takeStep', { id, rowVersion, step, date, documentNumber: number, documentDate, reason })
}

const passed: Sheet = {
  method: 'council',
  date: '2026-05-25',
  documentNumber: '3/BB-SCT',
  appraiser: '',
  signer: '',
  checks: [1, 2, 3, 4, 5].map(() => ({ result: 'pass', opinion: '' })),
  members: [
    { name: 'Nguyễn Văn An', organisation: 'Phó Giám đốc Sở', role: 'chair', opinion: 'Nhất trí.' },
    { name: 'Lý Thị Bình', organisation: '', role: 'secretary', opinion: '' },
    { name: 'Hoàng Văn Chung', organisation: 'Sở Tài chính', role: 'member', opinion: 'Xem lại báo giá.' },
  ],
  votesFor: 2,
  votesAgainst: 1,
  conclusion: 'agree',
  opinion: 'Đề nghị ký hợp đồng sớm',
}

async function writeSheet({ ask }: OpenProgram, id: number, sheet: Sheet, level: 'base' | 'ministry' = 'base') {
  const known = await ask('projects.appraisal', { id, level })
  return ask('projects.saveAppraisal', { id, level, rowVersion: known?.rowVersion ?? 0, sheet })
}

async function conclude(program: OpenProgram, id: number, sheet: Sheet, level: 'base' | 'ministry' = 'base') {
  const saved = await writeSheet(program, id, sheet, level)
  const { rowVersion } = await program.ask('projects.steps', { id })
  await program.ask('projects.concludeAppraisal', { id, level, rowVersion, appraisalRowVersion: saved.rowVersion })
}

/** The appraised budget: what was sent stays beside it. */
async function appraiseAt({ ask }: OpenProgram, id: number, programme: Programme, support: number) {
  const { rowVersion } = await ask('projects.steps', { id })
  const started = await ask('projects.startVersion', { id, rowVersion, stage: 'baseAppraised' })
  const { identity, content } = await ask('projects.get', { id })
  await ask('projects.save', {
    id,
    rowVersion: started.rowVersion,
    identity,
    content: { ...content, budget: budgetOf(programme, support) },
  })
}

/** What both prints say, as words in the order they are read: the PDF, and the DOCX as a word processor prints it. */
function printed(pdf: Uint8Array, docx: Uint8Array): string[] {
  const [fromWord] = convertWithLibreOffice([docx], 'docx', 'pdf')
  return [pdf, fromWord ?? new Uint8Array()].map((bytes) =>
    pdfPages(bytes)
      .flatMap(({ words }) => words.map((word) => word.text))
      .join(' '),
  )
}

async function papersOf(
  { ask }: OpenProgram,
  form: string,
  projectId: number,
  options: object = {},
): Promise<string[]> {
  const [pdf, docx] = await Promise.all(
    (['pdf', 'docx'] as const).map(async (format) =>
      Buffer.from((await ask('documents.render', { form, projectId, format, options })).base64, 'base64'),
    ),
  )
  return printed(pdf ?? new Uint8Array(), docx ?? new Uint8Array())
}

const tools = hasTool('pdftotext') && hasTool('soffice')

describe.skipIf(!tools)('the minutes of the council', () => {
  it('name who sat, what each said, how they voted and what they propose', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'national')
    await take(program, id, 'submit', '2026-05-15', '12/CV')
    await appraiseAt(program, id, 'national', 80_000_000)
    await conclude(program, id, passed)
    for (const text of await papersOf(program, 'council-minutes', id)) {
      expect(text).toContain('BIÊN BẢN Họp Hội đồng thẩm định cấp cơ sở đề án khuyến công quốc gia năm 2027')
      expect(text).toContain('Số: 3/BB-SCT')
      expect(text).toContain('36/2013/TT-BCT')
      expect(text).toContain('ngày 25 tháng 5 năm 2026')
      expect(text).toContain('03 thành viên')
      expect(text).toContain('Nguyễn Văn An Phó Giám đốc Sở Chủ tịch')
      expect(text).toContain('Hoàng Văn Chung Sở Tài chính Ủy viên')
      expect(text).toContain('Hoàng Văn Chung (ủy viên): Xem lại báo giá.')
      expect(text).toMatch(/Lý Thị Bình \(thư ký\): …/)
      expect(text.split(' ').filter((word) => word === 'Đạt')).toHaveLength(5)
      expect(text).toContain('2/3 phiếu đồng ý, 1/3 phiếu không đồng ý')
      expect(text).toContain('Ý kiến kết luận: Đề nghị ký hợp đồng sớm.')
      expect(text).toContain('đơn vị đề nghị: 100.000.000 đồng')
      expect(text).toContain('đề nghị hỗ trợ: 80.000.000 đồng (Bằng chữ: Tám mươi triệu đồng)')
      expect(text).toMatch(/Cuộc họp kết thúc vào \.+ giờ \.+ phút, ngày 25 tháng 5 năm 2026\.\/\./)
      expect(text).toMatch(/THƯ KÝ CHỦ TỌA .*Lý Thị Bình Nguyễn Văn An$/)
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('propose no money where the council refuses, and leave to be written what is not decided', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'local')
    await take(program, id, 'submit', '2026-05-15', '12/CV')
    const open: Sheet = {
      ...passed,
      votesFor: null,
      votesAgainst: null,
      conclusion: null,
      opinion: '',
      documentNumber: '',
    }
    await writeSheet(program, id, { ...open, checks: open.checks.map(() => ({ result: 'pending', opinion: '' })) })
    for (const text of await papersOf(program, 'council-minutes', id)) {
      expect(text).toMatch(/Kết quả biểu quyết: …+ phiếu đồng ý/)
      expect(text.split(' ')).not.toContain('Đạt')
    }
    await writeSheet(program, id, {
      ...passed,
      votesFor: 0,
      votesAgainst: 3,
      conclusion: 'refuse',
      opinion: 'Trùng nguồn.',
    })
    for (const text of await papersOf(program, 'council-minutes', id)) {
      expect(text).toContain('không đề nghị hỗ trợ kinh phí khuyến công địa phương')
      expect(text).toContain('Trùng nguồn.')
      expect(text).not.toContain('đề nghị hỗ trợ: 100')
    }
  })

  it('are refused in words without a meeting, a chair or a secretary', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'local')
    const refusal = () => program.refusal('documents.render', { form: 'council-minutes', projectId: id, format: 'pdf' })
    expect(await refusal()).toMatchObject({
      code: 'document.incomplete',
      message: expect.stringMatching(/gửi đề án đi/),
    })
    await take(program, id, 'submit', '2026-05-15', '12/CV')
    await writeSheet(program, id, { ...passed, method: 'staff', members: [], votesFor: null, votesAgainst: null })
    expect(await refusal()).toMatchObject({
      code: 'document.incomplete',
      message: expect.stringMatching(/chuyên viên/),
    })
    await writeSheet(program, id, { ...passed, members: passed.members.slice(2), votesFor: 1, votesAgainst: 0 })
    expect((await refusal()).message).toContain('Chủ tịch và Thư ký')
  })
})

describe.skipIf(!tools)('the letter that gives a file back', () => {
  it('says to whom, which time, why and what to add, under the number it was given', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'local')
    await take(program, id, 'submit', '2026-05-15', '12/PKT')
    await take(program, id, 'return', '2026-05-20', '30/SCT', 'Hồ sơ thiếu:\n- Báo giá máy sấy;\n- Cam kết đối ứng.')
    for (const text of await papersOf(program, 'return-letter', id)) {
      expect(text).toContain('Số: 30/SCT')
      expect(text).toContain('ngày 20 tháng 5 năm 2026')
      expect(text).toContain('trả lại hồ sơ đề án')
      expect(text).toContain('Kính gửi: Phòng Kinh tế xã Na Rì')
      expect(text).toContain('“Hỗ trợ máy sấy gỗ”')
      expect(text).toContain('gửi lần thứ 1 kèm theo Văn bản số 12/PKT ngày 15 tháng 5 năm 2026')
      expect(text).toMatch(/Hồ sơ thiếu: - Báo giá máy sấy; - Cam kết đối ứng\./)
      expect(text).toMatch(/trước ngày \.+ tháng \.+ năm \.+/)
      expect(text).toContain('- Như trên; - Lưu: VT.')
    }
    await take(program, id, 'resume', '2026-05-21')
    await take(program, id, 'submit', '2026-05-22', '15/PKT')
    const [again] = await papersOf(program, 'return-letter', id)
    expect(again).toContain('gửi lần thứ 1')
    const opinion = 'Bổ sung giấy chứng nhận đăng ký.'
    await writeSheet(program, id, { ...passed, conclusion: 'agreeAfterSupplement', opinion })
    for (const text of await papersOf(program, 'return-letter', id, { date: '2026-05-26', number: '41/SCT' })) {
      expect(text).toContain('đề nghị bổ sung hồ sơ đề án')
      expect(text).toContain('Số: 41/SCT')
      expect(text).toContain('gửi lần thứ 2 kèm theo Văn bản số 15/PKT')
      expect(text).toContain(opinion)
      expect(text).not.toContain('Báo giá máy sấy')
    }
    await take(program, id, 'return', '2026-05-27', '44/SCT', 'Sai đối tượng.')
    const [second] = await papersOf(program, 'return-letter', id)
    expect(second).toContain('gửi lần thứ 2')
    expect(second).toContain('Sai đối tượng.')
    expect(second).not.toContain(opinion)
  })

  it('passes on what the ministry’s agency gave back, without taking its number', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'national')
    await take(program, id, 'submit', '2026-05-15', '12/PKT')
    await conclude(program, id, passed)
    await take(program, id, 'register', '2026-06-10', '45/BC-SCT')
    await take(program, id, 'return', '2026-07-01', '900/ĐCK', 'Làm rõ quy mô.')
    const [text] = await papersOf(program, 'return-letter', id)
    expect(text).toContain('Theo Văn bản số 900/ĐCK ngày 01 tháng 7 năm 2026 của Cục Đổi mới sáng tạo')
    expect(text).not.toContain('Số: 900')
    expect(text).toContain('Làm rõ quy mô.')
  })

  it('is refused in words where nothing was given back and nothing asked for', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'local')
    const refusal = () => program.refusal('documents.render', { form: 'return-letter', projectId: id, format: 'docx' })
    expect(await refusal()).toMatchObject({ code: 'document.incomplete', message: expect.stringMatching(/Trả lại/) })
    await take(program, id, 'submit', '2026-05-15', '12/PKT')
    await conclude(program, id, passed)
    expect((await refusal()).code).toBe('document.incomplete')
  })
})

describe.skipIf(!tools)('the report on a year’s appraisals', () => {
  const reportOf = async ({ ask }: OpenProgram, programme: Programme) => {
    const [pdf, docx] = await Promise.all(
      (['pdf', 'docx'] as const).map(async (format) => {
        const made = await ask('documents.renderPlan', { form: 'appraisal-report', year: 2027, programme, format })
        return Buffer.from(made.base64, 'base64')
      }),
    )
    return printed(pdf ?? new Uint8Array(), docx ?? new Uint8Array())
  }

  it('counts the files and sets what was asked beside what was found, to the last đồng', async () => {
    const program = await newProgram()
    const agreed = await addProject(program, 'local', 'Máy sấy gỗ', 100_000_001)
    const refused = await addProject(program, 'local', 'Máy xay lúa', 50_000_000)
    const waits = await addProject(program, 'local', 'Lớp thêu ren', 30_000_000)
    const back = await addProject(program, 'local', 'Hội chợ Tết', 20_000_000)
    await addProject(program, 'local', 'Chưa gửi', 10_000_000)
    const national = await addProject(program, 'national', 'Của chương trình khác', 70_000_000)
    for (const id of [agreed, refused, waits, back, national]) await take(program, id, 'submit', '2026-05-15', '12/PKT')
    await appraiseAt(program, agreed, 'local', 80_000_000)
    await conclude(program, agreed, passed)
    await conclude(program, refused, {
      ...passed,
      votesFor: 0,
      votesAgainst: 3,
      conclusion: 'refuse',
      opinion: 'Trùng.',
    })
    await take(program, back, 'return', '2026-05-20', '30/SCT', 'Thiếu')
    for (const text of await reportOf(program, 'local')) {
      expect(text).toContain('Số hồ sơ đề án đã nhận: 4, trong đó đã thẩm định 2 hồ sơ')
      expect(text).toContain('- Đồng ý: 1 đề án; - Đồng ý sau khi bổ sung: 0 đề án; - Không đồng ý: 1 đề án.')
      expect(text).toContain('Đang thẩm định 1 hồ sơ: - Lớp thêu ren.')
      expect(text).toContain('Đã trả lại để bổ sung 1 hồ sơ: - Hội chợ Tết.')
      // Cells of a heading may be read among the sums.
      const words = text.split(' ')
      const sums = ['100.000.001', '-20.000.001', '50.000.000', '0', '-50.000.000', '150.000.001', '-70.000.001']
      for (const sum of sums) expect(words).toContain(sum)
      expect(text).toContain('sau thẩm định: 80.000.000 đồng (Bằng chữ: Tám mươi triệu đồng)')
      expect(text).toContain('giảm 70.000.001 đồng so với đề nghị./.')
      expect(text).not.toMatch(/Chưa gửi|Của chương trình khác|undefined|NaN/)
    }
  })

  it('is refused in words while no appraisal of the year is concluded', async () => {
    const program = await newProgram()
    const id = await addProject(program, 'national')
    await take(program, id, 'submit', '2026-05-15', '12/PKT')
    await writeSheet(program, id, passed)
    const input = { form: 'appraisal-report', year: 2027, programme: 'national', format: 'pdf' }
    const refused = await program.refusal('documents.renderPlan', input)
    expect(refused).toMatchObject({ code: 'document.incomplete', message: expect.stringMatching(/mục Thẩm định/) })
  })
})
