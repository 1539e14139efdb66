// Người dùng: one person without any of it, until names are wanted; then who there is and what each may do.
import { useState } from 'react'
import type { Account } from '../../shared/contract/people'
import { labels, peopleLabels, roleLabels } from '../../shared/labels'
import { useCommandCall, useQueryCall } from '../app/calls'
import { localTime } from '../app/localTime'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { inputClass } from '../components/Field'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { HistoryButton } from '../history/HistoryButton'
import { AccountDialog } from './AccountDialog'
import styles from './people.module.css'
import { SetUpDialog } from './SetUpDialog'
import { TurnOffDialog } from './TurnOffDialog'

type Dialog = 'setUp' | 'new' | 'turnOff' | Account

export function PeopleScreen() {
  const current = useQueryCall('people.current', {})
  const [dialog, setDialog] = useState<Dialog | null>(null)
  if (current.error !== null) return <QueryProblem error={current.error} retry={() => void current.refetch()} />
  if (current.data === undefined) return null
  const close = () => setDialog(null)
  return (
    <div className={styles.screen}>
      {current.data.named ? (
        <Named idleMinutes={current.data.idleMinutes} onDialog={setDialog} />
      ) : (
        <Unnamed onStart={() => setDialog('setUp')} />
      )}
      {dialog === 'setUp' && <SetUpDialog onClose={close} />}
      {dialog === 'turnOff' && <TurnOffDialog onClose={close} />}
      {dialog === 'new' && <AccountDialog account={null} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && <AccountDialog account={dialog} onClose={close} />}
    </div>
  )
}

function Unnamed({ onStart }: { readonly onStart: () => void }) {
  return (
    <>
      <PageHeader title={peopleLabels.many} />
      <StateMessage
        title="Tệp này không đặt tên người dùng"
        actions={
          <Button kind="primary" onClick={onStart}>
            {peopleLabels.setUp}…
          </Button>
        }
      >
        <div className={styles.intro}>
          <p>
            Ai ngồi vào máy cũng làm được mọi việc, và nhật ký ghi tên đăng nhập của máy. Một người dùng một máy thì
            không cần gì thêm.
          </p>
          <p>
            Khi nhiều người dùng chung, có thể đặt tên từng người với mã PIN và quyền: xem, nhập, duyệt, quản trị. Nhật
            ký khi đó ghi đúng tên người làm. Mã PIN giữ cho đúng người đúng việc; nó không mã hóa tệp, nên vẫn phải giữ
            tệp và bản sao lưu ở nơi an toàn.
          </p>
        </div>
      </StateMessage>
    </>
  )
}

interface NamedProps {
  readonly idleMinutes: number
  readonly onDialog: (dialog: Dialog) => void
}

function Named({ idleMinutes, onDialog }: NamedProps) {
  const accounts = useQueryCall('people.accounts', {})
  if (accounts.error !== null)
    return (
      <>
        <PageHeader title={peopleLabels.many} />
        <QueryProblem error={accounts.error} retry={() => void accounts.refetch()} />
      </>
    )
  const rows = accounts.data ?? []
  return (
    <>
      <PageHeader
        title={peopleLabels.many}
        actions={
          <>
            <HistoryButton record={{ kind: 'people' }} />
            <Button onClick={() => onDialog('turnOff')}>{peopleLabels.turnOff}…</Button>
          </>
        }
        primary={
          <Button kind="primary" onClick={() => onDialog('new')}>
            {peopleLabels.add}
          </Button>
        }
      />
      <DataTable
        name="accounts"
        label={peopleLabels.many}
        columns={columns}
        rows={rows}
        total={rows.length}
        rowKey={(row) => row.id}
        onOpen={onDialog}
        empty={labels.loading}
      />
      <IdleTime minutes={idleMinutes} />
    </>
  )
}

function IdleTime({ minutes }: { readonly minutes: number }) {
  const setIdle = useCommandCall('people.setIdle')
  const [typed, setTyped] = useState(String(minutes))
  async function save(): Promise<void> {
    try {
      await setIdle.mutateAsync({ minutes: Number(typed) })
      notifyDone(`Không dùng ${typed} phút thì tự khóa màn hình.`)
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor="idle-minutes">{peopleLabels.idle}</label>
      <input
        id="idle-minutes"
        className={`${inputClass} ${styles.narrow}`}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={minutes}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <span>phút</span>
      <Button type="submit" busy={setIdle.isPending} disabled={Number(typed) === minutes}>
        {labels.save}
      </Button>
    </form>
  )
}

const columns: readonly Column<Account>[] = [
  { id: 'name', header: peopleLabels.name, width: 260, grow: true, text: (row) => row.name },
  { id: 'role', header: peopleLabels.role, width: 140, text: (row) => roleLabels[row.role] },
  {
    id: 'active',
    header: peopleLabels.state,
    width: 140,
    text: (row) => (row.active ? peopleLabels.active : peopleLabels.inactive),
  },
  {
    id: 'last',
    header: peopleLabels.lastSignedIn,
    width: 180,
    text: (row) => (row.lastSignedIn === null ? '' : localTime(row.lastSignedIn)),
    sort: (row) => row.lastSignedIn ?? '',
  },
]
