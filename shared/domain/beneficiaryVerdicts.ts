// The verdict over what each of several beneficiaries gets: the amount for one, and the percentage of its own costs.
import { formatDecimal } from '../vietnamese/numbers'
import type { BeneficiarySplit } from './beneficiarySplit'
import { type CheckSeverity, namedList, type Verdict } from './checks'
import { confidenceSentence, weakest } from './confidence'
import { totalOf } from './money'
import { ceilingOf, type FoundRow, type Multiplier, multiplierOf, type NormRow } from './norms'
import type { NormFacts } from './normVerdicts'
import { bases, dong, isPerBeneficiary, percent, ratioBasisPoints, sentences } from './normWords'
import { supportSource } from './projects'

const title = 'Mức hỗ trợ từng đơn vị thụ hưởng'

/** Only where there are several, and the row says something of each. */
export function judgeEachBeneficiary(found: FoundRow, facts: NormFacts): Verdict | null {
  const { row } = found
  if (facts.beneficiaries.length < 2) return null
  const multiplier = multiplierOf(found, facts.answers)
  const limits = limitsOf(row, facts, multiplier)
  if (limits.amount === null && limits.percentBasisPoints === null) return null
  const verdict = (severity: CheckSeverity, ...words: string[]): Verdict => ({
    code: 'norm.beneficiaries',
    severity,
    title,
    words: sentences(ruleOf(row, limits), ...words, multiplier.words, confidenceSentence(row.confidence)),
    legalBasis: bases(row.legalBasis, multiplier.legalBasis),
    confidence: weakest(row.confidence, multiplier.confidence),
  })
  if (facts.split === null)
    return limits.amount !== null && facts.support <= limits.amount(1)
      ? verdict('ok', 'Cả đề án cũng không quá mức của một đơn vị.')
      : verdict(
          'unknown',
          'Chưa rõ từng đơn vị được bao nhiêu nên chưa xét được: hãy ghi đơn vị cho từng dòng dự toán, hoặc ghi Tỷ lệ hưởng.',
        )
  const parts = judgedParts(facts.split, found.row, facts, limits)
  const common = facts.split.common[supportSource(facts.programme)]
  const commonWords = common === 0 ? '' : `Không kể ${dong(common)} hỗ trợ chi chung của đề án, không thuộc đơn vị nào.`
  const over = parts.filter((one) => one.problems.length > 0)
  if (over.length === 0)
    return verdict('ok', `Trong định mức: ${namedList(parts.map((one) => one.words))}.`, commonWords)
  const told = over.map((one) => `${one.words}, ${one.problems.join(' và ')}`)
  return verdict('warning', `Vượt định mức ở ${over.length}/${parts.length} đơn vị: ${namedList(told)}.`, commonWords)
}

interface Limits {
  /** For so many establishments; null: the row's amount is not for each of them. */
  readonly amount: ((count: number) => number) | null
  /** Of one's own costs; null where those are not known, or are not what the percentage is of. */
  readonly percentBasisPoints: number | null
}

/** By shares everyone has the percentage of the whole, which is judged there; only lines tell one's own costs. */
function limitsOf(row: NormRow, facts: NormFacts, multiplier: Multiplier): Limits {
  const ownCosts = facts.split?.by === 'lines' && row.baseFrom === 'total'
  return {
    amount:
      row.maxAmount !== null && isPerBeneficiary(row, facts.beneficiaryUnits)
        ? (count) => ceilingOf(row, { base: null, count, multiplierThousandths: multiplier.thousandths }).byAmount ?? 0
        : null,
    percentBasisPoints: ownCosts ? row.maxPercentBasisPoints : null,
  }
}

function ruleOf(row: NormRow, { amount, percentBasisPoints }: Limits): string {
  const rules = [
    ...(amount === null ? [] : [`không quá ${dong(amount(1))}/${row.unit}`]),
    ...(percentBasisPoints === null ? [] : [`tối đa ${percent(percentBasisPoints)} ${row.base} của đơn vị đó`]),
  ]
  return `Mỗi đơn vị ${rules.join(' và ')}.`
}

interface JudgedPart {
  readonly words: string
  readonly problems: readonly string[]
}

function judgedParts(
  split: BeneficiarySplit,
  row: NormRow,
  facts: NormFacts,
  { amount, percentBasisPoints }: Limits,
): JudgedPart[] {
  return split.parts.map(({ name, amounts }, index) => {
    const support = amounts[supportSource(facts.programme)]
    const costs = totalOf(amounts)
    const count = facts.beneficiaries[index]?.count ?? 1
    const problems: string[] = []
    const over = amount === null ? 0 : support - amount(count)
    if (over > 0)
      problems.push(
        count === 1 ? `vượt ${dong(over)}` : `vượt ${dong(over)} so với mức của ${formatDecimal(count, 0)} ${row.unit}`,
      )
    const share = ceilingOf(row, { base: costs, count: null, multiplierThousandths: 1000 }).byPercent ?? 0
    if (percentBasisPoints !== null && support > share)
      problems.push(`bằng ${percent(ratioBasisPoints(support, costs))} chi phí ${dong(costs)} của đơn vị`)
    return { words: `${name} được ${dong(support)}`, problems }
  })
}
