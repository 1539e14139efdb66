// Tổng hợp nhiều đơn vị: the tables kept, and the way to a new one.
import { supportOf } from '../../shared/domain/money'
import { labels as common, consolidationLabels as labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Consolidation.module.css'

type Row = CallOutput<'consolidation.list'>[number]

const add = () => void navigate(paths.newConsolidation)

export function ConsolidationsScreen() {
  const money = useMoney()
  const list = useQueryCall('consolidation.list', {})
  useShortcuts({ 'Ctrl+N': add })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const columns: readonly Column<Row>[] = [
    { id: 'name', header: labels.name, width: 280, grow: true, text: (row) => row.name },
    { id: 'year', header: labels.year, width: 70, text: (row) => (row.year === null ? '' : String(row.year)) },
    { id: 'files', header: labels.fileCount, width: 80, align: 'end', text: (row) => String(row.files) },
    { id: 'provinces', header: labels.provinceCount, width: 80, align: 'end', text: (row) => String(row.provinces) },
    { id: 'projects', header: labels.projects, width: 90, align: 'end', text: (row) => String(row.projects) },
    {
      id: 'planned',
      header: labels.planned,
      width: 130,
      align: 'end',
      text: (row) => money.format(supportOf(row.planned)),
      sort: (row) => supportOf(row.planned),
    },
    {
      id: 'done',
      header: labels.done,
      width: 130,
      align: 'end',
      text: (row) => (row.done === null ? '' : money.format(supportOf(row.done))),
      sort: (row) => (row.done === null ? null : supportOf(row.done)),
    },
    {
      id: 'savedOn',
      header: labels.savedOn,
      width: 110,
      text: (row) => formatDate(row.savedOn),
      sort: (row) => row.savedOn,
    },
    { id: 'note', header: common.note, width: 180, text: (row) => row.note },
  ]
  return (
    <div className={styles.screen}>
      <PageHeader
        title={labels.many}
        detail="Bảng chung của vùng, lập từ gói số liệu hoặc sổ kế hoạch của nhiều đơn vị"
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {labels.new}
          </Button>
        }
      />
      <DataTable
        name="consolidations"
        label={labels.many}
        columns={columns}
        rows={list.data ?? []}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.consolidation(row.id))}
        empty={
          list.isPending ? (
            common.loading
          ) : (
            <>
              <p>
                Chưa lưu bảng tổng hợp nào.
                <br />
                Chọn các gói số liệu đã nhận của nhiều đơn vị; chương trình cộng theo tỉnh, nội dung, nguồn và hỏi lại
                những chỗ trùng, khác năm, khác loại hoặc đã bị sửa.
              </p>
              <Button kind="primary" onClick={add}>
                {labels.new}
              </Button>
            </>
          )
        }
      />
    </div>
  )
}
