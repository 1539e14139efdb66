// The recovery code, the one time it is seen: to be printed or written down before anything else.
import { peopleLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import { copyText } from '../components/clipboard'
import styles from './people.module.css'

export function RecoveryCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  return (
    <div data-print-alone>
      <h2>{peopleLabels.recoveryCode}</h2>
      <p>{peopleLabels.recoveryCodeWhy}</p>
      <p className={styles.code}>{code}</p>
      <div className={styles.buttons}>
        <span>
          <Button onClick={() => window.print()}>In trang này</Button>{' '}
          <Button onClick={() => copyText(code)}>Sao chép</Button>
        </span>
        <Button kind="primary" onClick={onKept}>
          {peopleLabels.kept}
        </Button>
      </div>
    </div>
  )
}
