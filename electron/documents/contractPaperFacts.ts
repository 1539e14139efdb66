// From contracts on record to the papers made of them: the contract with the beneficiary, appendices, the request for an
// advance, the minutes of closing.
import { linesOn } from '../../shared/domain/contracts'
import { type AmountsBySource, noAmounts, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import { sumMovements } from '../../shared/domain/payments'
import { supportSource } from '../../shared/domain/projects'
import { fold } from '../../shared/vietnamese/fold'
import { type AppendixRecord, type ContractRecord, dateNow, totalValue, valueFor } from '../contracts/records'
import type { BeneficiaryContractData, SupportedMachine } from './forms/beneficiaryContract'
import type { ContractAppendixData } from './forms/contractAppendix'
import type { AdvanceRequestData } from './forms/executionLetters'
import type { LiquidationMinutesData } from './forms/liquidationMinutes'
import { dayInWords } from './forms/paper'
import type { PaperReference } from './forms/parties'
import { citedBases, type PaperOptions, programmeTopic, projectFacts } from './paperFacts'
import {
  agencyContractIn,
  approvalOf,
  centreHead,
  contractReference,
  giverAndDepartment,
  giverHead,
  partyFacts,
  type RecordSource,
  signerOrHead,
} from './recordFacts'
import { percent, textOrNull, upperFirst } from './wording'

const contractNames = {
  agency: 'Hợp đồng thực hiện đề án',
  beneficiary: 'Hợp đồng hỗ trợ kinh phí khuyến công',
  supplier: 'Hợp đồng',
} as const

export function beneficiaryContractFacts(
  source: RecordSource,
  contract: ContractRecord,
  options: PaperOptions,
): BeneficiaryContractData {
  const { identity, content, projectId } = source
  const { details } = contract
  const amounts = valueFor(contract, projectId)
  const own = { number: contract.number, date: contract.signedOn }
  const head = centreHead(source, 'beneficiary-contract', options, own)
  const lines = linesOf(source, details.receiver.name)
  return {
    head,
    programme: identity.programme,
    planYear: identity.planYear,
    projectName: content.name,
    legalBases: citedBases(source, head.date, ['contract', 'base', programmeTopic(source), 'funding']),
    approvedBy: approvalOf(source),
    agencyContract: contractReference(agencyContractIn(source)),
    partyA: partyFacts(details.giver),
    partyB: partyFacts(details.receiver),
    place: placeOf(source, details.receiver.establishmentId),
    content: textOrNull(details.subject) ?? content.summary,
    machines: lines,
    investment: totalOf(amounts) === 0 ? null : totalOf(amounts),
    support: amounts[supportSource(identity.programme)],
    startsOn: details.startOn ?? contract.signedOn,
    endsOn: dateNow(contract, 'endOn'),
    payments: details.instalments.map(
      ({ name, percentBasisPoints, condition, dueOn }) =>
        `${upperFirst(name)}: ${percent(percentBasisPoints)} giá trị hỗ trợ${condition === '' ? '' : `, ${condition}`}${
          dueOn === null ? '' : `, trước ${dayInWords(dueOn)}`
        }`,
    ),
    repayments: content.supportMode === 'recoverable' ? content.repayments : [],
    keptYears: null,
    copies: null,
    copiesEach: null,
  }
}

/** Of several beneficiaries, a machine is the one's whose cost it is by the budget; the list of machines itself names none. */
function linesOf({ content }: RecordSource, beneficiary: string): SupportedMachine[] {
  if (content.beneficiaries.length > 1) {
    const own = content.budget.filter((line) => fold(line.beneficiary) === fold(beneficiary))
    return own.map((line) => ({
      name: line.content,
      origin: '',
      unit: line.unit,
      quantityThousandths: line.quantityThousandths,
      unitPrice: line.unitPrice,
    }))
  }
  return content.equipment.map(({ name, origin, unit, quantityThousandths, unitPrice }) => ({
    name,
    origin,
    unit,
    quantityThousandths,
    unitPrice,
  }))
}

function placeOf({ establishments, content }: RecordSource, establishmentId: number | null): string | null {
  const known = establishmentId === null ? undefined : establishments.get(establishmentId)
  if (known !== undefined && known.workplace !== '') return upperFirst(known.workplace)
  const [only, ...others] = content.places
  return only !== undefined && others.length === 0 ? upperFirst(only.text) : null
}

export function appendixFacts(
  source: RecordSource,
  contract: ContractRecord,
  appendix: AppendixRecord,
  options: PaperOptions,
): ContractAppendixData {
  const { details } = contract
  const earlier = contract.appendices.filter((one) => one.ordinal < appendix.ordinal && one.signed)
  const valueWith = (appendices: readonly AppendixRecord[]): AmountsBySource =>
    sumAmounts([
      noAmounts,
      ...linesOn(
        details.lines,
        appendices.map((one) => ({ signedOn: one.signedOn ?? '9999-12-31', lines: one.details.lines })),
        '9999-12-31',
      ).map(({ amounts }) => amounts),
    ])
  const own = { number: appendix.number, date: appendix.signedOn }
  const head =
    details.kind === 'agency'
      ? giverHead(source, 'contract-appendix', options, own)
      : centreHead(source, 'contract-appendix', options, own)
  const { decisionNumber, decisionDate, changes, endOn } = appendix.details
  return {
    head,
    ordinal: appendix.ordinal,
    contract: contractReference(contract) ?? { number: null, date: null },
    contractName: contractNames[details.kind],
    programme: details.programme,
    projectNames: [source.content.name],
    legalBases: citedBases(source, head.date, ['contract', 'base', programmeTopic(source)]),
    decision: decisionNumber === '' ? null : { number: decisionNumber, date: decisionDate, issuer: null },
    partyA: partyFacts(details.giver),
    partyB: partyFacts(details.receiver),
    partyBKind: details.kind === 'agency' ? 'publicUnit' : 'establishment',
    rows: [],
    changes: [changes, endOn === null ? '' : `Thời hạn thực hiện Hợp đồng: đến ${dayInWords(endOn)}`]
      .filter((part) => part !== '')
      .join('\n'),
    before: valueWith(earlier),
    after: valueWith([...earlier, appendix]),
    copies: null,
    copiesEach: null,
  }
}

export type ReportedProgress = {
  readonly advanceRequested: number | null
  readonly workDone: string
  readonly valueDone: number | null
}

/** The sum asked for is the one the newest monthly report asks for; what is not on record is left to be written in. */
export function advanceRequestFacts(
  source: RecordSource,
  contract: ContractRecord,
  progress: ReportedProgress | null,
  options: PaperOptions,
): AdvanceRequestData {
  const { identity, content, office } = source
  const head = centreHead(source, 'advance-request', options)
  const own = supportSource(identity.programme)
  const advances = contract.movements.filter(({ kind }) => kind === 'advance')
  const investment = totalOf(projectFacts(source).amounts)
  const value = progress?.valueDone ?? null
  return {
    head,
    unit: office.centreName,
    department: office.departmentName,
    addressees: giverAndDepartment(source, head.date).slice(0, 1),
    programme: identity.programme,
    planYear: identity.planYear,
    projectNames: [content.name],
    contract: contractReference(contract),
    papers: [],
    round: new Set(advances.map(({ paymentId }) => paymentId)).size + 1,
    contracted: totalValue(contract)[own],
    advancedBefore: sumMovements(advances, 'advance')[own],
    asked: progress?.advanceRequested ?? null,
    progress: progress?.workDone ?? '',
    investedBasisPoints:
      value === null || investment === 0 ? null : Math.min(10_000, Math.floor((value * 10_000) / investment)),
    account: {
      holder: contract.details.receiver.name,
      number: textOrNull(contract.details.receiver.account),
      at: textOrNull(contract.details.receiver.bank),
    },
    signer: signerOrHead(options.signer),
  }
}

export type ClosingFacts = {
  readonly projects: readonly { readonly name: string }[]
  readonly received: number
  readonly due: number
  readonly nothingAccepted: boolean
  readonly acceptances: readonly PaperReference[]
  readonly work: readonly string[]
}

export function liquidationFacts(
  source: RecordSource,
  contract: ContractRecord,
  closing: ClosingFacts,
  options: PaperOptions,
): LiquidationMinutesData {
  const { details } = contract
  const own = { number: contract.closedNumber, date: contract.closedOn }
  const head =
    details.kind === 'agency'
      ? giverHead(source, 'liquidation-6', options, own)
      : centreHead(source, 'liquidation-6', options, own)
  const recovered = supportOf(sumMovements(contract.movements, 'recovery'))
  return {
    head,
    programme: details.programme,
    projectNames: closing.projects.map(({ name }) => name),
    contract: {
      ...(contractReference(contract) ?? { number: null, date: null }),
      name: contractNames[details.kind],
    },
    appendices: contract.appendices
      .filter(({ signed }) => signed)
      .map((appendix) => ({ number: textOrNull(appendix.number), date: appendix.signedOn })),
    acceptances: closing.acceptances,
    legalBases: citedBases(source, head.date, ['contract', 'base', programmeTopic(source)]),
    partyA: partyFacts(details.giver),
    partyB: partyFacts(details.receiver),
    partyBKind: details.kind === 'agency' ? 'publicUnit' : 'establishment',
    date: head.date,
    work: closing.work.join('\n'),
    money: {
      contracted: supportOf(totalValue(contract)),
      settled: closing.nothingAccepted ? null : closing.due,
      paid: closing.received + recovered,
      recovered,
    },
    terms: contract.closedReason,
    copies: null,
    copiesEach: null,
  }
}
