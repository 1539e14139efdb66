// What the file holds of a cơ sở besides its own record: needs, đề án, products at the votes, activities, machines.
import type { NeedRow } from '../../shared/contract/establishments'
import {
  acceptanceLabels,
  activityKindLabels,
  activityLabels,
  certificateStateLabels,
  executionLabels,
  labels,
  needLabels,
  needOutcomeLabels,
  projectLabels,
  projectStatusLabels,
  voteLabels,
  voteResultLabels,
  voteRoundName,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { seenWords } from '../execution/MachinesScreen'
import needStyles from './Needs.module.css'
import { TieLink, TiesTable } from './TiesTable'

interface OfEstablishment {
  readonly establishmentId: number
}

interface NeedsProps extends OfEstablishment {
  readonly onOpen: (need: NeedRow) => void
  readonly onAdd: () => void
}

export function NeedsOfEstablishment({ establishmentId, onOpen, onAdd }: NeedsProps) {
  const money = useMoney()
  const needs = useQueryCall('establishments.needs', { establishmentId })
  return (
    <>
      <div className={needStyles.head}>
        <Button onClick={onAdd}>{needLabels.new}</Button>
      </div>
      <TiesTable
        label="Nhu cầu của cơ sở"
        rows={needs.data?.rows ?? []}
        rowKey={(row) => row.id}
        empty={needs.isPending ? labels.loading : 'Chưa ghi nhu cầu nào của cơ sở này.'}
        columns={[
          { header: labels.year, cell: (row) => row.year },
          {
            header: needLabels.activity,
            cell: (row) => (
              <Button
                kind="quiet"
                onClick={() => (row.project === null ? onOpen(row) : void navigate(paths.project(row.project.id)))}
              >
                {row.activity}
              </Button>
            ),
          },
          {
            header: `Đề nghị hỗ trợ (${money.label})`,
            end: true,
            cell: (row) => money.format(row.wishedSupport),
          },
          { header: needLabels.receivedOn, cell: (row) => formatDate(row.receivedOn) },
          {
            header: needLabels.outcome,
            cell: (row) => (
              <>
                {row.project === null ? needOutcomeLabels[row.outcome] : `Đã đưa vào ${row.project.code}`}
                {row.declineReason !== '' && `: ${row.declineReason}`}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

export type SupportHistory = CallOutput<'establishments.get'>['supportHistory']

export function ProjectsOfEstablishment({ rows }: { readonly rows: SupportHistory }) {
  const money = useMoney()
  return (
    <TiesTable
      label="Đề án của cơ sở"
      rows={rows}
      rowKey={(row) => row.projectId}
      empty="Chưa có đề án nào hỗ trợ cơ sở này."
      columns={[
        { header: labels.year, cell: (row) => row.year },
        { header: projectLabels.code, cell: (row) => row.projectCode },
        {
          header: projectLabels.one,
          cell: (row) => <TieLink to={paths.project(row.projectId)}>{row.projectName}</TieLink>,
        },
        {
          header: `Hỗ trợ (${money.label})`,
          end: true,
          cell: (row) => <span title={`${formatMoney(row.support)} đồng`}>{money.format(row.support)}</span>,
        },
        { header: projectLabels.status, cell: (row) => projectStatusLabels[row.status] },
      ]}
    />
  )
}

export function ProductsOfEstablishment({ establishmentId }: OfEstablishment) {
  const products = useQueryCall('activities.productsOf', { establishmentId })
  return (
    <TiesTable
      label="Sản phẩm bình chọn của cơ sở"
      rows={products.data ?? []}
      rowKey={(row) => row.id}
      empty={
        products.isPending
          ? labels.loading
          : `Chưa có sản phẩm nào ở các kỳ bình chọn. Sản phẩm ghi ở mục “${voteLabels.many}”.`
      }
      columns={[
        { header: labels.year, cell: (row) => row.year },
        { header: voteLabels.product, cell: (row) => row.name },
        {
          header: voteLabels.one,
          cell: (row) => <TieLink to={paths.voteRound(row.roundId)}>{voteRoundName(row)}</TieLink>,
        },
        { header: voteLabels.result, cell: (row) => voteResultLabels[row.result] },
        { header: voteLabels.certificateNumber, cell: (row) => row.number },
        {
          header: voteLabels.state,
          cell: (row) =>
            row.state === null
              ? ''
              : `${certificateStateLabels[row.state]}${row.validUntil === null ? '' : ` (đến ${formatDate(row.validUntil)})`}`,
        },
      ]}
    />
  )
}

export function ActivitiesOfEstablishment({ establishmentId }: OfEstablishment) {
  const activities = useQueryCall('activities.list', { establishmentId })
  return (
    <TiesTable
      label="Hoạt động của cơ sở"
      rows={activities.data ?? []}
      rowKey={(row) => row.id}
      empty={
        activities.isPending
          ? labels.loading
          : `Cơ sở chưa tham gia hoạt động nào. Danh sách cơ sở tham gia ghi ở mục “${activityLabels.many}”.`
      }
      columns={[
        { header: labels.year, cell: (row) => row.year },
        { header: activityLabels.one, cell: (row) => <TieLink to={paths.activity(row.id)}>{row.name}</TieLink> },
        { header: activityLabels.kind, cell: (row) => activityKindLabels[row.kind] },
        { header: activityLabels.startsOn, cell: (row) => (row.startsOn === null ? '' : formatDate(row.startsOn)) },
        { header: activityLabels.place, cell: (row) => row.place },
      ]}
    />
  )
}

export function MachinesOfEstablishment({ establishmentId }: OfEstablishment) {
  const money = useMoney()
  const machines = useQueryCall('execution.machines', { establishmentId })
  return (
    <TiesTable
      label="Máy móc của cơ sở"
      rows={machines.data ?? []}
      rowKey={(row) => row.id}
      empty={
        machines.isPending
          ? labels.loading
          : 'Chưa có máy nào. Máy vào đây khi biên bản nghiệm thu của cơ sở kết luận đạt.'
      }
      columns={[
        { header: acceptanceLabels.machineName, cell: (row) => row.name },
        { header: acceptanceLabels.serial, cell: (row) => row.serial },
        {
          header: 'SL',
          end: true,
          cell: (row) => (row.quantity === null ? '' : formatDecimal({ units: BigInt(row.quantity), scale: 3 }, 3)),
        },
        { header: `Giá trị (${money.label})`, end: true, cell: (row) => money.format(row.amount) },
        { header: executionLabels.acceptance, cell: (row) => formatDate(row.acceptedOn) },
        { header: projectLabels.one, cell: (row) => <TieLink to={paths.project(row.projectId)}>{row.code}</TieLink> },
        { header: executionLabels.inspection, cell: seenWords },
      ]}
    />
  )
}
