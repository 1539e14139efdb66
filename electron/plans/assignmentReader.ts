// What can be asked of the money given to a plan: registered beside assigned, and the report that goes with a registration.
import type { Allocation } from '../../shared/contract/planAssignment'
import {
  type AllocationDocumentKind,
  type AssignmentFigure,
  type AssignmentView,
  viewAssignments,
} from '../../shared/domain/allocations'
import { totalOf } from '../../shared/domain/money'
import { type KeptPlanState, type PlanState, planStateOf } from '../../shared/domain/planStates'
import type { PlanGroup, PlanView } from '../../shared/domain/plans'
import type { Programme } from '../../shared/domain/projects'
import { type RegistrationReport, type ReportYear, registrationReport } from '../../shared/domain/registrationReport'
import { planLabels, programmeLabels } from '../../shared/labels'
import type { Reader } from '../database/access'
import { readPlan } from './reader'

export interface AllocationRecord extends Allocation {
  readonly id: number
  readonly rowVersion: number
  /** Part of what was approved. */
  readonly approved: boolean
}

export interface AssignmentPart extends AssignmentFigure {
  readonly assignedOn: string | null
}

export interface AssignmentRecord {
  readonly rowVersion: number
  readonly state: PlanState
  readonly registeredOn: string | null
  readonly lockedOn: string | null
  readonly decisionNumber: string
  readonly decisionDate: string | null
  readonly allocations: readonly AllocationRecord[]
  readonly parts: readonly AssignmentPart[]
  readonly roundOf: ReadonlyMap<number, number>
  /** Items a decision on the plan approved. */
  readonly approvedItems: ReadonlySet<number>
  readonly copiedTo: ReadonlyMap<number, number[]>
  readonly view: AssignmentView
}

async function readAllocations(reader: Reader, planId: number): Promise<AllocationRecord[]> {
  const rows = await reader.db
    .selectFrom('allocation')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('batch_number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    batchNumber: row.batch_number,
    documentKind: row.document_kind as AllocationDocumentKind,
    number: row.number,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    totalAmount: row.total_amount,
    note: row.note,
    approved: row.approved === 1 || row.change_decision_id !== null,
  }))
}

async function readParts(reader: Reader, planId: number): Promise<AssignmentPart[]> {
  const rows = await reader.db
    .selectFrom('assignment')
    .innerJoin('plan_item as item', 'item.id', 'assignment.plan_item_id')
    .where('item.plan_id', '=', planId)
    .select(['assignment.plan_item_id', 'assignment.allocation_id', 'assignment.assigned_on'])
    .select(['assignment.national', 'assignment.local', 'assignment.counterpart', 'assignment.other'])
    .orderBy('assignment.id')
    .execute()
  return rows.map(({ national, local, counterpart, other, ...row }) => ({
    itemId: row.plan_item_id,
    allocationId: row.allocation_id,
    assignedOn: row.assigned_on,
    amounts: { national, local, counterpart, other },
  }))
}

async function readCopies(reader: Reader, planId: number): Promise<Map<number, number[]>> {
  const rows = await reader.db
    .selectFrom('plan_item as item')
    .innerJoin('project_copy as copy', 'copy.source_project_id', 'item.project_id')
    .innerJoin('project', 'project.id', 'copy.project_id')
    .where('item.plan_id', '=', planId)
    .select(['item.id', 'project.plan_year'])
    .orderBy('project.plan_year')
    .execute()
  const years = new Map<number, number[]>()
  for (const row of rows) years.set(row.id, [...(years.get(row.id) ?? []), row.plan_year])
  return years
}

const nothing = {
  approvedItems: new Set<number>(),
  roundOf: new Map<number, number>(),
  copiedTo: new Map<number, number[]>(),
}

/** A plan nobody has begun, or a year that was given nothing, is an empty answer and not an error. */
export async function readAssignments(reader: Reader, year: number, programme: Programme): Promise<AssignmentRecord> {
  const { view: plan } = await readPlan(reader, year, programme, 'registered')
  const row = await reader.db
    .selectFrom('plan')
    .selectAll()
    .where('year', '=', year)
    .where('programme', '=', programme)
    .executeTakeFirst()
  if (row === undefined)
    return {
      rowVersion: 0,
      state: 'drafting',
      registeredOn: null,
      lockedOn: null,
      decisionNumber: '',
      decisionDate: null,
      allocations: [],
      parts: [],
      ...nothing,
      view: viewAssignments(plan, [], []),
    }
  const allocations = await readAllocations(reader, row.id)
  const parts = await readParts(reader, row.id)
  const rounds = await reader.db
    .selectFrom('plan_item')
    .where('plan_id', '=', row.id)
    .select(['id', 'supplement_round', 'approved_version_id'])
    .execute()
  return {
    rowVersion: row.row_version,
    state: planStateOf(row.state as KeptPlanState, parts.length),
    registeredOn: row.registered_on,
    lockedOn: row.locked_on,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    allocations,
    parts,
    approvedItems: new Set(rounds.filter((item) => item.approved_version_id !== null).map((item) => item.id)),
    roundOf: new Map(rounds.map((item) => [item.id, item.supplement_round])),
    copiedTo: await readCopies(reader, row.id),
    view: viewAssignments(plan, allocations, parts),
  }
}

function reportYear(year: number, plan: PlanView, assigned: AssignmentView | null): ReportYear {
  return {
    year,
    items: plan.items.length,
    groups: plan.groups.map((group) => ({ key: group.key, items: group.items.length, amounts: group.amounts })),
    registered: plan.amounts,
    assigned: assigned === null || totalOf(assigned.assigned) === 0 ? null : assigned.assigned,
    assignedItems: assigned === null ? 0 : assigned.items.filter((one) => one.parts.length > 0).length,
  }
}

export async function readRegistrationReport(
  reader: Reader,
  year: number,
  programme: Programme,
  groupNames: ReadonlyMap<string, string>,
): Promise<RegistrationReport> {
  const yearOf = async (one: number): Promise<ReportYear> => {
    const { view } = await readPlan(reader, one, programme, 'registered')
    return reportYear(one, view, (await readAssignments(reader, one, programme)).view)
  }
  const groupName = (key: PlanGroup['key']) => (key === 'flagship' ? planLabels.flagship : (groupNames.get(key) ?? key))
  return registrationReport({
    programme,
    programmeName: programmeLabels[programme].long.toLowerCase(),
    before: await yearOf(year - 2),
    current: await yearOf(year - 1),
    next: await yearOf(year),
    groupName,
  })
}
