// The backups of the open file: when, why, how much is in each, and the way back to it.
import type { Backup } from '../../shared/contract/safety'
import { backupReasonLabels, safetyLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { Button } from '../components/Button'
import styles from './Safety.module.css'
import { sizeWords, timeWords } from './safetyWords'

interface BackupTableProps {
  readonly backups: readonly Backup[]
  readonly busy: boolean
  readonly onRestore: (backup: Backup) => void
  readonly onRemove: (backup: Backup) => void
}

const counts = [
  { key: 'establishments', label: 'Cơ sở' },
  { key: 'projects', label: 'Đề án' },
  { key: 'plans', label: 'Kế hoạch' },
  { key: 'papers', label: 'Văn bản đi' },
] as const

export function BackupTable({ backups, busy, onRestore, onRemove }: BackupTableProps) {
  return (
    <table className={styles.table} aria-label="Các bản sao lưu">
      <thead>
        <tr>
          <th scope="col">{safetyLabels.takenAt}</th>
          <th scope="col">{safetyLabels.reason}</th>
          <th scope="col">{safetyLabels.label}</th>
          {counts.map(({ key, label }) => (
            <th key={key} scope="col" className={styles.figure}>
              {label}
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {safetyLabels.size}
          </th>
          <th scope="col">
            <span className="visually-hidden">Thao tác</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.fileName}>
            <th scope="row">{timeWords(backup.takenAt)}</th>
            <td>{backupReasonLabels[backup.reason]}</td>
            <td>{backup.label}</td>
            {counts.map(({ key }) => (
              <td key={key} className={styles.figure}>
                {backup.counts === null ? '—' : formatInteger(backup.counts[key])}
              </td>
            ))}
            <td className={styles.figure}>{sizeWords(backup.sizeBytes)}</td>
            <td className={styles.buttons}>
              <Button
                kind="quiet"
                disabled={busy}
                aria-label={`Phục hồi bản ${timeWords(backup.takenAt)}`}
                onClick={() => onRestore(backup)}
              >
                {safetyLabels.restore}
              </Button>{' '}
              <Button
                kind="quiet"
                disabled={busy}
                aria-label={`Xóa bản ${timeWords(backup.takenAt)}`}
                onClick={() => onRemove(backup)}
              >
                Xóa…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
