// What stands in the middle of a screen that has nothing to show: why, and the first step out.
import type { ReactNode } from 'react'
import { Button } from './Button'
import styles from './StateMessage.module.css'

interface StateMessageProps {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

export function StateMessage({ title, children, actions }: StateMessageProps) {
  return (
    <section className={styles.message} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}

/** A query that was refused, in the place of what it would have shown. */
export function QueryProblem({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <StateMessage
      title="Chưa hiện được dữ liệu"
      actions={
        <Button kind="primary" onClick={retry}>
          Thử lại
        </Button>
      }
    >
      {error.message}
    </StateMessage>
  )
}
