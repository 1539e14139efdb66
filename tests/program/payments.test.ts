// Money through the program: what is refused, what asks for a reason, and the order of sums at every moment.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { fundingSources } from '../../shared/domain/money'
import {
  approve,
  draft,
  idOf,
  local,
  money,
  national,
  payment,
  projectIds,
  propose,
  sign,
  signedAgency,
} from '../support/contracts2022'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-11-15')
const nextYear = samplePrograms('2023-02-01')

async function withAgency(open = sampleProgram) {
  const program = await open()
  const ids = await projectIds(program)
  const [first, second] = [idOf(ids, 'KCQG-2022-001'), idOf(ids, 'KCQG-2022-002')]
  await approve(program, first)
  await approve(program, second)
  const contractId = await signedAgency(program, [first, second])
  return { program, first, second, contractId }
}

/** What the rest is paid on. */
const restPapers = ['rest-acceptance', 'rest-results', 'rest-volume', 'machinery-1', 'machinery-2', 'machinery-3']
const save = (contractId: number, own: ReturnType<typeof payment>, reason = '') => ({
  id: null,
  rowVersion: null,
  contractId,
  payment: own,
  reason,
})

describe('an advance of two đề án by one voucher', () => {
  it('is filled in by the rule: 70 % of the support of each, after more than 70 % is done', async () => {
    const { program, first, second, contractId } = await withAgency()
    const proposed = await value<CallOutput<'contracts', 'proposePayment'>>(program, 'contracts.proposePayment', {
      contractId,
      kind: 'advance',
    })
    expect(proposed.rule).toBe(
      'Tạm ứng lần đầu không quá 70 % kinh phí hỗ trợ, khi giá trị thực hiện đạt trên 70% tổng vốn đầu tư theo báo cáo tiến độ.',
    )
    expect(proposed.payment.lines).toEqual([
      { projectId: first, amounts: national(350_000_000) },
      { projectId: second, amounts: national(140_000_000) },
    ])
    expect(proposed.papers.map(({ code }) => code)).toEqual(['first-contract', 'first-progress'])
    expect(proposed.payment.papers).toEqual(['first-contract'])
  })

  it('counts in each đề án by its own part', async () => {
    const { program, first, second, contractId } = await withAgency()
    const lines = [
      { projectId: first, amounts: national(350_000_000) },
      { projectId: second, amounts: national(140_000_000) },
    ]
    await value(program, 'contracts.savePayment', save(contractId, payment(lines, { voucherNumber: 'GBC 12' })))
    const { levels, leading, payments, disbursementBasisPoints } = await money(program, second)
    expect(leading).toBe('received')
    expect(levels.find(({ level }) => level === 'received')?.money).toMatchObject({
      allocated: { national: 200_000_000 },
      contracted: { national: 200_000_000 },
      advanced: { national: 140_000_000 },
      left: { national: 60_000_000 },
      open: { national: 140_000_000 },
    })
    expect(payments).toMatchObject([{ amounts: { national: 140_000_000 }, contractNumber: '45/HĐ-CTĐP' }])
    expect(disbursementBasisPoints).toBe(7_000)
  })
})

describe('wrong input', () => {
  it('is refused in words: before the contract, a voucher twice, a round twice, more back than given', async () => {
    const { program, first, second, contractId } = await withAgency()
    const one = [{ projectId: second, amounts: national(100_000_000) }]
    const early = await problem(
      program,
      'contracts.savePayment',
      save(contractId, payment(one, { onDate: '2022-02-19' })),
    )
    expect(early).toMatchObject({ code: 'rule.contradiction', fields: [{ path: 'payment.onDate' }] })
    const voucher = { voucherKind: 'receipt', voucherNumber: 'GBC-12', voucherDate: '2022-05-10' } as const
    await value(program, 'contracts.savePayment', save(contractId, payment(one, voucher)))
    const other = [{ projectId: first, amounts: national(1) }]
    const twice = await problem(
      program,
      'contracts.savePayment',
      save(contractId, payment(other, { ...voucher, round: 2, voucherNumber: 'gbc 12' })),
    )
    expect(twice.code).toBe('record.duplicate')
    expect(twice.fields).toEqual([
      {
        path: 'payment.voucherNumber',
        message: 'Chứng từ này đã ghi cho tạm ứng lần 1 ngày 10/05/2022, hợp đồng 45/HĐ-CTĐP, đề án KCQG-2022-002.',
      },
    ])
    const round = await problem(program, 'contracts.savePayment', save(contractId, payment(other)))
    expect(round).toMatchObject({ code: 'record.duplicate', fields: [{ path: 'payment.round' }] })
    const back = payment([{ projectId: second, amounts: national(100_000_001) }], { kind: 'recovery' })
    const tooMuch = await problem(program, 'contracts.savePayment', save(contractId, back))
    expect(tooMuch).toMatchObject({
      code: 'rule.contradiction',
      fields: [{ path: 'payment.lines.0.amounts.national' }],
    })
    const before = payment([{ projectId: second, amounts: national(1) }], { kind: 'recovery', onDate: '2022-03-01' })
    const backFirst = await problem(program, 'contracts.savePayment', save(contractId, before))
    expect(backFirst).toMatchObject({ code: 'rule.contradiction', fields: [{ path: 'payment.lines' }] })
  })

  it('asks for a reason above the rule, above the contract, in another year, and keeps it with the payment', async () => {
    const { program, second, contractId } = await withAgency(nextYear)
    const above = payment([{ projectId: second, amounts: national(140_000_001) }])
    const refused = await problem(program, 'contracts.savePayment', save(contractId, above))
    expect(refused.code).toBe('rule.warning')
    expect(refused.fields[0]?.message).toContain('Căn cứ: Điều 13 Thông tư số 36/2013/TT-BCT')
    await value(program, 'contracts.savePayment', save(contractId, above, 'Cục cho mức khác (Điều 16)'))
    const late = payment([{ projectId: second, amounts: national(60_000_000) }], {
      kind: 'payment',
      onDate: '2023-01-15',
      papers: restPapers,
    })
    const overBoth = await problem(program, 'contracts.savePayment', save(contractId, late))
    expect(overBoth.fields.map(({ message }) => message)).toEqual([
      expect.stringContaining('vượt giá trị hợp đồng 200.000.000 đồng là 1 đồng'),
      expect.stringContaining('ngày 15/01/2023 thuộc năm 2023'),
    ])
    await value(program, 'contracts.savePayment', save(contractId, late, 'Bù chênh lệch làm tròn'))
    const { payments } = await money(program, second)
    expect(payments.map((one) => one.overrides.map(({ code, reason }) => [code, reason]))).toEqual([
      [['overAdvanceRule', 'Cục cho mức khác (Điều 16)']],
      [
        ['overContract', 'Bù chênh lệch làm tròn'],
        ['otherYear', 'Bù chênh lệch làm tròn'],
      ],
    ])
  })

  it('asks of a first advance for its papers, unless they are in the dossier already', async () => {
    const { program, second, contractId } = await withAgency()
    const own = payment([{ projectId: second, amounts: national(1) }], { papers: [] })
    const missing = await problem(program, 'contracts.savePayment', save(contractId, own))
    expect(missing.fields.map(({ message }) => message)).toEqual([expect.stringContaining('Chưa có: Báo cáo tiến độ')])
    await value(program, 'archive.saveDossierItem', {
      id: null,
      rowVersion: null,
      projectId: second,
      item: {
        paperCode: 'first-progress',
        title: 'Báo cáo tiến độ',
        stage: 'firstAdvance',
        required: true,
        copies: null,
        destination: 'agency',
        receivedOn: '2022-05-01',
        note: '',
      },
    })
    await value(program, 'contracts.savePayment', save(contractId, own))
  })
})

describe('recovery', () => {
  it('takes back what was not used, and the advance it rests on cannot be taken away from under it', async () => {
    const { program, second, contractId } = await withAgency()
    const saved = await value<{ id: number }>(
      program,
      'contracts.savePayment',
      save(contractId, payment([{ projectId: second, amounts: national(100_000_000) }])),
    )
    const back = payment([{ projectId: second, amounts: national(30_000_000) }], {
      kind: 'recovery',
      onDate: '2022-10-01',
    })
    await value(program, 'contracts.savePayment', save(contractId, back))
    const { levels } = await money(program, second)
    expect(levels.find(({ level }) => level === 'received')?.money).toMatchObject({
      advanced: { national: 100_000_000 },
      recovered: { national: 30_000_000 },
      open: { national: 70_000_000 },
    })
    const removed = await problem(program, 'contracts.removePayment', { id: saved.id, rowVersion: 1 })
    expect(removed.code).toBe('rule.contradiction')
  })
})

describe('a contract broken off', () => {
  it('stands for what was given under it, takes no more advances, and lets the rest be recovered', async () => {
    const { program, second, contractId } = await withAgency()
    await value(
      program,
      'contracts.savePayment',
      save(contractId, payment([{ projectId: second, amounts: national(100_000_000) }])),
    )
    const { rowVersion } = await value<{ rowVersion: number }>(program, 'contracts.get', { id: contractId })
    const closing = { id: contractId, rowVersion, date: '2022-08-01', number: '9/TB', reason: 'Cơ sở ngừng hoạt động' }
    await value(program, 'contracts.terminate', closing)
    const { levels } = await money(program, second)
    expect(levels.find(({ level }) => level === 'received')?.money).toMatchObject({
      contracted: { national: 100_000_000 },
      left: { national: 0 },
    })
    const more = payment([{ projectId: second, amounts: national(1) }], { round: 2, onDate: '2022-09-01' })
    expect((await problem(program, 'contracts.savePayment', save(contractId, more))).fields).toMatchObject([
      { path: 'payment.kind' },
    ])
    const back = payment([{ projectId: second, amounts: national(100_000_000) }], {
      kind: 'recovery',
      onDate: '2022-09-01',
    })
    await value(program, 'contracts.savePayment', save(contractId, back))
  })
})

describe('support that is paid back', () => {
  it('is received against its schedule, each voucher once, never more than was due', async () => {
    const program = await sampleProgram()
    const ids = await projectIds(program)
    const id = idOf(ids, 'KCDP-2022-002')
    const project = await value<{ rowVersion: number; identity: object; content: object }>(program, 'projects.get', {
      id,
    })
    await value(program, 'projects.save', {
      id,
      rowVersion: project.rowVersion,
      identity: project.identity,
      content: {
        ...project.content,
        supportMode: 'recoverable',
        repayments: [
          { dueOn: '2022-10-31', amount: 50_000_000 },
          { dueOn: '2023-10-31', amount: 70_000_000 },
        ],
      },
    })
    await approve(program, id)
    const receipt = { onDate: '2022-11-01', amount: 40_000_000, voucherNumber: 'PT 7' }
    const saving = { id: null, rowVersion: null, projectId: id, receipt }
    await value(program, 'contracts.saveReceipt', saving)
    expect((await money(program, id)).repayments).toMatchObject({
      received: 40_000_000,
      left: 80_000_000,
      overdue: 10_000_000,
      dues: [{ left: 10_000_000, overdue: true }, { left: 70_000_000 }],
    })
    const twice = await problem(program, 'contracts.saveReceipt', saving)
    expect(twice).toMatchObject({ code: 'record.duplicate', fields: [{ path: 'receipt.voucherNumber' }] })
    const tooMuch = { ...saving, receipt: { ...receipt, voucherNumber: 'PT 8', amount: 80_000_001 } }
    expect((await problem(program, 'contracts.saveReceipt', tooMuch)).fields).toEqual([
      { path: 'receipt.amount', message: 'Theo lịch chỉ còn phải hoàn trả 80.000.000 đồng.' },
    ])
    const grant = { ...saving, projectId: idOf(ids, 'KCDP-2022-004') }
    expect((await problem(program, 'contracts.saveReceipt', grant)).code).toBe('rule.contradiction')
  })
})

/** Every breach of the order of sums, found by adding up what the program lists, must have a reason on record. */
async function unexplained(program: Program, projectId: number): Promise<string[]> {
  const { levels, payments } = await money(program, projectId)
  const contracts = await value<CallOutput<'contracts', 'list'>>(program, 'contracts.list', { projectId })
  const reasons = new Set(payments.flatMap((one) => one.overrides.map(({ code }) => code)))
  for (const { id } of contracts.rows) {
    const { overrides } = await value<CallOutput<'contracts', 'get'>>(program, 'contracts.get', { id })
    for (const { code } of overrides) reasons.add(code)
  }
  return levels.flatMap(({ level, money: state }) =>
    fundingSources.flatMap((source) => {
      const own = payments.filter((one) => one.level === level)
      const sum = (kind: string) =>
        own.filter((one) => one.details.kind === kind).reduce((total, one) => total + one.amounts[source], 0)
      const given = sum('advance') + sum('payment')
      expect(given).toBe(state.advanced[source] + state.paid[source])
      const broken: string[] = []
      if (state.contracted[source] > state.allocated[source] && !reasons.has('overAllocation'))
        broken.push('allocation')
      if (given > state.contracted[source] && !reasons.has('overContract')) broken.push('contract')
      if (sum('recovery') > given) broken.push('recovery')
      return broken.map((what) => `${level} ${source} ${what}`)
    }),
  )
}

describe('at every moment', () => {
  it('given ≥ contracted ≥ advanced + paid ≥ recovered for every source, or a reason is on record', async () => {
    const act = fc.record({
      kind: fc.constantFrom('advance', 'payment', 'recovery', 'remove'),
      level: fc.boolean(),
      dong: fc.constantFrom(0, 1, 33_333_333, 60_000_000, 120_000_000, 120_000_001),
      day: fc.integer({ min: 10, max: 28 }),
      reason: fc.constantFrom('', 'Có lý do'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        const program = await sampleProgram()
        const id = idOf(await projectIds(program), 'KCDP-2022-002')
        await approve(program, id)
        const agency = await draft(program, await propose(program, { kind: 'agency', projectIds: [id] }))
        await sign(program, agency.id, { outsideNumber: '7/HĐ-SCT', reason: 'x' })
        const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [id] }))
        await sign(program, own.id, { reason: 'x' })
        for (const [index, one] of acts.entries()) {
          if (one.kind === 'remove') {
            const [last] = (await money(program, id)).payments
            if (last !== undefined)
              await program.call('contracts.removePayment', { id: last.id, rowVersion: last.rowVersion })
          } else {
            const lines = [{ projectId: id, amounts: local(one.dong) }]
            const over = { kind: one.kind, round: index + 1, onDate: `2022-05-${one.day}` } as const
            await program.call(
              'contracts.savePayment',
              save(one.level ? agency.id : own.id, payment(lines, over), one.reason),
            )
          }
          expect(await unexplained(program, id)).toEqual([])
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('the board of a year', () => {
  it('shows each đề án at its stage and the money of the year once, however many contracts it goes through', async () => {
    const { program, first, second, contractId } = await withAgency()
    await value(
      program,
      'contracts.savePayment',
      save(contractId, payment([{ projectId: first, amounts: national(350_000_000) }])),
    )
    const { ids } = await value<{ ids: number[] }>(program, 'contracts.draftForBeneficiaries', { projectId: first })
    for (const id of ids) await sign(program, id, { reason: 'x' })
    const board = await value<CallOutput<'contracts', 'board'>>(program, 'contracts.board', { year: 2022 })
    expect(board.rows.map(({ projectId, stage }) => [projectId, stage])).toEqual([
      [first, 'advanced'],
      [second, 'contracted'],
    ])
    expect(board.money).toMatchObject({
      allocated: { national: 700_000_000 },
      contracted: { national: 700_000_000 },
      advanced: { national: 350_000_000 },
    })
    expect(board.disbursementBasisPoints).toBe(5_000)
  })
})
