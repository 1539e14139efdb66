// Needs through the program: entered, found, declined with a reason, and taken into one đề án exactly once.
import { describe, expect, it } from 'vitest'
import { blankEstablishment, type NeedDetailsInput } from '../../shared/contract/establishments'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms()

const need: NeedDetailsInput = {
  year: 2027,
  establishmentId: null,
  asker: 'Hộ kinh doanh Nông Thị Hòa',
  contentGroup: 'ND3',
  subContent: 'ND3.advancedMachinery',
  activity: 'Máy sấy lạnh 500 kg/mẻ',
  totalInvestment: 480_000_000,
  wishedSupport: 200_000_000,
  receivedOn: '2026-10-05',
  note: '',
}

async function addNeed({ ask }: OpenProgram, over: Partial<NeedDetailsInput> = {}): Promise<number> {
  return (await ask('establishments.saveNeed', { id: null, rowVersion: null, need: { ...need, ...over } })).id
}

async function addEstablishment({ ask }: OpenProgram, name: string): Promise<number> {
  const establishment = {
    ...blankEstablishment,
    name,
    legalForm: 'cooperative' as const,
    provinceCode: '19',
    headOfficeAddress: 'Thôn Nà Diếu',
    oldAddressText: 'Thôn Nà Diếu, xã Văn Vũ, huyện Na Rì',
  }
  return (await ask('establishments.save', { id: null, rowVersion: null, establishment, acceptDuplicates: true })).id
}

const fieldsOf = (problem: { fields: readonly { path: string; message: string }[] }) =>
  Object.fromEntries(problem.fields.map(({ path, message }) => [path, message]))

describe('needs', () => {
  it('are listed by year, outcome and words without marks, newest first', async () => {
    const program = await open()
    const establishmentId = await addEstablishment(program, 'HTX Vũ Loan')
    const first = await addNeed(program)
    const second = await addNeed(program, { establishmentId, asker: '', receivedOn: '2026-11-01' })
    await addNeed(program, { year: 2028 })
    const list = (input: object) => program.ask('establishments.needs', input)
    const ofYear = await list({ year: 2027 })
    expect(ofYear.total).toBe(2)
    expect(ofYear.rows.map(({ id }) => id)).toEqual([second, first])
    expect(ofYear.rows[0]).toMatchObject({ asker: 'HTX Vũ Loan', outcome: 'open', project: null })
    expect((await list({ text: 'nong thi say lanh', year: 2027 })).rows.map(({ id }) => id)).toEqual([first])
    expect((await list({ text: 'oa' })).rows).toEqual([])
    expect((await list({ text: '%' })).rows).toEqual([])
    expect((await list({ establishmentId })).rows.map(({ id }) => id)).toEqual([second])
    expect((await list({ year: 2027, outcome: 'declined' })).rows).toEqual([])
  })

  it('refuse wrong amounts, days and askers at their fields', async () => {
    const program = await open()
    const refused = async (over: object) =>
      fieldsOf(
        await program.refusal('establishments.saveNeed', { id: null, rowVersion: null, need: { ...need, ...over } }),
      )
    expect(await refused({ totalInvestment: 0 })).toEqual({
      'need.totalInvestment': 'Số tiền phải lớn hơn 0; để trống nếu chưa biết.',
    })
    expect(await refused({ wishedSupport: -1 })).toEqual({ 'need.wishedSupport': 'Số tiền không được âm.' })
    expect(await refused({ wishedSupport: 500_000_000 })).toEqual({
      'need.wishedSupport': 'Mức hỗ trợ mong muốn lớn hơn tổng vốn đầu tư.',
    })
    expect(await refused({ receivedOn: '2026-11-22' })).toHaveProperty(['need.receivedOn'])
    expect(await refused({ receivedOn: '2026-02-30' })).toHaveProperty(['need.receivedOn'])
    expect(await refused({ asker: '  ' })).toHaveProperty(['need.asker'])
    expect(await refused({ activity: ' ' })).toHaveProperty(['need.activity'])
    expect(await refused({ establishmentId: 77 })).toEqual({
      'need.establishmentId': 'Không còn cơ sở này trong danh sách.',
    })
    expect((await program.ask('establishments.needs', {})).total).toBe(0)
  })

  it('are declined only with a reason, and can be thought over again', async () => {
    const program = await open()
    const id = await addNeed(program)
    const empty = await program.refusal('establishments.declineNeed', { id, rowVersion: 1, reason: ' ' })
    expect(fieldsOf(empty)).toEqual({ reason: 'Phải nhập lý do.' })
    const reason = 'Ngành nghề không thuộc đối tượng'
    const declined = await program.ask('establishments.declineNeed', { id, rowVersion: 1, reason })
    expect((await program.ask('establishments.needs', { outcome: 'declined' })).rows[0]).toMatchObject({
      declineReason: reason,
    })
    const refused = await program.refusal('establishments.needsToProject', {
      needIds: [id],
      programme: 'local',
      planYear: 2027,
    })
    expect(fieldsOf(refused)['needIds.0']).toContain('Xem xét lại')
    const stale = await program.refusal('establishments.reopenNeed', { id, rowVersion: 1 })
    expect(stale.code).toBe('record.conflict')
    await program.ask('establishments.reopenNeed', { id, rowVersion: declined.rowVersion })
    const [row] = (await program.ask('establishments.needs', {})).rows
    expect(row).toMatchObject({ outcome: 'open', declineReason: '', rowVersion: 3 })
  })

  it('keep the cơ sở that asked from being removed', async () => {
    const program = await open()
    const establishmentId = await addEstablishment(program, 'HTX Vũ Loan')
    await addNeed(program, { establishmentId })
    const refused = await program.refusal('establishments.remove', { id: establishmentId, rowVersion: 1 })
    expect(refused).toMatchObject({ code: 'record.in-use' })
    expect(refused.message).toContain('năm 2027')
  })
})

describe('a đề án from needs', () => {
  it('is single for one asker: content, beneficiary, place and money as asked', async () => {
    const program = await open()
    const establishmentId = await addEstablishment(program, 'HTX Vũ Loan')
    const id = await addNeed(program, { establishmentId, asker: '' })
    const made = await program.ask('establishments.needsToProject', {
      needIds: [id],
      programme: 'national',
      planYear: 2027,
    })
    const project = await program.ask('projects.get', { id: made.projectId })
    expect(project.identity).toMatchObject({
      code: 'KCQG-2027-001',
      kind: 'single',
      programme: 'national',
      planYear: 2027,
    })
    expect(project.content).toMatchObject({
      name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến cho HTX Vũ Loan',
      contentGroup: 'ND3',
      subContent: 'ND3.advancedMachinery',
      implementingUnit: 'Trung tâm Khuyến công',
      summary: 'Máy sấy lạnh 500 kg/mẻ',
      beneficiaries: [{ establishmentId, name: 'HTX Vũ Loan' }],
      places: [{ text: 'Thôn Nà Diếu, Tỉnh Thái Nguyên', oldText: 'Thôn Nà Diếu, xã Văn Vũ, huyện Na Rì' }],
    })
    expect(project.content.budget.map(({ content, amounts }) => ({ content, amounts }))).toEqual([
      {
        content: 'Máy sấy lạnh 500 kg/mẻ',
        amounts: { national: 200_000_000, local: 0, counterpart: 280_000_000, other: 0 },
      },
    ])
    expect((await program.ask('establishments.needs', {})).rows[0]).toMatchObject({
      outcome: 'taken',
      project: { id: made.projectId, code: 'KCQG-2027-001' },
    })
  })

  it('is a group for several askers, its money the sum of what they asked', async () => {
    const program = await open()
    const establishmentId = await addEstablishment(program, 'HTX Vũ Loan')
    const ids = [
      await addNeed(program, { establishmentId, asker: '', wishedSupport: null }),
      await addNeed(program, { totalInvestment: null }),
      await addNeed(program, { establishmentId, asker: '', activity: 'Máy đóng gói' }),
    ]
    const made = await program.ask('establishments.needsToProject', {
      needIds: ids,
      programme: 'local',
      planYear: 2027,
      name: 'Hỗ trợ máy chế biến nông sản',
    })
    const { identity, content } = await program.ask('projects.get', { id: made.projectId })
    expect(identity.kind).toBe('group')
    expect(content.name).toBe('Hỗ trợ máy chế biến nông sản')
    expect(content.beneficiaries.map(({ name }) => name)).toEqual(['HTX Vũ Loan', 'Hộ kinh doanh Nông Thị Hòa'])
    const sum = (source: 'local' | 'counterpart') =>
      content.budget.reduce((total, { amounts }) => total + amounts[source], 0)
    expect([sum('local'), sum('counterpart')]).toEqual([400_000_000, 760_000_000])
  })

  it('takes each need once, and all of them or none', async () => {
    const program = await open()
    const [first, second] = [await addNeed(program), await addNeed(program)]
    const take = (needIds: number[]) => ({ needIds, programme: 'local' as const, planYear: 2027 })
    const { code, projectId } = await program.ask('establishments.needsToProject', take([first]))
    const twice = await program.refusal('establishments.needsToProject', take([second, first, second, 99]))
    expect(fieldsOf(twice)).toEqual({
      'needIds.1': `Nhu cầu này đã đưa vào đề án ${code}; hãy sửa trong đề án đó.`,
      'needIds.2': 'Nhu cầu này được chọn hai lần.',
      'needIds.3': 'Không còn nhu cầu này trong danh sách.',
    })
    const other = await addNeed(program, { contentGroup: 'ND4', subContent: null })
    const mixed = await program.refusal('establishments.needsToProject', take([second, other]))
    expect(fieldsOf(mixed)['needIds.1']).toContain('nội dung khuyến công khác')
    expect((await program.ask('projects.list', {})).total).toBe(1)
    const edited = await program.refusal('establishments.saveNeed', { id: first, rowVersion: 2, need })
    expect(fieldsOf(edited).id).toContain(code)

    await program.ask('projects.remove', { id: projectId, rowVersion: 1 })
    const rows = (await program.ask('establishments.needs', { outcome: 'open' })).rows
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second, other].sort())
  })
})
