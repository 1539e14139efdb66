// What can be asked of one visit: as it is on record, or as it begins, with the machines supported and the figures before.

import { Refusal } from '../../shared/contract/errors'
import type { InspectionDetails } from '../../shared/contract/executionInspection'
import {
  type EffectFigures,
  effectChanges,
  type InspectionKind,
  noEffect,
} from '../../shared/domain/executionInspection'
import type { PlainMonth } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { InspectionTable } from '../database/schema/execution'
import { readPhotos } from './progressReader'
import { decidedProject } from './projectInForce'

export type InspectionColumns = Omit<InspectionTable, 'id' | 'row_version'>

type EffectColumns = Pick<
  InspectionColumns,
  | 'jobs'
  | 'revenue'
  | 'tax_paid'
  | 'average_income'
  | 'jobs_before'
  | 'revenue_before'
  | 'tax_paid_before'
  | 'average_income_before'
>

export const effectsOf = (row: EffectColumns): { before: EffectFigures; after: EffectFigures } => ({
  before: {
    jobs: row.jobs_before,
    revenue: row.revenue_before,
    taxPaid: row.tax_paid_before,
    averageIncome: row.average_income_before,
  },
  after: { jobs: row.jobs, revenue: row.revenue, taxPaid: row.tax_paid, averageIncome: row.average_income },
})

export async function readInspection(reader: Reader, { id }: { readonly id: number }) {
  const { db } = reader
  const row = await db.selectFrom('inspection').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'lần kiểm tra')
  const project = await decidedProject(reader, row.project_id)
  const findings = await db
    .selectFrom('inspection_finding')
    .select(['finding', 'due_on as dueOn', 'resolved_on as resolvedOn', 'note'])
    .where('inspection_id', '=', id)
    .orderBy('rank')
    .execute()
  const machines = await db
    .selectFrom('inspection_machine')
    .selectAll()
    .where('inspection_id', '=', id)
    .orderBy('rank')
    .execute()
  const effects = effectsOf(row)
  const photos = await readPhotos(reader, row.project_id, 'inspection_id')
  return {
    id,
    rowVersion: row.row_version,
    projectId: row.project_id,
    code: project.code,
    name: project.content.name,
    inspection: {
      year: row.year,
      kind: row.kind as InspectionKind,
      establishmentId: row.establishment_id,
      beneficiary: row.beneficiary,
      place: row.place,
      plannedMonth: row.planned_month,
      visitedOn: row.visited_on,
      documentNumber: row.document_number,
      team: row.team,
      met: row.met,
      content: row.content,
      conclusion: row.conclusion,
      ...effects,
      findings,
      machines: machines.map((machine) => ({
        machineId: machine.machine_id,
        present: machine.present === 1,
        inUse: machine.in_use === 1,
        note: machine.note,
      })),
      note: row.note,
    },
    machines: await machinesAt(reader, row.project_id, row.establishment_id, row.beneficiary),
    changes: effectChanges(effects.before, effects.after),
    photos: photos.get(id) ?? [],
  }
}

/** Machines that acceptance found with this beneficiary; without a beneficiary, all of the đề án. */
export async function machinesAt(
  reader: Reader,
  projectId: number,
  establishmentId: number | null,
  beneficiary: string,
) {
  let rows = reader.db
    .selectFrom('supported_machine as machine')
    .innerJoin('acceptance', 'acceptance.id', 'machine.acceptance_id')
    .where('acceptance.project_id', '=', projectId)
    .where('acceptance.conclusion', '=', 'pass')
    .where('acceptance.concluded_on', 'is not', null)
  if (establishmentId !== null || beneficiary !== '')
    rows = rows.where(({ eb, or, and }) =>
      or([
        // Accepted with the đề án as a whole: whose it is was not told.
        and([eb('acceptance.establishment_id', 'is', null), eb('acceptance.beneficiary', '=', '')]),
        establishmentId === null
          ? eb('acceptance.beneficiary', '=', beneficiary)
          : eb('acceptance.establishment_id', '=', establishmentId),
      ]),
    )
  return rows
    .select(['machine.id as machineId', 'machine.name', 'machine.serial'])
    .orderBy('acceptance.id')
    .orderBy('machine.rank')
    .execute()
}

interface VisitQuery {
  readonly projectId: number
  readonly year: number
  readonly kind: InspectionKind
  readonly establishmentId: number | null
  readonly beneficiary: string
}

export async function draftInspection(reader: Reader, input: VisitQuery) {
  const project = await decidedProject(reader, input.projectId)
  const machines = await machinesAt(reader, input.projectId, input.establishmentId, input.beneficiary)
  return {
    machines,
    inspection: await blankVisit(
      reader,
      { ...input, plannedMonth: null },
      project.content.places[0]?.text ?? '',
      machines,
    ),
  }
}

export async function blankVisit(
  reader: Reader,
  visit: VisitQuery & { readonly plannedMonth: PlainMonth | null },
  place: string,
  machines: readonly { readonly machineId: number }[],
): Promise<InspectionDetails> {
  const { projectId: _project, ...of } = visit
  return {
    ...of,
    place,
    visitedOn: null,
    documentNumber: '',
    team: '',
    met: '',
    content: '',
    conclusion: '',
    before: await figuresBefore(reader, visit),
    after: noEffect,
    findings: [],
    machines: machines.map(({ machineId }) => ({ machineId, present: true, inUse: true, note: '' })),
    note: '',
  }
}

/** The figures of the year before the support, as the register of cơ sở has them. */
async function figuresBefore(reader: Reader, visit: VisitQuery): Promise<EffectFigures> {
  if (visit.establishmentId === null) return noEffect
  const project = await reader.db
    .selectFrom('project')
    .select('plan_year')
    .where('id', '=', visit.projectId)
    .executeTakeFirstOrThrow()
  const row = await reader.db
    .selectFrom('establishment_year')
    .select(['employees', 'revenue', 'tax_paid', 'average_income'])
    .where('establishment_id', '=', visit.establishmentId)
    .where('year', '<', project.plan_year)
    .orderBy('year', 'desc')
    .executeTakeFirst()
  if (row === undefined) return noEffect
  return { jobs: row.employees, revenue: row.revenue, taxPaid: row.tax_paid, averageIncome: row.average_income }
}
