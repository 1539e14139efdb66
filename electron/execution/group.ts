// The detailed plan of a group đề án, training classes, reports on clusters: what is asked of them and done to them.

import { Refusal } from '../../shared/contract/errors'
import type { ClusterReport, DetailPlan, TrainingClass } from '../../shared/contract/executionGroup'
import {
  clusterTotals,
  detailPlanContradictions,
  detailPlanTotals,
  detailPlanWarnings,
  trainingContradictions,
  trainingHours,
  trainingWarnings,
} from '../../shared/domain/executionGroup'
import { splitAmounts } from '../../shared/domain/executionShares'
import { supportOf } from '../../shared/domain/money'
import type { Reader, Writer } from '../database/access'
import { type DecidedProject, decidedProject } from './projectInForce'
import { readingOf, refuseContradictions, type SavedRecord, under } from './records'
import { dong } from './words'

// ---- detailed plan --------------------------------------------------------------------------------------------------------

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

/** @throws Refusal input.invalid */
export async function knownEstablishment(writer: Writer, id: number | null, path: string): Promise<number | null> {
  if (id === null) return null
  const found = await writer.db.selectFrom('establishment').select('id').where('id', '=', id).executeTakeFirst()
  if (found === undefined)
    throw new Refusal('input.invalid', '', [{ path, message: 'Không còn cơ sở này trong danh sách.' }])
  return id
}

// ---- training -------------------------------------------------------------------------------------------------------------

export async function readTrainingClasses(reader: Reader, { projectId }: { readonly projectId: number }) {
  const { db } = reader
  const rows = await db
    .selectFrom('training_class')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const classes = []
  for (const row of rows) {
    const subjects = await db
      .selectFrom('training_subject')
      .selectAll()
      .where('training_class_id', '=', row.id)
      .orderBy('rank')
      .execute()
    const trainees = await db
      .selectFrom('trainee')
      .selectAll()
      .where('training_class_id', '=', row.id)
      .orderBy('rank')
      .execute()
    const one: TrainingClass = {
      name: row.name,
      occupation: row.occupation,
      plannedTrainees: row.planned_trainees,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      place: row.place,
      teacher: row.teacher,
      qualification: row.qualification,
      objective: row.objective,
      note: row.note,
      subjects: subjects.map((subject) => ({
        subject: subject.subject,
        theoryHours: subject.theory_hours,
        practiceHours: subject.practice_hours,
        note: subject.note,
      })),
      trainees: trainees.map((trainee) => ({
        name: trainee.name,
        bornIn: trainee.born_in,
        gender: trainee.gender,
        ethnicity: trainee.ethnicity,
        address: trainee.address,
        idNumber: trainee.id_number,
        certificateNumber: trainee.certificate_number,
        employer: trainee.employer,
        note: trainee.note,
      })),
    }
    classes.push({
      ...one,
      id: row.id,
      rowVersion: row.row_version,
      hours: trainingHours(one.subjects),
      warnings: trainingWarnings(one),
    })
  }
  return classes
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction */
export async function saveTrainingClass(
  writer: Writer,
  input: {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly projectId: number
    readonly trainingClass: TrainingClass
  },
): Promise<SavedRecord> {
  const { db } = writer
  const one = input.trainingClass
  await decidedProject(writer, input.projectId)
  const reading = await readingOf(writer, 'training_class', input)
  refuseContradictions(under('trainingClass', trainingContradictions(one)))
  const rowVersion = reading + 1
  const columns = {
    name: one.name,
    occupation: one.occupation,
    planned_trainees: one.plannedTrainees,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    place: one.place,
    teacher: one.teacher,
    qualification: one.qualification,
    objective: one.objective,
    note: one.note,
    row_version: rowVersion,
  }
  const { id } =
    input.id === null
      ? await db
          .insertInto('training_class')
          .values({ ...columns, project_id: input.projectId, rank: 0 })
          .returning('id')
          .executeTakeFirstOrThrow()
      : { id: input.id }
  await db.updateTable('training_class').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('training_subject').where('training_class_id', '=', id).execute()
  await db.deleteFrom('trainee').where('training_class_id', '=', id).execute()
  for (const [rank, subject] of one.subjects.entries())
    await db
      .insertInto('training_subject')
      .values({
        training_class_id: id,
        rank,
        subject: subject.subject,
        theory_hours: subject.theoryHours,
        practice_hours: subject.practiceHours,
        note: subject.note,
      })
      .execute()
  for (const [rank, trainee] of one.trainees.entries())
    await db
      .insertInto('trainee')
      .values({
        training_class_id: id,
        rank,
        name: trainee.name,
        born_in: trainee.bornIn,
        gender: trainee.gender,
        ethnicity: trainee.ethnicity,
        address: trainee.address,
        id_number: trainee.idNumber,
        certificate_number: trainee.certificateNumber,
        employer: trainee.employer,
        note: trainee.note,
      })
      .execute()
  return { id, rowVersion }
}

// ---- clusters -------------------------------------------------------------------------------------------------------------

export async function readClusterReports(reader: Reader, { projectId }: { readonly projectId: number }) {
  const { db } = reader
  const rows = await db
    .selectFrom('cluster_report')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const reports = []
  for (const row of rows) {
    const lines = await db
      .selectFrom('cluster_line')
      .select(['content', 'unit', 'planned', 'done', 'note'])
      .where('cluster_report_id', '=', row.id)
      .orderBy('rank')
      .execute()
    reports.push({
      id: row.id,
      rowVersion: row.row_version,
      date: row.date,
      documentNumber: row.document_number,
      cluster: row.cluster,
      place: row.place,
      investor: row.investor,
      decision: row.decision,
      areaThousandths: row.area_thousandths,
      note: row.note,
      lines,
      totals: clusterTotals(lines),
    })
  }
  return reports
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction */
export async function saveClusterReport(
  writer: Writer,
  input: {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly projectId: number
    readonly report: ClusterReport
  },
): Promise<SavedRecord> {
  const { db } = writer
  const { report } = input
  await decidedProject(writer, input.projectId)
  const reading = await readingOf(writer, 'cluster_report', input)
  if (report.date > writer.today) refuseContradictions([{ path: 'report.date', message: 'Ngày báo cáo chưa đến.' }])
  const rowVersion = reading + 1
  const columns = {
    date: report.date,
    document_number: report.documentNumber,
    cluster: report.cluster,
    place: report.place,
    investor: report.investor,
    decision: report.decision,
    area_thousandths: report.areaThousandths,
    note: report.note,
    row_version: rowVersion,
  }
  const { id } =
    input.id === null
      ? await db
          .insertInto('cluster_report')
          .values({ ...columns, project_id: input.projectId })
          .returning('id')
          .executeTakeFirstOrThrow()
      : { id: input.id }
  await db.updateTable('cluster_report').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('cluster_line').where('cluster_report_id', '=', id).execute()
  for (const [rank, line] of report.lines.entries())
    await db
      .insertInto('cluster_line')
      .values({ cluster_report_id: id, rank, ...line })
      .execute()
  return { id, rowVersion }
}
