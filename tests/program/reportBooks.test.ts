// Reports over random books: money paid, taken back and accepted of random đề án on random days. Every figure of every report is the
// sum of the records it opens to, and what was disbursed is what the test itself put down on paper, period by period.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { noAmounts } from '../../shared/domain/money'
import { reportCodes } from '../../shared/domain/reports'
import { addDays } from '../../shared/vietnamese/dates'
import { accept, approve, asPlanned, draftOf, type SampleProject, sampleProjects } from '../support/carryOut'
import { payment } from '../support/contracts2022'
import { answerOf, samplePrograms } from '../support/sampleProgram'

const open = samplePrograms('2023-12-31')
const firstDay = '2022-03-01'

type Table = CallOutput<'reports', 'table'>
type Behind = CallOutput<'reports', 'behind'>

interface Move {
  readonly kind: 'advance' | 'payment' | 'recovery'
  readonly day: number
  readonly dong: number
}

/** What the test knows of one movement, apart from the program. */
interface Noted {
  readonly programme: 'national' | 'local'
  readonly on: string
  readonly dong: number
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('advance', 'payment', 'recovery'),
  day: fc.integer({ min: 10, max: 600 }),
  dong: fc.integer({ min: 1, max: 20_000_000 }),
})
const book = fc.record({
  moves: fc.array(fc.array(move, { maxLength: 4 }), { minLength: 4, maxLength: 4 }),
  accepted: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
})

const day = fc.integer({ min: 0, max: 660 }).map((days) => addDays(firstDay, days))
const asked = fc.record({
  period: fc.oneof(
    fc.record({ kind: fc.constant('month' as const), year: fc.constant(2022), month: fc.integer({ min: 1, max: 12 }) }),
    fc.record({
      kind: fc.constant('quarter' as const),
      year: fc.constant(2022),
      quarter: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      kind: fc.constant('sixMonths' as const),
      year: fc.constant(2022),
      half: fc.integer({ min: 1, max: 2 }),
    }),
    fc.constant({ kind: 'year' as const, year: 2022 }),
    fc.constant({ kind: 'years' as const, from: 2020, to: 2024 }),
  ),
  asOf: day,
  programme: fc.constantFrom(null, 'national' as const, 'local' as const),
  division: fc.constantFrom('contents' as const, 'conferenceGroups' as const),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

async function contractOf(program: Program, project: SampleProject): Promise<number> {
  const { id, rowVersion } = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.save', {
    id: null,
    rowVersion: null,
    contract: {
      kind: 'agency',
      programme: project.programme,
      year: 2022,
      giver: { name: 'Cơ quan giao', establishmentId: null },
      receiver: { name: 'Trung tâm Khuyến công', establishmentId: null },
      lines: [{ projectId: project.id, amounts: project.amounts }],
    },
  })
  await answerOf(program, 'contracts.sign', {
    id,
    rowVersion,
    signedOn: firstDay,
    outsideNumber: `${id}/HĐ`,
    reason: 'Đã báo cáo lãnh đạo',
  })
  return id
}

/** Carries the book out; what the program refuses, as more taken back than was given, is not noted either. */
async function keep(
  program: Program,
  { moves, accepted }: { readonly moves: readonly Move[][]; readonly accepted: boolean[] },
) {
  const projects = (await sampleProjects(program)).filter(({ beneficiaries }) => beneficiaries.length > 0).slice(0, 4)
  const noted: Noted[] = []
  for (const [index, project] of projects.entries()) {
    await approve(program, project)
    const contractId = await contractOf(program, project)
    const ofProject = [...(moves[index] ?? [])].sort((a, b) => a.day - b.day)
    for (const [at, one] of ofProject.entries()) {
      const on = addDays(firstDay, one.day)
      const result = await program.call('contracts.savePayment', {
        id: null,
        rowVersion: null,
        contractId,
        payment: payment([{ projectId: project.id, amounts: { ...noAmounts, [project.programme]: one.dong } }], {
          kind: one.kind,
          onDate: on,
          round: one.kind === 'advance' ? at + 1 : 1,
          voucherNumber: `${project.code}-${at}`,
        }),
        reason: 'Đã thống nhất',
      })
      if (result.ok)
        noted.push({ programme: project.programme, on, dong: one.kind === 'recovery' ? -one.dong : one.dong })
    }
    if (accepted[index] === true)
      await accept(program, project.id, asPlanned(await draftOf(program, project.id, '5b', null), '2022-10-11'))
  }
  return noted
}

const within = (from: string, to: string, noted: readonly Noted[], source: string) =>
  noted.reduce((sum, one) => sum + (one.programme === source && one.on >= from && one.on <= to ? one.dong : 0), 0)

function daysOf({ period }: Asked): readonly [string, string] {
  const two = (month: number) => String(month).padStart(2, '0')
  switch (period.kind) {
    case 'month':
      return [`2022-${two(period.month)}-01`, `2022-${two(period.month)}-31`]
    case 'quarter':
      return [`2022-${two(period.quarter * 3 - 2)}-01`, `2022-${two(period.quarter * 3)}-31`]
    case 'sixMonths':
      return [`2022-${two(period.half * 6 - 5)}-01`, `2022-${two(period.half * 6)}-31`]
    case 'year':
      return ['2022-01-01', '2022-12-31']
    case 'years':
      return ['2020-01-01', '2024-12-31']
  }
}

const earlier = (one: string, other: string) => (one < other ? one : other)

describe('reports over random books', () => {
  it('say what was put down, and open to records that add up to each figure', async () => {
    let opened = 0
    let money = 0
    await fc.assert(
      fc.asyncProperty(book, asked, fc.integer({ min: 1, max: 9 }), async (own, wanted, every) => {
        const program = await open()
        const noted = await keep(program, own)
        money += noted.length
        const [from, to] = daysOf(wanted)
        const lines = await answerOf<Table>(program, 'reports.table', { report: 'B1', ...wanted })
        const total = lines.lines.find(({ kind }) => kind === 'total')?.cells ?? {}
        for (const source of ['national', 'local'] as const) {
          const counts = wanted.programme === null || wanted.programme === source
          expect(total[`cumulative.${source}`], `cumulative ${source}`).toBe(
            counts ? within('0', wanted.asOf, noted, source) : 0,
          )
          expect(total[`period.${source}`], `period ${source}`).toBe(
            counts ? within(from, earlier(to, wanted.asOf), noted, source) : 0,
          )
        }
        let seen = 0
        for (const report of reportCodes) {
          const table = await answerOf<Table>(program, 'reports.table', { report, ...wanted })
          for (const line of table.lines)
            for (const { key, kind } of table.columns) {
              const value = line.cells[key]
              if (typeof value !== 'number' || kind === 'percent' || kind === 'text') continue
              seen += 1
              // Noughts open to nothing alike: of them a part is enough.
              if (seen % (value === 0 ? every * 20 : every) !== 0) continue
              const { rows } = await answerOf<Behind>(program, 'reports.behind', {
                report,
                ...wanted,
                line: line.key,
                column: key,
              })
              opened += 1
              expect(
                rows.reduce((sum, row) => sum + row.value, 0),
                `${report} ${line.key} ${key}`,
              ).toBe(value)
            }
        }
        await program.close()
      }),
      { numRuns: 6 },
    )
    expect(opened).toBeGreaterThan(50)
    expect(money).toBeGreaterThan(5)
  }, 300_000)
})
