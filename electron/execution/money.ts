// What contracts say of the money of a đề án: signed ones, what was received under them, what each is due when it is closed.
import { type AcceptedPart, acceptedAmounts, isFor, isOfWhole } from '../../shared/domain/executionCoverage'
import type { MoneyReceived } from '../../shared/domain/executionSettlement'
import { type AmountsBySource, sumAmounts, supportOf } from '../../shared/domain/money'
import { leadingLevel, sumMovements } from '../../shared/domain/payments'
import { contractKindLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type ContractRecord, contractsOfProjects, levelOfContract, movementsOf, valueFor } from '../contracts/records'
import type { Reader } from '../database/access'

/** Signed, whatever came of them later; a draft says nothing yet. */
export async function signedContracts(reader: Reader, projectId: number): Promise<ContractRecord[]> {
  return (await contractsOfProjects(reader, [projectId])).filter((one) => one.state !== 'draft')
}

export function contractWords(contract: ContractRecord): string {
  const kind = `Hợp đồng ${contractKindLabels[contract.details.kind].toLocaleLowerCase('vi')}`
  return contract.signedOn === null ? kind : `${kind} số ${contract.number} ngày ${formatDate(contract.signedOn)}`
}

export function receivedUnder(contract: ContractRecord, projectId: number): MoneyReceived {
  const movements = movementsOf(contract, projectId)
  return {
    advanced: supportOf(sumMovements(movements, 'advance')),
    paid: supportOf(sumMovements(movements, 'payment')),
    recovered: supportOf(sumMovements(movements, 'recovery')),
  }
}

/** Those that tell the money of the đề án: with the agency where one is signed, else those it is spent under. */
export function leadingContracts(contracts: readonly ContractRecord[]): ContractRecord[] {
  const level = leadingLevel(contracts.some((one) => levelOfContract(one) === 'received'))
  return contracts.filter((one) => levelOfContract(one) === level)
}

export interface ProjectMoney extends MoneyReceived {
  /** Of the leading contracts; null while none is signed. */
  readonly contracted: AmountsBySource | null
}

export function moneyOf(contracts: readonly ContractRecord[], projectId: number): ProjectMoney {
  const leading = leadingContracts(contracts)
  const received = leading.map((one) => receivedUnder(one, projectId))
  const sum = (part: (one: MoneyReceived) => number) => received.reduce((total, one) => total + part(one), 0)
  return {
    contracted: leading.length === 0 ? null : sumAmounts(leading.map((one) => valueFor(one, projectId))),
    advanced: sum((one) => one.advanced),
    paid: sum((one) => one.paid),
    recovered: sum((one) => one.recovered),
  }
}

interface Beneficiary {
  readonly establishmentId: number | null
  readonly name: string
}

/**
 * Of what was accepted, what speaks of the other side of a contract: of a beneficiary its own place, else the đề án as a
 * whole. A place of somebody else does not.
 */
export function partsUnder<Part extends Pick<AcceptedPart, 'establishmentId' | 'beneficiary'>>(
  contract: ContractRecord,
  accepted: readonly Part[],
  beneficiaries: readonly Beneficiary[],
): Part[] {
  if (contract.details.kind !== 'beneficiary') return [...accepted]
  const { establishmentId, name } = contract.details.receiver
  const own = accepted.filter((part) => isFor(part, { establishmentId, name }))
  if (own.length > 0) return own
  // Signed with somebody the đề án does not name, the contract cannot tell whose place is meant.
  const named = beneficiaries.some((one) => isFor({ establishmentId, beneficiary: name }, one))
  return accepted.filter((part) => !named || isOfWhole(part))
}

/**
 * What the other side has earned of the support under one contract for one đề án: no more than the contract and no more
 * than was accepted, or settled where that is decided.
 */
export function dueUnder(
  contract: ContractRecord,
  projectId: number,
  accepted: readonly AcceptedPart[],
  beneficiaries: readonly Beneficiary[],
  settledSupport: number | null,
): number {
  const value = supportOf(valueFor(contract, projectId))
  switch (contract.details.kind) {
    case 'agency':
      return Math.min(value, settledSupport ?? supportOf(acceptedAmounts(accepted)))
    case 'beneficiary': {
      const { establishmentId, name } = contract.details.receiver
      const parts = partsUnder(contract, accepted, beneficiaries)
      if (parts.length === 0) return 0
      // Accepted with the đề án as a whole: what of it is this beneficiary's, only its contract tells.
      return parts.every((part) => isFor(part, { establishmentId, name }))
        ? Math.min(value, supportOf(acceptedAmounts(parts)))
        : value
    }
    case 'supplier':
      return value
  }
}
