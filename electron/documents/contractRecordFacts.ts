// The agency's contract as it is on record, over what would be proposed: number, day, parties, value, terms as they were signed.
import type { ContractParty as PartyOnRecord } from '../../shared/contract/contracts'
import { totalOf } from '../../shared/domain/money'
import { dateInWords } from '../../shared/vietnamese/dates'
import type { AgencyContractData } from './forms/agencyContract'
import type { PaperProject } from './forms/paper'
import type { ContractParty } from './forms/parties'
import { documentNumber, type PaperOptions, type PaperSource, symbolOf } from './paperFacts'
import { lowerFirst, textOrNull } from './wording'

/** What the record does not say stays as proposed: a paper has no hole where something is known. */
/** Another đề án the contract carries. */
export type OtherProject = { readonly projectId: number; readonly project: PaperProject }

export function asOnRecord(
  proposed: AgencyContractData,
  { contract, office }: PaperSource,
  options: PaperOptions,
  others: readonly OtherProject[],
): AgencyContractData {
  if (contract === null) return proposed
  const { details, number: signedNumber, signedOn } = contract.record
  const [first] = details.instalments
  const number = options.number === '' ? signedNumber : options.number
  const asSigned = (projectId: number, project: PaperProject): PaperProject => {
    const line = details.lines.find((one) => one.projectId === projectId)
    return line === undefined || totalOf(line.amounts) === 0 ? project : { ...project, amounts: line.amounts }
  }
  return {
    ...proposed,
    number: documentNumber(number, symbolOf(office, 'agency-contract')),
    date: options.date ?? signedOn,
    partyA: partyOnRecord(details.giver, proposed.partyA),
    partyB: partyOnRecord(details.receiver, proposed.partyB),
    project: asSigned(contract.projectId, proposed.project),
    others: others.map(({ projectId, project }) => asSigned(projectId, project)),
    terms: {
      ...proposed.terms,
      ...(first === undefined
        ? {}
        : {
            firstAdvancePercent: first.percentBasisPoints / 100,
            firstAdvanceCondition: first.condition === '' ? null : lowerFirst(first.condition),
          }),
      liquidationBy: details.liquidationBy === null ? proposed.terms.liquidationBy : dateInWords(details.liquidationBy),
    },
  }
}

function partyOnRecord(party: PartyOnRecord, proposed: ContractParty): ContractParty {
  if (party.name === '') return proposed
  return {
    name: party.name,
    signer: {
      authority: textOrNull(party.authority),
      position: party.position === '' ? proposed.signer.position : party.position,
      name: textOrNull(party.representative) ?? proposed.signer.name,
    },
    address: textOrNull(party.address),
    phone: textOrNull(party.phone),
    account: textOrNull(party.account),
    treasury: textOrNull(party.bank),
    taxCode: textOrNull(party.taxCode),
    budgetRelationCode: textOrNull(party.budgetRelationCode),
  }
}
