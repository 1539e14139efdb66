// Early signs of trouble among the things to do, each with why and the place where it can be met.
import { signalLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './DeadlineBoard.module.css'

type Signal = CallOutput<'programmes.signals'>['signals'][number]

export function SignalList() {
  const query = useQueryCall('programmes.signals', {})
  if (query.error !== null) return <p role="alert">{query.error.problem.message}</p>
  const signals = query.data?.signals ?? []
  if (signals.length === 0) return null
  return (
    <>
      <h3 className={styles.head}>
        {signalLabels.title} ({formatInteger(signals.length)})
      </h3>
      <ul className={styles.list} aria-label={signalLabels.title}>
        {signals.map((signal) => (
          <li key={`${signal.code} ${signal.projectId ?? ''} ${signal.requestId ?? ''}`} data-status="within7">
            <div className={styles.what}>
              <span className={styles.soon}>{signalLabels.codes[signal.code]}</span> · {signal.what}
              <div className={styles.basis}>{signal.why}</div>
            </div>
            <Button kind="quiet" aria-label={`Mở: ${signal.what}`} onClick={() => open(signal)}>
              {signal.requestId === null ? 'Mở đề án' : 'Mở đề nghị'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function open({ projectId, requestId }: Signal): void {
  if (requestId !== null) void navigate(paths.change(requestId))
  else if (projectId !== null) void navigate(paths.project(projectId))
}
