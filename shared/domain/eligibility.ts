// Who may be supported, and where: place and date, legal form, what was supported before (domain §3.1, §8.3).
import type { CommuneKind, ProvinceKind } from '../vietnamese/addressBook'
import type { PlainDate } from '../vietnamese/dates'
import { type CheckAnswers, type CheckCode, type CheckSeverity, namedList, type Verdict, worst } from './checks'
import { type Confidence, confidenceSentence } from './confidence'
import type { LegalForm } from './establishments'
import { inForce } from './norms'
import type { ContentGroup, ProjectKind } from './projects'

interface DatedRule {
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly note: string
}

export interface PlaceRule extends DatedRule {
  /** `manual`: rested on grades of cities and districts that no longer exist, so a person answers. */
  readonly method: 'manual' | 'computed'
  readonly question: string
}

export interface LegalFormRule extends DatedRule {
  readonly allowed: readonly LegalForm[]
}

export interface PlaceExemption extends DatedRule {
  readonly subContents: readonly string[]
  readonly reason: string
}

export interface HistoryRule extends DatedRule {
  readonly code: 'supportedBefore' | 'supportedThisYear'
}

export interface EligibilityRules {
  readonly places: readonly PlaceRule[]
  readonly legalForms: readonly LegalFormRule[]
  readonly placeExemptions: readonly PlaceExemption[]
  readonly history: readonly HistoryRule[]
  /** Contents the office carries out itself: nobody's eligibility is asked. */
  readonly withoutBeneficiaries: readonly ContentGroup[]
}

export interface PlaceFacts {
  /** As on the day judged; null: the commune is not known. */
  readonly communeKind: CommuneKind | null
  readonly provinceKind: ProvinceKind | null
  /** "Phường Long Thành, thành phố Đồng Nai" */
  readonly name: string
  readonly inCraftVillage: boolean
  readonly craftVillageDecision: string
  /** The production site is not on record, the head office stands for it. */
  readonly fromHeadOffice: boolean
}

export interface EarlierSupport {
  readonly code: string
  readonly year: number
}

export interface Subject {
  readonly name: string
  /** Null: a name that is no record of the office, such as "05 cơ sở CNNT". */
  readonly establishment: {
    readonly legalForm: LegalForm
    readonly legalFormLabel: string
    readonly place: PlaceFacts
    /** The same content in earlier years. */
    readonly before: readonly EarlierSupport[]
    /** Any content in the same year, by another đề án. */
    readonly thisYear: readonly EarlierSupport[]
  } | null
}

/** Since 15/10/2025: every commune of a province; of a city only communes and special zones; recognised craft villages. */
export function isEligiblePlace(
  provinceKind: ProvinceKind,
  communeKind: CommuneKind,
  inCraftVillage: boolean,
): boolean {
  return provinceKind === 'province' || communeKind !== 'ward' || inCraftVillage
}

export interface EligibilityFacts {
  readonly date: PlainDate
  readonly kind: ProjectKind
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly subjects: readonly Subject[]
  readonly answers: Pick<CheckAnswers, 'oldPlace'>
}

const titles: Readonly<Record<Exclude<CheckCode, 'norm.ceiling' | 'norm.beneficiaries'>, string>> = {
  place: 'Địa bàn',
  legalForm: 'Loại hình cơ sở',
  supportedBefore: 'Đã hỗ trợ cùng nội dung',
  supportedThisYear: 'Hỗ trợ trùng trong năm',
}

export function judgeEligibility(rules: EligibilityRules, facts: EligibilityFacts): Verdict[] {
  if (rules.withoutBeneficiaries.includes(facts.contentGroup)) return []
  return [judgePlaces(rules, facts), judgeLegalForms(rules, facts), ...judgeHistory(rules, facts)]
}

interface Finding {
  readonly severity: CheckSeverity
  readonly words: string
}

function verdictOf(code: keyof typeof titles, rule: DatedRule | undefined, findings: readonly Finding[]): Verdict {
  const words = findings.map((one) => one.words).filter((one) => one !== '')
  return {
    code,
    severity: worst(findings.map((one) => one.severity)),
    title: titles[code],
    words: [...words, rule?.note ?? '', rule === undefined ? '' : confidenceSentence(rule.confidence)]
      .filter((one) => one !== '')
      .join(' '),
    legalBasis: rule?.legalBasis ?? '',
    confidence: rule?.confidence ?? 'UNKNOWN',
  }
}

function ruleOn<R extends DatedRule>(rules: readonly R[], date: PlainDate): R | undefined {
  return rules.find((rule) => inForce(date, rule.effectiveFrom, rule.effectiveTo))
}

const noRule: Finding = { severity: 'unknown', words: 'Không có quy định nào được nhập cho ngày này.' }

/** What can be said of a đề án whose beneficiaries are not all establishments on record. */
function unnamed({ subjects, kind }: EligibilityFacts): Finding[] {
  const missing = subjects.filter((one) => one.establishment === null)
  if (subjects.length > 0 && missing.length === 0) return []
  const what =
    subjects.length === 0
      ? 'Chưa nêu đơn vị thụ hưởng nên chưa xét được'
      : `Chưa gắn với cơ sở trong sổ nên chưa xét được: ${namedList(missing.map((one) => one.name))}`
  const group =
    kind === 'group'
      ? ' (đề án nhóm không bắt buộc xác định đơn vị thụ hưởng khi phê duyệt kế hoạch, điểm a khoản 1 Điều 10 Thông tư số 36/2013/TT-BCT)'
      : ''
  return [{ severity: 'unknown', words: `${what}${group}.` }]
}

/** One finding for all that are the same, naming them. */
function grouped(
  subjects: readonly Subject[],
  judge: (establishment: NonNullable<Subject['establishment']>) => { severity: CheckSeverity; because: string },
  say: (severity: CheckSeverity, names: readonly string[]) => string,
): Finding[] {
  const severities: readonly CheckSeverity[] = ['warning', 'unknown', 'ok']
  const judged = subjects.flatMap((one) =>
    one.establishment === null ? [] : [{ name: one.name, ...judge(one.establishment) }],
  )
  return severities.flatMap((severity) => {
    const same = judged.filter((one) => one.severity === severity)
    return same.length === 0
      ? []
      : [
          {
            severity,
            words: say(
              severity,
              same.map((one) => (one.because === '' ? one.name : `${one.name} – ${one.because}`)),
            ),
          },
        ]
  })
}

function exemptionOf(rules: EligibilityRules, { date, subContent }: EligibilityFacts): PlaceExemption | undefined {
  return rules.placeExemptions.find(
    (one) =>
      subContent !== null && one.subContents.includes(subContent) && inForce(date, one.effectiveFrom, one.effectiveTo),
  )
}

/** What a person is asked where the rule of the day cannot be computed; null where nothing is asked. */
export function oldPlaceQuestion(rules: EligibilityRules, facts: EligibilityFacts): string | null {
  if (rules.withoutBeneficiaries.includes(facts.contentGroup)) return null
  if (exemptionOf(rules, facts) !== undefined) return null
  const rule = ruleOn(rules.places, facts.date)
  return rule?.method === 'manual' ? rule.question : null
}

function judgePlaces(rules: EligibilityRules, facts: EligibilityFacts): Verdict {
  const exemption = exemptionOf(rules, facts)
  if (exemption !== undefined) return verdictOf('place', exemption, [{ severity: 'ok', words: exemption.reason }])
  const rule = ruleOn(rules.places, facts.date)
  if (rule === undefined) return verdictOf('place', undefined, [noRule])
  if (rule.method === 'manual') return verdictOf('place', rule, [answered(rule, facts.answers.oldPlace)])
  return verdictOf('place', rule, [
    ...grouped(
      facts.subjects,
      ({ place }) => judgePlace(place),
      (severity, names) =>
        severity === 'warning'
          ? `Không thuộc địa bàn hỗ trợ: ${namedList(names)}.`
          : severity === 'unknown'
            ? `Chưa xét được: ${namedList(names)}.`
            : `Thuộc địa bàn hỗ trợ: ${namedList(names)}.`,
    ),
    ...unnamed(facts),
  ])
}

function answered(rule: PlaceRule, answer: CheckAnswers['oldPlace']): Finding {
  if (answer === null) return { severity: 'unknown', words: `Cần trả lời: ${rule.question}` }
  return answer === 'yes'
    ? { severity: 'ok', words: `Đã trả lời “Có”: ${rule.question}` }
    : { severity: 'warning', words: `Đã trả lời “Không”: ${rule.question}` }
}

function judgePlace(place: PlaceFacts): { severity: CheckSeverity; because: string } {
  const { communeKind, provinceKind, inCraftVillage, craftVillageDecision, name } = place
  if (communeKind === null || provinceKind === null)
    return { severity: 'unknown', because: 'chưa chọn xã, phường nơi sản xuất' }
  const where = place.fromHeadOffice ? `${name} (theo trụ sở, chưa ghi nơi sản xuất)` : name
  if (isEligiblePlace(provinceKind, communeKind, false)) return { severity: 'ok', because: where }
  if (!inCraftVillage) return { severity: 'warning', because: `${where}, phường của thành phố trực thuộc trung ương` }
  return craftVillageDecision === ''
    ? { severity: 'unknown', because: `${where}, trong làng nghề nhưng chưa ghi quyết định công nhận làng nghề` }
    : { severity: 'ok', because: `${where}, làng nghề được công nhận theo ${craftVillageDecision}` }
}

function judgeLegalForms(rules: EligibilityRules, facts: EligibilityFacts): Verdict {
  const rule = ruleOn(rules.legalForms, facts.date)
  if (rule === undefined) return verdictOf('legalForm', undefined, [noRule])
  return verdictOf('legalForm', rule, [
    ...grouped(
      facts.subjects,
      ({ legalForm, legalFormLabel }) => ({
        severity: rule.allowed.includes(legalForm) ? 'ok' : 'warning',
        because: legalFormLabel.toLocaleLowerCase('vi'),
      }),
      (severity, names) =>
        severity === 'ok'
          ? `Thuộc đối tượng hỗ trợ: ${namedList(names)}.`
          : `Không thuộc các loại hình được hỗ trợ: ${namedList(names)}.`,
    ),
    ...unnamed(facts),
  ])
}

function judgeHistory(rules: EligibilityRules, facts: EligibilityFacts): Verdict[] {
  const list = (support: readonly EarlierSupport[]) =>
    support.map((one) => `đề án ${one.code} năm ${one.year}`).join(', ')
  const checks = [
    {
      code: 'supportedBefore',
      of: (one) => one.before,
      found: 'Đã có tên trong đề án cùng nội dung các năm trước',
      clean: 'Chưa có đề án cùng nội dung ở các năm trước',
    },
    {
      code: 'supportedThisYear',
      of: (one) => one.thisYear,
      found: 'Còn có tên trong đề án khác cùng năm; không được hỗ trợ hai lần cho cùng một khoản chi',
      clean: 'Không có tên trong đề án khác cùng năm',
    },
  ] as const satisfies readonly {
    code: HistoryRule['code']
    of: (one: NonNullable<Subject['establishment']>) => readonly EarlierSupport[]
    found: string
    clean: string
  }[]
  return checks.flatMap(({ code, of, found, clean }) => {
    const rule = ruleOn(
      rules.history.filter((one) => one.code === code),
      facts.date,
    )
    const findings = grouped(
      facts.subjects,
      (one) => ({ severity: of(one).length === 0 ? 'ok' : 'warning', because: list(of(one)) }),
      (severity, names) => `${severity === 'ok' ? clean : found}: ${namedList(names)}.`,
    )
    // Whom nobody has named yet is already said under the place and the legal form.
    return rule === undefined || findings.length === 0 ? [] : [verdictOf(code, rule, findings)]
  })
}
