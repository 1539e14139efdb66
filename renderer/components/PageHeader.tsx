// The head of every screen: where am I, and what can I do here.
import type { ReactNode } from 'react'
import { labels } from '../../shared/labels'
import { useShortcuts } from '../app/shortcuts'
import { Button } from './Button'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  readonly title: string
  /** A line under the title: code, state, what is in force. */
  readonly detail?: ReactNode
  /** The thing one comes to this screen to do; one, on the right. */
  readonly primary?: ReactNode
  /** Other actions, before the primary one. */
  readonly actions?: ReactNode
  /** Ctrl+P; no button where nothing can be printed. */
  readonly onPrint?: () => void
  /** Ctrl+E */
  readonly onExport?: () => void
}

export function PageHeader({ title, detail, primary, actions, onPrint, onExport }: PageHeaderProps) {
  useShortcuts({
    ...(onPrint === undefined ? {} : { 'Ctrl+P': onPrint }),
    ...(onExport === undefined ? {} : { 'Ctrl+E': onExport }),
  })
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1>{title}</h1>
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      <div className={styles.actions}>
        {actions}
        {onPrint !== undefined && (
          <Button onClick={onPrint} title="Ctrl+P">
            {labels.print}
          </Button>
        )}
        {onExport !== undefined && (
          <Button onClick={onExport} title="Ctrl+E">
            {labels.exportExcel}
          </Button>
        )}
        {primary}
      </div>
    </header>
  )
}
