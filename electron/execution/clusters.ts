// Reports on the infrastructure of industrial clusters (Mẫu 13).

import type { ClusterReport } from '../../shared/contract/executionGroup'
import { clusterTotals } from '../../shared/domain/executionGroup'
import type { Reader, Writer } from '../database/access'
import { decidedProject } from './projectInForce'
import { readingOf, refuseContradictions, type SavedRecord } from './records'

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
