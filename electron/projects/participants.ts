// The units that carry a version out, read and written; their text and their records are kept saying the same.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import {
  type Participant,
  type ParticipantRole,
  type ParticipantsAndTexts,
  reconcileUnits,
} from '../../shared/domain/participants'
import type { Reader, Writer } from '../database/access'

export async function readParticipants(reader: Reader, versionId: number): Promise<Participant[]> {
  const rows = await reader.db
    .selectFrom('project_participant')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('rank')
    .execute()
  return rows.map((row) => ({
    role: row.role as ParticipantRole,
    establishmentId: row.establishment_id,
    name: row.name,
    shareBasisPoints: row.share_basis_points,
  }))
}

export async function writeParticipants(
  writer: Writer,
  versionId: number,
  participants: readonly Participant[],
): Promise<void> {
  const { db } = writer
  await db.deleteFrom('project_participant').where('version_id', '=', versionId).execute()
  for (const [rank, one] of participants.entries())
    await db
      .insertInto('project_participant')
      .values({
        version_id: versionId,
        rank,
        role: one.role,
        establishment_id: one.establishmentId,
        name: one.name,
        share_basis_points: one.shareBasisPoints,
      })
      .execute()
}

/**
 * The content with both said alike; callers and workbooks that know only the text leave the records out.
 * @throws Refusal rule.contradiction where both are given and differ
 */
export async function withReconciledUnits(
  writer: Writer,
  projectId: number | null,
  content: ProjectContent,
): Promise<ProjectContent> {
  return reconciledWith(projectId === null ? null : await storedUnits(writer, projectId), content)
}

/** @throws Refusal rule.contradiction where both are given and differ */
export function reconciledWith(stored: ParticipantsAndTexts | null, content: ProjectContent): ProjectContent {
  const reconciled = reconcileUnits(content, stored)
  if (reconciled.kind === 'agreed')
    return { ...content, ...reconciled.units, participants: [...reconciled.units.participants] }
  const problem: FieldProblem = {
    path: 'content.participants',
    message:
      'Danh sách đơn vị thực hiện, phối hợp và phần ghi bằng chữ không khớp nhau; hãy sửa một bên, hoặc để trống phần ghi bằng chữ.',
  }
  throw new Refusal('rule.contradiction', problem.message, [problem])
}

async function storedUnits(reader: Reader, projectId: number) {
  const row = await reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.id', '=', projectId)
    .select(['version.id', 'version.implementing_unit', 'version.cooperating_units'])
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    participants: await readParticipants(reader, row.id),
    implementingUnit: row.implementing_unit,
    cooperatingUnits: row.cooperating_units,
  }
}
