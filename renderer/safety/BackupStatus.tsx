// At the foot of the window: when the file was last backed up. It leads to the screen about backups.
import { safetyLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import styles from './Safety.module.css'
import { timeWords } from './safetyWords'

const halfMinute = 30_000
const second = 1_000

export function BackupStatus() {
  const status = useQueryCall(
    'safety.status',
    {},
    {
      refreshEvery: (answer) => (answer?.running === true ? second : halfMinute),
    },
  )
  if (status.data === undefined || status.data.folder === '') return null
  const { newest, running, lastProblem } = status.data
  return (
    <button
      type="button"
      className={lastProblem === null ? styles.status : styles.statusProblem}
      title={lastProblem ?? safetyLabels.screen}
      onClick={() => void navigate(paths.safety)}
    >
      {statusWords(newest?.takenAt ?? null, running, lastProblem !== null)}
    </button>
  )
}

function statusWords(takenAt: string | null, running: boolean, failed: boolean): string {
  if (running) return 'Đang sao lưu…'
  const last = takenAt === null ? 'chưa có' : timeWords(takenAt)
  return failed ? `Sao lưu không thành · gần nhất: ${last}` : `${safetyLabels.lastBackup}: ${last}`
}
