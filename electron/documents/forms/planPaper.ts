// What the papers of a year's plan share: the plan as papers need it, its list as an annex, its sums.
import { type AmountsBySource, type FundingSource, fundingSources, totalOf } from '../../../shared/domain/money'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { planTableLabels as labels, sourceLabels } from '../../../shared/labels'
import { formatMonth, type PlainMonth } from '../../../shared/vietnamese/dates'
import { formatMoney } from '../../../shared/vietnamese/money'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, Cell, HeaderCell, TableColumn, TableRow } from '../blocks'
import { lowerFirst, money, moneyWithWords } from '../wording'
import { programmeName } from './paper'

export type PaperPlanItem = {
  readonly name: string
  readonly implementingUnit: string
  readonly beneficiaries: readonly string[]
  readonly places: readonly string[]
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  readonly summary: string
  readonly amounts: AmountsBySource
  readonly priority: number | null
  readonly note: string
}

export type PaperPlanGroup = {
  /** Null for the flagship đề án, which stand before the nine contents. */
  readonly numeral: string | null
  readonly name: string
  readonly items: readonly PaperPlanItem[]
  readonly amounts: AmountsBySource
}

export type PaperPlan = {
  readonly programme: Programme
  readonly year: number
  readonly groups: readonly PaperPlanGroup[]
  readonly amounts: AmountsBySource
}

export function itemsOf(plan: PaperPlan): PaperPlanItem[] {
  return plan.groups.flatMap((group) => group.items)
}

/** "Kế hoạch khuyến công địa phương năm 2027": as it stands inside a sentence. */
export function planName(plan: PaperPlan): string {
  return `Kế hoạch ${programmeName[plan.programme]} năm ${plan.year}`
}

/** The programme's own money and the counterpart always; any other source when there is money in it. */
function planSources({ programme, amounts }: PaperPlan): FundingSource[] {
  const own = supportSource(programme)
  return fundingSources.filter((source) => source === own || source === 'counterpart' || amounts[source] > 0)
}

/**
 * "12 đề án, hỗ trợ 15 đơn vị thụ hưởng": a unit that several đề án support counts once. Where none is named, or one is
 * only a number ("05 cơ sở CNNT"), nothing is counted: the paper would state a wrong figure.
 */
export function countsInWords(plan: PaperPlan): string {
  const items = itemsOf(plan)
  const units = new Set(items.flatMap((item) => item.beneficiaries.map((name) => name.toLocaleLowerCase('vi'))))
  const projects = `${formatInteger(items.length)} đề án`
  const allNamed = [...units].every((name) => !/^\d/.test(name))
  return units.size === 0 || !allNamed ? projects : `${projects}, hỗ trợ ${formatInteger(units.size)} đơn vị thụ hưởng`
}

export function fundingBlocks(plan: PaperPlan): Block[] {
  const sources = planSources(plan)
  return [
    {
      kind: 'paragraph',
      text: `Tổng kinh phí thực hiện: ${moneyWithWords(totalOf(plan.amounts))}, trong đó:`,
    },
    {
      kind: 'bullets',
      items: sources.map(
        (source, index) =>
          `${sourceLabels[source].long}: ${money(plan.amounts[source])}${index === sources.length - 1 ? '.' : ';'}`,
      ),
    },
  ]
}

/** Plans are counted in triệu đồng, with as many digits as it takes to be exact to the đồng. */
function million(dong: number): string {
  return formatMoney(dong, 'million')
}

const unitLine: Block = {
  kind: 'paragraph',
  text: [{ text: 'Đơn vị tính: triệu đồng', italic: true }],
  align: 'right',
  indent: false,
  keepWithNext: true,
}

function sourceHeader(source: FundingSource): HeaderCell {
  return { text: source === 'other' ? labels.other : labels.sources[source] }
}

function sums(amounts: AmountsBySource, sources: readonly FundingSource[]): Cell[] {
  return [million(totalOf(amounts)), ...sources.map((source) => million(amounts[source]))]
}

/** How many đề án and how much money each content has. */
export function groupTable(plan: PaperPlan): Block[] {
  const sources = planSources(plan)
  return [
    unitLine,
    {
      kind: 'table',
      columns: [
        { weight: 0.6, align: 'center' },
        { weight: 4, align: 'left' },
        { weight: 0.9, align: 'center' },
        { weight: 1.4, align: 'right' },
        ...sources.map((): TableColumn => ({ weight: 1.4, align: 'right' })),
      ],
      header: [
        [
          { text: labels.ordinal, rowSpan: 2 },
          { text: labels.content, rowSpan: 2 },
          { text: 'Số đề án', rowSpan: 2 },
          { text: labels.totalCost, rowSpan: 2 },
          { text: labels.ofWhich, colSpan: sources.length },
        ],
        sources.map(sourceHeader),
      ],
      rows: [
        ...plan.groups.map(
          (group, index): TableRow => ({
            kind: 'row',
            cells: [String(index + 1), group.name, formatInteger(group.items.length), ...sums(group.amounts, sources)],
          }),
        ),
        {
          kind: 'total',
          cells: [
            { text: labels.grandTotal, colSpan: 2, align: 'center' },
            formatInteger(itemsOf(plan).length),
            ...sums(plan.amounts, sources),
          ],
        },
      ],
    },
  ]
}

/** Counts of đề án by content, as a list. */
export function groupBullets(plan: PaperPlan): Block {
  const last = plan.groups.length - 1
  return {
    kind: 'bullets',
    items: plan.groups.map(
      (group, index) => `${group.name}: ${formatInteger(group.items.length)} đề án${index === last ? '.' : ';'}`,
    ),
  }
}

/** The list of đề án on its own landscape pages. */
export function planAnnex(plan: PaperPlan, attachedTo: string): Block[] {
  const sources = planSources(plan)
  const national = plan.programme === 'national'
  const tall = (text: string): HeaderCell => ({ text, rowSpan: 2 })
  const columns: TableColumn[] = [
    { weight: 0.6, align: 'center' },
    { weight: 3, align: 'left' },
    { weight: 3, align: 'left' },
    { weight: 1.8, align: 'left' },
    { weight: 2.6, align: 'left' },
    { weight: 1.2, align: 'center' },
    { weight: 1.2, align: 'right' },
    ...sources.map((): TableColumn => ({ weight: 1.2, align: 'right' })),
    ...(national ? [{ weight: 0.8, align: 'center' } satisfies TableColumn] : []),
    { weight: 1.2, align: 'left' },
  ]
  const after: Cell[] = national ? ['', ''] : ['']
  let ordinal = 0
  const rows = plan.groups.flatMap((group): TableRow[] => [
    {
      kind: 'group',
      cells: [group.numeral ?? '', { text: group.name, colSpan: 5 }, ...sums(group.amounts, sources), ...after],
    },
    ...group.items.map((item): TableRow => {
      ordinal += 1
      return { kind: 'row', cells: itemCells(item, ordinal, sources, national) }
    }),
  ])
  return [
    {
      kind: 'annex',
      label: 'Phụ lục',
      title: `Danh mục đề án ${programmeName[plan.programme]} năm ${plan.year}`,
      attachedTo,
      orientation: 'landscape',
    },
    unitLine,
    {
      kind: 'table',
      fontSizePt: 11,
      columns,
      header: [
        [
          tall(labels.ordinal),
          tall(national ? labels.projectName : labels.projectOrTask),
          tall(national ? labels.summary : labels.contentAndScale),
          tall(labels.implementingUnit),
          tall(labels.beneficiariesAndPlaces),
          tall(labels.period),
          tall(labels.totalCost),
          { text: labels.ofWhich, colSpan: sources.length },
          ...(national ? [tall(labels.priority)] : []),
          tall(labels.note),
        ],
        sources.map(sourceHeader),
      ],
      rows: [
        ...rows,
        {
          kind: 'total',
          cells: [{ text: labels.grandTotal, colSpan: 6, align: 'center' }, ...sums(plan.amounts, sources), ...after],
        },
      ],
    },
  ]
}

function itemCells(item: PaperPlanItem, ordinal: number, sources: readonly FundingSource[], national: boolean): Cell[] {
  const { amounts } = item
  return [
    String(ordinal),
    item.name,
    item.summary,
    item.implementingUnit,
    [item.beneficiaries.join('; '), item.places.join('; ')].filter((part) => part !== '').join('\n'),
    months(item),
    million(totalOf(amounts)),
    ...sources.map((source) => (amounts[source] === 0 ? '' : million(amounts[source]))),
    ...(national ? [item.priority === null ? '' : String(item.priority)] : []),
    item.note,
  ]
}

function months({ startMonth, endMonth }: PaperPlanItem): string {
  const known = [startMonth, endMonth].flatMap((month) => (month === null ? [] : [formatMonth(month)]))
  return [...new Set(known)].join(' - ')
}

/** As it follows the name of another paper inside a sentence. */
export function lowerPlanName(plan: PaperPlan): string {
  return lowerFirst(planName(plan))
}
