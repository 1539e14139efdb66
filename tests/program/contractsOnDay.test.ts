// B10 of an earlier day: asked for later, it says what it said on that day, through an appendix, money both ways, a settlement
// and a contract broken off.
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { answerOf } from '../support/answers'
import { accept, approve, asPlanned, draftOf, sampleProjects, signContracts, take } from '../support/carryOut'
import { type Contract, national, type Payment, payment } from '../support/contracts2022'
import { tempFolders } from '../support/tempFolder'

type Table = CallOutput<'reports', 'table'>

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

interface Clock {
  today: string
}

async function sampleOn(clock: Clock): Promise<Program> {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => clock.today, instant: () => `${clock.today}T03:00:00.000Z` },
    log: () => undefined,
    checkOutput: true,
  })
  open.push(program)
  await answerOf(program, 'files.createSample', { path: path.join(folder(), 'mau.skc') })
  return program
}

const contractsOn = (program: Program, asOf: string | null) =>
  answerOf<Table>(program, 'reports.table', { report: 'B10', period: { kind: 'year', year: 2022 }, asOf })

it('says of a day what it said on that day', async () => {
  const clock = { today: '2022-03-01' }
  const program = await sampleOn(clock)
  const projects = (await sampleProjects(program)).filter(({ programme }) => programme === 'national')
  const [kept, broken] = projects
  if (kept === undefined || broken === undefined) throw new Error('the sample has two national đề án')
  const said = new Map<string, Pick<Table, 'columns' | 'lines' | 'notices'>>()
  const on = async (day: string, act: () => Promise<unknown>) => {
    clock.today = day
    await act()
    const { columns, lines, notices } = await contractsOn(program, null)
    said.set(day, { columns, lines, notices })
  }
  const pay = (contractId: number, projectId: number, dong: number, over: Partial<Payment>) =>
    answerOf(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId,
      payment: payment([{ projectId, amounts: national(dong) }], {
        voucherNumber: `${clock.today}-${contractId}`,
        ...over,
      }),
      reason: 'Đã thống nhất',
    })
  const rowVersion = async (id: number) => (await answerOf<Contract>(program, 'contracts.get', { id })).rowVersion

  await approve(program, kept)
  await approve(program, broken)
  let ids: readonly [number, number] = [0, 0]
  await on('2022-03-01', async () => {
    const [first] = await signContracts(program, { ...kept, beneficiaries: [] }, [])
    const [second] = await signContracts(program, { ...broken, beneficiaries: [] }, [])
    ids = [first?.id ?? 0, second?.id ?? 0]
  })
  const [own, other] = ids
  await on('2022-05-10', async () => {
    await take(program, kept.id, 'start', '2022-03-15')
    await pay(own, kept.id, 100_000_000, { onDate: '2022-05-10' })
    await pay(other, broken.id, 70_000_000, { onDate: '2022-05-10' })
  })
  await on('2022-06-01', async () => {
    const { value } = await answerOf<Contract>(program, 'contracts.get', { id: own })
    const drafted = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.saveAppendix', {
      id: null,
      rowVersion: null,
      contractId: own,
      appendix: {
        changes: 'Giá trị, thời hạn',
        liquidationBy: '2022-12-15',
        lines: [{ projectId: kept.id, amounts: { ...value, national: value.national - 30_000_000 } }],
      },
    })
    await answerOf(program, 'contracts.signAppendix', {
      ...drafted,
      signedOn: '2022-06-01',
      number: '01',
      reason: 'Giảm',
    })
  })
  await on('2022-08-01', async () =>
    answerOf(program, 'contracts.terminate', {
      id: other,
      rowVersion: await rowVersion(other),
      date: '2022-08-01',
      number: '9/TB',
      reason: 'Cơ sở ngừng hoạt động',
    }),
  )
  await on('2022-09-01', () => pay(other, broken.id, 70_000_000, { kind: 'recovery', onDate: '2022-09-01' }))
  await on('2022-10-20', async () => {
    for (const one of kept.beneficiaries.length > 1 ? kept.beneficiaries : [])
      await accept(program, kept.id, asPlanned(await draftOf(program, kept.id, '5a', one), '2022-10-10'))
    await accept(program, kept.id, asPlanned(await draftOf(program, kept.id, '5b', null), '2022-10-11'))
    await take(program, kept.id, 'acceptBase', '2022-10-12', '9/BB-NT')
    await pay(own, kept.id, 20_000_000, { kind: 'payment', onDate: '2022-10-20' })
  })
  await on('2022-11-20', async () => {
    const draft = await answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', {
      projectId: kept.id,
    })
    const voucher = {
      number: 'HD-1',
      date: '2022-09-30',
      kind: 'invoice',
      content: 'Máy',
      payee: 'Công ty A',
      amounts: draft.totals.asked,
      note: '',
    }
    const filed = await answerOf<{ rowVersion: number }>(program, 'execution.saveSettlement', {
      projectId: kept.id,
      rowVersion: draft.rowVersion,
      settlement: { ...draft.settlement, date: '2022-11-05', vouchers: [voucher], differenceReason: 'Giảm quy mô' },
    })
    await take(program, kept.id, 'fileSettlement', '2022-11-06', '77/TTKC')
    await answerOf(program, 'execution.approveSettlement', {
      projectId: kept.id,
      rowVersion: filed.rowVersion,
      approvalNumber: '12/TB-SCT',
      approvedOn: '2022-11-20',
      reason: 'Phần còn lại cấp sau',
      approved: draft.settlement.lines.map(({ asked }, index) =>
        index === 0 ? { ...asked, national: asked.national - 1_000_000 } : asked,
      ),
    })
  })

  clock.today = '2023-06-01'
  for (const [day, then] of said) {
    const { columns, lines, notices } = await contractsOn(program, day)
    expect({ columns, lines, notices }, day).toEqual(then)
  }
  // Each of those days is another state: a report that does not go back could not have agreed with all of them.
  expect(new Set([...said.values()].map(({ lines }) => JSON.stringify(lines))).size).toBe(said.size)
  expect((await contractsOn(program, '2022-02-28')).lines).toEqual([])
})
