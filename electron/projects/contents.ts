// What versions of đề án say, whole: many at once by as few queries as one takes.
import type { BudgetLine, ProjectContent } from '../../shared/contract/projects'
import type { ParticipantRole } from '../../shared/domain/participants'
import type { ContentGroup, SupportMode } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import type { BudgetLineTable } from '../database/schema/projects'

interface OfVersion {
  readonly version_id: number
}

/** Rows of one part, by version; asked for one that has none, an empty list. */
function byVersion<Row extends OfVersion>(rows: readonly Row[]): (versionId: number) => readonly Row[] {
  const lists = new Map<number, Row[]>()
  for (const row of rows) {
    const known = lists.get(row.version_id)
    if (known === undefined) lists.set(row.version_id, [row])
    else known.push(row)
  }
  return (versionId) => lists.get(versionId) ?? []
}

function budgetLineFrom(row: Omit<BudgetLineTable, 'id'>, beneficiaryNames: ReadonlyMap<number, string>): BudgetLine {
  return {
    content: row.content,
    unit: row.unit,
    quantityThousandths: row.quantity_thousandths,
    unitPrice: row.unit_price,
    amounts: { national: row.national, local: row.local, counterpart: row.counterpart, other: row.other },
    note: row.note,
    beneficiary: row.beneficiary_id === null ? '' : (beneficiaryNames.get(row.beneficiary_id) ?? ''),
  }
}

/** By id; a version that is not there is left out. */
export async function readVersionContents(
  reader: Reader,
  versionIds: readonly number[],
): Promise<Map<number, ProjectContent>> {
  const { db } = reader
  const ids = idList(versionIds)
  const versions = await db.selectFrom('project_version').selectAll().where('id', 'in', ids).execute()
  const beneficiaries = byVersion(
    await db
      .selectFrom('project_beneficiary')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const participants = byVersion(
    await db
      .selectFrom('project_participant')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const places = byVersion(
    await db
      .selectFrom('project_place')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const outputs = byVersion(
    await db
      .selectFrom('planned_output')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const equipment = byVersion(
    await db
      .selectFrom('project_equipment')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const scheduleSteps = byVersion(
    await db
      .selectFrom('schedule_step')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const legalBases = byVersion(
    await db
      .selectFrom('project_legal_basis')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const repayments = byVersion(
    await db
      .selectFrom('repayment')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const budget = byVersion(
    await db
      .selectFrom('budget_line')
      .selectAll()
      .where('version_id', 'in', ids)
      .orderBy('version_id')
      .orderBy('rank')
      .execute(),
  )
  const contents = versions.map((row): [number, ProjectContent] => {
    const beneficiaryNames = new Map(beneficiaries(row.id).map((one) => [one.id, one.name]))
    const content: ProjectContent = {
      name: row.name,
      contentGroup: row.content_group as ContentGroup,
      subContent: row.sub_content,
      implementingUnit: row.implementing_unit,
      cooperatingUnits: row.cooperating_units,
      startMonth: row.start_month,
      endMonth: row.end_month,
      necessity: row.necessity,
      objective: row.objective,
      scale: row.scale,
      schedule: row.schedule,
      organisation: row.organisation,
      effect: row.effect,
      summary: row.summary,
      note: row.note,
      superiority: row.superiority,
      supportMode: row.support_mode as SupportMode,
      beneficiaries: beneficiaries(row.id).map((one) => ({
        establishmentId: one.establishment_id,
        name: one.name,
        shareBasisPoints: one.share_basis_points,
      })),
      participants: participants(row.id).map((one) => ({
        role: one.role as ParticipantRole,
        establishmentId: one.establishment_id,
        name: one.name,
        shareBasisPoints: one.share_basis_points,
      })),
      places: places(row.id).map((one) => ({
        provinceCode: one.province_code,
        communeCode: one.commune_code,
        text: one.text,
        oldText: one.old_text,
      })),
      outputs: outputs(row.id).map((one) => ({
        indicator: one.indicator,
        unit: one.unit,
        quantityThousandths: one.quantity_thousandths,
      })),
      budget: budget(row.id).map((line) => budgetLineFrom(line, beneficiaryNames)),
      equipment: equipment(row.id).map((one) => ({
        name: one.name,
        origin: one.origin,
        unit: one.unit,
        quantityThousandths: one.quantity_thousandths,
        unitPrice: one.unit_price,
        note: one.note,
      })),
      scheduleSteps: scheduleSteps(row.id).map((one) => ({
        content: one.content,
        startMonth: one.start_month,
        endMonth: one.end_month,
        inCharge: one.in_charge,
      })),
      legalBases: legalBases(row.id).map((one) => one.basis),
      repayments: repayments(row.id).map((one) => ({ dueOn: one.due_on, amount: one.amount })),
    }
    return [row.id, content]
  })
  return new Map(contents)
}
