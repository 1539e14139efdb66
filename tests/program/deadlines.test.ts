// Deadlines through the program: the board of a day, the office's own rules, switches, ticks and events.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-06-10')

type Board = CallOutput<'programmes', 'deadlines'>
type Rules = CallOutput<'programmes', 'deadlineRules'>

const board = (program: Program, input: object = {}) => value<Board>(program, 'programmes.deadlines', input)
const entryOf = async (program: Program, key: string, input: object = {}) =>
  (await board(program, input)).entries.find((one) => one.key === key)

const ownRule = {
  programme: 'local',
  step: 'Gửi đăng ký về Sở',
  when: { kind: 'monthly', day: 31, before: false },
  reminderDays: 20,
  opens: 'plan',
  legalBasis: 'Quy chế của tỉnh',
  effectiveFrom: null,
  effectiveTo: null,
  note: '',
}

describe('the board', () => {
  it('is of today and this year unless asked otherwise', async () => {
    const program = await sampleProgram()
    const now = await board(program)
    expect([now.year, now.today]).toEqual([2022, '2022-06-10'])
    expect(await entryOf(program, 'national.registration@2022-06-15')).toMatchObject({
      status: 'within7',
      daysLeft: 4,
      planYear: 2023,
      opens: 'plan',
      words: 'trước ngày 15/06/2022',
      legalBasis: 'Thông tư 36/2013/TT-BCT',
      remind: true,
    })
    expect(await entryOf(program, 'national.baseDossier@2022-05-20')).toMatchObject({ status: 'overdue' })
    expect(await entryOf(program, 'national.monthlyProgress@2022-06-25')).toMatchObject({ remind: false })
    const later = await entryOf(program, 'national.registration@2022-06-15', { year: 2022, today: '2022-06-15' })
    expect(later).toMatchObject({ status: 'overdue', daysLeft: -1 })
  })

  it('asks nothing of the national programme in a year that has none of it', async () => {
    const program = await sampleProgram()
    const keys = (await board(program, { year: 2024, today: '2024-06-10' })).entries.map((one) => one.ruleKey)
    expect([...new Set(keys)].sort()).toEqual(['national.baseDossier', 'national.registration'])
  })

  it('takes the registration off by itself once the plan was registered', async () => {
    const program = await sampleProgram()
    const national = { year: 2022, programme: 'national' }
    const { rowVersion } = await value<{ rowVersion: number }>(program, 'plans.allocations', national)
    await value(program, 'plans.setState', { ...national, rowVersion, state: 'registered', registeredOn: '2021-06-09' })
    const then = { year: 2021, today: '2021-06-10' }
    expect(await entryOf(program, 'national.registration@2021-06-15', then)).toMatchObject({
      status: 'done',
      ticked: false,
      doneNote: 'Kế hoạch năm 2022 đã ghi nhận đăng ký',
    })
  })

  it('keeps a tick with its note until it is taken back', async () => {
    const program = await sampleProgram()
    const key = 'national.baseDossier@2022-05-20'
    await value(program, 'programmes.tickDeadline', { key, done: true, note: 'Gửi ngày 12/5' })
    expect(await entryOf(program, key)).toMatchObject({ status: 'done', doneNote: 'Gửi ngày 12/5', ticked: true })
    await value(program, 'programmes.tickDeadline', { key, done: false, note: '' })
    expect(await entryOf(program, key)).toMatchObject({ status: 'overdue', ticked: false })
    const unknown = { key: 'nothing@2022-01-01', done: true, note: '' }
    expect((await problem(program, 'programmes.tickDeadline', unknown)).code).toBe('record.missing')
  })

  it('counts from an event once it is noted', async () => {
    const program = await sampleProgram()
    expect((await board(program)).awaiting).toMatchObject([{ ruleKey: 'national.settlementFile', days: 15 }])
    const event = { ruleKey: 'national.settlementFile', date: '2022-06-01', what: 'Nghiệm thu máy sấy' }
    const { id } = await value<{ id: number }>(program, 'programmes.saveDeadlineEvent', event)
    expect(await entryOf(program, `national.settlementFile#${id}`)).toMatchObject({
      lastDay: '2022-06-16',
      status: 'within7',
      words: expect.stringContaining('Nghiệm thu máy sấy'),
    })
    await value(program, 'programmes.removeDeadlineEvent', { id })
    expect(await entryOf(program, `national.settlementFile#${id}`)).toBeUndefined()
    const wrong = await problem(program, 'programmes.saveDeadlineEvent', { ...event, ruleKey: 'national.registration' })
    expect(wrong.fields[0]?.path).toBe('ruleKey')
  })
})

describe('rules', () => {
  it('of the office are added, changed from the newest reading, and removed', async () => {
    const program = await sampleProgram()
    const saved = await value<{ id: number; rowVersion: number }>(program, 'programmes.saveDeadlineRule', {
      id: null,
      rowVersion: null,
      rule: ownRule,
    })
    expect(await entryOf(program, `own.${saved.id}@2022-06-30`)).toMatchObject({
      status: 'within30',
      confidence: null,
      planYear: 2022,
    })
    const yearly = { ...ownRule, when: { kind: 'yearly', month: 6, day: 12, before: false } }
    await value(program, 'programmes.saveDeadlineRule', { ...saved, rule: yearly })
    expect((await problem(program, 'programmes.saveDeadlineRule', { ...saved, rule: ownRule })).code).toBe(
      'record.conflict',
    )
    const rules = await value<Rules>(program, 'programmes.deadlineRules')
    expect(rules.find((one) => one.id === saved.id)).toMatchObject({ ...yearly, rowVersion: 2, off: false })
    await value(program, 'programmes.removeDeadlineRule', { id: saved.id, rowVersion: 2 })
    expect((await value<Rules>(program, 'programmes.deadlineRules')).filter((one) => one.id !== null)).toEqual([])
  })

  it('that cannot be are refused in words at their field', async () => {
    const program = await sampleProgram()
    const refused = async (rule: object) =>
      (await problem(program, 'programmes.saveDeadlineRule', { id: null, rowVersion: null, rule })).fields
    expect(await refused({ ...ownRule, when: { kind: 'yearly', month: 2, day: 30, before: true } })).toEqual([
      { path: 'rule.when.day', message: 'Tháng 2 chỉ có 29 ngày.' },
    ])
    expect(await refused({ ...ownRule, step: ' ' })).toEqual([
      { path: 'rule.step', message: 'Phải nhập việc phải làm.' },
    ])
    expect(await refused({ ...ownRule, effectiveFrom: '2022-02-01', effectiveTo: '2022-01-01' })).toEqual([
      { path: 'rule.effectiveTo', message: 'Ngày hết hiệu lực sớm hơn ngày bắt đầu.' },
    ])
  })

  it('are switched off and on again, shipped ones too', async () => {
    const program = await sampleProgram()
    const key = 'national.registration'
    await value(program, 'programmes.switchDeadlineRule', { key, off: true })
    expect(await entryOf(program, `${key}@2022-06-15`)).toBeUndefined()
    const rules = await value<Rules>(program, 'programmes.deadlineRules')
    expect(rules.filter((one) => one.off).map((one) => one.key)).toEqual([key])
    await value(program, 'programmes.switchDeadlineRule', { key, off: false })
    expect(await entryOf(program, `${key}@2022-06-15`)).toBeDefined()
  })
})
