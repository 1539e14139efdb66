// Văn bản đi of the year in hand: every number given, what went out under it, and what was cancelled and why.
import { useState } from 'react'
import type { OutgoingState } from '../../shared/contract/archive'
import { labels, menuLabels, outgoingLabels, planName } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { FilterSearch } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { PdfDialog } from '../documents/PdfDialog'
import styles from './Archive.module.css'
import { CancelDialog } from './CancelDialog'

export function OutgoingScreen() {
  const { year } = useYear()
  const [text, setText] = useKeptState('outgoing.text', '')
  const [shown, setShown] = useState<OutgoingState | null>(null)
  const [cancelling, setCancelling] = useState<OutgoingState | null>(null)
  const list = useQueryCall('archive.outgoing', { year, text: text.trim().slice(0, 200) }, { keepPrevious: true })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data?.rows ?? []
  return (
    <div className={styles.screen}>
      <PageHeader title={menuLabels.outgoing} detail={`Đã cấp số trong năm ${year}`} />
      <DataTable
        name="outgoing"
        label={menuLabels.outgoing}
        columns={columns}
        rows={rows}
        total={list.data?.total ?? 0}
        rowKey={(row) => row.id}
        onOpen={setShown}
        empty={
          list.isPending ? (
            labels.loading
          ) : text.trim() !== '' ? (
            <p>Không có văn bản nào như vậy.</p>
          ) : (
            <>
              <p>
                Chưa phát hành văn bản nào trong năm {year}.
                <br />
                Mở một đề án hoặc kế hoạch năm, bấm {labels.print} (Ctrl+P), rồi chọn “{outgoingLabels.issue}” để cấp số
                và giữ bản gốc.
              </p>
              <Button kind="primary" onClick={() => void navigate(paths.projects)}>
                Mở danh sách đề án
              </Button>
            </>
          )
        }
        toolbar={
          <FilterSearch
            label="Tìm trong danh sách"
            placeholder="Tìm trong danh sách (không cần dấu)"
            value={text}
            onChange={setText}
          />
        }
      />
      {shown !== null && cancelling === null && (
        <IssuedPaper paper={shown} onCancel={() => setCancelling(shown)} onClose={() => setShown(null)} />
      )}
      {cancelling !== null && (
        <CancelDialog
          paper={cancelling}
          onClose={() => {
            setCancelling(null)
            setShown(null)
          }}
        />
      )}
    </div>
  )
}

interface IssuedPaperProps {
  readonly paper: OutgoingState
  readonly onCancel: () => void
  readonly onClose: () => void
}

/** The very file that went out. */
function IssuedPaper({ paper, onCancel, onClose }: IssuedPaperProps) {
  const file = useQueryCall('archive.issuedFile', { id: paper.id })
  return (
    <PdfDialog
      title={`Số ${paper.fullNumber} ngày ${formatDate(paper.date)} – ${paper.title}`}
      file={file.data}
      waiting={file.isFetching}
      error={file.error}
      onClose={onClose}
      moreButtons={
        paper.cancelledOn === null ? (
          <Button kind="danger" onClick={onCancel}>
            {outgoingLabels.cancel}
          </Button>
        ) : (
          <p>
            {outgoingLabels.cancelled} ngày {formatDate(paper.cancelledOn)}: {paper.cancelledReason}
          </p>
        )
      }
    />
  )
}

const columns: readonly Column<OutgoingState>[] = [
  {
    id: 'number',
    header: outgoingLabels.fullNumber,
    width: 130,
    text: (row) => row.fullNumber,
    sort: (row) => `${row.symbol} ${row.number}`,
  },
  {
    id: 'date',
    header: outgoingLabels.date,
    width: 110,
    text: (row) => formatDate(row.date),
    sort: (row) => row.date,
  },
  { id: 'title', header: outgoingLabels.paper, width: 300, grow: true, text: (row) => row.title },
  {
    id: 'subject',
    header: outgoingLabels.subject,
    width: 175,
    text: (row) => row.project?.code ?? (row.plan === null ? '' : planName(row.plan)),
  },
  { id: 'signer', header: outgoingLabels.signer, width: 150, text: (row) => row.signer },
  { id: 'recipients', header: outgoingLabels.recipients, width: 150, text: (row) => row.recipients },
  {
    id: 'state',
    header: outgoingLabels.state,
    width: 180,
    text: (row) =>
      row.cancelledOn === null ? outgoingLabels.issued : `${outgoingLabels.cancelled}: ${row.cancelledReason}`,
  },
]
