// What of carrying out is on record, as the table of steps asks it.

import { notYetAccepted, stillFailed } from '../../shared/domain/executionCoverage'
import { type ExecutionFacts, nothingCarriedOut } from '../../shared/domain/executionNeeds'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import type { Reader } from '../database/access'
import { findVersionInForce } from '../projects/inForce'
import { headOf, readAcceptances } from './acceptanceRecords'
import { contractWords, signedContracts } from './money'
import { decidedProject } from './projectInForce'
import { differencesOf, findSettlement } from './settlementReader'

/** Nothing of it can be on record of a đề án that was not decided. */
const beforeDecision: readonly ProjectStatus[] = [
  'draft',
  'submittedDoit',
  'appraisedBase',
  'returned',
  'registeredAgency',
  'appraisedMinistry',
  'rejected',
  'cancelled',
]

export async function readExecutionFacts(
  reader: Reader,
  projectId: number,
  status: ProjectStatus,
): Promise<ExecutionFacts> {
  if (beforeDecision.includes(status) || (await findVersionInForce(reader, projectId, null)) === null)
    return nothingCarriedOut
  const project = await decidedProject(reader, projectId)
  const contracts = await signedContracts(reader, projectId)
  const signed = (kind: 'agency' | 'beneficiary' | 'supplier') =>
    contracts.filter((one) => one.details.kind === kind && one.state !== 'terminated').length
  const heads = (await readAcceptances(reader, [projectId])).map(headOf)
  return {
    signed: { agency: signed('agency'), beneficiary: signed('beneficiary'), supplier: signed('supplier') },
    openContracts: contracts.filter((one) => one.state === 'signed').map(contractWords),
    detailPlan: await detailPlanFacts(reader, projectId),
    acceptance: {
      passed: heads.filter((head) => head.concluded && head.conclusion === 'pass').length,
      unaccepted: notYetAccepted(project.content.beneficiaries, heads).map(({ name }) => name),
      openFailures: stillFailed(heads).length,
      drafts: heads.filter((head) => !head.concluded).length,
    },
    settlement: await settlementFacts(reader, projectId, project.planYear),
    visits: await afterVisits(reader, projectId),
  }
}

async function detailPlanFacts(reader: Reader, projectId: number): Promise<ExecutionFacts['detailPlan']> {
  const row = await reader.db
    .selectFrom('detail_plan as plan')
    .leftJoin('detail_plan_line as line', 'line.detail_plan_id', 'plan.id')
    .where('plan.project_id', '=', projectId)
    .groupBy('plan.id')
    .select(['plan.approved_on', 'plan.approval_number'])
    .select(({ fn }) => fn.count<number>('line.id').as('lines'))
    .executeTakeFirst()
  if (row === undefined) return null
  return { lines: row.lines, approved: row.approved_on !== null && row.approval_number !== '' }
}

async function settlementFacts(
  reader: Reader,
  projectId: number,
  planYear: number,
): Promise<ExecutionFacts['settlement']> {
  const stored = await findSettlement(reader, projectId)
  if (stored === null) return null
  const { details } = stored
  const differences = await differencesOf(reader, { id: projectId, planYear }, details)
  return {
    dated: details.date !== null,
    lines: details.lines.length,
    vouchers: details.vouchers.length,
    unexplained: details.differenceReason === '' ? differences : [],
    approved: stored.approvedOn !== null,
  }
}

async function afterVisits(reader: Reader, projectId: number): Promise<number> {
  const { count } = await reader.db
    .selectFrom('inspection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('project_id', '=', projectId)
    .where('visited_on', 'is not', null)
    .where('kind', 'in', ['afterOneYear', 'afterTwoYears'])
    .executeTakeFirstOrThrow()
  return count
}
