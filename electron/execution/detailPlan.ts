// The detailed plan of a group đề án (Mẫu 11): shared out among its beneficiaries, approved by the department.

import { Refusal } from '../../shared/contract/errors'
import type { DetailPlan } from '../../shared/contract/executionGroup'
import { detailPlanContradictions, detailPlanTotals, detailPlanWarnings } from '../../shared/domain/executionGroup'
import { splitAmounts } from '../../shared/domain/executionShares'
import { supportOf } from '../../shared/domain/money'
import type { Reader, Writer } from '../database/access'
import { type DecidedProject, decidedProject } from './projectInForce'
import { knownEstablishment, refuseContradictions, type SavedRecord, under } from './records'
import { dong } from './words'

function approvedOf({ amounts, support }: DecidedProject) {
  return { support, counterpart: amounts.counterpart + amounts.other }
}

export async function readDetailPlan(reader: Reader, { projectId }: { readonly projectId: number }) {
  const project = await decidedProject(reader, projectId)
  const row = await reader.db
    .selectFrom('detail_plan')
    .selectAll()
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  const approved = approvedOf(project)
  const plan = row === undefined ? blankPlan(project) : await storedPlan(reader, row)
  return {
    id: row?.id ?? null,
    rowVersion: row?.row_version ?? 0,
    plan,
    approved,
    totals: detailPlanTotals(plan.lines),
    warnings: detailPlanWarnings(plan.lines, approved, dong),
  }
}

async function storedPlan(
  reader: Reader,
  row: {
    readonly id: number
    readonly date: string | null
    readonly document_number: string
    readonly purpose: string
    readonly organisation: string
    readonly approval_number: string
    readonly approved_on: string | null
    readonly note: string
  },
): Promise<DetailPlan> {
  const lines = await reader.db
    .selectFrom('detail_plan_line')
    .selectAll()
    .where('detail_plan_id', '=', row.id)
    .orderBy('rank')
    .execute()
  return {
    date: row.date,
    documentNumber: row.document_number,
    purpose: row.purpose,
    organisation: row.organisation,
    approvalNumber: row.approval_number,
    approvedOn: row.approved_on,
    note: row.note,
    lines: lines.map((line) => ({
      establishmentId: line.establishment_id,
      name: line.name,
      address: line.address,
      content: line.content,
      support: line.support,
      counterpart: line.counterpart,
      startMonth: line.start_month,
      endMonth: line.end_month,
      note: line.note,
    })),
  }
}

/** One line a beneficiary of the version in force, the money split by shares so that it makes the whole. */
function blankPlan({ content, amounts }: DecidedProject): DetailPlan {
  const parts = splitAmounts(
    amounts,
    content.beneficiaries.map(({ shareBasisPoints }) => ({ shareBasisPoints, plan: null })),
  )
  return {
    date: null,
    documentNumber: '',
    purpose: content.objective,
    organisation: content.organisation,
    approvalNumber: '',
    approvedOn: null,
    note: '',
    lines: content.beneficiaries.map((one, index) => {
      const own = parts[index]
      return {
        establishmentId: one.establishmentId,
        name: one.name,
        address: content.places[index]?.text ?? content.places[0]?.text ?? '',
        content: content.summary,
        support: own === undefined ? 0 : supportOf(own),
        counterpart: own === undefined ? 0 : own.counterpart + own.other,
        startMonth: content.startMonth,
        endMonth: content.endMonth,
        note: '',
      }
    }),
  }
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed (not a group), rule.contradiction */
export async function saveDetailPlan(
  writer: Writer,
  input: { readonly projectId: number; readonly rowVersion: number; readonly plan: DetailPlan },
): Promise<SavedRecord> {
  const { db } = writer
  const project = await decidedProject(writer, input.projectId)
  if (project.kind !== 'group')
    throw new Refusal('step.not-allowed', 'chỉ đề án nhóm mới lập kế hoạch triển khai chi tiết (Mẫu 11).', [
      { path: 'projectId', message: 'Đề án này không phải đề án nhóm.' },
    ])
  const { plan } = input
  const stored = await db
    .selectFrom('detail_plan')
    .select(['id', 'row_version'])
    .where('project_id', '=', input.projectId)
    .executeTakeFirst()
  if ((stored?.row_version ?? 0) !== input.rowVersion) throw new Refusal('record.conflict')
  const problems = detailPlanContradictions(plan.lines)
  if (plan.approvedOn !== null && plan.date !== null && plan.approvedOn < plan.date)
    problems.push({ path: 'approvedOn', message: 'Ngày phê duyệt sớm hơn ngày lập kế hoạch.' })
  refuseContradictions(under('plan', problems))
  const rowVersion = input.rowVersion + 1
  const columns = {
    version_id: project.versionId,
    date: plan.date,
    document_number: plan.documentNumber,
    purpose: plan.purpose,
    organisation: plan.organisation,
    approval_number: plan.approvalNumber,
    approved_on: plan.approvedOn,
    note: plan.note,
    row_version: rowVersion,
  }
  const { id } =
    stored ??
    (await db
      .insertInto('detail_plan')
      .values({ ...columns, project_id: input.projectId })
      .returning('id')
      .executeTakeFirstOrThrow())
  await db.updateTable('detail_plan').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('detail_plan_line').where('detail_plan_id', '=', id).execute()
  for (const [rank, line] of plan.lines.entries())
    await db
      .insertInto('detail_plan_line')
      .values({
        detail_plan_id: id,
        rank,
        establishment_id: await knownEstablishment(writer, line.establishmentId, `plan.lines.${rank}.establishmentId`),
        name: line.name,
        address: line.address,
        content: line.content,
        support: line.support,
        counterpart: line.counterpart,
        start_month: line.startMonth,
        end_month: line.endMonth,
        note: line.note,
      })
      .execute()
  return { id, rowVersion }
}
