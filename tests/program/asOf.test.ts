// A plan and its đề án as they stood on a day: before the decision, after it, after each adjustment, in figures and in papers.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../../electron/plans/reader'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { explainReading, wholeTableScans } from '../support/queryPlans'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-12-01')
const local = { year: 2022, programme: 'local' as const }

type Plan = CallOutput<'plans', 'get'>
type Project = CallOutput<'projects', 'get'>

const planOn = (program: Program, asOf: string) => answerOf<Plan>(program, 'plans.get', { ...local, asOf })
const projectOn = (program: Program, id: number, asOf: string) =>
  answerOf<Project>(program, 'projects.get', { id, asOf })

/** Registered on 10/06/2021, approved on 05/01/2022, one đề án adjusted on 10/03 and again on 20/07. */
async function adjustedPlan(program: Program): Promise<{ projectId: number; supports: number[] }> {
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

describe('the plan on a day', () => {
  it('is nothing, what was registered, then what each decision put in force', async () => {
    const program = await sampleProgram()
    const { projectId, supports } = await adjustedPlan(program)
    const [approved, first, second] = supports
    const states = [
      ['2021-06-09', 'nothing', undefined, undefined],
      ['2021-06-10', 'registered', approved, 0],
      ['2022-01-04', 'registered', approved, 0],
      ['2022-01-05', 'inForce', approved, 0],
      ['2022-03-09', 'inForce', approved, 0],
      ['2022-03-10', 'inForce', first, 1],
      ['2022-07-19', 'inForce', first, 1],
      ['2022-07-20', 'inForce', second, 2],
      ['2030-01-01', 'inForce', second, 2],
    ] as const
    for (const [day, shows, support, adjustments] of states) {
      const plan = await planOn(program, day)
      const item = plan.items.find((one) => one.projectId === projectId)
      expect({
        day,
        shows: plan.shows,
        support: item?.amounts.local,
        adjustments: item?.version.adjustments,
      }).toEqual({ day, shows, support, adjustments })
      // Totals are those of the lines shown, counted anew.
      expect(plan.amounts.local).toBe(plan.items.reduce((sum, one) => sum + one.amounts.local, 0))
    }
    const now = await answerOf<Plan>(program, 'plans.get', local)
    expect(now.items).toEqual((await planOn(program, '2022-07-20')).items)
    expect(now.items.find((one) => one.projectId === projectId)?.version).toMatchObject({
      stage: 'adjusted',
      decisionNumber: '88/QĐ-UBND',
      decisionDate: '2022-07-20',
    })
  })

  it('does not see a draft that nobody has decided', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const before = await planOn(program, '2022-12-31')
    const { rowVersion } = await answerOf<Project>(program, 'projects.get', { id: projectId })
    await answerOf(program, 'projects.startVersion', { id: projectId, rowVersion, stage: 'adjusted' })
    expect((await planOn(program, '2022-12-31')).items).toEqual(before.items)
  })

  it('goes out as a workbook that names its day, and says so when there is nothing', async () => {
    const program = await sampleProgram()
    await adjustedPlan(program)
    const file = await answerOf<{ fileName: string }>(program, 'workbooks.exportPlan', {
      ...local,
      format: 'xlsx',
      asOf: '2022-04-30',
    })
    expect(file.fileName).toBe('ke-hoach-kcdp-2022-den-2022-04-30.xlsx')
    const nothing = await refusalOf(program, 'workbooks.exportPlan', { ...local, format: 'xlsx', asOf: '2020-01-01' })
    expect(nothing).toMatchObject({ code: 'document.incomplete', message: expect.stringContaining('01/01/2020') })
  })

  it('is found through indexes', async () => {
    const program = await sampleProgram()
    await adjustedPlan(program)
    const { file } = await answerOf<CallOutput<'files', 'current'>>(program, 'files.current')
    await program.close()
    const db = new Database(file?.path ?? '')
    const explained = await explainReading(db, '2022-12-01', (reader) =>
      readPlan(reader, 2022, 'local', { asOf: '2022-04-30' }),
    )
    db.close()
    expect(explained.length).toBeGreaterThan(4)
    expect(wholeTableScans(explained)).toEqual([])
  })
})

describe('a đề án on a day', () => {
  it('is the version in force then', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    expect((await projectOn(program, projectId, '2022-03-09')).version.decisionNumber).toBe('12/QĐ-UBND')
    expect((await projectOn(program, projectId, '2022-03-10')).version.decisionNumber).toBe('40/QĐ-UBND')
    expect((await projectOn(program, projectId, '2026-01-01')).version.decisionNumber).toBe('88/QĐ-UBND')
  })

  it('is refused in words before anything was decided, and when a version is asked for as well', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const early = await refusalOf(program, 'projects.get', { id: projectId, asOf: '2022-01-04' })
    expect(early).toMatchObject({ code: 'state.none', message: expect.stringContaining('04/01/2022') })
    const both = await refusalOf(program, 'projects.get', { id: projectId, versionId: 1, asOf: '2022-01-04' })
    expect(both.fields).toMatchObject([{ path: 'asOf' }])
  })
})
