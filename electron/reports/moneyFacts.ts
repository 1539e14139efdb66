// The money of đề án until a day: what was signed, given, taken back and settled, along the contracts that tell it upward.
import { type ContractLine, type ContractState, levelOf, linesOn, standingValue } from '../../shared/domain/contracts'
import { type AmountsBySource, addAmounts, noAmounts, sumAmounts } from '../../shared/domain/money'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { leadingLevel, type PaymentKind } from '../../shared/domain/payments'
import type { ContractFact, MoneyEvent, ReportFacts } from '../../shared/domain/reportFacts'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { grantedAmounts, grantedColumns } from '../contracts/settledLines'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { groupBy } from './grouping'

interface SignedLine {
  readonly projectId: number
  readonly contract: ContractFact
  readonly state: ContractState
  readonly amounts: AmountsBySource
}

/** Signed on any day: which level tells the money must not change between two reports of the same year. */
async function readLines(
  reader: Reader,
  ids: readonly number[],
): Promise<(SignedLine & { closedOn: string | null })[]> {
  const rows = await reader.db
    .selectFrom('contract_line as line')
    .innerJoin('contract', 'contract.id', 'line.contract_id')
    .where('line.project_id', 'in', idList(ids))
    .where('contract.state', '<>', 'draft')
    .select(['line.project_id', 'line.national', 'line.local', 'line.counterpart', 'line.other'])
    .select(['contract.id', 'contract.kind', 'contract.state', 'contract.number', 'contract.symbol'])
    .select(['contract.outside_number', 'contract.signed_on', 'contract.closed_on'])
    .orderBy('contract.signed_on')
    .orderBy('contract.id')
    .execute()
  return rows.flatMap(({ project_id, national, local, counterpart, other, ...row }) =>
    row.signed_on === null
      ? []
      : [
          {
            projectId: project_id,
            contract: {
              id: row.id,
              number: row.number === null ? row.outside_number : paperNumber(row.number, row.symbol),
              signedOn: row.signed_on,
              kind: row.kind as ContractFact['kind'],
            },
            state: row.state as ContractState,
            closedOn: row.closed_on,
            amounts: { national, local, counterpart, other },
          },
        ],
  )
}

interface ChangedValue {
  readonly contractId: number
  readonly signedOn: PlainDate
  readonly line: ContractLine
}

async function readChangedValues(reader: Reader, ids: readonly number[], asOf: PlainDate): Promise<ChangedValue[]> {
  const rows = await reader.db
    .selectFrom('contract_appendix_line as line')
    .innerJoin('contract_appendix as appendix', 'appendix.id', 'line.appendix_id')
    .where('line.project_id', 'in', idList(ids))
    .where('appendix.state', '=', 'signed')
    .where('appendix.signed_on', '<=', asOf)
    .select(['line.project_id', 'line.national', 'line.local', 'line.counterpart', 'line.other'])
    .select(['appendix.contract_id', 'appendix.signed_on'])
    .orderBy('appendix.contract_id')
    .orderBy('appendix.ordinal')
    .execute()
  return rows.flatMap(({ project_id, contract_id, signed_on, ...amounts }) =>
    signed_on === null
      ? []
      : [{ contractId: contract_id, signedOn: signed_on, line: { projectId: project_id, amounts } }],
  )
}

interface PaidLine extends MoneyEvent {
  readonly contractId: number
  readonly projectId: number
}

async function readMovements(reader: Reader, ids: readonly number[], asOf: PlainDate): Promise<PaidLine[]> {
  const rows = await reader.db
    .selectFrom('contract_payment_line as line')
    .innerJoin('contract_payment as payment', 'payment.id', 'line.payment_id')
    .where('line.project_id', 'in', idList(ids))
    .where('payment.on_date', '<=', asOf)
    .select(['line.project_id', 'line.national', 'line.local', 'line.counterpart', 'line.other'])
    .select(['payment.contract_id', 'payment.kind', 'payment.on_date'])
    .orderBy('payment.on_date')
    .orderBy('payment.id')
    .execute()
  return rows.map(({ project_id, contract_id, kind, on_date, ...amounts }) => ({
    contractId: contract_id,
    projectId: project_id,
    kind: kind as PaymentKind,
    on: on_date,
    amounts,
  }))
}

export type MoneyFacts = Pick<ReportFacts, 'contracts' | 'contracted' | 'movements'>

export const noMoney: MoneyFacts = { contracts: [], contracted: noAmounts, movements: [] }

export async function readMoneyFacts(
  reader: Reader,
  ids: readonly number[],
  asOf: PlainDate,
): Promise<Map<number, MoneyFacts>> {
  const lines = groupBy(await readLines(reader, ids), ({ projectId }) => projectId)
  const changed = groupBy(await readChangedValues(reader, ids, asOf), keyOf)
  const movements = groupBy(await readMovements(reader, ids, asOf), keyOf)
  const facts = new Map<number, MoneyFacts>()
  for (const [projectId, all] of lines) {
    const level = leadingLevel(all.some(({ contract }) => contract.kind === 'agency'))
    const own = all.filter(({ contract }) => levelOf(contract.kind) === level)
    const signed = own.filter(({ contract }) => contract.signedOn <= asOf)
    const moved = own.flatMap(({ contract }) => movements.get(`${contract.id} ${projectId}`) ?? [])
    facts.set(projectId, {
      contracts: signed.map(({ contract }) => contract),
      contracted: sumAmounts(
        signed.map((line) => {
          const key = `${line.contract.id} ${projectId}`
          const [value] = linesOn(
            [{ projectId, amounts: line.amounts }],
            (changed.get(key) ?? []).map(({ signedOn, line: now }) => ({ signedOn, lines: [now] })),
            asOf,
          )
          const given = sumAmounts(
            (movements.get(key) ?? []).flatMap(({ kind, amounts }) => (kind === 'recovery' ? [] : [amounts])),
          )
          // Closed after the day, it still bound on the day.
          const closed = line.closedOn !== null && line.closedOn <= asOf
          return standingValue(closed ? line.state : 'signed', value?.amounts ?? noAmounts, given)
        }),
      ),
      movements: moved
        .map(({ contractId: _contract, projectId: _project, ...event }) => event)
        .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)),
    })
  }
  return facts
}

function keyOf(
  one: { readonly contractId: number } & ({ readonly projectId: number } | { readonly line: ContractLine }),
) {
  return `${one.contractId} ${'line' in one ? one.line.projectId : one.projectId}`
}

/** What was settled by decision. */
export async function readSettlements(
  reader: Reader,
  ids: Iterable<number>,
  asOf: PlainDate,
): Promise<Map<number, NonNullable<ReportFacts['settlement']>>> {
  const rows = await reader.db
    .selectFrom('settlement')
    .innerJoin('settlement_line as line', 'line.settlement_id', 'settlement.id')
    .where('settlement.project_id', 'in', idList(ids))
    .where('settlement.approved_on', '<=', asOf)
    .select(['settlement.project_id', 'settlement.approved_on', ...grantedColumns])
    .execute()
  const settled = new Map<number, NonNullable<ReportFacts['settlement']>>()
  for (const row of rows) {
    if (row.approved_on === null) continue
    const before = settled.get(row.project_id)?.amounts ?? noAmounts
    settled.set(row.project_id, { on: row.approved_on, amounts: addAmounts(before, grantedAmounts(row)) })
  }
  return settled
}
