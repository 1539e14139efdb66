// Above a list: its filters, how many rows are shown, and what takes them in and out: columns, Excel, the clipboard.
import type { ReactNode } from 'react'
import type { ExportedList } from '../../shared/contract/lists'
import { labels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { Button } from './Button'
import { ColumnChooser } from './ColumnChooser'
import styles from './DataTable.module.css'
import { ListExport } from './ListExport'
import { PasteButton } from './PasteButton'
import type { Column } from './tableColumns'

interface TableToolsProps<T> {
  readonly filters: ReactNode
  readonly count: number
  readonly total: number
  readonly columns: readonly Column<T>[]
  readonly shownIds: readonly string[]
  readonly onShownIds: (ids: readonly string[]) => void
  /** The rows as they are seen. */
  readonly seen: () => Promise<ExportedList>
  readonly onCopyAll: () => void
  readonly onPaste: ((text: string) => void) | null
}

export function TableTools<T>(props: TableToolsProps<T>) {
  const { filters, count, total, columns, shownIds, onShownIds, seen, onCopyAll, onPaste } = props
  return (
    <div className={styles.tools}>
      <div className={styles.filters}>{filters}</div>
      <span className={styles.count}>
        {count === total ? `${formatInteger(total)} dòng` : `${formatInteger(count)} / ${formatInteger(total)} dòng`}
      </span>
      <ColumnChooser columns={columns} shown={shownIds} onChange={onShownIds} />
      {onPaste !== null && <PasteButton onRows={onPaste} />}
      <ListExport disabled={count === 0} list={seen} />
      <Button
        kind="quiet"
        aria-label={labels.copyTable}
        title="Sao chép cả bảng để dán vào Excel"
        disabled={count === 0}
        onClick={onCopyAll}
      >
        {labels.copy}
      </Button>
    </div>
  )
}
