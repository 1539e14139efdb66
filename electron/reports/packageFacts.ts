// What a package holds: the lines of a year's plan as asked for, with what was done of each in the period.
import type { PackageOrder } from '../../shared/contract/packages'
import { addAmounts, noAmounts, sumAmounts, supportOf } from '../../shared/domain/money'
import type { PackageLine } from '../../shared/domain/package'
import type { PlanItem } from '../../shared/domain/plans'
import { type Programme, programmes } from '../../shared/domain/projects'
import type { ReportFacts } from '../../shared/domain/reportFacts'
import { doneIn } from '../../shared/domain/reportFigures'
import { programmeLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { readPlan } from '../plans/reader'
import type { PlanBasis } from '../plans/shownVersions'
import { readReportFacts } from './facts'

export interface PackageFacts {
  readonly programmes: readonly Programme[]
  readonly lines: readonly PackageLine[]
  /** What a careful sender would want to know first. */
  readonly notes: readonly string[]
}

/** In the order of the printed plan: flagship first, then by content. */
export async function readPackageFacts(reader: Reader, units: AdminUnits, order: PackageOrder): Promise<PackageFacts> {
  const asked = programmes.filter((one) => order.programmes.includes(one))
  const facts = await factsOf(reader, units, order)
  const factOf = new Map(facts.map((fact) => [fact.projectId, fact]))
  const lines: PackageLine[] = []
  const notes: string[] = []
  const listed = new Set<number>()
  for (const programme of asked) {
    const { view, shows } = await readPlan(reader, order.year, programme, basisOf(order))
    const items = view.groups.flatMap((group) => group.items)
    for (const item of items) listed.add(item.projectId)
    lines.push(...items.map((item) => lineOf(item, programme, factOf.get(item.projectId), order, reader.today)))
    const name = `Kế hoạch ${programmeLabels[programme].short} năm ${order.year}`
    if (items.length === 0) notes.push(`${name} không có đề án nào: gói ghi là 0 đồng.`)
    else if (shows === 'drafts') notes.push(`${name} chưa được phê duyệt: số trong gói là số đang soạn.`)
  }
  return { programmes: asked, lines, notes: [...notes, ...leftOut(facts, listed, order, reader.today)] }
}

function basisOf({ basis, asOf }: PackageOrder): PlanBasis {
  return basis === 'asOf' ? { asOf: asOf ?? '' } : basis
}

function daysOf({ period, year }: PackageOrder, today: PlainDate) {
  return { days: period ?? { from: `${year}-01-01`, to: `${year}-12-31` }, asOf: period?.to ?? today }
}

/** As known at the end of the period: what was paid after it is not in it. */
function factsOf(reader: Reader, units: AdminUnits, order: PackageOrder): Promise<ReportFacts[]> {
  const { days, asOf } = daysOf(order, reader.today)
  return readReportFacts(reader, units, {
    years: { first: order.year, last: order.year },
    period: days,
    asOf,
    programme: null,
  })
}

function doneOf(fact: ReportFacts | undefined, order: PackageOrder, today: PlainDate) {
  if (order.period === null) return null
  if (fact === undefined) return noAmounts
  const years = { first: order.year, last: order.year }
  return doneIn(fact, { years, ...daysOf(order, today), basis: order.doneRule })
}

function lineOf(
  item: PlanItem,
  programme: Programme,
  fact: ReportFacts | undefined,
  order: PackageOrder,
  today: PlainDate,
): PackageLine {
  const formOf = new Map(fact?.beneficiaries.map(({ name, legalForm }) => [name, legalForm]))
  const communeOf = new Map(fact?.places.map(({ text, communeCode }) => [text, communeCode]))
  return {
    programme,
    code: item.code,
    name: item.name,
    kind: item.kind,
    contentGroup: item.contentGroup,
    subContent: item.subContent,
    implementingUnit: item.implementingUnit,
    cooperatingUnits: item.cooperatingUnits,
    beneficiaries: item.beneficiaries.map(({ name }) => ({ name, legalForm: formOf.get(name) ?? null })),
    places: item.places.map((text) => ({ text, communeCode: communeOf.get(text) ?? null })),
    startMonth: item.startMonth,
    endMonth: item.endMonth,
    summary: item.summary,
    priority: item.priority,
    note: item.note,
    status: fact?.status ?? '',
    planned: item.amounts,
    done: doneOf(fact, order, today),
  }
}

/** Money of đề án that stand in no line of the package is not hidden: it is said. */
function leftOut(
  facts: readonly ReportFacts[],
  listed: ReadonlySet<number>,
  order: PackageOrder,
  today: PlainDate,
): string[] {
  if (order.period === null) return []
  const { to } = order.period
  const done = facts.flatMap((fact) => {
    if (listed.has(fact.projectId) || !order.programmes.includes(fact.programme)) return []
    const amounts = doneOf(fact, order, today) ?? noAmounts
    return supportOf(amounts) === 0 ? [] : [amounts]
  })
  const notes =
    done.length === 0
      ? []
      : [
          `${done.length} đề án ngoài kế hoạch năm ${order.year} (năm khác chuyển sang, hoặc đã ngừng) có thực hiện trong kỳ ${formatMoney(supportOf(sumAmounts(done)))} đồng; gói chỉ ghi các đề án của kế hoạch nên không có số này.`,
        ]
  return to > today ? [...notes, `Kỳ báo cáo đến ${formatDate(to)} chưa hết: số thực hiện là số đến hôm nay.`] : notes
}

export function totalsOf(lines: readonly PackageLine[]) {
  const done = lines.flatMap((line) => line.done ?? [])
  return {
    projects: lines.length,
    planned: sumAmounts(lines.map((line) => line.planned)),
    done: done.length < lines.length ? null : done.reduce(addAmounts, noAmounts),
  }
}
