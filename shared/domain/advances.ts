// What may be advanced, by content, and what a payment would pass: rules warn with basis, contradictions are refused (domain §7.1–7.2).
import { formatDate, type PlainDate, yearOf } from '../vietnamese/dates'
import { formatMoney } from '../vietnamese/money'
import { assertNever } from './assertNever'
import { type Confidence, weakest } from './confidence'
import { type ContractKind, type ContractState, type ContractWarning, percentWords } from './contracts'
import { type AmountsBySource, type FundingSource, fundingSources, supportOf } from './money'
import type { PaymentKind } from './payments'
import type { ContentGroup, Programme, RuleProblem } from './projects'

/** How much of the support may be advanced before acceptance. */
export interface AdvanceRule {
  readonly contentGroup: ContentGroup
  /** Empty: every content of the group. */
  readonly subContents: readonly string[]
  readonly percent: number
  /** In words, as a contract says it; empty: the signing is enough. */
  readonly condition: string
  /** What must be done before, strictly more than; null: nothing. */
  readonly doneAbovePercent: number | null
  readonly doneOf: 'volume' | 'investment' | null
}

export interface ContractRule {
  readonly programme: Programme
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly legalBasis: string
  readonly advanceBasis: string
  readonly confidence: Confidence
  readonly monthlyReportBeforeDay: number
  readonly settlementWithinDays: number
  /** Month and day of the year after the plan year. */
  readonly liquidationBy: string
  readonly firstAdvance: readonly AdvanceRule[]
}

/** The general ceiling, where no rule names the content. */
export interface AdvanceCeiling {
  readonly programme: Programme | null
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly percent: number
  readonly legalBasis: string
  readonly confidence: Confidence
}

export interface ContractTermsBook {
  readonly rules: readonly ContractRule[]
  readonly ceilings: readonly AdvanceCeiling[]
}

export interface AdvanceLimit {
  readonly percentBasisPoints: number
  readonly condition: string
  readonly doneAboveBasisPoints: number | null
  readonly doneOf: 'volume' | 'investment' | null
  readonly legalBasis: string
  readonly confidence: Confidence
}

const inForce = (day: PlainDate, from: PlainDate, to: PlainDate | null) => from <= day && (to === null || day <= to)

export function contractRuleOn(book: ContractTermsBook, programme: Programme, day: PlainDate): ContractRule | null {
  return (
    book.rules.find((one) => one.programme === programme && inForce(day, one.effectiveFrom, one.effectiveTo)) ?? null
  )
}

export function firstAdvanceOf(
  rule: ContractRule,
  content: { readonly contentGroup: string; readonly subContent: string | null },
): AdvanceRule | null {
  return (
    rule.firstAdvance.find(
      (one) =>
        one.contentGroup === content.contentGroup &&
        (one.subContents.length === 0 || one.subContents.some((sub) => sub === content.subContent)),
    ) ?? null
  )
}

/** The rule of the content under the agency's contract; the general ceiling elsewhere; null where no rule is known. */
export function advanceLimitFor(
  book: ContractTermsBook,
  facts: {
    readonly kind: ContractKind
    readonly programme: Programme
    readonly contentGroup: string
    readonly subContent: string | null
    readonly day: PlainDate
  },
): AdvanceLimit | null {
  const rule = facts.kind === 'agency' ? contractRuleOn(book, facts.programme, facts.day) : null
  const own = rule === null ? null : firstAdvanceOf(rule, facts)
  if (rule !== null && own !== null)
    return {
      percentBasisPoints: own.percent * 100,
      condition: own.condition,
      doneAboveBasisPoints: own.doneAbovePercent === null ? null : own.doneAbovePercent * 100,
      doneOf: own.doneOf,
      legalBasis: rule.advanceBasis,
      confidence: rule.confidence,
    }
  const ceiling = book.ceilings.find(
    (one) =>
      (one.programme === null || one.programme === facts.programme) &&
      inForce(facts.day, one.effectiveFrom, one.effectiveTo),
  )
  if (ceiling === undefined) return null
  return {
    percentBasisPoints: ceiling.percent * 100,
    condition: '',
    doneAboveBasisPoints: null,
    doneOf: null,
    legalBasis: ceiling.legalBasis,
    confidence: ceiling.confidence,
  }
}

/** One đề án of a payment, with what stands before it. */
export interface PaymentProject {
  readonly projectId: number
  readonly code: string
  readonly planYear: number
  readonly amounts: AmountsBySource
  /** Of this contract. */
  readonly contracted: AmountsBySource
  readonly advanced: AmountsBySource
  readonly paid: AmountsBySource
  readonly recovered: AmountsBySource
  readonly settled: AmountsBySource
  readonly limit: AdvanceLimit | null
  /** The đề án was accepted: the rest may be advanced. */
  readonly accepted: boolean
  /** By decision: nothing more is to be spent on it. */
  readonly stopped: boolean
}

export interface PaymentFacts {
  readonly kind: PaymentKind
  readonly contractKind: ContractKind
  readonly contractState: ContractState
  readonly signedOn: PlainDate | null
  readonly onDate: PlainDate
  readonly voucherDate: PlainDate | null
  /** Share of the volume or the total investment done, as reported and confirmed; null: not said. */
  readonly doneBasisPoints: number | null
  readonly today: PlainDate
  /** The contract was liquidated on this day with other sums than those that would stand now; null: nothing of the kind. */
  readonly closedBefore: PlainDate | null
  readonly projects: readonly PaymentProject[]
  /** đề án of the contract whose approved settlement would rest on more than is left given, once this is written over. */
  readonly uncovered: readonly {
    readonly code: string
    readonly source: FundingSource
    readonly settled: number
    readonly kept: number
  }[]
  /** Required papers not in hand, by name, with the basis that asks for them. */
  readonly missingPapers: readonly {
    readonly name: string
    readonly legalBasis: string
    readonly confidence: Confidence
  }[]
}

const dong = (amount: number) => `${formatMoney(amount)} đồng`

/** What cannot be: money before its contract, money taken back that was never given, an advance on a closed contract. */
export function paymentContradictions(facts: PaymentFacts): RuleProblem[] {
  const problems: RuleProblem[] = []
  const say = (path: string, message: string) => problems.push({ path, message })
  const { signedOn, onDate } = facts
  if (facts.contractState === 'draft' || signedOn === null)
    say('onDate', 'Hợp đồng chưa ký nên chưa tạm ứng, thanh toán được. Hãy ký hợp đồng trước.')
  else if (onDate < signedOn) say('onDate', `Ngày này sớm hơn ngày ký hợp đồng (${formatDate(signedOn)}).`)
  if (onDate > facts.today) say('onDate', `Ngày này chưa đến (hôm nay ${formatDate(facts.today)}).`)
  if (facts.voucherDate !== null && facts.voucherDate > facts.today)
    say('voucherDate', `Ngày chứng từ chưa đến (hôm nay ${formatDate(facts.today)}).`)
  if (facts.kind === 'advance' && (facts.contractState === 'liquidated' || facts.contractState === 'terminated'))
    say('kind', 'Hợp đồng đã đóng nên không tạm ứng nữa; chỉ ghi thanh toán phần còn lại hoặc thu hồi.')
  const total = facts.projects.reduce(
    (sum, one) => sum + fundingSources.reduce((line, source) => line + one.amounts[source], 0),
    0,
  )
  if (total === 0) say('lines', 'Phải nhập số tiền của ít nhất một đề án.')
  if (facts.kind === 'recovery')
    facts.projects.forEach((project, index) => {
      for (const source of fundingSources) {
        const open =
          project.advanced[source] + project.paid[source] - project.recovered[source] - project.settled[source]
        if (project.amounts[source] > Math.max(0, open))
          say(
            `lines.${index}.amounts.${source}`,
            `${project.code}: chỉ còn ${dong(Math.max(0, open))} đã cấp mà chưa quyết toán, chưa thu hồi; không thu hồi được ${dong(project.amounts[source])}.`,
          )
      }
    })
  return problems
}

/** What is against a rule but may be gone on with, given a reason. */
export function paymentWarnings(facts: PaymentFacts, sourceName: (source: FundingSource) => string): ContractWarning[] {
  const warnings: ContractWarning[] = []
  for (const project of facts.projects) {
    switch (facts.kind) {
      case 'advance':
        warnings.push(...advanceWarnings(facts, project), ...overContract(project, sourceName))
        break
      case 'payment':
        warnings.push(...overContract(project, sourceName))
        break
      case 'recovery':
        break
      default:
        assertNever(facts.kind, 'Every kind of payment is handled')
    }
  }
  warnings.push(...settledOverGiven(facts, sourceName), ...otherYears(facts))
  if (facts.kind === 'payment' && facts.contractState === 'terminated')
    warnings.push({
      code: 'closedContract',
      words: 'Hợp đồng đã chấm dứt trước hạn; khoản thanh toán này là phần khối lượng đã thực hiện.',
      legalBasis: 'Điều khoản chấm dứt của hợp đồng',
      confidence: 'I',
      excess: 0,
    })
  warnings.push(...afterClosing(facts), ...missingPapers(facts))
  return warnings
}

/** Money out of a đề án that was stopped; sums other than those the minutes of liquidation say. */
function afterClosing({ kind, closedBefore, projects }: PaymentFacts): ContractWarning[] {
  const stopped = kind === 'recovery' ? [] : projects.filter((one) => one.stopped)
  return [
    ...stopped.map(({ code }) => ({
      code: 'stoppedProject' as const,
      words: `${code} đã ngừng triển khai; chỉ còn thanh toán phần khối lượng đã thực hiện hoặc thu hồi.`,
      legalBasis: 'Quyết định ngừng triển khai đề án',
      confidence: 'I' as const,
      excess: 0,
    })),
    ...(closedBefore === null
      ? []
      : [
          {
            code: 'closedContract' as const,
            words: `Hợp đồng đã thanh lý ngày ${formatDate(closedBefore)}; ghi như thế này thì tiền khác với biên bản thanh lý.`,
            legalBasis: 'Biên bản thanh lý hợp đồng đã ký',
            confidence: 'I' as const,
            excess: 0,
          },
        ]),
  ]
}

function overContract(project: PaymentProject, sourceName: (source: FundingSource) => string): ContractWarning[] {
  return fundingSources.flatMap((source): ContractWarning[] => {
    if (project.amounts[source] === 0) return []
    const given = project.advanced[source] + project.paid[source] + project.amounts[source]
    const excess = given - project.contracted[source]
    if (excess <= 0) return []
    return [
      {
        code: 'overContract',
        words: `${project.code}, ${sourceName(source)}: cộng cả lần này là ${dong(given)}, vượt giá trị hợp đồng ${dong(project.contracted[source])} là ${dong(excess)}.`,
        legalBasis: 'Giá trị hợp đồng đã ký và các phụ lục',
        confidence: 'S',
        excess,
      },
    ]
  })
}

function settledOverGiven(
  { uncovered }: PaymentFacts,
  sourceName: (source: FundingSource) => string,
): ContractWarning[] {
  return uncovered.map(({ code, source, settled, kept }) => ({
    code: 'settledOverGiven',
    words: `${code}, ${sourceName(source)}: quyết toán đã duyệt ${dong(settled)}; sửa như thế này thì số đã cấp (đã trừ thu hồi) chỉ còn ${dong(kept)}, thiếu ${dong(settled - kept)}.`,
    legalBasis: 'Văn bản phê duyệt quyết toán của đề án',
    confidence: 'I',
    excess: settled - kept,
  }))
}

function advanceWarnings(facts: PaymentFacts, project: PaymentProject): ContractWarning[] {
  const { limit } = project
  const amount = supportOf(project.amounts)
  // Once accepted the rest may be advanced, up to the contract: that is checked elsewhere.
  if (limit === null || amount === 0 || project.accepted) return []
  const value = supportOf(project.contracted)
  const before = supportOf(project.advanced) + supportOf(project.paid)
  const most = Number((BigInt(value) * BigInt(limit.percentBasisPoints)) / 10_000n)
  const warnings: ContractWarning[] = []
  const excess = before + amount - most
  if (excess > 0) {
    const rest = before > 0 ? ' Phần còn lại chỉ tạm ứng sau khi nghiệm thu.' : ''
    warnings.push({
      code: before > 0 ? 'advanceBeforeAcceptance' : 'overAdvanceRule',
      words: `${project.code}: tạm ứng cộng dồn ${dong(before + amount)}, quá mức ${percentWords(limit.percentBasisPoints)} của kinh phí hỗ trợ ${dong(value)} (${dong(most)}) là ${dong(excess)}.${rest}`,
      legalBasis: limit.legalBasis,
      confidence: limit.confidence,
      excess,
    })
  }
  // The share done is asked of the first advance; what comes after it waits for acceptance instead.
  const first = before === 0 || excess <= 0
  if (first && limit.doneAboveBasisPoints !== null && (facts.doneBasisPoints ?? 0) <= limit.doneAboveBasisPoints) {
    const done = facts.doneBasisPoints === null ? 'chưa ghi' : `mới đạt ${percentWords(facts.doneBasisPoints)}`
    warnings.push({
      code: 'advanceCondition',
      words: `${project.code}: chỉ tạm ứng khi ${limit.condition}; ${limit.doneOf === 'volume' ? 'khối lượng' : 'giá trị'} thực hiện ${done}.`,
      legalBasis: limit.legalBasis,
      confidence: limit.confidence,
      excess: 0,
    })
  }
  return warnings
}

/** One warning for each text that asks for papers: a list is read, twelve warnings are not. */
function missingPapers({ missingPapers: papers }: PaymentFacts): ContractWarning[] {
  return [...new Set(papers.map((paper) => paper.legalBasis))].map((legalBasis) => {
    const own = papers.filter((paper) => paper.legalBasis === legalBasis)
    const [first, ...rest] = own.map((paper) => paper.confidence)
    return {
      code: 'missingPapers' as const,
      words: `Chưa có: ${own.map((paper) => paper.name).join('; ')}.`,
      legalBasis,
      confidence: weakest(first ?? 'UNKNOWN', ...rest),
      excess: 0,
    }
  })
}

/** Money of a year moves in that year; what is still paid or returned in the next January belongs to its settlement. */
function otherYears({ onDate, voucherDate, projects }: PaymentFacts): ContractWarning[] {
  const dates = [onDate, ...(voucherDate === null ? [] : [voucherDate])]
  return [...new Set(projects.map((project) => project.planYear))].flatMap((planYear): ContractWarning[] => {
    const strange = dates.find((day) => yearOf(day) !== planYear)
    if (strange === undefined) return []
    const codes = projects.filter((project) => project.planYear === planYear).map((project) => project.code)
    return [
      {
        code: 'otherYear',
        words: `${codes.join(', ')} thuộc kế hoạch năm ${planYear} nhưng ngày ${formatDate(strange)} thuộc năm ${yearOf(strange)}.`,
        legalBasis: 'Kinh phí được giao theo năm ngân sách',
        confidence: 'I',
        excess: 0,
      },
    ]
  })
}
