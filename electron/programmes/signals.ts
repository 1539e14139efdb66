// The facts that early signs are read from: đề án being carried out, requests that wait.
import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type SignalFacts, type SignalRules, watchedStatuses } from '../../shared/domain/signals'
import { monthOf, type PlainDate, yearOf } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { versionInForceOn } from '../projects/inForce'

const file = z.strictObject({
  note: z.string(),
  notStartedAfterMonth: z.number().int().min(1).max(12),
  investmentTolerancePercent: z.number().int().min(0).max(100),
  undecidedDays: z.number().int().min(1),
  manyAdjustments: z.number().int().min(1),
})

export function loadSignalRules(resourcesDir: string): SignalRules {
  const { note: _note, ...rules } = file.parse(
    JSON.parse(fs.readFileSync(path.join(resourcesDir, 'signals.json'), 'utf8')),
  )
  return rules
}

/** What older years left open is no early sign any more. */
const yearsBack = 2

export async function readSignalFacts(reader: Reader, today: PlainDate): Promise<SignalFacts> {
  return { projects: await readProjects(reader, today), requests: await readRequests(reader) }
}

/** Adjustments that still hold: neither cancelled, nor the version that cancelling made. */
const adjustments = (today: PlainDate) => sql<number>`(SELECT count(*) FROM project_version adjusted
  WHERE adjusted.project_id = project.id AND adjusted.locked = 1 AND adjusted.stage = 'adjusted'
    AND adjusted.decision_date <= ${today}
    AND NOT EXISTS (SELECT 1 FROM change_item undone WHERE undone.restored_version_id = adjusted.id)
    AND NOT EXISTS (SELECT 1 FROM change_item cancelled
      WHERE cancelled.made_version_id = adjusted.id AND cancelled.restored_version_id IS NOT NULL))`

const isAsked = sql<number>`EXISTS (SELECT 1 FROM change_item asked JOIN change_request request ON request.id = asked.request_id
  WHERE asked.project_id = project.id AND asked.kind = 'adjust' AND request.state = 'submitted')`

async function readProjects(reader: Reader, today: PlainDate): Promise<SignalFacts['projects']> {
  const rows = await reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', (join) => join.on('version.id', '=', versionInForceOn(today)))
    .where('project.plan_year', '>=', yearOf(today) - yearsBack)
    .where('project.plan_year', '<=', yearOf(today))
    .where('project.status', 'in', [...watchedStatuses])
    .select(['project.id', 'project.code', 'project.plan_year', 'project.status'])
    .select(['version.name', 'version.start_month', 'version.end_month'])
    .select([adjustments(today).as('adjustments'), isAsked.as('asked')])
    .select(
      sql<number>`(SELECT coalesce(sum(line.national + line.local + line.counterpart + line.other), 0)
        FROM budget_line line WHERE line.version_id = version.id)`.as('planned'),
    )
    .select(
      sql<
        string | null
      >`(SELECT json_object('month', report.month, 'done', report.value_done) FROM progress_report report
        WHERE report.project_id = project.id AND report.month <= ${monthOf(today)} AND report.value_done IS NOT NULL
        ORDER BY report.month DESC LIMIT 1)`.as('report'),
    )
    .orderBy('project.plan_year')
    .orderBy('project.code')
    .execute()
  return rows.map((row) => ({
    projectId: row.id,
    code: row.code,
    name: row.name,
    planYear: row.plan_year,
    status: row.status as ProjectStatus,
    startMonth: row.start_month,
    endMonth: row.end_month,
    planned: row.planned,
    report: row.report === null ? null : (JSON.parse(row.report) as { month: string; done: number }),
    adjustments: row.adjustments,
    asked: row.asked === 1,
  }))
}

async function readRequests(reader: Reader): Promise<SignalFacts['requests']> {
  const rows = await reader.db
    .selectFrom('change_request as request')
    .innerJoin('change_item as item', 'item.request_id', 'request.id')
    .innerJoin('project', 'project.id', 'item.project_id')
    .where('request.state', '=', 'submitted')
    .select(['request.id', 'request.letter_number', 'request.submitted_on', 'project.code'])
    .orderBy('request.id')
    .orderBy('item.rank')
    .execute()
  const requests = new Map<number, { letterNumber: string; submittedOn: PlainDate; codes: string[] }>()
  for (const { id, letter_number, submitted_on, code } of rows) {
    if (submitted_on === null) continue
    const known = requests.get(id)
    if (known === undefined) requests.set(id, { letterNumber: letter_number, submittedOn: submitted_on, codes: [code] })
    else known.codes.push(code)
  }
  return [...requests].map(([requestId, request]) => ({ requestId, ...request }))
}
