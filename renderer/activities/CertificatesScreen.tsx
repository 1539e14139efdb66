// Certificates of all rounds: which hold, which end soon, which have ended; printed and written as a workbook.
import { useMemo } from 'react'
import type { CertificateRow } from '../../shared/contract/activities'
import {
  type CertificateState,
  certificateStates,
  type ProductGroup,
  productGroups,
  type VoteLevel,
  voteLevels,
} from '../../shared/domain/productVotes'
import { certificateStateLabels, labels, productGroupLabels, voteLabels, voteLevelLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { useRegister } from '../execution/useRegister'
import { bringPastedList } from '../imports/pastedList'
import styles from './Activities.module.css'
import { certificateColumns } from './certificateColumns'

const columns: readonly Column<CertificateRow>[] = certificateColumns.map((column) =>
  column.id === 'state'
    ? {
        ...column,
        cell: (row) => (
          <span className={row.state === 'expired' || row.state === 'expiring' ? styles[row.state] : ''}>
            {certificateStateLabels[row.state]}
          </span>
        ),
      }
    : column,
)

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
            <>
              <p>
                Chưa có giấy chứng nhận nào. Ghi kết quả và số giấy cho từng sản phẩm ở mục “{voteLabels.many}”, hoặc
                nhập danh sách cũ từ Excel.
              </p>
              <Button kind="primary" onClick={() => void navigate(paths.votes)}>
                {voteLabels.many}
              </Button>
            </>
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
        summary={`${labels.total}: ${formatInteger(rows.length)} giấy · còn hạn ${formatInteger(of('valid'))} · sắp hết hạn ${formatInteger(of('expiring'))} · hết hạn ${formatInteger(of('expired'))}`}
      />
      {dialog}
    </div>
  )
}
