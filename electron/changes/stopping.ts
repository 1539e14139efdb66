// A đề án stopped by a decision, and taken up again when that decision is cancelled: its state and its history.
import { Refusal } from '../../shared/contract/errors'
import { mayTake, type ProjectStatus, type ProjectStep } from '../../shared/domain/lifecycle'
import { projectStatusLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { touch } from '../projects/current'
import { recordStep } from '../projects/stepRecords'
import type { ProjectOnRecord } from './standing'

interface Paper {
  readonly number: string
  readonly date: PlainDate
}

async function lastStep(writer: Writer, projectId: number) {
  const steps = writer.db.selectFrom('project_step').selectAll().where('project_id', '=', projectId)
  return steps.orderBy('id', 'desc').executeTakeFirst()
}

async function move(
  writer: Writer,
  project: ProjectOnRecord,
  taken: { readonly step: ProjectStep; readonly to: ProjectStatus; readonly paper: Paper; readonly reason: string },
): Promise<void> {
  const { step, to, paper, reason } = taken
  const last = await lastStep(writer, project.id)
  const fresh = await writer.db
    .selectFrom('project')
    .select(['current_version_id', 'row_version'])
    .where('id', '=', project.id)
    .executeTakeFirstOrThrow()
  await writer.db.updateTable('project').set({ status: to }).where('id', '=', project.id).execute()
  await recordStep(writer, {
    projectId: project.id,
    versionId: fresh.current_version_id ?? project.currentVersionId,
    step,
    from: project.status,
    to,
    entry: { date: paper.date, documentNumber: paper.number, documentDate: paper.date, reason },
    round: last?.round ?? 0,
  })
  await touch(writer, project.id, fresh.row_version)
}

/** @throws Refusal step.not-allowed */
export async function stopProject(
  writer: Writer,
  project: ProjectOnRecord,
  paper: Paper,
  reason: string,
): Promise<void> {
  if (!mayTake('stop', project.status, project.programme))
    throw new Refusal(
      'step.not-allowed',
      `đề án ${project.code} đang ở bước “${projectStatusLabels[project.status]}”, không còn gì để ngừng.`,
    )
  await move(writer, project, { step: 'stop', to: 'stopped', paper, reason })
}

/** Back to where the đề án stood before the step that the cancelled decision took. */
export async function revokeStep(
  writer: Writer,
  project: ProjectOnRecord,
  cancelled: { readonly steps: readonly ProjectStep[]; readonly paper: Paper; readonly reason: string },
): Promise<void> {
  const taken = await lastStep(writer, project.id)
  if (taken === undefined || !cancelled.steps.includes(taken.step as ProjectStep))
    throw new Refusal(
      'step.not-allowed',
      `sau quyết định này đề án ${project.code} đã sang bước “${projectStatusLabels[project.status]}”; hãy hủy các bước sau trước.`,
    )
  await move(writer, project, { ...cancelled, step: 'revoke', to: taken.from_status as ProjectStatus })
}
