// What can be done about inspection: put visits on the plan of a year, save one whole.

import type { InspectionDetails } from '../../shared/contract/executionInspection'
import {
  type InspectionKind,
  inspectionContradictions,
  type PlannedVisit,
  sameVisit,
} from '../../shared/domain/executionInspection'
import { type PlainMonth, yearOf } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { blankVisit, machinesAt } from './inspectionReader'
import { plannedVisits } from './inspectionYear'
import { decidedProject } from './projectInForce'
import { knownEstablishment, readingOf, refuseContradictions, type SavedRecord, under } from './records'

function rowColumns({ before, after, findings: _f, machines: _m, ...details }: InspectionDetails) {
  return {
    year: details.year,
    kind: details.kind,
    establishment_id: details.establishmentId,
    beneficiary: details.beneficiary,
    place: details.place,
    planned_month: details.plannedMonth,
    visited_on: details.visitedOn,
    document_number: details.documentNumber,
    team: details.team,
    met: details.met,
    content: details.content,
    conclusion: details.conclusion,
    jobs: after.jobs,
    revenue: after.revenue,
    tax_paid: after.taxPaid,
    average_income: after.averageIncome,
    jobs_before: before.jobs,
    revenue_before: before.revenue,
    tax_paid_before: before.taxPaid,
    average_income_before: before.averageIncome,
    note: details.note,
  }
}

/** Of these there is one for each cơ sở; others may be as many as there is cause for. */
const afterSupport: readonly InspectionKind[] = ['afterOneYear', 'afterTwoYears']

/** @throws Refusal record.missing, step.not-allowed, rule.contradiction */
export async function planVisits(
  writer: Writer,
  input: { readonly year: number; readonly visits: readonly (PlannedVisit & { readonly month: PlainMonth })[] },
): Promise<{ planned: number }> {
  const onPlan: PlannedVisit[] = await plannedVisits(writer)
  for (const [index, { month, ...visit }] of input.visits.entries()) {
    const path = `visits.${index}`
    if (afterSupport.includes(visit.kind) && onPlan.some((one) => sameVisit(one, visit)))
      refuseContradictions([{ path, message: `${visit.beneficiary}: lần kiểm tra này đã có trong kế hoạch.`.trim() }])
    onPlan.push(visit)
    if (yearOf(month) !== input.year)
      refuseContradictions([{ path: `${path}.month`, message: `Tháng dự kiến phải thuộc năm ${input.year}.` }])
    const project = await decidedProject(writer, visit.projectId)
    await knownEstablishment(writer, visit.establishmentId, `${path}.establishmentId`)
    const machines = await machinesAt(writer, visit.projectId, visit.establishmentId, visit.beneficiary)
    const place = project.content.places[0]?.text ?? ''
    const inspection = await blankVisit(writer, { ...visit, year: input.year, plannedMonth: month }, place, machines)
    await writeInspection(writer, { id: null, projectId: visit.projectId, inspection }, 1)
  }
  return { planned: input.visits.length }
}

interface InspectionSave {
  readonly id: number | null
  readonly projectId: number
  readonly inspection: InspectionDetails
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction */
export async function saveInspection(
  writer: Writer,
  input: InspectionSave & { readonly rowVersion: number | null },
): Promise<SavedRecord> {
  const { inspection } = input
  await decidedProject(writer, input.projectId)
  const reading = await readingOf(writer, 'inspection', input)
  refuseContradictions(under('inspection', inspectionContradictions(inspection, writer.today)))
  await knownEstablishment(writer, inspection.establishmentId, 'inspection.establishmentId')
  const own = new Set((await machinesAt(writer, input.projectId, null, '')).map(({ machineId }) => machineId))
  inspection.machines.forEach(({ machineId }, index) => {
    const path = `inspection.machines.${index}.machineId`
    if (!own.has(machineId)) refuseContradictions([{ path, message: 'Máy này không thuộc đề án được kiểm tra.' }])
    if (inspection.machines.findIndex((one) => one.machineId === machineId) !== index)
      refuseContradictions([{ path, message: 'Một máy được ghi hai lần.' }])
  })
  const id = await writeInspection(writer, input, reading + 1)
  return { id, rowVersion: reading + 1 }
}

async function writeInspection(writer: Writer, input: InspectionSave, rowVersion: number): Promise<number> {
  const { db } = writer
  const columns = { ...rowColumns(input.inspection), row_version: rowVersion }
  const { id } =
    input.id === null
      ? await db
          .insertInto('inspection')
          .values({ ...columns, project_id: input.projectId })
          .returning('id')
          .executeTakeFirstOrThrow()
      : { id: input.id }
  await db.updateTable('inspection').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('inspection_finding').where('inspection_id', '=', id).execute()
  await db.deleteFrom('inspection_machine').where('inspection_id', '=', id).execute()
  for (const [rank, one] of input.inspection.findings.entries())
    await db
      .insertInto('inspection_finding')
      .values({
        inspection_id: id,
        rank,
        finding: one.finding,
        due_on: one.dueOn,
        resolved_on: one.resolvedOn,
        note: one.note,
      })
      .execute()
  for (const [rank, one] of input.inspection.machines.entries())
    await db
      .insertInto('inspection_machine')
      .values({
        inspection_id: id,
        rank,
        machine_id: one.machineId,
        present: one.present ? 1 : 0,
        in_use: one.inUse ? 1 : 0,
        note: one.note,
      })
      .execute()
  return id
}
