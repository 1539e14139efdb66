// Two versions of a budget side by side: what was added, removed or changed, by line and by source.
import { type AmountsBySource, type FundingSource, fundingSources } from './money'
import { type BudgetLineAmounts, budgetTotals } from './projects'

export interface ComparedLine extends BudgetLineAmounts {
  readonly content: string
  readonly unit: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
}

export interface LineChange {
  readonly content: string
  readonly unit: string
  /** null: the line is new. */
  readonly before: ComparedLine | null
  /** null: the line was taken out. */
  readonly after: ComparedLine | null
}

export interface SourceChange {
  readonly source: FundingSource
  readonly before: number
  readonly after: number
}

export interface BudgetComparison {
  /** Only what differs, in the order of the budgets. */
  readonly lines: readonly LineChange[]
  /** Every source, also those that stay. */
  readonly totals: readonly SourceChange[]
}

function sameAmounts(a: AmountsBySource, b: AmountsBySource): boolean {
  return fundingSources.every((source) => a[source] === b[source])
}

function sameLine(a: ComparedLine, b: ComparedLine): boolean {
  return (
    a.quantityThousandths === b.quantityThousandths && a.unitPrice === b.unitPrice && sameAmounts(a.amounts, b.amounts)
  )
}

interface Numbered {
  readonly line: ComparedLine
  readonly index: number
}

function byName(lines: readonly ComparedLine[]): Map<string, Numbered[]> {
  const named = new Map<string, Numbered[]>()
  lines.forEach((line, index) => {
    const key = JSON.stringify([line.content, line.unit])
    const known = named.get(key)
    if (known === undefined) named.set(key, [{ line, index }])
    else known.push({ line, index })
  })
  return named
}

/** A line is known by its content and unit; of several alike the first stands for the first, and so on. */
export function compareBudgets(before: readonly ComparedLine[], after: readonly ComparedLine[]): BudgetComparison {
  const beforeNamed = byName(before)
  const afterNamed = byName(after)
  const found: { readonly at: number; readonly whole: boolean; readonly change: LineChange }[] = []
  for (const key of new Set([...beforeNamed.keys(), ...afterNamed.keys()])) {
    const olds = beforeNamed.get(key) ?? []
    const news = afterNamed.get(key) ?? []
    for (let position = 0; position < Math.max(olds.length, news.length); position += 1) {
      const old = olds[position]
      const fresh = news[position]
      if (old !== undefined && fresh !== undefined && sameLine(old.line, fresh.line)) continue
      const named = old?.line ?? fresh?.line
      if (named === undefined) continue
      found.push({
        // The same whichever side is asked first, so that a comparison read backwards is its mirror image.
        at: (old?.index ?? fresh?.index ?? 0) + (fresh?.index ?? old?.index ?? 0),
        whole: old !== undefined && fresh !== undefined,
        change: { content: named.content, unit: named.unit, before: old?.line ?? null, after: fresh?.line ?? null },
      })
    }
  }
  found.sort(
    (a, b) =>
      a.at - b.at ||
      textOrder(a.change.content, b.change.content) ||
      textOrder(a.change.unit, b.change.unit) ||
      Number(b.whole) - Number(a.whole),
  )
  const totalsBefore = budgetTotals(before)
  const totalsAfter = budgetTotals(after)
  return {
    lines: found.map(({ change }) => change),
    totals: fundingSources.map((source) => ({ source, before: totalsBefore[source], after: totalsAfter[source] })),
  }
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
