// Everything that happened to a đề án, one line after another in the order of its days.
import type { PlainDate } from '../vietnamese/dates'

export const timelineKinds = ['version', 'step', 'request', 'decision', 'paper', 'contract', 'appendix'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export interface TimelineEvent {
  /** The same for the same event, however often it is read. */
  readonly key: string
  readonly kind: TimelineKind
  /** null: not dated yet, such as a draft; it stands at the end. */
  readonly date: PlainDate | null
  readonly what: string
  readonly detail: string
  /** What it opens: a version, a request, a paper, a contract; the history itself for a step. */
  readonly opens: { readonly kind: 'version' | 'request' | 'paper' | 'contract' | 'none'; readonly id: number }
}

/** Of one day: what was asked before what was decided, what was decided before what came of it. */
const order: readonly TimelineKind[] = ['request', 'decision', 'step', 'version', 'contract', 'appendix', 'paper']

export function timelineOf(events: readonly TimelineEvent[]): TimelineEvent[] {
  return events
    .map((event, index) => ({ event, index }))
    .sort(
      (a, b) =>
        dayOrder(a.event.date, b.event.date) ||
        order.indexOf(a.event.kind) - order.indexOf(b.event.kind) ||
        a.index - b.index,
    )
    .map(({ event }) => event)
}

function dayOrder(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
