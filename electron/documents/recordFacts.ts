// What the facts of all papers of carrying out share: who issues, who gives the money, the contracts as they were signed.

import type { ContractParty as RecordedParty } from '../../shared/contract/contracts'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { ContractRecord } from '../contracts/records'
import { type Agency, agencyOn } from './agencies'
import type { FormId } from './forms'
import type { PaperSigner } from './forms/paper'
import type { ContractParty, PaperHead, PaperReference } from './forms/parties'
import {
  departmentOf,
  documentNumber,
  type PaperOptions,
  type PaperSource,
  paperSigner,
  referenceDate,
  symbolOf,
} from './paperFacts'
import { textOrNull } from './wording'

export type RecordSource = PaperSource & {
  readonly projectId: number
  /** Every contract that names the đề án, drafts too, in the order they were made. */
  readonly contracts: readonly ContractRecord[]
}

/** What the record itself says of number and day; typed in the dialog they go before. */
export type OwnNumber = { readonly number: string; readonly date: PlainDate | null }

const noNumber: OwnNumber = { number: '', date: null }

function numbered(source: PaperSource, form: FormId, options: PaperOptions, own: OwnNumber) {
  return {
    number: documentNumber(options.number === '' ? own.number : options.number, symbolOf(source.office, form)),
    place: textOrNull(source.office.placeName),
    date: options.date ?? own.date,
  }
}

/** Issued by the centre, under its Sở. */
export function centreHead(
  source: PaperSource,
  form: FormId,
  options: PaperOptions,
  own: OwnNumber = noNumber,
): PaperHead {
  const { office } = source
  return {
    parentOrganisation: office.departmentName,
    issuer: office.centreName,
    ...numbered(source, form, options, own),
  }
}

/** Issued by the Sở, under the province's committee. */
export function departmentHead(
  source: PaperSource,
  form: FormId,
  options: PaperOptions,
  own: OwnNumber = noNumber,
): PaperHead {
  const { parent, name } = departmentOf(source)
  return { parentOrganisation: parent, issuer: name, ...numbered(source, form, options, own) }
}

export function agencyOf(source: PaperSource, date: PlainDate | null): Agency {
  return agencyOn(source.resources.agencies, referenceDate(date, source.identity.planYear, source.today))
}

/** Issued by whoever gives the money: the ministry's agency, or the Sở for the local programme. */
export function giverHead(
  source: PaperSource,
  form: FormId,
  options: PaperOptions,
  own: OwnNumber = noNumber,
): PaperHead {
  if (source.identity.programme === 'local') return departmentHead(source, form, options, own)
  const agency = agencyOf(source, options.date ?? own.date)
  return {
    parentOrganisation: source.resources.ministry,
    issuer: agency.name,
    ...numbered(source, form, options, own),
    place: agency.place,
  }
}

/** "Cục …" for the national programme, "Sở Công Thương tỉnh …" for the local one. */
export function giverName(source: PaperSource, date: PlainDate | null): string {
  return source.identity.programme === 'national' ? agencyOf(source, date).name : source.office.departmentName
}

/** Reports and requests go to whoever gives the money, with the Sở knowing. */
export function giverAndDepartment(source: PaperSource, date: PlainDate | null): string[] {
  return [...new Set([giverName(source, date), source.office.departmentName])]
}

export function signerOrHead(signer: PaperOptions['signer'], position = 'Giám đốc'): PaperSigner {
  return signer === null ? { authority: null, position, name: null } : paperSigner(signer)
}

/** As the contract has it: people and accounts of the day it was drawn up. */
export function partyFacts(party: RecordedParty): ContractParty {
  return {
    name: party.name,
    signer: {
      authority: null,
      position: party.position === '' ? 'Người đại diện' : party.position,
      name: textOrNull(party.representative),
    },
    authorisation: textOrNull(party.authority),
    address: textOrNull(party.address),
    phone: textOrNull(party.phone),
    account: textOrNull(party.account),
    treasury: textOrNull(party.bank),
    taxCode: textOrNull(party.taxCode),
    budgetRelationCode: textOrNull(party.budgetRelationCode),
  }
}

export function contractReference(contract: ContractRecord | null): PaperReference | null {
  return contract === null ? null : { number: textOrNull(contract.number), date: contract.signedOn }
}

/** The contract under which the đề án itself is carried out, signed or about to be. */
export function agencyContractIn({ contracts }: RecordSource): ContractRecord | null {
  return contracts.findLast(({ details }) => details.kind === 'agency') ?? null
}

/** What papers of the đề án refer to: with whoever gives the money, else with its beneficiary. */
export function leadingContract(source: RecordSource): ContractRecord | null {
  return agencyContractIn(source) ?? source.contracts.findLast(({ details }) => details.kind === 'beneficiary') ?? null
}

/** By which it was approved; the one who approves is told by the programme. */
export function approvalOf(source: PaperSource): (PaperReference & { readonly issuer: string | null }) | null {
  const approved = source.versions.findLast(({ stage }) => stage === 'approved')
  if (approved === undefined) return null
  return {
    number: textOrNull(approved.decisionNumber),
    date: approved.decisionDate,
    issuer: approvedByName(source),
  }
}

export function approvedByName(source: PaperSource): string {
  return source.identity.programme === 'national'
    ? `Bộ trưởng ${source.resources.ministry}`
    : departmentOf(source).parent
}
