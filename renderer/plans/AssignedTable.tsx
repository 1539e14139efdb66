// Được giao: the batches with what is left of each, and every item's registered amount beside what it got.
import { useState } from 'react'
import type { ContentGroupEntry } from '../../shared/contract/office'
import { ownSource } from '../../shared/domain/allocations'
import { type AmountsBySource, type FundingSource, fundingSources } from '../../shared/domain/money'
import { allocationLabels, labels, planLabels, projectLabels, sourceLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { AllocationDialog, type Assignments, type Batch } from './AllocationDialog'
import { AssignDialog } from './AssignDialog'
import styles from './AssignedTable.module.css'
import { whyNotAssign } from './assignable'
import planStyles from './PlanScreen.module.css'
import { groupTitle } from './PlanTable'

type Item = Assignments['items'][number]

interface AssignedTableProps {
  readonly record: Assignments
  readonly contentGroups: readonly ContentGroupEntry[]
}

export function AssignedTable({ record, contentGroups }: AssignedTableProps) {
  const [batch, setBatch] = useState<Batch | 'new' | null>(null)
  const [item, setItem] = useState<Item | null>(null)
  return (
    <>
      <Batches record={record} onOpen={setBatch} />
      <Items record={record} contentGroups={contentGroups} onAssign={setItem} />
      {batch !== null && (
        <AllocationDialog record={record} batch={batch === 'new' ? null : batch} onClose={() => setBatch(null)} />
      )}
      {item !== null && <AssignDialog record={record} item={item} onClose={() => setItem(null)} />}
    </>
  )
}

interface BatchesProps {
  readonly record: Assignments
  readonly onOpen: (batch: Batch | 'new') => void
}

function Batches({ record, onOpen }: BatchesProps) {
  const money = useMoney()
  const own = ownSource(record.programme)
  return (
    <section className={styles.batches} aria-label={allocationLabels.many}>
      <div className={styles.batchesHead}>
        <h2>{allocationLabels.many}</h2>
        <span className={record.left < 0 ? `${styles.left} ${styles.over}` : styles.left}>{record.leftInWords}</span>
        <Button onClick={() => onOpen('new')}>{allocationLabels.add}</Button>
      </div>
      {record.batches.length > 0 && (
        <table aria-label={allocationLabels.many}>
          <thead>
            <tr>
              <th scope="col">{allocationLabels.one}</th>
              <th scope="col">Văn bản</th>
              <th scope="col">{allocationLabels.issuer}</th>
              <th scope="col" className={styles.figure}>
                Được phân bổ ({money.label})
              </th>
              <th scope="col" className={styles.figure}>
                Đã giao đề án
              </th>
              <th scope="col" className={styles.figure}>
                {allocationLabels.left}
              </th>
            </tr>
          </thead>
          <tbody>
            {record.batches.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">
                  {record.state !== 'approved' || !batch.approved ? (
                    <Button kind="quiet" onClick={() => onOpen(batch)}>
                      {allocationLabels.one} {batch.batchNumber}
                    </Button>
                  ) : (
                    `${allocationLabels.one} ${batch.batchNumber} (đã khóa)`
                  )}
                </th>
                <td>{paperOf(batch)}</td>
                <td>{batch.issuer}</td>
                <Figure dong={batch.totalAmount} money={money} />
                <Figure dong={batch.assigned[own]} money={money} />
                <Figure dong={batch.left} money={money} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>
                {labels.total}
                {record.withoutBatch[own] > 0 &&
                  ` (có ${money.format(record.withoutBatch[own])} ${money.label} giao ngoài các đợt)`}
              </td>
              <Figure dong={record.allocated} money={money} />
              <Figure dong={record.assigned[own]} money={money} />
              <Figure dong={record.left} money={money} />
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}

function paperOf(batch: Batch): string {
  const parts = [
    allocationLabels.documentKinds[batch.documentKind],
    batch.number,
    batch.issuedOn === null ? '' : `ngày ${formatDate(batch.issuedOn)}`,
  ]
  return parts.filter((one) => one !== '').join(' ')
}

function Figure({ dong, money }: { readonly dong: number; readonly money: Money }) {
  return (
    <td
      className={dong < 0 ? `${styles.figure} ${styles.over}` : styles.figure}
      title={dong < 0 ? `Vượt ${formatMoney(-dong)} đồng` : `${formatMoney(dong)} đồng`}
    >
      {dong < 0 ? `vượt ${money.format(-dong)}` : money.format(dong)}
    </td>
  )
}

interface ItemsProps extends AssignedTableProps {
  readonly onAssign: (item: Item) => void
}

function Items({ record, contentGroups, onAssign }: ItemsProps) {
  const money = useMoney()
  const own = ownSource(record.programme)
  const sources = fundingSources.filter(
    (source) => source === own || record.registered[source] > 0 || record.assigned[source] > 0,
  )
  const itemOf = new Map(record.items.map((item) => [item.id, item]))
  const width = 92
  let number = 0
  return (
    <div className={planStyles.scroller}>
      <table
        className={planStyles.table}
        aria-label="Đăng ký và được giao"
        style={{ minWidth: 420 + (sources.length * 2 + 1) * width }}
      >
        <colgroup>
          <col style={{ width: 36 }} />
          <col />
          {sources.map((source) => [
            <col key={`${source}-registered`} style={{ width }} />,
            <col key={`${source}-assigned`} style={{ width }} />,
          ])}
          <col style={{ width: 108 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 64 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">TT</th>
            <th scope="col">
              {projectLabels.name} <small>({money.label})</small>
            </th>
            {sources.map((source) => [
              <th key={`${source}-registered`} scope="col" className={planStyles.figure}>
                {sourceLabels[source].short}
                <br />
                <small>{allocationLabels.registered}</small>
              </th>,
              <th key={`${source}-assigned`} scope="col" className={planStyles.figure}>
                {sourceLabels[source].short}
                <br />
                <small>{allocationLabels.assigned}</small>
              </th>,
            ])}
            <th scope="col" className={planStyles.figure}>
              {allocationLabels.difference}
              <br />
              <small>{sourceLabels[own].short}</small>
            </th>
            <th scope="col">{allocationLabels.one}</th>
            <th scope="col">
              <span className="visually-hidden">{allocationLabels.assign}</span>
            </th>
          </tr>
        </thead>
        {record.groups.map((group) => (
          <tbody key={group.key}>
            <tr className={planStyles.group}>
              <th scope="rowgroup" colSpan={2}>
                {groupTitle(group.key, contentGroups)} ({group.itemIds.length} đề án)
              </th>
              <Pairs
                registered={group.registered}
                assigned={group.assigned}
                sources={sources}
                own={own}
                money={money}
              />
              <td colSpan={2} />
            </tr>
            {group.itemIds.map((id) => {
              const item = itemOf.get(id)
              if (item === undefined) return null
              number += 1
              return (
                <tr key={id} className={planStyles.item}>
                  <td>{number}</td>
                  <td>
                    <a
                      className={planStyles.name}
                      href={`#${paths.project(item.projectId)}`}
                      onClick={(event) => {
                        event.preventDefault()
                        void navigate(paths.project(item.projectId))
                      }}
                    >
                      {item.name}
                    </a>
                    {item.supplementRound > 0 && (
                      <div className={planStyles.place}>
                        {planLabels.supplementRound} {item.supplementRound}
                      </div>
                    )}
                  </td>
                  <Pairs
                    registered={item.registered}
                    assigned={item.assigned}
                    sources={sources}
                    own={own}
                    money={money}
                  />
                  <td>{batchesOf(item, record)}</td>
                  <td>
                    <Button
                      kind="quiet"
                      aria-label={`Giao kinh phí: ${item.name}`}
                      disabled={whyNotAssign(record, item) !== undefined}
                      title={whyNotAssign(record, item)}
                      onClick={() => onAssign(item)}
                    >
                      {allocationLabels.assign}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <td />
            <td>
              {labels.total}: {record.items.length} đề án
            </td>
            <Pairs
              registered={record.registered}
              assigned={record.assigned}
              sources={sources}
              own={own}
              money={money}
            />
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function batchesOf(item: Item, record: Assignments): string {
  return item.parts
    .map(({ allocationId }) => {
      const batch = record.batches.find((one) => one.id === allocationId)
      return batch === undefined ? allocationLabels.withoutBatch : `${allocationLabels.one} ${batch.batchNumber}`
    })
    .join('; ')
}

interface PairsProps {
  readonly registered: AmountsBySource
  readonly assigned: AmountsBySource
  readonly sources: readonly FundingSource[]
  readonly own: FundingSource
  readonly money: Money
}

function Pairs({ registered, assigned, sources, own, money }: PairsProps) {
  const cell = (key: string, dong: number) => (
    <td key={key} className={planStyles.figure} title={`${formatMoney(dong)} đồng`}>
      {dong === 0 ? '' : money.format(dong)}
    </td>
  )
  const difference = assigned[own] - registered[own]
  return (
    <>
      {sources.map((source) => [
        cell(`${source}-registered`, registered[source]),
        cell(`${source}-assigned`, assigned[source]),
      ])}
      <td className={planStyles.figure} title={`${formatMoney(difference)} đồng`}>
        {difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${money.format(Math.abs(difference))}`}
      </td>
    </>
  )
}
