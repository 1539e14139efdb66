// Nghiệm thu cơ sở (Mẫu 5a, 5b, 5c): results against what was planned, machines, cost by source, and whom it covers.
import { formatDate, type PlainDate } from '../vietnamese/dates'
import { formatDecimal } from '../vietnamese/numbers'
import { meantShares } from './beneficiarySplit'
import type { ExecutionProblem } from './executionProgress'
import {
  type AmountsBySource,
  addAmounts,
  type FundingSource,
  fundingSources,
  noAmounts,
  subtractAmounts,
  sumAmounts,
  supportSources,
  totalOf,
} from './money'
import { emptyAmounts, lineAmount, splitByShares } from './projects'

export const acceptanceForms = ['5a', '5b', '5c'] as const
/** Cho từng địa điểm; cho cả đề án; do Cục nghiệm thu (TT36 Phụ lục 1). */
export type AcceptanceForm = (typeof acceptanceForms)[number]

export const acceptanceSides = ['department', 'agency', 'commune', 'implementer', 'beneficiary', 'expert'] as const
/** Sở Công Thương, Cục, UBND xã, đơn vị thực hiện, đơn vị thụ hưởng, chuyên gia. */
export type AcceptanceSide = (typeof acceptanceSides)[number]

export const acceptanceConclusions = ['pass', 'fail'] as const
export type AcceptanceConclusion = (typeof acceptanceConclusions)[number]

export interface AcceptedOutput {
  readonly indicator: string
  readonly unit: string
  /** Thousandths. */
  readonly planned: number | null
  readonly done: number | null
  readonly note: string
}

export interface AcceptedCost {
  readonly content: string
  readonly planned: AmountsBySource
  readonly done: AmountsBySource
  readonly note: string
}

export interface AcceptedMachine {
  readonly name: string
  readonly specification: string
  readonly origin: string
  readonly unit: string
  /** Thousandths. */
  readonly quantity: number | null
  readonly unitPrice: number | null
  /** Several are parted by semicolons. */
  readonly serial: string
  readonly madeIn: number | null
  readonly isNew: boolean
  readonly works: boolean
  readonly note: string
}

export interface AcceptanceFacts {
  readonly form: AcceptanceForm
  readonly beneficiary: string
  readonly place: string
  readonly date: PlainDate | null
  readonly sides: readonly AcceptanceSide[]
  readonly outputs: readonly AcceptedOutput[]
  readonly costs: readonly AcceptedCost[]
  readonly machines: readonly AcceptedMachine[]
  readonly conclusion: AcceptanceConclusion | null
  readonly shortfallReason: string
  readonly mend: string
  readonly mendBy: PlainDate | null
}

// ---- what was planned for one beneficiary ------------------------------------------------------------------------------

export interface BeneficiaryPart {
  readonly shareBasisPoints: number | null
  /** From the detailed plan of a group: what each is to get and to give; null where there is no such plan. */
  readonly plan: { readonly support: number; readonly counterpart: number } | null
}

/** What each beneficiary weighs for a source: its part of the detailed plan, else its share, else the same as the others. */
function weights(parts: readonly BeneficiaryPart[], source: FundingSource): number[] {
  const planned = parts.map(({ plan }) =>
    plan === null ? 0 : supportSources.some((one) => one === source) ? plan.support : plan.counterpart,
  )
  if (parts.every(({ plan }) => plan !== null) && planned.some((one) => one > 0)) return planned
  if (parts.every(({ shareBasisPoints }) => shareBasisPoints !== null)) {
    const shares = parts.map(({ shareBasisPoints }) => shareBasisPoints ?? 0)
    if (shares.some((one) => one > 0)) return [...meantShares(shares)]
  }
  return parts.map(() => 1)
}

/** One amount split over all beneficiaries: to the đồng, by the largest remainder, so that the parts make the whole. */
export function splitAmounts(amounts: AmountsBySource, parts: readonly BeneficiaryPart[]): AmountsBySource[] {
  const split = parts.map(() => emptyAmounts())
  for (const source of fundingSources)
    splitByShares(amounts[source], weights(parts, source)).forEach((amount, index) => {
      const own = split[index]
      if (own !== undefined) own[source] = amount
    })
  return split
}

/**
 * Many amounts split over all beneficiaries, line by line: the parts of a line make the line, and the lines of a beneficiary make
 * its part of the whole, which is what its contract says. Each line alone would leave đồng between the two.
 */
export function splitLines(lines: readonly AmountsBySource[], parts: readonly BeneficiaryPart[]): AmountsBySource[][] {
  let soFar = noAmounts
  let before = parts.map(() => noAmounts)
  const split = lines.map((line) => {
    soFar = addAmounts(soFar, line)
    const now = splitAmounts(soFar, parts)
    const own = now.map((amounts, index) => subtractAmounts(amounts, before[index] ?? noAmounts))
    before = now
    return own
  })
  // Of lines of a few đồng somebody's part may fall while the whole grows: those are split one by one.
  const falls = split.some((own) => own.some((amounts) => fundingSources.some((source) => amounts[source] < 0)))
  return falls ? lines.map((line) => splitAmounts(line, parts)) : split
}

// ---- what was found ------------------------------------------------------------------------------------------------------

export function costTotals(costs: readonly AcceptedCost[]): { planned: AmountsBySource; done: AmountsBySource } {
  if (costs.length === 0) return { planned: noAmounts, done: noAmounts }
  return {
    planned: sumAmounts(costs.map((line) => line.planned)),
    done: sumAmounts(costs.map((line) => line.done)),
  }
}

export type OutputResult = 'less' | 'met' | 'more' | 'unknown'

export function outputResult({ planned, done }: Pick<AcceptedOutput, 'planned' | 'done'>): OutputResult {
  if (done === null || planned === null) return 'unknown'
  return done < planned ? 'less' : done > planned ? 'more' : 'met'
}

export interface Shortfall {
  readonly path: string
  readonly words: string
  readonly legalBasis: string
}

/** Thousandths as people write them. */
function quantityText(thousandths: number): string {
  return formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)
}

const newMachines = 'Khoản 4 Điều 4 Thông tư 46/2012/TT-BCT'
const counterpartVolume = 'Điểm b khoản 3 Điều 8 Thông tư liên tịch 26/2014/TTLT-BTC-BCT (nguyên văn 2014)'

/** What falls short of the plan or the rules: it warns, and passing in spite of it takes a reason on record. */
export function shortfallsOf(
  { outputs, costs, machines }: Pick<AcceptanceFacts, 'outputs' | 'costs' | 'machines'>,
  money: (dong: number) => string,
): Shortfall[] {
  const found: Shortfall[] = []
  outputs.forEach((output, index) => {
    if (outputResult(output) !== 'less') return
    const done = quantityText(output.done ?? 0)
    const planned = quantityText(output.planned ?? 0)
    found.push({
      path: `outputs.${index}.done`,
      words: `Chỉ tiêu “${output.indicator}” đạt ${done}/${planned} ${output.unit}`.trimEnd(),
      legalBasis: '',
    })
  })
  machines.forEach((machine, index) => {
    if (!machine.isNew)
      found.push({
        path: `machines.${index}.isNew`,
        words: `“${machine.name}” không phải máy mới`,
        legalBasis: newMachines,
      })
    if (!machine.works)
      found.push({ path: `machines.${index}.works`, words: `“${machine.name}” chưa vận hành được`, legalBasis: '' })
  })
  const { planned, done } = costTotals(costs)
  for (const source of supportSources)
    if (done[source] > planned[source])
      found.push({
        path: 'costs',
        words: `Kinh phí ${source === 'national' ? 'khuyến công quốc gia' : 'khuyến công địa phương'} thực hiện ${money(done[source])}, nhiều hơn mức được duyệt ${money(planned[source])}`,
        legalBasis: '',
      })
  if (done.counterpart < planned.counterpart)
    found.push({
      path: 'costs',
      words: `Đối ứng mới thực hiện ${money(done.counterpart)} trên ${money(planned.counterpart)} đã cam kết`,
      legalBasis: counterpartVolume,
    })
  return found
}

/** Machines accepted for nothing else than their serial numbers. */
export interface KnownSerial {
  readonly serial: string
  readonly machine: string
  /** Where it stands: đề án, beneficiary, day. */
  readonly where: string
}

/** Numbers as they are compared: letters and digits only, capitals, one for each part between semicolons. */
export function serialKeys(serial: string): string[] {
  return serial
    .split(/[;\n]/)
    .map((part) => part.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((part) => part !== '')
}

/** A serial number is one machine's: twice in this list, or once here and once in an earlier acceptance, contradicts itself. */
export function serialProblems(
  machines: readonly AcceptedMachine[],
  known: readonly KnownSerial[],
): ExecutionProblem[] {
  const first = new Map<string, string>()
  for (const one of known)
    for (const key of serialKeys(one.serial)) if (!first.has(key)) first.set(key, `“${one.machine}” (${one.where})`)
  return machines.flatMap((machine, index) =>
    serialKeys(machine.serial).flatMap((key): ExecutionProblem[] => {
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, `“${machine.name}” ở dòng ${index + 1} của bảng này`)
        return []
      }
      return [
        {
          path: `machines.${index}.serial`,
          message: `Số máy ${key} đã ghi cho ${before}; mỗi số chỉ thuộc một máy.`,
        },
      ]
    }),
  )
}

export interface AcceptanceSurroundings {
  readonly today: PlainDate
  /** Null: no contract is signed. */
  readonly contractedOn: PlainDate | null
}

/** What contradicts itself, concluded or not. */
export function acceptanceContradictions(
  facts: AcceptanceFacts,
  { today, contractedOn }: AcceptanceSurroundings,
): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  const { date } = facts
  if (date !== null && date > today)
    problems.push({ path: 'date', message: `Ngày nghiệm thu muộn hơn hôm nay (${formatDate(today)}).` })
  if (date !== null && contractedOn !== null && date < contractedOn)
    problems.push({ path: 'date', message: `Ngày nghiệm thu sớm hơn ngày ký hợp đồng (${formatDate(contractedOn)}).` })
  if (facts.mendBy !== null && date !== null && facts.mendBy < date)
    problems.push({ path: 'mendBy', message: 'Hạn khắc phục sớm hơn ngày nghiệm thu.' })
  if (facts.conclusion === 'pass' && (facts.mend !== '' || facts.mendBy !== null))
    problems.push({ path: 'mend', message: 'Đã kết luận đạt thì không còn nội dung phải khắc phục.' })
  return problems
}

/** What a conclusion still lacks, each at its field. */
export function missingForAcceptance(facts: AcceptanceFacts, money: (dong: number) => string): ExecutionProblem[] {
  const missing: ExecutionProblem[] = []
  const add = (present: boolean, path: string, message: string) => {
    if (!present) missing.push({ path, message })
  }
  add(facts.date !== null, 'date', 'Phải nhập ngày nghiệm thu.')
  add(facts.conclusion !== null, 'conclusion', 'Chọn đạt hoặc không đạt.')
  if (facts.form === '5a') add(facts.place !== '', 'place', 'Mẫu 5a lập cho từng địa điểm: phải nhập địa điểm.')
  add(
    facts.sides.includes(facts.form === '5c' ? 'agency' : 'department'),
    'members',
    facts.form === '5c' ? 'Thành phần phải có đại diện Cục.' : 'Thành phần phải có đại diện Sở Công Thương.',
  )
  add(facts.sides.includes('implementer'), 'members', 'Thành phần phải có đơn vị thực hiện.')
  if (facts.conclusion === 'fail') {
    add(facts.mend !== '', 'mend', 'Không đạt thì phải ghi nội dung khắc phục.')
    add(facts.mendBy !== null, 'mendBy', 'Không đạt thì phải ghi hạn khắc phục.')
  }
  if (facts.conclusion === 'pass') {
    facts.outputs.forEach((output, index) => {
      if (output.planned !== null)
        add(output.done !== null, `outputs.${index}.done`, `Chưa ghi kết quả của “${output.indicator}”.`)
    })
    const shortfalls = shortfallsOf(facts, money)
    add(
      shortfalls.length === 0 || facts.shortfallReason !== '',
      'shortfallReason',
      `Kết luận đạt khi ${shortfalls[0]?.words.toLowerCase() ?? ''} thì phải ghi lý do.`,
    )
  }
  return missing
}

// ---- whom the acceptances of a đề án cover ---------------------------------------------------------------------------------

export interface AcceptanceHead {
  readonly id: number
  readonly form: AcceptanceForm
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly followsId: number | null
  readonly date: PlainDate | null
  readonly conclusion: AcceptanceConclusion | null
  readonly concluded: boolean
  readonly mendBy: PlainDate | null
  readonly mendedOn: PlainDate | null
}

export interface Named {
  readonly establishmentId: number | null
  readonly name: string
}

/** An acceptance without a beneficiary of its own speaks for the whole đề án. */
export function isOfWhole(head: Pick<AcceptanceHead, 'establishmentId' | 'beneficiary'>): boolean {
  return head.establishmentId === null && head.beneficiary === ''
}

export interface AcceptedPart {
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly done: AmountsBySource
}

/**
 * What was accepted and passed. Minutes of the đề án as a whole sum up those of its places: the same đồng is not accepted
 * twice, and where they were written without figures the places tell them.
 */
export function acceptedAmounts(accepted: readonly AcceptedPart[]): AmountsBySource {
  const sum = (parts: readonly AcceptedPart[]) => parts.reduce((total, one) => addAmounts(total, one.done), noAmounts)
  const whole = sum(accepted.filter(isOfWhole))
  const places = sum(accepted.filter((part) => !isOfWhole(part)))
  return totalOf(whole) >= totalOf(places) ? whole : places
}

export function isFor(head: Pick<AcceptanceHead, 'establishmentId' | 'beneficiary'>, one: Named): boolean {
  return one.establishmentId === null
    ? head.establishmentId === null && head.beneficiary === one.name
    : head.establishmentId === one.establishmentId
}

/** Those no acceptance that passed has reached; empty also where there are no beneficiaries but something passed. */
export function notYetAccepted(beneficiaries: readonly Named[], heads: readonly AcceptanceHead[]): Named[] {
  const passed = heads.filter((head) => head.concluded && head.conclusion === 'pass')
  if (passed.some(isOfWhole)) return []
  return beneficiaries.filter((one) => !passed.some((head) => isFor(head, one)))
}

/** Failed, and no later acceptance of the same passed: what is still to be mended. */
export function stillFailed(heads: readonly AcceptanceHead[]): AcceptanceHead[] {
  const follows = (id: number, failed: number): boolean => {
    const head = heads.find((one) => one.id === id)
    if (head === undefined || head.followsId === null) return false
    return head.followsId === failed || follows(head.followsId, failed)
  }
  return heads.filter(
    (head) =>
      head.concluded &&
      head.conclusion === 'fail' &&
      !heads.some((later) => later.concluded && later.conclusion === 'pass' && follows(later.id, head.id)),
  )
}

/** What a line of machines costs; null while price or quantity is not known. */
export function supportedAmount(quantity: number | null, unitPrice: number | null): number | null {
  return quantity === null || unitPrice === null ? null : lineAmount(quantity, unitPrice)
}
