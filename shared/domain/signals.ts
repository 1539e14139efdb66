// Early signs of trouble in đề án being carried out and in requests that wait: what is seen, and why it is worth a look.
import { daysBetween, formatDate, formatMonth, monthOf, type PlainDate, type PlainMonth } from '../vietnamese/dates'
import { formatMoney } from '../vietnamese/money'
import type { ProjectStatus } from './lifecycle'
import { monthsSpanned } from './projects'

export const signalCodes = ['notStarted', 'investmentBelow', 'undecided', 'manyAdjustments'] as const
export type SignalCode = (typeof signalCodes)[number]

/** From resources/signals.json. */
export interface SignalRules {
  readonly notStartedAfterMonth: number
  readonly investmentTolerancePercent: number
  readonly undecidedDays: number
  readonly manyAdjustments: number
}

export interface CarriedProject {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly planYear: number
  readonly status: ProjectStatus
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  /** All sources of the version in force. */
  readonly planned: number
  /** The newest monthly report that says how much was done so far. */
  readonly report: { readonly month: PlainMonth; readonly done: number } | null
  /** Decided ones that still hold. */
  readonly adjustments: number
  /** Another one that was asked for and is not decided yet. */
  readonly asked: boolean
}

export interface WaitingRequest {
  readonly requestId: number
  readonly letterNumber: string
  readonly submittedOn: PlainDate
  /** Codes of its đề án. */
  readonly codes: readonly string[]
}

export interface Signal {
  readonly code: SignalCode
  /** What it is about, and where it opens. */
  readonly projectId: number | null
  readonly requestId: number | null
  readonly what: string
  readonly why: string
}

export interface SignalFacts {
  readonly projects: readonly CarriedProject[]
  readonly requests: readonly WaitingRequest[]
}

/** Approved and nothing begun: neither a contract nor work. */
export const notBegunStatuses: readonly ProjectStatus[] = ['approved', 'detailPlan']
/** Of these alone signals are asked: what is over gives none. */
export const watchedStatuses: readonly ProjectStatus[] = [
  ...notBegunStatuses,
  'contracted',
  'beneficiaryContracted',
  'inProgress',
]

/** Requests that wait first, the longest first; then đề án in the order given. */
export function signalsOf({ projects, requests }: SignalFacts, rules: SignalRules, today: PlainDate): Signal[] {
  const waiting = [...requests].sort((a, b) => (a.submittedOn < b.submittedOn ? -1 : 1))
  return [
    ...waiting.flatMap((request) => undecided(request, rules, today)),
    ...projects
      .filter(({ status }) => watchedStatuses.includes(status))
      .flatMap((project) => [
        ...notStarted(project, rules, today),
        ...investmentBelow(project, rules, today),
        ...manyAdjustments(project, rules),
      ]),
  ]
}

function undecided(request: WaitingRequest, { undecidedDays }: SignalRules, today: PlainDate): Signal[] {
  const days = daysBetween(request.submittedOn, today)
  if (days < undecidedDays) return []
  const letter = request.letterNumber === '' ? '' : ` số ${request.letterNumber}`
  return [
    {
      code: 'undecided',
      projectId: null,
      requestId: request.requestId,
      what: `Đề nghị điều chỉnh${letter} (${request.codes.join(', ')}) chưa có quyết định`,
      why: `Đã trình ngày ${formatDate(request.submittedOn)}, chờ ${days} ngày; báo khi chờ từ ${undecidedDays} ngày.`,
    },
  ]
}

const named = ({ code, name }: CarriedProject) => `${name} (${code})`

function notStarted(project: CarriedProject, { notStartedAfterMonth }: SignalRules, today: PlainDate): Signal[] {
  if (!notBegunStatuses.includes(project.status)) return []
  const limit = `${project.planYear}-${String(notStartedAfterMonth).padStart(2, '0')}`
  // Planned to begin later than that, it is late only then.
  const month = project.startMonth !== null && project.startMonth > limit ? project.startMonth : limit
  if (monthOf(today) <= month) return []
  const planned = project.startMonth === null ? '' : `, theo kế hoạch bắt đầu tháng ${formatMonth(project.startMonth)}`
  return [
    {
      code: 'notStarted',
      projectId: project.projectId,
      requestId: null,
      what: `${named(project)} được giao nhưng chưa triển khai`,
      why: `Hết tháng ${formatMonth(month)} vẫn chưa ký hợp đồng, chưa thực hiện${planned}.`,
    },
  ]
}

/** What should have been done by a month, were it done evenly; the whole once the last month is over. */
function expectedShare(start: PlainMonth, end: PlainMonth, month: PlainMonth): number {
  if (month < start) return 0
  return month >= end ? 1 : monthsSpanned(start, month) / monthsSpanned(start, end)
}

function investmentBelow(project: CarriedProject, rules: SignalRules, today: PlainDate): Signal[] {
  const { startMonth, endMonth, report, planned } = project
  if (startMonth === null || endMonth === null || report === null || planned === 0) return []
  if (startMonth > endMonth || report.month > monthOf(today)) return []
  const expected = Math.floor(expectedShare(startMonth, endMonth, report.month) * 100)
  const done = Math.floor((report.done * 100) / planned)
  if (done >= expected - rules.investmentTolerancePercent) return []
  return [
    {
      code: 'investmentBelow',
      projectId: project.projectId,
      requestId: null,
      what: `${named(project)} đầu tư chậm hơn kế hoạch`,
      why: `Đến tháng ${formatMonth(report.month)} đã làm ${formatMoney(report.done)} trên ${formatMoney(planned)} đồng (${done} %), trong khi đã qua ${expected} % thời gian; báo khi kém từ ${rules.investmentTolerancePercent} điểm phần trăm.`,
    },
  ]
}

function manyAdjustments(project: CarriedProject, rules: SignalRules): Signal[] {
  const { adjustments, asked } = project
  const count = adjustments + (asked ? 1 : 0)
  if (count < rules.manyAdjustments) return []
  const words = asked ? `đang đề nghị điều chỉnh lần ${count}` : `đã điều chỉnh ${count} lần`
  return [
    {
      code: 'manyAdjustments',
      projectId: project.projectId,
      requestId: null,
      what: `${named(project)} ${words}`,
      why: `Báo từ lần thứ ${rules.manyAdjustments}: nên xem lại khả năng thực hiện trước khi điều chỉnh tiếp.`,
    },
  ]
}
