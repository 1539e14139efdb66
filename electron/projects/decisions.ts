// One decision that approves many đề án: each takes the step that leads there from where it stands.
import { Refusal } from '../../shared/contract/errors'
import { draftStage, mayTake, type ProjectStatus } from '../../shared/domain/lifecycle'
import type { Programme } from '../../shared/domain/projects'
import { projectStatusLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { currentOf } from './current'
import { takeStep } from './steps'
import { addVersionCopy, lockVersion } from './versions'

/**
 * Answers the approved version. A đề án still being drafted here was appraised on paper, and is recorded as approved.
 * @throws Refusal step.not-allowed for one that waits for its appraisal, was returned, rejected or cancelled
 */
export async function approveByDecision(
  writer: Writer,
  projectId: number,
  decision: { readonly number: string; readonly date: PlainDate },
): Promise<number> {
  const row = await writer.db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  const status = row.status as ProjectStatus
  const programme = row.programme as Programme
  const { version } = await currentOf(writer, projectId, row.row_version)
  const at = { id: projectId, rowVersion: row.row_version }
  if (mayTake('approve', status, programme)) {
    const taken = await takeStep(writer, {
      ...at,
      step: 'approve',
      date: decision.date,
      documentNumber: decision.number,
      documentDate: decision.date,
      reason: '',
    })
    return taken.versionId
  }
  if (mayTake('recordApproval', status, programme)) {
    // What was registered stays as it went out; the approved version stands beside it.
    if (version.locked === 1)
      await addVersionCopy(writer, projectId, { fromVersionId: version.id, after: version.number, stage: 'approved' })
    const locked = await lockVersion(writer, {
      ...at,
      stage: 'approved',
      decisionNumber: decision.number,
      decisionDate: decision.date,
    })
    return locked.versionId
  }
  if (draftStage(status, programme) === 'adjusted') return newestDecided(writer, projectId)
  throw new Refusal(
    'step.not-allowed',
    `đề án ${row.code} đang ở bước “${projectStatusLabels[status]}”, chưa thể phê duyệt. Hãy ghi kết quả thẩm định, hoặc đưa đề án ra khỏi kế hoạch.`,
  )
}

async function newestDecided(writer: Writer, projectId: number): Promise<number> {
  const { id } = await writer.db
    .selectFrom('project_version')
    .select('id')
    .where('project_id', '=', projectId)
    .where('locked', '=', 1)
    .where('stage', 'in', ['approved', 'adjusted'])
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return id
}
