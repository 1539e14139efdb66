// The ten đề án of Bắc Kạn carried from decision to monitoring by calls; at every stop the books are added up another way.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { type AmountsBySource, noAmounts, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import { askToChange } from '../support/adjustedPlan'
import {
  accept,
  approve,
  asPlanned,
  draftOf,
  type SampleProject,
  sampleProjects,
  signContracts,
  take,
} from '../support/carryOut'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'

const openSample = samplePrograms('2023-12-20')

interface Settlement {
  readonly rowVersion: number
  readonly settlement: {
    readonly lines: readonly {
      readonly content: string
      readonly planned: AmountsBySource
      readonly asked: AmountsBySource
      readonly approved: number | null
    }[]
    readonly vouchers: readonly unknown[]
  }
  readonly differences: readonly string[]
  readonly balance: {
    readonly received: number
    readonly due: number
    readonly toPay: number
    readonly toRecover: number
  }
  readonly totals: { readonly asked: AmountsBySource; readonly askedSupport: number; readonly approved: number | null }
  readonly fileBy: string | null
}

/** To accepted: every beneficiary by its own minutes, or the đề án as a whole. */
async function carryToAccepted(program: Program, project: SampleProject): Promise<number[]> {
  await approve(program, project)
  const whole = project.beneficiaries.length < 2
  const drafts = whole
    ? []
    : await Promise.all(project.beneficiaries.map((one) => draftOf(program, project.id, '5a', one)))
  const parts = drafts.map((draft) => sumAmounts(draft.costs.map((line) => line.planned)))
  const contracts = await signContracts(program, project, parts)
  await take(program, project.id, 'start', '2022-03-15')
  if (whole) await accept(program, project.id, asPlanned(await draftOf(program, project.id, '5b', null), '2022-10-10'))
  for (const draft of drafts) await accept(program, project.id, asPlanned(draft, '2022-10-10'))
  await take(program, project.id, 'acceptBase', '2022-10-12', '9/BB-NT')
  return contracts.map(({ id }) => id)
}

async function settle(program: Program, { id }: SampleProject, contracts: readonly number[]): Promise<void> {
  const draft = await answerOf<Settlement>(program, 'execution.settlement', { projectId: id })
  const { asked } = draft.totals
  const settlement = {
    ...draft.settlement,
    date: '2022-10-20',
    vouchers: [
      {
        number: `HD-${id}`,
        date: '2022-09-30',
        kind: 'invoice',
        content: 'Thực hiện đề án',
        payee: 'Công ty A',
        amounts: asked,
        note: '',
      },
    ],
  }
  const saved = await answerOf<{ rowVersion: number }>(program, 'execution.saveSettlement', {
    projectId: id,
    rowVersion: draft.rowVersion,
    settlement,
  })
  await take(program, id, 'fileSettlement', '2022-10-21', '77/TTKC')
  for (const contractId of contracts) {
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'execution.liquidation', { contractId })
    await answerOf(program, 'execution.liquidate', {
      contractId,
      rowVersion,
      date: '2022-12-15',
      number: '3/BBTL',
      explanation: 'Chuyển trả sau khi Kho bạc duyệt chi, chậm nhất 22/01.',
    })
  }
  await take(program, id, 'liquidate', '2022-12-16')
  await answerOf(program, 'execution.approveSettlement', {
    projectId: id,
    rowVersion: saved.rowVersion,
    approvalNumber: '12/TB-SCT',
    approvedOn: '2022-12-20',
    approved: draft.settlement.lines.map((line) => line.asked),
  })
  await take(program, id, 'settle', '2022-12-21')
}

describe('the ten đề án of Bắc Kạn', () => {
  it('go from decision to monitoring, and no đồng of the 1.196 triệu is lost or made on the way', async () => {
    const program = await openSample()
    const projects = await sampleProjects(program)
    expect(projects).toHaveLength(10)
    for (const project of projects) await settle(program, project, await carryToAccepted(program, project))

    const rows = await answerOf<
      { projectId: number; asked: number; approved: number; support: number; status: string; late: boolean }[]
    >(program, 'execution.settlements', { year: 2022 })
    expect(rows.map((row) => row.status)).toEqual(Array.from({ length: 10 }, () => 'settled'))
    // Added up from the sample's own budgets, not from what was carried along.
    const planned = sumAmounts(projects.map((project) => project.amounts))
    expect(supportOf(planned)).toBe(1_196_000_000)
    for (const figure of ['asked', 'approved', 'support'] as const)
      expect(
        rows.reduce((sum, row) => sum + row[figure], 0),
        figure,
      ).toBe(1_196_000_000)
    const accepted = await answerOf<{ rows: { done: AmountsBySource }[] }>(program, 'execution.acceptances', {
      year: 2022,
    })
    expect(sumAmounts(accepted.rows.map((row) => row.done))).toEqual(planned)

    const [first] = projects
    if (first === undefined) throw new Error('no đề án')
    expect((await refusalOf(program, 'projects.takeStep', await monitorInput(program, first.id))).code).toBe(
      'step.not-allowed',
    )
    const { suggested } = await answerOf<{ suggested: { projectId: number }[] }>(program, 'execution.inspections', {
      year: 2023,
    })
    const visits = suggested.filter((visit) => visit.projectId === first.id)
    expect(visits).toHaveLength(first.beneficiaries.length)
    for (const visit of visits) await visitAfter(program, visit)
    expect(await take(program, first.id, 'monitor', '2023-11-01')).toBe('monitored')
  }, 60_000)
})

async function monitorInput(program: Program, id: number) {
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'projects.get', { id })
  return { id, rowVersion, step: 'monitor', date: '2023-11-01', documentNumber: '', documentDate: null, reason: '' }
}

async function visitAfter(program: Program, visit: { readonly projectId: number; readonly [field: string]: unknown }) {
  const { code: _code, name: _name, month: _month, ...query } = visit
  const { inspection } = await answerOf<{ inspection: object }>(program, 'execution.inspectionDraft', {
    ...query,
    year: 2023,
  })
  await answerOf(program, 'execution.saveInspection', {
    id: null,
    rowVersion: null,
    projectId: visit.projectId,
    inspection: {
      ...inspection,
      visitedOn: '2023-10-05',
      after: { jobs: 12, revenue: 5_000_000_000, taxPaid: 1, averageIncome: 6_000_000 },
    },
  })
}

describe('acceptance', () => {
  const groupOf = async (program: Program) => {
    const project = (await sampleProjects(program)).find((one) => one.beneficiaries.length === 2)
    if (project === undefined) throw new Error('the sample has a group of two')
    return project
  }

  it('is refused in words before the contract, and on a day before it', async () => {
    const program = await openSample()
    const project = await groupOf(program)
    await approve(program, project)
    const [one] = project.beneficiaries
    const draft = asPlanned(await draftOf(program, project.id, '5a', one ?? null), '2022-10-10')
    const save = { id: null, rowVersion: null, projectId: project.id }
    const refused = await refusalOf(program, 'execution.saveAcceptance', { ...save, acceptance: draft })
    expect(refused.code).toBe('step.not-allowed')
    expect(refused.message).toContain('hợp đồng')
    const { suggestion: _s, ...rest } = draft
    expect(rest.costs.length).toBeGreaterThan(0)

    await signContracts(program, project, [])
    const early = await refusalOf(program, 'execution.saveAcceptance', {
      ...save,
      acceptance: { ...draft, date: '2022-02-28' },
    })
    expect(early.fields).toEqual([
      { path: 'acceptance.date', message: 'Ngày nghiệm thu sớm hơn ngày ký hợp đồng (01/03/2022).' },
    ])
  })

  it('splits what is planned between beneficiaries so that the parts make the whole, source by source', async () => {
    const program = await openSample()
    const project = await groupOf(program)
    await approve(program, project)
    const drafts = await Promise.all(project.beneficiaries.map((one) => draftOf(program, project.id, '5a', one)))
    const sums = drafts.map((draft) => sumAmounts(draft.costs.map((line) => line.planned)))
    expect(sumAmounts(sums)).toEqual(project.amounts)
  })

  it('of a part keeps the đề án from being accepted, and names who is left', async () => {
    const program = await openSample()
    const project = await groupOf(program)
    await approve(program, project)
    await signContracts(program, project, [])
    await take(program, project.id, 'start', '2022-03-15')
    const [first, second] = project.beneficiaries
    await accept(program, project.id, asPlanned(await draftOf(program, project.id, '5a', first ?? null), '2022-09-01'))
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'projects.get', { id: project.id })
    const refused = await refusalOf(program, 'projects.takeStep', {
      id: project.id,
      rowVersion,
      step: 'acceptBase',
      date: '2022-10-12',
      documentNumber: '',
      documentDate: null,
      reason: '',
    })
    expect(refused.message).toContain(second?.name)
    const { waiting } = await answerOf<{ waiting: { projectId: number; beneficiaries: { name: string }[] }[] }>(
      program,
      'execution.acceptances',
      { projectId: project.id },
    )
    expect(waiting[0]?.beneficiaries.map(({ name }) => name)).toEqual([second?.name])
  })

  it('that failed asks to be mended by a day, and is closed by one that passes', async () => {
    const program = await openSample()
    const project = await groupOf(program)
    await approve(program, project)
    await signContracts(program, project, [])
    await take(program, project.id, 'start', '2022-03-15')
    const [first] = project.beneficiaries
    const draft = asPlanned(await draftOf(program, project.id, '5a', first ?? null), '2022-09-01')
    const save = { id: null, rowVersion: null, projectId: project.id }
    const saved = await answerOf<{ id: number; rowVersion: number }>(program, 'execution.saveAcceptance', {
      ...save,
      acceptance: { ...draft, conclusion: 'fail' },
    })
    const refused = await refusalOf(program, 'execution.concludeAcceptance', saved)
    expect(refused.fields.map(({ path }) => path)).toEqual(['mend', 'mendBy'])
    const again = await answerOf<{ id: number; rowVersion: number }>(program, 'execution.saveAcceptance', {
      ...save,
      ...saved,
      acceptance: { ...draft, conclusion: 'fail', mend: 'Lắp lại động cơ', mendBy: '2022-09-20' },
    })
    await answerOf(program, 'execution.concludeAcceptance', again)
    const tasks = () =>
      answerOf<{ kind: string; words: string; daysLeft: number }[]>(program, 'execution.tasks', { today: '2022-09-15' })
    expect(await tasks()).toMatchObject([{ kind: 'mend', daysLeft: 5, words: expect.stringContaining('20/09/2022') }])
    const repeat = await draftOf(program, project.id, '5a', first ?? null, saved.id)
    await accept(program, project.id, asPlanned(repeat, '2022-09-25'))
    expect(await tasks()).toEqual([])
    expect(
      (
        await refusalOf(program, 'execution.saveAcceptance', {
          ...save,
          id: saved.id,
          rowVersion: again.rowVersion + 1,
          acceptance: draft,
        })
      ).code,
    ).toBe('version.locked')
  })

  it('refuses a serial number twice and names the machine that has it', async () => {
    const program = await openSample()
    const project = await groupOf(program)
    await approve(program, project)
    await signContracts(program, project, [])
    const machine = {
      name: 'Máy ép',
      specification: '',
      origin: '',
      unit: 'cái',
      quantity: 1000,
      unitPrice: 5,
      serial: 'SN 0012-A',
      madeIn: null,
      isNew: true,
      works: true,
      note: '',
    }
    const [first, second] = project.beneficiaries
    await accept(program, project.id, {
      ...asPlanned(await draftOf(program, project.id, '5a', first ?? null), '2022-09-01'),
      machines: [machine],
    })
    const save = { id: null, rowVersion: null, projectId: project.id }
    const draft = asPlanned(await draftOf(program, project.id, '5a', second ?? null), '2022-09-02')
    const refused = await refusalOf(program, 'execution.saveAcceptance', {
      ...save,
      acceptance: { ...draft, machines: [{ ...machine, name: 'Máy cắt', serial: 'sn0012a' }] },
    })
    expect(refused.fields[0]?.message).toContain(
      `“Máy ép” (đề án ${project.code}, ${first?.name}, nghiệm thu ngày 01/09/2022)`,
    )
    const machines = await answerOf<{ serial: string; beneficiary: string }[]>(program, 'execution.machines', {
      text: 'ep sn',
    })
    expect(machines).toMatchObject([{ serial: 'SN 0012-A', beneficiary: first?.name }])
    const machinesOf = (establishmentId: number | null | undefined) =>
      answerOf<{ serial: string }[]>(program, 'execution.machines', { establishmentId })
    expect(await machinesOf(first?.establishmentId)).toMatchObject([{ serial: 'SN 0012-A' }])
    expect(await machinesOf(second?.establishmentId)).toEqual([])
  })
})

describe('settlement and liquidation', () => {
  it('leaves nothing to adjust or to stop, not by a request sent before either', async () => {
    const program = await openSample()
    const project = (await sampleProjects(program)).find(({ beneficiaries }) => beneficiaries.length < 2)
    if (project === undefined) throw new Error('the sample has one')
    const contracts = await carryToAccepted(program, project)
    const stop = await askToChange(program, project.id, '2022-10-15', null)
    await settle(program, project, contracts)
    const { status } = await answerOf<{ status: string }>(program, 'projects.steps', { id: project.id })
    const { checks } = await answerOf<CallOutput<'changes', 'get'>>(program, 'changes.get', { id: stop.id })
    expect(checks).toContainEqual(
      expect.objectContaining({ severity: 'contradiction', message: expect.stringContaining('đã thanh lý') }),
    )
    const decided = await refusalOf(program, 'changes.decide', {
      id: stop.id,
      rowVersion: stop.rowVersion,
      number: '90/QĐ',
      date: '2022-12-30',
      authority: 'planApprover',
      items: stop.itemIds.map((itemId) => ({ itemId, outcome: 'approved' })),
      overReason: 'Vẫn ngừng',
    })
    expect(decided).toMatchObject({
      code: 'step.not-allowed',
      message: expect.stringContaining('không còn gì để ngừng'),
    })
    for (const [kind, word] of [
      ['stop', 'ngừng'],
      ['adjust', 'điều chỉnh'],
    ]) {
      const item = { id: null, kind, projectId: project.id, content: null, reason: '', reasons: [] }
      const refused = await refusalOf(program, 'changes.save', {
        id: null,
        rowVersion: null,
        letter: { year: 2022, letterNumber: '', letterDate: null, askedBy: '', reason: '', note: '' },
        items: [{ ...item, advanced: null, recovery: null }],
      })
      expect(refused).toMatchObject({
        code: 'step.not-allowed',
        message: expect.stringContaining(`không còn gì để ${word}`),
      })
    }
    expect(await answerOf(program, 'projects.steps', { id: project.id })).toMatchObject({ status })
  })

  it('wants a reason for what vouchers do not prove, one voucher once, and money accounted for', async () => {
    const program = await openSample()
    const [one, other] = (await sampleProjects(program)).filter((project) => project.programme === 'local')
    if (one === undefined || other === undefined) throw new Error('the sample has local đề án')
    const contracts = await carryToAccepted(program, one)
    await carryToAccepted(program, other)
    const draft = await answerOf<Settlement>(program, 'execution.settlement', { projectId: one.id })
    expect(draft.totals.askedSupport).toBe(supportOf(one.amounts))
    const voucher = {
      number: '0001',
      date: '2022-09-30',
      kind: 'invoice',
      content: 'In tờ rơi',
      payee: 'Công ty In',
      amounts: { ...noAmounts, local: totalOf(one.amounts) - 1 },
      note: '',
    }
    const settlement = { ...draft.settlement, date: '2022-10-20', vouchers: [voucher] }
    const saved = await answerOf<{ rowVersion: number }>(program, 'execution.saveSettlement', {
      projectId: one.id,
      rowVersion: 0,
      settlement,
    })
    const { differences } = await answerOf<Settlement>(program, 'execution.settlement', { projectId: one.id })
    expect(differences.some((words) => words.includes('lệch'))).toBe(true)
    const twice = await refusalOf(program, 'execution.saveSettlement', {
      projectId: other.id,
      rowVersion: 0,
      settlement: { ...settlement, vouchers: [{ ...voucher, payee: 'công ty in ' }] },
    })
    expect(twice.message).toContain(`bảng kê của đề án ${one.code}`)
    expect(saved.rowVersion).toBe(1)

    const [contractId = 0] = contracts
    const { rowVersion, balance } = await answerOf<{ rowVersion: number; balance: { toPay: number } }>(
      program,
      'execution.liquidation',
      { contractId },
    )
    expect(balance.toPay).toBe(supportOf(one.amounts))
    const refused = await refusalOf(program, 'execution.liquidate', {
      contractId,
      rowVersion,
      date: '2022-12-15',
      number: '3/BBTL',
      explanation: '',
    })
    expect(refused.fields[0]?.path).toBe('explanation')
    expect(refused.message).toContain('chưa thanh toán')
  })

  it('counts the days for the file from the last acceptance, and ticks the deadline when the file is there', async () => {
    const program = await openSample()
    const project = (await sampleProjects(program)).find((one) => one.programme === 'national')
    if (project === undefined) throw new Error('the sample has national đề án')
    const contracts = await carryToAccepted(program, project)
    const { fileBy } = await answerOf<Settlement>(program, 'execution.settlement', { projectId: project.id })
    expect(fileBy).toBe('2022-10-25')
    const entry = async () => {
      const board = await answerOf<{ entries: { ruleKey: string; due: string; status: string; words: string }[] }>(
        program,
        'programmes.deadlines',
        { year: 2022, today: '2022-10-30' },
      )
      return board.entries.find((one) => one.ruleKey === 'national.settlementFile')
    }
    expect(await entry()).toMatchObject({
      due: '2022-10-25',
      status: 'overdue',
      words: expect.stringContaining(project.code),
    })
    await settle(program, project, contracts)
    expect(await entry()).toMatchObject({ status: 'done' })
  })
})

describe('progress of a month', () => {
  it('is one list of all running đề án, carried over from the month before, saved at once or not at all', async () => {
    const program = await openSample()
    const projects = await sampleProjects(program)
    for (const project of projects.slice(0, 3)) {
      await approve(program, project)
      await signContracts(program, project, [])
    }
    type Row = {
      projectId: number
      rowVersion: number
      report: { lines: { percent: number; note: string }[] }
      previousMonth: string | null
      warnings: string[]
    }
    const month = async (of: string) =>
      await answerOf<{ rows: Row[]; lastDay: string }>(program, 'execution.progressMonth', { month: of })
    const may = await month('2022-05')
    expect(may.rows.map((row) => row.projectId)).toEqual(projects.slice(0, 3).map(({ id }) => id))
    expect(may.lastDay).toBe('2022-05-24')
    const reports = may.rows.map(({ projectId, rowVersion, report }, index) => ({
      projectId,
      rowVersion,
      report: {
        ...report,
        reportedOn: '2022-05-23',
        lines: report.lines.map((line) => ({ ...line, percent: 2_500 + index })),
      },
    }))
    await answerOf(program, 'execution.saveProgressMonth', { month: '2022-05', reports })
    const june = await month('2022-06')
    expect(june.rows.map((row) => row.report.lines[0]?.percent)).toEqual([2_500, 2_501, 2_502])
    expect(june.rows.every((row) => row.rowVersion === 0 && row.previousMonth === '2022-05')).toBe(true)

    const stale = await refusalOf(program, 'execution.saveProgressMonth', { month: '2022-05', reports })
    expect(stale.code).toBe('record.conflict')
    const future = await refusalOf(program, 'execution.saveProgressMonth', { month: '2024-01', reports })
    expect(future.fields[0]).toMatchObject({ path: 'month' })
    const halfWrong = await refusalOf(program, 'execution.saveProgressMonth', {
      month: '2022-06',
      reports: [
        { projectId: projects[0]?.id, rowVersion: 0, report: june.rows[0]?.report },
        { projectId: projects[9]?.id, rowVersion: 0, report: june.rows[0]?.report },
      ],
    })
    expect(halfWrong.code).toBe('step.not-allowed')
    expect((await month('2022-06')).rows[0]?.rowVersion).toBe(0)
  })
})
