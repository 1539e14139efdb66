// Monthly progress of a đề án (Mẫu 3a) and the volume completed (Mẫu 3b): what is carried over, summed, and looks wrong.
import { formatMonth, lastDayOf, monthOf, type PlainDate, type PlainMonth, yearOf } from '../vietnamese/dates'
import type { ProjectStatus } from './lifecycle'
import { type AmountsBySource, noAmounts, sumAmounts, supportOf } from './money'

/** Under way: what a monthly report is owed for. */
export const runningStatuses = [
  'detailPlan',
  'contracted',
  'beneficiaryContracted',
  'inProgress',
] as const satisfies readonly ProjectStatus[]

export const wholePercent = 10_000

const wholeProject = 'Toàn bộ đề án'

export interface ProgressLine {
  readonly content: string
  /** Hundredths of a percent. */
  readonly percent: number
  readonly note: string
}

/** The contents a report tells of: the steps of the schedule; where none is written down, the đề án as a whole. */
export function reportedContents(steps: readonly { readonly content: string }[]): string[] {
  return steps.length === 0 ? [wholeProject] : steps.map(({ content }) => content)
}

/** A new month begins where the last one ended: the same content by name, of several alike the first by the first. */
export function carriedOver(contents: readonly string[], last: readonly ProgressLine[]): ProgressLine[] {
  const left = new Map<string, ProgressLine[]>()
  for (const line of last) left.set(line.content, [...(left.get(line.content) ?? []), line])
  return contents.map((content) => {
    const [first, ...rest] = left.get(content) ?? []
    left.set(content, rest)
    return { content, percent: first?.percent ?? 0, note: first?.note ?? '' }
  })
}

/** The plain mean of the contents, in hundredths of a percent; whole only when every content is. */
export function overallPercent(lines: readonly { readonly percent: number }[]): number {
  if (lines.length === 0) return 0
  return Math.floor(lines.reduce((sum, line) => sum + line.percent, 0) / lines.length)
}

export interface ProgressFacts {
  readonly month: PlainMonth
  readonly reportedOn: PlainDate | null
  readonly confirmedOn: PlainDate | null
  readonly lines: readonly ProgressLine[]
  readonly valueDone: number | null
}

export interface ExecutionProblem {
  readonly path: string
  readonly message: string
}

/** Only what contradicts itself. */
export function progressContradictions(facts: ProgressFacts, today: PlainDate): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  if (facts.month > monthOf(today))
    problems.push({ path: 'month', message: `Chưa đến ${formatMonth(facts.month)} nên chưa có gì để báo cáo.` })
  const { reportedOn, confirmedOn } = facts
  if (reportedOn !== null && reportedOn < `${facts.month}-01`)
    problems.push({ path: 'reportedOn', message: 'Ngày báo cáo sớm hơn tháng được báo cáo.' })
  if (confirmedOn !== null && reportedOn === null)
    problems.push({ path: 'confirmedOn', message: 'Sở xác nhận thì phải có ngày báo cáo trước đó.' })
  if (confirmedOn !== null && reportedOn !== null && confirmedOn < reportedOn)
    problems.push({ path: 'confirmedOn', message: 'Ngày Sở xác nhận sớm hơn ngày báo cáo.' })
  return problems
}

export interface ProgressSurroundings {
  readonly planYear: number
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  readonly previous: readonly ProgressLine[]
  /** Of the budget in force, all sources. */
  readonly totalCost: number
}

/** What wants a second look: nothing here stops a report. */
export function progressWarnings(facts: ProgressFacts, around: ProgressSurroundings): string[] {
  const warnings: string[] = []
  for (const { content, percent } of facts.lines) {
    const before = around.previous.find((line) => line.content === content)
    if (before !== undefined && percent < before.percent)
      warnings.push(`“${content}” giảm so với tháng trước (${percentText(before.percent)} còn ${percentText(percent)})`)
  }
  if (around.startMonth !== null && facts.month < around.startMonth)
    warnings.push(`tháng báo cáo sớm hơn tháng bắt đầu (${formatMonth(around.startMonth)})`)
  if (around.endMonth !== null && facts.month > around.endMonth && overallPercent(facts.lines) < wholePercent)
    warnings.push(`đã quá tháng kết thúc (${formatMonth(around.endMonth)}) mà chưa xong`)
  if (around.startMonth === null && yearOf(facts.month) !== around.planYear)
    warnings.push(`tháng báo cáo không thuộc năm kế hoạch ${around.planYear}`)
  if (facts.valueDone !== null && facts.valueDone > around.totalCost)
    warnings.push('giá trị đã thực hiện lớn hơn tổng kinh phí của đề án')
  return warnings
}

export function percentText(basisPoints: number): string {
  return `${(basisPoints / 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })} %`
}

/** The part of the whole cost that is done, in hundredths of a percent; what a first advance is conditioned on (TT36 Đ.13). */
export function investmentDonePercent(valueDone: number | null, totalCost: number): number | null {
  if (valueDone === null || totalCost === 0) return null
  return Number((BigInt(valueDone) * BigInt(wholePercent)) / BigInt(totalCost))
}

/** A month's report is due before this day of it (TT36: before the 25th); the exact day is the office's data. */
export function isLateFor(month: PlainMonth, today: PlainDate, lastDay: PlainDate | null): boolean {
  return today > (lastDay ?? lastDayOf(month))
}

export interface VolumeLine {
  readonly content: string
  readonly unit: string
  /** Thousandths. */
  readonly plannedQuantity: number | null
  readonly doneQuantity: number | null
  readonly planned: AmountsBySource
  readonly done: AmountsBySource
  readonly note: string
}

export interface VolumeTotals {
  readonly planned: AmountsBySource
  readonly done: AmountsBySource
  /** Done less planned, by source. */
  readonly difference: Readonly<Record<keyof AmountsBySource, number>>
}

export function volumeTotals(lines: readonly Pick<VolumeLine, 'planned' | 'done'>[]): VolumeTotals {
  const planned = lines.length === 0 ? noAmounts : sumAmounts(lines.map((line) => line.planned))
  const done = lines.length === 0 ? noAmounts : sumAmounts(lines.map((line) => line.done))
  return {
    planned,
    done,
    difference: {
      national: done.national - planned.national,
      local: done.local - planned.local,
      counterpart: done.counterpart - planned.counterpart,
      other: done.other - planned.other,
    },
  }
}

export function volumeWarnings(lines: readonly VolumeLine[]): string[] {
  return lines.flatMap((line, index) => {
    const name = `dòng ${index + 1} “${line.content}”`
    const warnings: string[] = []
    if (line.plannedQuantity !== null && line.doneQuantity !== null && line.doneQuantity > line.plannedQuantity)
      warnings.push(`${name}: khối lượng hoàn thành nhiều hơn hợp đồng`)
    if (supportOf(line.done) > supportOf(line.planned))
      warnings.push(`${name}: kinh phí khuyến công thực hiện nhiều hơn dự toán`)
    return warnings
  })
}
