// What stands after all changes is what a plain reckoning beside the program says: content, totals, on any day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index'
import { noProposalParts, type ProjectContent } from '../../shared/contract/projects'
import { noAmounts, sumAmounts } from '../../shared/domain/money'
import { addDays } from '../../shared/vietnamese/dates'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const newProgram = openPrograms()

const line = { unit: 'máy', quantityThousandths: null, unitPrice: null, note: '', beneficiary: '' }
const machine = { origin: '', unit: 'máy', quantityThousandths: 1000, unitPrice: null, note: '' }
const named = (name: string) => ({ establishmentId: null, name, shareBasisPoints: null })
const placed = (text: string) => ({ provinceCode: null, communeCode: null, text, oldText: '' })

const first: ProjectContent = {
  ...noProposalParts,
  name: 'Đề án',
  contentGroup: 'ND3',
  subContent: null,
  implementingUnit: 'Trung tâm',
  cooperatingUnits: '',
  participants: [{ role: 'implementer', ...named('Trung tâm') }],
  startMonth: '2026-01',
  endMonth: '2026-06',
  necessity: '',
  objective: '',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: [named('HTX 1'), named('HTX 2')],
  places: [placed('xã A')],
  outputs: [],
  equipment: [{ ...machine, name: 'Máy 1' }],
  budget: [
    { ...line, content: 'Dòng 1', amounts: { ...noAmounts, local: 100 } },
    { ...line, content: 'Dòng 2', amounts: { ...noAmounts, local: 50, counterpart: 30 } },
  ],
}

/** One thing an officer does to a đề án, on plain data: nothing of the program's comparison is used here. */
type Patch = (content: ProjectContent) => ProjectContent

const at = (index: number, length: number) => (length === 0 ? -1 : index % length)
const replaced = <Row>(rows: readonly Row[], index: number, change: (row: Row) => Row): Row[] =>
  rows.map((row, place) => (place === at(index, rows.length) ? change(row) : row))
const without = <Row>(rows: readonly Row[], index: number): Row[] =>
  rows.filter((_, place) => place !== at(index, rows.length))

const figure = fc.integer({ min: 0, max: 400 })
const which = fc.nat(5)
const word = fc.integer({ min: 1, max: 9_999 }).map(String)

const patch: fc.Arbitrary<Patch> = fc.oneof(
  word.map(
    (text): Patch =>
      (one) => ({ ...one, name: `Đề án ${text}` }),
  ),
  word.map(
    (text): Patch =>
      (one) => ({ ...one, objective: `Mục tiêu ${text}` }),
  ),
  fc.constantFrom('2026-07', '2026-12', '2027-03', '2028-01').map(
    (endMonth): Patch =>
      (one) => ({ ...one, endMonth }),
  ),
  word.map(
    (text): Patch =>
      (one) => ({ ...one, beneficiaries: [...one.beneficiaries, named(`HTX mới ${text}`)] }),
  ),
  which.map(
    (index): Patch =>
      (one) => ({ ...one, beneficiaries: without(one.beneficiaries, index) }),
  ),
  fc.tuple(which, word).map(
    ([index, text]): Patch =>
      (one) => ({ ...one, places: replaced(one.places, index, () => placed(`xã ${text}`)) }),
  ),
  fc.tuple(which, word).map(
    ([index, text]): Patch =>
      (one) => ({
        ...one,
        equipment: replaced(one.equipment, index, (row) => ({ ...row, name: `Máy đổi ${text}` })),
      }),
  ),
  fc.tuple(which, figure, figure).map(
    ([index, local, counterpart]): Patch =>
      (one) => ({
        ...one,
        budget: replaced(one.budget, index, (row) => ({ ...row, amounts: { ...noAmounts, local, counterpart } })),
      }),
  ),
  fc.tuple(word, figure).map(
    ([text, local]): Patch =>
      (one) => ({
        ...one,
        budget: [...one.budget, { ...line, content: `Dòng mới ${text}`, amounts: { ...noAmounts, local } }],
      }),
  ),
  which.map(
    (index): Patch =>
      (one) => ({ ...one, budget: without(one.budget, index) }),
  ),
)

interface Change {
  readonly patches: readonly Patch[]
  readonly outcome: 'approved' | 'refused' | 'partly'
  /** How many of the patches a partly approving decision takes. */
  readonly taken: number
}

const change: fc.Arbitrary<Change> = fc.record({
  patches: fc.array(patch, { minLength: 1, maxLength: 4 }),
  outcome: fc.constantFrom('approved', 'approved', 'refused', 'partly'),
  taken: fc.integer({ min: 1, max: 3 }),
})

const apply = (content: ProjectContent, patches: readonly Patch[]) => patches.reduce((one, next) => next(one), content)

/** A row taken out and one like it put back, or two rows changing places, is no change to people. */
function saysTheSame(a: ProjectContent, b: ProjectContent): boolean {
  const sorted = (content: ProjectContent) =>
    JSON.stringify(content, (_, value: unknown) =>
      Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
    )
  return sorted(a) === sorted(b)
}

async function approvedProject({ ask }: OpenProgram): Promise<number> {
  const { id } = await ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: 'local', kind: 'group', planYear: 2026 },
    content: first,
  })
  await ask('projects.lockVersion', {
    id,
    rowVersion: 1,
    stage: 'approved',
    decisionNumber: '1/QĐ',
    decisionDate: '2026-01-01',
  })
  return id
}

type Item = CallInput<'changes', 'save'>['items'][number]
const item = (projectId: number, content: ProjectContent | null, kind: Item['kind'] = 'adjust'): Item => ({
  id: null,
  kind,
  projectId,
  content,
  reason: 'vì',
  reasons: [],
  advanced: null,
  recovery: null,
})

async function sent({ ask }: OpenProgram, date: string, ...items: Item[]): Promise<{ id: number; itemIds: number[] }> {
  const letter = { year: 2026, letterNumber: '1', letterDate: date, askedBy: '', reason: 'vì', note: '' }
  const saved = await ask('changes.save', { id: null, rowVersion: null, letter, items })
  await ask('changes.submit', { id: saved.id, rowVersion: 1, submittedOn: date })
  return saved
}

interface Stand {
  readonly from: string
  readonly content: ProjectContent
}

/** A đề án as the plain reckoning has it: what stood from which day on. */
interface Life {
  readonly id: number
  readonly stands: Stand[]
}

const standOn = ({ stands }: Life, day: string) => stands.findLast(({ from }) => from <= day)?.content
const newest = ({ stands }: Life) => stands.at(-1)?.content ?? first

/** What one change comes to, reckoned beside the program; null where it asks for nothing. */
function reckoned(base: ProjectContent, { patches, outcome, taken }: Change) {
  const asked = apply(base, patches)
  if (saysTheSame(asked, base)) return null
  const part = apply(base, patches.slice(0, taken))
  const partly = outcome === 'partly' && !saysTheSame(part, base) && !saysTheSame(part, asked)
  if (partly) return { asked, outcome: 'partly', becomes: part } as const
  return outcome === 'approved'
    ? ({ asked, outcome: 'approved', becomes: asked } as const)
    : ({ asked, outcome: 'refused', becomes: null } as const)
}

interface Round {
  readonly changes: readonly Change[]
  readonly on: string
  /** The day on which the decision is cancelled, where it is. */
  readonly cancelledOn: string | null
}

/** One letter about all of them, decided, in the program and beside it. */
async function carryOut(program: OpenProgram, lives: readonly Life[], { changes, on, cancelledOn }: Round) {
  const asked = lives.flatMap((life, index) => {
    const one = changes[index]
    const reckoning = one === undefined ? null : reckoned(newest(life), one)
    return reckoning === null ? [] : [{ life, ...reckoning }]
  })
  if (asked.length === 0) return
  const { id, itemIds } = await sent(program, on, ...asked.map(({ life, asked: content }) => item(life.id, content)))
  await program.ask('changes.decide', {
    id,
    rowVersion: 2,
    number: `${on}/QĐ`,
    date: on,
    items: asked.map(({ outcome, becomes }, index) => ({
      itemId: itemIds[index] ?? 0,
      outcome,
      content: outcome === 'partly' ? becomes : null,
    })),
  })
  if (cancelledOn !== null)
    await program.ask('changes.cancelDecision', { id, rowVersion: 3, date: cancelledOn, reason: 'nhầm' })
  for (const { life, becomes } of asked) {
    if (becomes === null) continue
    const before = newest(life)
    life.stands.push({ from: on, content: becomes })
    if (cancelledOn !== null) life.stands.push({ from: cancelledOn, content: before })
  }
}

async function begin(program: OpenProgram, count: number): Promise<Life[]> {
  const lives: Life[] = []
  for (let index = 0; index < count; index += 1)
    lives.push({ id: await approvedProject(program), stands: [{ from: '2026-01-01', content: first }] })
  return lives
}

const plan2026 = { year: 2026, programme: 'local' } as const

describe('the projection of changes', () => {
  it('is the state built directly, now and on every day, over a thousand random changes', async () => {
    const program = await newProgram()
    const lives = await begin(program, 25)
    let day = '2026-01-02'
    const round = fc.tuple(fc.array(change, { minLength: 25, maxLength: 25 }), fc.nat(5), fc.nat(365))
    await fc.assert(
      fc.asyncProperty(round, async ([changes, cancel, back]) => {
        const on = addDays(day, 1)
        day = addDays(day, 3)
        await carryOut(program, lives, { changes, on, cancelledOn: cancel === 0 ? addDays(on, 1) : null })
        const then = addDays(day, -back) < '2026-01-01' ? '2026-01-01' : addDays(day, -back)
        for (const life of lives) {
          const now = await program.ask('projects.get', { id: life.id })
          expect(now.content).toEqual(newest(life))
          expect(now.versions).toHaveLength(life.stands.length)
          expect(now.versions.every(({ locked }) => locked)).toBe(true)
          expect((await program.ask('projects.get', { id: life.id, asOf: then })).content).toEqual(standOn(life, then))
        }
      }),
      // What failed cannot be tried again on what has gone on since.
      { numRuns: 40, endOnFailure: true },
    )
  }, 300_000)

  it('gives the plan the sum of the versions in force, what was stopped left out, on every day', async () => {
    const program = await newProgram()
    const lives = await begin(program, 8)
    await program.ask('plans.addProjects', { ...plan2026, projectIds: lives.map(({ id }) => id) })
    const { rowVersion } = await program.ask('plans.get', plan2026)
    await program.ask('plans.lock', { ...plan2026, rowVersion, decisionNumber: '2/QĐ', decisionDate: '2026-01-02' })
    const stopped = new Map<number, string>()
    let day = '2026-01-03'
    const round = fc.tuple(fc.array(change, { minLength: 8, maxLength: 8 }), fc.nat(30), fc.nat(120))
    await fc.assert(
      fc.asyncProperty(round, async ([changes, ending, back]) => {
        const on = addDays(day, 1)
        day = addDays(day, 2)
        const standing = lives.filter(({ id }) => !stopped.has(id))
        await carryOut(program, standing, { changes, on, cancelledOn: null })
        const [leaving] = ending < 3 && standing.length > 3 ? standing : []
        if (leaving !== undefined) {
          const { id, itemIds } = await sent(program, on, item(leaving.id, null, 'stop'))
          const items = [{ itemId: itemIds[0] ?? 0, outcome: 'approved' as const }]
          await program.ask('changes.decide', { id, rowVersion: 2, number: 'ngừng', date: on, items })
          stopped.set(leaving.id, on)
        }
        for (const then of [day, addDays(day, -back) < '2026-01-03' ? '2026-01-03' : addDays(day, -back)]) {
          const there = lives.filter(({ id }) => (stopped.get(id) ?? '9999') > then)
          const lines = there.flatMap((life) => standOn(life, then)?.budget ?? [])
          const plan = await program.ask('plans.get', { ...plan2026, asOf: then })
          expect([plan.items.length, plan.amounts]).toEqual([there.length, sumAmounts(lines.map((one) => one.amounts))])
        }
      }),
      { numRuns: 40, endOnFailure: true },
    )
  }, 300_000)
})
