// The sample of 2022 with its đề án approved, and the few words a test needs to sign and pay.
import type { Program } from '../../electron/program'
import type { InputOf } from '../../shared/contract/call'
import type { contractsContract } from '../../shared/contract/contracts'
import type { CallOutput } from '../../shared/contract/index'
import { answerOf as value } from './sampleProgram'

export type ContractRow = CallOutput<'contracts', 'list'>['rows'][number]
export type Contract = CallOutput<'contracts', 'get'>
type Typed<C extends keyof typeof contractsContract> = InputOf<(typeof contractsContract)[C]>
export type Payment = Typed<'savePayment'>['payment']

interface ListedProject {
  readonly id: number
  readonly code: string
}

export async function projectIds(program: Program): Promise<Map<string, number>> {
  const { rows } = await value<{ rows: ListedProject[] }>(program, 'projects.list', { year: 2022 })
  return new Map(rows.map((row) => [row.code, row.id]))
}

export function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the sample has no ${code}`)
  return id
}

/** Decided before the year, as the plan of 2022 was. */
export async function approve(program: Program, id: number): Promise<void> {
  const { rowVersion } = await value<{ rowVersion: number }>(program, 'projects.steps', { id })
  await value(program, 'projects.lockVersion', {
    id,
    rowVersion,
    stage: 'approved',
    decisionNumber: '3011/QĐ-BCT',
    decisionDate: '2021-12-31',
  })
}

export async function propose(program: Program, input: Typed<'propose'>) {
  return value<CallOutput<'contracts', 'propose'>>(program, 'contracts.propose', input)
}

export async function draft(program: Program, contract: Typed<'save'>['contract']) {
  return value<{ id: number; rowVersion: number }>(program, 'contracts.save', { id: null, rowVersion: null, contract })
}

export async function sign(
  program: Program,
  id: number,
  over: Partial<Typed<'sign'>> = {},
): Promise<{ number: string; rowVersion: number }> {
  const { rowVersion } = await value<Contract>(program, 'contracts.get', { id })
  return value(program, 'contracts.sign', { id, rowVersion, signedOn: '2022-03-01', ...over })
}

/** The agency's contract over these đề án, signed. */
export async function signedAgency(program: Program, ids: readonly number[]): Promise<number> {
  const { id } = await draft(
    program,
    await propose(program, { kind: 'agency', projectIds: [...ids], date: '2022-02-20' }),
  )
  await sign(program, id, { outsideNumber: '45/HĐ-CTĐP', signedOn: '2022-02-20' })
  return id
}

export function payment(lines: Payment['lines'], over: Partial<Payment> = {}): Payment {
  return {
    kind: 'advance',
    round: 1,
    onDate: '2022-05-10',
    lines,
    doneBasisPoints: 7_500,
    papers: ['first-progress'],
    ...over,
  }
}

export function national(dong: number) {
  return { national: dong, local: 0, counterpart: 0, other: 0 }
}

export function local(dong: number) {
  return { national: 0, local: dong, counterpart: 0, other: 0 }
}

export async function money(program: Program, projectId: number) {
  return value<CallOutput<'contracts', 'money'>>(program, 'contracts.money', { projectId })
}
