// Thùng rác: what was deleted and by whom; one press brings a record back.
import { historyLabels, labels } from '../../shared/labels'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { DataTable } from '../components/DataTable'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'

type Deleted = CallOutput<'history.bin'>[number]

export function Bin() {
  const bin = useQueryCall('history.bin', {})
  const restore = useCommandCall('history.restore')
  if (bin.error !== null) return <QueryProblem error={bin.error} retry={() => void bin.refetch()} />

  async function bringBack(row: Deleted): Promise<void> {
    const sure = await askUser({
      title: `Khôi phục ${row.title}?`,
      text: 'Bản ghi trở lại với mọi phần và tệp đính kèm của nó, như trước khi xóa. Những bản ghi khác giữ nguyên như hiện nay.',
      yes: 'Khôi phục',
    })
    if (!sure) return
    try {
      await restore.mutateAsync({ commandId: row.commandId })
      notifyDone(`Đã khôi phục ${row.title}.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  const rows = bin.data ?? []
  return (
    <DataTable
      name="bin"
      label={historyLabels.bin}
      columns={columns}
      rows={rows}
      total={rows.length}
      rowKey={(row) => row.commandId}
      onOpen={(row) => void bringBack(row)}
      empty={
        bin.isPending ? (
          labels.loading
        ) : (
          <p>Thùng rác trống. Cơ sở, đề án, nhu cầu, giấy tờ, tệp đính kèm đã xóa sẽ nằm ở đây để lấy lại.</p>
        )
      }
      summary={rows.length > 0 && 'Nhấn Enter hoặc nhấp đúp vào một dòng để khôi phục.'}
    />
  )
}

const columns: readonly Column<Deleted>[] = [
  { id: 'kind', header: 'Loại', width: 150, text: (row) => row.kind },
  { id: 'title', header: 'Tên', width: 360, grow: true, text: (row) => row.title },
  { id: 'at', header: 'Xóa lúc', width: 150, text: (row) => localTime(row.at), sort: (row) => row.at },
  { id: 'person', header: 'Người xóa', width: 170, text: (row) => row.person },
]
