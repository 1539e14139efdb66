// The versions that the lines of a plan stand for: which is in hand, and fixing the one that went out.
import type { VersionStage } from '../../shared/domain/projects'
import type { Writer } from '../database/access'
import { touch } from '../projects/current'
import { lockRow } from '../projects/versions'

export interface ItemVersion {
  readonly itemId: number
  readonly projectId: number
  readonly projectRowVersion: number
  readonly versionId: number
  readonly stage: VersionStage
  readonly locked: boolean
  /** Whether the plan was approved with it. */
  readonly approved: boolean
}

export async function currentVersions(writer: Writer, planId: number): Promise<ItemVersion[]> {
  const rows = await writer.db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('item.plan_id', '=', planId)
    .select(['item.id as itemId', 'project.id as projectId', 'project.row_version as projectRowVersion'])
    .select(['version.id as versionId', 'version.stage', 'version.locked', 'item.approved_version_id'])
    .execute()
  return rows.map(({ approved_version_id, ...row }) => ({
    ...row,
    stage: row.stage as VersionStage,
    locked: row.locked === 1,
    approved: approved_version_id !== null,
  }))
}

/** A version that went out is locked and remembered by its line. */
export async function pinRegistered(writer: Writer, item: ItemVersion): Promise<void> {
  if (!item.locked) {
    const decided = item.stage === 'approved' || item.stage === 'adjusted'
    await lockRow(writer, item.versionId, decided ? { stage: 'registered' } : {})
    await touch(writer, item.projectId, item.projectRowVersion)
  }
  await writer.db
    .updateTable('plan_item')
    .set({ registered_version_id: item.versionId })
    .where('id', '=', item.itemId)
    .execute()
}

/** Đề án brought in after the plan was registered go out as they are now. */
export async function pinSupplement(writer: Writer, planId: number, projectIds: readonly number[]): Promise<void> {
  if (projectIds.length === 0) return
  for (const item of await currentVersions(writer, planId))
    if (projectIds.includes(item.projectId)) await pinRegistered(writer, item)
}
