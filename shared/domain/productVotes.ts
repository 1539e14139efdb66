// Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu (domain §9): levels, scores, certificates and how long they hold.
// The numbers of the law are data with dates (resources/productVotes.json); here is only how they are read.
import { daysBetween, formatDate, type PlainDate, yearOf } from '../vietnamese/dates'
import { formatDecimal } from '../vietnamese/numbers'
import { type Confidence, confidenceSentence } from './confidence'

export const voteLevels = ['commune', 'district', 'province', 'region', 'nation'] as const
export type VoteLevel = (typeof voteLevels)[number]

export const productGroups = ['handicraft', 'food', 'machinery', 'other'] as const
/** Thủ công mỹ nghệ; chế biến nông, lâm, thủy sản, thực phẩm; thiết bị, máy móc, dụng cụ, phụ tùng cơ khí; khác. */
export type ProductGroup = (typeof productGroups)[number]

export const voteResults = ['pending', 'certified', 'notCertified', 'withdrawn'] as const
export type VoteResult = (typeof voteResults)[number]

export const voteCriteria = ['market', 'economy', 'culture', 'other'] as const
export type VoteCriterion = (typeof voteCriteria)[number]

/** Hundredths of a point; null where the council left no figure. */
export type VoteScores = Readonly<Record<VoteCriterion, number | null>>

export const certificateStates = ['valid', 'expiring', 'expired', 'unknown'] as const
export type CertificateState = (typeof certificateStates)[number]

interface Dated {
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly legalBasis: string
  readonly confidence: Confidence
}

export interface VoteRules {
  readonly levels: readonly (Dated & { readonly levels: readonly VoteLevel[] })[]
  readonly thresholds: readonly (Dated & { readonly points: number })[]
  readonly councils: readonly (Dated & { readonly members: Readonly<Record<VoteLevel, readonly number[]>> })[]
  readonly criteria: readonly (Dated & { readonly maxPoints: Readonly<Record<VoteCriterion, number>> })[]
  /** A certificate holds to the end of the nth year, the year it was given being the first. */
  readonly validity: readonly (Dated & { readonly years: number })[]
  /** Chosen by the program, no rule of any text. */
  readonly warnDaysBefore: number
}

function inForce<R extends Dated>(rules: readonly R[], day: PlainDate): R | null {
  return (
    rules.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
    ) ?? null
  )
}

export interface CertificateValidity {
  readonly until: PlainDate
  readonly legalBasis: string
  readonly confidence: Confidence
}

/** Null before there was a rule. */
export function validityOf(rules: VoteRules, issuedOn: PlainDate): CertificateValidity | null {
  const rule = inForce(rules.validity, issuedOn)
  if (rule === null) return null
  const until = `${yearOf(issuedOn) + rule.years - 1}-12-31`
  return { until, legalBasis: rule.legalBasis, confidence: rule.confidence }
}

/** What stands on the certificate wins over what the rule would say. */
export function heldUntil(
  rules: VoteRules,
  certificate: { readonly issuedOn: PlainDate | null; readonly validUntil: PlainDate | null },
): PlainDate | null {
  if (certificate.validUntil !== null) return certificate.validUntil
  return certificate.issuedOn === null ? null : (validityOf(rules, certificate.issuedOn)?.until ?? null)
}

export function certificateState(rules: VoteRules, until: PlainDate | null, today: PlainDate): CertificateState {
  if (until === null) return 'unknown'
  const left = daysBetween(today, until)
  if (left < 0) return 'expired'
  return left <= rules.warnDaysBefore ? 'expiring' : 'valid'
}

/** The sum of the four criteria where each has its points; null otherwise. */
export function scoreOf(scores: VoteScores): number | null {
  let sum = 0
  for (const criterion of voteCriteria) {
    const points = scores[criterion]
    if (points === null) return null
    sum += points
  }
  return sum
}

export interface VoteProblem {
  readonly path: string
  readonly message: string
}

export interface VotedProduct {
  readonly scores: VoteScores
  /** Hundredths of a point: the council's average. */
  readonly average: number | null
  readonly result: VoteResult
  readonly certificateNumber: string
  readonly certificateDate: PlainDate | null
  readonly validUntil: PlainDate | null
  readonly prizeRank: string
  readonly prizeAmount: number | null
}

/** What can be true in no office: these are refused. */
export function productContradictions(product: VotedProduct, roundYear: number, today: PlainDate): VoteProblem[] {
  const problems: VoteProblem[] = []
  const { certificateDate, certificateNumber, validUntil, result } = product
  const hasCertificate = certificateNumber !== '' || certificateDate !== null || validUntil !== null
  if (hasCertificate && result !== 'certified')
    problems.push({ path: 'result', message: 'Có giấy chứng nhận thì kết quả phải là “Được công nhận”.' })
  if (certificateDate !== null && certificateDate > today)
    problems.push({ path: 'certificateDate', message: 'Ngày cấp giấy chứng nhận chưa đến.' })
  if (certificateDate !== null && yearOf(certificateDate) < roundYear)
    problems.push({
      path: 'certificateDate',
      message: `Ngày cấp giấy chứng nhận sớm hơn năm bình chọn ${roundYear}.`,
    })
  if (certificateDate !== null && validUntil !== null && validUntil < certificateDate)
    problems.push({ path: 'validUntil', message: 'Ngày hết hạn sớm hơn ngày cấp giấy chứng nhận.' })
  const sum = scoreOf(product.scores)
  if (sum !== null && product.average !== null && sum !== product.average)
    problems.push({
      path: 'average',
      message: `Điểm các tiêu chí cộng lại là ${pointsText(sum)}, khác điểm bình quân ${pointsText(product.average)}.`,
    })
  if (product.prizeAmount !== null && product.prizeAmount > 0 && result !== 'certified')
    problems.push({ path: 'prizeAmount', message: 'Sản phẩm không được công nhận thì không có tiền thưởng.' })
  return problems
}

/** Points as people write them: 82,5. */
export function pointsText(hundredths: number): string {
  return formatDecimal({ units: BigInt(hundredths), scale: 2 }, 2)
}

/** The average where it was written, else what the criteria add up to. */
export function pointsOf(product: Pick<VotedProduct, 'average' | 'scores'>): number | null {
  return product.average ?? scoreOf(product.scores)
}

export interface VoteWarning extends VoteProblem {
  /** Said with a reason before it is gone past. */
  readonly needsReason: boolean
}

const basisOf = ({ legalBasis, confidence }: Dated): string =>
  [`(${legalBasis})`, confidenceSentence(confidence)].filter((part) => part !== '').join(' ')

export function productWarnings(rules: VoteRules, product: VotedProduct, decidedOn: PlainDate): VoteWarning[] {
  const warnings: VoteWarning[] = []
  const points = pointsOf(product)
  const threshold = inForce(rules.thresholds, decidedOn)
  if (product.result === 'certified' && points !== null && threshold !== null && points < threshold.points * 100)
    warnings.push({
      path: 'result',
      message: `Điểm bình quân ${pointsText(points)} dưới ${threshold.points} điểm ${basisOf(threshold)}`,
      needsReason: true,
    })
  const weights = inForce(rules.criteria, decidedOn)
  for (const criterion of voteCriteria) {
    const given = product.scores[criterion]
    const most = weights?.maxPoints[criterion]
    if (weights !== null && given !== null && most !== undefined && given > most * 100)
      warnings.push({
        path: `scores.${criterion}`,
        message: `Điểm ${pointsText(given)} cao hơn điểm tối đa ${most} của tiêu chí ${basisOf(weights)}`,
        needsReason: false,
      })
  }
  if (product.result === 'certified' && (product.certificateNumber === '' || product.certificateDate === null))
    warnings.push({
      path: 'certificateNumber',
      message: 'Được công nhận nhưng chưa ghi đủ số, ngày giấy chứng nhận nên chưa tính được thời hạn.',
      needsReason: false,
    })
  const rule = product.certificateDate === null ? null : validityOf(rules, product.certificateDate)
  if (rule !== null && product.validUntil !== null && product.validUntil !== rule.until)
    warnings.push({
      path: 'validUntil',
      message: `Theo ${rule.legalBasis} thì có giá trị đến ${formatDate(rule.until)}; đang dùng ngày ghi trên giấy.`,
      needsReason: false,
    })
  return warnings
}

export interface VoteRoundFacts {
  readonly level: VoteLevel
  readonly year: number
  readonly decisionDate: PlainDate | null
  readonly councilMembers: number | null
}

/** The day whose rules a round is judged by. */
export function roundDay({ year, decisionDate }: Pick<VoteRoundFacts, 'year' | 'decisionDate'>): PlainDate {
  return decisionDate ?? `${year}-12-31`
}

export function roundContradictions(round: VoteRoundFacts, today: PlainDate): VoteProblem[] {
  const { decisionDate, year } = round
  if (decisionDate === null) return []
  if (decisionDate > today) return [{ path: 'decisionDate', message: 'Ngày quyết định chưa đến.' }]
  return yearOf(decisionDate) < year
    ? [{ path: 'decisionDate', message: `Ngày quyết định sớm hơn năm bình chọn ${year}.` }]
    : []
}

export function roundWarnings(
  rules: VoteRules,
  round: VoteRoundFacts,
  levelNames: Readonly<Record<VoteLevel, string>>,
): VoteProblem[] {
  const day = roundDay(round)
  const warnings: VoteProblem[] = []
  const levels = inForce(rules.levels, day)
  if (levels !== null && !levels.levels.includes(round.level))
    warnings.push({
      path: 'level',
      message: `Ngày ${formatDate(day)} không có bình chọn ${levelNames[round.level].toLocaleLowerCase('vi')} ${basisOf(levels)}`,
    })
  const councils = inForce(rules.councils, day)
  const sizes = councils?.members[round.level] ?? []
  if (councils !== null && round.councilMembers !== null && sizes.length > 0 && !sizes.includes(round.councilMembers))
    warnings.push({
      path: 'councilMembers',
      message: `Hội đồng có ${sizes.join(' hoặc ')} thành viên, đang ghi ${round.councilMembers} ${basisOf(councils)}`,
    })
  return warnings
}
