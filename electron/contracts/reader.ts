// What can be asked of contracts: lists of a year or of a đề án, and one of them whole.
import type { ContractRow } from '../../shared/contract/contracts'
import { Refusal } from '../../shared/contract/errors'
import {
  type ContractKind,
  type ContractState,
  type ContractWarning,
  contractSteps,
  contractTransitions,
} from '../../shared/domain/contracts'
import { noAmounts } from '../../shared/domain/money'
import { sumMovements } from '../../shared/domain/payments'
import type { Programme } from '../../shared/domain/projects'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader } from '../database/access'
import { type Granted, readGranted } from './granted'
import { readOverrides, shownOverride } from './overrides'
import {
  type ContractRecord,
  dateNow,
  levelOfContract,
  movementsOf,
  readContracts,
  totalValue,
  valueNow,
} from './records'

export interface ContractQuery {
  readonly year: number | null
  readonly projectId: number | null
  readonly programme: Programme | null
  readonly kind: ContractKind | null
  readonly state: ContractState | null
  readonly text: string
}

async function idsOf(reader: Reader, input: ContractQuery): Promise<number[]> {
  let rows = reader.db.selectFrom('contract').select('contract.id')
  if (input.year !== null) rows = rows.where('contract.year', '=', input.year)
  if (input.programme !== null) rows = rows.where('contract.programme', '=', input.programme)
  if (input.kind !== null) rows = rows.where('contract.kind', '=', input.kind)
  if (input.state !== null) rows = rows.where('contract.state', '=', input.state)
  const { projectId } = input
  if (projectId !== null)
    rows = rows.where('contract.id', 'in', (eb) =>
      eb.selectFrom('contract_line').select('contract_id').where('project_id', '=', projectId),
    )
  // With the agency first, then by beneficiaries, then by suppliers; the newest signed last, drafts at the end.
  const found = await rows
    .orderBy('contract.programme', 'desc')
    .orderBy('contract.kind')
    .orderBy((eb) => eb.fn.coalesce('contract.signed_on', eb.val('9999')))
    .orderBy('contract.id')
    .execute()
  return found.map((row) => row.id)
}

function projectsOf(contract: ContractRecord, granted: ReadonlyMap<number, Granted>) {
  return contract.details.lines.map(({ projectId }) => {
    const project = granted.get(projectId)
    return { id: projectId, code: project?.code ?? '', name: project?.name ?? '' }
  })
}

export function contractRowOf(contract: ContractRecord, granted: ReadonlyMap<number, Granted>): ContractRow {
  const { details, movements } = contract
  return {
    id: contract.id,
    rowVersion: contract.rowVersion,
    kind: details.kind,
    level: levelOfContract(contract),
    programme: details.programme,
    year: details.year,
    state: contract.state,
    number: contract.number,
    signedOn: contract.signedOn,
    giver: details.giver.name,
    receiver: details.receiver.name,
    subject: details.subject,
    projects: projectsOf(contract, granted),
    endOn: dateNow(contract, 'endOn'),
    liquidationBy: dateNow(contract, 'liquidationBy'),
    value: totalValue(contract),
    advanced: sumMovements(movements, 'advance'),
    paid: sumMovements(movements, 'payment'),
    recovered: sumMovements(movements, 'recovery'),
    draftAppendices: contract.appendices.filter((one) => !one.signed).length,
  }
}

async function grantedOf(reader: Reader, contracts: readonly ContractRecord[]): Promise<Map<number, Granted>> {
  return readGranted(reader, [...new Set(contracts.flatMap((one) => one.details.lines.map((line) => line.projectId)))])
}

export async function listContracts(
  reader: Reader,
  input: ContractQuery,
): Promise<{ total: number; rows: ContractRow[] }> {
  const contracts = await readContracts(reader, await idsOf(reader, input))
  const granted = await grantedOf(reader, contracts)
  const rows = contracts.map((one) => contractRowOf(one, granted))
  const wanted = foldTokens(input.text)
  if (input.text === '') return { total: rows.length, rows }
  return {
    total: rows.length,
    rows: rows.filter((row) => {
      const own = foldTokens(
        [
          row.number,
          row.giver,
          row.receiver,
          row.subject,
          ...row.projects.map((one) => `${one.code} ${one.name}`),
        ].join(' '),
      )
      return wanted.length > 0 && wanted.every((word) => own.some((one) => one.startsWith(word)))
    }),
  }
}

/** @param warnings of a draft: what signing it would pass */
export async function readContract(
  reader: Reader,
  id: number,
  warnings: (contract: ContractRecord) => Promise<ContractWarning[]>,
) {
  const [contract] = await readContracts(reader, [id])
  if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
  const granted = await grantedOf(reader, [contract])
  const value = new Map(valueNow(contract).map((line) => [line.projectId, line.amounts]))
  const overrides = await readOverrides(reader, [id])
  return {
    ...contractRowOf(contract, granted),
    details: contract.details,
    closedOn: contract.closedOn,
    closedNumber: contract.closedNumber,
    closedReason: contract.closedReason,
    lines: contract.details.lines.map(({ projectId, amounts }) => {
      const movements = movementsOf(contract, projectId)
      return {
        projectId,
        code: granted.get(projectId)?.code ?? '',
        name: granted.get(projectId)?.name ?? '',
        signed: amounts,
        value: value.get(projectId) ?? noAmounts,
        advanced: sumMovements(movements, 'advance'),
        paid: sumMovements(movements, 'payment'),
        recovered: sumMovements(movements, 'recovery'),
      }
    }),
    appendices: contract.appendices.map(({ contractId: _, ...appendix }) => appendix),
    warnings: contract.state === 'draft' ? await warnings(contract) : [],
    overrides: overrides.filter((one) => one.paymentId === null).map(shownOverride),
    next: contractSteps.filter((step) => contractTransitions[step].from === contract.state),
  }
}
