// The sentences offices write above a report: sums in tỷ and triệu, shares of the plan, more or less than cùng kỳ.
import { legalFormLabels } from '../labels'
import { formatDate, type PlainDate } from '../vietnamese/dates'
import { formatMoney } from '../vietnamese/money'
import { formatDecimal, formatInteger } from '../vietnamese/numbers'
import { type LegalForm, legalForms } from './establishments'
import { type AmountsBySource, addAmounts, noAmounts, supportOf, totalOf } from './money'
import { growthHundredths, percentHundredths } from './percent'
import type { EffectFact } from './reportEffects'
import { isMoved, outsideOf, type ProjectFigures, partFigures } from './reportFigures'
import type { BuiltReport } from './reportTable'
import type { VotedProduct } from './reportVotes'

const million = 1_000_000
const billion = 1_000_000_000

/** "43,735 tỷ đồng" from a billion on; "496 triệu đồng" below, and up to ten where tỷ would round: "1.200,5 triệu đồng". */
export function moneyWords(dong: number): string {
  if (dong === 0) return '0 đồng'
  const whole = dong % million === 0 || Math.abs(dong) >= 10 * billion
  return Math.abs(dong) >= billion && whole
    ? `${formatMoney(dong, 'billion', 3)} tỷ đồng`
    : `${formatMoney(dong, 'million', 3)} triệu đồng`
}

export function percentText(hundredths: number): string {
  return `${formatDecimal({ units: BigInt(hundredths), scale: 2 }, 2)} %`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function sumOf(figures: readonly ProjectFigures[], part: (one: ProjectFigures) => AmountsBySource): AmountsBySource {
  return figures.reduce((sum, one) => addAmounts(sum, part(one)), noAmounts)
}

/** ", đạt 84,06 % kế hoạch"; nothing where there is no plan. */
function ofPlan(done: number, plan: number): string {
  const rate = percentHundredths(done, plan)
  return rate === null ? '' : `, đạt ${percentText(rate)} kế hoạch`
}

/** ", tăng 33,59 % so với cùng kỳ (35,195 tỷ đồng)". */
function against(now: number, before: number): string {
  const growth = growthHundredths(now, before)
  if (growth === null) return ''
  const change =
    growth === 0 ? 'bằng' : growth > 0 ? `tăng ${percentText(growth)} so với` : `giảm ${percentText(-growth)} so với`
  return `, ${change} cùng kỳ trước (${moneyWords(before)})`
}

function partsWords(amounts: AmountsBySource): string {
  const parts = [
    ['khuyến công quốc gia', amounts.national],
    ['khuyến công địa phương', amounts.local],
    ['đối ứng và nguồn khác', outsideOf(amounts)],
  ] as const
  return parts
    .filter(([, dong]) => dong !== 0)
    .map(([name, dong]) => `${name} ${moneyWords(dong)}`)
    .join(', ')
}

export interface SentenceFrame {
  readonly periodWords: string
  readonly asOf: PlainDate
}

function planSentence(own: readonly ProjectFigures[], { periodWords }: SentenceFrame): string {
  const plan = sumOf(own, (one) => one.plan)
  const count = own.filter(({ counts }) => counts).length
  return `${capital(periodWords)}, kế hoạch khuyến công có ${formatInteger(count)} đề án, tổng kinh phí ${moneyWords(totalOf(plan))}${totalOf(plan) === 0 ? '' : `, gồm ${partsWords(plan)}`}.`
}

function carriedSentence(carried: readonly ProjectFigures[]): string[] {
  if (carried.length === 0) return []
  const done = totalOf(sumOf(carried, (one) => one.inPeriod))
  return [
    `Ngoài ra, trong kỳ còn thực hiện ${moneyWords(done)} của ${formatInteger(carried.length)} đề án thuộc kế hoạch năm khác.`,
  ]
}

export function contentSentences(
  figures: readonly ProjectFigures[],
  divisions: readonly { readonly heading: string; readonly has: (one: ProjectFigures) => boolean }[],
  frame: SentenceFrame,
): string[] {
  const { own, carried } = partFigures(figures)
  if (own.length === 0 && carried.length === 0)
    return [`${capital(frame.periodWords)} chưa có đề án nào trong kế hoạch.`]
  const plan = totalOf(sumOf(own, (one) => one.plan))
  const period = sumOf(own, (one) => one.inPeriod)
  const done = sumOf(own, (one) => one.cumulative)
  const worked = own.filter(({ inPeriod }) => isMoved(inPeriod)).length
  const shares = divisions
    .map(({ heading, has }) => ({ heading, dong: totalOf(sumOf(own.filter(has), (one) => one.plan)) }))
    .sort((a, b) => b.dong - a.dong)
  const [largest] = shares
  const share = largest === undefined ? null : percentHundredths(largest.dong, plan)
  return [
    planSentence(own, frame),
    `Trong kỳ ${worked === 0 ? 'chưa có kinh phí thực hiện' : `thực hiện ${moneyWords(totalOf(period))} ở ${formatInteger(worked)} đề án`}; lũy kế đến ngày ${formatDate(frame.asOf)} thực hiện ${moneyWords(totalOf(done))}${ofPlan(totalOf(done), plan)}${totalOf(done) === 0 ? '' : `, gồm ${partsWords(done)}`}.`,
    ...(largest === undefined || share === null || largest.dong === 0
      ? []
      : [
          `Nội dung có kinh phí kế hoạch lớn nhất là “${largest.heading}”: ${moneyWords(largest.dong)}, chiếm ${percentText(share)}.`,
        ]),
    ...carriedSentence(carried),
  ]
}

export function sourceSentences(
  figures: readonly ProjectFigures[],
  before: readonly ProjectFigures[],
  frame: SentenceFrame,
): string[] {
  const { own, carried } = partFigures(figures)
  const then = sumOf(partFigures(before).own, (one) => one.inPeriod)
  const plan = sumOf(own, (one) => one.plan)
  const period = sumOf(own, (one) => one.inPeriod)
  const done = sumOf(own, (one) => one.cumulative)
  const source = (name: string, of: (amounts: AmountsBySource) => number) =>
    of(done) === 0 && of(period) === 0 && of(then) === 0
      ? `${name}: kế hoạch ${moneyWords(of(plan))}, chưa thực hiện.`
      : `${name}: thực hiện ${moneyWords(of(done))} trên kế hoạch ${moneyWords(of(plan))}${ofPlan(of(done), of(plan))}; trong kỳ ${moneyWords(of(period))}${against(of(period), of(then))}.`
  return [
    `${capital(frame.periodWords)}, kinh phí khuyến công thực hiện trong kỳ ${moneyWords(supportOf(period))}${against(supportOf(period), supportOf(then))}; lũy kế đến ngày ${formatDate(frame.asOf)} thực hiện ${moneyWords(supportOf(done))}${ofPlan(supportOf(done), supportOf(plan))}.`,
    source('Khuyến công quốc gia', ({ national }) => national),
    source('Khuyến công địa phương', ({ local }) => local),
    ...(outsideOf(plan) === 0 && outsideOf(done) === 0 ? [] : [source('Đối ứng và nguồn khác', outsideOf)]),
    ...carriedSentence(carried),
  ]
}

export function projectSentences(figures: readonly ProjectFigures[], frame: SentenceFrame): string[] {
  const { own } = partFigures(figures)
  const done = sumOf(own, (one) => one.cumulative)
  const plan = sumOf(own, (one) => one.plan)
  return [
    planSentence(own, frame),
    `Đến ngày ${formatDate(frame.asOf)} kinh phí khuyến công thực hiện ${moneyWords(supportOf(done))}${ofPlan(supportOf(done), supportOf(plan))}.`,
  ]
}

export function beneficiarySentences(figures: readonly ProjectFigures[], frame: SentenceFrame): string[] {
  const all = figures.filter(({ counts }) => counts).flatMap(({ fact }) => fact.beneficiaries)
  const distinct = new Map(
    all.map((one) => [one.establishmentId === null ? one.name : `#${one.establishmentId}`, one.legalForm] as const),
  )
  const count = (form: LegalForm | null) => [...distinct.values()].filter((one) => one === form).length
  const kinds = [
    ...legalForms.map((form) => [count(form), legalFormLabels[form].toLocaleLowerCase('vi')] as const),
    [count(null), 'chưa ghi loại hình'] as const,
  ].filter(([number]) => number > 0)
  const support = all.reduce((sum, { planned }) => sum + supportOf(planned), 0)
  const outside = all.reduce((sum, { planned }) => sum + outsideOf(planned), 0)
  return [
    `${capital(frame.periodWords)} có ${formatInteger(distinct.size)} cơ sở thụ hưởng${kinds.length === 0 ? '' : `, gồm ${kinds.map(([number, name]) => `${formatInteger(number)} ${name}`).join(', ')}`}; khuyến công hỗ trợ ${moneyWords(support)}, đối ứng và nguồn khác ${moneyWords(outside)}.`,
  ]
}

/** Indicators that have something, in the order of the table, over all its years. */
export function resultSentences({ table }: BuiltReport, frame: SentenceFrame): string[] {
  const sums = new Map<string, { unit: string; thousandths: number }>()
  for (const { kind, heading, cells } of table.lines)
    if (kind === 'row' && typeof cells.total === 'number') {
      const before = sums.get(heading)?.thousandths ?? 0
      sums.set(heading, { unit: String(cells.unit ?? ''), thousandths: before + cells.total })
    }
  const told = [...sums].filter(([, { thousandths }]) => thousandths > 0)
  if (told.length === 0) return [`${capital(frame.periodWords)} chưa ghi nhận kết quả nào.`]
  return [
    `${capital(frame.periodWords)}: ${told.map(([name, { unit, thousandths }]) => `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)} ${formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)} ${unit}`).join('; ')}.`,
  ]
}

export function voteSentences(products: readonly VotedProduct[], frame: SentenceFrame): string[] {
  const rounds = new Set(products.map(({ roundId }) => roundId)).size
  if (rounds === 0) return [`${capital(frame.periodWords)} không có kỳ bình chọn nào.`]
  const certified = products.filter((one) => one.certified).length
  const rate = percentHundredths(certified, products.length)
  return [
    `${capital(frame.periodWords)} có ${formatInteger(rounds)} kỳ bình chọn với ${formatInteger(products.length)} sản phẩm đăng ký, ${formatInteger(certified)} sản phẩm được cấp giấy chứng nhận${rate === null ? '' : ` (${percentText(rate)})`}.`,
  ]
}

export function effectSentences(facts: readonly EffectFact[], frame: SentenceFrame): string[] {
  if (facts.length === 0) return [`${capital(frame.periodWords)} chưa có lần kiểm tra nào ghi hiệu quả sau hỗ trợ.`]
  const known = (figure: 'jobs' | 'revenue' | 'taxPaid') =>
    facts.flatMap(({ before, after }): number[] =>
      before[figure] === null || after[figure] === null ? [] : [(after[figure] ?? 0) - (before[figure] ?? 0)],
    )
  const change = (figure: 'jobs' | 'revenue' | 'taxPaid', name: string, words: (value: number) => string): string[] => {
    const changes = known(figure)
    if (changes.length === 0) return []
    const sum = changes.reduce((total, one) => total + one, 0)
    return [`${name} ${sum === 0 ? 'không đổi' : `${sum > 0 ? 'tăng' : 'giảm'} ${words(Math.abs(sum))}`}`]
  }
  const changes = [
    ...change('jobs', 'lao động', (value) => `${formatInteger(value)} người`),
    ...change('revenue', 'doanh thu', moneyWords),
    ...change('taxPaid', 'nộp ngân sách', moneyWords),
  ]
  return [
    `${capital(frame.periodWords)} có số liệu sau hỗ trợ của ${formatInteger(facts.length)} cơ sở${changes.length === 0 ? '' : `: ${changes.join(', ')}`}.`,
  ]
}
