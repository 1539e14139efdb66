// What can be asked of yearly plans: the items with their money, grouped and checked.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { PlanHeader } from '../../shared/contract/plans'
import { noAmounts } from '../../shared/domain/money'
import { type PlanItem, type PlanView, viewPlan } from '../../shared/domain/plans'
import type { ContentGroup, Programme, ProjectKind } from '../../shared/domain/projects'
import type { Reader } from '../database/access'

export interface PlanRecord {
  readonly rowVersion: number
  readonly header: PlanHeader
  readonly view: PlanView
}

const emptyHeader: PlanHeader = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }

function groupBy<T>(rows: readonly T[], key: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}

/** As it went out, or as it is in force: the version being drafted until the plan is approved, then the newest decided one. */
export type PlanBasis = 'registered' | 'current'

const newestLocked = sql<number | null>`(SELECT decided.id FROM project_version decided
  WHERE decided.project_id = project.id AND decided.locked = 1 ORDER BY decided.number DESC LIMIT 1)`

function versionShown(basis: PlanBasis, approved: boolean) {
  if (basis === 'registered') return sql<number>`coalesce(item.registered_version_id, project.current_version_id)`
  return approved
    ? sql<number>`coalesce(${newestLocked}, project.current_version_id)`
    : sql<number>`project.current_version_id`
}

async function readItems(reader: Reader, planId: number, basis: PlanBasis, approved: boolean): Promise<PlanItem[]> {
  const { db } = reader
  const shown = versionShown(basis, approved)
  const items = await db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .innerJoin('project_version as version', (join) => join.on('version.id', '=', shown))
    .where('item.plan_id', '=', planId)
    .select(['item.id', 'item.project_id', 'item.priority', 'item.note as itemNote', 'project.code', 'project.kind'])
    .select(['version.id as versionId', 'version.name', 'version.content_group', 'version.sub_content'])
    .select(['version.implementing_unit', 'version.cooperating_units', 'version.start_month', 'version.end_month'])
    .select(['version.summary', 'version.note as versionNote'])
    .orderBy('item.rank')
    .execute()
  const versionsOfPlan = db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .where('item.plan_id', '=', planId)
    .select(shown.as('version_id'))
  const sums = await db
    .selectFrom('budget_line')
    .where('version_id', 'in', versionsOfPlan)
    .groupBy('version_id')
    .select(({ fn }) => [
      'version_id',
      fn.sum<number>('national').as('national'),
      fn.sum<number>('local').as('local'),
      fn.sum<number>('counterpart').as('counterpart'),
      fn.sum<number>('other').as('other'),
    ])
    .execute()
  const beneficiaries = await db
    .selectFrom('project_beneficiary')
    .where('version_id', 'in', versionsOfPlan)
    .select(['version_id', 'name', 'establishment_id'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const places = await db
    .selectFrom('project_place')
    .where('version_id', 'in', versionsOfPlan)
    .select(['version_id', 'text'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const sumOf = new Map(sums.map(({ version_id, ...amounts }) => [version_id, amounts]))
  const beneficiariesOf = groupBy(beneficiaries, (row) => row.version_id)
  const placesOf = groupBy(places, (row) => row.version_id)
  return items.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    versionId: row.versionId,
    code: row.code,
    name: row.name,
    kind: row.kind as ProjectKind,
    contentGroup: row.content_group as ContentGroup,
    subContent: row.sub_content,
    implementingUnit: row.implementing_unit,
    cooperatingUnits: row.cooperating_units,
    beneficiaries: (beneficiariesOf.get(row.versionId) ?? []).map((one) => ({
      name: one.name,
      establishmentId: one.establishment_id,
    })),
    places: (placesOf.get(row.versionId) ?? []).map((one) => one.text),
    startMonth: row.start_month,
    endMonth: row.end_month,
    summary: row.summary,
    amounts: sumOf.get(row.versionId) ?? noAmounts,
    priority: row.priority,
    note: row.itemNote === '' ? row.versionNote : row.itemNote,
  }))
}

/** A plan nobody has begun is an empty one, not an error: a year without national money is normal. */
export async function readPlan(
  reader: Reader,
  year: number,
  programme: Programme,
  basis: PlanBasis = 'current',
): Promise<PlanRecord> {
  const row = await reader.db
    .selectFrom('plan')
    .selectAll()
    .where('year', '=', year)
    .where('programme', '=', programme)
    .executeTakeFirst()
  if (row === undefined) return { rowVersion: 0, header: emptyHeader, view: viewPlan(year, programme, []) }
  return {
    rowVersion: row.row_version,
    header: {
      attachedTo: row.attached_to,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
      note: row.note,
    },
    view: viewPlan(year, programme, await readItems(reader, row.id, basis, row.state === 'approved')),
  }
}

export async function readYears(reader: Reader): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('plan')
    .select('year')
    .union(reader.db.selectFrom('project').select('plan_year as year'))
    .execute()
  return rows.map((row) => row.year).sort((a, b) => b - a)
}

export async function readItemPlan(reader: Reader, itemId: number): Promise<{ planId: number; rank: number }> {
  const row = await reader.db
    .selectFrom('plan_item')
    .select(['plan_id', 'rank'])
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'dòng kế hoạch')
  return { planId: row.plan_id, rank: row.rank }
}
