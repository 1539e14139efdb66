// A đề án from draft to decision through the program: steps with their papers, appraisals, rounds, refusals, nothing half done.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallInput, CallOutput } from '../../shared/contract/index'
import type { AppraisalSheetInput } from '../../shared/contract/lifecycle'
import { noProposalParts } from '../../shared/contract/projects'
import { type DirectStep, directSteps, type ProjectStatus } from '../../shared/domain/lifecycle'
import { noAmounts } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const newProgram = openPrograms()

type Content = CallInput<'projects', 'save'>['content']
type Steps = CallOutput<'projects', 'steps'>

const content: Content = {
  ...noProposalParts,
  name: 'Hỗ trợ máy sấy',
  contentGroup: 'ND3',
  subContent: 'ND3.advancedMachinery',
  implementingUnit: 'Trung tâm Khuyến công',
  cooperatingUnits: '',
  startMonth: '2027-02',
  endMonth: '2027-11',
  necessity: 'Cần',
  objective: 'Mục tiêu',
  scale: 'Quy mô',
  schedule: 'Tiến độ',
  organisation: 'Tổ chức',
  effect: 'Hiệu quả',
  summary: '',
  note: '',
  beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
  places: [{ provinceCode: '19', communeCode: null, text: 'xã Cường Lợi', oldText: '' }],
  outputs: [],
  budget: [],
}

function budgetOf(programme: Programme, support: number): Content['budget'] {
  const amounts = { ...noAmounts, [programme]: support, counterpart: 200_000_000 }
  const line = {
    content: 'Máy sấy',
    unit: 'máy',
    quantityThousandths: null,
    unitPrice: null,
    note: '',
    beneficiary: '',
  }
  return [{ ...line, amounts }]
}

async function addProject({ ask }: OpenProgram, programme: Programme, over: Partial<Content> = {}) {
  return ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme, kind: 'single', planYear: 2027 },
    content: { ...content, budget: budgetOf(programme, 100_000_000), ...over },
  })
}

const paper = (date: string, number = '12/CV', reason = '') => ({
  date,
  documentNumber: number,
  documentDate: date,
  reason,
})

async function take({ ask }: OpenProgram, id: number, step: DirectStep, entry: ReturnType<typeof paper>) {
  const { rowVersion } = await ask('projects.steps', { id })
  return ask('projects.takeStep', { id, rowVersion, step, ...entry })
}

const sheet: AppraisalSheetInput = {
  method: 'staff',
  date: '2026-05-25',
  documentNumber: '',
  appraiser: 'Nguyễn Văn An',
  signer: 'Trần Thị Bình',
  checks: [1, 2, 3, 4, 5].map(() => ({ result: 'pass', opinion: '' })),
  members: [],
  votesFor: null,
  votesAgainst: null,
  conclusion: 'agree',
  opinion: '',
}

async function conclude(
  { ask }: OpenProgram,
  id: number,
  level: 'base' | 'ministry',
  over: Partial<AppraisalSheetInput> = {},
) {
  const before = await ask('projects.appraisal', { id, level })
  const saved = await ask('projects.saveAppraisal', {
    id,
    level,
    rowVersion: before?.rowVersion ?? 0,
    sheet: { ...sheet, ...over },
  })
  const { rowVersion } = await ask('projects.steps', { id })
  return ask('projects.concludeAppraisal', { id, level, rowVersion, appraisalRowVersion: saved.rowVersion })
}

const shown = (steps: Steps) => steps.line.map(({ status, state }) => `${status}:${state}`)

describe('a KCQG đề án', () => {
  it('goes from draft to the Minister’s decision, each version locked on its way, each step in the history', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id } = await addProject(program, 'national')
    expect(shown(await ask('projects.steps', { id }))[0]).toBe('draft:now')
    await take(program, id, 'submit', paper('2026-05-15', '12/CV-TTKC'))
    await conclude(program, id, 'base')
    await take(program, id, 'register', paper('2026-06-10', '45/BC-SCT'))
    await conclude(program, id, 'ministry', { date: '2026-10-01', appraiser: '' })
    await take(program, id, 'approve', paper('2026-11-10', '4768/QĐ-BCT'))
    const steps = await ask('projects.steps', { id })
    expect(steps).toMatchObject({ status: 'approved', next: [{ step: 'signContract', possible: false }], round: 1 })
    expect(shown(steps)).toEqual([
      'draft:done',
      'submittedDoit:done',
      'appraisedBase:done',
      'registeredAgency:done',
      'appraisedMinistry:done',
      'approved:now',
    ])
    expect(steps.history.map(({ step, documentNumber, date }) => [step, documentNumber, date])).toEqual([
      ['submit', '12/CV-TTKC', '2026-05-15'],
      ['appraiseBase', '', '2026-05-25'],
      ['register', '45/BC-SCT', '2026-06-10'],
      ['appraiseMinistry', '', '2026-10-01'],
      ['approve', '4768/QĐ-BCT', '2026-11-10'],
    ])
    const { versions } = await ask('projects.get', { id })
    expect(versions.map(({ stage, locked, decisionNumber }) => [stage, locked, decisionNumber])).toEqual([
      ['registered', true, ''],
      ['baseAppraised', true, ''],
      ['ministryAppraised', true, ''],
      ['approved', true, '4768/QĐ-BCT'],
    ])
  })

  it('keeps the appraised budget as a version of its own, compared with the registered one', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id } = await addProject(program, 'national')
    await take(program, id, 'submit', paper('2026-05-15'))
    const { rowVersion } = await ask('projects.steps', { id })
    const started = await ask('projects.startVersion', { id, rowVersion, stage: 'baseAppraised' })
    const project = await ask('projects.get', { id })
    await ask('projects.save', {
      id,
      rowVersion: started.rowVersion,
      identity: project.identity,
      content: { ...project.content, budget: budgetOf('national', 80_000_000) },
    })
    const open = await ask('projects.appraisal', { id, level: 'base' })
    expect(open).toMatchObject({ open: true, versionNumber: 1, appraised: { number: 2, locked: false } })
    expect(open?.comparison.lines).toHaveLength(1)
    expect(open?.comparison.totals[0]).toEqual({ source: 'national', before: 100_000_000, after: 80_000_000 })
    await conclude(program, id, 'base')
    const concluded = await ask('projects.appraisal', { id, level: 'base' })
    expect(concluded).toMatchObject({
      open: false,
      concludedOn: '2026-11-21',
      appraised: { number: 2, locked: true },
      proposed: { national: 80_000_000 },
    })
  })
})

describe('a KCĐP đề án', () => {
  it('is approved right after the base appraisal and never goes to the Cục', async () => {
    const program = await newProgram()
    const { id } = await addProject(program, 'local', { necessity: '', effect: '' })
    await take(program, id, 'submit', paper('2026-05-15'))
    await conclude(program, id, 'base')
    const { rowVersion } = await program.ask('projects.steps', { id })
    const refused = await program.refusal('projects.takeStep', {
      id,
      rowVersion,
      step: 'register',
      ...paper('2026-06-10'),
    })
    expect(refused.code).toBe('step.not-allowed')
    const approved = await take(program, id, 'approve', paper('2026-11-10', '99/QĐ-UBND'))
    expect(approved.status).toBe('approved')
  })

  it('returned with its reason starts again from what was sent, in a second round', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id } = await addProject(program, 'local')
    await take(program, id, 'submit', paper('2026-05-15'))
    await take(program, id, 'return', paper('2026-05-20', '30/SCT', 'Thiếu báo giá'))
    expect(shown(await ask('projects.steps', { id }))).toEqual(['draft:done', 'submittedDoit:done', 'returned:now'])
    await take(program, id, 'resume', {
      date: '2026-05-21',
      documentNumber: '',
      documentDate: null as never,
      reason: '',
    })
    const again = await ask('projects.get', { id })
    expect(again.version).toMatchObject({ number: 2, locked: false, stage: 'registered' })
    await take(program, id, 'submit', paper('2026-05-25'))
    const { round, history } = await ask('projects.steps', { id })
    expect(round).toBe(2)
    expect(history.map(({ step, round: of, reason }) => [step, of, reason])).toEqual([
      ['submit', 1, ''],
      ['return', 1, 'Thiếu báo giá'],
      ['resume', 1, ''],
      ['submit', 2, ''],
    ])
  })

  it('refused by its appraisal can only go back or out, and its sheet is final', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { id } = await addProject(program, 'local')
    await take(program, id, 'submit', paper('2026-05-15'))
    const answer = await conclude(program, id, 'base', { conclusion: 'refuse', opinion: 'Trùng nội dung' })
    expect(answer.status).toBe('submittedDoit')
    const saved = await refusal('projects.saveAppraisal', { id, level: 'base', rowVersion: 2, sheet })
    expect(saved.code).toBe('version.locked')
    const { next } = await ask('projects.steps', { id })
    expect(next.filter(({ possible }) => possible).map(({ step }) => step)).toEqual(['return', 'reject', 'cancel'])
    const { rowVersion } = await ask('projects.steps', { id })
    const silent = await refusal('projects.takeStep', { id, rowVersion, step: 'reject', ...paper('2026-06-01') })
    expect(silent.fields.map(({ path }) => path)).toEqual(['reason'])
    const rejected = await take(program, id, 'reject', paper('2026-06-01', '40/SCT', 'Trùng nội dung'))
    expect(rejected.status).toBe('rejected')
  })
})

describe('refused, in words at the field, with nothing changed', () => {
  it('a step out of order, without its paper, or dated before the last one', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { id } = await addProject(program, 'national')
    const before = await ask('projects.steps', { id })
    const at = { id, rowVersion: before.rowVersion }
    const approve = await refusal('projects.takeStep', { ...at, step: 'approve', ...paper('2026-06-01') })
    expect(approve).toMatchObject({ code: 'step.not-allowed', fields: [{ path: 'step' }] })
    expect(approve.message).toContain('Dự thảo')
    const noPaper = await refusal('projects.takeStep', {
      ...at,
      step: 'submit',
      date: '2026-05-15',
      documentNumber: '',
      documentDate: null,
      reason: '',
    })
    expect(noPaper.fields.map(({ path }) => path)).toEqual(['documentNumber', 'documentDate'])
    expect(await ask('projects.steps', { id })).toEqual(before)
    await take(program, id, 'submit', paper('2026-05-15'))
    const { rowVersion } = await ask('projects.steps', { id })
    const early = await refusal('projects.takeStep', {
      id,
      rowVersion,
      step: 'return',
      ...paper('2026-05-14', '1', 'Thiếu'),
    })
    expect(early.fields.map(({ path }) => path)).toEqual(['date', 'documentDate'])
    const earlySheet = await refusal('projects.saveAppraisal', {
      id,
      level: 'base',
      rowVersion: 0,
      sheet: { ...sheet, date: '2026-05-14' },
    })
    expect(earlySheet.fields.map(({ path }) => path)).toEqual(['sheet.date'])
  })

  it('an incomplete đề án, a half-made sheet, one appraisal where another is waited for', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { id } = await addProject(program, 'national', { effect: '', places: [] })
    const { rowVersion, next } = await ask('projects.steps', { id })
    expect(next[0]?.missing.map(({ what, section }) => [what, section])).toEqual([
      ['địa điểm thực hiện', 'people'],
      ['hiệu quả', 'content'],
    ])
    const early = await refusal('projects.takeStep', { id, rowVersion, step: 'submit', ...paper('2026-05-15') })
    expect(early.code).toBe('step.not-allowed')
    expect(early.message).toContain('địa điểm thực hiện, hiệu quả')
    const tables = await addProject(program, 'national', {
      scale: '',
      schedule: '',
      equipment: [{ name: 'Máy sấy', origin: '', unit: 'máy', quantityThousandths: 1000, unitPrice: null, note: '' }],
      scheduleSteps: [{ content: 'Mua máy', startMonth: '2027-03', endMonth: null, inCharge: '' }],
    })
    expect((await ask('projects.steps', { id: tables.id })).next[0]?.missing).toEqual([])
    const whole = await addProject(program, 'national')
    await take(program, whole.id, 'submit', paper('2026-05-15'))
    const ministry = await refusal('projects.saveAppraisal', { id: whole.id, level: 'ministry', rowVersion: 0, sheet })
    expect(ministry.code).toBe('step.not-allowed')
    const half = await conclude(program, whole.id, 'base', { appraiser: '' }).catch((error: Error) => error.message)
    expect(half).toContain('người thẩm định')
    const contradicting = await refusal('projects.saveAppraisal', {
      id: whole.id,
      level: 'base',
      rowVersion: 1,
      sheet: {
        ...sheet,
        checks: sheet.checks.map((check, index) => (index === 1 ? { ...check, result: 'fail' } : check)),
      },
    })
    expect(contradicting.fields.map(({ path }) => path)).toEqual(['sheet.conclusion'])
    const stale = await refusal('projects.saveAppraisal', { id: whole.id, level: 'base', rowVersion: 0, sheet })
    expect(stale.code).toBe('record.conflict')
  })

  it('another programme, and a version of the wrong stage, once a đề án is on its way', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { id } = await addProject(program, 'national')
    await take(program, id, 'submit', paper('2026-05-15'))
    const { rowVersion } = await ask('projects.steps', { id })
    const wrong = await refusal('projects.startVersion', { id, rowVersion, stage: 'adjusted' })
    expect(wrong).toMatchObject({ code: 'step.not-allowed', fields: [{ path: 'stage' }] })
    const started = await ask('projects.startVersion', { id, rowVersion, stage: 'baseAppraised' })
    const project = await ask('projects.get', { id })
    const moved = await refusal('projects.save', {
      id,
      rowVersion: started.rowVersion,
      identity: { ...project.identity, programme: 'local' },
      content: project.content,
    })
    expect(moved.fields.map(({ path }) => path)).toEqual(['identity.programme'])
    const decided = await refusal('projects.lockVersion', {
      id,
      rowVersion: started.rowVersion,
      stage: 'approved',
      decisionNumber: '1',
      decisionDate: '2026-06-01',
    })
    expect(decided.code).toBe('step.not-allowed')
  })
})

describe('the decision on a plan', () => {
  it('approves what was appraised and what was only drafted here, and refuses what still waits, by name', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const appraised = await addProject(program, 'local')
    const drafted = await addProject(program, 'local')
    const waiting = await addProject(program, 'local')
    const plan = { year: 2027, programme: 'local' as const }
    await ask('plans.addProjects', { ...plan, projectIds: [appraised.id, drafted.id, waiting.id] })
    await take(program, appraised.id, 'submit', paper('2026-05-15'))
    await conclude(program, appraised.id, 'base')
    await take(program, waiting.id, 'submit', paper('2026-05-15'))
    const decision = { decisionNumber: '99/QĐ-UBND', decisionDate: '2026-12-20' }
    const before = await ask('plans.get', plan)
    const refused = await refusal('plans.lock', { ...plan, rowVersion: before.rowVersion, ...decision })
    expect(refused.code).toBe('step.not-allowed')
    expect(refused.message).toContain(waiting.code)
    expect((await ask('projects.steps', { id: appraised.id })).status).toBe('appraisedBase')
    await conclude(program, waiting.id, 'base')
    await ask('plans.lock', { ...plan, rowVersion: before.rowVersion, ...decision })
    for (const { id } of [appraised, drafted, waiting]) {
      const { status, history } = await ask('projects.steps', { id })
      expect(status).toBe('approved')
      expect(history.at(-1)).toMatchObject({ documentNumber: '99/QĐ-UBND', documentDate: '2026-12-20' })
      const { version } = await ask('projects.get', { id })
      expect(version).toMatchObject({ stage: 'approved', locked: true, decisionNumber: '99/QĐ-UBND' })
    }
  })
})

describe('the council', () => {
  it('is remembered for the next session, without names that were only mistyped', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id } = await addProject(program, 'local')
    await take(program, id, 'submit', paper('2026-05-15'))
    const member = (name: string) => ({ name, organisation: 'Sở Công Thương', role: 'chair' as const, opinion: '' })
    const at = { id, level: 'base' as const }
    await ask('projects.saveAppraisal', {
      ...at,
      rowVersion: 0,
      sheet: { ...sheet, method: 'council', conclusion: null, members: [member('Nguyen Van An')] },
    })
    await ask('projects.saveAppraisal', {
      ...at,
      rowVersion: 1,
      sheet: { ...sheet, method: 'council', conclusion: null, members: [member('Nguyễn Văn An')] },
    })
    expect(await ask('projects.people', {})).toEqual([{ name: 'Nguyễn Văn An', organisation: 'Sở Công Thương' }])
    expect(await ask('projects.waitingAppraisals', { year: 2027 })).toMatchObject([
      { projectId: id, level: 'base', begun: true, concluded: false, round: 1 },
    ])
    expect(await ask('projects.waitingAppraisals', { year: 2026 })).toEqual([])
  })
})

const letters: Partial<Record<ProjectStatus, string>> = {
  draft: 'D',
  submittedDoit: 'S',
  appraisedBase: 'A',
  returned: 'R',
  registeredAgency: 'G',
  appraisedMinistry: 'M',
  approved: 'P',
  rejected: 'X',
  cancelled: 'C',
}
const lawful: Readonly<Record<Programme, RegExp>> = {
  local: /^(?:DSA?R)*(?:C|D(?:P|C|S(?:X|C|A[PXC]?)?)?)?$/,
  national: /^(?:DS(?:A(?:GM?)?)?R)*(?:C|D(?:P|C|S(?:X|C|A(?:X|C|G(?:X|C|M[PXC]?)?)?)?)?)?$/,
}

describe('any sequence of commands', () => {
  it('leaves a lawful history, current versions of its own, and nothing to write on where nothing may be written', async () => {
    const program = await newProgram()
    const { ask } = program
    const call = async (name: string, input: unknown) => (await program.program.call(name, input)).ok
    const act = fc.oneof(
      fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom(...directSteps), days: fc.nat(20) }),
      fc.record({
        kind: fc.constant('appraise' as const),
        level: fc.constantFrom('base' as const, 'ministry' as const),
        conclusion: fc.constantFrom('agree' as const, 'agreeAfterSupplement' as const, 'refuse' as const),
        days: fc.nat(20),
      }),
      fc.record({
        kind: fc.constant('version' as const),
        stage: fc.constantFrom('registered', 'baseAppraised', 'ministryAppraised', 'approved', 'adjusted'),
        lock: fc.boolean(),
      }),
    )
    const day = (days: number) => new Date(Date.UTC(2026, 4, 1 + days)).toISOString().slice(0, 10)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Programme>('national', 'local'),
        fc.array(act, { minLength: 1, maxLength: 9 }),
        async (programme, acts) => {
          const { id } = await addProject(program, programme)
          for (const one of acts) {
            const { rowVersion } = await ask('projects.steps', { id })
            if (one.kind === 'step') {
              const entry =
                one.step === 'resume'
                  ? { date: day(one.days), documentNumber: '', documentDate: null, reason: '' }
                  : { date: day(one.days), documentNumber: '1', documentDate: day(one.days), reason: 'Lý do' }
              await call('projects.takeStep', { id, rowVersion, step: one.step, ...entry })
            } else if (one.kind === 'appraise') {
              const { level, conclusion } = one
              const known = await ask('projects.appraisal', { id, level })
              const written = { ...sheet, conclusion, opinion: 'Ý kiến', date: day(one.days) }
              await call('projects.saveAppraisal', { id, level, rowVersion: known?.rowVersion ?? 0, sheet: written })
              const now = await ask('projects.appraisal', { id, level })
              const appraisalRowVersion = now?.rowVersion ?? 0
              await call('projects.concludeAppraisal', { id, level, rowVersion, appraisalRowVersion })
            } else if (one.lock)
              await call('projects.lockVersion', {
                id,
                rowVersion,
                stage: one.stage,
                decisionNumber: '1',
                decisionDate: '2026-05-30',
              })
            else await call('projects.startVersion', { id, rowVersion, stage: one.stage })
          }
          const steps = await ask('projects.steps', { id })
          const path = `D${steps.history.map(({ to }) => letters[to] ?? '?').join('')}`
          expect(path).toMatch(lawful[programme])
          expect(letters[steps.status]).toBe(path.at(-1))
          steps.history.forEach((step, index) => {
            const previous = steps.history[index - 1]
            expect(step.from).toBe(previous?.to ?? 'draft')
            expect(step.date >= (previous?.date ?? '')).toBe(true)
          })
          const { version, versions } = await ask('projects.get', { id })
          expect(version.number).toBe(versions.length)
          for (const older of versions.slice(0, -1)) expect(older.locked).toBe(true)
          if (['rejected', 'cancelled', 'returned'].includes(steps.status)) expect(version.locked).toBe(true)
          const approved = versions.some(
            ({ stage, locked }) => locked && (stage === 'approved' || stage === 'adjusted'),
          )
          expect(approved).toBe(steps.status === 'approved')
        },
      ),
      { numRuns: 1_000 },
    )
  }, 900_000)
})
