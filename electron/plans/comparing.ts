// Two states of a year's plan side by side.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { type ComparedState, type KnownState, stateLabel } from '../../shared/domain/comparedStates'
import type { AmountsBySource } from '../../shared/domain/money'
import { comparePlans, type PlanComparison, type PlanEntry } from '../../shared/domain/planComparison'
import { budgetTotals, type Programme, supportSource } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { comparisonNames, type NameServices } from '../projects/comparisonNames'
import { readVersionContents } from '../projects/contents'
import { type DecisionDay, readDecisionDays } from './decisionDays'
import {
  type PlanRow,
  readAppraised,
  readAssigned,
  readRegistered,
  readShown,
  type ShownVersion,
} from './shownVersions'
import { planName } from './standing'

export interface WhichPlan {
  readonly year: number
  readonly programme: Programme
}

export interface ComparedPlanSide {
  readonly label: string
  readonly entries: readonly PlanEntry[]
}

export interface ComparedPlan extends PlanComparison, WhichPlan {
  readonly before: ComparedPlanSide
  readonly after: ComparedPlanSide
}

/** A line of the plan in one state; what it was given where that is not what its version says. */
interface StateLine extends ShownVersion {
  readonly given: number | null
}

async function findPlan(reader: Reader, { year, programme }: WhichPlan): Promise<PlanRow | undefined> {
  return reader.db
    .selectFrom('plan')
    .select(['id', 'state', 'registered_on'])
    .where('year', '=', year)
    .where('programme', '=', programme)
    .executeTakeFirst()
}

/** The lines of the plan in that state; none when it never was in it. */
async function linesAt(
  reader: Reader,
  plan: PlanRow,
  state: ComparedState,
  days: readonly DecisionDay[],
): Promise<StateLine[]> {
  const onDay = async (asOf: PlainDate) => plain((await readShown(reader, plan, { asOf })).versions)
  switch (state.kind) {
    case 'registered':
      return plan.registered_on === null ? [] : plain(await readRegistered(reader, plan))
    case 'appraised':
      return plain(await readAppraised(reader, plan))
    case 'assigned':
      return readAssigned(reader, plan)
    case 'change': {
      const day = days[state.number - 1]
      return day === undefined ? [] : onDay(day.date)
    }
    case 'today':
      return onDay(reader.today)
    case 'date':
      return onDay(state.date)
    case 'draft':
      return plan.state === 'approved' ? [] : plain((await readShown(reader, plan, 'current')).versions)
  }
}

function plain(versions: readonly ShownVersion[]): StateLine[] {
  return versions.map((version) => ({ ...version, given: null }))
}

function labelOf(state: ComparedState, days: readonly DecisionDay[]): string {
  const day = state.kind === 'change' ? days[state.number - 1] : undefined
  return stateLabel(state, day === undefined ? null : { number: day.numbers.join(', QĐ '), date: day.date })
}

export async function readPlanComparisonStates(reader: Reader, which: WhichPlan): Promise<KnownState[]> {
  const plan = await findPlan(reader, which)
  if (plan === undefined) return []
  const days = await readDecisionDays(reader, plan.id)
  const all: ComparedState[] = [
    { kind: 'registered' },
    { kind: 'appraised' },
    { kind: 'assigned' },
    ...days.map((_, index): ComparedState => ({ kind: 'change', number: index + 1 })),
    { kind: 'today' },
    { kind: 'draft' },
  ]
  const known: KnownState[] = []
  for (const state of all)
    if (state.kind === 'change' || (await linesAt(reader, plan, state, days)).length > 0)
      known.push({ state, label: labelOf(state, days) })
  return known
}

export interface PlanComparisonInput extends WhichPlan {
  readonly before: ComparedState
  readonly after: ComparedState
  /** Also đề án that are the same in both. */
  readonly all: boolean
}

/** @throws Refusal state.none when the plan never was in one of the states */
export async function comparePlan(
  reader: Reader,
  services: NameServices,
  { year, programme, before, after, all }: PlanComparisonInput,
): Promise<ComparedPlan> {
  const which = { year, programme }
  const plan = await findPlan(reader, which)
  if (plan === undefined) throw new Refusal('state.none', `chưa có ${planName(which).toLocaleLowerCase('vi')}.`)
  const days = await readDecisionDays(reader, plan.id)
  const at = async (state: ComparedState) => {
    const lines = await linesAt(reader, plan, state, days)
    // On a day before anything was decided the plan was empty, and everything since has been added to it.
    if (lines.length === 0 && state.kind !== 'date')
      throw new Refusal(
        'state.none',
        `${planName(which)} không có “${labelOf(state, days).toLocaleLowerCase('vi')}”. Hãy chọn thời điểm khác.`,
      )
    return lines
  }
  const [oldLines, freshLines] = [await at(before), await at(after)]
  const contents = await readVersionContents(reader, [
    ...new Set([...oldLines, ...freshLines].map(({ versionId }) => versionId)),
  ])
  const names = await comparisonNames(reader, services, contents.values())
  const side = (state: ComparedState, lines: readonly StateLine[]): ComparedPlanSide => ({
    label: labelOf(state, days),
    entries: lines.map((line) => entryOf(line, contents.get(line.versionId), programme)),
  })
  const [old, fresh] = [side(before, oldLines), side(after, freshLines)]
  return { ...which, before: old, after: fresh, ...comparePlans(old.entries, fresh.entries, { names, all }) }
}

function entryOf(line: StateLine, content: ProjectContent | undefined, programme: Programme): PlanEntry {
  if (content === undefined) throw new Error(`version ${line.versionId} stands in a plan and is not on record`)
  const budget = budgetTotals(content.budget)
  const amounts: AmountsBySource = line.given === null ? budget : { ...budget, [supportSource(programme)]: line.given }
  return { projectId: line.projectId, code: line.code, content, amounts }
}
