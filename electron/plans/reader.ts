// What can be asked of yearly plans: the items with their money, grouped and checked.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { PlanHeader } from '../../shared/contract/plans'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import type { PlanShows } from '../../shared/domain/planStates'
import { type PlanItem, type PlanView, viewPlan } from '../../shared/domain/plans'
import {
  type ContentGroup,
  type Programme,
  type ProjectKind,
  supportSource,
  type VersionStage,
} from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { type EndedItem, type PlanBasis, readShown, type ShownVersion } from './shownVersions'

export interface PlanRecord {
  readonly rowVersion: number
  readonly header: PlanHeader
  readonly view: PlanView
  /** What the lines are: drafts in hand, what was registered, or what decisions have put in force. */
  readonly shows: PlanShows
  /** By line. */
  readonly marks: ReadonlyMap<number, VersionMark>
  /** Lines that a decision has taken out again by the day asked for. */
  readonly ended: readonly EndedItem[]
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

/** Which version a line stands for, and the decision that made it. */
export interface VersionMark {
  readonly number: number
  readonly stage: VersionStage
  /** How many adjustments lie behind it. */
  readonly adjustments: number
  readonly decisionNumber: string
  readonly decisionDate: string | null
}

const adjustments = sql<number>`(SELECT count(*) FROM project_version earlier WHERE earlier.project_id = project.id
  AND earlier.locked = 1 AND earlier.stage = 'adjusted' AND earlier.number <= version.number)`

/** The lines whose version is given, in the order of the plan. */
async function readItems(
  reader: Reader,
  planId: number,
  shown: readonly ShownVersion[],
): Promise<{ items: PlanItem[]; marks: Map<number, VersionMark> }> {
  const { db } = reader
  const versions = idList(shown.map((one) => one.versionId))
  const givenOf = new Map(shown.map((one) => [one.versionId, one.given ?? null]))
  const items = await db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .innerJoin('project_version as version', 'version.project_id', 'project.id')
    .where('item.plan_id', '=', planId)
    .where('version.id', 'in', versions)
    .select(['item.id', 'item.project_id', 'item.priority', 'item.note as itemNote', 'project.code', 'project.kind'])
    .select('project.programme')
    .select(['version.id as versionId', 'version.name', 'version.content_group', 'version.sub_content'])
    .select(['version.implementing_unit', 'version.cooperating_units', 'version.start_month', 'version.end_month'])
    .select(['version.summary', 'version.note as versionNote', 'version.number', 'version.stage'])
    .select(['version.decision_number', 'version.decision_date', adjustments.as('adjustments')])
    .orderBy('item.rank')
    .execute()
  const sums = await db
    .selectFrom('budget_line')
    .where('version_id', 'in', versions)
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
    .where('version_id', 'in', versions)
    .select(['version_id', 'name', 'establishment_id'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const places = await db
    .selectFrom('project_place')
    .where('version_id', 'in', versions)
    .select(['version_id', 'text'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const sumOf = new Map(sums.map(({ version_id, ...amounts }) => [version_id, amounts]))
  const beneficiariesOf = groupBy(beneficiaries, (row) => row.version_id)
  const placesOf = groupBy(places, (row) => row.version_id)
  const lines = items.map((row) => ({
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
    amounts: amountsGiven(sumOf.get(row.versionId) ?? noAmounts, row.programme, givenOf.get(row.versionId) ?? null),
    priority: row.priority,
    note: row.itemNote === '' ? row.versionNote : row.itemNote,
  }))
  const marks = items.map((row): [number, VersionMark] => [
    row.id,
    {
      number: row.number,
      stage: row.stage as VersionStage,
      adjustments: row.adjustments,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
    },
  ])
  return { items: lines, marks: new Map(marks) }
}

function amountsGiven(planned: AmountsBySource, programme: string, given: number | null): AmountsBySource {
  return given === null ? planned : { ...planned, [supportSource(programme as Programme)]: given }
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
  if (row === undefined)
    return {
      rowVersion: 0,
      header: emptyHeader,
      view: viewPlan(year, programme, []),
      shows: 'nothing',
      marks: new Map(),
      ended: [],
    }
  const { shows, versions, ended } = await readShown(reader, row, basis)
  const { items, marks } = await readItems(reader, row.id, versions)
  return {
    rowVersion: row.row_version,
    header: {
      attachedTo: row.attached_to,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
      note: row.note,
    },
    view: viewPlan(year, programme, items),
    shows,
    marks,
    ended,
  }
}

export function markOf({ marks }: PlanRecord, itemId: number): VersionMark {
  const mark = marks.get(itemId)
  if (mark === undefined) throw new Error(`line ${itemId} was read without its version`)
  return mark
}

export async function readYears(reader: Reader): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('plan')
    .select('year')
    .union(reader.db.selectFrom('project').select('plan_year as year'))
    // A year begins with what is asked for it.
    .union(reader.db.selectFrom('need').select('year'))
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
