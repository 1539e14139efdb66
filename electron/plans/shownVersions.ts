// Which version of each đề án a reading of the plan shows: as registered, as it is now, or as it stood on a day.
import { sql } from 'kysely'
import type { PlanShows } from '../../shared/domain/planStates'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { versionInForceOn } from '../projects/inForce'

/**
 * As it went out; as it is now (the drafts in hand until the plan is approved, from then on what the last decisions made);
 * or what was in force on a day.
 */
export type PlanBasis = 'registered' | 'current' | { readonly asOf: PlainDate }

/** A day asked for wins over the basis: it names one by itself. */
export function planBasis(basis: 'registered' | 'current', asOf: PlainDate | null): PlanBasis {
  return asOf === null ? basis : { asOf }
}

export interface ShownVersion {
  readonly itemId: number
  readonly versionId: number
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

interface PlanRow {
  readonly id: number
  readonly state: string
  readonly registered_on: string | null
}

export async function readShown(reader: Reader, plan: PlanRow, basis: PlanBasis): Promise<ShownPlan> {
  if (basis === 'registered') return { shows: 'registered', versions: await registered(reader, plan), ended: [] }
  if (basis === 'current')
    return plan.state === 'approved'
      ? inForce(reader, plan, null)
      : { shows: 'drafts', versions: await drafts(reader, plan), ended: [] }
  const onDay = await inForce(reader, plan, basis.asOf)
  if (onDay.versions.length > 0 || onDay.ended.length > 0) return onDay
  // Before the first decision the plan was what had been registered by then.
  return plan.registered_on !== null && plan.registered_on <= basis.asOf
    ? { shows: 'registered', versions: await registered(reader, plan), ended: [] }
    : { shows: 'nothing', versions: [], ended: [] }
}

const itemsOf = (reader: Reader, planId: number) =>
  reader.db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .where('item.plan_id', '=', planId)
    .select('item.id as itemId')

function drafts(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  return itemsOf(reader, plan.id).select(sql<number>`project.current_version_id`.as('versionId')).execute()
}

function registered(reader: Reader, plan: PlanRow): Promise<ShownVersion[]> {
  return itemsOf(reader, plan.id)
    .select(sql<number>`coalesce(item.registered_version_id, project.current_version_id)`.as('versionId'))
    .execute()
}

async function inForce(reader: Reader, plan: PlanRow, day: PlainDate | null): Promise<ShownPlan> {
  const rows = await itemsOf(reader, plan.id).select(versionInForceOn(day).as('versionId')).execute()
  const versions = rows.flatMap(({ itemId, versionId }) => (versionId === null ? [] : [{ itemId, versionId }]))
  return { shows: versions.length === 0 ? 'nothing' : 'inForce', versions, ended: [] }
}
