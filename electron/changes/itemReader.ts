// One item of a request as it is shown: in force beside asked, and what the decision made of each field.
import type { ChangeItem } from '../../shared/contract/changes'
import type { ProjectContent } from '../../shared/contract/projects'
import { type ComparisonNames, type ContentChange, compareContents } from '../../shared/domain/comparison'
import { noAmounts } from '../../shared/domain/money'
import { budgetTotals } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { openAdvances } from './advances'
import type { JudgedItem } from './judging'
import { sourceEffects } from './planEffects'
import { readVersionHead, versionInForce } from './stored'

function listed({ path, label, kind, before, after }: ContentChange) {
  return { path, label, kind, before, after }
}

function sumsOf({ item, base, asked }: JudgedItem) {
  const [before, after] = [budgetTotals(base.budget), budgetTotals(asked.budget)]
  if (item.kind === 'stop') return sourceEffects(before, noAmounts)
  return sourceEffects(item.kind === 'supplement' ? noAmounts : before, after)
}

/** What the decision made of each field that was asked for, and of others it changed itself. */
export function decidedOf({ item, base, comparison }: JudgedItem, names: ComparisonNames): ChangeItem['decided'] {
  const madeOf = (approved: ProjectContent | null) => {
    if (approved === null) return []
    return approved === item.asked ? comparison.changes : compareContents(base, approved, names).changes
  }
  if (item.outcome === null || item.kind !== 'adjust') return []
  const made = madeOf(item.approved)
  const asked = comparison.changes.map((change) => {
    const became = made.find(({ path }) => path === change.path)
    const outcome = became === undefined ? 'refused' : became.after === change.after ? 'approved' : 'otherwise'
    return { ...listed(change), outcome, decided: became === undefined ? change.before : became.after } as const
  })
  const unasked = made
    .filter(({ path }) => !comparison.changes.some((change) => change.path === path))
    .map(
      (change) => ({ ...listed(change), after: change.before, outcome: 'otherwise', decided: change.after }) as const,
    )
  return [...asked, ...unasked]
}

/** What is asked of each field, and why. */
export function changesOf({ item, fields }: JudgedItem): ChangeItem['changes'] {
  return fields.flatMap(({ change, type, rule }) =>
    change === null
      ? []
      : [
          {
            ...listed(change),
            reason: item.reasons.get(change.path) ?? '',
            type,
            authority: rule?.authority ?? null,
          },
        ],
  )
}

export async function readItem(reader: Reader, judged: JudgedItem, names: ComparisonNames): Promise<ChangeItem> {
  const { item, project, base } = judged
  const head = await readVersionHead(reader, item.baseVersionId)
  const inForce = item.kind === 'supplement' ? null : await versionInForce(reader, project.id)
  const newer = item.outcome === null && inForce !== null && inForce.versionId !== item.baseVersionId ? inForce : null
  return {
    id: item.id,
    kind: item.kind,
    project: {
      id: project.id,
      code: project.code,
      name: base.name,
      programme: project.programme,
      kind: project.kind,
      planYear: project.planYear,
      status: project.status,
    },
    base: { ...head, content: base },
    newer,
    content: item.asked,
    reason: item.reason,
    changes: changesOf(judged),
    sums: sumsOf(judged),
    advanced: item.advanced,
    recovery: item.recovery,
    openAdvances:
      item.kind === 'stop'
        ? (await openAdvances(reader, project.id)).map((one) => ({ ...one, left: one.given - one.recovered }))
        : [],
    outcome: item.outcome,
    outcomeNote: item.outcomeNote,
    approved: item.approved,
    decided: decidedOf(judged, names),
    madeVersionId: item.madeVersionId,
    restoredVersionId: item.restoredVersionId,
  }
}
