// From records to the facts of a paper: pure, so that every rule about names, numbers, signers and dates can be tested.
import type { EstablishmentDetails } from '../../shared/contract/establishments'
import type { AppraisalSheet } from '../../shared/contract/lifecycle'
import type { ContentGroupEntry, OfficeDetails, Signer } from '../../shared/contract/office'
import type { BudgetLine, ProjectContent, ProjectIdentity, ProjectVersionHead } from '../../shared/contract/projects'
import { contractRuleOn, firstAdvanceOf } from '../../shared/domain/advances'
import { assertNever } from '../../shared/domain/assertNever'
import { budgetTotals, supportSource } from '../../shared/domain/projects'
import { areaFlagLabels, legalFormLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { dateInWords } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import { formatInteger } from '../../shared/vietnamese/numbers'
import type { ContractRecord } from '../contracts/records'
import { agencyOn } from './agencies'
import type { AgencyContractData, ContractTerms } from './forms/agencyContract'
import {
  type AppraisalConclusion,
  appraisalCriteria,
  type BaseAppraisalSheetData,
  type Opinion,
} from './forms/baseAppraisalSheet'
import type { BeneficiaryAppraisalSheetData, BeneficiaryProfile } from './forms/beneficiaryAppraisalSheet'
import type { BudgetEstimateData } from './forms/budgetEstimate'
import type { PaperProject, PaperSigner } from './forms/paper'
import type { ContractParty } from './forms/parties'
import type { ProjectProposalData } from './forms/projectProposal'
import { basesInForce, citations, type LegalTopic } from './legalBases'
import type { PaperResources } from './resources'
import { beneficiaryFacts, implementerNames, isOurs, splitFacts } from './unitFacts'
import { lowerFirst, money, textOrNull, upperFirst } from './wording'

/** Everything the forms draw on, gathered by the handler in one reading. */
export type PaperSource = {
  readonly office: OfficeDetails
  /** With its kind: "Tỉnh Thái Nguyên". */
  readonly provinceName: string | null
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
  readonly versions: readonly ProjectVersionHead[]
  readonly establishments: ReadonlyMap<
    number,
    { readonly details: EstablishmentDetails; readonly address: string; readonly workplace: string }
  >
  /** The base appraisal as written down so far; null when nobody has begun it. */
  readonly appraisal: AppraisalSheet | null
  /** The contract with whoever gives the money; null while none is on record. */
  readonly contract: { readonly record: ContractRecord; readonly projectId: number } | null
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly resources: PaperResources
  readonly today: PlainDate
}

export type PaperOptions = {
  readonly date: PlainDate | null
  /** As typed: "5" or "05/HĐ-KC"; empty when the clerk fills it in. */
  readonly number: string
  readonly signer: Signer | null
}

type AppraisalForm = 'base-appraisal-4a' | 'base-appraisal-4b'

export function appraisalFacts(
  source: PaperSource,
  options: PaperOptions,
  form: AppraisalForm = 'base-appraisal-4a',
): BaseAppraisalSheetData {
  const { appraisal, office, versions } = source
  const department = departmentOf(source)
  const appraised = newest(versions, 'baseAppraised')
  const asked = newest(versions, 'registered')?.amounts ?? null
  const project = projectFacts(source)
  const date = options.date ?? appraisal?.date ?? null
  const number = options.number === '' ? (appraisal?.documentNumber ?? '') : options.number
  return {
    parentOrganisation: department.parent,
    department: department.name,
    number: documentNumber(number, symbolOf(office, form)),
    place: textOrNull(office.placeName),
    date,
    legalBases: citedBases(source, date, ['base', programmeTopic(source), 'funding']),
    project: asked === null || appraised === null ? project : { ...project, amounts: asked },
    opinions: Object.fromEntries(
      appraisalCriteria.map((criterion, index) => [criterion, opinionOf(appraisal?.checks[index])]),
    ) as Record<(typeof appraisalCriteria)[number], Opinion>,
    proposed: appraised?.amounts ?? null,
    conclusion: conclusionOf(appraisal),
    recommendation: textOrNull(appraisal?.opinion ?? ''),
    appraiser: textOrNull(appraisal?.appraiser ?? ''),
    signer: options.signer === null ? appraisalSigner(source) : paperSigner(options.signer),
  }
}

function opinionOf(check: AppraisalSheet['checks'][number] | undefined): Opinion {
  if (check === undefined) return { met: null, opinion: null }
  const opinion = textOrNull(check.opinion)
  switch (check.result) {
    case 'pending':
      return { met: null, opinion }
    case 'pass':
      return { met: true, opinion }
    case 'fail':
      return { met: false, opinion }
    default:
      return assertNever(check.result, 'a point is passed, failed or open')
  }
}

export function conclusionOf(appraisal: AppraisalSheet | null): AppraisalConclusion | null {
  const conclusion = appraisal?.conclusion ?? null
  switch (conclusion) {
    case null:
      return null
    case 'agree':
      return 'agreed'
    case 'agreeAfterSupplement':
      return 'agreedAfterSupplement'
    case 'refuse':
      return 'refused'
    default:
      return assertNever(conclusion, 'a conclusion agrees, asks for more or refuses')
  }
}

/**
 * The sheet is signed at the Sở: our own director does not stand there unless chosen. Of who concluded only the name is
 * on record, so that the title is that of a signer of this name, or says no rank.
 */
function appraisalSigner({ appraisal, office }: PaperSource): PaperSigner {
  const name = appraisal?.signer ?? ''
  if (name === '') return { authority: null, position: 'Giám đốc', name: null }
  const known = office.signers.find((signer) => fold(signer.name) === fold(name))
  return known === undefined ? { authority: null, position: 'Lãnh đạo Sở', name } : paperSigner(known)
}

export function beneficiaryAppraisalFacts(source: PaperSource, options: PaperOptions): BeneficiaryAppraisalSheetData {
  const facts = appraisalFacts(source, options, 'base-appraisal-4b')
  const { beneficiaries, amounts, programme } = facts.project
  return {
    ...facts,
    profiles: source.content.beneficiaries.map(({ name, establishmentId }, index) => {
      const record = establishmentId === null ? undefined : source.establishments.get(establishmentId)
      const share = beneficiaries[index]?.support ?? null
      return {
        name,
        ...profileOf(record),
        // One beneficiary alone gets all of it.
        support: share === null && beneficiaries.length === 1 ? amounts[supportSource(programme)] : share,
      }
    }),
  }
}

type EstablishmentRecord = { readonly details: EstablishmentDetails; readonly workplace: string }

function profileOf(record: EstablishmentRecord | undefined): Omit<BeneficiaryProfile, 'name' | 'support'> {
  if (record === undefined)
    return { legalForm: null, taxCode: null, industry: null, area: null, capital: null, employees: null }
  const { details, workplace } = record
  const capital = latest(details, 'capital')
  const employees = latest(details, 'employees')
  return {
    // "Other" is also what a record begins with: it says nothing.
    legalForm: details.legalForm === 'other' ? null : legalFormLabels[details.legalForm],
    taxCode: textOrNull(details.taxCode),
    industry: textOrNull([details.industry, details.mainProducts.split('\n').join('; ')].filter(Boolean).join('; ')),
    area: textOrNull([upperFirst(workplace), ...areaKinds(details)].filter(Boolean).join('; ')),
    capital: capital === null ? null : `${money(capital.value)} (năm ${capital.year})`,
    employees: employees === null ? null : `${formatInteger(employees.value)} người (năm ${employees.year})`,
  }
}

function areaKinds(details: EstablishmentDetails): string[] {
  return [
    ...(details.inCraftVillage ? [`làng nghề ${details.craftVillageName}`.trim()] : []),
    ...(details.inIndustrialCluster ? [`cụm công nghiệp ${details.industrialClusterName}`.trim()] : []),
    ...details.areaFlags.map((flag) => lowerFirst(areaFlagLabels[flag])),
  ]
}

function latest(details: EstablishmentDetails, figure: 'capital' | 'employees') {
  const years = details.years.flatMap((one) => (one[figure] === null ? [] : [{ year: one.year, value: one[figure] }]))
  return years.sort((a, b) => b.year - a.year)[0] ?? null
}

export function proposalFacts(source: PaperSource, options: PaperOptions): ProjectProposalData {
  const { office, content } = source
  return {
    parentOrganisation: isOurs(source) ? office.departmentName : null,
    number: documentNumber(options.number, symbolOf(office, 'project-proposal')),
    place: textOrNull(office.placeName),
    date: options.date,
    legalBases:
      chosenBases(source) ??
      citedBases(source, options.date, ['base', programmeTopic(source), ...periodTopics(source), 'funding']),
    unit: implementingParty(source, options.signer),
    department: departmentOf(source).name,
    project: projectFacts(source),
    necessity: content.necessity,
    scale: content.scale,
    superiority: content.superiority,
    equipment: content.equipment,
    scheduleSteps: content.scheduleSteps,
    organisation: content.organisation,
    effect: content.effect,
  }
}

export function estimateFacts(source: PaperSource, options: PaperOptions): BudgetEstimateData {
  const unit = implementingParty(source, options.signer)
  return {
    parentOrganisation: isOurs(source) ? source.office.departmentName : null,
    unit: unit.name,
    place: textOrNull(source.office.placeName),
    date: options.date,
    project: projectFacts(source),
    signer: unit.signer,
  }
}

export function contractFacts(source: PaperSource, options: PaperOptions): AgencyContractData {
  const { office, identity, resources } = source
  const date = referenceDate(options.date, identity.planYear, source.today)
  const department = departmentOf(source)
  const decision = newest(source.versions, 'approved')
  const agency = agencyOn(resources.agencies, date)
  const national = identity.programme === 'national'
  return {
    parentOrganisation: national ? resources.ministry : department.parent,
    issuer: national ? agency.name : department.name,
    number: documentNumber(options.number, symbolOf(office, 'agency-contract')),
    place: national ? agency.place : textOrNull(office.placeName),
    date: options.date,
    legalBases: citedBases(source, options.date, ['contract', 'base', programmeTopic(source), 'funding']),
    assignment: {
      number: textOrNull(decision?.decisionNumber ?? ''),
      date: decision?.decisionDate ?? null,
      issuer: national ? `Bộ trưởng ${resources.ministry}` : department.parent,
    },
    partyA: emptyParty(national ? agency.name : office.departmentName, national ? agency.headTitle : 'Giám đốc'),
    partyB: implementingParty(source, options.signer),
    department: office.departmentName,
    project: projectFacts(source),
    others: [],
    terms: contractTerms(source, date),
  }
}

// ── names and numbers ────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A paper without a date takes the names and laws of today, but not later than the plan year it belongs to: a contract of
 * 2022 printed again in 2026 still speaks of the agency of 2022.
 */
export function referenceDate(date: PlainDate | null, planYear: number, today: PlainDate): PlainDate {
  if (date !== null) return date
  const yearEnd = `${planYear}-12-31`
  return today < yearEnd ? today : yearEnd
}

/** "5" with the symbol "HĐ-KC" → "05/HĐ-KC"; numbers below ten take a zero (box 3). */
export function documentNumber(typed: string, symbol: string | null): string | null {
  if (typed.includes('/')) return typed
  if (typed === '') return symbol === null ? null : `......../${symbol}`
  const number = /^\d$/.test(typed) ? `0${typed}` : typed
  return symbol === null ? number : `${number}/${symbol}`
}

export function symbolOf(office: OfficeDetails, form: string): string | null {
  return textOrNull(office.symbols.find((one) => one.form === form)?.symbol ?? '')
}

/**
 * "Sở Công Thương tỉnh Bắc Kạn" on a letterhead is "SỞ CÔNG THƯƠNG" under "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN". The province
 * comes from the office's own name first: before the merger it is another than the one on the map today.
 */
export function departmentOf({ office, provinceName }: Pick<PaperSource, 'office' | 'provinceName'>): {
  parent: string
  name: string
} {
  const match = /^(?<name>.+?)\s+(?<province>(?:tỉnh|thành phố)\s+.+)$/iu.exec(office.departmentName)
  const province = match?.groups?.province ?? (provinceName === null ? null : lowerKind(provinceName))
  return {
    parent: province === null ? 'Ủy ban nhân dân tỉnh' : `Ủy ban nhân dân ${province}`,
    name: match?.groups?.name ?? office.departmentName,
  }
}

function lowerKind(provinceName: string): string {
  return provinceName.replace(/^(Tỉnh|Thành phố)/u, (kind) => kind.toLocaleLowerCase('vi'))
}

export function paperSigner(signer: Signer): PaperSigner {
  const { authority, onBehalfOf, position, name } = signer
  switch (authority) {
    case 'none':
      return { authority: null, position, name }
    case 'Q':
      return { authority: null, position: `Q. ${position}`, name }
    case 'TM':
    case 'KT':
    case 'TL':
    case 'TUQ':
      return { authority: `${authority}. ${onBehalfOf}`.trim(), position, name }
  }
}

/** What the contents of a programme rest on: the national one on its own circular, the local one on that of the contents. */
export function programmeTopic({ identity }: PaperSource): LegalTopic {
  return identity.programme === 'national' ? 'nationalProgramme' : 'details'
}

/** The programme of several years is the ministry's: a local đề án does not rest on it. */
function periodTopics({ identity }: PaperSource): readonly LegalTopic[] {
  return identity.programme === 'national' ? ['nationalPeriod'] : []
}

export function citedBases(source: PaperSource, date: PlainDate | null, topics: readonly LegalTopic[]): string[] {
  const catalogue = source.resources.legalBases
  const day = referenceDate(date, source.identity.planYear, source.today)
  return citations(basesInForce(catalogue, topics, day), catalogue)
}

/** The bases the đề án names itself, in its own order; null where it leaves them to the catalogue. */
function chosenBases({ content, resources }: PaperSource): string[] | null {
  const catalogue = resources.legalBases
  const chosen = content.legalBases.flatMap((id) => catalogue.filter((basis) => basis.id === id))
  return chosen.length === 0 ? null : citations(chosen, catalogue)
}

function newest(
  versions: readonly ProjectVersionHead[],
  stage: ProjectVersionHead['stage'],
): ProjectVersionHead | null {
  return versions.filter((version) => version.stage === stage).sort((a, b) => b.number - a.number)[0] ?? null
}

// ── the đề án ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function projectFacts(source: PaperSource): PaperProject {
  const { identity, content } = source
  const amounts = budgetTotals(content.budget)
  const split = splitFacts(source)
  return {
    name: content.name,
    programme: identity.programme,
    kind: identity.kind,
    planYear: identity.planYear,
    contentGroup: content.contentGroup,
    contentName: contentName(source),
    implementingUnit: textOrNull(content.implementingUnit) ?? source.office.centreName,
    cooperatingUnits: textOrNull(content.cooperatingUnits.split('\n').join('; ')),
    participants: content.participants,
    beneficiaries: beneficiaryFacts(source, split),
    split,
    places: content.places.map((place) => upperFirst(place.text)),
    startMonth: content.startMonth,
    endMonth: content.endMonth,
    summary: content.summary === '' ? content.scale : content.summary,
    objective: content.objective,
    schedule: content.schedule,
    outputs: content.outputs,
    budget: content.budget.map((line: BudgetLine) => ({ ...line })),
    amounts,
  }
}

function contentName({ content, contentGroups }: PaperSource): string {
  const group = contentGroups.find((one) => one.code === content.contentGroup)
  const sub = group?.subContents.find((one) => one.code === content.subContent)
  return sub?.name ?? group?.name ?? content.contentGroup
}

// ── the contract ─────────────────────────────────────────────────────────────────────────────────────────────────────

function emptyParty(name: string, headTitle: string): ContractParty {
  return {
    name,
    signer: { authority: null, position: headTitle, name: null },
    address: null,
    phone: null,
    account: null,
    treasury: null,
    taxCode: null,
    budgetRelationCode: null,
  }
}

/** The centre itself, unless the đề án names another unit: of that one only the name is on record. */
function implementingParty(source: PaperSource, signer: Signer | null): ContractParty {
  const { office } = source
  if (!isOurs(source)) return emptyParty(implementerNames(source)[0] ?? '', 'Người đại diện')
  return {
    name: office.centreName,
    signer: signer === null ? { authority: null, position: 'Giám đốc', name: null } : paperSigner(signer),
    address: textOrNull(office.address),
    phone: textOrNull(office.phone),
    account: textOrNull(office.bankAccount),
    treasury: textOrNull(office.treasuryName === '' ? office.bankName : office.treasuryName),
    taxCode: textOrNull(office.taxCode),
    budgetRelationCode: textOrNull(office.budgetRelationCode),
  }
}

function contractTerms({ resources, identity, content }: PaperSource, date: PlainDate): ContractTerms {
  const rule = contractRuleOn(resources.contractTerms, identity.programme, date)
  const advance = rule === null ? null : firstAdvanceOf(rule, content)
  return {
    firstAdvancePercent: advance?.percent ?? null,
    firstAdvanceCondition: textOrNull(advance?.condition ?? ''),
    monthlyReportBeforeDay: rule?.monthlyReportBeforeDay ?? null,
    settlementWithinDays: rule?.settlementWithinDays ?? null,
    liquidationBy: rule === null ? null : dateInWords(`${identity.planYear + 1}-${rule.liquidationBy}`),
    copies: null,
    copiesEach: null,
  }
}
