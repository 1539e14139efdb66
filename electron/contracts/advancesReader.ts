// Contracts of a year with what was advanced, paid, taken back and settled under each by a day, by the support alone.
import { type ContractKind, everyDay, standingValue } from '../../shared/domain/contracts'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import { givenBy, sumMovements } from '../../shared/domain/payments'
import type { Programme } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { readGranted } from './granted'
import { readSettled } from './money'
import {
  type ContractRecord,
  contractOn,
  contractsOfProjects,
  dateNow,
  levelOfContract,
  movementsOf,
  readContracts,
  totalValue,
} from './records'

export interface AdvanceRow {
  readonly id: number
  readonly kind: ContractKind
  readonly programme: Programme
  readonly number: string
  readonly signedOn: string | null
  readonly party: string
  readonly projects: readonly string[]
  readonly value: number
  readonly first: number
  readonly later: number
  readonly paid: number
  readonly recovered: number
  /** null: not settled, or settled together with other contracts of the đề án. */
  readonly settled: number | null
  readonly toPay: number
  readonly toRecover: number
  readonly due: string | null
}

/** What one contract gave of the support for one đề án, less what came back. */
function netGiven(contract: ContractRecord, projectId: number): number {
  const movements = movementsOf(contract, projectId)
  return supportOf(givenBy(movements)) - supportOf(sumMovements(movements, 'recovery'))
}

/**
 * The settlement is of the đề án. A contract that alone carries its level has it whole; where several do, each has settled
 * what it gave if together they gave exactly what was settled. Otherwise nobody can tell them apart.
 */
function settledOf(
  contract: ContractRecord,
  contractsOf: ReadonlyMap<number, readonly ContractRecord[]>,
  settledOfProject: ReadonlyMap<number, AmountsBySource>,
): number | null {
  let sum = 0
  for (const { projectId } of contract.details.lines) {
    const project = settledOfProject.get(projectId)
    const own = (contractsOf.get(projectId) ?? []).filter((one) => levelOfContract(one) === levelOfContract(contract))
    if (project === undefined || own.length === 0) return null
    const settled = supportOf(project)
    if (own.length === 1) sum += settled
    else if (own.reduce((given, one) => given + netGiven(one, projectId), 0) === settled)
      sum += netGiven(contract, projectId)
    else return null
  }
  return contract.details.lines.length === 0 ? null : sum
}

function support(
  contract: ContractRecord,
  counts: (kind: string, round: number) => boolean,
  rounds: ReadonlyMap<number, number>,
) {
  const parts: AmountsBySource[] = contract.movements
    .filter((one) => counts(one.kind, rounds.get(one.paymentId) ?? 1))
    .map((one) => one.amounts)
  return parts.reduce((sum, amounts) => sum + supportOf(amounts), 0)
}

interface AdvancesAsked {
  readonly year: number
  readonly lastYear?: number
  readonly programme: Programme | null
  /** Nothing that was signed, moved, settled or closed later; everything on record unless said. */
  readonly asOf?: PlainDate
}

export async function readAdvances(reader: Reader, input: AdvancesAsked): Promise<AdvanceRow[]> {
  const day = input.asOf ?? everyDay
  const boundOn = (all: readonly ContractRecord[]) => all.flatMap((one) => contractOn(one, day) ?? [])
  let found = reader.db
    .selectFrom('contract')
    .select('id')
    .where('year', '>=', input.year)
    .where('year', '<=', input.lastYear ?? input.year)
    .where('state', '<>', 'draft')
  if (input.programme !== null) found = found.where('programme', '=', input.programme)
  const ids = await found.orderBy('programme', 'desc').orderBy('signed_on').orderBy('id').execute()
  const contracts = boundOn(
    await readContracts(
      reader,
      ids.map((row) => row.id),
    ),
  )
  const projectIds = [...new Set(contracts.flatMap((one) => one.details.lines.map((line) => line.projectId)))]
  const granted = await readGranted(reader, projectIds)
  const settledOfProject = await readSettled(reader, projectIds, day)
  const contractsOf = new Map<number, ContractRecord[]>()
  for (const contract of boundOn(await contractsOfProjects(reader, projectIds)))
    for (const { projectId } of contract.details.lines) {
      const own = contractsOf.get(projectId)
      if (own === undefined) contractsOf.set(projectId, [contract])
      else own.push(contract)
    }
  const payments =
    ids.length === 0
      ? []
      : await reader.db
          .selectFrom('contract_payment')
          .select(['id', 'round'])
          .where('contract_id', 'in', idList(ids.map((row) => row.id)))
          .execute()
  const rounds = new Map(payments.map((row) => [row.id, row.round]))
  return contracts.map((contract): AdvanceRow => {
    const { details } = contract
    const first = support(contract, (kind, round) => kind === 'advance' && round === 1, rounds)
    const later = support(contract, (kind, round) => kind === 'advance' && round > 1, rounds)
    const paid = support(contract, (kind) => kind === 'payment', rounds)
    const recovered = support(contract, (kind) => kind === 'recovery', rounds)
    const value = supportOf(standingValue(contract.state, totalValue(contract), givenBy(contract.movements)))
    const settled = settledOf(contract, contractsOf, settledOfProject)
    // Settled, what was approved is due; until then what was signed.
    const balance = (settled ?? value) - (first + later + paid - (settled === null ? 0 : recovered))
    return {
      id: contract.id,
      kind: details.kind,
      programme: details.programme,
      number: contract.number,
      signedOn: contract.signedOn,
      party: details.kind === 'agency' ? details.giver.name : details.receiver.name,
      projects: details.lines.map((line) => granted.get(line.projectId)?.code ?? ''),
      value,
      first,
      later,
      paid,
      recovered,
      settled,
      toPay: Math.max(0, balance),
      toRecover: Math.max(0, -balance),
      due: dateNow(contract, 'liquidationBy'),
    }
  })
}
