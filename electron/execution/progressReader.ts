// What can be asked of progress: a month's list of all running đề án, the reports of one.
import type { AttachmentHead } from '../../shared/contract/archive'
import type { ProgressMonthRow, ProgressOnRecord, ProgressReport } from '../../shared/contract/executionProgress'
import { type DeadlineRule, occurrencesOf } from '../../shared/domain/deadlines'
import {
  carriedOver,
  overallPercent,
  type ProgressLine,
  progressWarnings,
  reportedContents,
  runningStatuses,
} from '../../shared/domain/executionProgress'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { totalOf } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { type PlainDate, type PlainMonth, yearOf } from '../../shared/vietnamese/dates'
import { attachmentHeadFrom, headColumns } from '../archive/attachments'
import type { Reader } from '../database/access'
import { readRules } from '../programmes/reader'
import { type DecidedProject, decidedProject, readHead } from './projectInForce'

export function isRunning(status: ProjectStatus): boolean {
  return runningStatuses.some((one) => one === status)
}

interface StoredReport {
  readonly id: number
  readonly rowVersion: number
  readonly month: PlainMonth
  readonly report: ProgressReport
}

const blankReport: Omit<ProgressReport, 'lines'> = {
  reportedOn: null,
  workDone: '',
  valueDone: null,
  advanceRequested: null,
  difficulties: '',
  expectedEnd: null,
  confirmedOn: null,
  note: '',
}

async function readLines(reader: Reader, reportIds: readonly number[]): Promise<Map<number, ProgressLine[]>> {
  const lines = new Map<number, ProgressLine[]>()
  if (reportIds.length === 0) return lines
  const rows = await reader.db
    .selectFrom('progress_line')
    .selectAll()
    .where('progress_report_id', 'in', reportIds)
    .orderBy('rank')
    .execute()
  for (const { progress_report_id: of, content, percent, note } of rows)
    lines.set(of, [...(lines.get(of) ?? []), { content, percent, note }])
  return lines
}

/** Newest month first. */
export async function readReports(reader: Reader, projectId: number): Promise<StoredReport[]> {
  const rows = await reader.db
    .selectFrom('progress_report')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('month', 'desc')
    .execute()
  const lines = await readLines(
    reader,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    month: row.month,
    report: {
      reportedOn: row.reported_on,
      lines: lines.get(row.id) ?? [],
      workDone: row.work_done,
      valueDone: row.value_done,
      advanceRequested: row.advance_requested,
      difficulties: row.difficulties,
      expectedEnd: row.expected_end,
      confirmedOn: row.confirmed_on,
      note: row.note,
    },
  }))
}

export async function readProgress(
  reader: Reader,
  { projectId }: { readonly projectId: number },
): Promise<{ running: boolean; reports: ProgressOnRecord[] }> {
  const head = await readHead(reader, projectId)
  const photos = await readPhotos(reader, projectId, 'progress_report_id')
  const reports = await readReports(reader, projectId)
  return {
    running: isRunning(head.status),
    reports: reports.map(({ report, ...stored }) => ({
      ...stored,
      ...report,
      percent: overallPercent(report.lines),
      photos: photos.get(stored.id) ?? [],
    })),
  }
}

/** What the newest monthly report of each đề án says is done of the whole, in hundredths of a percent. */
export async function latestPercents(reader: Reader, projectIds: readonly number[]): Promise<Map<number, number>> {
  const lines = await reader.db
    .selectFrom('progress_line as line')
    .innerJoin('progress_report as report', 'report.id', 'line.progress_report_id')
    .where('report.project_id', 'in', projectIds)
    .where(({ eb, selectFrom }) =>
      eb(
        'report.month',
        '=',
        selectFrom('progress_report as newest')
          .whereRef('newest.project_id', '=', 'report.project_id')
          .select(({ fn }) => fn.max('newest.month').as('month')),
      ),
    )
    .select(['report.project_id', 'line.percent'])
    .execute()
  const byProject = new Map<number, { percent: number }[]>()
  for (const { project_id: id, percent } of lines) byProject.set(id, [...(byProject.get(id) ?? []), { percent }])
  return new Map([...byProject].map(([id, own]) => [id, overallPercent(own)]))
}

/** Files of a đề án by the record they were taken for. */
export async function readPhotos(
  reader: Reader,
  projectId: number,
  owner: 'progress_report_id' | 'acceptance_id' | 'inspection_id',
): Promise<Map<number, AttachmentHead[]>> {
  const rows = await reader.db
    .selectFrom('attachment')
    .select(headColumns)
    .select(`attachment.${owner} as owner`)
    .where('attachment.project_id', '=', projectId)
    .where(`attachment.${owner}`, 'is not', null)
    .orderBy('attachment.id')
    .execute()
  const photos = new Map<number, AttachmentHead[]>()
  for (const row of rows)
    if (row.owner !== null) photos.set(row.owner, [...(photos.get(row.owner) ?? []), attachmentHeadFrom(row)])
  return photos
}

/** Running in the month: by its state, and the year's own or one whose months reach into it. */
async function runningProjects(
  reader: Reader,
  month: PlainMonth,
  programme: Programme | null,
): Promise<{ readonly id: number }[]> {
  let rows = reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.status', 'in', [...runningStatuses])
    .where(({ eb, or, and }) =>
      or([
        eb('project.plan_year', '=', yearOf(month)),
        and([eb('version.start_month', '<=', month), eb('version.end_month', '>=', month)]),
        // Late: begun in an earlier year and still not accepted.
        eb('project.plan_year', '<', yearOf(month)),
      ]),
    )
  if (programme !== null) rows = rows.where('project.programme', '=', programme)
  return rows.select('project.id').orderBy('project.programme', 'desc').orderBy('project.code').execute()
}

/** What a report of this month starts from, and how it looks beside the one before. */
export async function monthRow(reader: Reader, project: DecidedProject, month: PlainMonth): Promise<ProgressMonthRow> {
  const reports = await readReports(reader, project.id)
  const own = reports.find((one) => one.month === month)
  const before = reports.find((one) => one.month < month)
  const previous = before?.report.lines ?? []
  const contents = reportedContents(project.content.scheduleSteps)
  const report = own?.report ?? {
    ...blankReport,
    lines: carriedOver(contents, previous),
    workDone: before?.report.workDone ?? '',
    valueDone: before?.report.valueDone ?? null,
    expectedEnd: before?.report.expectedEnd ?? project.content.endMonth,
  }
  const totalCost = totalOf(project.amounts)
  return {
    projectId: project.id,
    code: project.code,
    name: project.content.name,
    programme: project.programme,
    status: project.status,
    support: project.support,
    totalCost,
    reportId: own?.id ?? null,
    rowVersion: own?.rowVersion ?? 0,
    report,
    percent: overallPercent(report.lines),
    previous: report.lines.map(({ content }) => previous.find((line) => line.content === content)?.percent ?? null),
    previousMonth: before?.month ?? null,
    warnings: progressWarnings(
      { ...report, month },
      {
        planYear: project.planYear,
        startMonth: project.content.startMonth,
        endMonth: project.content.endMonth,
        previous,
        totalCost,
      },
    ),
  }
}

export async function readProgressMonth(
  reader: Reader,
  shipped: readonly DeadlineRule[],
  { month, programme }: { readonly month: PlainMonth; readonly programme: Programme | null },
) {
  const rows: ProgressMonthRow[] = []
  for (const { id } of await runningProjects(reader, month, programme)) {
    rows.push(await monthRow(reader, await decidedProject(reader, id), month))
  }
  return { month, lastDay: await lastDayFor(reader, shipped, month), rows }
}

/** By the rule of the monthly report in force, the office's own included; the earliest of several. */
async function lastDayFor(
  reader: Reader,
  shipped: readonly DeadlineRule[],
  month: PlainMonth,
): Promise<PlainDate | null> {
  const rules = (await readRules(reader, shipped)).filter((rule) => !rule.off && rule.when.kind === 'monthly')
  const days = rules.flatMap((rule) =>
    occurrencesOf(rule, [], yearOf(month)).flatMap((one) => (one.due.startsWith(month) ? [one.lastDay] : [])),
  )
  return days.sort()[0] ?? null
}
