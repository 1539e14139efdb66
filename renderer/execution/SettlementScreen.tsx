// Thanh lý – quyết toán of the year in hand: what each đề án received, asks for, was granted, and by when its file is due.
import { useMemo, useState } from 'react'
import {
  executionLabels,
  labels,
  programmeLabels,
  projectLabels,
  projectStatusLabels,
  settlementLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { DataTable } from '../components/DataTable'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { YearPaperDialog } from '../documents/YearPaperDialog'
import styles from './Execution.module.css'

type Row = CallOutput<'execution.settlements'>[number]

export function SettlementScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [printing, setPrinting] = useState(false)
  const list = useQueryCall('execution.settlements', { year })
  const columns = useMemo(() => columnsFor(money), [money])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data ?? []
  const sum = (part: (row: Row) => number) => money.format(rows.reduce((total, row) => total + part(row), 0))
  const late = rows.filter((row) => row.late).length
  return (
    <div className={styles.screen}>
      <PageHeader
        title={executionLabels.settlement}
        detail={`Năm ${year}, kinh phí khuyến công theo ${money.label} · ${rows.length} đề án${late > 0 ? ` · ${late} đề án quá hạn` : ''}`}
        {...(rows.length === 0 ? {} : { onPrint: () => setPrinting(true) })}
      />
      {printing && (
        <YearPaperDialog
          title={`${executionLabels.settlement} năm ${year}: bảng chung của các đề án`}
          year={year}
          forms={['payment-9', 'reconciliation-10']}
          programme={null}
          month={null}
          onClose={() => setPrinting(false)}
        />
      )}
      <DataTable
        name="settlements"
        label={executionLabels.settlement}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.projectId}
        onOpen={(row) => void navigate(paths.settlement(row.projectId))}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <p>
              Năm {year} chưa có đề án nào đã ký hợp đồng.
              <br />
              Đề án vào đây từ khi ký hợp đồng; hồ sơ quyết toán lập được sau lần nghiệm thu đạt đầu tiên.
            </p>
          )
        }
        summary={`${labels.total}: hỗ trợ ${sum((row) => row.support)} · ${settlementLabels.received.toLowerCase()} ${sum((row) => row.balance.received)} · đề nghị ${sum((row) => row.asked)} · được duyệt ${sum((row) => row.approved ?? 0)} ${money.label}`}
      />
    </div>
  )
}

function dueWords(row: Row): string {
  if (row.approvedOn !== null) return `Đã duyệt ${formatDate(row.approvedOn)}`
  if (row.filedOn !== null) return `Đã lập ${formatDate(row.filedOn)}`
  const due = row.fileBy ?? (row.late ? row.settleBy : null)
  if (due !== null) return `${row.late ? 'Quá hạn ' : 'Hạn '}${formatDate(due)}`
  return row.lastAcceptedOn === null ? 'Chưa nghiệm thu' : 'Chưa lập'
}

/** Before anything was accepted nothing is due, and all that was advanced would look like money to give back. */
function dueKnown(row: Row): boolean {
  return row.lastAcceptedOn !== null || row.filedOn !== null || row.approvedOn !== null
}

function columnsFor(money: Money): Column<Row>[] {
  const width = money.unit === 'dong' ? 130 : 100
  const moneyColumn = (id: string, header: string, of: (row: Row) => number | null): Column<Row> => ({
    id,
    header,
    width,
    align: 'end',
    text: (row) => money.format(of(row)),
    sort: of,
  })
  return [
    { id: 'code', header: projectLabels.code, width: 136, text: (row) => row.code },
    { id: 'name', header: projectLabels.name, width: 200, grow: true, text: (row) => row.name },
    {
      id: 'programme',
      header: 'Chương trình',
      width: 100,
      hidden: true,
      text: (row) => programmeLabels[row.programme].short,
    },
    { id: 'status', header: projectLabels.status, width: 166, text: (row) => projectStatusLabels[row.status] },
    moneyColumn('support', 'Hỗ trợ', (row) => row.support),
    moneyColumn('received', settlementLabels.received, (row) => row.balance.received),
    {
      ...moneyColumn(
        'settled',
        'Quyết toán',
        (row) => row.approved ?? (row.filedOn === null && row.asked === 0 ? null : row.asked),
      ),
      title: (row) => (row.approved === null ? settlementLabels.asked : settlementLabels.approved),
    },
    moneyColumn('left', 'Còn lại', (row) => (dueKnown(row) ? row.balance.toPay - row.balance.toRecover : null)),
    {
      id: 'accepted',
      header: 'Nghiệm thu cuối',
      width: 120,
      hidden: true,
      text: (row) => (row.lastAcceptedOn === null ? '' : formatDate(row.lastAcceptedOn)),
      sort: (row) => row.lastAcceptedOn,
    },
    {
      id: 'due',
      header: 'Hồ sơ',
      width: 140,
      text: dueWords,
      title: (row) => (row.settleBy === null ? '' : `${settlementLabels.settleBy}: ${formatDate(row.settleBy)}`),
      sort: (row) => row.fileBy,
    },
  ]
}
