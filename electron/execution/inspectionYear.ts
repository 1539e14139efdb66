// The visits of a year: what is planned and was made, whom it would be good to visit, and where else somebody waits.

import type { InspectionRow } from '../../shared/contract/executionInspection'
import {
  type AcceptedBeneficiary,
  effectChanges,
  findingState,
  type InspectionKind,
  otherYearsOfVisits,
  type PlannedVisit,
  suggestedVisits,
  type VisitOnPlan,
} from '../../shared/domain/executionInspection'
import type { Programme } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { effectsOf } from './inspectionReader'

export async function listInspections(
  reader: Reader,
  { year, projectId }: { readonly year: number; readonly projectId: number | null },
) {
  const { db } = reader
  let wanted = db
    .selectFrom('inspection')
    .innerJoin('project', 'project.id', 'inspection.project_id')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
  wanted = projectId === null ? wanted.where('inspection.year', '=', year) : wanted.where('project.id', '=', projectId)
  const stored = await wanted
    .selectAll('inspection')
    .select(['project.code', 'project.programme', 'version.name'])
    .orderBy('inspection.planned_month')
    .orderBy('inspection.visited_on')
    .orderBy('inspection.id')
    .execute()
  const rows: InspectionRow[] = []
  for (const row of stored) {
    const findings = await db
      .selectFrom('inspection_finding')
      .select(['finding', 'due_on as dueOn', 'resolved_on as resolvedOn'])
      .where('inspection_id', '=', row.id)
      .execute()
    const states = findings.map((one) => findingState(one, reader.today))
    const missing = await db
      .selectFrom('inspection_machine')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('inspection_id', '=', row.id)
      .where(({ eb, or }) => or([eb('present', '=', 0), eb('in_use', '=', 0)]))
      .executeTakeFirstOrThrow()
    const { before, after } = effectsOf(row)
    rows.push({
      id: row.id,
      rowVersion: row.row_version,
      projectId: row.project_id,
      code: row.code,
      name: row.name,
      programme: row.programme as Programme,
      kind: row.kind as InspectionKind,
      beneficiary: row.beneficiary,
      place: row.place,
      plannedMonth: row.planned_month,
      visitedOn: row.visited_on,
      documentNumber: row.document_number,
      findings: findings.length,
      openFindings: states.filter((state) => state !== 'resolved').length,
      overdueFindings: states.filter((state) => state === 'overdue').length,
      machinesMissing: missing.count,
      changes: effectChanges(before, after),
    })
  }
  const accepted = await acceptedBeneficiaries(reader, projectId)
  const onPlan = await plannedVisits(reader)
  const suggested = suggestedVisits(year, accepted, onPlan)
  const names = new Map(accepted.map((one) => [one.projectId, one]))
  return {
    rows,
    suggested: suggested.map((visit) => ({
      ...visit,
      code: names.get(visit.projectId)?.code ?? '',
      name: names.get(visit.projectId)?.projectName ?? '',
    })),
    otherYears: projectId === null ? otherYearsOfVisits(year, accepted, onPlan) : [],
  }
}

interface AcceptedRow extends AcceptedBeneficiary {
  readonly code: string
  readonly projectName: string
}

/** By the first acceptance of each that passed; one for the đề án as a whole speaks for all its beneficiaries. */
async function acceptedBeneficiaries(reader: Reader, projectId: number | null): Promise<AcceptedRow[]> {
  let wanted = reader.db
    .selectFrom('acceptance')
    .innerJoin('project', 'project.id', 'acceptance.project_id')
    .innerJoin('project_version as version', 'version.id', 'acceptance.version_id')
    .where('acceptance.conclusion', '=', 'pass')
    .where('acceptance.concluded_on', 'is not', null)
  if (projectId !== null) wanted = wanted.where('project.id', '=', projectId)
  const rows = await wanted
    .select(['project.id as projectId', 'project.code', 'version.id as versionId', 'version.name as projectName'])
    .select(['acceptance.establishment_id', 'acceptance.beneficiary', 'acceptance.date'])
    .orderBy('acceptance.date')
    .orderBy('acceptance.id')
    .execute()
  const found: AcceptedRow[] = []
  const add = (one: AcceptedRow) => {
    const known = found.some(
      (other) =>
        other.projectId === one.projectId &&
        (one.establishmentId === null ? other.name === one.name : other.establishmentId === one.establishmentId),
    )
    if (!known) found.push(one)
  }
  for (const row of rows) {
    const common = {
      projectId: row.projectId,
      code: row.code,
      projectName: row.projectName,
      acceptedOn: row.date ?? '',
    }
    if (row.beneficiary !== '' || row.establishment_id !== null)
      add({ ...common, establishmentId: row.establishment_id, name: row.beneficiary })
    else
      for (const one of await beneficiariesOf(reader, row.versionId))
        add({ ...common, establishmentId: one.establishment_id, name: one.name })
  }
  return found
}

function beneficiariesOf(reader: Reader, versionId: number) {
  return reader.db
    .selectFrom('project_beneficiary')
    .select(['establishment_id', 'name'])
    .where('version_id', '=', versionId)
    .orderBy('rank')
    .execute()
}

export async function plannedVisits(reader: Reader): Promise<(PlannedVisit & VisitOnPlan)[]> {
  const rows = await reader.db
    .selectFrom('inspection')
    .select(['project_id', 'establishment_id', 'beneficiary', 'kind', 'year', 'visited_on'])
    .execute()
  return rows.map((row) => ({
    projectId: row.project_id,
    establishmentId: row.establishment_id,
    beneficiary: row.beneficiary,
    kind: row.kind as InspectionKind,
    year: row.year,
    visitedOn: row.visited_on,
  }))
}
