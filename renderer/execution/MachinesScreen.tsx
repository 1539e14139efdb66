// The register of machines supported: whose, which number, since when, and whether the last visit still found it in use.
import { useMemo } from 'react'
import { acceptanceLabels, executionLabels, labels, projectLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { DataTable } from '../components/DataTable'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Execution.module.css'
import { useRegister } from './useRegister'

type Row = CallOutput<'execution.machines'>[number]

const yearOptions = [{ value: 'year', label: 'Năm đang chọn' }] as const

export function MachinesScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [text, setText] = useKeptState('machines.text', '')
  const [of, setOf] = useKeptState<'year' | null>('machines.year', null)
  const list = useQueryCall(
    'execution.machines',
    { year: of === null ? null : year, text: text.trim().slice(0, 200) },
    { keepPrevious: true },
  )
  const columns = useMemo(() => columnsFor(money), [money])
  const { exportAs, dialog } = useRegister('machines', of === null ? null : year)
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data ?? []
  return (
    <div className={styles.screen}>
      <PageHeader
        title={executionLabels.machines}
        detail="Máy móc, thiết bị của những lần nghiệm thu đạt"
        onPrint={() => void exportAs('pdf')}
        onExport={() => void exportAs('xlsx')}
      />
      <DataTable
        name="machines"
        label={executionLabels.machines}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.project(row.projectId))}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <p>Chưa có máy nào. Máy ghi ở biên bản nghiệm thu, khi kết luận đạt thì vào danh sách này.</p>
          )
        }
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Tên máy, số máy, cơ sở (không cần dấu)"
              value={text}
              onChange={setText}
            />
            <FilterSelect label="Năm" value={of} options={yearOptions} onChange={setOf} />
          </>
        }
        summary={`${labels.total}: ${rows.length} dòng máy · giá trị ${money.format(rows.reduce((sum, row) => sum + (row.amount ?? 0), 0))} ${money.label}`}
      />
      {dialog}
    </div>
  )
}

export function seenWords({ seen }: Pick<Row, 'seen'>): string {
  if (seen === null) return 'Chưa kiểm tra'
  const state = !seen.present ? 'không còn' : seen.inUse ? 'đang dùng' : 'còn, không dùng'
  return `${formatDate(seen.on)}: ${state}`
}

function columnsFor(money: Money): Column<Row>[] {
  return [
    { id: 'name', header: acceptanceLabels.machineName, width: 200, grow: true, text: (row) => row.name },
    {
      id: 'specification',
      header: acceptanceLabels.specification,
      width: 150,
      hidden: true,
      text: (row) => row.specification,
    },
    { id: 'serial', header: acceptanceLabels.serial, width: 120, text: (row) => row.serial },
    { id: 'origin', header: acceptanceLabels.origin, width: 90, hidden: true, text: (row) => row.origin },
    {
      id: 'quantity',
      header: 'SL',
      width: 56,
      align: 'end',
      text: (row) => (row.quantity === null ? '' : formatDecimal({ units: BigInt(row.quantity), scale: 3 }, 3)),
      sort: (row) => row.quantity,
    },
    {
      id: 'amount',
      header: `Giá trị, ${money.label}`,
      width: 150,
      align: 'end',
      text: (row) => money.format(row.amount),
      sort: (row) => row.amount,
    },
    { id: 'beneficiary', header: 'Cơ sở', width: 170, text: (row) => row.beneficiary },
    { id: 'place', header: 'Địa điểm', width: 160, hidden: true, text: (row) => row.place },
    { id: 'code', header: projectLabels.code, width: 136, text: (row) => row.code },
    {
      id: 'accepted',
      header: 'Nghiệm thu',
      width: 96,
      text: (row) => formatDate(row.acceptedOn),
      sort: (row) => row.acceptedOn,
    },
    { id: 'seen', header: 'Kiểm tra gần nhất', width: 190, text: seenWords, title: (row) => row.seen?.note ?? '' },
  ]
}
