// The journal of a period as a list; each piece of work opens with its changes and can be taken back from there.

import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryEntry } from '../../shared/contract/history'
import { historyLabels, labels } from '../../shared/labels'
import { addDays, formatDate, type PlainDate, parseDate } from '../../shared/vietnamese/dates'
import { runQuery, useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { today } from '../app/today'
import { undoWork } from '../app/undo'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { inputClass } from '../components/Field'
import { FilterSearch } from '../components/filters'
import { notifyProblem } from '../components/notices'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { saveFile } from '../documents/fileOut'
import { ChangesTable } from './ChangesTable'
import styles from './History.module.css'

const { journalColumns: heads } = historyLabels
const daysAtFirst = 30
const mostRows = 500

export function Journal() {
  const [period, setPeriod] = useState({ from: addDays(today(), -daysAtFirst), to: today() })
  const [person, setPerson] = useState('')
  const [shown, setShown] = useState<HistoryEntry | null>(null)
  const journal = useQueryCall(
    'history.journal',
    { ...period, person: person.trim().slice(0, 100), limit: mostRows },
    { keepPrevious: true },
  )
  if (journal.error !== null) return <QueryProblem error={journal.error} retry={() => void journal.refetch()} />

  async function exportAs(format: 'xlsx' | 'csv'): Promise<void> {
    try {
      await saveFile(await runQuery('history.export', { ...period, format }))
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <>
      <DataTable
        name="journal"
        label={historyLabels.journal}
        columns={columns}
        rows={journal.data?.entries ?? []}
        total={journal.data?.total ?? 0}
        rowKey={(row) => row.commandId}
        onOpen={setShown}
        empty={journal.isPending ? labels.loading : <p>Không có việc nào trong khoảng ngày này.</p>}
        toolbar={
          <>
            <Period period={period} onChange={setPeriod} />
            <FilterSearch
              label="Tìm theo người làm"
              placeholder="Người làm (không cần dấu)"
              value={person}
              onChange={setPerson}
            />
            <Button onClick={() => void exportAs('xlsx')}>{labels.exportExcel}</Button>
            <Button onClick={() => void exportAs('csv')}>Xuất CSV</Button>
          </>
        }
      />
      {shown !== null && <WorkDialog entry={shown} onClose={() => setShown(null)} />}
    </>
  )
}

interface PeriodProps {
  readonly period: { readonly from: PlainDate; readonly to: PlainDate }
  readonly onChange: (period: { from: PlainDate; to: PlainDate }) => void
}

function Period({ period, onChange }: PeriodProps) {
  const box = (which: 'from' | 'to', label: string) => (
    <input
      key={period[which]}
      className={inputClass}
      aria-label={label}
      placeholder="ngày/tháng/năm"
      autoComplete="off"
      defaultValue={formatDate(period[which])}
      onBlur={(event) => {
        const parsed = parseDate(event.currentTarget.value)
        if (parsed.kind === 'value' && parsed.date !== period[which]) onChange({ ...period, [which]: parsed.date })
        else event.currentTarget.value = formatDate(period[which])
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
      }}
    />
  )
  return (
    <span className={styles.period}>
      Từ {box('from', 'Từ ngày')} đến {box('to', 'Đến ngày')}
    </span>
  )
}

function WorkDialog({ entry, onClose }: { readonly entry: HistoryEntry; readonly onClose: () => void }) {
  const work = useQueryCall('history.changes', { commandId: entry.commandId })
  const client = useQueryClient()
  const possible = entry.refusal === null && !entry.takenBack
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1000px, calc(100vw - 48px))"
      title={entry.what}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.who}>
        {localTime(entry.at)} · {entry.person} · {entry.host}
      </p>
      {work.error !== null && <QueryProblem error={work.error} retry={() => void work.refetch()} />}
      {work.data !== undefined && <ChangesTable changes={work.data.changes} />}
      {work.data?.more === true && <p className={styles.none}>Còn nữa; xuất ra Excel để xem hết.</p>}
      {entry.takenBack && <p>{historyLabels.undone}.</p>}
      {entry.refusal !== null && entry.refusal !== '' && <p className={styles.none}>{entry.refusal}</p>}
      <div className={dialogStyles.buttons}>
        {possible && (
          <Button
            onClick={() => {
              onClose()
              void undoWork(client, entry.commandId)
            }}
          >
            {historyLabels.undoThis}
          </Button>
        )}
        <Button kind="primary" onClick={onClose} data-autofocus>
          {labels.close}
        </Button>
      </div>
    </Modal>
  )
}

const columns: readonly Column<HistoryEntry>[] = [
  { id: 'at', header: heads.at, width: 150, text: (row) => localTime(row.at), sort: (row) => row.at },
  { id: 'person', header: heads.person, width: 170, text: (row) => row.person },
  { id: 'what', header: heads.what, width: 360, grow: true, text: (row) => row.what },
  {
    id: 'state',
    header: 'Tình trạng',
    width: 120,
    text: (row) => (row.takenBack ? historyLabels.undone : ''),
  },
  { id: 'host', header: heads.host, width: 130, text: (row) => row.host },
]
