// What a decision does to an approved plan: a line added, ended or taken up again from a day on, money added as a batch.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { currentOf } from '../projects/current'
import { approveByDecision } from '../projects/decisions'
import { insertVersion, lockUndecided } from '../projects/versions'
import type { JudgedItem } from './judging'

interface Paper {
  readonly number: string
  readonly date: PlainDate
}

export interface Supplement {
  readonly judged: JudgedItem
  /** Where it was approved otherwise than it was drafted. */
  readonly approved: ProjectContent | null
  readonly decided: Paper
}

/** The đề án is approved by the decision and stands at the end of its plan. Answers the approved version. */
export async function addSupplement(writer: Writer, { judged, approved, decided }: Supplement): Promise<number> {
  const { item, project } = judged
  if (approved !== null) {
    const { version } = await currentOf(writer, project.id, project.rowVersion)
    await lockUndecided(writer, project.id, version)
    await insertVersion(writer, project.id, version.number + 1, 'approved', approved)
  }
  const versionId = await approveByDecision(writer, project.id, decided)
  const { db } = writer
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('year', '=', project.planYear)
    .where('programme', '=', project.programme)
    .executeTakeFirstOrThrow()
  const listed = await db
    .selectFrom('plan_item')
    .select('id')
    .where('plan_id', '=', plan.id)
    .where('project_id', '=', project.id)
    .executeTakeFirst()
  if (listed !== undefined) {
    await addEvent(writer, listed.id, { kind: 'restored', onDate: decided.date, changeItemId: item.id })
    return versionId
  }
  const last = await db
    .selectFrom('plan_item')
    .where('plan_id', '=', plan.id)
    .select(({ fn }) => [
      fn.max<number | null>('rank').as('rank'),
      fn.max<number | null>('supplement_round').as('round'),
    ])
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('plan_item')
    .values({
      plan_id: plan.id,
      project_id: project.id,
      rank: (last.rank ?? -1) + 1,
      priority: null,
      note: '',
      supplement_round: Math.min(99, (last.round ?? 0) + 1),
      registered_version_id: item.baseVersionId,
      approved_version_id: versionId,
      change_item_id: item.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addEvent(writer, id, { kind: 'added', onDate: decided.date, changeItemId: item.id })
  return versionId
}

export interface PlanItemEvent {
  readonly kind: 'added' | 'ended' | 'restored'
  readonly onDate: PlainDate
  readonly changeItemId: number
}

async function addEvent(writer: Writer, planItemId: number, event: PlanItemEvent): Promise<void> {
  await writer.db
    .insertInto('plan_item_event')
    .values({ plan_item_id: planItemId, kind: event.kind, on_date: event.onDate, change_item_id: event.changeItemId })
    .execute()
}

/** On the lines of the đề án, where it stands in a plan. */
export async function markPlanItems(writer: Writer, projectId: number, event: PlanItemEvent): Promise<void> {
  const lines = await writer.db.selectFrom('plan_item').select('id').where('project_id', '=', projectId).execute()
  for (const { id } of lines) await addEvent(writer, id, event)
}

/** @throws Refusal input.invalid when there is no such plan */
export async function addToAllocation(
  writer: Writer,
  decisionId: number,
  added: { readonly programme: Programme; readonly year: number; readonly amount: number },
  paper: Paper & { readonly issuer: string },
): Promise<void> {
  const { db } = writer
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('year', '=', added.year)
    .where('programme', '=', added.programme)
    .executeTakeFirst()
  if (plan === undefined)
    throw new Refusal('input.invalid', '', [
      {
        path: 'addedAllocation',
        message: `Chưa có kế hoạch ${programmeLabels[added.programme].long.toLowerCase()} năm ${added.year} để ghi kinh phí bổ sung.`,
      },
    ])
  const { last } = await db
    .selectFrom('allocation')
    .where('plan_id', '=', plan.id)
    .select(({ fn }) => fn.max<number | null>('batch_number').as('last'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('allocation')
    .values({
      plan_id: plan.id,
      batch_number: (last ?? 0) + 1,
      document_kind: 'decision',
      number: paper.number,
      issued_on: paper.date,
      issuer: paper.issuer,
      total_amount: added.amount,
      note: 'Kinh phí bổ sung kèm quyết định điều chỉnh',
      change_decision_id: decisionId,
    })
    .execute()
}
