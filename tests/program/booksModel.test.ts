// Whatever is done with the money of a đề án in whatever order: the program's sums are those of the acts that went through, and
// at every moment, for every source, given to the đề án ≥ contracted ≥ advanced + paid ≥ settled + recovered, or somebody said
// why on record. Three beneficiaries share 100.000.000 đồng, so that every split leaves a remainder.
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { type AmountsBySource, fundingSources, noAmounts } from '../../shared/domain/money'
import { answerOf } from '../support/answers'
import { asPlanned, draftOf, take } from '../support/carryOut'
import { openPrograms } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const today = '2026-12-20'
const names = ['HTX Một', 'HTX Hai', 'HTX Ba']
const support = 100_000_000
const counterpart = 200_000_001
const thirds = [33_333_334, 33_333_333, 33_333_333]

const folder = tempFolders()
const openOffice = openPrograms(today)

interface Prepared {
  readonly file: string
  readonly projectId: number
  /** Agency first, then one for each beneficiary. */
  readonly contracts: readonly number[]
}

async function rowVersionOf(program: Program, id: number): Promise<number> {
  return (await answerOf<{ rowVersion: number }>(program, 'projects.get', { id })).rowVersion
}

/** Approved, with the contract of the agency and one for each beneficiary signed as the program proposes them. */
async function prepare(): Promise<Prepared> {
  const { program } = await openOffice()
  const line = (content: string, local: number, own: number) => ({
    content,
    unit: '',
    quantityThousandths: null,
    unitPrice: null,
    amounts: { ...noAmounts, local, counterpart: own },
    note: '',
  })
  const { id } = await answerOf<{ id: number }>(program, 'projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: 'local', kind: 'group', planYear: 2026 },
    content: {
      name: 'Hỗ trợ máy sấy chè cho ba hợp tác xã',
      contentGroup: 'ND3',
      subContent: 'ND3.advancedMachinery',
      implementingUnit: 'Trung tâm Khuyến công',
      cooperatingUnits: '',
      startMonth: '2026-01',
      endMonth: '2026-11',
      necessity: '',
      objective: '',
      scale: '',
      schedule: '',
      organisation: '',
      effect: '',
      summary: '',
      note: '',
      // As the button for equal shares fills them in.
      beneficiaries: names.map((name, index) => ({
        establishmentId: null,
        name,
        shareBasisPoints: index === 0 ? 3_334 : 3_333,
      })),
      places: [],
      outputs: [{ indicator: 'Máy sấy', unit: 'máy', quantityThousandths: 3_000 }],
      budget: [
        line('Máy sấy', 50_000_000, 150_000_000),
        line('Máy sao', 49_999_999, 50_000_001),
        line('Bảng hiệu', 1, 0),
      ],
    },
  })
  await answerOf(program, 'projects.lockVersion', {
    id,
    rowVersion: await rowVersionOf(program, id),
    stage: 'approved',
    decisionNumber: '45/QĐ-UBND',
    decisionDate: '2026-01-20',
  })
  const agency = await answerOf<object>(program, 'contracts.propose', { kind: 'agency', projectIds: [id] })
  const drafted = await answerOf<{ id: number }>(program, 'contracts.save', {
    id: null,
    rowVersion: null,
    contract: { ...agency, giver: { name: 'Sở Công Thương' }, receiver: { name: 'Trung tâm Khuyến công' } },
  })
  const { ids } = await answerOf<{ ids: number[] }>(program, 'contracts.draftForBeneficiaries', { projectId: id })
  const contracts = [drafted.id, ...ids]
  for (const [index, contract] of contracts.entries()) {
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'contracts.get', { id: contract })
    await answerOf(program, 'contracts.sign', {
      id: contract,
      rowVersion,
      signedOn: '2026-02-10',
      ...(index === 0 ? { outsideNumber: '7/HĐ-SCT' } : { symbol: 'HĐ-HT' }),
      reason: index === 0 ? '' : 'Đề án không có cảnh báo nào khác',
    })
  }
  await take(program, id, 'start', '2026-02-15')
  const { file } = await answerOf<CallOutput<'files', 'current'>>(program, 'files.current')
  await program.close()
  return { file: file?.path ?? '', projectId: id, contracts }
}

/** One for all that is asked: what else does not agree is what the runs are about. */
const voucher = {
  number: 'HD-0001',
  date: '2026-10-20',
  kind: 'invoice',
  content: 'Thực hiện đề án',
  payee: 'Công ty A',
  note: '',
}

// ---- the acts ----------------------------------------------------------------------------------------------------------

const contract = fc.nat(3)
const dong = fc.oneof(
  fc.constantFrom(0, 1, 23_333_333, 33_333_333, 33_333_334, 70_000_000, 99_999_999, 100_000_000, 100_000_001),
  fc.integer({ min: 0, max: 110_000_000 }),
)
const reason = fc.constantFrom<string>('', 'Có lý do')
const source = fc.constantFrom('local' as const, 'local' as const, 'local' as const, 'counterpart' as const)
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('advance' as const, 'payment' as const, 'payment' as const, 'recovery' as const),
      contract,
      source,
      dong,
      reason,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rewrite' as const), which: fc.nat(9), dong, reason }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('appendix' as const), contract, dong, reason }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('accept' as const),
      who: fc.nat(2),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), cut: fc.constantFrom(0, 1, 5_000_000), reason }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('liquidate' as const), contract, reason }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Walked in every run: all of it in order, then a payment is written down below what was settled. */
const whole: readonly Act[] = [
  ...[0, 1, 2, 3].map(
    (one): Act => ({
      kind: 'advance',
      contract: one,
      source: 'local',
      dong: 23_333_333,
      reason: 'Có lý do',
    }),
  ),
  { kind: 'recovery', contract: 1, source: 'local', dong: 1, reason: '' },
  ...[0, 1, 2].map((who): Act => ({ kind: 'accept', who, percent: 100 })),
  { kind: 'payment', contract: 0, source: 'local', dong: 76_666_667, reason: '' },
  ...[10_000_002, 10_000_000, 10_000_000].map(
    (rest, index): Act => ({
      kind: 'payment',
      contract: index + 1,
      source: 'local',
      dong: rest,
      // What came back is given again: more in all than the contract is worth.
      reason: index === 0 ? 'Cấp lại phần thu hồi nhầm' : '',
    }),
  ),
  { kind: 'settle', cut: 0, reason: '' },
  { kind: 'rewrite', which: 5, dong: 1, reason: '' },
  { kind: 'rewrite', which: 5, dong: 1, reason: 'Ghi nhầm số' },
  { kind: 'appendix', contract: 0, dong: 10_000_000, reason: '' },
  { kind: 'liquidate', contract: 3, reason: '' },
  { kind: 'liquidate', contract: 0, reason: 'Thu hồi trước 22/01' },
]

// ---- the model: sums of what went through ---------------------------------------------------------------------------------

interface Movement {
  readonly id: number
  readonly contract: number
  readonly kind: 'advance' | 'payment' | 'recovery'
  readonly source: 'local' | 'counterpart'
  dong: number
}

interface Model {
  readonly value: number[]
  movements: Movement[]
  settled: number
}

async function perform(program: Program, prepared: Prepared, model: Model, one: Act): Promise<string> {
  const { projectId, contracts } = prepared
  const call = async (name: string, input: unknown): Promise<{ ok: boolean; code: string; value: never }> => {
    const result = await program.call(name, input)
    return {
      ok: result.ok,
      code: result.ok ? '' : result.error.code,
      value: (result.ok ? result.value : null) as never,
    }
  }
  const amountsOf = (of: 'local' | 'counterpart', sum: number): AmountsBySource => ({ ...noAmounts, [of]: sum })
  switch (one.kind) {
    case 'advance':
    case 'payment':
    case 'recovery': {
      const contractId = contracts[one.contract] ?? 0
      const { payment } = await answerOf<CallOutput<'contracts', 'proposePayment'>>(
        program,
        'contracts.proposePayment',
        {
          contractId,
          kind: one.kind,
          date: '2026-06-10',
        },
      )
      const saved = await call('contracts.savePayment', {
        id: null,
        rowVersion: null,
        contractId,
        payment: { ...payment, lines: [{ projectId, amounts: amountsOf(one.source, one.dong) }] },
        reason: one.reason,
      })
      if (saved.ok) {
        const { id } = saved.value as { id: number }
        model.movements.push({ id, contract: one.contract, kind: one.kind, source: one.source, dong: one.dong })
      }
      return saved.code
    }
    case 'rewrite':
    case 'remove': {
      const target = model.movements[one.which]
      if (target === undefined) return 'nothing'
      const { payments } = await answerOf<CallOutput<'contracts', 'money'>>(program, 'contracts.money', { projectId })
      const row = payments.find(({ id }) => id === target.id)
      if (row === undefined) throw new Error('a movement that went through is not in the books')
      if (one.kind === 'remove') {
        const removed = await call('contracts.removePayment', { id: row.id, rowVersion: row.rowVersion })
        if (removed.ok) model.movements = model.movements.filter(({ id }) => id !== target.id)
        return removed.code
      }
      const saved = await call('contracts.savePayment', {
        id: row.id,
        rowVersion: row.rowVersion,
        contractId: contracts[target.contract] ?? 0,
        payment: { ...row.details, lines: [{ projectId, amounts: amountsOf(target.source, one.dong) }] },
        reason: one.reason,
      })
      if (saved.ok) target.dong = one.dong
      return saved.code
    }
    case 'appendix': {
      const contractId = contracts[one.contract] ?? 0
      const { value } = await answerOf<CallOutput<'contracts', 'get'>>(program, 'contracts.get', { id: contractId })
      const drafted = await call('contracts.saveAppendix', {
        id: null,
        rowVersion: null,
        contractId,
        appendix: { changes: 'Giá trị hợp đồng', lines: [{ projectId, amounts: { ...value, local: one.dong } }] },
      })
      if (!drafted.ok) return drafted.code
      const { id, rowVersion } = drafted.value as { id: number; rowVersion: number }
      const signed = await call('contracts.signAppendix', {
        id,
        rowVersion,
        signedOn: '2026-07-01',
        number: '',
        reason: one.reason,
      })
      if (signed.ok) model.value[one.contract] = one.dong
      else await answerOf(program, 'contracts.removeAppendix', { id, rowVersion })
      return signed.code
    }
    case 'accept': {
      const beneficiary = { establishmentId: null, name: names[one.who] ?? '' }
      const draft = asPlanned(await draftOf(program, projectId, '5a', beneficiary), '2026-10-10')
      const part = (sum: number) => Math.floor((sum * one.percent) / 100)
      const saved = await call('execution.saveAcceptance', {
        id: null,
        rowVersion: null,
        projectId,
        acceptance: {
          ...draft,
          documentNumber: `${one.who}/BB-NT`,
          costs: draft.costs.map((cost) => ({
            ...cost,
            done: { ...noAmounts, local: part(cost.planned.local), counterpart: part(cost.planned.counterpart) },
          })),
          suggestion: one.percent === 100 ? '' : 'Nghiệm thu phần đã làm',
        },
      })
      if (!saved.ok) return saved.code
      const concluded = await call('execution.concludeAcceptance', saved.value)
      return concluded.code
    }
    case 'settle': {
      const draft = await answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', {
        projectId,
      })
      const saved = await call('execution.saveSettlement', {
        projectId,
        rowVersion: draft.rowVersion,
        settlement: {
          ...draft.settlement,
          date: '2026-11-01',
          vouchers: [{ ...voucher, amounts: draft.totals.asked }],
        },
      })
      if (!saved.ok) return saved.code
      const approved = draft.settlement.lines.map(({ asked }, index) =>
        index === 0 ? { ...asked, local: Math.max(0, asked.local - one.cut) } : asked,
      )
      const granted = await call('execution.approveSettlement', {
        projectId,
        rowVersion: (saved.value as { rowVersion: number }).rowVersion,
        approvalNumber: '12/TB-SCT',
        approvedOn: '2026-11-20',
        approved,
        reason: one.reason,
      })
      if (granted.ok) model.settled = approved.reduce((sum, line) => sum + line.local, 0)
      return granted.code
    }
    case 'liquidate': {
      const contractId = contracts[one.contract] ?? 0
      const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'contracts.get', { id: contractId })
      return (
        await call('execution.liquidate', {
          contractId,
          rowVersion,
          date: '2026-12-10',
          number: '3/BBTL',
          explanation: one.reason,
        })
      ).code
    }
  }
}

/** Each reason on record, by what it answers. */
async function reasonsOf(program: Program, { projectId, contracts }: Prepared): Promise<Set<string>> {
  const reasons = new Set<string>()
  const { payments } = await answerOf<CallOutput<'contracts', 'money'>>(program, 'contracts.money', { projectId })
  const records = await Promise.all(
    contracts.map((id) => answerOf<CallOutput<'contracts', 'get'>>(program, 'contracts.get', { id })),
  )
  for (const { overrides, level } of [...payments, ...records])
    for (const { code, reason: said } of overrides) if (said !== '') reasons.add(`${level} ${code}`)
  for (const { level, state, closedReason } of records)
    if (state === 'liquidated' && closedReason !== '') reasons.add(`${level} closed`)
  const { settlement } = await answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', {
    projectId,
  })
  if (settlement.differenceReason !== '') reasons.add('settlement')
  return reasons
}

async function expectBooks(program: Program, prepared: Prepared, model: Model): Promise<void> {
  const { levels } = await answerOf<CallOutput<'contracts', 'money'>>(program, 'contracts.money', {
    projectId: prepared.projectId,
  })
  const reasons = await reasonsOf(program, prepared)
  for (const { level, money } of levels) {
    const own = model.movements.filter((one) => (one.contract === 0) === (level === 'received'))
    const sum = (kind: Movement['kind'], of: string) =>
      own.filter((one) => one.kind === kind && one.source === of).reduce((total, one) => total + one.dong, 0)
    const contracted = model.value.reduce(
      (total, value, index) => ((index === 0) === (level === 'received') ? total + value : total),
      0,
    )
    expect([level, money.allocated.local, money.contracted.local, money.settled.local]).toEqual([
      level,
      support,
      contracted,
      model.settled,
    ])
    for (const of of fundingSources) {
      expect([level, of, money.advanced[of], money.paid[of], money.recovered[of]]).toEqual([
        level,
        of,
        sum('advance', of),
        sum('payment', of),
        sum('recovery', of),
      ])
      const given = money.advanced[of] + money.paid[of]
      const broken = [
        ...(money.contracted[of] > money.allocated[of] && !reasons.has(`${level} overAllocation`)
          ? ['allocation']
          : []),
        ...(given > money.contracted[of] && !reasons.has(`${level} overContract`) ? ['contract'] : []),
        ...(money.settled[of] + money.recovered[of] > given &&
        !['settlement', `${level} closed`, `${level} settledOverGiven`].some((said) => reasons.has(said))
          ? ['given']
          : []),
      ]
      expect(broken, `${level} ${of}`).toEqual([])
    }
  }
}

describe('the books of a đề án', () => {
  it('keep their order after any sequence of acts, and add up to what went through', async () => {
    const prepared = await prepare()
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
        const file = path.join(folder(), 'so.skc')
        fs.copyFileSync(prepared.file, file)
        const program = createProgram({
          resourcesDir: path.resolve('resources'),
          userDataDir: folder(),
          clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
          log: () => undefined,
          checkOutput: true,
        })
        try {
          await answerOf(program, 'files.open', { path: file })
          const model: Model = { value: [support, ...thirds], movements: [], settled: 0 }
          await expectBooks(program, prepared, model)
          for (const one of acts) {
            const code = await perform(program, prepared, model, one)
            expect(code, JSON.stringify(one)).not.toBe('internal')
            reached.add(`${one.kind} ${code}`)
            await expectBooks(program, prepared, model)
          }
        } finally {
          await program.close()
        }
      }),
      { numRuns: 40, examples: [[[...whole]]] },
    )
    // The runs came to where it matters.
    for (const one of [
      'settle ',
      'accept ',
      'liquidate ',
      'rewrite rule.warning',
      'appendix rule.warning',
      'recovery ',
    ])
      expect(reached).toContain(one)
  }, 300_000)

  it('share 100.000.000 among three to the đồng, in contracts, minutes and what is due', async () => {
    const prepared = await prepare()
    const file = path.join(folder(), 'so.skc')
    fs.copyFileSync(prepared.file, file)
    const { program } = await openOffice()
    await answerOf(program, 'files.open', { path: file })
    const { projectId, contracts } = prepared
    for (const [index, name] of names.entries()) {
      const id = contracts[index + 1] ?? 0
      const { value } = await answerOf<CallOutput<'contracts', 'get'>>(program, 'contracts.get', { id })
      const draft = asPlanned(await draftOf(program, projectId, '5a', { establishmentId: null, name }), '2026-10-10')
      const planned = draft.costs.reduce((sum, cost) => sum + cost.planned.local, 0)
      expect([name, value.local, planned]).toEqual([name, thirds[index], thirds[index]])
      const saved = await answerOf<object>(program, 'execution.saveAcceptance', {
        id: null,
        rowVersion: null,
        projectId,
        acceptance: { ...draft, documentNumber: `${index + 1}/BB-NT` },
      })
      await answerOf(program, 'execution.concludeAcceptance', saved)
      const { balance } = await answerOf<CallOutput<'execution', 'liquidation'>>(program, 'execution.liquidation', {
        contractId: id,
      })
      expect([name, balance.due, balance.toPay]).toEqual([name, thirds[index], thirds[index]])
    }
    const { totals } = await answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', {
      projectId,
    })
    expect([totals.askedSupport, totals.asked.counterpart]).toEqual([support, counterpart])
  }, 60_000)
})
