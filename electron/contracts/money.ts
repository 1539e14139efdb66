// The money of đề án, level by level: what was given, signed, advanced, paid, taken back, settled.
import { type ContractLevel, contractLevels, everyDay } from '../../shared/domain/contracts'
import { type AmountsBySource, addAmounts, noAmounts, supportOf } from '../../shared/domain/money'
import {
  addStates,
  disbursementRate,
  leadingLevel,
  type MoneyState,
  moneyState,
  nothingMoved,
  settledHere,
  settledUnder,
} from '../../shared/domain/payments'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { type Granted, readGranted } from './granted'
import { type ContractRecord, contractedOf, contractsOfProjects, levelOfContract, movementsOf } from './records'
import { grantedAmounts, grantedColumns } from './settledLines'

export interface LevelMoney {
  readonly level: ContractLevel
  /** Signed ones. */
  readonly contracts: readonly ContractRecord[]
  readonly money: MoneyState
}

export interface ProjectMoney {
  readonly granted: Granted
  /** Drafts too. */
  readonly contracts: readonly ContractRecord[]
  readonly levels: readonly LevelMoney[]
  readonly leading: ContractLevel
  readonly money: MoneyState
  /** Accepted at base level, in whole or in part. */
  readonly accepted: boolean
  readonly settled: AmountsBySource | null
}

/** What was settled by decision until the day. */
export async function readSettled(
  reader: Reader,
  projectIds: readonly number[],
  day: PlainDate = everyDay,
): Promise<Map<number, AmountsBySource>> {
  const rows = await reader.db
    .selectFrom('settlement')
    .innerJoin('settlement_line as line', 'line.settlement_id', 'settlement.id')
    .where('settlement.project_id', 'in', idList(projectIds))
    .where('settlement.approved_on', '<=', day)
    .select(['settlement.project_id', ...grantedColumns])
    .execute()
  const settled = new Map<number, AmountsBySource>()
  for (const row of rows)
    settled.set(row.project_id, addAmounts(settled.get(row.project_id) ?? noAmounts, grantedAmounts(row)))
  return settled
}

async function readAccepted(reader: Reader, projectIds: readonly number[]): Promise<Set<number>> {
  const rows = await reader.db
    .selectFrom('acceptance')
    .select('project_id')
    .distinct()
    .where('project_id', 'in', idList(projectIds))
    .where('conclusion', '=', 'pass')
    .where('concluded_on', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.project_id))
}

const acceptedStatuses: readonly Granted['status'][] = [
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
]

function levelMoney(
  granted: Granted,
  contracts: readonly ContractRecord[],
  level: ContractLevel,
  settled: AmountsBySource,
): LevelMoney {
  const own = contracts.filter((one) => one.state !== 'draft' && levelOfContract(one) === level)
  const movements = own.flatMap((one) => movementsOf(one, granted.projectId))
  return {
    level,
    contracts: own,
    money: moneyState({
      allocated: granted.allocated ?? noAmounts,
      contracted: contractedOf(own, granted.projectId),
      movements,
      settled: settledHere(settled, movements),
    }),
  }
}

/** In the order of the ids. */
export async function readProjectMoney(reader: Reader, projectIds: readonly number[]): Promise<ProjectMoney[]> {
  if (projectIds.length === 0) return []
  const granted = await readGranted(reader, projectIds)
  const contracts = await contractsOfProjects(reader, projectIds)
  const settledOf = await readSettled(reader, projectIds)
  const accepted = await readAccepted(reader, projectIds)
  const contractsOf = new Map<number, ContractRecord[]>()
  for (const contract of contracts)
    for (const { projectId } of contract.details.lines) {
      const own = contractsOf.get(projectId)
      if (own === undefined) contractsOf.set(projectId, [contract])
      else own.push(contract)
    }
  return projectIds.flatMap((projectId): ProjectMoney[] => {
    const project = granted.get(projectId)
    if (project === undefined) return []
    const own = contractsOf.get(projectId) ?? []
    const leading = leadingLevel(own.some((one) => one.details.kind === 'agency' && one.state !== 'draft'))
    const settled = settledOf.get(projectId) ?? null
    // No money was settled where none was to flow: without a contract only the leading level tells of it.
    const flows = (level: ContractLevel) =>
      level === leading || own.some((one) => one.state !== 'draft' && levelOfContract(one) === level)
    const levels = contractLevels.map((level) =>
      levelMoney(project, own, level, flows(level) ? (settled ?? noAmounts) : noAmounts),
    )
    return [
      {
        granted: project,
        contracts: own,
        levels,
        leading,
        money: levels.find((one) => one.level === leading)?.money ?? nothingMoved,
        accepted: accepted.has(projectId) || acceptedStatuses.includes(project.status),
        settled,
      },
    ]
  })
}

/** What of the settled sum this contract has to have given. */
export function settledBy({ granted, levels, settled }: ProjectMoney, contract: ContractRecord): AmountsBySource {
  const own = levels.find(({ level }) => level === levelOfContract(contract))
  const others = (own?.contracts ?? []).filter((one) => one.id !== contract.id)
  return settledUnder(
    settled ?? noAmounts,
    others.flatMap((one) => movementsOf(one, granted.projectId)),
  )
}

/** Of the support alone: what the beneficiary puts in is not disbursed by anybody. */
export function disbursement(money: MoneyState): number | null {
  const disbursed = supportOf(money.advanced) + supportOf(money.paid) - supportOf(money.recovered)
  return disbursementRate(Math.max(0, disbursed), supportOf(money.allocated))
}

export function moneyOfYear(projects: readonly ProjectMoney[]): MoneyState {
  return addStates(projects.map((one) => one.money))
}
