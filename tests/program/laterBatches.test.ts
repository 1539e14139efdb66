// An approved plan goes on: further batches, supplements with a decision of their own; what was approved stays as it was.
import { describe, expect, it } from 'vitest'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms('2022-03-01')
const local = { year: 2022, programme: 'local' as const }
const given = (dong: number) => ({ national: 0, local: dong, counterpart: 0, other: 0 })
const batch = (batchNumber: number, totalAmount: number) => ({
  batchNumber,
  documentKind: 'decision' as const,
  number: `${batchNumber}/QĐ-UBND`,
  issuedOn: '2022-02-01',
  issuer: 'UBND tỉnh',
  totalAmount,
  note: '',
})

async function saveBatch({ ask }: OpenProgram, number: number, total: number) {
  return ask('plans.saveAllocation', { ...local, id: null, rowVersion: null, allocation: batch(number, total) })
}

/** The sample's local plan, registered, with one batch of which the first item got its part, and approved. */
async function approved(program: OpenProgram) {
  const { ask } = program
  const before = await ask('plans.allocations', local)
  await ask('plans.setState', {
    ...local,
    rowVersion: before.rowVersion,
    state: 'registered',
    registeredOn: '2021-06-10',
  })
  const first = await saveBatch(program, 1, 300_000_000)
  const [item] = before.items
  if (item === undefined) throw new Error('the sample lists several')
  await ask('plans.assign', { itemId: item.id, allocationId: first.id, amounts: given(20_000_000), assignedOn: null })
  const { rowVersion } = await ask('plans.allocations', local)
  await ask('plans.lock', { ...local, rowVersion, decisionNumber: '1947/QĐ-UBND', decisionDate: '2022-02-15' })
  return { batchId: first.id, itemId: item.id, projectId: item.projectId }
}

describe('a plan already approved', () => {
  it('is given a second batch, while the first and what it gave stay', async () => {
    const program = await open('sample')
    const { ask, refusal } = program
    const { batchId, itemId } = await approved(program)
    const second = await saveBatch(program, 2, 50_000_000)
    await ask('plans.assign', { itemId, allocationId: second.id, amounts: given(15_000_000), assignedOn: '2022-02-20' })
    const after = await ask('plans.allocations', local)
    expect(after.batches.map((one) => [one.batchNumber, one.assigned.local, one.approved])).toEqual([
      [1, 20_000_000, true],
      [2, 15_000_000, false],
    ])
    expect(after.items.find(({ id }) => id === itemId)?.assigned.local).toBe(35_000_000)
    // The later one can still be mended; the approved one and what it gave cannot.
    await ask('plans.assign', { itemId, allocationId: second.id, amounts: given(10_000_000), assignedOn: null })
    const locked = { itemId, allocationId: batchId, amounts: given(1), assignedOn: null }
    expect((await refusal('plans.assign', locked)).code).toBe('plan.locked')
    const outside = await refusal('plans.assign', { ...locked, allocationId: null })
    expect(outside.fields).toEqual([{ path: 'allocationId', message: expect.stringContaining('ghi đợt mới trước') }])
    expect((await refusal('plans.removeAllocation', { id: batchId, rowVersion: 1 })).code).toBe('plan.locked')
  })

  it('takes a supplement, which waits for its own decision and is then locked like the rest', async () => {
    const program = await open('sample')
    const { ask, refusal } = program
    const { projectId } = await approved(program)
    const { id: copyId } = await ask('projects.copy', { id: projectId, toYear: 2023 })
    const copy = await ask('projects.get', { id: copyId })
    await ask('projects.save', {
      id: copyId,
      rowVersion: copy.rowVersion,
      identity: { ...copy.identity, code: '', planYear: 2022 },
      content: copy.content,
    })
    const before = await ask('plans.get', { ...local })
    expect(await ask('plans.addProjects', { ...local, projectIds: [copyId] })).toEqual({ added: 1 })
    const waiting = await ask('plans.allocations', local)
    const item = waiting.items.find((one) => one.projectId === copyId)
    expect(item).toMatchObject({ supplementRound: 1, approved: false })
    expect(waiting).toMatchObject({ state: 'approved', awaiting: 1 })
    await ask('plans.saveItem', { itemId: item?.id ?? 0, priority: 3, note: 'bổ sung' })
    // Until it is decided, the plan in force is what was approved.
    expect((await ask('plans.get', local)).items).toEqual(before.items)

    const lock = { ...local, rowVersion: waiting.rowVersion, decisionNumber: '2100/QĐ-UBND' }
    const early = await refusal('plans.lock', { ...lock, decisionDate: '2022-02-14' })
    expect(early.fields).toEqual([{ path: 'decisionDate', message: expect.stringContaining('15/02/2022') }])
    await ask('plans.lock', { ...lock, decisionDate: '2022-02-25' })
    const after = await ask('plans.get', local)
    expect(after.items).toHaveLength(before.items.length + 1)
    expect(after.items.slice(0, -1)).toEqual(before.items)
    expect(after.header.decisionNumber).toBe('1947/QĐ-UBND')
    expect(after.items.at(-1)?.version).toMatchObject({ stage: 'approved', decisionNumber: '2100/QĐ-UBND' })
    expect((await refusal('plans.removeItem', { itemId: item?.id ?? 0 })).code).toBe('plan.locked')
    expect((await refusal('plans.lock', { ...lock, decisionDate: '2022-02-26' })).code).toBe('plan.locked')
  })

  it('lets a supplement that is not wanted after all go again', async () => {
    const program = await open('sample')
    const { ask } = program
    const { projectId } = await approved(program)
    const { id } = await ask('projects.copy', { id: projectId, toYear: 2021 })
    const copy = await ask('projects.get', { id })
    await ask('projects.save', {
      id,
      rowVersion: copy.rowVersion,
      identity: { ...copy.identity, code: '', planYear: 2022 },
      content: copy.content,
    })
    await ask('plans.addProjects', { ...local, projectIds: [id] })
    const { items } = await ask('plans.allocations', local)
    await ask('plans.removeItem', { itemId: items.find((one) => one.projectId === id)?.id ?? 0 })
    expect((await ask('plans.allocations', local)).awaiting).toBe(0)
  })
})

describe('a copy into another year', () => {
  it('is a new draft of either direction, and not of the year it is of', async () => {
    const { ask, refusal } = await open('sample')
    const [row] = (await ask('projects.list', { year: 2022, programme: 'local' })).rows
    if (row === undefined) throw new Error('the sample has local đề án')
    const made = await ask('projects.copy', { id: row.id, toYear: 2020 })
    const copy = await ask('projects.get', { id: made.id })
    expect(copy).toMatchObject({ identity: { planYear: 2020, code: made.code }, version: { locked: false, number: 1 } })
    expect(copy.content.startMonth?.slice(0, 4)).toBe('2020')
    const same = await refusal('projects.copy', { id: row.id, toYear: 2022 })
    expect(same.fields).toEqual([{ path: 'toYear', message: expect.stringContaining('đã thuộc năm 2022') }])
  })
})
