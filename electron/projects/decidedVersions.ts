// The version a decision makes: whole, locked with the decision that made it, and from then on the one in force.
import type { ProjectContent } from '../../shared/contract/projects'
import type { Programme, ProjectKind, VersionStage } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { copyAnswers } from './checks'
import { touch } from './current'
import { readVersionContent } from './reader'
import { writeProjectSearch } from './searchEntry'
import { insertVersion, lockRow } from './versions'

export interface DecidedVersion {
  readonly content: ProjectContent
  readonly stage: VersionStage
  readonly decision: { readonly number: string; readonly date: PlainDate }
  /** Whose answers to the checks go on holding. */
  readonly answersFrom: number
}

export async function addDecidedVersion(writer: Writer, projectId: number, made: DecidedVersion): Promise<number> {
  const { db } = writer
  const project = await db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('project_version')
    .where('project_id', '=', projectId)
    .select(({ fn }) => fn.max<number>('number').as('last'))
    .executeTakeFirstOrThrow()
  const versionId = await insertVersion(writer, projectId, last + 1, made.stage, made.content)
  await copyAnswers(writer, made.answersFrom, versionId)
  await lockRow(writer, versionId, { decision: made.decision })
  const identity = {
    code: project.code,
    programme: project.programme as Programme,
    kind: project.kind as ProjectKind,
    planYear: project.plan_year,
  }
  await writeProjectSearch(writer, projectId, identity, made.content)
  await touch(writer, projectId, project.row_version)
  return versionId
}

/**
 * Takes away a version that an earlier program began for adjusting by hand and nobody locked; what it says goes into a request.
 * Null where there is none.
 */
export async function takeOpenDraft(
  writer: Writer,
  projectId: number,
  inForceId: number,
): Promise<ProjectContent | null> {
  const open = await writer.db
    .selectFrom('project_version as version')
    .innerJoin('project', 'project.current_version_id', 'version.id')
    .where('project.id', '=', projectId)
    .where('version.locked', '=', 0)
    .where('version.stage', '=', 'adjusted')
    .select('version.id')
    .executeTakeFirst()
  if (open === undefined) return null
  const content = await readVersionContent(writer, open.id)
  await writer.db.updateTable('project').set({ current_version_id: inForceId }).where('id', '=', projectId).execute()
  await writer.db.deleteFrom('project_version').where('id', '=', open.id).execute()
  return content
}
