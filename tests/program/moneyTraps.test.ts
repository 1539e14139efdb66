// What somebody in a hurry, or up to something, would try with contracts, money, acceptance and settlement. What contradicts itself
// is refused and nothing is saved; what is only against a rule goes on with a reason, and the reason is on record.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import { answerOf, refusalOf } from '../support/answers'
import { type AcceptanceDraft, accept, asPlanned, draftOf } from '../support/carryOut'
import { openPrograms } from '../support/openProgram'
import {
  acceptAll,
  fileSettlement,
  movement,
  type SharedProject,
  settlementOf,
  sharedProject,
  sharers,
} from '../support/sharedProject'

const today = '2026-12-20'
const tomorrow = '2026-12-21'
const openOffice = openPrograms(today)
const openPrograms2027 = openPrograms('2027-01-18')
const hundred = { programme: 'local', amounts: { local: 100_000_000, counterpart: 200_000_001 } } as const
const thirds = [33_333_334, 33_333_333, 33_333_333]

async function started(): Promise<{ program: Program; project: SharedProject }> {
  const { program } = await openOffice()
  return { program, project: await sharedProject(program, hundred) }
}

function move(
  program: Program,
  project: SharedProject,
  contract: number,
  moved: Parameters<typeof movement>[2],
  reason = '',
) {
  return answerOf<{ id: number; rowVersion: number }>(
    program,
    'contracts.savePayment',
    movement(project, contract, moved, reason),
  )
}

function refusedMove(
  program: Program,
  project: SharedProject,
  contract: number,
  moved: Parameters<typeof movement>[2],
  reason = '',
) {
  return refusalOf(program, 'contracts.savePayment', movement(project, contract, moved, reason))
}

async function place(program: Program, project: SharedProject, index: number): Promise<AcceptanceDraft> {
  const name = sharers[index] ?? ''
  return asPlanned(await draftOf(program, project.id, '5a', { establishmentId: null, name }), '2026-10-10')
}

const save = (program: Program, project: SharedProject, acceptance: object) =>
  answerOf<{ id: number; rowVersion: number }>(program, 'execution.saveAcceptance', {
    id: null,
    rowVersion: null,
    projectId: project.id,
    acceptance,
  })

/** By a request decided on the first of June. */
async function stopProject(program: Program, { id }: SharedProject): Promise<void> {
  const saved = await answerOf<{ id: number; rowVersion: number }>(program, 'changes.save', {
    id: null,
    rowVersion: null,
    letter: {
      year: 2026,
      letterNumber: '27/TTKC-KC',
      letterDate: '2026-05-20',
      askedBy: 'Trung tâm',
      reason: 'Cơ sở không còn nhu cầu.',
      note: '',
    },
    items: [
      {
        id: null,
        kind: 'stop',
        projectId: id,
        content: null,
        reason: 'Cơ sở bỏ',
        reasons: [],
        advanced: 0,
        recovery: 0,
      },
    ],
  })
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'changes.submit', {
    id: saved.id,
    rowVersion: saved.rowVersion,
    submittedOn: '2026-05-21',
  })
  const { items } = await answerOf<CallOutput<'changes', 'get'>>(program, 'changes.get', { id: saved.id })
  await answerOf(program, 'changes.decide', {
    id: saved.id,
    rowVersion,
    number: '9/QĐ-UBND',
    date: '2026-06-01',
    signer: 'Nguyễn Văn B',
    items: items.map((item) => ({ itemId: item.id, outcome: 'approved' })),
    overReason: 'Đã thống nhất',
  })
}

const part = (draft: AcceptanceDraft, numerator: number, denominator: number) => {
  const scaled = (amounts: AmountsBySource): AmountsBySource => ({
    ...amounts,
    local: Math.floor((amounts.local * numerator) / denominator),
    counterpart: Math.floor((amounts.counterpart * numerator) / denominator),
  })
  return draft.costs.map((line) => ({ ...line, done: scaled(line.planned) }))
}

describe('a day that has not come', () => {
  it('is refused for money, signing, appendices and breaking off', async () => {
    const { program, project } = await started()
    const amounts = { local: 10_000_000 }
    for (const kind of ['advance', 'payment', 'recovery'] as const) {
      const refused = await refusedMove(program, project, project.agency, { kind, amounts, onDate: tomorrow }, 'x')
      expect([kind, refused.code, refused.fields.map(({ path }) => path)]).toEqual([
        kind,
        'rule.contradiction',
        expect.arrayContaining(['payment.onDate']),
      ])
    }
    const voucher = await refusedMove(
      program,
      project,
      project.agency,
      { kind: 'advance', amounts, voucherDate: tomorrow },
      'x',
    )
    expect([voucher.code, voucher.fields[0]?.path]).toEqual(['rule.contradiction', 'payment.voucherDate'])
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'contracts.get', { id: project.agency })
    const broken = await refusalOf(program, 'contracts.terminate', {
      id: project.agency,
      rowVersion,
      date: tomorrow,
      number: '',
      reason: 'Không làm nữa',
    })
    expect(broken.fields).toMatchObject([{ path: 'date' }])
    const draft = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.save', {
      id: null,
      rowVersion: null,
      contract: {
        kind: 'supplier',
        programme: 'local',
        year: 2026,
        giver: { name: 'Trung tâm' },
        receiver: { name: 'Công ty A' },
        lines: [{ projectId: project.id, amounts: { ...noAmounts, local: 1 } }],
      },
    })
    const signed = await refusalOf(program, 'contracts.sign', {
      ...draft,
      signedOn: tomorrow,
      symbol: 'HĐ-MS',
      reason: 'x',
    })
    expect([signed.code, signed.fields[0]?.path]).toEqual(['rule.contradiction', 'signedOn'])
    const appendix = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.saveAppendix', {
      id: null,
      rowVersion: null,
      contractId: project.agency,
      appendix: {
        changes: 'Đổi ngày',
        decisionNumber: '',
        decisionDate: null,
        endOn: null,
        liquidationBy: null,
        lines: [],
      },
    })
    const later = await refusalOf(program, 'contracts.signAppendix', {
      ...appendix,
      signedOn: tomorrow,
      number: '',
      reason: 'x',
    })
    expect(later.fields).toMatchObject([{ path: 'signedOn' }])
  }, 60_000)
})

describe('three beneficiaries of 100.000.000 đồng', () => {
  it('get contracts, advances and acceptances that make the whole, to the đồng', async () => {
    const { program, project } = await started()
    const values = await Promise.all(
      project.contracts.map((id) => answerOf<CallOutput<'contracts', 'get'>>(program, 'contracts.get', { id })),
    )
    expect(values.map(({ value }) => value.local)).toEqual(thirds)
    expect(values.reduce((sum, { value }) => sum + value.counterpart, 0)).toBe(200_000_001)
    const drafts = await Promise.all(sharers.map((_, index) => place(program, project, index)))
    expect(drafts.map(({ costs }) => costs[0]?.planned.local)).toEqual(thirds)
    for (const [index, id] of project.contracts.entries()) {
      const { payment } = await answerOf<CallOutput<'contracts', 'proposePayment'>>(
        program,
        'contracts.proposePayment',
        {
          contractId: id,
          kind: 'advance',
          date: '2026-05-10',
        },
      )
      // 70 % of a third is no whole number of đồng: never more than the rule.
      const proposed = payment.lines[0]?.amounts.local ?? 0
      expect(proposed * 10).toBeLessThanOrEqual((thirds[index] ?? 0) * 7)
      await move(program, project, id, { kind: 'advance', amounts: { local: proposed } })
      const over = await refusedMove(program, project, id, { kind: 'advance', round: 2, amounts: { local: 1 } })
      expect(over.code).toBe('rule.warning')
    }
  }, 60_000)
})

describe('acceptance', () => {
  it('of a place does not come before the contract of that place', async () => {
    const { program } = await openOffice()
    const project = await sharedProject(program, hundred)
    const { rowVersion, details } = await answerOf<CallOutput<'contracts', 'get'>>(program, 'contracts.get', {
      id: project.contracts[0] ?? 0,
    })
    expect(details.receiver.name).toBe(sharers[0])
    await answerOf(program, 'contracts.terminate', {
      id: project.contracts[0],
      rowVersion,
      date: '2026-03-01',
      number: '',
      reason: 'Ký lại với người đại diện mới',
    })
    const again = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.save', {
      id: null,
      rowVersion: null,
      contract: details,
    })
    await answerOf(program, 'contracts.sign', { ...again, signedOn: '2026-06-01', symbol: 'HĐ-HT', reason: 'Ký lại' })
    const draft = await place(program, project, 0)
    // The first contract of the place was signed in February, and what was done under it counts.
    await save(program, project, { ...draft, date: '2026-05-01' })
    const early = await refusalOf(program, 'execution.saveAcceptance', {
      id: null,
      rowVersion: null,
      projectId: project.id,
      acceptance: { ...draft, date: '2026-02-09' },
    })
    expect([early.code, early.fields[0]?.path]).toEqual(['rule.contradiction', 'acceptance.date'])
  }, 60_000)

  it('of a place whose own contract is signed later than the others waits for it', async () => {
    const { program } = await openOffice()
    const project = await sharedProject(program, { ...hundred, lateFor: { index: 2, signedOn: '2026-06-01' } })
    const early = await refusalOf(program, 'execution.saveAcceptance', {
      id: null,
      rowVersion: null,
      projectId: project.id,
      acceptance: { ...(await place(program, project, 2)), date: '2026-05-01' },
    })
    expect([early.code, early.fields[0]?.path]).toEqual(['rule.contradiction', 'acceptance.date'])
    expect(early.message).toContain('01/06/2026')
    await save(program, project, { ...(await place(program, project, 1)), date: '2026-05-01' })
  }, 60_000)

  it('in two parts adds up; a third one over what was approved takes a reason', async () => {
    const { program, project } = await started()
    const draft = await place(program, project, 0)
    const half = { ...draft, costs: part(draft, 1, 2) }
    const first = await save(program, project, { ...half, shortfallReason: 'Nghiệm thu đợt 1' })
    await answerOf(program, 'execution.concludeAcceptance', first)
    const rest = draft.costs.map((line, index) => ({
      ...line,
      done: {
        ...line.planned,
        local: line.planned.local - (half.costs[index]?.done.local ?? 0),
        counterpart: line.planned.counterpart - (half.costs[index]?.done.counterpart ?? 0),
      },
    }))
    const second = await save(program, project, { ...draft, costs: rest, shortfallReason: 'Đợt 2, phần còn lại' })
    await answerOf(program, 'execution.concludeAcceptance', second)
    const twice = await save(program, project, draft)
    const refused = await refusalOf(program, 'execution.concludeAcceptance', twice)
    expect(refused.code).toBe('step.not-allowed')
    expect(refused.fields).toMatchObject([{ path: 'shortfallReason' }])
    expect(refused.message).toContain('các lần nghiệm thu')
  }, 60_000)

  it('is held against the budget in force, not against the figures typed into the minutes', async () => {
    const { program, project } = await started()
    const draft = await place(program, project, 0)
    const blown = { ...draft, costs: part(draft, 9, 1).map((line) => ({ ...line, planned: line.done })) }
    const saved = await save(program, project, blown)
    const refused = await refusalOf(program, 'execution.concludeAcceptance', saved)
    expect(refused.fields).toMatchObject([{ path: 'shortfallReason' }])
  }, 60_000)

  it('in another year than the plan’s is gone on with for a reason', async () => {
    const { program } = await openPrograms2027()
    const project = await sharedProject(program, hundred)
    const draft = { ...(await place(program, project, 0)), date: '2027-01-15' }
    const refused = await refusalOf(program, 'execution.concludeAcceptance', await save(program, project, draft))
    expect(refused.fields).toMatchObject([{ path: 'shortfallReason' }])
    expect(refused.message).toContain('2026')
    await answerOf(
      program,
      'execution.concludeAcceptance',
      await save(program, project, { ...draft, shortfallReason: 'Được gia hạn' }),
    )
  }, 60_000)

  it('takes a serial number once, however it is typed', async () => {
    const { program, project } = await started()
    const machine = {
      name: 'Máy sấy',
      specification: '',
      origin: '',
      unit: 'cái',
      quantity: 1_000,
      unitPrice: 1,
      serial: 'SN-0001',
      madeIn: null,
      isNew: true,
      works: true,
      note: '',
    }
    await accept(program, project.id, { ...(await place(program, project, 0)), machines: [machine] })
    for (const serial of ['sn 0001', 'SN.0001; X2', 'X1; X1']) {
      const refused = await refusalOf(program, 'execution.saveAcceptance', {
        id: null,
        rowVersion: null,
        projectId: project.id,
        acceptance: { ...(await place(program, project, 1)), machines: [{ ...machine, serial }] },
      })
      expect([serial, refused.code]).toEqual([serial, 'rule.contradiction'])
    }
  }, 60_000)
})

describe('a settlement', () => {
  const approval = { approvalNumber: '12/TB', approvedOn: '2026-12-01' }

  it('is not granted while what does not agree is unexplained, nor where it has no lines', async () => {
    const { program, project } = await started()
    await acceptAll(program, project)
    await move(program, project, project.agency, { kind: 'payment', amounts: { local: 100_000_000 } })
    const { rowVersion, lines } = await fileSettlement(program, project, { vouchers: [] })
    const approved = lines.map(({ asked }) => asked)
    const refused = await refusalOf(program, 'execution.approveSettlement', {
      projectId: project.id,
      rowVersion,
      ...approval,
      approved,
    })
    expect(refused.code).toBe('rule.warning')
    expect(refused.message).toContain('chứng từ 0 đồng')
    const draft = await settlementOf(program, project)
    const bare = await answerOf<{ rowVersion: number }>(program, 'execution.saveSettlement', {
      projectId: project.id,
      rowVersion: draft.rowVersion,
      settlement: { ...draft.settlement, lines: [] },
    })
    const empty = await refusalOf(program, 'execution.approveSettlement', {
      projectId: project.id,
      rowVersion: bare.rowVersion,
      ...approval,
      approved: [],
      reason: 'x',
    })
    expect([empty.code, empty.fields[0]?.path]).toEqual(['rule.contradiction', 'approved'])
  }, 60_000)

  it('takes a voucher once; the same number and sum of another day wants a word', async () => {
    const { program, project } = await started()
    await acceptAll(program, project)
    const voucher = {
      number: 'HĐ 0001',
      date: '2026-09-30',
      kind: 'invoice',
      content: 'Máy sấy',
      payee: 'Công ty A',
      amounts: { ...noAmounts, local: 50_000_000, counterpart: 100_000_000 },
      note: '',
    }
    const draft = await settlementOf(program, project)
    const filed = (vouchers: readonly object[]) => ({
      projectId: project.id,
      rowVersion: draft.rowVersion,
      settlement: { ...draft.settlement, date: '2026-11-05', vouchers },
    })
    const twice = await refusalOf(
      program,
      'execution.saveSettlement',
      filed([voucher, { ...voucher, number: 'hđ0001', payee: 'CÔNG TY A' }]),
    )
    expect(twice.code).toBe('rule.contradiction')
    await answerOf(program, 'execution.saveSettlement', filed([voucher, { ...voucher, date: '2026-10-01' }]))
    const { differences } = await settlementOf(program, project)
    expect(differences.join(' ')).toContain('có thể kê hai lần')
  }, 60_000)

  it('above what was given is explained by every contract that left money open, not by one of them', async () => {
    const { program, project } = await started()
    await acceptAll(program, project)
    await move(program, project, project.agency, { kind: 'payment', amounts: { local: 100_000_000 } })
    const { rowVersion, lines } = await fileSettlement(program, project)
    const input = {
      projectId: project.id,
      rowVersion,
      ...approval,
      approved: lines.map(({ asked }) => asked),
    }
    expect((await refusalOf(program, 'execution.approveSettlement', input)).code).toBe('rule.warning')
    for (const [index, contractId] of project.contracts.entries()) {
      expect((await refusalOf(program, 'execution.approveSettlement', input)).code, String(index)).toBe('rule.warning')
      const facts = await answerOf<CallOutput<'execution', 'liquidation'>>(program, 'execution.liquidation', {
        contractId,
      })
      const closing = { contractId, rowVersion: facts.rowVersion, date: '2026-12-10', number: `${index}/BBTL` }
      const unsaid = await refusalOf(program, 'execution.liquidate', { ...closing, explanation: '  ' })
      expect(unsaid.fields).toMatchObject([{ path: 'explanation' }])
      await answerOf(program, 'execution.liquidate', { ...closing, explanation: 'Trả trước 22/01' })
    }
    await answerOf(program, 'execution.approveSettlement', input)
  }, 60_000)
})

describe('a contract that was liquidated with nothing left', () => {
  it('keeps its money as its minutes say, unless somebody says why', async () => {
    const { program, project } = await started()
    await acceptAll(program, project)
    const [contractId = 0] = project.contracts
    const paid = await move(program, project, contractId, {
      kind: 'payment',
      amounts: { local: 33_333_334 },
      onDate: '2026-11-01',
    })
    const facts = await answerOf<CallOutput<'execution', 'liquidation'>>(program, 'execution.liquidation', {
      contractId,
    })
    expect([facts.balance.toPay, facts.balance.toRecover]).toEqual([0, 0])
    await answerOf(program, 'execution.liquidate', {
      contractId,
      rowVersion: facts.rowVersion,
      date: '2026-12-10',
      number: '3/BBTL',
      explanation: '',
    })
    const removed = await refusalOf(program, 'contracts.removePayment', paid)
    expect([removed.code, removed.message.includes('thanh lý')]).toEqual(['rule.contradiction', true])
    const less = {
      ...movement(project, contractId, { kind: 'payment', amounts: { local: 33_333_333 }, onDate: '2026-11-01' }),
      ...paid,
    }
    const refused = await refusalOf(program, 'contracts.savePayment', less)
    expect([refused.code, refused.message.includes('thanh lý')]).toEqual(['rule.warning', true])
    const back = await refusedMove(program, project, contractId, {
      kind: 'recovery',
      amounts: { local: 1 },
      onDate: '2026-12-15',
    })
    expect([back.code, back.message.includes('thanh lý')]).toEqual(['rule.warning', true])
    await answerOf(program, 'contracts.savePayment', { ...less, reason: 'Ghi nhầm một đồng' })
    const again = await refusalOf(program, 'execution.saveAcceptance', {
      id: null,
      rowVersion: null,
      projectId: project.id,
      acceptance: await place(program, project, 0),
    })
    expect(again.message).toContain('thanh lý')
  }, 60_000)
})

describe('money after the đề án was stopped', () => {
  it('is not advanced without a reason', async () => {
    const { program, project } = await started()
    await stopProject(program, project)
    const refused = await refusedMove(program, project, project.agency, {
      kind: 'advance',
      amounts: { local: 1_000_000 },
      onDate: '2026-07-01',
    })
    expect([refused.code, refused.message.includes('ngừng')]).toEqual(['rule.warning', true])
  }, 60_000)
})

describe('a year that is locked', () => {
  it('takes no money, minutes or settlement, and still lets what came of it be visited later', async () => {
    const { program } = await openPrograms2027()
    const project = await sharedProject(program, hundred)
    await acceptAll(program, project)
    await answerOf(program, 'history.lockYear', { year: 2026, note: 'Đã quyết toán' })
    const moved = await refusedMove(program, project, project.agency, { kind: 'payment', amounts: { local: 1 } }, 'x')
    const minutes = await refusalOf(program, 'execution.saveAcceptance', {
      id: null,
      rowVersion: null,
      projectId: project.id,
      acceptance: await place(program, project, 0),
    })
    const draft = await settlementOf(program, project)
    const filed = await refusalOf(program, 'execution.saveSettlement', {
      projectId: project.id,
      rowVersion: draft.rowVersion,
      settlement: { ...draft.settlement, date: '2026-11-05' },
    })
    expect([moved.code, minutes.code, filed.code]).toEqual(['year.locked', 'year.locked', 'year.locked'])
    const visit = { projectId: project.id, establishmentId: null, beneficiary: sharers[0], kind: 'afterOneYear' }
    const plan = { year: 2027, visits: [{ ...visit, month: '2027-10' }] }
    await answerOf(program, 'execution.planVisits', plan)
    const twice = await refusalOf(program, 'execution.planVisits', plan)
    expect(twice.code).toBe('rule.contradiction')
  }, 60_000)
})

describe('money taken back', () => {
  it('may be advanced again only over a word, and never comes back twice', async () => {
    const { program, project } = await started()
    const [contractId = 0] = project.contracts
    await move(program, project, contractId, { kind: 'advance', amounts: { local: 23_333_333 } })
    await move(program, project, contractId, {
      kind: 'recovery',
      amounts: { local: 23_333_333 },
      onDate: '2026-06-01',
    })
    const back = { kind: 'recovery' as const, round: 2, amounts: { local: 1 }, onDate: '2026-06-02' }
    expect((await refusedMove(program, project, contractId, back, 'x')).code).toBe('rule.contradiction')
    const early = { kind: 'recovery' as const, round: 2, amounts: { local: 1 }, onDate: '2026-05-09' }
    expect((await refusedMove(program, project, contractId, early, 'x')).code).toBe('rule.contradiction')
    const again = await refusedMove(program, project, contractId, {
      kind: 'advance',
      round: 2,
      amounts: { local: 23_333_333 },
      onDate: '2026-07-01',
    })
    expect(again.code).toBe('rule.warning')
  }, 60_000)
})
