// Kiểm tra sau hỗ trợ of the year in hand: whom to visit, what was found, what is still open.
import { useMemo, useState } from 'react'
import type { InspectionRow } from '../../shared/contract/executionInspection'
import { executionLabels, inspectionKindLabels, inspectionLabels, labels, projectLabels } from '../../shared/labels'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Execution.module.css'
import { NewVisitDialog } from './NewVisitDialog'

type Suggested = CallOutput<'execution.inspections'>['suggested'][number]

const columns: Column<InspectionRow>[] = [
  { id: 'code', header: projectLabels.code, width: 136, text: (row) => row.code },
  { id: 'name', header: projectLabels.name, width: 130, grow: true, text: (row) => row.name },
  { id: 'beneficiary', header: 'Cơ sở', width: 170, text: (row) => row.beneficiary },
  { id: 'kind', header: inspectionLabels.kind, width: 158, text: (row) => inspectionKindLabels[row.kind] },
  {
    id: 'planned',
    header: inspectionLabels.plannedMonth,
    width: 86,
    text: (row) => (row.plannedMonth === null ? '' : formatMonth(row.plannedMonth)),
    sort: (row) => row.plannedMonth,
  },
  {
    id: 'visited',
    header: inspectionLabels.visitedOn,
    width: 116,
    text: (row) => (row.visitedOn === null ? 'Chưa kiểm tra' : formatDate(row.visitedOn)),
    sort: (row) => row.visitedOn,
  },
  {
    id: 'findings',
    header: 'Tồn tại',
    width: 130,
    text: findingWords,
    sort: (row) => row.openFindings,
  },
  {
    id: 'machines',
    header: 'Máy bỏ',
    width: 70,
    align: 'end',
    text: (row) => (row.machinesMissing === 0 ? '' : String(row.machinesMissing)),
    sort: (row) => row.machinesMissing,
  },
  { id: 'jobs', header: 'Lao động', width: 90, align: 'end', text: (row) => changeOf(row, 'jobs') },
  { id: 'revenue', header: 'Doanh thu', width: 90, align: 'end', text: (row) => changeOf(row, 'revenue') },
  { id: 'tax', header: 'Nộp NS', width: 90, align: 'end', hidden: true, text: (row) => changeOf(row, 'taxPaid') },
  {
    id: 'income',
    header: 'Thu nhập',
    width: 90,
    align: 'end',
    hidden: true,
    text: (row) => changeOf(row, 'averageIncome'),
  },
]

function findingWords(row: InspectionRow): string {
  if (row.findings === 0) return ''
  if (row.openFindings === 0) return 'đã khắc phục'
  const late = row.overdueFindings === 0 ? '' : `, ${row.overdueFindings} quá hạn`
  return `còn ${row.openFindings}/${row.findings}${late}`
}

/** "+12 %" against before the support. */
function changeOf(row: InspectionRow, figure: InspectionRow['changes'][number]['figure']): string {
  const percent = row.changes.find((one) => one.figure === figure)?.changePercent ?? null
  if (percent === null) return ''
  const words = (percent / 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  return percent > 0 ? `+${words} %` : `${words} %`
}

export function InspectionScreen() {
  const { year } = useYear()
  const list = useQueryCall('execution.inspections', { year })
  const [adding, setAdding] = useState(false)
  useShortcuts({ 'Ctrl+N': () => setAdding(true) })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data?.rows ?? []
  const visited = rows.filter((row) => row.visitedOn !== null).length
  return (
    <div className={styles.screen}>
      <PageHeader
        title={executionLabels.inspection}
        detail={`Năm ${year} · kế hoạch ${rows.length} lần, đã kiểm tra ${visited}`}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={() => setAdding(true)}>
            Thêm lần kiểm tra
          </Button>
        }
      />
      <Suggestions year={year} suggested={list.data?.suggested ?? []} />
      <DataTable
        name="inspections"
        label={executionLabels.inspection}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.inspection(row.id))}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <EmptyYear
              year={year}
              suggested={list.data?.suggested.length ?? 0}
              otherYears={list.data?.otherYears ?? []}
              onAdd={() => setAdding(true)}
            />
          )
        }
        summary={`${labels.total}: ${rows.length} lần · còn ${rows.reduce((sum, row) => sum + row.openFindings, 0)} tồn tại chưa khắc phục`}
      />
      {adding && <NewVisitDialog year={year} onClose={() => setAdding(false)} />}
    </div>
  )
}

interface EmptyYearProps {
  readonly year: number
  readonly suggested: number
  readonly otherYears: CallOutput<'execution.inspections'>['otherYears']
  readonly onAdd: () => void
}

/** A year without visits: what the list is for, the first step, and the years in which somebody waits. */
function EmptyYear({ year, suggested, otherYears, onAdd }: EmptyYearProps) {
  const { setYear } = useYear()
  return (
    <div className={styles.empty}>
      <p>
        Kế hoạch kiểm tra năm {year} chưa có lần nào. Danh sách này là của riêng từng năm: kiểm tra khi đang thực hiện,
        và đến lại cơ sở một, hai năm sau nghiệm thu xem máy còn dùng không, hiệu quả ra sao.
      </p>
      <p>
        {suggested > 0
          ? `Bước đầu: bấm “Đưa ${suggested} lần vào kế hoạch kiểm tra” ở khung phía trên.`
          : `Không có cơ sở nào nghiệm thu năm ${year - 1} hoặc ${year - 2} còn chờ kiểm tra.`}
      </p>
      {suggested === 0 && <Button onClick={onAdd}>Thêm lần kiểm tra đầu tiên của năm {year}</Button>}
      {otherYears.length > 0 && (
        <ul className={styles.years} aria-label="Năm khác có việc kiểm tra">
          {otherYears.map((one) => (
            <li key={one.year}>
              <Button kind="quiet" onClick={() => setYear(one.year)}>
                Sang năm {one.year}
              </Button>
              {[
                one.suggested === 0 ? '' : `${one.suggested} cơ sở nên đến`,
                one.open === 0 ? '' : `${one.open} lần đã lên kế hoạch, chưa kiểm tra`,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface SuggestionsProps {
  readonly year: number
  readonly suggested: readonly Suggested[]
}

const keyOf = (one: Suggested) => `${one.projectId}-${one.kind}-${one.beneficiary}`

/** Those accepted one and two years ago, all ticked: one press puts them on the plan. */
function Suggestions({ year, suggested }: SuggestionsProps) {
  const plan = useCommandCall('execution.planVisits')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => suggested.filter((one) => !left.has(keyOf(one))), [suggested, left])
  if (suggested.length === 0) return null

  async function take(): Promise<void> {
    try {
      const visits = chosen.map(({ code: _code, name: _name, ...visit }) => visit)
      const { planned } = await plan.mutateAsync({ year, visits })
      setLeft(new Set())
      notifyDone(`Đã đưa ${planned} lần kiểm tra vào kế hoạch năm ${year}.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <section className={styles.waiting} aria-label="Nên kiểm tra trong năm">
      <h2>Nên kiểm tra trong năm {year}</h2>
      <ul className={styles.list}>
        {suggested.map((one) => (
          <li key={keyOf(one)}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(keyOf(one))}
                onChange={(event) => {
                  const next = new Set(left)
                  if (event.currentTarget.checked) next.delete(keyOf(one))
                  else next.add(keyOf(one))
                  setLeft(next)
                }}
              />{' '}
              {one.beneficiary} · {inspectionKindLabels[one.kind].toLowerCase()}, {formatMonth(one.month)}
            </label>
            <span className={styles.soft}>
              {one.code} · {one.name}
            </span>
          </li>
        ))}
      </ul>
      <Button busy={plan.isPending} disabled={chosen.length === 0} onClick={() => void take()}>
        Đưa {chosen.length} lần vào kế hoạch kiểm tra
      </Button>
    </section>
  )
}
