// What reports are computed from: each đề án with its money and results as they were known on a day. All figures of all
// reports are sums over these facts, so that no two screens can tell different totals.
import type { PlainDate } from '../vietnamese/dates'
import type { LegalForm } from './establishments'
import { type AcceptedPart, acceptedAmounts } from './executionCoverage'
import type { ProjectStatus } from './lifecycle'
import { type AmountsBySource, addAmounts, type FundingSource, noAmounts, subtractAmounts, supportOf } from './money'
import type { PaymentKind } from './payments'
import type { ContentGroup, Programme, ProjectKind, SupportMode } from './projects'

export const planStandings = ['inForce', 'registered', 'draft', 'ended', 'none'] as const
/**
 * What the plan of a đề án rests on that day: a decision; what was registered before any decision; what is being drafted;
 * nothing any more, as it was ended; nothing yet.
 */
export type PlanStanding = (typeof planStandings)[number]

export const reportStages = [
  'planned',
  'assigned',
  'contracted',
  'advanced',
  'accepted',
  'liquidated',
  'settled',
  'stopped',
] as const
/** Trong kế hoạch chưa có quyết định, đã giao, đã ký hợp đồng, đã tạm ứng, đã nghiệm thu, thanh lý, quyết toán, ngừng. */
export type ReportStage = (typeof reportStages)[number]

export interface BeneficiaryFact {
  readonly establishmentId: number | null
  readonly name: string
  /** Null: not among the establishments on record. */
  readonly legalForm: LegalForm | null
  readonly communeCode: string | null
  readonly commune: string
  readonly address: string
  readonly industry: string
  /** Its part of the plan; parts and `common` of the đề án make the plan. */
  readonly planned: AmountsBySource
}

export interface MoneyEvent {
  readonly on: PlainDate
  readonly kind: PaymentKind
  readonly amounts: AmountsBySource
}

/** Minutes of acceptance that passed. */
export interface AcceptanceFact extends AcceptedPart {
  readonly on: PlainDate
  readonly outputs: readonly { readonly indicator: string; readonly unit: string; readonly thousandths: number }[]
  /** Whole machines supported. */
  readonly machines: number
}

export interface ContractFact {
  readonly id: number
  readonly number: string
  readonly signedOn: PlainDate
  readonly kind: 'agency' | 'beneficiary' | 'supplier'
}

export interface ReportFacts {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly supportMode: SupportMode
  readonly planYear: number
  /** As of the day. */
  readonly status: ProjectStatus
  readonly standing: PlanStanding
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly implementingUnit: string
  readonly decision: { readonly number: string; readonly date: PlainDate } | null
  readonly beneficiaries: readonly BeneficiaryFact[]
  /** How the plan was split over the beneficiaries; null: there are none. */
  readonly split: 'lines' | 'shares' | 'whole' | 'evenly' | null
  /** Of the plan, what is no beneficiary's own. */
  readonly common: AmountsBySource
  readonly places: readonly { readonly communeCode: string | null; readonly text: string }[]
  /** Of the version the standing names; nothing once ended. */
  readonly plan: AmountsBySource
  /** By papers that give the money, moved by what was adjusted since; else as planned. */
  readonly assigned: AmountsBySource
  readonly outputs: readonly { readonly indicator: string; readonly unit: string; readonly thousandths: number }[]
  /** Signed by the day, of the level that tells the money. */
  readonly contracts: readonly ContractFact[]
  readonly contracted: AmountsBySource
  /** Under those contracts, until the day. */
  readonly movements: readonly MoneyEvent[]
  readonly acceptances: readonly AcceptanceFact[]
  readonly settlement: { readonly on: PlainDate; readonly amounts: AmountsBySource } | null
  readonly classes: readonly { readonly on: PlainDate; readonly trainees: number }[]
  /** Days of decisions that changed it and still hold. */
  readonly adjustedOn: readonly PlainDate[]
}

// ---- what was done by a day -------------------------------------------------------------------------------------------

export const doneBases = ['disbursed', 'accepted', 'settled'] as const
/** What "thực hiện" means: giải ngân, nghiệm thu or quyết toán. Also the id of the rule. */
export type DoneBasis = (typeof doneBases)[number]

const own = ['counterpart', 'other'] as const satisfies readonly FundingSource[]

function movedBy({ movements }: ReportFacts, kind: PaymentKind, day: PlainDate): AmountsBySource {
  let sum = noAmounts
  for (const one of movements) if (one.kind === kind && one.on <= day) sum = addAmounts(sum, one.amounts)
  return sum
}

export function advancedBy(fact: ReportFacts, day: PlainDate): AmountsBySource {
  return movedBy(fact, 'advance', day)
}

export function paidBy(fact: ReportFacts, day: PlainDate): AmountsBySource {
  return movedBy(fact, 'payment', day)
}

export function recoveredBy(fact: ReportFacts, day: PlainDate): AmountsBySource {
  return movedBy(fact, 'recovery', day)
}

/** Advanced and paid less what came back, of all sources as recorded. */
export function givenBy(fact: ReportFacts, day: PlainDate): AmountsBySource {
  return subtractAmounts(addAmounts(advancedBy(fact, day), paidBy(fact, day)), recoveredBy(fact, day))
}

export function acceptedBy({ acceptances }: ReportFacts, day: PlainDate): AmountsBySource {
  return acceptedAmounts(acceptances.filter((one) => one.on <= day))
}

export function settledBy({ settlement }: ReportFacts, day: PlainDate): AmountsBySource {
  return settlement !== null && settlement.on <= day ? settlement.amounts : noAmounts
}

/** What beneficiaries and others put in is told by acceptance, then by settlement; vouchers only where neither speaks. */
function disbursedBy(fact: ReportFacts, day: PlainDate): AmountsBySource {
  const given = givenBy(fact, day)
  const accepted = acceptedBy(fact, day)
  const whole = { ...given }
  for (const source of own)
    if (fact.settlement !== null && fact.settlement.on <= day) whole[source] = fact.settlement.amounts[source]
    else if (accepted[source] > 0) whole[source] = accepted[source]
  return whole
}

/** Thực hiện đến hết một ngày: the one rule of it, for every report. */
export function doneBy(fact: ReportFacts, basis: DoneBasis, day: PlainDate): AmountsBySource {
  switch (basis) {
    case 'disbursed':
      return disbursedBy(fact, day)
    case 'accepted':
      return acceptedBy(fact, day)
    case 'settled':
      return settledBy(fact, day)
  }
}

/** The money that §13.2 calls disbursed: of the State's support alone. */
export function disbursedSupportBy(fact: ReportFacts, day: PlainDate): number {
  return supportOf(givenBy(fact, day))
}

export function isInPlan({ standing }: Pick<ReportFacts, 'standing'>): boolean {
  return standing === 'inForce' || standing === 'registered' || standing === 'draft'
}

/** How far a đề án had come. */
export function stageOf(fact: ReportFacts, day: PlainDate): ReportStage {
  if (fact.standing === 'ended') return 'stopped'
  if (fact.status === 'settled' || fact.status === 'monitored') return 'settled'
  if (fact.settlement !== null && fact.settlement.on <= day) return 'settled'
  if (fact.status === 'liquidated') return 'liquidated'
  if (fact.status === 'acceptedBase' || fact.status === 'settlementFiled') return 'accepted'
  if (fact.acceptances.some((one) => one.on <= day)) return 'accepted'
  if (fact.movements.some((one) => one.on <= day && one.kind !== 'recovery')) return 'advanced'
  if (fact.contracts.length > 0) return 'contracted'
  return fact.standing === 'inForce' ? 'assigned' : 'planned'
}
