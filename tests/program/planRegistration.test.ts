// Registering a national plan takes its appraised đề án along; what was typed wrong for a step is corrected, and both are kept.
import { describe, expect, it } from 'vitest'
import type { AppraisalSheetInput } from '../../shared/contract/lifecycle'
import { noAmounts } from '../../shared/domain/money'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms('2026-11-21')
const national = { year: 2027, programme: 'national' as const }

const content = {
  name: 'Hỗ trợ máy sấy gỗ',
  contentGroup: 'ND3' as const,
  subContent: 'ND3.advancedMachinery',
  implementingUnit: 'Trung tâm Khuyến công',
  cooperatingUnits: '',
  startMonth: '2027-03',
  endMonth: '2027-10',
  necessity: 'Cần.',
  objective: 'Tăng năng suất.',
  scale: 'Một máy.',
  schedule: 'Quý II.',
  organisation: 'Trung tâm thực hiện.',
  effect: 'Tăng thu nhập.',
  summary: '',
  note: '',
  beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
  places: [{ provinceCode: '19', communeCode: null, text: 'xã Cường Lợi', oldText: '' }],
  outputs: [],
  budget: [
    {
      content: 'Máy sấy',
      unit: 'máy',
      quantityThousandths: null,
      unitPrice: null,
      amounts: { ...noAmounts, national: 100_000_000, counterpart: 200_000_000 },
      note: '',
    },
  ],
}

const sheet: AppraisalSheetInput = {
  method: 'staff',
  date: '2026-05-25',
  documentNumber: '05/PTĐ',
  appraiser: 'Nguyễn Văn An',
  signer: 'Trần Thị Bình',
  checks: [1, 2, 3, 4, 5].map(() => ({ result: 'pass', opinion: '' })),
  members: [],
  votesFor: null,
  votesAgainst: null,
  conclusion: 'agree',
  opinion: '',
}

async function addProject({ ask }: OpenProgram): Promise<number> {
  const identity = { code: '', programme: 'national' as const, kind: 'single' as const, planYear: 2027 }
  return (await ask('projects.save', { id: null, rowVersion: null, identity, content })).id
}

async function submit({ ask }: OpenProgram, id: number): Promise<void> {
  const { rowVersion } = await ask('projects.steps', { id })
  const paper = { date: '2026-05-15', documentNumber: '12/CV', documentDate: '2026-05-15', reason: '' }
  await ask('projects.takeStep', { id, rowVersion, step: 'submit', ...paper })
}

async function appraise(program: OpenProgram, id: number): Promise<void> {
  const { ask } = program
  await submit(program, id)
  const saved = await ask('projects.saveAppraisal', { id, level: 'base', rowVersion: 0, sheet })
  const { rowVersion } = await ask('projects.steps', { id })
  await ask('projects.concludeAppraisal', { id, level: 'base', rowVersion, appraisalRowVersion: saved.rowVersion })
}

/** Two đề án in the plan: one appraised at base level, one still a draft. */
async function planned(program: OpenProgram) {
  const ready = await addProject(program)
  await appraise(program, ready)
  const draft = await addProject(program)
  await program.ask('plans.addProjects', { ...national, projectIds: [ready, draft] })
  const { rowVersion } = await program.ask('plans.allocations', national)
  return { ready, draft, state: { ...national, rowVersion, state: 'registered' as const } }
}

describe('registering a national plan', () => {
  it('says before who is taken along and who is not ready, then takes the step of each in one go', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { ready, draft, state } = await planned(program)
    const said = await ask('plans.registration', { ...national, registeredOn: '2026-06-10' })
    expect(said.ready.map(({ projectId }) => projectId)).toEqual([ready])
    expect(said.notReady).toMatchObject([{ projectId: draft, why: expect.stringContaining('“Dự thảo') }])
    expect((await ask('plans.registration', { ...national, registeredOn: '2026-05-20' })).notReady).toHaveLength(2)

    const unnumbered = await refusal('plans.setState', { ...state, registeredOn: '2026-06-10' })
    expect(unnumbered.fields.map(({ path }) => path)).toContain('documentNumber')
    expect((await ask('projects.steps', { id: ready })).status).toBe('appraisedBase')
    expect((await ask('plans.allocations', national)).state).toBe('drafting')

    const paper = { documentNumber: '77/BC-SCT', documentDate: '2026-06-09' }
    const done = await ask('plans.setState', { ...state, registeredOn: '2026-06-10', ...paper })
    expect(done.projectsRegistered).toBe(1)
    const steps = await ask('projects.steps', { id: ready })
    expect(steps.status).toBe('registeredAgency')
    expect(steps.history.at(-1)).toMatchObject({ step: 'register', date: '2026-06-10', ...paper })
    expect((await ask('projects.steps', { id: draft })).status).toBe('draft')
    const { items } = await ask('plans.get', { ...national, basis: 'registered' })
    expect(items.map((item) => item.projectId)).toEqual([ready, draft])
  })

  it('takes number and date from the letter issued for the plan, and passes over who is registered already', async () => {
    const program = await open()
    const { ask } = program
    const { ready, state } = await planned(program)
    await ask('archive.issuePlan', { form: 'registration-letter', ...national, date: '2026-06-08', symbol: 'SCT-QLCN' })
    const said = await ask('plans.registration', { ...national, registeredOn: '2026-06-10' })
    expect(said.letter).toEqual({ number: '01/SCT-QLCN', date: '2026-06-08' })
    await ask('plans.setState', { ...state, registeredOn: '2026-06-10' })
    const { history } = await ask('projects.steps', { id: ready })
    expect(history.at(-1)).toMatchObject({ documentNumber: '01/SCT-QLCN', documentDate: '2026-06-08' })
    const { rowVersion } = await ask('plans.allocations', national)
    const reopened = { ...state, state: 'drafting' as const, registeredOn: null }
    const back = await ask('plans.setState', { ...reopened, rowVersion })
    const again = await ask('plans.setState', { ...state, rowVersion: back.rowVersion, registeredOn: '2026-06-10' })
    expect(again.projectsRegistered).toBe(0)
  })
})

describe('a step already taken', () => {
  it('is corrected with a reason; what it said stays beside it, with who and why', async () => {
    const program = await open()
    const { ask, refusal } = program
    const id = await addProject(program)
    await appraise(program, id)
    const { history, rowVersion } = await ask('projects.steps', { id })
    const [submitted, appraised] = history
    if (submitted === undefined || appraised === undefined) throw new Error('two steps were taken')
    const right = { date: '2026-05-16', documentNumber: '21/CV', documentDate: '2026-05-16' }
    const input = { id, stepId: submitted.id, rowVersion, ...right, reason: 'Gõ nhầm số công văn' }
    await ask('projects.correctStep', input)
    const after = await ask('projects.steps', { id })
    expect(after.history[0]).toMatchObject({
      ...right,
      correctable: true,
      corrections: [
        { date: '2026-05-15', documentNumber: '12/CV', documentDate: '2026-05-15', reason: 'Gõ nhầm số công văn' },
      ],
    })
    expect(after.history[0]?.corrections[0]?.actor).not.toBe('')

    const now = { ...input, rowVersion: after.rowVersion }
    const paths = async (over: object) =>
      (await refusal('projects.correctStep', { ...now, ...over })).fields.map(({ path }) => path)
    expect(await paths({ date: '2026-05-26' })).toEqual(['date'])
    expect(await paths({ documentNumber: '' })).toEqual(['documentNumber'])
    expect(await paths({ reason: ' ' })).toEqual(['reason'])
    expect(await paths({})).toEqual(['date'])
    expect((await refusal('projects.correctStep', input)).code).toBe('record.conflict')

    await ask('projects.correctStep', {
      ...now,
      stepId: appraised.id,
      date: '2026-05-27',
      documentNumber: '06/PTĐ',
      documentDate: '2026-05-27',
    })
    const concluded = await ask('projects.appraisal', { id, level: 'base' })
    expect(concluded?.sheet).toMatchObject({ date: '2026-05-27', documentNumber: '06/PTĐ', appraiser: sheet.appraiser })
  })

  it('corrects the number of the decision that a locked version bears, and nothing else of it', async () => {
    const program = await open()
    const { ask } = program
    const id = await addProject(program)
    const { rowVersion } = await ask('projects.get', { id })
    await ask('projects.lockVersion', {
      id,
      rowVersion,
      stage: 'approved',
      decisionNumber: '15/QĐ-BCT',
      decisionDate: '2026-01-05',
    })
    const before = await ask('projects.get', { id })
    const { history } = await ask('projects.steps', { id })
    await ask('projects.correctStep', {
      id,
      stepId: history[0]?.id ?? 0,
      rowVersion: before.rowVersion,
      date: '2026-01-05',
      documentNumber: '51/QĐ-BCT',
      documentDate: '2026-01-04',
      reason: 'Đảo số',
    })
    const after = await ask('projects.get', { id })
    expect(after.version).toEqual({ ...before.version, decisionNumber: '51/QĐ-BCT', decisionDate: '2026-01-04' })
    expect(after.content).toEqual(before.content)
  })
})
