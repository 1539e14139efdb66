// What can be asked of đề án: lists, one version whole, the plan's lines.
import { type SelectQueryBuilder, sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent, ProjectIdentity, ProjectRow, ProjectVersionHead } from '../../shared/contract/projects'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type AmountsBySource, noAmounts, sumAmounts } from '../../shared/domain/money'
import {
  type ContentGroup,
  type Programme,
  type ProjectKind,
  suggestProjectCode,
  type VersionStage,
} from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import type { Schema } from '../database/schema'
import { matchExpression, matchesSearch } from '../database/searchIndex'
import { readVersionContents } from './contents'

export interface ProjectQuery {
  readonly year: number | null
  readonly programme: Programme | null
  readonly contentGroup: ContentGroup | null
  readonly text: string
  readonly offset: number
  readonly limit: number
}

type Joined = 'project' | 'version'
type JoinedSchema = Schema & { version: Schema['project_version'] }

function filtered<O>(
  query: SelectQueryBuilder<JoinedSchema, Joined, O>,
  input: ProjectQuery,
): SelectQueryBuilder<JoinedSchema, Joined, O> {
  let narrowed = query
  if (input.year !== null) narrowed = narrowed.where('project.plan_year', '=', input.year)
  if (input.programme !== null) narrowed = narrowed.where('project.programme', '=', input.programme)
  if (input.contentGroup !== null) narrowed = narrowed.where('version.content_group', '=', input.contentGroup)
  const match = matchExpression(input.text)
  if (match !== null) narrowed = narrowed.where(matchesSearch(sql.ref<number>('project.id'), 'project', match))
  else if (input.text !== '') narrowed = narrowed.where(sql<boolean>`0`)
  return narrowed
}

const joined = (reader: Reader) =>
  reader.db.selectFrom('project').innerJoin('project_version as version', 'version.id', 'project.current_version_id')

const sourceSums = sql<string>`(SELECT json_array(coalesce(sum(l.national), 0), coalesce(sum(l.local), 0),
  coalesce(sum(l.counterpart), 0), coalesce(sum(l.other), 0)) FROM budget_line l WHERE l.version_id = version.id)`

function amountsFrom(json: string): AmountsBySource {
  const [national = 0, local = 0, counterpart = 0, other = 0] = JSON.parse(json) as number[]
  return { national, local, counterpart, other }
}

const namesInOrder = (table: 'project_beneficiary' | 'project_place', column: 'name' | 'text') =>
  sql<string>`(SELECT json_group_array(part.value) FROM (SELECT t.${sql.ref(column)} AS value FROM ${sql.table(table)} t
    WHERE t.version_id = version.id ORDER BY t.rank) part)`

export async function listProjects(
  reader: Reader,
  input: ProjectQuery,
): Promise<{ total: number; matching: number; amounts: AmountsBySource; rows: ProjectRow[] }> {
  const total = await reader.db
    .selectFrom('project')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const all = await filtered(joined(reader), input).select(sourceSums.as('sums')).execute()
  const rows = await filtered(joined(reader), input)
    .select(['project.id', 'project.code', 'project.programme', 'project.kind', 'project.plan_year', 'project.status'])
    .select([
      'version.name',
      'version.content_group',
      'version.sub_content',
      'version.start_month',
      'version.end_month',
    ])
    .select(['version.stage', 'version.locked'])
    .select(sourceSums.as('sums'))
    .select(namesInOrder('project_beneficiary', 'name').as('beneficiaries'))
    .select(namesInOrder('project_place', 'text').as('places'))
    .select(sql<number>`EXISTS (SELECT 1 FROM plan_item i WHERE i.project_id = project.id)`.as('inPlan'))
    .orderBy('project.plan_year', 'desc')
    // National before local, as the plan is sent upward.
    .orderBy('project.programme', 'desc')
    .orderBy('project.code')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  return {
    total: total.count,
    matching: all.length,
    amounts: all.length === 0 ? noAmounts : sumAmounts(all.map((row) => amountsFrom(row.sums))),
    rows: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      programme: row.programme as Programme,
      kind: row.kind as ProjectKind,
      planYear: row.plan_year,
      contentGroup: row.content_group as ContentGroup,
      subContent: row.sub_content,
      beneficiaries: JSON.parse(row.beneficiaries) as string[],
      places: JSON.parse(row.places) as string[],
      startMonth: row.start_month,
      endMonth: row.end_month,
      amounts: amountsFrom(row.sums),
      stage: row.stage as VersionStage,
      locked: row.locked === 1,
      status: row.status as ProjectStatus,
      inPlan: row.inPlan === 1,
    })),
  }
}

export async function readVersionHeads(reader: Reader, projectId: number): Promise<ProjectVersionHead[]> {
  const rows = await reader.db
    .selectFrom('project_version as version')
    .where('version.project_id', '=', projectId)
    .select(['version.id', 'version.number', 'version.stage', 'version.locked', 'version.locked_on'])
    .select(['version.decision_number', 'version.decision_date'])
    .select(sourceSums.as('sums'))
    .orderBy('version.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    stage: row.stage as VersionStage,
    locked: row.locked === 1,
    lockedOn: row.locked_on,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    amounts: amountsFrom(row.sums),
  }))
}

export async function readVersionContent(reader: Reader, versionId: number): Promise<ProjectContent> {
  const content = (await readVersionContents(reader, [versionId])).get(versionId)
  if (content === undefined) throw new Refusal('record.missing', 'phiên bản đề án')
  return content
}

export interface ProjectRecord {
  readonly id: number
  readonly rowVersion: number
  readonly identity: ProjectIdentity
  readonly version: ProjectVersionHead
  readonly content: ProjectContent
  readonly versions: ProjectVersionHead[]
}

/** The newest version unless another is asked for. */
export async function readProject(reader: Reader, id: number, versionId?: number): Promise<ProjectRecord> {
  const row = await reader.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  const versions = await readVersionHeads(reader, id)
  const wanted = versionId ?? row.current_version_id
  const version = versions.find((one) => one.id === wanted)
  if (version === undefined) throw new Refusal('record.missing', 'phiên bản đề án')
  return {
    id,
    rowVersion: row.row_version,
    identity: {
      code: row.code,
      programme: row.programme as Programme,
      kind: row.kind as ProjectKind,
      planYear: row.plan_year,
    },
    version,
    content: await readVersionContent(reader, version.id),
    versions,
  }
}

export async function findProjectId(reader: Reader, code: string): Promise<number> {
  const row = await reader.db.selectFrom('project').select('id').where('code', '=', code).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', `đề án có mã ${code}`)
  return row.id
}

export async function suggestCode(reader: Reader, programme: Programme, year: number): Promise<string> {
  const taken = await reader.db.selectFrom('project').select('code').where('plan_year', '=', year).execute()
  return suggestProjectCode(
    programme,
    year,
    taken.map((row) => row.code),
  )
}
