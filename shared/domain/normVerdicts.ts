// The verdict over the support of a đề án, in words: the rule, the numbers, what is passed, what is not known.
import { fold } from '../vietnamese/fold'
import { formatDecimal, parseLeadingInteger } from '../vietnamese/numbers'
import type { BeneficiarySplit } from './beneficiarySplit'
import { judgeEachBeneficiary } from './beneficiaryVerdicts'
import { type CheckAnswers, type CheckSeverity, namedList, type Verdict, worst } from './checks'
import { type Confidence, confidenceSentence, weakest } from './confidence'
import {
  ceilingOf,
  type FoundRow,
  factor,
  findNorm,
  type Multiplier,
  multiplierOf,
  type NormFound,
  type NormQuestion,
  type NormRow,
  type NormSet,
} from './norms'
import {
  bases,
  dong,
  isPerBeneficiary,
  percent,
  programmeWords,
  ratioBasisPoints,
  ruleWords,
  sameWords,
  sentences,
} from './normWords'

export interface JudgedBeneficiary {
  readonly name: string
  readonly shareBasisPoints: number | null
  /** How many establishments the line stands for: "05 cơ sở CNNT" is five. */
  readonly count: number
}

export interface NormFacts extends Omit<NormQuestion, 'chosenCode'> {
  readonly answers: CheckAnswers
  /** Of the programme that judges. */
  readonly support: number
  /** Of the other programme: judged by its own norms. */
  readonly otherSupport: number
  readonly total: number
  readonly beneficiaries: readonly JudgedBeneficiary[]
  /** What each of them gets; null while nothing says it. */
  readonly split: BeneficiarySplit | null
  readonly outputs: readonly { readonly unit: string; readonly quantityThousandths: number }[]
  /** Units of which each beneficiary is one. */
  readonly beneficiaryUnits: readonly string[]
}

const title = 'Mức hỗ trợ so với định mức'

export function judgeNorms(sets: readonly NormSet[], facts: NormFacts): Verdict[] {
  const found = findNorm(sets, { ...facts, chosenCode: facts.answers.normCode })
  if (found.kind !== 'row') return [notJudged(found, facts)]
  const { row } = found
  const because = whyRowDoesNotJudge(row)
  if (because !== null) return [unknownVerdict(because, row.legalBasis, row.confidence)]
  if (facts.support === 0)
    return [
      unknownVerdict(
        `Dự toán chưa có ${programmeWords(facts.programme)} hỗ trợ nên chưa có gì để xét. Mức trần: ${ruleWords(row)}.`,
        row.legalBasis,
        row.confidence,
      ),
    ]
  const perBeneficiary = judgeEachBeneficiary(found, facts)
  return [judgeTotal(found, facts), ...(perBeneficiary === null ? [] : [perBeneficiary])]
}

function unknownVerdict(words: string, legalBasis: string, confidence: Confidence): Verdict {
  return { code: 'norm.ceiling', severity: 'unknown', title, words, legalBasis, confidence }
}

function notJudged(found: Exclude<NormFound, { kind: 'row' }>, facts: NormFacts): Verdict {
  const none = (words: string) => unknownVerdict(words, '', 'UNKNOWN')
  const names = (sets: readonly NormSet[]) => namedList(sets.map((set) => set.name))
  switch (found.kind) {
    case 'noSubContent':
      return none('Chưa chọn nội dung chi tiết của đề án nên chưa biết xét theo dòng định mức nào.')
    case 'noSet':
      return none(
        facts.programme === 'local'
          ? `Chưa có bộ định mức của tỉnh (nghị quyết HĐND) có hiệu lực vào ngày xét. Đề án khuyến công địa phương chỉ xét theo định mức của tỉnh, không xét theo định mức quốc gia; hãy nhập ở Thiết lập, Định mức hỗ trợ.`
          : `Không có bộ định mức quốc gia nào có hiệu lực vào ngày xét.`,
      )
    case 'territory':
      return none(
        `Tỉnh có nhiều bộ định mức theo địa bàn cũ (${names(found.sets)}) mà địa điểm thực hiện chưa cho biết thuộc địa bàn nào, hoặc nằm ở nhiều địa bàn. Hãy chọn xã, phường ở phần Địa điểm thực hiện.`,
      )
    case 'noRow':
      return none(`${names(found.sets)} chưa có dòng nào cho nội dung này.`)
    case 'choose':
      return none(
        `Nội dung này có nhiều mức: ${namedList(found.choices.map(({ row }) => `${row.name} (${ruleWords(row)})`))}. Hãy chọn dòng định mức áp dụng.`,
      )
  }
}

function whyRowDoesNotJudge(row: NormRow): string | null {
  const note = row.note === '' ? '' : ` ${row.note}`
  if (row.kind === 'UNKNOWN' || (row.confidence === 'UNKNOWN' && row.maxAmount !== null))
    return `${row.name}: chưa biết mức hỗ trợ nên không xét được.${note}`
  if (row.kind === 'REFERENCE' || (row.maxAmount === null && row.maxPercentBasisPoints === null))
    return `${row.name}: không có mức trần bằng số${row.base === '' ? '' : ` (${row.base})`}; phải đối chiếu với văn bản.${note}`
  return null
}

interface Part {
  readonly severity: CheckSeverity
  readonly words: string
  /** The limit that was passed, or the known limit. */
  readonly limit: number | null
}

function judgeTotal(found: FoundRow, facts: NormFacts): Verdict {
  const { row } = found
  const multiplier = multiplierOf(found, facts.answers)
  const parts = [percentPart(row, facts), amountPart(row, facts, multiplier)].filter((part) => part !== null)
  const severity = worst(parts.map((part) => part.severity))
  const limits = parts.flatMap((part) => (part.limit === null ? [] : [part.limit]))
  const over = Math.max(0, ...limits.map((limit) => facts.support - limit))
  const conclusion = {
    ok: 'Trong định mức.',
    warning: `Vượt ${dong(over)}.`,
    unknown: 'Chưa đủ số liệu để kết luận.',
  }[severity]
  const confidence = weakest(row.confidence, multiplier.confidence)
  return {
    code: 'norm.ceiling',
    severity,
    title: `${title}: ${row.name}`,
    words: sentences(
      `${programmeWords(facts.programme, true)} hỗ trợ ${dong(facts.support)}.`,
      ...parts.map((part) => part.words),
      conclusion,
      multiplier.words,
      facts.otherSupport === 0
        ? ''
        : `Ngoài ra còn ${dong(facts.otherSupport)} của ${programmeWords(facts.programme === 'national' ? 'local' : 'national')}, xét theo định mức riêng.`,
      confidenceSentence(row.confidence),
    ),
    legalBasis: bases(row.legalBasis, multiplier.legalBasis),
    confidence,
  }
}

function percentPart(row: NormRow, { support, total, answers }: NormFacts): Part | null {
  if (row.maxPercentBasisPoints === null) return null
  const rule = `${percent(row.maxPercentBasisPoints)} ${row.base}`
  const base = answers.baseAmount ?? (row.baseFrom === 'total' ? total : null)
  if (base !== null) {
    const { byPercent } = ceilingOf(row, { base, count: null, multiplierThousandths: 1000 })
    const limit = byPercent ?? 0
    const share = base === 0 ? '' : `; đang hỗ trợ ${percent(ratioBasisPoints(support, base))}`
    const typed = answers.baseAmount === null ? '' : ' (đơn vị nhập)'
    return {
      severity: support > limit ? 'warning' : 'ok',
      limit,
      words: `Tối đa ${rule}: ${percent(row.maxPercentBasisPoints)} × ${dong(base)}${typed} = ${dong(limit)}${share}.`,
    }
  }
  if (row.baseFrom === 'part') {
    const most = ceilingOf(row, { base: total, count: null, multiplierThousandths: 1000 }).byPercent ?? 0
    if (support > most)
      return {
        severity: 'warning',
        limit: most,
        words: `Tối đa ${rule}: dù tính trên cả dự toán ${dong(total)} cũng chỉ được ${dong(most)}.`,
      }
  }
  return {
    severity: 'unknown',
    limit: null,
    words: `Tối đa ${rule}: hãy nhập số kinh phí làm cơ sở tính tỷ lệ, chương trình không tự tách được từ dự toán.`,
  }
}

/** "05 cơ sở CNNT" stands for five; a name that only begins with a number for one. */
export function beneficiaryCount(name: string, beneficiaryUnits: readonly string[]): number {
  const leading = parseLeadingInteger(name)
  if (leading === null || leading.value < 1) return 1
  const rest = fold(leading.rest)
  return beneficiaryUnits.some((unit) => rest.startsWith(fold(unit))) ? leading.value : 1
}

/** How many units the row's amount is for; null when the đề án does not say. */
export function countUnits(
  row: Pick<NormRow, 'unit'>,
  { beneficiaries, outputs, beneficiaryUnits }: Pick<NormFacts, 'beneficiaries' | 'outputs' | 'beneficiaryUnits'>,
): number | null {
  if (isPerBeneficiary(row, beneficiaryUnits))
    return beneficiaries.length === 0 ? null : beneficiaries.reduce((sum, one) => sum + one.count, 0)
  const counted = outputs.filter((output) => sameWords(output.unit, row.unit))
  const thousandths = counted.reduce((sum, output) => sum + output.quantityThousandths, 0)
  return thousandths > 0 && thousandths % 1000 === 0 ? thousandths / 1000 : null
}

function amountPart(row: NormRow, facts: NormFacts, multiplier: Multiplier): Part | null {
  if (row.maxAmount === null) return null
  const count = countUnits(row, facts)
  const one = `${dong(row.maxAmount)}/${row.unit}${multiplier.thousandths === 1000 ? '' : ` × ${factor(multiplier.thousandths)}`}`
  const limitFor = (units: number) =>
    ceilingOf(row, { base: null, count: units, multiplierThousandths: multiplier.thousandths }).byAmount ?? 0
  if (count !== null) {
    const limit = limitFor(count)
    return {
      severity: facts.support > limit ? 'warning' : 'ok',
      limit,
      words: `Không quá ${one} × ${formatDecimal(count, 0)} ${row.unit} = ${dong(limit)}.`,
    }
  }
  // What is enough for one unit is enough for any number of them.
  if (facts.support <= limitFor(1)) return { severity: 'ok', limit: limitFor(1), words: `Không quá ${one}.` }
  return {
    severity: 'unknown',
    limit: null,
    words: isPerBeneficiary(row, facts.beneficiaryUnits)
      ? `Không quá ${one}: đề án chưa nêu đơn vị thụ hưởng nên chưa biết số ${row.unit}.`
      : `Không quá ${one}: hãy ghi số ${row.unit} ở phần Chỉ tiêu dự kiến (đơn vị tính “${row.unit}”).`,
  }
}
