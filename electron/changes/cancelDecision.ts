// A recorded decision cancelled with its reason: nothing is taken back, another version says again what stood before it.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { addDecidedVersion } from '../projects/decidedVersions'
import { readVersionContent } from '../projects/reader'
import type { Which } from './commands'
import type { MadeVersion } from './decide'
import { markPlanItems } from './planLines'
import { readProjectRow, requestIn } from './standing'
import { revokeStep } from './stopping'
import { type StoredDecision, type StoredItem, versionInForce } from './stored'

export interface Cancelling extends Which {
  readonly number: string
  readonly date: PlainDate
  readonly reason: string
}

/** @throws Refusal record.conflict, step.not-allowed (a later decision stands on this one), input.invalid */
export async function cancelDecision(
  writer: Writer,
  input: Cancelling,
): Promise<{ rowVersion: number; versions: MadeVersion[] }> {
  const request = await requestIn(writer, input, 'decided')
  const { decision } = request
  if (decision === null) throw new Refusal('record.missing', 'quyết định')
  if (input.date < decision.date)
    throw new Refusal('input.invalid', '', [
      { path: 'date', message: `Ngày hủy sớm hơn ngày quyết định (${formatDate(decision.date)}).` },
    ])
  const versions: MadeVersion[] = []
  for (const item of request.items) {
    if (item.outcome === null || item.outcome === 'refused') continue
    const versionId = await undoItem(writer, item, decision, input)
    if (versionId !== null) versions.push({ itemId: item.id, projectId: item.projectId, versionId })
  }
  await writer.db.deleteFrom('allocation').where('change_decision_id', '=', decision.id).execute()
  await writer.db
    .updateTable('change_decision')
    .set({ cancelled_number: input.number, cancelled_on: input.date, cancelled_reason: input.reason })
    .where('id', '=', decision.id)
    .execute()
  const rowVersion = request.rowVersion + 1
  await writer.db
    .updateTable('change_request')
    .set({ state: 'cancelled', row_version: rowVersion })
    .where('id', '=', request.id)
    .execute()
  return { rowVersion, versions }
}

/** @throws Refusal step.not-allowed, naming the later decision */
async function refuseBuiltUpon(writer: Writer, item: StoredItem, code: string): Promise<void> {
  const inForce = await versionInForce(writer, item.projectId)
  if (inForce === null || item.madeVersionId === null || inForce.versionId === item.madeVersionId) return
  const date = inForce.decisionDate === null ? '' : ` ngày ${formatDate(inForce.decisionDate)}`
  throw new Refusal(
    'step.not-allowed',
    `sau quyết định này đề án ${code} đã có bản ${inForce.number} theo ${inForce.decisionNumber}${date}; chỉ hủy được quyết định mới nhất.`,
  )
}

async function undoItem(
  writer: Writer,
  item: StoredItem,
  decision: StoredDecision,
  input: Cancelling,
): Promise<number | null> {
  const project = await readProjectRow(writer, item.projectId)
  const paper = { number: input.number === '' ? `hủy ${decision.number}` : input.number, date: input.date }
  const event = { onDate: input.date, changeItemId: item.id }
  await refuseBuiltUpon(writer, item, project.code)
  switch (item.kind) {
    case 'adjust': {
      const versionId = await addDecidedVersion(writer, project.id, {
        content: await readVersionContent(writer, item.baseVersionId),
        stage: 'adjusted',
        decision: paper,
        answersFrom: item.baseVersionId,
      })
      await writer.db
        .updateTable('change_item')
        .set({ restored_version_id: versionId })
        .where('id', '=', item.id)
        .execute()
      return versionId
    }
    case 'supplement':
      await revokeStep(writer, project, { steps: ['approve', 'recordApproval'], paper, reason: input.reason })
      await markPlanItems(writer, project.id, { ...event, kind: 'ended' })
      return null
    case 'stop':
      await revokeStep(writer, project, { steps: ['stop'], paper, reason: input.reason })
      await markPlanItems(writer, project.id, { ...event, kind: 'restored' })
      return null
    default:
      return assertNever(item.kind, 'Every kind of item is handled')
  }
}
