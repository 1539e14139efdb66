// Two states side by side as a table to print: trước điều chỉnh, sau điều chỉnh, and what the difference is by source.
import type { ListedValue } from '../../shared/domain/comparison'
import { type AmountsBySource, type FundingSource, fundingSources, totalOf } from '../../shared/domain/money'
import type { PlanComparison, PlanRowChange } from '../../shared/domain/planComparison'
import { onlyWhatDiffers } from '../../shared/domain/textDifference'
import type { SourceChange } from '../../shared/domain/versions'
import { comparisonLabels as labels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type PlanSheetOptions, paperFrame } from './annualPlanSheet'
import type { Group, HeaderNode, Row, Sheet } from './sheet'

type Key = 'ordinal' | 'what' | 'kind' | 'before' | 'after' | 'total' | FundingSource

interface Sides {
  readonly before: string
  readonly after: string
}

export interface ProjectComparisonPaper {
  readonly code: string
  readonly name: string
  readonly sides: Sides
  readonly changes: readonly ListedValue[]
  readonly totals: readonly SourceChange[]
}

export interface PlanComparisonPaper {
  readonly planName: string
  readonly sides: Sides
  readonly compared: PlanComparison
}

export function projectComparisonSheet(paper: ProjectComparisonPaper, options: PlanSheetOptions): Sheet<Key> {
  const { code, name, sides, changes, totals } = paper
  return comparisonSheet(options, {
    sheetName: code,
    title: labels.paperTitle.project,
    subtitle: [`${name} (${code})`],
    sides,
    totals,
    groups: [{ mark: 'B', heading: labels.contents, content: { kind: 'rows', rows: changeRows(changes) } }],
  })
}

export function planComparisonSheet(
  { planName, sides, compared }: PlanComparisonPaper,
  options: PlanSheetOptions,
): Sheet<Key> {
  const groups = compared.rows.map((row, index): Group<Key> => {
    const { name, code, kind } = row
    const how = kind === 'same' ? labels.same : labels.kinds[kind].toLocaleLowerCase('vi')
    return {
      mark: String(index + 1),
      heading: `${name} (${code}) – ${how}`,
      content: { kind: 'rows', rows: row.changes.length > 0 ? changeRows(row.changes) : [wholeRow(row)] },
    }
  })
  return comparisonSheet(options, {
    sheetName: labels.title,
    title: labels.paperTitle.plan,
    subtitle: [planName],
    sides,
    totals: compared.totals,
    groups: [{ mark: 'B', heading: labels.projects, content: { kind: 'groups', groups } }],
  })
}

interface Parts {
  readonly sheetName: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly sides: Sides
  readonly totals: readonly SourceChange[]
  readonly groups: readonly Group<Key>[]
}

function comparisonSheet(options: PlanSheetOptions, parts: Parts): Sheet<Key> {
  const { sheetName, title, subtitle, sides, totals, groups } = parts
  const frame = paperFrame({ ...options, attachedTo: '' }, title, options.office.centreName)
  return {
    ...frame,
    name: sheetName,
    subtitle,
    unit: 'dong',
    header: header(sides, sourcesThatMove(totals)),
    headingColumn: 'what',
    body: {
      kind: 'groups',
      groups: [{ mark: 'A', heading: labels.funding, content: { kind: 'rows', rows: totalRows(totals) } }, ...groups],
    },
    total: labels.totalDifference,
    words: [],
  }
}

function sourcesThatMove(totals: readonly SourceChange[]): FundingSource[] {
  return totals.filter(({ before, after }) => before !== after).map(({ source }) => source)
}

function header(sides: Sides, sources: readonly FundingSource[]): HeaderNode<Key>[] {
  const differences = sources.map(
    (source) => ({ key: source, heading: sourceLabels[source].short, kind: 'money', width: 14, summed: true }) as const,
  )
  return [
    { key: 'ordinal', heading: labels.ordinal, kind: 'centredText', width: 4.5 },
    { key: 'what', heading: labels.what, kind: 'text', width: 32 },
    { key: 'kind', heading: labels.kind, kind: 'centredText', width: 6 },
    { key: 'before', heading: `${labels.before}\n(${sides.before})`, kind: 'text', width: 34 },
    { key: 'after', heading: `${labels.after}\n(${sides.after})`, kind: 'text', width: 34 },
    ...(differences.length === 0
      ? []
      : [
          {
            heading: labels.difference,
            columns: [
              ...(differences.length === 1
                ? []
                : [
                    {
                      key: 'total',
                      heading: labels.total,
                      kind: 'money',
                      width: 14,
                      summed: true,
                    } as const,
                  ]),
              ...differences,
            ],
          },
        ]),
  ]
}

const dong = (amount: number) => `${formatMoney(amount)} đồng`

/** Whole sums before and after; their differences are those of the rows below, which the last line adds up. */
function totalRows(totals: readonly SourceChange[]): Row<Key>[] {
  const sum = (side: 'before' | 'after') => totals.reduce((total, one) => total + one[side], 0)
  const rows = totals
    .filter(({ before, after }) => before !== 0 || after !== 0)
    .map(({ source, before, after }) => ({ what: sourceLabels[source].long, before, after }))
  return [...rows, { what: labels.total, before: sum('before'), after: sum('after') }].map(
    ({ what, before, after }): Row<Key> => ({
      ordinal: '',
      what,
      before: dong(before),
      after: dong(after),
    }),
  )
}

function changeRows(changes: readonly ListedValue[]): Row<Key>[] {
  return changes.map((change, index): Row<Key> => {
    const { before, after } = onlyWhatDiffers({ before: change.before ?? '', after: change.after ?? '' })
    return {
      ordinal: String(index + 1),
      what: change.label,
      kind: change.kind === 'same' ? '' : labels.kinds[change.kind],
      before,
      after,
      ...moved(change.amounts),
    }
  })
}

/** A đề án that came, went or stayed as it was. */
function wholeRow({ kind, before, after, difference }: PlanRowChange): Row<Key> {
  return {
    ordinal: '',
    what: labels.wholeProject,
    kind: kind === 'same' ? '' : labels.kinds[kind],
    before: before === null ? '' : amountsInWords(before),
    after: after === null ? '' : amountsInWords(after),
    ...moved(difference),
  }
}

export function amountsInWords(amounts: AmountsBySource): string {
  const sources = fundingSources.filter((source) => amounts[source] !== 0)
  const parts = sources.map((source) => `${sourceLabels[source].short} ${dong(amounts[source])}`)
  return [dong(totalOf(amounts)), ...(sources.length > 1 ? parts : [])].join('\n')
}

/** Only what moves: a cell of nothing stays empty. */
function moved(amounts: AmountsBySource): Partial<Record<FundingSource | 'total', number>> {
  const sources = fundingSources.filter((source) => amounts[source] !== 0)
  if (sources.length === 0) return {}
  return {
    ...Object.fromEntries(sources.map((source) => [source, amounts[source]])),
    total: totalOf(amounts),
  }
}
