// Báo cáo giai đoạn: đề án and money of several years by programme and source, by year, content, kind of beneficiary and
// commune, beside the targets of a programme. Sums over plain facts; what was typed of earlier years stands on rows of its own.
import { legalFormLabels, programmeLabels, reviewLabels, targetMeasureLabels } from '../labels'
import { formatMoney } from '../vietnamese/money'
import { formatDecimal } from '../vietnamese/numbers'
import { compareVietnamese } from '../vietnamese/order'
import { contentOfActivity, ownAmounts } from './activities'
import { legalForms } from './establishments'
import { type AmountsBySource, fundingSources, noAmounts, sumAmounts, supportOf, totalOf } from './money'
import { percentHundredths } from './percent'
import {
  type MeasuredActivity,
  measured,
  type ReviewResults,
  resultOf,
  type Target,
  type TargetMeasure,
} from './programmeTargets'
import { type ContentGroup, contentGroups, programmes } from './projects'
import type { ProjectFigures } from './reportFigures'
import { outsideOf } from './reportFigures'
import { buildReport, type ReportColumn, type ReportTable, type RowPlan, type Summand } from './reportTable'
import { type Finding, type YearTotal, yearsWords } from './yearTotals'

export interface ReviewActivity extends MeasuredActivity {
  readonly id: number
  readonly name: string
  readonly year: number
  readonly amounts: AmountsBySource
}

export interface ReviewInput {
  readonly years: { readonly first: number; readonly last: number }
  readonly figures: readonly ProjectFigures[]
  readonly activities: readonly ReviewActivity[]
  readonly totals: readonly YearTotal[]
  readonly certified: number
  readonly contentNames: ReadonlyMap<ContentGroup, string>
}

export const reviewSections = ['programme', 'year', 'content', 'beneficiary', 'commune'] as const
export type ReviewSection = (typeof reviewSections)[number]

interface Item extends Summand {
  readonly from: 'project' | 'activity' | 'typed'
  readonly projects: number
  readonly plan: number
  readonly done: AmountsBySource
  readonly figures: ProjectFigures | null
  readonly activity: ReviewActivity | null
  readonly total: YearTotal | null
}

const figure = { group: null, rule: null, adds: [], ratio: null, summed: true } as const

const moneyColumns: readonly ReportColumn[] = [
  { ...figure, key: 'projects', heading: reviewLabels.projects, kind: 'count', width: 8 },
  { ...figure, key: 'plan', heading: reviewLabels.plan, kind: 'money', width: 12, rule: 'plan' },
  {
    ...figure,
    key: 'total',
    heading: reviewLabels.total,
    group: reviewLabels.done,
    kind: 'money',
    width: 12,
    adds: fundingSources,
  },
  ...fundingSources.map(
    (source): ReportColumn => ({
      ...figure,
      key: source,
      heading: reviewLabels.sources[source],
      group: reviewLabels.done,
      kind: 'money',
      width: 11,
    }),
  ),
]

const beneficiaryColumns: readonly ReportColumn[] = [
  { ...figure, key: 'beneficiaries', heading: reviewLabels.beneficiaries, kind: 'count', width: 10 },
  { ...figure, key: 'support', heading: reviewLabels.plannedSupport, kind: 'money', width: 14 },
  { ...figure, key: 'outside', heading: reviewLabels.plannedOutside, kind: 'money', width: 14 },
]

function itemsOf({ figures, activities, totals }: ReviewInput): Item[] {
  const none = { figures: null, activity: null, total: null, projects: 0, plan: 0 }
  return [
    ...figures
      .filter(({ carriedOver }) => !carriedOver)
      .map(
        (one): Item => ({
          ...none,
          from: 'project',
          projectId: one.projectId,
          code: one.code,
          name: one.name,
          projects: one.counts ? 1 : 0,
          plan: totalOf(one.plan),
          done: one.cumulative,
          figures: one,
        }),
      ),
    ...activities
      .filter(({ projectId }) => projectId === null)
      .map(
        (one): Item => ({
          ...none,
          from: 'activity',
          projectId: null,
          code: '',
          name: one.name,
          done: ownAmounts(one),
          activity: one,
        }),
      ),
    ...totals.map(
      (one): Item => ({
        ...none,
        from: 'typed',
        projectId: null,
        code: yearsWords(one),
        name: one.source,
        projects: one.projects ?? 0,
        done: one.amounts,
        total: one,
      }),
    ),
  ]
}

function valueIn(item: Item, column: string): number {
  switch (column) {
    case 'projects':
      return item.projects
    case 'plan':
      return item.plan
    case 'national':
    case 'local':
    case 'counterpart':
    case 'other':
      return item.done[column]
    default:
      return 0
  }
}

interface RowOf {
  readonly key: string
  readonly heading: string
  readonly has: (item: Item) => boolean
  /** Left out where nothing stands in it. */
  readonly optional?: boolean
}

function section(items: readonly Item[], rows: readonly RowOf[]): ReportTable {
  const lines = rows.flatMap(({ key, heading, has, optional = false }, index): RowPlan<Item>[] => {
    const own = items.filter(has)
    if (optional && own.length === 0) return []
    return [{ kind: 'row', key, mark: String(index + 1), heading, items: own, of: valueIn }]
  })
  const numbered = lines.map((line, index) => ({ ...line, mark: String(index + 1) }))
  return buildReport({ columns: moneyColumns, lines: numbered, total: reviewLabels.sum }).table
}

const typedRow: RowOf = {
  key: 'typed',
  heading: reviewLabels.typed,
  has: ({ from }) => from === 'typed',
  optional: true,
}

function byProgramme(items: readonly Item[]): ReportTable {
  return section(items, [
    ...programmes.map(
      (programme): RowOf => ({
        key: programme,
        heading: programmeLabels[programme].long,
        has: (item) => item.figures?.fact.programme === programme || item.total?.scope === programme,
      }),
    ),
    {
      key: 'both',
      heading: reviewLabels.both,
      has: (item) => item.total?.scope === 'both',
      optional: true,
    },
    { key: 'activities', heading: reviewLabels.activities, has: ({ from }) => from === 'activity', optional: true },
  ])
}

function byYear(items: readonly Item[], { years, totals }: ReviewInput): ReportTable {
  const stretches = totals.filter((total) => total.fromYear !== total.toYear)
  const single = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index)
  const told = (year: number) => stretches.some((total) => total.fromYear <= year && year <= total.toYear)
  return section(items, [
    ...[...new Set(stretches.map(yearsWords))].map(
      (words): RowOf => ({
        key: words,
        heading: `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`,
        has: ({ total }) => total !== null && total.fromYear !== total.toYear && yearsWords(total) === words,
      }),
    ),
    ...single.map(
      (year): RowOf => ({
        key: String(year),
        heading: `Năm ${year}`,
        has: (item) =>
          item.figures?.fact.planYear === year ||
          item.activity?.year === year ||
          (item.total !== null && item.total.fromYear === year && item.total.toYear === year),
        optional: told(year),
      }),
    ),
  ])
}

function byContent(items: readonly Item[], { contentNames }: ReviewInput): ReportTable {
  return section(items, [
    ...contentGroups.map(
      (group): RowOf => ({
        key: group,
        heading: contentNames.get(group) ?? group,
        has: (item) =>
          item.figures?.fact.contentGroup === group ||
          (item.activity !== null && contentOfActivity[item.activity.kind] === group),
      }),
    ),
    typedRow,
  ])
}

interface BeneficiaryItem extends Summand {
  readonly form: string
  readonly commune: string
  readonly planned: AmountsBySource
}

function beneficiariesOf({ figures }: ReviewInput): BeneficiaryItem[] {
  return figures
    .filter(({ counts }) => counts)
    .flatMap(({ projectId, code, fact }) =>
      fact.beneficiaries.map((one) => ({
        projectId,
        code,
        name: one.name,
        form: one.legalForm ?? 'unknown',
        commune: one.commune,
        planned: one.planned,
      })),
    )
}

function beneficiarySection(
  items: readonly BeneficiaryItem[],
  rows: readonly { readonly key: string; readonly heading: string; readonly has: (item: BeneficiaryItem) => boolean }[],
): ReportTable {
  const of = (item: BeneficiaryItem, column: string): number =>
    column === 'beneficiaries' ? 1 : column === 'support' ? supportOf(item.planned) : outsideOf(item.planned)
  return buildReport({
    columns: beneficiaryColumns,
    lines: rows
      .map(({ key, heading, has }) => ({ key, heading, items: items.filter(has) }))
      .filter(({ items: own }) => own.length > 0)
      .map((line, index) => ({ kind: 'row' as const, mark: String(index + 1), of, ...line })),
    total: reviewLabels.sum,
  }).table
}

function byBeneficiary(input: ReviewInput): ReportTable {
  return beneficiarySection(beneficiariesOf(input), [
    ...legalForms.map((form) => ({
      key: form,
      heading: legalFormLabels[form],
      has: (item: BeneficiaryItem) => item.form === form,
    })),
    { key: 'unknown', heading: reviewLabels.unknownForm, has: ({ form }) => form === 'unknown' },
  ])
}

function byCommune(input: ReviewInput): ReportTable {
  const items = beneficiariesOf(input)
  const communes = [...new Set(items.map(({ commune }) => commune))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : compareVietnamese(a, b),
  )
  return beneficiarySection(
    items,
    communes.map((commune) => ({
      key: commune === '' ? 'unknown' : commune,
      heading: commune === '' ? reviewLabels.unknownCommune : commune,
      has: (item) => item.commune === commune,
    })),
  )
}

export function reviewTables(input: ReviewInput): Readonly<Record<ReviewSection, ReportTable>> {
  const items = itemsOf(input)
  return {
    programme: byProgramme(items),
    year: byYear(items, input),
    content: byContent(items, input),
    beneficiary: byBeneficiary(input),
    commune: byCommune(input),
  }
}

export function resultsOf(input: ReviewInput): ReviewResults {
  const items = itemsOf(input)
  return {
    figures: input.figures,
    activities: input.activities,
    certified: input.certified,
    typed: {
      projects: input.totals.reduce((sum, total) => sum + (total.projects ?? 0), 0),
      amounts: sumAmounts(input.totals.map(({ amounts }) => amounts)),
    },
    done: items.length === 0 ? noAmounts : sumAmounts(items.map(({ done }) => done)),
  }
}

export const resultMeasures = [
  'projects',
  'learners',
  'models',
  'machinery',
  'cleanerProduction',
  'fairs',
  'fairEstablishments',
  'products',
  'trademarks',
  'media',
] as const satisfies readonly TargetMeasure[]

export interface ResultLine {
  readonly measure: TargetMeasure
  readonly name: string
  /** Thousandths of the unit. */
  readonly value: number
}

export function resultLines(results: ReviewResults): ResultLine[] {
  return resultMeasures.map((measure) => ({
    measure,
    name: targetMeasureLabels[measure],
    value: measured(measure, results) ?? 0,
  }))
}

export interface TargetLine extends Target {
  readonly result: number | null
  /** Hundredths of a percent of the lower end. */
  readonly percent: number | null
}

export function targetLines(targets: readonly Target[], results: ReviewResults): TargetLine[] {
  return targets.map((target) => {
    const result = resultOf(target, results)
    return { ...target, result, percent: result === null ? null : percentHundredths(result, target.least) }
  })
}

/** As offices write it. Money in triệu đồng, as reports have it. */
export function reviewSentences(input: ReviewInput, results: ReviewResults): string[] {
  const money = (dong: number) => `${formatMoney(dong, 'million')} triệu đồng`
  const count = (measure: TargetMeasure) =>
    formatDecimal({ units: BigInt(measured(measure, results) ?? 0), scale: 3 }, 3)
  const { done } = results
  const { first, last } = input.years
  const period = first === last ? `Năm ${first}` : `Giai đoạn ${first}–${last}`
  const parts = [
    ['kinh phí khuyến công quốc gia', done.national],
    ['kinh phí khuyến công địa phương', done.local],
    ['đối ứng của đơn vị thụ hưởng', done.counterpart],
    ['nguồn khác', done.other],
  ] as const
  const told = parts.filter(([, amount]) => amount > 0).map(([name, amount]) => `${name} ${money(amount)}`)
  const sentences = [
    `${period}, toàn tỉnh có ${count('projects')} đề án khuyến công; tổng kinh phí thực hiện ${money(totalOf(done))}${told.length === 0 ? '' : `, trong đó ${told.join('; ')}`}.`,
  ]
  const outcomes = (
    [
      ['learners', 'đào tạo, tập huấn cho', 'người'],
      ['models', 'xây dựng', 'mô hình trình diễn kỹ thuật'],
      ['machinery', 'hỗ trợ', 'cơ sở ứng dụng máy móc, chuyển giao công nghệ'],
      ['cleanerProduction', 'hỗ trợ', 'cơ sở sản xuất sạch hơn'],
      ['fairs', 'tổ chức, tham gia', 'hội chợ, triển lãm'],
      ['products', 'có', 'sản phẩm được công nhận là sản phẩm công nghiệp nông thôn tiêu biểu'],
    ] as const
  )
    .filter(([measure]) => (measured(measure, results) ?? 0) > 0)
    .map(([measure, verb, what]) => `${verb} ${count(measure)} ${what}`)
  if (outcomes.length > 0) sentences.push(`Kết quả: ${outcomes.join('; ')}.`)
  return sentences
}

/** Findings are part of the review: a reader has to know before trusting a sum. */
export function findingWords({ where, words }: Finding): string {
  return `${where}: ${words}`
}
