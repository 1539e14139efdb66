// The record a step leaves in the history of its đề án.
import { type ProjectStatus, type ProjectStep, type StepEntry, transitions } from '../../shared/domain/lifecycle'
import type { Writer } from '../database/access'

export interface StepToRecord {
  readonly projectId: number
  readonly versionId: number
  readonly step: ProjectStep
  readonly from: ProjectStatus
  readonly entry: StepEntry
  readonly round: number
  /** Where a step leads that goes back to where the đề án stood; else as the table says. */
  readonly to?: ProjectStatus
}

export async function recordStep(writer: Writer, taken: StepToRecord): Promise<void> {
  await writer.db
    .insertInto('project_step')
    .values({
      project_id: taken.projectId,
      version_id: taken.versionId,
      step: taken.step,
      from_status: taken.from,
      to_status: taken.to ?? transitions[taken.step].to,
      on_date: taken.entry.date,
      document_number: taken.entry.documentNumber,
      document_date: taken.entry.documentDate,
      reason: taken.entry.reason,
      round: taken.round,
    })
    .execute()
}
