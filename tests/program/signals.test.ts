// Early signs through the program: seen from what is on record, gone when what they warn of is done.
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import { adjustedPlan, adjustProject, askToChange, decideAsAsked } from '../support/adjustedPlan'
import { answerOf, samplePrograms } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-12-01')

type Signals = CallOutput<'programmes', 'signals'>
type Project = CallOutput<'projects', 'get'>

describe('signals of the year', () => {
  it('name đề án that nobody began, from July on', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const on = (today: string) => answerOf<Signals>(program, 'programmes.signals', { today })
    expect((await on('2022-06-30')).signals).toEqual([])
    const july = (await on('2022-07-01')).signals
    expect(july.some((one) => one.code === 'notStarted' && one.projectId === projectId)).toBe(true)
    expect(july[0]?.why).toContain('06/2022')
  })

  it('name a request that has waited fifteen days, and the third adjustment it asks for, until it is decided', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const { content } = await answerOf<Project>(program, 'projects.get', { id: projectId })
    const asked = await askToChange(program, projectId, '2022-08-01', { ...content, note: 'gấp' })
    const seen = async (today: string) =>
      (await answerOf<Signals>(program, 'programmes.signals', { today })).signals.map(({ code }) => code)
    expect(await seen('2022-08-15')).not.toContain('undecided')
    expect(await seen('2022-08-16')).toContain('undecided')
    expect(await seen('2022-08-01')).toContain('manyAdjustments')
    await decideAsAsked(program, asked, { number: '91/QĐ-UBND', date: '2022-08-20' })
    expect(await seen('2022-08-20')).not.toContain('undecided')
    expect(await seen('2022-08-20')).toContain('manyAdjustments')
    expect(await seen('2022-08-19')).not.toContain('manyAdjustments')
  })

  it('do not count an adjustment whose decision was cancelled', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const decision = { number: '91/QĐ-UBND', date: '2022-08-20' }
    await adjustProject(program, projectId, decision, (content) => ({ ...content, note: 'gấp' }))
    const { rows } = await answerOf<CallOutput<'changes', 'list'>>(program, 'changes.list', { projectId })
    const third = rows.find(({ decisionNumber }) => decisionNumber === decision.number)
    await answerOf(program, 'changes.cancelDecision', {
      id: third?.id,
      rowVersion: third?.rowVersion,
      date: '2022-09-01',
      reason: 'Ghi nhầm số',
    })
    const { signals } = await answerOf<Signals>(program, 'programmes.signals', { today: '2022-09-02' })
    expect(signals.filter(({ code }) => code === 'manyAdjustments')).toEqual([])
  })
})
