// Columns of a plan workbook that say what was carried out, told from those that say what is planned.
import type { FieldRule } from './rules'

interface MoneyCandidate {
  readonly field: string
  readonly score: number
  readonly weak: boolean
  readonly remembered: boolean
  readonly column: number
  readonly rule: FieldRule
  /** Which word for what was carried out its heading has, the plainest first; null: none. */
  readonly done: number | null
}

/** KCQG, KCĐP and both together answer for one another. */
const family = (field: string) => (['national', 'local'].includes(field) ? 'support' : field)

/**
 * Of 'Kế hoạch › KCQG' and 'Thực hiện › KCQG' the second is no plan. 'Kinh phí thực hiện' alone is the plan of many a table:
 * only beside a column of the plan does it say what was done. Of several words for that, the plainest counts.
 */
export function splitDone<C extends MoneyCandidate>(
  all: readonly C[],
): {
  readonly planned: C[]
  readonly done: ReadonlyMap<number, string | null>
} {
  const plain = new Set(
    all.flatMap(({ rule, done, weak, field }) =>
      rule.type === 'money' && done === null && !weak ? [family(field)] : [],
    ),
  )
  const isDone = ({ rule, done, remembered, field }: C) =>
    rule.type === 'money' && done !== null && !remembered && plain.has(family(field))
  const carriedOut = all.filter(isDone)
  const columns = new Set(carriedOut.map(({ column }) => column))
  const plainest = Math.min(...carriedOut.map(({ done }) => done ?? Number.MAX_SAFE_INTEGER))
  const done = new Map<number, string | null>([...columns].map((column) => [column, null]))
  const best = carriedOut
    .filter((one) => one.done === plainest)
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const taken = new Set<string>()
  for (const { column, field, rule } of best) {
    if (done.get(column) !== null || (taken.has(field) && !rule.many)) continue
    done.set(column, field)
    taken.add(field)
  }
  return { planned: all.filter(({ column, rule }) => rule.type !== 'money' || !columns.has(column)), done }
}
