// Versions of a đề án: written, locked by a decision, begun anew as a copy.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { draftStage, type ProjectStatus, stepProblems, transitions } from '../../shared/domain/lifecycle'
import type { Programme, VersionStage } from '../../shared/domain/projects'
import { projectStatusLabels, versionStageLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { copyAnswers } from './checks'
import { currentOf, touch } from './current'
import { readVersionContent } from './reader'
import { recordStep } from './stepRecords'
import { versionColumns, writeParts } from './versionParts'

export async function insertVersion(
  writer: Writer,
  projectId: number,
  number: number,
  stage: VersionStage,
  content: ProjectContent,
): Promise<number> {
  const { id } = await writer.db
    .insertInto('project_version')
    .values({
      project_id: projectId,
      number,
      stage,
      locked: 0,
      locked_on: null,
      decision_number: '',
      decision_date: null,
      ...versionColumns(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParts(writer, id, content)
  await writer.db.updateTable('project').set({ current_version_id: id }).where('id', '=', projectId).execute()
  return id
}

export interface VersionLock {
  readonly id: number
  readonly rowVersion: number
  readonly stage: VersionStage
  readonly decisionNumber: string
  readonly decisionDate: PlainDate | null
}

/** From here on nobody changes this version; the database refuses as well. */
export async function lockVersion(
  writer: Writer,
  input: VersionLock,
): Promise<{ rowVersion: number; versionId: number }> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  if (version.locked === 1) throw new Refusal('version.locked', `Bản ${version.number} của đề án ${row.code}`)
  const decided = input.stage === 'approved' || input.stage === 'adjusted'
  if (decided && (input.decisionNumber === '' || input.decisionDate === null))
    throw new Refusal('input.invalid', '', [
      {
        path: input.decisionNumber === '' ? 'decisionNumber' : 'decisionDate',
        message: 'Bản được phê duyệt hoặc điều chỉnh phải có số và ngày quyết định.',
      },
    ])
  const status = row.status as ProjectStatus
  const expected = draftStage(status, row.programme as Programme)
  if (expected === 'adjusted') throw onlyByChange(row.code)
  // The decision on a đề án under way is recorded as a step, with what the step needs.
  const refused = expected !== 'any' && (expected !== input.stage || input.stage === 'approved')
  if (refused) throw wrongStage(status, input.stage)
  await lockRow(writer, version.id, {
    stage: input.stage,
    decision: { number: input.decisionNumber, date: input.decisionDate },
  })
  if (decided && status === 'draft')
    await approveFromPaper(writer, input.id, version.id, {
      number: input.decisionNumber,
      date: input.decisionDate ?? writer.today,
    })
  return { rowVersion: await touch(writer, input.id, row.row_version), versionId: version.id }
}

function wrongStage(status: ProjectStatus, stage: VersionStage): Refusal {
  const where = `đề án đang ở bước “${projectStatusLabels[status]}”`
  return new Refusal('step.not-allowed', `${where}, không có bản “${versionStageLabels[stage]}” ở bước này.`, [
    { path: 'stage', message: `Không hợp với bước “${projectStatusLabels[status]}” của đề án.` },
  ])
}

/** What was approved is changed by a decided request alone. */
function onlyByChange(code: string): Refusal {
  return new Refusal(
    'step.not-allowed',
    `đề án ${code} đã được phê duyệt; bản mới chỉ có khi một đề nghị điều chỉnh được quyết định. Hãy lập đề nghị ở “Điều chỉnh”.`,
    [{ path: 'stage', message: 'Đề án đã được phê duyệt: hãy lập đề nghị điều chỉnh.' }],
  )
}

/** A đề án of earlier years, decided on paper before it came here. */
async function approveFromPaper(
  writer: Writer,
  projectId: number,
  versionId: number,
  decision: { readonly number: string; readonly date: PlainDate },
): Promise<void> {
  const last = await writer.db
    .selectFrom('project_step')
    .select(['on_date', 'round'])
    .where('project_id', '=', projectId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const entry = { date: decision.date, documentNumber: decision.number, documentDate: decision.date, reason: '' }
  const [problem] = stepProblems('recordApproval', entry, last?.on_date ?? null, formatDate)
  if (problem !== undefined)
    throw new Refusal('input.invalid', '', [{ path: 'decisionDate', message: problem.message }])
  const { to } = transitions.recordApproval
  await writer.db.updateTable('project').set({ status: to }).where('id', '=', projectId).execute()
  await recordStep(writer, {
    projectId,
    versionId,
    step: 'recordApproval',
    from: 'draft',
    entry,
    round: last?.round ?? 0,
  })
}

export interface RowLock {
  /** As it is when not given. */
  readonly stage?: VersionStage
  readonly decision?: { readonly number: string; readonly date: PlainDate | null }
}

/** Locks one version, whatever the state of its đề án: whoever calls has judged that. */
export async function lockRow(writer: Writer, versionId: number, { stage, decision }: RowLock): Promise<void> {
  await writer.db
    .updateTable('project_version')
    .set({
      locked: 1,
      locked_on: writer.today,
      ...(stage === undefined ? {} : { stage }),
      ...(decision === undefined ? {} : { decision_number: decision.number, decision_date: decision.date }),
    })
    .where('id', '=', versionId)
    .execute()
}

export interface OpenVersion {
  readonly id: number
  readonly number: number
  readonly locked: number
  readonly stage: string
}

/** Locks the version in hand where it is still open. One begun for a decision that never came does not claim it. */
export async function lockUndecided(writer: Writer, projectId: number, version: OpenVersion): Promise<void> {
  if (version.locked === 1) return
  const awaited = version.stage === 'approved' || version.stage === 'adjusted'
  const earlier = awaited
    ? await writer.db
        .selectFrom('project_version')
        .select('stage')
        .where('project_id', '=', projectId)
        .where('number', '=', version.number - 1)
        .executeTakeFirst()
    : undefined
  const stage = earlier?.stage as VersionStage | undefined
  await lockRow(writer, version.id, awaited ? { stage: stage ?? 'registered' } : {})
}

/** A new current version with the content and the answers of another one of the same đề án. */
export async function addVersionCopy(
  writer: Writer,
  projectId: number,
  copy: { readonly fromVersionId: number; readonly after: number; readonly stage: VersionStage },
): Promise<number> {
  const content = await readVersionContent(writer, copy.fromVersionId)
  const versionId = await insertVersion(writer, projectId, copy.after + 1, copy.stage, content)
  await copyAnswers(writer, copy.fromVersionId, versionId)
  return versionId
}

/** The new version begins as a copy of the locked one. */
export async function startVersion(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number; readonly stage: VersionStage },
): Promise<{ rowVersion: number; versionId: number }> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  if (version.locked === 0)
    throw new Refusal(
      'rule.contradiction',
      `bản ${version.number} của đề án còn đang soạn; hãy khóa bản này trước khi lập bản mới.`,
    )
  const expected = draftStage(row.status as ProjectStatus, row.programme as Programme)
  if (expected === 'adjusted') throw onlyByChange(row.code)
  if (expected !== 'any' && expected !== input.stage) throw wrongStage(row.status as ProjectStatus, input.stage)
  const versionId = await addVersionCopy(writer, input.id, {
    fromVersionId: version.id,
    after: version.number,
    stage: input.stage,
  })
  return { rowVersion: await touch(writer, input.id, row.row_version), versionId }
}
