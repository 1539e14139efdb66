// Certificates of all rounds: which hold, which end soon, which have ended; printed and written as a workbook.
import { useMemo } from 'react'
import type { CertificateRow } from '../../shared/contract/activities'
import {
  type CertificateState,
  certificateStates,
  type ProductGroup,
  pointsText,
  productGroups,
  type VoteLevel,
  voteLevels,
} from '../../shared/domain/productVotes'
import { certificateStateLabels, labels, productGroupLabels, voteLabels, voteLevelLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { useRegister } from '../execution/useRegister'
import { bringPastedList } from '../imports/pastedList'
import styles from './Activities.module.css'

const columns: readonly Column<CertificateRow>[] = [
  { id: 'name', header: voteLabels.product, width: 190, grow: true, text: (row) => row.name },
  { id: 'owner', header: voteLabels.owner, width: 190, text: (row) => row.owner },
  { id: 'group', header: voteLabels.group, width: 190, hidden: true, text: (row) => productGroupLabels[row.group] },
  {
    id: 'level',
    header: voteLabels.level,
    width: 110,
    text: (row) => voteLevelLabels[row.level],
    sort: (row) => voteLevels.indexOf(row.level),
  },
  { id: 'year', header: labels.year, width: 64, text: (row) => String(row.year), sort: (row) => row.year },
  {
    id: 'points',
    header: voteLabels.points,
    width: 70,
    align: 'end',
    text: (row) => (row.points === null ? '' : pointsText(row.points)),
    sort: (row) => row.points,
  },
  { id: 'number', header: 'Số giấy', width: 110, text: (row) => row.number },
  {
    id: 'date',
    header: voteLabels.certificateDate,
    width: 100,
    text: (row) => (row.date === null ? '' : formatDate(row.date)),
    sort: (row) => row.date,
  },
  {
    id: 'validUntil',
    header: voteLabels.validUntil,
    width: 120,
    text: (row) => (row.validUntil === null ? '' : formatDate(row.validUntil)),
    sort: (row) => row.validUntil,
  },
  {
    id: 'state',
    header: voteLabels.state,
    width: 120,
    text: (row) => certificateStateLabels[row.state],
    cell: (row) => (
      <span className={row.state === 'expired' || row.state === 'expiring' ? styles[row.state] : ''}>
        {certificateStateLabels[row.state]}
      </span>
    ),
  },
]

export function CertificatesScreen() {
  const [state, setState] = useKeptState<CertificateState | null>('certificates.state', null)
  const [level, setLevel] = useKeptState<VoteLevel | null>('certificates.level', null)
  const [group, setGroup] = useKeptState<ProductGroup | null>('certificates.group', null)
  const [text, setText] = useKeptState('certificates.text', '')
  const list = useQueryCall(
    'activities.certificates',
    { state, level, group, text: text.trim().slice(0, 200) },
    { keepPrevious: true },
  )
  const { exportAs, dialog } = useRegister('certificates', null)
  const rows = useMemo(() => list.data?.rows ?? [], [list.data])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const of = (wanted: CertificateState) => rows.filter((row) => row.state === wanted).length
  const filtered = state !== null || level !== null || group !== null || text.trim() !== ''
  return (
    <div className={styles.screen}>
      <PageHeader
        title={voteLabels.certificates}
        detail={`Sản phẩm CNNT tiêu biểu · báo trước ${list.data?.warnDaysBefore ?? ''} ngày khi sắp hết hạn`}
        onPrint={() => void exportAs('pdf')}
        onExport={() => void exportAs('xlsx')}
      />
      <DataTable
        name="certificates"
        label={voteLabels.certificates}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onPasteRows={(text, headings) => bringPastedList(text, 'certificates', headings)}
        onOpen={(row) => void navigate(paths.voteRound(row.roundId))}
        empty={
          list.isPending ? (
            labels.loading
          ) : filtered ? (
            <p>Không có giấy chứng nhận nào như vậy. Hãy bỏ bớt điều kiện lọc.</p>
          ) : (
            <p>
              Chưa có giấy chứng nhận nào. Ghi kết quả và số giấy cho từng sản phẩm ở mục “{voteLabels.many}”, hoặc nhập
              danh sách cũ từ Excel.
            </p>
          )
        }
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Sản phẩm, cơ sở, số giấy (không cần dấu)"
              value={text}
              onChange={setText}
            />
            <FilterSelect
              label={voteLabels.state}
              value={state}
              options={optionsOf(certificateStates, certificateStateLabels)}
              onChange={setState}
            />
            <FilterSelect
              label={voteLabels.level}
              value={level}
              options={optionsOf(voteLevels, voteLevelLabels)}
              onChange={setLevel}
            />
            <FilterSelect
              label={voteLabels.group}
              value={group}
              options={optionsOf(productGroups, productGroupLabels)}
              onChange={setGroup}
            />
          </>
        }
        summary={`${labels.total}: ${rows.length} giấy · còn hạn ${of('valid')} · sắp hết hạn ${of('expiring')} · hết hạn ${of('expired')}`}
      />
      {dialog}
    </div>
  )
}
