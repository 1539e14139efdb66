// How a table of a đề án is compared, row by row and cell by cell, and how chosen changes of it are taken over.
import { comparisonLabels } from '../labels'
import type { ComparedContent } from './comparedContent'
import type { ComparisonNames, FieldRules, ListedValue, TableField } from './comparedFields'
import { isReordered, matchRows, mergeRows, type RowKey, type RowMatching } from './matchRows'
import { type AmountsBySource, noAmounts, subtractAmounts, sumAmounts } from './money'

type Raw = string | number | null

/** One cell of a table's row. */
export interface Part<Row> {
  readonly path: string
  readonly label: string
  readonly value: (row: Row) => Raw
  /** The row with this cell as it is in the other one. */
  readonly take: (row: Row, from: Row) => Row
  readonly print: (value: string | number, names: ComparisonNames) => string
  /** What the cell brings in by source. */
  readonly amounts?: (row: Row) => AmountsBySource
}

export interface TableRules<Row> {
  readonly label: string
  /** What the row is called in paths, and in labels unless it is shown by another name. */
  readonly rowName: (row: Row) => string
  readonly shownName?: (row: Row, names: ComparisonNames) => string
  /** What makes two rows the same, strongest first. */
  readonly keys: readonly RowKey<Row>[]
  /** Whether a row left over stands for the one left over in its place. */
  readonly byPosition: boolean
  /** Whether the order of rows says something. */
  readonly ordered: boolean
  readonly parts: readonly Part<Row>[]
}

type RowOf<K extends TableField> = ComparedContent[K][number]

const separator = ' › '

/** Names of rows as paths hold them: of several alike the second is "… #2". */
function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let numberedName = name
    for (let count = 2; taken.has(numberedName); count += 1) numberedName = `${name} #${count}`
    taken.add(numberedName)
    return numberedName
  })
}

interface RowPair<Row> {
  readonly before: { readonly row: Row; readonly index: number; readonly name: string } | null
  readonly after: { readonly row: Row; readonly index: number; readonly name: string } | null
}

interface PairedTables<Row> {
  readonly matching: RowMatching
  readonly pairs: readonly RowPair<Row>[]
}

function wholeRow<Row>(row: Row, parts: readonly Part<Row>[]): string {
  return JSON.stringify(parts.map((part) => part.value(row)))
}

function pairTables<Row>(before: readonly Row[], after: readonly Row[], rules: TableRules<Row>): PairedTables<Row> {
  const whole = (row: Row) => wholeRow(row, rules.parts)
  const matching = matchRows(before, after, [whole, ...rules.keys], rules.byPosition)
  const place = (rows: readonly Row[]) => {
    const names = numbered(rows.map(rules.rowName))
    return rows.map((row, index) => ({ row, index, name: names[index] ?? '' }))
  }
  const [olds, news] = [place(before), place(after)]
  const pairs: RowPair<Row>[] = [
    ...olds.map((old) => {
      const partner = matching.partner[old.index] ?? null
      return { before: old, after: partner === null ? null : (news[partner] ?? null) }
    }),
    ...news.filter(({ index }) => matching.back[index] === null).map((fresh) => ({ before: null, after: fresh })),
  ]
  // The same order whichever side is asked first, so that a comparison read backwards is its mirror image.
  const sorted = pairs.map((pair) => {
    const sides = [pair.before, pair.after].filter((side) => side !== null)
    const wholes = sides.map(({ row }) => whole(row)).sort(textOrder)
    const at = sides.reduce((sum, { index }) => sum + index, 0) * (sides.length === 1 ? 2 : 1)
    return { pair, at, first: wholes[0] ?? '', last: wholes[1] ?? '' }
  })
  sorted.sort((a, b) => a.at - b.at || textOrder(a.first, b.first) || textOrder(a.last, b.last))
  return { matching, pairs: sorted.map(({ pair }) => pair) }
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const longestRowName = 90

/** A machine's name carries its whole specification: in a label its beginning is enough. */
function shortened(name: string): string {
  if (name.length <= longestRowName) return name
  const cut = name.slice(0, longestRowName)
  const lastSpace = cut.lastIndexOf(' ')
  return `${lastSpace > longestRowName / 2 ? cut.slice(0, lastSpace) : cut}…`
}

function pathOf<Row>(field: TableField, { before, after }: RowPair<Row>): string {
  if (before === null) return `${field}+[${after?.name ?? ''}]`
  return after === null ? `${field}-[${before.name}]` : `${field}[${before.name}]`
}

/** A row that came or went, whole: its name, then every cell that says something. */
function printRow<Row>(row: Row, rules: TableRules<Row>, names: ComparisonNames): string {
  const name = (rules.shownName ?? rules.rowName)(row, names)
  const cells = rules.parts.flatMap((part) => {
    const value = part.amounts !== undefined && part.value(row) === 0 ? null : printCell(part, row, names)
    return value === null || value === name ? [] : [`${part.label}: ${value}`]
  })
  return [name, ...cells].join('; ')
}

function printCell<Row>(part: Part<Row>, row: Row, names: ComparisonNames): string | null {
  const value = part.value(row)
  return value === null || value === '' ? null : part.print(value, names)
}

function rowAmounts<Row>(row: Row | undefined, parts: readonly Part<Row>[]): AmountsBySource {
  return row === undefined ? noAmounts : sumAmounts(parts.map((part) => part.amounts?.(row) ?? noAmounts))
}

/** A row that is the same on both sides stands whole, as one that came or went does. */
function listPair<Row>(
  field: TableField,
  pair: RowPair<Row>,
  rules: TableRules<Row>,
  { names, all }: { readonly names: ComparisonNames; readonly all: boolean },
): ListedValue[] {
  const { parts } = rules
  const [old, fresh] = [pair.before?.row, pair.after?.row]
  const named = old ?? fresh
  if (named === undefined) return []
  const changed =
    old === undefined || fresh === undefined ? parts : parts.filter((part) => part.value(old) !== part.value(fresh))
  if (changed.length === 0 && !all) return []
  const path = pathOf(field, pair)
  const label = `${rules.label}${separator}${shortened((rules.shownName ?? rules.rowName)(named, names))}`
  const at = { group: field, row: { before: pair.before?.name ?? null, after: pair.after?.name ?? null } } as const
  if (old === undefined || fresh === undefined)
    return [
      {
        ...at,
        path,
        label,
        kind: old === undefined ? 'added' : 'removed',
        before: old === undefined ? null : printRow(old, rules, names),
        after: fresh === undefined ? null : printRow(fresh, rules, names),
        amounts: subtractAmounts(rowAmounts(fresh, parts), rowAmounts(old, parts)),
      },
    ]
  if (changed.length === 0) {
    const whole = printRow(fresh, rules, names)
    return [{ ...at, path, label, kind: 'same', before: whole, after: whole, amounts: noAmounts }]
  }
  return changed.map((part) => ({
    ...at,
    path: `${path}.${part.path}`,
    label: `${label}${separator}${part.label}`,
    kind: 'changed',
    before: printCell(part, old, names),
    after: printCell(part, fresh, names),
    amounts: subtractAmounts(part.amounts?.(fresh) ?? noAmounts, part.amounts?.(old) ?? noAmounts),
  }))
}

/** A field that is a table. */
export function tableField<K extends TableField>(field: K, rules: TableRules<RowOf<K>>): FieldRules {
  const rowsOf = (content: ComparedContent): readonly RowOf<K>[] => content[field]
  const orderPath = `${field}.order`

  const list: FieldRules['list'] = (before, after, names, all) => {
    const { matching, pairs } = pairTables(rowsOf(before), rowsOf(after), rules)
    const listed = pairs.flatMap((pair) => listPair(field, pair, rules, { names, all }))
    if (!rules.ordered || !isReordered(matching)) return listed
    const inOrder = (rows: readonly RowOf<K>[], common: readonly (number | null)[]) =>
      rows
        .filter((_, index) => common[index] !== null)
        .map((row, index) => `${index + 1}. ${(rules.shownName ?? rules.rowName)(row, names)}`)
        .join('; ')
    return [
      ...listed,
      {
        path: orderPath,
        group: field,
        label: `${rules.label}${separator}${comparisonLabels.order}`,
        row: null,
        kind: 'changed',
        before: inOrder(rowsOf(before), matching.partner),
        after: inOrder(rowsOf(after), matching.back),
        amounts: noAmounts,
      },
    ]
  }

  const apply: FieldRules['apply'] = (onto, sides, chosen) => {
    const { matching, pairs } = pairTables(rowsOf(sides.before), rowsOf(sides.after), rules)
    const olds: (RowOf<K> | null)[] = rowsOf(sides.before).map(() => null)
    const news: (RowOf<K> | null)[] = rowsOf(sides.after).map(() => null)
    for (const pair of pairs) {
      const path = pathOf(field, pair)
      if (pair.before === null) {
        if (pair.after !== null && chosen(path)) news[pair.after.index] = pair.after.row
      } else if (pair.after === null) {
        if (!chosen(path)) olds[pair.before.index] = pair.before.row
      } else {
        const fresh = pair.after.row
        const taken = rules.parts
          .filter((part) => chosen(`${path}.${part.path}`))
          .reduce((row, part) => part.take(row, fresh), pair.before.row)
        olds[pair.before.index] = taken
        news[pair.after.index] = taken
      }
    }
    // Where the order says nothing it follows what was asked for; where it does, only when that was chosen too.
    const asBefore = rules.ordered && isReordered(matching) && !chosen(orderPath)
    const rows = asBefore ? mergeRows(olds, news, matching.back) : mergeRows(news, olds, matching.partner)
    return { ...onto, [field]: rows }
  }
  const carry: FieldRules['carry'] = (onto, sides, chosen) => {
    const { matching, pairs } = pairTables(rowsOf(sides.before), rowsOf(sides.after), rules)
    const standing = pairTables(rowsOf(sides.before), rowsOf(onto), rules).matching
    const rows: (RowOf<K> | null)[] = [...rowsOf(onto)]
    const fresh: (RowOf<K> | null)[] = rowsOf(sides.after).map(() => null)
    for (const pair of pairs) {
      const path = pathOf(field, pair)
      if (pair.before === null) {
        if (pair.after !== null && chosen(path)) fresh[pair.after.index] = pair.after.row
        continue
      }
      const at = standing.partner[pair.before.index] ?? null
      const row = at === null ? null : (rows[at] ?? null)
      if (at === null || row === null) continue
      const asked = pair.after?.row
      if (asked === undefined) rows[at] = chosen(path) ? null : row
      else
        rows[at] = rules.parts
          .filter(
            (part) => part.value(asked) !== part.value(pair.before?.row ?? asked) && chosen(`${path}.${part.path}`),
          )
          .reduce((taken, part) => part.take(taken, asked), row)
    }
    const host = matching.back.map((before) => (before === null ? null : (standing.partner[before] ?? null)))
    return { ...onto, [field]: mergeRows(rows, fresh, host) }
  }
  return { label: rules.label, list, apply, carry }
}
