// A plan and its đề án as they stood on a day: before the decision, after it, after each adjustment, in figures and in papers.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readPlan } from '../../electron/plans/reader'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { adjustedPlan, askToChange, changeManyCells, decideAsAsked, local } from '../support/adjustedPlan'
import { explainReading, wholeTableScans } from '../support/queryPlans'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-12-01')

type Plan = CallOutput<'plans', 'get'>
type Project = CallOutput<'projects', 'get'>

const planOn = (program: Program, asOf: string) => answerOf<Plan>(program, 'plans.get', { ...local, asOf })
const projectOn = (program: Program, id: number, asOf: string) =>
  answerOf<Project>(program, 'projects.get', { id, asOf })

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

  it('does not see what was asked for and nobody has decided', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const before = await planOn(program, '2022-12-31')
    const { content } = await answerOf<Project>(program, 'projects.get', { id: projectId })
    await askToChange(program, projectId, '2022-08-01', changeManyCells(content))
    expect((await planOn(program, '2022-12-31')).items).toEqual(before.items)
  })

  it('lets a stopped đề án go from the day it was stopped, and keeps it on the days before', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const stop = await askToChange(program, projectId, '2022-08-01', null)
    await decideAsAsked(program, stop, { number: '95/QĐ-UBND', date: '2022-08-10' })
    const before = await planOn(program, '2022-08-09')
    const after = await planOn(program, '2022-08-10')
    expect(before.ended).toEqual([])
    expect(after.ended).toMatchObject([{ projectId, endedOn: '2022-08-10' }])
    expect(after.items).toEqual(before.items.filter((item) => item.projectId !== projectId))
    const gone = before.items.find((item) => item.projectId === projectId)
    expect(after.amounts.local).toBe(before.amounts.local - (gone?.amounts.local ?? Number.NaN))
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
