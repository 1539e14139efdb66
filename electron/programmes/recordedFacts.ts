// What the records themselves say of deadlines: acceptances that days are counted from, and work that is on record as done.
import type { DeadlineEvent, DeadlineRule } from '../../shared/domain/deadlines'
import { runningStatuses } from '../../shared/domain/executionProgress'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

export interface RecordedFacts {
  /** Their ids are below nothing, so that none is taken for one that a person noted. */
  readonly events: readonly DeadlineEvent[]
  /** Note by the key of an occurrence. */
  readonly done: ReadonlyMap<string, string>
}

const acceptedStatuses: readonly ProjectStatus[] = [
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
]

export async function readFactsOf(reader: Reader, rules: readonly DeadlineRule[]): Promise<RecordedFacts> {
  const events: DeadlineEvent[] = []
  const done = new Map<string, string>()
  for (const rule of rules) {
    if (rule.counts === 'lastAcceptance')
      for (const one of await lastAcceptances(reader, rule)) {
        const event = { id: -one.id, ruleKey: rule.key, date: one.lastOn, what: `nghiệm thu cuối cùng của ${one.code}` }
        events.push(event)
        if (one.filedOn !== null)
          done.set(`${rule.key}#${event.id}`, `Hồ sơ quyết toán lập ngày ${formatDate(one.filedOn)}`)
      }
    if (rule.counts === 'monthlyProgress' && rule.when.kind === 'monthly')
      for (const { month, count } of await reportedMonths(reader, rule))
        done.set(
          `${rule.key}@${month}-${String(rule.when.day).padStart(2, '0')}`,
          `Đã có báo cáo ${formatMonth(month)} của ${count} đề án`,
        )
  }
  return { events, done }
}

async function lastAcceptances(reader: Reader, rule: DeadlineRule) {
  const rows = await reader.db
    .selectFrom('project')
    .innerJoin('acceptance', 'acceptance.project_id', 'project.id')
    .leftJoin('settlement', 'settlement.project_id', 'project.id')
    .where('project.programme', '=', rule.programme)
    .where('project.status', 'in', [...acceptedStatuses])
    .where('acceptance.conclusion', '=', 'pass')
    .where('acceptance.concluded_on', 'is not', null)
    .groupBy('project.id')
    .select(['project.id', 'project.code', 'settlement.date as filedOn'])
    .select(({ fn }) => fn.max('acceptance.date').as('lastOn'))
    .execute()
  return rows.flatMap((row) => (row.lastOn === null ? [] : [{ ...row, lastOn: row.lastOn }]))
}

/** Months of which every đề án still running has sent its report. */
async function reportedMonths(reader: Reader, rule: DeadlineRule): Promise<{ month: string; count: number }[]> {
  const running = await reader.db
    .selectFrom('project')
    .select('id')
    .where('programme', '=', rule.programme)
    .where('status', 'in', [...runningStatuses])
    .execute()
  const reports = await reader.db
    .selectFrom('progress_report as report')
    .innerJoin('project', 'project.id', 'report.project_id')
    .where('project.programme', '=', rule.programme)
    .where('report.reported_on', 'is not', null)
    .select(['report.month', 'report.project_id'])
    .orderBy('report.month')
    .execute()
  const byMonth = new Map<string, Set<number>>()
  for (const { month, project_id } of reports) byMonth.set(month, (byMonth.get(month) ?? new Set()).add(project_id))
  return [...byMonth].flatMap(([month, ids]) =>
    running.every(({ id }) => ids.has(id)) ? [{ month, count: ids.size }] : [],
  )
}
