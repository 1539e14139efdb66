// From a year's plan to the facts of its papers: pure, so that names and laws by date can be tested.
import type { ContentGroupEntry, OfficeDetails, Signer } from '../../shared/contract/office'
import type { PlanView } from '../../shared/domain/plans'
import { contentGroupNumerals, planTableLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { agencyOn } from './agencies'
import type { PlanFormId } from './forms'
import type { LocalPlanData } from './forms/localPlan'
import type { PaperSigner } from './forms/paper'
import type { PlanLetterData } from './forms/planLetters'
import type { PaperPlan } from './forms/planPaper'
import { basesInForce, citations, type LegalTopic } from './legalBases'
import { departmentOf, documentNumber, paperSigner, referenceDate, symbolOf } from './paperFacts'
import type { PaperResources } from './resources'

export type PlanPaperSource = {
  readonly office: OfficeDetails
  /** With its kind: "Tỉnh Thái Nguyên". */
  readonly provinceName: string | null
  readonly plan: PlanView
  readonly outputs: LocalPlanData['outputs']
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly resources: PaperResources
  readonly today: PlainDate
}

export type PlanPaperOptions = {
  readonly date: PlainDate | null
  readonly number: string
  readonly signer: Signer | null
}

/** District committees ended on this day: from then on a province has communes only. */
const TWO_LEVELS_FROM = '2025-07-01'

export function localPlanFacts(source: PlanPaperSource, options: PlanPaperOptions): LocalPlanData {
  const committee = departmentOf(source).parent
  return {
    committee,
    province: committee.replace(/^Ủy ban nhân dân /u, ''),
    department: departmentOf(source).name,
    centre: source.office.centreName,
    lowerCommittees: lowerCommitteesOn(dayOf(source, options)),
    ...numbered(source, options, 'local-plan'),
    legalBases: bases(source, options, ['base', 'details', 'funding']),
    plan: paperPlan(source),
    outputs: source.outputs,
    // The committee signs: nobody of the centre stands there unless chosen.
    signer: signerOr(options.signer, { authority: 'TM. Ủy ban nhân dân', position: 'Chủ tịch', name: null }),
  }
}

export function planLetterFacts(
  source: PlanPaperSource,
  options: PlanPaperOptions,
  form: Exclude<PlanFormId, 'local-plan' | 'appraisal-report'>,
): PlanLetterData {
  const department = departmentOf(source)
  const topics: readonly LegalTopic[] =
    form === 'registration-letter'
      ? ['base', 'nationalProgramme', 'nationalPeriod', 'funding']
      : ['base', 'details', 'funding']
  return {
    committee: department.parent,
    department: department.name,
    centre: source.office.centreName,
    agency: agencyOn(source.resources.agencies, dayOf(source, options)).name,
    ministry: source.resources.ministry,
    ...numbered(source, options, form),
    legalBases: bases(source, options, topics),
    plan: paperPlan(source),
    signer: signerOr(options.signer, { authority: null, position: 'Giám đốc', name: null }),
  }
}

export function lowerCommitteesOn(date: PlainDate): string {
  return date < TWO_LEVELS_FROM ? 'Ủy ban nhân dân cấp huyện, cấp xã' : 'Ủy ban nhân dân cấp xã'
}

/** A plan is drawn up in the year before it: without a date its papers do not take names and laws of later. */
function dayOf({ plan, today }: PlanPaperSource, { date }: PlanPaperOptions): PlainDate {
  return referenceDate(date, plan.year - 1, today)
}

function numbered({ office }: PlanPaperSource, { date, number }: PlanPaperOptions, form: PlanFormId) {
  return {
    number: documentNumber(number, symbolOf(office, form)),
    place: office.placeName === '' ? null : office.placeName,
    date,
  }
}

function bases(source: PlanPaperSource, options: PlanPaperOptions, topics: readonly LegalTopic[]): string[] {
  const { legalBases } = source.resources
  return citations(basesInForce(legalBases, topics, dayOf(source, options)), legalBases)
}

function signerOr(signer: Signer | null, usual: PaperSigner): PaperSigner {
  return signer === null ? usual : paperSigner(signer)
}

function paperPlan({ plan, contentGroups }: PlanPaperSource): PaperPlan {
  const names = new Map<string, string>(contentGroups.map((entry) => [entry.code, entry.name]))
  return {
    programme: plan.programme,
    year: plan.year,
    amounts: plan.amounts,
    groups: plan.groups.map(({ key, items, amounts }) => ({
      numeral: key === 'flagship' ? null : contentGroupNumerals[key],
      name: key === 'flagship' ? planTableLabels.flagshipGroup : (names.get(key) ?? key),
      amounts,
      items: items.map((item) => ({ ...item, beneficiaries: item.beneficiaries.map((one) => one.name) })),
    })),
  }
}
