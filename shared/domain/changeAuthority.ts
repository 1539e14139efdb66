// Who decides what a change request asks for: the matrix of TT36 Đ.11 as data, read for one day, and a request sorted by it.
import type { ChangeType } from './changes'
import type { Confidence } from './confidence'
import type { Programme, ProjectKind } from './projects'

export const authorities = ['minister', 'agency', 'department', 'planApprover'] as const
/** Bộ trưởng; Cục; Sở Công Thương; cấp đã phê duyệt kế hoạch địa phương. From the highest down. */
export type Authority = (typeof authorities)[number]

export interface AuthorityRule {
  readonly programme: Programme
  /** Empty: of every kind. */
  readonly kinds: readonly ProjectKind[]
  readonly changes: readonly ChangeType[]
  readonly authority: Authority
  /** What it is decided by, and what must go with the request. */
  readonly decidedBy: string
  readonly needs: string
  readonly legalBasis: string
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly confidence: Confidence
  readonly note: string
}

export interface ChangeToJudge {
  readonly type: ChangeType
  readonly programme: Programme
  readonly kind: ProjectKind
}

/** The rule for one change on a day; one that names the kind of đề án goes before one for all. */
export function ruleFor(rules: readonly AuthorityRule[], change: ChangeToJudge, date: string): AuthorityRule | null {
  const fitting = rules.filter(
    (rule) =>
      rule.programme === change.programme &&
      rule.changes.includes(change.type) &&
      (rule.kinds.length === 0 || rule.kinds.includes(change.kind)) &&
      rule.effectiveFrom <= date &&
      (rule.effectiveTo === null || date <= rule.effectiveTo),
  )
  return fitting.find((rule) => rule.kinds.length > 0) ?? fitting[0] ?? null
}

export interface JudgedChange<C> {
  readonly change: C
  /** null: no rule is known for the day. */
  readonly rule: AuthorityRule | null
}

export interface AuthorityPart<C> {
  readonly authority: Authority
  readonly rules: readonly AuthorityRule[]
  readonly changes: readonly C[]
}

/** What of a request goes to whom, the highest authority first. */
export function partsByAuthority<C>(judged: readonly JudgedChange<C>[]): AuthorityPart<C>[] {
  return authorities.flatMap((authority): AuthorityPart<C>[] => {
    const own = judged.filter(({ rule }) => rule?.authority === authority)
    if (own.length === 0) return []
    const rules = [...new Set(own.flatMap(({ rule }) => (rule === null ? [] : [rule])))]
    return [{ authority, rules, changes: own.map(({ change }) => change) }]
  })
}
