// The local plan of the sample registered, approved and twice adjusted, through the calls that an office would make.
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { answerOf } from './sampleProgram'

export const local = { year: 2022, programme: 'local' as const }

type Plan = CallOutput<'plans', 'get'>
type Project = CallOutput<'projects', 'get'>

/** Registered on 10/06/2021, approved on 05/01/2022, one đề án adjusted on 10/03 and again on 20/07. */
export async function adjustedPlan(program: Program): Promise<{ projectId: number; supports: number[] }> {
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'plans.allocations', local)
  await answerOf(program, 'plans.setState', { ...local, rowVersion, state: 'registered', registeredOn: '2021-06-10' })
  const registered = await answerOf<{ rowVersion: number }>(program, 'plans.allocations', local)
  await answerOf(program, 'plans.lock', {
    ...local,
    rowVersion: registered.rowVersion,
    decisionNumber: '12/QĐ-UBND',
    decisionDate: '2022-01-05',
  })
  const [first] = (await answerOf<Plan>(program, 'plans.get', local)).items
  if (first === undefined) throw new Error('the sample lists at least one')
  const supports = [first.amounts.local]
  for (const [number, date, more] of [
    ['40/QĐ-UBND', '2022-03-10', 7_000_000],
    ['88/QĐ-UBND', '2022-07-20', -3_000_000],
  ] as const) {
    supports.push((supports.at(-1) ?? 0) + more)
    await adjust(program, first.projectId, { number, date, more })
  }
  return { projectId: first.projectId, supports }
}

async function adjust(
  program: Program,
  id: number,
  { number, date, more }: { readonly number: string; readonly date: string; readonly more: number },
): Promise<void> {
  const before = await answerOf<Project>(program, 'projects.get', { id })
  const started = await answerOf<{ rowVersion: number }>(program, 'projects.startVersion', {
    id,
    rowVersion: before.rowVersion,
    stage: 'adjusted',
  })
  const [line, ...rest] = before.content.budget
  if (line === undefined) throw new Error('the sample has a budget')
  const amounts = { ...line.amounts, local: line.amounts.local + more }
  const content = {
    ...before.content,
    budget: [{ ...line, quantityThousandths: null, unitPrice: null, amounts }, ...rest],
  }
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'projects.save', {
    id,
    rowVersion: started.rowVersion,
    identity: before.identity,
    content,
  })
  await answerOf(program, 'projects.lockVersion', {
    id,
    rowVersion,
    stage: 'adjusted',
    decisionNumber: number,
    decisionDate: date,
  })
}
