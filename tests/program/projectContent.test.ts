// All a đề án holds through the program: kept by versions, copied, refused whole where it contradicts itself.
import { describe, expect, it } from 'vitest'
import type { ProjectContentInput as Content } from '../../shared/contract/projects'
import { noAmounts } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { openPrograms } from '../support/openProgram'

const newProgram = openPrograms()

const content: Content = {
  name: 'Hỗ trợ máy sấy',
  contentGroup: 'ND3',
  subContent: 'ND3.advancedMachinery',
  implementingUnit: '',
  cooperatingUnits: '',
  startMonth: '2027-02',
  endMonth: '2027-11',
  necessity: '',
  objective: '',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: [],
  places: [],
  outputs: [],
  budget: [
    {
      content: 'Máy sấy',
      unit: 'máy',
      quantityThousandths: null,
      unitPrice: null,
      amounts: { ...noAmounts, local: 100, counterpart: 300 },
      note: '',
    },
  ],
}

const parts = {
  equipment: [
    {
      name: 'Máy sấy lạnh 500 kg/mẻ',
      origin: 'Việt Nam',
      unit: 'máy',
      quantityThousandths: 2_500,
      unitPrice: 7,
      note: 'mới',
    },
    { name: 'Băng tải', origin: '', unit: '', quantityThousandths: null, unitPrice: null, note: '' },
  ],
  scheduleSteps: [
    { content: 'Mua máy', startMonth: '2027-02', endMonth: '2027-05', inCharge: 'HTX Vũ Loan' },
    { content: 'Nghiệm thu', startMonth: null, endMonth: '2027-11', inCharge: '' },
  ],
  legalBases: ['circular-46-2012', 'decree-45-2012'],
  superiority: 'Sấy lạnh giữ màu',
  supportMode: 'recoverable',
  repayments: [
    { dueOn: '2028-06-30', amount: 60 },
    { dueOn: '2029-06-30', amount: 40 },
  ],
} satisfies Partial<Content>

const saved = (over: Partial<Content>, programme: Programme = 'local') => ({
  id: null,
  rowVersion: null,
  identity: { code: '', programme, kind: 'single' as const, planYear: 2027 },
  content: { ...content, ...over },
})

describe('what a đề án holds', () => {
  it('comes back as it was given, and an earlier caller who leaves it out gets a grant with nothing in it', async () => {
    const { ask } = await newProgram()
    const { id } = await ask('projects.save', saved(parts))
    expect((await ask('projects.get', { id })).content).toMatchObject(parts)
    const old = await ask('projects.save', saved({}))
    expect((await ask('projects.get', { id: old.id })).content).toMatchObject({
      equipment: [],
      scheduleSteps: [],
      legalBases: [],
      superiority: '',
      supportMode: 'grant',
      repayments: [],
    })
  })

  it('says who carries it out by records and by text alike, whichever the caller knows', async () => {
    const { ask } = await newProgram()
    const unit = (role: 'implementer' | 'cooperator', name: string, shareBasisPoints: number | null = null) => ({
      role,
      establishmentId: null,
      name,
      shareBasisPoints,
    })
    const made = await ask(
      'projects.save',
      saved({ participants: [unit('implementer', 'Trung tâm', 7_000), unit('implementer', 'HTX Vũ Loan', 3_000)] }),
    )
    const read = await ask('projects.get', { id: made.id })
    expect(read.content).toMatchObject({ implementingUnit: 'Trung tâm; HTX Vũ Loan', cooperatingUnits: '' })
    // A caller of earlier days reads, changes the text, and saves what it read.
    const again = await ask('projects.save', {
      id: made.id,
      rowVersion: made.rowVersion,
      identity: read.identity,
      content: { ...read.content, cooperatingUnits: 'UBND xã A\nUBND xã B' },
    })
    const changed = (await ask('projects.get', { id: made.id })).content
    expect(changed.participants.map((one) => [one.role, one.name, one.shareBasisPoints])).toEqual([
      ['implementer', 'Trung tâm', 7_000],
      ['implementer', 'HTX Vũ Loan', 3_000],
      ['cooperator', 'UBND xã A', null],
      ['cooperator', 'UBND xã B', null],
    ])
    // The form takes one away and leaves the text to the program.
    await ask('projects.save', {
      id: made.id,
      rowVersion: again.rowVersion,
      identity: read.identity,
      content: {
        ...changed,
        participants: changed.participants.slice(0, 3),
        implementingUnit: '',
        cooperatingUnits: '',
      },
    })
    expect((await ask('projects.get', { id: made.id })).content.cooperatingUnits).toBe('UBND xã A')
    const onlyText = await ask('projects.save', saved({ implementingUnit: 'Liên minh Hợp tác xã tỉnh' }))
    expect((await ask('projects.get', { id: onlyText.id })).content.participants).toEqual([
      unit('implementer', 'Liên minh Hợp tác xã tỉnh'),
    ])
  })

  it('keeps whose each line of the budget is, through versions', async () => {
    const { ask } = await newProgram()
    const [line] = content.budget
    if (line === undefined) throw new Error('the sample has a line')
    const beneficiaries = ['HTX A', 'HTX B'].map((name) => ({ establishmentId: null, name, shareBasisPoints: null }))
    const budget = [{ ...line, beneficiary: 'HTX B' }, line, { ...line, beneficiary: 'HTX A' }]
    const made = await ask('projects.save', saved({ beneficiaries, budget }))
    const { rowVersion } = await ask('projects.lockVersion', {
      id: made.id,
      rowVersion: made.rowVersion,
      stage: 'registered',
      decisionNumber: '',
      decisionDate: null,
    })
    await ask('projects.startVersion', { id: made.id, rowVersion, stage: 'registered' })
    for (const versionId of [made.versionId, undefined]) {
      const read = await ask('projects.get', { id: made.id, ...(versionId === undefined ? {} : { versionId }) })
      expect(read.content.budget.map((one) => one.beneficiary)).toEqual(['HTX B', '', 'HTX A'])
    }
  })

  it('goes into the next version, while the locked one keeps its own', async () => {
    const { ask } = await newProgram()
    const made = await ask('projects.save', saved(parts))
    const locked = await ask('projects.lockVersion', {
      id: made.id,
      rowVersion: made.rowVersion,
      stage: 'registered',
      decisionNumber: '',
      decisionDate: null,
    })
    const refused = await ask('projects.get', { id: made.id })
    expect(refused.version.locked).toBe(true)
    const next = await ask('projects.startVersion', { id: made.id, rowVersion: locked.rowVersion, stage: 'registered' })
    expect((await ask('projects.get', { id: made.id })).content).toMatchObject(parts)
    await ask('projects.save', {
      ...saved({ ...parts, equipment: [], legalBases: [], repayments: [], supportMode: 'grant' }),
      id: made.id,
      rowVersion: next.rowVersion,
    })
    expect((await ask('projects.get', { id: made.id, versionId: made.versionId })).content).toMatchObject(parts)
    expect((await ask('projects.get', { id: made.id })).content.equipment).toEqual([])
  })

  it('is refused on a locked version', async () => {
    const { ask, program } = await newProgram()
    const made = await ask('projects.save', saved(parts))
    const { rowVersion } = await ask('projects.lockVersion', {
      id: made.id,
      rowVersion: made.rowVersion,
      stage: 'registered',
      decisionNumber: '',
      decisionDate: null,
    })
    const answer = await program.call('projects.save', { ...saved({ equipment: [] }), id: made.id, rowVersion })
    expect(answer).toMatchObject({ ok: false, error: { code: 'version.locked' } })
    expect((await ask('projects.get', { id: made.id })).content).toMatchObject(parts)
  })

  it.each<[string, Partial<Content>, Programme, string]>([
    ['repayments above the support', { repayments: [{ dueOn: '2028-01-01', amount: 101 }] }, 'local', 'repayments'],
    ['days that do not go forward', { repayments: [...parts.repayments].reverse() }, 'local', 'repayments.1.dueOn'],
    ['recovery in the national programme', {}, 'national', 'supportMode'],
    ['repayments of a grant', { supportMode: 'grant' }, 'local', 'repayments'],
    ['a repayment of nothing', { repayments: [{ dueOn: '2028-01-01', amount: 0 }] }, 'local', 'repayments.0.amount'],
    [
      'a step before the đề án begins',
      { scheduleSteps: [{ content: 'Mua', startMonth: '2027-01', endMonth: null, inCharge: '' }] },
      'local',
      'scheduleSteps.0.startMonth',
    ],
    [
      'a step that ends before it begins',
      { scheduleSteps: [{ content: 'Mua', startMonth: '2027-05', endMonth: '2027-04', inCharge: '' }] },
      'local',
      'scheduleSteps.0.endMonth',
    ],
    [
      'units and text that say two things',
      {
        implementingUnit: 'Sở',
        participants: [{ role: 'implementer', establishmentId: null, name: 'Trung tâm', shareBasisPoints: null }],
      },
      'local',
      'participants',
    ],
    [
      'a commune there is not',
      { places: [{ provinceCode: '19', communeCode: '99999', text: 'xã X', oldText: '' }] },
      'local',
      'places.0.communeCode',
    ],
    [
      'a province there is not',
      { places: [{ provinceCode: '99', communeCode: null, text: 'xã X', oldText: '' }] },
      'local',
      'places.0.provinceCode',
    ],
    [
      'a line of a beneficiary nobody named',
      { budget: content.budget.map((one) => ({ ...one, beneficiary: 'HTX C' })) },
      'local',
      'budget.0.beneficiary',
    ],
    ['a basis nobody knows', { legalBases: ['khong-co'] }, 'local', 'legalBases'],
    ['a basis twice', { legalBases: ['decree-45-2012', 'decree-45-2012'] }, 'local', 'legalBases'],
  ])('refuses %s at its field, and writes nothing', async (_what, over, programme, field) => {
    const { ask, program } = await newProgram()
    const answer = await program.call('projects.save', saved({ ...parts, ...over }, programme))
    expect(answer).toMatchObject({ ok: false, error: { fields: [{ path: `content.${field}` }] } })
    expect((await ask('projects.list', {})).total).toBe(0)
  })
})

describe('legal bases to choose from', () => {
  it('are cited in full and say what is in force on the day', async () => {
    const { ask } = await newProgram()
    const on = async (onDate: string) => {
      const all = await ask('projects.legalBases', { onDate })
      return all.filter((one) => one.inForce).map((one) => one.id)
    }
    expect(await on('2025-10-14')).not.toContain('decree-235-2025')
    expect(await on('2025-10-15')).toContain('decree-235-2025')
    const [decree] = (await ask('projects.legalBases', {})).filter((one) => one.id === 'decree-45-2012')
    expect(decree?.citation).toBe('Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công')
  })
})
