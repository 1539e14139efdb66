// Which version of each đề án a reading of the plan shows: as registered, as it is now, or as it stood on a day.
import { sql } from 'kysely'
import type { PlanShows } from '../../shared/domain/planStates'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { versionInForceOn } from '../projects/inForce'

/**
 * As it went out; as it was given money or first approved; as it is now (the drafts in hand until the plan is approved, from
 * then on what the last decisions made); or what was in force on a day.
 */
export type PlanBasis = 'registered' | 'assigned' | 'current' | { readonly asOf: PlainDate }

/** A day asked for wins over the basis: it names one by itself. */
export function planBasis(basis: 'registered' | 'current', asOf: PlainDate | null): PlanBasis {
  return asOf === null ? basis : { asOf }
}

export interface ShownVersion {
  readonly itemId: number
  readonly projectId: number
  readonly code: string
  readonly versionId: number
  /** Of the programme's own money, where a paper gave another sum than the version says. */
  readonly given?: number | null
}

export interface EndedItem {
  readonly itemId: number
  readonly projectId: number
  readonly versionId: number
  readonly code: string
  readonly name: string
  readonly endedOn: PlainDate
}

export interface ShownPlan {
  readonly shows: PlanShows
  readonly versions: readonly ShownVersion[]
  readonly ended: readonly EndedItem[]
}

export interface PlanRow {
  readonly id: number
  readonly state: string
  readonly registered_on: string | null
}

const newestAppraised = sql<number | null>`(SELECT staged.id FROM project_version staged
  WHERE staged.project_id = project.id AND staged.locked = 1 AND staged.stage IN ('baseAppraised', 'ministryAppraised')
  ORDER BY staged.number DESC LIMIT 1)`

const firstApproved = sql<number | null>`(SELECT staged.id FROM project_version staged
  WHERE staged.project_id = project.id AND staged.locked = 1 AND staged.stage = 'approved' ORDER BY staged.number LIMIT 1)`

const asRegistered = sql<number>`coalesce(item.registered_version_id, project.current_version_id)`

const ownMoneyGiven = sql<number | null>`(SELECT sum(CASE project.programme WHEN 'national' THEN given.national
  ELSE given.local END) FROM assignment given WHERE given.plan_item_id = item.id)`

export async function readShown(reader: Reader, plan: PlanRow, basis: PlanBasis): Promise<ShownPlan> {
  if (basis === 'registered') return { shows: 'registered', versions: await registered(reader, plan), ended: [] }
  if (basis === 'assigned') {
    const versions = await readAssigned(reader, plan)
    return { shows: versions.length === 0 ? 'nothing' : 'inForce', versions, ended: [] }
  }
  if (basis === 'current')
    return plan.state === 'approved'
      ? inForce(reader, plan, null)
      : { shows: 'drafts', versions: await drafts(reader, plan), ended: [] }
  const onDay = await inForce(reader, plan, basis.asOf)
  if (onDay.versions.length > 0 || onDay.ended.length > 0) return onDay
  // Before the first decision the plan was what had been registered by then.
  return plan.registered_on !== null && plan.registered_on <= basis.asOf
    ? { shows: 'registered', versions: await readRegistered(reader, plan), ended: [] }
    : { shows: 'nothing', versions: [], ended: [] }
}

const itemsOf = (reader: Reader, planId: number) =>
  reader.db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .where('item.plan_id', '=', planId)
    .select(['item.id as itemId', 'project.id as projectId', 'project.code'])
    .orderBy('item.rank')

function drafts(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  return itemsOf(reader, plan.id).select(sql<number>`project.current_version_id`.as('versionId')).execute()
}

function registered(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  return itemsOf(reader, plan.id).select(asRegistered.as('versionId')).execute()
}

/** What was registered before anything was decided: lines that a later decision brought in were not there yet. */
export function readRegistered(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  return itemsOf(reader, plan.id)
    .where('item.change_item_id', 'is', null)
    .select(asRegistered.as('versionId'))
    .execute()
}

async function inForce(reader: Reader, plan: PlanRow, day: PlainDate | null): Promise<ShownPlan> {
  const rows = await itemsOf(reader, plan.id).select(versionInForceOn(day).as('versionId')).execute()
  const endings = await readEndings(reader, plan.id, day)
  const listed = withVersion(rows)
  const versions = listed.filter(({ itemId }) => !endings.has(itemId))
  const shows = versions.length === 0 ? 'nothing' : 'inForce'
  if (endings.size === 0) return { shows, versions, ended: [] }
  const names = await reader.db
    .selectFrom('project_version')
    .select(['id', 'name'])
    .where('id', 'in', idList(listed.map(({ versionId }) => versionId)))
    .execute()
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const ended = listed.flatMap(({ itemId, projectId, versionId, code }): EndedItem[] => {
    const endedOn = endings.get(itemId)
    return endedOn === undefined
      ? []
      : [{ itemId, projectId, versionId, code, name: nameOf.get(versionId) ?? '', endedOn }]
  })
  return { shows, versions, ended }
}

/** Lines that the last decision about them until the day had ended, and since when. */
async function readEndings(reader: Reader, planId: number, day: PlainDate | null): Promise<Map<number, PlainDate>> {
  let events = reader.db
    .selectFrom('plan_item_event as event')
    .innerJoin('plan_item as item', 'item.id', 'event.plan_item_id')
    .where('item.plan_id', '=', planId)
  if (day !== null) events = events.where('event.on_date', '<=', day)
  const rows = await events
    .select(['event.plan_item_id as itemId', 'event.kind', 'event.on_date as onDate'])
    .orderBy('event.id')
    .execute()
  const endings = new Map<number, PlainDate>()
  for (const { itemId, kind, onDate } of rows)
    if (kind === 'ended') endings.set(itemId, onDate)
    else endings.delete(itemId)
  return endings
}

function withVersion<Row extends { readonly versionId: number | null }>(
  rows: readonly Row[],
): (Row & { readonly versionId: number })[] {
  return rows.flatMap((row) => (row.versionId === null ? [] : [{ ...row, versionId: row.versionId }]))
}

/** As the appraisals left it; what was not appraised, as registered. Nothing while no đề án was appraised. */
export async function readAppraised(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  const rows = await itemsOf(reader, plan.id)
    .where('item.change_item_id', 'is', null)
    .select(newestAppraised.as('appraisedId'))
    .select(asRegistered.as('registeredId'))
    .execute()
  if (rows.every(({ appraisedId }) => appraisedId === null)) return []
  return rows.map(({ appraisedId, registeredId, ...row }) => ({ ...row, versionId: appraisedId ?? registeredId }))
}

export interface AssignedVersion extends ShownVersion {
  /** Of the programme's own money, where it was given before the đề án was approved. */
  readonly given: number | null
}

/** As first approved; what was only given money so far, as registered with that money. */
export async function readAssigned(reader: Reader, plan: PlanRow): Promise<AssignedVersion[]> {
  const rows = await itemsOf(reader, plan.id)
    .where('item.change_item_id', 'is', null)
    .select(firstApproved.as('approvedId'))
    .select(asRegistered.as('registeredId'))
    .select(ownMoneyGiven.as('given'))
    .execute()
  return rows.flatMap(({ approvedId, registeredId, given, ...row }): AssignedVersion[] => {
    if (approvedId !== null) return [{ ...row, versionId: approvedId, given: null }]
    return given === null ? [] : [{ ...row, versionId: registeredId, given }]
  })
}
