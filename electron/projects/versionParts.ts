// The content of a version as rows: its own columns, and the lists that belong to it.
import type { ProjectContent } from '../../shared/contract/projects'
import { vietnameseSortKey } from '../../shared/vietnamese/sortKey'
import type { Writer } from '../database/access'
import { writeParticipants } from './participants'

export function versionColumns(content: ProjectContent) {
  return {
    name: content.name,
    name_sort: vietnameseSortKey(content.name),
    content_group: content.contentGroup,
    sub_content: content.subContent,
    implementing_unit: content.implementingUnit,
    cooperating_units: content.cooperatingUnits,
    start_month: content.startMonth,
    end_month: content.endMonth,
    necessity: content.necessity,
    objective: content.objective,
    scale: content.scale,
    schedule: content.schedule,
    organisation: content.organisation,
    effect: content.effect,
    summary: content.summary,
    note: content.note,
    superiority: content.superiority,
    support_mode: content.supportMode,
  }
}

export async function writeParts(writer: Writer, versionId: number, content: ProjectContent): Promise<void> {
  const { db } = writer
  const place = (rank: number) => ({ version_id: versionId, rank })
  await db.deleteFrom('project_place').where('version_id', '=', versionId).execute()
  await db.deleteFrom('planned_output').where('version_id', '=', versionId).execute()
  await db.deleteFrom('budget_line').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_beneficiary').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_equipment').where('version_id', '=', versionId).execute()
  await db.deleteFrom('schedule_step').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_legal_basis').where('version_id', '=', versionId).execute()
  await db.deleteFrom('repayment').where('version_id', '=', versionId).execute()
  const beneficiaryIds = new Map<string, number>()
  for (const [rank, one] of content.beneficiaries.entries()) {
    const { id } = await db
      .insertInto('project_beneficiary')
      .values({
        ...place(rank),
        establishment_id: one.establishmentId,
        name: one.name,
        share_basis_points: one.shareBasisPoints,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    beneficiaryIds.set(one.name, id)
  }
  await writeParticipants(writer, versionId, content.participants)
  for (const [rank, one] of content.places.entries())
    await db
      .insertInto('project_place')
      .values({
        ...place(rank),
        province_code: one.provinceCode,
        commune_code: one.communeCode,
        text: one.text,
        old_text: one.oldText,
      })
      .execute()
  for (const [rank, one] of content.outputs.entries())
    await db
      .insertInto('planned_output')
      .values({
        ...place(rank),
        indicator: one.indicator,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
      })
      .execute()
  for (const [rank, one] of content.budget.entries())
    await db
      .insertInto('budget_line')
      .values({
        ...place(rank),
        content: one.content,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
        unit_price: one.unitPrice,
        ...one.amounts,
        note: one.note,
        beneficiary_id: beneficiaryIds.get(one.beneficiary) ?? null,
      })
      .execute()
  await writeProposalParts(writer, versionId, content)
}

async function writeProposalParts(writer: Writer, versionId: number, content: ProjectContent): Promise<void> {
  const { db } = writer
  const place = (rank: number) => ({ version_id: versionId, rank })
  for (const [rank, one] of content.equipment.entries())
    await db
      .insertInto('project_equipment')
      .values({
        ...place(rank),
        name: one.name,
        origin: one.origin,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
        unit_price: one.unitPrice,
        note: one.note,
      })
      .execute()
  for (const [rank, one] of content.scheduleSteps.entries())
    await db
      .insertInto('schedule_step')
      .values({
        ...place(rank),
        content: one.content,
        start_month: one.startMonth,
        end_month: one.endMonth,
        in_charge: one.inCharge,
      })
      .execute()
  for (const [rank, basis] of content.legalBases.entries())
    await db
      .insertInto('project_legal_basis')
      .values({ ...place(rank), basis })
      .execute()
  for (const [rank, one] of content.repayments.entries())
    await db
      .insertInto('repayment')
      .values({ ...place(rank), due_on: one.dueOn, amount: one.amount })
      .execute()
}
