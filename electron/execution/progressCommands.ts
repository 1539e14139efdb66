// What can be done about progress: a month saved for many đề án at once; completed volume (Mẫu 3b).
import type { Insertable } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { ProgressReport, VolumeReport } from '../../shared/contract/executionProgress'
import { progressContradictions, volumeWarnings } from '../../shared/domain/executionProgress'
import { noAmounts } from '../../shared/domain/money'
import { projectStatusLabels } from '../../shared/labels'
import type { PlainMonth } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'
import type { ProgressReportTable } from '../database/schema/execution'
import { isRunning } from './progressReader'
import { type DecidedProject, decidedProject, fromPrefixed, prefixed } from './projectInForce'
import { readingOf, refuseContradictions } from './records'

interface MonthReport {
  readonly projectId: number
  readonly rowVersion: number
  readonly report: ProgressReport
}

/**
 * All or nothing: one đề án that cannot be saved keeps the others from being saved, and is named.
 * @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction
 */
export async function saveProgressMonth(
  writer: Writer,
  input: { readonly month: PlainMonth; readonly reports: readonly MonthReport[] },
): Promise<{ saved: { projectId: number; id: number; rowVersion: number }[] }> {
  const saved: { projectId: number; id: number; rowVersion: number }[] = []
  for (const [index, one] of input.reports.entries()) {
    const project = await decidedProject(writer, one.projectId)
    if (saved.some(({ projectId }) => projectId === one.projectId))
      throw new Refusal('rule.contradiction', `đề án ${project.code} có hai dòng trong cùng một tháng.`, [
        { path: `reports.${index}.projectId`, message: `Đề án ${project.code} đã có ở một dòng trên.` },
      ])
    refuseNotRunning(project, index)
    const problems = progressContradictions({ ...one.report, month: input.month }, writer.today).map((problem) => ({
      path: problem.path === 'month' ? 'month' : `reports.${index}.report.${problem.path}`,
      message: `${project.code}: ${problem.message}`,
    }))
    refuseContradictions(problems)
    saved.push({ projectId: one.projectId, ...(await saveReport(writer, project, input.month, one)) })
  }
  return { saved }
}

function refuseNotRunning(project: DecidedProject, index: number): void {
  if (isRunning(project.status)) return
  throw new Refusal(
    'step.not-allowed',
    `đề án ${project.code} đang ở bước “${projectStatusLabels[project.status]}”, không có tiến độ để báo cáo.`,
    [{ path: `reports.${index}.projectId`, message: `${project.code} không đang thực hiện.` }],
  )
}

async function saveReport(writer: Writer, project: DecidedProject, month: PlainMonth, one: MonthReport) {
  const { db } = writer
  const stored = await db
    .selectFrom('progress_report')
    .select(['id', 'row_version'])
    .where('project_id', '=', project.id)
    .where('month', '=', month)
    .executeTakeFirst()
  if ((stored?.row_version ?? 0) !== one.rowVersion) throw new Refusal('record.conflict')
  const { report } = one
  const rowVersion = one.rowVersion + 1
  const columns = {
    version_id: project.versionId,
    reported_on: report.reportedOn,
    work_done: report.workDone,
    value_done: report.valueDone,
    advance_requested: report.advanceRequested,
    difficulties: report.difficulties,
    expected_end: report.expectedEnd,
    confirmed_on: report.confirmedOn,
    note: report.note,
    row_version: rowVersion,
  }
  const id = stored?.id ?? (await insertReport(writer, { ...columns, project_id: project.id, month }))
  await db.updateTable('progress_report').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('progress_line').where('progress_report_id', '=', id).execute()
  for (const [rank, line] of report.lines.entries())
    await db
      .insertInto('progress_line')
      .values({ progress_report_id: id, rank, ...line })
      .execute()
  return { id, rowVersion }
}

async function insertReport(writer: Writer, values: Insertable<ProgressReportTable>): Promise<number> {
  const { id } = await writer.db.insertInto('progress_report').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

// ---- completed volume -----------------------------------------------------------------------------------------------------

export async function readVolumeReports(reader: Reader, { projectId }: { readonly projectId: number }) {
  const { db } = reader
  const rows = await db
    .selectFrom('volume_report')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const reports = []
  for (const row of rows) {
    const stored = await db
      .selectFrom('volume_line')
      .selectAll()
      .where('volume_report_id', '=', row.id)
      .orderBy('rank')
      .execute()
    const lines = stored.map((line) => ({
      content: line.content,
      unit: line.unit,
      plannedQuantity: line.planned_quantity,
      doneQuantity: line.done_quantity,
      planned: fromPrefixed('planned', line),
      done: fromPrefixed('done', line),
      note: line.note,
    }))
    reports.push({
      id: row.id,
      rowVersion: row.row_version,
      date: row.date,
      documentNumber: row.document_number,
      lines,
      note: row.note,
      warnings: volumeWarnings(lines),
    })
  }
  const project = await decidedProject(reader, projectId)
  return { reports, blank: blankVolume(project, reader.today) }
}

function blankVolume({ content }: DecidedProject, today: string): VolumeReport {
  return {
    date: today,
    documentNumber: '',
    lines: content.budget.map((line) => ({
      content: line.content,
      unit: line.unit,
      plannedQuantity: line.quantityThousandths,
      doneQuantity: null,
      planned: line.amounts,
      done: noAmounts,
      note: '',
    })),
    note: '',
  }
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction */
export async function saveVolumeReport(
  writer: Writer,
  input: {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly projectId: number
    readonly report: VolumeReport
  },
): Promise<{ id: number; rowVersion: number }> {
  const { db } = writer
  const { report } = input
  const project = await decidedProject(writer, input.projectId)
  if (report.date > writer.today)
    refuseContradictions([{ path: 'report.date', message: 'Ngày báo cáo khối lượng chưa đến.' }])
  const rowVersion = 1 + (await readingOf(writer, 'volume_report', input))
  const columns = {
    version_id: project.versionId,
    date: report.date,
    document_number: report.documentNumber,
    note: report.note,
    row_version: rowVersion,
  }
  const { id } =
    input.id === null
      ? await db
          .insertInto('volume_report')
          .values({ ...columns, project_id: project.id })
          .returning('id')
          .executeTakeFirstOrThrow()
      : { id: input.id }
  await db.updateTable('volume_report').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('volume_line').where('volume_report_id', '=', id).execute()
  for (const [rank, line] of report.lines.entries())
    await db
      .insertInto('volume_line')
      .values({
        volume_report_id: id,
        rank,
        content: line.content,
        unit: line.unit,
        planned_quantity: line.plannedQuantity,
        done_quantity: line.doneQuantity,
        ...prefixed('planned', line.planned),
        ...prefixed('done', line.done),
        note: line.note,
      })
      .execute()
  return { id, rowVersion }
}
