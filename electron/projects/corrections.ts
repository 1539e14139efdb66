// Correcting the date or the paper of a step already taken: the step says the new, what it was stays beside it with the reason.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectStep, StepEntry } from '../../shared/domain/lifecycle'
import { correctionProblems, makesDecision, mayCorrect } from '../../shared/domain/stepCorrections'
import { projectStepLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { currentOf, touch } from './current'
import { readHistory } from './lifecycleReader'

/** @throws Refusal record.missing, record.conflict, step.not-allowed (kept elsewhere), input.invalid */
export async function correctStep(
  writer: Writer,
  input: StepEntry & { readonly id: number; readonly stepId: number; readonly rowVersion: number },
): Promise<{ rowVersion: number }> {
  const { row } = await currentOf(writer, input.id, input.rowVersion)
  const history = await readHistory(writer, input.id)
  const at = history.findIndex(({ id }) => id === input.stepId)
  const taken = history[at]
  if (taken === undefined) throw new Refusal('record.missing', 'bước này của đề án')
  if (!mayCorrect(taken.step))
    throw new Refusal(
      'step.not-allowed',
      `ngày và số của bước “${projectStepLabels[taken.step]}” lấy từ hợp đồng hoặc hồ sơ thực hiện; hãy sửa ở đó.`,
    )
  const around = { previous: history[at - 1]?.date ?? null, next: history[at + 1]?.date ?? null }
  const problems = correctionProblems(taken, input, around, formatDate)
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  if (
    taken.date === input.date &&
    taken.documentNumber === input.documentNumber &&
    taken.documentDate === input.documentDate
  )
    throw new Refusal('input.invalid', '', [{ path: 'date', message: 'Chưa sửa gì: ngày và số vẫn như cũ.' }])
  const command = await writer.db
    .selectFrom('command')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  await writer.db
    .insertInto('step_correction')
    .values({
      step_id: taken.id,
      command_id: command.id,
      on_date: taken.date,
      document_number: taken.documentNumber,
      document_date: taken.documentDate,
      reason: input.reason,
    })
    .execute()
  await writer.db
    .updateTable('project_step')
    .set({ on_date: input.date, document_number: input.documentNumber, document_date: input.documentDate })
    .where('id', '=', taken.id)
    .execute()
  await correctSource(writer, taken, input)
  return { rowVersion: await touch(writer, input.id, row.row_version) }
}

/** What the step repeats says the same: the decision of the version it made, the sheet of the appraisal it concluded. */
async function correctSource(
  writer: Writer,
  { step, versionId }: { readonly step: ProjectStep; readonly versionId: number },
  input: StepEntry,
): Promise<void> {
  if (makesDecision(step))
    await writer.db
      .updateTable('project_version')
      .set({ decision_number: input.documentNumber, decision_date: input.documentDate })
      .where('id', '=', versionId)
      .execute()
  if (step === 'appraiseBase' || step === 'appraiseMinistry')
    await writer.db
      .updateTable('appraisal')
      .set({ date: input.date, document_number: input.documentNumber })
      .where('appraised_version_id', '=', versionId)
      .where('level', '=', step === 'appraiseBase' ? 'base' : 'ministry')
      .execute()
}
