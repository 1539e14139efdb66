// The facts of reports as of a day, read together for any number of đề án.
import { noAmounts } from '../../shared/domain/money'
import { isInPlan, type ReportFacts } from '../../shared/domain/reportFacts'
import { allocatedFrom } from '../contracts/granted'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import type { AdminUnits } from '../office/adminUnits'
import { readBeneficiaries, splitPlan } from './beneficiaryFacts'
import { groupBy } from './grouping'
import { noMoney, readMoneyFacts, readSettlements } from './moneyFacts'
import {
  type FactsInput,
  readAssigned,
  readBudgets,
  readHeads,
  readIds,
  readPlanned,
  totalsByVersion,
} from './planFacts'
import { readAcceptanceFacts, readAdjustments, readClasses, readPlannedOutputs } from './resultFacts'

async function readPlaces(
  reader: Reader,
  versionIds: readonly number[],
): Promise<Map<number, ReportFacts['places'][number][]>> {
  const rows = await reader.db
    .selectFrom('project_place')
    .where('version_id', 'in', idList(versionIds))
    .select(['version_id', 'commune_code', 'text'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const places = new Map<number, ReportFacts['places'][number][]>()
  for (const { version_id, commune_code, text } of rows)
    places.set(version_id, [...(places.get(version_id) ?? []), { communeCode: commune_code, text }])
  return places
}

/** đề án of the years and of the money and results of the period, in the order of year, programme and code. */
export async function readReportFacts(reader: Reader, units: AdminUnits, input: FactsInput): Promise<ReportFacts[]> {
  const ids = await readIds(reader, input)
  if (ids.length === 0) return []
  const { asOf } = input
  const projects = await readPlanned(reader, ids, input)
  const shownIds = projects.map(({ versionId }) => versionId)
  const heads = await readHeads(reader, shownIds)
  const budgets = await readBudgets(reader, [
    ...new Set([
      ...shownIds,
      ...projects.flatMap(({ approvedId, decidedId }) => [approvedId ?? [], decidedId ?? []].flat()),
    ]),
  ])
  const totals = totalsByVersion(budgets)
  const budgetsOf = groupBy(budgets, ({ versionId }) => versionId)
  const beneficiaries = await readBeneficiaries(reader, units, shownIds)
  const places = await readPlaces(reader, shownIds)
  const outputs = await readPlannedOutputs(reader, shownIds)
  const assigned = await readAssigned(reader, ids, asOf)
  const money = await readMoneyFacts(reader, ids, asOf)
  const settled = await readSettlements(
    reader,
    projects.map(({ projectId }) => projectId),
    asOf,
  )
  const acceptances = await readAcceptanceFacts(reader, ids, asOf)
  const classes = await readClasses(reader, ids, asOf)
  const adjustments = await readAdjustments(reader, ids, asOf)
  return projects.flatMap((project): ReportFacts[] => {
    const head = heads.get(project.versionId)
    if (head === undefined) return []
    const { projectId, versionId, approvedId, decidedId, ...identity } = project
    const counts = isInPlan(project)
    const plan = counts ? (totals.get(versionId) ?? noAmounts) : noAmounts
    const totalOf = (id: number | null) => (id === null ? null : (totals.get(id) ?? noAmounts))
    return [
      {
        ...identity,
        ...head,
        projectId,
        ...splitPlan(plan, beneficiaries.get(versionId) ?? [], counts ? (budgetsOf.get(versionId) ?? []) : []),
        places: places.get(versionId) ?? [],
        plan,
        assigned:
          identity.standing === 'ended'
            ? noAmounts
            : (allocatedFrom(assigned.get(projectId), totalOf(approvedId), totalOf(decidedId)) ?? noAmounts),
        outputs: outputs.get(versionId) ?? [],
        ...(money.get(projectId) ?? noMoney),
        acceptances: acceptances.get(projectId) ?? [],
        settlement: settled.get(projectId) ?? null,
        classes: classes.get(projectId) ?? [],
        adjustedOn: adjustments.get(projectId) ?? [],
      },
    ]
  })
}
