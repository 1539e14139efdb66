// How far the reading or writing of a file is, and the way to stop it; shown only where it takes long enough to be wondered about.
import { useEffect, useState } from 'react'
import type { ImportProgress } from '../../shared/contract/workbooks'
import { importLabels, labels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { runQuery } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import styles from './ImportScreen.module.css'

const every = 400

export function ReadingProgress() {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [stopping, setStopping] = useState(false)
  useEffect(() => {
    let asking = false
    const timer = setInterval(() => {
      if (asking) return
      asking = true
      runQuery('workbooks.importProgress', {})
        .then(setProgress)
        .catch(() => undefined)
        .finally(() => {
          asking = false
        })
    }, every)
    return () => clearInterval(timer)
  }, [])
  if (progress === null) return null
  return (
    <div className={styles.progress} role="status">
      <span>{words(progress)}</span>
      {progress.phase === 'writing' && progress.total > 0 && (
        <progress value={progress.done} max={progress.total} aria-label={importLabels.phases.writing} />
      )}
      <Button
        busy={stopping}
        onClick={() => {
          setStopping(true)
          runQuery('workbooks.cancelImport', {}).catch(notifyProblem)
        }}
      >
        {labels.cancel}
      </Button>
    </div>
  )
}

function words({ phase, done, total }: ImportProgress): string {
  const what = importLabels.phases[phase]
  return total === 0 ? `${what}…` : `${what}: ${formatInteger(done)} / ${formatInteger(total)} dòng`
}
