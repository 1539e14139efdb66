// What a person says to the checks of a version: answers to what only people know, and why a warning is set aside.
import { Refusal } from '../../shared/contract/errors'
import type { CheckAnswers, CheckCode } from '../../shared/domain/checks'
import type { Writer } from '../database/access'
import { type JudgingServices, judgeProject, readAnswers } from './judging'

async function currentVersionOf(writer: Writer, id: number) {
  const row = await writer.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.id', '=', id)
    .select(['project.code', 'project.row_version', 'version.id as versionId', 'version.number', 'version.locked'])
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  return row
}

function columnsOf(answers: CheckAnswers) {
  return {
    priority: answers.priority ? (1 as const) : (0 as const),
    combine_reason: answers.combineReason,
    norm_code: answers.normCode,
    base_amount: answers.baseAmount,
    old_place: answers.oldPlace,
  }
}

/**
 * The answers have a row version of their own, so that answering does not disturb the content being typed beside it.
 * @throws Refusal version.locked, record.conflict, record.missing
 */
export async function answerChecks(
  writer: Writer,
  input: { readonly id: number; readonly answersRowVersion: number; readonly answers: CheckAnswers },
): Promise<{ answersRowVersion: number }> {
  const current = await currentVersionOf(writer, input.id)
  if (current.locked === 1) throw new Refusal('version.locked', `Bản ${current.number} của đề án ${current.code}`)
  const { rowVersion } = await readAnswers(writer, current.versionId)
  if (rowVersion !== input.answersRowVersion) throw new Refusal('record.conflict')
  const columns = { ...columnsOf(input.answers), row_version: rowVersion + 1 }
  if (rowVersion === 0)
    await writer.db
      .insertInto('check_answers')
      .values({ version_id: current.versionId, ...columns })
      .execute()
  else await writer.db.updateTable('check_answers').set(columns).where('version_id', '=', current.versionId).execute()
  return { answersRowVersion: rowVersion + 1 }
}

/** A new version begins with the answers of the one it copies; warnings set aside are asked again. */
export async function copyAnswers(writer: Writer, fromVersionId: number, toVersionId: number): Promise<void> {
  const { answers, rowVersion } = await readAnswers(writer, fromVersionId)
  if (rowVersion === 0) return
  await writer.db
    .insertInto('check_answers')
    .values({ version_id: toVersionId, ...columnsOf(answers), row_version: 1 })
    .execute()
}

export interface CheckOverrideInput {
  readonly id: number
  readonly rowVersion: number
  readonly checkCode: CheckCode
  readonly reason: string
}

/**
 * Of the newest version, locked or not: the reason says nothing new about the content. Who and when are those of the command.
 * @throws Refusal record.conflict when the content is no longer what was judged, record.missing when nothing is warned of
 */
export async function overrideCheck(
  writer: Writer,
  services: JudgingServices,
  { id, rowVersion, checkCode, reason }: CheckOverrideInput,
): Promise<void> {
  const current = await currentVersionOf(writer, id)
  if (current.row_version !== rowVersion) throw new Refusal('record.conflict')
  const { verdicts } = await judgeProject(writer, services, { id })
  const verdict = verdicts.find((one) => one.code === checkCode && one.severity !== 'ok')
  if (verdict === undefined) throw new Refusal('record.missing', 'cảnh báo')
  const command = await writer.db
    .selectFrom('command')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  await writer.db
    .insertInto('check_override')
    .values({
      project_id: id,
      version_id: current.versionId,
      check_code: checkCode,
      words: verdict.words,
      reason,
      command_id: command.id,
    })
    .execute()
}
