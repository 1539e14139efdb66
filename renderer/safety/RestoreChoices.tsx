// On the page of a file that cannot be opened: its newest backup, restored in two presses, older ones, and what can be rescued.
import { useState } from 'react'
import { backupReasonLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import styles from './Safety.module.css'
import { sizeWords, timeWords } from './safetyWords'
import { useRestore } from './useRestore'

interface RestoreChoicesProps {
  readonly path: string
  /** The bytes are there but not whole: some of them may still be read. */
  readonly damaged: boolean
  readonly onRestored: () => void
}

const shownAtFirst = 1
const mostShown = 12

export function RestoreChoices({ path, damaged, onRestored }: RestoreChoicesProps) {
  const list = useQueryCall('safety.backups', { path })
  const { busy, restore } = useRestore()
  const [all, setAll] = useState(false)
  const [rescuing, setRescuing] = useState(false)
  const [lost, setLost] = useState<readonly string[] | null>(null)
  if (list.data === undefined) return null
  const { backups } = list.data

  async function rescue(): Promise<void> {
    setRescuing(true)
    try {
      const rescued = await runQuery('safety.rescue', { path })
      setLost(rescued.lost)
      await saveFile(rescued.file)
    } catch (error) {
      notifyProblem(error)
    } finally {
      setRescuing(false)
    }
  }

  return (
    <section aria-label="Bản sao lưu của tệp này">
      {backups.length === 0 && damaged && (
        <p>Không thấy bản sao lưu nào bên cạnh tệp này. Hãy tìm ở nơi sao lưu thứ hai (USB, ổ của máy khác).</p>
      )}
      {backups.length > 0 && (
        <>
          <p className={styles.lead}>Bản sao lưu tốt gần nhất của tệp này:</p>
          <ul className={styles.choices}>
            {backups.slice(0, all ? mostShown : shownAtFirst).map((backup, index) => (
              <li key={backup.fileName}>
                <span>
                  <strong>{timeWords(backup.takenAt)}</strong> · {backupReasonLabels[backup.reason]}
                  {backup.counts !== null &&
                    ` · ${formatInteger(backup.counts.projects)} đề án, ${formatInteger(backup.counts.establishments)} cơ sở`}
                  {` · ${sizeWords(backup.sizeBytes)}`}
                </span>
                <Button
                  kind={index === 0 ? 'primary' : 'plain'}
                  disabled={busy}
                  onClick={() => {
                    void restore(backup, path).then((done) => {
                      if (done) onRestored()
                    })
                  }}
                >
                  Phục hồi bản này…
                </Button>
              </li>
            ))}
          </ul>
          {backups.length > shownAtFirst && !all && (
            <Button kind="quiet" onClick={() => setAll(true)}>
              Xem các bản cũ hơn
            </Button>
          )}
        </>
      )}
      {damaged && (
        <p>
          <Button kind="quiet" busy={rescuing} onClick={() => void rescue()}>
            Xuất những gì còn đọc được ra Excel (CSV)…
          </Button>
        </p>
      )}
      {lost !== null && (
        <p role="status">
          {lost.length === 0 ? 'Mọi bảng đều đọc được trọn vẹn.' : `Không lấy lại được: ${lost.join('; ')}.`}
        </p>
      )}
    </section>
  )
}
