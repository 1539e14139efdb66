// Any two states of a đề án and of a plan side by side, through the calls: what is listed, what differs, what is refused in words.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { comparePlan } from '../../electron/plans/comparing'
import type { CallOutput } from '../../shared/contract/index'
import { adjustedPlan, local } from '../support/adjustedPlan'
import { explainReading, wholeTableScans } from '../support/queryPlans'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-12-01')

type ProjectComparison = CallOutput<'projects', 'compare'>
type PlanComparison = CallOutput<'plans', 'compare'>
type States = CallOutput<'plans', 'states'>

const registered = { kind: 'registered' } as const
const assigned = { kind: 'assigned' } as const
const today = { kind: 'today' } as const
const change = (number: number) => ({ kind: 'change' as const, number })
const on = (date: string) => ({ kind: 'date' as const, date })

describe('a đề án', () => {
  it('lists the states it has been in, each by its decision', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const states = await answerOf<States>(program, 'projects.states', { id: projectId })
    expect(states.map(({ label }) => label)).toEqual([
      'Đăng ký',
      'Được giao (QĐ 12/QĐ-UBND ngày 05/01/2022)',
      'Sau điều chỉnh lần 1 (QĐ 40/QĐ-UBND ngày 10/03/2022)',
      'Sau điều chỉnh lần 2 (QĐ 88/QĐ-UBND ngày 20/07/2022)',
      'Hôm nay',
    ])
  })

  it('says the changed cells of any two of them, and their sums by source', async () => {
    const program = await sampleProgram()
    const { projectId: id, supports } = await adjustedPlan(program)
    const compare = (before: object, after: object) =>
      answerOf<ProjectComparison>(program, 'projects.compare', { id, before, after })
    const first = await compare(assigned, change(1))
    expect(first.changes.map(({ label, kind }) => [label.split(' › ').at(-1), kind])).toEqual(
      expect.arrayContaining([['KCĐP', 'changed']]),
    )
    const local = first.totals.find(({ source }) => source === 'local')
    expect(local).toEqual({ source: 'local', before: supports[0], after: supports[1] })
    expect(first.changes.reduce((sum, one) => sum + one.amounts.local, 0)).toBe(7_000_000)
    expect((await compare(change(2), today)).changes).toEqual([])
    expect((await compare(on('2022-03-09'), assigned)).changes).toEqual([])
    const back = await compare(change(1), assigned)
    expect(back.changes.map(({ before, after }) => [after, before])).toEqual(
      first.changes.map(({ before, after }) => [before, after]),
    )
  })

  it('is refused in words where it never was in that state', async () => {
    const program = await sampleProgram()
    const { projectId: id } = await adjustedPlan(program)
    const third = await refusalOf(program, 'projects.compare', { id, before: change(3), after: today })
    expect(third).toMatchObject({ code: 'state.none', message: expect.stringContaining('sau điều chỉnh lần 3') })
    const early = await refusalOf(program, 'projects.compare', { id, before: on('2021-01-01'), after: today })
    expect(early.message).toContain('01/01/2021')
    const missing = await refusalOf(program, 'projects.compare', { id: 9_999, before: assigned, after: today })
    expect(missing.code).toBe('record.missing')
  })
})

describe('the timeline of a đề án', () => {
  it('tells every version, step, request and decision in the order of days, each opening its own', async () => {
    const program = await sampleProgram()
    const { projectId: id } = await adjustedPlan(program)
    const events = await answerOf<CallOutput<'projects', 'timeline'>>(program, 'projects.timeline', { id })
    expect(events.map(({ date }) => date ?? '9999')).toEqual(events.map(({ date }) => date ?? '9999').sort())
    const told = (day: string) => events.filter(({ date }) => date === day).map(({ kind, what }) => [kind, what])
    expect(told('2022-03-10')).toEqual([
      ['request', 'Trình đề nghị 15/TTr-TTKC: điều chỉnh'],
      ['decision', 'Quyết định 40/QĐ-UBND: điều chỉnh'],
      ['version', 'Bản 3 – Điều chỉnh'],
    ])
    expect(told('2022-01-05')).toEqual([
      ['step', 'Ghi nhận đã được phê duyệt'],
      ['version', 'Bản 2 – Được phê duyệt'],
    ])
    const { versions } = await answerOf<CallOutput<'projects', 'get'>>(program, 'projects.get', { id })
    const opened = events.filter(({ opens }) => opens.kind === 'version').map(({ opens }) => opens.id)
    expect(opened.sort()).toEqual(versions.map((version) => version.id).sort())
  })
})

describe('a plan', () => {
  it('lists its states: every day on which a decision changed it', async () => {
    const program = await sampleProgram()
    await adjustedPlan(program)
    const states = await answerOf<States>(program, 'plans.states', local)
    expect(states.map(({ label }) => label)).toEqual([
      'Đăng ký',
      'Được giao',
      'Sau điều chỉnh lần 1 (QĐ 40/QĐ-UBND ngày 10/03/2022)',
      'Sau điều chỉnh lần 2 (QĐ 88/QĐ-UBND ngày 20/07/2022)',
      'Hôm nay',
    ])
    expect(await answerOf(program, 'plans.states', { year: 2031, programme: 'local' })).toEqual([])
  })

  it('says only the đề án that differ, with differences that make the totals', async () => {
    const program = await sampleProgram()
    const { projectId } = await adjustedPlan(program)
    const compare = (before: object, after: object) =>
      answerOf<PlanComparison>(program, 'plans.compare', { ...local, before, after })
    const { rows, unchanged, totals, before, after } = await compare(registered, today)
    expect(rows.map((row) => [row.projectId, row.kind])).toEqual([[projectId, 'changed']])
    expect(unchanged).toBe(before.items - 1)
    expect(after.amounts.local - before.amounts.local).toBe(4_000_000)
    expect(totals.find(({ source }) => source === 'local')).toEqual({
      source: 'local',
      before: before.amounts.local,
      after: after.amounts.local,
    })
    const whole = await answerOf<PlanComparison>(program, 'plans.compare', {
      ...local,
      before: registered,
      after: today,
      all: true,
    })
    expect(whole.rows.filter(({ kind }) => kind !== 'same')).toEqual(rows)
    expect(whole.rows).toHaveLength(rows.length + unchanged)
    const sinceNothing = await compare(on('2021-01-01'), assigned)
    expect(new Set(sinceNothing.rows.map(({ kind }) => kind))).toEqual(new Set(['added']))
    expect(sinceNothing.rows).toHaveLength(sinceNothing.after.items)
  })

  it('with money given and nothing approved yet counts what was given', async () => {
    const program = await sampleProgram()
    const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'plans.allocations', local)
    await answerOf(program, 'plans.setState', { ...local, rowVersion, state: 'registered', registeredOn: '2021-06-10' })
    const { items } = await answerOf<CallOutput<'plans', 'allocations'>>(program, 'plans.allocations', local)
    const [first] = items
    if (first === undefined) throw new Error('the sample lists at least one')
    const given = { national: 0, local: first.registered.local - 5_000_000, counterpart: 0, other: 0 }
    await answerOf(program, 'plans.assign', { itemId: first.id, allocationId: null, amounts: given, assignedOn: null })
    const compared = await answerOf<PlanComparison>(program, 'plans.compare', {
      ...local,
      before: registered,
      after: assigned,
    })
    const row = compared.rows.find(({ projectId }) => projectId === first.projectId)
    expect(row?.difference.local).toBe(-5_000_000)
    expect(row?.changes.map(({ label }) => label)).toEqual(['Số được giao › KCĐP'])
    // Whoever was given nothing yet is not in what was given.
    expect(compared.rows.filter(({ kind }) => kind === 'removed')).toHaveLength(items.length - 1)
  })

  it('is refused in words where there is no such plan or no such state', async () => {
    const program = await sampleProgram()
    await adjustedPlan(program)
    const none = await refusalOf(program, 'plans.compare', {
      year: 2031,
      programme: 'local',
      before: registered,
      after: today,
    })
    expect(none).toMatchObject({ code: 'state.none', message: expect.stringContaining('2031') })
    const ninth = await refusalOf(program, 'plans.compare', { ...local, before: assigned, after: change(9) })
    expect(ninth.message).toContain('sau điều chỉnh lần 9')
  })

  it('is compared through indexes', async () => {
    const program = await sampleProgram()
    await adjustedPlan(program)
    const { file } = await answerOf<CallOutput<'files', 'current'>>(program, 'files.current')
    await program.close()
    const db = new Database(file?.path ?? '')
    const services = {
      units: { findProvince: () => null, findCommune: () => null },
      contentGroups: () => [],
      legalBases: () => [],
    }
    const explained = await explainReading(db, '2022-12-01', (reader) =>
      comparePlan(reader, services, { ...local, before: on('2022-01-05'), after: on('2022-12-01'), all: false }),
    )
    db.close()
    expect(explained.length).toBeGreaterThan(10)
    expect(wholeTableScans(explained)).toEqual([])
  })
})
