// How many contents the schedule of each đề án điểm of a plan names: what makes it one is checked against it.
import type { PlanItem } from '../../shared/domain/plans'
import type { Reader } from '../database/access'

export async function readFlagshipSteps(
  reader: Reader,
  items: readonly PlanItem[],
): Promise<ReadonlyMap<number, number>> {
  const flagships = items.filter(({ kind }) => kind === 'flagship')
  if (flagships.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('schedule_step')
    .where(
      'version_id',
      'in',
      flagships.map(({ versionId }) => versionId),
    )
    .select(({ fn }) => ['version_id', fn.countAll<number>().as('count')])
    .groupBy('version_id')
    .execute()
  const counts = new Map(rows.map((row) => [row.version_id, row.count]))
  return new Map(flagships.map(({ id, versionId }) => [id, counts.get(versionId) ?? 0]))
}
