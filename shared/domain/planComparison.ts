// Two states of a year's plan compared: đề án that came, went or changed, what changed in each, differences by source.
import { comparisonLabels, sourceLabels } from '../labels'
import { formatMoney } from '../vietnamese/money'
import {
  type ChangeKind,
  type ComparedContent,
  type ComparisonNames,
  type ContentChange,
  codesAsNames,
  compareContents,
  toldOnce,
} from './comparison'
import { type AmountsBySource, fundingSources, noAmounts, subtractAmounts, sumAmounts } from './money'
import { budgetTotals } from './projects'
import type { SourceChange } from './versions'

export interface PlanEntry {
  readonly projectId: number
  readonly code: string
  readonly content: ComparedContent
  /** What the line counts for in the plan: the sums of its budget, or what it was given where only that is known yet. */
  readonly amounts: AmountsBySource
}

export interface PlanRowChange {
  readonly projectId: number
  readonly code: string
  readonly name: string
  /** `same` only where everything was asked for. */
  readonly kind: ChangeKind | 'same'
  /** null on the side where the đề án is not in the plan. */
  readonly before: AmountsBySource | null
  readonly after: AmountsBySource | null
  readonly difference: AmountsBySource
  /** What changed in it; nothing for one that came or went whole. */
  readonly changes: readonly ContentChange[]
}

export interface PlanComparison {
  /** What differs, and the rest where asked for: in the order of the first state, what came after it in the order of the second. */
  readonly rows: readonly PlanRowChange[]
  /** How many đề án are the same in both. */
  readonly unchanged: number
  readonly totals: readonly SourceChange[]
}

export function comparePlans(
  before: readonly PlanEntry[],
  after: readonly PlanEntry[],
  { names = codesAsNames, all = false }: { readonly names?: ComparisonNames; readonly all?: boolean } = {},
): PlanComparison {
  const later = new Map(after.map((entry) => [entry.projectId, entry]))
  const earlier = new Set(before.map(({ projectId }) => projectId))
  const pairs = [
    ...before.map((old) => {
      const fresh = later.get(old.projectId)
      return fresh === undefined ? cameOrWent(old, 'removed') : compareEntries(old, fresh, names)
    }),
    ...after.filter(({ projectId }) => !earlier.has(projectId)).map((fresh) => cameOrWent(fresh, 'added')),
  ]
  const same = pairs.filter(({ kind }) => kind === 'same')
  const [was, is] = [before, after].map((entries) => sumAmounts(entries.map(({ amounts }) => amounts)))
  return {
    rows: all ? pairs : pairs.filter(({ kind }) => kind !== 'same'),
    unchanged: same.length,
    totals: fundingSources.map((source) => ({ source, before: was?.[source] ?? 0, after: is?.[source] ?? 0 })),
  }
}

function cameOrWent(entry: PlanEntry, kind: 'added' | 'removed'): PlanRowChange {
  const { projectId, code, content, amounts } = entry
  const [before, after] = kind === 'added' ? [null, amounts] : [amounts, null]
  const difference = subtractAmounts(after ?? noAmounts, before ?? noAmounts)
  return { projectId, code, name: content.name, kind, before, after, difference, changes: [] }
}

function compareEntries(old: PlanEntry, fresh: PlanEntry, names: ComparisonNames): PlanRowChange {
  const changes = [
    // The same version, read once for both states: most of a plan never changes.
    ...(old.content === fresh.content
      ? []
      : toldOnce(compareContents(old.content, fresh.content, names).changes, old.content, fresh.content)),
    ...givenApart(old, fresh),
  ]
  return {
    projectId: fresh.projectId,
    code: fresh.code,
    name: fresh.content.name,
    kind: changes.length === 0 ? 'same' : 'changed',
    before: old.amounts,
    after: fresh.amounts,
    difference: subtractAmounts(fresh.amounts, old.amounts),
    changes,
  }
}

/** What a line was given differs from what its budget says: a change that no line of the budget explains. */
function givenApart(old: PlanEntry, fresh: PlanEntry): ContentChange[] {
  const apart = ({ amounts, content }: PlanEntry) => subtractAmounts(amounts, budgetTotals(content.budget))
  const unexplained = subtractAmounts(apart(fresh), apart(old))
  return fundingSources
    .filter((source) => unexplained[source] !== 0)
    .map((source) => ({
      path: `given.${source}`,
      group: 'budget',
      label: `${comparisonLabels.given} › ${sourceLabels[source].short}`,
      row: null,
      kind: 'changed',
      before: `${formatMoney(old.amounts[source])} đồng`,
      after: `${formatMoney(fresh.amounts[source])} đồng`,
      amounts: { ...noAmounts, [source]: unexplained[source] },
    }))
}
