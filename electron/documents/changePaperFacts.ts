// From a change request to its papers: what is asked for before anybody decided, what was decided afterwards.
import type { ChangeItem, ChangeRequest } from '../../shared/contract/changes'
import type { Authority } from '../../shared/domain/changeAuthority'
import type { AmountsBySource } from '../../shared/domain/money'
import { noAmounts } from '../../shared/domain/money'
import { budgetTotals } from '../../shared/domain/projects'
import { changeTypeLabels } from '../../shared/labels'
import type { ChangeDecisionData } from './forms/changeDecision'
import type { ChangeConfirmationData, ChangeLetterData, ChangeNoticeData } from './forms/changeLetters'
import type { ChangedProject, ChangeRow, PaperChange } from './forms/changePaper'
import { citedBases, departmentOf, type PaperOptions, programmeTopic } from './paperFacts'
import {
  agencyOf,
  approvalOf,
  approvedByName,
  centreHead,
  contractReference,
  departmentHead,
  giverName,
  type RecordSource,
  signerOrHead,
} from './recordFacts'
import { lowerFirst, textOrNull } from './wording'

/** The two sides a paper compares: asked for, or as decided where a decision is on record. */
type Side = 'asked' | 'decided'

function projectChange(source: RecordSource, request: ChangeRequest, item: ChangeItem, side: Side): ChangedProject {
  const decided = side === 'decided' && request.decision !== null && item.outcome !== null
  const before = budgetTotals(item.base.content.budget)
  const after: AmountsBySource =
    item.kind === 'stop'
      ? noAmounts
      : decided && item.approved !== null
        ? budgetTotals(item.approved.budget)
        : budgetTotals((item.content ?? item.base.content).budget)
  return {
    name: item.base.content.name,
    kind: item.kind,
    types: [...new Set(item.changes.map(({ type }) => lowerFirst(changeTypeLabels[type])))],
    implementingUnit: textOrNull(item.base.content.implementingUnit) ?? source.office.centreName,
    approvedBy:
      item.kind === 'supplement'
        ? null
        : {
            number: textOrNull(item.base.decisionNumber),
            date: item.base.decisionDate,
            issuer: item.base.stage === 'approved' ? approvedByName(source) : null,
          },
    rows: decided ? decidedRows(item) : askedRows(item),
    before: item.kind === 'supplement' ? noAmounts : before,
    after,
    reason: item.reason === '' ? request.reason : item.reason,
    advanced: item.kind === 'stop' ? (item.recovery ?? item.advanced) : null,
  }
}

function askedRows({ changes }: ChangeItem): ChangeRow[] {
  return changes.map(({ label, before, after, reason }) => ({
    label,
    before: before ?? '',
    after: after ?? '',
    reason,
  }))
}

/** What was refused does not change, and does not stand in a decision. */
function decidedRows({ decided }: ChangeItem): ChangeRow[] {
  return decided
    .filter(({ outcome }) => outcome !== 'refused')
    .map(({ label, before, decided: to }) => ({ label, before: before ?? '', after: to ?? '', reason: '' }))
}

function changeOf(source: RecordSource, request: ChangeRequest, side: Side): PaperChange {
  const [authority] = request.authorities
  const items =
    side === 'decided' && request.decision !== null
      ? request.items.filter(({ outcome }) => outcome !== 'refused')
      : request.items
  return {
    programme: request.items[0]?.project.programme ?? source.identity.programme,
    year: request.year,
    projects: items.map((item) => projectChange(source, request, item, side)),
    authority: {
      name: request.decision?.authorityName ?? authority?.name ?? giverName(source, request.letterDate),
      legalBasis: authority === undefined ? null : textOrNull(authority.legalBasis),
    },
  }
}

export function changeLetterFacts(
  source: RecordSource,
  request: ChangeRequest,
  typeName: ChangeLetterData['typeName'],
  options: PaperOptions,
): ChangeLetterData {
  const { office } = source
  const own = { number: request.letterNumber, date: request.letterDate }
  const head = centreHead(source, typeName === 'letter' ? 'change-letter' : 'change-submission', options, own)
  const change = changeOf(source, request, 'asked')
  // Some authorities are asked through the ministry's agency; the Sở always has to confirm.
  const first = authorityOf(request) === 'minister' ? giverName(source, head.date) : change.authority.name
  return {
    head,
    typeName,
    unit: office.centreName,
    department: office.departmentName,
    addressees: [...new Set([first, office.departmentName])],
    legalBases: citedBases(source, head.date, ['base', programmeTopic(source), 'funding']),
    change,
    papers: [],
    signer: signerOrHead(options.signer),
  }
}

function authorityOf(request: ChangeRequest): Authority | null {
  return request.decision?.authority ?? request.authorities[0]?.authority ?? null
}

export function changeConfirmationFacts(
  source: RecordSource,
  request: ChangeRequest,
  options: PaperOptions,
): ChangeConfirmationData {
  const head = departmentHead(source, 'change-confirmation', options)
  const change = changeOf(source, request, 'asked')
  const to = authorityOf(request) === 'minister' ? giverName(source, head.date) : change.authority.name
  return {
    head,
    department: departmentOf(source).name,
    unit: source.office.centreName,
    letter: { number: textOrNull(request.letterNumber), date: request.letterDate },
    change: { ...change, authority: { ...change.authority, name: to } },
    finding: '',
    signer: signerOrHead(options.signer),
  }
}

export function changeDecisionFacts(
  source: RecordSource,
  request: ChangeRequest,
  options: PaperOptions,
): ChangeDecisionData {
  const { office, resources, identity } = source
  const decision = request.decision
  const date = options.date ?? decision?.date ?? null
  const authority = authorityOf(request) ?? (identity.programme === 'national' ? 'agency' : 'planApprover')
  const issuing = issuerOf(source, authority, date)
  const number = options.number === '' ? (decision?.number ?? '') : options.number
  return {
    head: { ...issuing.head, number: textOrNull(number), date },
    decidedBy: issuing.decidedBy,
    legalBases: citedBases(source, date, ['base', programmeTopic(source), 'funding']),
    approvedBy: approvalOf(source),
    proposals: [
      ...(authority === 'minister'
        ? [{ by: `${agencyOf(source, date).headTitle} ${agencyOf(source, date).name}`, paper: null }]
        : []),
      ...(authority === 'department' ? [] : [{ by: `Giám đốc ${office.departmentName}`, paper: null }]),
      {
        by: `Giám đốc ${office.centreName}`,
        paper: { number: textOrNull(request.letterNumber), date: request.letterDate },
      },
    ],
    change: changeOf(source, request, 'decided'),
    department: `Giám đốc ${office.departmentName}`,
    units: [`Giám đốc ${office.centreName}`],
    signer: { authority: null, position: issuing.position, name: textOrNull(decision?.signer ?? '') },
  }

  function issuerOf(of: RecordSource, who: Authority, on: string | null) {
    const department = departmentOf(of)
    const agency = agencyOf(of, on)
    const place = textOrNull(office.placeName)
    switch (who) {
      case 'minister':
        return {
          head: { parentOrganisation: null, issuer: resources.ministry, place: agency.place },
          decidedBy: `Bộ trưởng ${resources.ministry}`,
          position: 'Bộ trưởng',
        }
      case 'agency':
        return {
          head: { parentOrganisation: resources.ministry, issuer: agency.name, place: agency.place },
          decidedBy: `${agency.headTitle} ${agency.name}`,
          position: agency.headTitle,
        }
      case 'department':
        return {
          head: { parentOrganisation: department.parent, issuer: department.name, place },
          decidedBy: `Giám đốc ${department.name}`,
          position: 'Giám đốc',
        }
      case 'planApprover':
        return {
          head: { parentOrganisation: null, issuer: department.parent, place },
          decidedBy: `Chủ tịch ${department.parent}`,
          position: 'Chủ tịch',
        }
    }
  }
}

export function changeNoticeFacts(
  source: RecordSource,
  request: ChangeRequest,
  options: PaperOptions,
): ChangeNoticeData {
  const { decision } = request
  const contents = request.items.map((item) => item.approved ?? item.content ?? item.base.content)
  const contract = source.contracts.findLast(
    ({ details, state }) => details.kind === 'beneficiary' && state === 'signed',
  )
  return {
    head: centreHead(source, 'change-notice', options),
    unit: source.office.centreName,
    beneficiaries: [...new Set(contents.flatMap((content) => content.beneficiaries.map(({ name }) => name)))],
    decision: {
      number: textOrNull(decision?.number ?? ''),
      date: decision?.date ?? null,
      issuer: decision?.authorityName ?? giverName(source, request.letterDate),
    },
    change: changeOf(source, request, 'decided'),
    contract: contractReference(contract ?? null),
    signer: signerOrHead(options.signer),
  }
}
