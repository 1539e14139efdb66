// A table of what is tied to a cơ sở elsewhere in the file; each row leads there.
import type { ReactNode } from 'react'
import styles from './EstablishmentForm.module.css'

export interface TieColumn<T> {
  readonly header: string
  readonly end?: boolean
  readonly cell: (row: T) => ReactNode
}

interface TiesTableProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => number
  readonly columns: readonly TieColumn<T>[]
  /** Said where there are no rows. */
  readonly empty: string
}

export function TiesTable<T>({ label, rows, rowKey, columns, empty }: TiesTableProps<T>) {
  if (rows.length === 0) return <p>{empty}</p>
  return (
    <table className={styles.ties} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ header, end }) => (
            <th key={header} scope="col" className={end === true ? styles.end : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ header, end, cell }) => (
              <td key={header} className={end === true ? styles.end : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The way to a record; leaving asks about unsaved work as every way does. */
export function TieLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return <a href={`#${to}`}>{children}</a>
}
