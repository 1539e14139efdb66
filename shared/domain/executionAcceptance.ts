// Nghiệm thu cơ sở (Mẫu 5a, 5b, 5c): results against what was planned, machines, cost by source.
import { formatDate, type PlainDate, type PlainMonth, yearOf } from '../vietnamese/dates'
import { formatDecimal } from '../vietnamese/numbers'
import { type AcceptedPart, acceptedAmounts, isFor } from './executionCoverage'
import type { ExecutionProblem } from './executionProgress'
import { type AmountsBySource, noAmounts, sumAmounts, supportSources } from './money'
import { lineAmount } from './projects'

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
  readonly establishmentId: number | null
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

/** The đề án as far as one set of minutes is held against it. */
export interface AcceptedBeside {
  /** Passed before, places and wholes. */
  readonly elsewhere: readonly AcceptedPart[]
  /** Of the version in force: all of it, and what of it is this place's; null: the minutes are of the whole. */
  readonly approved: AmountsBySource
  readonly approvedPart: AmountsBySource | null
  readonly planYear: number
  readonly endMonth: PlainMonth | null
}

/** What shows only beside the other minutes and the version in force, whatever is typed as planned. */
export function shortfallsBeside(
  facts: Pick<AcceptanceFacts, 'beneficiary' | 'establishmentId' | 'costs' | 'date'>,
  { elsewhere, approved, approvedPart, planYear, endMonth }: AcceptedBeside,
  money: (dong: number) => string,
): Shortfall[] {
  const own = { ...facts, done: costTotals(facts.costs).done }
  const here = elsewhere.filter((one) => isFor(one, { establishmentId: own.establishmentId, name: own.beneficiary }))
  const limits = [
    ...(approvedPart === null
      ? []
      : [{ whose: 'của đơn vị này', sum: acceptedAmounts([...here, own]), most: approvedPart }]),
    { whose: 'của cả đề án', sum: acceptedAmounts([...elsewhere, own]), most: approved },
  ]
  const over = limits.flatMap(({ whose, sum, most }) =>
    supportSources.flatMap((source): Shortfall[] =>
      sum[source] <= most[source]
        ? []
        : [
            {
              path: 'costs',
              words: `Kinh phí khuyến công thực hiện qua các lần nghiệm thu ${whose} là ${money(sum[source])}, nhiều hơn ${money(most[source])} được duyệt`,
              legalBasis: '',
            },
          ],
    ),
  )
  const { date } = facts
  const extended = date !== null && endMonth !== null && date.slice(0, 7) <= endMonth
  if (date === null || yearOf(date) === planYear || (yearOf(date) > planYear && extended)) return over
  return [
    ...over,
    {
      path: 'date',
      words: `Nghiệm thu ngày ${formatDate(date)}, ngoài năm kế hoạch ${planYear} của đề án`,
      legalBasis: '',
    },
  ]
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
export function missingForAcceptance(
  facts: AcceptanceFacts,
  beside: AcceptedBeside,
  money: (dong: number) => string,
): ExecutionProblem[] {
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
    const shortfalls = [...shortfallsOf(facts, money), ...shortfallsBeside(facts, beside, money)]
    add(
      shortfalls.length === 0 || facts.shortfallReason !== '',
      'shortfallReason',
      `Kết luận đạt mà chưa ghi lý do: ${shortfalls.map(({ words }) => words).join('; ')}.`,
    )
  }
  return missing
}

/** What a line of machines costs; null while price or quantity is not known. */
export function supportedAmount(quantity: number | null, unitPrice: number | null): number | null {
  return quantity === null || unitPrice === null ? null : lineAmount(quantity, unitPrice)
}
