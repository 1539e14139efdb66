// Việc cần làm of carrying out: what failed and must be mended, findings still open, visits of the month, settlement files due.

import { stillFailed } from '../../shared/domain/executionCoverage'
import { executionTasks, type TaskFacts } from '../../shared/domain/executionTasks'
import { lastDayOf, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { headOf, readAcceptances } from './acceptanceRecords'
import { readHead } from './projectInForce'

export async function readTasks(reader: Reader, { today }: { readonly today?: PlainDate | undefined }) {
  const facts: TaskFacts[] = []
  const failed = await reader.db
    .selectFrom('acceptance')
    .select('project_id')
    .distinct()
    .where('conclusion', '=', 'fail')
    .where('concluded_on', 'is not', null)
    .execute()
  for (const { project_id: projectId } of failed) {
    const { code } = await readHead(reader, projectId)
    for (const head of stillFailed((await readAcceptances(reader, [projectId])).map(headOf)))
      if (head.mendBy !== null)
        facts.push({
          kind: 'mend',
          projectId,
          refId: head.id,
          code,
          what: head.beneficiary,
          due: head.mendBy,
          mended: head.mendedOn !== null,
        })
  }
  const findings = await reader.db
    .selectFrom('inspection_finding as finding')
    .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
    .innerJoin('project', 'project.id', 'inspection.project_id')
    .where('finding.resolved_on', 'is', null)
    .where('finding.due_on', 'is not', null)
    .select(['inspection.id', 'inspection.project_id', 'project.code', 'finding.finding', 'finding.due_on'])
    .execute()
  for (const row of findings)
    facts.push({
      kind: 'finding',
      projectId: row.project_id,
      refId: row.id,
      code: row.code,
      what: row.finding,
      due: row.due_on ?? '',
      mended: false,
    })
  const visits = await reader.db
    .selectFrom('inspection')
    .innerJoin('project', 'project.id', 'inspection.project_id')
    .where('inspection.visited_on', 'is', null)
    .where('inspection.planned_month', 'is not', null)
    .select(['inspection.id', 'inspection.project_id', 'project.code', 'inspection.beneficiary'])
    .select('inspection.planned_month')
    .execute()
  for (const row of visits)
    facts.push({
      kind: 'visit',
      projectId: row.project_id,
      refId: row.id,
      code: row.code,
      what: row.beneficiary,
      due: lastDayOf(row.planned_month ?? ''),
      mended: false,
    })
  return executionTasks(facts, today ?? reader.today)
}
