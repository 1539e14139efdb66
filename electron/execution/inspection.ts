// Inspection: the visits of a year, one visit whole, and what is done to them.

import { Refusal } from '../../shared/contract/errors'
import type { InspectionDetails, InspectionRow } from '../../shared/contract/executionInspection'
import {
  type AcceptedBeneficiary,
  type EffectFigures,
  effectChanges,
  findingState,
  type InspectionKind,
  inspectionContradictions,
  noEffect,
  type PlannedVisit,
  suggestedVisits,
} from '../../shared/domain/executionInspection'
import type { Programme } from '../../shared/domain/projects'
import { type PlainMonth, yearOf } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'
import type { InspectionTable } from '../database/executionSchema'
import { knownEstablishment } from './group'
import { readPhotos } from './progressReader'
import { decidedProject } from './projectInForce'
import { readingOf, refuseContradictions, type SavedRecord, under } from './records'

type Row = Omit<InspectionTable, 'id' | 'row_version'>

const effectsOf = (row: Row): { before: EffectFigures; after: EffectFigures } => ({
  before: {
    jobs: row.jobs_before,
    revenue: row.revenue_before,
    taxPaid: row.tax_paid_before,
    averageIncome: row.average_income_before,
  },
  after: { jobs: row.jobs, revenue: row.revenue, taxPaid: row.tax_paid, averageIncome: row.average_income },
})

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

// ---- the year -------------------------------------------------------------------------------------------------------------

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
  const suggested = suggestedVisits(year, accepted, await plannedVisits(reader))
  const names = new Map(accepted.map((one) => [one.projectId, one]))
  return {
    rows,
    suggested: suggested.map((visit) => ({
      ...visit,
      code: names.get(visit.projectId)?.code ?? '',
      name: names.get(visit.projectId)?.projectName ?? '',
    })),
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

async function plannedVisits(reader: Reader): Promise<PlannedVisit[]> {
  const rows = await reader.db
    .selectFrom('inspection')
    .select(['project_id', 'establishment_id', 'beneficiary', 'kind'])
    .execute()
  return rows.map((row) => ({
    projectId: row.project_id,
    establishmentId: row.establishment_id,
    beneficiary: row.beneficiary,
    kind: row.kind as InspectionKind,
  }))
}

// ---- one visit ------------------------------------------------------------------------------------------------------------

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
async function machinesAt(reader: Reader, projectId: number, establishmentId: number | null, beneficiary: string) {
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

async function blankVisit(
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

// ---- commands -------------------------------------------------------------------------------------------------------------

/** @throws Refusal record.missing, step.not-allowed, rule.contradiction */
export async function planVisits(
  writer: Writer,
  input: { readonly year: number; readonly visits: readonly (PlannedVisit & { readonly month: PlainMonth })[] },
): Promise<{ planned: number }> {
  for (const [index, { month, ...visit }] of input.visits.entries()) {
    const path = `visits.${index}`
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
