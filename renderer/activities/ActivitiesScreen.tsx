// Hội chợ, tập huấn, tư vấn, truyền thông of the year in hand: when, where, how many, for how much.
import { useMemo } from 'react'
import type { ActivityRow } from '../../shared/contract/activities'
import { type ActivityKind, activityKinds } from '../../shared/domain/activities'
import { type AmountsBySource, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import { activityKindLabels, activityLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Activities.module.css'

const add = () => void navigate(paths.newActivity)

function whenOf({ startsOn, endsOn }: ActivityRow): string {
  if (startsOn === null) return endsOn === null ? '' : formatDate(endsOn)
  return endsOn === null || endsOn === startsOn
    ? formatDate(startsOn)
    : `${formatDate(startsOn)} – ${formatDate(endsOn)}`
}

export function ActivitiesScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [kind, setKind] = useKeptState<ActivityKind | null>('activities.kind', null)
  const [text, setText] = useKeptState('activities.text', '')
  const list = useQueryCall('activities.list', { year, kind, text: text.trim().slice(0, 200) }, { keepPrevious: true })
  useShortcuts({ 'Ctrl+N': add })
  const columns = useMemo(() => columnsFor(money), [money])
  const rows = useMemo(() => list.data ?? [], [list.data])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const own = sumAmounts(rows.map((row) => row.own))
  return (
    <div className={styles.screen}>
      <PageHeader
        title={activityLabels.many}
        detail={`Năm ${year}`}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {activityLabels.new}
          </Button>
        }
      />
      <DataTable
        name="activities"
        label={activityLabels.many}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.activity(row.id))}
        empty={
          list.isPending ? (
            labels.loading
          ) : kind !== null || text.trim() !== '' ? (
            <p>Không có hoạt động nào như vậy. Hãy bỏ bớt điều kiện lọc.</p>
          ) : (
            <>
              <p>
                Hội chợ, lớp tập huấn, tư vấn, chuyến tham quan, tin bài của năm {year} ghi ở đây để có trong báo cáo.
                <br />
                Hoạt động nằm trong một đề án thì ghi tên đề án, kinh phí không bị tính hai lần.
              </p>
              <Button kind="primary" onClick={add}>
                {activityLabels.new}
              </Button>
            </>
          )
        }
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Tên, nơi, cơ sở tham gia (không cần dấu)"
              value={text}
              onChange={setText}
            />
            <FilterSelect
              label={activityLabels.kind}
              value={kind}
              options={optionsOf(activityKinds, activityKindLabels)}
              onChange={setKind}
            />
          </>
        }
        summary={`${labels.total}: ${formatInteger(rows.length)} hoạt động · kinh phí ngoài đề án ${money.format(totalOf(own))} ${money.label}, khuyến công ${money.format(supportOf(own))}`}
      />
    </div>
  )
}

function columnsFor(money: Money): Column<ActivityRow>[] {
  const count = (id: 'participants' | 'establishments' | 'booths' | 'items', header: string): Column<ActivityRow> => ({
    id,
    header,
    width: 90,
    align: 'end',
    hidden: id === 'items',
    text: (row) => (row[id] === null ? '' : formatInteger(row[id])),
    sort: (row) => row[id],
    ...(id === 'establishments' ? { title: (row: ActivityRow) => row.warnings.join('\n') } : {}),
  })
  const sumColumn = (id: string, header: string, of: (amounts: AmountsBySource) => number): Column<ActivityRow> => ({
    id,
    header: `${header}, ${money.label}`,
    width: 160,
    align: 'end',
    text: (row) => (row.project === null ? money.format(of(row.own)) : activityLabels.inProject),
    title: (row) =>
      `${formatMoney(of(row.amounts))} đồng${row.project === null ? '' : `, ${activityLabels.inProject} ${row.project.code}`}`,
    sort: (row) => of(row.own),
  })
  return [
    { id: 'name', header: activityLabels.name, width: 210, grow: true, text: (row) => row.name },
    { id: 'kind', header: activityLabels.kind, width: 190, text: (row) => activityKindLabels[row.kind] },
    { id: 'when', header: 'Thời gian', width: 190, text: whenOf, sort: (row) => row.startsOn ?? row.endsOn },
    { id: 'place', header: activityLabels.place, width: 120, text: (row) => row.place },
    count('participants', 'Số người'),
    count('establishments', 'Số cơ sở'),
    count('booths', 'Gian hàng'),
    count('items', 'Tin bài, ấn phẩm'),
    sumColumn('total', 'Kinh phí', totalOf),
    { ...sumColumn('support', 'Khuyến công', supportOf), hidden: true },
    { id: 'project', header: activityLabels.project, width: 140, hidden: true, text: (row) => row.project?.code ?? '' },
  ]
}
