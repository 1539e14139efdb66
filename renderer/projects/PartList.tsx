// A short list inside the đề án form: a numbered table whose rows can be moved up and taken out, with what is added under it.
import type { ReactNode } from 'react'
import { Button } from '../components/Button'
import styles from './ProjectForm.module.css'

export interface PartColumn {
  readonly label: string
  readonly width?: 'link' | 'share' | 'money'
  /** Text that is only read, or a figure, rather than a box to type in. */
  readonly reading?: 'text' | 'figure'
  readonly cell: (index: number) => ReactNode
}

interface PartListProps {
  /** What the list is called; no heading where the section above says it already. */
  readonly label: string
  readonly heading?: boolean
  /** What one row is called in its buttons: "đơn vị", "địa điểm". */
  readonly rowName: string
  readonly columns: readonly PartColumn[]
  /** One key a row. */
  readonly rows: readonly string[]
  readonly onRemove: (index: number) => void
  readonly onMoveUp?: (index: number) => void
  readonly problem?: string | undefined
  /** What is under the table: ways to add a row. */
  readonly children?: ReactNode
}

const widths = { link: styles.linkColumn, share: styles.shareColumn, money: styles.moneyColumn }

export function PartList({
  label,
  heading = true,
  rowName,
  columns,
  rows,
  onRemove,
  onMoveUp,
  problem,
  children,
}: PartListProps) {
  return (
    <div>
      {heading && <h3>{label}</h3>}
      {rows.length > 0 && (
        <table className={styles.small} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={styles.ordinal}>
                TT
              </th>
              {columns.map((column) => (
                <th key={column.label} scope="col" className={column.width && widths[column.width]}>
                  {column.label}
                </th>
              ))}
              <th scope="col" className={styles.buttonColumn}>
                <span className="visually-hidden">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row}>
                <td className={styles.ordinal}>{index + 1}</td>
                {columns.map((column) => (
                  <td key={column.label} className={column.reading && styles[column.reading]}>
                    {column.cell(index)}
                  </td>
                ))}
                <td className={styles.rowButtons}>
                  {onMoveUp !== undefined && (
                    <Button
                      kind="quiet"
                      disabled={index === 0}
                      aria-label={`Chuyển ${rowName} ${index + 1} lên`}
                      onClick={() => onMoveUp(index)}
                    >
                      Lên
                    </Button>
                  )}
                  <Button kind="quiet" aria-label={`Xóa ${rowName} ${index + 1}`} onClick={() => onRemove(index)}>
                    Xóa
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problem !== undefined && (
        <div className={styles.error} role="alert">
          {problem}
        </div>
      )}
      {children}
    </div>
  )
}
