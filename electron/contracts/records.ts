// Contracts as they are on record: parties, lines, appendices and what was paid, read together for any number of them.
import type { AppendixDetails, ContractDetails, ContractParty } from '../../shared/contract/contracts'
import {
  type ContractKind,
  type ContractLine,
  type ContractState,
  everyDay,
  levelOf,
  linesOn,
  standingValue,
} from '../../shared/domain/contracts'
import { type AmountsBySource, noAmounts, sumAmounts } from '../../shared/domain/money'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { givenBy, type Movement, type PaymentKind } from '../../shared/domain/payments'
import type { Programme } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'

export interface AppendixRecord {
  readonly id: number
  readonly rowVersion: number
  readonly contractId: number
  readonly ordinal: number
  readonly signed: boolean
  readonly number: string
  readonly signedOn: string | null
  readonly details: AppendixDetails
}

/** What of one movement of money is one đề án's. */
export interface LineMovement extends Movement {
  readonly paymentId: number
  readonly projectId: number
}

export interface ContractRecord {
  readonly id: number
  readonly rowVersion: number
  readonly state: ContractState
  /** As on paper; empty while a draft. */
  readonly number: string
  readonly signedOn: string | null
  readonly closedOn: string | null
  readonly closedNumber: string
  readonly closedReason: string
  readonly details: ContractDetails
  readonly appendices: readonly AppendixRecord[]
  readonly movements: readonly LineMovement[]
}

interface AmountRow {
  readonly national: number
  readonly local: number
  readonly counterpart: number
  readonly other: number
}

export function amountsFrom({ national, local, counterpart, other }: AmountRow): AmountsBySource {
  return { national, local, counterpart, other }
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

async function readAppendices(reader: Reader, contractIds: readonly number[]): Promise<AppendixRecord[]> {
  const rows = await reader.db
    .selectFrom('contract_appendix')
    .selectAll()
    .where('contract_id', 'in', idList(contractIds))
    .orderBy('contract_id')
    .orderBy('ordinal')
    .execute()
  if (rows.length === 0) return []
  const lines = await reader.db
    .selectFrom('contract_appendix_line')
    .selectAll()
    .where('appendix_id', 'in', idList(rows.map((row) => row.id)))
    .orderBy('id')
    .execute()
  const linesOf = groupBy(lines, (line) => line.appendix_id)
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    contractId: row.contract_id,
    ordinal: row.ordinal,
    signed: row.state === 'signed',
    number: row.number,
    signedOn: row.signed_on,
    details: {
      changes: row.changes,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
      endOn: row.end_on,
      liquidationBy: row.liquidation_by,
      lines: (linesOf.get(row.id) ?? []).map((line) => ({ projectId: line.project_id, amounts: amountsFrom(line) })),
    },
  }))
}

async function readMovements(reader: Reader, contractIds: readonly number[]) {
  const rows = await reader.db
    .selectFrom('contract_payment as payment')
    .innerJoin('contract_payment_line as line', 'line.payment_id', 'payment.id')
    .where('payment.contract_id', 'in', idList(contractIds))
    .select(['payment.contract_id', 'payment.id', 'payment.kind', 'payment.on_date', 'line.project_id'])
    .select(['line.national', 'line.local', 'line.counterpart', 'line.other'])
    .orderBy('payment.on_date')
    .orderBy('payment.id')
    .orderBy('line.id')
    .execute()
  return groupBy(rows, (row) => row.contract_id)
}

const noParty: ContractParty = {
  establishmentId: null,
  name: '',
  representative: '',
  position: '',
  authority: '',
  address: '',
  phone: '',
  account: '',
  bank: '',
  taxCode: '',
  budgetRelationCode: '',
}

/** In the order of the ids; those that are not there are left out. */
export async function readContracts(reader: Reader, ids: readonly number[]): Promise<ContractRecord[]> {
  if (ids.length === 0) return []
  const { db } = reader
  const rows = await db.selectFrom('contract').selectAll().where('id', 'in', idList(ids)).execute()
  const parties = await db.selectFrom('contract_party').selectAll().where('contract_id', 'in', idList(ids)).execute()
  const lines = await db
    .selectFrom('contract_line')
    .selectAll()
    .where('contract_id', 'in', idList(ids))
    .orderBy('rank')
    .execute()
  const instalments = await db
    .selectFrom('contract_instalment')
    .selectAll()
    .where('contract_id', 'in', idList(ids))
    .orderBy('rank')
    .execute()
  const appendices = groupBy(await readAppendices(reader, ids), (one) => one.contractId)
  const movements = await readMovements(reader, ids)
  const partiesOf = groupBy(parties, (one) => one.contract_id)
  const linesOf = groupBy(lines, (one) => one.contract_id)
  const instalmentsOf = groupBy(instalments, (one) => one.contract_id)
  const partyOf = (contractId: number, side: 'giver' | 'receiver'): ContractParty => {
    const row = partiesOf.get(contractId)?.find((one) => one.side === side)
    if (row === undefined) return noParty
    return {
      establishmentId: row.establishment_id,
      name: row.name,
      representative: row.representative,
      position: row.position,
      authority: row.authority,
      address: row.address,
      phone: row.phone,
      account: row.account,
      bank: row.bank,
      taxCode: row.tax_code,
      budgetRelationCode: row.budget_relation_code,
    }
  }
  const byId = new Map(
    rows.map((row): [number, ContractRecord] => [
      row.id,
      {
        id: row.id,
        rowVersion: row.row_version,
        state: row.state as ContractState,
        number: row.number === null ? row.outside_number : paperNumber(row.number, row.symbol),
        signedOn: row.signed_on,
        closedOn: row.closed_on,
        closedNumber: row.closed_number,
        closedReason: row.closed_reason,
        details: {
          kind: row.kind as ContractKind,
          programme: row.programme as Programme,
          year: row.year,
          subject: row.subject,
          giver: partyOf(row.id, 'giver'),
          receiver: partyOf(row.id, 'receiver'),
          lines: (linesOf.get(row.id) ?? []).map((line) => ({
            projectId: line.project_id,
            amounts: amountsFrom(line),
          })),
          instalments: (instalmentsOf.get(row.id) ?? []).map((one) => ({
            name: one.name,
            percentBasisPoints: one.percent_basis_points,
            condition: one.condition,
            dueOn: one.due_on,
          })),
          startOn: row.start_on,
          endOn: row.end_on,
          liquidationBy: row.liquidation_by,
          note: row.note,
        },
        appendices: appendices.get(row.id) ?? [],
        movements: (movements.get(row.id) ?? []).map((one) => ({
          paymentId: one.id,
          projectId: one.project_id,
          kind: one.kind as PaymentKind,
          onDate: one.on_date,
          amounts: amountsFrom(one),
        })),
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Every contract that names the đề án, drafts too, in the order they were made. */
export async function contractsOfProjects(reader: Reader, projectIds: readonly number[]): Promise<ContractRecord[]> {
  if (projectIds.length === 0) return []
  const rows = await reader.db
    .selectFrom('contract_line')
    .select('contract_id')
    .distinct()
    .where('project_id', 'in', idList(projectIds))
    .orderBy('contract_id')
    .execute()
  return readContracts(
    reader,
    rows.map((row) => row.contract_id),
  )
}

/** The contract with whoever gives the money: the newest that binds or bound, else the newest draft; null: none. */
export async function agencyContractOf(reader: Reader, projectId: number): Promise<ContractRecord | null> {
  const all = (await contractsOfProjects(reader, [projectId])).filter((one) => one.details.kind === 'agency')
  return all.findLast((one) => one.state !== 'draft' && one.state !== 'terminated') ?? all.at(-1) ?? null
}

/** As it stood on a day: without what was signed or moved later, in force where it was closed later; null: not signed by then. */
export function contractOn(contract: ContractRecord, day: PlainDate): ContractRecord | null {
  const { state, signedOn, closedOn } = contract
  if (state === 'draft' || signedOn === null || signedOn > day) return null
  const closed = closedOn !== null && closedOn <= day
  return {
    ...contract,
    state: closedOn === null || closed ? state : 'signed',
    closedOn: closed ? closedOn : null,
    appendices: contract.appendices.filter((one) => one.signed && one.signedOn !== null && one.signedOn <= day),
    movements: contract.movements.filter(({ onDate }) => onDate <= day),
  }
}

/** What it is worth now, by đề án. */
export function valueNow({ details, appendices }: ContractRecord): ContractLine[] {
  return linesOn(
    details.lines,
    appendices.map(({ signed, signedOn, details: { lines } }) => ({ signedOn: signed ? signedOn : null, lines })),
    everyDay,
  )
}

export function valueFor(contract: ContractRecord, projectId: number): AmountsBySource {
  return valueNow(contract).find((line) => line.projectId === projectId)?.amounts ?? noAmounts
}

export function totalValue(contract: ContractRecord): AmountsBySource {
  return sumAmounts(valueNow(contract).map((line) => line.amounts))
}

/** The newest date an appendix set, else that of the contract. */
export function dateNow(contract: ContractRecord, field: 'endOn' | 'liquidationBy'): string | null {
  const set = contract.appendices.findLast((one) => one.signed && one.details[field] !== null)
  return set?.details[field] ?? contract.details[field]
}

/** What contracts stand for together, for one đề án; drafts for nothing. */
export function contractedOf(contracts: readonly ContractRecord[], projectId: number): AmountsBySource {
  return sumAmounts(
    contracts.map((one) => standingValue(one.state, valueFor(one, projectId), givenBy(movementsOf(one, projectId)))),
  )
}

export function movementsOf(contract: ContractRecord, projectId: number): LineMovement[] {
  return contract.movements.filter((one) => one.projectId === projectId)
}

export function levelOfContract(contract: ContractRecord) {
  return levelOf(contract.details.kind)
}
