// Gói gửi cấp trên of the year in hand: what was sent when to whom, given back as it went out, recalled with a reason.
import { useState } from 'react'
import type { SentPackage } from '../../shared/contract/packages'
import { supportOf } from '../../shared/domain/money'
import { labels as common, packageLabels as labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { useMoney } from '../app/moneyUnit'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Consolidation.module.css'
import { PackageDialog } from './PackageDialog'
import { figuresWords, stateWords } from './packageWords'
import { SendPackageDialog } from './SendPackageDialog'

export function PackagesScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [open, setOpen] = useState<number | null>(null)
  const [sending, setSending] = useState(false)
  const list = useQueryCall('packages.list', { year })
  useShortcuts({ 'Ctrl+N': () => setSending(true) })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data ?? []
  const columns: readonly Column<SentPackage>[] = [
    { id: 'number', header: labels.number, width: 90, text: (row) => row.number },
    {
      id: 'sentOn',
      header: labels.sentOn,
      width: 105,
      text: (row) => formatDate(row.sentOn),
      sort: (row) => row.sentOn,
    },
    { id: 'recipient', header: labels.recipient, width: 210, grow: true, text: (row) => row.recipient },
    { id: 'figures', header: labels.figures, width: 250, text: figuresWords },
    { id: 'projects', header: labels.projects, width: 85, align: 'end', text: (row) => String(row.projects) },
    {
      id: 'planned',
      header: labels.planned,
      width: 110,
      align: 'end',
      text: (row) => money.format(supportOf(row.planned)),
      title: (row) => `${formatMoney(supportOf(row.planned))} đồng`,
      sort: (row) => supportOf(row.planned),
    },
    {
      id: 'done',
      header: labels.doneShort,
      width: 110,
      align: 'end',
      text: (row) => (row.done === null ? '' : money.format(supportOf(row.done))),
      sort: (row) => (row.done === null ? null : supportOf(row.done)),
    },
    { id: 'state', header: labels.state, width: 230, text: stateWords },
    { id: 'checksum', header: labels.checksum, width: 160, text: (row) => row.checksum, hidden: true },
  ]
  const shown = rows.find((row) => row.id === open) ?? null
  return (
    <div className={styles.screen}>
      <PageHeader
        title={labels.many}
        detail={`Số liệu năm ${year}: kế hoạch và kết quả gửi Cục, Sở; nơi nhận tổng hợp được ngay`}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={() => setSending(true)}>
            {labels.make}
          </Button>
        }
      />
      <DataTable
        name="packages"
        label={labels.many}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        empty={
          list.isPending ? (
            common.loading
          ) : (
            <>
              <p>
                Chưa gửi gói số liệu nào của năm {year}.
                <br />
                Gói là một tệp Excel: người đọc được các bảng, chương trình nơi nhận đọc được số liệu kèm mã kiểm tra.
                Tệp đã gửi được giữ lại đúng từng byte.
              </p>
              <Button kind="primary" onClick={() => setSending(true)}>
                {labels.make}
              </Button>
            </>
          )
        }
        summary={rows.length === 0 ? undefined : 'Enter hoặc bấm đúp để lấy lại tệp đã gửi hoặc thu hồi gói.'}
      />
      {sending && (
        <SendPackageDialog
          year={year}
          onClose={() => setSending(false)}
          onSent={(id) => {
            setSending(false)
            setOpen(id)
          }}
        />
      )}
      {shown !== null && <PackageDialog sent={shown} onClose={() => setOpen(null)} />}
    </div>
  )
}
