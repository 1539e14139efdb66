// From a registered plan to an assigned and an approved one, through the program: figures, refusals at their field, what is locked.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallInput, CallOutput } from '../../shared/contract/index'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-03-01')

type Allocations = CallOutput<'plans', 'allocations'>
type Plan = CallOutput<'plans', 'get'>
type Batch = CallInput<'plans', 'saveAllocation'>['allocation']

const local = { year: 2022, programme: 'local' as const }
const read = (program: Program) => value<Allocations>(program, 'plans.allocations', local)
const plan = (program: Program, basis: 'registered' | 'current' = 'current') =>
  value<Plan>(program, 'plans.get', { ...local, basis })
const givenLocal = (dong: number) => ({ national: 0, local: dong, counterpart: 0, other: 0 })

const batch: Batch = {
  batchNumber: 1,
  documentKind: 'decision',
  number: '3536/QĐ-BCT',
  issuedOn: '2021-12-30',
  issuer: 'Bộ trưởng Bộ Công Thương',
  totalAmount: 300_000_000,
  note: '',
}

async function register(program: Program): Promise<void> {
  const { rowVersion } = await read(program)
  await value(program, 'plans.setState', { ...local, rowVersion, state: 'registered', registeredOn: '2021-06-10' })
}

async function saveBatch(program: Program, over: Partial<Batch> = {}): Promise<{ id: number; rowVersion: number }> {
  const allocation = { ...batch, ...over }
  return value(program, 'plans.saveAllocation', { ...local, id: null, rowVersion: null, allocation })
}

async function firstItems(program: Program): Promise<readonly [number, number]> {
  const [first, second] = (await read(program)).items
  if (first === undefined || second === undefined) throw new Error('the sample lists at least two')
  return [first.id, second.id]
}

describe('batches', () => {
  it('are kept with their paper; one number is given once, and dates of another time are refused at their field', async () => {
    const program = await sampleProgram()
    const saved = await saveBatch(program)
    expect((await read(program)).batches).toMatchObject([{ ...batch, id: saved.id, left: 300_000_000 }])
    const again = { ...local, id: null, rowVersion: null }
    const twice = await problem(program, 'plans.saveAllocation', { ...again, allocation: batch })
    expect(twice).toMatchObject({ code: 'record.duplicate', fields: [{ path: 'allocation.batchNumber' }] })
    const late = { ...batch, batchNumber: 2, issuedOn: '2023-01-02' }
    const otherYear = await problem(program, 'plans.saveAllocation', { ...again, allocation: late })
    expect(otherYear.fields).toEqual([
      { path: 'allocation.issuedOn', message: expect.stringContaining('kế hoạch năm 2022') },
    ])
    const nothing = await problem(program, 'plans.saveAllocation', {
      ...again,
      allocation: { ...batch, batchNumber: 2, totalAmount: 0 },
    })
    expect(nothing.fields[0]?.path).toBe('allocation.totalAmount')
    expect((await read(program)).batches).toHaveLength(1)
  })

  it('are changed from the newest reading only, and go only when nothing was given of them', async () => {
    const program = await sampleProgram()
    await register(program)
    const { id, rowVersion } = await saveBatch(program)
    const [item] = await firstItems(program)
    await value(program, 'plans.assign', {
      itemId: item,
      allocationId: id,
      amounts: givenLocal(200_000_000),
      assignedOn: null,
    })
    const change = { ...local, id, rowVersion }
    const tooSmall = await problem(program, 'plans.saveAllocation', {
      ...change,
      allocation: { ...batch, totalAmount: 150_000_000 },
    })
    expect(tooSmall).toMatchObject({ code: 'rule.contradiction', fields: [{ path: 'allocation.totalAmount' }] })
    expect((await problem(program, 'plans.removeAllocation', { id, rowVersion })).code).toBe('record.in-use')
    await value(program, 'plans.saveAllocation', { ...change, allocation: { ...batch, totalAmount: 200_000_000 } })
    expect((await problem(program, 'plans.saveAllocation', { ...change, allocation: batch })).code).toBe(
      'record.conflict',
    )
    await value(program, 'plans.assign', {
      itemId: item,
      allocationId: id,
      amounts: givenLocal(0),
      assignedOn: null,
    })
    await value(program, 'plans.removeAllocation', { id, rowVersion: rowVersion + 1 })
    expect((await read(program)).batches).toEqual([])
  })
})

describe('assigning', () => {
  it('waits for the registration, then stands beside it by item, group and batch', async () => {
    const program = await sampleProgram()
    const [first, second] = await firstItems(program)
    const { id: one } = await saveBatch(program)
    const give = (itemId: number, allocationId: number | null, dong: number) =>
      ({ itemId, allocationId, amounts: givenLocal(dong), assignedOn: null }) as const
    expect((await problem(program, 'plans.assign', give(first, one, 5))).message).toContain('đăng ký')
    await register(program)
    expect((await read(program)).state).toBe('registered')
    const { id: two } = await saveBatch(program, { batchNumber: 2, documentKind: 'letter', totalAmount: 50_000_000 })
    await value(program, 'plans.assign', give(first, one, 20_000_000))
    await value(program, 'plans.assign', give(first, two, 10_000_000))
    await value(program, 'plans.assign', give(second, one, 40_000_000))
    await value(program, 'plans.assign', give(first, one, 30_000_000))
    const now = await read(program)
    expect(now.state).toBe('assigned')
    expect(now.items.find((item) => item.id === first)).toMatchObject({
      assigned: givenLocal(40_000_000),
      parts: [{ allocationId: two }, { allocationId: one }],
    })
    expect(now.batches.map((row) => row.left)).toEqual([230_000_000, 40_000_000])
    expect([now.assigned.local, now.allocated, now.left]).toEqual([80_000_000, 350_000_000, 270_000_000])
    expect(now.groups.reduce((sum, group) => sum + group.assigned.local, 0)).toBe(80_000_000)
    expect(now.leftInWords).toBe('Còn 270.000.000 đồng chưa giao cho đề án.')
    const out = await problem(program, 'plans.removeItem', { itemId: first })
    expect(out.code).toBe('record.in-use')
  })

  it('refuses more than the batch has left, with the amounts, at the field; nothing is kept of it', async () => {
    const program = await sampleProgram()
    await register(program)
    const [first, second] = await firstItems(program)
    const { id } = await saveBatch(program)
    const give = (itemId: number, dong: number) => ({
      itemId,
      allocationId: id,
      amounts: givenLocal(dong),
      assignedOn: null,
    })
    await value(program, 'plans.assign', give(first, 250_000_000))
    const before = await read(program)
    const over = await problem(program, 'plans.assign', give(second, 50_000_001))
    expect(over.code).toBe('rule.contradiction')
    expect(over.fields).toEqual([
      {
        path: 'amounts.local',
        message:
          'Đợt 1 chỉ còn 50.000.000 đồng (tổng 300.000.000 đồng, đã giao đề án khác 250.000.000 đồng); nhập 50.000.001 đồng là vượt 1 đồng.',
      },
    ])
    expect(await read(program)).toEqual(before)
    await value(program, 'plans.assign', give(second, 50_000_000))
  })

  it('outside any batch is allowed and said when it is more than the year was given', async () => {
    const program = await sampleProgram()
    await register(program)
    const [first] = await firstItems(program)
    await saveBatch(program, { totalAmount: 10_000_000 })
    await value(program, 'plans.assign', {
      itemId: first,
      allocationId: null,
      amounts: givenLocal(30_000_000),
      assignedOn: '2022-02-01',
    })
    const now = await read(program)
    expect(now.left).toBe(-20_000_000)
    expect(now.leftInWords).toContain('vượt')
    expect(now.checks.map((check) => check.message)).toContainEqual(expect.stringContaining('20.000.000 đồng'))
  })
})

describe('registering', () => {
  it('fixes what went out; later drafts change the plan in force and not what was registered', async () => {
    const program = await sampleProgram()
    const registeredBefore = (await plan(program)).amounts
    await register(program)
    const [item] = (await plan(program)).items
    const project = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', { id: item?.projectId })
    expect(project.version.locked).toBe(true)
    const started = await value<{ rowVersion: number }>(program, 'projects.startVersion', {
      id: project.id,
      rowVersion: project.rowVersion,
      stage: 'baseAppraised',
    })
    await value(program, 'projects.save', {
      id: project.id,
      rowVersion: started.rowVersion,
      identity: project.identity,
      content: { ...project.content, budget: [] },
    })
    expect((await plan(program, 'registered')).amounts).toEqual(registeredBefore)
    expect((await plan(program)).amounts.local).toBeLessThan(registeredBefore.local)
    expect((await read(program)).registered).toEqual(registeredBefore)
  })

  it('can be taken back until money was given by it, and needs something to register', async () => {
    const program = await sampleProgram()
    await register(program)
    const { rowVersion, items } = await read(program)
    const back = { ...local, state: 'drafting', registeredOn: null }
    await value(program, 'plans.setState', { ...back, rowVersion })
    expect((await read(program)).state).toBe('drafting')
    await register(program)
    await value(program, 'plans.assign', {
      itemId: items[0]?.id,
      allocationId: null,
      amounts: givenLocal(1),
      assignedOn: null,
    })
    const refused = await problem(program, 'plans.setState', {
      ...back,
      rowVersion: (await read(program)).rowVersion,
    })
    expect(refused.message).toContain('số được giao')
    const empty = { year: 2024, programme: 'national', rowVersion: 0, state: 'registered', registeredOn: null }
    expect((await problem(program, 'plans.setState', empty)).message).toContain('chưa có đề án')
    const national = await value<Allocations>(program, 'plans.allocations', { year: 2024, programme: 'national' })
    expect([national.checks, national.leftInWords]).toEqual([[], 'Năm này chưa được phân bổ kinh phí.'])
  })

  it('makes đề án brought in afterwards a supplement of the round said', async () => {
    const program = await sampleProgram()
    const { items } = await plan(program)
    const [one, two] = items.slice(-2)
    if (one === undefined || two === undefined) throw new Error('the sample has eight')
    for (const item of [one, two]) await value(program, 'plans.removeItem', { itemId: item.id })
    await register(program)
    await value(program, 'plans.addProjects', { ...local, projectIds: [one.projectId] })
    await value(program, 'plans.addProjects', { ...local, projectIds: [two.projectId], supplementRound: 2 })
    await value(program, 'plans.addProjects', { ...local, projectIds: [one.projectId], supplementRound: 3 })
    const rounds = (await read(program)).items.map((item) => item.supplementRound)
    expect(rounds.filter((round) => round > 0).sort()).toEqual([1, 2])
  })
})

describe('an approved plan', () => {
  async function approve(program: Program): Promise<void> {
    const { rowVersion } = await read(program)
    await value(program, 'plans.lock', {
      ...local,
      rowVersion,
      decisionNumber: '1947/QĐ-UBND',
      decisionDate: '2022-02-15',
    })
  }

  it('needs number and date of the decision, of its own time', async () => {
    const program = await sampleProgram()
    const { rowVersion } = await read(program)
    const lock = { ...local, rowVersion, decisionNumber: ' ', decisionDate: '2022-02-30' }
    const fields = (await problem(program, 'plans.lock', lock)).fields.map((field) => field.path).sort()
    expect(fields).toEqual(['decisionDate', 'decisionNumber'])
    const wrongYear = { ...lock, decisionNumber: '1', decisionDate: '2019-01-01' }
    expect((await problem(program, 'plans.lock', wrongYear)).fields[0]?.path).toBe('decisionDate')
    const stale = { ...lock, decisionNumber: '1', decisionDate: '2022-01-01', rowVersion: rowVersion + 1 }
    expect((await problem(program, 'plans.lock', stale)).code).toBe('record.conflict')
  })

  it('refuses every change of what was approved in words, and shows what was decided whatever is drafted later', async () => {
    const program = await sampleProgram()
    await register(program)
    const { id, rowVersion: batchVersion } = await saveBatch(program)
    const [item, other] = await firstItems(program)
    await approve(program)
    const decided = await plan(program)
    expect(decided.header).toMatchObject({ decisionNumber: '1947/QĐ-UBND', decisionDate: '2022-02-15' })
    const tries: readonly (readonly [string, unknown])[] = [
      ['plans.saveHeader', { ...local, rowVersion: decided.rowVersion, header: decided.header }],
      ['plans.saveItem', { itemId: item, priority: 1, note: '' }],
      ['plans.moveItem', { itemId: item, beforeItemId: other }],
      ['plans.removeItem', { itemId: item }],
      ['plans.saveAllocation', { ...local, id, rowVersion: batchVersion, allocation: { ...batch, note: 'sửa' } }],
      ['plans.removeAllocation', { id, rowVersion: batchVersion }],
      ['plans.assign', { itemId: item, allocationId: id, amounts: givenLocal(1), assignedOn: null }],
      ['plans.setState', { ...local, rowVersion: decided.rowVersion, state: 'drafting', registeredOn: null }],
      ['plans.lock', { ...local, rowVersion: decided.rowVersion, decisionNumber: '2', decisionDate: '2022-03-01' }],
    ]
    for (const [name, input] of tries) {
      const refused = await problem(program, name, input)
      expect(refused.code, name).toBe('plan.locked')
      expect(refused.message, name).toContain('Kế hoạch khuyến công địa phương năm 2022')
    }
    const project = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', {
      id: decided.items[0]?.projectId,
    })
    const asked = { id: null, kind: 'adjust', projectId: project.id, content: { ...project.content, budget: [] } }
    await value(program, 'changes.save', {
      id: null,
      rowVersion: null,
      letter: { year: 2022, letterNumber: '', letterDate: null, askedBy: '', reason: '', note: '' },
      items: [{ ...asked, reason: '', reasons: [], advanced: null, recovery: null }],
    })
    expect(await plan(program)).toEqual(decided)
  })
})

describe('into a later year', () => {
  it('goes what was chosen: a new draft, its months moved, linked to where it came from', async () => {
    const program = await sampleProgram()
    const { items } = await plan(program)
    const chosen = items.slice(0, 2)
    const input = { fromYear: 2022, toYear: 2024, programme: 'local', projectIds: chosen.map((one) => one.projectId) }
    const { projectIds } = await value<{ projectIds: number[] }>(program, 'plans.rollOver', {
      ...input,
      intoPlan: true,
    })
    const later = await value<Plan>(program, 'plans.get', { year: 2024, programme: 'local' })
    expect(later.items.map((one) => one.projectId)).toEqual(projectIds)
    expect(later.items.map((one) => one.amounts)).toEqual(chosen.map((one) => one.amounts))
    expect(later.items[0]?.startMonth).toBe(chosen[0]?.startMonth?.replace('2022', '2024'))
    expect(later.items[0]?.code).toBe('KCDP-2024-001')
    const copied = (await read(program)).items.filter((one) => one.copiedTo.length > 0)
    expect(copied.map((one) => [one.projectId, one.copiedTo])).toEqual(chosen.map((one) => [one.projectId, [2024]]))
  })

  it('goes nothing when one of the chosen is a stranger or the year is not later', async () => {
    const program = await sampleProgram()
    const { items } = await plan(program)
    const { items: national } = await value<Plan>(program, 'plans.get', { year: 2022, programme: 'national' })
    const ids = [items[0]?.projectId, national[0]?.projectId]
    const input = { fromYear: 2022, toYear: 2023, programme: 'local', projectIds: ids, intoPlan: true }
    expect((await problem(program, 'plans.rollOver', input)).code).toBe('rule.contradiction')
    const back = await problem(program, 'plans.rollOver', { ...input, toYear: 2022, projectIds: ids.slice(0, 1) })
    expect(back.fields[0]?.path).toBe('toYear')
    expect(await value(program, 'plans.years')).toEqual([2022])
  })
})

describe('the report of a registration', () => {
  it('tells the figures of three years', async () => {
    const program = await sampleProgram()
    const report = await value<{ title: string; paragraphs: string[] }>(program, 'plans.registrationReport', {
      year: 2023,
      programme: 'local',
    })
    expect(report.title).toContain('năm 2023')
    expect(report.paragraphs.join('\n')).toContain('Năm 2022 đăng ký 8 đề án')
    expect(report.paragraphs.join('\n')).toContain('496 triệu đồng')
    expect(report.paragraphs.join('\n')).toContain('Năm 2021: sổ chưa ghi đề án')
  })
})
