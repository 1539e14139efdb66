// Thiết lập › Sao lưu và an toàn dữ liệu: how safe the file is, every backup with the way back to it, checks at a press.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../shared/contract/safety'
import { safetyLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, refreshAfter, runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { SupportSection } from '../support/SupportSection'
import { BackupTable } from './BackupTable'
import { PurgeDialog } from './PurgeDialog'
import styles from './Safety.module.css'
import { BackUpDialog, CheckDialog } from './SafetyDialogs'
import { SecondPlace } from './SecondPlace'
import { timeWords } from './safetyWords'
import { useRestore } from './useRestore'

export function SafetyScreen() {
  const client = useQueryClient()
  const status = useQueryCall('safety.status', {})
  const list = useQueryCall('safety.backups', {})
  const remove = useCommandCall('safety.removeBackup')
  const { busy, restore } = useRestore()
  const [backingUp, setBackingUp] = useState(false)
  const [purging, setPurging] = useState(false)
  const [checking, setChecking] = useState(false)
  const [result, setResult] = useState<CallOutput<'safety.check'> | null>(null)
  const error = status.error ?? list.error
  if (error !== null) return <QueryProblem error={error} retry={() => void refreshAfter(client, 'safety.backUp')} />
  if (status.data === undefined || list.data === undefined) return null
  const { newest, checkedOn, lastProblem, secondPlace } = status.data

  async function check(): Promise<void> {
    setChecking(true)
    try {
      setResult(await runQuery('safety.check', {}))
      await refreshAfter(client, 'safety.backUp')
    } catch (problem) {
      notifyProblem(problem)
    } finally {
      setChecking(false)
    }
  }

  async function removeOne(backup: Backup): Promise<void> {
    const yes = await askUser({
      title: 'Xóa bản sao lưu',
      text: `Bản ${timeWords(backup.takenAt)} sẽ bị xóa hẳn khỏi ổ đĩa, không lấy lại được.`,
      yes: 'Xóa bản này',
      destroys: true,
    })
    if (!yes) return
    try {
      await remove.mutateAsync({ fileName: backup.fileName })
      notifyDone('Đã xóa bản sao lưu.')
    } catch (problem) {
      notifyProblem(problem)
    }
  }

  return (
    <div className={styles.screen}>
      <PageHeader
        title={safetyLabels.screen}
        detail="Chương trình tự sao lưu đầu ngày, 15 phút một lần khi làm việc, khi đóng tệp và trước việc lớn."
        actions={
          <>
            <Button onClick={() => setPurging(true)}>{safetyLabels.purge}…</Button>
            <Button busy={checking} onClick={() => void check()}>
              {safetyLabels.check}
            </Button>
          </>
        }
        primary={
          <Button kind="primary" onClick={() => setBackingUp(true)}>
            {safetyLabels.backUp}
          </Button>
        }
      />
      <div className={styles.body}>
        <dl className={styles.facts}>
          <dt>{safetyLabels.lastBackup}</dt>
          <dd>
            <span>{newest === null ? 'Chưa có' : timeWords(newest.takenAt)}</span>
            {lastProblem !== null && <span className={styles.problem}>Lần sau đó không thành: {lastProblem}</span>}
          </dd>
          <dt>{safetyLabels.folder}</dt>
          <dd>{status.data.folder}</dd>
          <dt>{safetyLabels.secondPlace}</dt>
          <dd>
            <SecondPlace place={secondPlace} />
          </dd>
          <dt>{safetyLabels.checkedOn}</dt>
          <dd>{checkedOn === null ? 'Chưa kiểm tra' : `${formatDate(checkedOn)}, không thấy hỏng`}</dd>
        </dl>
        {list.data.backups.length === 0 ? (
          <StateMessage title="Chưa có bản sao lưu nào">
            Bản đầu tiên được tạo khi đóng tệp, hoặc bấm Sao lưu ngay. Mỗi bản được mở lại để kiểm tra trước khi tính là
            đã sao lưu.
          </StateMessage>
        ) : (
          <BackupTable
            backups={list.data.backups}
            busy={busy}
            onRestore={(backup) => void restore(backup)}
            onRemove={(backup) => void removeOne(backup)}
          />
        )}
        <SupportSection />
      </div>
      {purging && <PurgeDialog onClose={() => setPurging(false)} />}
      {backingUp && <BackUpDialog onClose={() => setBackingUp(false)} />}
      {result !== null && <CheckDialog result={result} onClose={() => setResult(null)} />}
    </div>
  )
}
