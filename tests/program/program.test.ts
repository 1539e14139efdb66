// The program as every shell sees it: calls by name, whole results, nothing thrown.
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { Problem } from '../../shared/contract/errors'
import { blankEstablishment } from '../../shared/contract/establishments'
import { allCalls } from '../../shared/contract/index'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

function newProgram(userDataDir = folder()): Program {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir,
    clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
    log: () => undefined,
    checkOutput: true,
  })
  open.push(program)
  return program
}

async function value<T = never>(program: Program, name: string, input: unknown = {}): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message} ${JSON.stringify(result.error.fields)}`)
  return result.value as T
}

async function problem(program: Program, name: string, input: unknown = {}): Promise<Problem> {
  const result = await program.call(name, input)
  if (result.ok) throw new Error(`${name} was not refused`)
  return result.error
}

async function sampleProgram(): Promise<Program> {
  const program = newProgram()
  await value(program, 'files.createSample', { path: path.join(folder(), 'mau.skc') })
  return program
}

const establishment = { ...blankEstablishment, name: 'HTX Thử' }

describe('the contract', () => {
  it('is answered by a handler for every call that is not the shell’s', async () => {
    const program = newProgram()
    for (const { name, call } of allCalls()) {
      if (call.needs === 'shell') continue
      const result = await program.call(name, { unknownKey: 1 })
      expect(result, name).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    }
    expect((await problem(program, 'plans.years')).code).toBe('file.none')
  })

  it('refuses unknown names and every wrong shape in words', async () => {
    const program = newProgram()
    for (const name of ['', 'plans', 'plans.nothing', 'constructor.name', '__proto__.x', 'shell.print', 'a.b.c'])
      expect((await problem(program, name)).code, name).toBe('call.unknown')
    for (const input of [null, undefined, 5, 'x', [], { text: 5 }]) {
      const refused = await problem(program, 'search.everything', input)
      expect(refused.code).toBe('input.invalid')
      expect(refused.fields.length).toBeGreaterThan(0)
      for (const field of refused.fields) expect(field.message).toMatch(/[à-ỹđ]/i)
    }
  })
})

describe('data files', () => {
  it('are created, remembered, closed and opened again with what was in them', async () => {
    const userData = folder()
    const file = path.join(folder(), 'Thái Nguyên.skc')
    const first = newProgram(userData)
    const office = { centreName: 'Trung tâm', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }
    await value(first, 'files.create', { path: file, office })
    await first.close()
    const second = newProgram(userData)
    expect(await value(second, 'files.recent')).toEqual([
      { path: file, name: 'Thái Nguyên.skc', openedAt: '2026-11-21T03:00:00.000Z', exists: true },
    ])
    await value(second, 'files.open', { path: file })
    const read = await value<{ office: unknown }>(second, 'office.get')
    expect(read.office).toMatchObject(office)
  })

  it('refuse an office without its name, and leave no file behind', async () => {
    const file = path.join(folder(), 'a.skc')
    const refused = await problem(newProgram(), 'files.create', { path: file, office: { centreName: ' ' } })
    expect(refused.fields.map((field) => field.path).sort()).toEqual(['office.centreName'])
    const incomplete = await problem(newProgram(), 'files.create', { path: file, office: { centreName: 'Trung tâm' } })
    expect(incomplete.fields.map((field) => field.path).sort()).toEqual([
      'office.departmentName',
      'office.placeName',
      'office.provinceCode',
    ])
    expect(fs.existsSync(file)).toBe(false)
  })

  it('keep the open one when another cannot be opened', async () => {
    const program = await sampleProgram()
    expect((await problem(program, 'files.open', { path: path.join(folder(), 'x.skc') })).code).toBe('file.missing')
    expect(await value(program, 'plans.years')).toEqual([2022])
  })
})

describe('the sample', () => {
  it('is the published plan: 700 + 496 of support, 2.396,5 in all', async () => {
    const program = await sampleProgram()
    const national = await value<{ amounts: unknown; items: unknown[]; checks: unknown[] }>(program, 'plans.get', {
      year: 2022,
      programme: 'national',
    })
    const local = await value<typeof national>(program, 'plans.get', { year: 2022, programme: 'local' })
    expect(national.amounts).toEqual({ national: 700_000_000, local: 0, counterpart: 920_000_000, other: 0 })
    expect(local.amounts).toEqual({ national: 0, local: 496_000_000, counterpart: 280_500_000, other: 0 })
    expect([national.items.length, local.items.length]).toEqual([2, 8])
  })

  it('puts old communes into the ones of today and keeps what was written', async () => {
    const program = await sampleProgram()
    const { rows } = await value<{ rows: { id: number; name: string; communeName: string; provinceCode: string }[] }>(
      program,
      'establishments.list',
      { text: 'phi doan' },
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ name: 'HTX Phi Đoàn', provinceCode: '19' })
    expect(rows[0]?.communeName).not.toBe('')
    const one = await value<{ establishment: { oldAddressText: string } }>(program, 'establishments.get', {
      id: rows[0]?.id,
    })
    expect(one.establishment.oldAddressText).toContain('Huyền Tụng')
  })
})

describe('establishments', () => {
  it('are found without marks, and refuse a possible duplicate until accepted', async () => {
    const program = await sampleProgram()
    const hits = await value<{ title: string }[]>(program, 'search.everything', { text: 'vu loan' })
    expect(hits.map((hit) => hit.title)).toContain('Hợp tác xã Dịch vụ tổng hợp Vũ Loan')
    const twin = { ...establishment, name: 'Hợp tác xã Văn Quyết' }
    const listed = await value<{ rows: { communeCode: string }[] }>(program, 'establishments.list', {
      text: 'van quyet',
    })
    const input = {
      id: null,
      rowVersion: null,
      establishment: { ...twin, productionCommuneCode: listed.rows[0]?.communeCode ?? null },
    }
    expect((await problem(program, 'establishments.save', input)).code).toBe('record.duplicate')
    await value(program, 'establishments.save', { ...input, acceptDuplicates: true })
    const after = await value<{ matching: number }>(program, 'establishments.list', { text: 'văn quyết' })
    expect(after.matching).toBe(2)
  })

  it('keep the first of two saves made from the same reading', async () => {
    const program = await sampleProgram()
    const saved = await value<{ id: number; rowVersion: number }>(program, 'establishments.save', {
      id: null,
      rowVersion: null,
      establishment,
    })
    const change = (phone: string) => ({ ...saved, code: undefined, establishment: { ...establishment, phone } })
    const { code: _code, ...first } = change('1')
    const { code: _again, ...second } = change('2')
    await value(program, 'establishments.save', first)
    expect((await problem(program, 'establishments.save', second)).code).toBe('record.conflict')
  })

  it('cannot be removed while a đề án names them', async () => {
    const program = await sampleProgram()
    const { rows } = await value<{ rows: { id: number }[] }>(program, 'establishments.list', { text: 'yen duong' })
    const id = rows[0]?.id
    const { rowVersion } = await value<{ rowVersion: number }>(program, 'establishments.get', { id })
    const refused = await problem(program, 'establishments.remove', { id, rowVersion })
    expect(refused.code).toBe('record.in-use')
    expect(refused.message).toContain('KCQG-2022-002')
  })
})

describe('đề án', () => {
  async function firstProject(program: Program) {
    const { rows } = await value<{ rows: { id: number }[] }>(program, 'projects.list', { programme: 'national' })
    return value<{
      id: number
      rowVersion: number
      identity: object
      content: { name: string; budget: { amounts: object }[]; beneficiaries: object[] }
      version: { id: number; locked: boolean; number: number }
      versions: unknown[]
    }>(program, 'projects.get', { id: rows[0]?.id })
  }

  it('lock a version for ever and go on in the next one', async () => {
    const program = await sampleProgram()
    const before = await firstProject(program)
    const lock = { id: before.id, stage: 'approved', decisionNumber: '12/QĐ-BCT', decisionDate: '2021-12-22' }
    const undated = await problem(program, 'projects.lockVersion', {
      ...lock,
      decisionDate: null,
      rowVersion: before.rowVersion,
    })
    expect(undated.fields[0]?.path).toBe('decisionDate')
    const locked = await value<{ rowVersion: number }>(program, 'projects.lockVersion', {
      ...lock,
      rowVersion: before.rowVersion,
    })
    const save = { id: before.id, identity: before.identity, content: { ...before.content, name: 'Tên khác' } }
    expect((await problem(program, 'projects.save', { ...save, rowVersion: locked.rowVersion })).code).toBe(
      'version.locked',
    )
    const byHand = { id: before.id, rowVersion: locked.rowVersion, stage: 'adjusted' }
    expect((await problem(program, 'projects.startVersion', byHand)).code).toBe('step.not-allowed')
    const letter = { year: 2022, letterNumber: '7', letterDate: '2022-02-01', askedBy: '', reason: 'Đổi tên', note: '' }
    const item = { id: null, kind: 'adjust', projectId: before.id, content: save.content, reason: '', reasons: [] }
    const asked = await value<{ id: number; rowVersion: number; itemIds: number[] }>(program, 'changes.save', {
      id: null,
      rowVersion: null,
      letter,
      items: [{ ...item, advanced: null, recovery: null }],
    })
    await value(program, 'changes.submit', { id: asked.id, rowVersion: 1, submittedOn: '2022-02-01' })
    const decision = { id: asked.id, rowVersion: 2, number: '9/QĐ-BCT', date: '2022-03-01' }
    await value(program, 'changes.decide', { ...decision, items: [{ itemId: asked.itemIds[0], outcome: 'approved' }] })
    const now = await firstProject(program)
    expect(now.content.name).toBe('Tên khác')
    expect(now.version).toMatchObject({ number: 2, locked: true, stage: 'adjusted', decisionNumber: '9/QĐ-BCT' })
    const old = await value<{ content: unknown }>(program, 'projects.get', {
      id: before.id,
      versionId: before.version.id,
    })
    expect(old.content).toEqual(before.content)
  })

  it('refuse sources that do not add up and shares that are not 100 %, at their field', async () => {
    const program = await sampleProgram()
    const one = await firstProject(program)
    const line = { content: 'Máy', unit: 'cái', quantityThousandths: 2000, unitPrice: 10, note: '' }
    const amounts = { national: 5, local: 0, counterpart: 5, other: 0 }
    const save = { id: one.id, rowVersion: one.rowVersion, identity: one.identity }
    const wrongSum = await problem(program, 'projects.save', {
      ...save,
      content: { ...one.content, budget: [{ ...line, amounts }] },
    })
    expect(wrongSum).toMatchObject({ code: 'rule.contradiction', fields: [{ path: 'content.budget.0.amounts' }] })
    const wrongShares = await problem(program, 'projects.save', {
      ...save,
      content: {
        ...one.content,
        beneficiaries: one.content.beneficiaries.map((beneficiary) => ({ ...beneficiary, shareBasisPoints: 4000 })),
      },
    })
    expect(wrongShares.fields[0]?.path).toBe('content.beneficiaries')
    const after = await firstProject(program)
    expect(after).toEqual(one)
  })
})

describe('the plan', () => {
  it('keeps the order it is given', async () => {
    const program = await sampleProgram()
    const read = () =>
      value<{ items: { id: number; code: string }[] }>(program, 'plans.get', { year: 2022, programme: 'local' })
    const { items } = await read()
    const [first, second] = items
    await value(program, 'plans.moveItem', { itemId: second?.id, beforeItemId: first?.id })
    await value(program, 'plans.moveItem', { itemId: first?.id, beforeItemId: null })
    const after = (await read()).items.map((item) => item.code)
    const codes = items.map((item) => item.code)
    expect(after).toEqual([...codes.slice(1), codes[0]])
  })

  it('takes no đề án of another year or programme, and none of a list when one is wrong', async () => {
    const program = await sampleProgram()
    const { rows } = await value<{ rows: { id: number }[] }>(program, 'projects.list', { programme: 'national' })
    const refused = await problem(program, 'plans.addProjects', {
      year: 2023,
      programme: 'national',
      projectIds: rows.map((row) => row.id),
    })
    expect(refused.code).toBe('rule.contradiction')
    expect(await value(program, 'plans.years')).toEqual([2022])
  })
})
