// Rows pasted into a grid of a form, shown before they are taken: what is new, what differs from a row there is, what cannot be read.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { labels, pastedStatusLabels } from '../../shared/labels'
import { Button } from './Button'
import dialogStyles from './dialogs.module.css'
import styles from './GridPaste.module.css'
import type { GridColumn } from './gridColumns'
import { type PastedGrid, readPastedGrid, takenAtFirst, withPasted } from './gridPaste'
import { notifyDone, notifyWarning } from './notices'
import { PasteBox } from './PasteBox'
import { pastedRows } from './pasted'

interface GridPasteProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly existing: () => readonly FieldValues[]
  readonly newRow: () => FieldValues
  /** Pasted already, onto the grid; null: the box to paste into is shown first. */
  readonly text: string | null
  readonly onRows: (rows: FieldValues[]) => void
  readonly onClose: () => void
}

export function GridPaste({ label, columns, existing, newRow, text, onRows, onClose }: GridPasteProps) {
  const read = (pasted: string): PastedGrid | null => {
    const rows = pastedRows(pasted)
    return rows === null ? null : readPastedGrid(rows, columns, existing())
  }
  const [grid, setGrid] = useState(() => (text === null ? null : read(text)))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => first(grid))

  function take(pasted: string): void {
    const next = read(pasted)
    if (next === null) notifyWarning('Không đọc được các ô vừa dán. Hãy chép lại từ Excel.')
    setGrid(next)
    setChosen(first(next))
  }

  function toggle(row: number): void {
    const next = new Set(chosen)
    if (!next.delete(row)) next.add(row)
    setChosen(next)
  }

  if (grid === null)
    return (
      <PasteBox
        words="Các dòng được đối chiếu với những dòng đã có và cho xem trước; bấm Lưu mới ghi lại."
        onText={take}
        onClose={onClose}
      />
    )
  const counts = (['new', 'changed', 'same', 'wrong'] as const)
    .map((status) => ({ status, count: grid.rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${labels.pasteRows}: ${label}`}
      size={1000}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.counts} role="status">
        {counts.map(({ status, count }) => `${pastedStatusLabels[status]} ${count}`).join(' · ')}
        {grid.leftAside.length > 0 && `. Không dùng cột: ${grid.leftAside.join(', ')}`}
      </p>
      <div className={styles.scroller}>
        <table className={styles.table} aria-label="Các dòng vừa dán">
          <thead>
            <tr>
              <th scope="col">Lấy</th>
              <th scope="col">Kết quả</th>
              {grid.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pasted rows stand as they are until they are taken
              <tr key={index} data-status={row.status}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Lấy dòng ${index + 1}`}
                    checked={chosen.has(index)}
                    onChange={() => toggle(index)}
                  />
                </td>
                <td>{pastedStatusLabels[row.status]}</td>
                {grid.columns.map((column) => {
                  const cell = row.cells.find((one) => one.column === column)
                  return (
                    <td key={column.name} className={cell?.wrong === true ? styles.wrong : undefined}>
                      {cell?.text ?? ''}
                      {cell?.wrong === true && <small> không đọc được</small>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button
          kind="primary"
          data-autofocus
          disabled={chosen.size === 0}
          onClick={() => {
            onRows(
              withPasted(
                existing(),
                grid.rows.filter((_, index) => chosen.has(index)),
                newRow,
              ),
            )
            notifyDone(`Đã lấy ${chosen.size} dòng vào “${label}”. Bấm Lưu để ghi lại.`)
            onClose()
          }}
        >
          Lấy {chosen.size} dòng
        </Button>
      </div>
    </Modal>
  )
}

function first(grid: PastedGrid | null): ReadonlySet<number> {
  return new Set((grid?.rows ?? []).flatMap((row, index) => (takenAtFirst(row) ? [index] : [])))
}
