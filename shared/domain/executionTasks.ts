// Việc cần làm of carrying out, in order of urgency, each with what and by when.
import { daysBetween, formatDate, formatMonth, monthOf, type PlainDate } from '../vietnamese/dates'
import { assertNever } from './assertNever'

export const executionTaskKinds = ['mend', 'finding', 'visit'] as const
/** Khắc phục sau nghiệm thu, tồn tại sau kiểm tra, đến hạn kiểm tra. */
export type ExecutionTaskKind = (typeof executionTaskKinds)[number]

export interface TaskFacts {
  readonly kind: ExecutionTaskKind
  readonly projectId: number
  /** Of the acceptance or inspection. */
  readonly refId: number
  readonly code: string
  readonly what: string
  readonly due: PlainDate
  /** What failed was mended and waits to be accepted again. */
  readonly mended: boolean
}

export interface ExecutionTask {
  readonly kind: ExecutionTaskKind
  readonly projectId: number
  readonly refId: number
  readonly code: string
  readonly words: string
  readonly due: PlainDate
  readonly daysLeft: number
}

function wordsOf({ kind, code, what, due, mended }: TaskFacts): string {
  const whose = what === '' ? code : `${code}, ${what}`
  switch (kind) {
    case 'mend':
      return mended
        ? `Nghiệm thu lại ${whose}: đã khắc phục xong`
        : `Khắc phục sau nghiệm thu chưa đạt: ${whose}, chậm nhất ngày ${formatDate(due)}`
    case 'finding':
      return `Tồn tại sau kiểm tra ${code}: ${what}, hạn ${formatDate(due)}`
    case 'visit':
      return `Kiểm tra ${whose} trong ${formatMonth(monthOf(due))}`
    default:
      return assertNever(kind, 'Every kind of task has its words')
  }
}

/** A visit is shown from a month before the end of its month; what must be mended is shown at once. */
const visitShownDays = 31

export function executionTasks(facts: readonly TaskFacts[], today: PlainDate): ExecutionTask[] {
  return facts
    .map((fact) => {
      const { what: _what, mended: _mended, ...task } = fact
      return { ...task, words: wordsOf(fact), daysLeft: daysBetween(today, fact.due) }
    })
    .filter((task) => task.kind !== 'visit' || task.daysLeft <= visitShownDays)
    .sort((a, b) => a.daysLeft - b.daysLeft || a.refId - b.refId)
}
