// Which đề án a report is about, what their plans rest on that day, and what those plans say.
import { sql } from 'kysely'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type AmountsBySource, addAmounts, noAmounts } from '../../shared/domain/money'
import type { ContentGroup, Programme, ProjectKind, SupportMode } from '../../shared/domain/projects'
import type { PlanStanding } from '../../shared/domain/reportFacts'
import type { Days } from '../../shared/domain/reportPeriods'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { versionInForceOn } from '../projects/inForce'

export interface FactsInput {
  /** Whose plans the report speaks of. */
  readonly years: { readonly first: number; readonly last: number }
  /** đề án of other years are in it too when something was done of them in these days. */
  readonly period: Days
  readonly asOf: PlainDate
  /** null: both. */
  readonly programme: Programme | null
}

/** đề án of the years, and those of other years that money or results of the period belong to. */
export async function readIds(reader: Reader, { years, period, asOf, programme }: FactsInput): Promise<number[]> {
  const to = period.to < asOf ? period.to : asOf
  const within = (column: string) => sql<boolean>`${sql.ref(column)} BETWEEN ${period.from} AND ${to}`
  const { db } = reader
  let own = db
    .selectFrom('project')
    .select('id')
    .where('plan_year', '>=', years.first)
    .where('plan_year', '<=', years.last)
  if (programme !== null) own = own.where('programme', '=', programme)
  const found = new Set((await own.execute()).map(({ id }) => id))
  const touched = [
    db
      .selectFrom('contract_payment as payment')
      .innerJoin('contract_payment_line as line', 'line.payment_id', 'payment.id')
      .where(within('payment.on_date'))
      .select('line.project_id as id'),
    db
      .selectFrom('acceptance')
      .where('conclusion', '=', 'pass')
      .where('concluded_on', 'is not', null)
      .where(within('acceptance.date'))
      .select('project_id as id'),
    db.selectFrom('settlement').where(within('settlement.approved_on')).select('project_id as id'),
    db.selectFrom('training_class').where(within('training_class.ends_on')).select('project_id as id'),
  ]
  const others = new Set<number>()
  for (const query of touched) for (const { id } of await query.execute()) if (!found.has(id)) others.add(id)
  if (programme === null) for (const id of others) found.add(id)
  else if (others.size > 0) {
    const same = db
      .selectFrom('project')
      .select('id')
      .where('id', 'in', idList(others))
      .where('programme', '=', programme)
    for (const { id } of await same.execute()) found.add(id)
  }
  return [...found].sort((a, b) => a - b)
}

export interface PlannedProject {
  readonly projectId: number
  readonly code: string
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly planYear: number
  readonly status: ProjectStatus
  readonly standing: PlanStanding
  /** The one the standing names; else the newest, for its name and content. */
  readonly versionId: number
  readonly decidedId: number | null
  readonly approvedId: number | null
}

const statusOn = (day: PlainDate) =>
  sql<string | null>`(SELECT step.to_status FROM project_step step
    WHERE step.project_id = project.id AND step.on_date <= ${day} ORDER BY step.id DESC LIMIT 1)`

const approvedOn = (day: PlainDate) =>
  sql<number | null>`(SELECT decided.id FROM project_version decided
    WHERE decided.project_id = project.id AND decided.locked = 1 AND decided.stage = 'approved'
    AND decided.decision_date <= ${day} ORDER BY decided.number DESC LIMIT 1)`

interface ItemRow {
  readonly projectId: number
  readonly planId: number
  readonly state: string
  readonly registeredOn: string | null
  readonly registeredId: number | null
  readonly broughtLater: boolean
  readonly ended: boolean
}

async function readItems(reader: Reader, ids: readonly number[], asOf: PlainDate): Promise<Map<number, ItemRow>> {
  const rows = await reader.db
    .selectFrom('plan_item as item')
    .innerJoin('plan', 'plan.id', 'item.plan_id')
    .where('item.project_id', 'in', idList(ids))
    .select(['item.project_id', 'item.plan_id', 'plan.state', 'plan.registered_on', 'item.registered_version_id'])
    .select('item.change_item_id')
    .select(
      sql<string | null>`(SELECT event.kind FROM plan_item_event event WHERE event.plan_item_id = item.id
        AND event.on_date <= ${asOf} ORDER BY event.id DESC LIMIT 1)`.as('last'),
    )
    .execute()
  return new Map(
    rows.map((row) => [
      row.project_id,
      {
        projectId: row.project_id,
        planId: row.plan_id,
        state: row.state,
        registeredOn: row.registered_on,
        registeredId: row.registered_version_id,
        broughtLater: row.change_item_id !== null,
        ended: row.last === 'ended',
      },
    ]),
  )
}

/** A plan of which anything was decided by the day stands on its decisions alone. */
function decidedPlans(items: ReadonlyMap<number, ItemRow>, decided: ReadonlyMap<number, number | null>): Set<number> {
  const plans = new Set<number>()
  for (const item of items.values()) if ((decided.get(item.projectId) ?? null) !== null) plans.add(item.planId)
  return plans
}

/** A đề án that was called off before or after its decision counts no more. */
const calledOff: readonly ProjectStatus[] = ['stopped', 'rejected', 'cancelled']

export async function readPlanned(
  reader: Reader,
  ids: readonly number[],
  { asOf }: Pick<FactsInput, 'asOf'>,
): Promise<PlannedProject[]> {
  const rows = await reader.db
    .selectFrom('project')
    .where('project.id', 'in', idList(ids))
    .select(['project.id', 'project.code', 'project.programme', 'project.kind', 'project.plan_year', 'project.status'])
    .select('project.current_version_id')
    .select([
      versionInForceOn(asOf).as('decidedId'),
      approvedOn(asOf).as('approvedId'),
      statusOn(asOf).as('statusThen'),
    ])
    .orderBy('project.plan_year')
    .orderBy('project.programme', 'desc')
    .orderBy('project.code')
    .execute()
  const items = await readItems(reader, ids, asOf)
  const plans = decidedPlans(items, new Map(rows.map((row) => [row.id, row.decidedId])))
  const now = asOf >= reader.today
  return rows.flatMap((row): PlannedProject[] => {
    const status = (now ? row.status : (row.statusThen ?? 'draft')) as ProjectStatus
    const item = items.get(row.id)
    const found = standingOf({
      item,
      decidedId: row.decidedId,
      currentId: row.current_version_id,
      status,
      plans,
      asOf,
      now,
    })
    const versionId = found.versionId ?? row.current_version_id
    if (versionId === null) return []
    return [
      {
        projectId: row.id,
        code: row.code,
        programme: row.programme as Programme,
        kind: row.kind as ProjectKind,
        planYear: row.plan_year,
        status,
        standing: found.standing,
        versionId,
        decidedId: row.decidedId,
        approvedId: row.approvedId,
      },
    ]
  })
}

interface StandingInput {
  readonly item: ItemRow | undefined
  readonly decidedId: number | null
  readonly currentId: number | null
  readonly status: ProjectStatus
  readonly plans: ReadonlySet<number>
  readonly asOf: PlainDate
  readonly now: boolean
}

function standingOf({ item, decidedId, currentId, status, plans, asOf, now }: StandingInput): {
  readonly standing: PlanStanding
  readonly versionId: number | null
} {
  if (decidedId !== null)
    return { standing: item?.ended === true || calledOff.includes(status) ? 'ended' : 'inForce', versionId: decidedId }
  const nothing = { standing: 'none' as const, versionId: null }
  if (item === undefined || calledOff.includes(status) || plans.has(item.planId)) return nothing
  if (item.registeredOn !== null && item.registeredOn <= asOf)
    return item.broughtLater ? nothing : { standing: 'registered', versionId: item.registeredId ?? currentId }
  return now && item.state === 'drafting' ? { standing: 'draft', versionId: currentId } : nothing
}

export interface VersionHead {
  readonly name: string
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly implementingUnit: string
  readonly supportMode: SupportMode
  readonly decision: { readonly number: string; readonly date: PlainDate } | null
}

export async function readHeads(reader: Reader, versionIds: readonly number[]): Promise<Map<number, VersionHead>> {
  const rows = await reader.db
    .selectFrom('project_version')
    .where('id', 'in', idList(versionIds))
    .select(['id', 'name', 'content_group', 'sub_content', 'start_month', 'end_month', 'implementing_unit'])
    .select(['support_mode', 'decision_number', 'decision_date'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        contentGroup: row.content_group as ContentGroup,
        subContent: row.sub_content,
        startMonth: row.start_month,
        endMonth: row.end_month,
        implementingUnit: row.implementing_unit,
        supportMode: row.support_mode as SupportMode,
        decision: row.decision_date === null ? null : { number: row.decision_number, date: row.decision_date },
      },
    ]),
  )
}

export interface OwnedSum {
  readonly versionId: number
  /** Null: common to the đề án. */
  readonly beneficiaryId: number | null
  readonly amounts: AmountsBySource
}

/** Budgets by version and by whose the lines are. */
export async function readBudgets(reader: Reader, versionIds: readonly number[]): Promise<OwnedSum[]> {
  const rows = await reader.db
    .selectFrom('budget_line')
    .where('version_id', 'in', idList(versionIds))
    .groupBy(['version_id', 'beneficiary_id'])
    .select(({ fn }) => [
      'version_id',
      'beneficiary_id',
      fn.sum<number>('national').as('national'),
      fn.sum<number>('local').as('local'),
      fn.sum<number>('counterpart').as('counterpart'),
      fn.sum<number>('other').as('other'),
    ])
    .execute()
  return rows.map(({ version_id, beneficiary_id, ...amounts }) => ({
    versionId: version_id,
    beneficiaryId: beneficiary_id,
    amounts,
  }))
}

export function totalsByVersion(sums: readonly OwnedSum[]): Map<number, AmountsBySource> {
  const totals = new Map<number, AmountsBySource>()
  for (const { versionId, amounts } of sums)
    totals.set(versionId, addAmounts(totals.get(versionId) ?? noAmounts, amounts))
  return totals
}

/** By papers until the day. */
export async function readAssigned(
  reader: Reader,
  ids: readonly number[],
  asOf: PlainDate,
): Promise<Map<number, AmountsBySource>> {
  const rows = await reader.db
    .selectFrom('assignment')
    .innerJoin('plan_item as item', 'item.id', 'assignment.plan_item_id')
    .leftJoin('allocation', 'allocation.id', 'assignment.allocation_id')
    .where('item.project_id', 'in', idList(ids))
    .where((where) =>
      where(where.fn.coalesce('assignment.assigned_on', 'allocation.issued_on', sql<string>`''`), '<=', asOf),
    )
    .select(['item.project_id', 'assignment.national', 'assignment.local', 'assignment.counterpart'])
    .select('assignment.other')
    .execute()
  const assigned = new Map<number, AmountsBySource>()
  for (const { project_id, ...amounts } of rows)
    assigned.set(project_id, addAmounts(assigned.get(project_id) ?? noAmounts, amounts))
  return assigned
}
