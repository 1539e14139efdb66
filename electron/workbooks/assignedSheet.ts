// Đăng ký và được giao: each item's registered amount beside what it got, by source, under the batches they come from.
import type { Allocation } from '../../shared/contract/planAssignment'
import { type AssignedItem, type AssignmentView, ownSource } from '../../shared/domain/allocations'
import { type AmountsBySource, type FundingSource, fundingSources } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { allocationLabels, contentGroupNumerals, planTableLabels as labels, sourceLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { type PlanSheetOptions, paperFrame } from './annualPlanSheet'
import type { Group, HeaderNode, Row, Sheet } from './sheet'

type Side = 'registered' | 'assigned'
type Key = 'ordinal' | 'name' | `${FundingSource}-${Side}` | 'difference' | 'batches'

export interface Batch extends Allocation {
  readonly id: number
}

export interface AssignedPlan {
  readonly year: number
  readonly programme: Programme
  readonly view: AssignmentView
  readonly batches: readonly Batch[]
}

export function assignedSheet({ year, programme, view, batches }: AssignedPlan, options: PlanSheetOptions): Sheet<Key> {
  const own = ownSource(programme)
  const sources = fundingSources.filter(
    (source) => source === own || view.registered[source] > 0 || view.assigned[source] > 0,
  )
  const itemOf = new Map(view.items.map((one) => [one.item.id, one]))
  let number = 0
  const groups = view.groups.map((group): Group<Key> => {
    const items = group.itemIds.flatMap((id) => itemOf.get(id) ?? [])
    return {
      mark: group.key === 'flagship' ? 'A' : contentGroupNumerals[group.key],
      heading: group.key === 'flagship' ? labels.flagshipGroup : options.contentGroupNames[group.key],
      content: {
        kind: 'rows',
        rows: items.map((one) => {
          number += 1
          return itemRow(one, number, own, sources, batches)
        }),
      },
    }
  })
  const frame = paperFrame(
    { ...options, attachedTo: '' },
    labels.assignedTitle[programme](year),
    options.office.centreName,
  )
  return {
    ...frame,
    name: `${labels.assignedSheetName} ${year}`,
    subtitle: batches.map((batch) => batchLine(batch, view, own)),
    header: header(sources, own),
    body: { kind: 'groups', groups },
    words: [{ caption: allocationLabels.assignedInWords, columns: [`${own}-assigned`] }],
  }
}

function header(sources: readonly FundingSource[], own: FundingSource): HeaderNode<Key>[] {
  const figure = (key: Key, heading: string) => ({ key, heading, kind: 'money', width: 12, summed: true }) as const
  return [
    { key: 'ordinal', heading: labels.ordinal, kind: 'centredText', width: 4.5 },
    { key: 'name', heading: labels.projectName, kind: 'text', width: 44 },
    ...sources.map((source) => ({
      heading: sourceLabels[source].short,
      columns: [
        figure(`${source}-registered`, allocationLabels.registered),
        figure(`${source}-assigned`, allocationLabels.assigned),
      ],
    })),
    figure('difference', `${allocationLabels.difference} ${sourceLabels[own].short}`),
    { key: 'batches', heading: allocationLabels.one, kind: 'text', width: 16 },
  ]
}

function itemRow(
  { item, registered, assigned, parts }: AssignedItem,
  number: number,
  own: FundingSource,
  sources: readonly FundingSource[],
  batches: readonly Batch[],
): Row<Key> {
  const blank = (amounts: AmountsBySource, source: FundingSource) => (amounts[source] === 0 ? null : amounts[source])
  const row: Partial<Record<Key, string | number | null>> = {
    ordinal: String(number),
    name: item.name,
    difference: assigned[own] - registered[own] === 0 ? null : assigned[own] - registered[own],
    batches: parts.map(({ allocationId }) => batchName(batches.find(({ id }) => id === allocationId))).join('; '),
  }
  for (const source of sources) {
    row[`${source}-registered`] = blank(registered, source)
    row[`${source}-assigned`] = blank(assigned, source)
  }
  return row
}

function batchName(batch: Batch | undefined): string {
  return batch === undefined ? allocationLabels.withoutBatch : `${allocationLabels.one} ${batch.batchNumber}`
}

/** "Đợt 1: Quyết định 3536/QĐ-BCT ngày 30/12/2021: 300.000.000 đồng, đã giao 200.000.000 đồng, còn 100.000.000 đồng." */
function batchLine(batch: Batch, view: AssignmentView, own: FundingSource): string {
  const use = view.batches.find(({ allocationId }) => allocationId === batch.id)
  const paper = [
    allocationLabels.documentKinds[batch.documentKind],
    batch.number,
    batch.issuedOn === null ? '' : `ngày ${formatDate(batch.issuedOn)}`,
  ].filter((part) => part !== '')
  const money = (dong: number) => `${formatMoney(dong)} đồng`
  return `${batchName(batch)} (${paper.join(' ')}): ${money(batch.totalAmount)}, đã giao ${money(use?.assigned[own] ?? 0)}, còn ${money(use?.left ?? batch.totalAmount)}`
}
