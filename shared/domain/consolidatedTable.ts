// The regional table: every province, content, conference group and source with plan, done, rate, share and growth. Sums are
// exact đồng; percentages are taken of the exact sums.
import { compareVietnamese } from '../vietnamese/order'
import { bareProvinceName, provinceKey, type SourceLine, type SourceUse } from './consolidationSources'
import { type AmountsBySource, type FundingSource, noAmounts, sumAmounts, supportOf, totalOf } from './money'
import { growthHundredths, percentHundredths } from './percent'
import { type ContentGroup, contentGroups } from './projects'

/** What one row of the table adds up. */
export interface Sums {
  readonly projects: number
  readonly planned: AmountsBySource
  /** Null where no line says what was done. */
  readonly done: AmountsBySource | null
}

export interface TableRow extends Sums {
  readonly key: string
  readonly name: string
  /** The same of the year before; null where it is not known. */
  readonly last: Sums | null
}

export interface ConsolidatedTable {
  readonly provinces: readonly TableRow[]
  readonly contents: readonly TableRow[]
  readonly conferenceGroups: readonly TableRow[]
  readonly total: TableRow
}

export interface LastYearFigures {
  readonly planned: AmountsBySource | null
  readonly done: AmountsBySource | null
}

export interface TableNames {
  readonly contents: Readonly<Record<ContentGroup, { readonly name: string; readonly conferenceGroup: number }>>
  readonly conferenceGroups: readonly string[]
  readonly total: string
}

/** `typed`: figures of the year before that no file brings. Files of that year win over them. */
export function consolidate(
  uses: readonly SourceUse[],
  names: TableNames,
  typed: LastYearFigures | null,
): ConsolidatedTable {
  const counted = uses.filter(({ use }) => use === 'counted')
  const before = uses.filter(({ use }) => use === 'lastYear')
  const linesOf = (list: readonly SourceUse[]) => list.flatMap(({ lines }) => lines)
  const now = linesOf(counted)
  const then = before.length === 0 ? null : linesOf(before)
  const total = sumsOf(now)
  const byKey = (key: string, name: string, keep: (line: SourceLine) => boolean): TableRow => ({
    key,
    name,
    ...partOf(total, now.filter(keep)),
    last: then === null ? null : sumsOf(then.filter(keep)),
  })
  return {
    provinces: provinceRows(counted, before, total),
    contents: contentGroups.map((code) => byKey(code, names.contents[code].name, (line) => line.contentGroup === code)),
    conferenceGroups: names.conferenceGroups.map((name, index) =>
      byKey(String(index + 1), name, (line) => names.contents[line.contentGroup].conferenceGroup === index + 1),
    ),
    total: {
      key: 'total',
      name: names.total,
      ...total,
      last: then === null ? typedSums(typed) : sumsOf(then),
    },
  }
}

function provinceRows(counted: readonly SourceUse[], before: readonly SourceUse[], total: Sums): TableRow[] {
  const rows = new Map<string, { name: string; lines: SourceLine[]; last: SourceLine[] | null }>()
  for (const use of counted) {
    const key = provinceKey(use.province)
    const row = rows.get(key) ?? { name: use.province.name, lines: [], last: null }
    row.lines.push(...use.lines)
    rows.set(key, row)
  }
  for (const use of before) {
    const key = provinceKey(use.province)
    // One that sent nothing this year stands in the table with nothing, so that the year before adds up.
    const row = rows.get(key) ?? { name: use.province.name, lines: [], last: null }
    row.last = [...(row.last ?? []), ...use.lines]
    rows.set(key, row)
  }
  return [...rows]
    .map(
      ([key, { name, lines, last }]): TableRow => ({
        key,
        name,
        ...partOf(total, lines),
        last: last === null ? null : sumsOf(last),
      }),
    )
    .sort((a, b) => compareVietnamese(bareProvinceName(a.name), bareProvinceName(b.name)))
}

/** Where nobody says what was done, a row without a line does not say it either. */
function partOf(total: Sums, lines: readonly SourceLine[]): Sums {
  const own = sumsOf(lines)
  return total.done === null ? { ...own, done: null } : own
}

export function sumsOf(lines: readonly SourceLine[]): Sums {
  const done = lines.flatMap((line) => line.done ?? [])
  return {
    projects: lines.length,
    planned: sumAmounts(lines.map((line) => line.planned)),
    done: done.length === 0 && lines.length > 0 ? null : sumAmounts(done),
  }
}

function typedSums(typed: LastYearFigures | null): Sums | null {
  if (typed === null || (typed.planned === null && typed.done === null)) return null
  return { projects: 0, planned: typed.planned ?? noAmounts, done: typed.done }
}

export const measures = ['national', 'local', 'support', 'counterpart', 'other', 'total'] as const
/** A source, or a sum of several: `support` is KCQG and KCĐP together. */
export type Measure = (typeof measures)[number]

export function amountOf(amounts: AmountsBySource, measure: Measure): number {
  switch (measure) {
    case 'support':
      return supportOf(amounts)
    case 'total':
      return totalOf(amounts)
    default:
      return amounts[measure satisfies FundingSource]
  }
}

/** One figure of the table with everything that is said of it. Percentages in hundredths, null where there is nothing to compare. */
export interface Figure {
  readonly planned: number
  readonly done: number | null
  readonly rate: number | null
  /** Of the whole's planned, and of its done. */
  readonly plannedShare: number | null
  readonly doneShare: number | null
  readonly plannedBefore: number | null
  readonly doneBefore: number | null
  readonly plannedGrowth: number | null
  readonly doneGrowth: number | null
}

export function figureOf(row: TableRow, measure: Measure, whole: Sums, wholeMeasure: Measure = measure): Figure {
  const planned = amountOf(row.planned, measure)
  const done = row.done === null ? null : amountOf(row.done, measure)
  const plannedBefore = row.last === null ? null : amountOf(row.last.planned, measure)
  const doneBefore = row.last?.done == null ? null : amountOf(row.last.done, measure)
  const doneWhole = whole.done === null ? 0 : amountOf(whole.done, wholeMeasure)
  return {
    planned,
    done,
    rate: done === null ? null : percentHundredths(done, planned),
    plannedShare: percentHundredths(planned, amountOf(whole.planned, wholeMeasure)),
    doneShare: done === null ? null : percentHundredths(done, doneWhole),
    plannedBefore,
    doneBefore,
    plannedGrowth: plannedBefore === null ? null : growthHundredths(planned, plannedBefore),
    doneGrowth: done === null || doneBefore === null ? null : growthHundredths(done, doneBefore),
  }
}
