// What each đề án was given: by the papers that assign the money, and by the budget of the version in force.
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type AmountsBySource, addAmounts, fundingSources, noAmounts, subtractAmounts } from '../../shared/domain/money'
import type { Programme, SupportMode } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'

export interface Granted {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly programme: Programme
  readonly planYear: number
  readonly status: ProjectStatus
  readonly rowVersion: number
  /** The newest version approved or adjusted by a decision; null while none is. */
  readonly inForce: {
    readonly versionId: number
    readonly amounts: AmountsBySource
    readonly decisionNumber: string
    readonly decisionDate: string | null
  } | null
  /** The content of the version in force, else of the newest one. */
  readonly contentGroup: string
  readonly subContent: string | null
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly supportMode: SupportMode
  /** Assigned, moved by what adjustments since changed; the budget in force where no paper assigns; null: nothing decided. */
  readonly allocated: AmountsBySource | null
}

interface DecidedVersion {
  readonly id: number
  readonly projectId: number
  readonly stage: string
  readonly decisionNumber: string
  readonly decisionDate: string | null
  readonly amounts: AmountsBySource
}

/** In order of their number. */
async function decidedVersions(reader: Reader, projectIds: readonly number[]): Promise<DecidedVersion[]> {
  const rows = await reader.db
    .selectFrom('project_version as version')
    .leftJoin('budget_line as line', 'line.version_id', 'version.id')
    .where('version.project_id', 'in', idList(projectIds))
    .where('version.locked', '=', 1)
    .where('version.stage', 'in', ['approved', 'adjusted'])
    .select(['version.id', 'version.project_id', 'version.stage', 'version.decision_number', 'version.decision_date'])
    .select(({ fn }) => [
      fn.sum<number | null>('line.national').as('national'),
      fn.sum<number | null>('line.local').as('local'),
      fn.sum<number | null>('line.counterpart').as('counterpart'),
      fn.sum<number | null>('line.other').as('other'),
    ])
    .groupBy('version.id')
    .orderBy('version.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    stage: row.stage,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    amounts: {
      national: row.national ?? 0,
      local: row.local ?? 0,
      counterpart: row.counterpart ?? 0,
      other: row.other ?? 0,
    },
  }))
}

async function assignedAmounts(reader: Reader, projectIds: readonly number[]): Promise<Map<number, AmountsBySource>> {
  const rows = await reader.db
    .selectFrom('assignment')
    .innerJoin('plan_item as item', 'item.id', 'assignment.plan_item_id')
    .where('item.project_id', 'in', idList(projectIds))
    .select([
      'item.project_id',
      'assignment.national',
      'assignment.local',
      'assignment.counterpart',
      'assignment.other',
    ])
    .execute()
  const assigned = new Map<number, AmountsBySource>()
  for (const { project_id: projectId, ...amounts } of rows)
    assigned.set(projectId, addAmounts(assigned.get(projectId) ?? noAmounts, amounts))
  return assigned
}

/** Never below zero: a decrease may be larger than what was assigned. */
function moved(assigned: AmountsBySource, by: AmountsBySource): AmountsBySource {
  const sum = addAmounts(assigned, by)
  return {
    national: Math.max(0, sum.national),
    local: Math.max(0, sum.local),
    counterpart: Math.max(0, sum.counterpart),
    other: Math.max(0, sum.other),
  }
}

/**
 * What was given by the day of `now`: by papers, moved by what decisions changed between first approval and then; the budget
 * itself where no paper gives.
 */
export function allocatedFrom(
  assigned: AmountsBySource | undefined,
  approved: AmountsBySource | null,
  now: AmountsBySource | null,
): AmountsBySource | null {
  if (assigned === undefined) return now
  const change = now === null || approved === null ? noAmounts : subtractAmounts(now, approved)
  // A paper often assigns the support alone: what the beneficiary and others put in is as the budget says.
  const whole = { ...moved(assigned, change) }
  for (const source of fundingSources)
    if ((source === 'counterpart' || source === 'other') && assigned[source] === 0) whole[source] = now?.[source] ?? 0
  return whole
}

function allocatedOf(
  assigned: AmountsBySource | undefined,
  versions: readonly DecidedVersion[],
): AmountsBySource | null {
  const approved = versions.findLast((one) => one.stage === 'approved')
  return allocatedFrom(assigned, approved?.amounts ?? null, versions.at(-1)?.amounts ?? null)
}

export async function readGranted(reader: Reader, projectIds: readonly number[]): Promise<Map<number, Granted>> {
  if (projectIds.length === 0) return new Map()
  const projects = await reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.id', 'in', idList(projectIds))
    .select(['project.id', 'project.code', 'project.programme', 'project.plan_year', 'project.status'])
    .select(['project.row_version', 'version.id as versionId'])
    .execute()
  const versions = await decidedVersions(reader, projectIds)
  const versionsOf = new Map<number, DecidedVersion[]>()
  for (const one of versions) {
    const own = versionsOf.get(one.projectId)
    if (own === undefined) versionsOf.set(one.projectId, [one])
    else own.push(one)
  }
  const shownIds = projects.map(({ id, versionId }) => versionsOf.get(id)?.at(-1)?.id ?? versionId)
  const contents = await reader.db
    .selectFrom('project_version')
    .where('id', 'in', idList(shownIds))
    .select(['project_id', 'name', 'content_group', 'sub_content', 'start_month', 'end_month', 'support_mode'])
    .execute()
  const contentOf = new Map(contents.map((one) => [one.project_id, one]))
  const assigned = await assignedAmounts(reader, projectIds)
  return new Map(
    projects.map((row) => {
      const own = versionsOf.get(row.id) ?? []
      const now = own.at(-1)
      const content = contentOf.get(row.id)
      const granted: Granted = {
        projectId: row.id,
        code: row.code,
        name: content?.name ?? '',
        programme: row.programme as Programme,
        planYear: row.plan_year,
        status: row.status as ProjectStatus,
        rowVersion: row.row_version,
        inForce:
          now === undefined
            ? null
            : {
                versionId: now.id,
                amounts: now.amounts,
                decisionNumber: now.decisionNumber,
                decisionDate: now.decisionDate,
              },
        contentGroup: content?.content_group ?? '',
        subContent: content?.sub_content ?? null,
        startMonth: content?.start_month ?? null,
        endMonth: content?.end_month ?? null,
        supportMode: (content?.support_mode ?? 'grant') as SupportMode,
        allocated: allocatedOf(assigned.get(row.id), own),
      }
      return [row.id, granted]
    }),
  )
}
