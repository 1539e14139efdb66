// Kỳ bình chọn sản phẩm CNNT tiêu biểu: all rounds, with what was registered, certified and is about to end.
import { useMemo } from 'react'
import type { VoteRoundRow } from '../../shared/contract/activities'
import { type VoteLevel, voteLevels } from '../../shared/domain/productVotes'
import { labels, voteLabels, voteLevelLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Activities.module.css'

const add = () => void navigate(paths.newVoteRound)

function count(id: keyof VoteRoundRow & string, header: string, width: number): Column<VoteRoundRow> {
  const countIn = (row: VoteRoundRow) => Number(row[id])
  return {
    id,
    header,
    width,
    align: 'end',
    text: (row) => (countIn(row) === 0 ? '' : String(countIn(row))),
    sort: countIn,
  }
}

const columns: readonly Column<VoteRoundRow>[] = [
  { id: 'year', header: labels.year, width: 70, text: (row) => String(row.year), sort: (row) => row.year },
  {
    id: 'level',
    header: voteLabels.level,
    width: 130,
    text: (row) => voteLevelLabels[row.level],
    sort: (row) => voteLevels.indexOf(row.level),
  },
  { id: 'place', header: voteLabels.place, width: 150, grow: true, text: (row) => row.place },
  {
    id: 'decision',
    header: 'Quyết định công nhận',
    width: 240,
    text: (row) =>
      [row.decisionNumber, row.decisionDate === null ? '' : `ngày ${formatDate(row.decisionDate)}`]
        .filter((part) => part !== '')
        .join(' '),
    sort: (row) => row.decisionDate,
  },
  count('registered', voteLabels.registered, 90),
  count('certified', voteLabels.certified, 100),
  count('expiring', voteLabels.expiring, 120),
  count('expired', voteLabels.expired, 90),
]

export function VotesScreen() {
  const [level, setLevel] = useKeptState<VoteLevel | null>('votes.level', null)
  const [text, setText] = useKeptState('votes.text', '')
  const list = useQueryCall('activities.rounds', { level, text: text.trim().slice(0, 200) }, { keepPrevious: true })
  useShortcuts({ 'Ctrl+N': add })
  const rows = useMemo(() => list.data ?? [], [list.data])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const sum = (field: 'registered' | 'certified') => rows.reduce((total, row) => total + row[field], 0)
  return (
    <div className={styles.screen}>
      <PageHeader
        title={voteLabels.many}
        detail="Sản phẩm công nghiệp nông thôn tiêu biểu: cấp xã, tỉnh, khu vực, quốc gia"
        actions={<Button onClick={() => void navigate(paths.certificates)}>{voteLabels.certificates}</Button>}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {voteLabels.new}
          </Button>
        }
      />
      <DataTable
        name="votes"
        label={voteLabels.many}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.voteRound(row.id))}
        empty={
          list.isPending ? (
            labels.loading
          ) : level !== null || text.trim() !== '' ? (
            <p>Không có kỳ bình chọn nào như vậy. Hãy bỏ bớt điều kiện lọc.</p>
          ) : (
            <>
              <p>
                Mỗi kỳ bình chọn giữ sản phẩm đăng ký, điểm, kết quả và giấy chứng nhận.
                <br />
                Giấy sắp hết hạn được báo trước; danh sách in được ở mục “{voteLabels.certificates}”.
              </p>
              <Button kind="primary" onClick={add}>
                {voteLabels.new}
              </Button>
            </>
          )
        }
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Sản phẩm, cơ sở, số giấy, quyết định"
              value={text}
              onChange={setText}
            />
            <FilterSelect
              label={voteLabels.level}
              value={level}
              options={optionsOf(voteLevels, voteLevelLabels)}
              onChange={setLevel}
            />
          </>
        }
        summary={`${labels.total}: ${formatInteger(rows.length)} kỳ · ${formatInteger(sum('registered'))} sản phẩm đăng ký · ${formatInteger(sum('certified'))} được công nhận`}
      />
    </div>
  )
}
