// The yearly plan as a table: national in the columns of Mẫu 2 (TT 36/2013), local as provinces lay theirs out, and both
// programmes of a year on one sheet. Every figure comes from the đề án; nothing is typed twice.
import { type AmountsBySource, fundingSources } from '../../shared/domain/money'
import type { PlanGroup, PlanItem, PlanView } from '../../shared/domain/plans'
import type { ContentGroup } from '../../shared/domain/projects'
import { contentGroupNumerals, planTableLabels as labels, programmeLabels } from '../../shared/labels'
import { formatMonth } from '../../shared/vietnamese/dates'
import { words } from '../documents/style'
import { type Block, type Group, type HeaderNode, landscapeA4, type Row, type Sheet, type Signature } from './sheet'

export interface PlanSheetOffice {
  readonly departmentName: string
  readonly centreName: string
}

export interface PlanSheetOptions {
  readonly office: PlanSheetOffice
  /** What the table goes with, such as "Kế hoạch số 12/KH-UBND ngày 05/01/2027"; empty when it stands alone. */
  readonly attachedTo: string
  /** A line under it, such as "Số liệu đến ngày 30/06/2027". */
  readonly note?: string
  readonly placeAndDate: Sheet['placeAndDate']
  readonly signatures: readonly Signature[]
  readonly contentGroupNames: Readonly<Record<ContentGroup, string>>
}

type AmountKey = 'total' | 'national' | 'local' | 'counterpart' | 'other'

const amountColumn = <Key extends AmountKey>(key: Key, heading: string, width: number) =>
  ({ key, heading, kind: 'money', width, summed: true }) as const

export function annualPlanSheet(plan: PlanView, options: PlanSheetOptions): Sheet {
  return plan.programme === 'national' ? nationalPlanSheet(plan, options) : localPlanSheet(plan, options)
}

type NationalKey =
  | AmountKey
  | 'ordinal'
  | 'name'
  | 'implementingUnit'
  | 'cooperatingUnits'
  | 'beneficiaries'
  | 'places'
  | 'startMonth'
  | 'endMonth'
  | 'summary'
  | 'priority'
  | 'note'

const nationalHeader: readonly HeaderNode<NationalKey>[] = [
  { key: 'ordinal', heading: labels.ordinal, kind: 'centredText', width: 4.5 },
  { key: 'name', heading: labels.projectName, kind: 'text', width: 20 },
  { key: 'implementingUnit', heading: labels.implementingUnit, kind: 'text', width: 11 },
  { key: 'cooperatingUnits', heading: labels.cooperatingUnits, kind: 'text', width: 10 },
  { key: 'beneficiaries', heading: labels.beneficiaries, kind: 'text', width: 13 },
  { key: 'places', heading: labels.places, kind: 'text', width: 12 },
  {
    heading: labels.period,
    columns: [
      { key: 'startMonth', heading: labels.start, kind: 'month', width: 8 },
      { key: 'endMonth', heading: labels.end, kind: 'month', width: 8 },
    ],
  },
  { key: 'summary', heading: labels.summary, kind: 'text', width: 25 },
  { ...amountColumn('total', labels.totalCost, 8.5), addsUp: fundingSources },
  {
    heading: labels.ofWhich,
    columns: [
      amountColumn('national', labels.national, 8.5),
      amountColumn('local', labels.localOrProvince, 8.5),
      amountColumn('counterpart', labels.byBeneficiary, 8.5),
      amountColumn('other', labels.other, 7),
    ],
  },
  { key: 'priority', heading: labels.priority, kind: 'integer', width: 6.5 },
  { key: 'note', heading: labels.note, kind: 'text', width: 9 },
]

export function nationalPlanSheet(plan: PlanView, options: PlanSheetOptions): Sheet<NationalKey> {
  const row = (item: PlanItem, index: number): Row<NationalKey> => ({
    ordinal: String(index + 1),
    name: item.name,
    implementingUnit: item.implementingUnit,
    cooperatingUnits: item.cooperatingUnits,
    beneficiaries: beneficiaryLines(item),
    places: listed(item.places),
    startMonth: item.startMonth,
    endMonth: item.endMonth,
    summary: item.summary,
    ...amountsOrBlank(item.amounts),
    priority: item.priority,
    note: item.note,
  })
  return {
    ...paperFrame(options, labels.nationalTitle(plan.year), options.office.centreName),
    name: `${programmeLabels.national.short} ${plan.year}`,
    header: nationalHeader,
    body: { kind: 'groups', groups: lettered(plan, options, row, true) },
    words: [
      { caption: labels.supportOf.national, columns: ['national'] },
      { caption: labels.totalCostInWords, columns: ['total'] },
    ],
  }
}

type LocalKey =
  | AmountKey
  | 'ordinal'
  | 'name'
  | 'summary'
  | 'implementingUnit'
  | 'beneficiariesAndPlaces'
  | 'period'
  | 'note'

export function localPlanSheet(plan: PlanView, options: PlanSheetOptions): Sheet<LocalKey> {
  const { national, other } = plan.amounts
  const header: HeaderNode<LocalKey>[] = [
    { key: 'ordinal', heading: labels.ordinal, kind: 'centredText', width: 4.5 },
    { key: 'name', heading: labels.projectOrTask, kind: 'text', width: 26 },
    { key: 'summary', heading: labels.contentAndScale, kind: 'text', width: 30 },
    { key: 'implementingUnit', heading: labels.implementingUnit, kind: 'text', width: 14 },
    { key: 'beneficiariesAndPlaces', heading: labels.beneficiariesAndPlaces, kind: 'text', width: 20 },
    { key: 'period', heading: labels.period, kind: 'centredText', width: 9 },
    { ...amountColumn('total', labels.totalCost, 9.5), addsUp: fundingSources },
    ...(national === 0 ? [] : [amountColumn('national', labels.sources.national, 9)]),
    amountColumn('local', labels.sources.local, 9),
    amountColumn('counterpart', labels.sources.counterpart, 9),
    ...(other === 0 ? [] : [amountColumn('other', labels.other, 8)]),
    { key: 'note', heading: labels.note, kind: 'text', width: 11 },
  ]
  const row = (item: PlanItem, index: number): Row<LocalKey> => ({
    ordinal: String(index + 1),
    name: item.name,
    summary: item.summary,
    implementingUnit: item.implementingUnit,
    beneficiariesAndPlaces: [beneficiaryLines(item), listed(item.places)].filter(Boolean).join('\n'),
    period: periodText(item),
    ...amountsOrBlank(item.amounts),
    note: item.note,
  })
  return {
    ...paperFrame(options, labels.localTitle(plan.year), options.office.centreName),
    name: `${programmeLabels.local.short} ${plan.year}`,
    header,
    body: { kind: 'groups', groups: lettered(plan, options, row, false) },
    words: [
      { caption: labels.supportOf.local, columns: ['local'] },
      { caption: labels.totalCostInWords, columns: ['total'] },
    ],
  }
}

type SummaryKey =
  | AmountKey
  | 'ordinal'
  | 'name'
  | 'content'
  | 'beneficiaries'
  | 'places'
  | 'startMonth'
  | 'endMonth'
  | 'note'

/** Both programmes of a year on one sheet, as a centre keeps its own table and sends it with its reports. */
export function yearSummarySheet(
  plans: readonly PlanView[],
  year: number,
  options: PlanSheetOptions,
): Sheet<SummaryKey> {
  const hasOther = plans.some((plan) => plan.amounts.other !== 0)
  const row = (item: PlanItem, index: number): Row<SummaryKey> => ({
    ordinal: String(index + 1),
    name: item.name,
    content: item.summary === '' ? options.contentGroupNames[item.contentGroup] : item.summary,
    beneficiaries: beneficiaryLines(item),
    places: listed(item.places),
    startMonth: item.startMonth,
    endMonth: item.endMonth,
    ...amountsOrBlank(item.amounts),
    note: item.note,
  })
  return {
    ...paperFrame(options, labels.summaryTitle(year), options.office.centreName),
    name: labels.summarySheetName(year),
    header: [
      { key: 'ordinal', heading: labels.ordinal, kind: 'centredText', width: 4.5 },
      { key: 'name', heading: labels.projectOrTask, kind: 'text', width: 27 },
      { key: 'content', heading: labels.content, kind: 'text', width: 23 },
      { key: 'beneficiaries', heading: labels.beneficiaries, kind: 'text', width: 16 },
      { key: 'places', heading: labels.places, kind: 'text', width: 16 },
      {
        heading: labels.period,
        columns: [
          { key: 'startMonth', heading: labels.start, kind: 'month', width: 8 },
          { key: 'endMonth', heading: labels.end, kind: 'month', width: 8 },
        ],
      },
      { ...amountColumn('total', labels.totalCost, 9.5), addsUp: fundingSources },
      {
        heading: labels.ofWhich,
        columns: [
          amountColumn('national', labels.sources.national, 9),
          amountColumn('local', labels.sources.local, 9),
          amountColumn('counterpart', labels.sources.counterpart, 9),
          ...(hasOther ? [amountColumn('other', labels.other, 8)] : []),
        ],
      },
      { key: 'note', heading: labels.note, kind: 'text', width: 11 },
    ],
    body: {
      kind: 'groups',
      groups: plans.map((plan, index) => ({
        mark: index === 0 ? 'I' : 'II',
        heading: labels.programmeGroup[plan.programme],
        content: { kind: 'rows', rows: plan.items.map(row) },
      })),
    },
    words: [
      { caption: labels.supportOfBoth, columns: ['national', 'local'] },
      { caption: labels.totalCostInWords, columns: ['total'] },
    ],
  }
}

/** Letterhead, title, signatures: what tables of plans have in common. */
export function paperFrame(options: PlanSheetOptions, title: string, centreName: string) {
  const attached = options.attachedTo !== ''
  return {
    letterhead: {
      left: [{ text: options.office.departmentName.toUpperCase() }, { text: centreName.toUpperCase(), bold: true }],
      // A table that goes with another paper carries no national title of its own.
      right: attached
        ? []
        : [
            { text: words.nationalTitle, bold: true },
            { text: words.nationalMotto, bold: true, underline: true },
          ],
    },
    title: [title],
    subtitle: [
      ...(attached ? [`(Kèm theo ${options.attachedTo})`] : []),
      ...(options.note === undefined ? [] : [options.note]),
    ],
    unit: 'million',
    markColumn: 'ordinal',
    headingColumn: 'name',
    total: labels.grandTotal,
    placeAndDate: options.placeAndDate,
    signatures: options.signatures,
    print: landscapeA4,
  } as const
}

/** A. Đề án điểm, B. Đề án theo nội dung with I to IX inside. Letters are left out where the form has none and nothing is "điểm". */
function lettered<Key extends string>(
  plan: PlanView,
  options: PlanSheetOptions,
  row: (item: PlanItem, index: number) => Row<Key>,
  always: boolean,
): Group<Key>[] {
  const rowsOf = (group: PlanGroup): Block<Key> => ({ kind: 'rows', rows: group.items.map(row) })
  const flagship: Group<Key>[] = []
  const byContent: Group<Key>[] = []
  for (const group of plan.groups) {
    if (group.key === 'flagship') flagship.push({ mark: 'A', heading: labels.flagshipGroup, content: rowsOf(group) })
    else
      byContent.push({
        mark: contentGroupNumerals[group.key],
        heading: options.contentGroupNames[group.key],
        content: rowsOf(group),
      })
  }
  if (!always && flagship.length === 0) return byContent
  return [...flagship, { mark: 'B', heading: labels.byContentGroup, content: { kind: 'groups', groups: byContent } }]
}

/** A source that pays nothing is left blank, as in the tables offices keep. */
function amountsOrBlank(amounts: AmountsBySource): Record<keyof AmountsBySource, number | null> {
  const blank = (dong: number) => (dong === 0 ? null : dong)
  return {
    national: blank(amounts.national),
    local: blank(amounts.local),
    counterpart: blank(amounts.counterpart),
    other: blank(amounts.other),
  }
}

function beneficiaryLines(item: PlanItem): string {
  return listed(item.beneficiaries.map((beneficiary) => beneficiary.name))
}

/** Excel holds 253 line breaks in a cell, and a long list one below the other would make a row of many pages. */
const MOST_ON_OWN_LINES = 12

function listed(names: readonly string[]): string {
  return names.join(names.length > MOST_ON_OWN_LINES ? '; ' : ';\n')
}

function periodText({ startMonth, endMonth }: PlanItem): string {
  if (startMonth === null || endMonth === null || startMonth === endMonth) {
    const only = startMonth ?? endMonth
    return only === null ? '' : formatMonth(only)
  }
  return `${formatMonth(startMonth)} - ${formatMonth(endMonth)}`
}
