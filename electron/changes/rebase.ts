// A request drafted from versions no longer in force, drafted again from those that are.
import type { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { type Collision, rebaseContent } from '../../shared/domain/rebase'
import type { Writer } from '../database/access'
import { comparisonNames } from '../projects/comparisonNames'
import { readVersionContent } from '../projects/reader'
import { settledContent, type Which, writeReasons } from './commands'
import type { ChangeServices } from './services'
import { raise, readProjectRow, requestIn } from './standing'
import { type StoredItem, versionInForce } from './stored'

export type ItemCollision = Collision & { readonly itemId: number }

/** @throws Refusal record.conflict, step.not-allowed */
export async function rebaseChange(
  writer: Writer,
  services: ChangeServices,
  input: Which,
): Promise<{ rowVersion: number; collisions: ItemCollision[] }> {
  const request = await requestIn(writer, input, 'draft', 'submitted')
  const collisions: ItemCollision[] = []
  for (const item of request.items) collisions.push(...(await rebaseItem(writer, services, item)))
  return { rowVersion: await raise(writer, request), collisions }
}

async function rebaseItem(writer: Writer, services: ChangeServices, item: StoredItem): Promise<ItemCollision[]> {
  if (item.kind === 'supplement') return []
  const inForce = await versionInForce(writer, item.projectId)
  if (inForce === null || inForce.versionId === item.baseVersionId) return []
  const put = (asked: ProjectContent | null) =>
    writer.db
      .updateTable('change_item')
      .set({ base_version_id: inForce.versionId, asked: asked === null ? null : JSON.stringify(asked) })
      .where('id', '=', item.id)
      .execute()
  if (item.asked === null) {
    await put(null)
    return []
  }
  const sides = {
    base: await readVersionContent(writer, item.baseVersionId),
    asked: item.asked,
    now: await readVersionContent(writer, inForce.versionId),
  }
  const names = await comparisonNames(writer, services, Object.values(sides))
  const project = await readProjectRow(writer, item.projectId)
  const givenUp = new Set<string>()
  for (;;) {
    const rebased = rebaseContent(sides, names, givenUp)
    try {
      const where = { project, before: sides.now, path: 'item' }
      await put(await settledContent(writer, rebased.content, where))
      // Paths are named after rows of the version drafted from, which may have other names now.
      const reasons = [...item.reasons].filter(([path]) => rebased.kept.has(path))
      await writeReasons(
        writer,
        item.id,
        reasons.map(([path, reason]) => ({ path, reason })),
      )
      return rebased.collisions.map((one) => ({ itemId: item.id, ...one }))
    } catch (error) {
      const group = brokenGroup(error)
      if (group === null || givenUp.has(group)) throw error
      givenUp.add(group)
    }
  }
}

/** Parts that no longer fit together, such as a price and an amount: the field they belong to. */
function brokenGroup(error: unknown): string | null {
  const path = (error as Partial<Refusal>).problem?.fields[0]?.path
  return path?.split('.').find((part) => part !== 'item' && part !== 'content') ?? null
}
