// Whatever is done to a plan in whatever order: only what its model allows succeeds, what was approved never changes, and the
// totals agree three ways. Each run is a transaction of its own over one real file, and is rolled back at its end.
import path from 'node:path'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import type { Writer } from '../../electron/database/access'
import { createDataFile } from '../../electron/database/dataFile'
import type { Schema } from '../../electron/database/schema'
import { Session } from '../../electron/database/session'
import { assign, removeAllocation, saveAllocation } from '../../electron/plans/assignment'
import { readAssignments } from '../../electron/plans/assignmentReader'
import { addProjectsToPlan, movePlanItem, removePlanItem, savePlanItem } from '../../electron/plans/commands'
import { lockPlan, setPlanState } from '../../electron/plans/planSteps'
import { readPlan } from '../../electron/plans/reader'
import { readStanding } from '../../electron/plans/standing'
import { saveProject } from '../../electron/projects/commands'
import { Refusal } from '../../shared/contract/errors'
import { projectContent } from '../../shared/contract/projects'
import { noAmounts, sumAmounts } from '../../shared/domain/money'
import { tempFolders } from '../support/tempFolder'

const which = { year: 2026, programme: 'local' as const }
const today = '2026-03-01'
const projects = 5
const budgetOf = (index: number) => 10 * (index + 1)

// ---- the model -------------------------------------------------------------------------------------------------------

interface ModelItem {
  approved: boolean
}

interface Model {
  state: 'drafting' | 'registered' | 'approved'
  items: Map<number, ModelItem>
  batches: Map<number, { total: number; approved: boolean }>
  /** "item batch" → amount; batch 0 is outside any. */
  given: Map<string, { amount: number; approved: boolean }>
  decided: string
}

const start = (): Model => ({ state: 'drafting', items: new Map(), batches: new Map(), given: new Map(), decided: '' })
const keyOf = (item: number, batch: number) => `${item} ${batch}`
const givenBy = (model: Model, batch: number, exceptItem = -1) =>
  [...model.given].reduce(
    (sum, [key, { amount }]) => (key.endsWith(` ${batch}`) && key !== keyOf(exceptItem, batch) ? sum + amount : sum),
    0,
  )

type Act =
  | { readonly kind: 'add' | 'remove' | 'move' | 'note'; readonly item: number }
  | { readonly kind: 'register' | 'reopen' }
  | { readonly kind: 'batch' | 'editBatch'; readonly batch: number; readonly total: number }
  | { readonly kind: 'removeBatch'; readonly batch: number }
  | { readonly kind: 'assign'; readonly item: number; readonly batch: number; readonly amount: number }
  | { readonly kind: 'lock'; readonly day: number }

const item = fc.nat(projects - 1)
const batch = fc.integer({ min: 1, max: 3 })
const total = fc.integer({ min: 1, max: 60 })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('add' as const), item }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'move' as const, 'note' as const), item }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('register' as const, 'register' as const, 'reopen' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('batch' as const, 'editBatch' as const), batch, total }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('removeBatch' as const), batch }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('assign' as const), item, batch: fc.nat(3), amount: fc.nat(30) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lock' as const), day: fc.integer({ min: 1, max: 28 }) }) },
)

/** The way every run of the test goes at least once, so that what matters is reached whatever chance brings. */
const supplemented: readonly Act[] = [
  { kind: 'add', item: 0 },
  { kind: 'register' },
  { kind: 'batch', batch: 1, total: 30 },
  { kind: 'assign', item: 0, batch: 1, amount: 10 },
  { kind: 'lock', day: 5 },
  { kind: 'add', item: 1 },
  { kind: 'batch', batch: 2, total: 40 },
  { kind: 'assign', item: 1, batch: 2, amount: 20 },
  { kind: 'assign', item: 0, batch: 1, amount: 5 },
  { kind: 'lock', day: 20 },
]

const dayOf = (day: number) => `2026-02-${String(day).padStart(2, '0')}`

/** Whether the act is allowed, and the model after it. */
function follow(model: Model, one: Act): boolean {
  const approved = model.state === 'approved'
  switch (one.kind) {
    case 'add':
      if (!model.items.has(one.item)) model.items.set(one.item, { approved: false })
      return true
    case 'remove': {
      const known = model.items.get(one.item)
      if (known === undefined || (approved && known.approved)) return false
      if ([...model.given.keys()].some((key) => key.startsWith(`${one.item} `))) return false
      return model.items.delete(one.item)
    }
    case 'move':
      return model.items.has(one.item) && !approved
    case 'note':
      return model.items.has(one.item) && !(approved && model.items.get(one.item)?.approved === true)
    case 'register':
      if (model.state !== 'drafting' || model.items.size === 0) return false
      model.state = 'registered'
      return true
    case 'reopen':
      if (model.state !== 'registered' || model.given.size > 0) return false
      model.state = 'drafting'
      return true
    case 'batch':
      if (model.batches.has(one.batch)) return false
      model.batches.set(one.batch, { total: one.total, approved: false })
      return true
    case 'editBatch': {
      const known = model.batches.get(one.batch)
      if (known === undefined || (approved && known.approved) || one.total < givenBy(model, one.batch)) return false
      known.total = one.total
      return true
    }
    case 'removeBatch': {
      const known = model.batches.get(one.batch)
      if (known === undefined || (approved && known.approved)) return false
      if ([...model.given.keys()].some((key) => key.endsWith(` ${one.batch}`))) return false
      return model.batches.delete(one.batch)
    }
    case 'assign': {
      const to = model.items.get(one.item)
      const from = model.batches.get(one.batch)
      if (to === undefined || model.state === 'drafting' || (one.batch > 0 && from === undefined)) return false
      const before = model.given.get(keyOf(one.item, one.batch))
      if (approved && (before?.approved === true || (from?.approved === true && to.approved))) return false
      if (approved && one.batch === 0 && before === undefined) return false
      if (from !== undefined && givenBy(model, one.batch, one.item) + one.amount > from.total) return false
      if (one.amount === 0) model.given.delete(keyOf(one.item, one.batch))
      else model.given.set(keyOf(one.item, one.batch), { amount: one.amount, approved: false })
      return true
    }
    case 'lock': {
      const awaiting = [...model.items.values()].filter((known) => !known.approved).length
      if (approved ? awaiting === 0 || dayOf(one.day) < model.decided : model.items.size === 0) return false
      for (const known of model.items.values()) known.approved = true
      if (approved) return true
      model.state = 'approved'
      model.decided = dayOf(one.day)
      for (const known of model.batches.values()) known.approved = true
      for (const known of model.given.values()) known.approved = true
      return true
    }
  }
}

// ---- the program -----------------------------------------------------------------------------------------------------

let session: Session
let projectIds: number[] = []
const folder = tempFolders()

async function openModelFile(): Promise<void> {
  const file = path.join(folder(), 'ke-hoach.skc')
  createDataFile(file)
  session = Session.open(file, {
    actor: { name: 'thử', host: 'máy thử' },
    clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
  })
  projectIds = await session.write('projects.save', async (writer) => {
    const made: number[] = []
    for (let index = 0; index < projects; index += 1) made.push(await draft(writer, index))
    return made
  })
}

afterEach(() => session.close())

async function draft(writer: Writer, index: number): Promise<number> {
  const content = projectContent.parse({
    name: `Đề án ${index + 1}`,
    contentGroup: index % 2 === 0 ? 'ND3' : 'ND4',
    subContent: null,
    implementingUnit: 'Trung tâm',
    cooperatingUnits: '',
    startMonth: '2026-02',
    endMonth: '2026-10',
    necessity: '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: [],
    places: [],
    outputs: [],
    budget: [4, 6].map((share) => ({
      content: `Máy ${share}`,
      unit: '',
      quantityThousandths: null,
      unitPrice: null,
      amounts: { ...noAmounts, local: (budgetOf(index) * share) / 10, counterpart: share },
      note: '',
    })),
  })
  const identity = { code: '', programme: 'local' as const, kind: 'single' as const, planYear: which.year }
  return (await saveProject(writer, { id: null, rowVersion: null, identity, content })).id
}

async function itemId({ db }: Writer, index: number): Promise<number> {
  const row = await db
    .selectFrom('plan_item')
    .select('id')
    .where('project_id', '=', projectIds[index] ?? 0)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'dòng kế hoạch')
  return row.id
}

async function allocationOf({ db }: Writer, number: number) {
  const row = await db
    .selectFrom('allocation')
    .select(['id', 'row_version as rowVersion'])
    .where('batch_number', '=', number)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đợt phân bổ')
  return row
}

const allocation = (batchNumber: number, totalAmount: number) => ({
  batchNumber,
  documentKind: 'decision' as const,
  number: `${batchNumber}/QĐ`,
  issuedOn: '2026-01-10',
  issuer: 'UBND tỉnh',
  totalAmount,
  note: '',
})

async function perform(writer: Writer, one: Act): Promise<void> {
  const plan = await writer.db.selectFrom('plan').select(['id', 'row_version as rowVersion']).executeTakeFirst()
  const rowVersion = plan?.rowVersion ?? 0
  switch (one.kind) {
    case 'add':
      await addProjectsToPlan(writer, { ...which, projectIds: [projectIds[one.item] ?? 0] })
      return
    case 'remove':
      return removePlanItem(writer, await itemId(writer, one.item))
    case 'move':
      return movePlanItem(writer, { itemId: await itemId(writer, one.item), beforeItemId: null })
    case 'note':
      return savePlanItem(writer, { itemId: await itemId(writer, one.item), priority: 1, note: 'gấp' })
    case 'register':
    case 'reopen': {
      const state = one.kind === 'register' ? ('registered' as const) : ('drafting' as const)
      const paper = { number: '', date: null }
      await setPlanState(writer, { ...which, rowVersion, state, registeredOn: null, paper })
      return
    }
    case 'batch':
      await saveAllocation(writer, {
        ...which,
        id: null,
        rowVersion: null,
        allocation: allocation(one.batch, one.total),
      })
      return
    case 'editBatch':
      await saveAllocation(writer, {
        ...which,
        ...(await allocationOf(writer, one.batch)),
        allocation: allocation(one.batch, one.total),
      })
      return
    case 'removeBatch':
      return removeAllocation(writer, await allocationOf(writer, one.batch))
    case 'assign':
      return assign(writer, {
        itemId: await itemId(writer, one.item),
        allocationId: one.batch === 0 ? null : (await allocationOf(writer, one.batch)).id,
        amounts: { ...noAmounts, local: one.amount },
        assignedOn: null,
      })
    case 'lock':
      await lockPlan(writer, { ...which, rowVersion, decisionNumber: '9/QĐ', decisionDate: dayOf(one.day) })
  }
}

/** As the program does it: an act that is refused leaves nothing behind. */
async function succeeds(writer: Writer, one: Act): Promise<boolean> {
  await sql`SAVEPOINT act`.execute(writer.db)
  try {
    await perform(writer, one)
    await sql`RELEASE act`.execute(writer.db)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`ROLLBACK TO act`.execute(writer.db)
    await sql`RELEASE act`.execute(writer.db)
    return false
  }
}

/** Everything that was approved, as it lies in the file. */
async function approvedRows(db: Kysely<Schema>): Promise<string> {
  const rows = await sql<{ row: string }>`
    SELECT json_array('item', i.id, i.rank, i.priority, i.note, i.approved_version_id, v.locked) AS row
      FROM plan_item i JOIN project_version v ON v.id = i.approved_version_id
    UNION ALL SELECT json_array('batch', a.id, a.batch_number, a.total_amount) FROM allocation a WHERE a.approved = 1
    UNION ALL SELECT json_array('given', s.plan_item_id, s.allocation_id, s.local) FROM assignment s WHERE s.approved = 1
    ORDER BY 1`.execute(db)
  return rows.rows.map(({ row }) => row).join('\n')
}

async function expectTotalsToAgree(writer: Writer, model: Model): Promise<void> {
  const { view } = await readPlan(writer, which.year, which.programme, 'registered')
  const record = await readAssignments(writer, which.year, which.programme)
  const budgets = [...model.items.keys()].reduce((sum, index) => sum + budgetOf(index), 0)
  const [bySql] = (
    await sql<{ budget: number | null; given: number | null }>`
      SELECT (SELECT sum(l.local) FROM plan_item i JOIN project p ON p.id = i.project_id
          JOIN budget_line l ON l.version_id = coalesce(i.registered_version_id, p.current_version_id)) AS budget,
        (SELECT sum(local) FROM assignment) AS given`.execute(writer.db)
  ).rows
  // From the lines of the file, from the groups of the plan, from the model.
  expect([bySql?.budget ?? 0, view.amounts.local, sumAmounts(view.groups.map((one) => one.amounts)).local]).toEqual([
    budgets,
    budgets,
    budgets,
  ])
  const given = [...model.given.values()].reduce((sum, { amount }) => sum + amount, 0)
  const byBatch = record.view.batches.reduce((sum, one) => sum + one.assigned.local, record.view.withoutBatch.local)
  const byItem = record.view.items.reduce((sum, one) => sum + one.assigned.local, 0)
  expect([bySql?.given ?? 0, record.view.assigned.local, byBatch, byItem]).toEqual([given, given, given, given])
  const allocated = [...model.batches.values()].reduce((sum, one) => sum + one.total, 0)
  expect(record.view.allocated).toBe(allocated)
  for (const one of record.view.batches) expect(one.left).toBeGreaterThanOrEqual(0)
}

async function expectStanding(writer: Writer, model: Model): Promise<void> {
  const plan = await writer.db.selectFrom('plan').select('id').executeTakeFirst()
  if (plan === undefined) {
    expect(model.items.size + model.batches.size).toBe(0)
    return
  }
  const standing = await readStanding(writer, plan.id)
  const state = model.state === 'registered' && model.given.size > 0 ? 'assigned' : model.state
  expect(standing).toMatchObject({ state, items: model.items.size })
  const waiting = [...model.items.values()].filter((known) => !known.approved).length
  expect(standing.awaiting).toBe(model.state === 'approved' ? waiting : 0)
}

class RolledBack extends Error {}

describe('any sequence of commands on a plan', () => {
  it('does what its model does, never touches what was approved, and adds up three ways', async () => {
    await openModelFile()
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
        const run = session.write('plans.model', async (writer) => {
          const model = start()
          let approved = ''
          for (const one of acts) {
            const expected = follow(model, one)
            expect(await succeeds(writer, one), JSON.stringify(one)).toBe(expected)
            const now = await approvedRows(writer.db)
            // What was approved stays, row by row; approving adds to it.
            for (const row of approved.split('\n').filter((line) => line !== '')) expect(now).toContain(row)
            approved = now
            reached.add(`${model.state}${expected ? '' : ' refused'} ${one.kind}`)
          }
          await expectStanding(writer, model)
          await expectTotalsToAgree(writer, model)
          throw new RolledBack()
        })
        await run.catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error
        })
      }),
      { numRuns: 1_000, examples: [[[...supplemented]]] },
    )
    // The runs came to where it matters.
    for (const one of ['approved add', 'approved batch', 'approved assign', 'approved refused assign', 'approved lock'])
      expect(reached).toContain(one)
  }, 600_000)
})
