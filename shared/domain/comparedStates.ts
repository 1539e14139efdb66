// The states of a đề án, or of a whole plan, that can be set side by side, and which version each of them is.
import { comparedStateLabels } from '../labels'
import { formatDate, type PlainDate } from '../vietnamese/dates'
import { assertNever } from './assertNever'
import type { VersionStage } from './projects'

export type ComparedState =
  | { readonly kind: 'registered' }
  | { readonly kind: 'appraised' }
  /** As first approved and given. */
  | { readonly kind: 'assigned' }
  /** After the n-th adjustment: of a đề án its own, of a plan the n-th day on which anything was decided. */
  | { readonly kind: 'change'; readonly number: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'date'; readonly date: PlainDate }
  /** What is being drafted, decided by nobody yet. */
  | { readonly kind: 'draft' }

export interface Decision {
  readonly number: string
  readonly date: PlainDate | null
}

export interface StatedVersion {
  readonly id: number
  readonly number: number
  readonly stage: VersionStage
  readonly locked: boolean
  readonly decisionNumber: string
  readonly decisionDate: PlainDate | null
}

/** The version of a đề án that was newest in that state; null when it never was in it. `versions` from first to last. */
export function versionAt<V extends StatedVersion>(
  state: ComparedState,
  versions: readonly V[],
  today: PlainDate,
): V | null {
  const newest = (...stages: readonly VersionStage[]) =>
    versions.findLast(({ stage, locked }) => locked && stages.includes(stage)) ?? null
  switch (state.kind) {
    case 'registered':
      return newest('registered')
    case 'appraised':
      return newest('baseAppraised', 'ministryAppraised')
    case 'assigned':
      return versions.find(({ stage, locked }) => locked && stage === 'approved') ?? null
    case 'change':
      return versions.filter(({ stage, locked }) => locked && stage === 'adjusted')[state.number - 1] ?? null
    case 'today':
      return inForceOn(versions, today)
    case 'date':
      return inForceOn(versions, state.date)
    case 'draft':
      return versions.findLast(({ locked }) => !locked) ?? null
    default:
      return assertNever(state, 'Every state is handled')
  }
}

function inForceOn<V extends StatedVersion>(versions: readonly V[], day: PlainDate): V | null {
  const decided = ({ locked, stage, decisionDate }: V) =>
    locked && (stage === 'approved' || stage === 'adjusted') && decisionDate !== null && decisionDate <= day
  return versions.findLast(decided) ?? null
}

export interface KnownState {
  readonly state: ComparedState
  readonly label: string
}

/** Every state a đề án has been in, but for the days, which are any. */
export function statesOf(versions: readonly StatedVersion[], today: PlainDate): KnownState[] {
  const adjustments = versions.filter(({ stage, locked }) => locked && stage === 'adjusted').length
  const all: ComparedState[] = [
    { kind: 'registered' },
    { kind: 'appraised' },
    { kind: 'assigned' },
    ...Array.from({ length: adjustments }, (_, index): ComparedState => ({ kind: 'change', number: index + 1 })),
    { kind: 'today' },
    { kind: 'draft' },
  ]
  return all.flatMap((state) => {
    const version = versionAt(state, versions, today)
    if (version === null) return []
    const decision = { number: version.decisionNumber, date: version.decisionDate }
    return [{ state, label: stateLabel(state, state.kind === 'today' ? null : decision) }]
  })
}

/** Such as "Sau điều chỉnh lần 2 (QĐ 40/QĐ-UBND ngày 10/03/2027)". */
export function stateLabel(state: ComparedState, decision: Decision | null = null): string {
  const by = decision === null ? '' : decisionInWords(decision)
  const named = stateName(state)
  return by === '' ? named : `${named} (${by})`
}

function stateName(state: ComparedState): string {
  switch (state.kind) {
    case 'change':
      return `${comparedStateLabels.change} ${state.number}`
    case 'date':
      return `${comparedStateLabels.date} ${formatDate(state.date)}`
    case 'registered':
    case 'appraised':
    case 'assigned':
    case 'today':
    case 'draft':
      return comparedStateLabels[state.kind]
    default:
      return assertNever(state, 'Every state has a name')
  }
}

export function decisionInWords({ number, date }: Decision): string {
  return [number === '' ? '' : `QĐ ${number}`, date === null ? '' : `ngày ${formatDate(date)}`]
    .filter((part) => part !== '')
    .join(' ')
}
