// "Lịch sử sửa" in the head of a record's screen: who changed it, when, from what to what.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { historyLabels, labels } from '../../shared/labels'
import { type CallInput, useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { Button } from '../components/Button'
import { QueryProblem } from '../components/StateMessage'
import { ChangesTable } from './ChangesTable'
import styles from './History.module.css'

type RecordWanted = CallInput<'history.ofRecord'>['record']

export function HistoryButton({ record }: { readonly record: RecordWanted }) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button onClick={() => setShown(true)}>{historyLabels.ofRecord}</Button>
      {shown && <HistoryDialog record={record} onClose={() => setShown(false)} />}
    </>
  )
}

const aPage = 20

function HistoryDialog({ record, onClose }: { readonly record: RecordWanted; readonly onClose: () => void }) {
  const [limit, setLimit] = useState(aPage)
  const history = useQueryCall('history.ofRecord', { record, limit }, { keepPrevious: true })
  const { data } = history
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1000px, calc(100vw - 48px))"
      title={`${historyLabels.ofRecord}${data === undefined || data.title === '' ? '' : `: ${data.title}`}`}
      transitionProps={{ duration: 0 }}
    >
      {history.error !== null && <QueryProblem error={history.error} retry={() => void history.refetch()} />}
      {data === undefined && history.error === null && <p>{labels.loading}</p>}
      {data?.entries.length === 0 && <p className={styles.none}>Chưa có việc nào được ghi cho bản ghi này.</p>}
      {data?.entries.map((entry) => (
        <section key={entry.commandId} className={styles.entry} aria-label={entry.what}>
          <h3>
            {entry.what}
            {entry.takenBack && ` – ${historyLabels.undone.toLocaleLowerCase('vi')}`}
          </h3>
          <p className={styles.who}>
            {localTime(entry.at)} · {entry.person === '' ? 'không rõ tên' : entry.person}
          </p>
          <ChangesTable changes={entry.changes} />
        </section>
      ))}
      {data !== undefined && data.total > data.entries.length && (
        <div className={styles.more}>
          <Button busy={history.isFetching} onClick={() => setLimit(Math.min(limit + aPage, 200))}>
            Xem thêm ({data.total - data.entries.length} việc cũ hơn)
          </Button>
        </div>
      )}
    </Modal>
  )
}
