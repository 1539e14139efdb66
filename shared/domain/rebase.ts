// A change drafted from a version that is no longer in force, drafted again from the one that is: what does not collide is kept.
import {
  type ComparedContent,
  type ComparisonNames,
  type ContentChange,
  carryChanges,
  codesAsNames,
  compareContents,
} from './comparison'

export interface Collision {
  readonly path: string
  readonly label: string
  /** As it is in force now, and as it was asked for. */
  readonly now: string | null
  readonly asked: string | null
}

export interface Rebased<Content> {
  readonly content: Content
  readonly collisions: readonly Collision[]
  /** Paths that were kept. */
  readonly kept: ReadonlySet<string>
}

/** Of a change inside a row, what it would be called were the whole row taken away; null for any other. */
function rowRemoved({ path, group, row, kind }: ContentChange): string | null {
  if (kind !== 'changed' || row === null || row.before === null) return null
  return path.startsWith(`${group}[`) ? `${group}-[${row.before}]` : null
}

function collidesWith(asked: ContentChange, theirs: readonly ContentChange[]): ContentChange | null {
  const removed = rowRemoved(asked)
  return (
    theirs.find((one) => {
      if (one.path === asked.path) return one.after !== asked.after
      return one.path === removed || (asked.kind === 'removed' && rowRemoved(one) === asked.path)
    }) ?? null
  )
}

/** What is asked in `groups` is given up whole: its parts no longer fit together. */
export function rebaseContent<Content extends ComparedContent>(
  { base, asked, now }: { readonly base: Content; readonly asked: Content; readonly now: Content },
  names: ComparisonNames = codesAsNames,
  givenUp: ReadonlySet<string> = new Set(),
): Rebased<Content> {
  const theirs = compareContents(base, now, names).changes
  const collisions: Collision[] = []
  const kept = new Set<string>()
  for (const change of compareContents(base, asked, names).changes) {
    const other = collidesWith(change, theirs)
    if (other === null && !givenUp.has(change.group)) {
      if (!theirs.some(({ path }) => path === change.path)) kept.add(change.path)
      continue
    }
    const nowSays = other === null ? change.before : other.after
    collisions.push({ path: change.path, label: change.label, now: nowSays, asked: change.after })
  }
  return { content: carryChanges(now, base, asked, kept), collisions, kept }
}
