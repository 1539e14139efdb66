// Norms and eligibility through the program: the sample and đề án of one's own judged, norms entered, warnings set aside.
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { Problem } from '../../shared/contract/errors'
import { blankEstablishment } from '../../shared/contract/establishments'
import type { CallInput, CallOutput } from '../../shared/contract/index'
import type { OwnNormSet } from '../../shared/contract/office'
import { noProposalParts } from '../../shared/contract/projects'
import { noAnswers } from '../../shared/domain/checks'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

type Judgement = CallOutput<'projects', 'judge'>
type Project = CallOutput<'projects', 'get'>
type Content = CallInput<'projects', 'save'>['content']

async function newProgram(today = '2026-11-21'): Promise<Program> {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => today, instant: () => '2026-11-21T03:00:00.000Z' },
    log: () => undefined,
    checkOutput: true,
  })
  open.push(program)
  const office = { centreName: 'Trung tâm', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }
  await value(program, 'files.create', { path: path.join(folder(), 'a.skc'), office })
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

async function addEstablishment(program: Program, name: string, over: object = {}): Promise<number> {
  const establishment = { ...blankEstablishment, legalForm: 'cooperative', name, ...over }
  const input = { id: null, rowVersion: null, establishment, acceptDuplicates: true }
  return (await value<{ id: number }>(program, 'establishments.save', input)).id
}

interface NewProject {
  readonly programme?: 'national' | 'local'
  readonly year?: number
  readonly support?: number
  readonly counterpart?: number
  readonly content?: Partial<Content>
}

async function addProject(
  program: Program,
  establishmentIds: readonly number[],
  over: NewProject = {},
): Promise<number> {
  const { programme = 'national', year = 2026, support = 300_000_000, counterpart = 400_000_000 } = over
  const amounts = { national: 0, local: 0, counterpart, other: 0, [programme]: support }
  const content: Content = {
    ...noProposalParts,
    name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến',
    contentGroup: 'ND3',
    subContent: 'ND3.advancedMachinery',
    implementingUnit: 'Trung tâm',
    cooperatingUnits: '',
    startMonth: null,
    endMonth: null,
    necessity: '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: establishmentIds.map((establishmentId) => ({
      establishmentId,
      name: `Cơ sở ${establishmentId}`,
      shareBasisPoints: null,
    })),
    places: [],
    outputs: [],
    budget: [
      {
        content: 'Mua máy',
        unit: '',
        quantityThousandths: null,
        unitPrice: null,
        amounts,
        note: '',
        beneficiary: '',
      },
    ],
    ...over.content,
  }
  const identity = { code: '', programme, kind: 'single', planYear: year }
  return (await value<{ id: number }>(program, 'projects.save', { id: null, rowVersion: null, identity, content })).id
}

async function judge(program: Program, id: number, date?: string): Promise<Judgement> {
  return value(program, 'projects.judge', date === undefined ? { id } : { id, date })
}

async function verdict(program: Program, id: number, code: string, date?: string) {
  const found = (await judge(program, id, date)).verdicts.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no verdict ${code}`)
  return found
}

const longThanh = { productionProvinceCode: '75', productionCommuneCode: '26368' }

const resolution: OwnNormSet = {
  name: 'Nghị quyết HĐND tỉnh về mức chi khuyến công',
  resolutionNumber: '10/2025/NQ-HĐND',
  resolutionDate: '2025-07-16',
  territory: '',
  effectiveFrom: '2025-07-26',
  effectiveTo: null,
  priorityMultiplierThousandths: null,
  rows: [
    {
      code: '',
      subContent: 'ND3.advancedMachinery',
      name: '',
      maxPercentBasisPoints: 5000,
      baseFrom: 'total',
      base: '',
      maxAmount: 250_000_000,
      unit: '',
      legalBasis: 'khoản 3 Điều 4',
      note: '',
    },
  ],
}
const saveSet = (normSet: Partial<OwnNormSet>) => ({
  id: null,
  rowVersion: null,
  normSet: { ...resolution, ...normSet },
})

describe('judging', () => {
  it('holds the same place to the old rule on 10/10/2025 and to the new one on 20/10/2025, each with its basis', async () => {
    const program = await newProgram()
    const id = await addProject(program, [await addEstablishment(program, 'HTX A', longThanh)])
    const before = await verdict(program, id, 'place', '2025-10-10')
    const after = await verdict(program, id, 'place', '2025-10-20')
    expect([before.severity, after.severity]).toEqual(['unknown', 'ok'])
    expect((await judge(program, id, '2025-10-14')).oldPlaceQuestion).toContain('thành phố loại II')
    expect((await judge(program, id, '2025-10-15')).oldPlaceQuestion).toBeNull()
    expect(before.legalBasis).toContain('28/2018/TT-BTC')
    expect(after.legalBasis).toContain('235/2025/NĐ-CP')
    expect((await verdict(program, id, 'place', '2026-04-29')).severity).toBe('ok')
    const city = await verdict(program, id, 'place', '2026-04-30')
    expect(city.severity).toBe('warning')
    expect(city.words).toContain('Phường Long Thành, thành phố Đồng Nai')
  })

  it('judges a draft by today, a decided version by the day of its decision', async () => {
    const program = await newProgram('2026-11-21')
    const id = await addProject(program, [await addEstablishment(program, 'HTX A', longThanh)])
    expect((await judge(program, id)).date).toBe('2026-11-21')
    await value(program, 'projects.lockVersion', {
      id,
      rowVersion: 1,
      stage: 'approved',
      decisionNumber: '1/QĐ',
      decisionDate: '2026-01-05',
    })
    expect((await judge(program, id)).date).toBe('2026-01-05')
    expect((await verdict(program, id, 'place')).severity).toBe('ok')
  })

  it('finds earlier and double support in the books', async () => {
    const program = await newProgram()
    const establishment = await addEstablishment(program, 'HTX A')
    await addProject(program, [establishment], { year: 2024 })
    await addProject(program, [establishment], { year: 2025, content: { subContent: 'ND3.technologyLine' } })
    await addProject(program, [establishment], { content: { contentGroup: 'ND4', subContent: 'ND4.trademark' } })
    const id = await addProject(program, [establishment])
    const before = await verdict(program, id, 'supportedBefore')
    expect(before.words).toContain('KCQG-2024-001')
    expect(before.words).not.toContain('KCQG-2025-001')
    const double = await verdict(program, id, 'supportedThisYear')
    expect(double).toMatchObject({ severity: 'warning' })
    expect(double.words).toContain('KCQG-2026-001')
  })

  it('judges the published plan of 2022 without an error', async () => {
    const program = await newProgram()
    await value(program, 'files.close')
    await value(program, 'files.createSample', { path: path.join(folder(), 'mau.skc') })
    const { rows } = await value<CallOutput<'projects', 'list'>>(program, 'projects.list', {})
    for (const { id, programme } of rows) {
      const { verdicts } = await judge(program, id, '2022-01-05')
      expect(verdicts[0]?.code).toBe('norm.ceiling')
      if (programme === 'local') expect(verdicts[0]).toMatchObject({ severity: 'unknown', legalBasis: '' })
    }
  })
})

describe('answers', () => {
  it('are kept with the version, copied to the next one, and locked', async () => {
    const program = await newProgram()
    const id = await addProject(program, [await addEstablishment(program, 'HTX A')], { support: 450_000_000 })
    expect((await verdict(program, id, 'norm.ceiling')).severity).toBe('warning')
    const answers = { ...noAnswers, priority: true, baseAmount: 900_000_000, oldPlace: 'yes' as const }
    await value(program, 'projects.answerChecks', { id, answersRowVersion: 0, answers })
    const judged = await judge(program, id)
    expect(judged).toMatchObject({ answers, answersRowVersion: 1 })
    expect(judged.verdicts[0]?.severity).toBe('ok')
    expect(judged.asksCombineReason).toBe(false)
    expect((await problem(program, 'projects.answerChecks', { id, answersRowVersion: 0, answers })).code).toBe(
      'record.conflict',
    )
    const lock = { id, rowVersion: 1, stage: 'registered', decisionNumber: '', decisionDate: null }
    await value(program, 'projects.lockVersion', lock)
    expect((await problem(program, 'projects.answerChecks', { id, answersRowVersion: 1, answers })).code).toBe(
      'version.locked',
    )
    await value(program, 'projects.startVersion', { id, rowVersion: 2, stage: 'baseAppraised' })
    expect(await judge(program, id)).toMatchObject({ answers, answersRowVersion: 1 })
  })
})

describe('a warning set aside', () => {
  it('keeps who, when and why, and asks again once the verdict says something else', async () => {
    const program = await newProgram()
    const establishment = await addEstablishment(program, 'HTX A')
    const id = await addProject(program, [establishment], { support: 350_000_000 })
    const input = { id, rowVersion: 1, checkCode: 'norm.ceiling', reason: 'Bộ đồng ý theo công văn 12' }
    expect((await problem(program, 'projects.overrideCheck', { ...input, rowVersion: 9 })).code).toBe('record.conflict')
    expect((await problem(program, 'projects.overrideCheck', { ...input, reason: ' ' })).fields[0]?.path).toBe('reason')
    expect((await problem(program, 'projects.overrideCheck', { ...input, checkCode: 'legalForm' })).code).toBe(
      'record.missing',
    )
    await value(program, 'projects.overrideCheck', input)
    const { override } = await verdict(program, id, 'norm.ceiling')
    expect(override).toMatchObject({ reason: input.reason, at: '2026-11-21T03:00:00.000Z', current: true })
    expect(override?.actor).not.toBe('')
    const { identity, content } = await value<Project>(program, 'projects.get', { id })
    const [line] = content.budget
    if (line === undefined) throw new Error('no budget')
    const budget = [{ ...line, amounts: { ...line.amounts, national: 360_000_000 } }]
    await value(program, 'projects.save', { id, rowVersion: 1, identity, content: { ...content, budget } })
    expect((await verdict(program, id, 'norm.ceiling')).override).toMatchObject({ current: false })
  })
})

describe('norms of the province', () => {
  it('are the only ones a local đề án is judged by', async () => {
    const program = await newProgram()
    const establishment = await addEstablishment(program, 'HTX A')
    const id = await addProject(program, [establishment], { programme: 'local' })
    expect(await verdict(program, id, 'norm.ceiling')).toMatchObject({ severity: 'unknown', legalBasis: '' })
    await value(program, 'office.saveNormSet', saveSet({}))
    const judged = await verdict(program, id, 'norm.ceiling')
    expect(judged).toMatchObject({
      severity: 'warning',
      legalBasis: 'Khoản 3 Điều 4, Nghị quyết HĐND tỉnh về mức chi khuyến công (số 10/2025/NQ-HĐND ngày 16/07/2025)',
      confidence: 'S',
    })
    expect(judged.words).toContain('Vượt 50.000.000 đồng')
    expect((await verdict(program, id, 'norm.ceiling', '2025-07-25')).severity).toBe('unknown')
  })

  it('may run several by old territory, told by the commune', async () => {
    const program = await newProgram()
    const commune = (text: string) =>
      value<CallOutput<'office', 'resolveAddress'>>(program, 'office.resolveAddress', { text })
    const oldBacKan = (await commune('xã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn')).choices[0]
    const oldThaiNguyen = (await commune('xã La Bằng, huyện Đại Từ, tỉnh Thái Nguyên')).choices[0]
    expect(oldBacKan?.provinceCode).toBe(oldThaiNguyen?.provinceCode)
    const [row] = resolution.rows
    if (row === undefined) throw new Error('no row')
    await value(program, 'office.saveNormSet', saveSet({ name: 'NQ Bắc Kạn', territory: 'bắc cạn' }))
    await value(
      program,
      'office.saveNormSet',
      saveSet({ name: 'NQ Thái Nguyên', territory: 'Thái Nguyên', rows: [{ ...row, maxAmount: 300_000_000 }] }),
    )
    const sets = await value<CallOutput<'office', 'normSets'>>(program, 'office.normSets')
    expect(sets.own.map((one) => one.normSet.territory).sort()).toEqual(['Bắc Kạn', 'Thái Nguyên'])
    const establishment = await addEstablishment(program, 'HTX A')
    const at = async (communeCode: string | null) => {
      const places = [{ provinceCode: '19', communeCode, text: 'xã', oldText: '' }]
      const id = await addProject(program, [establishment], { programme: 'local', content: { places } })
      return verdict(program, id, 'norm.ceiling')
    }
    expect((await at(oldBacKan?.communeCode ?? null)).severity).toBe('warning')
    expect((await at(oldThaiNguyen?.communeCode ?? null)).severity).toBe('ok')
    const unknown = await at(null)
    expect(unknown.severity).toBe('unknown')
    expect(unknown.words).toContain('NQ Bắc Kạn')
  })

  it('are refused at their field when they contradict themselves, and nothing is saved', async () => {
    const program = await newProgram()
    const [row] = resolution.rows
    if (row === undefined) throw new Error('no row')
    const fieldOf = async (normSet: Partial<OwnNormSet>) =>
      (await problem(program, 'office.saveNormSet', saveSet(normSet))).fields[0]?.path
    expect(await fieldOf({ effectiveTo: '2025-07-25' })).toBe('normSet.effectiveTo')
    expect(await fieldOf({ territory: 'Bắc Kan Kan' })).toBe('normSet.territory')
    expect(await fieldOf({ rows: [{ ...row, subContent: 'ND3.nothing' }] })).toBe('normSet.rows.0.subContent')
    expect(
      await fieldOf({
        rows: [
          { ...row, code: 'a' },
          { ...row, code: 'A' },
        ],
      }),
    ).toBe('normSet.rows.1.code')
    expect(await fieldOf({ rows: [{ ...row, maxPercentBasisPoints: 10_001 }] })).toBe(
      'normSet.rows.0.maxPercentBasisPoints',
    )
    expect(await fieldOf({ rows: [{ ...row, maxAmount: -1 }] })).toBe('normSet.rows.0.maxAmount')
    expect((await value<CallOutput<'office', 'normSets'>>(program, 'office.normSets')).own).toEqual([])
    await value(program, 'office.saveNormSet', saveSet({}))
    expect(await problem(program, 'office.saveNormSet', saveSet({ name: 'Lần nữa' }))).toMatchObject({
      code: 'record.duplicate',
      fields: [{ path: 'normSet.effectiveFrom' }],
    })
  })

  it('are changed, kept from a second save of the same reading, and removed', async () => {
    const program = await newProgram()
    const [row] = resolution.rows
    if (row === undefined) throw new Error('no row')
    const saved = await value<{ id: number; rowVersion: number }>(program, 'office.saveNormSet', saveSet({}))
    const changed = { ...resolution, rows: [row, { ...row, subContent: 'ND4.trademark', code: '1' }, row] }
    const next = await value<typeof saved>(program, 'office.saveNormSet', { ...saved, normSet: changed })
    expect(next).toEqual({ id: saved.id, rowVersion: 2 })
    const { own, national } = await value<CallOutput<'office', 'normSets'>>(program, 'office.normSets')
    expect(own[0]?.normSet.rows.map((one) => one.code)).toEqual(['2', '1', '3'])
    expect(national.map((set) => set.key)).toEqual(['A', 'B'])
    expect((await problem(program, 'office.saveNormSet', { ...saved, normSet: changed })).code).toBe('record.conflict')
    expect((await problem(program, 'office.removeNormSet', saved)).code).toBe('record.conflict')
    await value(program, 'office.removeNormSet', next)
    expect((await problem(program, 'office.removeNormSet', next)).code).toBe('record.missing')
  })
})
