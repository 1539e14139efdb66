// Appraising a submitted đề án: the sheet, its council, and the conclusion that moves the đề án on.
import { Refusal } from '../../shared/contract/errors'
import type { AppraisalSheet } from '../../shared/contract/lifecycle'
import {
  type AppraisalLevel,
  appraisalContradictions,
  appraisalOf,
  levelWaiting,
  missingForConclusion,
  type ProjectStatus,
  transitions,
} from '../../shared/domain/lifecycle'
import { budgetTotals, type Programme } from '../../shared/domain/projects'
import { appraisalLabels, projectStatusLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { currentOf, touch } from './current'
import {
  appraisedVersion,
  factsOfSheet,
  findAppraisal,
  readHistory,
  type StepRecord,
  workingVersion,
} from './lifecycleReader'
import { personId } from './people'
import { readVersionContent } from './reader'
import { recordStep } from './stepRecords'
import { refuseOutOfOrder, type StepTaken } from './steps'
import { addVersionCopy, lockRow, lockUndecided } from './versions'

async function waitingVersion(
  writer: Writer,
  id: number,
  status: ProjectStatus,
  level: AppraisalLevel,
): Promise<StepRecord> {
  const sent = appraisedVersion(await readHistory(writer, id), level)
  if (sent === null || levelWaiting(status) !== level)
    throw new Refusal(
      'step.not-allowed',
      `đề án đang ở bước “${projectStatusLabels[status]}”, không chờ ${appraisalLabels.level[level].toLowerCase()}.`,
      [{ path: 'level', message: 'Đề án không chờ thẩm định ở cấp này.' }],
    )
  return sent
}

function refuseConcluded(concludedOn: string | null): void {
  if (concludedOn !== null)
    throw new Refusal('version.locked', `Phiếu thẩm định đã kết luận ngày ${formatDate(concludedOn)}`)
}

function dateProblem(sheet: AppraisalSheet, sent: StepRecord) {
  if (sheet.date === null || sheet.date >= sent.date) return []
  return [{ path: 'sheet.date', message: `Ngày thẩm định sớm hơn ngày gửi hồ sơ (${formatDate(sent.date)}).` }]
}

/** @throws Refusal step.not-allowed, version.locked (concluded), record.conflict, rule.contradiction */
export async function saveAppraisal(
  writer: Writer,
  input: {
    readonly id: number
    readonly level: AppraisalLevel
    readonly rowVersion: number
    readonly sheet: AppraisalSheet
  },
): Promise<{ rowVersion: number }> {
  const row = await writer.db.selectFrom('project').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  const sent = await waitingVersion(writer, input.id, row.status as ProjectStatus, input.level)
  const stored = await findAppraisal(writer, sent.versionId, input.level)
  refuseConcluded(stored?.concludedOn ?? null)
  if ((stored?.rowVersion ?? 0) !== input.rowVersion) throw new Refusal('record.conflict')
  const problems = [
    ...appraisalContradictions(factsOfSheet(input.sheet, false)).map(({ path, message }) => ({
      path: `sheet.${path}`,
      message,
    })),
    ...dateProblem(input.sheet, sent),
  ]
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  const rowVersion = input.rowVersion + 1
  const columns = { ...sheetColumns(input.sheet), row_version: rowVersion }
  const { id } =
    stored === null
      ? await writer.db
          .insertInto('appraisal')
          .values({ version_id: sent.versionId, level: input.level, ...columns })
          .returning('id')
          .executeTakeFirstOrThrow()
      : stored
  if (stored !== null) await writer.db.updateTable('appraisal').set(columns).where('id', '=', id).execute()
  await writeSheetParts(writer, id, input.sheet)
  return { rowVersion }
}

function sheetColumns(sheet: AppraisalSheet) {
  return {
    method: sheet.method,
    date: sheet.date,
    document_number: sheet.documentNumber,
    appraiser: sheet.appraiser,
    signer: sheet.signer,
    votes_for: sheet.votesFor,
    votes_against: sheet.votesAgainst,
    conclusion: sheet.conclusion,
    opinion: sheet.opinion,
  }
}

async function writeSheetParts(writer: Writer, appraisalId: number, sheet: AppraisalSheet): Promise<void> {
  const { db } = writer
  await db.deleteFrom('appraisal_check').where('appraisal_id', '=', appraisalId).execute()
  await db.deleteFrom('appraisal_member').where('appraisal_id', '=', appraisalId).execute()
  for (const [index, check] of sheet.checks.entries())
    await db
      .insertInto('appraisal_check')
      .values({ appraisal_id: appraisalId, point: index + 1, ...check })
      .execute()
  for (const [rank, member] of sheet.members.entries())
    await db
      .insertInto('appraisal_member')
      .values({
        appraisal_id: appraisalId,
        rank,
        person_id: await personId(writer, member.name, member.organisation),
        role: member.role,
        opinion: member.opinion,
      })
      .execute()
  // A name mistyped and mended is not offered for ever.
  await db
    .deleteFrom('person')
    .where('id', 'not in', db.selectFrom('appraisal_member').select('person_id'))
    .where('id', 'not in', db.selectFrom('acceptance_member').select('person_id'))
    .execute()
}

/**
 * Agreeing locks the appraised version (a copy of the submitted one when the appraiser changed nothing) and moves the đề
 * án on; refusing closes the sheet and leaves the way back or out.
 * @throws Refusal step.not-allowed, version.locked, record.conflict, rule.contradiction
 */
export async function concludeAppraisal(
  writer: Writer,
  input: {
    readonly id: number
    readonly level: AppraisalLevel
    readonly rowVersion: number
    readonly appraisalRowVersion: number
  },
): Promise<StepTaken> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  const status = row.status as ProjectStatus
  const { step, stage } = appraisalOf[input.level]
  refuseOutOfOrder(step, status, row.programme as Programme)
  const sent = await waitingVersion(writer, input.id, status, input.level)
  const stored = await findAppraisal(writer, sent.versionId, input.level)
  refuseConcluded(stored?.concludedOn ?? null)
  const missing = missingForConclusion(input.level, stored && factsOfSheet(stored.sheet, false))
  if (stored === null || missing.length > 0)
    throw new Refusal(
      'step.not-allowed',
      `phiếu thẩm định còn thiếu ${missing.map(({ what }) => what).join(', ')}.`,
      missing.map(({ what, why }) => ({ path: 'sheet', message: `Còn thiếu ${what}. ${why}` })),
    )
  if (stored.rowVersion !== input.appraisalRowVersion) throw new Refusal('record.conflict')
  const { sheet } = stored
  const refused = sheet.conclusion === 'refuse'
  const work = await workingVersion(writer, version.id, sent, input.level)
  await lockUndecided(writer, input.id, version)
  const versionId =
    work?.versionId ??
    (refused
      ? version.id
      : await addVersionCopy(writer, input.id, { fromVersionId: sent.versionId, after: version.number, stage }))
  if (work === null && !refused) await lockRow(writer, versionId, {})
  const amounts = budgetTotals((await readVersionContent(writer, versionId)).budget)
  await writer.db
    .updateTable('appraisal')
    .set({
      concluded_on: writer.today,
      appraised_version_id: versionId,
      ...amounts,
      row_version: stored.rowVersion + 1,
    })
    .where('id', '=', stored.id)
    .execute()
  const to = refused ? status : transitions[step].to
  if (!refused) {
    await writer.db.updateTable('project').set({ status: to }).where('id', '=', input.id).execute()
    await recordStep(writer, {
      projectId: input.id,
      versionId,
      step,
      from: status,
      entry: {
        date: sheet.date ?? sent.date,
        documentNumber: sheet.documentNumber,
        documentDate: sheet.documentNumber === '' ? null : sheet.date,
        reason: sheet.conclusion === 'agreeAfterSupplement' ? sheet.opinion : '',
      },
      round: sent.round,
    })
  }
  return { rowVersion: await touch(writer, input.id, row.row_version), status: to, versionId }
}
