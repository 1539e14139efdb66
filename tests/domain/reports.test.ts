// The figures of reports against sums made another way: by content, by source, period by period, as of one day and the next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AmountsBySource, fundingSources, noAmounts } from '../../shared/domain/money'
import { percentHundredths } from '../../shared/domain/percent'
import { contentGroups, type Programme, programmes } from '../../shared/domain/projects'
import { divisionByContent, reportByContent } from '../../shared/domain/reportByContent'
import { reportBySource } from '../../shared/domain/reportBySource'
import {
  advancedBy,
  type DoneBasis,
  doneBases,
  doneBy,
  type MoneyEvent,
  type PlanStanding,
  type ReportFacts,
  stageOf,
} from '../../shared/domain/reportFacts'
import { figuresOf, type ReportScope } from '../../shared/domain/reportFigures'
import { daysOf, periodWords, samePeriodOf } from '../../shared/domain/reportPeriods'
import { moneyWords } from '../../shared/domain/reportSentences'
import type { BuiltReport } from '../../shared/domain/reportTable'
import { addDays } from '../../shared/vietnamese/dates'

const first = '2024-01-01'
const lastDay = 1_095

const day = fc.integer({ min: 0, max: lastDay }).map((days) => addDays(first, days))
const dong = fc.integer({ min: 0, max: 5_000_000_000 })
const amounts: fc.Arbitrary<AmountsBySource> = fc.record({
  national: dong,
  local: dong,
  counterpart: dong,
  other: dong,
})
const standings: readonly PlanStanding[] = ['inForce', 'registered', 'draft', 'ended', 'none']

/** Recoveries only where they are asked for: they alone make what was done less. */
function movement(kinds: readonly MoneyEvent['kind'][]): fc.Arbitrary<MoneyEvent> {
  return fc.record({ on: day, kind: fc.constantFrom(...kinds), amounts })
}

interface FactsAsked {
  readonly recoveries?: boolean
}

const arbitraryFact = ({ recoveries = true }: FactsAsked = {}): fc.Arbitrary<ReportFacts> =>
  fc
    .record({
      programme: fc.constantFrom<Programme>(...programmes),
      planYear: fc.integer({ min: 2024, max: 2026 }),
      standing: fc.constantFrom(...standings),
      contentGroup: fc.constantFrom(...contentGroups),
      amounts,
      movements: fc.array(movement(recoveries ? ['advance', 'payment', 'recovery'] : ['advance', 'payment']), {
        maxLength: 6,
      }),
      acceptances: fc.array(fc.record({ on: day, done: amounts, place: fc.boolean() }), { maxLength: 3 }),
      settlement: fc.option(fc.record({ on: day, amounts })),
    })
    .map(({ amounts: planned, acceptances, ...one }) => ({
      ...one,
      projectId: 0,
      code: '',
      name: '',
      kind: 'single',
      supportMode: 'grant',
      status: 'inProgress',
      subContent: null,
      startMonth: null,
      endMonth: null,
      implementingUnit: '',
      decision: null,
      beneficiaries: [],
      split: null,
      common: planned,
      places: [],
      plan: one.standing === 'ended' || one.standing === 'none' ? noAmounts : planned,
      assigned: planned,
      outputs: [],
      contracts: [],
      contracted: noAmounts,
      acceptances: acceptances
        .map(({ on, done, place }) => ({
          on,
          done,
          establishmentId: place ? 1 : null,
          beneficiary: '',
          outputs: [],
          machines: 0,
        }))
        .sort((a, b) => (a.on < b.on ? -1 : 1)),
      classes: [],
      adjustedOn: [],
    }))

const facts = (asked?: FactsAsked) =>
  fc
    .array(arbitraryFact(asked), { maxLength: 12 })
    .map((all) => all.map((one, index): ReportFacts => ({ ...one, projectId: index + 1, code: `DA-${index + 1}` })))

const scopeFor = (from: string, to: string, asOf: string, basis: DoneBasis): ReportScope => ({
  years: { first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) },
  days: { from, to },
  asOf,
  basis,
})
const basis = fc.constantFrom(...doneBases)
const scope = fc
  .tuple(day, day, day, basis)
  .map(([a, b, asOf, own]) => scopeFor(a < b ? a : b, a < b ? b : a, asOf, own))

const byContent = (all: readonly ReportFacts[], asked: ReportScope) =>
  reportByContent(figuresOf(all, asked), divisionByContent(new Map()), asked.basis)
const bySource = (all: readonly ReportFacts[], asked: ReportScope) =>
  reportBySource(figuresOf(all, asked), [], asked.basis)

function cell({ table }: BuiltReport, line: string, column: string): number {
  const value = table.lines.find(({ key }) => key === line)?.cells[column]
  return typeof value === 'number' ? value : 0
}

const inYears = ({ planYear }: ReportFacts, { years }: ReportScope) => planYear >= years.first && planYear <= years.last
const sumOf = (all: readonly ReportFacts[], part: (one: ReportFacts) => AmountsBySource) =>
  all.reduce((sum, one) => fundingSources.reduce((total, source) => total + part(one)[source], sum), 0)

describe('the sums of a report', () => {
  it('are the same by content, by source and one by one', () => {
    fc.assert(
      fc.property(facts(), scope, (all, asked) => {
        const own = all.filter((one) => inYears(one, asked))
        const content = byContent(all, asked)
        const source = bySource(all, asked)
        const plan = sumOf(own, (one) => one.plan)
        const done = sumOf(own, (one) => doneBy(one, asked.basis, asked.asOf))
        expect(cell(content, 'total', 'plan.total')).toBe(plan)
        expect(cell(source, 'total', 'plan')).toBe(plan)
        expect(cell(content, 'total', 'cumulative.total')).toBe(done)
        expect(cell(source, 'total', 'cumulative')).toBe(done)
        expect(cell(content, 'total', 'period.total')).toBe(cell(source, 'total', 'period'))
        expect(cell(content, 'carried', 'period.total')).toBe(cell(source, 'carried', 'period'))
        for (const column of ['plan.national', 'period.local', 'cumulative.outside', 'plan.projects'])
          expect(contentGroups.reduce((sum, group) => sum + cell(content, group, column), 0)).toBe(
            cell(content, 'total', column),
          )
      }),
    )
  })

  it('stand on đề án that add up to each of them', () => {
    fc.assert(
      fc.property(facts(), scope, (all, asked) => {
        for (const built of [byContent(all, asked), bySource(all, asked)])
          for (const { key, cells } of built.table.lines)
            for (const column of built.table.columns) {
              const value = cells[column.key]
              if (typeof value !== 'number') continue
              const rows = built.behind(key, column.key)
              const sum = rows.reduce((total, row) => total + row.value, 0)
              if (column.kind !== 'percent') expect(sum).toBe(value)
              else if (column.ratio?.of === 'line')
                expect(
                  percentHundredths(
                    sum,
                    rows.reduce((total, row) => total + (row.over ?? 0), 0),
                  ),
                ).toBe(value)
            }
      }),
    )
  })

  it('of two periods after each other make those of both together, across a year too', () => {
    fc.assert(
      fc.property(facts(), fc.tuple(day, day, day), basis, (all, days, own) => {
        const [from = first, middle = first, to = first] = [...days].sort()
        const asOf = addDays(first, lastDay + 400)
        const done = (start: string, end: string) => {
          if (end < start) return 0
          const built = byContent(all, scopeFor(start, end, asOf, own))
          return cell(built, 'total', 'period.total') + cell(built, 'carried', 'period.total')
        }
        expect(done(from, middle) + done(addDays(middle, 1), to)).toBe(done(from, to))
      }),
    )
  })

  it('never shrink from one day to a later one while nothing is taken back', () => {
    fc.assert(
      fc.property(facts({ recoveries: false }), day, day, (all, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one]
        for (const fact of all)
          for (const source of ['national', 'local'] as const) {
            expect(doneBy(fact, 'disbursed', after)[source]).toBeGreaterThanOrEqual(
              doneBy(fact, 'disbursed', before)[source],
            )
            expect(advancedBy(fact, after)[source]).toBeGreaterThanOrEqual(advancedBy(fact, before)[source])
          }
      }),
    )
  })
})

const [sample] = fc.sample(arbitraryFact(), 1)

function factOf(over: Partial<ReportFacts>): ReportFacts {
  if (sample === undefined) throw new Error('fast-check gives samples')
  return { ...sample, projectId: 1, movements: [], acceptances: [], settlement: null, standing: 'inForce', ...over }
}

const support = (national: number): AmountsBySource => ({ ...noAmounts, national })
const event = (on: string, kind: MoneyEvent['kind'], national: number): MoneyEvent => ({
  on,
  kind,
  amounts: support(national),
})

describe('a đề án', () => {
  it('paid in two years counts in each by its days, and in the other year on a line of its own', () => {
    const fact = factOf({
      planYear: 2024,
      contentGroup: 'ND3',
      plan: support(300),
      movements: [event('2024-12-31', 'advance', 200), event('2025-01-02', 'payment', 100)],
    })
    const of = (from: string, to: string) => byContent([fact], scopeFor(from, to, '2025-12-31', 'disbursed'))
    expect(cell(of('2024-01-01', '2024-12-31'), 'ND3', 'period.national')).toBe(200)
    expect(cell(of('2024-01-01', '2024-12-31'), 'ND3', 'cumulative.national')).toBe(300)
    const next = of('2025-01-01', '2025-12-31')
    expect([cell(next, 'ND3', 'period.national'), cell(next, 'carried', 'period.national')]).toEqual([0, 100])
    expect(cell(next, 'total', 'plan.national')).toBe(0)
    expect(cell(of('2024-10-01', '2025-03-31'), 'ND3', 'period.national')).toBe(300)
  })

  it('stopped in the middle leaves the plan, and what it gave back is taken off what was done', () => {
    const fact = factOf({
      standing: 'ended',
      contentGroup: 'ND3',
      planYear: 2024,
      plan: noAmounts,
      movements: [event('2024-05-01', 'advance', 200), event('2024-09-01', 'recovery', 150)],
    })
    const built = byContent([fact], scopeFor('2024-07-01', '2024-12-31', '2024-12-31', 'disbursed'))
    expect(cell(built, 'ND3', 'plan.projects')).toBe(0)
    expect(cell(built, 'ND3', 'period.national')).toBe(-150)
    expect(cell(built, 'ND3', 'cumulative.national')).toBe(50)
    expect(stageOf(fact, '2024-12-31')).toBe('stopped')
    expect(built.table.lines.find(({ key }) => key === 'ND3')?.cells.rate).toBeNull()
  })

  it('tells what beneficiaries put in by acceptance, then by settlement', () => {
    const fact = factOf({
      movements: [{ on: '2024-03-01', kind: 'payment', amounts: { ...noAmounts, national: 10, counterpart: 5 } }],
      acceptances: [
        {
          on: '2024-06-01',
          establishmentId: null,
          beneficiary: '',
          done: { ...noAmounts, counterpart: 70 },
          outputs: [],
          machines: 0,
        },
      ],
      settlement: { on: '2024-09-01', amounts: { ...noAmounts, national: 9, counterpart: 65 } },
    })
    const counterpart = (on: string) => doneBy(fact, 'disbursed', on).counterpart
    expect(['2024-02-29', '2024-03-01', '2024-06-01', '2024-09-01'].map(counterpart)).toEqual([0, 5, 70, 65])
    expect(doneBy(fact, 'disbursed', '2024-09-01').national).toBe(10)
    expect(doneBy(fact, 'settled', '2024-09-01').national).toBe(9)
  })
})

describe('a period', () => {
  it('is named as offices name it and has the days of its name', () => {
    expect(periodWords({ kind: 'quarter', year: 2025, quarter: 3 })).toBe('quý III năm 2025')
    expect(daysOf({ kind: 'quarter', year: 2025, quarter: 3 })).toEqual({ from: '2025-07-01', to: '2025-09-30' })
    expect(daysOf({ kind: 'month', year: 2024, month: 2 }).to).toBe('2024-02-29')
    expect(periodWords({ kind: 'years', from: 2016, to: 2020 })).toBe('giai đoạn 2016–2020')
    expect(samePeriodOf({ kind: 'years', from: 2016, to: 2020 })).toEqual({ kind: 'years', from: 2011, to: 2015 })
    expect(samePeriodOf({ kind: 'days', from: '2024-02-29', to: '2024-06-30' })).toEqual({
      kind: 'days',
      from: '2023-02-28',
      to: '2023-06-30',
    })
  })
})

describe('sums in words', () => {
  it('are in tỷ from a billion on, in triệu below and where tỷ would round', () => {
    expect(moneyWords(43_735_000_000)).toBe('43,735 tỷ đồng')
    expect(moneyWords(496_000_000)).toBe('496 triệu đồng')
    expect(moneyWords(1_200_500_000)).toBe('1.200,5 triệu đồng')
    expect(moneyWords(1_150_000_000)).toBe('1,15 tỷ đồng')
    expect(moneyWords(12_396_500_000)).toBe('12,397 tỷ đồng')
    expect(moneyWords(0)).toBe('0 đồng')
  })
})
