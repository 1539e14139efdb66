// What can be asked of deadlines: all rules with their switches, and the board of a year as of a day.
import type { OwnDeadlineRule } from '../../shared/contract/programmes'
import {
  type BoardEntry,
  type DeadlineEvent,
  type DeadlinePlace,
  type DeadlineRule,
  type DeadlineWhen,
  deadlineBoard,
  type PlanFact,
} from '../../shared/domain/deadlines'
import type { Programme } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { DeadlineRuleTable } from '../database/schema/office'
import { readFactsOf } from './recordedFacts'

export interface RuleOnRecord extends DeadlineRule {
  /** Null: shipped with the program. */
  readonly id: number | null
  readonly rowVersion: number | null
  readonly off: boolean
}

export function ownRuleKey(id: number): string {
  return `own.${id}`
}

type RuleRow = Omit<DeadlineRuleTable, 'id' | 'row_version'>

function whenOf(row: RuleRow): DeadlineWhen {
  if (row.kind === 'monthly') return { kind: 'monthly', day: row.day ?? 1, before: row.before === 1 }
  if (row.kind === 'after') return { kind: 'after', event: row.event, days: row.days ?? 0 }
  return { kind: 'yearly', month: row.month ?? 1, day: row.day ?? 1, before: row.before === 1 }
}

export function ruleColumns(rule: OwnDeadlineRule): RuleRow {
  const { when } = rule
  return {
    programme: rule.programme,
    step: rule.step,
    kind: when.kind,
    month: when.kind === 'yearly' ? when.month : null,
    day: when.kind === 'after' ? null : when.day,
    before: when.kind !== 'after' && when.before ? 1 : 0,
    event: when.kind === 'after' ? when.event : '',
    days: when.kind === 'after' ? when.days : null,
    reminder_days: rule.reminderDays,
    opens: rule.opens,
    legal_basis: rule.legalBasis,
    effective_from: rule.effectiveFrom,
    effective_to: rule.effectiveTo,
    note: rule.note,
  }
}

export async function readRules(reader: Reader, shipped: readonly DeadlineRule[]): Promise<RuleOnRecord[]> {
  const switched = await reader.db.selectFrom('deadline_off').select('rule_key').execute()
  const off = new Set(switched.map((row) => row.rule_key))
  const own = await reader.db.selectFrom('deadline_rule').selectAll().orderBy('id').execute()
  return [
    ...shipped.map((rule) => ({ ...rule, id: null, rowVersion: null, off: off.has(rule.key) })),
    ...own.map((row) => ({
      key: ownRuleKey(row.id),
      id: row.id,
      rowVersion: row.row_version,
      off: off.has(ownRuleKey(row.id)),
      programme: row.programme as Programme,
      step: row.step,
      when: whenOf(row),
      planYearOffset: 0,
      reminderDays: row.reminder_days,
      doneOnceRegistered: false,
      onlyWithItems: false,
      opens: row.opens as DeadlinePlace,
      counts: null,
      legalBasis: row.legal_basis,
      effectiveFrom: row.effective_from,
      effectiveTo: row.effective_to,
      confidence: null,
      note: row.note,
    })),
  ]
}

async function readPlanFacts(reader: Reader): Promise<PlanFact[]> {
  const rows = await reader.db
    .selectFrom('plan')
    .leftJoin('plan_item as item', 'item.plan_id', 'plan.id')
    .groupBy('plan.id')
    .select(['plan.year', 'plan.programme', 'plan.state'])
    .select(({ fn }) => fn.count<number>('item.id').as('items'))
    .execute()
  return rows.map((row) => ({
    year: row.year,
    programme: row.programme as Programme,
    items: row.items,
    registered: row.state !== 'drafting',
  }))
}

export interface DeadlineBoard {
  readonly entries: readonly BoardEntry[]
  readonly ticked: ReadonlySet<string>
  readonly awaiting: readonly (DeadlineRule & { readonly when: Extract<DeadlineWhen, { kind: 'after' }> })[]
  readonly events: readonly DeadlineEvent[]
}

export async function readBoard(
  reader: Reader,
  shipped: readonly DeadlineRule[],
  year: number,
  today: PlainDate,
): Promise<DeadlineBoard> {
  const rules = (await readRules(reader, shipped)).filter((rule) => !rule.off)
  const events = await reader.db
    .selectFrom('deadline_event')
    .select(['id', 'rule_key as ruleKey', 'date', 'what'])
    .orderBy('date')
    .execute()
  const ticks = await reader.db.selectFrom('deadline_done').select(['occurrence_key', 'note']).execute()
  const done = new Map(ticks.map((row) => [row.occurrence_key, row.note]))
  const plans = await readPlanFacts(reader)
  const known = new Set(rules.map((rule) => rule.key))
  const facts = await readFactsOf(reader, rules)
  for (const [key, note] of facts.done) if (!done.has(key)) done.set(key, note)
  const hasItems = (rule: DeadlineRule) =>
    !rule.onlyWithItems ||
    plans.some((plan) => plan.programme === rule.programme && plan.year === year && plan.items > 0)
  return {
    entries: deadlineBoard({ rules, events: [...events, ...facts.events], plans, done }, year, today),
    ticked: new Set(ticks.map((row) => row.occurrence_key)),
    awaiting: rules.flatMap((rule) =>
      rule.when.kind === 'after' && hasItems(rule) ? [{ ...rule, when: rule.when }] : [],
    ),
    events: events.filter((event) => known.has(event.ruleKey)),
  }
}
