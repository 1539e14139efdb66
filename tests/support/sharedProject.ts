// A đề án of three beneficiaries that share its money, approved, contracted with whoever gives it and with each of them, begun:
// where the tests of money start. The sources are the test's own.
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import { answerOf } from './answers'
import { accept, asPlanned, draftOf, take } from './carryOut'

export const sharers = ['HTX Một', 'HTX Hai', 'HTX Ba'] as const

export interface SharedProject {
  readonly id: number
  readonly agency: number
  /** One for each beneficiary, in their order. */
  readonly contracts: readonly number[]
}

interface Wanted {
  readonly programme: 'national' | 'local'
  readonly amounts: Partial<AmountsBySource>
  /** Whose contract is signed on a day of its own; in February like the others unless said. */
  readonly lateFor?: { readonly index: number; readonly signedOn: string }
}

async function rowVersionOf(program: Program, id: number): Promise<number> {
  return (await answerOf<{ rowVersion: number }>(program, 'projects.get', { id })).rowVersion
}

export async function sharedProject(program: Program, { programme, amounts, lateFor }: Wanted): Promise<SharedProject> {
  const { id } = await answerOf<{ id: number }>(program, 'projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme, kind: 'group', planYear: 2026 },
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
      beneficiaries: sharers.map((name) => ({ establishmentId: null, name, shareBasisPoints: null })),
      places: [],
      outputs: [{ indicator: 'Máy sấy', unit: 'máy', quantityThousandths: 3_000 }],
      budget: [
        {
          content: 'Máy sấy',
          unit: '',
          quantityThousandths: null,
          unitPrice: null,
          amounts: { ...noAmounts, ...amounts },
          note: '',
        },
      ],
    },
  })
  await answerOf(program, 'projects.lockVersion', {
    id,
    rowVersion: await rowVersionOf(program, id),
    stage: 'approved',
    decisionNumber: `${id}/QĐ-UBND`,
    decisionDate: '2026-01-20',
  })
  const proposed = await answerOf<object>(program, 'contracts.propose', { kind: 'agency', projectIds: [id] })
  const agency = await answerOf<{ id: number }>(program, 'contracts.save', {
    id: null,
    rowVersion: null,
    contract: { ...proposed, giver: { name: 'Cơ quan giao' }, receiver: { name: 'Trung tâm Khuyến công' } },
  })
  const { ids } = await answerOf<{ ids: number[] }>(program, 'contracts.draftForBeneficiaries', { projectId: id })
  for (const [index, contract] of [agency.id, ...ids].entries()) {
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'contracts.get', { id: contract })
    await answerOf(program, 'contracts.sign', {
      id: contract,
      rowVersion,
      signedOn: lateFor?.index === index - 1 ? lateFor.signedOn : '2026-02-10',
      ...(index === 0 ? { outsideNumber: `${id}/HĐ-KC` } : { symbol: 'HĐ-HT' }),
      reason: 'Đã báo cáo lãnh đạo',
    })
  }
  await take(program, id, 'start', '2026-02-15')
  return { id, agency: agency.id, contracts: ids }
}

export interface Moved {
  readonly kind: 'advance' | 'payment' | 'recovery'
  readonly amounts: Partial<AmountsBySource>
  readonly onDate?: string
  readonly [field: string]: unknown
}

/** What the call takes, with every paper in hand and the condition met; a test changes what it is about. */
export function movement(project: SharedProject, contractId: number, { kind, amounts, ...over }: Moved, reason = '') {
  return {
    id: null,
    rowVersion: null,
    contractId,
    payment: {
      kind,
      round: 1,
      onDate: '2026-05-10',
      lines: [{ projectId: project.id, amounts: { ...noAmounts, ...amounts } }],
      doneBasisPoints: 10_000,
      papers: ['first-contract', 'first-progress'],
      ...over,
    },
    reason,
  }
}

/** Each as planned, on the tenth of October. */
export async function acceptAll(program: Program, { id }: SharedProject): Promise<void> {
  for (const name of sharers)
    await accept(
      program,
      id,
      asPlanned(await draftOf(program, id, '5a', { establishmentId: null, name }), '2026-10-10'),
    )
  await take(program, id, 'acceptBase', '2026-10-12', '9/BB-NT')
}

export function settlementOf(program: Program, { id }: SharedProject) {
  return answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', { projectId: id })
}

/** The file as the program fills it in, with one voucher for all it asks. */
export async function fileSettlement(program: Program, project: SharedProject, over: object = {}) {
  const draft = await settlementOf(program, project)
  const voucher = {
    number: `HD-${project.id}`,
    date: '2026-09-30',
    kind: 'invoice',
    content: 'Thực hiện đề án',
    payee: 'Công ty A',
    amounts: draft.totals.asked,
    note: '',
  }
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'execution.saveSettlement', {
    projectId: project.id,
    rowVersion: draft.rowVersion,
    settlement: { ...draft.settlement, date: '2026-11-05', vouchers: [voucher], ...over },
  })
  return { rowVersion, lines: draft.settlement.lines }
}
