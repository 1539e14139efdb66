// What the steps of a đề án said before they were corrected, who did it and why.
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

export interface StepCorrection {
  /** What stood there before. */
  readonly date: PlainDate
  readonly documentNumber: string
  readonly documentDate: PlainDate | null
  readonly reason: string
  readonly actor: string
  /** UTC instant of the command that corrected it. */
  readonly at: string
}

export async function readCorrections(
  reader: Reader,
  projectId: number,
): Promise<ReadonlyMap<number, readonly StepCorrection[]>> {
  const rows = await reader.db
    .selectFrom('step_correction as correction')
    .innerJoin('project_step as step', 'step.id', 'correction.step_id')
    .innerJoin('command', 'command.id', 'correction.command_id')
    .where('step.project_id', '=', projectId)
    .selectAll('correction')
    .select(['command.actor', 'command.at'])
    .orderBy('correction.id')
    .execute()
  const byStep = new Map<number, StepCorrection[]>()
  for (const row of rows)
    byStep.set(row.step_id, [
      ...(byStep.get(row.step_id) ?? []),
      {
        date: row.on_date,
        documentNumber: row.document_number,
        documentDate: row.document_date,
        reason: row.reason,
        actor: row.actor,
        at: row.at,
      },
    ])
  return byStep
}
