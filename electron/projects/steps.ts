// Steps of a đề án: what each does to its versions, and the record it leaves.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import {
  type DirectStep,
  mayTake,
  missingFor,
  type ProjectStatus,
  type ProjectStep,
  type StepEntry,
  stepProblems,
  transitions,
} from '../../shared/domain/lifecycle'
import type { Programme } from '../../shared/domain/projects'
import { projectStatusLabels, projectStepLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { currentOf, touch } from './current'
import { findVersionInForce } from './inForce'
import { readFacts, readHistory, roundOf } from './lifecycleReader'
import { recordStep } from './stepRecords'
import { addVersionCopy, lockRow, lockUndecided, type OpenVersion } from './versions'

export interface StepTaken {
  readonly rowVersion: number
  readonly status: ProjectStatus
  readonly versionId: number
}

export function refuseOutOfOrder(step: ProjectStep, status: ProjectStatus, programme: Programme): void {
  if (mayTake(step, status, programme)) return
  const where = `đề án đang ở bước “${projectStatusLabels[status]}”`
  throw new Refusal('step.not-allowed', `${where}, không thể “${projectStepLabels[step]}”.`, [
    { path: 'step', message: `Đang ở bước “${projectStatusLabels[status]}” nên chưa làm được bước này.` },
  ])
}

/**
 * @throws Refusal record.missing, record.conflict, step.not-allowed (out of order, or something missing), input.invalid
 */
export async function takeStep(
  writer: Writer,
  input: StepEntry & { readonly id: number; readonly rowVersion: number; readonly step: DirectStep },
): Promise<StepTaken> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  const status = row.status as ProjectStatus
  refuseOutOfOrder(input.step, status, row.programme as Programme)
  const history = await readHistory(writer, input.id)
  const problems = stepProblems(input.step, input, history.at(-1)?.date ?? null, formatDate)
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  const facts = await readFacts(writer, input.id, history)
  const missing = missingFor(input.step, facts)
  if (missing.length > 0)
    throw new Refusal('step.not-allowed', `còn thiếu ${missing.map(({ what }) => what).join(', ')}.`, [
      { path: 'step', message: `Còn thiếu ${missing.map(({ what, why }) => `${what} (${why})`).join('; ')}` },
    ])
  const sent = history.findLast(({ step }) => step === 'submit')
  const versionId = await changeVersions(writer, input, version, sent?.versionId ?? version.id)
  const to = transitions[input.step].to
  await writer.db.updateTable('project').set({ status: to }).where('id', '=', input.id).execute()
  await recordStep(writer, {
    projectId: input.id,
    versionId,
    step: input.step,
    from: status,
    entry: input,
    round: roundOf(history) + (input.step === 'submit' ? 1 : 0),
  })
  return { rowVersion: await touch(writer, input.id, row.row_version), status: to, versionId }
}

/** Whatever leaves the desk is locked; who takes it up again works on a copy. Answers the version the step is about. */
async function changeVersions(
  writer: Writer,
  input: StepEntry & { readonly id: number; readonly step: DirectStep },
  version: OpenVersion,
  sentVersionId: number,
): Promise<number> {
  switch (input.step) {
    case 'submit':
      if (version.locked === 0) await lockRow(writer, version.id, { stage: 'registered' })
      return version.id
    case 'register':
    case 'return':
    case 'reject':
    case 'cancel':
      await lockUndecided(writer, input.id, version)
      return version.id
    case 'resume':
      return addVersionCopy(writer, input.id, {
        fromVersionId: sentVersionId,
        after: version.number,
        stage: 'registered',
      })
    case 'approve': {
      const versionId =
        version.locked === 0
          ? version.id
          : await addVersionCopy(writer, input.id, {
              fromVersionId: version.id,
              after: version.number,
              stage: 'approved',
            })
      await lockRow(writer, versionId, {
        stage: 'approved',
        decision: { number: input.documentNumber, date: input.documentDate },
      })
      return versionId
    }
    // Carrying out changes no version: the step is about the one in force.
    case 'planDetail':
    case 'start':
    case 'acceptBase':
    case 'fileSettlement':
    case 'liquidate':
    case 'settle':
    case 'monitor':
      return (await findVersionInForce(writer, input.id, null)) ?? version.id
    default:
      return assertNever(input.step, 'Every step is handled')
  }
}
