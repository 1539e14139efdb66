// The days on which decisions changed a plan after it was approved: what "sau điều chỉnh lần n" of a plan counts.
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

export interface DecisionDay {
  readonly date: PlainDate
  readonly numbers: readonly string[]
}

/** From the first to the last; decisions of one day are one state of the plan. */
export async function readDecisionDays(reader: Reader, planId: number): Promise<DecisionDay[]> {
  const rows = await reader.db
    .selectFrom('plan_item as item')
    .innerJoin('project_version as version', 'version.project_id', 'item.project_id')
    .where('item.plan_id', '=', planId)
    .where('version.locked', '=', 1)
    .where('version.stage', '=', 'adjusted')
    .select(['version.decision_date as date', 'version.decision_number as number'])
    .distinct()
    .execute()
  const events = await reader.db
    .selectFrom('plan_item_event as event')
    .innerJoin('plan_item as item', 'item.id', 'event.plan_item_id')
    .innerJoin('change_item as change', 'change.id', 'event.change_item_id')
    .innerJoin('change_decision as decision', 'decision.request_id', 'change.request_id')
    .where('item.plan_id', '=', planId)
    .select(['event.on_date', 'decision.date', 'decision.number', 'decision.cancelled_number'])
    .execute()
  const lines = events.map(({ on_date, date, number, cancelled_number }) => ({
    date: on_date,
    number: on_date === date ? number : cancelled_number,
  }))
  return groupDays([...rows.flatMap(({ date, number }) => (date === null ? [] : [{ date, number }])), ...lines])
}

function groupDays(decisions: readonly { readonly date: PlainDate; readonly number: string }[]): DecisionDay[] {
  const numbers = new Map<PlainDate, Set<string>>()
  for (const { date, number } of decisions) {
    const known = numbers.get(date) ?? new Set()
    if (number !== '') known.add(number)
    numbers.set(date, known)
  }
  return [...numbers]
    .map(([date, ofDay]) => ({ date, numbers: [...ofDay].sort() }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
